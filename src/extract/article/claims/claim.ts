/** What an article claims, as read from one sentence: numbers, events, lineages, states of affairs, and who denies or doubts them. */

export type ClaimType = 'quantity' | 'event' | 'lineage' | 'status' | 'denial' | 'doubt'

/** A time as printed, and the days that it spans as far as the words say; null ends are open or unknown. */
export interface ClaimPeriod {
  printed: string
  from: string | null
  to: string | null
}

export type Comparator = '=' | '<' | '>' | '≈'

interface ClaimBase {
  /** "C1": within the article, in the order of the text. */
  id: string
  /** UTF-16 units while reading, code points in what is published: the words that make the claim. */
  start: number
  end: number
  /** The sentence, verbatim. */
  sentence: string
  /** Who says so, as printed; null where the article itself does. */
  speaker: string | null
  /** Words that weaken or bound it, as printed. */
  hedge: string | null
  period: ClaimPeriod | null
  place: string | null
  /** "model" for what a language model proposed, see model.ts. */
  proposed_by: 'rules' | 'model'
}

export interface QuantityClaim extends ClaimBase {
  type: 'quantity'
  value: number | null
  low: number | null
  high: number | null
  comparator: Comparator
  measure: string
  /** What is counted, as printed: "Latin American security personnel". */
  counted: string | null
  currency: string | null
  /** "year" where the number is one of every year. */
  per: string | null
  provider: string | null
  recipient: string | null
  programme: string | null
  /** Which end of a change this is, and the id of the other. */
  change: 'from' | 'to' | null
  counterpart: string | null
}

export interface EventClaim extends ClaimBase {
  type: 'event'
  /** The source's word: "killed", "came under fire". */
  action: string
  perpetrators: string | null
  victims: string | null
}

export interface LineageClaim extends ClaimBase {
  type: 'lineage'
  /** Who it is about: "several of those units". */
  members: string | null
  /** What they left. */
  left: string | null
  /** What they joined, formed, became a part of or led. */
  joined: string | null
  /** The verb as printed: "defected and formed", "led". */
  relation: string
  trained_by: string | null
}

export interface StatusClaim extends ClaimBase {
  type: 'status'
  subject: string | null
  state: string
}

export interface DenialClaim extends ClaimBase {
  type: 'denial' | 'doubt'
  /** What is denied or doubted, as printed; null where the sentence only points back. */
  of: string | null
  /** Ids of the claims that it concerns, as far as they were found. */
  concerns: string[]
}

export type Claim = QuantityClaim | EventClaim | LineageClaim | StatusClaim | DenialClaim
