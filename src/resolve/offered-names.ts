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

/** The unit or body that the words name, as one that can be made; null where they name none. */
export function offeredForce(words: string): { kind: 'unit' | 'body'; name: string } | null {
  const name = bare(bare(words).replace(ofPeople, ''))
  if (name === '' || namesCountryOrProgramme(name) || !/\p{Lu}/u.test(name)) return null
  if (classifyRecipient(name) !== 'security force' || namesUnit(name) === 'class of units') return null
  const numbered = readUnitName(name).terms.some(({ part, kind }) => part === 'head' && (kind === 'number' || kind === 'echelon'))
  return { kind: numbered ? 'unit' : 'body', name }
}
