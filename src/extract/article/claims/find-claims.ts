/** Reads an article's prose sentence by sentence and puts together what it claims, who says so, when and where. */
import type { ArticleBlock } from '../../../documents/article/article-text.js'
import { readDateline } from '../../../documents/article/dateline.js'
import { isProse } from '../../../documents/article/set-apart.js'
import { repairWords } from '../damaged-words.js'
import { type Sentences, type Span, sentencesIn } from '../sentences.js'
import { findNamed, findProgramme, localPlace, placeOf } from './actors.js'
import type { Claim, ClaimPeriod, Quantity, QuantityClaim } from './claim.js'
import { accusing, hedges, unmade } from './claim-hedges.js'
import { mainPeriod, nearestPeriod, sinceWhen, spanOfChange } from './claim-times.js'
import { timeOf } from './deeds/event-times.js'
import { settleFates } from './deeds/fates-settled.js'
import { signsOf } from './grammar/signs.js'
import { repairDigits } from './numbers/damaged-digits.js'
import { headedNumber } from './numbers/headed.js'
import { type Carried, findQuantities } from './numbers/quantities.js'
import { type FoundPeriod, findPeriods } from './periods.js'
import type { Found, Reach } from './phrases.js'
import { asDamaged, asPrinted, calmed, damagedPrint, onOneLine } from './print.js'
import { SettingsSoFar } from './speech/apart.js'
import { concerned } from './speech/concerns.js'
import { disown, leaveOpen } from './speech/disowned.js'
import { Officials } from './speech/officials.js'
import { withoutArticle } from './speech/speaker-phrases.js'
import { type Heard, saysSo, type Voice, Voices } from './speech/voices.js'
import { findStatements } from './statements.js'

/** Offsets count UTF-16 units. `published`: ISO day of the article, for "last year"; `officials`: people whose rank or post is told, in the order of the text. */
export function findClaims(
  printed: string,
  blocks: readonly ArticleBlock[],
  published: string | null,
  cut: Sentences = sentencesIn(printed),
  officials: readonly Span[] = [],
): Claim[] {
  const calm = calmed(printed)
  const text = repairWords(calm)
  const repaired = repairDigits(text)
  const sentences = calm === printed ? cut : sentencesIn(text)
  const reader = new ClaimReader({ printed, calm, text, repaired }, blocks, published, sentences, officials)
  for (const [at, block] of blocks.entries()) if (isProse(block.kind)) reader.readBlock(at)
  const cased = calm === printed ? reader.claims : reader.claims.map(asPrinted)
  return (repaired === calm ? cased : cased.map(asDamaged)).map(onOneLine)
}

/** The same text, letter for letter. */
interface Texts {
  printed: string
  /** Without capitals throughout. */
  calm: string
  /** With damaged words as they must have been. */
  text: string
  /** With damaged digits, too: numbers are told with their print and read from it. */
  repaired: string
}

/** A sentence with what its claims share. */
interface Here extends Heard {
  /** As printed. */
  verbatim: string
  /** Behind the date line. */
  told: number
  blockAt: number
  periods: FoundPeriod[]
  named: ReturnType<typeof findNamed>
  period: ClaimPeriod | null
  place: string | null
  programme: ReturnType<typeof findProgramme>
  voice: Voice
  /** How many claims the sentences before it made. */
  first: number
}

class ClaimReader {
  readonly claims: Claim[] = []
  private readonly spanish: boolean
  private readonly voices: Voices
  private readonly officials: Officials
  private readonly settings = new SettingsSoFar()
  private carried: Carried = {
    period: null,
    place: null,
    programme: null,
    measure: null,
    counted: null,
    measured: null,
    before: null,
  }

  constructor(
    private readonly texts: Texts,
    private readonly blocks: readonly ArticleBlock[],
    private readonly published: string | null,
    private readonly sentences: Sentences,
    officials: readonly Span[],
  ) {
    this.spanish = isSpanish(texts.text)
    this.officials = new Officials(texts.text, officials)
    this.voices = new Voices(texts.text, blocks, this.officials)
  }

  readBlock(at: number): void {
    const block = this.blocks[at]!
    this.voices.enterBlock(at)
    const { carried } = this
    const before = carried.measure === null ? carried.before : carried
    this.carried = { ...carried, measure: null, counted: null, measured: null, before }
    const within = [...bounded(this.sentences(block.start, block.end))]
    for (const index of within.keys()) this.readSentence(at, within, index)
    this.voices.leaveBlock(at)
  }

  private readSentence(blockAt: number, within: readonly Span[], index: number): void {
    const here = this.enter(blockAt, within[index]!, index === 0)
    const { voice, first, sentence, start, signs } = here
    const heading = this.readHeading(here, within, index)
    const quantities = this.readQuantities(here)
    const reaches = this.readStatements(here)
    const claims = this.claims.slice(first)
    this.settleDenials(here, claims, reaches)
    leaveOpen(claims, sentence, start, signs)
    this.voices.leave(voice, claims.findLast(({ type }) => type === 'denial')?.speaker ?? null)
    this.carry(here, quantities, heading)
  }

  private enter(blockAt: number, { start, end }: Span, isFirst: boolean): Here {
    const { printed, text, repaired } = this.texts
    const sentence = text.slice(start, end)
    const verbatim = printed.slice(start, end)
    const mended = repaired === text ? sentence : repaired.slice(start, end)
    const signs = signsOf(mended === sentence ? sentence : `${sentence} ${mended}`)
    // When and where a report was written is said of nothing in it.
    const told = isFirst ? start + (readDateline(sentence)?.end ?? 0) : start
    const periods = findPeriods(repaired, start, end, this.published, mended === sentence ? signs : signsOf(mended)).filter(
      (one) => one.start >= told,
    )
    const named = findNamed(text, start, end, signs)
    this.settings.read(verbatim, named)
    const heard = { start, end, sentence, signs }
    return {
      ...heard,
      verbatim,
      told,
      blockAt,
      periods,
      named,
      period: mainPeriod(periods, this.carried),
      place: placeOf(text, named),
      programme: findProgramme(text, start, end, start, signs),
      voice: this.voices.enter(heard, blockAt),
      first: this.claims.length,
    }
  }

  private get nextId(): string {
    return `C${this.claims.length + 1}`
  }

  /** A number may be a line of its own, as a heading, of what the sentence says that it counts. */
  private readHeading({ blockAt, start, end, voice }: Here, within: readonly Span[], index: number): Quantity | null {
    const { text, printed } = this.texts
    const before = this.blocks[blockAt - 1]
    const headed =
      index > 0
        ? headedNumber(text, within, index)
        : before && before.end - before.start < 24
          ? headedNumber(text, [before, within[0]!], 1)
          : null
    const [quantity] = headed ? headedQuantity(headed.words, this.published, this.carried, this.spanish) : []
    if (!headed || !quantity) return null
    const { other: _other, ...counted } = quantity
    this.claims.push({
      id: this.nextId,
      ...counted,
      start: headed.start,
      end: headed.end,
      sentence: printed.slice(headed.start, end),
      speaker: voice.speakerAt(start),
      counterpart: null,
      proposed_by: 'rules',
    })
    const { measure, counted: counts, period: measured } = counted
    this.carried = { ...this.carried, measure, counted: counts, measured }
    return quantity
  }

  private readQuantities(here: Here): Quantity[] {
    const { start, end, sentence, verbatim, signs, periods, named, programme, voice } = here
    const { text, calm } = this.texts
    const quantities = findQuantities({ text, start, end, periods, named, programme, signs }, this.carried, this.spanish)
    const made = quantities.map(({ other: _other, ...quantity }) => {
      const before = sentence.slice(0, quantity.start - start)
      const claim: QuantityClaim = {
        id: this.nextId,
        ...quantity,
        ...damagedPrint(quantity, text, calm),
        sentence: verbatim,
        speaker: voice.speakerAt(quantity.start),
        proposed_by: 'rules',
        hedge: unmade(before, quantity) ?? hedges(quantity.hedge, sentence, quantity.start - start),
        counterpart: null,
      }
      this.claims.push(claim)
      return claim
    })
    for (const [index, { other }] of quantities.entries()) if (other !== null) made[index]!.counterpart = made[other]?.id ?? null
    return quantities
  }

  /** Lineages, events, states, denials and doubts; by each of them how far a denial reaches. */
  private readStatements(here: Here): Map<Claim, Reach | null> {
    const { end, signs, told, first } = here
    const before = this.claims.at(-1)
    const denied = before?.type === 'denial' && before.start >= this.blocks[here.blockAt]!.start
    const officials = this.officialsIn(here)
    const isTheirs =
      denied || this.voices.isIssued || (negative.test(here.sentence) && this.isOfficial(here.voice.goesOn, here.start))
    const reaches = new Map<Claim, Reach | null>()
    for (const found of findStatements(this.texts.repaired, told, end, signs, isTheirs, officials)) {
      const {
        by: _by,
        points: _points,
        denies,
        charge,
        accuser,
        doer,
        sufferer,
        timed: _timed,
        deed: _deed,
        ...parts
      } = {
        ...nothingMore,
        ...found,
      }
      const claim = {
        ...parts,
        id: this.nextId,
        sentence: here.verbatim,
        speaker: this.speakerOf(here, found, accuser),
        proposed_by: 'rules',
        hedge: hedgeOf(here, found, charge),
        period: periodOf(here, found, this.texts.text),
        place: placeOfStatement(here, found),
      } as Claim
      if (claim.type === 'event') settleFates(this.claims.slice(first), claim.action, { doer, sufferer }, this.texts.text)
      if (claim.type === 'lineage' && /^(?:he|she)$/i.test(claim.members ?? '')) {
        claim.members = this.onlyOfficial(here)
        if (claim.members === null) continue
      }
      reaches.set(claim, denies)
      this.claims.push(claim)
    }
    return reaches
  }

  /** Of those who were told of before, whom the sentence names, and the word that means who spoke last. */
  private officialsIn({ start, sentence }: Here): string[] {
    const surnames = this.officials.surnamesBefore(start)
    const spoken = [...surnames].filter((surname) => sentence.includes(surname))
    // "The minister says … He said in July that no soldier had fired."
    const pronoun = speaksAgain.exec(sentence)?.[0]
    if (pronoun && this.isOfficial(this.voices.he, start)) spoken.push(pronoun)
    return spoken
  }

  private isOfficial(speaker: string | null, before: number): boolean {
    if (speaker === null) return false
    return officialPost.test(speaker) || [...this.officials.surnamesBefore(before)].some((name) => speaker.endsWith(name))
  }

  private onlyOfficial({ start, blockAt }: Here): string | null {
    const before = this.blocks.slice(0, blockAt).findLast(({ kind }) => isProse(kind))
    const { start: blockStart } = this.blocks[blockAt]!
    return this.officials.onlyOneIn(blockStart, start) ?? (before ? this.officials.onlyOneIn(before.start, blockStart) : null)
  }

  private speakerOf({ voice }: Here, found: Found, accuser: string | null): string | null {
    if (found.type === 'denial' || found.type === 'doubt') {
      if (found.by !== null) return withoutArticle(found.by)
      // "He denies it, the paper reports": whoever "he" is.
      if (found.points)
        return (
          voice.attributions.findLast((one) => one.end <= found.start)?.speaker ??
          (/^\s*(?:He|She)\s/.test(voice.heard.sentence) ? this.voices.he : this.voices.last)
        )
    }
    const isWhole = found.type === 'lineage' || found.type === 'event'
    const named = voice.speakerAt(found.start, isWhole ? found.end : null)
    return named ?? (accuser !== null && !/\sse$/.test(accuser) ? withoutArticle(accuser) : null)
  }

  /** What the sentence's denials and doubts are of, and what they leave of its claims. */
  private settleDenials({ voice, sentence }: Here, claims: readonly Claim[], reaches: ReadonlyMap<Claim, Reach | null>): void {
    // "A diplomat disputed that: at least 30 had been there, he said": the diplomat, who denied it.
    const denying = claims.find(({ type }) => type === 'denial')
    if (denying?.speaker && saysSo.test(sentence) && !voice.isQuoting && voice.attributions.every(({ denies }) => denies))
      for (const claim of claims) if (claim.type === 'quantity' && claim.start > denying.end) claim.speaker = denying.speaker
    for (const claim of claims) {
      if (claim.type !== 'denial' && claim.type !== 'doubt') continue
      const others = this.claims.filter((one) => one !== claim)
      claim.concerns = concerned(claim, others, this.settings)
      disown(claim, reaches.get(claim) ?? null, claims, sentence)
    }
  }

  /** What the next sentence may mean by "there", "over the same period", "of these". */
  private carry({ period, place, programme }: Here, quantities: readonly Quantity[], heading: Quantity | null): void {
    const { carried } = this
    const last = quantities.at(-1)
    /** "1,870 in 2019, compared with 2,410 in 2018. More than 700 of them": of the later. */
    const timed = quantities.findLast(({ change }) => change !== 'from') ?? last
    this.carried = {
      before: carried.before,
      period: spanOfChange(quantities) ?? period ?? carried.period,
      place: place ?? carried.place,
      programme: programme ?? carried.programme,
      measure:
        (
          quantities.findLast(({ currency, measure }) => currency === null && measure !== 'percent') ??
          quantities.findLast(({ measure }) => measure !== 'percent' && measure !== 'money') ??
          last ??
          heading
        )?.measure ?? null,
      counted: (last ?? heading)?.counted ?? null,
      measured: timed?.period ?? null,
    }
  }
}

const nothingMore = {
  by: null,
  points: false,
  denies: null,
  charge: null,
  accuser: null,
  doer: null,
  sufferer: null,
  timed: [],
  deed: null,
}

const hedgeOf = ({ sentence, start }: Here, found: Found, charge: string | null): string | null =>
  hedges(null, sentence, found.start - start) ?? (found.type === 'event' ? accusing(sentence, found, start, charge) : null)

function periodOf({ periods, period }: Here, found: Found, text: string): ClaimPeriod | null {
  if (found.type === 'status') return nearestPeriod(sinceWhen(periods, found, text), found)
  if (!('timed' in found)) return nearestPeriod(periods, found) ?? period
  return timeOf(found.timed, found.deed.start, periods) ?? (periods.some(({ anaphoric }) => !anaphoric) ? null : period)
}

const placeOfStatement = ({ sentence, start, place, named }: Here, found: Found): string | null => {
  // Where a unit's teachers were taught is not where its men went.
  if (found.type === 'lineage') {
    const isTold = (one: { start: number; end: number }) =>
      one.end <= found.start || found.timed.some((told) => one.start >= told.start && one.end <= told.end)
    return named.find((one) => !one.adjective && !one.american && isTold(one))?.printed ?? null
  }
  return (
    (found.type === 'event' ? (localPlace(sentence.slice(found.deed.start - start)) ?? localPlace(sentence)) : null) ??
    place ??
    named.find(({ adjective, american }) => !adjective && !american)?.printed ??
    null
  )
}

/** Of a number and what the next sentence says that it counts: the quantity that stands first there, if any. */
function headedQuantity(words: string, published: string | null, carried: Carried, spanish: boolean): Quantity[] {
  const signs = signsOf(words)
  const [start, end] = [0, words.length]
  const periods = findPeriods(words, start, end, published, signs)
  const named = findNamed(words, start, end, signs)
  const programme = findProgramme(words, start, end, start, signs)
  return (
    findQuantities({ text: words, start, end, periods, named, programme, signs }, carried, spanish)
      .slice(0, 1)
      .filter((one) => one.start === 0)
      // "The number of officers trained in 2018".
      .map((one) =>
        one.measure === 'personnel' &&
        /^\s(?:trained|taught|graduated|adiestrad|capacitad|entrenad|formad)/.test(words.slice(one.end))
          ? { ...one, measure: 'people_trained' }
          : one,
      )
  )
}

const officialPost =
  /(?<!\p{L})(?:army|navy|police|minister|ministry|commander|spokes\p{L}+|general|colonel|captain|major|lieutenant|sergeant|admiral|president|governor|mayor|secretary|chief|director|ambassador|embassy|lawyer|ejército|marina|armada|policía|ministr[oa]|ministerio|comandante|vocer[oa]|portavoz|coronel|capitán|teniente|sargento|almirante|vicealmirante|contralmirante|presidente|gobernador|secretari[oa]|embajador|embajadora|embajada|abogad[oa])(?!\p{L})/iu
/** Without these words nobody goes on denying. */
const negative =
  /(?<!\p{L})(?:no|not|never|none|nobody|neither|nor|nunca|jamás|nadie|ni|ning\p{L}+|tampoco)(?!\p{L})|n['’]t(?!\p{L})/iu
/** "He", or in Spanish the verb alone, where somebody who spoke before goes on. */
const speaksAgain =
  /^(?:He|She|They)(?=\s)|(?<=[”"],?\s)(?:he|she|they)(?=\s(?:said|says|added|insisted|told|explained|replied|stated|noted|wrote|answered)(?!\p{L}))|(?<=[”"»],\s)(?:dijo|agregó|añadió|señaló|explicó|sostuvo|aseguró|afirmó|indicó|precisó|insistió|recalcó)(?=[.,;]|$)/u

/** Sentences of at most so many characters: what is longer is a table or no prose, and patterns take quadratic time. */
const longestSentence = 1500

function* bounded(sentences: readonly Span[]): Generator<Span> {
  for (const { start, end } of sentences)
    for (let from = start; from < end; from += longestSentence) yield { start: from, end: Math.min(end, from + longestSentence) }
}

/** Told by small words of the beginning. */
export function isSpanish(text: string): boolean {
  const sample = text.slice(0, 20_000).toLowerCase()
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length
  return count(/\b(?:el|la|los|las|que|del|una|por|con)\b/g) > 2 * count(/\b(?:the|of|and|to|that|with|for)\b/g)
}
