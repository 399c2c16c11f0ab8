/** What reading an article marks: who is mentioned, with which rank, post and unit, and how these belong together. */

import type { Span } from '../sentences.js'
import type { Post } from './posts.js'

/** As Security Force Monitor's annotators use them: a title is the office of one holder, a role a function that many have. */
export type MentionType = 'Person' | 'Rank' | 'Role' | 'Title' | 'Organization'

/** A stretch of the text; `start` and `end` count UTF-16 units while reading, Unicode code points in what is published. */
export interface Mention {
  type: MentionType
  start: number
  end: number
  text: string
}

export type RelationType = 'has_rank' | 'has_role' | 'has_title' | 'is_posted'

/** Between two mentions, by their index: a person, and a rank, post or organisation of theirs. */
export interface Relation {
  type: RelationType
  person: number
  other: number
}

/** A name that is read in a clause, and the rank that stands with it. */
export interface Person extends Span {
  rank: Span | null
}

/** A name of a unit or force that is read in a clause. */
export interface Organization extends Span {
  /** A whole force of a country, named on the way ("the Nigerian Army said"), not a unit of it. */
  force: boolean
  /** Printed as nothing but an acronym or a number: a unit only where a post or appointment says so ("Commander, TRADOC", "AIG, Zone 6"). */
  acronym?: boolean
  /** Such a one whose director is somebody of ours, though no rank is printed ("DSS", and no ministry). */
  body?: boolean
}

/** What a clause makes of a person: the post, the unit, or the post in the unit. */
export interface Link {
  post: Post | null
  organization: Organization | null
}
