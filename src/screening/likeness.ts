/**
 * Which likenesses of names are too thin to trouble anybody by themselves: a comparison is made to propose and can afford to be generous, a list of
 * three hundred people cannot. Read from the reasons that src/names gives, so that what is said and what is counted are the same.
 */
import type { EntityKind } from '../ledger/entities.js'
import { searchKey } from '../names/search-key.js'
import type { Hit, SubjectKind } from './model.js'

/**
 * One word of several, with nothing but initials for the others, is a name that a family or a town bears. And of a subject of which the list does
 * not say what it is, the first letters are no acronym of a unit.
 */
export function isThin(
  { given, known, score, reasons }: NonNullable<Hit['name']>,
  entity: EntityKind,
  subject: SubjectKind | null,
): boolean {
  const [mine, theirs] = [searchKey(given), searchKey(known)]
  if (mine === theirs) return false
  if (entity !== 'person') {
    // "RAB", in capitals and alone, is nobody's name.
    if (subject !== null || (/^\p{Lu}{3,8}$/u.test(given) && score >= 0.95)) return false
    const others = new Set(theirs.split(' '))
    return mine.split(' ').filter((word) => word.length > 2 && others.has(word)).length < 2
  }
  if (reasons.includes('same letters, parted differently')) return false
  const single = !mine.includes(' ') && !theirs.includes(' ')
  return !single && agreeing(reasons) < 2
}

/** One of the two has words that the other has not. */
export const isPart = ({ reasons }: Pick<NonNullable<Hit['name']>, 'reasons'>): boolean =>
  reasons.some((reason) => reason.startsWith('only in the '))

/** Words that agree, those of which little but the consonants agrees for half. */
function agreeing(reasons: readonly string[]): number {
  return reasons.reduce((sum, reason) => {
    const same = /^same name: (.*)$/.exec(reason)?.[1]
    if (same !== undefined) return sum + same.split(', ').length
    const pair = /^(?:other spelling|somewhat alike|parted differently): (\S+) and (\S+)$/.exec(reason)
    if (pair) return sum + (sharedLetters(pair[1]!, pair[2]!) >= leastShared ? 1 : 0.5)
    return /^familiar form: /.test(reason) ? sum + 1 : sum
  }, 0)
}

const leastShared = 0.55

/** The share of the longer word's letters that the other has as well. */
function sharedLetters(one: string, other: string): number {
  const rest = [...other]
  let shared = 0
  for (const letter of one) {
    const at = rest.indexOf(letter)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return shared / Math.max(one.length, other.length)
}
