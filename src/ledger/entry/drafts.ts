/**
 * What was typed into a form and is not entered yet, kept for whoever typed it: a refused form or a connection that broke loses nothing. Drafts lie
 * outside the append-only ledger and are erased for good.
 */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'

export interface Draft {
  id: string
  form: string
  /** The path of the form's page, without the language. */
  address: string
  fields: Record<string, string[]>
  /** A file that was sent along. */
  file: { name: string; bytes: Uint8Array } | null
  at: Date
}

/** In a list, without what was typed. */
export type DraftLine = Pick<Draft, 'id' | 'form' | 'address' | 'at'> & { begins: string }

/** Days after which a draft that nobody came back to is erased. */
export const draftDays = 90
/** Drafts of one owner; the oldest give way. */
const mostDrafts = 200

export interface Drafts {
  /** Keeps a new draft, or another text of one; returns its id. */
  keep(draft: Omit<Draft, 'id' | 'at'> & { id: string | null }): Promise<string>
  read(id: string): Promise<Draft | null>
  list(): Promise<DraftLine[]>
  erase(id: string): Promise<void>
}

export function draftsOf(pool: Pick<Pool, 'query'>, owner: string, now: () => Date): Drafts {
  const purge = () =>
    pool.query(
      `DELETE FROM private.draft WHERE at < $1::timestamptz - make_interval(days => ${draftDays}) OR id IN (
        SELECT id FROM private.draft WHERE owner = $2 ORDER BY at DESC, id OFFSET ${mostDrafts})`,
      [now(), owner],
    )
  return {
    async keep({ id, form, address, fields, file }) {
      const own = id ?? randomBytes(12).toString('hex')
      const values = [
        own,
        owner,
        form,
        address,
        JSON.stringify(fields),
        file?.name ?? null,
        file && Buffer.from(file.bytes),
        now(),
      ]
      // A draft of somebody else's by the same id is left alone.
      await pool.query(
        `INSERT INTO private.draft (id, owner, form, address, fields, file_name, file, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (id) DO UPDATE SET fields = excluded.fields, address = excluded.address, at = excluded.at,
            file_name = coalesce(excluded.file_name, draft.file_name), file = coalesce(excluded.file, draft.file)
          WHERE draft.owner = excluded.owner`,
        values,
      )
      await purge()
      return own
    },
    async read(id) {
      const { rows } = await pool.query(
        `SELECT id, form, address, fields, file_name, file, at FROM private.draft WHERE id = $1 AND owner = $2`,
        [id, owner],
      )
      const [row] = rows
      if (!row) return null
      const { file_name: name, file: bytes, ...draft } = row
      return { ...draft, file: name === null ? null : { name, bytes } }
    },
    async list() {
      await purge()
      const { rows } = await pool.query<Omit<Draft, 'file'>>(
        'SELECT id, form, address, fields, at FROM private.draft WHERE owner = $1 ORDER BY at DESC, id',
        [owner],
      )
      return rows.map(({ fields, ...line }) => ({ ...line, begins: beginningOf(fields) }))
    },
    async erase(id) {
      await pool.query('DELETE FROM private.draft WHERE id = $1 AND owner = $2', [id, owner])
    },
  }
}

/** The first words of the longest thing typed: what its owner knows it by. */
function beginningOf(fields: Draft['fields']): string {
  const [longest = ''] = Object.values(fields)
    .flat()
    .sort((a, b) => b.length - a.length)
  return [...longest.trim()].slice(0, 80).join('')
}
