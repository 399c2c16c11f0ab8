/** Articles, claims, decisions and checks as rows of the fact tables, and the ids that follow from content alone. */
import type { ArticleReading } from '../articles.js'
import type { Claim, ClaimDecision, KeptCheck } from '../claims.js'
import { rangeText, readPartialDate } from '../dates.js'
import { errors } from '../errors.js'
import type { Place } from '../records.js'
import { type Row, sha256 } from './canonical.js'
import { storable } from './facts.js'

const shortHash = (...parts: unknown[]): string => sha256(JSON.stringify(parts)).slice(0, 20)

/** The digest by which ranges name the text that they count in. */
export const textSha256 = (text: string): string => sha256(storable(text))

export function articleRow(article: { source: string; text: string; author: string | null; reading: ArticleReading }): Row {
  const { source, author, reading } = article
  // One code point stands for what cannot be kept, so that no range moves.
  const text = storable(article.text)
  return {
    id: shortHash('article', source),
    source,
    text_sha256: sha256(text),
    author: storable(author),
    text,
    reading: JSON.stringify(reading),
  }
}

export interface ClaimToKeep {
  /** `id`, `counterpart` and `concerns` are those of the reading ("C1"). */
  claim: Claim
  /** Counted from 1 over the lines of the text that are not empty. */
  paragraph: number
  words: string | null
}

/**
 * The claims of one text. An id is a hash of the text, the range and what is claimed there, so that the same proposal is known again, and a
 * decision on it holds, whichever rules find it.
 */
export function claimRows(claims: readonly ClaimToKeep[], source: string, text: string): Row[] {
  const ordinals = new Map<string, number>()
  const ids = new Map<string, string>()
  for (const { claim } of claims) {
    const what = [
      source,
      text,
      claim.type,
      claim.start,
      claim.end,
      measureOf(claim),
      claim.type === 'quantity' ? claim.change : null,
    ]
    const key = JSON.stringify(what)
    const ordinal = ordinals.get(key) ?? 0
    ordinals.set(key, ordinal + 1)
    ids.set(claim.id, shortHash('claim', ...what, ordinal))
  }
  const kept = (claim: Claim): Claim => {
    const id = ids.get(claim.id)!
    if (claim.type === 'quantity') return { ...claim, id, counterpart: claim.counterpart && (ids.get(claim.counterpart) ?? null) }
    if (claim.type === 'denial' || claim.type === 'doubt')
      return { ...claim, id, concerns: claim.concerns.flatMap((one) => ids.get(one) ?? []) }
    return { ...claim, id }
  }
  return claims.map(({ claim, paragraph, words }, position) => ({
    id: ids.get(claim.id)!,
    source,
    page: null,
    row_ordinal: null,
    places: [placeOf(claim, paragraph)],
    position,
    type: claim.type,
    measure: measureOf(claim),
    proposed_by: claim.proposed_by,
    words: storable(words),
    content: JSON.stringify(kept(claim)),
  }))
}

const measureOf = (claim: Claim): string | null => (claim.type === 'quantity' ? claim.measure : null)

export const placeOf = ({ start, end }: Pick<Claim, 'start' | 'end'>, paragraph: number): Place => ({
  page: null,
  pageLabel: `paragraph ${paragraph}`,
  box: null,
  row: null,
  start,
  end,
})

/** One current decision a claim: who decides again replaces what was decided before, which stays in the audit trail. */
export function decisionRow(decision: ClaimDecision, source: string): Row {
  const { claim, verdict, reviewer, note, ties, corrected, proposed, statements, textSha256 } = decision
  return {
    id: shortHash('claim decision', source, claim),
    source,
    claim,
    verdict,
    reviewer: storable(reviewer),
    note: storable(note),
    type: proposed.type,
    measure: measureOf(proposed),
    start_at: proposed.start,
    end_at: proposed.end,
    text_sha256: textSha256,
    content: JSON.stringify({ ties, corrected, proposed }),
    statements,
  }
}

export const checkRow = ({ claim, verdict, content, state }: KeptCheck, source: string): Row => ({
  id: shortHash('claim check', source, claim, state),
  source,
  claim,
  verdict,
  state,
  content: JSON.stringify(content),
})

/**
 * Columns of a source that say when it was published. `day` may be a month or a year alone.
 * @throws UserError ARTICLE_DAY_INVALID
 */
export function publicationColumns(
  published: { printed: string; day: string | null } | null,
): Pick<Row, 'published_printed' | 'published'> {
  const day = published?.day ?? null
  const range = day === null ? null : readPartialDate(day)
  if (day !== null && !range) throw errors.ARTICLE_DAY_INVALID(day)
  return { published_printed: storable(published?.printed ?? null), published: range && rangeText(range) }
}
