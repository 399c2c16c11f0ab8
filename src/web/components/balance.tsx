/** Does it balance: what the reports' own printed totals say of the rows. */
import type { DifferenceCode } from '../../analysis/known-differences.js'
import type { BalanceCounts, TotalView } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { placeShort } from './listing.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export function BalanceLine({
  balance,
  here = false,
}: {
  balance: BalanceCounts /** On the page that the link would lead to. */
  here?: boolean
}) {
  const site = useSite()
  const { text, format } = site
  if (balance.totals === 0) return <p>{text.balance.noTotals}</p>
  return (
    <p>
      {text.balance.sentence(
        format.number(balance.balanced),
        format.number(balance.totals),
        format.share(balance.balanced, balance.totals),
      )}
      {balance.reportErrors > 0 && <> {text.balance.errors(balance.reportErrors)}</>}
      {balance.openDoubts > 0 && <> {text.balance.doubts(balance.openDoubts)}</>}
      {balance.unexplained > 0 && <> {text.balance.unexplained(balance.unexplained)}</>}{' '}
      {!here && <a href={href(site, '/reconciliation')}>{text.balance.more}</a>}
    </p>
  )
}

export function BalanceBadge({ status }: { status: TotalView['status'] }) {
  const { text } = useSite()
  const kind = status === 'balanced' ? 'good' : status === 'report error' ? 'doubt' : 'bad'
  return <span class={`badge ${kind}`}>{text.balance.statuses[status]}</span>
}

/** Printed totals beside what the rows sum to. */
export function TotalsTable({ totals, caption }: { totals: readonly TotalView[]; caption: string }) {
  const site = useSite()
  const { text, format } = site
  const money = (cents: number | null) => (cents === null ? '–' : format.dollars(cents))
  return (
    <TableFrame label={caption}>
      <table class="totals records">
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: text.balance.total },
            { figures: text.balance.printedSessions },
            { figures: text.balance.computedSessions },
            { figures: text.balance.printedCost },
            { figures: text.balance.computedCost },
            { words: text.balance.status },
            { words: text.fields.place },
            'quote',
          ]}
        />
        <tbody>
          {totals.map((total) => (
            <tr>
              <th scope="row" class="wide">
                {total.countryRef && <>{countryName(total.countryRef, site.language)}: </>}
                <a href={href(site, `/totals/${total.id}`)}>
                  <Printed text={total.printed} />
                </a>
                <Reason of={total} />
              </th>
              <td class="number" data-label={text.balance.printedSessions}>
                {total.quantity === null ? '–' : format.number(total.quantity)}
              </td>
              <td class="number" data-label={text.balance.computedSessions}>
                {format.number(total.computedQuantity)}
              </td>
              <td class="number" data-label={text.balance.printedCost}>
                {money(total.cents)}
              </td>
              <td class="number" data-label={text.balance.computedCost}>
                {money(total.computedCents)}
              </td>
              <td>
                <BalanceBadge status={total.status} />
              </td>
              <td class="place">
                <a href={sourcePage(site, total)}>{placeShort(total, text.place)}</a>
              </td>
              <td>
                <a href={`${href(site, `/totals/${total.id}`)}#quote`} rel="nofollow">
                  {text.quote.short}
                  <span class="visually-hidden">: {total.printed}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Why a total is off, in the reader's language; the finding's own words and figures, which are English, behind it. */
function Reason({ of }: { of: TotalView }) {
  const { text } = useSite()
  if (!of.reason) return null
  const words = of.reasonCode === null ? undefined : text.balance.reasons[of.reasonCode as DifferenceCode]
  if (words === undefined)
    return (
      <span class="line quiet" lang="en">
        {of.reason}
      </span>
    )
  return (
    <>
      <span class="line quiet">{words}</span>
      <details class="quiet small">
        <summary>{text.balance.finding}</summary>
        <span lang="en">{of.reason}</span>
      </details>
    </>
  )
}

function sourcePage(site: Parameters<typeof href>[0], total: TotalView): string {
  const page = total.places[0]?.page
  return href(site, `/sources/${total.sourceId}`, page ? { page: String(page) } : {})
}
