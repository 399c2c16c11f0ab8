/** Reads names that their first words give away: operations, whole forces of a country and their branches, ships, and units in Spanish, French and Portuguese. */
import type { Organization } from './mention.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { adjacent, functionWords, type ProseWord } from './words.js'

export function readOperation(
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
    // "Operation Calm Sea Theatre Commander".
    if (next > at + 1 && (word.lower === 'theatre' || word.lower === 'theater')) break
    if (next > at + 2 && vocabulary.rankStarts.has(word.lower)) break
    last = next
  }
  if (last === at || (words[at]!.text === 'OPERATION' && last - at > 3)) return null
  const closing = /^[”"’']/.exec(text.slice(words[last]!.end, words[last]!.end + 1))
  const opened = /[“"‘'`]/.test(text.slice(words[at]!.end, words[at + 1]!.start))
  return { start: words[at]!.start, end: words[last]!.end + (closing && opened ? 1 : 0), force: false }
}

/** Where the country whose name or adjective ends at a word begins: "Nigerian", "Sri Lanka"; null where none ends there. */
export function countryEndingAt(words: readonly ProseWord[], at: number, vocabulary: ArticleVocabulary): number | null {
  const { lower, text: printed } = words[at]!
  // "the National Gendarmerie": of which country the article says elsewhere.
  if (/^U[SK]$/.test(printed) || lower === 'national') return at
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
  /^ (?:(?:Corps of )?(?:Engineers|Signals?|Artillery|Infantry Corps|Intelligence Corps|Medical Corps|Ordnance Corps|Education Corps|Finance Corps|Armou?red Corps|Military Police|Electrical and Mechanical Engineers)(?: Corps)?|Special Forces|Marine Corps|Women[’']s Corps)(?![\p{L}\p{N}])/u
const shipOfForce = /^ Ship,? (?:\(?[A-Z]{2,4}\)?,? )?\p{Lu}[\p{L}]+/u

/** "the Egyptian army spokesman", "chief of the Myanmar armed forces": with a small letter a force is a name only beside a post. */
function isOfPost(text: string, country: ProseWord, force: ProseWord): boolean {
  return (
    /(?:commander|chief|staff|head|spokes\w+)(?:-in-chief)? (?:of|for) the $/i.test(
      text.slice(Math.max(0, country.start - 36), country.start),
    ) ||
    /^(?:army|navy|air force|armed forces|military|defen[cs]e forces?)(?:['’]s)? (?:spokes|chief|commander)/.test(
      text.slice(force.start, force.start + 34),
    )
  )
}

export function readForce(
  text: string,
  words: readonly ProseWord[],
  country: number,
  at: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const next = words[at + 1]
  if (
    !next ||
    !vocabulary.forceStarts.has(next.lower) ||
    !(next.capital || isOfPost(text, words[country]!, next)) ||
    !/^\.?[ \u00a0]$/.test(text.slice(words[at]!.end, next.start))
  )
    return null
  vocabulary.force.lastIndex = next.start
  const match = vocabulary.force.exec(text)
  // "the National Military Cemetery".
  if (!match || (words[at]!.lower === 'national' && next.lower === 'military')) return null
  const before = words[country - 1]
  const royal = before && /^(?:Royal|Imperial|Depot)$/.test(before.text) && adjacent(text, before, words[country]!)
  // "the Republic of Sierra Leone Armed Forces".
  const republic = before?.text === 'of' && words[country - 2]?.text === 'Republic' ? words[country - 2] : undefined
  const start = (royal ? before : (republic ?? words[country]!)).start
  const end = match.index + match[0].length
  const after = text.slice(end, end + 60)
  const part = branchOfForce.exec(after) ?? shipOfForce.exec(after)
  return part ? { start, end: end + part[0].length, force: false } : { start, end, force: before?.text !== 'Depot' }
}

/** "Inter-Services Public Relations", "56 Rashtriya Rifles". */
export function readBody(
  text: string,
  words: readonly ProseWord[],
  at: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  const { start } = words[at]!
  vocabulary.body.lastIndex = start
  const match = vocabulary.body.exec(text)
  if (!match) return null
  const before = words[at - 1]
  const numbered = before?.number && /^\d/.test(before.text) && adjacent(text, before, words[at]!)
  const body = { start: numbered ? before.start : start, end: start + match[0].length, force: false }
  return match.groups!.ofPost === undefined ? body : { ...body, acronym: true, body: !/^ministry/i.test(match[0]) }
}

const ofCountry = /(?:Armed Forces|Defen[cs]e Forces?|National (?:Army|Guard|Gendarmerie|Police)) of (?:the )?(?:Republic of )?/uy

/** "the Armed Forces of Liberia". */
export function readForceOf(
  text: string,
  words: readonly ProseWord[],
  at: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  ofCountry.lastIndex = words[at]!.start
  const match = ofCountry.exec(text)
  const first = match ? words.findIndex(({ start }) => start === match.index + match[0].length) : -1
  if (first === -1) return null
  for (let last = first; last < Math.min(words.length, first + 3); last++)
    if (words[last]!.capital && countryEndingAt(words, last, vocabulary) === first)
      return { start: words[at]!.start, end: words[last]!.end, force: true }
  return null
}

/** Behind the joining words at `at`: "la Cuarta Brigada"; "las Fuerzas Armadas" behind their staff alone, whose chief has a post of that name. */
function beginsAnother(words: readonly ProseWord[], at: number, ofStaff: boolean, vocabulary: ArticleVocabulary): boolean {
  let first = at
  while (words[first] && joiner.test(words[first]!.lower)) first++
  const [word, next] = [words[first], words[first + 1]]
  if (!word?.capital || !next) return false
  if (spanishOrdinal.test(word.lower) || word.number) return vocabulary.spanishHeads.has(next.lower)
  return ofStaff && word.lower === 'fuerzas' && next.lower === 'armadas'
}

export function readShip(text: string, words: readonly ProseWord[], at: number): Organization | null {
  const name = words[at + 1]
  if (!name?.capital || functionWords.has(name.lower) || !adjacent(text, words[at]!, name)) return null
  return { start: words[at]!.start, end: name.end, force: false }
}

export const joiner = /^(?:de|del|la|los|las|du|des|le|da|do|dos|das|e)$/
const french =
  /^(?:d['’](?:infanterie|artillerie|intervention)|infanterie|cavalerie|parachutistes|commandos|reconnaissance|motorisée?|mécanisée?|blindée?|légère?|légers?|rapide|interarmes|militaire)$/
/** "Séptima Brigada", "Primera División". */
const spanishOrdinal = /^(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim|undécim|duodécim|vigésim)[oa]?$/
/** Whole forces that one word names: only whoever commands or speaks for one makes a name of it. */
const spanishForce = /^(?:Ejército|Armada|Marina|Policía|Gendarmería|Carabineros)$/
const againstWhat = /^(?:lucha contra|contra (?:el|la|las|los))$/
/** "102 Batallón de Infantería", "Batallón de Infantería No. 27", "35 Zona Militar", "42e régiment". */
export function readSpanish(
  text: string,
  words: readonly ProseWord[],
  head: number,
  further: number,
  vocabulary: ArticleVocabulary,
): Organization | null {
  let start = head
  const before = words[head - 1]
  if (before?.capital && spanishOrdinal.test(before.lower) && /^ $/.test(text.slice(before.end, words[head]!.start)))
    start = head - 1
  else if (
    before &&
    (before.number || /^\d+[./]?[ºªaoer]*$/.test(before.text)) &&
    /^[.º°ª/]{0,2}\s?$/.test(text.slice(before.end, words[head]!.start))
  )
    start = head - 1
  // "2e région militaire": the second word of the head has a small letter, too.
  let last = head + further
  for (let at = last + 1; at < words.length && at <= head + 7; at++) {
    const word = words[at]!
    const gap = text.slice(words[at - 1]!.end, word.start)
    if (!/^[ \u00a0.º°ª]{1,2}$/.test(gap)) break
    if (word.capital || word.number || /^\d+$/.test(word.text)) last = at
    else if (/^n[uú]m(?:ero)?$/.test(word.lower) && words[at + 1]?.number) continue
    // "Fuerza Especial de Lucha contra el Crimen".
    else if (againstWhat.test(`${words[at - 1]!.lower} ${word.lower}`)) continue
    // "51e brigade d'infanterie motorisée": with small letters, behind a number.
    else if (start < head && french.test(word.lower)) last = at
    // "Estado Mayor Conjunto de las Fuerzas Armadas", "Batallón Atonal de la Cuarta Brigada": another name begins.
    else if (!joiner.test(word.lower) || beginsAnother(words, at + 1, words[head]!.lower === 'estado', vocabulary)) break
  }
  const alone = start === head && last === head + further
  if (alone && further === 0 && spanishForce.test(words[head]!.text))
    return { start: words[head]!.start, end: words[head]!.end, force: false, acronym: true }
  if (start === head && (last === head || (!/\d/.test(text.slice(words[head]!.end, words[last]!.end)) && !words[head]!.capital)))
    return null
  if (alone && !(further > 0 && words[head]!.capital)) return null
  return { start: words[start]!.start, end: words[last]!.end, force: false }
}
