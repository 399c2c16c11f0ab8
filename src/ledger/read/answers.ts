/** What answers an allegation or a listing: denials, doubts, replies, and that an answer was sought; in the order of their dates. */
import type { PoolClient } from 'pg'
import { type SaidOf, shownEnds } from './entity.js'
import { type Identities, loadIdentities } from './identities.js'
import { planned } from './planned.js'
import { heldIn } from './relations.js'

/**
 * That an answer was sought is a statement too, and no answer: it names of whom, or what came of it, or a day of seeking without anybody who speaks.
 */
export const isSought = ({ details, speaker }: Pick<SaidOf, 'details' | 'speaker'>): boolean =>
  details.sought_from !== undefined || details.outcome !== undefined || (details.sought_on !== undefined && speaker === null)

/** The same of a statement `s` as SQL. */
export const soughtSql = `(s.details ?| '{sought_from,outcome}' OR (s.details ? 'sought_on' AND s.speaker IS NULL))`

/**
 * By the incident that they answer, or, where a reply says that it answers a listing, by the listing. A reply to a listing is a statement of whom it lists
 * (`listed`, by all ids that are one): all are found by whom they are about.
 */
export async function loadAnswers(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  { incidents, listings, listed }: { incidents: readonly string[]; listings: readonly string[]; listed: readonly string[] },
  known?: Identities,
): Promise<Map<string, SaidOf[]>> {
  const byMatter = new Map<string, SaidOf[]>()
  if (incidents.length + listings.length === 0) return byMatter
  const { rows } = await client.query<SaidOf>(
    planned(
      'answers',
      past,
      `SELECT s.id, s.entity, s.object, s.property, s.value, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted",
        s.first_cited::text AS "firstCited", s.starts, s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends,
        s.open_ended AS "openEnded", s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source,
        s.places, s.flags, f.file_name AS "sourceFile", f.title AS "sourceTitle"
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
      WHERE ${heldIn(past, 's')} AND s.entity = ANY($1) AND (s.stance <> 'asserts' OR s.property = 'reply')
        AND (s.entity <> ALL($2) OR s.details->>'answers' = ANY($3))
      ORDER BY lower(s.first_cited) NULLS LAST, s.source, s.position, s.id`,
      [[...incidents, ...listed], listed, listings],
    ),
  )
  const { canonicalOf } = known ?? (await loadIdentities(client, past))
  for (const said of rows) {
    const row = { ...said, ...shownEnds(said, canonicalOf) }
    const matter = listings.includes(String(row.details.answers)) ? String(row.details.answers) : row.entity
    const list = byMatter.get(matter)
    if (list) list.push(row)
    else byMatter.set(matter, [row])
  }
  return byMatter
}

/**
 * What is shown of answers, each once: a reply that was entered says at once what it denies, in two statements of one source and speaker, of which the
 * reply is shown.
 */
export function answersShown(answers: readonly SaidOf[]): SaidOf[] {
  const replies = new Set(
    answers
      .filter(({ property, details }) => property === 'reply' && details.disputes)
      .map(({ source, speaker }) => `${source} ${speaker}`),
  )
  return answers.filter(
    ({ property, stance, source, speaker }) =>
      property === 'reply' || stance === 'asserts' || !replies.has(`${source} ${speaker}`),
  )
}
