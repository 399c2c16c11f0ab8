/** What is said of a person who is not found while the unit that the list names is. */
import { expect, test } from 'vitest'
import { coverage, hit, list, run, subject, view } from '../../../test/screening-views.js'
import { head } from '../../../test/web-views.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { renderPage } from '../render.js'
import type { Site } from '../site.js'
import { SubjectPage } from './subject-page.js'
import { SubjectTable } from './subject-table.js'

const siteIn = (language: Language): Site => ({
  language,
  text: messagesFor(language),
  format: formatFor(language),
  address: '/screening/l1/subjects/1',
  asOf: null,
  head,
  origin: 'http://localhost:4777',
  stylesheet: '/style.css',
})

const unit = hit({
  role: 'unit of the person',
  entity: { id: 'u1', kind: 'unit', name: 'Marimba Brigade', country: 'GTM' },
  score: 1,
  exposure: { matters: { shown: [], of: 0 }, findings: { shown: [], of: 0 }, assistance: null },
  look: false,
})
const alone = view({ subject: subject({ unit: 'Marimba Brigade' }), hits: [unit], matched: 1 })

test.each([
  [
    'en',
    'No match in the ledger for this subject. What may be the person’s unit is in the ledger',
    '1 unit or commander of the',
    'somewhat alike',
  ],
  [
    'es',
    'Sin coincidencia en el registro para este sujeto. La que puede ser la unidad',
    '1 unidad o mando del sujeto',
    'cierto parecido',
  ],
] as const)(
  'a unit found in full beside a person without a match is told as what it is (%s)',
  (language, said, beside, alike) => {
    const page = renderPage(
      siteIn(language),
      <SubjectPage
        who="an officer"
        list={list({ run: run({ coverage: coverage() }) })}
        view={alone}
        decisions={[]}
        show="none"
        next={null}
        token="t"
        told={null}
        typed={null}
      />,
    )
    expect(page).toContain(said)
    expect(page).toContain(beside)
    expect(page).not.toContain(alike)
    const table = renderPage(
      siteIn(language),
      <SubjectTable list={{ id: 'l1' }} show="none" rows={[alone]} pending={new Map()} />,
    )
    expect(table).toContain('Marimba Brigade')
    expect(table).toContain(said)
  },
)
