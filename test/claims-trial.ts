/**
 * Scores the claims that are read of invented articles against what a careful reader expects of them (test/golden/claims): claims by their kind and
 * the words that they stand on, then each of their parts.
 *
 * Words are alike where one holds the other, or most of the shorter one's words: "the army" and "army" are the same speaker.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlainArticle } from '../src/documents/article/plain-article.js'
import type { Claim } from '../src/extract/article/claims/claim.js'
import { readArticle } from '../src/extract/article/read-article.js'

export interface TrialScore {
  articles: number
  expected: number
  found: number
  proposed: number
  unexpected: number
  /** Parts of the claims found: those that the reader gives, and those that have to stay empty. */
  parts: number
  right: number
  given: number
  givenRight: number
  /** What is missed, wrong or too much, a line each. */
  misses: string[]
}

interface Expected {
  kind: string
  optional: boolean
  anchor: string
  number: string | null
  measures: string[]
  parts: Map<string, string>
  got: Claim | null
}

const kinds: Readonly<Record<Claim['type'], string>> = {
  quantity: 'Q',
  event: 'E',
  lineage: 'L',
  status: 'S',
  denial: 'D',
  doubt: 'D',
}
const names: Readonly<Record<string, string>> = {
  prov: 'provider',
  rec: 'recipient',
  prog: 'programme',
  cur: 'currency',
  sp: 'speaker',
  perp: 'perpetrators',
  vict: 'victims',
  by: 'trained_by',
  subj: 'subject',
}
/** Parts that stay empty where the reader gives none. */
const otherwiseEmpty: Readonly<Record<string, readonly string[]>> = {
  Q: ['speaker', 'hedge', 'currency', 'per', 'change'],
  E: ['speaker', 'hedge'],
  L: ['speaker', 'left', 'joined', 'trained_by'],
  S: ['speaker'],
  D: ['speaker'],
}

export function scoreTrial(set: 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth' | 'seventh'): TrialScore {
  const file = fileURLToPath(new URL(`./golden/claims/${set}.txt`, import.meta.url))
  const articles = readFileSync(file, 'utf8').split(/^=== /m).slice(1)
  const score: TrialScore = {
    articles: articles.length,
    expected: 0,
    found: 0,
    proposed: 0,
    unexpected: 0,
    parts: 0,
    right: 0,
    given: 0,
    givenRight: 0,
    misses: [],
  }
  for (const article of articles) scoreArticle(article, score)
  return score
}

function scoreArticle(article: string, score: TrialScore): void {
  const [head, ...rest] = article.split('\n')
  const id = head!.split('|')[0]!.trim()
  const [text, lines] = rest.join('\n').split(/^---$/m)
  const plain = readPlainArticle(`${text!.trim()}\n`)
  const { claims, text: read } = readArticle(plain)
  const points = [...read]
  const expected = lines!.trim().split('\n').map(parsed)
  const open = new Set(claims)
  for (const one of [...expected.filter(({ optional }) => !optional), ...expected.filter(({ optional }) => optional)]) {
    const at = [...read.slice(0, read.indexOf(one.anchor))].length
    const of = [...open].filter(({ type }) => kinds[type] === one.kind)
    one.got =
      of
        .filter(({ start, end }) => start < at + [...one.anchor].length && end > at)
        .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0] ??
      (one.kind === 'Q' ? null : (of.find(({ sentence }) => sentence.includes(one.anchor)) ?? null))
    if (one.got) open.delete(one.got)
    if (one.optional) continue
    score.expected++
    if (one.got) score.found++
    else score.misses.push(`${id} missed ${one.kind} “${one.anchor}”`)
  }
  score.proposed += claims.length
  score.unexpected += open.size
  for (const claim of open) score.misses.push(`${id} unexpected ${claim.type} “${points.slice(claim.start, claim.end).join('')}”`)
  for (const one of expected) if (one.got && !one.optional) scoreParts(id, one, one.got, expected, score)
}

function scoreParts(id: string, one: Expected, claim: Claim, all: readonly Expected[], score: TrialScore): void {
  const got = claim as unknown as Record<string, unknown>
  const judge = (name: string, right: boolean, given: boolean, has: unknown) => {
    score.parts++
    if (given) score.given++
    if (right) score.right++
    if (right && given) score.givenRight++
    if (!right) score.misses.push(`${id} “${one.anchor}”: ${name} is ${JSON.stringify(has)}`)
  }
  const seen = new Set<string>()
  if (claim.type === 'quantity') {
    const [low, high] = one.number!.split('..').map(Number) as [number, number | undefined]
    const value =
      high === undefined ? Math.abs((claim.value ?? Number.NaN) - low) <= low / 1000 : claim.low === low && claim.high === high
    judge('value', value, true, claim.value)
    judge(
      'measure',
      one.measures.some((measure) => measure === claim.measure || measure === 'measure'),
      true,
      claim.measure,
    )
    judge('comparator', (one.parts.get('cmp') ?? '=').split('|').includes(claim.comparator), true, claim.comparator)
  }
  for (const [printed, wanted] of one.parts) {
    if (printed === 'cmp') continue
    const lax = printed.endsWith('?') || wanted === '*'
    const short = printed.replace('?', '')
    if (short === 'p' || short === 'from' || short === 'to') {
      seen.add('period')
      const period = claim.period
      const has = short === 'p' ? period?.printed : period?.[short as 'from' | 'to']
      const right = wanted
        .split('|')
        .some((each) => (each === 'null' ? !has : short === 'p' ? alike(has, each) : !!has?.startsWith(each)))
      if (!lax) judge(short, right, true, has)
      continue
    }
    if (short === 'concerns') {
      const targets = all.filter(({ anchor, got: target }) => anchor === wanted && target)
      if (!lax && 'concerns' in claim)
        judge(
          short,
          targets.some(({ got: target }) => claim.concerns.includes(target!.id)),
          true,
          claim.concerns,
        )
      continue
    }
    const fields = short.split('|').map((name) => names[name] ?? name)
    for (const field of fields) seen.add(field)
    const right = fields.some((field) =>
      wanted.split('|').some((each) => (each === 'null' ? got[field] == null : alike(got[field], each))),
    )
    if (!lax) judge(fields[0]!, right, true, got[fields[0]!])
  }
  for (const field of otherwiseEmpty[one.kind]!) if (!seen.has(field)) judge(field, got[field] == null, false, got[field])
}

function parsed(line: string): Expected {
  const match = /^([QELSD])(\?)?\s+"([^"]+)"\s*(.*)$/.exec(line)
  if (!match) throw new Error(`No expectation: ${line}`)
  const [, kind, optional, anchor, behind] = match
  const number = kind === 'Q' ? /^(\S+)\s+(\S+)\s*(.*)$/.exec(behind!)! : null
  const parts = new Map<string, string>()
  for (const [, name, quoted, bare] of (number ? number[3]! : behind!).matchAll(/([a-z|]+\??)=(?:"([^"]*)"|(\S+))/g))
    parts.set(name!, quoted ?? bare!)
  return {
    kind: kind!,
    optional: optional !== undefined,
    anchor: anchor!,
    number: number ? number[1]! : null,
    measures: number ? number[2]!.split('|') : [],
    parts,
    got: null,
  }
}

const folded = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}$€£%.]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?|el|la|los|las|una?) /, '')

function alike(got: unknown, wanted: string): boolean {
  if (typeof got !== 'string') return false
  const [one, other] = [folded(got), folded(wanted)]
  if (one === '' || other === '') return false
  if (one.includes(other) || other.includes(one)) return true
  const small = /^(?:the|an?|of|el|la|los|las|de|del|y|and|in|en)$/
  const wordsOf = (words: string) => words.split(' ').filter((word) => !small.test(word))
  const [mine, theirs] = [new Set(wordsOf(one)), wordsOf(other)]
  return theirs.filter((word) => mine.has(word)).length / Math.min(mine.size, theirs.length) >= 0.6
}
