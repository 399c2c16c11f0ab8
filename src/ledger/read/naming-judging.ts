/**
 * What each name in one row means, by a judgement of the naming or of its name, and which units it may mean instead. Always of the present: it is read
 * by who is about to judge.
 */
import type { PoolClient } from 'pg'
import type { Judgement } from '../entities.js'
import { type UnitRow, unitsById } from './units.js'

export interface NamingToJudge {
  id: string
  text: string
  nameId: string
  role: 'recipient' | 'delivery'
  /** What it is taken to mean; null where nothing decides, or a person said that it is not what its name means. */
  means: UnitRow | null
  /** The naming was judged apart from its name. */
  apart: boolean
  /** What all other rows with this name are taken to mean. */
  nameMeans: UnitRow | null
  /** Units that it may mean: of pairs that wait, and those that print the same words elsewhere in its country. */
  others: UnitRow[]
  /** Judgements of this naming alone, the newest first. */
  judged: {
    changeset: number
    unit: UnitRow | null
    entity: string
    verdict: Judgement['verdict']
    reviewer: string | null
    note: string | null
  }[]
}

const mostOthers = 8

/** In the order of the row; empty where there is no such row now. */
export async function loadNamingsToJudge(client: PoolClient, training: string): Promise<NamingToJudge[]> {
  const { rows } = await client.query<{
    id: string
    text: string
    nameId: string
    role: NamingToJudge['role']
    own: string | null
    apart: boolean
    ofName: string | null
    others: string[]
  }>(
    `SELECT n.id, p.text, p.id AS "nameId", n.role, own.entity AS own, own.naming IS NOT NULL AS apart, m.entity AS "ofName",
      ARRAY(
        SELECT DISTINCT other FROM (
          SELECT CASE WHEN c.subject IN (p.id, m.entity) THEN c.entity ELSE c.subject END AS other FROM serving.candidate c
            WHERE c.subject_kind = 'entity' AND (c.subject = m.entity OR c.entity = m.entity) OR c.subject = p.id
          UNION SELECT alike.entity FROM serving.name key JOIN serving.name same ON same.search_key = key.search_key
            AND same.country IS NOT DISTINCT FROM key.country JOIN serving.meaning alike ON alike.printed_name = same.id WHERE key.id = p.id
        ) found WHERE other IS DISTINCT FROM m.entity LIMIT ${mostOthers}
      ) AS others
    FROM ledger.naming n JOIN ledger.printed_name p ON p.id = n.printed_name AND p.withdrawn IS NULL
      LEFT JOIN serving.naming_meaning own ON own.naming = n.id LEFT JOIN serving.meaning m ON m.printed_name = p.id
    WHERE n.training = $1 AND n.withdrawn IS NULL ORDER BY n.role DESC, n.ordinal`,
    [training],
  )
  const { rows: judged } = await client.query<Omit<NamingToJudge['judged'][number], 'unit'> & { subject: string }>(
    `SELECT subject, written::float8 AS changeset, entity, verdict, reviewer, note FROM ledger.judgement
      WHERE subject_kind = 'naming' AND basis = 'person' AND withdrawn IS NULL AND subject = ANY($1) ORDER BY written DESC, entity`,
    [rows.map(({ id }) => id)],
  )
  const given = [
    ...rows.flatMap(({ own, ofName, others }) => [own ?? [], ofName ?? [], others].flat()),
    ...judged.map(({ entity }) => entity),
  ]
  const { rows: merged } = await client.query<{ entity: string; canonical: string }>(
    'SELECT entity, canonical FROM serving.merged WHERE entity = ANY($1)',
    [given],
  )
  const shown = new Map(merged.map(({ entity, canonical }) => [entity, canonical]))
  const units = await unitsById(client, [...new Set(given.map((id) => shown.get(id) ?? id))])
  const unitOf = (id: string | null) => (id === null ? null : (units.get(shown.get(id) ?? id) ?? null))
  return rows.map(({ own, ofName, others, ...row }) => {
    const nameMeans = unitOf(ofName)
    const listed = new Map(others.flatMap((id) => unitOf(id) ?? []).map((unit) => [unit.id, unit]))
    if (nameMeans) listed.delete(nameMeans.id)
    return {
      ...row,
      means: row.apart ? unitOf(own) : nameMeans,
      nameMeans,
      others: [...listed.values()],
      judged: judged
        .filter(({ subject }) => subject === row.id)
        .map(({ subject: _, ...one }) => ({ ...one, unit: unitOf(one.entity) })),
    }
  })
}
