/** The addresses of units and people: what sources say of them, who was above and below, and the training that rows print under their names. */
import { z } from '@hono/zod-openapi'
import type { ChainLink, OtherDate } from '../../analysis/command-chain.js'
import { dollars, publishPlace } from '../../ledger/publish.js'
import type { SaidOf } from '../../ledger/read/entity.js'
import { readQuery } from '../../ledger/read/query.js'
import type { NamedEntity, RelationStatement } from '../../ledger/read/relations.js'
import type { UnitRow } from '../../ledger/read/units.js'
import { type EntityView, readEntityView } from '../entity-view.js'
import { EntityQuery } from '../pages/entity-route.js'
import { type Endpoint, found } from './endpoint.js'
import { asOfParameter } from './parameters.js'
import { publishGap, publishHead, publishProgram, publishSum } from './published.js'
import { Anything } from './schemas.js'

const parameters = z.object({
  on: z
    .string()
    .optional()
    .openapi({ description: 'A day, month or year that the command chain is asked for.', example: '2014-05' }),
  as_of: asOfParameter,
})

export const entityEndpoints: readonly Endpoint[] = (['units', 'people'] as const).map((room) => ({
  path: `/${room}/{id}`,
  summary:
    room === 'units'
      ? 'One unit, class of units, ministry or organisation: what sources say of it, its command chain, and what rows print under its names.'
      : 'One person: what sources say, and postings over time.',
  parameters,
  answer: Anything,
  async handle(dependencies, asked, id) {
    const { as_of, on } = readQuery(EntityQuery, asked)
    return publishEntity(found(await readEntityView(dependencies, id, room, as_of, on), room === 'units' ? 'unit' : 'person'))
  },
}))

function publishEntity({ facts, chain, detail, unattributed, trainings, shownAs, head }: EntityView) {
  const nameOf = (id: string) => facts.others.get(id)?.name ?? null
  return {
    id: facts.id,
    /** Another id where persons judged it to be one with that. */
    shown_as: shownAs,
    kind: facts.kind,
    name: facts.name ?? detail?.unit.name ?? null,
    country_code: facts.country,
    proposed: detail?.unit.proposed ?? false,
    statements: [...Object.values(facts.said), ...Object.values(facts.saidWith)].flat().map((said) => publishSaid(said, nameOf)),
    publications: [...facts.publications.values()].map(({ archivedUrl, publishedPrinted, ...publication }) => ({
      ...publication,
      archived_url: archivedUrl,
      published_printed: publishedPrinted,
    })),
    homonyms: facts.homonyms.map(({ id, name, sharedName }) => ({ id, name, shared_name: sharedName })),
    chain: chain && {
      span: chain.span,
      parents: chain.parents.map((link) => publishLink(link, facts.others)),
      children: chain.children.map((link) => publishLink(link, facts.others)),
      parents_at_other_times: chain.parentsAtOtherTimes.map((other) => publishOther(other, facts.others)),
      children_at_other_times: chain.childrenAtOtherTimes.map((other) => publishOther(other, facts.others)),
      gaps: chain.gaps,
    },
    names: detail?.names.map(({ id, text, rows, quantity, basis, score, reasons, reviewer }) => ({
      id,
      text,
      rows,
      training_sessions: quantity,
      basis,
      proposed: basis === 'rule',
      score,
      reasons,
      reviewer,
    })),
    members: detail?.members.map(publishUnit),
    classes: detail?.classes.map(publishUnit),
    training: trainings && {
      sum: publishSum(trainings.sum),
      years: trainings.years.map(({ fiscalYear, ...sum }) => ({ fiscal_year: fiscalYear, ...publishSum(sum) })),
      programs: trainings.programs.map(({ program, ...sum }) => ({ ...publishProgram(program), ...publishSum(sum) })),
      coverage: trainings.coverage.gaps.map(publishGap),
    },
    /** Rows that print only a ministry, service or class that it belongs to: they may or may not include it. */
    unattributed: unattributed && {
      rows: unattributed.rows,
      training_sessions: unattributed.quantity,
      training_sessions_of_country: unattributed.ofCountry,
      known_only_as: unattributed.bodies.map(publishUnit),
    },
    head: publishHead(head),
  }
}

const publishUnit = ({ id, kind, country, name, proposed, names, rows, quantity, cents, firstYear, lastYear }: UnitRow) => ({
  id,
  kind,
  country_code: country,
  name,
  proposed,
  names,
  rows,
  training_sessions: quantity,
  total_cost: dollars(cents),
  first_year: firstYear,
  last_year: lastYear,
})

/** A relation without its ends, which differ by what it is. */
type Dated = Omit<RelationStatement, 'from' | 'to' | 'property'>

const publishDated = (said: Dated) => ({
  id: said.id,
  details: said.details,
  stance: said.stance,
  speaker: said.speaker,
  first_cited_printed: said.firstCitedPrinted,
  first_cited: said.firstCited,
  starts: said.starts,
  last_cited_printed: said.lastCitedPrinted,
  last_cited: said.lastCited,
  ends: said.ends,
  open_ended: said.openEnded,
  precise: said.precise,
  imprecise: said.imprecise,
  confidence: said.confidence,
  status: said.status,
  publications: said.citations,
  source_id: said.source,
  places: said.places.map(publishPlace),
  flags: said.flags,
})

export const publishSaid = (said: SaidOf, nameOf: (id: string) => string | null) => ({
  ...publishDated(said),
  entity: said.entity,
  property: said.property,
  value: said.value,
  object: said.object,
  object_name: said.object === null ? null : nameOf(said.object),
  source_file: said.sourceFile,
})

type Names = ReadonlyMap<string, NamedEntity>

const publishLink = (link: ChainLink, names: Names): Record<string, unknown> => ({
  id: link.unit,
  name: names.get(link.unit)?.name ?? null,
  holding: link.holding,
  stopped: link.stopped,
  statements: link.statements.map(publishDated),
  contradictions: link.contradictions.map(publishDated),
  links: link.links.map((further) => publishLink(further, names)),
})

const publishOther = ({ unit, holding, statements }: OtherDate, names: Names) => ({
  id: unit,
  name: names.get(unit)?.name ?? null,
  holding,
  statements: statements.map(publishDated),
})
