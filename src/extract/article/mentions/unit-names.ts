/**
 * Reads a unit's or institution's name backwards from the word that ends it: "7 Division Garrison", "Oji River Police Division", "Nigerian
 * Army School of Artillery".
 */
import type { Organization } from './mention.js'
import { isAloneWithNumber, readBranch, readField, readNumberAfter } from './unit-tails.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { adjacent, functionWords, type ProseWord } from './words.js'

/** Written with a small letter too: "Army headquarters". */
const seat = /^(?:Army|Navy|Naval|Air Force|Police|Defen[cs]e|Force) headquarters$/
/** "Oji police station", "Bama Area command": no name by itself where its last word has a small letter, but whose a post may be. */
const smallHead =
  /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?(?: [Aa]rea| [Ss]tate| [Zz]onal)?(?: [Dd]ivisional)?(?: [Pp]olice)? (?:station|command|division|headquarters)$/u
/** Services that are no security forces, or only houses. */
const notUnits =
  /Immigration|Customs|Drug Law|Correctional|Prisons? Service|Civil Defen[cs]e|Youth Service|Road Safety|Peace Corps|Fire Service|Hospital|Federal Medical|Children School|Secondary School|Football|Admissions|Commanders$|^Staff Headquarters$|^(?:The )?(?:Air|Police|Armed|Special|Military|Security|Joint) (?:Forces?|Stations?|Services?|Headquarters|Agency|Office|Department)$/
const generic = new Set(
  'division divisional brigade battalion zonal state national regional area district unit general supreme high new old local federal theatre theater headquarters command formation sector central main'.split(
    ' ',
  ),
)
const number = (word: ProseWord) => word.number
/** "the third military region": numbers a unit, though with a small letter. */
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/

/** What ends a name, of one word or two, and how many bodies use it. */
interface Head {
  kind: 'head' | 'military' | 'institution'
  /** Places among the words. */
  start: number
  end: number
}

/** What before its head belongs to a name. */
interface NameBefore {
  start: number
  /** Where its number stands; where the head begins if it has none. */
  numbered: number
  military: boolean
  /** Words with a capital. */
  proper: number
}

/** The name that ends with the word at `end`, or null where none does. A word that many bodies use needs a number or a military word. */
export function readEndingAt(
  text: string,
  words: readonly ProseWord[],
  end: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const head = headAt(text, words, end, vocabulary)
  if (!head) return null
  const taskForce = taskForceNamed(text, words, head, vocabulary)
  if (taskForce) return taskForce
  const before = words[end - 1]
  // "23 Brigade Nigerian Army", "8 Division Army Public Relations": the force is a name of its own, or of another.
  if (
    before &&
    /^(?:army|navy|police|military)$/.test(words[end]!.lower) &&
    (vocabulary.countryWords.has(before.lower) || vocabulary.heads.get(before.lower) === 'head')
  )
    return null
  const byNumber = numberedAlone(text, words, head, vocabulary)
  if (byNumber) return byNumber
  const name = nameBefore(text, words, head, vocabulary)
  return name.numbered < head.start
    ? withNumber(text, words, head, name, vocabulary)
    : withoutNumber(text, words, head, name, vocabulary)
}

const airRank = /^ (?:Commander|Leader|Captain|Lieutenant|Cdr|Ldr|Capt|Lt)\.? \p{Lu}/u

function headAt(text: string, words: readonly ProseWord[], end: number, vocabulary: ArticleVocabulary): Head | null {
  const [before, last] = [words[end - 1], words[end]!]
  // "the Training Centre and Wing Commander Grace Obi".
  if (/^(?:wing|squadron|group|flight)$/.test(last.lower) && !before?.number && airRank.test(text.slice(last.end, last.end + 14)))
    return null
  const kind = vocabulary.heads.get(last.lower)
  if (before && vocabulary.headPairEnds.has(last.lower) && adjacent(text, before, last)) {
    const pair = vocabulary.heads.get(`${before.lower} ${last.lower}`)
    if (pair && (pair === 'head' || !kind)) return { kind: pair, start: end - 1, end }
  }
  return kind ? { kind, start: end, end } : null
}

/** "Task Force Bronco", "Task Force 141". */
function taskForceNamed(
  text: string,
  words: readonly ProseWord[],
  { start, end }: Head,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const [first, last, named] = [words[start]!, words[end]!, words[end + 1]]
  if (start === end || last.lower !== 'force' || first.text !== 'Task' || !named) return null
  if (!/^[ -]$/.test(text.slice(last.end, named.start))) return null
  if (!/^\d+$/.test(named.text) && !(named.capital && isPlainName(named, vocabulary))) return null
  return words[start - 1]?.capital && adjacent(text, words[start - 1]!, first)
    ? null
    : { start: first.start, end: named.end, force: false }
}

/** "Sector 3", "Brigade No. 3": nothing before it is of the name. */
function numberedAlone(
  text: string,
  words: readonly ProseWord[],
  { start, end }: Head,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const [before, head] = [words[end - 1], words[end]!]
  if (start < end || !head.capital || !isAloneWithNumber(text, head)) return null
  const until = readNumberAfter(text, words, end)
  const named =
    before?.capital && adjacent(text, before, head) && !functionWords.has(before.lower) && !vocabulary.postWords.has(before.lower)
  return until === null || named ? null : { start: head.start, end: until, force: false }
}

function nameBefore(text: string, words: readonly ProseWord[], head: Head, vocabulary: ArticleVocabulary): NameBefore {
  const name: NameBefore = { start: head.start, numbered: head.start, military: false, proper: 0 }
  for (let at = head.start - 1; at >= Math.max(0, head.start - 8); at--) {
    const word = words[at]!
    // "CP Ade Ola - Airport Command": a dash between spaces parts.
    const next = words[at + 1]!.start
    if (!adjacent(text, word, words[at + 1]!) || (next - word.end === 3 && / [-–] /.test(text.slice(word.end, next)))) break
    if (number(word) || (ordinal.test(word.text) && (head.kind === 'head' || at < head.start - 1))) {
      const before = text.slice(Math.max(0, word.start - 4), word.start)
      // "4.2 Infantry Battalion": the second of the fourth brigade.
      const ofBrigade = at > 0 && /^\d$/.test(word.text) && /(?<![\d.,])\d\.$/.test(before)
      // "10,000 multinational task force" counts it.
      if (!ofBrigade && /\d[.,]$/.test(before)) break
      name.numbered = at
      name.start = ofBrigade ? at - 1 : at
      break
    }
    if (word.capital && word.text.length < 4 && /^(?:AIG|DIG|CP|DCP|ACP|CSP|DSP|ASP)$/.test(word.text)) break
    const known = isMilitary(words, at, vocabulary)
    // "the Inspector General Frontier Corps": an office ends there.
    if (word.lower === 'general' && /^(?:inspector|commandant|adjutant|surgeon|director)$/.test(words[at - 1]?.lower ?? '')) break
    // "US-trained Mexican Special Forces".
    if (/-(?:trained|based|led|backed|armed|funded|supported)$/.test(word.text)) break
    if (word.capital) {
      if (
        (functionWords.has(word.lower) && word.text !== 'Para' && !isLetter(text, word)) ||
        (vocabulary.honorifics.has(word.lower) && !known)
      )
        break
      if (vocabulary.postWords.has(word.lower) && !known) break
      name.start = at
      name.proper++
      if (known) name.military = true
    } else if (/^(?:and|of|for|&)$/.test(word.lower)) {
      if (!joinsOneName(text, words, at, head, vocabulary)) break
    } else if (known && /^(?:\p{Ll}|-)+$/u.test(word.text)) {
      name.military = true
      name.start = at
    } else break
  }
  return name
}

function isMilitary(words: readonly ProseWord[], at: number, { militaryWords, heads }: ArticleVocabulary): boolean {
  const { lower } = words[at]!
  return (
    militaryWords.has(lower) ||
    heads.has(lower) ||
    // "Operational-Strategic Group", "Anti-Terrorist Unit".
    (lower.includes('-') && lower.split('-').some((part) => militaryWords.has(part))) ||
    // "Gun Boat Company", "Peace Keeping Centre": two words make a military one.
    militaryWords.has(`${lower} ${words[at + 1]!.lower}`) ||
    (at > 0 && militaryWords.has(`${words[at - 1]!.lower} ${lower}`))
  )
}

/** "Training and Doctrine Command" is one name, "21 Brigade and Special Forces Brigade" are two. */
function joinsOneName(text: string, words: readonly ProseWord[], at: number, head: Head, vocabulary: ArticleVocabulary): boolean {
  const { heads, militaryWords, postWords, countryWords } = vocabulary
  const [left, word, right] = [words[at - 1], words[at]!, words[at + 1]!]
  if (!left?.capital || !adjacent(text, left, word) || functionWords.has(left.lower) || postWords.has(left.lower)) return false
  if (heads.get(left.lower) === 'head' && head.kind !== 'institution') return false
  if (word.lower !== 'and') return heads.has(left.lower)
  if (head.kind === 'institution' && isOfForce(words, at, vocabulary)) return true
  // "the Special Boat Service and Department of State Services" are two.
  if (heads.has(right.lower) && words[at + 2]?.lower === 'of') return false
  // "the Immigration Service and Nigerian Law Agency" are two.
  if (countryWords.has(right.lower) || /^U[SK]$/.test(right.text)) return false
  return militaryWords.has(left.lower) || heads.has(left.lower)
}

function withNumber(
  text: string,
  words: readonly ProseWord[],
  { kind, start: headStart, end }: Head,
  { start, numbered }: NameBefore,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const [head, first] = [words[end]!, words[start]!]
  if (kind === 'institution' && !words.slice(numbered, headStart).some((word) => isOfServices(word, vocabulary)))
    // "407 Equipment Supply Depot": no civil body has such a number, but only a post says that it is one of ours.
    return /^\d{3}$/.test(first.text) && head.capital && headStart > numbered + 1
      ? { start: first.start, end: head.end, force: false, acronym: true }
      : null
  // The seat of a numbered unit is not the unit: "3 Division Headquarters" names 3 Division, found by its own head.
  if (
    /^(?:headquarters|camp|base|office|station)$/.test(head.lower) &&
    headStart - numbered > 1 &&
    !vocabulary.countryWords.has(words[numbered + 1]!.lower)
  )
    return null
  // "12 squads", "40 rifles", "98 Navy and 113 Air Force" cadets: counted, and no name.
  if (/^\d{2,3} (?:army|navy|air force)$/i.test(text.slice(first.start, head.end))) return null
  if (kind === 'military' && headStart - numbered === 1 && !head.capital) return null
  const prefix = words[start - 1]
  const from =
    prefix && /^(?:HQ|Sector|Zone|No|Raider)$/.test(prefix.text) && adjacent(text, prefix, first)
      ? prefix.start
      : quotedStart(text, first)
  return { start: from, end: readBranch(text, words, end) ?? head.end, force: false }
}

function withoutNumber(
  text: string,
  words: readonly ProseWord[],
  { kind, start: headStart, end }: Head,
  { start: reached, military, proper }: NameBefore,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const head = words[end]!
  let start = reached
  while (start < headStart && (/^(?:and|of|for)$/.test(words[start]!.lower) || !words[start]!.capital)) start++
  const field = readField(text, words, end, vocabulary)
  if (start === headStart && field === null) return null
  const first = words[start]!
  const printed = text.slice(first.start, head.end)
  const besidePost: Organization = { start: first.start, end: head.end, force: false, acronym: true }
  if (!head.capital && !seat.test(printed))
    return smallHead.test(printed) && !generic.has(first.lower) && !functionWords.has(first.lower) ? besidePost : null
  // A place to be taken to, and a unit only where somebody commands it.
  if (military && /^[^,]*(?:Army|Navy|Naval|Air Force|NAF|Military|Defence|Police)\b[^,]* Hospital$/.test(printed))
    return besidePost
  if (
    /^(?:Civil Defence|Youth Service|Road Safety|Peace) /.test(text.slice(words[headStart - 2]?.start ?? 0, head.end)) ||
    notUnits.test(printed)
  )
    return null
  if (field === null) {
    // "General" or a like word before the head is another name's end.
    const plain = words.slice(start, headStart).every((word) => generic.has(word.lower))
    if (plain && !text.startsWith('Headquarters Theat', first.start)) return null
    if (proper === 0 || (kind !== 'head' && !military)) return null
  }
  const from = unnumberedStart(text, words, start, head)
  // "Forward Operating Base Kukawa", "Operational Command South": the place is of the name.
  const seated = words[end + 1]
  if (
    (/Operating Base$/.test(printed) ||
      (head.text === 'Command' && /^(?:North|South|East|West|Centre)$/.test(seated?.text ?? ''))) &&
    seated?.capital &&
    text.slice(head.end, seated.start) === ' ' &&
    isPlainName(seated, vocabulary)
  )
    return { start: from, end: seated.end, force: false }
  return { start: from, end: field ?? readNumberAfter(text, words, end) ?? head.end, force: false }
}

/** Where a name without a number begins that is read back to the word at `start`: "St. Mary's", "U.S. Africa Command", "Area 'A' Command". */
function unnumberedStart(text: string, words: readonly ProseWord[], start: number, head: ProseWord): number {
  const [prefix, first] = [words[start - 1], words[start]!]
  const before = text.slice(Math.max(0, first.start - 21), first.start)
  if (first.text === 'Police' && /^(?:team|squad|unit)$/.test(head.lower))
    return first.start - (/Inspector[- ]General of $/.exec(before)?.[0].length ?? 0)
  if (prefix?.text === 'St' && before.endsWith('St. ')) return prefix.start
  if (/(?<![\p{L}.])U\.S\. $/u.test(before)) return first.start - 5
  return isLetter(text, first) ? quotedStart(text, first) : first.start
}

/** A number or letter in quotation marks is of the name with them. */
const quotedStart = (text: string, { start, end }: ProseWord): number =>
  /[‘“"']/.test(text[start - 1] ?? '') && /[’”"']/.test(text[end] ?? '') ? start - 1 : start

/** "401 Flying Training School", "44 Nigerian Army Hospital" and not "3 Ola Primary School". */
const isOfServices = ({ lower, capital }: ProseWord, vocabulary: ArticleVocabulary): boolean =>
  vocabulary.countryWords.has(lower) || (capital && vocabulary.militaryWords.has(lower) && !civilToo.test(lower))
const civilToo =
  /^(?:central|special|regional|national|federal|training|medical|education|language|languages|engineering|women|technical|criminal|crime|dental|general|transport|traffic|supply|finance)$/

const isPlainName = ({ lower }: ProseWord, vocabulary: ArticleVocabulary): boolean =>
  !functionWords.has(lower) &&
  !vocabulary.postWords.has(lower) &&
  !vocabulary.rankStarts.has(lower) &&
  !vocabulary.countryWords.has(lower) &&
  !vocabulary.heads.has(lower) &&
  !/^(?:operation|exercise)$/.test(lower)

/** "Area 'A' Command". */
function isLetter(text: string, { text: printed, start, end }: ProseWord): boolean {
  return /^\p{Lu}$/u.test(printed) && /[‘“"'’`]/.test(text[start - 1] ?? '') && /[’”"'`]/.test(text[end] ?? '')
}

/** "the Nigerian Army Heritage and Future Centre": capitals before "and" that begin with a force's name. */
function isOfForce(words: readonly ProseWord[], and: number, vocabulary: ArticleVocabulary): boolean {
  for (let at = and - 1; at > 0 && at >= and - 4 && words[at]!.capital; at--)
    if (vocabulary.forceStarts.has(words[at]!.lower) && vocabulary.countryWords.has(words[at - 1]!.lower)) return true
  return false
}
