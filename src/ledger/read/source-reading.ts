/** A row with its source, and the sources with what is in them. */
import { loadChangeset } from './changesets.js'
import { loadCopies, loadCountedElsewhere } from './copies.js'
import { type State, sumOf, sumsBy, whole } from './cube.js'
import { countEqualRows } from './equal-rows.js'
import type { Reading } from './reading.js'
import { loadTrainings } from './rows.js'
import type { Snapshot } from './snapshot.js'
import { loadSaid, loadSourcePages, loadSources, loadUnreadPlaces } from './sources.js'
import type { Within } from './states.js'
import { countrySums } from './summaries.js'
import { countBalances, type Judging, loadTotals, sumBalances } from './totals.js'
import type { SourceRow } from './views.js'

export function sourceReading(within: Within, judging: Judging): Pick<Reading, 'training' | 'sources' | 'source'> {
  async function sourceRows(seen: Snapshot, state: State, id: string | null): Promise<(SourceRow & { written: number })[]> {
    const balances = await countBalances(seen.client, state, judging, id === null ? {} : { source: id })
    const sources = await loadSources(seen.client, state.past, id)
    const sums = sumsBy(whole(state.cube.cells), (cell) => cell.source)
    return sources.map(({ written, ...source }) => {
      const sum = sums.get(source.id)
      const plans = sumOf(whole(state.cube.cells.filter((cell) => cell.source === source.id)), false)
      return {
        source,
        rows: (sum?.rows ?? 0) + plans.rows,
        quantity: sum?.quantity ?? 0,
        cents: sum?.cents ?? 0,
        balance: balances.get(source.id) ?? sumBalances([]),
        written,
      }
    })
  }

  return {
    training: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const { client, head } = seen
        const { at } = state
        const [training] = await loadTrainings(client, [id], at)
        if (!training) return null
        const [source] = await loadSources(client, at, training.sourceId)
        if (!source) return null
        const { written: _, ...rest } = source
        const { report, country } = training
        const totals = (await loadTotals(client, state, judging, { report, country })).filter(
          ({ program, fiscalYear }) =>
            (program === null || program === training.program) && (fiscalYear === null || fiscalYear === training.fiscalYear),
        )
        const { rows } = await client.query<{ written: number; withdrawn: number | null }>({
          name: 'versions',
          text: `SELECT written::float8 AS written, withdrawn::float8 AS withdrawn FROM ledger.training
            WHERE id = $1 AND CASE WHEN $2::bigint IS NULL THEN withdrawn IS NULL
              ELSE written <= $2 AND (withdrawn IS NULL OR withdrawn > $2) END`,
          values: [id, at],
        })
        const row = rows[0]!
        return {
          training,
          source: rest,
          ...(await loadCopies(client, at, id)),
          totals,
          equalRows: await countEqualRows(client, id, state.past),
          written: (await loadChangeset(client, row.written))!,
          withdrawn: row.withdrawn === null ? null : await loadChangeset(client, row.withdrawn),
          head,
        }
      }),

    sources: (asOf) =>
      within(asOf, async (seen, state) => ({
        sources: (await sourceRows(seen, state, null)).map(({ written: _, ...row }) => row),
        head: seen.head,
      })),

    source: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const [found] = await sourceRows(seen, state, id)
        if (!found) return null
        const { written, ...row } = found
        const cells = state.cube.cells.filter((cell) => cell.source === id)
        return {
          ...row,
          countedElsewhere: await loadCountedElsewhere(seen.client, state.past, id),
          pages: await loadSourcePages(seen.client, state.past, id),
          // Not served from tables of their own: a state that is served as the present is may differ in these.
          said: await loadSaid(seen.client, seen.head.changeset, id),
          unread: await loadUnreadPlaces(seen.client, seen.head.changeset, id),
          countries: countrySums(whole(cells)),
          totals: await loadTotals(seen.client, state, judging, { source: id }),
          written: (await loadChangeset(seen.client, written))!,
          head: seen.head,
        }
      }),
  }
}
