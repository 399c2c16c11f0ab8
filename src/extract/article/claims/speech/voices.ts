/**
 * Who is speaking as an article goes on: whom a sentence names, whose quotation is open, who spoke last, whose turn it is in an interview or a
 * transcript, and who issues the whole.
 *
 * Who is named in a sentence is asked only where something turns on it: most sentences claim nothing.
 */
import type { ArticleBlock } from '../../../../documents/article/article-text.js'
import { firstMatch, type Signs, sought } from '../grammar/signs.js'
import { announced, isItem, issuer } from './issuers.js'
import type { Officials } from './officials.js'
import { isThing } from './speaker-phrases.js'
import { type Attribution, aboutWhom, findAttributions, namedAtColon } from './speakers.js'
import { turnsOf } from './transcripts.js'

/** A sentence as voices hear it. */
export interface Heard {
  start: number
  end: number
  sentence: string
  signs: Signs
}

/** Whom earlier sentences leave speaking. */
interface Before {
  /** The speaker of a quotation that goes on over several sentences, and over paragraphs that each open it again. */
  quoting: string | null
  /** Whether a quotation is open where the sentence begins. */
  wasOpen: boolean
  /** Whose turn it is. */
  transcript: string | null
  /** Whose paragraphs follow "The ministry states:". */
  announcing: string | null
}

export class Voices {
  /** "Ann Example, a former analyst,": whom "he wrote" means where nobody has spoken yet. */
  private introduced: string | null = null
  private spokeLast: string | null = null
  /** Sentences since `spokeLast` that nobody has asked for their speakers. */
  private unasked: Voice[] = []
  /** The sentence before the one at hand. */
  private before: Voice | null = null
  private quoting: string | null = null
  private isOpen = false
  private announcing: string | null = null
  private issuing: string | null
  private readonly turns: readonly (string | null)[]

  constructor(
    private readonly text: string,
    private readonly blocks: readonly ArticleBlock[],
    private readonly officials: Officials,
  ) {
    this.turns = turnsOf(text, blocks)
    this.issuing = issuer(text)
  }

  /** Whether one body issues the whole text. */
  get isIssued(): boolean {
    return this.issuing !== null
  }

  /** Who spoke last before the sentence at hand: "…,” he said", and paragraphs in quotation marks that name nobody. */
  get last(): string | null {
    while (this.unasked.length > 0) {
      const speaker = this.unasked.pop()!.speaker
      if (speaker === null) continue
      this.spokeLast = speaker
      this.unasked = []
    }
    return this.spokeLast
  }

  /** Whom "he said" means. */
  get lastOrIntroduced(): string | null {
    return this.last ?? this.introduced
  }

  /** Whom "he" means in a sentence: whom the sentence before is about, where nobody speaks in it, or who spoke last. */
  get he(): string | null {
    if (this.before === null || this.before.speaker !== null) return this.lastOrIntroduced
    const { start, end, sentence } = this.before.heard
    const named = this.officials.onlyOneIn(start, end)
    const surname = named?.slice(named.lastIndexOf(' ') + 1) ?? ''
    const isAbout = named !== null && this.text.slice(start, Math.min(end, start + longestSubject)).includes(surname)
    if (isAbout || (named !== null && this.last === null)) return named
    return aboutWhom(sentence) ?? this.lastOrIntroduced
  }

  /** Whom "it said" means: the body or text that spoke last. */
  get it(): string | null {
    return this.last !== null && isThing(this.last) ? this.last : null
  }

  /** To be called of each block of prose, in order. */
  enterBlock(at: number): void {
    const { text, blocks } = this
    const block = blocks[at]!
    if (!isItem(text, block.start)) this.announcing = null
    if (!this.isOpen || !/^\s*[“"«]/u.test(text.slice(block.start, block.start + 3))) this.quoting = null
    this.isOpen = false
  }

  /** To be called of each sentence of a block, in order. */
  enter(heard: Heard, blockAt: number): Voice {
    const { quoting, isOpen: wasOpen } = this
    const transcript = this.turns[blockAt] ?? null
    const block = this.blocks[blockAt]!
    const isHeading = blockAt === 0 || block.kind !== 'paragraph'
    this.isOpen = isOpenAt(this.text, heard.start, heard.end, wasOpen)
    return new Voice(this, this.text, heard, { quoting, wasOpen, transcript, announcing: this.announcing }, block.end, isHeading)
  }

  /** `denier`: who denies something in the sentence. */
  leave(voice: Voice, denier: string | null): void {
    const { sentence, signs } = voice.heard
    this.quoting = this.isOpen ? voice.speakerOfOpen() : null
    voice.leave(this.quoting, denier ?? (heSays.test(sentence) ? this.he : null))
    this.before = voice
    // Once somebody has spoken, who speaks here is asked when a later sentence needs it.
    if (this.spokeLast !== null) {
      this.unasked.push(voice)
      return
    }
    this.spokeLast = voice.speaker ?? (saysSo.test(sentence) ? this.introduced : null)
    if (this.spokeLast === null && sentence.includes(', '))
      this.introduced = firstMatch(introducing, sentence, signs)?.[1] ?? this.introduced
  }

  /** To be called when all sentences of a block are read. */
  leaveBlock(at: number): void {
    const block = this.blocks[at]!
    const announcer = announced(this.text, block.start, block.end)
    const next = this.blocks[at + 1]
    if (announcer === null || !next || !isItem(this.text, next.start)) return
    this.announcing = this.asIssued(announcer)
    // What begins so is all theirs.
    if (at < 3) this.issuing ??= announcer
  }

  /** "This ministry" is whoever issues the text. */
  asIssued(speaker: string): string {
    return this.issuing !== null && pointingToItself.test(speaker) ? this.issuing : speaker
  }

  /** Whoever issues the text, where nobody else is heard. */
  get issuerOfAll(): string | null {
    return this.issuing
  }
}

/** Who says what in a sentence. */
export class Voice {
  private found: readonly Attribution[] | null = null
  private foundOutside: readonly Attribution[] | null = null
  private foundAhead: string | null | undefined
  private foundQuotes: string | null | undefined
  private foundAtColon: string | null | undefined
  private left: { quoting: string | null; denier: string | null } | null = null

  constructor(
    private readonly voices: Voices,
    private readonly text: string,
    readonly heard: Heard,
    private readonly before: Before,
    private readonly blockEnd: number,
    private readonly isHeading: boolean,
  ) {}

  get attributions(): readonly Attribution[] {
    this.found ??= findAttributions(this.text, this.heard.start, this.heard.end, this.heard.signs)
    return this.found
  }

  /** Who is heard within a quotation is not who is quoted. */
  private get outside(): readonly Attribution[] {
    this.foundOutside ??= this.attributions.filter(
      (one) => !isOpenAt(this.text, this.heard.start, one.start, this.before.wasOpen),
    )
    return this.foundOutside
  }

  /** Who is named where a quotation ends that begins here. */
  private get ahead(): string | null {
    if (this.foundAhead === undefined) {
      const mayBe = this.outside.length === 0 && (this.before.quoting === null || !this.before.wasOpen)
      this.foundAhead = mayBe ? quoted(this.text, this.heard.start, this.blockEnd, this.heard.sentence) : null
    }
    return this.foundAhead
  }

  /** Whose quotation stands here. */
  private get quotes(): string | null {
    if (this.foundQuotes === undefined)
      this.foundQuotes =
        this.ahead ??
        (this.before.wasOpen ? this.before.quoting : null) ??
        (this.outside.length === 0 && saysSo.test(this.heard.sentence) ? this.voices.he : null)
    return this.foundQuotes
  }

  private get atColon(): string | null {
    if (this.foundAtColon === undefined) {
      const { start, end } = this.heard
      this.foundAtColon = this.outside.length === 0 ? namedAtColon(this.text, start, end, this.isHeading) : null
    }
    return this.foundAtColon
  }

  /** Who says all of the sentence, where it is of a quotation that goes on, or of his turn: nobody is named in it. */
  get goesOn(): string | null {
    const { before, heard } = this
    if (before.transcript !== null) return before.transcript
    if (!before.wasOpen && !/^\s*[“"«]/u.test(heard.sentence)) return null
    return this.attributions.length === 0 ? (this.quotes ?? this.voices.last) : null
  }

  /** Whether a quotation of somebody goes on from the sentence before. */
  get isQuoting(): boolean {
    return this.before.quoting !== null
  }

  /** Who says what stands at `at`, and up to `upTo` where that is known; null for the article itself. While the sentence is at hand. */
  speakerAt(at: number, upTo: number | null = null): string | null {
    const { text, before, heard } = this
    const isQuoted = isOpenAt(text, heard.start, at, before.wasOpen)
    const nearest =
      (isQuoted ? sayingOf(this.outside, text, { at, end: upTo }) : undefined) ??
      (isQuoted && this.quotes !== null ? undefined : sayingOf(this.attributions, text, { at, end: upTo }))
    if (nearest) return this.voices.asIssued(nearest.speaker)
    return (
      this.quotes ??
      before.transcript ??
      this.atColon ??
      before.announcing ??
      (itSays.test(heard.sentence) ? this.voices.it : null) ??
      (heSays.test(heard.sentence) ? this.voices.he : pointsBack(heard.sentence) ? this.voices.lastOrIntroduced : null) ??
      this.voices.issuerOfAll
    )
  }

  /** Whose quotation goes on behind the sentence, where one is open. */
  speakerOfOpen(): string | null {
    return (
      this.outside.at(-1)?.speaker ??
      this.ahead ??
      (this.before.wasOpen ? this.before.quoting : null) ??
      (pointsBack(this.heard.sentence) ? this.voices.last : null)
    )
  }

  leave(quoting: string | null, denier: string | null): void {
    this.left = { quoting, denier }
  }

  /** Who spoke last in it; null where nobody did. */
  get speaker(): string | null {
    return this.outside.at(-1)?.speaker ?? this.ahead ?? this.left?.quoting ?? this.left?.denier ?? null
  }
}

/** "Esta Secretaría", "this ministry": of whoever issues a text. */
const pointingToItself = /^(?:esta?|this|our|nuestr[oa])\s/iu

/** Who says what stands at `at`, and up to `end` where that is known: of those who do, the nearest. */
function sayingOf(
  attributions: readonly Attribution[],
  text: string,
  { at, end }: { at: number; end: number | null },
): Attribution | undefined {
  const apart = ({ start, end }: Attribution) => Math.max(start - at, at - end, 0)
  return (
    attributions
      // Who denies something says nothing of what stands before it.
      .filter((one) => !one.denies || one.start < at)
      .filter((one) => !one.forward || one.start <= at)
      // "General Example, a graduate of the academy, said": what he is, he does not say.
      .filter((one) => end === null || at < one.start || end > one.end)
      // "Nobody disputes that 40 died; the army says": of another clause.
      .filter((one) => !otherClause.test(text.slice(Math.min(at, one.end), Math.max(at, one.start))))
      // “It is a lie,” said the senator after a paper wrote that 40 died: what made him speak.
      .filter((one) => one.forward || one.end > at || !occasion.test(text.slice(one.end, at)))
      .sort((a, b) => apart(a) - apart(b))[0]
  )
}

/** Not "said that he obeyed; that Paz had fired; and that seven died". */
const otherClause = /;(?!\s(?:and\s|y\s)?(?:that|que)\s)/u
const occasion =
  /^(?:[^“”"«»;]{0,60},|[^“”"«»;,]{0,40})\s(?:after(?=\s\p{L}+(?:\s\p{L}+){0,6}\s(?:said|reported|accused|published|alleged|claimed|wrote))|in response to|when asked|asked about|luego de que|después de que|tras (?:que|la publicación|las?|los)|cuando se le preguntó|al ser (?:consultad|preguntad|interrogad)\p{L}+|en respuesta a)(?!\p{L})/u

/** Whether a quotation is open at `to`, of which is known whether it was at `from`. */
function isOpenAt(text: string, from: number, to: number, wasOpen: boolean): boolean {
  let isOpen = wasOpen
  for (const [mark] of text.slice(from, to).matchAll(/[“”«»"]/g)) isOpen = mark === '"' ? !isOpen : mark === '“' || mark === '«'
  return isOpen
}

/** “We spent a billion. What did we buy?” asked Senator Example: who is named right where the quotation ends, some sentences on. */
function quoted(text: string, start: number, end: number, sentence: string): string | null {
  const opening = /^\s*([“"«])/u.exec(sentence)?.[1]
  if (!opening) return null
  const closing = { '“': '”', '"': '"', '«': '»' }[opening]!
  const at = text.indexOf(closing, start + sentence.indexOf(opening) + 1)
  if (at === -1 || at >= end || at - start > 1200 || at < start + sentence.trimEnd().length) return null
  // “We buried them.” The army said that …: another sentence.
  if (/\.$/.test(text.slice(start, at)) && /^\s\p{Lu}/u.test(text.slice(at + 1))) return null
  const said = findAttributions(text, Math.max(start, at - 1), Math.min(end, at + 160))[0]
  return said && said.start - at < 6 ? said.speaker : null
}

const introducing = sought(
  /(?<!\p{Lu}[\p{L}’'-]*\.?\s)(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}),\s(?:an?|the|un|una|el|la|who|whose|quien|\d\d,)\s/u,
)
/** “…,” she said. */
export const saysSo =
  /[”"’'»,],? (?:(?:he|she|they) (?:said|added|noted|revealed|stated|explained|wrote|posted|tweeted|replied)(?!\p{L})|(?:dijo|agregó|añadió|señaló|explicó|sostuvo|aseguró|afirmó|indicó|precisó|insistió|relató|contó|recordó|narró|dijeron|agregaron|aseguraron)(?=[.,;]|$))/u

const heSays =
  /^\s*(?:He|She)(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|told|revealed|disclosed|claimed|confirmed|continued|warned|insisted|denied|denies)(?!\p{L})/u
const itSays =
  /^\s*It(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|revealed|disclosed|claimed|confirmed|warned|insisted|estimated|estimates|lists|listed|puts? the|found|finds)(?!\p{L})/u
/** "Colonel Ann Example arrived in May.": no name behind these letters is whom the sentence is about. */
const longestSubject = 50
/** Said by somebody whom only an earlier sentence names. */
const pointsBack = (sentence: string): boolean =>
  /^\s*[“"‘'«]/.test(sentence) ||
  /(?:^|[,”"’']\s)(?:[Hh]e|[Ss]he|[Tt]hey)(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|told|revealed|disclosed|claimed|confirmed|continued|warned|insisted|puts? the)(?!\p{L})/u.test(
    sentence,
  ) ||
  /(?:^|\s)(?:[Aa]ccording to (?:him|her|them)|[Ss]egún (?:él|ella|ellos|ellas))(?!\p{L})/u.test(sentence) ||
  /^\s*(?:También |Además,? )?(?:[Dd]ijo|[Aa]gregó|[Aa]ñadió|[Ss]eñaló|[Ee]xplicó|[Ss]ostuvo|[Aa]seguró|[Aa]firmó|[Ii]ndicó|[Pp]recisó|[Ii]nsistió|[Rr]elató|[Cc]ontó|[Rr]ecordó|[Dd]ijeron|[Aa]gregaron|[Aa]seguraron|[Rr]econoció|[Aa]dmitió)\s(?:además |también )?que(?!\p{L})/u.test(
    sentence,
  ) ||
  saysSo.test(sentence)
