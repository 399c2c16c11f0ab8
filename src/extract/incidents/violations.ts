/**
 * What a source's word for an alleged violation falls under, by a committed table (data/vocabulary/violations.csv): the source's word is always
 * kept, and a word that the table does not know falls under nothing. Which class a violation is of is never guessed.
 */
import type { Details } from '../../ledger/entities.js'
import { readDataTable } from '../../ledger/vocabulary.js'

/** 22 USC 2304(d)(1), in the statute's words. */
export const gvhrClasses = [
  'torture or cruel, inhuman, or degrading treatment or punishment',
  'prolonged detention without charges and trial',
  'disappearance by abduction and clandestine detention',
  'other flagrant denial of the right to life, liberty, or security of person',
] as const

/** Kinds of event that the statute does not speak of. */
export const eventKinds = ['coup', 'defection', 'corruption', 'collusion'] as const

interface Reading {
  gvhrClass: string | null
  event: string | null
}

const key = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

let table: Map<string, Reading> | undefined

/** Null where the table does not know the word. */
function readViolation(words: string): Reading | null {
  table ??= new Map(
    readDataTable('vocabulary/violations.csv').map((row) => [
      key(row.words!),
      { gvhrClass: row.gvhr_class || null, event: row.event || null },
    ]),
  )
  return table.get(key(words)) ?? null
}

/** The details of a statement of the property `violation`. */
export function violationDetails(words: string): Details {
  const reading = readViolation(words)
  return {
    ...(reading?.gvhrClass && { gvhr_class: reading.gvhrClass }),
    ...(reading?.event && { event: reading.event }),
  }
}
