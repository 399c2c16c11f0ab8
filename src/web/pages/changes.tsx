/** What changed in the ledger, changeset by changeset, newest first; and one changeset with the ids that it ended. */

import { stateInAddress } from '../../ledger/read/as-of.js'
import type { AnswerOf, ChangeDetail, ChangesOf, Counts } from '../../ledger/read/changes.js'
import { mostListed } from '../../ledger/read/changes.js'
import { Page } from '../components/page.js'
import { Onward } from '../components/pager.js'
import { roomOfKind } from '../components/statements.js'
import { Printed, TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { changeReasonIn, writerIn } from '../messages/reasons.js'
import { href, permalink, type Site, useSite } from '../site.js'

export interface ChangesPageProps {
  changes: readonly ChangesOf[]
  total: number
  /** `before` of the next page; null at the end. */
  next: number | null
  /** Whether it is the newest page. */
  first: boolean
}

export function ChangesPage({ changes, total, next, first }: ChangesPageProps) {
  const site = useSite()
  const { text, format, head } = site
  const words = text.whatChanged
  return (
    <Page title={words.title} description={words.lede}>
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      <p class="small">{words.meanings}</p>
      {head && (
        <p class="small">
          {words.taken}{' '}
          <a href={`/api/v1/changes?since=${stateInAddress(head)}`}>
            <code>/api/v1/changes?since={stateInAddress(head)}</code>
          </a>{' '}
          (<a href={`/api/v1/changes.csv?since=${stateInAddress(head)}`}>CSV</a>). {words.feeds}:{' '}
          <a href="/changes.atom" type="application/atom+xml">
            Atom
          </a>
          , <a href="/changes.json">JSON</a>.
        </p>
      )}
      {changes.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          <TableFrame label={words.title}>
            <table class="records">
              <caption>{words.count(format.number(total))}</caption>
              <TableHead columns={[{ words: words.when }, { words: words.what }, { words: words.changed }]} />
              <tbody>
                {changes.map((change) => (
                  <tr>
                    <th scope="row" class="wide">
                      <a href={href(site, `/changes/${change.id}`)}>{words.ofChangeset(format.number(change.id))}</a>
                      <span class="line quiet small">{format.time(change.at)}</span>
                    </th>
                    <td class="wide">
                      <Printed text={changeReasonIn(site.language, change.reason)} />
                      {change.undoes !== null && <span class="line small">{words.undoes(format.number(change.undoes))}</span>}
                    </td>
                    <td class="small wide">
                      <Summary change={change} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <Onward
            first={first ? null : { address: href(site, '/changes'), words: words.newest }}
            next={next === null ? null : { address: href(site, '/changes', { before: String(next) }), words: words.older }}
          />
        </>
      )}
    </Page>
  )
}

function Summary({ change }: { change: ChangesOf }) {
  const { text, format } = useSite()
  const words = text.whatChanged
  const counts = Object.entries(change.counts) as [string, Counts][]
  const { ids, versions } = change.expunged
  return (
    <>
      {counts.map(([kind, of]) => (
        <span class="line">
          {words.kinds[kind] ?? kind}:{' '}
          {(['added', 'corrected', 'withdrawn'] as const)
            .filter((what) => of[what] > 0)
            .map((what) => words.done[what](of[what], format.number(of[what])))
            .join(', ')}
        </span>
      ))}
      {change.answers > 0 && <span class="line">{words.answers(change.answers, format.number(change.answers))}</span>}
      {ids.length > 0 && <span class="line">{words.expunged(ids.length, format.number(ids.length))}</span>}
      {versions > 0 && <span class="line">{words.otherVersions(versions, format.number(versions))}</span>}
      {counts.length + ids.length + versions === 0 && <span class="none">{words.nothingPublic}</span>}
    </>
  )
}

export function ChangePage({ change }: { change: ChangeDetail }) {
  const site = useSite()
  const { text, format } = site
  const words = text.whatChanged
  const title = words.ofChangeset(format.number(change.id))
  const { ids, versions } = change.expunged
  return (
    <Page title={title} breadcrumb={[{ text: words.title, path: '/changes' }]}>
      <h1>{title}</h1>
      <p>
        <Printed text={changeReasonIn(site.language, change.reason)} />
      </p>
      {change.undoes !== null && (
        <p>
          <a href={href(site, `/changes/${change.undoes}`)}>{words.undoes(format.number(change.undoes))}</a>
        </p>
      )}
      {change.undoneBy !== null && (
        <p>
          <a href={href(site, `/changes/${change.undoneBy}`)}>{words.undoneBy(format.number(change.undoneBy))}</a>
        </p>
      )}
      <dl class="facts">
        <dt>{words.when}</dt>
        <dd>{format.time(change.at)}</dd>
        <dt>{words.by}</dt>
        <dd translate="no">{writerIn(site.language, change.actor)}</dd>
        <dt>{words.tool}</dt>
        <dd translate="no">{change.tool}</dd>
        <dt>{words.state}</dt>
        <dd class="digest">{(change.content ?? change.digest).slice(0, 16)}</dd>
      </dl>
      <h2>{words.changed}</h2>
      <p class="small">{words.meanings}</p>
      {(Object.keys(change.counts).length > 0 || ids.length + versions === 0) && <CountsTable counts={change.counts} />}
      {change.answers > 0 && (
        <>
          <h2>{words.answersGiven}</h2>
          <ul>
            {change.answersGiven.map((answer) => (
              <li>
                {words.stances[answer.stance]} –{' '}
                <a href={href(site, roomOf(answer))}>
                  <Printed text={answeredIn(site, answer)} />
                </a>
              </li>
            ))}
          </ul>
          {change.answers > mostListed && <p class="quiet small">{words.more}</p>}
        </>
      )}
      {change.withdrawn.length > 0 && (
        <>
          <h2>{words.withdrawnIds}</h2>
          <TableFrame label={words.withdrawnIds}>
            <table>
              <caption class="visually-hidden">{words.withdrawnIds}</caption>
              <TableHead columns={[{ words: words.record }, { words: words.kind }, { words: words.successor }]} />
              <tbody>
                {change.withdrawn.map(({ id, kind, successor }) => (
                  <tr>
                    <th scope="row" class="digest">
                      {id}
                    </th>
                    <td>{words.kinds[kind]}</td>
                    <td class="digest">
                      {successor === null ? (
                        <span class="none">{words.noSuccessor}</span>
                      ) : (
                        <a href={href(site, `/${kind === 'training' ? 'trainings' : 'totals'}/${successor}`)}>{successor}</a>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          {change.withdrawn.length === mostListed && <p class="quiet small">{words.more}</p>}
        </>
      )}
      {ids.length + versions > 0 && (
        <>
          <h2>{words.expungedIds}</h2>
          <p>{words.expungedNote}</p>
          {ids.length > 0 && (
            <ul>
              {ids.slice(0, mostListed).map(({ id, kind }) => (
                <li>
                  <span class="digest">{id}</span> ({words.kinds[kind] ?? kind})
                </li>
              ))}
            </ul>
          )}
          {versions > 0 && <p class="small">{words.otherVersions(versions, format.number(versions))}</p>}
        </>
      )}
      <p class="small">
        <a href={permalink(site, `/id/changes/${change.id}`)}>{text.whatChanged.address}</a> ·{' '}
        <a href={`/changes/${change.id}.json`}>JSON</a>
      </p>
    </Page>
  )
}

function CountsTable({ counts }: { counts: ChangesOf['counts'] }) {
  const { text, format } = useSite()
  const words = text.whatChanged
  const rows = Object.entries(counts) as [string, Counts][]
  if (rows.length === 0) return <p class="none">{words.nothingPublic}</p>
  return (
    <TableFrame label={words.changed}>
      <table>
        <caption class="visually-hidden">{words.changed}</caption>
        <TableHead
          columns={[{ words: words.kind }, { figures: words.added }, { figures: words.corrected }, { figures: words.withdrawn }]}
        />
        <tbody>
          {rows.map(([kind, { added, corrected, withdrawn }]) => (
            <tr>
              <th scope="row">{words.kinds[kind] ?? kind}</th>
              <td class="number">{format.number(added)}</td>
              <td class="number">{format.number(corrected)}</td>
              <td class="number">{format.number(withdrawn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Never as a fact: what an incident is said to have been stands with who says so on its page alone. */
function answeredIn({ text }: Site, { about, entity, entityKind }: AnswerOf): string {
  if (about === null) return entity.slice(0, 8)
  const clipped = about.length > 120 ? `${about.slice(0, 119).trimEnd()}…` : about
  return entityKind === 'incident' ? text.incident.allegedThat(clipped) : clipped
}

const roomOf = ({ entity, entityKind }: AnswerOf): string => `/${roomOfKind[entityKind] ?? 'units'}/${entity}`
