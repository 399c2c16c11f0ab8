/** Reads who wrote an article, where and when it was published, from the lines at its head. */

const months =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril mai juin juillet août septembre octobre novembre décembre janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro ene feb mar abr may jun jul ago sep oct nov dic'.split(
    ' ',
  )
const monthNumber = (name: string): number => {
  const at = months.indexOf(name.toLowerCase().replace('.', ''))
  if (at < 12) return at + 1
  if (at < 24) return [1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12][at - 12]!
  return ((at - 24) % 12) + 1
}
/** Alternatives of a pattern, the longest first; in small letters. */
export const monthNames = [...months].sort((a, b) => b.length - a.length).join('|')
const month = `(?:${monthNames})\\.?`
const datePatterns: readonly [RegExp, (match: RegExpExecArray) => [year: number, month: number, day: number]][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})(?!\d)/, (match) => [Number(match[1]), Number(match[2]), Number(match[3])]],
  [
    new RegExp(`\\b(${month}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'),
    (match) => [Number(match[3]), monthNumber(match[1]!), Number(match[2])],
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.?º|°|\\.)?(?: de)? (${month})(?: del?)?,? (\\d{4})\\b`, 'i'),
    (match) => [Number(match[3]), monthNumber(match[2]!), Number(match[1])],
  ],
  // "12.ago.2016", "3-May-2014".
  [
    new RegExp(`\\b(\\d{1,2})[./-](${month})[./-]?(\\d{4})\\b`, 'i'),
    (match) => [Number(match[3]), monthNumber(match[2]!), Number(match[1])],
  ],
  // "05/11/2012" is May in one country and November in another: told only where one of the two can be no month.
  [
    /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/,
    (match) => {
      const [first, second] = [Number(match[1]), Number(match[2])]
      return [Number(match[3]), ...((second > 12 ? [first, second] : first > 12 ? [second, first] : [0, 0]) as [number, number])]
    },
  ],
]

interface FoundDate {
  printed: string
  day: string
}

/** The first full date of a text, as printed and as an ISO day; null where there is none or it is no day. */
export function findDate(text: string): FoundDate | null {
  let best: (FoundDate & { at: number }) | null = null
  for (const [pattern, read] of datePatterns) {
    const match = pattern.exec(text)
    if (!match || (best && match.index >= best.at)) continue
    const [year, number, day] = read(match)
    const date = new Date(Date.UTC(year, number - 1, day))
    if (date.getUTCMonth() !== number - 1 || date.getUTCDate() !== day) continue
    best = { printed: match[0], day: date.toISOString().slice(0, 10), at: match.index }
  }
  return best && { printed: best.printed, day: best.day }
}

/** The first date that is not one of a change, where there is such: "Updated May 2, 2021. First published April 30, 2021". */
function dateOfPublication(line: string): (FoundDate & { revised: boolean }) | null {
  let first: FoundDate | null = null
  for (let from = 0; ; ) {
    const date = findDate(line.slice(from))
    if (date === null) return first && { ...first, revised: true }
    const at = line.indexOf(date.printed, from)
    if (!revisedBefore.test(line.slice(0, at))) return { ...date, revised: false }
    first ??= date
    from = at + date.printed.length
  }
}

const by =
  /^(?:(?:[Ww]ritten|[Ee]scrito|[Ee]scrita|[Ss]tory|[Ww]ords|[Rr]eporting|[Tt]ext|[Tt]exto) )?(?:[Bb]y|BY|[Pp]or|POR|[Pp]ar|PAR):? (?=\p{Lu})/u
const posted =
  /^(?:(?:first )?(?:posted|published|submitted)|(?:last )?updated|publicad[oa]|publié|mis à jour|actualizad[oa]|atualizado|date)(?!\p{L})(?: on| el| le| em)?:?/iu

const labelled =
  /^(?:Reporter|Author|Writer|Correspondent|Autora?|Periodista|Texto):\s*(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,4})$/u

/** "Ana Ruiz, corresponsal", "Tom Reed, staff writer in Lima". */
const inOffice =
  /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,4}),? (?:(?:our|special|staff|senior|foreign|chief|\p{Lu}\p{L}+) ){0,2}(?:corresponsal|enviad[oa] especial|report(?:er[oa]?|era)|redactora?|periodista|correspondent|writer|envoyée? spéciale?)(?!\p{L})[^.!?:|]{0,40}$/iu

const revisedBefore =
  /(?<!\p{L})(?:updated|modified|revised|actualizad[oa]|modificad[oa]|mis à jour|atualizado)(?!\p{L})[^\d•|·;]{0,25}$/iu

/** Whether a line at the head names the author or the date and says little else. */
export function isByline(line: string): boolean {
  const content = line.trim()
  return (
    content.length <= 160 &&
    !isRow(content) &&
    (beginsByline(content) || (findDate(content) !== null && isLine(content)) || inOffice.test(content))
  )
}

/** A row of a table: "Date | 14 June 2013 | Marofe" tells when something happened, "Ann Lee | El Diario | 14 June 2013" who wrote when. */
const isRow = (content: string): boolean => /^(?:date|fecha|year|año|day|día)\s*\|/iu.test(content)

/** No sentence, but for one that says when it was published. */
const isLine = (content: string): boolean =>
  (content.length < 120 && !/(?<![ap]\.\s?m)[.!?]$/i.test(content)) ||
  /(?<!\p{L})(?:published|updated|publicad[oa]|actualizad[oa])(?!\p{L})(?: on| el)?:? [^.]{0,12}\d{4}/iu.test(content)

/** "By Ann Lee", "Posted on 3 May 2014": below the article's first paragraphs a date alone makes no byline. */
export const beginsByline = (content: string): boolean => (by.test(content) && !isSentence(content)) || posted.test(content)

/** "By March 2014, the army had trained 300 men.", "Por Honduras pasaron 40 instructores." */
const isSentence = (content: string): boolean =>
  /[.!?][”"’)]?$/u.test(content) &&
  /(?<!\p{L})(?:had|has|have|was|were|is|are|would|fue|fueron|ha|han|hab[ií]an?|eran?|son|pas(?:ó|aron))(?!\p{L})/u.test(content)

/** A heading by its size: "The Daily, Reporter: Ann Lee | Published: 3 May 2014". */
export const isBylineHeading = (content: string): boolean =>
  content.length < 120 &&
  findDate(content) !== null &&
  /(?:^|[|·,-]\s?)(?:By|Reporter|Author|Published|Posted)(?:\s|:)/.test(content)

/** From lines such as "By Ann Lee, El Diario, 3 May 2014", "By Ann Lee for El Diario" or "Posted on February 19, 2010". */
export function findBylineFacts(lines: readonly string[]): {
  author?: string
  publisher?: string
  published?: string
  publishedPrinted?: string
  /** The day is one of a change, as no other is printed. */
  revised?: boolean
} {
  const facts: ReturnType<typeof findBylineFacts> = {}
  const dates = new Map(lines.map((line) => [line, dateOfPublication(line)]))
  // The day of a change is taken only where no other is printed.
  const revisedLast = [...lines].sort((a, b) => Number(dates.get(a)?.revised ?? false) - Number(dates.get(b)?.revised ?? false))
  for (const line of revisedLast) {
    const date = dates.get(line)
    const dated = line.trim().search(posted) === 0
    // The day of a report reprinted elsewhere is the report's: "Posted on …" is the other's.
    if (date && (!facts.published || !(dated || date.revised))) {
      facts.published = date.day
      facts.publishedPrinted = date.printed
      if (date.revised) facts.revised = true
      else delete facts.revised
    }
    if (dated) continue
    const office = inOffice.exec(line.trim().replace(by, ''))
    if (office) {
      facts.author ??= office[1]!
      continue
    }
    const parts = line
      .trim()
      .replace(by, '')
      .replace(date?.printed ?? '\u0000', '')
      .split(/\s*[,|•·–—]\s*|\s+-\s+|\.\s+(?=(?:Fotos?|Photos?|Photographs?|Pictures|Texto):)|\s+for\s+(?:the\s+)?(?=\p{Lu})/u)
      .map((part) => part.trim())
      .map((part) => {
        // "The Daily | Reporter: Ann Lee".
        const told = labelled.exec(part)
        if (told) facts.author ??= told[1]!
        // "Ann Lee. San Salvador": where it was written.
        return told?.[1] ?? part.replace(/(?<=\p{Ll}{2})\.\s\p{Lu}.*$|(?<=\p{L})\s(?:in|en|à|em)\s\p{Lu}.*$/u, '')
      })
      .filter((part) => part !== '' && !/^index number/i.test(part))
    const names = parts.filter((part) =>
      /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|de|del|der|van|von|di|da|dos|the|la|and|y)){1,5}$/u.test(part),
    )
    if (names[0] && (by.test(line.trim()) || names.length > 1)) facts.author ??= names[0]
    const other = names.find((name, at) => at < 2 && name !== facts.author)
    if (names[1] && other) facts.publisher ??= other
  }
  return facts
}
