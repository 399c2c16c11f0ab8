/**
 * Errors in the reader's language. They are made in the rooms below, in English; what they name (a file, a column, a parameter) is taken from their
 * words. One whose words have another form than its language knows stays in English.
 */
import { errorForms as inSpanish } from './es-errors.js'
import type { Language } from './format.js'

/** By code: the form of the English message, what it is in the language, and what to do. */
export type ErrorForms = Readonly<
  Record<string, { form: RegExp; message(...parts: string[]): string; remedy: string | ((remedy: string) => string) }>
>

const inLanguage: Record<Exclude<Language, 'en'>, ErrorForms> = { es: inSpanish }

/** What was wrong and what to do; `lang` is that of the words. */
export function errorIn(
  language: Language,
  { code, message, remedy }: { code: string; message: string; remedy: string },
): { message: string; remedy: string; lang: Language } {
  const known = language === 'en' ? undefined : inLanguage[language][code]
  const found = known?.form.exec(message)
  if (!known || !found) return { message, remedy, lang: 'en' }
  const said = typeof known.remedy === 'string' ? known.remedy : known.remedy(remedy)
  return { message: known.message(...found.slice(1)), remedy: said, lang: language }
}
