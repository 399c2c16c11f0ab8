/** One possible match of a dossier: why it is shown, what is said of it and by whom, the training beside that, and every place that it stands in. */

import type { Exposure } from '../../analysis/exposure.js'
import type { Standing } from '../../ledger/read/matters.js'
import type { Stated } from '../../ledger/read/stated.js'
import type { Hit } from '../../screening/model.js'
import { IMAGE_WIDTH, PageOutline } from '../components/evidence.js'
import { lawsOf } from '../components/finding.js'
import { countryInWords } from '../countries.js'
import { exposureInWords, nameIn, stepInWords, strengthInWords } from '../exposure-words.js'
import { reasonIn } from '../messages/reasons.js'
import { evidenceInWords, percentOf } from '../screening/words.js'
import { useSite } from '../site.js'
import type { DossierFacts, DossierHit } from './gather.js'
import { MatterLine } from './matter.js'
import { type DrawnPage, mostRows, type PageEvidence, type RowEvidence } from './page-evidence.js'
import { StandsIn } from './stands-in.js'

type Parts = { facts: DossierFacts; evidence: PageEvidence }

export function PossibleMatch({ hit: one, facts, evidence }: { hit: DossierHit } & Parts) {
  const site = useSite()
  const { text } = site
  const words = text.dossier
  const { hit, names, postings, matters, findings } = one
  return (
    <section class="match">
      <h3>
        {words.hit(hit.rank)}: <span translate="no">{hit.entity.name}</span>
      </h3>
      <Why hit={hit} />
      {names.length > 0 && (
        <>
          <h4>{words.names}</h4>
          <ul>
            {names.map((said) => (
              <StatedLine said={said} facts={facts} />
            ))}
          </ul>
        </>
      )}
      {postings.length > 0 && (
        <>
          <h4>{words.postings}</h4>
          <ul>
            {postings.map((said) => (
              <StatedLine said={said} facts={facts} />
            ))}
          </ul>
        </>
      )}
      <h4>{words.matters}</h4>
      {matters.length === 0 ? (
        <p>{text.screening.nothingSaid}</p>
      ) : (
        <ul>
          {matters.map((matter) => (
            <li>
              <MatterLine matter={matter} facts={facts} />
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <>
          <h4>{words.findings}</h4>
          {findings.map((finding) => (
            <FindingPart finding={finding} facts={facts} evidence={evidence} />
          ))}
        </>
      )}
    </section>
  )
}

/** Score, reasons and evidence, in words. */
function Why({ hit }: { hit: Hit }) {
  const site = useSite()
  const { text, language } = site
  const words = text.screening
  return (
    <>
      <p>
        <span class="badge">{text.entity.kinds[hit.entity.kind]}</span> <span class="badge">{words.roles[hit.role]}</span>{' '}
        <span class="badge">{words.score(percentOf(site, hit.score))}</span>{' '}
        <span class="digest" translate="no">
          {hit.entity.id}
        </span>
      </p>
      <h4>{words.reasons}</h4>
      <ul>
        {hit.name && (
          <li translate="no">
            {words.names(hit.name.given, hit.name.known)}:{' '}
            {hit.name.reasons.map((reason) => reasonIn(language, reason)).join('; ')}
          </li>
        )}
        {hit.evidence.map((evidence) => (
          <li>
            {evidence.weight !== 'neither' && `${words.weights[evidence.weight]}: `}
            {evidenceInWords(site, evidence)}
          </li>
        ))}
      </ul>
      <p class="quiet">{words.scoreMeans}</p>
    </>
  )
}

function StatedLine({ said, facts }: { said: Stated; facts: DossierFacts }) {
  const { text } = useSite()
  const post = [said.details.rank, said.details.role, said.details.title].filter(Boolean).join(', ')
  const unit =
    said.property === 'posting' && said.object !== null ? (facts.names.get(said.object)?.name ?? said.value) : said.value
  const dates = text.screeningEvidence.dates(said.firstCited, said.lastCited)
  const stance = said.stance === 'asserts' ? null : said.stance === 'denies' ? text.entity.denied : text.entity.questioned
  return (
    <li>
      <span translate="no">{[post, unit].filter(Boolean).join(', ')}</span>
      {dates && ` (${dates})`} {stance && <span class="badge">{stance}</span>}{' '}
      <StandsIn
        places={said.places.map((place) => ({ source: said.source, sourceFile: said.sourceFile, place }))}
        facts={facts}
      />
    </li>
  )
}

function FindingPart({ finding, facts, evidence }: { finding: Exposure } & Parts) {
  const site = useSite()
  const { text, format } = site
  const words = text.dossier
  const shown = finding.assistance.slice(0, mostRows)
  return (
    <article>
      <p>{exposureInWords(site, finding, facts.names)}</p>
      {finding.path.steps.length > 0 && (
        <ol>
          {finding.path.steps.map((step) => (
            <li>
              {stepInWords(site, step, finding.matter, facts.names)}{' '}
              <StandsIn
                places={step.statements.map(({ source, places }) => ({ source, sourceFile: '', place: places[0] ?? null }))}
                facts={facts}
              />
            </li>
          ))}
        </ol>
      )}
      {finding.matter.kind === 'ineligibility' && (
        <ul class="small">
          {lawsOf(finding.assistance).map((law) => (
            <li>{text.exposure.lawApplied[law]}</li>
          ))}
        </ul>
      )}
      <p class="quiet">
        {text.exposure.strength}: {strengthInWords(site, finding).join(' · ')}
      </p>
      <p>
        {words.rows(shown.length, finding.assistance.length)} · <span translate="no">{nameIn(facts.names, finding.unit)}</span>
      </p>
      {shown.map((row) => (
        <RowPart
          row={evidence.rows.get(row.training) ?? null}
          heading={[row.startDate ?? format.years([row.fiscalYear]), row.course].filter(Boolean).join(', ')}
          standing={row}
          facts={facts}
        />
      ))}
    </article>
  )
}

function RowPart(given: { row: RowEvidence | null; heading: string; standing: Standing; facts: DossierFacts }) {
  const { row, heading, standing, facts } = given
  const { text } = useSite()
  const words = text.dossier
  return (
    <>
      <p>
        <strong translate="no">{heading}</strong>
        {row && (
          <>
            <br />
            {words.asRead}: <span translate="no">{row.cells.join(' · ')}</span>
          </>
        )}
        <br />
        <StandsIn places={[standing]} facts={facts} />
      </p>
      {row?.pages.map((page) => (
        <PagePart drawn={page} training={row.training} />
      ))}
    </>
  )
}

function PagePart({ drawn: { page, image }, training }: { drawn: DrawnPage; training: string }) {
  const { text } = useSite()
  const words = text.dossier
  const name = page.label === null ? words.pageOfFile(page.page) : words.page(page.label)
  if (image === null) {
    return (
      <figure>
        <PageOutline page={page} row={training} title={name} />
        <figcaption>{words.outline(name)}</figcaption>
      </figure>
    )
  }
  return (
    <figure>
      <img
        src={`data:image/png;base64,${Buffer.from(image.png).toString('base64')}`}
        alt={words.image(name)}
        width={IMAGE_WIDTH}
        height={Math.round((IMAGE_WIDTH * page.height) / page.width)}
      />
      <figcaption>
        {words.image(name)} {page.covered && text.evidence.withheld}
      </figcaption>
    </figure>
  )
}

/** What is less alike, in a line each: shown so that a reader sees that it was looked at. */
export function OtherHits({ hits }: { hits: readonly Hit[] }) {
  const site = useSite()
  const { text } = site
  return (
    <section class="match">
      <h3>{text.dossier.otherHits}</h3>
      <ul class="small">
        {hits.map((hit) => (
          <li>
            <span translate="no">{hit.entity.name}</span> ({text.entity.kinds[hit.entity.kind]}
            {hit.entity.country && `, ${countryInWords(hit.entity.country, site.language)}`}) ·{' '}
            {text.screening.score(percentOf(site, hit.score))}
            {hit.role !== 'subject' && ` · ${text.screening.roles[hit.role]}`}
            {hit.role !== 'subject' && !hit.look && ` · ${text.screening.nothingSaid}`}
            {hit.decision && ` · ${hit.decision.finding === null ? '' : text.screening.findings[hit.decision.finding]}`}{' '}
            <span class="digest">{hit.entity.id}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
