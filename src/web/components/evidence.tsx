/**
 * Where a row stands in its source: the page's image with the row marked, or, without the original, the page's outline with the
 * words as read, and how to get the original. A web page has no pages: then the rows around it.
 */
import type { Child } from 'hono/jsx'
import type { PlacedRow, PlacedSource } from '../../ledger/read/placed-rows.js'
import { href, useSite } from '../site.js'
import { TableHead } from './table-head.js'

export interface EvidencePage {
  page: number
  label: string | null
  /** Points, as displayed. */
  width: number
  height: number
  /** Address of the image; null where the original is not at hand. */
  image: string | null
  /** Whether something on the image is covered. */
  covered: boolean
  rows: PlacedRow[]
}

export type EvidenceView =
  /** `removed`: the original is never kept again, since something that stands in it was expunged. */
  | { kind: 'pages'; source: PlacedSource; removed: boolean; row: string | null; pages: EvidencePage[] }
  | { kind: 'table'; source: PlacedSource; removed: boolean; row: string; ordinal: number; rows: PlacedRow[] }
  | { kind: 'none'; source: PlacedSource }

export function Evidence({ view }: { view: EvidenceView }) {
  const { text } = useSite()
  if (view.kind === 'none') return <p>{view.source.pages === null ? text.evidence.noPages : text.evidence.choosePage}</p>
  if (view.kind === 'table') {
    return (
      <>
        <p>{text.evidence.noPages}</p>
        <RowsAround rows={view.rows} row={view.row} ordinal={view.ordinal} />
        {view.removed ? <p>{text.evidence.removed}</p> : <HowToGet source={view.source} />}
      </>
    )
  }
  return (
    <>
      {view.pages.map((page) => (
        <PageEvidence page={page} row={view.row} />
      ))}
      {view.removed ? (
        <p>{text.evidence.removed}</p>
      ) : (
        view.pages.some((page) => page.image === null) && <HowToGet source={view.source} />
      )}
    </>
  )
}

function PageEvidence({ page, row }: { page: EvidencePage; row: string | null }) {
  const { text } = useSite()
  const name = text.evidence.page(page.label, page.page)
  if (page.image === null) {
    return (
      <figure>
        <figcaption>{text.evidence.noOriginal}</figcaption>
        <PageOutline page={page} row={row} title={text.evidence.outline(name)} />
      </figure>
    )
  }
  const caption = row ? text.evidence.imageOfRow(name) : text.evidence.imageOfPage(name)
  return (
    <figure>
      <figcaption>
        {caption} {page.covered && text.evidence.withheld}{' '}
        <a class="no-print" href={`${page.image}${page.image.includes('?') ? '&' : '?'}width=2400`}>
          {text.evidence.wholePage}
        </a>
      </figcaption>
      <img
        src={page.image}
        alt={caption}
        width={IMAGE_WIDTH}
        height={Math.round((IMAGE_WIDTH * page.height) / page.width)}
        loading="lazy"
        decoding="async"
      />
    </figure>
  )
}

/** Pixels of the image as it is shown; the larger one is a link. */
export const IMAGE_WIDTH = 1200

/** A drawing, not a picture: the page's edge, a box for every row on it, and in it the words as read. */
export function PageOutline({ page, row, title }: { page: EvidencePage; row: string | null; title: string }) {
  const boxes = page.rows.flatMap((each) =>
    each.places
      .filter((place) => place.page === page.page && place.box !== null)
      .map((place) => ({ row: each, box: place.box! })),
  )
  return (
    <svg
      class="page-outline"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${page.width} ${page.height}`}
      width={page.width}
      height={page.height}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <rect x="0.5" y="0.5" width={page.width - 1} height={page.height - 1} fill="#fff" stroke="#888" />
      {boxes.map(({ row: each, box: [left, top, right, bottom] }) => {
        const own = each.id === row
        // A row of a page that is displayed sideways runs from top to bottom, or the other way.
        const sideways = bottom - top > right - left
        return (
          <svg x={left} y={top} width={Math.max(1, right - left)} height={Math.max(1, bottom - top)}>
            <title>{each.cells.join(' · ')}</title>
            <rect
              x="0.25"
              y="0.25"
              width={Math.max(1, right - left - 0.5)}
              height={Math.max(1, bottom - top - 0.5)}
              fill={own ? '#ffe975' : each.kind === 'total' ? '#f1f1f1' : 'none'}
              stroke={own ? '#bf360c' : '#bbb'}
              stroke-width={own ? 1 : 0.4}
            />
            <text
              x="1.5"
              y={sideways ? -2 : Math.min(bottom - top - 1, 6)}
              transform={sideways ? 'rotate(90)' : undefined}
              font-size="5.5"
              font-family="sans-serif"
              fill="#222"
            >
              {each.cells.join(' · ')}
            </text>
          </svg>
        )
      })}
    </svg>
  )
}

function RowsAround({ rows, row, ordinal }: { rows: PlacedRow[]; row: string; ordinal: number }) {
  const { text } = useSite()
  return (
    <table>
      <caption>{text.evidence.tableCaption(ordinal)}</caption>
      <TableHead columns={[{ words: text.evidence.rowNumber }, { words: text.evidence.cells }]} />
      <tbody>
        {rows.map((each) => (
          <tr aria-current={each.id === row ? 'true' : undefined} class={each.id === row ? 'marked' : undefined}>
            <th scope="row">
              {each.places.map((place) => place.row).join(', ')}
              {each.id === row && <span class="visually-hidden"> ({text.evidence.thisRow})</span>}
            </th>
            <td>
              <Cells row={each} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cells({ row }: { row: PlacedRow }): Child {
  const site = useSite()
  const words = <span translate="no">{row.cells.join(' · ')}</span>
  if (row.kind === 'training') return <a href={href(site, `/trainings/${row.id}`)}>{words}</a>
  return (
    <>
      {words} <span class="quiet">({site.text.evidence.total})</span>
    </>
  )
}

/** The address, the digest, and the command that fetches the original. */
function HowToGet({ source }: { source: PlacedSource }) {
  const { text } = useSite()
  const address = source.officialUrl ?? source.archivedUrl
  return (
    <div class="how-to-get">
      <h3>{text.evidence.howToGet}</h3>
      <dl class="quote-parts">
        {source.officialUrl && (
          <>
            <dt>{text.evidence.official}</dt>
            <dd>
              <a href={source.officialUrl}>{source.officialUrl}</a>
            </dd>
          </>
        )}
        {source.archivedUrl && (
          <>
            <dt>{text.evidence.archived}</dt>
            <dd>
              <a href={source.archivedUrl}>{source.archivedUrl}</a>
            </dd>
          </>
        )}
        <dt>{text.evidence.digest}</dt>
        <dd class="digest">{source.sha256}</dd>
        <dt>{address ? text.evidence.command : text.evidence.noAddress}</dt>
        <dd>
          <code>{address ? `bin/rastro fetch ${source.id}` : `bin/rastro ingest ${source.fileName}`}</code>
        </dd>
      </dl>
    </div>
  )
}
