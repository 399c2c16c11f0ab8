/** What of an article the rules for claims cannot read: they know English and Spanish. Who reads nothing there has to be told why. */
import { misreadWords, numbersBesideDamage } from './damaged-words.js'
import { numbersLeft } from './numbers-left.js'
import type { ReadArticle } from './read-article.js'

export type NotRead = 'language' | 'script' | 'damage' | 'rest'

/** Small words that tell languages of the press apart; what two of them share is in neither list. */
const smallWords = {
  en: 'the of and to that with for was by is were said from which',
  es: 'el los las una por con del y como más fue según dijo',
  fr: 'le les des du et est dans pour qui sur au aux ont été selon avec',
  pt: 'o os um uma não com em dos das pelo foi são ao mais',
  it: 'il gli della dei e che di è sono stato nel con per',
  de: 'der die das und den von zu mit ist auf im nicht ein eine',
} as const
const read: ReadonlySet<string> = new Set(['en', 'es'])

/** From this share of letters on a script is told. */
const muchOfIt = 0.1

/** A paragraph in another script, in however long an article; names in it between Latin words are none. */
function isForeign(paragraph: string): boolean {
  if (!/[^\p{Script=Latin}\P{L}]/u.test(paragraph)) return false
  const letters = paragraph.match(/\p{L}/gu)?.length ?? 0
  return letters >= 20 && (paragraph.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters / 2
}

/** What stands where the rest of an article would, for whoever pays; "Scroll to continue reading" stands within it. */
const forSubscribers =
  /(?<!scroll (?:down )?)to (?:continue|keep) reading|subscribe to (?:read|continue|unlock)|(?:rest|remainder) of this (?:article|story|post) is|para (?:seguir|continuar) leyendo|(?:contenido|nota) (?:exclusiv[oa] )?para suscriptores|la suite (?:de cet article )?est réservée/iu

/** Empty where all can be read, or too little is there to tell. */
export function notRead(text: string): NotRead[] {
  const sample = text.slice(0, 40_000).toLowerCase()
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return []
  const others = letters - (sample.match(/\p{Script=Latin}/gu)?.length ?? 0)
  const found: NotRead[] = others / letters > muchOfIt || sample.split('\n').some(isForeign) ? ['script'] : []
  if (forSubscribers.test(text)) found.push('rest')
  if (numbersBesideDamage(text, 1).length > 0 || misreadWords(text, 1).length > 0) found.push('damage')
  const words = sample.match(/(?<!\p{L})\p{Script=Latin}+(?!\p{L})/gu) ?? []
  if (words.length < 12) return found
  const counts = Object.entries(smallWords).map(([language, list]) => {
    const small = new Set(list.split(' '))
    return { language, count: words.filter((word) => small.has(word)).length }
  })
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best))
  if (most.count > 0 && !read.has(most.language)) found.unshift('language')
  return found
}

/** For the command line; the pages say it in their language. */
export const notReadInWords: Record<NotRead, string> = {
  language: 'it is in neither English nor Spanish; claims are read from no other language',
  script: 'a part of it is in a script that is not Latin; claims are not read from that part',
  rest: 'it says that its rest is for subscribers: what is claimed there is not in the file',
  damage: 'numbers or words in it are damaged; what is claimed there may not be read',
}

/** Pages of a PDF that hold no text, for the command line. */
export const pagesInWords = (pages: readonly number[]): string =>
  `no text on ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')} (images of text are not read)`

const mostNumbers = 8
const leftInWords = (numbers: readonly string[]): string =>
  `${numbers.length === 1 ? 'a number is' : `${numbers.length} numbers are`} told by no claim: ${numbers
    .slice(0, mostNumbers)
    .map((printed) => `“${printed.replaceAll(/\s+/g, ' ')}”`)
    .join(', ')}${numbers.length > mostNumbers ? ', …' : ''}`

export const hiddenInWords = (words: number): string =>
  `${words} ${words === 1 ? 'word' : 'words'} that the page or document holds but does not show, or shows as deleted, ${words === 1 ? 'was' : 'were'} not read`

/** What is not read of an article, a line each, with the print of the first damaged numbers. */
export function describeNotRead({
  pagesWithoutText,
  hiddenWords,
  ...read
}: Pick<ReadArticle, 'text'> &
  Partial<Pick<ReadArticle, 'blocks' | 'claims'>> & {
    pagesWithoutText?: number[]
    hiddenWords?: number
  }): string[] {
  const { text, blocks, claims } = read
  const lines = notRead(text).map((what) =>
    what === 'damage' ? `${notReadInWords.damage}: ${quotedDamage(text).join(', ')}` : notReadInWords[what],
  )
  const numbers = blocks && claims ? numbersLeft({ text, blocks, claims }) : []
  if (numbers.length > 0) lines.push(leftInWords(numbers))
  if (pagesWithoutText) lines.push(pagesInWords(pagesWithoutText))
  if (hiddenWords) lines.push(hiddenInWords(hiddenWords))
  return lines
}

/** In quotation marks, a line end as a space. */
export const quotedDamage = (text: string): string[] =>
  [...numbersBesideDamage(text), ...misreadWords(text)].map((printed) => `“${printed.replaceAll(/\s+/g, ' ')}”`)
