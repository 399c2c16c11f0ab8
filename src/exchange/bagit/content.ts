/** The files of a bag as they lie in a folder or a zip file, found without following anything: a link is named, never read. */
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { openZip } from '../../documents/zip.js'
import { errors } from '../../ledger/errors.js'

export interface BagContent {
  files: readonly { path: string; bytes: number | null }[]
  /** What is no file and no folder: symbolic links, devices. In a zip also a name that stands twice, of which a program may take either. */
  strange: readonly { path: string; detail: string }[]
  read(path: string): AsyncIterable<Uint8Array>
}

/** A dossier of a long list with its page images has some hundred files of some dozen megabytes. */
const limits = { entries: 65_534, fileBytes: 512_000_000, allBytes: 2_000_000_000 }
const mostZipBytes = 1_000_000_000
const mostFiles = 200_000

/** @throws UserError DOSSIER_IS_A_PAGE, FILE_NOT_FOUND, FILE_NOT_READABLE, FILE_TOO_LARGE, ZIP_DAMAGED, ZIP_TOO_LARGE */
export async function openBag(given: string): Promise<BagContent> {
  const found = await lstat(given).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? errors.FILE_NOT_FOUND(given)
      : errors.FILE_NOT_READABLE({ file: given }, error.code ?? 'unknown reason')
  })
  if (found.isDirectory()) return folderContent(given)
  if (found.size > mostZipBytes) throw errors.FILE_TOO_LARGE({ file: given }, found.size, mostZipBytes)
  const bytes = await readFile(given)
  // The page alone is what most people have at hand; "a damaged archive" would say that somebody altered it.
  if (!beginsAsZip(bytes)) throw errors.DOSSIER_IS_A_PAGE({ file: given })
  return zipContent(bytes, given)
}

/** "PK" and a record's number: of a file, or of the end of an archive that holds none. */
const beginsAsZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function folderContent(folder: string): Promise<BagContent> {
  const files: { path: string; bytes: number }[] = []
  const strange: { path: string; detail: string }[] = []
  const waiting = ['']
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const entry of await readdir(path.join(folder, at), { withFileTypes: true })) {
      const within = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) waiting.push(within)
      else if (entry.isFile()) files.push({ path: within, bytes: (await lstat(path.join(folder, within))).size })
      else strange.push({ path: within, detail: entry.isSymbolicLink() ? 'it is a link' : 'it is no file' })
      if (files.length > mostFiles) throw errors.ZIP_TOO_LARGE({ file: folder })
    }
  return { files, strange, read: (within) => createReadStream(path.join(folder, ...within.split('/'))) }
}

function zipContent(bytes: Uint8Array, given: string): BagContent {
  const zip = openZip(bytes, { file: given }, limits)
  const roots = new Set(zip.names.map((name) => name.split('/')[0]!))
  // RFC 8493, 4: one folder in the archive, which is the bag. An archive of the bag's content itself is read all the same.
  const base = roots.size === 1 && zip.names.every((name) => name.includes('/')) ? `${[...roots][0]}/` : ''
  const within = (name: string) => name.slice(base.length)
  const outer = path.posix.normalize(base)
  return {
    files: zip.names.filter((name) => !name.endsWith('/')).map((name) => ({ path: within(name), bytes: null })),
    strange: [
      ...zip.odd.map(({ name, what }) => ({
        path: within(name),
        detail: what === 'twice' ? 'it stands twice in the archive' : 'it is a link',
      })),
      ...(outer.startsWith('..') || outer.startsWith('/') ? [{ path: base, detail: 'it leads out of the archive' }] : []),
    ],
    async *read(name) {
      const content = zip.read(base + name)
      if (content) yield content
    },
  }
}
