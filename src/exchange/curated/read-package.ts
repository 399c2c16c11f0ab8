/** The small data packages that were made by hand (data/designations, data/cases, data/identities): their tables, checked by digest before they are believed. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { Resource } from '../data-package/package.js'
import { readCsv } from '../data-package/read-csv.js'
import { readDescription } from '../data-package/read-description.js'
import type { Cells } from '../data-package/tables.js'

const Description = z.looseObject({ name: z.string(), resources: z.array(Resource) })

export interface CuratedPackage {
  name: string
  /** Of the description, and so of every table. */
  digest: string
  /** Rows of a table by the names of its columns. Blank is ''. */
  table(name: string): { rows: Cells[]; sha256: string; bytes: number }
}

/** @throws UserError DATA_PACKAGE_MISSING, DATA_PACKAGE_DAMAGED */
export async function readPackage(folder: string): Promise<CuratedPackage> {
  const { file, description, digest } = await readDescription(folder, Description)
  const tables = new Map<string, { rows: Cells[]; sha256: string; bytes: number }>()
  for (const resource of description.resources)
    tables.set(resource.name, await readTable(path.join(folder, resource.path), resource))
  return {
    name: description.name,
    digest,
    table(name) {
      const table = tables.get(name)
      if (!table) throw errors.DATA_PACKAGE_DAMAGED(file)
      return table
    },
  }
}

async function readTable(file: string, { tableSha256, rows: count }: Resource) {
  const bytes = await readFile(file).catch(() => {
    throw errors.DATA_PACKAGE_DAMAGED(file)
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== tableSha256) throw errors.DATA_PACKAGE_DAMAGED(file)
  const rows = [...readCsv(bytes.toString('utf8'))]
  if (rows.length !== count) throw errors.DATA_PACKAGE_DAMAGED(file)
  return { rows, sha256, bytes: bytes.length }
}
