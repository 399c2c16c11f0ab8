/**
 * Resolves printed names: writes the rules' proposals as one changeset, then finds the pairs that wait for a person. A second run with nothing
 * new leaves no changeset.
 */
import type { PoolClient } from 'pg'
import { type Committed, commitChangeset } from '../ledger/changesets/change.js'
import { copyRows } from '../ledger/changesets/copy.js'
import { replaceRuleJudgements } from '../ledger/changesets/judgements.js'
import type { Ledger } from '../ledger/database/connect.js'
import { transact } from '../ledger/database/transact.js'
import { groupBy } from '../ledger/group-by.js'
import { version } from '../ledger/project.js'
import type { UnreadName } from './candidates.js'
import { type Classes, findClasses } from './classes.js'
import { countWaiting, fillQueue } from './fill-queue.js'
import { type DescribedUnit, KnownUnits } from './known-units.js'
import { entityOfReading, knownUnitRule, type Proposed, propose, rules } from './proposals.js'
import { type PrintedName, readPrintedName } from './reading.js'

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
  /**
   * Finds the pairs that wait for a person and returns how many they are in all. Apart, because it takes longer than all before it, and pages
   * need not wait for it; where it did not end, the next run does it.
   */
  fillQueue(onProgress?: (share: number) => void, signal?: AbortSignal): Promise<number>
}

/**
 * Under these names in private.ingested stand the rules and the changeset up to which names were resolved, and the queue filled. The queue's has a
 * number, raised where other pairs are found than before: then it is filled anew.
 */
const marks = { names: 'resolved names', queue: 'review queue 2' } as const

export async function resolveNames(
  ledger: Pick<Ledger, 'ownerPool'>,
  { actor, country, onlyNew = false }: ResolveOptions,
  { now, onProgress = () => {} }: ResolveEffects,
): Promise<Resolved> {
  const { scope, head } = await transact(ledger.ownerPool, (client) => scopeOf(client, country, onlyNew))
  const countries = scope && [...scope.countries]
  const { names, described } = await transact(ledger.ownerPool, async (client) => ({
    names: countries?.length === 0 ? [] : await loadNames(client, countries),
    described: countries?.length === 0 ? [] : await loadDescribed(client),
  }))
  const { proposed, judged } = propose(names, knownUnits(described))
  onProgress(0.6)
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
  const upTo = `${rules} up to ${committed.changeset ?? head}`
  const keepMark = (name: string) =>
    ledger.ownerPool.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [name, upTo, now()],
    )
  const before = await markOf(ledger.ownerPool, marks.names)
  if (country === undefined) await keepMark(marks.names)
  onProgress(1)
  return {
    committed,
    ...countOutcomes(
      proposed.filter(({ name }) => asked(name.id)),
      judgements,
    ),
    async fillQueue(onShare, signal) {
      // A queue that stopped behind the names is filled from the beginning.
      const filled = await markOf(ledger.ownerPool, marks.queue)
      const whole = countries === null || filled === null || filled !== before
      const unread = sayingTooLittle(whole && countries !== null ? await transact(ledger.ownerPool, loadUnjudged) : proposed)
      if (!whole && countries.length === 0) return countWaiting(ledger.ownerPool)
      const touched = new Set(proposed.flatMap(({ name, entity }) => (entity !== null && asked(name.id) ? entity : [])))
      const waiting = await fillQueue(ledger, unread, whole ? null : countries, whole ? null : touched, onShare, signal)
      if (country === undefined) await keepMark(marks.queue)
      return waiting
    },
  }
}

async function markOf(client: Pick<PoolClient, 'query'>, name: string): Promise<string | null> {
  const { rows } = await client.query<{ method: string }>('SELECT method FROM private.ingested WHERE source = $1', [name])
  return rows[0]?.method ?? null
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
  const [, known, upTo] = /^(.*) up to (\d+)$/.exec((await markOf(client, marks.names)) ?? '') ?? []
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

/** Names that no rule proposes to be anything: a tenth of a second, where reading all names takes six. */
async function loadUnjudged(client: PoolClient): Promise<Proposed[]> {
  const { rows } = await client.query<PrintedName>(
    `SELECT id, country, text, recipient_class AS "recipientClass" FROM serving.name n
      WHERE NOT EXISTS (SELECT FROM ledger.judgement j
        WHERE j.subject_kind = 'printed name' AND j.subject = n.id AND j.basis = 'rule' AND j.withdrawn IS NULL) ORDER BY id`,
  )
  return rows.map((name) => {
    const reading = readPrintedName(name)
    return { name, reading, entity: entityOfReading(reading) }
  })
}

const sayingTooLittle = (names: readonly Proposed[]): UnreadName[] =>
  names.flatMap(({ name, reading, entity }) =>
    entity === null && reading.level !== 'none'
      ? [{ id: name.id, country: reading.country, text: name.text, level: reading.level }]
      : [],
  )

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
