/** Units that a question's words name: a class of units apart from its members, since its rows may mean any of them. */
import type { UnitRow } from '../../ledger/read/units.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import { href, useSite } from '../site.js'
import { Printed, TableFrame } from './table.js'

export function UnitList({ units, caption }: { units: readonly UnitRow[]; caption: string }) {
  const site = useSite()
  const { text, format } = site
  return (
    <TableFrame label={caption}>
      <table class="names">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.unitList.unit}</th>
            <th scope="col" class="number">
              {text.fields.years}
            </th>
            <th scope="col" class="number">
              {text.fields.rows}
            </th>
            <th scope="col" class="number">
              {text.fields.sessions}
            </th>
            <th scope="col">{text.fields.country}</th>
            <th scope="col">{text.unitList.kind}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr>
              <th scope="row">
                <a href={href(site, `/units/${unit.id}`)}>
                  <Printed text={unit.name} />
                </a>{' '}
                {unit.proposed && <span class="badge doubt">{text.queue.proposed}</span>}{' '}
                {unit.names > 1 && <span class="quiet small">{text.unitList.names(format.number(unit.names))}</span>}
              </th>
              <td class="number">{unit.firstYear === null ? '–' : yearsOf(unit)}</td>
              <td class="number">{format.number(unit.rows)}</td>
              <td class="number">{format.number(unit.quantity)}</td>
              <td>{countryIn(unit.country, site.language)}</td>
              <td>
                {text.queue.kinds[unit.kind]}
                {unit.kind === 'class of units' && <span class="quiet small"> · {text.unitList.anyOf}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

const yearsOf = ({ firstYear, lastYear }: UnitRow) =>
  firstYear === lastYear || lastYear === null ? `${firstYear}` : `${firstYear}–${lastYear}`

function countryIn(country: string | null, language: 'en' | 'es'): string {
  if (country === null) return '–'
  const known = countryOfCode(country)
  if (!known) return country
  return language === 'es' ? known.nameEs : known.nameEn
}
