/** The frame of every page: head, masthead with search, breadcrumb, main, foot. HTML that a reader without CSS understands. */
import type { Child } from 'hono/jsx'
import { stateInAddress } from '../../ledger/read/as-of.js'
import { scriptOf } from '../islands/script.js'
import { languages } from '../messages/format.js'
import { href, inLanguage, useSite } from '../site.js'
import { SearchBox } from './search-box.js'

export type Room =
  | 'home'
  | 'search'
  | 'countries'
  | 'programs'
  | 'units'
  | 'exposures'
  | 'articles'
  | 'sources'
  | 'reconciliation'
  | 'coverage'
  | 'method'
  | 'screening'
  | 'api'

const rooms: readonly [Exclude<Room, 'home' | 'search' | 'screening' | 'api'>, string][] = [
  ['countries', '/countries'],
  ['programs', '/programs'],
  ['units', '/units'],
  ['exposures', '/exposures'],
  ['articles', '/articles'],
  ['sources', '/sources'],
  ['reconciliation', '/reconciliation'],
  ['coverage', '/coverage'],
  ['method', '/method'],
]

export interface PageProps {
  /** Plain text of the document's title; the page's own h1 is part of its content. */
  title: string
  description?: string
  room?: Room
  /** From the outermost; the page itself is not part of it. */
  breadcrumb?: { text: string; path: string }[]
  /** What stands in the search box. */
  question?: string
  /** Past states and quotations are not for indexes. */
  unlisted?: boolean
  children?: Child
}

export function Page({ title, description, room, breadcrumb = [], question = '', unlisted = false, children }: PageProps) {
  const site = useSite()
  const { text, language } = site
  const script = scriptOf('type-ahead')
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{room === 'home' ? title : `${title} – Rastro`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {description && <meta name="description" content={description} />}
        {(unlisted || site.asOf !== null) && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={site.stylesheet} />
        <link rel="alternate" type="application/atom+xml" title={text.whatChanged.title} href="/changes.atom" />
        {script && site.asOf === null && <script type="module" src={script.path} />}
        {languages.map((other) => (
          <link rel="alternate" hreflang={other} href={inLanguage(site, other)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {text.frame.skip}
        </a>
        <header class="masthead">
          <div class="frame">
            <p class="wordmark">
              <a href={href(site, '/')} aria-current={room === 'home' ? 'page' : undefined}>
                Rastro
              </a>
            </p>
            {room === 'home' ? <span /> : <SearchBox question={question} />}
            <Languages />
            <nav class="rooms" aria-label={text.frame.rooms}>
              {rooms.map(([name, path]) => (
                <a href={href(site, path)} aria-current={room === name ? 'page' : undefined}>
                  {text.rooms[name]}
                </a>
              ))}
              <a href="/api/v1/" aria-current={room === 'api' ? 'page' : undefined}>
                API
              </a>
            </nav>
          </div>
        </header>
        <PastState />
        <main id="content" tabindex={-1}>
          <div class="frame">
            {breadcrumb.length > 0 && (
              <nav class="breadcrumb" aria-label={text.frame.breadcrumb}>
                <ol>
                  {breadcrumb.map((step) => (
                    <li>
                      <a href={href(site, step.path)}>{step.text}</a>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            {children}
          </div>
        </main>
        <Foot />
      </body>
    </html>
  )
}

function Languages() {
  const site = useSite()
  return (
    <nav class="languages" aria-label={site.text.frame.language}>
      {languages
        .filter((other) => other !== site.language)
        .map((other) => (
          <a href={inLanguage(site, other)} lang={other} hreflang={other} rel="alternate">
            {other === 'en' ? 'English' : 'Español'}
          </a>
        ))}
    </nav>
  )
}

/** A reader who follows an old permalink must not take it for the present. */
function PastState() {
  const site = useSite()
  if (site.asOf === null) return null
  const present = new URL(site.address, 'http://rastro')
  present.searchParams.delete('as_of')
  return (
    <aside class="asof" aria-label={site.text.frame.past}>
      <p class="frame">
        {site.head?.changeset === 0 ? site.text.frame.pastEmpty : site.text.frame.pastState(site.head?.changeset ?? site.asOf)}{' '}
        <a href={`/${site.language}${present.pathname}${present.search}`}>{site.text.frame.toPresent}</a>
      </p>
    </aside>
  )
}

function Foot() {
  const site = useSite()
  const { text, format, head } = site
  return (
    <footer class="foot">
      <div class="frame">
        <p>{text.frame.about}</p>
        <p>
          <a href={href(site, '/wording')}>{text.frame.wording}</a> · <a href={href(site, '/method')}>{text.rooms.method}</a> ·{' '}
          <a href={href(site, '/coverage')}>{text.rooms.coverage}</a> ·{' '}
          <a href={href(site, '/incidents')}>{text.incident.title}</a> ·{' '}
          <a href={href(site, '/changes')}>{text.whatChanged.title}</a>
          {/* What waits for a person is of the present. */}
          {site.asOf === null && (
            <>
              {' '}
              · <a href={href(site, '/queue')}>{text.queue.title}</a> ·{' '}
              <a href={href(site, '/screening')}>{text.screening.title}</a> ·{' '}
              <a href={href(site, '/enter')}>{text.entry.title}</a>
            </>
          )}
        </p>
        {head && (
          <p>
            {head.changeset === 0 ? (
              text.frame.stateEmpty
            ) : (
              <>
                {text.frame.state(head.changeset, format.time(head.at))} <span class="digest">{stateInAddress(head)}</span>
              </>
            )}
          </p>
        )}
      </div>
    </footer>
  )
}
