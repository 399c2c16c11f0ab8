/** Who speaks for a whole text: the issuer of a communiqué, who signs a letter, whose numbered paragraphs follow "the ministry states:". */

import { withoutArticle } from './speaker-phrases.js'
import { words } from './speaker-words.js'
import { findAttributions } from './speakers.js'

const body = new RegExp(
  String.raw`(?<!\p{L})(?:${words.speaker.replaceAll('*', String.raw`\p{L}*`).split(' ').join('|')}|council|institute|observatory|association|command|consejo|instituto|asociacion|red|colectivo|comite)(?!\p{L})`,
  'iu',
)
const lettered =
  /^(?:to the editor|letters? to the editor|dear (?:sir|editor|madam|mr|ms)|sir[,:]|(?:sr|sra)\. director|se[ñn]or(?:a)? director|estimad[oa]s? (?:sr|director|editor|se[ñn]or)|carta al? |right of reply|(?:derecho de )?r[eé]plica)/iu
const released =
  /^(?:comunicado|bolet[ií]n|nota informativa|tarjeta informativa|aclaraci[oó]n|pronunciamiento|press (?:release|statement)|news release|statement|communiqu[eé]|for immediate release|media release)(?!\p{L})/iu
/** "Col. (ret.) Isaac Mbeki", "Ann Example, Accra": who signs. */
const signature =
  /^(?<who>(?:\p{Lu}\p{Ll}{0,6}\.\s(?:\([^()]{2,10}\)\s)?){0,3}(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)(?:\s(?:(?:de|del|la|los|van|von|bin|al)\s){0,2}(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)){1,5})(?:\s\([^()]{2,10}\))?(?:,\s[^.:]{2,70})?$/u
const closing =
  /^(?:atentamente|respetuosamente|cordialmente|saludos|yours|sincerely|respectfully|regards|kind regards|faithfully|signed|firmad?o)(?!\p{L})/iu
const longestLine = 90

/** Who signs a letter, or issues a release: told by the lines at its head and at its end. */
export function issuer(text: string): string | null {
  const head = text
    .slice(0, 2000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 7)
  const isLetter = head.some((line) => lettered.test(line))
  if (!isLetter && !head.some((line) => released.test(line))) return null
  const lines = text
    .slice(-500)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const last = lines.findLastIndex((line) => line.length > longestLine || /[.:;”"]$/.test(line))
  const signed = lines.slice(last + 1).filter((line) => !closing.test(line))
  if (isLetter) return signed.map((line) => signature.exec(line)?.groups?.who).find((who) => who !== undefined) ?? null
  const named = head.find((line) => line.length < longestLine && !released.test(line) && isBody(line)) ?? signed.find(isBody)
  const told = head.flatMap(
    (line) =>
      /^[\p{L}\s]{5,30}(?:\sdel?|\sof|\sby|\sfrom)\s(?<who>(?:la\s|el\s|the\s)?\p{Lu}[^.:\d]{3,70})$/u.exec(line)?.groups?.who ??
      [],
  )
  const who = named ?? told.find(isBody)
  return who === undefined ? null : withoutArticle(who)
}
const isBody = (line: string): boolean =>
  /^\p{Lu}/u.test(line) &&
  !/[.:;!?]/.test(line) &&
  body.test(line.normalize('NFD').replace(/\p{M}/gu, '')) &&
  !/(?<!\p{L})\p{Ll}+(?:ed|aron|ieron|ó)(?!\p{L})/u.test(line)

/** "La Secretaría de Marina informa:", "The ministry states the following:": who issues the paragraphs behind it. */
export function announced(text: string, start: number, end: number): string | null {
  const paragraph = text.slice(start, end).trimEnd()
  if (!paragraph.endsWith(':') || paragraph.length > 500) return null
  const from = start + Math.max(0, paragraph.search(/[^.!?]*:$/))
  return findAttributions(text, from, start + paragraph.length).at(-1)?.speaker ?? null
}

/** A paragraph that is one of a list: "1. …", "Segundo. …", "- …". */
export const isItem = (text: string, start: number): boolean =>
  /^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)°ºª]|[-–—•*·]\s|(?:Primer[oa]?|Segund[oa]|Tercer[oa]?|Cuart[oa]|Quint[oa]|Sext[oa]|S[eé]ptim[oa]|Octav[oa]|First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?[.,:])/iu.test(
    text.slice(start, start + 16),
  )
