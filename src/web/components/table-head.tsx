/** The head of every table: what its columns hold decides how they align, and what a reader who hears the page is told of each. */
import type { Child } from 'hono/jsx'
import { useSite } from '../site.js'

/**
 * Words, or figures (which align to the right, as their cells do with the class "number"). `bar` draws the figure before it and has no
 * heading; `quote` holds a link whose heading is only heard.
 */
export type Column = { words: Child } | { figures: Child } | 'bar' | 'quote'

export function TableHead({ columns }: { columns: readonly (Column | false)[] }) {
  const { text } = useSite()
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          if (column === false) return null
          if (column === 'bar') return <td class="bar" />
          if (column === 'quote')
            return (
              <th scope="col">
                <span class="visually-hidden">{text.quote.short}</span>
              </th>
            )
          if ('words' in column) return <th scope="col">{column.words}</th>
          return (
            <th scope="col" class="number">
              {column.figures}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
