/** Family × year: the numbers behind the colours of a figure by years, each leading to its rows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramRef, YearProgramSum } from '../../ledger/read/views.js'
import { useSite } from '../site.js'
import { searchHref } from './filters.js'
import { TableFrame } from './table.js'
import { TableHead } from './table-head.js'

interface FamilyYearsProps {
  yearPrograms: readonly YearProgramSum[]
  named(program: ProgramRef): string
  present: ReadonlySet<number>
  query: Partial<TrainingQuery>
}

/** A number that leads to the listing of its rows, where it can be quoted. */
function CellLink({ asked, about, value }: { asked: Partial<TrainingQuery>; about: string; value: number }) {
  const site = useSite()
  return (
    <a href={searchHref(site, asked)} rel="nofollow">
      <span class="visually-hidden">{about}: </span>
      {site.format.number(value)}
    </a>
  )
}

export function FamilyYears({ yearPrograms, named, present, query }: FamilyYearsProps) {
  const site = useSite()
  const { text } = site
  const years = [...present].sort((a, b) => a - b)
  const cells = new Map<string, { asked: Partial<TrainingQuery>; all: number; byYear: Map<number, number> }>()
  for (const sum of yearPrograms) {
    const name = named(sum.program)
    const { familySlug, slug } = sum.program
    const asked = { ...query, ...(familySlug ? { family: [familySlug] } : { program: [slug] }) }
    const row = cells.get(name) ?? { asked, all: 0, byYear: new Map<number, number>() }
    row.all += sum.quantity
    row.byYear.set(sum.fiscalYear, (row.byYear.get(sum.fiscalYear) ?? 0) + sum.quantity)
    cells.set(name, row)
  }
  const rows = [...cells].sort((a, b) => b[1].all - a[1].all)
  return (
    <details class="data">
      <summary>{text.figures.matrix}</summary>
      <TableFrame label={text.figures.matrix}>
        <table class="matrix">
          <caption>
            {text.figures.matrix}
            <small>{text.figures.matrixNote}</small>
          </caption>
          <TableHead
            columns={[{ words: text.fields.family }, ...years.map((year) => ({ figures: year })), { figures: text.figures.all }]}
          />
          <tbody>
            {rows.map(([name, row]) => (
              <tr>
                <th scope="row" translate="no">
                  <a href={searchHref(site, row.asked)}>{name}</a>
                </th>
                {years.map((year) => {
                  const value = row.byYear.get(year)
                  const asked = { ...row.asked, year: [{ first: year, last: year }] }
                  return (
                    <td class="number">
                      {value === undefined ? '·' : <CellLink asked={asked} about={`${name} ${year}`} value={value} />}
                    </td>
                  )
                })}
                <td class="number">
                  <CellLink asked={row.asked} about={name} value={row.all} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  )
}
