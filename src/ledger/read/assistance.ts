/** The training that rows print under the names of units, in a state: after changeset `at`, or now where that is null. */
import type { PoolClient } from 'pg'
import type { Training } from '../records.js'
import { served } from '../serving/tables.js'
import type { Identities } from './identities.js'
import type { Standing } from './matters.js'
import { loadMeant } from './meant.js'
import { planned } from './planned.js'
import { heldIn } from './relations.js'

type Client = Pick<PoolClient, 'query'>

/** One training of one unit: a row that a name of the unit stands in as a recipient of class security force, delivered. */
export interface Assistance extends Standing {
  training: string
  unit: string
  /** As the row prints it. */
  name: string
  /** A person confirmed that the name means the unit; else a rule proposed it. */
  confirmed: boolean
  /** The reviewer who did, the first by name of several. */
  confirmedBy: string | null
  fiscalYear: number
  startDate: string | null
  endDate: string | null
  course: string | null
  program: string
  /** Whose money it was, where the row tells. */
  agency: Training['agency']
  /** Training sessions that the cell gives to this name, else the row's; null where none are printed. */
  quantity: number | null
  cents: number | null
}

/**
 * Trainings of these units (shown ids): delivered, named as a recipient of class security force. One row that names a unit twice is one; the
 * cell's own counts are summed where it gives any, as in every sum of a unit.
 */
export async function loadAssistance(client: Client, at: number | null, units: readonly string[]): Promise<Assistance[]> {
  if (units.length === 0) return []
  if (at === null) return assistanceOf(client, presentNamings, null, [units])
  const found: Assistance[] = []
  // In a past state the judgements that held then decide, unit by unit.
  for (const unit of units) {
    const { names, apart, besides } = await loadMeant(client, at, unit)
    if (names.length + besides.length > 0)
      found.push(...(await assistanceOf(client, pastNamings(at), at, [unit, names, apart, besides])))
  }
  return found
}

const ofSecurityForce = `n.role = 'recipient' AND n.recipient_class = 'security force'`

/** Who said so of a name or of one naming of it; asked only where a person decided. */
const reviewerOf = (subject: string, at: number | null) =>
  `(SELECT min(j.reviewer) FROM ledger.judgement j WHERE j.subject = ${subject} AND j.basis = 'person' AND j.verdict = 'same' AND ${heldIn(at, 'j')})`

/** The name's own text is read with the name, of which there are few, and not with each of its rows. */
const textOf = (name: string, at: number | null) =>
  `(SELECT p.text FROM ledger.printed_name p WHERE p.id = ${name} AND ${heldIn(at, 'p')})`

const presentNamings = `SELECT m.entity, n.training, n.count, m.text, m.basis = 'person' AS confirmed,
        CASE WHEN m.basis = 'person' THEN ${reviewerOf('n.printed_name', null)} END AS confirmed_by
      FROM (SELECT printed_name, entity, basis, ${textOf('printed_name', null)} AS text FROM serving.meaning WHERE entity = ANY($1) OFFSET 0) m
        JOIN ledger.naming n ON n.printed_name = m.printed_name AND n.withdrawn IS NULL
      WHERE ${ofSecurityForce} AND NOT EXISTS (SELECT FROM serving.naming_meaning own WHERE own.naming = n.id)
      UNION ALL
      SELECT own.entity, n.training, n.count, ${textOf('n.printed_name', null)}, true, ${reviewerOf('n.id', null)}
      FROM serving.naming_meaning own JOIN ledger.naming n ON n.id = own.naming AND n.withdrawn IS NULL
      WHERE own.entity = ANY($1) AND ${ofSecurityForce}`

/** Confirmed where a person's judgement was among those that held: it decided, since it outweighs a rule's. */
const pastNamings = (at: number) => `SELECT $1::text AS entity, n.training, n.count, ${textOf('n.printed_name', at)} AS text,
        EXISTS (SELECT FROM ledger.judgement j WHERE j.subject IN (n.printed_name, n.id) AND j.basis = 'person' AND j.verdict = 'same'
          AND ${heldIn(at, 'j')}) AS confirmed, coalesce(${reviewerOf('n.id', at)}, ${reviewerOf('n.printed_name', at)}) AS confirmed_by
      FROM ledger.naming n
      WHERE ${heldIn(at, 'n')} AND ((n.printed_name = ANY($2) AND n.id <> ALL($3)) OR n.id = ANY($4)) AND ${ofSecurityForce}`

/**
 * The file's name is looked up row by row: the planner, who often knows nothing of so small a table, has read all of a unit's rows once for each source.
 */
async function assistanceOf(client: Client, namings: string, at: number | null, values: unknown[]): Promise<Assistance[]> {
  const { rows } = await client.query<Assistance>(
    planned(
      'assistance',
      at,
      `WITH named AS (
      SELECT entity, training, min(text) AS name, bool_or(confirmed) AS confirmed, min(confirmed_by) AS confirmed_by, sum(count) AS count
      FROM (${namings}) each GROUP BY entity, training
    )
    SELECT t.id AS training, n.entity AS unit, n.name, n.confirmed, n.confirmed_by AS "confirmedBy", t.fiscal_year AS "fiscalYear",
      t.start_date AS "startDate", t.end_date AS "endDate", t.course_title AS course, t.program, t.agency,
      coalesce(n.count, t.quantity)::float8 AS quantity, t.cents::float8 AS cents, t.source,
      (SELECT f.file_name FROM ledger.source f WHERE f.id = t.source AND ${heldIn(at, 'f')}) AS "sourceFile",
      t.places -> 0 AS place
    FROM named n
      JOIN ${served('training', at === null ? null : String(at))} counted ON counted.id = n.training AND counted.delivered
      JOIN ledger.training t ON t.id = n.training AND ${heldIn(at, 't')}
    ORDER BY n.entity, t.fiscal_year, t.start_date NULLS FIRST, t.id`,
      values,
    ),
  )
  return rows
}

/** Those of these units (shown ids) that a printed name of a recipient means: only they can have been assisted. A school that trains has thousands of rows. */
export async function unitsWithNames(
  client: Client,
  at: number | null,
  identities: Identities,
  ids: readonly string[],
): Promise<string[]> {
  if (at === null) {
    const { rows } = await client.query<{ entity: string }>(
      planned(
        'units with names',
        null,
        `SELECT u.entity FROM serving.unit u WHERE u.entity = ANY($1) AND u.rows > 0 AND (
        EXISTS (SELECT FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name WHERE m.entity = u.entity AND n.recipient)
        OR EXISTS (SELECT FROM serving.naming_meaning own WHERE own.entity = u.entity))`,
        [ids],
      ),
    )
    return rows.map(({ entity }) => entity)
  }
  const { rows } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.judgement j WHERE entity = ANY($1) AND verdict = 'same' AND subject_kind <> 'entity' AND ${heldIn(at, 'j')}`,
    [ids.flatMap((id) => identities.membersOf(id))],
  )
  return [...new Set(rows.map(({ entity }) => identities.canonicalOf(entity)))].sort()
}
