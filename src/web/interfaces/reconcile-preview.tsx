/** What OpenRefine shows beside a candidate: a small document without script, in the reader's language. */

import type { KnownEntity } from '../../ledger/read/known-entities.js'
import type { StandingOf } from '../../ledger/read/standing.js'
import { countryInWords } from '../countries.js'
import type { Format, Language } from '../messages/format.js'
import type { Messages } from '../messages/messages.js'

export interface ReconcilePreviewProps {
  entity: KnownEntity
  standing: StandingOf
  language: Language
  text: Messages
  format: Format
  /** Its page, whole: the document stands in a frame of another site. */
  page: string
  stylesheet: string
}

const mostNames = 4

export function ReconcilePreview({ entity, standing, language, text, format, page, stylesheet }: ReconcilePreviewProps) {
  const words = text.interfaces.preview
  const others = entity.names.filter((name) => name !== entity.name)
  const countries = entity.countries.map((code) => countryInWords(code, language))
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{entity.name}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="preview">
        <main>
          <p class="quiet small">{[text.entity.kinds[entity.kind], countries.join(', ')].filter(Boolean).join(' · ')}</p>
          <h1 class="preview-name">
            <a href={page} target="_blank" rel="noopener" translate="no">
              {entity.name}
            </a>
          </h1>
          {others.length > 0 && (
            <p class="small" translate="no">
              {others.slice(0, mostNames).join(' · ')}
              {others.length > mostNames && ' …'}
            </p>
          )}
          {standing.rows > 0 && (
            <p class="small">
              {words.rows(
                standing.rows,
                format.number(standing.rows),
                standing.quantity,
                format.number(standing.quantity),
                standing.firstYear === standing.lastYear,
                standing.firstYear === standing.lastYear ? `${standing.firstYear}` : `${standing.firstYear}–${standing.lastYear}`,
              )}
              {entity.proposed && ` ${words.proposed}`}
            </p>
          )}
          {standing.lists.map(({ authority, list, listed, delisted, seenOn, deniedIn }) => (
            <p class="small">
              <span translate="no">
                {authority}: {list}
              </span>
              {listed !== null ? `, ${text.incident.listed(listed)}` : seenOn !== null && `, ${text.incident.seenOn(seenOn)}`}
              {delisted !== null && `, ${text.incident.delisted(delisted)}`}
              {deniedIn !== null && `, ${text.incident.deniedIn(deniedIn)}`}
            </p>
          ))}
          {standing.allegedIncidents > 0 && (
            <p class="small">{words.alleged(standing.allegedIncidents, format.number(standing.allegedIncidents))}</p>
          )}
        </main>
      </body>
    </html>
  )
}
