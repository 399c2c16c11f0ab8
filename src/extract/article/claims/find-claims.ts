/** Reads an article's prose sentence by sentence and puts together what it claims, who says so, when and where. */
import type { ArticleBlock } from '../../../documents/article/article-text.js'
import { isProse } from '../../../documents/article/set-apart.js'
import { type Sentences, type Span, sentencesIn } from '../sentences.js'
import { findNamed, findProgramme, localPlace, placeOf } from './actors.js'
import type { Claim, ClaimPeriod } from './claim.js'
import { concerned, denier } from './concerns.js'
import { repairDigits } from './damaged-digits.js'
import { findPeriods } from './periods.js'
import { type Carried, findQuantities } from './quantities.js'
import { signsOf } from './signs.js'
import { findAttributions, interviewed, transcriptSpeaker, turnOf } from './speakers.js'
import { findStatements } from './statements.js'

const weak =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|evidently|is thought to|are thought to|is believed to|are believed to|said to be|said to|may have|might have|could have|suspected of|presuntamente|supuestamente|al parecer|seg[uú]n se informa|habr[ií]an?|alleged|apparent|presunt[oa]s?)\b/iu

/** Offsets count UTF-16 units. `published`: ISO day of the article, for "last year". */
export function findClaims(
  printed: string,
  blocks: readonly ArticleBlock[],
  published: string | null,
  cut: Sentences = sentencesIn(printed),
): Claim[] {
  const claims: Claim[] = []
  const text = calmed(printed)
  const sentences = text === printed ? cut : sentencesIn(text)
  // Numbers are told with their print and read from it; all else is read from what they must have been.
  const repaired = repairDigits(text)
  const spanish = isSpanish(text)
  let carried: Carried = { period: null, place: null, programme: null, measure: null, counted: null, measured: null }
  /** Who spoke last: "…,” he said", and paragraphs in quotation marks that name nobody. */
  let lastSpeaker: string | null = null
  /** "Ann Example, a former analyst,": whom "he wrote" means where nobody has spoken yet. */
  let introduced: string | null = null
  let transcript: string | null = null
  // One "JTF: We did not" is a headline; a transcript names its speakers again and again.
  const isTranscript = blocks.filter(({ start, end }) => transcriptSpeaker(text, start, end) !== null).length > 2
  const turns = blocks.map(({ start }) => turnOf(text, start))
  const answering = turns.filter((turn) => turn === 'answers').length > 1 && turns.includes('asks') ? interviewed(text) : null
  for (const [at, block] of blocks.entries()) {
    if (!isProse(block.kind)) continue
    if (answering !== null && turns[at]) transcript = turns[at] === 'answers' ? answering : null
    else
      transcript =
        (isTranscript && block.kind === 'paragraph' ? transcriptSpeaker(text, block.start, block.end) : null) ??
        (transcript !== null && block.kind === 'paragraph' ? transcript : null)
    /** The speaker of a quotation that goes on over several sentences. */
    let quoting: string | null = null
    carried = { ...carried, measure: null, counted: null, measured: null }
    for (const { start, end } of bounded(sentences(block.start, block.end))) {
      const sentence = text.slice(start, end)
      const verbatim = printed.slice(start, end)
      const mended = repaired === text ? sentence : repaired.slice(start, end)
      const signs = signsOf(mended === sentence ? sentence : `${sentence} ${mended}`)
      const periods = findPeriods(repaired, start, end, published, signs)
      const named = findNamed(text, start, end, signs)
      const attributions = findAttributions(text, start, end, signs)
      const ahead = attributions.length === 0 && quoting === null ? quoted(text, start, block.end, sentence) : null
      const speakerAt = (at: number, denial = false): string | null => {
        // Who denies something says nothing of what stands before it.
        const nearest = attributions
          .filter((one) => denial || !one.denies || one.start < at)
          .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
        if (nearest) return nearest.speaker
        return ahead ?? quoting ?? transcript ?? (pointsBack(sentence) ? (lastSpeaker ?? introduced) : null)
      }
      const period = mainPeriod(periods, carried)
      const place = placeOf(text, named)
      const first = claims.length
      const common = (at: number, type?: string) => ({
        sentence: verbatim,
        speaker: speakerAt(at, type === 'denial' || type === 'doubt'),
        proposed_by: 'rules' as const,
      })
      const ids = new Map<number, string>()
      const programme = findProgramme(text, start, end, start, signs)
      const quantities = findQuantities({ text, start, end, periods, named, programme, signs }, carried, spanish)
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
      const denied = claims.at(-1)?.type === 'denial' && claims.at(-1)!.start >= block.start
      for (const found of findStatements(repaired, start, end, signs, denied)) {
        const claim = {
          ...found,
          id: `C${claims.length + 1}`,
          ...common(found.start),
          hedge:
            hedges(null, sentence, found.start - start) ?? (found.type === 'event' ? accusing(sentence, found, start) : null),
          period: nearestPeriod(periods, found) ?? period,
          place:
            (found.type === 'event' ? (localPlace(sentence.slice(found.start - start)) ?? localPlace(sentence)) : null) ??
            place ??
            named.find(({ adjective, american }) => !adjective && !american)?.printed ??
            null,
        } as Claim
        if (claim.type === 'denial' || claim.type === 'doubt')
          claim.speaker = denier(sentence, found.start - start) ?? claim.speaker ?? (byPronoun(sentence) ? lastSpeaker : null)
        claims.push(claim)
      }
      for (const claim of claims.slice(first)) {
        if (claim.type !== 'denial' && claim.type !== 'doubt') continue
        claim.concerns = concerned(
          claim,
          claims.filter((one) => one !== claim),
        )
        // What he denies he does not say, and nor does the article.
        if (
          claim.type === 'denial' &&
          /^\P{L}*(?:\p{L}+ly\s)?(?:den|refut|disput|reject|dismiss|neg|nieg|desm|rechaz)/iu.test(
            text.slice(claim.start, claim.end),
          )
        )
          for (const other of claims.slice(first))
            if (other.type === 'quantity' && other.start > claim.start && other.end <= claim.end && claim.of !== null) {
              other.speaker = null
              other.hedge = [
                /\p{L}*(?:den[iy]|refut|disput|reject|dismiss|neg|nieg|desm|rechaz)\p{L}*/iu.exec(
                  text.slice(claim.start, claim.end),
                )?.[0],
                other.hedge,
              ]
                .filter(Boolean)
                .join(', ')
            }
        for (const other of claims.slice(first))
          if (other.type === 'event' && claim.concerns.includes(other.id) && other.start > claim.start) {
            other.speaker = publishedBy(claim.of)
            other.hedge ??=
              /\p{L}*(?:allegation|report|accusation|claim|versi|acusaci|denuncia|señalamiento)\p{L}*/iu.exec(sentence)?.[0] ??
              null
          }
      }
      const quotes = /[“«”»]/.test(sentence)
      const opens = quotes ? (sentence.match(/[“«]/g) ?? []).length : 0
      const closes = quotes ? (sentence.match(/[”»]/g) ?? []).length : 0
      if (opens > closes) quoting = attributions[0]?.speaker ?? quoting
      else if (closes > opens) quoting = null
      carried = {
        period: period ?? carried.period,
        place: place ?? carried.place,
        programme: programme ?? carried.programme,
        measure: (quantities.findLast(({ currency }) => currency === null) ?? quantities.at(-1))?.measure ?? null,
        counted: quantities.at(-1)?.counted ?? null,
        measured: quantities.at(-1)?.period ?? null,
      }
      lastSpeaker =
        attributions.at(-1)?.speaker ?? quoting ?? (lastSpeaker === null && saysSo.test(sentence) ? introduced : lastSpeaker)
      if (lastSpeaker === null) introduced = introducing.exec(sentence)?.[1] ?? introduced
    }
  }
  const cased = text === printed ? claims : claims.map(asPrinted)
  return repaired === text ? cased : cased.map(asDamaged)
}

/** “We spent a billion. What did we buy?” asked Senator Example: who is named where the quotation ends, some sentences on. */
function quoted(text: string, start: number, end: number, sentence: string): string | null {
  const opening = /^\s*([“"«])/u.exec(sentence)?.[1]
  if (!opening) return null
  const closing = { '“': '”', '"': '"', '«': '»' }[opening]!
  const at = text.indexOf(closing, start + sentence.indexOf(opening) + 1)
  if (at === -1 || at >= end || at - start > 600 || at < start + sentence.trimEnd().length) return null
  return findAttributions(text, Math.max(start, at - 1), Math.min(end, at + 120))[0]?.speaker ?? null
}

/** "accused of killing", "acusado de matar", "is reported to have killed": what makes an event something that is said. */
function accusing(sentence: string, found: { start: number; end: number }, start: number): string | null {
  return (
    /\b(?:accuse[sd]?|reported(?= to have)|alleg\p{L}+|acus\p{L}+|señalad[oa]s?|denunci\p{L}+)(?!\p{L})/iu.exec(
      sentence.slice(Math.max(0, found.start - start - 40), found.end - start),
    )?.[0] ?? null
  )
}

/** "allegations published by certain foreign media that …" */
const publishedBy = (of: string | null): string | null =>
  /(?<!\p{L})(?:an?|the|un|una|el|la)\s(?<who>(?:(?:press|news|newspaper|media|television|radio|local|foreign)\s){1,2}(?:reports?|articles?|accounts?|stor(?:y|ies)))(?=\s(?:that|which|que))/u.exec(
    of ?? '',
  )?.groups?.who ??
  /(?<!\p{L})(?:by|made by|of|from|por|de)\s(?<who>(?:certain\s|some\s|foreign\s|local\s)*(?:\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,4}|\p{Ll}+\s?\p{Ll}*))(?=\s(?:that|which|que))/u.exec(
    of ?? '',
  )?.groups?.who ??
  null

function nearestPeriod(periods: ReturnType<typeof findPeriods>, found: { start: number; end: number }): ClaimPeriod | null {
  const own = periods
    .filter(({ anaphoric }) => !anaphoric)
    .sort(
      (a, b) => Math.max(0, a.start - found.end, found.start - a.end) - Math.max(0, b.start - found.end, found.start - b.end),
    )[0]
  return own ? { printed: own.printed, from: own.from, to: own.to } : null
}

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

const introducing =
  /(?<!\p{Lu}[\p{L}’'-]*\.?\s)(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}),\s(?:an?|the|un|una|el|la|who|whose|quien|\d\d,)\s/u
const saysSo = /[”"’'»],? (?:he|she|they) (?:said|added|noted|revealed|stated|explained|wrote|posted|tweeted|replied)(?!\p{L})/u

/** Said by somebody whom only an earlier sentence names. */
const pointsBack = (sentence: string): boolean =>
  /^\s*[“"‘'«]/.test(sentence) ||
  /(?:^|[,”"’']\s)(?:[Hh]e|[Ss]he|[Tt]hey)(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|told|revealed|disclosed|claimed|confirmed|continued|warned|insisted)(?!\p{L})/u.test(
    sentence,
  ) ||
  /(?:^|\s)[Aa]ccording to (?:him|her|them)(?!\p{L})/u.test(sentence) ||
  saysSo.test(sentence)

/** "He doubts that …": whoever spoke last. */
const byPronoun = (sentence: string): boolean =>
  /^(?:He|She|They)\s(?:also\s|however\s)?(?:den|doubt|question|reject|dismiss|disput|could not|cannot|found)/.test(sentence)

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

function isSpanish(text: string): boolean {
  const sample = text.slice(0, 20_000).toLowerCase()
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length
  return count(/\b(?:el|la|los|las|que|del|una|por|con)\b/g) > 2 * count(/\b(?:the|of|and|to|that|with|for)\b/g)
}
