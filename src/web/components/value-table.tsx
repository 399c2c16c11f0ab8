/** Values of a column as printed (courses, delivery units, headings) with how often they occur; each leads to its rows. */
import type { ValueCount } from '../../ledger/read/views.js'
import { useSite } from '../site.js'
import { Printed, TableFrame } from './table.js'

export interface ValueTableProps {
  values: readonly ValueCount[]
  caption: string
  column: string
  /** The address of the rows with this value; none where it cannot be asked for. */
  link?(text: string): string
  empty: string
}

export function ValueTable({ values, caption, column, link, empty }: ValueTableProps) {
  const { text, format } = useSite()
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
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" class="number">
              {text.fields.sessions}
            </th>
            <th scope="col" class="number">
              {text.fields.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr>
              <th scope="row">
                {link ? (
                  <a href={link(value.text)}>
                    <Printed text={value.text} />
                  </a>
                ) : (
                  <Printed text={value.text} />
                )}
              </th>
              <td class="number">{format.number(value.quantity)}</td>
              <td class="number">{format.number(value.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
