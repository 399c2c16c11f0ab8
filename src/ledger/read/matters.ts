/**
 * What sources allege of units and people, and what lists say of them: incidents with whom they accuse, and listings, each with what was answered
 * to it; in a state: after changeset `at`, or now where that is null.
 */

import type { PoolClient } from 'pg'
import { readRangeText } from '../dates.js'
import type { Designation, Details, Statement } from '../entities.js'
import { groupBy } from '../group-by.js'
import type { Flag, Place } from '../records.js'
import { isSought } from './answers.js'
import { type CitedPublication, loadPublications } from './entity.js'
import type { Identities } from './identities.js'
import { type ListingRow, listingMatters } from './listing-matters.js'
import { planned } from './planned.js'
import { heldIn } from './relations.js'

type Client = Pick<PoolClient, 'query'>

/** Where something stands: a file and a place in it. */
export interface Standing {
  source: string
  sourceFile: string
  place: Place | null
}

/** What one source says of who did it, of what it was, or of what came of it. */
export interface Said extends Standing {
  id: string
  value: string | null
  stance: Statement['stance']
  speaker: string | null
  details: Details
  /** When it is cited first: of what denies or answers an allegation, when that was said. */
  firstCited: string | null
  firstCitedPrinted: string | null
}

interface MatterOf {
  /** The incident's id, or the designation's. */
  id: string
  /** The unit or person that it accuses or lists. */
  subject: string
  /** Every place that it stands in. */
  places: Standing[]
  /** What was answered to it, in the words of whoever answered; that an answer was sought is none. */
  replies: Said[]
}

/** An alleged incident, with one of those whom a source accuses of it. */
export interface IncidentMatter extends MatterOf {
  kind: 'incident'
  /** From the first day to the last that any source asserts; null where none dates it. */
  hull: string | null
  /** On every day of it, by what each source asserts. */
  precise: string[]
  violations: Said[]
  occurrences: Said[]
  /** Who accuses the subject, who denies it and who questions it. */
  accusations: Said[]
  outcomes: Said[]
}

/**
 * A listing with an effect, or (`ineligibility`) a denial of assistance under the Leahy laws. What editions and copies of one list say of it is one,
 * unless they give it other days.
 */
export interface ListingMatter extends MatterOf, Pick<Designation, 'authority' | 'list' | 'program' | 'law' | 'reason'> {
  kind: 'designation' | 'ineligibility'
  effect: string
  listed: string | null
  delisted: string | null
  /** The day as the list prints it: where only this is known, it could not be read as one. */
  listedPrinted: string | null
  delistedPrinted: string | null
  /** Days of snapshots, earliest first: each proves the listing on that day alone. A row that says it was taken off by then proves none. */
  seenOn: string[]
  deniedIn: number | null
  /** Doubts of its rows: how a day was inferred, or entered by hand. */
  flags: Flag[]
  /** Publications that its rows cite. */
  cited: CitedPublication[]
}

export type Matter = IncidentMatter | ListingMatter

interface SaidRow extends Said {
  entity: string
  object: string | null
  property: 'perpetrator' | 'occurrence' | 'violation' | 'outcome' | 'reply'
  precise: string | null
  imprecise: string | null
}

/** Whom incidents and listings accuse or list, as they are shown. */
export async function loadSubjects(client: Client, at: number | null, { canonicalOf }: Identities): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT entity AS id FROM ledger.designation d WHERE ${heldIn(at, 'd')}
      UNION SELECT object FROM ledger.statement s WHERE property = 'perpetrator' AND object IS NOT NULL AND ${heldIn(at, 's')}`,
  )
  return [...new Set(rows.map(({ id }) => canonicalOf(id)))].sort()
}

/** Incidents and listings of these subjects. */
export async function loadMatters(
  client: Client,
  at: number | null,
  identities: Identities,
  subjects: readonly string[],
): Promise<Matter[]> {
  const ids = [...new Set(subjects.flatMap((id) => identities.membersOf(id)))]
  return [...(await loadIncidents(client, at, identities, ids)), ...(await loadListings(client, at, identities, ids))]
}

async function loadIncidents(
  client: Client,
  at: number | null,
  { canonicalOf }: Identities,
  ids: readonly string[],
): Promise<IncidentMatter[]> {
  const { rows } = await client.query<SaidRow>(
    planned(
      'incident matters',
      at,
      `SELECT s.id, s.entity, s.object, s.property, s.value, s.stance, s.speaker, s.details, s.precise::text AS precise,
      s.imprecise::text AS imprecise, s.first_cited::text AS "firstCited", s.first_cited_printed AS "firstCitedPrinted", s.source, f.file_name AS "sourceFile", s.places -> 0 AS place
    FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(at, 'f')}
    WHERE ${heldIn(at, 's')} AND s.property IN ('perpetrator', 'occurrence', 'violation', 'outcome', 'reply')
      AND s.entity IN (SELECT entity FROM ledger.statement a WHERE a.property = 'perpetrator' AND a.object = ANY($1) AND ${heldIn(at, 'a')})
    ORDER BY s.entity, s.source, s.position, s.id`,
      [ids],
    ),
  )
  const wanted = new Set(ids)
  const matters: IncidentMatter[] = []
  for (const [id, said] of groupBy(rows, ({ entity }) => entity)) {
    const of = (property: SaidRow['property']) => said.filter((one) => one.property === property)
    const occurrences = of('occurrence')
    const dated = occurrences.filter(({ stance }) => stance === 'asserts')
    const accused = of('perpetrator').filter(({ object }) => object !== null && wanted.has(object))
    for (const subject of new Set(accused.map(({ object }) => canonicalOf(object!)))) {
      const accusations = accused.filter(({ object }) => canonicalOf(object!) === subject)
      matters.push({
        id,
        kind: 'incident',
        subject,
        hull: hullOf(dated.flatMap(({ imprecise }) => imprecise ?? [])),
        precise: dated.flatMap(({ precise }) => precise ?? []),
        violations: of('violation'),
        occurrences,
        accusations,
        outcomes: of('outcome').filter(({ object }) => object === null || canonicalOf(object) === subject),
        replies: of('reply').filter((reply) => reply.speaker !== null && !isSought(reply)),
        places: standings([...accusations, ...occurrences, ...of('violation')]),
      })
    }
  }
  return matters
}

/** From the first day of any of these ranges to the last, as their text. */
function hullOf(ranges: readonly string[]): string | null {
  if (ranges.length === 0) return null
  const from = ranges.map((range) => readRangeText(range).from).sort()[0]!
  const end = ranges
    .map((range) => range.slice(-11, -1))
    .sort()
    .at(-1)!
  return `[${from},${end})`
}

async function loadListings(
  client: Client,
  at: number | null,
  { canonicalOf }: Identities,
  ids: readonly string[],
): Promise<ListingMatter[]> {
  const { rows } = await client.query<ListingRow>(
    planned(
      'listing matters',
      at,
      `SELECT d.id, d.entity, d.authority, d.list, d.program, d.law, d.effect, d.reason, d.listed::text AS listed, d.delisted::text AS delisted,
      d.listed_printed AS "listedPrinted", d.delisted_printed AS "delistedPrinted", d.seen_on AS "seenOn", d.denied_in AS "deniedIn", d.flags, d.citations, d.source, f.file_name AS "sourceFile", d.places -> 0 AS place
    FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND ${heldIn(at, 'f')}
    WHERE ${heldIn(at, 'd')} AND d.entity = ANY($1) ORDER BY d.seen_on NULLS LAST, d.source, d.position, d.id`,
      [ids],
    ),
  )
  if (rows.length === 0) return []
  const cited = await loadPublications(client, at, [...new Set(rows.flatMap(({ citations }) => citations))])
  const replies = await loadRepliesTo(client, at, [...new Set(rows.flatMap(({ entity }) => [entity, canonicalOf(entity)]))])
  return listingMatters(
    rows.map((row) => ({ ...row, entity: canonicalOf(row.entity) })),
    cited,
    replies,
  )
}

/** Replies of whom is listed, by the listing that they say they answer. */
async function loadRepliesTo(client: Client, at: number | null, listed: readonly string[]): Promise<Map<string, Said[]>> {
  const { rows } = await client.query<Said>(
    planned(
      'replies to listings',
      at,
      `SELECT s.id, s.value, s.stance, s.speaker, s.details, s.first_cited::text AS "firstCited",
        s.first_cited_printed AS "firstCitedPrinted", s.source, f.file_name AS "sourceFile", s.places -> 0 AS place
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(at, 'f')}
      WHERE ${heldIn(at, 's')} AND s.property = 'reply' AND s.entity = ANY($1) AND s.details ? 'answers' ORDER BY lower(s.first_cited), s.id`,
      [listed],
    ),
  )
  return groupBy(
    rows.filter((reply) => !isSought(reply)),
    ({ details }) => String(details.answers),
  )
}

const standings = (said: readonly Standing[]): Standing[] =>
  said.map(({ source, sourceFile, place }) => ({ source, sourceFile, place }))
