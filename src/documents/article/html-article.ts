/**
 * A saved page as an article. Nothing is executed or fetched: tags are read one after another, and what they say of a stretch (navigation,
 * a caption, a heading) is kept beside it.
 */
import { Parser } from 'htmlparser2'
import { errors } from '../../ledger/errors.js'
import { type ArticleFacts, type ArticleText, type BlockKind, joinBlocks, noFacts, type RawBlock } from './article-text.js'
import { findBylineFacts, findDate, isByline } from './byline.js'
import { setApart } from './set-apart.js'

const unread = new Set(
  'script style noscript template svg math iframe object embed form button select option textarea input canvas audio video head'.split(
    ' ',
  ),
)
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const blockTags = new Set(
  'address article aside blockquote body dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const furnitureName =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|masthead|sidebar|related|share|sharing|social|newsletter|subscribe|promo|advert\w*|ads?|comments?|cookies?|toolbar|tags|pagination|recommended|trending|skip-link)(?:[\s_-]|$)/i
const appealName = /(?:^|[\s_-])(?:donat\w*|appeal|fundrais\w*|paywall|membership|support-us)(?:[\s_-]|$)/i
const captionName = /(?:^|[\s_-])(?:caption|credit|wp-caption-text)(?:[\s_-]|$)/i
const quoteName = /pull-?quote/i
const bylineName = /(?:^|[\s_-])(?:byline|author|dateline|post-meta|entry-meta|published|timestamp)(?:[\s_-]|$)/i

/** Browsers stop at 512; a parser's time grows with the square of the depth. */
const DEPTH_LIMIT = 5_000

interface Open {
  name: string
  kind: BlockKind | 'unread' | null
}

/** Throws ARTICLE_TOO_DEEP. */
export function readHtmlArticle(html: string, file: string): ArticleText {
  const facts: ArticleFacts = { ...noFacts }
  const raw: (RawBlock & { links: number })[] = []
  const open: Open[] = []
  let written = ''
  let linked = 0
  let inTitle = false
  let inLink = 0
  /** How many of the open elements show nothing: a script within a paragraph takes nothing of it away. */
  let unreadDepth = 0
  let titleText = ''
  let json: string | null = null
  let headline: string | null = null
  let time: string | null = null

  const kindHere = (): BlockKind | 'unread' => {
    let kind: BlockKind = 'paragraph'
    for (let at = open.length - 1; at >= 0; at--) {
      const said = open[at]!.kind
      if (said === 'unread') return 'unread'
      if (said === 'navigation' || said === 'appeal') return said
      if (said && kind === 'paragraph') kind = said
    }
    return kind
  }
  const finish = () => {
    const text = written.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim()
    if (text !== '') {
      const kind = kindHere()
      if (kind !== 'unread') raw.push({ text, kind, links: linked / Math.max(1, text.length) })
    }
    written = ''
    linked = 0
  }
  const meta = (attributes: Record<string, string>) => {
    const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    const content = attributes.content?.trim()
    if (!content || content.length > 500) return
    if (name === 'og:title') facts.title = content
    else if (name === 'og:site_name') facts.publisher = content
    else if (name === 'author' || name === 'article:author' || name === 'dc.creator') {
      if (!/^https?:/.test(content)) facts.author ??= content
    } else if (/^(?:article:published_time|datepublished|dc\.date(?:\.issued)?|date|pubdate|publish-date)$/.test(name))
      setDate(facts, content)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'meta') return meta(attributes)
        if (name === 'html' && attributes.lang) facts.language = attributes.lang.slice(0, 2).toLowerCase()
        if (name === 'title' && open.length < 8) inTitle = titleText === ''
        if (name === 'time' && attributes.datetime) time ??= attributes.datetime
        if (name === 'br') written += '\n'
        if (blockTags.has(name)) finish()
        if (voids.has(name)) return
        if (open.length >= DEPTH_LIMIT) throw errors.ARTICLE_TOO_DEEP({ file }, DEPTH_LIMIT)
        if (name === 'a') inLink++
        if (name === 'script' && attributes.type === 'application/ld+json') json = ''
        const kind = kindOfTag(name, attributes, open)
        if (kind === 'unread') unreadDepth++
        open.push({ name, kind })
      },
      ontext(text) {
        if (inTitle) titleText += text
        else if (json !== null) json += text
        else if (unreadDepth === 0) {
          written += text
          if (inLink > 0) linked += text.trim().length
        }
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false
        if (name === 'script' && json !== null) {
          headline = readJson(json, facts) ?? headline
          json = null
        }
        if (blockTags.has(name)) finish()
        const last = open.findLastIndex((one) => one.name === name)
        if (last === -1) return
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
  return assemble(raw, facts, { headline, page: titleText.replace(/\s+/g, ' ').trim() }, time)
}

function kindOfTag(name: string, attributes: Record<string, string>, open: readonly Open[]): Open['kind'] {
  if (unread.has(name)) return 'unread'
  if (attributes.hidden !== undefined || /display:\s*none/i.test(attributes.style ?? '') || attributes['aria-hidden'] === 'true')
    return 'unread'
  if (name === 'nav' || name === 'footer' || name === 'aside') return 'navigation'
  if (name === 'header' && !open.some((one) => one.name === 'article' || one.name === 'main')) return null
  const named = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''}`
  // A body that is called "single-post no-sidebar" is not a sidebar.
  if (named.length > 2 && !/^(?:body|html|main|article)$/.test(name)) {
    if (appealName.test(named)) return 'appeal'
    if (quoteName.test(named)) return 'repetition'
    if (captionName.test(named)) return 'caption'
    if (/^h[1-6]$/.test(name)) return name === 'h1' ? 'title' : 'heading'
    if (bylineName.test(named)) return 'byline'
    if (furnitureName.test(named)) return 'navigation'
  }
  if (name === 'figcaption') return 'caption'
  if (name === 'h1') return 'title'
  if (/^h[2-6]$/.test(name)) return 'heading'
  return null
}

function setDate(facts: ArticleFacts, content: string): void {
  const date = findDate(content.slice(0, 60))
  if (!date || facts.published) return
  facts.published = date.day
  facts.publishedPrinted = content.slice(0, 60)
}

/** Facts of the page's own metadata; the headline is returned, as the one that is shown outweighs it. */
function readJson(json: string, facts: ArticleFacts): string | null {
  let headline: string | null = null
  if (json.length > 200_000) return null
  try {
    const parsed: unknown = JSON.parse(json)
    const list = Array.isArray(parsed)
      ? parsed
      : [parsed, ...(((parsed as { '@graph'?: unknown[] })?.['@graph'] as unknown[]) ?? [])]
    for (const one of list as Record<string, unknown>[]) {
      if (!one || typeof one !== 'object' || !/Article|Posting|Report/.test(String(one['@type']))) continue
      if (typeof one.headline === 'string') headline ??= one.headline.slice(0, 500)
      if (typeof one.datePublished === 'string') setDate(facts, one.datePublished)
      const author = (Array.isArray(one.author) ? one.author[0] : one.author) as { name?: unknown } | undefined
      if (typeof author?.name === 'string') facts.author ??= author.name.slice(0, 200)
      const publisher = one.publisher as { name?: unknown } | undefined
      if (typeof publisher?.name === 'string') facts.publisher ??= publisher.name.slice(0, 200)
    }
  } catch {
    // Broken metadata says nothing.
  }
  return headline
}

function assemble(
  raw: (RawBlock & { links: number })[],
  facts: ArticleFacts,
  titles: { headline: string | null; page: string },
  time: string | null,
): ArticleText {
  const shown = raw.filter(({ kind }) => kind === 'title')
  const title = shown.find(({ text }) => facts.title?.startsWith(text)) ?? shown.at(-1)
  for (const block of raw) {
    // A list of links is a menu, wherever it stands.
    if (block.kind === 'paragraph' && block.links > 0.7 && block.text.length < 200) block.kind = 'navigation'
    if (block.kind === 'title' && block !== title) block.kind = 'heading'
    // What is called a pull-quote and says what stands nowhere else is prose.
    if (block.kind === 'repetition' && !isRepeated(block, raw)) block.kind = 'paragraph'
  }
  for (const block of raw.slice(0, 40))
    if (block.kind === 'paragraph' && block.text.length < 160 && isByline(block.text)) block.kind = 'byline'
  const { text, blocks } = joinBlocks(raw)
  setApart(text, blocks)
  const byline = findBylineFacts(raw.filter(({ kind }) => kind === 'byline').map((block) => block.text))
  if (time) setDate(facts, time)
  // "Headline | The Daily": the site's name after the bar.
  const parts = titles.page.split(/\s+[|–—-]\s+/)
  facts.title ??= title?.text ?? titles.headline ?? (parts[0] || null)
  facts.publisher ??= byline.publisher ?? (parts.length > 1 ? parts.at(-1)! : null)
  facts.author ??= byline.author ?? null
  if (!facts.published && byline.published) {
    facts.published = byline.published
    facts.publishedPrinted = byline.publishedPrinted ?? null
  }
  return { mediaType: 'text/html', text, blocks, facts }
}

function isRepeated(block: RawBlock, raw: readonly RawBlock[]): boolean {
  const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  const wanted = key(block.text).trim()
  return raw.some((other) => other !== block && other.kind === 'paragraph' && key(other.text).includes(wanted))
}
