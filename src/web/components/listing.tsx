/** Rows of trainings as a table; on a phone each row becomes a small record by style alone. */
import type { TrainingRow } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { noCourseIn } from '../lacking.js'
import { href, useSite } from '../site.js'
import { Money, Sessions } from './figures.js'
import { clipped, Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface ListingProps {
  rows: readonly TrainingRow[]
  caption: string
  /** False where every row names the same, which stands above. */
  recipient?: boolean
}

export function Listing({ rows, caption, recipient = true }: ListingProps) {
  const { text } = useSite()
  return (
    <TableFrame label={caption}>
      <table class="listing records">
        <caption class="visually-hidden">{caption}</caption>
        <TableHead
          columns={[
            { words: recipient ? text.fields.recipientAndCourse : text.fields.course },
            { words: text.fields.country },
            { words: text.fields.program },
            { figures: text.fields.fiscalYearShort },
            { figures: text.fields.sessions },
            { figures: text.fields.cost },
            { words: text.fields.deliverer },
            { words: text.fields.place },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <Row row={row} recipient={recipient} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Row({ row, recipient }: { row: TrainingRow; recipient: boolean }) {
  const site = useSite()
  const { text } = site
  const path = `/trainings/${row.id}`
  const place = placeShort(row, site.text.place)
  const named = [recipient && clipped(row.recipientUnit), clipped(row.courseTitle), place].filter(Boolean).join(', ')
  return (
    <tr>
      <th scope="row" class="recipient wide">
        <a href={href(site, path)} class="printed">
          {recipient ? (
            <Printed text={clipped(row.recipientUnit)} blank={text.training.noRecipient} />
          ) : (
            <Printed text={row.courseTitle} blank={noCourseIn(text, row)} />
          )}
        </a>
        {recipient && (
          <span class="course" translate="no">
            {row.courseTitle ?? noCourseIn(text, row)}
          </span>
        )}
        {row.status === 'proposed' && <span class="badge doubt">{text.training.proposed}</span>}
      </th>
      <td>
        <a href={href(site, `/countries/${row.countryRef.slug}`)}>{countryName(row.countryRef, site.language)}</a>
      </td>
      <td>
        <a href={href(site, `/programs/${row.programRef.slug}`)} translate="no">
          {row.programRef.code}
        </a>
      </td>
      <td class="number" data-label={text.fields.fiscalYearShort}>
        {row.fiscalYear}
      </td>
      <td class="number" data-label={text.fields.sessions}>
        <Sessions of={row} />
      </td>
      <td class="number" data-label={text.fields.cost}>
        <Money of={row} />
      </td>
      <td class={row.deliveryUnit ? 'deliverer wide' : 'deliverer wide blank'} data-label={text.fields.deliverer}>
        <Printed text={clipped(row.deliveryUnit)} blank="–" />
      </td>
      <td class="place wide">
        <a href={href(site, path)}>{place}</a> ·{' '}
        <a href={`${href(site, path)}#quote`} aria-label={text.quote.rowLabel(named)}>
          {text.quote.short}
        </a>
      </td>
    </tr>
  )
}

/** "2012–2013, p. IV-233", or the page of the file, or the row of an HTML file. */
export function placeShort(
  { report, places }: Pick<TrainingRow, 'report' | 'places'>,
  words: { label(label: string): string; page(page: number): string; row(row: number): string },
): string {
  const place = places[0]
  const where = place?.pageLabel
    ? words.label(place.pageLabel)
    : place?.page
      ? words.page(place.page)
      : place?.row
        ? words.row(place.row)
        : ''
  return [report.replace('-', '–'), where].filter(Boolean).join(', ')
}
