/** `rastro check`: what the record of trainings has to say to each claim of an article. */
import { resolve } from 'node:path'
import { type ClaimCheck, checkClaim } from '../analysis/claim-check.js'
import {
  claimWords,
  count,
  figureWords,
  readingWords,
  reasonWords,
  verdictWords,
  yearsWords,
} from '../analysis/claim-check-words.js'
import { openClaimRecord } from '../analysis/claim-record.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import { type ReadArticleFile, readArticles } from '../extract/article/read-articles.js'
import { dataHome } from '../ledger/database/home.js'
import { openLedger } from '../ledger/database/open.js'
import { describeError, errors } from '../ledger/errors.js'
import { stateInAddress } from '../ledger/read/as-of.js'
import { openReading } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import { countryOfCode } from '../ledger/vocabulary.js'
import { searchKey } from '../names/search-key.js'
import { bringInData } from './bring-in-data.js'
import type { Command } from './command.js'

export const command: Command = {
  name: 'check',
  summary: 'Check what an article claims against the record of trainings',
  usage: `rastro check FILE [--json] [--title TEXT] [--publisher TEXT] [--author TEXT] [--published DATE]

  FILE         an article: plain text, a saved page (HTML), PDF or Word document (.docx)
  --json       one JSON object a claim, a line each, with the question, the figure, the reasons and the coverage
  --published  the day of the article, where it does not say it: "since 2006" and "last year" reach to it
  --title, --publisher, --author
               what the article does not say of itself, or says wrongly

  rastro check article.html
      each claim with the question that it was read as, the figure of the ledger and a verdict: agrees, ledger higher, ledger lower,
      or cannot say with the reasons

People are not training sessions: of a claim about people the sessions are an upper bound. Where a part of what was asked for is not in the
record, "cannot say" is the only verdict, and the figure is of the part at hand.`,
  options: {
    json: { type: 'boolean' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    author: { type: 'string' },
    published: { type: 'string' },
  },
  async run(values, positionals, context) {
    const { out, env, cwd, signal } = context
    const [path, ...rest] = positionals
    if (!path || rest.length > 0) throw errors.OPTION_INVALID('one article is needed', 'check')
    const given = Object.fromEntries(
      (['title', 'publisher', 'author', 'published'] as const).flatMap((name) =>
        typeof values[name] === 'string' ? [[name, values[name]]] : [],
      ),
    )
    let article: ReadArticleFile | null = null
    for await (const outcome of readArticles([{ path: resolve(cwd, path), given }], { signal })) {
      if (outcome.ok) article = outcome.value
      else out.note(describeError(outcome.error))
    }
    if (signal.aborted) return 130
    if (article === null) return 2
    const ledger = await openLedger({ home: dataHome(env, cwd), databaseUrl: env.DATABASE_URL })
    try {
      await bringInData(ledger, context)
      const { record, head } = await openClaimRecord(
        openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal }),
      )
      const checks: ClaimCheck[] = []
      for (const claim of article.claims) {
        if (signal.aborted) return 130
        checks.push(await checkClaim(claim, article.facts.published, record))
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

/** Addresses of the rows, in the state that was asked. */
function addressesOf(check: ClaimCheck, head: Head): string[] {
  const state = head.changeset > 0 ? `&as_of=${stateInAddress(head)}` : ''
  return check.question?.parameters.map((parameters) => `/en/search?${parameters}${state}`) ?? []
}

export function asJson(check: ClaimCheck, article: Pick<ReadArticleFile, 'text' | 'sha256'>, head: Head): unknown {
  const { claim, verdict, difference, measure, reading, allowed, question, figure, partial, partExceeds, reasons, coverage } =
    check
  return {
    claim,
    words: claimWords(claim),
    article: { sha256: article.sha256, paragraph: paragraphOf(article, claim.start), start: claim.start, end: claim.end },
    verdict,
    verdict_words: verdictWords(check),
    difference,
    measure,
    reading,
    allowed,
    query: question && {
      about: question.about,
      countries: question.countries,
      fiscal_years: question.years,
      programs: question.programs,
      parameters: question.parameters,
      addresses: addressesOf(check, head),
      readings: question.readings.map((reading) => ({ ...reading, words: readingWords(reading) })),
    },
    figure: figure && {
      rows: figure.rows,
      training_sessions: figure.sessions,
      total_cost: figure.cents / 100,
      rows_without_cost: figure.rowsWithoutCost,
      training_sessions_without_cost: figure.sessionsWithoutCost,
      partial,
      part_exceeds_claim: partExceeds,
    },
    reasons: reasons.map((reason) => ({ ...reason, words: reasonWords(reason) })),
    coverage: coverage && {
      present: coverage.present,
      years_missing: coverage.yearsMissing,
      years_in_part: coverage.yearsInPart,
    },
    state: { changeset: head.changeset, at: head.at, digest: head.digest },
  }
}

export function asText(
  checks: readonly ClaimCheck[],
  article: Pick<ReadArticleFile, 'file' | 'facts' | 'text'>,
  head: Head,
): string {
  const { title, publisher, published } = article.facts
  const verdicts = new Map<string, number>()
  for (const { verdict } of checks) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  const lines = [
    `${article.file}: ${[title ?? 'no title found', publisher, published ?? 'no day of publication found (--published DATE)'].filter(Boolean).join(', ')}`,
    checks.length === 0
      ? 'No claims were found.'
      : `${count(checks.length)} claims: ${[...verdicts].map(([verdict, number]) => `${number} ${verdict}`).join(', ')}. Ledger state ${head.changeset} of ${head.at.slice(0, 10)}.`,
  ]
  for (const check of checks) {
    const { claim, question, figure, partial, partExceeds, reasons, coverage } = check
    lines.push(
      '',
      `${claim.id} (paragraph ${paragraphOf(article, claim.start)}, characters ${claim.start} to ${claim.end}) ${claimWords(claim)}`,
    )
    lines.push(`    ${verdictWords(check).toUpperCase()}`)
    if (question)
      lines.push(
        `    read as: ${questionWords(question)}`,
        ...question.readings.map((reading) => `      ${readingWords(reading)}`),
      )
    for (const reason of reasons) lines.push(`    because: ${reasonWords(reason)}`)
    if (figure) {
      lines.push(`    ${partial ? 'the part at hand' : 'the ledger'}: ${figureWords(figure)}`)
      if (partExceeds) lines.push('      Already this part is more than what is claimed.')
      lines.push(...addressesOf(check, head).map((address) => `      rows: ${address}`))
    }
    if (coverage)
      lines.push(
        `    coverage: ${coverage.present.parts} of ${coverage.present.of} parts of the reports at hand${coverage.yearsMissing.length > 0 ? `; missing: ${yearsWords(coverage.yearsMissing)}` : ''}${coverage.yearsInPart.length > 0 ? `; in part: ${yearsWords(coverage.yearsInPart)}` : ''}`,
      )
  }
  return `${lines.join('\n')}\n`
}

function questionWords({ about, countries, years, programs }: NonNullable<ClaimCheck['question']>): string {
  const names = countries.map((code) => countryOfCode(code)?.nameEn ?? code)
  return [
    about === 'cost' || about === 'assistance' ? 'printed cost of training' : 'training sessions',
    names.length === 0 ? 'any country' : names.length > 4 ? `${names.length} countries` : names.join(', '),
    years.length === 0 ? 'no years' : `fiscal ${years.length === 1 ? 'year' : 'years'} ${yearsWords(years)}`,
    programs.length === 0 ? 'any programme' : programs.join(' or '),
  ].join('; ')
}
