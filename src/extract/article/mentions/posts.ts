/** Finds posts in a sentence: "General Officer Commanding", "acting Director of Defence Information", "Brigade Commander", "army spokesman". */

import type { Span } from '../sentences.js'
import { withTail } from './post-tails.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { firstLetters, functionWords, type ProseWord } from './words.js'

export interface Post extends Span {
  /** Where an acronym that repeats it in brackets ends. */
  reach: number
  type: 'Role' | 'Title'
  /** Whether only someone of a security force holds it: it makes a person one, where no rank is printed. */
  security: boolean
  /** "head", "chief": a post only beside a unit. */
  ofUnitOnly?: boolean
}

const security =
  /goc|g\.o\.c|ppro|commanding|command(?:er|ant)|staff|police|army|navy|naval|air force|military|defen[cs]e|provost|dpo|ocpd|battalion|brigade|comandante|coas|garrison|estado mayor|seguridad p[uú]blica|polic[ií]a|ej[eé]rcito|\bmarina\b|zona militar|ministro de (?:la )?defensa/i
/** "The command’s spokesman, Ade Ola": whose he is was said before. */
const ofOurUnit = /\b(?:command|division|brigade|battalion|regiment|garrison|army|navy|force|squadron|police)['’]s $/i
/** What a director or chief of is: "Training and Operations", "Defence Intelligence", "Army Public Relations". */
const fieldWord = /^(?:and|of|&)$/
/** Printed with small letters, as "head of military intelligence". */
const smallField =
  /^(?:military|army|naval|navy|defen[cs]e|police|intelligence|information|operations|training|logistics|communications)$/

export function findPosts(text: string, words: readonly ProseWord[], vocabulary: ArticleVocabulary): Post[] {
  const posts: Post[] = []
  let reached = 0
  for (let at = 0; at < words.length; at++) {
    const given = words[at]!
    if (!given.beginsPost) continue
    const word = withoutEx(given)
    if (word.start < reached) continue
    let match = mayGoOn(word, words[at + 1], vocabulary) ? execAt(vocabulary.post, text, word.start) : null
    // "The Divisional Police Officer in charge of Oji": of his division, and not of a post's name.
    if (match && /charge$/i.test(match[0])) match[0] = match[0].replace(/(?<=police officer) in[ -]charge$/i, '')
    const field = match?.groups?.field === undefined ? null : readField(text, words, match.index + match[0].length, vocabulary)
    // "Deputy Director at the …": a post by itself where nothing follows that it could be of.
    if (match?.groups?.field !== undefined && field === null) match = execAt(vocabulary.postAlone, text, word.start)
    if (!match) {
      const leads = leader.exec(text.slice(word.start, word.start + 30))
      if (leads) {
        const end = word.start + (leads[1] ?? leads[2])!.length
        posts.push({ start: word.start, end, type: 'Title', security: true, reach: end, ofUnitOnly: true })
        reached = end
      }
      continue
    }
    const head = match.index + match[0].length
    const end = withTail(text, match[0], field ?? head, field !== null)
    const printed = field === null ? match[0] : text.slice(word.start, field)
    if (!plausible(text, match[0], word)) continue
    // "the Office of the Chief of Army Staff" is a place to be posted to, and the adviser of a chief is not the chief.
    if (
      /\b(?:office of|(?:advis[eo]r|assistant|aide|aide-de-camp|secretary|orderly) to) (?:the )?$/i.test(
        text.slice(Math.max(0, word.start - 26), word.start),
      )
    ) {
      reached = end
      continue
    }
    const lower = (match.groups!.post ?? match[0]).toLowerCase().replaceAll(/[ \u00a0]+/g, ' ')
    posts.push({
      start: word.start,
      end,
      type: typeOf(match[0].toLowerCase(), lower, vocabulary),
      security:
        (security.test(printed) || ofOurUnit.test(text.slice(Math.max(0, word.start - 16), word.start))) &&
        !isOfOthers(text, word.start, end) &&
        // Of ministers, those of defence command.
        !/\bminister\b(?! of (?:state for )?defen[cs]e)(?<!defen[cs]e minister)/i.test(printed),
      reach: end,
    })
    reached = end
    // "General Officer Commanding (GOC)", "Chief of Army Staff, COAS,": the acronym repeats the post.
    const alias = /^[ \u00a0]*(?:\([^()]{2,12}\)|,[ \u00a0]*(?:GOC|COAS|CDS|CNS|CAS|PPRO|DPO|CP(?! \p{Lu}))(?=[, ]))/u.exec(
      text.slice(end, end + 20),
    )
    if (alias) reached = end + alias[0].length
    posts[posts.length - 1]!.reach = Math.max(end, reached)
  }
  return posts
}

const relative =
  /\b(?:wife|wives|widow|husband|sons?|daughters?|brother|sister|father|mother|uncle|nephew|cousin|driver|cook|friend|convoy|home|house|residence) (?:of|to) (?:the )?(?:late |former |then |current |new )?$/i

/** "The wife of the Chief of Defence Staff, Mrs Ade Ola", "Defence Attaché, Washington DC": not whoever or whatever is named next. */
const isOfOthers = (text: string, start: number, end: number): boolean =>
  relative.test(text.slice(Math.max(0, start - 40), start)) || /attach[eé],? \p{Lu}/iu.test(text.slice(end - 7, end + 3))

/** "the head of the 7 Division", "PNP chief Police General …". */
const leader =
  /^((?:deputy |state |State |regional )?(?:head|Head|chief|boss|[Dd]irector|[Cc]o-?ordinator))(?= (?:of|for) (?:the )?[\p{Lu}\d]|,? [\p{Lu}])|^(titular|[Dd]irectora?|[Jj]ef[ea])(?= de(?:l| las?| los)? [\p{Lu}\d])/u

/** "ex-GOC": the post begins after the dash, as after "former". */
function withoutEx(word: ProseWord): ProseWord {
  if (!word.lower.startsWith('ex-')) return word
  return { ...word, start: word.start + 3, text: word.text.slice(3), lower: word.lower.slice(3) }
}

/** "in", "army", "state": most often of something else. */
function mayGoOn({ lower }: ProseWord, next: ProseWord | undefined, { postSeconds }: ArticleVocabulary): boolean {
  const first = firstLetters(lower)
  const seconds = postSeconds.get(first)
  const behind = first === lower ? next?.lower : lower.slice(first.length + 1)
  return !seconds || (behind !== undefined && seconds.has(firstLetters(behind)))
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function typeOf(whole: string, post: string, vocabulary: ArticleVocabulary): 'Role' | 'Title' {
  if (/theat(?:re|er)/.test(whole)) return 'Title'
  if (/\b(?:chief of (?:training|policy))/.test(whole)) return 'Role'
  return vocabulary.postType(post)
}

/** The end of "Administration", "Training and Operations", "Army Public Relations" after "Director of"; null where nothing fits. */
function readField(text: string, words: readonly ProseWord[], from: number, vocabulary: ArticleVocabulary): number | null {
  let end: number | null = null
  let last = from
  for (const word of words) {
    if (word.start < from) continue
    if (word.start - last > 1 && end !== null) break
    // "Deputy Director, Army Public Relations, 8 Division", "… Relations Operation Calm Sea": a unit's name begins.
    // "State Director, Department of State Services": whose director.
    if (end === null && /^(?:\d.*|[DS]SS|DIA|NIA|Department|Directorate|Ministry|Bureau)$/.test(word.text)) break
    if (isRank(text, word, vocabulary) || (end !== null && /^(?:Operation|Theatre|Theater|Headquarters|HQ)$/.test(word.text)))
      break
    if (word.capital && !functionWords.has(word.lower)) end = word.end
    else if (smallField.test(word.text)) end = word.end
    else if (!fieldWord.test(word.lower) || end === null) break
    last = word.end
  }
  return end
}

/** "Director of Operations Major General …": the field ends where a rank begins. */
function isRank(text: string, { start, text: printed, lower }: ProseWord, vocabulary: ArticleVocabulary): boolean {
  if (vocabulary.rankAcronyms.has(printed)) return true
  const ranks = vocabulary.rankStarts.get(lower.split('-')[0]!)
  if (!ranks) return false
  ranks.lastIndex = start
  return ranks.test(text)
}

const irregular =
  /(?:Boko Haram|ISWAP|ISIS|Al-?Qaeda|Shabaab|Taliban|militants?|rebels?|terrorists?|insurgents?|sect|bandits?|MEND|IPOB|MASSOB|ESN|gang|cartel|guerrilla|FARC|ELN|FDLR|M23|LRA)(?:['’]s)? (?:top |senior |sub-|field )?$/i

function plausible(text: string, printed: string, word: ProseWord): boolean {
  // Acronyms are posts in capitals only: "cas", "foc", "goc" are not.
  if (/^[a-z.]{3,6}$/.test(word.text) && /^(?:coas|cas|cns|cds|goc|aoc|foc|dpo|dco|adc|ppro|ocpd|ocs)$/.test(word.text))
    return false
  // "Head of State", and who leads those whom the forces fight.
  if (/^(?:head|chief) of $/i.test(printed) && /^(?:state|government)\b/i.test(text.slice(word.start + printed.length)))
    return false
  if (irregular.test(text.slice(Math.max(0, word.start - 24), word.start))) return false
  return true
}
