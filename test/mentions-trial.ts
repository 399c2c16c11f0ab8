/** Scores who is read to be mentioned in invented articles (test/golden/mentions) against what is marked there, by exact span; a role and a title are one. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlainArticle } from '../src/documents/article/plain-article.js'
import { codePoints } from '../src/documents/code-points.js'
import { readMentions } from '../src/extract/article/read-article.js'

export interface MentionScore {
  right: number
  wrong: number
  missed: number
}

export interface MentionTrial {
  articles: number
  mentions: MentionScore
  relations: MentionScore
  /** What differs, a line each. */
  misses: string[]
}

const types: Readonly<Record<string, string>> = { P: 'Person', K: 'Rank', R: 'Post', T: 'Post', O: 'Organization' }
const kindOf = (type: string): string => (type === 'Role' || type === 'Title' ? 'Post' : type)
const relationOf: Readonly<Record<string, string>> = { Rank: 'has_rank', Post: 'has_post', Organization: 'is_posted' }

export function scoreMentions(given?: string): MentionTrial {
  const file = given ?? fileURLToPath(new URL('./golden/mentions/articles.txt', import.meta.url))
  const articles = readFileSync(file, 'utf8').split(/^=== /m).slice(1)
  const trial: MentionTrial = {
    articles: articles.length,
    mentions: { right: 0, wrong: 0, missed: 0 },
    relations: { right: 0, wrong: 0, missed: 0 },
    misses: [],
  }
  for (const article of articles) {
    const end = article.indexOf('\n')
    const { text, marked } = unmarked(article.slice(end + 1))
    const read = readMentions(readPlainArticle(text))
    const compare = (score: MentionScore, wanted: ReadonlySet<string>, found: ReadonlySet<string>) => {
      for (const one of wanted) {
        score[found.has(one) ? 'right' : 'missed']++
        if (!found.has(one)) trial.misses.push(`${article.slice(0, end)}: missed ${one}`)
      }
      for (const one of found) {
        if (wanted.has(one)) continue
        score.wrong++
        trial.misses.push(`${article.slice(0, end)}: unexpected ${one}`)
      }
    }
    compare(
      trial.mentions,
      new Set(marked.map((one) => `${one.type} ${one.start} “${one.text}”`)),
      new Set(read.mentions.map((one) => `${kindOf(one.type)} ${one.start} “${one.text}”`)),
    )
    const numberOf = (name: string) => marked.find((one) => one.type === 'Person' && one.text === name)?.of[0] ?? name
    compare(
      trial.relations,
      new Set(
        marked.flatMap(({ type, of, text: words }) =>
          type === 'Person' ? [] : of.map((person) => `${relationOf[type]} ${person} “${words}”`),
        ),
      ),
      new Set(
        read.relations.map(({ person, other }) => {
          const { type, text: words } = read.mentions[other]!
          return `${relationOf[kindOf(type)]} ${numberOf(read.mentions[person]!.text)} “${words}”`
        }),
      ),
    )
  }
  return trial
}

/** The text without its marks, and what they mark, in code points. */
function unmarked(article: string) {
  const marked: { type: string; of: string[]; start: number; text: string }[] = []
  let text = ''
  let at = 0
  for (const match of article.matchAll(/\{(?<type>[PKRTO])(?<of>[\d,]*):(?<words>[^}]*)\}/g)) {
    const { type, of, words } = match.groups as { type: string; of: string; words: string }
    text += article.slice(at, match.index)
    marked.push({ type: types[type]!, of: of.split(',').filter(Boolean), start: text.length, text: words })
    text += words
    at = match.index + match[0].length
  }
  text += article.slice(at)
  const points = codePoints(text)
  return { text, marked: marked.map((one) => ({ ...one, start: points.of(one.start) })) }
}
