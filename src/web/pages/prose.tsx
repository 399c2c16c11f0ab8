/** Pages that are text: how the ledger is made, and why it is worded as it is. The text is in the catalogue. */
import { Page, type Room } from '../components/page.js'
import { href, useSite } from '../site.js'

export interface Prose {
  heading: string
  lede: string
  sections: { heading: string; paragraphs: string[]; points?: string[] }[]
}

export function ProsePage({ prose, room }: { prose: Prose; room?: Room }) {
  return (
    <Page title={prose.heading} room={room}>
      <article class="prose">
        <h1>{prose.heading}</h1>
        <p class="lede">{prose.lede}</p>
        {prose.sections.map((section) => (
          <section>
            <h2>{section.heading}</h2>
            {section.paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {section.points && (
              <ul>
                {section.points.map((point) => (
                  <li>{point}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </article>
    </Page>
  )
}

export function MethodPage() {
  const site = useSite()
  return <ProsePage prose={site.text.method} room="method" />
}

export function WordingPage() {
  const site = useSite()
  return <ProsePage prose={site.text.wording} />
}

export interface ErrorPageProps {
  status: 400 | 404 | 410 | 500 | 503
  /** Of a UserError: in English, as the API gives them. */
  code?: string
  message?: string
  remedy?: string
}

export function ErrorPage({ status, code, message, remedy }: ErrorPageProps) {
  const site = useSite()
  const { text } = site
  const words = code === 'WITHDRAWN' ? text.errors.withdrawn : text.errors[status]
  return (
    <Page title={words.heading} unlisted>
      <p class="kicker">{status}</p>
      <h1>{words.heading}</h1>
      <p class="lede">{words.explanation}</p>
      {message && (
        <div class="notice bad" lang="en">
          <p>{message}</p>
          {remedy && <p>{remedy}</p>}
          {code && <p class="digest">{code}</p>}
        </div>
      )}
      <p>
        <a href={href({ language: site.language, asOf: null }, '/')}>{text.errors.home}</a>
      </p>
    </Page>
  )
}
