/** The description of a data package, with its digest, by which a package is known: the description has the digests of its tables. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { errors } from '../../ledger/errors.js'

/** @throws UserError DATA_PACKAGE_MISSING, DATA_PACKAGE_DAMAGED */
export async function readDescription<Description>(
  folder: string,
  shape: z.ZodType<Description>,
): Promise<{ file: string; description: Description; digest: string }> {
  const file = path.join(folder, 'datapackage.json')
  const text = await readFile(file).catch(() => {
    throw errors.DATA_PACKAGE_MISSING(folder)
  })
  let json: unknown
  try {
    json = JSON.parse(text.toString('utf8'))
  } catch {
    throw errors.DATA_PACKAGE_DAMAGED(file)
  }
  const description = shape.safeParse(json)
  if (!description.success) throw errors.DATA_PACKAGE_DAMAGED(file)
  return { file, description: description.data, digest: createHash('sha256').update(text).digest('hex') }
}
