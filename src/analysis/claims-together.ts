/**
 * Claims of different articles about the same thing: whether they agree, by how much they differ, or that they contradict each other.
 *
 * One rule for all: two claims are of the same thing only where each part that says which thing it is (for a number of training: countries, period,
 * measure, provider, programme and who is counted) is said by both and is the same. Where a part is not said, or one says it more closely than
 * the other, they are perhaps of the same thing, and nothing is compared. Where a part is another, they are of two things.
 *
 * Two numbers agree where what each allows, as hedged and rounded, meets; a number that is denied elsewhere is contradicted. An article that gives a
 * number only to say who denies it claims none. The same sentence in two articles is one text in two copies (an edition, a wire report, another
 * format), and confirms nothing.
 */
import { isSpanish } from '../extract/article/claims/find-claims.js'
import { findNumbers } from '../extract/article/claims/numbers/numbers.js'
import type { Claim, ClaimPeriod, EventClaim, LineageClaim, QuantityClaim, StatusClaim } from '../ledger/claims.js'
import { readPartialDate } from '../ledger/dates.js'
import { allowedBy } from './claim-check.js'
import { readPlace, withoutPlaces } from './claim-places.js'
import { codesOfProgramme, isAmerican } from './claim-question.js'
import { type Reserve, sayingWhy } from './claim-reserves.js'

export const relations = ['agree', 'differ', 'contradict', 'perhaps', 'copy'] as const

export interface PlacedClaim {
  id: string
  /** The article. */
  source: string
  /** As decided: see ledger/read/claims.ts. */
  claim: Claim
  /** ISO day of the article, for "since 2006". */
  published: string | null
  /** Its copies are told of, and nothing is compared with it. */
  rejected?: boolean
}

export interface Together {
  /** Ids of claims of two articles; the one whose id is lower first. */
  one: string
  other: string
  /** "perhaps": nothing says surely that both are about one thing; "copy": both are the same sentence. */
  relation: (typeof relations)[number]
  /** How much more the larger number is than the smaller, their nearer ends; null unless two numbers differ. */
  difference: number | null
}

/** Every pair of claims of different articles that is, or perhaps is, about one thing. */
export function putTogether(claims: readonly PlacedClaim[]): Together[] {
  const pairs: Together[] = []
  /** By what they may be of, and by article: those of one article are never compared, however many they are. */
  const buckets = new Map<string, Map<string, Comparable[]>>()
  for (const placed of claims) {
    const comparable = comparableOf(placed)
    if (comparable === null) continue
    const key = bucketOf(comparable)
    const met = buckets.get(key) ?? new Map<string, Comparable[]>()
    for (const [source, others] of met) {
      if (source === placed.source) continue
      for (const known of others) {
        const found = copied(known, comparable) ?? (known.placed.rejected || placed.rejected ? null : compare(known, comparable))
        if (found) pairs.push(pairOf(known.placed.id, placed.id, found))
      }
    }
    const own = met.get(placed.source)
    if (own) own.push(comparable)
    else met.set(placed.source, [comparable])
    buckets.set(key, met)
  }
  const told = toldAsDenied(claims)
  return [
    ...pairs.filter(({ one, other, relation }) => relation === 'copy' || !(told.has(one) || told.has(other))),
    ...contradicted(claims, pairs),
  ].sort((a, b) => (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1))
}

/** What a sentence gives only as denied, doubted or asked: "The army denied that 500 were trained", "did not train 500". */
function toldAsDenied(claims: readonly PlacedClaim[]): ReadonlySet<string> {
  const sentences = new Map(claims.map(({ id, claim }) => [id, claim.sentence]))
  return new Set(
    claims.flatMap(({ id: own, claim }) => {
      if (claim.type === 'quantity') return sayingWhy(claim) === 'not-asserted' ? [own] : []
      return (claim.type === 'denial' || claim.type === 'doubt') && claim.sentence !== ''
        ? claim.concerns.filter((id) => sentences.get(id) === claim.sentence)
        : []
    }),
  )
}

/** A sentence that says less than this is not known again. */
const shortest = 30

/** Of two numbers of one sentence, each is a copy of itself alone. */
const copied = (one: Comparable, other: Comparable): Found | null =>
  one.sentence.length >= shortest &&
  one.sentence === other.sentence &&
  contentOf(one.placed.claim) === contentOf(other.placed.claim)
    ? { relation: 'copy', difference: null }
    : null

const contentOf = (claim: Claim): string =>
  JSON.stringify(
    claim.type === 'quantity'
      ? [claim.value, claim.low, claim.high, claim.period?.printed, claim.recipient]
      : { ...claim, id: '', start: 0, end: 0, speaker: null, proposed_by: '', sentence: '', period: claim.period?.printed },
  )

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
  /** Whether the words say fiscal years. */
  fiscal: boolean
}

/** How one part of two claims stands to each other: the same in both, not said or said less closely by one, another. */
type Likeness = 'same' | 'perhaps' | 'other'

/** The least of them: what is another in one part is another thing. */
const together = (...parts: readonly Likeness[]): Likeness =>
  parts.includes('other') ? 'other' : parts.includes('perhaps') ? 'perhaps' : 'same'

interface Comparable {
  placed: PlacedClaim
  /** In letters and digits alone: quotation marks and blanks differ by format. */
  sentence: string
  /** ISO 3166-1 alpha-3, in order; empty where no country is known. */
  countries: string
  /** Whether the claim's own parts name them: a country that only the sentence names may be another's. */
  countriesSaid: boolean
  days: Days | null
  /** Words of substance, by what they stand for. */
  words: Record<'about' | 'said', ReadonlySet<string>>
  /** What a number's sentence says of it besides: that it was planned, is a part of more. */
  reserve: Reserve | null
}

function comparableOf(placed: PlacedClaim): Comparable | null {
  const { claim, published } = placed
  const days = daysOf(claim.period, published)
  const codesIn = (...texts: (string | null)[]) => {
    for (const text of texts) {
      const codes = readPlace(text)?.codes
      if (codes) return [...codes].sort().join(' ')
    }
    return ''
  }
  const of = (said: string, about: ReadonlySet<string>, other: ReadonlySet<string>): Comparable => ({
    placed,
    sentence: (claim.sentence.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase(),
    countries: said || codesIn(claim.sentence),
    countriesSaid: said !== '',
    days,
    words: { about, said: other },
    reserve: claim.type === 'quantity' ? reserveOf(claim) : null,
  })
  switch (claim.type) {
    case 'quantity': {
      const counted = [claim.counted, claim.recipient].map((text) => (text === null ? null : withoutPlaces(text)))
      return of(codesIn(claim.recipient, claim.counted, claim.place), wordsOf(...counted), wordsOf(claim.programme))
    }
    case 'event':
      return of(codesIn(claim.place), wordsOf(claim.place, claim.victims), wordsOf(claim.perpetrators))
    case 'lineage':
      return { ...of('', wordsOf(claim.members, claim.left), wordsOf(claim.joined)), countries: '' }
    case 'status':
      return { ...of('', wordsOf(claim.subject), wordsOf(claim.state)), countries: '' }
    default:
      return null
  }
}

/** What is not so is told by `toldAsDenied`. */
function reserveOf(claim: QuantityClaim): Reserve | null {
  const reserve = sayingWhy(claim)
  return reserve === 'not-asserted' ? null : reserve
}

function bucketOf({ placed: { claim }, countries }: Comparable): string {
  const kind = claim.type === 'quantity' ? [claim.measure, claim.currency, claim.per] : []
  return JSON.stringify([claim.type, ...kind, countries])
}

function compare(one: Comparable, other: Comparable): Found | null {
  const [a, b] = [one.placed.claim, other.placed.claim]
  if (a.type === 'quantity' && b.type === 'quantity') return foundBy(sameCount(one, other, a, b), () => compareNumbers(a, b))
  if (a.type === 'event' && b.type === 'event') return compareEvents(one, other, a, b)
  if (a.type === 'lineage' && b.type === 'lineage') return compareLineages(one, other, a, b)
  if (a.type === 'status' && b.type === 'status') return compareStates(one, other, a, b)
  return null
}

const foundBy = (likeness: Likeness, same: () => Found): Found | null =>
  likeness === 'same' ? same() : likeness === 'perhaps' ? { relation: 'perhaps', difference: null } : null

/** Measures of what the United States, or somebody else, gives under a programme. */
const given: ReadonlySet<string> = new Set([
  'people_trained',
  'training_sessions',
  'training_cost',
  'missions',
  'trainers',
  'assistance',
])
/** Measures that say themselves what is counted. */
const telling = /^(?:deaths|disappeared|injured|displaced|missions|trainers|training_cost|inmates|weapons|assistance)$/

function sameCount(one: Comparable, other: Comparable, a: QuantityClaim, b: QuantityClaim): Likeness {
  // Sessions and courses are counted as what stands beside them: they, too, are given.
  const trained = given.has(a.measure) || /\b(?:sessions?|courses?|sesiones|cursos)\b/i.test(`${a.counted} ${b.counted}`)
  const counted = likenessOfCounted(one, other, a)
  // What was planned is not what was done.
  const likeness = together(
    one.reserve === other.reserve && one.reserve !== 'part-of-more' ? 'same' : 'perhaps',
    one.countriesSaid && other.countriesSaid ? 'same' : 'perhaps',
    likenessOfDays(one.days, other.days),
    counted,
    ...(trained ? [likenessOfProviders(a.provider, b.provider), likenessOfProgrammes(a.programme, b.programme)] : []),
  )
  // Without a country or a time nothing but its name makes a thing perhaps the same.
  const vague = one.countries === '' || one.days === null || other.days === null
  return likeness === 'perhaps' && vague && !shares(one.words.about, other.words.about) ? 'other' : likeness
}

function likenessOfCounted({ words: one }: Comparable, { words: other }: Comparable, { measure }: QuantityClaim): Likeness {
  if (equal(one.about, other.about)) return one.about.size > 0 || telling.test(measure) ? 'same' : 'perhaps'
  // "Police" may be among "security personnel", whoever of both is counted.
  const within = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
    [...some].every((word) => all.has(word) || anybody.test(word))
  return within(one.about, other.about) || within(other.about, one.about) ? 'perhaps' : 'other'
}

function likenessOfDays(one: Days | null, other: Days | null): Likeness {
  if (one === null || other === null) return 'perhaps'
  if (one.from === other.from && one.to === other.to) return one.fiscal === other.fiscal ? 'same' : 'perhaps'
  return muchTheSame(one, other) ? 'perhaps' : 'other'
}

function likenessOfProviders(one: string | null, other: string | null): Likeness {
  if (one === null || other === null) return 'perhaps'
  if (isAmerican(one) || isAmerican(other)) return isAmerican(one) && isAmerican(other) ? 'same' : 'other'
  return likenessOfWords(wordsOf(one), wordsOf(other))
}

function likenessOfProgrammes(one: string | null, other: string | null): Likeness {
  if (one === null || other === null) return 'perhaps'
  const [codes, others] = [codesOfProgramme(one), codesOfProgramme(other)].map((each) => new Set(each)) as [
    Set<string>,
    Set<string>,
  ]
  if (codes.size > 0 && others.size > 0) return equal(codes, others) ? 'same' : shares(codes, others) ? 'perhaps' : 'other'
  return likenessOfWords(wordsOf(one), wordsOf(other))
}

const likenessOfWords = (one: ReadonlySet<string>, other: ReadonlySet<string>): Likeness =>
  one.size === 0 || other.size === 0 ? 'perhaps' : equal(one, other) ? 'same' : shares(one, other) ? 'perhaps' : 'other'

type Count = Parameters<typeof allowedBy>[0]

function compareNumbers(one: Count, other: Count): Found {
  const [a, b] = [allowedBy(one, 1), allowedBy(other, 1)]
  const apart = (low: number | null, high: number | null) => low !== null && high !== null && low > high
  if (!apart(a.low, b.high) && !apart(b.low, a.high)) return { relation: 'agree', difference: null }
  const ends = ({ value, low, high }: Count) => [value, low, high].filter((end) => end !== null)
  const differences = ends(one).flatMap((x) => ends(other).map((y) => Math.abs(x - y)))
  return { relation: 'differ', difference: Math.min(...differences) }
}

/** So many days are one time of an event: of a year there may be many. */
const mostDaysOfEvent = 31

function compareEvents(one: Comparable, other: Comparable, a: EventClaim, b: EventClaim): Found | null {
  if (one.days === null || other.days === null || !shares(one.words.about, other.words.about)) return null
  const when = likenessOfDays(one.days, other.days)
  const near = lengthOf(one.days) <= mostDaysOfEvent
  const where = a.place !== null && b.place !== null ? likenessOfWords(wordsOf(a.place), wordsOf(b.place)) : 'perhaps'
  return foundBy(together(near ? when : together(when, 'perhaps'), where), () => {
    const apart = a.perpetrators !== null && b.perpetrators !== null && !meets(one.words.said, other.words.said)
    if (apart) return { relation: 'contradict', difference: null }
    const [victims, others] = [victimsOf(a), victimsOf(b)]
    return victims && others ? compareNumbers(victims, others) : agreeing()
  })
}

/** How many were killed or taken, where the words for them begin with their number. */
function victimsOf({ victims, sentence }: EventClaim): Count | null {
  if (victims === null) return null
  const [first] = findNumbers(victims, 0, victims.length, isSpanish(`${sentence} ${victims}`))
  return first && !first.percent && /^(?:(?:a|al|at|unos|unas|the|los|las|sus|its)\s)*$/i.test(victims.slice(0, first.start))
    ? first
    : null
}

function compareLineages(one: Comparable, other: Comparable, a: LineageClaim, b: LineageClaim): Found | null {
  if (a.joined === null || b.joined === null) return null
  const who = likenessOfWords(one.words.about, other.words.about)
  // Who led a coup in one country led the same where both say when.
  const led = (claim: LineageClaim) => (/\b(?:coup|golpe|mutiny|rebellion)\b/i.test(claim.joined!) ? claim.place : null)
  if (led(a) !== null && led(b) !== null)
    return led(a) !== led(b)
      ? null
      : foundBy(together(likenessOfDays(one.days, other.days), who === 'other' ? 'perhaps' : who), agreeing)
  if (shares(one.words.said, other.words.said)) return foundBy(who === 'same' ? 'same' : 'perhaps', agreeing)
  if (who === 'other' || one.words.about.size === 0 || other.words.about.size === 0) return null
  return foundBy(who, () => (meets(one.words.said, other.words.said) ? agreeing() : { relation: 'contradict', difference: null }))
}

function compareStates(one: Comparable, other: Comparable, a: StatusClaim, b: StatusClaim): Found | null {
  if (a.subject === null || b.subject === null || !shares(one.words.about, other.words.about)) return null
  if (!shares(one.words.said, other.words.said)) return null
  return foundBy(together(likenessOfWords(one.words.about, other.words.about), likenessOfDays(one.days, other.days)), agreeing)
}

const agreeing = (): Found => ({ relation: 'agree', difference: null })

/** Says nothing of who or what it is. */
const general =
  /^(?:people|person|perso|member|mexic|americ|united|states|latin|govern|special|train|killed|during|that$|with$|from$|were$|been$|than$|which$|their$|these$|those$|missio|dollar|total|several|some$|origina|elements?$|former|crimin|organi[sz]a|the$|and$|los$|las$|del$|for$|who$|que$|por$)/
/** Of whom each force is a part. */
const anybody = /^(?:securi|seguri|forces|fuerzas|efectiv|trainee|offici$)/

function wordsOf(...texts: readonly (string | null)[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}]{3,}|\p{N}+/gu) ?? [])
  return new Set(
    words
      .map(inEnglish)
      .filter((word) => !general.test(word))
      .map((word) => word.slice(0, 7)),
  )
}

/** Words for people and what they get, in the other language. */
const spanish: readonly [RegExp, string][] = [
  [/^soldad[oa]s?$/, 'soldiers'],
  [/^polic(?:ía|ia|ial)(?:e?s)?$/, 'police'],
  [/^oficial(?:es)?$/, 'officers'],
  [/^militares$/, 'military'],
  [/^(?:efectivos|elementos|personal)$/, 'personnel'],
  [/^fuerzas$/, 'forces'],
  [/^seguridad$/, 'security'],
  [/^agentes?$/, 'agents'],
  [/^marinos$/, 'sailors'],
  [/^comandos$/, 'commandos'],
  [/^cadetes$/, 'cadets'],
  [/^civiles$/, 'civilians'],
  [/^(?:estudiantes|alumn[oa]s)$/, 'students'],
  [/^sesi(?:ón|ones)$/, 'sessions'],
  [/^cursos?$/, 'courses'],
  [/^(?:entrenamiento|adiestramiento|capacitación)$/, 'training'],
  [/^personas$/, 'people'],
]
const inEnglish = (word: string): string => spanish.find(([pattern]) => pattern.test(word))?.[1] ?? word

const equal = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((word) => other.has(word))
const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((word) => other.has(word) && !kinds.test(word))
/** Shares a word, or one of them says nothing. */
const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || shares(one, other)
/** Stand in many claims: sharing one is no sign. */
const kinds =
  /^(?:troop|soldie|soldad|offici|oficial|milita|securi|seguri|forces|fuerzas|studen|police|polic[ií]a|army$|navy$|units?$|elite|desert|coup$|cartel|gang|group|drug$|rebels?$|islami|violent|sessio|sesion|course|curso|personn?)/

/** Far away enough for an open end. */
const ever = '9998-12-31'

function daysOf(period: ClaimPeriod | null, published: string | null): Days | null {
  if (period === null || (period.from === null && period.to === null)) return null
  const day = (text: string | null) => (text === null ? null : readPartialDate(text))
  return {
    from: day(period.from)?.from ?? '1000-01-01',
    to: day(period.to)?.to ?? published ?? ever,
    fiscal: /\b(?:fiscal|FY)/i.test(period.printed),
  }
}

const lengthOf = ({ from, to }: Pick<Days, 'from' | 'to'>): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** The days that both have are at least half of those that one of them has. */
function muchTheSame(one: Days, other: Days): boolean {
  const common = lengthOf({ from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to })
  const all = lengthOf({ from: one.from < other.from ? one.from : other.from, to: one.to > other.to ? one.to : other.to })
  return common > 0 && common * 2 >= all
}
