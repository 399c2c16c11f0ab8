/** What programmes' codes stand for, in the reader's language. */
import { programOfCode, programs } from '../ledger/vocabulary.js'
import { type Language, nameIn } from './messages/format.js'

/** The name that the code abbreviates; null where the code is the name, or is not in the vocabulary. */
export function programName(code: string, language: Language): string | null {
  const known = programOfCode(code)
  if (!known) return null
  const name = nameIn(language, known)
  return name.toLowerCase() === code.toLowerCase() ? null : name
}

/** Whether the vocabulary knows only one programme of this family: then the family is that programme. */
export function namesNoOther(family: string): boolean {
  return programs().filter((program) => program.family === family).length < 2
}
