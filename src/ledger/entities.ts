/**
 * What is said of units, people, organisations and incidents: the shapes of statements, designations and judgements, and the one list of what
 * a statement can be about. An entity itself is nothing but an id and a kind.
 */
import { z } from 'zod'
import { type DateRange, DateRangeText } from './dates.js'
import { Flag, Place } from './records.js'

export type { DateRange }

/**
 * A *class of units* is several groups of one kind (GAFE), of which a row may mean any; a *body* is known only as a ministry, service, branch
 * or general staff. Neither is a unit, and no exposure passes through either. An *article* is what is left to say a claim of that names nobody:
 * its id is the source's.
 */
export const EntityKind = z.enum(['unit', 'class of units', 'body', 'person', 'organization', 'incident', 'article'])
export type EntityKind = z.infer<typeof EntityKind>

/** A flat object: qualifiers of a value, by the names listed in `properties`. */
export const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type Details = z.infer<typeof Details>

interface PropertyMeaning {
  of: readonly EntityKind[]
  /** What `value` holds; null where the statement is about another entity (`object`) alone. */
  value: string | null
  /** What `object` is, where there is one. */
  object?: readonly EntityKind[]
  details?: Readonly<Record<string, string>>
}

const units = ['unit', 'class of units', 'body', 'organization'] as const
const all = EntityKind.options

/**
 * Everything that a statement can be about; docs/properties.md is written from it. Any that has dates may say in its details how sure
 * the source is of each, where that differs from the statement's own confidence: `first_cited_confidence`, `last_cited_confidence`.
 */
const properties = {
  name: { of: all, value: 'the name as the source prints it' },
  alias: {
    of: all,
    value: 'another name or spelling',
    details: { kind: 'a.k.a., f.k.a. or n.k.a., where a list says it', number: "the list's number of the name" },
  },
  country: {
    of: all,
    value: 'ISO 3166-1 alpha-3 where it is known, else as printed',
    details: { kind: 'nationality or citizen, of a person, where a list says it' },
  },
  identifier: { of: all, value: 'an id in another collection', details: { scheme: 'whose id it is' } },
  classification: { of: [...units, 'person'], value: 'a kind that the source puts it under ("Army", "Police")' },
  existence: { of: units, value: 'the dates are those of the unit itself; the value repeats its name' },
  parent: {
    of: units,
    value: "the parent's name as printed, where the source prints one",
    object: units,
    details: { relation: 'command, administrative, informal or membership', classification: 'as printed' },
  },
  succession: { of: units, value: null, object: units, details: { relation: 'as printed: renamed, merged, split' } },
  site: {
    of: units,
    value: 'a place as printed',
    details: {
      base: 'the barracks or base as printed',
      latitude: 'degrees north',
      longitude: 'degrees east',
      region: 'first administrative level',
      gazetteer: 'the id of the place in a gazetteer, as printed',
      country: 'ISO 3166-1 alpha-3 where it is known, else as printed',
    },
  },
  area: {
    of: units,
    value: 'an area of operations as printed',
    details: {
      gazetteer: 'the id of the area, as printed',
      country: 'ISO 3166-1 alpha-3 where it is known, else as printed',
    },
  },
  posting: {
    of: ['person'],
    value: "the unit's name as printed, where the source prints one",
    object: units,
    details: {
      role: 'as printed',
      rank: 'as printed',
      title: 'as printed',
      start_context: 'as printed',
      end_context: 'as printed',
    },
  },
  gender: { of: ['person'], value: 'as printed' },
  birth: { of: ['person'], value: 'a date as printed' },
  death: { of: ['person'], value: 'a date as printed' },
  biography: { of: ['person'], value: 'as printed' },
  account: { of: ['person'], value: 'an address or name', details: { kind: 'where it is' } },
  note: { of: all, value: 'a note that the source publishes' },
  occurrence: {
    of: ['incident'],
    value: 'what happened according to who says it; the dates are those of the incident',
    details: {
      first_alleged: 'when it was first alleged, as printed',
      reported_in: 'the reports that the source names',
      hedge: 'words that weaken it, as printed',
    },
  },
  violation: {
    of: ['incident'],
    value: "the source's word for it",
    details: {
      gvhr_class: 'the class of 22 USC 2304(d)(1) that the word falls under',
      event: 'coup, defection, corruption, collusion',
      classed_by: 'the analyst who put the word under that class or kind; none where the committed table does',
    },
  },
  location: {
    of: ['incident'],
    value: 'as printed',
    details: {
      latitude: 'degrees north',
      longitude: 'degrees east',
      gazetteer: 'the id of the place in a gazetteer, as printed',
      precision: 'how exactly it is known, as the source grades it',
    },
  },
  victims: {
    of: ['incident'],
    value: 'as printed',
    details: {
      low: 'at least',
      high: 'at most',
      kind: 'deaths, disappeared, injured',
      names: 'as a public source has them, where an analyst chose to keep them',
    },
  },
  perpetrator: {
    of: ['incident'],
    value: 'the alleged perpetrator as printed; a class such as "Army" accuses no unit',
    object: ['unit', 'class of units', 'body', 'person', 'organization'],
  },
  reply: {
    of: all,
    value: 'what was answered or that an answer was sought',
    details: {
      sought_on: 'a date',
      sought_from: 'of whom an answer was sought',
      outcome: 'as printed',
      answers: 'the incident, or the listing, that the reply answers, by its id',
      received: 'how it was received',
      disputes: 'what it disputes: that it happened, or that the unit or person did it',
    },
  },
  outcome: {
    of: ['incident', 'person'],
    value: 'investigated, charged, convicted or acquitted',
    details: { by: 'which authority' },
  },
  factor: {
    of: ['incident'],
    value: 'what bears on how far it can be believed',
    details: { kind: 'access, agenda, corroboration …' },
  },
  remediation: {
    of: units,
    value: 'as printed',
    details: { law: 'which law', kind: 'effective steps, corrective steps, exception, waiver' },
  },
  claim: {
    of: all,
    value:
      'what an article claims, in its own words where they are short; an analyst accepted that the article says so. Of the article itself where the claim names nobody',
    details: {
      type: 'quantity or status',
      measure: 'what is counted: people_trained, missions, assistance, deaths …',
      value: 'the number',
      low: 'at least',
      high: 'at most',
      comparator: '=, <, > or ≈',
      currency: 'ISO 4217, of money',
      per: 'year, where the number is one of every year',
      counted: 'what is counted, as printed',
      provider: 'who gives, as printed',
      recipient: 'who receives, as printed',
      programme: 'as printed',
      hedge: 'words that weaken or bound it, as printed',
      state: 'a state of affairs, as printed',
    },
  },
  lineage: {
    of: ['organization', 'unit', 'person', 'body', 'class of units'],
    value: 'as the source words it',
    object: ['organization', 'unit', 'person', 'body', 'class of units'],
    details: {
      relation: 'left, joined or formed, trained by, formed the backbone of, led, linked to: each a claim of its own',
      members: 'who it is about, as printed',
      verb: 'as printed',
      hedge: 'words that weaken it, as printed',
    },
  },
} as const satisfies Record<string, PropertyMeaning>

export type Property = keyof typeof properties
export const propertyMeanings: Readonly<Record<Property, PropertyMeaning>> = properties
export const Property = z.enum(Object.keys(properties) as [Property, ...Property[]])

/**
 * What one source says about one property of one entity, or about a relation between two. Dates are those for which the source has it, as
 * Security Force Monitor's handbook keeps them: when it was first and last cited, and whether that is known to be a start or an end.
 */
export const Statement = z.object({
  id: z.string(),
  entity: z.string(),
  property: Property,
  value: z.string().nullable(),
  object: z.string().nullable(),
  details: Details,
  stance: z.enum(['asserts', 'denies', 'questions']),
  /** Who says it, where that is not the source itself. */
  speaker: z.string().nullable(),
  firstCitedPrinted: z.string().nullable(),
  firstCited: DateRangeText.nullable(),
  /** Whether the first citation is known to be the start; null where the source does not say. */
  starts: z.boolean().nullable(),
  lastCitedPrinted: z.string().nullable(),
  lastCited: DateRangeText.nullable(),
  ends: z.boolean().nullable(),
  /** Whether it may be taken to go on after the last citation: Y, N, or E where the last date is exact. */
  openEnded: z.enum(['Y', 'N', 'E']).nullable(),
  /** As the source grades it. */
  confidence: z.string().nullable(),
  status: z.enum(['accepted', 'conflict', 'work needed', 'issue']),
  /** Ids of the publications that the source cites for it. */
  citations: z.array(z.string()),
  places: z.array(Place).min(1),
  flags: z.array(Flag),
})
export type Statement = z.infer<typeof Statement>

/** What a source states in a statement, without where it stands and how it was read. */
export type Stated = Pick<
  Statement,
  | 'value'
  | 'object'
  | 'stance'
  | 'speaker'
  | 'firstCitedPrinted'
  | 'firstCited'
  | 'starts'
  | 'lastCitedPrinted'
  | 'lastCited'
  | 'ends'
  | 'confidence'
>

/** What a statement has where its source says no more than a value or another entity: the source itself asserts it, without dates or grades. */
export const plainly = {
  value: null,
  object: null,
  details: {},
  stance: 'asserts',
  speaker: null,
  firstCitedPrinted: null,
  firstCited: null,
  starts: null,
  lastCitedPrinted: null,
  lastCited: null,
  ends: null,
  openEnded: null,
  confidence: null,
  status: 'accepted',
  citations: [],
  flags: [],
} as const satisfies Partial<Statement>

/** A publication that a spreadsheet cites, by the id that it has there. */
export const Publication = z.object({
  id: z.string(),
  row: z.number().int().positive().nullable(),
  kind: z.string().nullable(),
  title: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  archivedUrl: z.string().nullable(),
  publishedPrinted: z.string().nullable(),
  published: DateRangeText.nullable(),
  accessedPrinted: z.string().nullable(),
  /** A page, or the seconds of a recording. */
  locator: z.string().nullable(),
})
export type Publication = z.infer<typeof Publication>

/** A listing with an effect. A snapshot of a list proves the listing on its date (`seenOn`) only. */
export const Designation = z.object({
  id: z.string(),
  entity: z.string(),
  authority: z.string(),
  list: z.string(),
  program: z.string().nullable(),
  /** For an ineligibility: Foreign Assistance Act 620M or 10 USC 362. */
  law: z.string().nullable(),
  effect: z.enum(['asset block', 'visa bar', 'embargo', 'ineligible for assistance', 'other']),
  listedPrinted: z.string().nullable(),
  listed: DateRangeText.nullable(),
  delistedPrinted: z.string().nullable(),
  delisted: DateRangeText.nullable(),
  seenOn: z.string().nullable(),
  /** The calendar year in which assistance was proposed and denied. */
  deniedIn: z.number().int().nullable(),
  reason: z.string().nullable(),
  identifiers: Details,
  citations: z.array(z.string()),
  places: z.array(Place).min(1),
  flags: z.array(Flag),
})
export type Designation = z.infer<typeof Designation>

/**
 * That a printed name, one naming of it, or another entity means an entity, does not, or may. A person's judgement outweighs a rule's, one
 * of a naming that of its name, and "different" any score.
 */
export const Judgement = z.object({
  subjectKind: z.enum(['printed name', 'naming', 'entity']),
  subject: z.string(),
  entity: z.string(),
  verdict: z.enum(['same', 'different', 'unsure']),
  basis: z.enum(['rule', 'person']),
  reviewer: z.string().nullable(),
  /** Name and version of the rule, where a rule judged. */
  rule: z.string().nullable(),
  /** 0 to 1, where names were compared. */
  score: z.number().min(0).max(1).nullable(),
  reasons: z.array(z.string()),
  note: z.string().nullable(),
})
export type Judgement = z.infer<typeof Judgement>
