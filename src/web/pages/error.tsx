/** The page of what went wrong: what it was, what to do, and what may have been meant. */
import { Page } from '../components/page.js'
import type { Suggestion } from '../known-pages.js'
import { errorIn } from '../messages/errors.js'
import { href, useSite } from '../site.js'

export interface ErrorPageProps {
  status: 400 | 404 | 410 | 500 | 503
  /** Whether a form was sent, and not an address asked for. */
  sent?: boolean
  /** A UserError's own words, in English, as the API gives them. */
  code?: string
  message?: string
  remedy?: string
  /** For what was expunged: the changeset that removed it. */
  changeset?: number | undefined
  /** For what was withdrawn: the last state of the ledger that had it. */
  lastState?: { path: string; changeset: number }
  /** What may have been meant. */
  nearest?: readonly Pick<Suggestion, 'text' | 'href'>[]
  /** Where a listing begins whose next page went with an older state. */
  again?: string
}

export function ErrorPage({
  status,
  sent = false,
  code,
  message,
  remedy,
  changeset,
  lastState,
  nearest = [],
  again,
}: ErrorPageProps) {
  const site = useSite()
  const { text } = site
  const words = code === 'WITHDRAWN' ? text.errors.withdrawn : sent && status === 400 ? text.errors.sent : text.errors[status]
  const said = message === undefined ? null : errorIn(site.language, { code: code ?? '', message, remedy: remedy ?? '' })
  return (
    <Page title={words.heading} unlisted>
      <p class="kicker">{status}</p>
      <h1>{words.heading}</h1>
      <p class="lede">{words.explanation}</p>
      {said && (
        <div class="notice bad" lang={said.lang}>
          <p>{said.message}</p>
          {said.remedy !== '' && <p>{said.remedy}</p>}
          {code && <p class="digest">{code}</p>}
        </div>
      )}
      {nearest.length > 0 && (
        <>
          <p>{text.errors.nearest}</p>
          <ul>
            {nearest.map((one) => (
              <li>
                <a href={one.href}>{one.text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {again !== undefined && (
        <p>
          <a href={again}>{text.errors.again}</a>
        </p>
      )}
      {changeset !== undefined && (
        <p>
          <a href={href({ language: site.language, asOf: null }, `/changes/${changeset}`)}>{text.errors.removedBy(changeset)}</a>
        </p>
      )}
      {lastState && (
        <p>
          <a href={href({ language: site.language, asOf: lastState.changeset }, lastState.path)}>
            {text.errors.lastState(lastState.changeset)}
          </a>
        </p>
      )}
      <p>
        <a href={href({ language: site.language, asOf: null }, '/')}>{text.errors.home}</a>
      </p>
    </Page>
  )
}
