/**
 * Quantity claims: what a number in prose counts, of whom, by whom, when and where.
 *
 * What is counted is told by the words after the number first ("36 missions", "13,000 security personnel"), then by the verb it is object
 * or subject of: "nearly 4,000 troops trained 13,000" names trainers and trained.
 */
import { type Named, placeOf } from './actors.js'
import type { ClaimPeriod, QuantityClaim } from './claim.js'
import { suffering } from './fates.js'
import { type FoundNumber, findNumbers } from './numbers.js'
import type { FoundPeriod } from './periods.js'

export type Quantity = Omit<QuantityClaim, 'id' | 'sentence' | 'speaker' | 'counterpart' | 'proposed_by'> & {
  /** Index of the other end of a change within the same list. */
  other: number | null
}

/** What earlier sentences said, for "in that period". */
export interface Carried {
  period: ClaimPeriod | null
  place: string | null
  programme: string | null
  /** What the sentence before counted, if it is of the same paragraph, and when. */
  measure: string | null
  measured: ClaimPeriod | null
}

const duration =
  /^[\s-]*(?:(?:\p{L}+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur\w+|años?|meses|d[ií]as|horas|semanas|miles|kilomet\w+|km|met(?:er|re)s|hectares|acres|feet|inches|degrees|times|times as|percentage points|a\.m|p\.m|rounds of|calib\p{L}+|mil+imet\p{L}+|pages?|lit(?:er|re)s|kilograms?|kilos?|kg|tons?|tonnes|barrels)|[ap]\.?m\.?|hrs)(?![\p{L}])/iu
const people = `(?:personnel|soldiers?|troops?|officers?|members?|police(?:men)?|forces?|commandos|marines|cadets|students|trainees|recruits|people|persons|individuals|men|agents|guards|pilots|soldados|efectivos|polic[ií]as|elementos|militares|personas|agentes|oficiales|marinos|integrantes)`
const measures: readonly [string, RegExp][] = [
  [
    'missions',
    /\b(?:missions?|JCETs?|joint combined exchange trainings?|deployments?|exercises|misiones|ejercicios|despliegues)\b/i,
  ],
  [
    'deaths',
    /\b(?:lives|deaths?|fatalit\w+|dead|killed|killings|bodies|corpses|murders?|homicides?|casualties|muertes?|muertos|asesinatos|homicidios|vidas)\b/i,
  ],
  ['disappeared', /\b(?:disappear\w*|missing|abduct\w+|kidnapp\w+|desaparecid\w+|secuestrad\w+|desapariciones)\b/i],
  ['inmates', /\b(?:inmates|prisoners|detainees|reclusos|presos|internos|reos)\b/i],
  ['injured', /\b(?:injured|wounded|heridos|injuries|wounds)\b/i],
  ['displaced', /\b(?:displaced|refugees|desplazad\w+|refugiados)\b/i],
  ['trainers', /\b(?:trainers?|instructors?|advis[eo]rs|instructores|asesores)\b/i],
  ['officials', /\b(?:officials|funcionarios)\b/i],
  [
    'weapons',
    /\b(?:weapons?|rifles?|guns?|firearms|arms|helicopters?|aircraft|grenades?|missiles?|armas|fusiles|helic[oó]pteros|ammunition|tanks|personnel carriers?|APCs|trucks?|mortars?|pistols?|cartridges|vehicles|veh[ií]culos)\b/i,
  ],
  ['arrests', /\b(?:arrests?|detenciones|arrestos|detenidos)\b/i],
  ['hostages', /\b(?:hostages|captives|rehenes)\b/i],
  ['personnel', new RegExp(`\\b${people}(?![\\p{L}])`, 'iu')],
]
const trainVerb =
  /\b(?:train(?:ed|ing|s)?|instruct(?:ed|ing)?|taught|teach(?:ing|es)?|school(?:ed)?|adiestr\p{L}+|entren\p{L}+|capacit\p{L}+)(?!\p{L})/iu
const changeVerb =
  /\b(?:(?:tripled|doubled|quadrupled|rose|risen|grew|grown|increased|jumped|climbed|soared|expanded|went|gone|fell|fallen|dropped|declined|decreased|shrank|shrunk|reduced|cut|halved|up|down|an? (?:increase|rise|growth|jump|fall|drop|decline|decrease))|(?:se )?(?:triplic[oó]|duplic[oó]|aument[oó]|creci[oó]|subi[oó]|pas[oó]|baj[oó]|cay[oó]|disminuy[oó]|redujo)|pasaron|aumentaron)\b/iu

/** Quantity claims of a sentence, in order. `carried` is what the sentences before said, and is used where this one points back. */
export function findQuantities(
  {
    text,
    start,
    end,
    periods,
    named,
    programme: own,
  }: {
    text: string
    start: number
    end: number
    periods: readonly FoundPeriod[]
    named: readonly Named[]
    programme: string | null
  },
  carried: Carried,
  spanish: boolean,
): Quantity[] {
  const numbers = findNumbers(text, start, end, spanish).filter(
    (number) =>
      !periods.some((period) => number.start < period.end && number.end > period.start) &&
      (number.currency !== null || number.percent || !duration.test(text.slice(number.end, number.end + 40))),
  )
  if (numbers.length === 0) return []
  const sentence = text.slice(start, end)
  const pointing =
    periods.some(({ anaphoric }) => anaphoric) || /^(?:In|Over|During) (?:that|this|those|the same)\b/.test(sentence)
  const programme = own ?? (pointing ? carried.programme : null)
  const quantities: Quantity[] = []
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1]
    const noun = nounAfter(text, number, next?.start ?? end, end)
    const before = text.slice(Math.max(start, numbers[index - 1]?.end ?? start), number.start)
    const measure = measureOf(
      number,
      noun,
      before,
      text.slice(number.end, Math.min(end, next?.start ?? end)),
      quantities.at(-1),
      text.slice(number.end, number.end + 12),
      sentence,
    )
    const counted = number.currency ? null : (noun?.trim().replace(/^(?:of|de)(?: (?:the|los|las))? /, '') ?? null)
    const per = /^\s?(?:per|a|each|every|al|por)\s(year|month|day|año|mes)\b/i.exec(text.slice(number.end, number.end + 20))
    const quantity: Quantity = {
      type: 'quantity',
      start: number.start,
      end: number.end + (counted ? noun!.trimEnd().length : 0),
      value: number.value,
      low: number.low,
      high: number.high,
      comparator: number.comparator,
      hedge: number.hedge,
      measure,
      counted,
      currency: number.currency,
      ...(number.repaired !== null && { repaired: number.repaired }),
      per: per ? (/^(?:año|year)$/i.test(per[1]!) ? 'year' : /mes|month/i.test(per[1]!) ? 'month' : 'day') : null,
      ...partiesOf(text, start, end, number, measure, named),
      programme: /missions|people_trained|trainers|assistance|training_cost/.test(measure) ? programme : null,
      period: periodOf(text, number, periods, carried, sentence),
      place: placeOf(text, named) ?? (pointing ? carried.place : null),
      change: null,
      other: null,
    }
    quantities.push(quantity)
  }
  markChanges(text, start, numbers, quantities)
  for (const quantity of quantities) if (quantity.measure === carried.measure) quantity.period ??= carried.measured
  return meant(spreadEach(text, start, numbers, quantities, named))
}

/** Without what is counted and matters to nobody here; the ends of a change still name each other. */
function meant(quantities: readonly Quantity[]): Quantity[] {
  const kept = quantities.filter(
    ({ measure, counted, change }) => measure !== 'count' || change !== null || (counted !== null && countable.test(counted)),
  )
  return kept.map((one) => (one.other === null ? one : { ...one, other: kept.indexOf(quantities[one.other]!) }))
}

/** What is counted without a measure of its own and matters to this field. What else is counted (cards, cans, proposals) is claimed by nobody here. */
const countable =
  /\b(?:training sessions?|courses?|classes|seminars?|sesiones|cursos|attacks?|raids?|ambush\w*|clashes|incidents?|cases?|complaints?|allegations?|violations?|abuses|massacres?|graves?|battalions?|brigades?|divisions|units?|bases?|camps?|checkpoints?|cartels?|gangs?|groups?|operations?|flights?|ships?|boats?|villages?|towns?|communities|municipalities|houses|homes|schools|children|women|civilians?|residents?|villagers?|families|suspects?|generals?|colonels?|terrorists?|insurgents?|militants?|bandits?|gunmen|rebels?|fighters?|guerrillas?|vigilantes?|militia\w*|hitmen|sicarios|cultists?|vandals?|kidnappers?|robbers?|migrants?|journalists?|activists?|farmers?|teachers?|workers?|others|victims?|v[ií]ctimas|casos|ataques|denuncias|batallones|brigadas|unidades|operativos|integrantes|civiles|campesinos|migrantes|periodistas|fosas|graduates|participants?|visas?|contracts?|votes?)\b/i

/** The noun phrase after a number, up to what ends one; null where none follows at once. */
function nounAfter(text: string, number: FoundNumber, limit: number, end: number): string | null {
  const rest = text.slice(number.end, Math.min(limit, end, number.end + 90))
  const match =
    /^(?:\s(?:of|de)(?:\s(?:the|los|las))?)?(?:\s(?!(?:in|on|at|to|from|by|with|for|since|between|over|during|and|or|who|that|which|were|was|are|is|have|has|had|while|as|when|per|each|near|inside|across|along|because|including|such|than|more|trained|train|killed|died|arrested|wounded|escaped|disappeared|believe|lack|have|did|do|will|would|could|may|might|should|can|joined|took|attended|received|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a|after|before|under|against|en|por|desde|entre|y|que|fueron|eran|para|con)\b)(?:U\.S\.A?\.?|[\p{L}][\p{L}\p{M}.’'-]*)(?:\s(?:and|y)(?=\s\p{Lu}|\s(?:\p{L}+\s)?(?:soldiers|officers|police|troops|men|women|children|agents|personnel|soldados|militares|polic[ií]as|marinos|agentes|oficiales|funcionarios|mujeres|niños)(?!\p{L})))?){1,6}/u.exec(
      rest,
    )
  return match ? (phraseIn(match[0]) ?? null) : null
}

/** "weapons recovered in …" counts weapons, and the "24 Killed" of a headline has no noun: what is done to them is no part of it. */
function phraseIn(words: string): string | null {
  const kept = words
    .replace(/[.’'-]+$/, '')
    .replace(/(?<=\s)(?:killed|wounded|injured|arrested|dead|feared|get|gets?|gave|sustained|belonging)(?!\p{L}).*$/iu, '')
    .replace(/(?:\s\p{Ll}+(?:ed|slain|shot|held|aron|ieron|eron))+\s*$/u, '')
  return /\p{L}/u.test(kept) && !/^\s(?:of|de)\s*$/.test(kept) ? kept.trimEnd() : null
}

function measureOf(
  number: FoundNumber,
  noun: string | null,
  before: string,
  after: string,
  previous: Quantity | undefined,
  tail: string,
  sentence: string,
): string {
  if (number.percent) return 'percent'
  if (number.currency) return moneyMeasure(before, after, sentence)
  const trained =
    trainVerb.test(before) && !/\btrain(?:ing|ed) (?:missions?|camps?|sessions?|exercises?)\b/i.test(before.slice(-30))
  const head = noun ?? ''
  const counted = measures.find(([, pattern]) => pattern.test(head))?.[0] ?? null
  const living = counted === 'personnel' || counted === null || counted === 'officials' || counted === 'inmates'
  const fate = living ? suffering(before, after, tail, noun) : null
  if (fate) return fate
  if (counted === 'personnel' || (noun === null && new RegExp(`^\\s(?:\\p{L}+\\s){0,4}${people}`, 'iu').test(after))) {
    if (
      trained ||
      /^[^.;]{0,60}\b(?:were|was|been|have been|had been|being|fueron|received?|receiving|recibi\w+)\s(?:\p{L}+\s){0,2}(?:train|instruct|capacita|entrena|adiestra)/iu.test(
        after,
      )
    )
      return 'people_trained'
    if (
      /^[^.;,]{0,60}\b(?:trained|train|taught|teach|instructed|entren(?:ó|aron)|capacit(?:ó|aron)|adiestr(?:ó|aron)|have been (?:training|teaching))\b/i.test(
        after,
      )
    )
      return 'trainers'
    return 'personnel'
  }
  if (counted !== null) return counted
  if (trained && noun !== null) return 'people_trained'
  if (noun === null && /\b(?:deployment|mobili[sz]ation) of\s$/i.test(before)) return 'personnel'
  if (measures[0]![1].test(before) && (noun === null || /^\s?(?:each|cada)/.test(tail) || changeVerb.test(before)))
    return 'missions'
  if (previous && (/^\s?(?:each|apiece|cada)/.test(tail) || (noun === null && /\b(?:to|and|from|a|y)\s*$/.test(before))))
    return previous.measure
  return 'count'
}

function moneyMeasure(before: string, after: string, sentence: string): string {
  if (
    /^[^.;,]{0,20}\b(?:worth of )?(?:weapons|arms|equipment|materiel|military equipment|armas|armamento)\b/i.test(after) ||
    /^\s(?:in|de|en) (?:weapons|arms|arms sales|armas)\b/i.test(after)
  )
    return 'weapons'
  if (
    /^[^.;,]{0,60}\b(?:assistance|aid|support|help|funding|package|grants?|ayuda|asistencia|apoyo|cooperaci[oó]n)\b/i.test(
      after,
    ) ||
    /\b(?:assistance|aid|funding|support|package|ayuda|asistencia)\b[^.;]{0,50}$/i.test(before)
  )
    return 'assistance'
  if (
    /\b(?:cost|costs|costing|costo|coste|price)\b[^.;]{0,24}$/i.test(before) ||
    (/\bspen[dt]\b/i.test(before) && trainVerb.test(sentence))
  )
    return trainVerb.test(sentence) ? 'training_cost' : 'cost'
  if (trainVerb.test(after.slice(0, 40))) return 'training_cost'
  return 'money'
}

/** Who gives and who gets, where the words around the number say so. */
function partiesOf(
  text: string,
  start: number,
  end: number,
  number: FoundNumber,
  measure: string,
  named: readonly Named[],
): { provider: string | null; recipient: string | null } {
  if (!/^(?:people_trained|trainers|missions|assistance|weapons|training_cost|personnel)$/.test(measure))
    return { provider: null, recipient: null }
  const sentence = text.slice(start, end)
  const gives =
    trainVerb.test(sentence) ||
    /\b(?:provid\w+|suppl\w+|giv\w+|g[ai]ve|sent|send\w*|deploy\w*|transfer\w*|sold|sell|assistance|aid|support\w*|deployments?|missions?|proporcion\w+|otorg\w+|entreg\w+)\b/i.test(
      sentence,
    )
  if (!gives || (measure === 'personnel' && !trainVerb.test(sentence))) return { provider: null, recipient: null }
  const provider = named.find(({ american }) => american) ?? null
  const others = named.filter((one) => !one.american)
  const after = others.find((one) => one.start >= number.start)
  const beforeNumber = others.findLast((one) => one.end <= number.start)
  const recipient = measure === 'trainers' ? (after ?? null) : (after ?? beforeNumber ?? null)
  return { provider: provider ? wider(text, provider) : null, recipient: recipient ? wider(text, recipient) : null }
}

/** "Latin American" with the noun that it stands before: "Latin American security personnel". */
function wider(text: string, one: Named): string {
  if (!one.adjective && !(one.american && /^(?:US|U\.S\.)$/.test(one.printed))) return one.printed
  const after =
    /^(?:\s(?:\p{Lu}[\p{L}]+|security|military|police|armed|special|federal|naval|army|elite|law|enforcement)){0,4}(?:\s(?:personnel|forces?|troops|officers|soldiers|units|police|military|army|navy|marines|government|trainers|instructors|operators|advisers|agents|commandos))?/u.exec(
      text.slice(one.end, one.end + 70),
    )
  return `${one.printed}${after?.[0] ?? ''}`.trim()
}

function periodOf(
  _text: string,
  number: FoundNumber,
  periods: readonly FoundPeriod[],
  carried: Carried,
  sentence: string,
): ClaimPeriod | null {
  const own = periods.filter((one) => !one.anaphoric && !(one.attached && distance(one, number) > 45))
  const nearest = [...own].sort((a, b) => distance(a, number) - distance(b, number))[0]
  const pointing = periods.find(({ anaphoric }) => anaphoric)
  if (pointing && (!nearest || distance(pointing, number) < distance(nearest, number))) {
    const meant = own.find(({ end }) => end <= pointing.start) ?? carried.period
    return meant
      ? { printed: pointing.printed, from: meant.from, to: meant.to }
      : { printed: pointing.printed, from: null, to: null }
  }
  if (nearest) return { printed: nearest.printed, from: nearest.from, to: nearest.to }
  return /^(?:In|Over|During) (?:that|this|those)\b/.test(sentence) ? carried.period : null
}

const distance = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, a.start - b.end, b.start - a.end)

/** "tripled … from 12 to 36": two claims, each end of the change. */
function markChanges(text: string, start: number, numbers: readonly FoundNumber[], quantities: Quantity[]): void {
  for (let at = 0; at + 1 < numbers.length; at++) {
    const first = numbers[at]!
    const second = numbers[at + 1]!
    if (
      !/^\s(?:[\p{L}]+\s){0,4}(?:to|a)\s(?:(?:nearly|about|around|almost|some|more than|over|casi|unos)\s)?$/iu.test(
        `${text.slice(first.end, second.start)}`,
      )
    )
      continue
    if (!/\b(?:from|de)\s(?:(?:just|about|around|nearly|some|only)\s)?$/i.test(text.slice(start, first.start))) continue
    if (!changeVerb.test(text.slice(start, first.start))) continue
    const [from, to] = [quantities[at]!, quantities[at + 1]!]
    const measure = from.measure === 'count' ? to.measure : from.measure === 'personnel' ? to.measure : from.measure
    from.measure = measure
    to.measure = measure
    from.counted ??= to.counted
    to.programme ??= from.programme
    Object.assign(from, { change: 'from', other: at + 1 })
    Object.assign(to, { change: 'to', other: at })
  }
}

/** "Honduras had 21; El Salvador and Colombia had 19 each": a claim for every country that the clause's subject names. */
function spreadEach(
  text: string,
  start: number,
  numbers: readonly FoundNumber[],
  quantities: Quantity[],
  named: readonly Named[],
): Quantity[] {
  const spread: Quantity[] = []
  for (const [index, quantity] of quantities.entries()) {
    const number = numbers[index]!
    const subjects = named.filter(
      (one) =>
        !one.american &&
        !one.adjective &&
        one.end <= number.start &&
        !/\b(?:in|of|across|to|from|all|en|de)\s(?:the\s)?$/i.test(text.slice(Math.max(start, one.start - 10), one.start)),
    )
    if (quantity.measure !== 'missions' || subjects.length === 0 || quantity.other !== null) {
      spread.push(quantity)
      continue
    }
    if (/^[^.;]{0,30}\b(?:each|apiece|cada uno)\b/i.test(text.slice(number.end, number.end + 40)))
      for (const subject of subjects) spread.push({ ...quantity, place: subject.printed, recipient: subject.printed })
    else spread.push({ ...quantity, place: subjects.at(-1)!.printed, recipient: subjects.at(-1)!.printed })
  }
  // Indices of changes are unmoved: only what is no change is spread, but what stands before may have grown.
  return spread.map((one) =>
    one.other === null
      ? one
      : { ...one, other: spread.indexOf(spread.find((other) => other.start === quantities[one.other!]!.start)!) },
  )
}
