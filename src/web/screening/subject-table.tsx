/** Subjects of a list, each with its closest match, what is said of that one, and what was decided; where cells are bad, which and why. */

import type { Decision, Hit, ListSummary, SubjectView } from '../../screening/model.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { writerIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'
import type { Show } from './list-page.js'
import { CellFlags, DecisionWords } from './parts.js'
import { byRow, matterInWords, percentOf, subjectName } from './words.js'

export interface SubjectTableProps {
  list: Pick<ListSummary, 'id'>
  show: Show
  rows: readonly SubjectView[]
  pending: ReadonlyMap<number, Decision>
  /** With a box to choose each for a decision on many. */
  choosable?: boolean
}

export function SubjectTable({ list, show, rows, pending, choosable = false }: SubjectTableProps) {
  const site = useSite()
  const words = site.text.screening
  const bad = show === 'flagged'
  return (
    <TableFrame label={words.shows[show]}>
      <table class="records screening-subjects">
        <caption class="visually-hidden">{words.shows[show]}</caption>
        <TableHead
          columns={[
            { words: words.subject },
            { words: words.row },
            { words: bad ? words.flagsHeading : words.best },
            { words: words.decision },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <SubjectRow
              list={list}
              show={show}
              row={row}
              waits={pending.get(row.subject.position) ?? null}
              choosable={choosable}
              bad={bad}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function SubjectRow(
  props: Required<Omit<SubjectTableProps, 'rows' | 'pending'>> & { row: SubjectView; waits: Decision | null; bad: boolean },
) {
  const { list, show, row, waits, choosable, bad } = props
  const site = useSite()
  const words = site.text.screening
  const { subject, hits, decision, matched } = row
  const name = subjectName(site, subject)
  const details = [
    subject.rank,
    subject.post,
    subject.name === '' ? null : subject.unit,
    subject.countryPrinted,
    subject.birth?.printed,
  ]
  const [best] = hits
  const judged = decision ?? hits.find((hit) => hit.decision !== null)?.decision ?? waits
  return (
    <tr>
      <th scope="row" class="wide">
        {choosable && <input type="checkbox" name="position" value={String(subject.position)} aria-label={words.select(name)} />}{' '}
        <a href={href(site, `/screening/${list.id}/subjects/${subject.position}`, { show })} translate="no">
          {name}
        </a>
        <span class="line small quiet" translate="no">
          {details.filter(Boolean).join(', ')}
        </span>
      </th>
      <td data-label={words.row}>{subject.sheet === null ? subject.row : `${subject.sheet}, ${subject.row}`}</td>
      <td data-label={bad ? words.flagsHeading : words.best}>
        {bad ? (
          <CellFlags flags={subject.flags} />
        ) : best ? (
          <Best
            hit={best}
            further={hits.filter((hit) => hit !== best && hit.look).length}
            all={matched > hits.length ? matched : null}
          />
        ) : (
          <span class="none">{row.compared ? words.noMatch : words.notCompared}</span>
        )}
      </td>
      <td data-label={words.decision}>
        {judged === null ? <span class="none">{words.undecided}</span> : <Decided decision={judged} />}
        {waits !== null && judged !== waits && (
          <div>
            <Decided decision={waits} />
          </div>
        )}
      </td>
    </tr>
  )
}

function Decided({ decision }: { decision: Decision }) {
  const { format, language } = useSite()
  return (
    <>
      <DecisionWords decision={decision} />
      <span class="line small quiet">
        <span translate="no">{writerIn(language, decision.reviewer)}</span>, {format.date(decision.at.slice(0, 10))}
      </span>
    </>
  )
}

/** `all`: how many match, where more do than are kept. */
function Best({ hit, further, all }: { hit: Hit; further: number; all: number | null }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const { matters } = hit.exposure
  const said = byRow(matters.shown)
  const more = matters.of - matters.shown.length + said.length - 1
  return (
    <>
      <span translate="no">{hit.entity.name}</span> <span class="badge">{words.score(percentOf(site, hit.score))}</span>{' '}
      {hit.news === 'new' && <span class="badge new">{words.newHit}</span>}
      {hit.news === 'changed' && <span class="badge new">{words.changedHit}</span>}
      {hit.role !== 'subject' && <span class="badge">{words.roles[hit.role]}</span>}
      {hit.role === 'unit of the person' && !hit.look && (
        <span class="line small">
          {words.noHits} {words.unitFound}
        </span>
      )}
      {said[0] && <span class="line small">{matterInWords(site, said[0])}</span>}
      {more > 0 && <span class="line small quiet">{words.moreSaid(format.number(more))}</span>}
      {all !== null && <span class="line small quiet">{words.inAll(format.number(all))}</span>}
      {all === null && further > 0 && <span class="line small quiet">{words.further(further, format.number(further))}</span>}
    </>
  )
}
