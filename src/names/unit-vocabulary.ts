/** The committed words of units' names (data/vocabulary/unit-terms.csv): which echelon, arm or branch a word says, what an acronym stands for. */
import { readDataTable } from '../ledger/vocabulary.js'

export type UnitTermKind = 'echelon' | 'arm' | 'branch' | 'common' | 'filler' | 'number sign' | 'stands for'

export interface UnitEntry {
  words: readonly string[]
  kind: UnitTermKind
  /** The echelon, arm, branch or common word in English; the words that an acronym stands for; '' for the rest. */
  value: string
  /** ISO 3166-1 alpha-3 where the reading holds for one country only. */
  country: string | null
}

let byFirstWord: Map<string, UnitEntry[]> | undefined

/** All entries by their first word, longer ones first. */
export function unitEntries(): Map<string, UnitEntry[]> {
  if (byFirstWord) return byFirstWord
  byFirstWord = new Map()
  for (const row of readDataTable('vocabulary/unit-terms.csv')) {
    const words = row.words!.normalize('NFKD').replace(/\p{M}/gu, '').split(' ')
    const entry: UnitEntry = { words, kind: row.kind as UnitTermKind, value: row.value!, country: row.country || null }
    byFirstWord.set(words[0]!, [...(byFirstWord.get(words[0]!) ?? []), entry])
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length || (a.country ? -1 : 1))
  return byFirstWord
}

/** The longest entry that begins at a word. An entry of another country is none; where the country is not known, all hold. */
export function unitEntryAt(words: readonly string[], at: number, country: string | null): UnitEntry | null {
  const list = unitEntries().get(words[at]!)
  if (!list) return null
  next: for (const entry of list) {
    if (entry.country !== null && country !== null && entry.country !== country) continue
    for (let offset = 1; offset < entry.words.length; offset++) if (words[at + offset] !== entry.words[offset]) continue next
    return entry
  }
  return null
}

/** Whether a word says nothing of which unit it is ("of", "de", "the"). */
export function isFiller(word: string): boolean {
  return (
    unitEntries()
      .get(word)
      ?.some((entry) => entry.kind === 'filler' && entry.words.length === 1) ?? false
  )
}

/** Echelons of the line, by size: two different ones are two units. What is not here says where a unit sits more than what it is. */
export const echelonSize: Readonly<Record<string, number>> = {
  squad: 1,
  section: 2,
  platoon: 3,
  battery: 4,
  company: 4,
  squadron: 4,
  battalion: 5,
  group: 5,
  regiment: 6,
  wing: 6,
  brigade: 7,
  division: 8,
  corps: 9,
  zone: 9,
  region: 10,
  sector: 8,
  garrison: 7,
  fleet: 8,
  ministry: 12,
  base: 6,
}

/** Acronyms of kinds of units, of which there are several in a country. */
export const classAcronyms: ReadonlySet<string> = new Set('gafe gafes ganfe tigres rab sars cid sss cib'.split(' '))

/** Where something is run from, rather than what it is: "Aba Police Division" is also "Aba Divisional Police Headquarters". */
export const seats: ReadonlySet<string> = new Set([
  'headquarters',
  'office',
  'station',
  'post',
  'command',
  'base',
  'camp',
  'unit',
  'centre',
  'bureau',
  'area',
  'staff',
])

/** Branches that are services of their own: "Army, Navy" is more than the Navy. */
export const services: ReadonlySet<string> = new Set(['army', 'navy', 'air force', 'police', 'gendarmerie', 'coast guard'])

/** Common words that part a place in several: "Zarvand North" is not all of Zarvand. */
export const directions: ReadonlySet<string> = new Set(['northern', 'southern', 'eastern', 'western', 'central', 'high'])

/** Words for a body that is put together of others, or for what it is there for: sources say them or leave them out. */
export const looseEchelons: ReadonlySet<string> = new Set(['task force', 'operation', 'department', 'directorate', 'team'])

/** Echelons and arms that sources put for each other: how well one is found where the other stands, 0 to 1. */
export const likeEchelons: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  directorate: { department: 0.8 },
  department: { directorate: 0.8 },
  mechanised: { motorised: 0.5 },
  motorised: { mechanised: 0.5 },
}

/** A Nigerian police division is run from its one station and called by it; elsewhere a division has many. */
export const nigerianPoliceEchelons: typeof likeEchelons = {
  ...likeEchelons,
  division: { station: 0.8, post: 0.6 },
  station: { division: 0.8 },
  post: { division: 0.6 },
}

/** Arms that exclude each other; the others ("mechanised", "airborne") qualify an arm. */
export const mainArms: ReadonlySet<string> = new Set([
  'infantry',
  'marine infantry',
  'cavalry',
  'artillery',
  'engineers',
  'signals',
  'logistics',
  'medical',
  'military police',
  'army police',
  'intelligence',
  'aviation',
  'armoured',
  'air defence',
  'anti-tank',
])

/** Numbers written out as cardinals; ordinals are read by the normaliser (search-key.ts). */
export const cardinals: ReadonlyMap<string, number> = new Map(
  'one uno una un um uma eins=1,two dos deux dois duas=2,three tres trois=3,four cuatro quatre quatro=4,five cinco cinq=5,six seis=6,seven siete sept sete=7,eight ocho huit oito=8,nine nueve neuf nove=9,ten diez dix dez=10,eleven once onze onceavo onceava=11,twelve doce douze doceavo doceava=12,thirteen trece=13,fourteen catorce=14,fifteen quince=15,sixteen=16,seventeen=17,eighteen=18,nineteen=19,twenty veinte vingt=20,thirty treinta=30,forty cuarenta=40,fifty cincuenta=50,sixty sesenta=60,seventy setenta=70,eighty ochenta=80,ninety noventa=90'
    .split(',')
    .flatMap((group) => {
      const [words, value] = group.split('=') as [string, string]
      return words.split(' ').map((word) => [word, Number(value)] as const)
    }),
)

/** Arms that bodies without weapons have, too: "medical", "supply", "transport", "communications". */
const commonArms: ReadonlySet<string> = new Set([
  'medical',
  'supply',
  'logistics',
  'signals',
  'engineers',
  'mountain',
  'guards',
  'aviation',
  'intelligence',
  'jungle',
])
/** Echelons that only forces have. */
const forceEchelons: ReadonlySet<string> = new Set([
  'squad',
  'platoon',
  'battery',
  'squadron',
  'battalion',
  'regiment',
  'brigade',
  'garrison',
  'fleet',
  'task force',
  'anti robbery squad',
])
/** Echelons of forces that firms, schools and ministries have, too. */
const commonEchelons: ReadonlySet<string> = new Set([
  'company',
  'wing',
  'group',
  'command',
  'base',
  'camp',
  'headquarters',
  'sector',
  'flight',
  'detachment',
  'corps',
  'depot',
  'staff',
  'post',
  'academy',
])

/**
 * How much an entry says that whoever bears it is a force: 'alone' it does ("battalion", "infanteria"), 'beside another' only with a second
 * sign ("company", "medical"), null where it says nothing. Abbreviations of up to three letters stand for other things as well ("art", "pm").
 */
export function forceSign({ words, kind, value }: UnitEntry): 'alone' | 'beside another' | null {
  if (kind === 'branch')
    return value === 'military' || value === 'navy' || words.join('').length <= 3 ? 'beside another' : 'alone'
  const weak = words.length === 1 && words[0]!.length <= 3
  // "Para" is Spanish for "for".
  if (kind === 'arm') return weak || words[0] === 'para' || commonArms.has(value) ? 'beside another' : 'alone'
  if (kind !== 'echelon') return null
  if (forceEchelons.has(value)) return weak ? 'beside another' : 'alone'
  return commonEchelons.has(value) ? 'beside another' : null
}

/** Whether a word alone is a term of units: an echelon, arm or branch in any language. */
export const isUnitTerm = (word: string): boolean =>
  unitEntries()
    .get(word)
    ?.some(({ kind, words }) => words.length === 1 && (kind === 'echelon' || kind === 'arm' || kind === 'branch')) ?? false

/** Whether the table has a word, alone or as the first of several. */
export const beginsEntry = (word: string): boolean => unitEntries().has(word)

/** All entries of a kind. */
export const unitEntriesOf = (kind: UnitTermKind): UnitEntry[] =>
  [...unitEntries().values()].flat().filter((entry) => entry.kind === kind)
