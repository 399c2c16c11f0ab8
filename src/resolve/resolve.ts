/**
 * Resolves printed names: writes the rules' proposals as one changeset, then finds the pairs that wait for a person. A second run with nothing
 * new leaves no changeset.
 */
import type { PoolClient } from 'pg'
import { type Committed, commitChangeset } from '../ledger/changesets/change.js'
import { copyRows } from '../ledger/changesets/copy.js'
import { replaceRuleJudgements } from '../ledger/changesets/judgements.js'
import type { Ledger } from '../ledger/database/connect.js'
import type { EntityKind } from '../ledger/entities.js'
import { version } from '../ledger/project.js'
import { settleCandidates } from '../ledger/serving/units.js'
import { type Candidate, findCandidates, type Known, type UnreadName } from './candidates.js'
import { type Classes, findClasses } from './classes.js'
import { type DescribedUnit, KnownUnits } from './known-units.js'
import { knownUnitRule, type Proposed, propose, rules } from './proposals.js'
import type { PrintedName } from './reading.js'

export interface ResolveOptions {
  actor: string
  /** ISO 3166-1 alpha-3, or a country as printed: only its names. */
  country?: string
  /** Only names whose rows changed since names were resolved last, and those of countries about whose units something was said since. */
  onlyNew?: boolean
}

export interface ResolveEffects {
  now(): Date
  /** Share of the work that is done, 0 to 1. */
  onProgress?(done: number): void
}

export interface Resolved {
  committed: Committed
  /** Names that were looked at: proposed to be a unit that only names tell of; proposed to be one that a source describes; saying too little; naming none. */
  names: number
  alike: number
  known: number
  tooLittle: number
  none: number
  /** Pairs of the countries looked at that wait for a person. */
  waiting: number
}

/** Under this name in private.ingested stand the rules and the changeset up to which names were resolved. */
const mark = 'resolved names'

export async function resolveNames(
  ledger: Pick<Ledger, 'ownerPool'>,
  { actor, country, onlyNew = false }: ResolveOptions,
  { now, onProgress = () => {} }: ResolveEffects,
): Promise<Resolved> {
  const { scope, head } = await within(ledger, (client) => scopeOf(client, country, onlyNew))
  const empty: Committed = { changeset: null, restrictedChangeset: null, written: 0, withdrawn: 0, leftOut: 0 }
  if (scope !== null && scope.names.size === 0 && scope.countries.size === 0)
    return { committed: empty, names: 0, alike: 0, known: 0, tooLittle: 0, none: 0, waiting: 0 }
  const countries = scope && [...scope.countries]
  const { names, described } = await within(ledger, async (client) => ({
    names: await loadNames(client, countries),
    described: await loadDescribed(client),
  }))
  const knownOf = knownUnits(described)
  const { proposed, judged } = propose(names, knownOf)
  onProgress(0.3)
  const wanted = scope?.names
  const asked = (id: string) => wanted === undefined || wanted.has(id)
  const judgements = judged.judgements.filter(({ subject }) => asked(subject))
  const used = new Set(judgements.map(({ entity }) => entity))
  const subjects = [...new Set([...names.map(({ id }) => id).filter(asked), ...(wanted ?? [])])]
  const about = { actor, reason: reasonOf(country, onlyNew), tool: 'rastro', toolVersion: version, at: now() }
  const classes = findClasses(
    countries === null ? proposed : proposed.filter(({ reading }) => countries.includes(reading.country ?? '')),
  )
  const committed = await commitChangeset(ledger, about, async (change) => {
    await replaceClasses(change.client, classes, countries)
    const stale = countries === null ? await namesNoMore(change.client) : []
    await replaceRuleJudgements(change, { judgements, entities: judged.entities.filter(({ id }) => used.has(id)) }, [
      ...subjects,
      ...stale,
    ])
  })
  onProgress(0.5)
  const touched =
    wanted === undefined
      ? null
      : new Set(proposed.filter(({ name }) => wanted.has(name.id)).flatMap(({ entity }) => entity ?? []))
  const waiting = await refreshQueue(ledger, proposed, countries, touched, (share) => onProgress(0.5 + share / 2))
  if (country === undefined)
    await ledger.ownerPool.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [mark, `${rules} up to ${committed.changeset ?? head}`, now()],
    )
  return {
    committed,
    waiting,
    ...countOutcomes(
      proposed.filter(({ name }) => asked(name.id)),
      judgements,
    ),
  }
}

const reasonOf = (country: string | undefined, onlyNew: boolean): string =>
  country === undefined ? `Resolved ${onlyNew ? 'new' : 'all'} printed names` : `Resolved the printed names of ${country}`

function countOutcomes(proposed: readonly Proposed[], judgements: readonly { rule: string | null }[]) {
  const known = judgements.filter(({ rule }) => rule === knownUnitRule).length
  const none = proposed.filter(({ reading }) => reading.level === 'none').length
  return {
    names: proposed.length,
    known,
    alike: judgements.length - known,
    none,
    tooLittle: proposed.length - judgements.length - none,
  }
}

async function within<Result>(ledger: Pick<Ledger, 'ownerPool'>, use: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await ledger.ownerPool.connect()
  try {
    await client.query('BEGIN')
    const result = await use(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

interface Scope {
  /** Names to be judged anew, also such as are printed no more. */
  names: Set<string>
  /** As `printed_name.country`, '' for null: whose names and units are read. */
  countries: Set<string>
}

/** What is to be resolved; null where it is everything. */
async function scopeOf(
  client: PoolClient,
  country: string | undefined,
  onlyNew: boolean,
): Promise<{ scope: Scope | null; head: number }> {
  const { rows: heads } = await client.query<{ head: number }>(
    'SELECT coalesce(max(id), 0)::float8 AS head FROM ledger.changeset',
  )
  const head = heads[0]!.head
  const everything = { scope: null, head }
  if (country !== undefined) {
    const { rows } = await client.query<{ id: string }>('SELECT DISTINCT id FROM ledger.printed_name WHERE country = $1', [
      country,
    ])
    return { scope: { names: new Set(rows.map(({ id }) => id)), countries: new Set([country]) }, head }
  }
  if (!onlyNew) return everything
  const { rows: marks } = await client.query<{ method: string }>('SELECT method FROM private.ingested WHERE source = $1', [mark])
  const [, known, upTo] = /^(.*) up to (\d+)$/.exec(marks[0]?.method ?? '') ?? []
  if (known !== rules) return everything
  const { rows: told } = await client.query<{ country: string }>(
    `SELECT DISTINCT c.value AS country FROM ledger.statement s JOIN ledger.statement c ON c.entity = s.entity AND c.property = 'country'
      WHERE s.property IN ('name', 'alias', 'country') AND (s.written > $1 OR s.withdrawn > $1)`,
    [upTo],
  )
  const { rows: changed } = await client.query<{ id: string; country: string | null }>(
    `SELECT DISTINCT p.id, p.country FROM ledger.printed_name p WHERE p.country = ANY($2) OR p.written > $1 OR p.withdrawn > $1
        OR p.id IN (SELECT printed_name FROM ledger.naming WHERE written > $1 UNION SELECT printed_name FROM ledger.naming WHERE withdrawn > $1)`,
    [upTo, told.map((row) => row.country)],
  )
  return {
    scope: {
      names: new Set(changed.map(({ id }) => id)),
      countries: new Set([...changed.map((row) => row.country ?? ''), ...told.map((row) => row.country)]),
    },
    head,
  }
}

async function loadNames(client: PoolClient, countries: readonly string[] | null): Promise<PrintedName[]> {
  const { rows } = await client.query<PrintedName>(
    `SELECT id, country, text, recipient_class AS "recipientClass" FROM serving.name
      WHERE $1::text[] IS NULL OR coalesce(country, '') = ANY($1) ORDER BY id`,
    [countries],
  )
  return rows
}

/** Units and bodies that sources give names: of all countries, because a deliverer's name may say one that no row does. */
async function loadDescribed(client: PoolClient): Promise<DescribedUnit[]> {
  const { rows } = await client.query<DescribedUnit>(
    `SELECT e.id, country.value AS country, array_agg(DISTINCT s.value) AS names
      FROM ledger.entity e JOIN ledger.statement s ON s.entity = e.id AND s.property IN ('name', 'alias') AND s.stance = 'asserts' AND s.withdrawn IS NULL
      CROSS JOIN LATERAL (
        SELECT mode() WITHIN GROUP (ORDER BY c.value COLLATE "C") AS value FROM ledger.statement c
          WHERE c.entity = e.id AND c.property = 'country' AND c.stance = 'asserts' AND c.withdrawn IS NULL
      ) country
      WHERE e.withdrawn IS NULL AND e.kind IN ('unit', 'body') AND s.value IS NOT NULL AND country.value IS NOT NULL
      GROUP BY e.id, country.value ORDER BY e.id`,
  )
  return rows
}

function knownUnits(described: readonly DescribedUnit[]): (country: string | null) => KnownUnits | null {
  const byCountry = groupBy(described, (unit) => unit.country)
  const made = new Map<string | null, KnownUnits>()
  return (country) => {
    const units = byCountry.get(country)
    if (country === null || !units) return null
    let known = made.get(country)
    if (!known) {
      known = new KnownUnits(units, country)
      made.set(country, known)
    }
    return known
  }
}

/** Names that a rule has judged and that are printed no more. */
async function namesNoMore(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ subject: string }>(
    `SELECT DISTINCT subject FROM ledger.judgement j WHERE subject_kind = 'printed name' AND basis = 'rule' AND withdrawn IS NULL
      AND NOT EXISTS (SELECT FROM serving.name n WHERE n.id = j.subject)`,
  )
  return rows.map(({ subject }) => subject)
}

/** Classes of these countries are replaced; all, where null. */
async function replaceClasses(client: PoolClient, { all, names, members }: Classes, countries: readonly string[] | null) {
  const own = countries && all
  await client.query(`DELETE FROM serving.class_member WHERE $1::text[] IS NULL OR class = ANY($1)`, [own])
  await client.query(`DELETE FROM serving.class_name WHERE $1::text[] IS NULL OR class = ANY($1)`, [own])
  const columns = (...list: string[]) => list.map((name) => ({ name, type: 'text' as const }))
  await copyRows(client, 'serving.class_name', columns('class', 'name'), names)
  await copyRows(client, 'serving.class_member', columns('class', 'unit'), members)
}

/** Finds the pairs of these countries (of all, where null) again, those of `touched` entities only where given; returns how many wait. */
async function refreshQueue(
  ledger: Pick<Ledger, 'ownerPool'>,
  proposed: readonly Proposed[],
  countries: readonly string[] | null,
  touched: ReadonlySet<string> | null,
  onProgress: (share: number) => void,
): Promise<number> {
  const known = await within(ledger, (client) => loadKnown(client, countries))
  const unread = proposed.flatMap(({ name, reading, entity }): UnreadName[] =>
    entity === null && reading.level !== 'none'
      ? [{ id: name.id, country: reading.country, text: name.text, level: reading.level }]
      : [],
  )
  const byCountry = groupBy(known, ({ country }) => country)
  const unreadBy = groupBy(unread, ({ country }) => country)
  const found: Candidate[] = []
  let done = 0
  for (const [country, entities] of byCountry) {
    found.push(...findCandidates(country, entities, unreadBy.get(country) ?? [], touched))
    done += entities.length
    onProgress(done / known.length)
    // Long work lets others have their turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return await within(ledger, async (client) => {
    const subjects = touched && [...touched, ...unread.map(({ id }) => id)]
    await client.query('DELETE FROM serving.candidate WHERE $1::text[] IS NULL OR subject = ANY($1) OR entity = ANY($1)', [
      subjects,
    ])
    const kept = subjects === null ? found : await withoutKnown(client, found)
    await copyRows(
      client,
      'serving.candidate',
      [
        { name: 'subject_kind', type: 'text' },
        { name: 'subject', type: 'text' },
        { name: 'entity', type: 'text' },
        { name: 'country', type: 'text' },
        { name: 'score', type: 'number' },
        { name: 'reasons', type: 'texts' },
      ],
      kept.map(({ subjectKind, subject, entity, country, score, reasons }) => [
        subjectKind,
        subject,
        entity,
        country,
        score,
        reasons,
      ]),
    )
    await settleCandidates(client)
    const { rows } = await client.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM serving.candidate WHERE open')
    return rows[0]!.waiting
  })
}

async function withoutKnown(client: PoolClient, found: readonly Candidate[]): Promise<Candidate[]> {
  const { rows } = await client.query<{ subject: string; entity: string }>(
    'SELECT subject, entity FROM serving.candidate WHERE subject = ANY($1)',
    [found.map(({ subject }) => subject)],
  )
  const pairs = new Set(rows.flatMap(({ subject, entity }) => [`${subject} ${entity}`, `${entity} ${subject}`]))
  return found.filter(({ subject, entity }) => !pairs.has(`${subject} ${entity}`))
}

/** Units as they are served, merged ones as one, with their names. */
async function loadKnown(client: PoolClient, countries: readonly string[] | null): Promise<Known[]> {
  const { rows } = await client.query<Omit<Known, 'kind'> & { kind: EntityKind }>(
    `SELECT u.entity AS id, u.kind, u.country, u.described, u.rows,
      array(
        SELECT s.value FROM ledger.statement s
          WHERE s.entity = u.entity AND s.property IN ('name', 'alias') AND s.stance = 'asserts' AND s.withdrawn IS NULL AND s.value IS NOT NULL
          ORDER BY s.property DESC, s.value COLLATE "C"
      ) || array(
        SELECT (array_agg(n.text ORDER BY n.rows DESC, n.text COLLATE "C"))[1] FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name
          WHERE m.entity = u.entity GROUP BY n.search_key ORDER BY max(n.rows) DESC, n.search_key COLLATE "C" LIMIT 8
      ) AS names
    FROM serving.unit u WHERE $1::text[] IS NULL OR coalesce(u.country, '') = ANY($1) ORDER BY u.entity`,
    [countries],
  )
  return rows.filter(({ names }) => names.length > 0)
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
