/** Alleged incidents of a state, newest first, each with what sources say of it in a line; and the listings of an entity. */
import type { PoolClient } from 'pg'
import type { Flag, Place } from '../records.js'
import { soughtSql } from './answers.js'
import { type CitedPublication, loadPublications } from './entity.js'
import { loadIdentities } from './identities.js'
import { planned } from './planned.js'
import { heldIn } from './relations.js'

type Client = Pick<PoolClient, 'query'>

export interface IncidentInList {
  id: string
  /** What the first source to assert it says, and who is said to say so. */
  value: string | null
  speaker: string | null
  sourceTitle: string | null
  /** The widest range of its dates, as PostgreSQL writes it; null where none is known. */
  imprecise: string | null
  /** The sources' words for what is alleged. */
  violations: string[]
  locations: string[]
  /** ISO 3166-1 alpha-3, or as printed. */
  countries: string[]
  /** Denials and doubts of any part of it, and replies: of a reply that is a denial besides one. That an answer was sought is none. */
  answers: number
}

export interface IncidentPage {
  incidents: IncidentInList[]
  total: number
  /** Incidents by country, the most first: of all that match, whichever country was asked for. */
  countries: { country: string; incidents: number }[]
}

export interface IncidentsFilter {
  country: string | null
  /** Id of a unit, person or organisation that a source accuses, as it is shown. */
  accused?: string | null
  /** Only those whose alleged dates may meet these calendar years. */
  years?: { first: number; last: number } | null
}

export interface IncidentsAsked extends IncidentsFilter {
  from: number
  limit: number
}

/**
 * Ids, newest first, as `$1`, `$2` (whoever is the accused in that state) and the two years `$3` and `$4` filter them. The dates are of what is alleged: a denial has that on which it was said.
 */
const listedSql = (
  past: number | null,
): string => `SELECT s.entity AS id, range_merge(range_agg(s.imprecise) FILTER (WHERE s.stance = 'asserts'))::text AS imprecise
  FROM ledger.statement s
  WHERE s.property = 'occurrence' AND ${heldIn(past, 's')}
    AND ($1::text IS NULL OR EXISTS (SELECT FROM ledger.statement c WHERE c.entity = s.entity AND c.property = 'country'
      AND c.stance = 'asserts' AND c.value = $1 AND ${heldIn(past, 'c')}))
    AND ($2::text[] IS NULL OR EXISTS (SELECT FROM ledger.statement a WHERE a.entity = s.entity AND a.property = 'perpetrator'
      AND a.stance = 'asserts' AND ${heldIn(past, 'a')}
      AND a.object = ANY($2)))
    AND ($3::integer IS NULL OR s.stance = 'asserts' AND s.imprecise && daterange(make_date($3, 1, 1), make_date($4::integer + 1, 1, 1)))
  GROUP BY s.entity ORDER BY max(upper(s.imprecise)) FILTER (WHERE s.stance = 'asserts') DESC NULLS LAST, s.entity`

const parametersOf = async (client: Client, past: number | null, filter: IncidentsFilter): Promise<unknown[]> => {
  const { country, accused = null, years = null } = filter
  const members = accused === null ? null : (await loadIdentities(client, past)).membersOf(accused)
  return [country, members, years?.first ?? null, years?.last ?? null]
}

export async function loadIncidents(client: Client, past: number | null, asked: IncidentsAsked): Promise<IncidentPage> {
  const countries = await client.query<{ country: string; incidents: number }>(
    `SELECT c.value AS country, count(DISTINCT c.entity)::integer AS incidents FROM (${listedSql(past)}) listed
      JOIN ledger.statement c ON c.entity = listed.id AND c.property = 'country' AND c.stance = 'asserts' AND ${heldIn(past, 'c')}
      GROUP BY c.value ORDER BY 2 DESC, c.value COLLATE "C"`,
    await parametersOf(client, past, { ...asked, country: null }),
  )
  const { rows } = await client.query<{ id: string; imprecise: string | null; total: number }>(
    `SELECT *, count(*) OVER ()::integer AS total FROM (${listedSql(past)}) listed LIMIT $5 OFFSET $6`,
    [...(await parametersOf(client, past, asked)), asked.limit, asked.from],
  )
  const byId = await loadIncidentLines(
    client,
    past,
    rows.map(({ id }) => id),
  )
  return {
    incidents: together(rows, byId),
    // Beyond the last page there are no rows to say how many there are.
    total: rows[0]?.total ?? 0,
    countries: countries.rows,
  }
}

const together = (
  rows: readonly { id: string; imprecise: string | null }[],
  byId: ReadonlyMap<string, IncidentLine>,
): IncidentInList[] =>
  rows.flatMap(({ id, imprecise }) => {
    const row = byId.get(id)
    return row ? [{ ...row, imprecise }] : []
  })

/** Opens the cursor `listing` over all that `loadIncidents` pages through. */
export async function declareIncidents(client: Client, past: number | null, filter: IncidentsFilter): Promise<void> {
  await client.query(`DECLARE listing NO SCROLL CURSOR FOR ${listedSql(past)}`, await parametersOf(client, past, filter))
}

export async function fetchIncidents(client: Client, past: number | null, count: number): Promise<IncidentInList[]> {
  const { rows } = await client.query<{ id: string; imprecise: string | null }>(`FETCH ${count} FROM listing`)
  if (rows.length === 0) return []
  return together(
    rows,
    await loadIncidentLines(
      client,
      past,
      rows.map(({ id }) => id),
    ),
  )
}

export interface Accused {
  incident: string
  /** Null where only a class is accused, such as "Army". */
  id: string | null
  /** As the source prints it. */
  printed: string | null
  stance: 'asserts' | 'denies' | 'questions'
  speaker: string | null
}

/** Whom sources accuse of these, and who denies or questions it. */
export async function loadAccused(client: Client, past: number | null, incidents: readonly string[]): Promise<Accused[]> {
  const { rows } = await client.query<Accused>(
    `SELECT s.entity AS incident, s.object AS id, s.value AS printed, s.stance, s.speaker FROM ledger.statement s
      WHERE s.entity = ANY($1) AND s.property = 'perpetrator' AND ${heldIn(past, 's')} ORDER BY s.entity, s.source, s.position, s.id`,
    [incidents],
  )
  return rows
}

export type IncidentLine = Omit<IncidentInList, 'imprecise'>

/** As `answersShown` shows them, each once. */
const isAnswer = (past: number | null): string => `CASE WHEN s.property = 'reply' THEN NOT ${soughtSql}
  ELSE s.stance <> 'asserts' AND NOT EXISTS (SELECT FROM ledger.statement r WHERE r.entity = s.entity AND r.property = 'reply'
    AND r.details ? 'disputes' AND r.source = s.source AND r.speaker IS NOT DISTINCT FROM s.speaker AND ${heldIn(past, 'r')}) END`

/** What sources say of each incident, in a line. */
export async function loadIncidentLines(
  client: Client,
  past: number | null,
  ids: readonly string[],
): Promise<Map<string, IncidentLine>> {
  if (ids.length === 0) return new Map()
  const said = await client.query<IncidentLine>(
    planned(
      'incident lines',
      past,
      `SELECT s.entity AS id,
        (array_agg(s.value ORDER BY f.id, s.position) FILTER (WHERE s.property = 'occurrence' AND s.stance = 'asserts'))[1] AS value,
        (array_agg(s.speaker ORDER BY f.id, s.position) FILTER (WHERE s.property = 'occurrence' AND s.stance = 'asserts'))[1] AS speaker,
        (array_agg(f.title ORDER BY f.id, s.position) FILTER (WHERE s.property = 'occurrence' AND s.stance = 'asserts'))[1] AS "sourceTitle",
        coalesce(array_agg(DISTINCT s.value) FILTER (WHERE s.property = 'violation' AND s.stance = 'asserts'), '{}') AS violations,
        coalesce(array_agg(DISTINCT s.value) FILTER (WHERE s.property = 'location' AND s.stance = 'asserts'), '{}') AS locations,
        coalesce(array_agg(DISTINCT s.value) FILTER (WHERE s.property = 'country' AND s.stance = 'asserts'), '{}') AS countries,
        count(*) FILTER (WHERE ${isAnswer(past)})::integer AS answers
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
      WHERE s.entity = ANY($1) AND ${heldIn(past, 's')} GROUP BY s.entity`,
      [ids],
    ),
  )
  return new Map(said.rows.map((row) => [row.id, row]))
}

export interface ListingOf {
  id: string
  authority: string
  list: string
  program: string | null
  law: string | null
  effect: string
  listedPrinted: string | null
  delistedPrinted: string | null
  seenOn: string | null
  deniedIn: number | null
  reason: string | null
  source: string
  sourceFile: string
  place: Place
  flags: Flag[]
  cited: CitedPublication[]
}

const listingColumns = `d.id, d.authority, d.list, d.program, d.law, d.effect, d.listed_printed AS "listedPrinted", d.delisted_printed AS "delistedPrinted",
        to_char(d.seen_on, 'YYYY-MM-DD') AS "seenOn", d.denied_in AS "deniedIn", d.reason, d.source, f.file_name AS "sourceFile",
        d.places -> 0 AS place, d.flags, d.citations`

/** The listings of an entity: of its own id and of those that persons judged to be one with it. */
export async function loadListingsOf(client: Client, past: number | null, members: readonly string[]): Promise<ListingOf[]> {
  const { rows } = await client.query<Omit<ListingOf, 'cited'> & { citations: string[] }>(
    planned(
      'listings of',
      past,
      `SELECT ${listingColumns} FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND ${heldIn(past, 'f')}
      WHERE ${heldIn(past, 'd')} AND d.entity = ANY($1) ORDER BY d.seen_on NULLS LAST, d.source, d.position, d.id`,
      [members],
    ),
  )
  const cited = await loadPublications(client, past, [...new Set(rows.flatMap(({ citations }) => citations))])
  return rows.map(({ citations, ...row }) => ({ ...row, cited: citations.flatMap((id) => cited.get(id) ?? []) }))
}

/** One listing of the present, with whom it lists. */
export async function loadListing(client: Client, id: string): Promise<(ListingOf & { entity: string }) | null> {
  const { rows } = await client.query<Omit<ListingOf, 'cited'> & { citations: string[]; entity: string }>(
    `SELECT ${listingColumns}, d.entity FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND f.withdrawn IS NULL
      WHERE d.id = $1 AND d.withdrawn IS NULL`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  const { citations, ...listing } = row
  const cited = await loadPublications(client, null, citations)
  return { ...listing, cited: citations.flatMap((one) => cited.get(one) ?? []) }
}
