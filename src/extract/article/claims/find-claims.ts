/** Reads an article's prose sentence by sentence and puts together what it claims, who says so, when and where. */
import type { ArticleBlock } from '../../../documents/article/article-text.js'
import { isProse } from '../../../documents/article/set-apart.js'
import { type Span, sentencesOf } from '../sentences.js'
import { findNamed, findProgramme, placeOf } from './actors.js'
import type { Claim, ClaimPeriod, DenialClaim } from './claim.js'
import { repairDigits } from './damaged-digits.js'
import { findPeriods } from './periods.js'
import { type Carried, findQuantities } from './quantities.js'
import { findAttributions, transcriptSpeaker } from './speakers.js'
import { findStatements } from './statements.js'

const weak =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|evidently|is thought to|are thought to|is believed to|are believed to|said to be|said to|may have|might have|could have|suspected of|presuntamente|supuestamente|al parecer|seg[uú]n se informa|habr[ií]an?|alleged|apparent|presunt[oa]s?)\b/iu

/** Offsets count UTF-16 units. `published`: ISO day of the article, for "last year". */
export function findClaims(printed: string, blocks: readonly ArticleBlock[], published: string | null): Claim[] {
  const claims: Claim[] = []
  const text = calmed(printed)
  // Numbers are told with their print and read from it; all else is read from what they must have been.
  const repaired = repairDigits(text)
  const spanish = isSpanish(text)
  let carried: Carried = { period: null, place: null, programme: null, measure: null, measured: null }
  /** Who spoke last: "…,” he said", and paragraphs in quotation marks that name nobody. */
  let lastSpeaker: string | null = null
  let transcript: string | null = null
  for (const block of blocks) {
    if (!isProse(block.kind)) continue
    transcript =
      transcriptSpeaker(text, block.start, block.end) ?? (transcript !== null && block.kind === 'paragraph' ? transcript : null)
    /** The speaker of a quotation that goes on over several sentences. */
    let quoting: string | null = null
    carried = { ...carried, measure: null, measured: null }
    for (const { start, end } of bounded(sentencesOf(text, block.start, block.end))) {
      const sentence = text.slice(start, end)
      const verbatim = printed.slice(start, end)
      const periods = findPeriods(repaired, start, end, published)
      const named = findNamed(text, start, end)
      const attributions = findAttributions(text, start, end)
      const speakerAt = (at: number): string | null => {
        const nearest = [...attributions].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
        if (nearest) return nearest.speaker
        return quoting ?? transcript ?? (pointsBack(sentence) ? lastSpeaker : null)
      }
      const period = mainPeriod(periods, carried)
      const place = placeOf(text, named)
      const first = claims.length
      const common = (at: number) => ({ sentence: verbatim, speaker: speakerAt(at), proposed_by: 'rules' as const })
      const ids = new Map<number, string>()
      const programme = findProgramme(text, start, end)
      const quantities = findQuantities({ text, start, end, periods, named, programme }, carried, spanish)
      for (const [index, { other: _other, ...quantity }] of quantities.entries()) {
        const id = `C${claims.length + 1}`
        ids.set(index, id)
        claims.push({
          id,
          ...quantity,
          ...common(quantity.start),
          hedge: hedges(quantity.hedge, sentence, quantity.start - start),
          counterpart: null,
        })
      }
      for (const [index, { other }] of quantities.entries()) {
        const claim = claims[first + index]!
        if (other !== null && claim.type === 'quantity') claim.counterpart = ids.get(other) ?? null
      }
      for (const found of findStatements(repaired, start, end)) {
        const claim = {
          ...found,
          id: `C${claims.length + 1}`,
          ...common(found.start),
          hedge: hedges(null, sentence, found.start - start),
          period,
          place:
            (found.type === 'event' ? localPlace(sentence) : null) ??
            place ??
            named.find(({ adjective, american }) => !adjective && !american)?.printed ??
            null,
        } as Claim
        if (claim.type === 'denial' || claim.type === 'doubt') {
          claim.speaker = claim.type === 'denial' ? (denier(sentence, found.start - start) ?? claim.speaker) : claim.speaker
          claim.concerns = concerned(claim, claims)
        }
        claims.push(claim)
      }
      const opens = (sentence.match(/[“«]/g) ?? []).length
      const closes = (sentence.match(/[”»]/g) ?? []).length
      if (opens > closes) quoting = attributions[0]?.speaker ?? quoting
      else if (closes > opens) quoting = null
      carried = {
        period: period ?? carried.period,
        place: place ?? carried.place,
        programme: programme ?? carried.programme,
        measure: quantities.at(-1)?.measure ?? null,
        measured: quantities.at(-1)?.period ?? null,
      }
      lastSpeaker = attributions.at(-1)?.speaker ?? quoting ?? lastSpeaker
    }
  }
  const cased = text === printed ? claims : claims.map(asPrinted)
  return repaired === text ? cased : cased.map(asDamaged)
}

/** "in the town of Iguala", "in Sinaloa state", "near San Ejemplo": where something happened, more exactly than a country. */
function localPlace(sentence: string): string | null {
  const match =
    /(?:^|[\s(])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|en|cerca de)\s(?:the\s|la\s|el\s)?(?:(?:[\p{Ll}]+\s){0,2}(?:town|city|village|state|province|department|municipality|district|ciudad|municipio|estado|poblado)\s(?:of|de)\s)?(?<place>\p{Lu}[\p{L}’'-]+(?:\s(?:de(?:\sla)?\s)?\p{Lu}[\p{L}’'-]+){0,3})(?=[\s,.;:)”"]|$)/u.exec(
      sentence,
    )?.groups?.place
  return match && !noPlace.test(match) && !/[’']s$/.test(match) ? match : null
}
const noPlace =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sunday|Enero|Operation|Operación|Mr|Mrs|General|Gen|Major|Col|President|Internally|Boko|Congress|Parliament|Washington Office|English|Spanish|Spring|Army|Police|Navy|Marines|Mexican|American|U\b)/

const small =
  /^(?:a|an|the|of|in|on|at|to|from|by|for|with|and|or|but|as|than|that|which|who|were|was|are|is|be|been|being|have|has|had|will|would|it|they|he|she|their|its|more|less|about|some|nearly|over|least|between|since|until|during|near|into|after|before|while|when|not|no|yet|said|says|told|found|reported|denied|killed|arrested|wounded|injured|trained|disappeared|kidnapped|abducted|murdered|million|billion|thousand|hundred|dozen|people|persons|soldiers|troops|officers|police|personnel|members|missions|years?|months?|el|la|los|las|de|del|en|y|que|por|para|con|un|una|fueron|fue|más|dijo|según|personas|soldados|muertos|millones|mil)$/i

/**
 * Sentences in capitals as they would be printed otherwise, letter for letter: the rules tell names from words by their capitals. What is read
 * there is given back in capitals.
 */
function calmed(text: string): string {
  if (!/\p{Lu}{4,}[^\p{Ll}]{12}/u.test(text)) return text
  return text.replace(/[^\n.!?]*[.!?]?/gu, (stretch) => {
    const letters = stretch.match(/\p{L}/gu) ?? []
    if (letters.length < 20 || /\p{Ll}/u.test(stretch)) return stretch
    const calm = stretch.replace(/\p{L}[\p{L}’'-]*/gu, (word) => {
      const lower = word.toLowerCase()
      return /^(?:U|US|UN|NATO|FBI|DEA|CIA|IMET|JCETS?)$/.test(word)
        ? word
        : small.test(lower)
          ? lower
          : word[0]! + lower.slice(1)
    })
    return calm.length === stretch.length ? calm : stretch
  })
}

/** What was read of a sentence in capitals, in capitals. */
function asPrinted(claim: Claim): Claim {
  if (/\p{Ll}/u.test(claim.sentence)) return claim
  const upper = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'string' && capitals.has(name) ? value.toUpperCase() : value,
  ])
  return {
    ...Object.fromEntries(upper),
    period: claim.period && { ...claim.period, printed: claim.period.printed.toUpperCase() },
  }
}

/** What was read of a sentence with damaged digits, as they stand there. */
function asDamaged(claim: Claim): Claim {
  const repaired = repairDigits(claim.sentence)
  if (repaired === claim.sentence) return claim
  const print = (words: string): string => {
    const at = claim.sentence.includes(words) ? -1 : repaired.indexOf(words)
    return at === -1 ? words : claim.sentence.slice(at, at + words.length)
  }
  const fields = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'string' && capitals.has(name) ? print(value) : value,
  ])
  return { ...Object.fromEntries(fields), period: claim.period && { ...claim.period, printed: print(claim.period.printed) } }
}
const capitals = new Set(
  'speaker hedge place counted provider recipient programme action perpetrators victims members left joined relation trained_by subject state of'.split(
    ' ',
  ),
)

/** Said by somebody whom only an earlier sentence names. */
const pointsBack = (sentence: string): boolean =>
  /^\s*[“"‘'«]/.test(sentence) ||
  /(?:^|[,”"’']\s)(?:[Hh]e|[Ss]he|[Tt]hey)(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|told|revealed|disclosed|claimed|confirmed|continued|warned|insisted)(?!\p{L})/u.test(
    sentence,
  ) ||
  /(?:^|\s)[Aa]ccording to (?:him|her|them)(?!\p{L})/u.test(sentence) ||
  /[”"’'],? (?:he|she|they) (?:said|added|noted|revealed|stated|explained)(?!\p{L})/u.test(sentence)

/** Sentences of at most so many characters: what is longer is a table or no prose, and patterns take quadratic time. */
const longestSentence = 1500

function* bounded(sentences: readonly Span[]): Generator<Span> {
  for (const { start, end } of sentences)
    for (let from = start; from < end; from += longestSentence) yield { start: from, end: Math.min(end, from + longestSentence) }
}

function mainPeriod(periods: ReturnType<typeof findPeriods>, carried: Carried): ClaimPeriod | null {
  const own = periods.find(({ anaphoric }) => !anaphoric)
  if (own) return { printed: own.printed, from: own.from, to: own.to }
  return periods.length > 0 && carried.period ? { ...carried.period, printed: periods[0]!.printed } : null
}

/** The number's own hedge, and one that weakens the whole clause. */
function hedges(own: string | null, sentence: string, at: number): string | null {
  const clause = sentence.slice(Math.max(0, sentence.lastIndexOf(';', at)))
  const clauseHedge = weak.exec(clause)?.[0] ?? null
  return own && clauseHedge ? `${clauseHedge}, ${own}` : (own ?? clauseHedge)
}

const denies = `(?:categorically |flatly |strongly |vehemently |repeatedly |also |has |have |had )*(?:den(?:y|ies|ied)|refut|disput|reject|dismiss|neg[oó]|niega|desminti|insist)`
const denierBefore = new RegExp(
  String.raw`(?<who>(?:[Tt]he |[“"])?(?:\p{Lu}[\p{L}’'.-]*|government|army|embassy|ministry|spokes\p{L}+|officials?|navy|military)(?:\s(?:of|for|the|in|de|del|la|government|army|embassy|ministry|spokes\p{L}+|officials?|navy|military|\p{Lu}[\p{L}’'.-]*)){0,8})\s${denies}`,
  'u',
)

/** Who denies: the subject of the verb, unless that is "we" in a quotation, whose speaker the sentence names. */
function denier(sentence: string, at: number): string | null {
  const match = denierBefore.exec(sentence.slice(0, at + 80))
  const who = match?.groups?.who
    ?.replace(/^[“"]/, '')
    .replace(/^(?:The|the) /, '')
    .trim()
  return who && !/^(?:We|I|It|He|She|They|Nosotros)$/.test(who) ? who : null
}

/** Words that stand in every other sentence of such articles. */
const everywhere =
  /^(?:mexic|americ|united|states|latin|securi|police|govern|milita|forces|countr|offici|report|author|army|their|would|which|there|other|about|after|these|those|where|that$|with$|from$|have$|were$|this$|they$|been$|into$|over$|than$|them$|when$|what$|will$|some$|more$|such$|also$|only$|even$)/

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}]{4,}/gu)
      ?.filter((word) => !everywhere.test(word))
      .map((word) => word.slice(0, 6)) ?? [],
  )
const furthest = 12

/** Claims shortly before that share at least two words of substance with what is denied or doubted. */
function concerned(claim: DenialClaim, before: readonly Claim[]): string[] {
  const wanted = wordsOf(claim.of ?? claim.sentence)
  const scored = before
    .slice(-furthest)
    .filter(({ type, sentence }) => type !== 'denial' && type !== 'doubt' && sentence !== claim.sentence)
    .map((one) => ({ id: one.id, shared: [...wordsOf(one.sentence)].filter((word) => wanted.has(word)).length }))
    .filter(({ shared }) => shared >= 2)
    .sort((a, b) => b.shared - a.shared)
  const best = scored[0]?.shared ?? 0
  if (best > 0) return scored.filter(({ shared }) => shared >= Math.max(2, best - 1)).map(({ id }) => id)
  // "… would approve the plan": one word is enough for what the sentence before says of it.
  const said = before.findLast(({ type }) => type === 'status')
  if (said && before.indexOf(said) >= before.length - 2 && [...wordsOf(said.sentence)].some((word) => wanted.has(word)))
    return [said.id]
  // "In a statement about this account": what was told last, by somebody else.
  if (
    !/\b(?:this|that|the|such|these|those|est[ae]|dich[oa])\s(?:account|report|claim|allegation|accusation|incident|story|version|informe|versi[oó]n|acusaci[oó]n)s?\b/i.test(
      claim.sentence,
    )
  )
    return denialBefore(claim, before)
  const told = before.findLast(({ type, speaker }) => (type === 'event' || type === 'lineage') && speaker !== null)
  return told
    ? before
        .filter(({ type, sentence }) => sentence === told.sentence && type !== 'denial' && type !== 'doubt')
        .map(({ id }) => id)
    : []
}

/** A second denial right after the first, of somebody else, is of the same account: "the embassy, too, denied that …". */
function denialBefore(claim: DenialClaim, before: readonly Claim[]): string[] {
  if (claim.type !== 'denial') return []
  const first = before.slice(-3).findLast(({ type }) => type === 'denial')
  return first?.type === 'denial' && first.speaker !== claim.speaker ? first.concerns : []
}

function isSpanish(text: string): boolean {
  const sample = text.slice(0, 20_000).toLowerCase()
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length
  return count(/\b(?:el|la|los|las|que|del|una|por|con)\b/g) > 2 * count(/\b(?:the|of|and|to|that|with|for)\b/g)
}
