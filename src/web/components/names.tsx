/** Printed names in a table, each as a source prints it. The numbers stand beside the name, where a narrow screen shows them. */
import type { NameRow } from '../../ledger/read/views.js'
import { namesUnit } from '../../names/recipient-class.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { QuoteLink } from './quote.js'
import { clipped, Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface NameListProps {
  names: readonly NameRow[]
  caption: string
  /** False where all are of one country, which stands above. */
  country?: boolean
}

export function NameList({ names, caption, country = true }: NameListProps) {
  const site = useSite()
  const { text, format } = site
  return (
    <TableFrame label={caption}>
      <table class="names">
        <caption class="visually-hidden">{caption}</caption>
        <TableHead
          columns={[
            { words: text.fields.printedName },
            { figures: text.fields.years },
            { figures: text.fields.rows },
            { figures: text.fields.sessions },
            country && { words: text.fields.country },
            { words: text.fields.class },
            { words: text.fields.level },
            'quote',
          ]}
        />
        <tbody>
          {names.map((name) => (
            <tr>
              <th scope="row">
                <a href={href(site, `/names/${name.id}`)}>
                  <Printed text={clipped(name.text)} />
                </a>
              </th>
              <td class="number">{name.firstYear === null ? '–' : format.years(spanOf(name))}</td>
              <td class="number">{format.number(name.rows)}</td>
              <td class="number">{format.number(name.quantity)}</td>
              {country && <td>{name.country ? countryName(name.country, site.language) : '–'}</td>}
              <td>{name.recipientClass ? text.classes[name.recipientClass] : '–'}</td>
              <td>{text.levels[namesUnit(name.text)]}</td>
              <td>
                <QuoteLink query={{ name: name.id }} about={name.text} short />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** From the first to the last year with rows; years between may have none. */
function spanOf({ firstYear, lastYear }: NameRow): number[] {
  if (firstYear === null) return []
  const last = lastYear ?? firstYear
  return Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index)
}
