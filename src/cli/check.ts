/** `rastro check`: what the record of trainings has to say to each claim of an article. */
import { resolve } from 'node:path'
import { type ClaimCheck, checkClaim } from '../analysis/claim-check.js'
import { openClaimRecord } from '../analysis/claim-record.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import { describeNotRead } from '../extract/article/not-read.js'
import { type ReadArticleFile, readArticles } from '../extract/article/read-articles.js'
import { describeError, errors } from '../ledger/errors.js'
import { openReading } from '../ledger/read/open-reading.js'
import type { Head } from '../ledger/read/views.js'
import { searchKey } from '../names/search-key.js'
import { addressOfClaim, publishCheck, rowAddresses } from '../web/api/checks.js'
import {
  askInWords,
  boundInWords,
  claimInWords,
  figureInWords,
  questionInWords,
  readingInWords,
  reasonInWords,
  speaking,
  verdictInWords,
} from '../web/check-words.js'
import { factsAsked } from './asked.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'

export const command: Command = {
  name: 'check',
  summary: 'Check what an article claims against the record of trainings',
  usage: `rastro check FILE [--json] [--title TEXT] [--publisher TEXT] [--author TEXT] [--published DATE]

  FILE         an article: plain text, a saved page (HTML), PDF or Word document (.docx)
  --json       one JSON object per claim, one per line, with the question, the figure, the reasons and the coverage
  --published  the day of the article, where it does not say it: "since 2006" and "last year" reach to it
  --title, --publisher, --author
               what the article does not say of itself, or says wrongly

  rastro check article.html
      each claim with the question that it was read as, the figure of the ledger and a verdict: agrees, ledger higher, ledger lower,
      or cannot say with the reasons

People are not training sessions: for a claim about people the sessions are an upper bound. Where a part of what was asked for is not in the
record, "cannot say" is the only verdict, and the figure is of the part at hand.`,
  options: {
    json: { type: 'boolean' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    author: { type: 'string' },
    published: { type: 'string' },
  },
  async run(values, positionals, context) {
    const { out, cwd, signal } = context
    const [path, ...rest] = positionals
    if (!path || rest.length > 0) throw errors.OPTION_INVALID('one article is needed', 'check')
    const given = factsAsked(values)
    let article: ReadArticleFile | null = null
    for await (const outcome of readArticles([{ path: resolve(cwd, path), given }], { signal })) {
      if (outcome.ok) article = outcome.value
      else out.note(describeError(outcome.error))
    }
    if (signal.aborted) return 130
    if (article === null) return 2
    for (const what of describeNotRead(article)) out.note(`${article.file}: ${what}`)
    const ledger = await ledgerOf(context)
    try {
      await fillEmptyLedger(ledger, context)
      const { record, head } = await openClaimRecord(
        openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal }),
      )
      const checks: ClaimCheck[] = []
      for (const claim of article.claims) {
        if (signal.aborted) return 130
        checks.push(await checkClaim(claim, article.facts.published, record, article.claims))
      }
      if (values.json) for (const check of checks) await out.write(`${JSON.stringify(asJson(check, article, head))}\n`)
      else await out.write(asText(checks, article, head))
      return 0
    } finally {
      await ledger.close()
    }
  },
}

/** Paragraphs are counted from 1 over the lines of the text that are not empty, as `data/cases` counts them. `at` is in code points. */
function paragraphOf({ text }: Pick<ReadArticleFile, 'text'>, at: number): number {
  const before = Array.from(text)
    .slice(0, at + 1)
    .join('')
  return before.split('\n').filter((line) => line.trim() !== '').length
}

const English = speaking('en')

export function asJson(check: ClaimCheck, article: Pick<ReadArticleFile, 'text' | 'sha256' | 'facts'>, head: Head): unknown {
  const { claim } = check
  return {
    claim,
    words: claimInWords(English, claim),
    article: { sha256: article.sha256, paragraph: paragraphOf(article, claim.start), start: claim.start, end: claim.end },
    ...publishCheck(check, addressOfClaim(check, article.facts.published, head), head),
  }
}

/** What a denial denies, and who denies what is claimed. */
function answersOf({ id, ...claim }: ClaimCheck['claim'], checks: readonly ClaimCheck[]): string[] {
  if ('concerns' in claim) return claim.concerns.length > 0 ? [`    answers ${claim.concerns.join(', ')}`] : []
  return checks.flatMap(({ claim: other }) =>
    'concerns' in other && other.concerns.includes(id)
      ? [`    ${other.type === 'denial' ? 'denied' : 'doubted'}${other.speaker ? ` by ${other.speaker}` : ''}: ${other.id}`]
      : [],
  )
}

export function asText(
  checks: readonly ClaimCheck[],
  article: Pick<ReadArticleFile, 'file' | 'facts' | 'text'>,
  head: Head,
): string {
  const { title, publisher, published } = article.facts
  const { number, years } = English.format
  const verdicts = new Map<string, number>()
  for (const { verdict } of checks) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  const lines = [
    `${article.file}: ${[title ?? 'no title found', publisher, published ?? 'no day of publication found (--published DATE)'].filter(Boolean).join(', ')}`,
    checks.length === 0
      ? 'No claims were found.'
      : `${number(checks.length)} ${checks.length === 1 ? 'claim' : 'claims'}: ${[...verdicts].map(([verdict, number]) => `${number} ${verdict}`).join(', ')}. Ledger state ${head.changeset} of ${head.at.slice(0, 10)}.`,
  ]
  for (const check of checks) {
    const { claim, question, figure, partial, partExceeds, reasons, coverage } = check
    lines.push(
      '',
      `${claim.id} (paragraph ${paragraphOf(article, claim.start)}, characters ${claim.start} to ${claim.end}) ${claimInWords(English, claim)}`,
    )
    lines.push(...answersOf(claim, checks))
    const bound = boundInWords(English, check)
    lines.push(`    ${verdictInWords(English, check).toUpperCase()}`, ...(bound ? [`      ${bound}`] : []))
    if (question)
      lines.push(
        `    read as: ${questionInWords(English, question)}`,
        ...question.readings.map((reading) => `      ${readingInWords(English, reading)}`),
      )
    for (const reason of reasons) lines.push(`    because: ${reasonInWords(English, reason)}`)
    const ask = askInWords(English, check)
    if (ask) lines.push(`      ${ask}`)
    if (figure) {
      lines.push(`    ${partial ? 'the part at hand' : 'the ledger'}: ${figureInWords(English, figure)}`)
      if (partExceeds) lines.push(`      ${English.text.check.partExceeds}`)
    }
    if (figure) lines.push(...rowAddresses(check, head).map((address) => `      rows: ${address}`))
    if (coverage)
      lines.push(
        `    coverage: ${coverage.present.parts} of ${coverage.present.of} parts of the reports at hand${coverage.yearsMissing.length > 0 ? `; missing: ${years(coverage.yearsMissing)}` : ''}${coverage.yearsInPart.length > 0 ? `; in part: ${years(coverage.yearsInPart)}` : ''}`,
      )
    const address = addressOfClaim(check, published, head)
    if (address) lines.push(`    this check: ${address.replace('/id/', '/en/')}`)
  }
  return `${lines.join('\n')}\n`
}
