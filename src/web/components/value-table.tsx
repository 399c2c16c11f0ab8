/** Values of a column as printed (courses, delivery units, headings) with how often they occur; each leads to its rows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ValueCount } from '../../ledger/read/views.js'
import { useSite } from '../site.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface ValueTableProps {
  values: readonly ValueCount[]
  caption: string
  column: string
  /** The question for the rows with this value; none where it cannot be asked for. */
  ask?(text: string): Partial<TrainingQuery>
  empty: string
}

export function ValueTable({ values, caption, column, ask, empty }: ValueTableProps) {
  const site = useSite()
  const { text, format } = site
  if (values.length === 0)
    return (
      <>
        <h3>{caption}</h3>
        <p class="quiet">{empty}</p>
      </>
    )
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: column },
            { figures: text.fields.sessions },
            { figures: text.fields.rows },
            ask !== undefined && 'quote',
          ]}
        />
        <tbody>
          {values.map((value) => (
            <tr>
              <th scope="row">
                {ask ? (
                  <a href={searchHref(site, ask(value.text))}>
                    <Printed text={value.text} />
                  </a>
                ) : (
                  <Printed text={value.text} />
                )}
              </th>
              <td class="number">{format.number(value.quantity)}</td>
              <td class="number">{format.number(value.rows)}</td>
              {ask && (
                <td>
                  <QuoteLink query={ask(value.text)} about={value.text} short />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

interface OfQuestion {
  values: readonly ValueCount[]
  /** The question that the rows answer in which they stand. */
  query: Partial<TrainingQuery>
}

/** Who delivered the training, under a heading of its own. */
export function Deliverers({ values, query }: OfQuestion) {
  const { text } = useSite()
  return (
    <section aria-label={text.country.deliverers}>
      <h2>{text.country.deliverers}</h2>
      <ValueTable
        values={values}
        caption={text.country.deliverersCaption}
        column={text.fields.deliverer}
        ask={(unit) => ({ ...query, unit: unit.slice(0, 300) })}
        empty={text.country.noDeliverers}
      />
    </section>
  )
}

/** Which courses were given, under a heading of its own. */
export function Courses({ values, query }: OfQuestion) {
  const { text } = useSite()
  return (
    <section aria-label={text.country.courses}>
      <h2>{text.country.courses}</h2>
      <ValueTable
        values={values}
        caption={text.country.coursesCaption}
        column={text.fields.course}
        ask={(course) => ({ ...query, q: `"${course.replaceAll('"', ' ').slice(0, 280)}"` })}
        empty={text.country.noCourses}
      />
    </section>
  )
}
