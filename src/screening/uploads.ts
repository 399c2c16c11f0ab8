/**
 * What was given to be screened, from when it was taken until its columns are known: kept for a day, so that a connection that breaks off loses
 * nothing. It is there for whoever gave it, and for nobody else, in the same words as what does not exist.
 */
import { randomBytes } from 'node:crypto'
import type { Ledger } from '../ledger/database/connect.js'
import { errors } from '../ledger/errors.js'
import type { Given } from './model.js'

export interface Upload {
  /** Random, without meaning: the only thing of it that may stand in an address. */
  id: string
  /** Null for pasted lines. */
  fileName: string | null
  bytes: number
  taken: string
}

export interface Uploads {
  /** Returns its id. */
  take(who: string, given: Given): Promise<string>
  /** Newest first. */
  all(who: string): Promise<Upload[]>
  /** @throws UserError SCREENING_UPLOAD_GONE */
  given(who: string, id: string): Promise<Given>
  /** Nothing happens where it is not there. */
  drop(who: string, id: string): Promise<void>
  /** Removes what is older than a day; returns how many. */
  purge(): Promise<number>
}

const keptHours = 24
/** For one person: whoever gives more loses the oldest. */
const mostKept = 10

export function openUploads({ ownerPool: pool }: Pick<Ledger, 'ownerPool'>, { now }: { now(): Date }): Uploads {
  const purge = async (): Promise<number> => {
    const oldest = new Date(now().getTime() - keptHours * 3_600_000)
    const { rowCount } = await pool.query('DELETE FROM private.screening_upload WHERE taken < $1', [oldest])
    return rowCount ?? 0
  }
  return {
    async take(who, given) {
      await purge()
      const id = randomBytes(12).toString('hex')
      const [name, content] = 'text' in given ? [null, Buffer.from(given.text)] : [given.fileName, Buffer.from(given.bytes)]
      await pool.query(
        'INSERT INTO private.screening_upload (id, owner, file_name, content, taken) VALUES ($1, $2, $3, $4, $5)',
        [id, who, name, content, now()],
      )
      await pool.query(
        `DELETE FROM private.screening_upload WHERE owner = $1 AND id NOT IN
          (SELECT id FROM private.screening_upload WHERE owner = $1 ORDER BY taken DESC, id LIMIT ${mostKept})`,
        [who],
      )
      return id
    },
    async all(who) {
      await purge()
      const { rows } = await pool.query<{ id: string; fileName: string | null; bytes: number; taken: Date }>(
        `SELECT id, file_name AS "fileName", length(content) AS bytes, taken FROM private.screening_upload
        WHERE owner = $1 ORDER BY taken DESC, id`,
        [who],
      )
      return rows.map((row) => ({ ...row, taken: row.taken.toISOString() }))
    },
    async given(who, id) {
      const { rows } = await pool.query<{ name: string | null; content: Buffer }>(
        'SELECT file_name AS name, content FROM private.screening_upload WHERE owner = $1 AND id = $2',
        [who, id],
      )
      if (!rows[0]) throw errors.SCREENING_UPLOAD_GONE()
      const { name, content } = rows[0]
      return name === null ? { text: content.toString() } : { bytes: content, fileName: name }
    },
    async drop(who, id) {
      await pool.query('DELETE FROM private.screening_upload WHERE owner = $1 AND id = $2', [who, id])
    },
    purge,
  }
}
