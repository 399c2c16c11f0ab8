/**
 * Whether a claim is of something else than a denial: of another country, another unit, other people, money where people are denied, a training where a
 * killing is. A denial that is tied to such a claim clears somebody of what he has not denied, or has him deny what he admits.
 */
import { countryCodes } from '../actors.js'
import type { Claim, DenialClaim, QuantityClaim } from '../claim.js'

/** Countries that a sentence speaks of: those that it names; else, of a denial, the last that were named, and of a claim the last two: one may be a comparison. */
export interface Settings {
  ofDenial(sentence: string): ReadonlySet<string>
  ofClaim(sentence: string): ReadonlySet<string>
  /** How many sentences the article goes on from one to the other. */
  apart(sentence: string, later: string): number
}

const folded = (words: string): string => words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Kinds of what is done, by words of English and Spanish without accents. */
const deeds: readonly [kind: string, words: RegExp][] = [
  [
    'harm',
    /\b(?:kill\w*|shot|shoot\w*|fired|murder\w*|massacr\w*|execut(?:ed|ing|ion\w*)|slaughter\w*|died|dead|deaths?|tortur\w*|raped?|raping|beat(?:en|ing)?|burn\w*|harm\w*|wound\w*|injur\w*|bomb\w*|behead\w*|atrocit\w*|mat(?:o|a|ar|aron|ado|anza\w*)|muert\w*|mur(?:io|ieron|ieran|iera)|asesin\w*|ejecut\w*|masacr\w*|dispar\w*|herid\w*|hirieron|golpe\w*|viol(?:o|aron|ar|ado|aciones sexuales)|quem(?:o|aron|ar|ado))\b/,
  ],
  [
    'hold',
    /\b(?:abduct\w*|kidnap\w*|disappear\w*|missing|arrest\w*|detain\w*|detention|captur\w*|custody|imprison\w*|secuestr\w*|desapar\w*|deten\w*|detuv\w*|arrest\w*|captur\w*|custodia)\b/,
  ],
  [
    'train',
    /\b(?:train\w*|courses?|instruct\w*|taught|teach\w*|graduat\w*|entren\w*|capacit\w*|adiestr\w*|instru\w*|cursos?|curso)\b/,
  ],
  [
    'pay',
    /\b(?:money|aid|funds?|funding|funded|paid|pay\w*|dollars?|financ\w*|cost\w*|spen[dt]\w*|brib\w*|dinero|ayuda|fondos|pag(?:o|aron|ar|ado|os)|dolares|soborn\w*|costo\w*|gast\w*|presupuesto|budget)\b/,
  ],
]
const kindsIn = (words: string): Set<string> => {
  const plain = folded(words)
  return new Set(deeds.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind))
}
const kindsOfMeasure: Readonly<Record<string, readonly string[]>> = {
  deaths: ['harm'],
  injured: ['harm'],
  disappeared: ['hold'],
  arrests: ['hold'],
  people_trained: ['train'],
  trainers: ['train'],
  missions: ['train'],
  training_cost: ['train', 'pay'],
  assistance: ['pay'],
  money: ['pay'],
}

const kindsOf = (claim: Claim): ReadonlySet<string> => {
  if (claim.type === 'quantity') return new Set(kindsOfMeasure[claim.measure] ?? [])
  if (claim.type === 'event') return kindsIn(claim.action)
  if (claim.type === 'lineage') return kindsIn(claim.trained_by !== null ? `${claim.relation} trained` : claim.relation)
  return new Set()
}

const unitWord =
  '(?:battalion|brigade|regiment|division|company|squadron|battalions|batallon|brigada|regimiento|zona militar|compania|infantry|infanteria|bn|bde)'
const numbered = new RegExp(
  String.raw`\b(\d{1,4})(?:st|nd|rd|th|\.?[ºª°o])?\.?\s(?:\p{L}+\s){0,3}?${unitWord}\b|\b${unitWord}\s(?:de\s\p{L}+\s){0,2}(?:no\.?\s|numero\s|n[º°]\s?)?(\d{1,4})\b`,
  'gu',
)
/** Numbers that tell units: "the 105th Battalion", "Batallón 105". */
const unitsIn = (words: string): Set<string> =>
  new Set([...folded(words).matchAll(numbered)].map(([, before, behind]) => (before ?? behind)!))

/** "Civilians" may be anybody; activists are no villagers. */
const anybody =
  /^(?:people|person|civil|anyon|anybo|nobod|someb|other|them|victi|indiv|men|women|human|lives|bodie|gente|hombr|mujer|vidas|membe|protes|demon|manif)/
const small =
  /^(?:the|of|and|at|least|more|than|some|about|los|las|de|del|en|in|a|an|un|una|unos|unas|al|menos|mas|young|unarmed|armed|local|several)$/
const whoIn = (words: string | null): string[] =>
  folded(words ?? '')
    .replace(/\s(?:in|en|near|at|on|during|from|cerca)\s.*$/, '')
    .match(/\p{L}{3,}/gu)
    ?.filter(
      (word) =>
        !small.test(word) &&
        !/^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)$/.test(
          word,
        ),
    )
    .map((word) => word.slice(0, 5)) ?? []
const others = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  !one.some((word) => anybody.test(word) || other.includes(word)) &&
  !other.some((word) => anybody.test(word))

const disjoint = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && other.size > 0 && ![...one].some((each) => other.has(each))

const ofFigures =
  /\b(?:figures?|numbers?|amounts?|sums?|estimates?|claims?|reports?|cifras?|numeros?|montos?|datos|informes?|version\w*)\b/

/** Kinds of deed that a denial and a claim share; a denial's own words tell its kind. */
export const sharesDeed = (denial: DenialClaim, claim: Claim): boolean => {
  const kinds = kindsIn(denial.of ?? '')
  return [...kindsOf(claim)].some((kind) => kinds.has(kind))
}

/** `claims`: all of the article so far, the denial's own numbers among them. */
export function isApart(denial: DenialClaim, claim: Claim, claims: readonly Claim[], settings: Settings): boolean {
  const of = denial.of ?? ''
  if (denial.speaker !== null && claim.speaker !== null && folded(denial.speaker) === folded(claim.speaker)) return true
  if (disjoint(settings.ofDenial(denial.sentence), settings.ofClaim(claim.sentence))) return true
  if (disjoint(unitsIn(of), unitsIn(claim.sentence))) return true
  if (disjoint(kindsIn(of), kindsOf(claim))) return true
  const money = claim.type === 'quantity' && claim.currency !== null
  if (money && of !== '' && !kindsIn(of).has('pay') && !ofFigures.test(folded(of))) return true
  return claims.some(
    (counted) => counted.type === 'quantity' && isWithin(counted, denial) && countsOthers(counted, claim, claims),
  )
}

/** Whether a denial's own number is of others than a claim: "two activists" of "nine villagers", "77 soldiers" of a sum of money. */
function countsOthers(counted: QuantityClaim, claim: Claim, claims: readonly Claim[]): boolean {
  if (claim.type === 'quantity') {
    if ((counted.currency === null) !== (claim.currency === null)) return true
    const alike = counted.value === claim.value && counted.measure === claim.measure
    return !alike && others(whoIn(counted.counted), whoIn(claim.counted))
  }
  if (claim.type !== 'event' || counted.currency !== null || !others(whoIn(counted.counted), whoIn(claim.victims))) return false
  return !claims.some(
    (one) => one.type === 'quantity' && one.sentence === claim.sentence && one !== counted && one.value === counted.value,
  )
}

/** Whether a claim stands in the very sentence of a denial, behind it: "denied that …". */
export const isWithin = (one: Claim, denial: DenialClaim): boolean =>
  one.sentence === denial.sentence && one.start >= denial.start && one.start < denial.end && one !== denial

/** Follows which countries a text speaks of, sentence by sentence. */
export class SettingsSoFar implements Settings {
  private readonly named = new Map<string, readonly [last: ReadonlySet<string>, lastTwo: ReadonlySet<string>]>()
  private readonly places = new Map<string, number>()
  private last: ReadonlySet<string> = new Set()
  private before: ReadonlySet<string> = new Set()

  read(sentence: string, named: readonly { printed: string; american: boolean }[]): void {
    const codes = new Set(named.flatMap(({ printed, american }) => (american ? [] : countryCodes(printed))))
    if (codes.size > 0) [this.before, this.last] = [this.last, codes]
    this.places.set(sentence, this.places.size)
    this.named.set(sentence, [this.last, codes.size > 0 ? codes : new Set([...this.last, ...this.before])])
  }

  apart(sentence: string, later: string): number {
    return (this.places.get(later) ?? 0) - (this.places.get(sentence) ?? 0)
  }

  ofDenial(sentence: string): ReadonlySet<string> {
    return this.named.get(sentence)?.[0] ?? new Set()
  }

  ofClaim(sentence: string): ReadonlySet<string> {
    return this.named.get(sentence)?.[1] ?? new Set()
  }
}
