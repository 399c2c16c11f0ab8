/** Pages that are text: how the ledger is made, and why it is worded as it is. The text is in the catalogue. */
import { Page, type Room } from '../components/page.js'
import type { Prose } from '../messages/prose.js'
import { href, useSite } from '../site.js'

function ProsePage({ prose, room }: { prose: Prose; room?: Room }) {
  const site = useSite()
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
            {section.link && (
              <p>
                <a href={href(site, section.link.path, section.link.query)}>{section.link.text}</a>
              </p>
            )}
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
