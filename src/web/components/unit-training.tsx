/** The training that rows print under the names of a unit, the names themselves, and what may or may not include it. */

import type { Unattributed } from '../../ledger/read/unattributed.js'
import type { UnitDetail } from '../../ledger/read/units.js'
import type { UnitTrainings } from '../../ledger/read/views.js'
import type { Covered } from '../coverage.js'
import { reasonIn, writerIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'
import { Sum } from './figures.js'
import { searchHref } from './filters.js'
import { Listing } from './listing.js'
import { NameYears } from './name-years.js'
import { ProgramTable } from './program-table.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'
import { UnitList } from './unit-list.js'
import { YearTable, yearGaps } from './year-table.js'

/** A country has a ministry and its services, spelled in forty ways: the largest say what a reader asks. */
const mostBodies = 8

export interface UnitTrainingProps {
  id: string
  name: string
  trainings: Covered<UnitTrainings>
  /** For the present; null in a past state, where only sums are known. */
  detail: UnitDetail | null
  unattributed: Unattributed | null
}

export function UnitTraining({ id, name, trainings, detail, unattributed }: UnitTrainingProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.entity
  const query = { entity: id }
  const { sum, years, programs, firstPage } = trainings
  const present = new Set(years.filter((year) => year.rows > 0).map((year) => year.fiscalYear))
  const gaps = yearGaps(trainings.coverage, present, { ofCountry: true, column: 'recipient_unit' })
  const isClass = detail?.unit.kind === 'class of units'
  return (
    <>
      <h2>{isClass ? words.bareRows : words.training}</h2>
      {sum.rows === 0 ? (
        <p class="notice">{words.trainingNone}</p>
      ) : (
        <>
          <Sum of={sum} coverage={trainings.coverage} query={query} ofName />
          <NameYears years={years} gaps={gaps} title={words.training} />
          <details class="data">
            <summary>{text.figures.table(words.training)}</summary>
            <YearTable years={years} gaps={gaps} query={query} caption={text.figures.yearTable} />
          </details>
          {programs.length > 0 && <ProgramTable programs={programs} caption={text.country.programsCaption(name)} query={query} />}
          <h3>{text.search.rowsFound(firstPage.total, format.number(firstPage.total))}</h3>
          <Listing rows={firstPage.rows} caption={text.name.rowsCaption} />
          {firstPage.next !== null && (
            <p class="pager">
              <a href={searchHref(site, query)}>{text.name.allRows(format.number(firstPage.total))}</a>
            </p>
          )}
        </>
      )}
      {detail && <Names detail={detail} />}
      {detail && detail.members.length > 0 && (
        <>
          <h2>{words.members}</h2>
          <p>{words.membersNote}</p>
          <UnitList units={detail.members} caption={words.members} />
        </>
      )}
      {unattributed && !isClass && (
        <>
          <h2>{words.unattributed}</h2>
          <p>
            {(unattributed.above ? words.unattributedAbove : words.unattributedCountry)(
              format.number(unattributed.rows),
              format.share(unattributed.quantity, unattributed.ofCountry),
            )}
          </p>
          <UnitList units={unattributed.bodies.slice(0, mostBodies)} caption={words.unattributedName} />
          {unattributed.bodies.length > mostBodies && (
            <details>
              <summary>{words.moreBodies(unattributed.bodies.length - mostBodies)}</summary>
              <UnitList units={unattributed.bodies.slice(mostBodies)} caption={words.unattributedName} />
            </details>
          )}
        </>
      )}
    </>
  )
}

function Names({ detail }: { detail: UnitDetail }) {
  const site = useSite()
  const { text, format } = site
  const words = text.entity
  return (
    <>
      <h2>{words.names}</h2>
      {site.asOf === null && (
        <p>
          <a href={href(site, `/queue/unit/${detail.unit.id}`)}>{text.unitJudging.link}</a>
        </p>
      )}
      {detail.names.length === 0 ? (
        <p class="none">{words.noNames}</p>
      ) : (
        <TableFrame label={words.namesCaption}>
          <table class="names records">
            <caption class="visually-hidden">{words.namesCaption}</caption>
            <TableHead
              columns={[
                { words: text.fields.printedName },
                { figures: text.fields.rows },
                { figures: text.fields.sessions },
                { words: words.why },
              ]}
            />
            <tbody>
              {detail.names.map((name) => (
                <tr>
                  <th scope="row" class="wide">
                    <a href={href(site, `/names/${name.id}`)}>
                      <Printed text={name.text} />
                    </a>
                  </th>
                  <td class="number" data-label={text.fields.rows}>
                    {format.number(name.rows)}
                  </td>
                  <td class="number" data-label={text.fields.sessions}>
                    {format.number(name.quantity)}
                  </td>
                  <td class="small wide">
                    {name.basis === 'rule' ? (
                      <span class="badge doubt">{words.proposed}</span>
                    ) : (
                      <span class="badge">{words.confirmed(writerIn(site.language, name.reviewer ?? ''))}</span>
                    )}{' '}
                    <span class="quiet">
                      {name.reasons.map((reason) => reasonIn(site.language, reason)).join('; ')}
                      {name.note && <span translate="no">{` – ${name.note}`}</span>}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  )
}
