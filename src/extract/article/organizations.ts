/**
 * Finds the names of units, institutions and forces in a sentence: "7 Division Garrison", "Oji River Police Division", "Operation Lafiya
 * Dole", "the Nigerian Army", "102 Batallón de Infantería".
 *
 * What ends such a name is a word that a unit's name ends with (force-words.csv); what comes before it is read backwards, as far as it
 * can belong. A word that many bodies use ("school", "centre", "group") ends one only with a number or a military word before it.
 */
import type { Span } from './sentences.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { functionWords, type ProseWord } from './words.js'

export interface Organization extends Span {
  /** A whole force of a country, named on the way ("the Nigerian Army said"), not a unit of it. */
  force: boolean
  /** Printed as nothing but an acronym: a unit only where a post or appointment says so ("Commander, TRADOC"). */
  acronym?: boolean
}

/** Written with a small letter too: "Army headquarters". */
const seat = /^(?:Army|Navy|Naval|Air Force|Police|Defen[cs]e|Force) headquarters$/
/** Services that are no security forces, or only houses. */
const notUnits =
  /Immigration|Customs|Drug Law|Correctional|Prisons? Service|Civil Defen[cs]e|Youth Service|Road Safety|Peace Corps|Fire Service|Hospital|Children School|Secondary School|Football|Admissions|Commanders$|^(?:The )?(?:Air|Police|Armed|Special|Military|Security|Joint) (?:Forces?|Stations?|Services?|Headquarters|Agency|Office|Department)$/
const generic = new Set(
  'division divisional brigade battalion zonal state national regional area district unit general supreme high new old local federal theatre theater headquarters command formation sector central main'.split(
    ' ',
  ),
)
const operationWord = /^(?:operation|exercise|op|operación|opération)$/i
/** Prefixes of warships and naval bases. */
const warship = /^(?:NNS|USS|HMS|HMNZS|HMAS|HMCS|INS|BRP|KRI|ARM|ARC|GNS|KNS)$/
/** "TRADOC", "RAB-11". */
const acronym = /^\p{Lu}{3,8}(?:-\d{1,3})?$/u
const notAcronyms = new Set([
  'USA',
  'THE',
  'AND',
  'FOR',
  'GEN',
  'COL',
  'MAJ',
  'CAPT',
  'FCT',
  'VIP',
  'IED',
  'IEDS',
  'IDP',
  'IDPS',
  'FSS',
  'DSS',
  'MSS',
  'CSO',
])
const number = (word: ProseWord) => word.number
/** "the third military region": numbers a unit, though with a small letter. */
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/
/** A place that is called after the unit: "33 Brigade Barracks", "7 Division Hospital". */
const placeOf =
  /^ (?:Barracks?|Hospital|Cantonment|Church|Mosque|Junction|Road|Street|Stadium|Market|Mammy|Primary|Children|Quarters)\b/
const mission =
  /(?:United Nations|African-led|UN|U\.N\.|African? Union|AU|ECOWAS|NATO|EU|European Union)(?:\/United Nations)?(?: \p{Lu}[\p{L}-]+){0,4} (?:Mission|Operations?|Force|Stabili[sz]ation Mission)(?: (?:in|for|to) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?/gu

export function findOrganizations(text: string, words: readonly ProseWord[], vocabulary: ArticleVocabulary): Organization[] {
  const found: Organization[] = []
  const shouted = words.length > 3 && words.filter(({ text }) => /^\p{Lu}{3,}$/u.test(text)).length > words.length / 2
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (operationWord.test(word.text)) {
      const operation = readOperation(text, words, at, vocabulary)
      if (operation) found.push(operation)
    }
    if (warship.test(word.text)) {
      const ship = readShip(text, words, at)
      if (ship) found.push(ship)
    }
    const unit = readEndingAt(text, words, at, vocabulary)
    if (unit) found.push(unit)
    if (
      acronym.test(word.text) &&
      text[word.start - 1] !== '(' &&
      !shouted &&
      !vocabulary.rankAcronyms.has(word.text) &&
      !vocabulary.postStarts.has(word.lower) &&
      !notAcronyms.has(word.text)
    )
      found.push({ start: word.start, end: word.end, force: false, acronym: true })
    const country = word.capital ? countryEndingAt(words, at, vocabulary) : null
    if (country !== null) {
      const force = readForce(text, words, country, at, vocabulary)
      if (force) found.push(force)
    }
    if (
      (vocabulary.spanishHeads.has(word.lower) || vocabulary.spanishHeads.has(`${word.lower} ${words[at + 1]?.lower}`)) &&
      (!vocabulary.heads.has(word.lower) || joiner.test(words[at + 1]?.lower ?? ''))
    ) {
      const unit = readSpanish(text, words, at)
      if (unit) found.push(unit)
    }
  }
  const first = words[0]
  const last = words[words.length - 1]
  if (first && last) {
    const sentence = text.slice(first.start, last.end)
    if (/ (?:Mission|Operations?|Force)\b/.test(sentence))
      for (const match of sentence.matchAll(mission))
        found.push({ start: first.start + match.index, end: first.start + match.index + match[0].length, force: false })
  }
  return withOperations(
    text,
    longest(found).filter(({ end }) => !placeOf.test(text.slice(end, end + 12))),
  )
}

/** "Joint Task Force, Operation Calm Sea", "Special Task Force (Operation Calm Sea)": one name. */
function withOperations(text: string, found: readonly Organization[]): Organization[] {
  const joined: Organization[] = []
  for (const one of found) {
    const before = joined.at(-1)
    const gap = before ? text.slice(before.end, one.start) : ''
    // "the Joint Task Force, JTF, Operation Calm Sea": the acronym only repeats.
    const repeats = before?.acronym && joined.length > 1 && text.slice(joined.at(-2)!.end, before.start) === ', '
    if (
      before &&
      !repeats &&
      /^(?:,| \()? ?$/.test(gap) &&
      /^operation /i.test(text.slice(one.start, one.start + 10)) &&
      /(?:task ?force|[JS]M?TF)$/i.test(text.slice(before.start, before.end)) &&
      (!gap.includes('(') || text[one.end] === ')')
    )
      joined[joined.length - 1] = { start: before.start, force: false, end: gap.includes('(') ? one.end + 1 : one.end }
    else joined.push(one)
  }
  return joined
}

/** Of overlapping names the longest; of equal ones the first. */
function longest(found: Organization[]): Organization[] {
  const kept: Organization[] = []
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((other) => one.start < other.end && one.end > other.start)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

/** Whether nothing but a space, a hyphen, a slash or a quotation mark stands between two words. */
function adjacent(text: string, before: ProseWord, after: ProseWord): boolean {
  const gap = text.slice(before.end, after.start)
  return gap.length <= 3 && /^['’]?s?[ \u00a0\n]?[/&“”"‘’'`-]?[ \u00a0]?$/.test(gap) && !/^['’]s/.test(gap)
}

function readEndingAt(
  text: string,
  words: readonly ProseWord[],
  end: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const head = words[end]!
  let kind = vocabulary.heads.get(head.lower)
  let headStart = end
  const before = words[end - 1]
  if (before && adjacent(text, before, head)) {
    const pair = vocabulary.heads.get(`${before.lower} ${head.lower}`)
    if (pair && (pair === 'head' || !kind)) {
      kind = pair
      headStart = end - 1
    }
  }
  if (!kind) return null
  // "23 Brigade Nigerian Army", "8 Division Army Public Relations": the force is a name of its own, or of another.
  if (
    before &&
    /^(?:army|navy|police|military)$/.test(head.lower) &&
    (vocabulary.countryWords.has(before.lower) || vocabulary.heads.get(before.lower) === 'head')
  )
    return null
  if (headStart === end && head.capital && alone.test(head.text)) {
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
      // "Gun Boat Company", "Peace Keeping Centre": two words make a military one.
      vocabulary.militaryWords.has(`${word.lower} ${words[at + 1]!.lower}`) ||
      (at > 0 && vocabulary.militaryWords.has(`${words[at - 1]!.lower} ${word.lower}`))
    if (word.capital) {
      if ((functionWords.has(word.lower) && !isLetter(text, word)) || vocabulary.honorifics.has(word.lower)) break
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
    if ((start === headStart && fieldEnd === null) || (!head.capital && !seat.test(text.slice(words[start]!.start, head.end))))
      return null
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
  } else if (kind === 'institution' && !words.slice(numbered, headStart).some(({ lower }) => vocabulary.countryWords.has(lower)))
    return null
  // The seat of a numbered unit is not the unit: "3 Division Headquarters" names 3 Division, found by its own head.
  if (hasNumber && /^(?:headquarters|camp|base|office|station)$/.test(head.lower) && headStart - numbered > 1) return null
  if (
    hasNumber &&
    kind === 'military' &&
    headStart - numbered === 1 &&
    /^(?:section|unit|team|camp|region|district|group|front|base|army)$/.test(head.lower) &&
    !head.capital
  )
    return null
  let from = words[start]!.start
  const prefix = words[start - 1]
  if (hasNumber && prefix && /^(?:HQ|Sector|Zone|No)$/.test(prefix.text) && adjacent(text, prefix, words[start]!))
    from = prefix.start
  if (!hasNumber && prefix?.text === 'St' && /^\. $/.test(text.slice(prefix.end, from))) from = prefix.start
  if (!hasNumber && /(?<![\p{L}.])U\.S\. $/u.test(text.slice(Math.max(0, from - 6), from))) from -= 5
  if (hasNumber && /[‘“"']/.test(text[from - 1] ?? '') && /[’”"']/.test(text[words[start]!.end] ?? '')) from--
  const numberAfter = hasNumber ? null : readNumberAfter(text, words, end)
  const until = fieldEnd ?? numberAfter ?? (hasNumber ? readBranch(text, words, end) : null) ?? head.end
  return { start: from, end: until, force: false }
}

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
const numberedAfter = /^(?:squadron|sector|zone|mopol|pmf|force|squad|unit|squadrons|base|team|area)$/

/** The end of "22" after "Police Mobile Force Squadron". */
function readNumberAfter(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[head + 1]
  if (
    !next?.number ||
    !numberedAfter.test(words[head]!.lower) ||
    !/^ (?:No\.? ?)?$/.test(text.slice(words[head]!.end, next.start))
  )
    return null
  // "Sector 3 Command", "Squadron 44 Battalion": the number is of what follows.
  const after = words[head + 2]
  return after?.capital && adjacent(text, next, after) ? null : next.end
}

/** The end of "Signals" after "52 Division". */
function readBranch(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[head + 1]
  if (!next || !/^ $/.test(text.slice(words[head]!.end, next.start))) return null
  const branch =
    /^(?:Signals|Engineers|Provost|Medical Services(?: and Hospital)?|Equipment Support|Supply and Transport|Ordnance Services|Finance|Intelligence)(?![\p{L}])/u.exec(
      text.slice(next.start, next.start + 40),
    )
  return branch ? next.start + branch[0].length : null
}

/** The end of "of Artillery" after "School", "of Army Policy and Plans" after "Department"; null where nothing of the kind follows. */
function readField(text: string, words: readonly ProseWord[], head: number, vocabulary: ArticleVocabulary): number | null {
  const of = words[head + 1]
  const field = words[head + 2]
  if (of?.lower !== 'of' || !field?.capital || !vocabulary.militaryWords.has(field.lower)) return null
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

function readOperation(
  text: string,
  words: readonly ProseWord[],
  at: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  let last = at
  for (let next = at + 1; next < words.length && next <= at + 4; next++) {
    const word = words[next]!
    const gap = text.slice(words[next - 1]!.end, word.start)
    if (!/^[ \u00a0]?[ \u00a0“”"‘’'`]{0,3}$/.test(gap) || (next > at + 1 && /[”"’]\s*$/.test(gap))) break
    if (!word.capital || functionWords.has(word.lower) || vocabulary.postWords.has(word.lower)) break
    if (next === at + 1 && vocabulary.heads.has(word.lower)) break
    if (next > at + 2 && vocabulary.rankStarts.has(word.lower)) break
    last = next
  }
  if (last === at || (words[at]!.text === 'OPERATION' && last - at > 3)) return null
  const closing = /^[”"’']/.exec(text.slice(words[last]!.end, words[last]!.end + 1))
  const opened = /[“"‘'`]/.test(text.slice(words[at]!.end, words[at + 1]!.start))
  return { start: words[at]!.start, end: words[last]!.end + (closing && opened ? 1 : 0), force: false }
}

/** Where the country whose name or adjective ends at a word begins: "Nigerian", "Sri Lanka"; null where none ends there. */
function countryEndingAt(words: readonly ProseWord[], at: number, vocabulary: ArticleVocabulary): number | null {
  const { lower, text: printed } = words[at]!
  if (/^U[SK]$/.test(printed)) return at
  if (printed === 'S' && words[at - 1]?.text === 'U' && words[at - 1]!.end === words[at]!.start - 1) return at - 1
  for (const phrase of vocabulary.countryPhrases.get(lower) ?? []) {
    const start = at - phrase.split(' ').length + 1
    if (
      start >= 0 &&
      words
        .slice(start, at + 1)
        .map((word) => word.lower)
        .join(' ') === phrase
    )
      return start
  }
  return vocabulary.countryWords.has(lower) ? at : null
}

/** Branches of an army or navy, which are no force of their own: "Nigerian Army Engineers", "Nigerian Navy Ship Unity". */
const branchOfForce =
  /^ (?:(?:Corps of )?(?:Engineers|Signals?|Artillery|Infantry Corps|Intelligence Corps|Medical Corps|Ordnance Corps|Education Corps|Finance Corps|Armou?red Corps|Electrical and Mechanical Engineers)(?: Corps)?|Special Forces|Marine Corps|Women[’']s Corps)(?![\p{L}\p{N}])/u
const shipOfForce = /^ Ship (?:\([A-Z]{2,4}\),? )?\p{Lu}[\p{L}]+/u

function readForce(
  text: string,
  words: readonly ProseWord[],
  country: number,
  at: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const next = words[at + 1]
  if (!next?.capital || !vocabulary.forceStarts.has(next.lower) || !/^\.?[ \u00a0]$/.test(text.slice(words[at]!.end, next.start)))
    return null
  vocabulary.force.lastIndex = next.start
  const match = vocabulary.force.exec(text)
  if (!match) return null
  const before = words[country - 1]
  const royal = before && /^(?:Royal|Imperial|Depot)$/.test(before.text) && adjacent(text, before, words[country]!)
  const start = (royal ? before : words[country]!).start
  const end = match.index + match[0].length
  const after = text.slice(end, end + 60)
  const part = branchOfForce.exec(after) ?? shipOfForce.exec(after)
  return part ? { start, end: end + part[0].length, force: false } : { start, end, force: before?.text !== 'Depot' }
}

function readShip(text: string, words: readonly ProseWord[], at: number): Organization | null {
  const name = words[at + 1]
  if (!name?.capital || functionWords.has(name.lower) || !adjacent(text, words[at]!, name)) return null
  return { start: words[at]!.start, end: name.end, force: false }
}

const joiner = /^(?:de|del|la|los|las|du|des|le)$/
/** "102 Batallón de Infantería", "Batallón de Infantería No. 27", "35 Zona Militar", "42e régiment". */
function readSpanish(text: string, words: readonly ProseWord[], head: number): Organization | null {
  let start = head
  const before = words[head - 1]
  if (
    before &&
    (number(before) || /^\d+[./]?[ºªaoer]*$/.test(before.text)) &&
    /^[.º°ª/]{0,2}\s?$/.test(text.slice(before.end, words[head]!.start))
  )
    start = head - 1
  let last = head
  for (let at = head + 1; at < words.length && at <= head + 7; at++) {
    const word = words[at]!
    const gap = text.slice(words[at - 1]!.end, word.start)
    if (!/^[ \u00a0.º°ª]{1,2}$/.test(gap)) break
    if (word.capital || number(word) || /^\d+$/.test(word.text)) last = at
    else if (!joiner.test(word.lower)) break
  }
  if (start === head && (last === head || (!/\d/.test(text.slice(words[head]!.end, words[last]!.end)) && !words[head]!.capital)))
    return null
  if (start === head && last === head) return null
  return { start: words[start]!.start, end: words[last]!.end, force: false }
}
