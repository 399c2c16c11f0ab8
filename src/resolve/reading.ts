/**
 * What a printed name is read as: which kind of entity, and the key by which names that say the same are proposed to be one. A pure function
 * of a name, so that it does not matter which report came first.
 */
import type { RecipientClass } from '../ledger/records.js'
import { readOrganizationName } from '../names/organization-name.js'
import { withheldPattern } from '../names/personal-data.js'
import { namesUnit } from '../names/recipient-class.js'
import { searchKey } from '../names/search-key.js'
import { readUnitName, type UnitName, type UnitTerm } from '../names/unit-name.js'
import { classAcronyms, isFiller } from '../names/unit-vocabulary.js'

/** A printed name as the ledger keeps it. */
export interface PrintedName {
  id: string
  /** ISO 3166-1 alpha-3, or the country as printed where it has no code; null for delivery units. */
  country: string | null
  text: string
  /** The class that its rows give it; null where it only ever delivered. */
  recipientClass: RecipientClass | null
}

export type Level = 'unit' | 'class of units' | 'body' | 'organization' | 'none'

export interface NameReading {
  level: Level
  /** The country that it is of: the rows', or the one that the name itself says where no row does or the class says that it is another's. */
  country: string | null
  /** What names of one country that say the same share; null where it says too little to tell it from others, or nothing. */
  key: string | null
  /** Everything it says, wherever in the name it says it ("number 315"): a unit says all that its class says, and more. */
  says: readonly string[]
  /** What a class is called by itself, where its acronym is known: "GAFE". */
  className: string | null
}

/** Alpha-3 where the ledger's country is one: the grammar knows no others. */
export const codeOf = (country: string | null): string | null => (country !== null && /^[A-Z]{3}$/.test(country) ? country : null)

/** Total: every text gives a reading. */
export function readPrintedName({ country, text, recipientClass }: Omit<PrintedName, 'id'>): NameReading {
  const printed = text.replace(withheldPattern, ' ')
  if (recipientClass === 'individual') return nothing(country)
  if (recipientClass === 'security force') return readUnit(printed, country)
  if (recipientClass === null) return noDeliverer.test(printed) ? nothing(country) : readUnit(printed, countrySaid(printed))
  if (recipientClass === "another country's force") {
    const said = countrySaid(printed)
    if (said !== null && said !== country) return readUnit(printed, said)
  }
  return readOrganization(printed, country)
}

const nothing = (country: string | null): NameReading => ({ level: 'none', country, key: null, says: [], className: null })

/** The country that a name begins with or is made of, not one that it merely lies in. */
function countrySaid(printed: string): string | null {
  return readUnitName(printed).terms.find((term) => term.kind === 'country' && term.part === 'head')?.value ?? null
}

/** Said of a row's recipient in place of a unit: it tells nothing from anything. */
const noise = new Set(
  'various multiple several unknown undesignated unspecified unassigned tbd na none other others open selected name withheld'.split(
    ' ',
  ),
)
/** In a deliverer's place: where it was held, not who held it. */
const noDeliverer = /\b(?:in[ -]?country training|distance learning|on ?line|none|various)\b/i

/** There are many of these in a country: without a number or a name of its own, one may be any of them. */
const manyOfAKind = new Set(
  `squad section platoon battery company squadron battalion group regiment wing brigade division team detachment unit post station flight garrison base
  camp hospital depot office area zone region sector fleet operation`
    .split(/\s+/)
    .concat('task force', 'anti robbery squad'),
)
/** Parts of every battalion and department: "1st Company" is of no use without what it is a part of. */
const smallParts = new Set(['squad', 'section', 'platoon', 'battery', 'company', 'team', 'office', 'post', 'station'])

const numbered = (term: UnitTerm) => term.kind === 'number' || term.kind === 'letter'
const sayings = (terms: readonly UnitTerm[]) => [...new Set(terms.map((term) => `${term.kind} ${term.value}`))]

function readUnit(printed: string, country: string | null): NameReading {
  const code = codeOf(country)
  const name = readUnitName(printed, code)
  if (name.level === 'none') return nothing(country)
  const terms = tellingTerms(name, code)
  const reading = { country, says: sayings(terms), className: null }
  if (name.level === 'ministry' || name.level === 'branch') {
    // "SEMAR 1250": the number is of no unit, and says nothing of which body it is.
    const own = terms.filter((term) => !numbered(term))
    return { ...reading, level: 'body', key: own.length > 0 ? keyOf(name, own) : null }
  }
  const acronym = classNamed(name, terms, code)
  if (acronym) return { ...reading, ...acronym, level: 'class of units' }
  // A corps of one arm is a branch of the army: "Signal Corps".
  if (
    !has(terms, 'number') &&
    !has(terms, 'proper') &&
    !has(terms, 'letter') &&
    has(terms, 'echelon', corps) &&
    has(terms, 'arm')
  )
    return { ...reading, level: 'body', key: keyOf(name, terms) }
  const level = name.level === 'class of units' || isClass(terms) ? 'class of units' : 'unit'
  return { ...reading, level, key: isDistinctive(terms, level) ? keyOf(name, terms) : null }
}

const corps = new Set(['corps'])

/** What a name says beside its own country and words that stand where a unit should. */
export function tellingTerms(name: UnitName, code: string | null): UnitTerm[] {
  return name.terms.filter(
    (term) => !(term.kind === 'country' && term.value === code) && !(term.kind === 'proper' && noise.has(term.value)),
  )
}

/**
 * The class that a name says, where its head says no more than a class's acronym: "GAFE, Parachutist Brigade, Mexico, D.F." is one of several
 * groups of that kind, and the place does not tell which.
 */
function classNamed(
  name: UnitName,
  terms: readonly UnitTerm[],
  code: string | null,
): Pick<NameReading, 'key' | 'says' | 'className'> | null {
  const head = sayings(terms.filter((term) => term.part === 'head'))
  for (const acronym of name.acronyms.filter((one) => classAcronyms.has(one))) {
    const own = readUnitName(acronym.toUpperCase(), code)
    const says = sayings(tellingTerms(own, code))
    if (says.length === 0 || says.length !== head.length || !says.every((one) => head.includes(one))) continue
    return { key: keyOf(own, tellingTerms(own, code)), says, className: acronym.replace(/(?<=.{3})s$/, '').toUpperCase() }
  }
  return null
}

const has = (terms: readonly UnitTerm[], kind: UnitTerm['kind'], only?: ReadonlySet<string>) =>
  terms.some((term) => term.kind === kind && (!only || only.has(term.value)))

/** A kind of unit and nothing that tells one of them from another: "MP BTN", "Special Forces", "Grupo Aeromóvil de Fuerzas Especiales". */
function isClass(terms: readonly UnitTerm[]): boolean {
  if (has(terms, 'number') || has(terms, 'letter') || has(terms, 'proper')) return false
  return has(terms, 'echelon', manyOfAKind)
    ? !terms.some((term) => term.kind === 'echelon' && !manyOfAKind.has(term.value))
    : !has(terms, 'echelon')
}

/** Whether two names that say just this are likely to mean the same in one country. */
function isDistinctive(terms: readonly UnitTerm[], level: 'unit' | 'class of units'): boolean {
  if (level === 'class of units') return terms.length > 0
  if (has(terms, 'proper')) return true
  const kind = has(terms, 'arm') || has(terms, 'branch')
  const numbers = terms.filter((term) => term.kind === 'number')
  // "Infantry School": there is one; "School" may be any.
  if (numbers.length === 0) return !has(terms, 'letter') && has(terms, 'echelon') && kind
  if (numbers.length > 1) return has(terms, 'echelon') || kind
  return has(terms, 'echelon', smallParts) ? kind : has(terms, 'echelon') || has(terms, 'arm')
}

/** From so many on, terms and letters are cut off by the reading: what they would say is not known. */
const mostTerms = 24
const mostLetters = 300

const supply = new Set(['supply'])
const trades = new Map([
  ['maintenance', 'trade maintenance'],
  ['transport', 'trade transport'],
  ['transportation', 'trade transport'],
  ['train', 'trade transport'],
  ['supply', 'trade supply'],
  ['intendencia', 'trade supply'],
])

/**
 * All that a name says, in an order of its own where order says nothing. Where it says two numbers the order stays: "3rd Bn 5th Regt" is not
 * "5th Bn 3rd Regt". A name too long to be read to its end has its words for a key.
 */
function keyOf(name: UnitName, terms: readonly UnitTerm[]): string {
  if (name.terms.length >= mostTerms || name.printed.length >= mostLetters) return `words ${searchKey(name.printed)}`
  const said = terms.map((term) => `${term.part === 'head' ? '' : `${term.part} `}${term.kind} ${term.value}`)
  const numbers = name.words.filter((word) => /^\d/.test(word))
  // Three trades that the grammar takes for one arm.
  if (has(terms, 'arm', supply)) said.push(...new Set(name.words.flatMap((word) => trades.get(word) ?? [])))
  const ordered = numbers.length + terms.filter((term) => term.kind === 'letter').length > 1
  return ordered ? `${numbers.join(' ')}: ${said.join(', ')}` : said.sort().join(', ')
}

function readOrganization(printed: string, country: string | null): NameReading {
  if (namesUnit(printed) === 'none') return nothing(country)
  const name = readOrganizationName(printed)
  const own = name.words.filter((word, at) => !name.place[at] && !noise.has(word.text) && !isFiller(word.text))
  const proper = own.filter((word) => !name.generic[name.words.indexOf(word)])
  const key = printed.length >= mostLetters ? searchKey(printed) : [...name.all, ...[...name.forms].sort()].join(' ')
  // "Ministry of Energy" is made of words that many have; one such word alone tells nothing.
  const telling = proper.length > 0 || own.length > 1
  return { level: 'organization', country, key: telling ? `words ${key}` : null, says: [...name.all], className: null }
}
