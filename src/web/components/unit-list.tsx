/** Units that a question's words name: a class of units apart from its members, since its rows may mean any of them. */
import type { UnitRow } from '../../ledger/read/units.js'
import { countryInWords } from '../countries.js'
import { href, useSite } from '../site.js'
import { clipped, Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export function UnitList({ units, caption }: { units: readonly UnitRow[]; caption: string }) {
  const site = useSite()
  const { text, format } = site
  const words = text.unitList
  return (
    <TableFrame label={caption}>
      <table class="records">
        <caption class="visually-hidden">{caption}</caption>
        <TableHead
          columns={[
            { words: words.unit },
            { figures: text.fields.years },
            { figures: text.fields.rows },
            { figures: text.fields.sessions },
            { words: text.fields.country },
            { words: words.kind },
          ]}
        />
        <tbody>
          {units.map((unit) => (
            <tr>
              <th scope="row" class="wide">
                <a href={href(site, `/units/${unit.id}`)}>
                  <Printed text={clipped(unit.name)} />
                </a>{' '}
                {unit.proposed && <span class="badge doubt">{text.queue.proposed}</span>}{' '}
                {unit.names > 1 && <span class="quiet small">{words.names(format.number(unit.names))}</span>}
              </th>
              <td class="number" data-label={text.fields.years}>
                {unit.firstYear === null ? '–' : yearsOf(unit)}
              </td>
              <td class="number" data-label={text.fields.rows}>
                {format.number(unit.rows)}
              </td>
              <td class="number" data-label={text.fields.sessions}>
                <Received unit={unit} />
              </td>
              <td data-label={text.fields.country}>
                {unit.country === null ? '–' : countryInWords(unit.country, site.language)}
              </td>
              <td data-label={words.kind}>
                {text.queue.kinds[unit.kind]}
                {unit.kind === 'class of units' && <span class="quiet small"> · {words.anyOf}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Sessions as a recipient. A unit that only trained others, is in plans alone, or stands in no row has none to sum: that is no zero. */
function Received({ unit: { rows, quantity } }: { unit: UnitRow }) {
  const { text, format } = useSite()
  if (quantity > 0) return <>{format.number(quantity)}</>
  return rows > 0 ? <span class="none">{text.unitList.noneReceived}</span> : <>–</>
}

const yearsOf = ({ firstYear, lastYear }: UnitRow) =>
  firstYear === lastYear || lastYear === null ? `${firstYear}` : `${firstYear}–${lastYear}`
