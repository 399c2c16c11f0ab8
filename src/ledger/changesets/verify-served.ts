/**
 * Compares what pages read with the facts that it is derived from: rows and the words that find them, sums, names, printed totals, and which unit a name
 * means. The facts are in the chain of digests and these tables are not, so that a figure altered here would stand on every page while the ledger holds.
 *
 * All is compared as of the present; names and totals also as of the state before the last change of any, the rows of all past states by
 * `verify-past.ts`. What names and totals summed to in older states than that is not: each would take as long as the present.
 */
import type { PoolClient } from 'pg'
import { programNote } from '../covered-rows.js'
import type { Ledger } from '../database/connect.js'
import { transact } from '../database/transact.js'
import { groupBy } from '../group-by.js'
import { type Meaning, meaningOf, type NameJudgement } from '../meaning.js'
import { cellsOfState } from '../read/cube.js'
import { rebuildServing } from '../serving/refresh.js'
import { countsSql } from '../serving/repetitions.js'
import { countedColumns, held, served } from '../serving/tables.js'
import { cellWordsOf, filledBits, textPlaces } from '../serving/trainings.js'
import { kyselyOn } from '../serving/transaction.js'
import { readMerged, rebuildUnits } from '../serving/units.js'
import { lockCommits } from './unfinished.js'
import { isCopy, pastNames, pastTrainings, servedBefore } from './verify-past.js'

export interface ServedDifference {
  /** The table of what is served. */
  table: string
  id: string
}

/** Of each table so many are told; one is enough to make it anew. */
const mostTold = 20

/** What a cell says of its trainings: these columns are the training's own. */
const ofCell = [
  'source',
  'report',
  'region',
  'status',
  'country',
  'country_code',
  'program',
  'program_code',
  'program_family',
  'agency',
]
const texts = (alias: string, columns: readonly string[]) => columns.map((column) => `${alias}.${column} COLLATE "C"`).join(', ')

/** SQL: that two lists of values differ, NULL being a value. */
const differ = (one: string, other: string) => `ROW(${one}) IS DISTINCT FROM ROW(${other})`

const filled = countedColumns.map((column, index) => `count(*) FILTER (WHERE filled & ${1 << index} <> 0) AS with_${column}`)
const sums = ['rows', 'quantity', 'cents', ...countedColumns.map((column) => `with_${column}`)]

/** A naming's row counts once under a name or unit that it names twice; plans count as rows but not as sessions (serving/names.ts, units.ts). */
const sumsOfNamings = (key: string, namings: string, past: string | null = null) => `
  SELECT key, count(*) AS rows, coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0) AS quantity FROM (
    SELECT n.${key} AS key, t.delivered, bool_or(n.role = 'recipient') AS recipient,
      coalesce(sum(n.count) FILTER (WHERE n.role = 'recipient'), t.quantity) AS quantity
    FROM ${namings} n JOIN ${served('training', past)} t ON t.id = n.training GROUP BY n.${key}, t.n, t.quantity, t.delivered
  ) r GROUP BY key`

/** SQL: a programme's heading as its totals go by it (serving/totals.ts). */
const withoutNote = (alias: string) =>
  `CASE WHEN ${alias}.program LIKE '%(Note%' THEN regexp_replace(${alias}.program, '${programNote}', '', 'i') ELSE ${alias}.program END`

/** SQL: a training's flags as they are asked for (serving/trainings.ts). */
const flagsOf = (alias: string) =>
  `CASE WHEN ${alias}.flags <> '[]' THEN (SELECT array_agg(DISTINCT flag->>'code') FROM jsonb_array_elements(${alias}.flags) flag) END`

/** What can be compared in any state: `past` is its changeset, null for the present. */
const ofState = (past: string | null): Record<string, string> => ({
  name: `SELECT coalesce(f.key, s.id) AS id
    FROM (${sumsOfNamings('printed_name', held('naming', past, past === null ? 'true' : `printed_name IN ${pastNames(past)}`), past)}) f
    FULL JOIN ${served('name', past, past === null ? 'true' : `id IN ${pastNames(past)}`)} s ON s.id = f.key LEFT JOIN ${held('printed_name', past)} p ON p.id = s.id
    WHERE f.key IS NULL OR s.id IS NULL OR p.id IS NULL OR s.rows <> f.rows OR s.quantity <> f.quantity
      OR ${differ('s.text COLLATE "C", s.country COLLATE "C", s.search_key COLLATE "C"', 'p.text COLLATE "C", p.country COLLATE "C", p.search_key COLLATE "C"')}
      OR s.key <> to_tsvector('simple', p.search_key)`,
  // What totals that are printed twice sum to, only the places of rows tell; of those the printed figures are compared.
  total: `WITH scope AS (
      SELECT *, count(*) OVER (PARTITION BY report, country, level, scope_program, fiscal_year) > 1 OR NOT counts AS repeated
      FROM (SELECT t.*, ${withoutNote('t')} AS scope_program FROM ${served('total', past)} t) t
    ), sums AS (
      SELECT report, country, program, fiscal_year, GROUPING(program) = 1 AS programs, GROUPING(fiscal_year) = 1 AS years,
        sum(rows) AS rows, sum(quantity) AS quantity, sum(cents) AS cents
      FROM (SELECT report, country, ${withoutNote('c')} AS program, fiscal_year, rows, quantity, cents FROM ${cellsOfState(past)} c) c
      GROUP BY report, country, GROUPING SETS ((program, fiscal_year), (program), (fiscal_year), ())
    )
    SELECT coalesce(f.id, t.id) AS id FROM ${held('printed_total', past)} f
    FULL JOIN scope t ON t.id = f.id
    LEFT JOIN sums s ON s.report = t.report AND s.country = t.country AND s.programs = (t.program IS NULL)
      AND coalesce(s.program, '') = coalesce(t.scope_program, '') AND s.years = (t.fiscal_year IS NULL)
      AND coalesce(s.fiscal_year, 0) = coalesce(t.fiscal_year, 0)
    WHERE f.id IS NULL OR t.id IS NULL OR ${differ('f.quantity::float8, f.cents::float8, f.fiscal_year::int', 't.quantity, t.cents, t.fiscal_year::int')}
      OR ${differ(texts('f', ['source', 'report', 'country', 'program']), texts('t', ['source', 'report', 'country', 'program']))}
      OR (NOT t.repeated AND (t.covered_rows <> coalesce(s.rows, 0) OR t.covered_quantity <> coalesce(s.quantity, 0) OR t.covered_cents <> coalesce(s.cents, 0))
        AND NOT EXISTS (SELECT FROM scope o WHERE o.report = t.report AND o.country = t.country AND o.repeated))`,
})

const ofPresent: Readonly<Record<string, string>> = {
  training: `SELECT coalesce(f.id, s.id) AS id
    FROM (SELECT t.* FROM ledger.training t WHERE t.withdrawn IS NULL AND ${countsSql('t', 'training')}) f
    FULL JOIN serving.training s ON s.id = f.id LEFT JOIN serving.cell c ON c.id = s.cell
    LEFT JOIN serving.phrase title ON title.id = s.title LEFT JOIN serving.phrase delivery ON delivery.id = s.delivery
    WHERE f.id IS NULL OR s.id IS NULL OR c.id IS NULL
      OR ${differ('f.quantity::float8, f.cents::float8, f.fiscal_year::int, f.start_date, f.country COLLATE "C"', 's.quantity, s.cents, s.fiscal_year::int, s.start_date, s.country')}
      OR ${differ('f.course_title COLLATE "C", f.delivery_unit COLLATE "C"', 'title.text COLLATE "C", delivery.text COLLATE "C"')}
      OR s.delivered <> (f.status = 'delivered') OR c.fiscal_year <> f.fiscal_year OR s.filled <> (${filledBits('f')})
      OR c.priced <> (coalesce(f.cents, 0) <> 0) OR c.unit_named <> (coalesce(f.recipient_unit, '') <> '')
      OR ${differ(texts('f', ofCell), texts('c', ofCell))} OR s.flags IS DISTINCT FROM (${flagsOf('f')})
      OR (s.since <> f.written AND s.since <> f.written + ${servedBefore('f')} AND NOT ${isCopy('f')})`,
  words: `WITH f AS MATERIALIZED (SELECT t.id, t.search_keys FROM ledger.training t WHERE t.withdrawn IS NULL),
    cut AS MATERIALIZED (SELECT place, key, setweight(to_tsvector('simple', key), weight::"char") AS words FROM (
      ${textPlaces('f')}) k),
    of_cell AS MATERIALIZED (SELECT id, setweight(to_tsvector('simple', words), 'D') AS words FROM serving.cell)
    SELECT s.id FROM serving.training s JOIN f ON f.id = s.id JOIN of_cell c ON c.id = s.cell
    ${[1, 2, 3, 4].map((place) => `LEFT JOIN cut w${place} ON w${place}.place = ${place} AND w${place}.key = f.search_keys[${place}]`).join(' ')}
    WHERE s.key IS DISTINCT FROM coalesce(w2.words, '') || coalesce(w1.words, '') || coalesce(w3.words, '') || coalesce(w4.words, '') || c.words
      OR s.words <> least(length(s.key), 32000)`,
  cell: `SELECT coalesce(c.id, s.cell)::text AS id
    FROM (SELECT cell, min(id) AS one, count(*) AS rows, coalesce(sum(quantity), 0) AS quantity, coalesce(sum(cents), 0) AS cents, ${filled.join(', ')}
      FROM serving.training GROUP BY cell) s
    FULL JOIN serving.cell c ON c.id = s.cell LEFT JOIN ledger.training t ON t.id = s.one AND t.withdrawn IS NULL
    WHERE c.id IS NULL OR ${sums.map((sum) => `coalesce(s.${sum}, 0) <> c.${sum}`).join(' OR ')}
      OR (t.id IS NOT NULL AND c.words <> ${cellWordsOf('t')})`,
  ...ofState(null),
  unit: `WITH meant AS (
      SELECT m.entity, n.training, n.role, n.count FROM serving.meaning m JOIN ledger.naming n ON n.printed_name = m.printed_name AND n.withdrawn IS NULL
        WHERE NOT EXISTS (SELECT FROM serving.naming_meaning own WHERE own.naming = n.id)
      UNION ALL SELECT own.entity, n.training, n.role, n.count FROM serving.naming_meaning own
        JOIN ledger.naming n ON n.id = own.naming AND n.withdrawn IS NULL WHERE own.entity IS NOT NULL
    )
    SELECT coalesce(f.key, s.entity) AS id FROM (${sumsOfNamings('entity', 'meant')}) f
    FULL JOIN serving.unit s ON s.entity = f.key
    WHERE s.entity IS NULL OR s.rows <> coalesce(f.rows, 0) OR s.quantity <> coalesce(f.quantity, 0)`,
}

/** The last state that was served otherwise than the present. */
const lastPast = `SELECT (max(until) - 1)::text AS changeset FROM (SELECT max(until) AS until FROM serving.past_training
  UNION ALL SELECT max(until) FROM serving.past_name UNION ALL SELECT max(until) FROM serving.past_total) p`

/** Differences of the present and of past states, at most some of each table. */
export async function compareServed(client: PoolClient): Promise<ServedDifference[]> {
  const found: ServedDifference[] = []
  const compare = async (prefix: string, comparisons: Readonly<Record<string, string>>) => {
    for (const [table, comparison] of Object.entries(comparisons)) {
      const { rows } = await client.query<{ id: string }>(`SELECT id FROM (${comparison}) d ORDER BY id LIMIT ${mostTold}`)
      found.push(...rows.map(({ id }) => ({ table: `serving.${prefix}${table}`, id })))
    }
  }
  // Whole tables are joined: a page's memory would write them out to files.
  await client.query(`SET LOCAL work_mem = '64MB'`)
  await compare('', ofPresent)
  const { rows } = await client.query<{ changeset: string | null }>(lastPast)
  const past = rows[0]!.changeset
  if (past !== null) await compare('past_', { ...pastTrainings, ...ofState(past) })
  return [...found, ...(await compareMeanings(client))]
}

/** SQL: that a name is printed in a current row. Judgements outlive the rows of a name, and what it would mean without any is shown nowhere. */
const isPrinted = (name: string) => `EXISTS (SELECT FROM ledger.printed_name p WHERE p.id = ${name} AND p.withdrawn IS NULL)`

/** Which unit each name means, worked out from the judgements. */
async function compareMeanings(client: PoolClient): Promise<ServedDifference[]> {
  const merged = await readMerged(client)
  const { rows: judged } = await client.query<NameJudgement & { subject: string }>(
    `SELECT subject, entity, verdict, basis, rule, score FROM ledger.judgement WHERE subject_kind = 'printed name' AND withdrawn IS NULL AND ${isPrinted('subject')}`,
  )
  const judgements = groupBy(judged, ({ subject }) => subject)
  const { rows: served } = await client.query<Meaning & { name: string }>(
    `SELECT printed_name AS name, entity, judged, basis, rule, score, contested FROM serving.meaning WHERE ${isPrinted('printed_name')}`,
  )
  const means = (meaning: Meaning | null | undefined) =>
    meaning ? JSON.stringify([meaning.entity, meaning.judged, meaning.basis, meaning.contested]) : null
  const kept = new Map(served.map((meaning) => [meaning.name, means(meaning)]))
  const names = new Set([...judgements.keys(), ...kept.keys()])
  return [...names]
    .filter((name) => (kept.get(name) ?? null) !== means(meaningOf(judgements.get(name) ?? [], merged)))
    .sort()
    .slice(0, mostTold)
    .map((id) => ({ table: 'serving.meaning', id }))
}

/** Makes all that is served anew from the facts, of the present and of past states. Servers that run keep what they read before. */
export async function rebuildServed({ ownerPool }: Pick<Ledger, 'ownerPool'>): Promise<void> {
  await transact(ownerPool, async (client) => {
    await lockCommits(client)
    await rebuildServing(kyselyOn(client))
    await rebuildUnits(client)
  })
}
