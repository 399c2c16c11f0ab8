/** The quotation of a check: what was claimed, what the record lists for it, and the verdict, never one without the others. */
import type { ClaimCheck } from '../../analysis/claim-check.js'
import {
  boundInWords,
  contentInWords,
  figureInWords,
  questionInWords,
  readingInWords,
  reasonInWords,
  verdictInWords,
} from '../check-words.js'
import type { Site } from '../site.js'
import type { Quotation } from './quotation.js'

/** `claim` is the claim in words where it has words of its own. */
export function checkQuotation(site: Site, check: ClaimCheck, permalink: string, claim?: string): Quotation {
  const words = site.text.check
  const { figure, partial, question, reasons, verdict } = check
  const listed =
    figure === null
      ? question !== null
        ? words.quote.notLooked
        : words.quote.notListed
      : partial
        ? words.quote.listedPart(figureInWords(site, figure))
        : words.quote.listed(figureInWords(site, figure))
  const concluded =
    verdict === 'cannot say'
      ? words.quote.cannotSay
      : [words.quote.verdict(verdictInWords(site, check)), boundInWords(site, check)].filter(Boolean).join(' ')
  const asked = question === null ? words.notAsked : words.quote.asked(questionInWords(site, question))
  return {
    sentence: [words.quote.claimed(claim ?? contentInWords(site, check.claim)), asked, listed, concluded].join(' '),
    caveat: [
      site.text.quote.sessionsCaveat,
      ...reasons.map((reason) => reasonInWords(site, reason)),
      ...(question?.readings ?? []).filter(({ code }) => code !== 'people-not-sessions').map((one) => readingInWords(site, one)),
      site.text.quote.deliveredOnly,
    ].join(' '),
    place:
      figure === null && question !== null
        ? words.quote.notLooked
        : figure === null || figure.rows === 0
          ? site.text.quote.noPlace
          : words.quote.place(figure.rows, site.format.number(figure.rows)),
    balance: words.quote.balance,
    permalink,
  }
}
