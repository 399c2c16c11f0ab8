/** A unit, class of units, body, organisation or person: what it is called, who was above and below it, what it received, and who says so. */

import type { Child } from 'hono/jsx'
import type { CommandChain } from '../../analysis/command-chain.js'
import type { Property } from '../../ledger/entities.js'
import type { EntityFacts, SaidOf } from '../../ledger/read/entity.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import { siteMap } from '../charts/site-map.js'
import { Chain } from '../components/chain.js'
import { Figure } from '../components/figure.js'
import { Page } from '../components/page.js'
import { EntityLink, entityPath, PublicationList, StatementTable } from '../components/statements.js'
import { nameIn } from '../messages/format.js'
import { href, useSite } from '../site.js'

export interface EntityPageProps {
  facts: EntityFacts
  /** The name that it is shown under, where no source names it: the printed name with most rows. */
  name: string | null
  /** For units: read for the day that was asked for. */
  chain: CommandChain | null
  asked: string
  /** Whether any name of it is only proposed. */
  proposed: boolean
  /** Printed names, training and unattributed rows, drawn by the route that has read them. */
  training?: Child
  /** Listings, and alleged incidents that name it. */
  allegations?: Child
}

/** Properties that have a section of their own. */
const apart: ReadonlySet<Property> = new Set<Property>(['parent', 'posting', 'site', 'country'])
/** Particulars that stand under the value. */
const detailsShown: Partial<Record<Property, readonly string[]>> = {
  identifier: ['scheme'],
  succession: ['relation'],
  lineage: ['relation'],
  remediation: ['law', 'kind'],
  outcome: ['by'],
}
/** What is said of others and names this one; that somebody is accused of an incident stands apart. */
const ofOthers = ['succession', 'lineage'] as const satisfies Property[]
/** The rest, in the order in which a reader asks. */
const order: readonly Property[] = [
  'name',
  'alias',
  'classification',
  'existence',
  'succession',
  'area',
  'lineage',
  'claim',
  'remediation',
  'gender',
  'birth',
  'death',
  'biography',
  'account',
  'identifier',
  'outcome',
  'note',
]

interface SaidProps {
  facts: EntityFacts
  title: string
  property: Property
  statements: readonly SaidOf[]
  other?: 'entity' | 'object'
  heading: string
}

/** What sources say of one property. */
function Said({ facts, title, property, statements, other, heading }: SaidProps) {
  const { text } = useSite()
  return (
    <section>
      <h3>{title}</h3>
      <StatementTable
        caption={text.entity.saidCaption(title)}
        statements={statements}
        {...(other && { other })}
        heading={heading}
        details={detailsShown[property] ?? []}
        others={facts.others}
      />
    </section>
  )
}

export function EntityPage({ facts, name, chain, asked, proposed, training, allegations }: EntityPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.entity
  const title = facts.name ?? name ?? words.unnamed
  const country = facts.country === null ? null : countryOfCode(facts.country)
  const path = entityPath(facts)
  const all = [...Object.values(facts.said), ...Object.values(facts.saidWith)].flat() as SaidOf[]
  const cited = [...new Set(all.flatMap(({ citations }) => citations))]
  const files = [...new Map(all.map(({ source, sourceFile, sourceTitle }) => [source, { sourceFile, sourceTitle }]))]
  const properties = order.filter((property) => facts.said[property] && !apart.has(property))
  const postings = facts.kind === 'person' ? facts.said.posting : facts.saidWith.posting
  const { site: sites } = facts.said
  const related = ofOthers.filter((property) => facts.saidWith[property])
  return (
    <Page
      title={title}
      room="search"
      breadcrumb={country ? [{ text: nameIn(site.language, country), path: `/countries/${country.code.toLowerCase()}` }] : []}
      description={words.lede}
    >
      <p class="kicker">{words.kinds[facts.kind]}</p>
      <h1 class="printed" translate="no">
        {title}
      </h1>
      {proposed && (
        <p>
          <span class="badge doubt">{words.proposed}</span> <span class="quiet small">{words.proposedNote}</span>
        </p>
      )}
      {words.kindNotes[facts.kind] && <p class="notice">{words.kindNotes[facts.kind]}</p>}
      {training}
      {allegations}
      {chain && (asked !== '' || hasRelations(chain)) && (
        <Chain chain={chain} name={title} path={path} asked={asked} others={facts.others} />
      )}
      {chain && asked === '' && !hasRelations(chain) && <p class="quiet">{words.noChain}</p>}
      {facts.kind === 'person' && (
        <>
          <h2>{words.postings}</h2>
          {postings ? (
            <StatementTable
              caption={words.postings}
              statements={postings}
              other="object"
              heading={words.unit}
              details={['role', 'rank', 'title']}
              others={facts.others}
            />
          ) : (
            <p class="none">{words.noPostings}</p>
          )}
        </>
      )}
      {facts.kind !== 'person' && postings && (
        <>
          <h2>{words.commanders}</h2>
          <StatementTable
            caption={words.commanders}
            statements={postings}
            other="entity"
            heading={words.person}
            details={['role', 'rank', 'title']}
            others={facts.others}
          />
        </>
      )}
      {sites && <Sites facts={facts} sites={sites} name={title} />}
      {properties.length + related.length > 0 && (
        <>
          <h2>{words.said}</h2>
          {properties.map((property) => (
            <Said
              facts={facts}
              title={words.properties[property]}
              property={property}
              statements={facts.said[property]!}
              {...(facts.said[property]!.some(({ object }) => object !== null) && { other: 'object' as const })}
              heading={words.value}
            />
          ))}
        </>
      )}
      {related.map((property) => (
        <Said
          facts={facts}
          title={words.ofOthers[property]}
          property={property}
          statements={facts.saidWith[property]!}
          other="entity"
          heading={words.who}
        />
      ))}
      {facts.homonyms.length > 0 && (
        <>
          <h2>{words.homonyms}</h2>
          <p>{words.homonymsNote}</p>
          <ul>
            {facts.homonyms.map((homonym) => (
              <li>
                <EntityLink id={homonym.id} others={new Map([[homonym.id, homonym]])} />{' '}
                <span class="quiet small" translate="no">
                  {homonym.sharedName}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <>
          <h2>{words.sources}</h2>
          <ul>
            {files.map(([id, { sourceFile, sourceTitle }]) => (
              <li>
                <a href={href(site, `/sources/${id}`)}>{sourceTitle}</a> <span class="quiet small">{sourceFile}</span>
              </li>
            ))}
          </ul>
          <p class="quiet small">{words.statements(format.number(all.length))}</p>
        </>
      )}
      {cited.length > 0 && (
        <details class="data" open={cited.length <= 12}>
          <summary>
            {words.publications} ({format.number(cited.length)})
          </summary>
          <p class="small quiet">{words.notHeld}</p>
          <PublicationList ids={cited} publications={facts.publications} />
        </details>
      )}
    </Page>
  )
}

/** Where a unit is known from printed names alone, no source says what was above it. */
const hasRelations = ({ parents, children, parentsAtOtherTimes, childrenAtOtherTimes }: CommandChain): boolean =>
  [parents, children, parentsAtOtherTimes, childrenAtOtherTimes].some((list) => list.length > 0)

function Sites({ facts, sites, name }: { facts: EntityFacts; sites: readonly SaidOf[]; name: string }) {
  const { text } = useSite()
  const words = text.entity
  const located = new Map(
    sites.flatMap((statement) => {
      const latitude = Number(statement.details.latitude ?? Number.NaN)
      const longitude = Number(statement.details.longitude ?? Number.NaN)
      const known = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      return known && statement.stance === 'asserts'
        ? [[`${latitude} ${longitude}`, { name: statement.value ?? '', latitude, longitude }] as const]
        : []
    }),
  )
  return (
    <>
      <h2>{words.sites}</h2>
      <div class={located.size > 0 ? 'columns halves' : undefined}>
        {located.size > 0 && (
          <Figure
            title={words.sites}
            picture={siteMap({
              title: words.sitesPicture(name),
              description: words.sitesDescription(located.size),
              country: facts.country,
              sites: [...located.values()],
            })}
          />
        )}
        <StatementTable
          caption={words.sites}
          statements={sites}
          heading={words.value}
          details={['base', 'region']}
          others={facts.others}
        />
      </div>
    </>
  )
}
