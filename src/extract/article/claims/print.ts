/**
 * Print that rules read otherwise than it stands: sentences in capitals, damaged digits and words. What is read of them is given back as printed,
 * and as long.
 */
import { repairWords } from '../damaged-words.js'
import type { Claim } from './claim.js'
import { repairDigits } from './numbers/damaged-digits.js'

const small =
  /^(?:a|an|the|of|in|on|at|to|from|by|for|with|and|or|but|as|than|that|which|who|were|was|are|is|be|been|being|have|has|had|will|would|it|they|he|she|their|its|more|less|about|some|nearly|over|least|between|since|until|during|near|into|after|before|while|when|not|no|yet|said|says|told|found|reported|denied|killed|arrested|wounded|injured|trained|disappeared|kidnapped|abducted|murdered|million|billion|thousand|hundred|dozen|people|persons|soldiers|troops|officers|police|personnel|members|missions|years?|months?|el|la|los|las|de|del|en|y|que|por|para|con|un|una|fueron|fue|más|dijo|según|personas|soldados|muertos|millones|mil)$/i

/**
 * Sentences in capitals as they would be printed otherwise, letter for letter: the rules tell names from words by their capitals. What is read
 * there is given back in capitals.
 */
export function calmed(text: string): string {
  if (!/\p{Lu}{4,}[^\p{Ll}]{12}/u.test(text)) return text
  return text.replace(/[^\n.!?]*[.!?]?/gu, (stretch) => {
    const letters = stretch.match(/\p{L}/gu) ?? []
    if (letters.length < 20 || /\p{Ll}/u.test(stretch)) return stretch
    const calm = stretch.replace(/\p{L}[\p{L}’'-]*/gu, (word) => {
      const lower = word.toLowerCase()
      return /^(?:U|US|UN|NATO|FBI|DEA|CIA|IMET|JCETS?)$/.test(word)
        ? word
        : small.test(lower)
          ? lower
          : word[0]! + lower.slice(1)
    })
    return calm.length === stretch.length ? calm : stretch
  })
}

/** What was read of a sentence in capitals, in capitals. */
export function asPrinted(claim: Claim): Claim {
  if (/\p{Ll}/u.test(claim.sentence)) return claim
  const upper = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'string' && capitals.has(name) ? value.toUpperCase() : value,
  ])
  return {
    ...Object.fromEntries(upper),
    period: claim.period && { ...claim.period, printed: claim.period.printed.toUpperCase() },
  }
}

/** What was read of a sentence with damaged digits, as they stand there. */
export function asDamaged(claim: Claim): Claim {
  const repaired = repairDigits(repairWords(claim.sentence))
  if (repaired === claim.sentence) return claim
  const print = (words: string): string => {
    const at = claim.sentence.includes(words) ? -1 : repaired.indexOf(words)
    return at === -1 ? words : claim.sentence.slice(at, at + words.length)
  }
  const fields = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'string' && capitals.has(name) ? print(value) : value,
  ])
  return { ...Object.fromEntries(fields), period: claim.period && { ...claim.period, printed: print(claim.period.printed) } }
}
const capitals = new Set(
  'speaker hedge place counted provider recipient programme action perpetrators victims members left joined relation trained_by subject state of'.split(
    ' ',
  ),
)

/** Of "1,200 so1diers" the number is whole, and what it counts was repaired: the claim says so as for a number. */
export function damagedPrint(
  { start, end, hedge }: { start: number; end: number; hedge: string | null },
  text: string,
  calm: string,
): { repaired?: string } {
  if (text === calm || text.slice(start, end) === calm.slice(start, end)) return {}
  return { repaired: calm.slice(start + (hedge?.length ?? 0), end).trim() }
}

/** What was read across the lines of a paragraph, without their ends; the sentence stays as printed. */
export function onOneLine(claim: Claim): Claim {
  if (!claim.sentence.includes('\n')) return claim
  const fields = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'sentence' ? value.replaceAll(/\s*\n\s*/g, ' ') : value,
  ])
  const printed = claim.period?.printed.replaceAll(/\s*\n\s*/g, ' ')
  return { ...Object.fromEntries(fields), period: claim.period && { ...claim.period, printed } }
}
