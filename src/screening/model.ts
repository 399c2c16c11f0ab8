/**
 * What a screening is made of: a list of subjects, what the ledger may have of each (hits), and what a reviewer decided. All of it is private to
 * the list's owner and named colleagues, lives outside the append-only ledger, and ends with the list.
 *
 * A hit is a possible match, never a finding of guilt; the absence of one is "no match in the ledger as of DATE, which covers …" (`Coverage`),
 * never more. Reasons and evidence are codes with facts, so that each language says them for itself; `hit.name.reasons` alone are in the words
 * that src/names has for comparisons.
 */
import { z } from 'zod'
import type { Holding } from '../analysis/command-chain.js'
import type { MatterKind, MatterStatus, Order, PathKind } from '../analysis/exposure.js'
import type { EntityKind } from '../ledger/entities.js'

/** What a column of a list can hold. A field may be given by several columns: given and family name. */
export const subjectFields = [
  'name',
  'other names',
  'kind',
  'unit',
  'rank',
  'position',
  'country',
  'birth date',
  'birth place',
  'identifiers',
  'event',
  'authority',
  'start date',
] as const
export const SubjectField = z.enum(subjectFields)
export type SubjectField = z.infer<typeof SubjectField>

/** Which columns (from 0) give which field; what is not named is not compared, and is kept beside the subject all the same. */
export const Mapping = z.partialRecord(SubjectField, z.array(z.number().int().min(0).max(1_999)).min(1).max(10))
export type Mapping = z.infer<typeof Mapping>

export const SubjectKind = z.enum(['person', 'unit', 'organization'])
export type SubjectKind = z.infer<typeof SubjectKind>

/** A date as printed, and the days that it may be (both ends included); null where it is no date. Two ranges: an order that could not be told. */
export const GivenDate = z.object({
  printed: z.string(),
  ranges: z.array(z.object({ from: z.string(), to: z.string() })).max(2),
})
export type GivenDate = z.infer<typeof GivenDate>

/** What reading a list can put on a cell. Codes are never reused; docs/flags.md lists them. */
export const subjectFlagMeanings = {
  CELL_SHORTENED: 'The cell is longer than any name or number. Its beginning was compared.',
  CELL_BEYOND_HEADING: 'The cell stands beyond the last column that has a heading. It was not compared.',
  CELL_SPANS_ROWS: 'The cell spans several rows of the sheet. It was read for each of them.',
  CONTROL_CHARACTERS: 'The cell holds characters that no text has. They were left out.',
  COUNTRY_UNKNOWN: 'The table of countries does not know the country. It was not compared.',
  DATE_AMBIGUOUS:
    'Day and month can be told apart neither by this cell nor by the others of its column. Both readings were compared.',
  DATE_IMPOSSIBLE: 'What stands in the date column is not a date of the calendar. It was not compared.',
  DATE_IN_FUTURE: 'The date lies after the day on which the list was read. A date of birth was not compared; an event was.',
  ENCODING_DIFFERS: 'The row is not in the encoding of the rest of the file. It was read as windows-1252.',
  FORMULA_CELL: 'The cell is a formula or begins like one. It was read as text and never evaluated.',
  KIND_UNKNOWN: 'The kind is none of person, unit and organisation. The name was compared with all of them.',
  NAME_WITHOUT_LETTERS: 'The name has neither letters nor digits. There is nothing to compare.',
  ROW_NOT_A_SUBJECT: 'The row names neither a person, a unit nor an organisation. It was not compared.',
  ROW_REPEATED: 'An earlier row says the same. It was compared all the same.',
} as const
export type SubjectFlagCode = keyof typeof subjectFlagMeanings
export const SubjectFlag = z.object({
  code: z.enum(Object.keys(subjectFlagMeanings) as [SubjectFlagCode, ...SubjectFlagCode[]]),
  /** The heading, else the column's letter; null where it is of the whole row. */
  column: z.string().nullable(),
  /** What stands there, shortened. */
  text: z.string().nullable(),
})
export type SubjectFlag = z.infer<typeof SubjectFlag>

/** One row of a list. */
export const Subject = z.object({
  /** From 1, in the list: what it is called by. */
  position: z.number().int().positive(),
  /** As a spreadsheet program counts; of pasted text, the line. */
  row: z.number().int().positive(),
  /** The sheet's name in a workbook. */
  sheet: z.string().nullable(),
  /** '' where the row names nobody. A row that names a unit and no person is about the unit. */
  name: z.string(),
  otherNames: z.array(z.string()),
  /** Null where nothing tells: compared with people, units and organisations. */
  kind: SubjectKind.nullable(),
  unit: z.string().nullable(),
  rank: z.string().nullable(),
  post: z.string().nullable(),
  /** ISO 3166-1 alpha-3; null where it is not given or not known. */
  country: z.string().nullable(),
  countryPrinted: z.string().nullable(),
  birth: GivenDate.nullable(),
  birthPlace: z.string().nullable(),
  identifiers: z.array(z.string()),
  event: z.string().nullable(),
  authority: z.string().nullable(),
  /** When the event begins: chains and postings are asked for these days. */
  start: GivenDate.nullable(),
  /** Cells of other columns, by heading: kept for exports. */
  besides: z.record(z.string(), z.string()),
  flags: z.array(SubjectFlag),
})
export type Subject = z.infer<typeof Subject>

/** Why this entity was looked at: the subject itself may be it, the person's unit may be, or it is posted to command that unit at the date. */
export const hitRoles = ['subject', 'unit of the person', 'commander of the unit'] as const
export type HitRole = (typeof hitRoles)[number]

export type Weight = 'for' | 'against' | 'neither'

/** What speaks for or against a hit, beside its name. `given` is the list's, `known` the ledger's, each as printed. */
export type Evidence = { weight: Weight } & (
  | { code: 'birth-date'; agreement: 'same day' | 'possible' | 'year apart' | 'differs'; given: string; known: string[] }
  | { code: 'birth-place'; agreement: 'same' | 'part' | 'differs'; given: string; known: string[] }
  | { code: 'country'; agreement: 'same' | 'differs'; given: string; known: string[] }
  | { code: 'identifier'; given: string; known: string; scheme: string | null }
  /** The ledger has the person posted to a unit that the list's unit may be (`like`), or above or below it on that day. */
  | {
      code: 'posting'
      relation: 'same' | 'above' | 'below'
      given: string
      unit: EntityReference
      role: string | null
      rank: string | null
      dates: Dates
    }
  /** It has postings of the person, and none is to the list's unit. */
  | { code: 'posted-elsewhere'; given: string; units: EntityReference[]; of: number }
  | { code: 'rank'; agreement: 'same' | 'differs'; given: string; known: string[] }
  /** How the commander comes in: the posting to the list's unit. */
  | { code: 'commands'; unit: EntityReference; role: string | null; rank: string | null; dates: Dates }
  /** Which printed names tie rows to the unit: confirmed by a person, or proposed by a rule. */
  | { code: 'name-basis'; basis: 'a source' | 'confirmed' | 'proposed'; rows: number }
  /** Only a ministry, a service or a class of units is named: no single unit is accused by it. */
  | { code: 'no-single-unit'; kind: EntityKind }
  /** Others in the ledger match the same name nearly as well. */
  | { code: 'others-alike'; count: number }
)

/** What a posting's dates say of the asked days (of any time, where none are given), and the dates as printed. */
export interface Dates {
  holding: Holding
  first: string | null
  last: string | null
}

export interface EntityReference {
  id: string
  kind: EntityKind
  name: string
  country: string | null
}

/** What is said of the entity: an allegation is never a fact, and a listing stands for the list's own date. */
export interface MatterSummary {
  id: string
  kind: MatterKind
  standing: MatterStatus['standing']
  outcomes: string[]
  /** The sources' words for it, of an incident. */
  violations: string[]
  /** PostgreSQL's daterange; of an incident its days, of a listing when it was listed. */
  span: string | null
  authority: string | null
  list: string | null
  program: string | null
  effect: string | null
  /** Snapshots: each proves the listing on its day alone. */
  seenOn: string[]
  deniedIn: number | null
  source: string
  sourceFile: string
  /** Row or page that it stands at. */
  row: number | null
  page: number | null
}

/** A finding of exposure with this entity on one of its ends; the whole of it: `exposuresOfUnit(client, run.changeset, unit)`. */
export interface FindingSummary {
  id: string
  unit: EntityReference
  matter: string
  matterKind: MatterKind
  path: PathKind
  order: Order
  /** Training sessions, never people. */
  sessions: number
  rows: number
}

export interface HitExposure {
  /** Bounded: `of` says how many there are. */
  matters: { shown: MatterSummary[]; of: number }
  findings: { shown: FindingSummary[]; of: number }
  /** Delivered training that rows print under its names; null where it is no unit or none names it. */
  assistance: { rows: number; sessions: number; cents: number; firstYear: number | null; lastYear: number | null } | null
}

export interface Hit {
  /** Shown first to last: by score, then by how much evidence speaks for it, then by what is said of it. */
  rank: number
  role: HitRole
  entity: EntityReference
  /** 0 to 1: names and evidence together. */
  score: number
  verdict: 'same' | 'unsure'
  /** The comparison that let it in: what of the list was held against which name of the ledger. Null for a commander. */
  name: { given: string; known: string; score: number; reasons: string[] } | null
  evidence: Evidence[]
  exposure: HitExposure
  /** A person should look: it may be the subject itself, or something is said of the unit or its commander. */
  look: boolean
  /** In a screening after the first: not there before, or with more said of it. Null: as it was. */
  news: 'new' | 'changed' | null
  /** The run that found it first, and since when it is as it is. */
  firstRun: number
  /** The decision that counts now; null where there is none. */
  decision: Decision | null
}

export const Finding = z.enum(['no match', 'possible', 'match'])
export type Finding = z.infer<typeof Finding>
export const Action = z.enum(['proceed', 'suspend', 'refuse', 'need more'])
export type Action = z.infer<typeof Action>

/** What a reviewer decides of a subject, or of one hit of it. */
export const NewDecision = z
  .object({
    position: z.number().int().positive(),
    /** Null: of the subject as a whole. */
    entity: z.string().max(80).nullable().default(null),
    finding: Finding.nullable(),
    action: Action.nullable().default(null),
    reason: z.string().trim().min(1).max(4_000),
    /** A day; from then on it counts no more. */
    expires: z.iso.date().nullable().default(null),
  })
  .refine(({ finding, action }) => finding !== null || action !== null, { message: 'says neither what was found nor what to do' })
export type NewDecision = z.input<typeof NewDecision>

export interface Decision {
  number: number
  position: number
  entity: string | null
  finding: Finding | null
  action: Action | null
  reviewer: string
  reason: string
  at: string
  expires: string | null
  /** Made for many at once. */
  bulk: boolean
  /** The run that it was made on. */
  run: number
  /** For a list with four eyes: who confirmed it and when; until then it does not count. */
  confirmedBy: string | null
  confirmedAt: string | null
  /** *waits* for a second person; *expired*; *superseded* by a later one; *outdated*: more is said of the hit since. */
  state: 'counts' | 'waits' | 'expired' | 'superseded' | 'outdated'
}

/** What the ledger covered when it was asked: the end of the sentence "no match in the ledger as of DATE, which covers …". */
export interface Coverage {
  /** The time of the ledger's state, and what it is cited by. */
  at: string
  changeset: number
  digest: string
  units: number
  people: number
  organizations: number
  incidents: number
  /** Fiscal years of trainings, first and last; null where there are none. */
  trainings: { first: number; last: number; rows: number; countries: number } | null
  /** Each list with the days of its copies. */
  lists: { authority: string; list: string; entries: number; seenOn: string[]; deniedIn: number[] }[]
}

export interface Run {
  number: number
  state: 'comparing' | 'done' | 'stopped'
  started: string
  ended: string | null
  /** Subjects compared, of all. */
  done: number
  of: number
  coverage: Coverage
}

export interface ListSummary {
  /** Random, without meaning: the only thing of a list that may stand in an address. */
  id: string
  title: string
  owner: string
  colleagues: string[]
  created: string
  /** Purged on this day; null: kept. */
  purgeAfter: string | null
  fourEyes: boolean
  subjects: number
  /** Subjects with something to look at, decided or not; those that still wait; those with news. */
  toLookAt: number
  waiting: number
  withNews: number
  flags: number
  run: Run | null
}

export interface SubjectView {
  subject: Subject
  /** Of the latest run; bounded, `matched` says how many there are in all. */
  hits: Hit[]
  /** Entities that matched, also beyond those that are kept ("1st Battalion" may be any of thousands). */
  matched: number
  compared: boolean
  /** Decisions of the subject as a whole that counts, if there is one. */
  decision: Decision | null
}

export const SubjectFilter = z.object({
  /** *look*: something to look at; *waiting*: that and no decision counts; *news*: new or changed; *none*: no match; *flagged*: a bad cell. */
  show: z.enum(['all', 'look', 'waiting', 'news', 'none', 'flagged', 'decided']).default('all'),
  after: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(50),
})
export type SubjectFilter = z.input<typeof SubjectFilter>

/** What a file or pasted text was read as, before it is made a list: for the page where columns are mapped. */
export interface Preview {
  mediaType: string
  /** For text: what its bytes were read as, told or guessed. */
  encoding: string | null
  /** Sheets whose columns are known are read, the others are not. */
  sheets: { name: string | null; rows: number; read: boolean }[]
  /** Whether the first row names the columns. */
  headed: boolean
  columns: { index: number; heading: string; letter: string; field: SubjectField | null; samples: string[] }[]
  mapping: Mapping
  rows: number
}

/** A file's bytes, or pasted text. */
export type Given = { bytes: Uint8Array; fileName: string } | { text: string }

/** Kept hits a subject; more are counted. */
export const mostHits = 25
/** Kept matters and findings a hit. */
export const mostShown = 12
/** Rows of a list. */
export const mostSubjects = 100_000
export const purgeDays = 90
