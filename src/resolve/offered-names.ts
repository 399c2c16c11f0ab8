/**
 * Which names a page may be made of where the ledger has nobody of that name: of units and bodies. A country, a region or a programme has a page of
 * its own already, or none; places, posts and people of a kind ("Mexican soldiers") are no unit.
 */
import { findProgramme } from '../extract/article/claims/actors.js'
import { codeOfCountry, readCountry, readDataTable, readProgram } from '../ledger/vocabulary.js'
import { classifyRecipient, countryNamed, namesUnit } from '../names/recipient-class.js'
import { searchKey } from '../names/search-key.js'
import { readUnitName } from '../names/unit-name.js'

/** "the 102nd Battalion" as names are kept. */
export const bare = (words: string): string =>
  words
    .replace(/^(?:the|a|an|el|la|los|las)\s+/iu, '')
    .replace(/[’']s$/u, '')
    .trim()

let regions: ReadonlySet<string> | undefined

/** Whether these words are by themselves a country, a region or a programme. */
export function namesCountryOrProgramme(words: string): boolean {
  const name = bare(words)
  if (readCountry(name) !== null || codeOfCountry(name) !== null || countryNamed(searchKey(name)) !== null) return true
  regions ??= new Set(
    readDataTable('vocabulary/regions.csv').flatMap(({ words: forms, name: own }) =>
      [...forms!.split('|'), own!].map((form) => searchKey(bare(form))),
    ),
  )
  if (regions.has(searchKey(name))) return true
  return readProgram(name) !== null || /^(?:Section|Sección) \d+\w*$/i.test(name) || findProgramme(name, 0, name.length) === name
}

/** "soldiers of the 102nd Battalion": whoever they are, the name is what they are of. */
const ofPeople =
  /^(?:[\p{L}\d,]+\s){0,3}?(?:soldiers|troops|members|officers|men|personnel|elements|commander|head|chief|post|soldados|efectivos|miembros|integrantes|elementos|oficiales|comandante|jefe|agentes)\s(?:of|from|del?|de la)\s(?:the\s|la\s|los\s|las\s)?/iu

/** People, who are counted and are no body: "militares de México". */
const somePeople =
  /(?<!\p{L})(?:soldiers?|troops|officers?|captains?|colonels?|generals|members?|policem[ae]n|commandos|cadets|students|recruits|people|persons?|men|women|agents|guards|pilots|personnel|officials|soldados?|tropas|efectivos|polic[ií]as|elementos|militares|oficiales|agentes|marinos|infantes|integrantes|miembros|cadetes|reclutas|personas|personal|funcionarios|alumnos)(?!\p{L})/iu
/** In names these stand with a small letter, too. */
const small =
  /^(?:of|the|for|and|in|at|de|del|la|las|los|el|y|e|da|do|dos|du|des|et|army|navy|air|force|forces|armed|police|national|military|guard|gendarmerie|ministry|marine|marines|coast|battalion|brigade|regiment|division|company|squadron|ejército|armada|marina|policía|nacional|federal|fuerza|fuerzas|armadas|guardia|batallón|brigada|infantería|infantry|special|especiales)$/u

export const areSomePeople = (words: string): boolean => somePeople.test(words)
/** Whether anything in the words can be a name. */
export const isName = (words: string): boolean => /\p{Lu}|\d/u.test(words)

const isProperName = (name: string): boolean => name.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || small.test(word))

/** The unit or body that the words name, as one that can be made; null where they name none. */
export function offeredForce(words: string): { kind: 'unit' | 'body'; name: string } | null {
  const name = bare(bare(words).replace(ofPeople, ''))
  if (name === '' || namesCountryOrProgramme(name) || !isName(name)) return null
  if (areSomePeople(name) || !isProperName(name)) return null
  const level = namesUnit(name)
  if (classifyRecipient(name) !== 'security force' || level === 'class of units') return null
  const numbered = readUnitName(name).terms.some(({ part, kind }) => part === 'head' && (kind === 'number' || kind === 'echelon'))
  return { kind: numbered && level === 'unit' ? 'unit' : 'body', name }
}
