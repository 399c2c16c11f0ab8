/**
 * What an analyst sends: a decision on a claim, the taking back of one, what is known of an article, and an article itself. Answered with the
 * article's page, or, where script asks, as JSON.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findDate } from '../../documents/article/byline.js'
import { checkPublished } from '../../extract/article/take-article.js'
import type { Claim, ClaimTie } from '../../ledger/claims.js'
import { errors, type UserError } from '../../ledger/errors.js'
import { claimAsDecided } from '../../ledger/read/claims.js'
import { longestNote } from '../../resolve/judge.js'
import { entitiesNamed } from '../../resolve/propose-ties.js'
import { articleOfClaim, loadArticleView, tiedKinds } from '../article-view.js'
import { comparators, correctable, correctableOfAll, newKinds, numbers, rolesOf } from '../components/correction-form.js'
import type { Claiming, WebDependencies } from '../dependencies.js'
import { goTo, readForm, takeForm, textField, wantsJson } from '../forms.js'

const id = z.string().regex(/^[\w-]{1,80}$/, 'an id')
const note = z
  .string()
  .max(longestNote)
  .optional()
  .transform((text) => text?.trim() || null)

/** The decision that the page showed; empty where it showed none. */
const seen = z
  .string()
  .regex(/^\d{0,10}$/)
  .optional()
  .transform((text) => (text === undefined ? undefined : text === '' ? null : Number(text)))
const Decision = z.object({ claim: id, verdict: z.enum(['accepted', 'corrected', 'rejected']), note, seen })
const Undoing = z.object({
  claim: id,
  changeset: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})
const fact = z
  .string()
  .max(500)
  .default('')
  .transform((text) => text.trim())
const Facts = z.object({ article: id, title: fact, publisher: fact, author: fact, published: fact })

/** A correction with its note. */
const mostBytes = 64_000
/** An article as a file: a scan of a few pages, or a saved page with what belongs to it. */
const mostArticleBytes = 25_000_000

export function claimForms(dependencies: WebDependencies): Hono {
  const app = new Hono()
  const form = (
    path: `/${string}`,
    answer: (context: Context, claiming: Claiming, fields: FormData) => Promise<Response>,
    { most, tooLong }: { most: number; tooLong?: () => UserError } = { most: mostBytes },
  ) =>
    takeForm(app, path, {
      permission: 'analyse',
      mostBytes: most,
      ...(tooLong && { tooLong }),
      answer(context, fields) {
        if (dependencies.claiming === null) throw errors.PERMISSION_DENIED('analyse')
        return answer(context, dependencies.claiming, fields)
      },
    })

  form('/claims/decide', async (context, claiming, fields) => {
    const wanted = readForm(Decision, fields)
    const written = fields.has('corrections') && wanted.verdict !== 'rejected'
    const corrected = written ? await readCorrection(dependencies, wanted.claim, fields) : null
    const verdict =
      corrected === null
        ? wanted.verdict
        : Object.keys(corrected.corrections).length > 0
          ? ('corrected' as const)
          : ('accepted' as const)
    const decided = await claiming.decide({ ...wanted, verdict, ...(corrected ?? {}) })
    return answered(context, decided.changeset, decided.source, wanted.claim, verdict)
  })

  form('/claims/undo', async (context, claiming, fields) => {
    const { changeset, claim } = readForm(Undoing, fields)
    const undone = await claiming.undo(changeset)
    const source = await articleOfClaim(dependencies, claim, undefined)
    if (source === null) throw errors.NOT_FOUND(`claim "${claim}"`)
    return answered(context, undone.changeset, source, claim, 'open')
  })

  form('/articles/facts', async (context, claiming, fields) => {
    const { article, title, publisher, author, published } = readForm(Facts, fields)
    // What the article prints stays as it is, also where it is no day.
    const view = await loadArticleView({ ...dependencies, claiming: null }, article, undefined)
    if (published !== '' && published !== view?.article.publishedPrinted) checkPublished(published)
    await claiming.correctArticle(article, {
      ...(title !== '' && { title }),
      publisher: publisher || null,
      author: author || null,
      published: published === '' ? null : { printed: published, day: findDate(published)?.day ?? null },
    })
    return goTo(context, `/articles/${article}`)
  })

  form(
    '/articles/new',
    async (context, claiming, fields) => {
      const file = fields.get('file')
      const pasted = textField(fields, 'text')?.trim() ?? ''
      const hasFile = file !== null && typeof file !== 'string' && file.size > 0
      if (file !== null && typeof file !== 'string' && file.size === 0 && file.name !== '')
        throw errors.FILE_EMPTY({ file: file.name })
      if (!hasFile && pasted === '') throw errors.FORM_INVALID('neither a file nor a text was given')
      if (hasFile && pasted !== '') throw errors.FORM_INVALID('a file and a text were given, and one of them is enough')
      const given = readForm(Facts.omit({ article: true }), fields)
      const bytes = hasFile ? new Uint8Array(await (file as File).arrayBuffer()) : new TextEncoder().encode(pasted)
      const added = await claiming.addArticle(
        { name: hasFile ? (file as File).name : 'pasted.txt', bytes },
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
      )
      // What it does not say of itself is asked for at once.
      const asking = added.missing.length > 0 ? '#facts' : ''
      return wantsJson(context) ? context.json(added) : goTo(context, `/articles/${added.source}${asking}`)
    },
    { most: mostArticleBytes, tooLong: () => errors.ARTICLE_FILE_TOO_LARGE(mostArticleBytes) },
  )
  return app
}

const answered = (context: Context, changeset: number | null, article: string, claim: string, verdict: string): Response =>
  wantsJson(context)
    ? context.json({ changeset, claim, state: verdict })
    : // The page is asked for anew: a fragment alone would not be.
      context.redirect(
        `/${context.req.param('language')}/articles/${article}?${new URLSearchParams({ ...(changeset !== null && { done: String(changeset), verdict }) })}#claim-${claim}`,
        303,
      )

/** What the form says otherwise than the claim stands, and whom it is said of. */
async function readCorrection(
  dependencies: WebDependencies,
  claimId: string,
  fields: FormData,
): Promise<{ corrections: Record<string, unknown>; ties: ClaimTie[] }> {
  const source = await articleOfClaim(dependencies, claimId, undefined)
  const view = source === null ? null : await loadArticleView({ ...dependencies, claiming: null }, source, undefined)
  const shown = view?.claims.find(({ kept }) => kept.id === claimId)
  if (!shown) throw errors.NOT_FOUND(`claim "${claimId}"`)
  // Corrections are of the proposal, also where an earlier correction is corrected.
  const { claim: proposed } = shown.kept
  const corrections: Record<string, unknown> = {}
  const set = (name: string, value: unknown) => {
    if (JSON.stringify(value) !== JSON.stringify((proposed as unknown as Record<string, unknown>)[name]))
      corrections[name] = value
  }
  const standing = claimAsDecided(shown.kept) as unknown as Record<string, unknown>
  for (const name of [...correctable[proposed.type], ...correctableOfAll]) {
    const text = textField(fields, name)?.trim()
    if (text === undefined) set(name, standing[name])
    else if (numbers.has(name)) set(name, numberIn(text, name))
    else if (name === 'comparator') set(name, comparators.find((sign) => sign === text) ?? '=')
    // What a claim cannot lack stays as it is read.
    else set(name, text === '' ? (typeof standing[name] === 'string' && required.has(name) ? standing[name] : null) : text)
  }
  set('period', periodIn(fields, proposed))
  if (proposed.type === 'denial' || proposed.type === 'doubt')
    set(
      'concerns',
      view!.claims.map(({ kept }) => kept.id).filter((one) => fields.getAll('concerns').includes(one)),
    )
  return { corrections, ties: await tiesIn(dependencies, proposed, fields) }
}

/** Texts that are never null in a claim. */
const required: ReadonlySet<string> = new Set(['measure', 'action', 'relation', 'state'])

function numberIn(text: string, name: string): number | null {
  if (text === '') return null
  const number = Number(text.replaceAll(',', ''))
  if (!Number.isFinite(number)) throw errors.CLAIM_CORRECTION_INVALID(name)
  return number
}

function periodIn(fields: FormData, { period }: Claim): Claim['period'] {
  const [printed, from, to] = ['period', 'from', 'to'].map((name) => textField(fields, name)?.trim() || null)
  if (textField(fields, 'period') === undefined) return period
  if (!printed && !from && !to) return null
  for (const day of [from, to]) if (day && !/^\d{4}-\d\d-\d\d$/.test(day)) throw errors.CLAIM_CORRECTION_INVALID('period')
  return { printed: printed ?? [from, to].filter(Boolean).join('–'), from: from ?? null, to: to ?? null }
}

async function tiesIn({ reading }: WebDependencies, claim: Claim, fields: FormData): Promise<ClaimTie[]> {
  const ties: ClaimTie[] = []
  for (const role of rolesOf[claim.type]) {
    const words = textField(fields, `tie_${role}`)?.trim()
    if (!words) continue
    const known = await reading.within(undefined, ({ client }) => entitiesNamed(client, words, tiedKinds))
    if (known.length > 1) throw errors.ENTITY_AMBIGUOUS(words, known)
    if (known.length === 1) ties.push({ role, entity: known[0]! })
    else
      ties.push({
        role,
        kind: newKinds.find((kind) => kind === textField(fields, `kind_${role}`)) ?? 'organization',
        name: words,
      })
  }
  return ties
}
