/**
 * What somebody says not to be so he does not say, and nor does the article: numbers and events within a denial are nobody's, and carry the word
 * that denies them, so that no page shows "15 deaths, said by the army" of an army that said that it killed nobody.
 */
import type { Claim, DenialClaim } from '../claim.js'
import type { Signs } from '../grammar/signs.js'
import type { Reach } from '../phrases.js'
import { withheldIn } from './denials.js'

/** Takes the numbers and events of a sentence that a denial denies from whom they seemed to be said by. */
export function disown(claim: DenialClaim, denied: Reach | null, others: readonly Claim[], sentence: string): void {
  for (const other of others) {
    if (denied && other.type === 'quantity' && other.start >= denied.from && other.end <= denied.to) {
      other.speaker = null
      other.hedge = [denied.word, other.hedge].filter(Boolean).join(', ')
    }
    if ((other.type === 'event' || other.type === 'lineage') && claim.concerns.includes(other.id) && other.start > claim.start) {
      other.speaker = publishedBy(claim.of)
      other.hedge ??=
        /\p{L}*(?:allegation|report|accusation|claim|versi|acusaci|denuncia|señalamiento)\p{L}*/iu.exec(sentence)?.[0] ??
        denied?.word ??
        null
    }
  }
}

/** "did not deny that 14 cadets took part": nobody says that they did. */
export function leaveOpen(claims: readonly Claim[], sentence: string, start: number, signs: Signs): void {
  if (claims.length === 0) return
  const withheld = withheldIn(sentence, signs)
  if (!withheld) return
  const ends = sentence.indexOf(';', withheld.end)
  const upTo = ends === -1 ? Number.POSITIVE_INFINITY : start + ends
  for (const claim of claims) {
    if (claim.start > upTo) continue
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
  /(?<!\p{L})(?:by|made by|of|from|por|de)\s(?:(?:the|el|la|los|las)\s)?(?<who>(?:certain\s|some\s|foreign\s|local\s)*(?:\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,4}|\p{Ll}+\s?\p{Ll}*))(?=\s(?:that|which|que))/u.exec(
    of ?? '',
  )?.groups?.who ??
  null
