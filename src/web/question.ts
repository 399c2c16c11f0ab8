/** What kind of question a sum answers: one about countries, programmes and years as a whole, or one that picks rows by words and values. */
import type { TrainingQuery } from '../ledger/read/query.js'

/**
 * Whether the rows were picked by what they print (words, a name, a deliverer, a class, a flag, a bound). Of such rows it cannot be said
 * what the rest of a country's rows print: "many others name only a ministry" is true of a country, not of one unit's rows.
 */
export function picksRows(query: Partial<TrainingQuery>): boolean {
  const bounds = [query.quantity_min, query.quantity_max, query.cost_min, query.cost_max]
  return (
    Boolean(query.q || query.name || query.entity || query.unit) ||
    (query.class ?? []).length > 0 ||
    (query.flag ?? []).length > 0 ||
    bounds.some((bound) => bound !== undefined)
  )
}
