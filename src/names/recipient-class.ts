/**
 * What kind of recipient a printed name is, by committed words (data/vocabulary/recipient-words.csv): military, police and the like are a
 * security force; other ministries, media and universities are not. What the words do not decide is unknown, never guessed.
 *
 * The rule of what a security force is stands in docs/decisions: whoever is authorised to use force, and the ministry over them.
 */
import type { RecipientClass } from '../ledger/records.js'
import { itself, remembered } from '../ledger/remembered.js'
import { countries, readDataTable } from '../ledger/vocabulary.js'
import { withheldPattern } from './personal-data.js'
import { searchKey, searchKeyOfCell } from './search-key.js'
import { beginsEntry, classAcronyms, echelonSize, forceSign, unitEntriesOf, unitEntryAt } from './unit-vocabulary.js'

/** How specific a name is: only the first names a unit. */
export type NamingLevel = 'unit' | 'class of units' | 'service or ministry' | 'none'

interface Rule {
  class: RecipientClass
  /** 9: only as the whole cell. The highest rank decides; equal ranks of different classes leave it unknown; two words of rank 2 count. */
  rank: number
  country: string | null
}

interface Words {
  /** First word of a phrase -> phrases that begin with it, longest first. */
  phrases: Map<string, { words: string[]; rules: Rule[] }[]>
  stems: { stem: string; rules: Rule[] }[]
  whole: Map<string, Rule>
  adjectives: Map<string, string>
  /** The first words of the adjectives. */
  beginnings: Set<string>
}

let loaded: Words | undefined

function words(): Words {
  if (loaded) return loaded
  const byPhrase = new Map<string, Rule[]>()
  const whole = new Map<string, Rule>()
  const stems: Words['stems'] = []
  for (const row of readDataTable('vocabulary/recipient-words.csv')) {
    const rule: Rule = { class: row.class as RecipientClass, rank: Number(row.rank), country: row.country || null }
    if (row.words!.endsWith('*')) stems.push({ stem: row.words!.slice(0, -1), rules: [rule] })
    else if (rule.rank === 9) whole.set(row.words!, rule)
    else byPhrase.set(row.words!, [...(byPhrase.get(row.words!) ?? []), rule])
  }
  const phrases: Words['phrases'] = new Map()
  for (const [phrase, rules] of byPhrase) {
    const parts = phrase.split(' ')
    phrases.set(parts[0]!, [...(phrases.get(parts[0]!) ?? []), { words: parts, rules }])
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const adjectives = new Map(readDataTable('vocabulary/country-adjectives.csv').map((row) => [row.adjective!, row.code!]))
  for (const country of countries()) {
    const name = searchKey(country.nameEn).replace(/^the /, '')
    if (!ambiguousNames.has(name)) adjectives.set(name, country.code)
  }
  const beginnings = new Set([...adjectives.keys()].map((name) => name.split(' ', 1)[0]!))
  loaded = { phrases, stems, whole, adjectives, beginnings }
  return loaded
}

/** Names that stand in other countries' names, or are people's and states' names as well. */
const ambiguousNames = new Set([
  'guinea',
  'niger',
  'jordan',
  'chad',
  'georgia',
  'united states',
  'dominica',
  'ireland',
  'samoa',
  'sudan',
])

interface Hit {
  class: RecipientClass
  rank: number
  word: string
}

function hitsOf(key: string, countryCode: string | null): Hit[] {
  const { phrases, stems } = words()
  const tokens = key.split(' ')
  const hits: Hit[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (saysNothing(tokens[at]!)) continue
    const phrase = phrases.get(tokens[at]!)?.find((one) => one.words.every((word, offset) => tokens[at + offset] === word))
    const rules = phrase?.rules ?? stems.find((one) => tokens[at]!.startsWith(one.stem))?.rules
    const rule =
      rules?.find((one) => one.country !== null && one.country === countryCode) ?? rules?.find((one) => one.country === null)
    if (rule) hits.push({ class: rule.class, rank: rule.rank, word: phrase?.words.join(' ') ?? tokens[at]! })
    // What the committed words of recipients leave open is asked of the words of units, which are one list for all who read names.
    const term = rule ? null : unitEntryAt(tokens, at, countryCode)
    const sign = term && forceSign(term)
    if (term && sign) {
      const word = term.words.join(' ')
      hits.push({ class: 'security force', rank: sign === 'alone' ? 5 : 2, word })
      // "2 Wing", "Group 4", "1st Company": a number is the second sign.
      const beside = [tokens[at - 1], tokens[at + term.words.length]]
      if (sign !== 'alone' && term.value in echelonSize && beside.some((token) => /^\d{1,4}$/.test(token ?? '')))
        hits.push({ class: 'security force', rank: 2, word: `${word} with a number` })
      at += term.words.length - 1
    }
    // A phrase is read as one: "military" in "military prosecutor" is not read again.
    if (rule && phrase && phrase.words.length > 1) at += phrase.words.length - 1
    // "MINUSMA4", "TANZBATT9", "33Bn": a number is glued to the word.
    const glued = !rule && !sign && numberGlued.exec(tokens[at]!)
    if (glued) {
      const name = glued[1] ?? glued[2]!
      const own = phrases.get(name)?.find((one) => one.words.length === 1)
      const bare = own?.rules.find((one) => one.country === null || one.country === countryCode)
      const entry = bare ? null : unitEntryAt([name], 0, countryCode)
      if (bare && bare.rank > 2) hits.push({ class: bare.class, rank: bare.rank, word: name })
      else if (entry && forceSign(entry) === 'alone') hits.push({ class: 'security force', rank: 5, word: name })
    }
  }
  return hits
}

/** "MINUSMA4", "33Bn". */
const numberGlued = /^(?:([a-z]{2,})\d+|\d+([a-z]{2,}))$/

/** Words that no hit can begin with, asked once a word: they are most of all that stand in names. */
const saysNothing = remembered(
  50_000,
  (token: string): boolean =>
    !words().phrases.has(token) &&
    !words().stems.some(({ stem }) => token.startsWith(stem)) &&
    !beginsEntry(token) &&
    !numberGlued.test(token),
  itself,
)

/** A force as a country has one: "[Thailand] Armed Forces", "Police of [Kenya]"; branches in all languages that names are printed in. */
let countryPatterns: { before: RegExp; behind: RegExp } | undefined

function patternsOfCountries(): { before: RegExp; behind: RegExp } {
  if (countryPatterns) return countryPatterns
  const branches = unitEntriesOf('branch')
    .map(({ words }) => words.join(' '))
    .sort((one, other) => other.length - one.length)
  const others = [
    'defen[cs]e forces?',
    'national guard',
    'ministry of (?:national )?defen[cs]e',
    'ministry of interior',
    'general staff',
    'air defen[cs]e',
  ]
  const force = `(?:royal |national |peoples? |land |ground )?(?:${[...others, 'armed force', ...branches].join('|')})`
  countryPatterns = {
    before: new RegExp(`(?:^| )((?:[a-z]+ ){0,2}[a-z]+) ${force}(?= |$)`, 'g'),
    behind: new RegExp(`${force} of (?:the )?([a-z]+(?: [a-z]+){0,2})`, 'g'),
  }
  return countryPatterns
}

/** The other country whose force a name is: "Thailand Armed Forces" in Indonesia's rows; null for the row's own or none. */
function otherCountry(key: string, countryCode: string | null): string | null {
  if (!countryCode) return null
  const { adjectives, beginnings } = words()
  // Most names say no country at all, and the patterns are long.
  if (!key.match(/[a-z]+/g)?.some((word) => beginnings.has(word))) return null
  const { before: countryBefore, behind: countryBehind } = patternsOfCountries()
  const found: string[] = []
  for (const match of key.matchAll(countryBefore)) {
    const before = match[1]!.split(' ')
    for (let from = 0; from < before.length; from++)
      for (let to = from + 1; to <= before.length; to++) {
        const code = adjectives.get(before.slice(from, to).join(' '))
        if (code) found.push(code)
      }
  }
  for (const match of key.matchAll(countryBehind)) {
    const after = match[1]!.split(' ')
    const code = [3, 2, 1].map((count) => adjectives.get(after.slice(0, count).join(' '))).find(Boolean)
    if (code) found.push(code)
  }
  // The row's own country beside another's is an exchange or a place, not another country's force.
  return found.length > 0 && !found.includes(countryCode) ? found[0]! : null
}

const courseStatus = /\((?:did not )?complet\w* the course[^)]*\)/gi
const rankOrPost =
  /\b(?:1st|2nd|3rd|first|second|senior|junior|grade|lieutenant|liutenant|lt|captain|captian|captiann?|cpt|major|maj|colonel|coronel|col|sergeant|sgt|corporal|ensign|commander|general|officer|warrant|cadet|private|mr|mrs|ms|dr|l|t|m|ra|jr|wo|and|c|th|of)\b/gi

/** The class of one printed name of a recipient in a country's rows (ISO 3166-1 alpha-3, null where it has none). */
export function classifyRecipient(text: string, countryCode: string | null = null): RecipientClass {
  return classOf({ text, countryCode })
}

/** Three rows of four repeat a name of another row. */
const classOf = remembered(
  50_000,
  ({ text, countryCode }: { text: string; countryCode: string | null }) => classify(text, countryCode),
  ({ text, countryCode }) => `${countryCode ?? ''}|${text}`,
)

function classify(text: string, countryCode: string | null): RecipientClass {
  if (text.search(withheldPattern) !== -1) {
    const rest = searchKey(text.replace(withheldPattern, ' ').replace(courseStatus, ' ').replace(rankOrPost, ' '))
    if (rest === '') return 'individual'
  }
  const key = searchKeyOfCell(text)
  if (key === '' || /^\d+$/.test(key)) return 'unknown'
  const { whole } = words()
  const own = whole.get(key)
  if (own) return own.class
  const hits = hitsOf(key, countryCode)
  const rank = Math.max(0, ...hits.map((hit) => hit.rank))
  if (rank === 0) return 'unknown'
  const top = hits.filter((hit) => hit.rank === rank)
  const classes = new Set(top.map((hit) => hit.class))
  if (rank === 2 && new Set(top.map((hit) => hit.word)).size < 2) return 'unknown'
  if (classes.size > 1) return 'unknown'
  const decided = top[0]!.class
  if (decided === 'security force' && rank > 2 && otherCountry(key, countryCode)) return "another country's force"
  return decided
}

/** Words that, with a country, name a service or ministry and nothing below it. */
const serviceWords = new Set(
  `army navy air force airforce armed forces military police national royal marines marine corps coast guard gendarmerie defense defence ministry of the and
  interior internal affairs public security home department ejercito armada fuerza aerea policia nacional marina de la del ministerio defensa secretaria fuerzas armadas militares
  armee terre mer l air marine nationale ministere interieur exercito marinha aeronautica forca forcas brasileira mod mnd mindef moi mond mdn sedena semar mexmar colar colaf cnp pnc pnp
  jdf bdf laf isf jaf kdf rdf updf fardc tpdf spla afp paf rta rtn rtaf rtarf tni uaf ksf mksf rok rokaf pngdf ttdf ana anp abp ansf force service services land ground republic state
  people peoples democratic government foreign min dept minister mfa justice health finance parliament senate congress far fan faci fab ttcg gdf af intelligence agency general staff joint headquarters hq hqs chief office
  multi multiservice central secretariat federal seguridad publica mx`.split(/\s+/),
)
const classWords = new Set(
  `special sof sf commando commandos ranger rangers infantry artillery cavalry airborne units unit battalion battalions various troops officers officer cadets soldiers operations ops riverine gafe gafes gananfes
  jungla junglas counternarcotics antinarcotics anti narcotics narcotics pilots engineers swat paratroopers military police forces force brigades fuerzas especiales contraguerrillas teams`.split(
    /\s+/,
  ),
)

/**
 * How specific a recipient's name is, for the share of sessions that "names no unit". A name with a number or a proper word beyond
 * service and country counts as a unit: better one unit too many listed than one hidden. What a class of units goes by is read as in resolving.
 */
export function namesUnit(text: string): NamingLevel {
  const key = searchKey(text.replace(withheldPattern, ' ').replace(courseStatus, ' '))
  if (key === '' || /^\d+$/.test(key)) return 'none'
  const { whole, adjectives } = words()
  if (whole.has(key)) return 'none'
  // "GAFE, Santa Fe": one of the groups of that kind, and where it is does not tell which.
  if (
    searchKey(text.split(/[,;(]/, 1)[0]!)
      .split(' ')
      .every((word) => classAcronyms.has(word))
  )
    return 'class of units'
  let bare = key
  for (const size of [3, 2, 1]) {
    const tokens = bare.split(' ')
    for (let at = 0; at + size <= tokens.length; at++) {
      const name = tokens.slice(at, at + size).join(' ')
      if (adjectives.has(name) || ambiguousNames.has(name) || adjectives.has(name.replace(/s$/, ''))) tokens.splice(at, size)
    }
    bare = tokens.join(' ')
  }
  const tokens = bare.split(' ').filter((token) => token && token !== 's')
  if (tokens.length === 0) return 'service or ministry'
  if (tokens.every((token) => serviceWords.has(token))) return 'service or ministry'
  if (tokens.every((token) => classWords.has(token) || serviceWords.has(token))) return 'class of units'
  return 'unit'
}

/** The country whose name or adjective a normalised word or two are ("mexican": MEX); null for none, and for names that mean more than one. */
export function countryNamed(key: string): string | null {
  return words().adjectives.get(key) ?? null
}
