/** Whose turn it is in interviews, transcripts and hearings: whom a paragraph names at its head, and who answers. */
import type { ArticleBlock } from '../../../../documents/article/article-text.js'
import { isProse } from '../../../../documents/article/set-apart.js'
import { withoutArticle } from './speaker-phrases.js'

const title = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Maj|Col|Capt|Sgt|Brig|Adm|Cmdr|Sen|Rep|Amb|Gral|Cnel|Tte|Sr|Sra)\.|General|Lieutenant|Major|Colonel|Captain|Sergeant|Brigadier|Admiral|Commander|Commodore|Senator|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Ambassador|Secretary|Minister|Judge|Professor|Coronel|Teniente|Capitán|Mayor|Comandante|Almirante|Senador|Senadora|Diputado|Diputada|Embajador|Embajadora|Ministro|Ministra)`
const name = String.raw`\p{Lu}[\p{L}’'-]+`

/** "DOZIER: …" */
const inCapitals = /^\s*(?<who>\p{Lu}[\p{Lu} .’'-]{2,40}):\s/u
/** "The Minister for Defence (Mr. Kofi Example): Madam Speaker, …" */
const holder =
  /^\s*(?<who>(?:(?:The|El|La)\s)?(?:Deputy\s)?(?:Minister|Secretary|Attorney|Under-?[Ss]ecretary|Ministr[oa]|Secretari[oa])(?:\s(?:of|for|to|de|del|la|the|General|\p{Lu}\p{L}+)){0,6})(?:\s\([^()]{3,50}\))?:\s/u
/** "Col. Ann Example: …" */
const titled = new RegExp(String.raw`^\s*(?<who>(?:${title}\s){1,3}${name}(?:\s${name}){0,2}(?:\s\([^()]{2,20}\))?):\s`, 'u')
/** "General EXAMPLE. We did." */
const heard = new RegExp(
  String.raw`^\s*(?<who>(?:${title}\s){1,2}${name}(?:\s${name}){0,2}|The\s(?:Chair(?:man|woman)?|CHAIR(?:MAN|WOMAN)?|Witness|WITNESS))\.\s(?=\p{Lu})`,
  'u',
)
/** "Ann Example: …": whoever is named so again and again. */
const anybody = new RegExp(String.raw`^\s*(?<who>${name}(?:\s${name}){0,3}):\s`, 'u')

const longestHead = 120
function headOf(text: string, { start, end }: ArticleBlock, heads: readonly RegExp[]): string | null {
  const beginning = text.slice(start, Math.min(end, start + longestHead))
  for (const head of heads) {
    const who = head.exec(beginning)?.groups?.who
    if (who) return withoutArticle(who.trim())
  }
  return null
}

/** "Q: …" and "A: …", "P." and "R.", “—¿Cuántos?” and “—Doce.”: whether a paragraph asks or answers; null where it does neither. */
function partOf(text: string, { start, end }: ArticleBlock): 'asks' | 'answers' | null {
  const mark =
    /^\s*(?:(?<asks>Q|P|Pregunta|Question)|(?<answers>A|R|Respuesta|Answer)|(?<spoken>[—–]))(?:(?<=[—–])\s?|\s?[:.][-–—]?\s)/u.exec(
      text.slice(start, start + 16),
    )?.groups
  if (!mark) return null
  if (mark.spoken) return /\?\s*$/.test(text.slice(start, end)) ? 'asks' : 'answers'
  return mark.asks ? 'asks' : 'answers'
}

/** Who answers in an interview that is printed as questions and answers, by what stands before them: "an interview with Ann Example". */
const interviewed = (text: string): string | null =>
  /(?:[Ii]nterview with|[Cc]onversation with|[Ee]ntrevista (?:con|a)|[Cc]onversaci[oó]n con|[Qq]uestions (?:for|to)|spoke (?:with|to)|habló con|conversó con)\s(?:(?:el|la|the)\s)?(?<who>(?:\p{Ll}{4,}\s)?(?:\p{Lu}[\p{L}.’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+)/u.exec(
    text.slice(0, 2000),
  )?.groups?.who ?? null

const inFirstPerson = /(?<!\p{L})(?:I|we|our|my|nosotros|nuestr[oa]s?|mis?|\p{L}+[aei]mos)(?!\p{L})/iu

/** Whose turn each block is: null where it is nobody's. */
export function turnsOf(text: string, blocks: readonly ArticleBlock[]): readonly (string | null)[] {
  const sure = [inCapitals, holder, titled]
  // One "JTF: We did not" is a headline; a transcript names its speakers again and again.
  const marked = blocks.map((block) => headOf(text, block, sure))
  const spoken = blocks.map((block) => headOf(text, block, [heard]))
  const named = blocks.map((block) => headOf(text, block, [anybody]))
  const isHearing = spoken.filter(Boolean).length > 2
  const isTranscript = marked.filter(Boolean).length > 2
  const recurring = new Set(named.filter((one, at) => one !== null && /\s/.test(one) && named.indexOf(one) !== at))
  const parts = blocks.map((block) => partOf(text, block))
  const isInterview = parts.filter((part) => part === 'answers').length > 1 && parts.includes('asks')
  const answering = isInterview ? interviewed(text) : null

  let turn: string | null = null
  return blocks.map((block, at) => {
    if (!isProse(block.kind)) return null
    if (answering !== null && parts[at]) turn = parts[at] === 'answers' ? answering : null
    else if (block.kind !== 'paragraph') turn = null
    else if (isTranscript) turn = marked[at] ?? turn
    else if (isHearing) turn = spoken[at] ?? turn
    else if (recurring.size > 1) turn = named[at] ?? turn
    // "Col. Ann Example: We trained them.", once.
    else if (
      marked[at] &&
      titled.test(text.slice(block.start, block.end)) &&
      inFirstPerson.test(text.slice(block.start, block.end))
    )
      return marked[at]!
    return turn
  })
}
