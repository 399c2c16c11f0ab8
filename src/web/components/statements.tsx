/** What sources say of one property, as a table: the value, the dates that it is cited for, and where it stands. */

import { readRangeText, shortDate } from '../../ledger/dates.js'
import type { EntityKind } from '../../ledger/entities.js'
import { groupBy } from '../../ledger/group-by.js'
import type { CitedPublication, SaidOf } from '../../ledger/read/entity.js'
import type { NamedEntity } from '../../ledger/read/relations.js'
import { href, type Site, useSite } from '../site.js'
import { Flags } from './flag.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export type Others = ReadonlyMap<string, NamedEntity>
export type Publications = ReadonlyMap<string, CitedPublication>

/** Where the pages of what is no unit stand. */
export const roomOfKind: Readonly<Partial<Record<EntityKind, string>>> = {
  person: 'people',
  incident: 'incidents',
  article: 'articles',
}

/** The page of an entity. */
export const entityPath = (entity: Pick<NamedEntity, 'id' | 'kind'>): string =>
  `/${roomOfKind[entity.kind] ?? 'units'}/${entity.id}`

export function EntityLink({ id, others }: { id: string; others: Others }) {
  const site = useSite()
  const entity = others.get(id)
  if (!entity) return <span class="digest">{id}</span>
  return (
    <a href={href(site, entityPath(entity))} class="printed" translate="no">
      {entity.name ?? entity.id}
    </a>
  )
}

export interface StatementTableProps {
  caption: string
  statements: readonly SaidOf[]
  /** Which other entity of a statement is shown in the first column, where it is about two. */
  other?: 'object' | 'entity'
  /** Details of the value shown under it, by name. */
  details?: readonly string[]
  /** The heading of the first column. */
  heading: string
  others: Others
}

export function StatementTable({ caption, statements, other, details = [], heading, others }: StatementTableProps) {
  const { text } = useSite()
  const words = text.entity
  return (
    <TableFrame label={caption}>
      <table class="records">
        <caption class="visually-hidden">{caption}</caption>
        <TableHead columns={[{ words: heading }, { words: words.dates }, { words: words.where }]} />
        <tbody>
          {alike(statements, other).map((same) => {
            const statement = same[0]!
            const about = other === 'object' ? statement.object : other === 'entity' ? statement.entity : null
            return (
              <tr>
                <th scope="row" class="wide">
                  {about !== null ? <EntityLink id={about} others={others} /> : <Printed text={statement.value} />}
                  {statement.property === 'lineage' && about !== null && statement.value !== null && (
                    <span class="line small">
                      <Printed text={statement.value} />
                    </span>
                  )}
                  {details.map((name) => {
                    const value = statement.details[name]
                    if (value === undefined || value === null || value === '') return null
                    const known = words.detailWords[String(value)]
                    return (
                      <span class="line small quiet" translate={known === undefined ? 'no' : undefined}>
                        {known ?? String(value)}
                      </span>
                    )
                  })}
                  <Stance statement={statement} />
                  {statement.stance === 'asserts' && statement.speaker !== null && (
                    <span class="line small quiet">{words.saidBy(statement.speaker)}</span>
                  )}
                  {statement.flags.length > 0 && <Flags flags={statement.flags} />}
                </th>
                <td class="wide" data-label={words.dates}>
                  <Dates statement={statement} />
                </td>
                <td class="wide" data-label={words.where}>
                  <Where statement={statement} />
                  {same.length > 1 && (
                    <details class="small">
                      <summary>{words.moreCells(same.length - 1)}</summary>
                      {same.slice(1).map((one) => (
                        <span class="line">
                          <Where statement={one} />
                        </span>
                      ))}
                    </details>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Cells that say just the same stand in one row: a spreadsheet of postings repeats its unit's name in every row. */
function alike(statements: readonly SaidOf[], other: StatementTableProps['other']): SaidOf[][] {
  const saying = (statement: SaidOf): string => {
    const { value, details, stance, speaker, status, firstCited, lastCited, starts, ends, openEnded, flags } = statement
    const about = other === undefined ? value : statement.property === 'lineage' ? [statement[other], value] : statement[other]
    return JSON.stringify([about, details, stance, speaker, status, firstCited, lastCited, starts, ends, openEnded, flags])
  }
  return [...groupBy(statements, saying).values()]
}

function Stance({ statement }: { statement: SaidOf }) {
  const { text } = useSite()
  const words = text.entity
  const stance = statement.stance === 'asserts' ? '' : statement.stance === 'denies' ? words.denied : words.questioned
  return (
    <>
      {stance && (
        <>
          {' '}
          <span class="badge doubt">
            {stance}
            {statement.speaker && `: ${statement.speaker}`}
          </span>
        </>
      )}
      {statement.status !== 'accepted' && (
        <>
          {' '}
          <span class="badge doubt">{words.status[statement.status]}</span>
        </>
      )}
    </>
  )
}

type Dated = Pick<SaidOf, 'firstCitedPrinted' | 'firstCited' | 'starts' | 'lastCitedPrinted' | 'lastCited' | 'ends' | 'openEnded'>

/** A citation as read ("2014-02", or "2014-02-03 – 2014-02-09"); as printed where it could not be read. */
function cited(range: string | null, printed: string | null): string | null {
  if (range === null) return printed
  const { from, to } = readRangeText(range)
  return shortDate(range) ?? `${from} – ${to}`
}

/** "First cited 2014-02 (a start); last cited 2016": never more than the source says. */
function datesInWords(text: Site['text'], dated: Dated): string {
  const words = text.entity
  const parts: string[] = []
  const first = cited(dated.firstCited, dated.firstCitedPrinted)
  const last = cited(dated.lastCited, dated.lastCitedPrinted)
  if (first) parts.push(`${words.first} ${first}${dated.starts ? ` (${words.start})` : ''}`)
  const known = dated.ends || dated.openEnded === 'E' ? words.end : dated.openEnded === 'Y' ? words.goesOn : ''
  if (last) parts.push(`${words.last} ${last}${known ? ` (${known})` : ''}`)
  else if (first && dated.openEnded === 'Y') parts.push(words.goesOn)
  return parts.join('; ')
}

export function Dates({ statement }: { statement: Dated }) {
  const { text } = useSite()
  const words = datesInWords(text, statement)
  const printed = [statement.firstCitedPrinted, statement.lastCitedPrinted].filter(Boolean).join(' – ')
  return words ? <span title={printed}>{words}</span> : <span class="none">{text.entity.noDates}</span>
}

/** The file and row, how the source grades it, and the publications that it cites, which the foot of the page lists. */
export function Where({ statement }: { statement: SaidOf }) {
  const site = useSite()
  const words = site.text.entity
  const place = statement.places[0]
  const cited = [...new Set(statement.citations)]
  return (
    <span class="small">
      <a href={href(site, `/sources/${statement.source}`)}>{statement.sourceFile}</a>
      {place?.row && `, ${words.rowOf(place.row, place.column ?? null)}`}
      {place?.start !== undefined && `, ${words.rangeOf(place.pageLabel, place.start, place.end ?? place.start)}`}
      {statement.confidence && <span class="quiet"> · {words.graded(statement.confidence)}</span>}
      {cited.length > 0 && (
        <>
          {' · '}
          {cited.slice(0, 3).map((id, index) => (
            <>
              {index > 0 && ', '}
              <a href={`#publication-${id}`} title={words.cites(1)}>
                {id.slice(0, 8)}
              </a>
            </>
          ))}
          {cited.length > 3 && ` (${words.cites(cited.length)})`}
        </>
      )}
    </span>
  )
}

/** The publications that the page's statements cite, each once. */
export function PublicationList({ ids, publications }: { ids: readonly string[]; publications: Publications }) {
  const { text } = useSite()
  return (
    <ul class="plain small">
      {ids.map((id) => {
        const publication = publications.get(id)
        return (
          <li id={`publication-${id}`}>
            <span class="digest">{id.slice(0, 8)}</span>{' '}
            {publication ? <Publication publication={publication} /> : <span class="none">{text.entity.undescribed}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Author, title, publisher, date and page as the source gives them, and the addresses. */
export function Publication({ publication }: { publication: CitedPublication }) {
  return (
    <span translate="no">
      {[publication.author, publication.title, publication.publisher, publication.publishedPrinted, publication.locator]
        .filter(Boolean)
        .join('. ')}
      {safeAddress(publication.url) && (
        <>
          {'. '}
          <a href={publication.url!} rel="noreferrer nofollow">
            {publication.url}
          </a>
        </>
      )}
      {safeAddress(publication.archivedUrl) && (
        <>
          {' · '}
          <a href={publication.archivedUrl!} rel="noreferrer nofollow">
            {publication.archivedUrl}
          </a>
        </>
      )}
    </span>
  )
}

/** A spreadsheet's cell is not trusted to be an address that a reader should follow. */
const safeAddress = (url: string | null): boolean => url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
