/** Whom a reply or a correction is about: a unit, a person or an incident, with what is alleged of it, listed, said and judged. */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import { type EntityFacts, loadEntity, type SaidOf } from './entity.js'
import { loadIncidentLines, loadListingsOf } from './incidents.js'
import { loadEntityNames } from './relations.js'

export interface Answerable {
  id: string
  kind: EntityKind
  name: string
  country: string | null
  /** What can be answered: incidents that accuse it (or the incident itself) and lists that it stands on. */
  matters: { id: string; kind: 'incident' | 'listing'; what: string; who: string | null; seenOn: string | null }[]
  /** Whom a reply may dispute to have done it: itself, or of an incident whomever it accuses. */
  accused: { id: string; name: string }[]
  facts: EntityFacts
  /** What persons judged its printed names to mean, and other units to be. */
  judged: { changeset: number; verdict: string; subject: string; others: number; reviewer: string | null; note: string | null }[]
}

/** Null where there is no such entity at present. */
export async function loadAnswerable(client: PoolClient, id: string): Promise<Answerable | null> {
  const facts = await loadEntity(client, null, id)
  if (!facts) return null
  const accusing = facts.kind === 'incident' ? [id] : [...new Set((facts.saidWith.perpetrator ?? []).map(({ entity }) => entity))]
  const incidents = await loadIncidentLines(client, null, accusing)
  const listings = facts.kind === 'incident' ? [] : await loadListingsOf(client, null, facts.members)
  const name = facts.name ?? (await nameOf(client, facts))
  // A class, such as "Army", is accused by its name alone.
  const accused = new Map(
    (facts.said.perpetrator ?? []).flatMap(({ object, value }) =>
      object === null ? [] : [[object, facts.others.get(object)?.name ?? value ?? object] as const],
    ),
  )
  return {
    id,
    kind: facts.kind,
    name,
    country: facts.country,
    matters: [
      ...[...incidents.values()].map((one) => ({
        id: one.id,
        kind: 'incident' as const,
        what: one.value ?? one.violations.join('; '),
        who: one.speaker ?? one.sourceTitle,
        seenOn: null,
      })),
      ...listings.map(({ id: listing, authority, list, program, listedPrinted, deniedIn, seenOn }) => ({
        id: listing,
        kind: 'listing' as const,
        what: [list, program, listedPrinted ?? deniedIn].filter(Boolean).join(', '),
        who: authority,
        // The day of a copy is none of the listing: it stands there only where nothing else is known of time.
        seenOn: listedPrinted === null && deniedIn === null ? seenOn : null,
      })),
    ],
    accused: facts.kind === 'incident' ? [...accused].map(([one, called]) => ({ id: one, name: called })) : [{ id, name }],
    facts,
    judged: await loadJudged(client, id),
  }
}

/** For a unit known from printed names alone: the name that it is shown under. */
async function nameOf(client: PoolClient, { id, said }: EntityFacts): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM serving.unit WHERE entity = $1', [id])
  return rows[0]?.name ?? said.occurrence?.[0]?.value ?? said.violation?.[0]?.value ?? id
}

async function loadJudged(client: PoolClient, id: string): Promise<Answerable['judged']> {
  const { rows } = await client.query<Answerable['judged'][number] & { kind: string }>(
    `SELECT j.written::float8 AS changeset, j.verdict,
        (SELECT count(*)::integer - 1 FROM ledger.judgement o WHERE o.written = j.written) AS others, j.subject_kind AS kind, j.reviewer, j.note,
        coalesce((SELECT text FROM ledger.printed_name p WHERE p.id = j.subject AND p.withdrawn IS NULL), j.subject) AS subject
      FROM ledger.judgement j WHERE j.basis = 'person' AND j.withdrawn IS NULL AND (j.entity = $1 OR (j.subject_kind = 'entity' AND j.subject = $1))
      ORDER BY j.written DESC LIMIT 50`,
    [id],
  )
  const names = await loadEntityNames(
    client,
    null,
    rows.flatMap(({ kind, subject }) => (kind === 'entity' ? [subject] : [])),
  )
  return rows.map(({ kind, ...row }) => ({
    ...row,
    subject: kind === 'entity' ? (names.get(row.subject)?.name ?? row.subject) : row.subject,
  }))
}

/** Any statement by its id, with whom it is about: what a denial denies and a correction corrects. */
export async function loadStatement(client: PoolClient, id: string): Promise<SaidOf | null> {
  const { rows } = await client.query<SaidOf>(
    `SELECT s.id, s.entity, s.object, s.property, s.value, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted",
        s.first_cited::text AS "firstCited", s.starts, s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends,
        s.open_ended AS "openEnded", s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source,
        s.places, s.flags, f.file_name AS "sourceFile", f.title AS "sourceTitle"
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND f.withdrawn IS NULL
      WHERE s.id = $1 AND s.withdrawn IS NULL`,
    [id],
  )
  return rows[0] ?? null
}
