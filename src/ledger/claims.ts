/**
 * What an article claims, as it is read, kept and decided on: numbers, events, lineages, states of affairs, and who denies or doubts them.
 *
 * A claim is a proposal of the rules (or of a language model, or a reading of our own that comes with the project) until an analyst accepts it:
 * only then does anything become a statement.
 */
import { z } from 'zod'
import type { Flag } from './records.js'

export const ClaimType = z.enum(['quantity', 'event', 'lineage', 'status', 'denial', 'doubt'])
export type ClaimType = z.infer<typeof ClaimType>

/** A time as printed, and the days that it spans as far as the words say; null ends are open or unknown. */
export const ClaimPeriod = z.object({ printed: z.string(), from: z.string().nullable(), to: z.string().nullable() })
export type ClaimPeriod = z.infer<typeof ClaimPeriod>

export const Comparator = z.enum(['=', '<', '>', '≈'])
export type Comparator = z.infer<typeof Comparator>

const text = z.string().nullable()
const number = z.number().nullable()

const common = {
  /** "C1" within an article, in the order of the text, while it is read; an id of the ledger's once it is kept. */
  id: z.string(),
  /** UTF-16 units while reading, code points in what is published and kept: the words that make the claim. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The sentence, verbatim; empty where the article's text is not at hand. */
  sentence: z.string(),
  /** Who says so, as printed; null where the article itself does. */
  speaker: text,
  /** Words that weaken or bound it, as printed. */
  hedge: text,
  period: ClaimPeriod.nullable(),
  place: text,
  /** "model" for what a language model proposed, see extract/article/model.ts; "project" for our own reading in data/cases. */
  proposed_by: z.enum(['rules', 'model', 'project']),
}

export const QuantityClaim = z.object({
  ...common,
  type: z.literal('quantity'),
  value: number,
  low: number,
  high: number,
  comparator: Comparator,
  measure: z.string(),
  /** What is counted, as printed: "Latin American security personnel". */
  counted: text,
  currency: text,
  /** "year" where the number is one of every year. */
  per: text,
  provider: text,
  recipient: text,
  programme: text,
  /** Which end of a change this is, and the id of the other. */
  change: z.enum(['from', 'to']).nullable(),
  counterpart: text,
  /** The number as printed, where its print is damaged ("l3,000") and was read as what it must have been: the flag NUMBER_REPAIRED. */
  repaired: z.string().optional(),
})
export type QuantityClaim = z.infer<typeof QuantityClaim>

export const EventClaim = z.object({
  ...common,
  type: z.literal('event'),
  /** The source's word: "killed", "came under fire". */
  action: z.string(),
  perpetrators: text,
  victims: text,
})
export type EventClaim = z.infer<typeof EventClaim>

export const LineageClaim = z.object({
  ...common,
  type: z.literal('lineage'),
  /** Who it is about: "several of those units". */
  members: text,
  /** What they left. */
  left: text,
  /** What they joined, formed, became a part of or led. */
  joined: text,
  /** The verb as printed: "defected and formed", "led". */
  relation: z.string(),
  trained_by: text,
})
export type LineageClaim = z.infer<typeof LineageClaim>

export const StatusClaim = z.object({ ...common, type: z.literal('status'), subject: text, state: z.string() })
export type StatusClaim = z.infer<typeof StatusClaim>

export const DenialClaim = z.object({
  ...common,
  type: z.enum(['denial', 'doubt']),
  /** What is denied or doubted, as printed; null where the sentence only points back. */
  of: text,
  /** Ids of the claims that it concerns, as far as they were found. */
  concerns: z.array(z.string()),
})
export type DenialClaim = z.infer<typeof DenialClaim>

export const Claim = z.discriminatedUnion('type', [QuantityClaim, EventClaim, LineageClaim, StatusClaim, DenialClaim])
export type Claim = z.infer<typeof Claim>

/** A part of a lineage: each is a claim of its own that does not imply the others. */
export const lineageParts = ['left', 'joined', 'trained_by'] as const
export type LineagePart = (typeof lineageParts)[number]

/**
 * Which entity a part of a claim speaks of. `subject` is whom or what it is about (the recipient of a training, the members of a lineage, the
 * incident of an event); a lineage's parts and an event's perpetrators have entities of their own.
 */
export const ClaimRole = z.enum(['subject', 'perpetrators', ...lineageParts])
export type ClaimRole = z.infer<typeof ClaimRole>

/** An entity that the analyst chose, or one that is made of the words of the claim where the ledger has none. */
export const ClaimTie = z.union([
  z.object({ role: ClaimRole, entity: z.string() }),
  z.object({ role: ClaimRole, kind: z.enum(['unit', 'body', 'organization', 'person', 'incident']), name: z.string().min(1) }),
])
export type ClaimTie = z.infer<typeof ClaimTie>

export const ClaimVerdict = z.enum(['accepted', 'corrected', 'rejected'])
export type ClaimVerdict = z.infer<typeof ClaimVerdict>

/** What an analyst says of a claim: the newest of it counts, older ones are in the audit trail. */
export interface ClaimDecision {
  /** The kept claim's id. */
  claim: string
  verdict: ClaimVerdict
  reviewer: string
  note: string | null
  ties: ClaimTie[]
  /** The claim as the analyst corrected it; null where it was accepted or rejected as it stands. */
  corrected: Claim | null
  /** What was proposed when he decided: it stays readable when a later reading proposes otherwise. */
  proposed: Claim
  /** Ids of the statements that it became. */
  statements: string[]
  /** Of the text that the range counts in. */
  textSha256: string
}

/** What a stored decision holds besides its columns, as JSON. */
export const DecisionContent = z.object({
  ties: z.array(ClaimTie),
  corrected: Claim.nullable(),
  proposed: Claim,
})

/** What a check said of a claim, kept with the state that it was made in: see analysis/claim-check.ts for the words' meaning. */
export interface KeptCheck {
  claim: string
  verdict: string
  /** What was asked, the figure and the reasons, by the columns of data/cases/checks.csv. */
  content: unknown
  /** Content digest of the ledger's state that was asked. */
  state: string
}

/** Doubts that an accepted claim puts on its statements. */
export const claimFlagMeanings = {
  NUMBER_REPAIRED:
    'The print of the number is damaged ("l3,000", "13, 000", "S73 million"). It was read as what it must have been; the note keeps what is printed.',
} as const

export const claimFlag = (code: keyof typeof claimFlagMeanings, note: string): Flag => ({ code, note })
