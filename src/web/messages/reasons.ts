/**
 * What rules wrote into the ledger in English, in the reader's language: why names are compared as they are, what changesets are for, who wrote them.
 * What somebody wrote in words of their own is in none of the forms and stays as it is.
 */
import { type Form, ofChangesets, ofNames, ofWriters } from './es-reasons.js'
import type { Language } from './format.js'

function inForms(forms: readonly Form[], text: string): string | null {
  for (const [form, say] of forms) {
    const found = form.exec(text)
    if (found) return say(...found.slice(1))
  }
  return null
}

const sayer =
  (forms: readonly Form[]) =>
  (language: Language, text: string): string =>
    language === 'en' ? text : (inForms(forms, text) ?? text)

/** Why two names are compared as they are, or what a name reads as. */
export const reasonIn = sayer(ofNames)
/** What a changeset is for, where no person said it in other words. */
export const changeReasonIn = sayer(ofChangesets)
/** Who wrote, confirmed or decided: a person's name stays. */
export const writerIn = sayer(ofWriters)
