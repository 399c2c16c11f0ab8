/**
 * What changed in the ledger, changeset by changeset, for programs: `/changes.atom`, `/changes.json`, and one changeset at `/changes/N.json`. Pages
 * are linked by number, so that a page stays what it is while the ledger grows; an entry's id is the changeset's digest, which is nobody else's.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { asOfText, headAsOf } from '../../ledger/read/as-of.js'
import { type ChangeDetail, type ChangesOf, loadChange, loadChanges } from '../../ledger/read/changes.js'
import { readQuery } from '../../ledger/read/query.js'
import { onceTimeoutMs } from '../../ledger/read/reading.js'
import type { Head } from '../../ledger/read/views.js'
import { publishHead } from '../api/published.js'
import type { WebDependencies } from '../dependencies.js'
import { preferredLanguage } from '../identity.js'
import { requires } from '../permissions.js'

const PAGE = 50
const mostOnPage = 200

const Asked = z.object({
  since: asOfText.optional(),
  before: z
    .string()
    .regex(/^\d{1,10}$/, 'the number of a changeset')
    .transform(Number)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= mostOnPage, `between 1 and ${mostOnPage}`)
    .default(PAGE),
})

interface Feed {
  changes: ChangesOf[]
  total: number
  /** `before` of the next page; null at the end. */
  next: number | null
  head: Head
  since: Head
  /** Digest of the first changeset: of this ledger and its copies, and of no other. */
  ledger: string
}

async function readFeed({ reading }: WebDependencies, parameters: URLSearchParams): Promise<Feed> {
  const { since, before, limit } = readQuery(Asked, parameters)
  return reading.within(
    undefined,
    async ({ client, head }) => {
      const then = await headAsOf(client, since ?? 0, head)
      const bounds = { since: then.changeset, before: Math.min(before ?? Number.MAX_SAFE_INTEGER, head.changeset + 1) }
      const changes = await loadChanges(client, { ...bounds, limit })
      const last = changes.at(-1)?.id
      const first = await client.query<{ digest: string }>('SELECT digest FROM ledger.changeset WHERE id = 1')
      return {
        changes,
        total: head.changeset - then.changeset,
        next: last !== undefined && last > then.changeset + 1 ? last : null,
        head,
        since: then,
        ledger: first.rows[0]?.digest ?? 'empty',
      }
    },
    onceTimeoutMs,
  )
}

export function changesRoutes(dependencies: WebDependencies): Hono {
  const app = new Hono()
  const parametersOf = (context: Context) => new URL(context.req.url).searchParams

  // Whoever has only the short address is led to what his program reads.
  app.get('/changes', requires('read'), (context) => {
    const { search } = new URL(context.req.url)
    context.header('vary', 'accept, accept-language')
    const accept = context.req.header('accept') ?? ''
    if (/\btext\/html\b/i.test(accept))
      return context.redirect(`/${preferredLanguage(context.req.header('accept-language'))}/changes${search}`, 303)
    return context.redirect(`/changes.${/\bjson\b/i.test(accept) ? 'json' : 'atom'}${search}`, 303)
  })

  app.get('/changes.json', requires('read'), async (context) => {
    const { changes, total, next, head, since } = await readFeed(dependencies, parametersOf(context))
    const origin = originOf(context)
    return context.json({
      data: changes.map((change) => publishChange(change, origin)),
      total,
      next: next === null ? null : pageAddress(context, '/changes.json', next),
      facets: {},
      coverage: [],
      since: publishHead(since),
      head: publishHead(head),
    })
  })

  app.get('/changes.atom', requires('read'), async (context) => {
    const feed = await readFeed(dependencies, parametersOf(context))
    const xml = atom(feed, originOf(context), {
      self: context.req.url,
      next: feed.next === null ? null : pageAddress(context, '/changes.atom', feed.next),
    })
    return context.body(xml, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })

  app.get('/changes/:number{[0-9]{1,9}\\.json}', requires('read'), async (context) => {
    readQuery(z.object({}), parametersOf(context))
    const number = Number(context.req.param('number').replace('.json', ''))
    const change = await dependencies.reading.within(undefined, ({ client }) => loadChange(client, number), onceTimeoutMs)
    if (!change) throw errors.NOT_FOUND('changeset')
    return context.json(publishDetail(change, originOf(context)))
  })
  return app
}

const originOf = (context: Context): string => new URL(context.req.url).origin

function pageAddress(context: Context, path: string, before: number): string {
  const parameters = new URL(context.req.url).searchParams
  parameters.set('before', String(before))
  return `${originOf(context)}${path}?${parameters}`
}

const entryId = ({ digest }: Pick<ChangesOf, 'digest'>): string => `urn:rastro:changeset:${digest}`
const linkOf = (origin: string, { id }: Pick<ChangesOf, 'id'>): string => `${origin}/id/changes/${id}`

function publishChange(change: ChangesOf, origin: string) {
  const { id, at, actor, reason, tool, undoes, digest, content, counts, expunged, answers } = change
  return {
    id: entryId(change),
    changeset: id,
    at,
    actor,
    reason,
    tool,
    undoes,
    digest,
    content,
    counts,
    expunged: { ids: expunged.ids, other_versions: expunged.versions },
    denials_doubts_and_replies: answers,
    url: linkOf(origin, change),
    detail: `${origin}/changes/${id}.json`,
  }
}

const publishDetail = (change: ChangeDetail, origin: string) => ({
  ...publishChange(change, origin),
  undone_by: change.undoneBy,
  withdrawn: change.withdrawn,
  denials_doubts_and_replies: change.answersGiven.map(({ id, entity, entityKind, property, stance }) => ({
    id,
    entity,
    entity_kind: entityKind,
    property,
    stance,
  })),
})

/** RFC 4287, pages linked as RFC 5005 has it. The words are English; the page in the reader's language is linked from each entry. */
function atom(
  { changes, head, since, ledger }: Feed,
  origin: string,
  { self, next }: { self: string; next: string | null },
): string {
  const link = (rel: string, href: string, type: string, language?: string) =>
    `<link rel="${rel}" type="${type}" href="${escaped(href)}"${language ? ` hreflang="${language}"` : ''}/>`
  const entries = changes.map((change) => {
    const id = escaped(entryId(change))
    const title = escaped(`${change.id}: ${change.reason}`)
    return [
      `<entry><id>${id}</id><title>${title}</title><updated>${change.at}</updated><author><name>${escaped(change.actor)}</name></author>`,
      link('alternate', linkOf(origin, change), 'text/html'),
      link('alternate', `${origin}/changes/${change.id}.json`, 'application/json'),
      `<summary type="text">${escaped(summary(change))}</summary></entry>`,
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:rastro:changes:${ledger}${since.changeset > 0 ? `:${since.digest}` : ''}</id>
<title>What changed in the ledger</title>
<updated>${changes[0]?.at ?? head.at}</updated>
<author><name>Rastro</name></author>
${link('self', self, 'application/atom+xml')}
${['en', 'es'].map((language) => link('alternate', `${origin}/${language}/changes`, 'text/html', language)).join('\n')}
${next === null ? '' : `${link('next', next, 'application/atom+xml')}\n`}${entries.join('\n')}
</feed>
`
}

/** "training: 3 added, 1 corrected; statement: 2 withdrawn". */
function summary({ counts, expunged, answers, undoes }: ChangesOf): string {
  const parts = Object.entries(counts).map(([kind, { added, corrected, withdrawn }]) => {
    const said = [
      added > 0 && `${added} added`,
      corrected > 0 && `${corrected} corrected`,
      withdrawn > 0 && `${withdrawn} withdrawn`,
    ].filter(Boolean)
    return `${kind.replaceAll('_', ' ')}: ${said.join(', ')}`
  })
  if (answers > 0) parts.push(`denials, doubts and replies among them: ${answers}`)
  if (expunged.ids.length > 0) parts.push(`expunged: ${expunged.ids.map(({ id, kind }) => `${kind} ${id}`).join(', ')}`)
  if (expunged.versions > 0) parts.push(`other versions of rows gone from every state: ${expunged.versions}`)
  if (undoes !== null) parts.unshift(`takes changeset ${undoes} back`)
  return parts.length > 0 ? parts.join('; ') : 'nothing that is public'
}

/** What XML can hold, with its signs escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
