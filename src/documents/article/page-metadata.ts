/** What a saved page says of itself where nothing is shown: title, publisher, author and day of publication. */
import type { ArticleFacts } from './article-text.js'
import { findDate } from './byline.js'

/** A `meta` tag. */
export function readMeta(attributes: Record<string, string>, facts: ArticleFacts): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
  const content = attributes.content?.trim()
  if (!content || content.length > 500) return
  if (name === 'og:title') facts.title = content
  else if (name === 'og:site_name') facts.publisher = content
  else if (/^(?:dc|dcterms)\.publisher$/.test(name)) facts.publisher ??= content
  else if (/^(?:(?:article:)?author|(?:dc|dcterms)\.creator|byl|parsely-author|sailthru\.author)$/.test(name)) {
    const author = content.replace(/^(?:by|por|par) /i, '')
    if (!/^https?:/.test(author) && !isLogin(author)) facts.author ??= author
  } else if (
    /^(?:article:published_time|datepublished|(?:dc|dcterms)\.(?:date(?:\.issued)?|issued)|date|pubdate|publish-date|parsely-pub-date|sailthru\.date)$/.test(
      name,
    )
  )
    setDate(facts, content)
}

/** "mwade", "admin2": the name under which somebody logs in is nobody's. */
const isLogin = (name: string): boolean =>
  /^[\p{Ll}\d._@-]+$/u.test(name) || /^(?:admin\p{L}*|editor|staff|(?:super )?user|guest)$/iu.test(name)

/** An article as a page's own metadata (JSON-LD) tell of it; they may tell of others that the page leads to as well. */
export interface ToldArticle {
  headline: string | null
  published: string | null
  author: string | null
  publisher: string | null
}

export function readJson(json: string): ToldArticle[] {
  if (json.length > 200_000) return []
  try {
    const parsed: unknown = JSON.parse(json)
    const list = Array.isArray(parsed)
      ? parsed
      : [parsed, ...(((parsed as { '@graph'?: unknown[] })?.['@graph'] as unknown[]) ?? [])]
    return (list as Record<string, unknown>[]).flatMap((one) => {
      if (!one || typeof one !== 'object' || !/Article|Posting|Report/.test(String(one['@type']))) return []
      return {
        headline: typeof one.headline === 'string' ? one.headline.slice(0, 500) : null,
        published: typeof one.datePublished === 'string' ? one.datePublished : null,
        author: namesIn(one.author, list),
        publisher: nameIn(one.publisher, list),
      }
    })
  } catch {
    // Broken metadata says nothing.
    return []
  }
}

/** Of several the one whose headline the page shows or has in its name; where none is, the first. */
export function ownArticle(told: readonly ToldArticle[], shown: readonly string[]): ToldArticle | null {
  const key = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const titles = shown.map(key)
  const isShown = ({ headline }: ToldArticle) =>
    headline !== null && key(headline) !== '' && titles.some((title) => title.includes(key(headline)))
  return told.find(isShown) ?? told[0] ?? null
}

export function setTold(facts: ArticleFacts, { published, author, publisher }: ToldArticle): void {
  if (published !== null) setDate(facts, published)
  facts.author ??= author
  facts.publisher ??= publisher
}

function namesIn(said: unknown, others: readonly unknown[]): string | null {
  const names = (Array.isArray(said) ? said.slice(0, 5) : [said])
    .flatMap((one) => nameIn(one, others) ?? [])
    .filter((name) => !isLogin(name))
  return [...new Set(names)].join(', ') || null
}

/** Written out, as an object with a name, or as a reference to one of the others. */
function nameIn(said: unknown, others: readonly unknown[]): string | null {
  if (typeof said === 'string') return /^https?:|^$/.test(said.trim()) ? null : said.trim().slice(0, 200)
  const { name, '@id': id } = (said ?? {}) as Record<string, unknown>
  if (typeof name === 'string' && name.trim() !== '') return name.trim().slice(0, 200)
  const meant = typeof id === 'string' ? others.find((one) => (one as Record<string, unknown> | null)?.['@id'] === id) : undefined
  return meant === undefined || meant === said ? null : nameIn((meant as Record<string, unknown>).name, [])
}

/** A moment by the clock of nobody in particular: where it was published, the day may be the one before or behind. */
const isUniversal = (printed: string | null): boolean => /T\d\d:\d\d.*(?:Z|[+-]00:?00)$/.test(printed ?? '')

export function setDate(facts: ArticleFacts, content: string): void {
  const date = findDate(content.slice(0, 60))
  if (!date) return
  const isSameMoment =
    isUniversal(facts.publishedPrinted) && Date.parse(facts.publishedPrinted!) === Date.parse(content.slice(0, 60))
  if (facts.published && !isSameMoment) return
  facts.published = date.day
  facts.publishedPrinted = content.slice(0, 60)
}

/** The day as the page prints it, where metadata have none or the moment by universal time of about that day. */
export function setPrintedDay(facts: ArticleFacts, { printed, day }: { printed: string; day: string }): void {
  const apart = facts.published === null ? 0 : Math.abs(Date.parse(facts.published) - Date.parse(day))
  if (facts.published !== null && !(isUniversal(facts.publishedPrinted) && apart === 86_400_000)) return
  facts.published = day
  facts.publishedPrinted = printed
}

/** What programs write where nobody gave a title: a file's name, a template's. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|sin t[ií]tulo.*|document[o]?\s?\d*|slide \d+|.*\.(?:docx?|pdf|indd|qxp|qxd|rtf|odt|txt|html?|pub|tmp)|[\w-]*\d[\w-]*|https?:.*)$/i

/** The title that a file says of itself, where it can be an article's; null where it is none. */
export function titleSaid(title: string | null): string | null {
  const words = title?.replace(/\s+/g, ' ').trim() ?? ''
  return words.length < 8 || words.length > 300 || !/\p{L}{3}/u.test(words) || noTitle.test(words) ? null : words
}
