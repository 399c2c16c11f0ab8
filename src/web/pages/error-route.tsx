/** What went wrong, as a page, in the reader's language: a mistake in an address, what is called nothing here, what was removed. */
import { UserError } from '../../ledger/errors.js'
import { isNamed, type Named } from '../../ledger/read/known-values.js'
import type { WebDependencies } from '../dependencies.js'
import { orExpunged } from '../gone.js'
import { nearestTo, type Suggestion } from '../known-pages.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { type Problem, problemOf } from '../problems.js'
import { renderPage } from '../render.js'
import { href, type Site } from '../site.js'
import { stylesheet } from '../style/stylesheet.js'
import type { Asked } from './asked.js'
import { ErrorPage } from './error.js'

/** The page of an error that reading an address gave. `which` is the record that it names. */
export async function problemPage(dependencies: WebDependencies, asked: Asked, error: unknown, which: string): Promise<Response> {
  const column = error instanceof UserError ? (error.place.column ?? '') : ''
  if (isNamed(column)) return notCalled(dependencies, asked, error as UserError, column, asked.parameters.get(column) ?? '')
  return failure(asked, await orExpunged(dependencies, error, [which]))
}

/** What nothing is called, with the pages of what may have been meant. */
export async function notCalled(
  { knownPages }: WebDependencies,
  asked: Asked,
  error: UserError,
  what: Named,
  typed: string,
): Promise<Response> {
  const { countries, programs } = await knownPages(asked.language)
  const nearest = nearestTo(typed, what === 'country' ? countries : programs, 5)
  const problem = problemOf(error)
  return asked.send(null, () => <ErrorOf problem={problem} nearest={nearest} />, shownStatus(problem.status))
}

const shownStatuses = [400, 404, 410, 500, 503] as const

/** 405, 414 and the like are of the address, too. */
const shownStatus = (status: number) => shownStatuses.find((each) => each === status) ?? 400

/** The reader's mistakes as pages, in the frame of the address that was asked; what is our mistake goes on to whoever logs it. */
export function failure(asked: Asked, error: unknown): Response {
  if (!(error instanceof UserError)) throw error
  const problem = problemOf(error)
  return asked.send(
    null,
    ({ address }) => (
      <ErrorOf problem={problem} again={problem.parameter === 'cursor' ? beginningOf(asked, address) : undefined} />
    ),
    shownStatus(problem.status),
  )
}

/** The same listing without the place in it: whoever pages while the ledger changes has done nothing wrong. */
function beginningOf({ language, parameters }: Asked, address: string): string {
  const rest = new URLSearchParams([...parameters].filter(([name]) => name !== 'cursor'))
  return href({ language, asOf: null }, address.split('?')[0]!, rest)
}

/** What went wrong, as a page, where no route of a page has answered: an address outside the languages, or our own mistake. */
export async function errorPage(
  problem: Problem,
  language: Language,
  { reading }: WebDependencies,
  sent = false,
): Promise<string> {
  const site: Site = {
    language,
    text: messagesFor(language),
    format: formatFor(language),
    address: '/',
    asOf: null,
    head: await reading.head().catch(() => null),
    origin: '',
    stylesheet: stylesheet().path,
  }
  return renderPage(site, <ErrorOf problem={problem} sent={sent} />)
}

interface ErrorOfProps {
  problem: Problem
  nearest?: readonly Suggestion[]
  again?: string | undefined
  sent?: boolean
}

function ErrorOf({ problem, nearest = [], again, sent = false }: ErrorOfProps) {
  const status = shownStatus(problem.status)
  // What our own mistake says of itself helps no reader.
  if (status === 500) return <ErrorPage status={status} />
  const { code, detail, remedy, changeset } = problem
  return (
    <ErrorPage
      status={status}
      sent={sent}
      code={code}
      message={detail}
      remedy={remedy}
      changeset={changeset}
      nearest={nearest}
      {...(again !== undefined && { again })}
    />
  )
}
