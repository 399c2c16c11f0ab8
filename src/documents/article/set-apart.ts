/**
 * Tells what of an article is not its prose: page furniture, appeals for money, captions, and paragraphs printed twice.
 *
 * Only what is recognised by what it says or where it stands is set apart; in doubt a block stays a paragraph, as a claim that is read
 * from a menu can be rejected and one that was never read cannot be found.
 */
import type { ArticleBlock, BlockKind } from './article-text.js'
import { setRepetitionsApart } from './repetitions.js'

const furniture =
  /^(?:©|(?:source )?url:|load more$|show more$|(?:kindly |please )?share this\b.{0,20}$|\(c\) ?\d{4}|copyright\b|all rights reserved|next up:?|play live radio|available on air stations|share(?: this)?(?: article| story)?:?$|tweet$|email$|print$|listen$|facebook$|twitter$|whatsapp$|read (?:more|also|next)\b|see also\b|also read\b|related(?: articles| stories| news| posts)?:?$|more from\b|most (?:read|popular)\b|advertise(?:ment)?\b|sponsored\b|click here\b|skip to\b|menu$|search$|home$|log ?in$|sign ?(?:in|up)$|subscribe(?: now)?$|follow us\b|comments?\b ?\(?\d*\)?$|leave a (?:reply|comment)|tags?:|filed under|view (?:report|original|comments)|download pdf|you have selected an article|lea también|leer más|segu[ií] leyendo|(?:à |a )?lire aussi\b|leia (?:também|mais)|veja também|more on this story$|[úu]ltimas noticias:?$|accessibility (?:links|help)$|[[(]?\d*[\])]? ?(?:likes?|shares?|comments?)$|\d+(?:[-–]\d+)? min(?:ute)?s?(?: read)?$|email this\b|a version of this article (?:appears|appeared) in print\b|you have \S+ free articles|already a (?:subscriber|member)\b|(?:te|le|también te) (?:puede|podría) interesar\b|lo más (?:leído|visto)\b|topics?:|compartir|síguenos|publicidad$|suscríbete$|loading|posted in\b|table of contents)/i
/** The beginning of another article, with a link to the rest of it. */
const teaser = /[.…"”’]\s*\[?(?:read ?more|continue reading|leer más)\]?\s*[.…»→]*$/i
const appealWords =
  /\b(?:donat(?:e|ion|ions|ing)|tax[- ]deductible|your (?:generous )?(?:support|gift|contribution)|support (?:our|independent) (?:work|journalism|reporting)|ask for your support|make a (?:gift|contribution)|becom(?:e|ing) a (?:(?:free|paid|free or paid) )?(?:member|sustainer|subscriber|monthly)|sign up for our|subscribe to our|our newsletter|fundrais\w+|keep our (?:journalism|reporting)|help us (?:keep|continue|publish)|chip in|apoya(?:r)? nuestro|haz una donación|dona ahora|suscríbe(?:te|se))\b/i
/** "Subscribe for $5 a month", "Suscríbase a nuestro boletín": a line that offers, and tells nothing. */
const offer =
  /^[¡\s]*(?:suscr[ií]b(?:ase|ete|anse)(?!\p{L})|abonnez-vous|assine(?!\p{L})|subscribe(?!\p{L})|(?:donate|dona|done)(?=$|[!.]|\s(?:now|today|here|ahora|hoy|aquí)(?!\p{L}))|(?:sign|join) up(?!\p{L})|(?:get|receive|reciba|recibe) (?:our|the|el|nuestro)\s(?:\p{L}+\s){0,3}?(?:newsletter|bolet[ií]n)|(?:our|nuestro) (?:newsletter|bolet[ií]n)|(?:become|hágase|hazte) (?:a |an )?(?:member|subscriber|supporter|soci[oa]|miembro|suscriptora?)(?!\p{L}))/iu
/** "from $1 a month", "5 € al mes". */
const pricedByTime =
  /(?:(?:US)?[$€£]\s?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?(?:€|euros|d[oó]lares|dollars|pesos))\s?(?:\/|al?\s|por\s|per\s|cada\s)\s?(?:day|week|month|year|d[ií]a|semana|mes|año)(?!\p{L})/iu
const ofReaders =
  /(?<!\p{L})(?:suscri\p{L}+|suscríb\p{L}+|subscri\p{L}+|newsletter|bolet[ií]n|membership|membres[ií]a|digital|unlimited|ilimitado|access|acceso|offer|oferta|trial|prueba|donat\p{L}+|readers?|lectores)(?!\p{L})|^(?:from|desde|s[oó]lo|only|just)(?!\p{L})/iu
/** "Get real-time news updates! Join our Telegram channel". */
const channel =
  /(?:join|follow|subscribe to|s[ií]gu[ea](?:nos)?|[uú]n[ea]te)\b.{0,30}\b(?:whatsapp|telegram|youtube|facebook|twitter|instagram)\b.{0,30}$|^get (?:real-?time|breaking|the latest|latest) (?:news|updates)/i
const longestOffer = 160
const salutation = /^(?:dear|to our)\b[^.]{0,60}(?:community|readers?|friends?|supporters?|subscribers?)\b[^.]{0,20}[,:]?$/i
const caption =
  /^[[(]?(?:photo|image|picture|file photo|foto|imagen|caption|credit)s?\b\s*(?::|by\b|credit)|\((?:photo|image|foto|ap photo|file)[^()]{0,60}\)\s*$|\b(?:AFP|AP|EPA) PHOTO\b|\bgetty ?images\b.{0,3}$|\b(?:getty images|ap photo|afp photo|reuters\/\p{Lu}\w+)\)?\.?$|(?<=\S)\s?\/\s?(?:AFP|AP|Reuters|Getty Images)\.?$|^\d{1,2} (?:of|\/) \d{1,2}: |[.!?”"]\s©\s?\S[^.]{2,40}$|(?<=[.!?”"] ?)(?<!^[^.]{0,12}:.*)(?:photo|foto|picture|pix|imagen)s?(?: credit)?:\s?\p{Lu}[^.]{1,40}\.?$/iu
/** "Correction: An earlier version said 14,100": what the paper no longer says. */
const correction =
  /^(?:\(?(?:correction|clarification|editor['’]s note|correcci[oó]n|aclaraci[oó]n|fe de erratas?|nota (?:del editor|de la redacci[oó]n)))(?!\p{L}).*(?:earlier|previous|original|first) version|^(?:an|this|a) (?:earlier|previous) version of this (?:article|story|report)|^(?:\p{L}+['’]s note: )?(?:this|the) (?:article|story|report|post) (?:was|has been) (?:amended|corrected)|^(?:nota .{0,20}: )?est[ea] (?:artículo|nota|texto) (?:fue|ha sido) (?:corregid|modificad|enmendad)[oa]|^(?:una|en una) versión (?:anterior|previa) de (?:este|esta) (?:artículo|nota|texto)|^(?:correcci[oó]n|aclaraci[oó]n|fe de erratas?)(?!\p{L}).*(?:versi[oó]n (?:anterior|previa)|por error)/iu
/** Without one of these nothing is a caption: found in a fraction of the time. */
const ofPictures = /photo|image|picture|pix|foto|imagen|caption|credit|file|getty|reuters|\/|©|^\d+ of \d/i

/** Changes the kind of paragraphs (and headings in an appeal) in place. */
export function setApart(text: string, blocks: ArticleBlock[]): void {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue
    const content = text.slice(block.start, block.end).trim()
    if (content.length < 600 && correction.test(content)) block.kind = 'navigation'
    else if ((content.length < 200 && furniture.test(content)) || (content.length < 600 && teaser.test(content.slice(-40))))
      block.kind = 'navigation'
    else if (content.length < 600 && ofPictures.test(content) && caption.test(content)) block.kind = 'caption'
  }
  setCommentsApart(text, blocks)
  setAppealsApart(text, blocks)
  setOffersApart(text, blocks)
  setRepetitionsApart(text, blocks)
}

const commentsHead =
  /^(?:\d+ )?(?:reader )?(?:comments?|comentarios?|commentaires?|responses|respuestas|replies)(?: \(?\d+\)?)?:?$|^\d+ (?:thoughts?|comentarios?|responses?) (?:on|en|to) [“"]/iu
/** Who commented, and when: a number of comments stands in an article's head, too, with its text behind it. */
const commentator =
  /(?:^|\s)(?:says|said|dice|dijo|wrote)(?: on .{1,40})?:$|(?:\d+|an?) (?:hours?|days?|weeks?|months?|years?) ago\b|^hace \d+ \p{L}+|\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?$/iu

/** What readers say below an article, to the end of the page. */
function setCommentsApart(text: string, blocks: ArticleBlock[]): void {
  const contentOf = ({ start, end }: ArticleBlock) => text.slice(start, end).trim()
  const first = blocks.findIndex(
    (block, at) =>
      block.kind !== 'title' &&
      block.end - block.start < 100 &&
      commentsHead.test(contentOf(block)) &&
      blocks.slice(at + 1, at + 4).some((next) => commentator.test(contentOf(next))),
  )
  if (first < 1) return
  for (const block of blocks.slice(first))
    if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'byline') block.kind = 'navigation'
}

/**
 * An appeal is a letter of its own at the end: from its salutation, or its first paragraph that asks, with a heading before it, to the
 * end of the text. A single paragraph that asks within the article is set apart alone.
 */
function setAppealsApart(text: string, blocks: ArticleBlock[]): void {
  const contentOf = ({ start, end }: ArticleBlock) => text.slice(start, end).trim()
  const own = (block: ArticleBlock) => block.kind === 'paragraph' || block.kind === 'heading'
  const asks = (block: ArticleBlock) => own(block) && appealWords.test(contentOf(block)) && !isReport(contentOf(block))
  let first = blocks.findIndex((block) => own(block) && salutation.test(contentOf(block)))
  if (first !== -1 && !blocks.slice(first).some(asks)) first = -1
  if (first === -1) {
    // Two paragraphs that ask within the last few are the end of the article, too.
    const asking = blocks.flatMap((block, index) => (asks(block) ? [index] : []))
    const last = asking.at(-1)
    const start = asking.find((index) => last !== undefined && last - index <= 8 && index >= blocks.length / 2)
    if (start !== undefined && start !== last) first = start
    else for (const index of asking) blocks[index]!.kind = 'appeal'
  }
  if (first === -1) return
  const before = blocks[first - 1]
  // A heading does not end as a sentence does: "Help us stay independent".
  if (before && own(before) && !/[.!?:;”"]$/.test(contentOf(before)) && contentOf(before).length < 160) first--
  for (const block of blocks.slice(first)) if (own(block) || block.kind === 'caption') block.kind = 'appeal'
}

/** Offers of subscriptions stand anywhere, in the head of a page as at its end; each is set apart alone. */
function setOffersApart(text: string, blocks: ArticleBlock[]): void {
  for (const block of blocks) {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.end - block.start > longestOffer) continue
    const content = text.slice(block.start, block.end).trim()
    if (isReport(content)) continue
    if (offer.test(content) || channel.test(content) || (pricedByTime.test(content) && ofReaders.test(content)))
      block.kind = 'appeal'
  }
}

/** "… donated 20 helicopters to the army": an article about donations is none. */
function isReport(content: string): boolean {
  return (
    /\b(?:army|military|forces|police|government|weapons|helicopters?|vehicles|equipment)\b/i.test(content) &&
    !/\b(?:us|our|we)\b/i.test(content)
  )
}

/** Whether claims are read from blocks of this kind. */
export const isProse = (kind: BlockKind): boolean => kind === 'title' || kind === 'heading' || kind === 'paragraph'
