/** The quotation of a total that a report prints: both figures, never one without the other, and whether they agree. */
import type { DifferenceCode } from '../../analysis/known-differences.js'
import type { TotalView } from '../../ledger/read/views.js'
import { placeShort } from '../components/listing.js'
import { countryName } from '../countries.js'
import { permalink, type Site } from '../site.js'
import type { Quotation } from './quotation.js'

export function totalQuotation(site: Site, total: TotalView): Quotation {
  const { text, format, language } = site
  const words = text.quote
  const figures = (sessions: number | null, cents: number | null) =>
    words.totalFigures(sessions, sessions === null ? '' : format.number(sessions), cents === null ? null : format.dollars(cents))
  const reason = total.reasonCode === null ? undefined : text.balance.reasons[total.reasonCode as DifferenceCode]
  return {
    sentence: words.total(
      total.report.replace('-', '–'),
      total.countryRef && countryName(total.countryRef, language),
      total.printed,
      figures(total.quantity, total.cents),
      total.rows,
      format.number(total.rows),
      // Only what is printed is compared.
      figures(total.quantity === null ? null : total.computedQuantity, total.cents === null ? null : total.computedCents),
    ),
    caveat: words.sessionsCaveat,
    place: placeShort(total, text.place),
    balance: words.totalBalance(text.balance.statuses[total.status], reason ?? ''),
    permalink: permalink(site, `/id/totals/${total.id}`),
  }
}
