/**
 * `npm run bench -- articles [--misses]`: how well mentions and relations are read, against hand-made annotations (../shared/data/articles).
 *
 * Every third article by file name is kept aside: rules were made by looking at the others only, and `--misses` lists only theirs.
 * Text match compares, per article, the set of (type, text); exact span the set of (type, start, end). How the published figures count a
 * text that an article has several times is not known, so two more counts are printed: each mention for itself ("each mention": as many of
 * a text as both sides have are right), and each annotated mention right whose text was read anywhere in the article ("once is enough").
 * Title and Role count as one type, as the published figures give them together; apart is printed below.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlainArticle } from '../src/documents/article/plain-article.js'
import { readBrat } from '../src/extract/article/mentions/brat.js'
import { findMentions } from '../src/extract/article/mentions/find-mentions.js'
import type { Mention, Relation } from '../src/extract/article/mentions/mention.js'
import { readArticle } from '../src/extract/article/read-article.js'
import { readArticles } from '../src/extract/article/read-articles.js'

const folder = '../shared/data/articles'

interface Score {
  right: number
  wrong: number
  missed: number
}

interface Annotated {
  mentions: readonly Mention[]
  relations: readonly Relation[]
}

const together = (type: string) =>
  type === 'Title' || type === 'Role' ? 'Title/Role' : type === 'has_title' || type === 'has_role' ? 'has_title/role' : type
const apart = (type: string) => type

function tally(scores: Map<string, Score>, type: string, right: number, wrong: number, missed: number): void {
  const score = scores.get(type) ?? { right: 0, wrong: 0, missed: 0 }
  scores.set(type, { right: score.right + right, wrong: score.wrong + wrong, missed: score.missed + missed })
}

function compare(scores: Map<string, Score>, truth: Iterable<string>, read: Iterable<string>, misses?: string[]): void {
  const wanted = new Set(truth)
  const found = new Set(read)
  for (const one of wanted) {
    const type = one.slice(0, one.indexOf('\t'))
    if (found.has(one)) tally(scores, type, 1, 0, 0)
    else {
      tally(scores, type, 0, 0, 1)
      misses?.push(`- ${one}`)
    }
  }
  for (const one of found)
    if (!wanted.has(one)) {
      tally(scores, one.slice(0, one.indexOf('\t')), 0, 1, 0)
      misses?.push(`+ ${one}`)
    }
}

const byText = ({ mentions }: Annotated, name: (type: string) => string) =>
  mentions.map((one) => `${name(one.type)}\t${one.text}`)
/** "2 Division," and "Brig.-Gen" are slips of the annotators' mouse: punctuation at the ends left out. */
const byTrimmedText = ({ mentions }: Annotated, name: (type: string) => string) =>
  mentions.map((one) => `${name(one.type)}\t${one.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')}`)
/** The n-th mention of a text is an item of its own. */
const byEachText = (annotated: Annotated, name: (type: string) => string) => {
  const seen = new Map<string, number>()
  return byText(annotated, name).map((one) => {
    const nth = (seen.get(one) ?? 0) + 1
    seen.set(one, nth)
    return `${one} (${nth})`
  })
}
const bySpan = ({ mentions }: Annotated, name: (type: string) => string) =>
  mentions.map((one) => `${name(one.type)}\t${one.start} ${one.end}`)
const relationsByText = ({ mentions, relations }: Annotated, name: (type: string) => string) =>
  relations.map(({ type, person, other }) => `${name(type)}\t${mentions[person]!.text} | ${mentions[other]!.text}`)
const relationsBySpan = ({ mentions, relations }: Annotated, name: (type: string) => string) =>
  relations.map(
    ({ type, person, other }) => `${name(type)}\t${mentions[person]!.start} | ${mentions[other]!.start} ${mentions[other]!.end}`,
  )

/** Each annotated mention is right where its text was read; what was read and is annotated nowhere is wrong, each time. */
function compareOnce(scores: Map<string, Score>, truth: readonly string[], read: readonly string[]): void {
  const typeOf = (one: string) => one.slice(0, one.indexOf('\t'))
  const [wanted, found] = [new Set(truth), new Set(read)]
  for (const one of truth) tally(scores, typeOf(one), found.has(one) ? 1 : 0, 0, found.has(one) ? 0 : 1)
  for (const one of read) if (!wanted.has(one)) tally(scores, typeOf(one), 0, 1, 0)
}

function row(name: string, { right, wrong, missed }: Score): string {
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed)
  const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed)
  return `  ${name.padEnd(16)} ${precision.toFixed(3)}  ${recall.toFixed(3)}  ${f1.toFixed(3)}  ${String(right + missed).padStart(5)}`
}

function print(title: string, scores: Map<string, Score>): void {
  const all = { right: 0, wrong: 0, missed: 0 }
  for (const { right, wrong, missed } of scores.values()) {
    all.right += right
    all.wrong += wrong
    all.missed += missed
  }
  const lines = [...scores].sort(([a], [b]) => a.localeCompare(b)).map(([name, score]) => row(name, score))
  process.stdout.write(`${title.padEnd(18)} prec.  recall F1     annotated\n${lines.join('\n')}\n${row('all (micro)', all)}\n`)
}

/** Two workers, files to mentions and claims. Starting and warming them up is told apart: it is the same for one file and for a thousand. */
async function inWorkers(names: readonly string[]): Promise<string> {
  const paths = names.map((name) => join(folder, `${name.slice(0, -4)}.txt`))
  const measured = async (passes: number) => {
    const jobs = Array.from({ length: passes }, () => paths.map((path) => ({ path, given: {} }))).flat()
    const used = process.cpuUsage()
    const start = performance.now()
    for await (const outcome of readArticles(jobs)) if (!outcome.ok) throw outcome.error
    const { user, system } = process.cpuUsage(used)
    return { articles: jobs.length, seconds: (performance.now() - start) / 1000, busy: (user + system) / 1e6 }
  }
  const few = await measured(4)
  const many = await measured(16)
  const further = many.articles - few.articles
  // Beside other work the few may take as long as the many.
  const rate = (work: number, seconds: number) => (seconds > 0 ? String(Math.round(work / seconds)) : 'nobody knows how many')
  return (
    `${few.articles} files in ${few.seconds.toFixed(1)} s (${few.busy.toFixed(1)} s of processor, starting included); of ${further} further ones ` +
    `${rate(further, many.seconds - few.seconds)} a second by the clock, ${rate(2 * further, many.busy - few.busy)} in two seconds of processor time`
  )
}

export async function bench(args: string[]): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.ann')).sort()
  if (names.length === 0) {
    process.stderr.write(`There are no annotated articles in ${folder}.\n`)
    return 2
  }
  const articles = await Promise.all(
    names.map(async (name, index) => ({
      name: name.slice(0, -4),
      aside: index % 3 === 2,
      text: await readFile(join(folder, `${name.slice(0, -4)}.txt`), 'utf8'),
      truth: readBrat(await readFile(join(folder, name), 'utf8')),
    })),
  )
  const read = articles.map(({ text }) => readArticle(readPlainArticle(text)))
  const parts: [string, (aside: boolean) => boolean][] = [
    ['tuned on', (aside) => !aside],
    ['kept aside', (aside) => aside],
    ['all', () => true],
  ]
  for (const [part, within] of parts) {
    const chosen = articles.map((article, index) => ({ ...article, read: read[index]! })).filter(({ aside }) => within(aside))
    process.stdout.write(`\n== ${part}: ${chosen.length} articles\n`)
    const measures: [string, (one: Annotated, name: (type: string) => string) => string[], (type: string) => string][] = [
      ['text match', byText, together],
      ['each mention', byEachText, together],
      ['once is enough', byText, together],
      ['ends trimmed', byTrimmedText, together],
      ['exact span', bySpan, together],
      ['relations (text)', relationsByText, together],
      ['relations (span)', relationsBySpan, together],
      ['apart (text)', byText, apart],
    ]
    for (const [title, of, name] of measures) {
      const scores = new Map<string, Score>()
      for (const article of chosen) {
        const misses: string[] = []
        if (title === 'once is enough') compareOnce(scores, of(article.truth, name), of(article.read, name))
        else compare(scores, of(article.truth, name), of(article.read, name), misses)
        if (
          args.includes('--misses') &&
          part === 'tuned on' &&
          title.endsWith(args[args.indexOf('--misses') + 1] ?? 'match') &&
          misses.length > 0
        )
          process.stdout.write(`${article.name}\n${misses.map((miss) => `   ${miss}`).join('\n')}\n`)
      }
      print(title, scores)
    }
  }
  const rate = (read: (text: string) => unknown): string => {
    const passes = 3
    const used = process.cpuUsage()
    const start = performance.now()
    for (let pass = 0; pass < passes; pass++) for (const { text } of articles) read(text)
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(used)
    const of = (time: number) => Math.round((articles.length * passes) / time)
    return `${of(seconds)} articles/s by the clock, ${of((user + system) / 1e6)} a second of processor time`
  }
  const mentionsOnly = rate((text) => findMentions(text, readPlainArticle(text).blocks))
  process.stdout.write(
    `\nOne core, mentions and relations: ${mentionsOnly}\nOne core, with claims: ${rate((text) => readArticle(readPlainArticle(text)))}\n`,
  )
  process.stdout.write(`Two workers, files to mentions and claims: ${await inWorkers(names)}\n`)
  process.stdout.write('Aim: 200 articles/s on two cores.\n')
  return 0
}
