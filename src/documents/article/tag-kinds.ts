/** What a tag of a saved page says of the stretch in it: that it is not shown, is furniture, a caption, a heading. By its name, its class and what is around it. */
import type { BlockKind } from './article-text.js'

export const unread = new Set(
  'script style noscript template svg math iframe object embed button select option textarea input canvas audio video head amp-sidebar amp-ad amp-consent'.split(
    ' ',
  ),
)
/** What the paper itself has struck out: "<s>500</s> 400 soldiers" says 400. */
export const isStruck = (name: string, attributes: Record<string, string>): boolean =>
  /^(?:del|s|strike)$/.test(name) || /line-through/i.test(attributes.style ?? '')
/** "with-sidebar", "no-ads" and "share-enabled" are said of what is no furniture. */
const furnitureName =
  /(?:^|[\s_-])(?<!(?:with|has|no|without|hide|show|enable)[_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|masthead|sidebar|related(?:-?(?:posts|articles|stories|news))?|share|sharing|social|newsletter|subscribe|subscription-(?:widget|form|box|prompt)|promo|links-block|editors?-picks|popular-?posts|toc|advert\w*|ads?|comments?|commentlist|commentaires|comentarios|disqus|cookies?|consent|gdpr|onetrust|didomi|tarteaucitron|recirc|ticker|cintillo|marquee|breaking-(?:news|bar)|load-more|prev-next|leer-tambien|leer-mas|lo-mas-\w+|mas-(?:leid\w+|noticias)|lire-aussi|leia-(?:mais|tambem)|more-stories|read-next|toolbar|tags|pagination|recommended|trending|skip-link)(?![_-](?:free|enabled|open|closed|off|on)(?:[\s_-]|$))(?:[\s_-]|$)/i
/** Of what stands here nothing is the article, however much it is. */
const othersName = /comment|coment|disqus|cookie|consent|gdpr|onetrust|didomi|tarteaucitron/i
const ownBox = /(?:fact|info)-?box|key-?(?:facts|points|figures)|box-?out|explainer|timeline/i
const appealName = /(?:^|[\s_-])(?:donat\w*|appeal|fundrais\w*|paywall|\w*barrier|regwall|membership|support-us)(?:[\s_-]|$)/i
const captionName =
  /(?:^|[\s_-])(?:\w*caption|credit|legend|leyenda|cutline|ep[ií]grafe|pie-?(?:de-?)?foto|(?:slide|photo|image|gallery|media)[_-]?(?:text|desc|description|info))(?:[\s_-]|$)/i
const quoteName = /pull-?quote/i
const bylineName =
  /(?:^|[\s_-])(?:byline|author|autor|firma|contributors?|dateline|post-meta|entry-meta|published|timestamp|submitted|article-info|reader-credits|date-header|(?:article|post|amp|entry|pub|story)-date)(?:[\s_-]|$)/i

/** What themes call the headline, be it a heading or not. */
const titleName = /(?:^|[\s_-])(?:headline|hed|entry-title|post-title|article-title|titular)(?:\s|$)/i
/** "[edit]" beside a heading of a wiki. */
const toolName = /(?:^|\s)mw-editsection(?:\s|$)/

/** Within a figure, too, these are not said of a picture. */
export const ownText: ReadonlySet<string> = new Set(['table', 'blockquote', 'pre', 'ul', 'ol'])

export interface Open {
  name: string
  kind: BlockKind | 'unread' | null
  /** Of furniture that its name alone, or a form around it, makes such: its number. */
  box: number | null
  /** A link to a note. */
  note: boolean
  struck: boolean
}

const isInArticle = (open: readonly Open[]): boolean => open.some(({ name }) => name === 'article' || name === 'main')

/** `box`: whether it is furniture by its name, or as a form, alone. */
export function kindOfTag(
  name: string,
  attributes: Record<string, string>,
  open: readonly Open[],
): { kind: Open['kind']; box?: boolean } {
  const kind = kindByTag(name, attributes, open)
  if (kind !== null) return { kind }
  if (name === 'form' || (attributes.role === 'banner' && !isInArticle(open))) return { kind: 'navigation', box: true }
  const named = namedBy(attributes)
  if (named.length > 2 && !/^(?:body|html|main|article|h[1-6])$/.test(name) && furnitureName.test(named))
    return { kind: 'navigation', box: !othersName.test(named) }
  return { kind: null }
}

/** Where class names are made by a program, other attributes say what a part is. */
const namedBy = (attributes: Record<string, string>) =>
  `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''} ${attributes['data-component'] ?? ''} ${attributes['data-testid'] ?? ''}`

function kindByTag(name: string, attributes: Record<string, string>, open: readonly Open[]): Open['kind'] {
  if (unread.has(name) || isStruck(name, attributes)) return 'unread'
  if (
    attributes.hidden !== undefined ||
    /display:\s*none|visibility:\s*hidden/i.test(attributes.style ?? '') ||
    attributes['aria-hidden'] === 'true' ||
    toolName.test(attributes.class ?? '')
  )
    return 'unread'
  // "In numbers": a box of the article's own.
  if (name === 'nav' || name === 'footer' || (name === 'aside' && !ownBox.test(namedBy(attributes)))) return 'navigation'
  if (name === 'header' && !isInArticle(open)) return null
  const named = namedBy(attributes)
  if (attributes.itemprop === 'headline' && name !== 'meta') return 'title'
  // A body that is called "single-post no-sidebar" is not a sidebar.
  if (named.length > 2 && !/^(?:body|html|main|article)$/.test(name)) {
    if (appealName.test(named)) return 'appeal'
    if (quoteName.test(named)) return 'repetition'
    if (captionName.test(named)) return 'caption'
    if (titleName.test(attributes.class ?? '')) return 'title'
    if (/^h[1-6]$/.test(name)) return name === 'h1' ? 'title' : bylineName.test(named) ? 'byline' : 'heading'
    if (bylineName.test(named)) return 'byline'
  }
  if (name === 'figcaption' || name === 'figure') return 'caption'
  if (name === 'h1') return 'title'
  if (/^h[2-6]$/.test(name)) return 'heading'
  return null
}
