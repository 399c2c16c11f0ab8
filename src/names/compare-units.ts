/**
 * Compares two units' names. A number, echelon or arm that differs weighs most; one that is missing weighs little: "102 Batallón" may be
 * "102/o. Batallón de Infantería" and cannot be "12 Batallón".
 */
import { type Comparison, listed, rounded, type Verdict } from './comparison.js'
import { matchTerms, type Side } from './match-unit-terms.js'
import type { UnitName, UnitTerm } from './unit-name.js'
import { directions, echelonSize, looseEchelons, mainArms, seats, services } from './unit-vocabulary.js'

export function compareUnits(a: UnitName, b: UnitName, explain = true): Comparison {
  const reasons: string[] = []
  if (a.terms.length === 0 || b.terms.length === 0) {
    const same = a.printed.trim() !== '' && a.printed.trim() === b.printed.trim()
    return { score: 0, verdict: same ? 'unsure' : 'different', reasons: ['one of the names names no unit'] }
  }
  const [left, right] = matchTerms(a, b, explain)
  const agree = (kind: UnitTerm['kind']) => Math.max(matched(left, kind), matched(right, kind))
  const precision = share(left, b.country)
  const recall = share(right, a.country)
  let score =
    0.5 * ((2 * precision * recall) / (precision + recall || 1)) +
    0.5 * (0.75 * Math.max(precision, recall) + 0.25 * Math.min(precision, recall))
  let against = false
  let doubt = false
  const differ = (kind: UnitTerm['kind'], word: string, factor: number, decisive: boolean): void => {
    const [mine, others] = [lonely(left, kind, 'head'), lonely(right, kind, 'head')]
    if (mine.length === 0 || others.length === 0) return
    if (kind === 'arm' && agree(kind) > 0 && !decisive) return
    if (kind === 'echelon' && agree(kind) > 0 && !(decisive && !left.terms.some((term, i) => isBody(term) && left.found[i]! > 0)))
      return
    score *= factor
    if (decisive) against = true
    else doubt = true
    if (explain) reasons.push(`${word} differs: ${listed(mine)} and ${listed(others)}`)
  }
  const doubtful = (factor: number) => {
    score *= factor
    doubt = true
  }
  differ('number', 'number', 0.3, true)
  // "1st Battalion, 2nd Brigade" and "2nd Battalion, 1st Brigade" have the same numbers.
  const turned = [...a.numbers].find(([echelon, number]) => (b.numbers.get(echelon) ?? number) !== number)
  if (turned && !against) {
    score *= 0.3
    against = true
    if (explain) reasons.push(`number differs: ${turned[1]} and ${b.numbers.get(turned[0])}`)
  }
  differ('letter', 'letter', 0.4, true)
  const sized = (side: Side) => lonely(side, 'echelon', 'head').filter((value) => echelonSize[value] !== undefined)
  if (sized(left).length > 0 && sized(right).length > 0) differ('echelon', 'echelon', 0.8, true)
  else differ('echelon', 'echelon', 0.93, false)
  const main = (side: Side) => lonely(side, 'arm', 'head').some((arm) => mainArms.has(arm))
  if (main(left) && main(right)) differ('arm', 'arm', 0.85, true)
  else differ('arm', 'arm', 0.95, false)
  // Arms of what they belong to, and an air brigade beside one of infantry, are not decisive.
  const [armsLeft, armsRight] = [lonely(left, 'arm'), lonely(right, 'arm')]
  if (armsLeft.length > 0 && armsRight.length > 0 && agree('arm') === 0 && !main(left) && !main(right)) doubtful(0.9)
  if ((main(left) && isAir(right)) || (main(right) && isAir(left))) doubtful(0.85)
  differ('branch', 'branch', 0.8, true)
  const [properLeft, properRight] = [lonely(left, 'proper'), lonely(right, 'proper')]
  const properFound = agree('proper')
  const numberFound = agree('number') + agree('letter')
  if (properLeft.length > 0 && properRight.length > 0) {
    const heads = lonely(left, 'proper', 'head').length > 0 && lonely(right, 'proper', 'head').length > 0
    score *= numberFound > 0 ? 0.92 : properFound > 0 ? 0.8 : 0.6
    if (heads && numberFound === 0) against = properFound === 0
    doubt = true
    if (explain) reasons.push(`names differ: ${listed(properLeft)} and ${listed(properRight)}`)
  }
  if (a.country && b.country && a.country !== b.country) {
    score *= 0.4
    against = true
    if (explain) reasons.push(`country differs: ${a.country} and ${b.country}`)
  }
  // "10/a." is feminine and stands for the zone, whose number is an ordinal; bases and regions are numbered otherwise.
  if (a.ordinalGender || b.ordinalGender) score *= bareOrdinal(a, b)
  const exact = precision > 0.999 && recall > 0.999
  const distinctive = numberFound + properFound > 0 || exact
  if (explain) explainShared(left, right, reasons)
  const echelonKnown = agree('echelon') > 0 || agree('arm') > 0 || properFound > 0 || exact
  let verdict: Verdict
  if (against || score < 0.4) verdict = 'different'
  else if (score >= 0.78 && distinctive && echelonKnown && !(doubt && score < 0.86) && !saysMore(left, right)) verdict = 'same'
  else verdict = 'unsure'
  // A class of units ("GAFE") is none of its members ("315th GAFE"), nor any that is told by its place ("GAFE, Santa Fe"), though it may be meant by it.
  if (
    verdict === 'same' &&
    !exact &&
    (!numberFound || !properFound) &&
    (a.level !== b.level || properLeft.length + properRight.length > 0) &&
    (a.level === 'class of units' || b.level === 'class of units')
  )
    verdict = 'unsure'
  return { score: rounded(score), verdict, reasons }
}

/** Whether a term says what kind of body the unit is: "brigade", "garrison", "school", and neither where it is run from nor what it is there for. */
const isBody = ({ kind, part, value }: UnitTerm): boolean =>
  kind === 'echelon' && part === 'head' && !seats.has(value) && !looseEchelons.has(value)

/** Mobile brigades and high mountain battalions have numbers of their own: "Brigada Móvil 7" is not the 7th Brigade. */
const numberedApart: ReadonlySet<string> = new Set(['mobile', 'high'])
const isFormation = (side: Side): boolean =>
  side.terms.some(({ kind, value }, i) => kind === 'echelon' && /^(?:brigade|battalion)$/.test(value) && side.found[i]! > 0)

const isAir = (side: Side): boolean => lonely(side, 'branch').includes('air force') && matched(side, 'arm') === 0

/** Whether one names a service alone, and the other something of it: "National Gendarmerie" and its school. "Zarvand Police" may be the division of that town. */
function isOfService(one: Side, two: Side): boolean {
  if (
    matched(one, 'branch') === 0 ||
    matched(one, 'number') > 0 ||
    one.terms.some(({ kind }) => kind === 'echelon' || kind === 'arm')
  )
    return false
  const named = one.terms.some(({ kind, common }, i) => kind === 'proper' && common === null && one.found[i]! > 0)
  return two.terms.some(
    ({ kind, value }, i) => two.found[i] === 0 && (kind === 'arm' || (!named && kind === 'echelon' && value !== 'headquarters')),
  )
}

/** What agrees of proper words, best first, is less than this only where a letter or two differ: "Daura" and "Taura" are two towns. */
const surelyOneWord = 0.86

/**
 * Whether one of the names says what makes it another unit than the one that the other name says as far as it goes: a number of its own ("MOPOL 1" and
 * the Police Mobile Force), another body ("14 Brigade Garrison" and 14 Brigade), a proper word where no number agrees ("Ojodu-Abiodun" and "Ojodu"),
 * anything at all where only words agree that units everywhere have ("Special Squad, Abia" and "Special Squad").
 */
function saysMore(left: Side, right: Side): boolean {
  const lacking = (test: (term: UnitTerm) => boolean) => {
    const has = (side: Side) => side.terms.some((term, i) => side.found[i] === 0 && test(term))
    return [has(left), has(right)] as const
  }
  const oneOnly = ([a, b]: readonly [boolean, boolean]) => a !== b
  if (oneOnly(lacking(({ kind, part }) => part === 'head' && (kind === 'number' || kind === 'letter')))) return true
  const bodies = lacking(isBody)
  if (matched(left, 'echelon') > 0 ? oneOnly(bodies) : isOfService(left, right) || isOfService(right, left)) return true
  // "King's Air College" and "King's Airbase".
  const echelons = lacking(({ kind, part }) => kind === 'echelon' && part === 'head')
  if ((bodies[0] || bodies[1]) && echelons[0] && echelons[1]) return true
  if (matched(left, 'branch') > 0 && oneOnly(lacking(({ kind, value }) => kind === 'branch' && services.has(value)))) return true
  if (
    isFormation(left) &&
    isFormation(right) &&
    oneOnly(lacking(({ common, part }) => part === 'head' && numberedApart.has(common ?? '')))
  )
    return true
  if (matched(left, 'number') > 0) return false
  // "Eastern Naval Command" is not the Eastern Command.
  if (oneOnly(lacking(({ kind, value, part }) => kind === 'branch' && part === 'head' && value === 'navy'))) return true
  const best = (side: Side) =>
    side.terms.reduce(
      (most, { kind, common }, i) => (kind === 'proper' && common === null ? Math.max(most, side.found[i]!) : most),
      0,
    )
  const names = Math.max(best(left), best(right))
  const letter = matched(left, 'letter') > 0
  if (names > 0 && names < surelyOneWord && !letter && !left.byLetters && !right.byLetters) return true
  const [a, b] = lacking(
    ({ kind, common, part }) =>
      kind === 'proper' &&
      (names === 0 ? !letter || part !== 'parent' : part === 'head' && (common === null || directions.has(common))),
  )
  return a || b
}

function share(side: Side, country: string | null): number {
  let all = 0
  let found = 0
  for (let i = 0; i < side.terms.length; i++) {
    const weight = side.terms[i]!.weight
    // "Nigerian Army" is the Army of Nigeria's rows.
    const given = side.terms[i]!.kind === 'country' && side.terms[i]!.value === country
    all += weight
    found += given ? weight : weight * side.found[i]!
  }
  return all === 0 ? 0 : found / all
}

function lonely(side: Side, kind: UnitTerm['kind'], part?: UnitTerm['part']): string[] {
  const values: string[] = []
  for (let i = 0; i < side.terms.length; i++) {
    const term = side.terms[i]!
    if (term.kind === kind && side.found[i] === 0 && (part === undefined || term.part === part)) values.push(term.value)
  }
  return values
}

function matched(side: Side, kind: UnitTerm['kind']): number {
  let count = 0
  for (let i = 0; i < side.terms.length; i++) if (side.terms[i]!.kind === kind && side.found[i]! > 0) count++
  return count
}

const feminineEchelons = new Set(['zone', 'company', 'brigade', 'region', 'division', 'battery', 'section'])

function bareOrdinal(a: UnitName, b: UnitName): number {
  const [bare, full] = a.ordinalGender ? [a, b] : [b, a]
  const echelon = full.terms.find((term) => term.kind === 'echelon')?.value
  if (!echelon) return 1
  if (echelon === 'base') return 0.9
  const gender = feminineEchelons.has(echelon) ? 'feminine' : 'masculine'
  if (gender !== bare.ordinalGender) return 0.85
  return (full.roman !== bare.roman ? 0.95 : 1) * (echelon === 'zone' ? 1 : 0.97)
}

function explainShared(left: Side, right: Side, reasons: string[]): void {
  for (const [kind, word] of kindWords) {
    const values = left.terms.filter((term, i) => term.kind === kind && left.found[i]! > 0 && !left.ways?.has(i))
    if (values.length > 0) reasons.push(`same ${word}: ${listed(values.map((term) => term.value))}`)
  }
  for (const [i, [way, other]] of left.ways ?? [])
    if (way !== 'parted differently') reasons.push(`${way}: ${left.terms[i]!.value} and ${other}`)
  // What several words stand for is said once, by the name that has it as one.
  for (const side of [left, right])
    for (const [i, [way, other]] of side.ways ?? [])
      if ((way === 'parted differently' && other.includes(' ')) || (way === 'first letters' && side === right))
        reasons.push(`${way}: ${side.terms[i]!.value} and ${other}`)
  for (const [kind, word] of kindWords) {
    const [mine, others] = [lonely(left, kind), lonely(right, kind)]
    if (mine.length > 0 !== others.length > 0)
      reasons.push(`${word} only in ${mine.length > 0 ? 'the first' : 'the second'}: ${listed(mine.length > 0 ? mine : others)}`)
  }
}

const kindWords = [
  ['number', 'number'],
  ['letter', 'letter'],
  ['echelon', 'echelon'],
  ['arm', 'arm'],
  ['branch', 'branch'],
  ['proper', 'name'],
] as const
