/**
 * What exposure is worked out from: incidents and listings with whom they accuse, the dated relations around these, and the training that rows
 * print under the names of units, in a state: after changeset `at`, or now where that is null.
 */
import type { PoolClient } from 'pg'
import { readRangeText } from '../dates.js'
import type { Designation, Details, EntityKind, Statement } from '../entities.js'
import { mergeEntities } from '../meaning.js'
import type { Flag, Place, Training } from '../records.js'
import { served } from '../serving/tables.js'
import { type CitedPublication, loadPublications } from './entity.js'
import { loadMeant } from './meant.js'
import { heldIn, type RelationStatement } from './relations.js'

/** Where something stands: a file and a place in it. */
export interface Standing {
  source: string
  sourceFile: string
  place: Place | null
}

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
  /** What was answered to it, in the words of who answered; that an answer was sought is none. */
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
  /** Days of snapshots, earliest first: each proves the listing on that day alone. */
  seenOn: string[]
  deniedIn: number | null
  /** Doubts of its rows: how a day was inferred, or entered by hand. */
  flags: Flag[]
  /** Publications that its rows cite. */
  cited: CitedPublication[]
}

export type Matter = IncidentMatter | ListingMatter

export interface ExposureFacts {
  matters: Matter[]
  /** Parents (`from` is under `to`), postings (`from` is posted to `to`) and successions (`from` was succeeded by `to`), ends as shown. */
  relations: RelationStatement[]
  kinds: ReadonlyMap<string, EntityKind>
  assistance: Assistance[]
}

/** Ids as they are shown, and the kind of what stands for several. */
export interface Identities {
  canonicalOf(id: string): string
  membersOf(id: string): readonly string[]
}

type Client = Pick<PoolClient, 'query'>

/** Which entities persons merged. */
export async function loadIdentities(client: Client, at: number | null): Promise<Identities> {
  if (at !== null) return identitiesThen(client, at)
  const { rows } = await client.query<{ entity: string; canonical: string }>('SELECT entity, canonical FROM serving.merged')
  const canonical = new Map(rows.map((row) => [row.entity, row.canonical]))
  const members = new Map<string, string[]>()
  for (const { entity, canonical: shown } of rows) {
    const list = members.get(shown)
    if (list) list.push(entity)
    else members.set(shown, [shown, entity])
  }
  return { canonicalOf: (id) => canonical.get(id) ?? id, membersOf: (id) => members.get(id) ?? [id] }
}

async function identitiesThen(client: Client, at: number): Promise<Identities> {
  const { rows: merges } = await client.query<{ subject: string; entity: string; verdict: 'same' | 'different' | 'unsure' }>(
    `SELECT subject, entity, verdict FROM ledger.judgement j WHERE subject_kind = 'entity' AND basis = 'person' AND ${heldIn(at, 'j')}`,
  )
  const { rows: described } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.statement s WHERE entity = ANY($1) AND property = 'name' AND ${heldIn(at, 's')}`,
    [merges.flatMap(({ subject, entity }) => [subject, entity])],
  )
  return mergeEntities(merges, new Set(described.map(({ entity }) => entity)))
}

const related = ['parent', 'posting', 'succession'] as const

/** Relations of these kinds, all of them or those with an end among `ids`; ends as shown, so that what was merged is one. */
export async function loadExposureRelations(
  client: Client,
  at: number | null,
  { canonicalOf }: Identities,
  ends: { side: 'entity' | 'object' | 'either'; ids: readonly string[] } | null,
  properties: readonly (typeof related)[number][] = related,
): Promise<RelationStatement[]> {
  const { rows } = await client.query<RelationStatement>(
    `SELECT id, entity AS "from", object AS "to", property, details, stance, speaker, first_cited_printed AS "firstCitedPrinted",
      first_cited::text AS "firstCited", starts, last_cited_printed AS "lastCitedPrinted", last_cited::text AS "lastCited", ends,
      open_ended AS "openEnded", precise::text AS precise, imprecise::text AS imprecise, confidence, status, citations, source, places, flags
    FROM ledger.statement s
    WHERE property = ANY($1) AND object IS NOT NULL AND ${heldIn(at, 's')}${ends ? ` AND (${ends.side === 'either' ? 'entity = ANY($2) OR object' : ends.side} = ANY($2))` : ''}
    ORDER BY lower(imprecise) NULLS LAST, source, position, id`,
    ends ? [properties, ends.ids] : [properties],
  )
  for (const row of rows) {
    row.from = canonicalOf(row.from)
    row.to = canonicalOf(row.to)
  }
  return rows
}

/**
 * Kinds by shown id. Of several that are one, whichever keeps a path from passing comes first: a list's "organization" that a person judged
 * to be a unit is that unit, and nothing that anyone calls a body or a class becomes a unit by it.
 */
export async function loadKinds(
  client: Client,
  at: number | null,
  identities: Identities,
  ids: readonly string[],
): Promise<Map<string, EntityKind>> {
  const all = ids.flatMap((id) => [id, ...identities.membersOf(id)])
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    `SELECT id, kind FROM ledger.entity e WHERE id = ANY($1) AND ${heldIn(at, 'e')}`,
    [[...new Set(all)]],
  )
  const weight: readonly EntityKind[] = ['body', 'class of units', 'unit', 'person', 'incident', 'organization']
  const kinds = new Map<string, EntityKind>()
  for (const { id, kind } of rows) {
    const shown = identities.canonicalOf(id)
    const known = kinds.get(shown)
    if (known === undefined || weight.indexOf(kind) < weight.indexOf(known)) kinds.set(shown, kind)
  }
  return kinds
}

interface SaidRow extends Said {
  entity: string
  object: string | null
  property: 'perpetrator' | 'occurrence' | 'violation' | 'outcome' | 'reply'
  precise: string | null
  imprecise: string | null
}

interface ListingRow extends Omit<ListingMatter, 'kind' | 'subject' | 'seenOn' | 'places' | 'cited' | 'replies'>, Standing {
  entity: string
  seenOn: string | null
  citations: string[]
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
    `SELECT s.id, s.entity, s.object, s.property, s.value, s.stance, s.speaker, s.details, s.precise::text AS precise,
      s.imprecise::text AS imprecise, s.first_cited::text AS "firstCited", s.first_cited_printed AS "firstCitedPrinted", s.source, f.file_name AS "sourceFile", s.places -> 0 AS place
    FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(at, 'f')}
    WHERE ${heldIn(at, 's')} AND s.property IN ('perpetrator', 'occurrence', 'violation', 'outcome', 'reply')
      AND s.entity IN (SELECT entity FROM ledger.statement a WHERE a.property = 'perpetrator' AND a.object = ANY($1) AND ${heldIn(at, 'a')})
    ORDER BY s.entity, s.source, s.position, s.id`,
    [ids],
  )
  const byIncident = new Map<string, SaidRow[]>()
  for (const row of rows) {
    const list = byIncident.get(row.entity)
    if (list) list.push(row)
    else byIncident.set(row.entity, [row])
  }
  const wanted = new Set(ids)
  const matters: IncidentMatter[] = []
  for (const [id, said] of byIncident) {
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
        replies: of('reply').filter(({ speaker, details }) => speaker !== null && details.sought_from === undefined),
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
    `SELECT d.id, d.entity, d.authority, d.list, d.program, d.law, d.effect, d.reason, d.listed::text AS listed, d.delisted::text AS delisted,
      d.seen_on AS "seenOn", d.denied_in AS "deniedIn", d.flags, d.citations, d.source, f.file_name AS "sourceFile", d.places -> 0 AS place
    FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND ${heldIn(at, 'f')}
    WHERE ${heldIn(at, 'd')} AND d.entity = ANY($1) ORDER BY d.seen_on NULLS LAST, d.source, d.position, d.id`,
    [ids],
  )
  const cited = await loadPublications(client, at, [...new Set(rows.flatMap(({ citations }) => citations))])
  const replies = await loadRepliesTo(client, at, [...new Set(rows.flatMap(({ entity }) => [entity, canonicalOf(entity)]))])
  return listingMatters(
    rows.map((row) => ({ ...row, entity: canonicalOf(row.entity) })),
    cited,
    replies,
  )
}

/**
 * Rows that say the same listing are one. A copy of the list that gives no day of listing is of the one that was listed last before it, where another
 * row tells since when: an announcement and a snapshot are not two listings.
 */
export function listingMatters(
  rows: readonly ListingRow[],
  cited: ReadonlyMap<string, CitedPublication>,
  replies: ReadonlyMap<string, Said[]> = new Map(),
): ListingMatter[] {
  const days = ({ listed, delisted }: Pick<ListingMatter, 'listed' | 'delisted'>) => JSON.stringify([listed, delisted])
  const groups = new Map<string, ListingMatter[]>()
  // Those with a day come first, so that copies find them.
  const dated = [...rows].sort((a, b) => Number(isUndated(a)) - Number(isUndated(b)))
  for (const { entity, seenOn, source, sourceFile, place, citations, ...row } of dated) {
    const standing = { source, sourceFile, place }
    const key = JSON.stringify([entity, row.authority, row.list, row.program, row.law, row.effect, row.deniedIn])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const known =
      group.find((one) => days(one) === days(row)) ??
      (isUndated(row) && seenOn !== null
        ? group
            .filter((one) => wasInForce(one, seenOn))
            .sort(byListing)
            .at(-1)
        : undefined)
    const publications = citations.flatMap((id) => cited.get(id) ?? [])
    if (known) {
      known.places.push(standing)
      known.flags.push(...row.flags)
      known.cited.push(...publications)
      known.replies.push(...(replies.get(row.id) ?? []))
      if (seenOn !== null && !known.seenOn.includes(seenOn)) known.seenOn.push(seenOn)
    } else
      group.push({
        ...row,
        kind: row.effect === 'ineligible for assistance' || row.deniedIn !== null ? 'ineligibility' : 'designation',
        subject: entity,
        seenOn: seenOn === null ? [] : [seenOn],
        places: [standing],
        flags: [...row.flags],
        cited: publications,
        replies: [...(replies.get(row.id) ?? [])],
      })
  }
  const matters = [...groups.values()].flat()
  for (const matter of matters) matter.seenOn.sort()
  return matters
}

const isUndated = ({ listed, delisted }: Pick<ListingMatter, 'listed' | 'delisted'>): boolean =>
  listed === null && delisted === null

/** Whether the days that are known of a listing leave it in force on a day. */
function wasInForce({ listed, delisted }: ListingMatter, day: string): boolean {
  if (listed === null || readRangeText(listed).to > day) return false
  return delisted === null || readRangeText(delisted).from > day
}

const byListing = (a: ListingMatter, b: ListingMatter): number => (a.listed! < b.listed! ? -1 : a.listed! > b.listed! ? 1 : 0)

/** Replies of whom is listed, by the listing that they say they answer. */
async function loadRepliesTo(client: Client, at: number | null, listed: readonly string[]): Promise<Map<string, Said[]>> {
  const { rows } = await client.query<Said>(
    `SELECT s.id, s.value, s.stance, s.speaker, s.details, s.first_cited::text AS "firstCited",
        s.first_cited_printed AS "firstCitedPrinted", s.source, f.file_name AS "sourceFile", s.places -> 0 AS place
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(at, 'f')}
      WHERE ${heldIn(at, 's')} AND s.property = 'reply' AND s.entity = ANY($1) AND s.details ? 'answers' ORDER BY lower(s.first_cited), s.id`,
    [listed],
  )
  const byListing = new Map<string, Said[]>()
  for (const row of rows) {
    const listing = String(row.details.answers)
    byListing.set(listing, [...(byListing.get(listing) ?? []), row])
  }
  return byListing
}

const standings = (said: readonly Standing[]): Standing[] =>
  said.map(({ source, sourceFile, place }) => ({ source, sourceFile, place }))

/**
 * Trainings of these units (shown ids): delivered, named as a recipient of class security force. One row that names a unit twice is one; the
 * cell's own counts are summed where it gives any, as in every sum of a unit.
 */
export async function loadAssistance(client: Client, at: number | null, units: readonly string[]): Promise<Assistance[]> {
  if (units.length === 0) return []
  if (at === null) return assistanceOf(client, presentNamings, null, [units])
  const found: Assistance[] = []
  // Of a past state the judgements that held then decide, unit by unit.
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

const presentNamings = `SELECT m.entity, n.training, n.count, n.printed_name, m.basis = 'person' AS confirmed,
        CASE WHEN m.basis = 'person' THEN ${reviewerOf('n.printed_name', null)} END AS confirmed_by
      FROM serving.meaning m JOIN ledger.naming n ON n.printed_name = m.printed_name AND n.withdrawn IS NULL
      WHERE m.entity = ANY($1) AND ${ofSecurityForce} AND NOT EXISTS (SELECT FROM serving.naming_meaning own WHERE own.naming = n.id)
      UNION ALL
      SELECT own.entity, n.training, n.count, n.printed_name, true, ${reviewerOf('n.id', null)}
      FROM serving.naming_meaning own JOIN ledger.naming n ON n.id = own.naming AND n.withdrawn IS NULL
      WHERE own.entity = ANY($1) AND ${ofSecurityForce}`

/** Confirmed where a person's judgement was among those that held: it decided, since it outweighs a rule's. */
const pastNamings = (at: number) => `SELECT $1::text AS entity, n.training, n.count, n.printed_name,
        EXISTS (SELECT FROM ledger.judgement j WHERE j.subject IN (n.printed_name, n.id) AND j.basis = 'person' AND j.verdict = 'same'
          AND ${heldIn(at, 'j')}) AS confirmed, coalesce(${reviewerOf('n.id', at)}, ${reviewerOf('n.printed_name', at)}) AS confirmed_by
      FROM ledger.naming n
      WHERE ${heldIn(at, 'n')} AND ((n.printed_name = ANY($2) AND n.id <> ALL($3)) OR n.id = ANY($4)) AND ${ofSecurityForce}`

async function assistanceOf(client: Client, namings: string, at: number | null, values: unknown[]): Promise<Assistance[]> {
  const { rows } = await client.query<Assistance>(
    `WITH named AS (${namings})
    SELECT t.id AS training, n.entity AS unit, min(p.text) AS name, bool_or(n.confirmed) AS confirmed,
      min(n.confirmed_by) AS "confirmedBy", t.fiscal_year AS "fiscalYear",
      t.start_date AS "startDate", t.end_date AS "endDate", t.course_title AS course, t.program, t.agency,
      coalesce(sum(n.count), t.quantity)::float8 AS quantity, t.cents::float8 AS cents, t.source, f.file_name AS "sourceFile",
      t.places -> 0 AS place
    FROM named n
      JOIN ${served('training', at === null ? null : String(at))} counted ON counted.id = n.training AND counted.delivered
      JOIN ledger.training t ON t.id = n.training AND ${heldIn(at, 't')}
      JOIN ledger.source f ON f.id = t.source AND ${heldIn(at, 'f')}
      JOIN ledger.printed_name p ON p.id = n.printed_name AND ${heldIn(at, 'p')}
    GROUP BY n.entity, t.id, t.written, t.fiscal_year, t.start_date, t.end_date, t.course_title, t.program, t.agency, t.quantity, t.cents, t.source,
      f.file_name, t.places
    ORDER BY n.entity, t.fiscal_year, t.start_date NULLS FIRST, t.id`,
    values,
  )
  return rows
}

/** Of these units (shown ids) those that a printed name of a recipient means: only they can have been assisted. A school that trains has thousands of rows. */
export async function unitsWithNames(
  client: Client,
  at: number | null,
  identities: Identities,
  ids: readonly string[],
): Promise<string[]> {
  if (at === null) {
    const { rows } = await client.query<{ entity: string }>(
      `SELECT u.entity FROM serving.unit u WHERE u.entity = ANY($1) AND u.rows > 0 AND (
        EXISTS (SELECT FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name WHERE m.entity = u.entity AND n.recipient)
        OR EXISTS (SELECT FROM serving.naming_meaning own WHERE own.entity = u.entity))`,
      [ids],
    )
    return rows.map(({ entity }) => entity)
  }
  const { rows } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.judgement j WHERE entity = ANY($1) AND verdict = 'same' AND subject_kind <> 'entity' AND ${heldIn(at, 'j')}`,
    [ids.flatMap((id) => identities.membersOf(id))],
  )
  return [...new Set(rows.map(({ entity }) => identities.canonicalOf(entity)))].sort()
}
