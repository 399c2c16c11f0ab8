/**
 * What somebody says not to be so he does not say, and nor does the article: numbers and events within a denial are nobody's, and carry the word
 * that denies them, so that no page shows "15 deaths, said by the army" of an army that said that it killed nobody.
 */
import type { Claim, DenialClaim } from './claim.js'
import { withheldIn } from './undenied.js'

const verb =
  /^\P{L}*(?:\p{L}+(?:ly|mente)\s|(?:has|have|had|ha|han)\s)*(?<word>(?:den[iy]|refut|disput|reject|dismiss|neg|nieg|desm|rechaz)\p{L}*)/iu
const untrue =
  /(?<!\p{L})(?:(?:is|are|was|were)\s(?:\p{L}+\s){0,2}?)?(?<word>not\s(?:true|so|the\scase)|no\s(?:es|son|era|eran)\s(?:ciert[oa]s?|verdad)|untrue|false|baseless|fabricated|a\slie|fals[oa]s?|mentiras?|infundad[oa]s?)(?!\p{L})/iu
const negation =
  /(?<!\p{L})(?:(?<word>(?:did|do|does|had|has|have|was|were|is|are)(?:\snot|n['’]t|\snever)|never|none|nobody|no\sone|not\sone|nunca|jam[aá]s|nadie|(?:ning[uú]n\p{L}*|no)(?:\s\p{L}+)?)|(?:received|gave|killed|trained|fired|harmed)\s(?<none>no))(?!\p{L})/iu
/** Where what is denied ends and something is said again: "did not shoot but killed". */
const turn =
  /;|,?\s(?:but|while|although|though|whereas|pero|sino|mientras|aunque)\s|,?\s(?:and|y)\s(?:\p{L}+\s)?(?:said|says|added|claimed|insisted|dijo|agreg[oó]|asegur[oó]|afirm[oó]|sostuvo)\s|,\s(?:saying|adding|insisting|diciendo)\s/iu

/** What is denied, up to where something is said again. */
export const untilTurn = (words: string): string => words.slice(0, turn.exec(words)?.index ?? words.length)

/** Where in the text a denial denies, and by which word. */
function deniedBy(claim: DenialClaim, text: string): { from: number; to: number; word: string } | null {
  if (claim.of === null) return null
  const words = text.slice(claim.start, claim.end)
  const at = Math.max(0, words.indexOf(claim.of))
  // "no evidence that marines killed 14".
  if (claim.type === 'doubt') {
    const word = words
      .slice(0, at)
      .trim()
      .replace(/\s(?:(?:that|of|if|whether|que|de que|si)(?:\sthe)?|the|la|el|los|las)$/u, '')
    return word === '' ? null : { from: claim.start + at, to: claim.end, word }
  }
  const first = verb.exec(words)?.groups?.word ?? untrue.exec(words)?.groups?.word
  const found = first === undefined ? negation.exec(words.slice(at)) : null
  const word = first ?? found?.groups?.word ?? found?.groups?.none
  if (word === undefined) return null
  const from = claim.start + at + (found?.index ?? 0)
  const rest = text.slice(from, claim.end)
  return { from, to: from + (turn.exec(rest)?.index ?? rest.length), word }
}

/** Takes the numbers and events of a sentence that a denial denies from whom they seemed to be said by. */
export function disown(claim: DenialClaim, others: readonly Claim[], text: string, sentence: string): void {
  const denied = deniedBy(claim, text)
  for (const other of others) {
    if (denied && other.type === 'quantity' && other.start >= denied.from && other.end <= denied.to) {
      other.speaker = null
      other.hedge = [denied.word, other.hedge].filter(Boolean).join(', ')
    }
    if (other.type === 'event' && claim.concerns.includes(other.id) && other.start > claim.start) {
      other.speaker = publishedBy(claim.of)
      other.hedge ??=
        /\p{L}*(?:allegation|report|accusation|claim|versi|acusaci|denuncia|señalamiento)\p{L}*/iu.exec(sentence)?.[0] ??
        denied?.word ??
        null
    }
  }
}

/** "did not deny that 14 cadets took part": nobody says that they did. */
export function leaveOpen(claims: readonly Claim[], sentence: string, start: number): void {
  const withheld = withheldIn(sentence)
  if (!withheld) return
  for (const claim of claims) {
    if (claim.end <= start + withheld.end || claim.type === 'status' || claim.type === 'denial' || claim.type === 'doubt')
      continue
    // "could not confirm a press report that": the report says so.
    if (claim.speaker !== null && sentence.indexOf(claim.speaker) < withheld.end) claim.speaker = null
    // "Neither confirm nor deny" is a doubt, and has said so.
    if (claim.hedge?.includes(withheld.verb)) continue
    claim.hedge = [withheld.printed, claim.hedge].filter(Boolean).join(', ')
  }
}

/** "allegations published by certain foreign media that …" */
const publishedBy = (of: string | null): string | null =>
  /(?<!\p{L})(?:an?|the|un|una|el|la)\s(?<who>(?:(?:press|news|newspaper|media|television|radio|local|foreign)\s){1,2}(?:reports?|articles?|accounts?|stor(?:y|ies)))(?=\s(?:that|which|que))/u.exec(
    of ?? '',
  )?.groups?.who ??
  /(?<!\p{L})(?:by|made by|of|from|por|de)\s(?<who>(?:certain\s|some\s|foreign\s|local\s)*(?:\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,4}|\p{Ll}+\s?\p{Ll}*))(?=\s(?:that|which|que))/u.exec(
    of ?? '',
  )?.groups?.who ??
  null
