/** Opens screening on a ledger: see `screening.ts` for what it does. */
import { createHash } from 'node:crypto'
import { isLegacyEncoding } from '../documents/legacy-encoding.js'
import { transact } from '../ledger/database/transact.js'
import { errors } from '../ledger/errors.js'
import { groupBy } from '../ledger/group-by.js'
import { comparing } from './comparing.js'
import { deciding } from './deciding.js'
import { loadDecisions } from './decisions.js'
import type { Given, ListSummary, SubjectView } from './model.js'
import { SubjectFilter } from './model.js'
import { previewApart, readListApart } from './read-apart.js'
import type { ListJob } from './read-list.js'
import { mostBytes } from './read-table.js'
import type { NewList, Screening, ScreeningEffects, ScreeningLedger } from './screening.js'
import {
  access,
  holdsSubjects,
  insertList,
  loadHits,
  loadLists,
  loadRuns,
  loadSubjects,
  newId,
  purgeDay,
  type SubjectRow,
} from './store.js'

export function openScreening(ledger: ScreeningLedger, effects: ScreeningEffects): Screening {
  const pool = ledger.ownerPool
  const today = () => effects.now().toISOString().slice(0, 10)
  const runs = comparing(ledger, effects)

  const jobOf = (given: Given, { mapping = {}, headed, encoding }: Pick<NewList, 'mapping' | 'headed' | 'encoding'>): ListJob => {
    const bytes = 'text' in given ? Buffer.from(given.text, 'utf8') : given.bytes
    const file = 'text' in given ? 'pasted text' : given.fileName
    if (bytes.length > mostBytes) throw errors.SCREENING_TOO_LARGE({ file }, mostBytes / 1_000_000)
    if (encoding != null && !isLegacyEncoding(encoding)) throw errors.SCREENING_ENCODING_UNKNOWN(encoding)
    return { bytes, file, mapping, headed: headed ?? null, encoding: encoding ?? null, today: today() }
  }

  const summary = async (who: string, id: string): Promise<ListSummary> => {
    const [list] = await loadLists(pool, who, today(), id)
    if (!list) throw errors.SCREENING_UNKNOWN()
    return list
  }

  const owned = async (who: string, id: string) => {
    const list = await access(pool, who, id)
    if (list.owner !== who) throw errors.SCREENING_NOT_OWNER()
    return list
  }

  const views = async (list: { id: string; fourEyes: boolean }, rows: readonly SubjectRow[]): Promise<SubjectView[]> => {
    const positions = rows.map(({ position }) => position)
    const [hits, decisions] = [await loadHits(pool, list.id, positions), await loadDecisions(pool, list, positions, today())]
    const inForce = decisions.filter(({ state }) => state === 'counts')
    const decisionOn = (position: number, entity: string | null) =>
      inForce.find((decision) => decision.position === position && decision.entity === entity) ?? null
    const ofPosition = groupBy(hits, ({ position }) => position)
    return rows.map(({ position, subject, matched, compared }) => ({
      subject,
      hits: (ofPosition.get(position) ?? []).map(({ hit, rank, news, firstRun }) => ({
        ...hit,
        rank,
        news,
        firstRun,
        decision: decisionOn(position, hit.entity.id),
      })),
      matched,
      compared: compared > 0,
      decision: decisionOn(position, null),
    }))
  }

  return {
    preview: (given, options = {}) => previewApart(jobOf(given, options)),

    async create(who, given, options = {}) {
      const job = jobOf(given, options)
      const sha256 = createHash('sha256').update(job.bytes).digest('hex')
      const read = await readListApart(job)
      const list = {
        id: newId(),
        owner: who,
        title: (options.title ?? ('fileName' in given ? given.fileName : '')).trim().slice(0, 200) || `List of ${today()}`,
        created: effects.now(),
        fourEyes: options.fourEyes ?? false,
        sha256,
        mediaType: read.mediaType,
        mapping: read.mapping,
      }
      const id = await transact(pool, async (client) => {
        // Two that give one file at once would make two lists of it.
        await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`screening ${who} ${sha256}`])
        const { rows } = await client.query<{ id: string }>(
          `SELECT id FROM private.screening_list l WHERE owner = $1 AND sha256 = $2 AND mapping = $3::jsonb AND four_eyes = $4 AND subjects = $5 AND NOT complete
            ORDER BY created DESC`,
          [who, sha256, JSON.stringify(list.mapping), list.fourEyes, read.subjects.length],
        )
        for (const { id } of rows) if (await holdsSubjects(client, id, read.subjects)) return id
        await insertList(client, list, read.subjects)
        return list.id
      })
      return summary(who, id)
    },

    async compare(who, id, options) {
      await access(pool, who, id)
      return runs.finish(id, options)
    },
    async start(who, id) {
      await access(pool, who, id)
      runs.begin(id)
    },
    resume: () => runs.resume(),
    async rescreen(who, id, options) {
      await access(pool, who, id)
      await runs.again(id)
      return runs.finish(id, options)
    },

    lists: (who) => loadLists(pool, who, today(), null),
    list: summary,
    async runs(who, id) {
      const list = await access(pool, who, id)
      return loadRuns(pool, id, list.subjects)
    },
    async subjects(who, id, filter = {}) {
      const list = await access(pool, who, id)
      const asked = SubjectFilter.parse(filter)
      const { rows, total } = await loadSubjects(pool, id, today(), asked)
      const last = rows.at(-1)
      const more = rows.length === asked.limit && last !== undefined && last.position < list.subjects
      return { rows: await views(list, rows), total, next: more ? last.position : null }
    },
    async subject(who, id, position) {
      const list = await access(pool, who, id)
      const { rows } = await pool.query<SubjectRow>(
        'SELECT position, subject, matched, compared FROM private.screening_subject WHERE list = $1 AND position = $2',
        [id, position],
      )
      const [view] = await views(list, rows)
      if (!view) throw errors.SCREENING_UNKNOWN()
      return view
    },

    ...deciding(pool, effects),

    async seen(who, id) {
      await access(pool, who, id)
      await transact(pool, async (client) => {
        await client.query('UPDATE private.screening_hit SET news = NULL WHERE list = $1 AND news IS NOT NULL', [id])
        await client.query('UPDATE private.screening_subject SET news = false WHERE list = $1 AND news', [id])
      })
    },

    async keep(who, id, kept) {
      await owned(who, id)
      await pool.query('UPDATE private.screening_list SET purge_after = $2 WHERE id = $1', [
        id,
        kept ? null : purgeDay(effects.now()),
      ])
      return summary(who, id)
    },
    async share(who, id, colleague) {
      await owned(who, id)
      const name = colleague.trim().slice(0, 200)
      if (name !== '' && name !== who)
        await pool.query('INSERT INTO private.screening_colleague (list, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
          id,
          name,
        ])
      return summary(who, id)
    },
    async unshare(who, id, colleague) {
      await owned(who, id)
      await pool.query('DELETE FROM private.screening_colleague WHERE list = $1 AND name = $2', [id, colleague])
      return summary(who, id)
    },
    async remove(who, id) {
      await owned(who, id)
      runs.drop(id)
      await pool.query('DELETE FROM private.screening_list WHERE id = $1', [id])
    },
    async purge() {
      const { rows } = await pool.query<{ id: string }>(
        'DELETE FROM private.screening_list WHERE purge_after < $1 RETURNING id',
        [today()],
      )
      for (const { id } of rows) runs.drop(id)
      return rows.length
    },
    close: () => runs.close(),
  }
}
