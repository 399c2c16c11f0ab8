/**
 * What the five articles claim, in our words, with the check that was made of each claim: for a first start, when nobody has brought the texts.
 *
 * What is "as printed" in a claim is there where it is a few words; no sentence of an article is. The state that a check names is that of the
 * bundled record alone, which every ledger that was started with it has gone through.
 */
import { checkRow, claimRows, publicationColumns } from '../../ledger/changesets/article-facts.js'
import type { Row } from '../../ledger/changesets/canonical.js'
import { sourceId } from '../../ledger/changesets/facts.js'
import type { SourceFacts } from '../../ledger/changesets/replace-source.js'
import { Claim } from '../../ledger/claims.js'
import type { Cells } from '../data-package/tables.js'
import type { CuratedPackage } from './read-package.js'

export interface ArticleClaims {
  claims: Row[]
  checks: Row[]
  /** Columns of the source. */
  publication: Pick<Row, 'published_printed' | 'published'>
}

export function articleClaims(given: CuratedPackage, article: Cells): ArticleClaims {
  const source = sourceId(article.sha256!)
  const own = given.table('claims').rows.filter((row) => row.article === article.article)
  // A text file's digest is its text's.
  const claims = claimRows(
    own.map((row) => ({ claim: claimOf(row), paragraph: Number(row.paragraph), words: row.words! })),
    source,
    article.sha256!,
  )
  const ids = new Map(own.map((row, index) => [row.claim!, claims[index]!.id]))
  const checks = given.table('checks').rows.flatMap((row) => {
    const claim = ids.get(row.claim!)
    const { claim: _claim, verdict, state, ...cells } = row
    return claim ? [checkRow({ claim, verdict: verdict!, state: state!, content: checkContent(cells) }, source)] : []
  })
  const day = article.published || null
  return { claims, checks, publication: publicationColumns(day === null ? null : { printed: day, day }) }
}

export const factsOfClaims = ({ claims, checks }: ArticleClaims): Partial<SourceFacts> => ({
  claim: claims,
  claim_check: checks,
  claimsOf: 'project',
})

const numbers = ['value', 'low', 'high', 'start', 'end'] as const
/** Columns of claims.csv by type, besides those that every claim has. */
const fields: Record<Claim['type'], readonly string[]> = {
  quantity: [
    'value',
    'low',
    'high',
    'comparator',
    'measure',
    'counted',
    'currency',
    'per',
    'provider',
    'recipient',
    'programme',
    'change',
    'counterpart',
  ],
  event: ['action', 'perpetrators', 'victims'],
  lineage: ['members', 'left', 'joined', 'relation', 'trained_by'],
  status: ['subject', 'state'],
  denial: ['of', 'concerns'],
  doubt: ['of', 'concerns'],
}

/** A row of claims.csv as a claim. Blank is null; `from` and `to` are the days of `period`. */
export function claimOf(row: Cells): Claim {
  const cell = (name: string) => row[name] || null
  const type = row.type as Claim['type']
  const own = Object.fromEntries(
    fields[type].map((name): [string, unknown] => {
      if (name === 'concerns') return [name, cell(name)?.split(' ') ?? []]
      return [name, (numbers as readonly string[]).includes(name) && cell(name) !== null ? Number(cell(name)) : cell(name)]
    }),
  )
  return Claim.parse({
    id: row.claim,
    type,
    start: Number(row.start),
    end: Number(row.end),
    sentence: '',
    speaker: cell('speaker'),
    hedge: cell('hedge'),
    period: cell('period') === null ? null : { printed: cell('period'), from: cell('from'), to: cell('to') },
    place: cell('place'),
    proposed_by: 'project',
    ...own,
  })
}

/** A row of checks.csv as what a check holds besides its claim, by column. Blank is null. */
function checkContent(cells: Cells): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [
      name,
      value === '' ? null : /^[[{]|^(?:true|false|-?\d+)$/.test(value!) ? JSON.parse(value!) : value,
    ]),
  )
}
