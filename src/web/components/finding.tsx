/** One finding: its sentence, the path step by step, what it rests on in named parts, and every place that it leads back to. */
import type { Exposure } from '../../analysis/exposure.js'
import { leahyLawOf, leahyLaws } from '../../analysis/leahy-law.js'
import type { Standing } from '../../ledger/read/matters.js'
import { exposureInWords, type Names, nameIn, stepInWords, strengthInWords } from '../exposure-words.js'
import { href, useSite } from '../site.js'
import { entityPath, Publication } from './statements.js'

/** Rows of training that are linked one by one; the rest are behind one link. */
const mostRows = 12
const mostPlaces = 8

export function Finding({ finding, names }: { finding: Exposure; names: Names }) {
  const site = useSite()
  const { text, format } = site
  const words = text.exposure
  const { matter, path, assistance } = finding
  const more = assistance.length - mostRows
  const { standing, disputedSince } = finding.strength.status
  const disputed =
    standing !== 'disputed'
      ? null
      : disputedSince === null
        ? text.respond.disputedUndated
        : text.respond.disputedSince(disputedSince)
  return (
    <article class="finding" id={`finding-${finding.id}`} aria-labelledby={`finding-title-${finding.id}`}>
      <h3 id={`finding-title-${finding.id}`}>
        <Named id={finding.unit} names={names} /> <span class="badge">{words.kinds[matter.kind]}</span>{' '}
        <span class="badge">{words.orders[finding.order]}</span>{' '}
        {path.kind !== 'direct' && <span class="badge doubt">{words.paths[path.kind]}</span>}
      </h3>
      <p>{exposureInWords(site, finding, names)}</p>
      <dl class="small">
        {path.steps.length > 0 && (
          <>
            <dt>{words.path}</dt>
            <dd>
              <ol class="plain">
                {path.steps.map((step) => (
                  <li>
                    {stepInWords(site, step, matter, names)}{' '}
                    <Places
                      places={step.statements.map(({ source, places }) => ({ source, sourceFile: '', place: places[0] ?? null }))}
                    />
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
        {matter.kind === 'ineligibility' && (
          <>
            <dt>{words.laws}</dt>
            <dd>
              {lawsOf(assistance).map((law) => (
                <span class="line">{words.lawApplied[law]}</span>
              ))}
            </dd>
          </>
        )}
        <dt>{words.strength}</dt>
        <dd>{strengthInWords(site, finding).join(' · ')}</dd>
        {(matter.replies.length > 0 || disputed) && (
          <>
            <dt>{text.respond.replies}</dt>
            <dd>
              {disputed && <span class="badge doubt">{disputed}</span>}
              {matter.replies.map((reply) => (
                <blockquote class="saying">
                  <p class="printed" translate="no">
                    {reply.value}
                  </p>
                  <p class="small">
                    <strong>{text.incident.answeredBy(reply.speaker ?? reply.sourceFile)}</strong>
                    {reply.firstCitedPrinted && `, ${reply.firstCitedPrinted}`} <Places places={[reply]} />
                  </p>
                </blockquote>
              ))}
            </dd>
          </>
        )}
        <dt>{words.stands}</dt>
        <dd>
          <Named id={matter.subject} names={names} />
          {matter.kind === 'incident' && (
            <>
              {' · '}
              <a href={href(site, entityPath({ id: matter.id, kind: 'incident' }))}>{words.kinds.incident}</a>
            </>
          )}
          {': '}
          <Places places={matter.places} />
          {matter.kind !== 'incident' &&
            matter.cited.map((publication) => (
              <>
                {' · '}
                <Publication publication={publication} />
              </>
            ))}
        </dd>
        <dt>{words.trainings}</dt>
        <dd>
          {assistance.slice(0, mostRows).map((row, index) => (
            <>
              {index > 0 && ' · '}
              <a href={href(site, `/trainings/${row.training}`)}>
                {row.startDate ?? row.fiscalYear}, <span translate="no">{row.course ?? words.courseUnknown}</span>
              </a>
            </>
          ))}
          {more > 0 && (
            <>
              {' · '}
              <a href={href(site, '/search', { entity: finding.unit })}>+{format.number(more)}</a>
            </>
          )}
        </dd>
      </dl>
    </article>
  )
}

/** Which laws the training of a finding fell under. */
export const lawsOf = (assistance: Exposure['assistance']) => {
  const laws = new Set(assistance.map((row) => leahyLawOf(row) ?? ('unknown' as const)))
  return [...leahyLaws, 'unknown' as const].filter((law) => laws.has(law))
}

function Named({ id, names }: { id: string; names: Names }) {
  const site = useSite()
  const entity = names.get(id)
  return (
    <a href={href(site, entityPath(entity ?? { id, kind: 'unit' }))} translate="no">
      {nameIn(names, id)}
    </a>
  )
}

/** Files and rows, each linked to the file's page. */
export function Places({ places }: { places: readonly Standing[] }) {
  const site = useSite()
  const { text } = site
  const where = ({ sourceFile, source, place }: Standing) =>
    [sourceFile || source.slice(0, 10), place?.row ? text.entity.rowOf(place.row, place.column ?? null) : place?.pageLabel]
      .filter(Boolean)
      .join(', ')
  const distinct = [...new Map(places.map((place) => [where(place), place])).values()]
  return (
    <>
      {distinct.slice(0, mostPlaces).map((place, index) => (
        <>
          {index > 0 && ' · '}
          <a href={href(site, `/sources/${place.source}`)}>{where(place)}</a>
        </>
      ))}
      {distinct.length > mostPlaces && ` (+${distinct.length - mostPlaces})`}
    </>
  )
}
