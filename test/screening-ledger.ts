/** A small ledger to screen lists against: two battalions and who commanded them, a list with people on it. All of them are invented. */
import { commitChangeset } from '../src/ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../src/ledger/changesets/entity-facts.js'
import { sourceRow } from '../src/ledger/changesets/facts.js'
import { replaceSource } from '../src/ledger/changesets/replace-source.js'
import type { Ledger } from '../src/ledger/database/open.js'
import { resolveNames } from '../src/resolve/resolve.js'
import { about, designation, source, statement, training } from './ledger-facts.js'
import { writeServing } from './serving-ledger.js'

const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }

/** Trainings of the battalions under their printed names, then what sources say of units and people. */
export async function writeScreening(ledger: Ledger): Promise<void> {
  await writeServing(
    ledger,
    ['Zarzuela Rapid Battalion', '12th Infantry Battalion'].map((recipientUnit, index) =>
      training({ id: `t${index}`, countryCode: 'GTM', country: 'Guatemala', recipientUnit, quantity: 2, deliveryUnit: null }),
    ),
  )
  await resolveNames(ledger, { actor: 'a tester' }, { now: () => new Date('2026-02-01T00:00:00Z') })
  await writeSaid(ledger, 'aa', [], 'units.csv')
}

const dated = (first: string, last: string) => ({
  firstCitedPrinted: first,
  firstCited: `[${first},${dayAfter(first)})`,
  starts: true,
  lastCitedPrinted: last,
  lastCited: `[${last},${dayAfter(last)})`,
  ends: true,
})

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** What the sheet says of the units and the list of the people; `also` are listed besides. A new digest is a new source. */
export async function writeSaid(ledger: Ledger, digit: string, also: readonly string[], fileName: string): Promise<void> {
  const list = source({ sha256: digit.repeat(32), kind: 'list', report: null, fileName, title: 'Blocked persons' })
  const says = (
    entity: string,
    property: Parameters<typeof statement>[0] extends infer One
      ? NonNullable<One extends { property?: infer P } ? P : never>
      : never,
    value: string | null,
    more = {},
  ) => statement({ id: `${digit} ${entity} ${property} ${value}`, entity, property, value, ...more })
  const statements =
    also.length > 0
      ? []
      : [
          says('rapid', 'name', 'Batallón Rápido Zarzuela'),
          says('rapid', 'alias', 'Zarzuela Rapid Battalion'),
          says('rapid', 'country', 'GTM'),
          says('twelfth', 'name', '12 Batallón de Infantería'),
          says('twelfth', 'country', 'GTM'),
          says('brigade', 'name', 'Brigada Marimba'),
          says('brigade', 'country', 'GTM'),
          says('twelfth', 'parent', null, { object: 'brigade', ...dated('2010-01-01', '2015-12-31') }),
          says('quesnel', 'name', 'QUESNEL ARBOLEDA, Fermín Anselmo'),
          says('quesnel', 'alias', 'El Tucán de Zarzuela'),
          says('quesnel', 'birth', '14 Feb 1971'),
          says('quesnel', 'country', 'GTM'),
          says('quesnel', 'identifier', 'G-4471902 (Guatemala)', { details: { scheme: 'Passport' } }),
          says('quesnel', 'note', 'POB Xelajú, Guatemala'),
          says('quesnel', 'posting', null, {
            object: 'twelfth',
            details: { role: 'Comandante', rank: 'Coronel' },
            ...dated('2011-01-01', '2012-12-31'),
          }),
          says('ostrander', 'name', 'OSTRANDER, Wilhelmina'),
          says('ostrander', 'country', 'GTM'),
          says('ostrander', 'posting', null, {
            object: 'twelfth',
            details: { role: 'Comandante', rank: 'Mayor' },
            ...dated('2013-01-01', '2014-12-31'),
          }),
        ]
  const listed = also.length > 0 ? also : ['rapid', 'quesnel']
  await commitChangeset(ledger, about({ reason: fileName }), (change) =>
    replaceSource(change, {
      source: sourceRow(list, collection),
      statement: statements.map((one, position) => statementRow(one, list.id, position)),
      designation: listed.map((entity, position) =>
        designationRow(
          designation({
            id: `${digit} ${entity} listed`,
            entity,
            list: fileName,
            listedPrinted: '2019-05-01',
            listed: '[2019-05-01,2019-05-02)',
            seenOn: '2026-01-01',
          }),
          list.id,
          position,
        ),
      ),
      entities:
        also.length > 0
          ? []
          : [
              entityRow('rapid', 'unit'),
              entityRow('twelfth', 'unit'),
              entityRow('brigade', 'unit'),
              entityRow('quesnel', 'person'),
              entityRow('ostrander', 'person'),
            ],
    }),
  )
}
