/** Loads the pages of screening, always of the present. Addresses hold ids without meaning and what is shown of a list, never anything of its contents. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { readQuery } from '../../ledger/read/query.js'
import type { Decision, Preview, SubjectField, SubjectView } from '../../screening/model.js'
import type { ScreeningDesk, WebDependencies } from '../dependencies.js'
import type { Asked } from '../pages/asked.js'
import { formToken } from '../security.js'
import { ColumnsPage } from './columns-page.js'
import type { TypedDecision } from './decision-form.js'
import { pageLength } from './limits.js'
import { ListPage, type ListPageProps, shows } from './list-page.js'
import { ListsPage, type ListsPageProps, NobodyScreensPage } from './lists-page.js'
import { deskOf, quietly } from './privately.js'
import { SubjectPage } from './subject-page.js'

const whole = z
  .string()
  .regex(/^\d{1,7}$/, 'a whole number')
  .transform(Number)

const Nothing = z.object({})
const OfUpload = z.object({ headed: z.enum(['yes', 'no']).optional() })
const OfList = z.object({
  show: z.enum(shows).default('waiting'),
  after: whole.default(0),
  /** The page stays as it is while the list is compared, so that its forms can be filled in. */
  still: z.enum(['yes']).optional(),
  /** How many were decided, or what else was done. */
  decided: whole.optional(),
  done: z.enum(['rescreened', 'unchanged', 'chosen-none']).optional(),
})
const OfSubject = z.object({ show: z.enum(shows).default('waiting'), done: z.enum(['recorded']).optional() })

type Dependencies = Pick<WebDependencies, 'screening' | 'reading'>
type Answer = (dependencies: Dependencies, asked: Asked, which: string) => Promise<Response>

/** Paths under /en and /es. */
export const screeningPages: readonly (readonly [path: string, answer: Answer])[] = [
  ['/screening', (dependencies, asked) => quietly(() => listsPage(dependencies, asked))],
  ['/screening/uploads/:which', (dependencies, asked, which) => quietly(() => columnsPage(dependencies, asked, which))],
  ['/screening/:which', (dependencies, asked, which) => quietly(() => listPage(dependencies, asked, which))],
  [
    '/screening/:which/subjects/:position',
    (dependencies, asked, which) => quietly(() => subjectPage(dependencies, asked, which, readPosition(asked))),
  ],
]

export function readPosition({ context }: Pick<Asked, 'context'>): number {
  const position = context.req.param('position') ?? ''
  if (!/^[1-9]\d{0,6}$/.test(position)) throw errors.NOT_FOUND('subject')
  return Number(position)
}

export async function listsPage(
  dependencies: Dependencies,
  asked: Asked,
  problem?: ListsPageProps['problem'],
): Promise<Response> {
  if (!problem) readQuery(Nothing, asked.parameters)
  if (dependencies.screening === null) return asked.send(await dependencies.reading.head(), () => <NobodyScreensPage />)
  const { who, lists, uploads } = deskOf(dependencies)
  const [own, begun, head] = await Promise.all([lists.lists(who), uploads.all(who), dependencies.reading.head()])
  return asked.send(
    head,
    () => <ListsPage who={who} lists={own} uploads={begun} token={formToken} {...(problem && { problem })} />,
    problem ? 400 : 200,
  )
}

/** What was chosen, where the form came back. */
export interface TypedColumns {
  chosen: Record<number, SubjectField | ''>
  headed: boolean
  title: string
  fourEyes: boolean
  problem: string
}

export async function columnsPage(
  dependencies: Dependencies,
  asked: Asked,
  upload: string,
  typed?: TypedColumns,
): Promise<Response> {
  const { who, lists, uploads } = deskOf(dependencies)
  const { headed } = typed ? { headed: typed.headed ? 'yes' : 'no' } : readQuery(OfUpload, asked.parameters)
  const given = await uploads.given(who, upload)
  const preview: Preview = await lists.preview(given, headed === undefined ? {} : { headed: headed === 'yes' })
  const head = await dependencies.reading.head()
  return asked.send(
    head,
    () => (
      <ColumnsPage
        upload={upload}
        fileName={'fileName' in given ? given.fileName : null}
        preview={preview}
        chosen={typed?.chosen ?? null}
        title={typed?.title ?? ''}
        fourEyes={typed?.fourEyes ?? false}
        token={formToken}
        problem={typed?.problem ?? null}
      />
    ),
    typed ? 400 : 200,
  )
}

export async function listPage(
  dependencies: Dependencies,
  asked: Asked,
  id: string,
  failed?: { problem: string; show: ListPageProps['show']; typed: NonNullable<ListPageProps['typed']> },
): Promise<Response> {
  const desk = deskOf(dependencies)
  const query = failed
    ? { show: failed.show, after: 0, still: undefined, decided: undefined, done: undefined }
    : readQuery(OfList, asked.parameters)
  const { show, after } = query
  const list = await desk.lists.list(desk.who, id)
  const page = await desk.lists.subjects(desk.who, id, { show, after, limit: pageLength })
  const { total: none } = await desk.lists.subjects(desk.who, id, { show: 'none', limit: 1 })
  const pending = list.fourEyes ? await pendingOf(desk, id, page.rows) : new Map<number, Decision>()
  const head = await dependencies.reading.head()
  const answer = asked.send(
    head,
    (site) => (
      <ListPage
        who={desk.who}
        list={list}
        show={show}
        after={after}
        page={page}
        still={query.still === 'yes' || failed !== undefined}
        none={none}
        pending={pending}
        token={formToken}
        told={told(site.text.screening, site.format, query)}
        problem={failed?.problem ?? null}
        {...(failed && { typed: failed.typed })}
      />
    ),
    failed ? 400 : 200,
  )
  // The page asks again by itself, without script, while there is something to wait for.
  if ((list.run === null || list.run.state === 'comparing') && !failed && !query.still) answer.headers.set('refresh', '3')
  return answer
}

/** Decisions that wait for a second person, by position: only such a person can find them by this. */
async function pendingOf(
  { lists, who }: Pick<ScreeningDesk, 'lists' | 'who'>,
  id: string,
  rows: readonly SubjectView[],
): Promise<ReadonlyMap<number, Decision>> {
  const pending = new Map<number, Decision>()
  for (const { subject } of rows) {
    const waiting = (await lists.decisions(who, id, subject.position)).find(({ state }) => state === 'waits')
    if (waiting) pending.set(subject.position, waiting)
  }
  return pending
}

type Words = ReturnType<Asked['site']>

function told(
  words: Words['text']['screening'],
  format: Words['format'],
  { decided, done }: z.infer<typeof OfList>,
): string | null {
  if (decided !== undefined) return words.bulk.done(decided, format.number(decided))
  if (done === 'rescreened') return words.rescreened
  if (done === 'unchanged') return words.unchanged
  return done === 'chosen-none' ? words.bulk.nothing : null
}

export async function subjectPage(
  dependencies: Dependencies,
  asked: Asked,
  id: string,
  position: number,
  typed?: TypedDecision & { show: ListPageProps['show'] },
): Promise<Response> {
  const desk = deskOf(dependencies)
  const { show, done } = typed ? { show: typed.show, done: undefined } : readQuery(OfSubject, asked.parameters)
  const list = await desk.lists.list(desk.who, id)
  const [view, decisions, next, head] = await Promise.all([
    desk.lists.subject(desk.who, id, position),
    desk.lists.decisions(desk.who, id, position),
    nextOf(desk, id, show, position),
    dependencies.reading.head(),
  ])
  return asked.send(
    head,
    (site) => (
      <SubjectPage
        who={desk.who}
        list={list}
        view={view}
        decisions={decisions}
        show={show}
        next={next}
        token={formToken}
        told={done === 'recorded' ? site.text.screening.recorded : null}
        typed={typed ?? null}
      />
    ),
    typed ? 400 : 200,
  )
}

/** The subject after this one of those that are shown; null at the end. */
export async function nextOf(
  { lists, who }: Pick<ScreeningDesk, 'lists' | 'who'>,
  id: string,
  show: ListPageProps['show'],
  position: number,
): Promise<number | null> {
  const { rows } = await lists.subjects(who, id, { show, after: position, limit: 1 })
  return rows[0]?.subject.position ?? null
}
