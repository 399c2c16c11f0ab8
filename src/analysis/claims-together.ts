/**
 * Claims of different articles about the same thing: whether they agree, by how much they differ, or that they contradict each other.
 *
 * Only what is surely about the same thing is put together: the same measure of the same countries over much the same time, lineages of the
 * same people, events at one place and time. Two numbers agree where what each allows, as hedged and rounded, meets; a number that is denied
 * elsewhere is contradicted.
 */
import type { Claim, ClaimPeriod, EventClaim, LineageClaim, QuantityClaim, StatusClaim } from '../ledger/claims.js'
import { readPartialDate } from '../ledger/dates.js'
import { allowedBy } from './claim-check.js'
import { readPlace } from './claim-places.js'

export interface PlacedClaim {
  id: string
  /** The article. */
  source: string
  /** As decided: see ledger/read/claims.ts. */
  claim: Claim
  /** ISO day of the article, for "since 2006". */
  published: string | null
}

export interface Together {
  /** Ids of claims of two articles; the one whose id is lower first. */
  one: string
  other: string
  relation: 'agree' | 'differ' | 'contradict'
  /** How much more the larger number is than the smaller, their nearer ends; null unless two numbers differ. */
  difference: number | null
}

/** Every pair of claims of different articles that is about one thing. What was rejected is not to be given. */
export function putTogether(claims: readonly PlacedClaim[]): Together[] {
  const pairs: Together[] = []
  const buckets = new Map<string, Comparable[]>()
  for (const placed of claims) {
    const comparable = comparableOf(placed)
    if (comparable === null) continue
    const key = bucketOf(comparable)
    const met = buckets.get(key) ?? []
    for (const known of met) {
      if (known.placed.source === placed.source) continue
      const found = compare(known, comparable)
      if (found) pairs.push(pairOf(known.placed.id, placed.id, found))
    }
    met.push(comparable)
    buckets.set(key, met)
  }
  return [...pairs, ...contradicted(claims, pairs)].sort((a, b) => (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1))
}

type Found = Pick<Together, 'relation' | 'difference'>

const pairOf = (one: string, other: string, found: Found): Together =>
  one < other ? { one, other, ...found } : { one: other, other: one, ...found }

/** A denial contradicts what is claimed elsewhere about the thing that it denies. */
function contradicted(claims: readonly PlacedClaim[], pairs: readonly Together[]): Together[] {
  const partners = new Map<string, Set<string>>()
  for (const { one, other, relation } of pairs) {
    // Whoever denies a number does not contradict whoever gives another.
    if (relation !== 'agree') continue
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      partners.set(from, (partners.get(from) ?? new Set()).add(to))
  }
  return claims.flatMap(({ id, claim }) =>
    claim.type === 'denial'
      ? [...new Set(claim.concerns.flatMap((concerned) => [...(partners.get(concerned) ?? [])]))].map((other) =>
          pairOf(id, other, { relation: 'contradict', difference: null }),
        )
      : [],
  )
}

/** Days, both included; a missing end is open. */
interface Days {
  from: string
  to: string
}

interface Comparable {
  placed: PlacedClaim
  /** ISO 3166-1 alpha-3, in order. */
  countries: string
  days: Days | null
  /** Words of substance, by what they stand for. */
  words: Record<'about' | 'said', ReadonlySet<string>>
}

function comparableOf(placed: PlacedClaim): Comparable | null {
  const { claim, published } = placed
  const days = daysOf(claim.period, published)
  const countriesIn = (...texts: (string | null)[]) => {
    for (const text of texts) {
      const codes = readPlace(text)?.codes
      if (codes) return [...codes].sort().join(' ')
    }
    return ''
  }
  switch (claim.type) {
    case 'quantity':
      return {
        placed,
        countries: countriesIn(claim.recipient, claim.counted, claim.place),
        days,
        words: { about: wordsOf(claim.counted), said: wordsOf(claim.programme) },
      }
    case 'event':
      return {
        placed,
        countries: countriesIn(claim.place),
        days,
        words: { about: wordsOf(claim.place, claim.victims), said: wordsOf(claim.perpetrators) },
      }
    case 'lineage':
      return {
        placed,
        countries: '',
        days,
        words: { about: wordsOf(claim.members, claim.left), said: wordsOf(claim.joined) },
      }
    case 'status':
      return { placed, countries: '', days, words: { about: wordsOf(claim.subject), said: wordsOf(claim.state) } }
    default:
      return null
  }
}

function bucketOf({ placed: { claim }, countries }: Comparable): string {
  const kind = claim.type === 'quantity' ? [claim.measure, claim.currency, claim.per] : []
  return JSON.stringify([claim.type, ...kind, countries])
}

function compare(one: Comparable, other: Comparable): Found | null {
  const [a, b] = [one.placed.claim, other.placed.claim]
  if (a.type === 'quantity' && b.type === 'quantity') return sameCount(one, other) ? compareNumbers(a, b) : null
  if (a.type === 'event' && b.type === 'event') return compareEvents(one, other, a, b)
  if (a.type === 'lineage' && b.type === 'lineage') return compareLineages(one, other, a, b)
  if (a.type === 'status' && b.type === 'status') return compareStates(one, other, a, b)
  return null
}

/** Where no country is known, only what is counted in the same words over the same time is surely one thing. */
function sameCount(one: Comparable, other: Comparable): boolean {
  if (one.countries === '' && !(one.days !== null && other.days !== null && shares(one.words.about, other.words.about)))
    return false
  if (!meets(one.words.about, other.words.about) || !meets(one.words.said, other.words.said)) return false
  const { claim } = one.placed
  const loose = claim.type === 'quantity' && /^(?:personnel|count|percent|money|officials)$/.test(claim.measure)
  const named = shares(one.words.about, other.words.about)
  if (loose && !named) return false
  // Without a time only what is named alike is surely one thing.
  if (one.days === null || other.days === null) return named && one.days === other.days
  return muchTheSame(one.days, other.days)
}

function compareNumbers(one: QuantityClaim, other: QuantityClaim): Found {
  const [a, b] = [allowedBy(one, 1), allowedBy(other, 1)]
  const apart = (low: number | null, high: number | null) => low !== null && high !== null && low > high
  if (!apart(a.low, b.high) && !apart(b.low, a.high)) return { relation: 'agree', difference: null }
  const ends = ({ value, low, high }: QuantityClaim) => [value, low, high].filter((end) => end !== null)
  const differences = ends(one).flatMap((x) => ends(other).map((y) => Math.abs(x - y)))
  return { relation: 'differ', difference: Math.min(...differences) }
}

function compareEvents(one: Comparable, other: Comparable, a: EventClaim, b: EventClaim): Found | null {
  if (one.days === null || other.days === null || !muchTheSame(one.days, other.days)) return null
  if (!shares(one.words.about, other.words.about)) return null
  const apart = a.perpetrators !== null && b.perpetrators !== null && !meets(one.words.said, other.words.said)
  return { relation: apart ? 'contradict' : 'agree', difference: null }
}

function compareLineages(one: Comparable, other: Comparable, a: LineageClaim, b: LineageClaim): Found | null {
  if (a.joined === null || b.joined === null) return null
  // Who joined the same is the same story; so is who led a coup in one country.
  const led = (claim: LineageClaim) => (/\b(?:coup|golpe|mutiny|rebellion)\b/i.test(claim.joined!) ? claim.place : null)
  if (shares(one.words.said, other.words.said) || (led(a) !== null && led(a) === led(b)))
    return { relation: 'agree', difference: null }
  if (led(a) !== null && led(b) !== null) return null
  if (!shares(one.words.about, other.words.about)) return null
  return { relation: meets(one.words.said, other.words.said) ? 'agree' : 'contradict', difference: null }
}

function compareStates(one: Comparable, other: Comparable, a: StatusClaim, b: StatusClaim): Found | null {
  if (a.subject === null || b.subject === null || !shares(one.words.about, other.words.about)) return null
  return shares(one.words.said, other.words.said) ? { relation: 'agree', difference: null } : null
}

/** Says nothing of who or what is counted. */
const general =
  /^(?:people|person|perso|member|troop|soldie|offici|milita|securi|forces|studen|train|mexic|americ|united|states|latin|govern|special|killed|during|that$|with$|from$|were$|been$|than$|were|which|their|these|those|police|missio|dollar|total|army$|navy$|units?$|elite|several|some$|origina|elements|desert|former|coup$|cartel|crimin|organi[sz]a|gang|group|drug$|rebels?$|islami|violent)/

function wordsOf(...texts: readonly (string | null)[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [])
  return new Set(words.filter((word) => !general.test(word)).map((word) => word.slice(0, 7)))
}

const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((word) => other.has(word))
/** Shares a word, or one of them says nothing. */
const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || shares(one, other)

/** Far away enough for an open end. */
const ever = '9998-12-31'

function daysOf(period: ClaimPeriod | null, published: string | null): Days | null {
  if (period === null || (period.from === null && period.to === null)) return null
  const day = (text: string | null) => (text === null ? null : readPartialDate(text))
  return { from: day(period.from)?.from ?? '1000-01-01', to: day(period.to)?.to ?? published ?? ever }
}

/** The days that both have are at least half of those that one of them has. */
function muchTheSame(one: Days, other: Days): boolean {
  const days = ({ from, to }: Days) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const common = days({ from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to })
  const all = days({ from: one.from < other.from ? one.from : other.from, to: one.to > other.to ? one.to : other.to })
  return common > 0 && common * 2 >= all
}
