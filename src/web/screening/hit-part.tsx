/** A possible match: why it is shown, what speaks for and against it, what is said of it, and the training beside that. */

import type { Hit } from '../../screening/model.js'
import { countryInWords } from '../countries.js'
import { reasonIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'
import { DecisionWords } from './parts.js'
import { byRow, evidenceInWords, findingInWords, hitPath, matterInWords, matterParts, percentOf, placeInWords } from './words.js'

export function HitPart({ hit }: { hit: Hit }) {
  const site = useSite()
  const { text, language } = site
  const words = text.screening
  const { entity, name } = hit
  const id = `match-${hit.rank}`
  return (
    <article class="screening-hit" aria-labelledby={id}>
      <h3 id={id}>
        <a href={href(site, hitPath(hit))} translate="no">
          {entity.name}
        </a>
      </h3>
      <p>
        <span class="badge">{text.entity.kinds[entity.kind]}</span>{' '}
        {entity.country !== null && <span class="badge">{countryInWords(entity.country, site.language)}</span>}{' '}
        <span class="badge" title={words.scoreMeans}>
          {words.score(percentOf(site, hit.score))}
        </span>{' '}
        {hit.news === 'new' && <span class="badge new">{words.newHit}</span>}
        {hit.news === 'changed' && <span class="badge new">{words.changedHit}</span>}{' '}
        <span class="quiet small">{words.roles[hit.role]}</span>
      </p>
      {hit.decision !== null && (
        <p>
          <DecisionWords decision={hit.decision} />
        </p>
      )}
      <h4>{words.reasons}</h4>
      <ul class="screening-reasons small">
        {name !== null && (
          <li>
            <span translate="no">{words.names(name.given, name.known)}</span>
            {name.reasons.length > 0 && `: ${name.reasons.map((reason) => reasonIn(language, reason)).join(' · ')}`}
          </li>
        )}
        {hit.evidence.map((evidence) => (
          <li>
            {evidence.weight !== 'neither' && (
              <>
                <span class={`weight ${evidence.weight}`}>{words.weights[evidence.weight]}</span>
                {': '}
              </>
            )}
            {evidenceInWords(site, evidence)}
          </li>
        ))}
      </ul>
      <Said hit={hit} />
    </article>
  )
}

function Said({ hit }: { hit: Hit }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const { matters, findings, assistance } = hit.exposure
  return (
    <>
      <h4>{words.said}</h4>
      {matters.of === 0 && <p class="none small">{words.nothingSaid}</p>}
      <ul>
        {byRow(matters.shown).map((matter) => (
          <li>
            {matter.kind === 'incident' ? (
              <a href={href(site, `/incidents/${matter.id}`)}>{matterInWords(site, matter)}</a>
            ) : (
              <strong>{matterInWords(site, matter)}</strong>
            )}
            <span class="line small quiet">
              {matterParts(site, matter).join(' · ')} ·{' '}
              <a href={href(site, `/sources/${matter.source}`)}>{placeInWords(site, matter)}</a>
            </span>
          </li>
        ))}
      </ul>
      {matters.of > matters.shown.length && (
        <p class="small">
          <a href={href(site, hitPath(hit))}>{words.moreSaid(format.number(matters.of - matters.shown.length))}</a>
        </p>
      )}
      {findings.of > 0 && (
        <>
          <h4>{words.withUnits}</h4>
          <ul class="small">
            {findings.shown.map((finding) => (
              <li>
                {findingInWords(site, finding)}.{' '}
                <a href={href(site, '/exposures', { unit: finding.unit.id })}>{text.exposure.evidence}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {assistance !== null && assistance.rows > 0 && (
        <p class="small">
          {words.assistance(
            assistance.sessions,
            format.number(assistance.sessions),
            assistance.rows,
            format.number(assistance.rows),
            assistance.firstYear === assistance.lastYear
              ? String(assistance.firstYear ?? '–')
              : `${assistance.firstYear}–${assistance.lastYear}`,
          )}
        </p>
      )}
    </>
  )
}
