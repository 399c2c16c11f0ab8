/**
 * Quantity claims: what a number in prose counts, of whom, by whom, when and where.
 *
 * What is counted is told by the words after the number first ("36 missions", "13,000 security personnel"), then by the verb it is object
 * or subject of: "nearly 4,000 troops trained 13,000" names trainers and trained.
 */
import { findProgramme, localPlace, type Named, placeOf } from '../actors.js'
import type { ClaimPeriod, Quantity } from '../claim.js'
import type { Signs } from '../grammar/signs.js'
import type { FoundPeriod } from '../periods.js'
import { markChanges, spreadEach } from './changes.js'
import { hedgeBehind } from './hedges.js'
import {
  alike,
  changeVerb,
  countable,
  currencyWords,
  elliptic,
  ellipticBehind,
  inBrackets,
  measureOf,
  nounAfter,
  people,
} from './measures.js'
import { periodOf } from './number-times.js'
import { type FoundNumber, findNumbers } from './numbers.js'
import { nobody, partiesOf } from './parties.js'
import { countedBefore, ofThese, planned, pointedAt, saidAlone } from './pointed.js'

/** What earlier sentences said, for "in that period". */
export interface Carried {
  period: ClaimPeriod | null
  place: string | null
  programme: string | null
  /** What the sentence before counted, if it is of the same paragraph, and when. */
  measure: string | null
  counted: string | null
  measured: ClaimPeriod | null
  /** What the paragraphs before counted last: "the figure" is of that, "some of them" not. */
  before: { measure: string | null; counted: string | null } | null
}

const duration =
  /^[\s-]*(?:(?:(?!(?:per|an?|each|every|the|this|that|last|past|next|previous|por|al|cada|el|la|este|ese)\s)\p{L}+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur\w+|años?|meses|d[ií]as|horas|semanas|miles|kilomet\w+|km|met(?:er|re)s|hectares|acres|feet|inches|degrees|times|times as|percentage points|a\.m|p\.m|rounds of(?!\s(?:\p{L}+\s)?(?:ammunition|live))|calib\p{L}+|mil+imet\p{L}+|pages?|lit(?:er|re)s|kilograms?|kilos?|kg|tons?|tonnes|barrels)|[ap]\.?m\.?|hrs)(?![\p{L}])/iu
/** "500 days", "10 km": so long or so far. */
export const isDuration = (text: string, { end, currency, percent }: FoundNumber): boolean =>
  currency === null && !percent && duration.test(text.slice(end, end + 40))

/** "a boy of 14 and a man": so old. */
const isAge = (text: string, { start, end, currency }: FoundNumber): boolean =>
  currency === null &&
  /(?<!\p{L})(?:boy|girl|man|woman|child|youth|student|son|daughter|baby|niñ[oa]|joven|muchach[oa]|hij[oa]|bebé)\s(?:of|aged|de)\s$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  ) &&
  /^(?:[.,;:)”"]|$|\s(?:and|or|was|were|who|from|in|on|at|by|y|o|fue|que|años?)(?!\p{L}))/iu.test(text.slice(end, end + 12))

/** Quantity claims of a sentence, in order. `carried` is what the sentences before said, and is used where this one points back. */
export function findQuantities(
  {
    text,
    start,
    end,
    periods,
    named,
    programme: own,
    signs,
  }: {
    text: string
    start: number
    end: number
    periods: readonly FoundPeriod[]
    named: readonly Named[]
    programme: string | null
    signs: Signs
  },
  carried: Carried,
  spanish: boolean,
): Quantity[] {
  const numbers = findNumbers(text, start, end, spanish, signs).filter(
    (number) =>
      !periods.some((period) => number.start < period.end && number.end > period.start) &&
      !isDuration(text, number) &&
      !isAge(text, number),
  )
  if (numbers.length === 0) return []
  const sentence = text.slice(start, end)
  const pointing =
    periods.some(({ anaphoric }) => anaphoric) || /^(?:In|Over|During) (?:that|this|those|the same)\b/.test(sentence)
  const programme = own ?? (pointing ? carried.programme : null)
  const quantities: Quantity[] = []
  /** Whether whom the sentence names before the last number gives: so does who is listed next. */
  let gave = false
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1]
    // "43 of the 112 men were trained": the part takes the noun and the verb, the whole the noun alone.
    const whole = next && isPartOf(text, number, next) ? next : null
    const isWhole = index > 0 && isPartOf(text, numbers[index - 1]!, number)
    // "1,870 soldiers from the five countries were trained"
    const apart = next && !whole && isWhere(text, number, next) ? 1 : 0
    const beyond = numbers[index + (whole ? 2 : 1) + apart]?.start ?? end
    // "aid fell by a fifth to $168 million": of aid.
    let prior = index - 1
    const share = numbers[prior]
    if (share?.percent && bySoMuch.test(text.slice(share.end, number.start))) prior--
    // "assistance to the two countries quadrupled, from $55 million"
    else if (share && isPlaces(text, share)) prior--
    const before = isWhole ? '' : text.slice(Math.max(start, numbers[prior]?.end ?? start), number.start)
    const rest =
      (isWhole || number.percent ? null : pastAside(text.slice((whole ?? number).end, end))) ??
      text.slice((whole ?? number).end, Math.min(end, beyond))
    const clause = isWhole ? rest.replace(finite, '') : rest
    // "who led 200 soldiers, attended two courses": what comes behind the comma is said of somebody else.
    const after = withinAside.test(text.slice(start, number.start)) ? clause.replace(/,.*$/su, '') : clause
    const previous = quantities.at(-1)
    // "27,5 millones provinieron de Francia y 6,2 millones de España": from where, and not of what.
    const isFrom =
      previous?.currency != null &&
      number.currency === null &&
      (number.value ?? 0) >= 1e5 &&
      /^\s(?:de|from|for|para|to)\s\p{Lu}/u.test(text.slice(number.end, number.end + 12))
    const behind = isFrom
      ? null
      : nounAfter(text, whole && !number.percent ? whole : number, whole && !number.percent ? beyond : (next?.start ?? end), end)
    /** What the number is of where its own words only point: "5,000 of them", "put the figure at 14,000", "FY2010 1,300". */
    const pointed = pointedAt(number, behind, before, after, previous, carried, periods)
    const noun = pointed ? null : (behind ?? countedBefore(before, after))
    const listed = elliptic(text, number, noun, named) ?? ellipticBehind(text, number, before, noun, previous, named)
    // "40 millones de dólares, unos 6,6 millones por año": money, too.
    const currency =
      number.currency ??
      (noun === null && previous?.currency && !number.percent && (number.value ?? number.high ?? 0) >= 1e5
        ? previous.currency
        : null)
    // "900.000 dólares … en 2015 y 1.250.000 en 2016", "$40,000 in 2015 and $60,000 in 2016": of the same, too.
    const dated = noun === null && previous?.currency === currency && periods.some(({ start: at }) => at === number.end + 1)
    // "$318 million, an average of $45 million a year"
    const average =
      previous !== undefined &&
      noun === null &&
      previous.measure !== 'percent' &&
      (previous.currency === null) === (currency === null) &&
      /average|promedio/i.test(number.hedge ?? '') &&
      /,\s$/.test(before)
    const worth = previous?.measure === 'weapons' && currency !== null && ofGoods.test(before)
    // "420 million cedis ($56 million)": the same sum.
    const same =
      previous?.currency != null &&
      currency !== null &&
      /^\s\((?:about|some|nearly|unos)?\s?$/u.test(text.slice(previous.end, number.start)) &&
      /^\)/.test(after)
    const likewise =
      worth || average || same
        ? previous
        : currency !== null &&
            (dated ? /(?:,|\s(?:y|and|e))\s$/iu : number.currency === null ? /\s(?:y|and|e)\s$/iu : null)?.test(before)
          ? previous
          : undefined
    const like = pointed
      ? pointed.measure
      : likewise
        ? likewise.measure
        : listed && !number.currency
          ? (previous?.measure ?? carried.measure)
          : listed
            ? (previous?.measure ?? null)
            : null
    const measureWith = (words: string, of = noun) =>
      measureOf({ ...number, currency }, of, before, words, text.slice(number.end, number.end + 12), {
        previous,
        carried: carried.measure,
        earlier: carried.before?.measure ?? null,
        named,
        sentence,
        ahead: text.slice(start, number.start),
        signs,
      })
    // "212 of them died": what became of them tells more than what they were counted as.
    const fate = pointed && behind && ofThese.test(behind) ? measureWith(after, behind) : ''
    const alone = fated.test(fate) ? fate : like && like !== 'percent' ? like : measureWith(after)
    // "19,000 police and 4,300 prosecutors attended courses": what is said of the second is said of the first.
    const joint =
      next &&
      behind !== null &&
      number.currency === null &&
      /^(?:personnel|officials|count)$/.test(alone) &&
      /^,?\s(?:and|y|e)\s$/.test(text.slice(number.end + behind.length, next.start))
    const told = joint ? measureWith(text.slice(next.end, numbers[index + 2]?.start ?? end)) : alone
    // "trained 300 soldiers and 200 policemen", "killed nine soldiers and two children"
    const besides =
      previous !== undefined &&
      behind !== null &&
      /^(?:personnel|officials|count)$/.test(told) &&
      /^(?:people_trained|deaths|injured|arrests|disappeared|displaced)$/.test(previous.measure) &&
      persons.test(behind) &&
      and.test(text.slice(previous.end, number.start)) &&
      noVerb.test(text.slice(number.end + behind.length))
    const measure = besides ? previous.measure : told
    const counted = number.currency
      ? null
      : (pointed?.counted ??
        noun?.trim().replace(/^(?:of|de)(?: (?:the|los|las))? /, '') ??
        ((saidAlone.test(before) && /^\s*(?:[.;,:]|$)/.test(after)) ||
        (alike.test(before) && /^\s*(?:[.;”"]|,[”"]|(?:in|en) \d{4}|$)/.test(after))
          ? carried.counted
          : null))
    const stop =
      number.end +
      (counted && noun && noun === behind ? noun.trimEnd().length + (/[:”"]/.test(text[number.end] ?? '') ? 1 : 0) : 0)
    // "450 soldiers or more"
    // "rose again, hasta 1.372": so far it rose, and no further is told.
    const isReached = number.hedge === 'hasta' && reaching.test(before)
    const late = number.hedge === null && number.value !== null ? hedgeBehind(text.slice(stop, Math.min(end, stop + 30))) : null
    // "France, which keeps 4,500 troops there, said it had trained": of them nobody says who got them.
    const isAside = (measure === 'personnel' && withinAside.test(text.slice(start, number.start))) || inBrackets.test(before)
    const { gives, ...parties } = isAside ? nobody : partiesOf(text, start, end, number, measure, counted, named, signs)
    // "Taiwan gave four helicopters; the United States, 80 motorcycles"
    const gapped: Named | null = gave && noun !== null ? elliptic(text, number, null, named) : null
    const alsoGives =
      listed !== null &&
      (listed.end <= number.start
        ? gave
        : /^(?:weapons|assistance|money)$/.test(measure) && /\sfrom\s(?:the\s)?$/u.test(text.slice(number.end, listed.start)))
    // "Washington gave Mali $3 million and Niger $2 million": there those who get are listed.
    const got = named.some((one) => one.printed === parties.recipient && text.slice(one.end, number.start) === ' ')
    gave = (gives && (listed !== null ? gave : !got)) || (gave && (listed ?? gapped) !== null)
    const quantity: Quantity = {
      type: 'quantity',
      start: number.start,
      end: late ? text.indexOf(late.printed, stop) + late.printed.length : stop,
      value: number.value,
      low: number.low,
      high: number.high,
      comparator: isReached ? '=' : (late?.comparator ?? number.comparator),
      hedge:
        [pointed && planned.exec(after)?.[0].trim(), late?.printed ?? (isReached ? null : number.hedge)]
          .filter(Boolean)
          .join(', ') || null,
      measure,
      counted,
      currency,
      ...(number.repaired !== null && { repaired: number.repaired }),
      per:
        (number.currency !== null && /^\s?(?:each|apiece|cada un[oa])(?!\p{L})/iu.test(after) ? 'person' : null) ??
        perOf(before, text.slice(stop, Math.min(end, stop + 60)).replace(currencyWords, ''), text.slice(number.end, stop)) ??
        (listed ? (previous?.per ?? null) : null),
      ...parties,
      ...(likewise && { provider: parties.provider ?? likewise.provider, recipient: parties.recipient ?? likewise.recipient }),
      ...(listed &&
        partied.test(measure) &&
        (alsoGives
          ? { provider: listed.printed, recipient: previous?.recipient ?? null }
          : {
              recipient: recipientListed(listed, previous, measure),
              provider: parties.provider ?? previous?.provider ?? null,
            })),
      ...(gapped && { provider: gapped.printed, recipient: previous?.recipient ?? null }),
      programme: /missions|training_sessions|people_trained|trainers|assistance|training_cost|money|cost|weapons|budget/.test(
        measure,
      )
        ? ((programme && (findProgramme(text, start, end, number.start, signs) ?? programme)) ??
          (listed ? (previous?.programme ?? null) : null))
        : null,
      period: periodOf(number, numbers, periods, carried, sentence, text),
      place:
        listed?.printed ??
        placeOf(
          text,
          named.filter((one) => !isOfPart(text, number, one)),
        ) ??
        (pointing ? carried.place : null) ??
        localPlace(text.slice(number.end, end).replace(ofSome, '')) ??
        leadingPlace(sentence),
      change: null,
      other: null,
    }
    quantities.push(quantity)
  }
  markChanges(text, start, numbers, quantities)
  for (const quantity of quantities) if (quantity.measure === carried.measure) quantity.period ??= carried.measured
  return meant(text, spreadEach(text, start, numbers, quantities, named))
}

const persons = new RegExp(
  `(?<!\\p{L})(?:${people}|civilians?|children|women|girls|boys|protesters|demonstrators|journalists|villagers|residents|peasants|farmers|workers|teachers|activists|prosecutors|judges|others|officials|civiles|niñ[oa]s|mujeres|campesin[oa]s|periodistas|manifestantes|fiscales|jueces|funcionarios)(?!\\p{L})`,
  'iu',
)
const and = /^(?:,|,?\s(?:and then|then|luego|and|y|e|as well as|as[ií] como))\s(?:another\s|otr[oa]s\s)?$/u
const noVerb =
  /^(?:[.,;:)”"]|$|\s(?:in|at|under|since|from|for|to|by|between|during|over|through|on|of|and|en|de|desde|bajo|entre|por|para|durante|y|a|near|outside|inside|after|before|when|while|as|with|who|cerca|cuando|tras|que)(?!\p{L}))/u

/** "In Guerrero, 43 students disappeared". */
function leadingPlace(sentence: string): string | null {
  const lead = /^(?:In|Near|En)\s(?:the\s|la\s|el\s)?\p{Lu}[^,;.\d]{2,40},/u.exec(sentence)?.[0]
  return lead === undefined ? null : localPlace(lead.toLowerCase()[0] + lead.slice(1))
}

/** "62 vehicles, worth $31 million". */
const ofGoods = /(?<!\p{L})(?:worth|valued at|valorad[oa]s en|por (?:un )?valor de)\s$/iu
/** Of these somebody gives and somebody gets. */
const partied = /^(?:training_sessions|people_trained|trainers|missions|assistance|weapons|training_cost|money|cost)$/
/** "3,000 Somali soldiers, 1,800 in Uganda and 1,200 in Djibouti": there, and still Somali soldiers. */
const recipientListed = (listed: Named, previous: Quantity | undefined, measure: string): string =>
  measure === 'people_trained' && previous?.recipient && previous.recipient !== previous.place
    ? previous.recipient
    : listed.printed

/** "43 of the 112", "43 de los 112". */
const isPartOf = (text: string, part: FoundNumber, whole: FoundNumber): boolean =>
  part.currency === null &&
  whole.currency === null &&
  !whole.percent &&
  ((/^\s(?:of|de)\s$/.test(text.slice(part.end, whole.start)) && (part.value ?? part.high ?? 0) < (whole.value ?? 0)) ||
    /^(?:\s(?:of|de))?\s(?:the|its|their|his|those|these|los|las|sus|esos|esas|estos|estas)\s(?:(?:[\p{L}-]+\s){0,2}[\p{L}-]+['’]s\s)?$/u.test(
      text.slice(part.end, whole.start),
    ))
/** "from the five countries", "en tres provincias": where those are from or what is done, and nothing that is counted beside them. */
const isWhere = (text: string, one: FoundNumber, next: FoundNumber): boolean =>
  /^[^,;.]{2,50}\s(?:from|of|in|at|across|de|en)\s(?:the\s|all\s|these\s|los\s|las\s)?$/u.test(text.slice(one.end, next.start)) &&
  isPlaces(text, next)
const isPlaces = (text: string, { end }: FoundNumber): boolean =>
  /^\s(?:\p{L}+\s)?(?:countries|nations|provinces|states|departments|units|battalions|brigades|cities|bases|academies|pa[ií]ses|provincias|estados|departamentos|unidades|batallones|brigadas|municipios|bases|academias)(?!\p{L})/iu.test(
    text.slice(end, end + 40),
  )
const reaching = new RegExp(String.raw`${changeVerb.source},?\s$`, 'iu')
const fated = /^(?:people_trained|deaths|injured|disappeared|inmates|arrests|displaced)$/
const bySoMuch = /^,?\s(?:to|a|from|de|desde)\s(?:about |some |nearly |just )?$/u
/** The verb of a sentence, and what follows. */
const finite =
  /\s(?:were|was|are|is|have|has|had|did|do|does|will|would|could|died|left|deserted|fled|received|took|got|went|fueron|han|ha|hab[ií]an?|eran|son|murieron|dejaron|desert(?:ó|aron)|recib(?:ió|ieron)|se\s\p{L}+(?:ó|aron|ieron))(?!\p{L}).*$/isu
/** A clause of its own is open. */
const withinAside = /,\s(?:who|which|whose|que|quien(?:es)?|cuy[oa]s?)\s[^,;]*$/iu
/** "300 people, 45 of them children, were killed": what goes on behind the commas; null where nothing is put between. */
function pastAside(behind: string): string | null {
  const groups = (aside.exec(behind) ?? relative.exec(behind))?.groups
  return groups ? `${groups.noun}${groups.rest}` : null
}
const aside =
  /^(?<noun>[^,;.()]{2,60}),\s(?:including|among (?:them|whom)|entre (?:ell[oa]s|l[oa]s que)|incluid[oa]s|incluyendo|(?:\d[\d,.]*|\p{L}+) (?:of (?:them|whom|these)|de (?:ell[oa]s|l[oa]s cuales)))(?!\p{L})[^,;.]{0,80},(?<rest>\s[^;.]*)/iu

/** "500 officers, who came from 12 provinces, attended": to the first comma behind which a verb stands. */
const relative =
  /^(?<noun>[^,;.()]{2,60}),\s(?:who|which|whose|most|many|some|all|que|quienes|cuy[oa]s|la mayor[ií]a)(?!\p{L})[^;.]{4,160}?,(?<rest>\s(?:had|have|has|were|was|are|did|attended|took|received|completed|went|passed|graduated|died|disappeared|fueron|han|hab[ií]an|asistieron|recibieron|tomaron|pasaron|murieron|desaparecieron)\s[^;.]*)/iu

/** "according to two officers" */
const tellers = /(?<!\p{L})(?:according to|told by|said by|según|de acuerdo con|a decir de)\s$/iu
/** "Two commanders told us": as many as tell it. */
const telling = /^,?\s(?:told|said|say|dijeron|contaron|relataron|aseguraron)(?!\p{L})/iu
/** Without what is counted and matters to nobody here; the ends of a change still name each other. */
function meant(text: string, quantities: readonly Quantity[]): Quantity[] {
  const kept = quantities.filter(
    ({ measure, counted, change, value, start, end }) =>
      (measure !== 'count' || change !== null || (counted !== null && countable.test(counted))) &&
      // "took them away in two trucks": how, and none that anybody has.
      !(measure === 'weapons' && carrying.test(text.slice(Math.max(0, start - 16), start)) && vehicle.test(counted ?? '')) &&
      !(
        /^(?:personnel|officials|trainers|people_trained)$/.test(measure) &&
        value !== null &&
        value < 10 &&
        (telling.test(text.slice(end, end + 20)) || tellers.test(text.slice(Math.max(0, start - 24), start)))
      ),
  )
  return kept.map((one) => (one.other === null ? one : { ...one, other: kept.indexOf(quantities[one.other]!) }))
}

const carrying = /(?<!\p{L})(?:in|en|aboard|a bordo de)\s$/iu
const vehicle =
  /^(?:\p{L}+\s)?(?:trucks?|vehicles|boats|pickups?|motorcycles|helicopters?|jeeps|camionetas|veh[ií]culos|lanchas|motocicletas|helic[oó]pteros|patrullas|camiones)(?!\p{L})/iu
const ofSome = /\d\s(?:of (?:them|whom|these|those)|de (?:ell[oa]s|l[oa]s cuales)).*$/su
/** "1,000 officers, 300 of them from Nigeria", "including 300 from Nigeria": where a part is from is no place of the whole. */
const isOfPart = (text: string, number: FoundNumber, one: Named): boolean =>
  one.start > number.end &&
  /(?<!\p{L})(?:including|among them|of (?:them|whom|which|these|those)|incluid[oa]s?|incluyendo|entre (?:ellos|ellas)|de (?:ellos|ellas|los cuales|las cuales))(?!\p{L})/iu.test(
    text.slice(number.end, one.start),
  )

/** "a year", "annually" behind the number or what it counts; "an annual budget of", "each year" before it. */
function perOf(before: string, after: string, counted: string): 'year' | 'month' | 'day' | 'person' | null {
  if (
    /^\s?(?:per|for each|for every|por|por cada|a)\s(?:student|trainee|soldier|officer|person|head|participant|cadet|alumno|persona|soldado|oficial|cabeza|participante)(?!\p{L})/iu.test(
      after,
    )
  )
    return 'person'
  if (
    /(?<!\p{L})(?:por cada|for each|for every)\s(?:alumn[oa]|student|trainee|soldado|soldier|officer|persona|person|participante|participant)\s[^.;,\d]{0,30}$/iu.test(
      before,
    )
  )
    return 'person'
  const behind =
    /^\s?(?:(?:per|a|each|every|al|por|cada)\s(?:fiscal\s)?(year|month|day|año|mes|d[ií]a)(?!\p{L}|\s(?:earlier|later|before|after|ago|antes|después|atrás))|(annually|yearly|anuales|anual|monthly|mensuales|daily|diarios))/iu.exec(
      after,
    ) ??
    /^(?:\s(?!and|y\s)[\p{L}]+){1,5}\s(?:each|every|cada)\s(year|month|año|mes)(?!\p{L})/iu.exec(after) ??
    /\s(?:a|per|al|por)\s(year|month|day|año|mes)$/iu.exec(counted) ??
    /\s(anuales|anual|mensuales)$/iu.exec(counted)
  const ahead =
    /\b(?:(annual|yearly|monthly|anual)\s[^,.;]{0,50}|(?:each|every|cada)\s(year|month|año|mes),?\s[^.;]{0,60})$/iu.exec(before)
  const unit = behind?.[1] ?? behind?.[2] ?? ahead?.[1] ?? ahead?.[2]
  if (unit === undefined) return null
  return /month|mes|mens/i.test(unit) ? 'month' : /da[yi]|d[ií]a/i.test(unit) ? 'day' : 'year'
}
