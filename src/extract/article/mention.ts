/** What reading an article marks: who is mentioned, with which rank, post and unit, and how these belong together. */

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
