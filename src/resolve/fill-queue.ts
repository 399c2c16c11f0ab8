/** Fills the review queue: finds the pairs of each country, several countries at once, and says how much hangs on each. */
import type { PoolClient } from 'pg'
import { type PoolLimits, runInWorkers, workerModule } from '../documents/worker-pool.js'
import { copyRows } from '../ledger/changesets/copy.js'
import type { Ledger } from '../ledger/database/connect.js'
import { transact } from '../ledger/database/transact.js'
import { errors } from '../ledger/errors.js'
import { groupBy } from '../ledger/group-by.js'
import { settleCandidates } from '../ledger/serving/units.js'
import { type Candidate, findCandidates, type Known, type UnreadName } from './candidates.js'

export interface CountryOfQueue {
  country: string | null
  entities: Known[]
  names: UnreadName[]
  /** Only pairs of these entities; of all, where null. */
  wanted: string[] | null
}

/** Fewer units than `few` are faster found than handed to another thread; `limits` are of one country in a thread. */
const ordinarily = {
  few: 2_000,
  // A country tells of itself seldom, and a busy machine is no reason to give up.
  limits: { heapMegabytes: 512, pageMilliseconds: 600_000 } as Partial<PoolLimits>,
}

/**
 * Finds the pairs of these countries (`printed_name.country`, '' for null; of all, where null) again, only those of `touched` entities where
 * given; returns how many wait in all. `unread`: names of these countries that mean nothing yet.
 * @throws UserError NAMES_NOT_COMPARED; then the queue is as it was
 */
export async function fillQueue(
  ledger: Pick<Ledger, 'ownerPool'>,
  unread: readonly UnreadName[],
  countries: readonly string[] | null,
  touched: ReadonlySet<string> | null,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
  { few, limits } = ordinarily,
): Promise<number> {
  const known = await transact(ledger.ownerPool, (client) => loadKnown(client, countries))
  const unreadOf = groupBy(unread, ({ country }) => country)
  const jobs = [...groupBy(known, ({ country }) => country)]
    .map(([country, entities]): CountryOfQueue => {
      // What stands on a list is held anew against all of its country: another list may have come.
      const wanted = touched && entities.filter(({ id, listed }) => listed || touched.has(id)).map(({ id }) => id)
      return { country, entities, names: unreadOf.get(country) ?? [], wanted }
    })
    .filter(({ wanted, names }) => wanted === null || wanted.length + names.length > 0)
    // The largest first, so that no thread waits for one at the end.
    .sort((a, b) => b.entities.length - a.entities.length || ((a.country ?? '') < (b.country ?? '') ? -1 : 1))
  const found: Candidate[] = []
  const size = jobs.reduce((sum, { entities, wanted }) => sum + (wanted ?? entities).length, 0)
  if (size <= few)
    for (const { country, entities, names, wanted } of jobs)
      found.push(...findCandidates(country, entities, names, wanted && new Set(wanted)))
  else {
    let done = 0
    const options = {
      module: workerModule(import.meta.url, './candidates.worker.js'),
      limits,
      ...(signal && { signal }),
    }
    const named = jobs.map((input) => ({ file: input.country ?? '', input }))
    for await (const outcome of runInWorkers<CountryOfQueue, Candidate[]>(named, options)) {
      // The pool tells of a file and its pages, and there is none.
      if (!outcome.ok) throw errors.NAMES_NOT_COMPARED(jobs[done]!.country, whyNot[outcome.error.code] ?? outcome.error.message)
      found.push(...outcome.value)
      onProgress(++done / jobs.length)
    }
    signal?.throwIfAborted()
  }
  const asked = touched && [...touched, ...jobs.flatMap(({ wanted }) => wanted ?? []), ...unread.map(({ id }) => id)]
  return await transact(ledger.ownerPool, (client) => keep(client, found, asked))
}

const whyNot: Readonly<Record<string, string>> = {
  FILE_TOO_SLOW: 'it took too long.',
  FILE_TOO_MUCH_MEMORY: 'it needs more memory than it may take.',
}

/** One key for all who fill the queue, so that reviewers' decisions need not wait; the number is arbitrary and must never change. */
const FILL_LOCK = 7_261_737_003

async function keep(client: PoolClient, found: readonly Candidate[], subjects: readonly string[] | null): Promise<number> {
  // A server fills the queue while somebody ingests: one after the other.
  await client.query('SELECT pg_advisory_xact_lock($1)', [FILL_LOCK])
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
  await settleCandidates(
    client,
    kept.map(({ subject }) => subject),
  )
  return await countWaiting(client)
}

/** Pairs that wait for a person. */
export async function countWaiting(client: Pick<PoolClient, 'query'>): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM serving.candidate WHERE open')
  return rows[0]!.waiting
}

/** Which of two is asked about may have changed with their rows: a pair is kept once. */
async function withoutKnown(client: PoolClient, found: readonly Candidate[]): Promise<Candidate[]> {
  const ids = found.flatMap(({ subject, entity }) => [subject, entity])
  const { rows } = await client.query<{ subject: string; entity: string }>(
    'SELECT subject, entity FROM serving.candidate WHERE subject = ANY($1)',
    [ids],
  )
  const pairs = new Set(rows.flatMap(({ subject, entity }) => [`${subject} ${entity}`, `${entity} ${subject}`]))
  return found.filter(({ subject, entity }) => !pairs.has(`${subject} ${entity}`))
}

/** Units as they are served, merged ones as one, with their names. */
async function loadKnown(client: PoolClient, countries: readonly string[] | null): Promise<Known[]> {
  const { rows } = await client.query<Known>(
    `WITH printed AS (
      SELECT m.entity, array_agg(n.text ORDER BY n.rows DESC, n.text COLLATE "C") AS names
      FROM serving.meaning m JOIN (
        SELECT DISTINCT ON (m.entity, n.search_key) n.id, n.text, n.rows FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name
          ORDER BY m.entity, n.search_key, n.rows DESC, n.text COLLATE "C"
      ) n ON n.id = m.printed_name GROUP BY m.entity
    ), said AS (
      SELECT coalesce(w.canonical, s.entity) AS entity, array_agg(DISTINCT s.value) AS names, array_agg(DISTINCT s.source) AS sources
      FROM ledger.statement s LEFT JOIN serving.merged w ON w.entity = s.entity
      WHERE s.property IN ('name', 'alias') AND s.stance = 'asserts' AND s.withdrawn IS NULL AND s.value IS NOT NULL GROUP BY 1
    ), listed AS (
      SELECT DISTINCT coalesce(w.canonical, d.entity) AS entity FROM ledger.designation d LEFT JOIN serving.merged w ON w.entity = d.entity
      WHERE d.withdrawn IS NULL
    )
    SELECT u.entity AS id, u.kind, u.country, u.described, u.rows, coalesce(said.names, '{}') || coalesce(printed.names, '{}') AS names,
      coalesce(said.sources, '{}') AS sources, listed.entity IS NOT NULL AND u.kind <> 'organization' AS listed
    FROM serving.unit u LEFT JOIN printed ON printed.entity = u.entity LEFT JOIN said ON said.entity = u.entity
      LEFT JOIN listed ON listed.entity = u.entity
    WHERE ($1::text[] IS NULL OR coalesce(u.country, '') = ANY($1)) AND (printed.entity IS NOT NULL OR said.entity IS NOT NULL)
    ORDER BY u.entity`,
    [countries],
  )
  return rows
}
