/**
 * Reads a unit's or institution's name backwards from the word that ends it: "7 Division Garrison", "Oji River Police Division", "Nigerian
 * Army School of Artillery".
 */
import type { Organization } from './organizations.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { adjacent, functionWords, type ProseWord } from './words.js'

/** Written with a small letter too: "Army headquarters". */
const seat = /^(?:Army|Navy|Naval|Air Force|Police|Defen[cs]e|Force) headquarters$/
/** "Oji police station", "Bama Area command": no name by itself where its last word has a small letter, but whose a post may be. */
const smallHead =
  /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?(?: [Aa]rea| [Ss]tate| [Zz]onal)?(?: [Dd]ivisional)?(?: [Pp]olice)? (?:station|command|division|headquarters)$/u
/** Services that are no security forces, or only houses. */
const notUnits =
  /Immigration|Customs|Drug Law|Correctional|Prisons? Service|Civil Defen[cs]e|Youth Service|Road Safety|Peace Corps|Fire Service|Hospital|Children School|Secondary School|Football|Admissions|Commanders$|^Staff Headquarters$|^(?:The )?(?:Air|Police|Armed|Special|Military|Security|Joint) (?:Forces?|Stations?|Services?|Headquarters|Agency|Office|Department)$/
const generic = new Set(
  'division divisional brigade battalion zonal state national regional area district unit general supreme high new old local federal theatre theater headquarters command formation sector central main'.split(
    ' ',
  ),
)
const number = (word: ProseWord) => word.number
/** "the third military region": numbers a unit, though with a small letter. */
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/

/** The name that ends with the word at `end`, or null where none does. A word that many bodies use needs a number or a military word. */
export function readEndingAt(
  text: string,
  words: readonly ProseWord[],
  end: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const head = words[end]!
  let kind = vocabulary.heads.get(head.lower)
  let headStart = end
  const before = words[end - 1]
  if (before && vocabulary.headPairEnds.has(head.lower) && adjacent(text, before, head)) {
    const pair = vocabulary.heads.get(`${before.lower} ${head.lower}`)
    if (pair && (pair === 'head' || !kind)) {
      kind = pair
      headStart = end - 1
    }
  }
  if (!kind) return null
  // "Task Force Bronco", "Task Force 141".
  const named = words[end + 1]
  if (
    headStart === end - 1 &&
    head.lower === 'force' &&
    before!.text === 'Task' &&
    named &&
    /^[ -]$/.test(text.slice(head.end, named.start)) &&
    (/^\d+$/.test(named.text) || (named.capital && isPlainName(named, vocabulary))) &&
    !(words[headStart - 1]?.capital && adjacent(text, words[headStart - 1]!, before!))
  )
    return { start: before!.start, end: named.end, force: false }
  // "23 Brigade Nigerian Army", "8 Division Army Public Relations": the force is a name of its own, or of another.
  if (
    before &&
    /^(?:army|navy|police|military)$/.test(head.lower) &&
    (vocabulary.countryWords.has(before.lower) || vocabulary.heads.get(before.lower) === 'head')
  )
    return null
  if (headStart === end && head.capital && (alone.test(head.text) || aloneWithNo.test(text.slice(head.start, head.end + 4)))) {
    const until = readNumberAfter(text, words, end)
    const earlier = words[end - 1]
    if (
      until !== null &&
      !(
        earlier?.capital &&
        adjacent(text, earlier, head) &&
        !functionWords.has(earlier.lower) &&
        !vocabulary.postWords.has(earlier.lower)
      )
    )
      return { start: head.start, end: until, force: false }
  }
  // "Special Forces" and "Coast Guard" are names by themselves; read with what stands before, or as a force.
  let start = headStart
  let numbered = headStart
  let military = false
  let proper = 0
  for (let at = headStart - 1; at >= Math.max(0, headStart - 8); at--) {
    const word = words[at]!
    if (!adjacent(text, word, words[at + 1]!)) break
    if (number(word) || (ordinal.test(word.text) && (kind === 'head' || at < headStart - 1))) {
      // "10,000 multinational task force" counts it.
      if (/\d[.,]$/.test(text.slice(Math.max(0, word.start - 2), word.start))) break
      numbered = at
      start = at
      break
    }
    const known =
      vocabulary.militaryWords.has(word.lower) ||
      vocabulary.heads.has(word.lower) ||
      // "Operational-Strategic Group", "Anti-Stock Theft Unit".
      (word.lower.includes('-') && word.lower.split('-').some((part) => vocabulary.militaryWords.has(part))) ||
      // "Gun Boat Company", "Peace Keeping Centre": two words make a military one.
      vocabulary.militaryWords.has(`${word.lower} ${words[at + 1]!.lower}`) ||
      (at > 0 && vocabulary.militaryWords.has(`${words[at - 1]!.lower} ${word.lower}`))
    // "US-trained Mexican Special Forces".
    // "the Inspector General Frontier Corps": an office ends there.
    if (word.lower === 'general' && /^(?:inspector|commandant|adjutant|surgeon|director)$/.test(words[at - 1]?.lower ?? '')) break
    if (/-(?:trained|based|led|backed|armed|funded|supported)$/.test(word.text)) break
    if (word.capital) {
      if (
        (functionWords.has(word.lower) && word.text !== 'Para' && !isLetter(text, word)) ||
        (vocabulary.honorifics.has(word.lower) && !known)
      )
        break
      if (vocabulary.postWords.has(word.lower) && !known) break
      start = at
      proper++
      if (known) military = true
    } else if (word.lower === 'and' || word.lower === 'of' || word.lower === 'for' || word.lower === '&') {
      const left = words[at - 1]
      if (!left?.capital || !adjacent(text, left, word) || functionWords.has(left.lower) || vocabulary.postWords.has(left.lower))
        break
      // "Training and Doctrine Command", but "21 Brigade and Special Forces Brigade" are two.
      if (
        (vocabulary.heads.get(left.lower) === 'head' && kind !== 'institution') ||
        (word.lower !== 'and' && !vocabulary.heads.has(left.lower))
      )
        break
      if (word.lower === 'and' && kind === 'institution' && isOfForce(words, at, vocabulary)) continue
      // "the Special Boat Service and Department of State Services" are two.
      if (word.lower === 'and' && vocabulary.heads.has(words[at + 1]!.lower) && words[at + 2]?.lower === 'of') break
      // "the Immigration Service and Nigerian Law Agency" are two.
      if (word.lower === 'and' && (vocabulary.countryWords.has(words[at + 1]!.lower) || /^U[SK]$/.test(words[at + 1]!.text)))
        break
      if (word.lower === 'and' && !vocabulary.militaryWords.has(left.lower) && !vocabulary.heads.has(left.lower)) break
    } else if (known && /^(?:\p{Ll}|-)+$/u.test(word.text)) {
      military = true
      start = at
    } else break
  }
  const hasNumber = numbered < headStart
  const fieldEnd = hasNumber ? null : readField(text, words, end, vocabulary)
  if (!hasNumber) {
    while (start < headStart && (/^(?:and|of|for)$/.test(words[start]!.lower) || !words[start]!.capital)) start++
    if (start === headStart && fieldEnd === null) return null
    const printed = text.slice(words[start]!.start, head.end)
    if (!head.capital && !seat.test(printed)) {
      if (!smallHead.test(printed) || generic.has(words[start]!.lower) || functionWords.has(words[start]!.lower)) return null
      return { start: words[start]!.start, end: head.end, force: false, acronym: true }
    }
    // A place to be taken to, and a unit only where somebody commands it.
    if (military && /^[^,]*(?:Army|Navy|Naval|Air Force|NAF|Military|Defence|Police)\b[^,]* Hospital$/.test(printed))
      return { start: words[start]!.start, end: head.end, force: false, acronym: true }
    if (
      /^(?:Civil Defence|Youth Service|Road Safety|Peace) /.test(text.slice(words[headStart - 2]?.start ?? 0, head.end)) ||
      notUnits.test(text.slice(words[start]!.start, head.end))
    )
      return null
    // "5 Sector" aside, a rank or "General" before the head is another name's end ("General Headquarters" stays).
    const inner = words.slice(start, headStart)
    if (
      fieldEnd === null &&
      inner.every((word) => generic.has(word.lower)) &&
      !text.startsWith('Headquarters Theat', words[start]!.start)
    )
      return null
    if (kind !== 'head' && !military && fieldEnd === null) return null
    if (proper === 0 && fieldEnd === null) return null
  } else if (kind === 'institution' && !words.slice(numbered, headStart).some((word) => isOfServices(word, vocabulary))) {
    // "407 Equipment Supply Depot": no civil body has such a number, but only a post says that it is one of ours.
    return /^\d{3}$/.test(words[numbered]!.text) && head.capital && headStart > numbered + 1
      ? { start: words[numbered]!.start, end: head.end, force: false, acronym: true }
      : null
  }
  // The seat of a numbered unit is not the unit: "3 Division Headquarters" names 3 Division, found by its own head.
  if (
    hasNumber &&
    /^(?:headquarters|camp|base|office|station)$/.test(head.lower) &&
    headStart - numbered > 1 &&
    !vocabulary.countryWords.has(words[numbered + 1]!.lower)
  )
    return null
  // "12 squads", "40 rifles": counted, and no name.
  if (hasNumber && kind === 'military' && headStart - numbered === 1 && !head.capital) return null
  let from = words[start]!.start
  const prefix = words[start - 1]
  if (hasNumber && prefix && /^(?:HQ|Sector|Zone|No)$/.test(prefix.text) && adjacent(text, prefix, words[start]!))
    from = prefix.start
  if (!hasNumber && words[start]!.text === 'Police' && /^(?:team|squad|unit)$/.test(head.lower))
    from -= /Inspector[- ]General of $/.exec(text.slice(Math.max(0, from - 21), from))?.[0].length ?? 0
  if (!hasNumber && prefix?.text === 'St' && /^\. $/.test(text.slice(prefix.end, from))) from = prefix.start
  if (!hasNumber && /(?<![\p{L}.])U\.S\. $/u.test(text.slice(Math.max(0, from - 6), from))) from -= 5
  if (
    (hasNumber || isLetter(text, words[start]!)) &&
    /[‘“"']/.test(text[from - 1] ?? '') &&
    /[’”"']/.test(text[words[start]!.end] ?? '')
  )
    from--
  const numberAfter = hasNumber ? null : readNumberAfter(text, words, end)
  // "Forward Operating Base Kukawa", "Operational Command South": the place is of the name.
  const seated = words[end + 1]
  if (
    (/Operating Base$/.test(text.slice(from, head.end)) ||
      (/Command$/.test(head.text) && /^(?:North|South|East|West|Centre)$/.test(seated?.text ?? ''))) &&
    seated?.capital &&
    text.slice(head.end, seated.start) === ' ' &&
    isPlainName(seated, vocabulary)
  )
    return { start: from, end: seated.end, force: false }
  const until = fieldEnd ?? numberAfter ?? (hasNumber ? readBranch(text, words, end) : null) ?? head.end
  return { start: from, end: until, force: false }
}

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

/** "Sector 3", "Zone 2": the number alone makes a name of it. */
const alone = /^(?:Sector|MOPOL|Mopol|PMF)$/
/** "Brigade No. 3": with the word for it also where something of the unit follows. */
const aloneWithNo = /^(?:Brigade|Battalion|Division|Regiment|Company|Squadron|Command) No/
const numberedAfter = /^(?:squadron|sector|zone|mopol|pmf|force|squad|unit|squadrons|base|team|area)$/
/** "Military Region 7", "Special Operations No. 3": with nothing behind the number that it could count. */
const numberedLast = /^(?:region|district|operations|brigade|battalion|division|regiment|corps|wing|office)$/
const countsNothing =
  /^(?:[,.;:)’'”"]|$|\n|\s(?:in|at|near|on|and|has|had|was|is|said|under|of|to|from|which|who|will|based|director|commander|chief|spokes\p{Ll}+)(?!\p{L}))/u

/** The end of "22" after "Police Mobile Force Squadron". */
function readNumberAfter(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[words[head + 1]?.text === 'No' ? head + 2 : head + 1]
  if (
    !next?.number ||
    !(
      numberedAfter.test(words[head]!.lower) ||
      (numberedLast.test(words[head]!.lower) &&
        words[head]!.capital &&
        countsNothing.test(text.slice(next.end, next.end + 12))) ||
      aloneWithNo.test(text.slice(words[head]!.start, words[head]!.end + 4))
    ) ||
    !/^ (?:No\.? ?)?$/.test(text.slice(words[head]!.end, next.start))
  )
    return null
  // "Sector 3 Command", "Squadron 44 Battalion": the number is of what follows.
  const after = words[words.indexOf(next) + 1]
  return after?.capital && adjacent(text, next, after) ? null : next.end
}

/** The end of "Signals" after "52 Division". */
function readBranch(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[head + 1]
  if (!next || !/^ $/.test(text.slice(words[head]!.end, next.start))) return null
  const branch =
    /^(?:Signals?|Engineer(?:s|ing)?|Provost|Medical Services(?: and Hospital)?|Equipment Support|Supply and Transport|Ordnance Services|Finance|Intelligence)(?![\p{L}])/u.exec(
      text.slice(next.start, next.start + 40),
    )
  return branch ? next.start + branch[0].length : null
}

/** The end of "of Artillery" after "School", "of Army Policy and Plans" after "Department"; null where nothing of the kind follows. */
function readField(text: string, words: readonly ProseWord[], head: number, vocabulary: ArticleVocabulary): number | null {
  const of = words[head + 1]
  const field = words[head + 2]
  const ours =
    field && (vocabulary.militaryWords.has(field.lower) || (field.text === 'Public' && words[head + 3]?.text === 'Relations'))
  if (of?.lower !== 'of' || !field?.capital || !ours) return null
  if (!adjacent(text, words[head]!, of) || !adjacent(text, of, field)) return null
  let last = head + 2
  for (let at = last + 1; at < words.length && at < head + 7 && adjacent(text, words[at - 1]!, words[at]!); at++) {
    const word = words[at]!
    const police = word.lower === 'police' && words[at - 1]!.lower === 'military'
    if (word.capital && !functionWords.has(word.lower) && (police || !vocabulary.rankStarts.has(word.lower))) last = at
    else if (word.lower !== 'and') break
  }
  return words[last]!.end
}
