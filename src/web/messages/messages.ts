/** The catalogues, one a language. English is the measure: another language that lacks a message does not type-check. */
import { en } from './en.js'
import { es } from './es.js'
import type { Language } from './format.js'

export type Messages = typeof en

const catalogues: Record<Language, Messages> = { en, es }

export function messagesFor(language: Language): Messages {
  return catalogues[language]
}
