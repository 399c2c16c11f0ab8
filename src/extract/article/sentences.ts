/**
 * Cuts prose into sentences.
 *
 * The surprising case: "Lt. Gen. T. Y. Buratai" holds four full stops and no sentence's end. ICU's rules (Intl.Segmenter) part
 * there; what they part after an abbreviation, an initial or a rank is put together again.
 */

export interface Span {
  start: number
  end: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const abbreviation =
  /(?:^|[\s(“"‘'.–—-])(?:\p{L}|p?(?:gen|maj|brig|lt|col|capt|cpt|cpl|[sc]?[sm]?sgt)|lieut|pvt|adm|cmdr|cdr|supt|insp|mr|mrs|ms|dr|prof|hon|rev|st|gov|sen|rep|sr|sra|lic|ing|gral|cnel|tte|cap|no|nos|vs|etc|jr|u\.s|u\.n|ee|ff|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|inc|ltd|co|rtd|ret|engr|barr|asst|dep|div|bn|bde|regt|approx|al|pte|cdre|cmdre|comdr|comdt|brg|sqn|flt|wg|gp|grp|ldr|lcpl|sgto|sergt|const|commr|supdt|tnte|crnl|gnl|gra|ens|snr|subtte|alm|mshl|pol|det)\.[”"’')]*\s*$/iu

/**
 * Sentences of the stretch, in order, without the white space around them. Line ends part sentences except where prose was wrapped: of a
 * `paragraph` that is known.
 */
export function sentencesOf(text: string, from = 0, to = text.length, paragraph = false): Span[] {
  const found: Span[] = []
  for (const line of linesOf(text, from, to, paragraph)) {
    const content = text.slice(line.start, line.end).replaceAll('\n', ' ')
    let start = 0
    for (const { segment, index } of segmentsOf(content)) {
      const end = index + segment.length
      if (end < content.length && abbreviation.test(content.slice(Math.max(0, end - 16), end)) && !/^[a-z]?\.\s/.test(segment))
        continue
      push(found, text, line.start + start, line.start + end)
      start = end
    }
    if (start < content.length) push(found, text, line.start + start, line.start + content.length)
  }
  return found
}

/**
 * ICU goes on over a full stop before a number and a small letter, as in "No. 5 company", and so over "The navy denied it. 22 civilians were killed":
 * what one denies and another tells are two sentences. Told by the whole small word, or the year, that the stop stands behind.
 */
const beforeNumber =
  /(?<=(?:^|[\s(“"])(?!(?:approx|aprox|dept|depto|p[aá]gs|arts|n[uú]ms|secs|figs|vols|chap|caps|lieut|supt|sept)\.)(?:[\p{Ll}-]{4,}|(?:19|20)\d\d)\.[”"’']?\s+)(?=[$€£]?\d[\d.,]*\s\p{Ll}{3,})/u

/** The segmenter takes quadratic time: a paragraph of more characters is handed to it in pieces. */
const longestPiece = 10_000

function* parted(segment: string, index: number): Generator<{ segment: string; index: number }> {
  if (!/\.[”"’']?\s+[$€£]?\d/.test(segment)) {
    yield { segment, index }
    return
  }
  let at = index
  for (const piece of segment.split(beforeNumber)) {
    yield { segment: piece, index: at }
    at += piece.length
  }
}

/** A stop, or what ends a paragraph, with more behind it than closing marks: without one, ICU ends no sentence. */
const stop = /(?![\w ,])[\p{Sentence_Terminal}\r\u0085\u2028\u2029](?![”"’')\]]*\s*$)/u

/** Where ICU ends sentences, in order. A piece's last one is read again with what follows it. */
function* segmentsOf(content: string): Generator<{ segment: string; index: number }> {
  if (!stop.test(content)) {
    yield { segment: content, index: 0 }
    return
  }
  let from = 0
  while (from < content.length) {
    const piece = content.slice(from, from + longestPiece)
    const rest = from + piece.length < content.length
    let last = { segment: '', index: 0 }
    for (const { segment, index } of segmenter.segment(piece)) {
      if (last.segment !== '') yield* parted(last.segment, from + last.index)
      last = { segment, index }
    }
    if (!rest) {
      yield* parted(last.segment, from + last.index)
      return
    }
    // One without an end within a piece goes on in the next.
    from += last.index > 0 ? last.index : piece.length
  }
}

/** Sentences of paragraphs of one text, cut once for all who read them: by where the paragraph begins and ends. */
export type Sentences = (from: number, to: number) => readonly Span[]

export function sentencesIn(text: string): Sentences {
  const cut = new Map<string, readonly Span[]>()
  return (from, to) => {
    const key = `${from} ${to}`
    const known = cut.get(key) ?? sentencesOf(text, from, to, true)
    cut.set(key, known)
    return known
  }
}

function push(found: Span[], text: string, start: number, end: number): void {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (end > start) found.push({ start, end })
}

/** Paragraphs: lines, where a line that was cut at a margin is joined with the next. */
function linesOf(text: string, from: number, to: number, paragraph: boolean): Span[] {
  const lines: Span[] = []
  let start = from
  while (start < to) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 || newline > to ? to : newline
    lines.push({ start, end })
    start = end + 1
  }
  if (lines.length < 2) return lines
  const lengths = lines.map(({ start, end }) => end - start).filter((length) => length > 0)
  const longest = Math.max(0, ...lengths.slice(0, 2000))
  const wrapped = paragraph || (lengths.length > 3 && longest >= 40 && longest <= 110)
  if (!wrapped) return lines.filter(({ start, end }) => end > start)
  const joined: Span[] = []
  let open: Span | null = null
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    if (content.trim() === '') {
      open = null
      continue
    }
    const before: string = open ? text.slice(open.start, open.end).trimEnd() : ''
    const full: boolean = paragraph || (open !== null && open.end - text.lastIndexOf('\n', open.end - 1) - 1 >= longest * 0.6)
    if (open && full && (!/[.!?:”"]$/.test(before) || /^\p{Ll}/u.test(content.trim()))) open.end = line.end
    else {
      open = { ...line }
      joined.push(open)
    }
  }
  return joined
}
