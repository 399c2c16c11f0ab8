/**
 * How the pages write what an analyst enters: with the owner's way into the database and the archive, restricted originals included, which the web
 * itself does not hold.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openArchive } from '../documents/archive.js'
import { readArticleText } from '../documents/article/read-article-text.js'
import { kindOf } from '../documents/kind.js'
import { readArticles } from '../extract/article/read-articles.js'
import { readSpreadsheetApart } from '../extract/read-spreadsheets.js'
import type { Ledger } from '../ledger/database/connect.js'
import { correct } from '../ledger/entry/correct.js'
import { draftsOf } from '../ledger/entry/drafts.js'
import { enter, enterSource, undoEntry } from '../ledger/entry/enter.js'
import { loadEntered, loadEntries } from '../ledger/entry/entered.js'
import { UserError } from '../ledger/errors.js'
import type { Source } from '../ledger/records.js'
import type { FactSchema } from '../ledger/schema.js'
import type { Entering, Material } from '../web/entry/entering.js'
import { paragraphsOf } from '../web/entry/paragraphs.js'

type Owner = Pick<Ledger, 'ownerPool' | 'home'>

/** Texts that were read from files, kept while an analyst works through them. */
const mostTexts = 12

const textTypes: ReadonlySet<string> = new Set([
  'text/plain',
  'text/html',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
])

export function enteringBy(ledger: Owner, actor: string, now: () => Date): Entering {
  const by = () => ({ actor, at: now() })
  const archive = openArchive(ledger.home, { clearance: true })
  const texts = new Map<string, Promise<string | null>>()
  /** What is restricted already stays so, whatever the form says now. */
  const keep = async (source: Source, restricted: boolean, bytes: Uint8Array) => {
    const known = await loadSource(ledger, source.id)
    await archive.keep(source.sha256, bytes, { restricted: known?.restricted ?? restricted })
  }

  function textOfSource(source: Source): Promise<string | null> {
    const known = texts.get(source.sha256)
    if (known) return known
    const read = archive
      .read(source.sha256)
      .then((bytes) => (bytes === null ? null : readText({ name: source.fileName, bytes }).then(({ text }) => text)))
      // A report's pages are shown as pages; a file that cannot be read as text is shown as none.
      .catch((error) => (error instanceof UserError ? null : Promise.reject(error)))
    texts.set(source.sha256, read)
    read.then(
      (text) => text === null && texts.delete(source.sha256),
      () => texts.delete(source.sha256),
    )
    const oldest = texts.keys().next().value
    if (texts.size > mostTexts && oldest !== undefined) texts.delete(oldest)
    return read
  }

  return {
    actor,
    async addSource(given, bytes) {
      await keep(given.source, given.restricted, bytes)
      return enterSource(ledger, given, by())
    },
    async enter(entry, bytes) {
      if (typeof entry.source !== 'string' && bytes) await keep(entry.source.source, entry.source.restricted, bytes)
      return enter(ledger, entry, by())
    },
    correct: (correction) => correct(ledger, correction, by()),
    undo: (changeset, schema) => undoEntry(ledger, changeset, schema, by()),
    textOf: readText,
    async sources() {
      const list = (schema: FactSchema) =>
        `SELECT id, title, publisher, kind, ${schema === 'restricted'} AS restricted, collected_at FROM ${schema}.source WHERE withdrawn IS NULL`
      const { rows } = await ledger.ownerPool.query(
        `SELECT id, title, publisher, kind, restricted FROM (${list('ledger')} UNION ALL ${list('restricted')}) AS all_sources
          ORDER BY kind = 'training report', collected_at DESC, title, id`,
      )
      return rows
    },
    async material(id, row = null) {
      const found = await loadSource(ledger, id)
      if (!found) return null
      const { source, restricted } = found
      const ofText = textTypes.has(source.mediaType) && source.kind !== 'training report'
      const text = ofText ? await textOfSource(source) : null
      return {
        source,
        restricted,
        text,
        paragraphs: text === null ? [] : paragraphsOf(text),
        row: row === null || ofText || source.kind === 'training report' ? null : await rowOf(archive, source, row),
      }
    },
    entries: () => loadEntries(ledger.ownerPool),
    entered: (changeset, schema) => loadEntered(ledger.ownerPool, changeset, schema),
    drafts: draftsOf(ledger.ownerPool, actor, now),
    now,
  }
}

async function loadSource({ ownerPool }: Owner, id: string): Promise<{ source: Source; restricted: boolean } | null> {
  for (const schema of ['ledger', 'restricted'] as const) {
    const { rows } = await ownerPool.query(
      `SELECT id, sha256, kind, report, region, title, publisher, language, published_printed AS "publishedPrinted",
        official_url AS "officialUrl", archived_url AS "archivedUrl", volume_page_offset AS "volumePageOffset", file_name AS "fileName",
        media_type AS "mediaType", bytes::float8 AS bytes, pages, licence FROM ${schema}.source WHERE id = $1 AND withdrawn IS NULL`,
      [id],
    )
    if (rows[0]) return { source: rows[0], restricted: schema === 'restricted' }
  }
  return null
}

/** Plain text here; anything that has to be parsed, in a worker that a hostile file cannot harm. */
async function readText({ name, bytes }: { name: string; bytes: Uint8Array }) {
  if (kindOf(bytes).kind === 'text') {
    const { text, mediaType } = await readArticleText(bytes, name)
    return { text, mediaType: mediaType as string, title: null }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'rastro-entry-'))
  try {
    const file = path.join(folder, randomBytes(8).toString('hex'))
    await writeFile(file, bytes, { mode: 0o600 })
    for await (const outcome of readArticles([{ path: file, given: {} }])) {
      if (!outcome.ok) throw outcome.error
      const { text, mediaType, facts } = outcome.value
      return { text, mediaType: mediaType as string, title: facts.title }
    }
    throw new Error('A worker ended without an answer.')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rowOf(archive: ReturnType<typeof openArchive>, source: Source, number: number): Promise<Material['row']> {
  const bytes = await archive.read(source.sha256)
  if (bytes === null) return null
  try {
    const { tables } = await readSpreadsheetApart({ bytes, file: source.fileName })
    const [table] = tables
    const found = table?.rows.find(({ row }) => row === number)
    if (!found) return null
    const headings = table!.rows[0]!.cells
    return {
      number,
      cells: found.cells
        .map((text, at) => ({ heading: headings[at] ?? '', text: String(text ?? '') }))
        .filter(({ text }) => text !== '')
        .slice(0, 60),
    }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
