/**
 * A saved page as an article. Nothing is executed or fetched: tags are read one after another, and what they say of a stretch (navigation,
 * a caption, a heading) is kept beside it.
 */
import { Parser } from 'htmlparser2'
import { errors } from '../../ledger/errors.js'
import {
  type ArticleFacts,
  type ArticleText,
  type BlockKind,
  fewHidden,
  joinBlocks,
  noFacts,
  type RawBlock,
} from './article-text.js'
import { beginsByline, findBylineFacts, isByline, isBylineHeading } from './byline.js'
import { ownArticle, readJson, readMeta, setDate, setPrintedDay, setTold, type ToldArticle } from './page-metadata.js'
import { setApart } from './set-apart.js'
import { joinCells } from './table-cells.js'
import { isStruck, kindOfTag, type Open, ownText, unread } from './tag-kinds.js'

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const blockTags = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html label li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Browsers stop at 512; a parser's time grows with the square of the depth. */
const DEPTH_LIMIT = 5_000

/** Stands for a line's end within a paragraph while it is read. */
const lineBreak = '\u2028'
const oneSpaced = (text: string): string => text.replace(/[ \t\r\n\f\u00a0\u2028]+/g, ' ').trim()

interface HtmlBlock extends RawBlock {
  links: number
  /** The outermost such furniture, and what the block is but for it. */
  box: number | null
  without: BlockKind
}

/** Throws ARTICLE_TOO_DEEP. */
export function readHtmlArticle(html: string, file: string): ArticleText {
  const facts: ArticleFacts = { ...noFacts }
  const raw: HtmlBlock[] = []
  const open: Open[] = []
  let written = ''
  let linked = 0
  let inTitle = false
  let inLink = 0
  /** How many of the open elements show nothing: a script within a paragraph takes nothing of it away. */
  let unreadDepth = 0
  let titleText = ''
  let json: string | null = null
  const told: ToldArticle[] = []
  let boxes = 0
  let unshown = 0
  let deleted = 0
  /** Whether the last thing read is the end of an element within a line. */
  let beside = false
  /** Whether the last thing read ended a line. */
  let broken = false
  /** The rows of tables that are open: where each begins among the blocks, and how many of its cells hold something. */
  const rows: { first: number; cells: number; begun: number }[] = []
  /** The raised number that was left out last, as a note's, and where. */
  let left: { mark: string; at: number } | null = null
  const times: { day: string; rank: number }[] = []
  /** Who is marked as the author, and how deep the mark stands. */
  let author = ''
  let authorDepth: number | null = null

  /** Of what is written: nothing that is not shown ever is, though such an element may be open. */
  const kindHere = (but: Open | null = null): BlockKind => {
    let kind: BlockKind = 'paragraph'
    let own = false
    for (let at = open.length - 1; at >= 0; at--) {
      if (open[at] === but) continue
      const { name, kind: said } = open[at]!
      own ||= ownText.has(name)
      if (name === 'figure' && said === 'caption' && own) continue
      if (said === 'unread') continue
      if (said === 'navigation' || said === 'appeal') return said
      if (said && kind === 'paragraph') kind = said
    }
    return kind
  }
  const finish = () => {
    // Marks that show nothing stand within words and numbers ("5\u00ad00").
    const shown = written.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff]/g, '')
    const lines = shown.includes(lineBreak)
      ? shown
          .split(lineBreak)
          .map(oneSpaced)
          .filter((line) => line !== '')
      : []
    // "<b>Headline</b><br>By Ann Lee<br>3 May 2014": lines of their own.
    const isHead = (line: string) => isByline(line) || (line.length > 15 && titleText.includes(line))
    const isHeadOfPage = shown.length < 300 && lines.length > 1 && lines.length < 5 && lines.some(isHead)
    // Old pages part paragraphs so; a line that the margin breaks ends within a sentence.
    const areWhole =
      lines.length > 1 &&
      lines.every((line, at) => !/^\p{Ll}/u.test(line) && (/[.!?…]["”’»)]?$/.test(line) || (at === 0 && line.length < 120)))
    const apart = isHeadOfPage || areWhole
    for (const text of apart ? lines : [oneSpaced(shown)]) {
      if (text === '') continue
      const kind = kindHere()
      const box = open.find((one) => one.box !== null) ?? null
      raw.push({
        text,
        kind,
        links: linked / Math.max(1, shown.trim().length),
        box: box?.box ?? null,
        without: box === null ? kind : kindHere(box),
      })
    }
    written = ''
    linked = 0
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'meta') return readMeta(attributes, facts)
        if (name === 'html' && attributes.lang) facts.language = attributes.lang.slice(0, 2).toLowerCase()
        if (name === 'title' && open.length < 8) inTitle = titleText === ''
        if (name === 'time' && attributes.datetime) {
          const rank = rankOfTime(
            attributes,
            open,
            raw.some(({ kind }) => kind === 'title'),
          )
          if (rank > 0) times.push({ day: attributes.datetime, rank })
        }
        // Two in a row end a paragraph.
        if (name === 'br' && unreadDepth === 0) {
          if (broken) finish()
          else written += lineBreak
          broken = !broken
        }
        // What a button or a script holds parts no paragraph around it.
        if (blockTags.has(name) && unreadDepth === 0) finish()
        const row = rows.at(-1)
        if (name === 'tr') rows.push({ first: raw.length, cells: 0, begun: raw.length })
        else if (row && (name === 'td' || name === 'th')) row.begun = raw.length
        if (voids.has(name)) return
        if (open.length >= DEPTH_LIMIT) throw errors.ARTICLE_TOO_DEEP({ file }, DEPTH_LIMIT)
        if (name === 'a') inLink++
        if (name === 'script' && attributes.type === 'application/ld+json') json = ''
        const { kind, box } = kindOfTag(name, attributes, open)
        if (kind === 'unread') unreadDepth++
        // Elements in a row that a style sheet parts: "<span>Ana Ruiz</span><span>May 3</span>".
        if (beside && /^(?:span|time|a)$/.test(name) && /[\p{L}\d]{3}$/u.test(written)) written += ' '
        beside = false
        if (authorDepth === null && author === '' && namesAuthor(attributes) && kindHere() !== 'navigation')
          authorDepth = open.length
        open.push({
          name,
          kind,
          box: box ? ++boxes : null,
          note: name === 'a' && leadsToNote(attributes),
          struck: isStruck(name, attributes),
        })
      },
      ontext(text) {
        if (inTitle) titleText += text
        else if (json !== null) json += text
        else if (unreadDepth > 0) {
          if (open.some(({ struck }) => struck)) deleted += text.match(/[\p{L}\d]+/gu)?.length ?? 0
          else if (
            !open.some(
              ({ name, kind }) => unread.has(name) || /^(?:nav|footer|aside|header|form)$/.test(name) || kind === 'navigation',
            )
          )
            unshown += text.match(/\p{L}+/gu)?.length ?? 0
        } else {
          beside = false
          if (broken && /\S/.test(text)) broken = false
          if (open.slice(-2).some(({ name, note }) => name === 'sup' || note)) {
            const mark = raise(text, written)
            if (mark === '') left = { mark: text.trim(), at: written.length }
            written += mark
          } else if (left !== null && open.at(-1)?.name === 'sub' && /^[/\u2044]$/.test(written.slice(left.at))) {
            // "2<sup>1</sup>/<sub>2</sub>" is two and a half.
            written = `${written.slice(0, left.at)} ${left.mark}/${text}`
            left = null
          } else written += text
          if (authorDepth !== null) author += text
          if (inLink > 0) linked += text.trim().length
        }
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false
        beside = /^(?:span|time|a)$/.test(name)
        if (name === 'script' && json !== null) {
          told.push(...readJson(json))
          json = null
        }
        if (blockTags.has(name) && unreadDepth === 0) finish()
        const row = rows.at(-1)
        if (row && (name === 'td' || name === 'th') && raw.length > row.begun) {
          row.cells++
          row.begun = raw.length
        } else if (row && name === 'tr') {
          joinCells(raw, row.first, row.cells)
          rows.pop()
        }
        const last = open.findLastIndex((one) => one.name === name)
        if (last === -1) return
        if (authorDepth !== null && last <= authorDepth) {
          authorDepth = null
          author = author
            .replace(/\s+/g, ' ')
            .trim()
            .replace(/^(?:(?:written|posted|escrito|publicado) )?(?:by|por|par):? /i, '')
          if (author.length > 80 || !/^\p{Lu}/u.test(author)) author = ''
        }
        for (const one of open.splice(last)) {
          if (one.name === 'a') inLink--
          if (one.kind === 'unread') unreadDepth--
        }
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  finish()
  restoreArticle(raw)
  const marked = times.reduce<(typeof times)[number] | null>((best, one) => (best && best.rank >= one.rank ? best : one), null)
  const page = titleText.replace(/\s+/g, ' ').trim()
  const titles = raw.flatMap(({ kind, text }) => (kind === 'title' ? [text] : []))
  const own = ownArticle(told, [...titles, facts.title ?? '', page])
  if (own) setTold(facts, own)
  const article = assemble(raw, facts, { headline: own?.headline ?? null, page }, { time: marked?.day ?? null, author })
  return unshown < fewHidden && deleted === 0 ? article : { ...article, hiddenWords: unshown + deleted }
}

/** A page whose prose stands all in what is called furniture, or in one form as ASP.NET writes pages: the fullest of these is the article. */
function restoreArticle(raw: HtmlBlock[]): void {
  const prose = ({ text, links }: HtmlBlock) => (text.length > 80 && links < 0.3 ? text.length : 0)
  if (raw.reduce((sum, block) => sum + (block.kind === 'paragraph' ? prose(block) : 0), 0) >= leastProse) return
  const sums = new Map<number, number>()
  for (const block of raw)
    if (block.box !== null && block.without === 'paragraph') sums.set(block.box, (sums.get(block.box) ?? 0) + prose(block))
  const [fullest] = [...sums].sort((a, b) => b[1] - a[1])
  if (!fullest || fullest[1] === 0) return
  for (const block of raw) if (block.box === fullest[0]) block.kind = block.without
}
/** Characters; less is a blurb. */
const leastProse = 80

/** 3 for what is marked as the day of publication, 2 behind the headline or in the article, 0 for a change, a menu and a clock above it all. */
function rankOfTime(attributes: Record<string, string>, open: readonly Open[], titled: boolean): number {
  const named = (attributes: Record<string, string>) => `${attributes.class ?? ''} ${attributes.itemprop ?? ''}`
  if (open.some(({ kind }) => kind === 'navigation' || kind === 'unread' || kind === 'appeal')) return 0
  if (/modif|updat|revis/i.test(named(attributes))) return 0
  if (attributes.pubdate !== undefined || /publish|pubdate|entry-date/i.test(named(attributes))) return 3
  return titled || open.some(({ name }) => name === 'article' || name === 'main') ? 2 : 0
}

const namesAuthor = ({ rel, itemprop, class: named }: Record<string, string>): boolean =>
  /(?:^|\s)author(?:\s|$)/i.test(`${rel ?? ''} ${itemprop ?? ''}`) ||
  /(?:^|\s)(?:byline__?name|(?:[\w-]*[_-])?author(?:[_-]?name)?)(?:\s|$)/i.test(named ?? '')

/** A link to a note of the page, by which some programs print its number without raising it. */
const leadsToNote = ({ href = '', class: named = '', rel = '' }: Record<string, string>): boolean =>
  /#[^#]*(?:foot|end)note|#_?(?:fn|ftn|edn|note|cite[_-]?note)[\w:.-]*$/i.test(href) ||
  /foot-?note|noteref/i.test(`${named} ${rel}`)

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** The mark of a note: raised as it is printed, and left out behind a number, which it would change ("400" with note 2 is not 4,002). */
export function raise(mark: string, before: string): string {
  if (!/^\s*[[(]?\d+[\])]?\s*$/.test(mark)) return mark
  // "10" to the sixth is a number.
  if (/\d$/.test(before) && !/(?<!\d)10$/.test(before)) return ''
  return mark.replace(/[^\d]/g, '').replace(/\d/g, (digit) => raised[Number(digit)]!)
}

function assemble(
  raw: HtmlBlock[],
  facts: ArticleFacts,
  titles: { headline: string | null; page: string },
  { time, author }: { time: string | null; author: string },
): ArticleText {
  // "Headline | The Daily": the site's name behind the bar, or before it.
  const parts = titles.page
    .split(/\s+[|–—-]\s+/)
    .filter(
      (part) =>
        !/^(?:print(?:er)?(?:[- ]friendly)?(?: (?:(?:this )?page|version|article))?|home|news)$/i.test(part) && part !== '',
    )
  const shown = raw.filter(({ kind }) => kind === 'title')
  const title =
    shown.find(({ text }) => facts.title?.startsWith(text)) ??
    shown.find(({ text }) => titles.headline === text) ??
    shown.findLast(({ text }) => titles.page.includes(text)) ??
    // The paper's name has its story under another headline; of two articles on a page the first is its own.
    shown.find((one) => one.links < 0.7 && storyOf(one, raw).some(isProse)) ??
    shown.findLast(({ links }) => links < 0.7) ??
    shown.at(-1) ??
    // Bold print is all that many old pages have.
    raw.find(({ kind, text }) => (kind === 'heading' || (kind === 'paragraph' && parts.length > 1)) && parts.includes(text)) ??
    // "Print this page" names none.
    (parts.length === 0 ? raw.slice(0, raw.findIndex(isProse) + 1).find(({ kind }) => kind === 'heading') : undefined)
  const story = title ? storyOf(title, raw) : []
  if (title) title.kind = 'title'
  for (const block of raw) {
    // A list of links is a menu, wherever it stands.
    if (block.kind === 'paragraph' && block.links > 0.7 && block.text.length < 200) block.kind = 'navigation'
    if (block.kind === 'title' && block !== title) block.kind = block.links > 0.7 ? 'navigation' : 'heading'
    // Prose in a part that is called "published" is none.
    if (block.kind === 'byline' && block.text.length > 200 && /[.!?]["”’)]?$/.test(block.text)) block.kind = 'paragraph'
    // What is called a pull-quote and says what stands nowhere else is prose.
    if (block.kind === 'repetition' && !isRepeated(block, raw)) block.kind = 'paragraph'
  }
  setTeasersApart(raw)
  let told = 0
  for (const block of raw.slice(0, 40)) {
    if (block.kind === 'paragraph' && block.text.length < 160 && (told > 1 ? beginsByline : isByline)(block.text))
      block.kind = 'byline'
    else if (block.kind === 'heading' && told === 0 && isBylineHeading(block.text)) block.kind = 'byline'
    if (block.kind === 'paragraph' && block.text.length > 80 && /[.!?]["”’)]?\S?$/.test(block.text)) told++
  }
  const { text, blocks } = joinBlocks(raw)
  setApart(text, blocks)
  // Above the headline stand today's date and the paper's motto.
  const bylines = raw.filter(({ kind }) => kind === 'byline')
  const own = bylines.filter((block) => story.includes(block))
  const below = own.length > 0 || !title ? own : bylines.filter((block) => raw.indexOf(block) > raw.indexOf(title))
  const byline = findBylineFacts((below.length > 0 ? below : bylines).map((block) => block.text))
  if (time) setDate(facts, time)
  // "Headline | The Daily" in the metadata, too.
  if (title && facts.title?.startsWith(title.text) && /^\s+(?:[|–—-]\s|\()/.test(facts.title.slice(title.text.length)))
    facts.title = title.text
  facts.title ??= title?.text ?? titles.headline ?? (parts[0] || null)
  const [before] = titles.page.endsWith(`: ${title?.text}`)
    ? [titles.page.slice(0, -title!.text.length - 2)].filter((name) => !/^reader$/i.test(name))
    : []
  const site = parts.at(-1) === title?.text ? parts[0] : parts.at(-1)
  facts.publisher ??= byline.publisher ?? (parts.length > 1 ? site! : (before ?? null))
  facts.author ??= (author || byline.author) ?? nameAlone([...bylines, ...besideDay(raw, title)]) ?? null
  if (byline.published && !(byline.revised && facts.published))
    setPrintedDay(facts, { day: byline.published, printed: byline.publishedPrinted! })
  // The paper's name above its headline.
  for (const block of blocks)
    if (block.kind === 'paragraph' && text.slice(block.start, block.end) === facts.publisher) block.kind = 'navigation'
  return { mediaType: 'text/html', text, blocks, facts }
}

/** What stands between a headline and the next one. */
function storyOf(title: HtmlBlock, raw: readonly HtmlBlock[]): HtmlBlock[] {
  const rest = raw.slice(raw.indexOf(title) + 1)
  const next = rest.findIndex(({ kind, links }) => kind === 'title' && links < 0.7)
  return next === -1 ? rest : rest.slice(0, next)
}

const isProse = ({ kind, text, links }: HtmlBlock): boolean => kind === 'paragraph' && text.length > leastProse && links < 0.3

/** What leads to other articles, over them: "More from Ann Lee", "Lo más visto". */
const ofOthers =
  /^(?:more from .{1,40}|more on this (?:story|topic)|related(?: (?:articles?|stories|news|posts|content|topics|coverage|links))?|editors?['’] picks|most (?:read|popular|viewed)|recommended(?: (?:for you|stories))?|you (?:may|might) also like|latest (?:news|stories)|lo más (?:visto|leído|reciente)|últimas noticias|más (?:información|noticias)|(?:te|le) puede interesar|leia também|(?:à )?lire aussi)\s*:?$/iu
/** Characters of a blurb; what is longer may be prose. */
const longestBlurb = 120

/** The line under such a heading, and where nothing but headings and blurbs follows, all of these. */
function setTeasersApart(raw: readonly HtmlBlock[]): void {
  const isShort = ({ kind, text }: RawBlock) => kind !== 'paragraph' || text.length <= longestBlurb
  for (const [at, block] of raw.entries()) {
    if (block.kind !== 'heading' || !ofOthers.test(block.text)) continue
    const rest = raw.slice(at + 1)
    const isTail =
      rest.every(isShort) && rest.every(({ kind }, index) => kind !== 'paragraph' || rest[index - 1]?.kind !== 'paragraph')
    for (const other of isTail ? rest : rest.slice(0, 1))
      if ((other.kind === 'heading' && isTail) || (other.kind === 'paragraph' && isShort(other))) other.kind = 'navigation'
    block.kind = 'navigation'
  }
}

/** Lines at the head beside the one with the day. */
function besideDay(raw: readonly RawBlock[], title: RawBlock | undefined): RawBlock[] {
  const from = title ? raw.indexOf(title) + 1 : 0
  const head = raw.slice(from, from + 6)
  return head.filter(
    ({ kind }, at) =>
      kind === 'paragraph' && [head[at - 1], head[at + 1]].some((one) => one?.kind === 'byline' && /\d{4}/.test(one.text)),
  )
}

/** A line that the page's own markup calls a byline, or that stands beside the day, and that is a name. */
const nameAlone = (bylines: readonly RawBlock[]): string | undefined =>
  bylines.find(({ text }) => /^\p{Lu}[\p{Ll}’'-]+(?: (?:(?:de|del|la|van|von|al) )?\p{Lu}[\p{L}.’'-]*){1,3}$/u.test(text))?.text

function isRepeated(block: RawBlock, raw: readonly RawBlock[]): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  const wanted = key(block.text).trim()
  return raw.some((other) => other !== block && other.kind === 'paragraph' && key(other.text).includes(wanted))
}
