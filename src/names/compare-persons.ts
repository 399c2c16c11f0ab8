/**
 * Compares two persons' names, in any order of words. A word without counterpart on one side may have been left out; words without
 * counterpart on both sides are two people, unless much else agrees.
 */
import { type Comparison, rounded, type Verdict } from './comparison.js'
import { losesVowels } from './latin.js'
import { isCommon, type PersonName } from './person-name.js'
import { koreanReading, nicknames, slavicReading, slips, type Vowels, type Word, wordOf, wordSimilarity } from './spelling.js'

/** A pair of words that stand for each other. */
interface Pair {
  i: number
  j: number
  similarity: number
  way: 'same' | 'spelling' | 'nickname' | 'joined'
}

const least = 0.74
/**
 * Set on the tuned part of the listed pairs (bench/list-names.ts) under the bars of the given material: no stranger matches. `slope`: how
 * fast a pair of words that is not sure loses; `conflict`, `left`: words without counterpart on both sides, on one; `single`: only one word
 * agrees; `few`: names that many bear; `common`, `side`: a common word, a by-name without counterpart; `surname`: other surnames; `generation`: "Jr." and "Sr."; `turned`: the father of one is the son of the other;
 * `same`: the verdict; `framed`: words of the same consonants.
 */
const weights = {
  slope: 7,
  conflict: 1.5,
  left: 0.07,
  single: 0.86,
  few: 0.88,
  common: 0.75,
  side: 0.3,
  surname: 0.92,
  generation: 0.65,
  turned: 0.75,
  same: 0.84,
  framed: 0.88,
}
/** From here on a pair of words counts whole; below, less and less. */
const sure = 0.86

export function comparePersons(a: PersonName, b: PersonName, explain = true): Comparison {
  const none = (reason: string): Comparison => ({ score: 0, verdict: 'different', reasons: [reason] })
  if (a.words.length + a.initials.length === 0 || b.words.length + b.initials.length === 0)
    return none('one of the names holds no name')
  const vowels: Vowels = a.vowels === 'at will' || b.vowels === 'at will' ? 'at will' : 'written'
  const unvoweled = losesVowels(a.loss) || losesVowels(b.loss)
  const all = alikeWords(a, b, vowels, unvoweled)
  // Most pairs of names have nothing in common: what follows would give 0 as well.
  if (!explain && all.length === 0 && a.words.length > 1 && b.words.length > 1 && a.initials.length + b.initials.length === 0) {
    if (Math.abs(a.letters.length - b.letters.length) > 2) return none('')
  }
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  const pairs: Pair[] = []
  const take = (from: number) => {
    for (const pair of all) {
      if (pair.similarity < from || usedA.has(pair.i) || usedB.has(pair.j)) continue
      usedA.add(pair.i)
      usedB.add(pair.j)
      pairs.push(pair)
    }
  }
  take(sure)
  if (pairs.length > 0 && usedA.size < a.words.length && usedB.size < b.words.length)
    frameWords(a, b, usedA, usedB, vowels, pairs)
  if (usedA.size < a.words.length && usedB.size < b.words.length) {
    // Where no word at all agrees, none was parted either, but for names of one word.
    if (pairs.length > 0 || a.words.length === 1 || b.words.length === 1) {
      joinWords(a.words, b.words, usedA, usedB, vowels, pairs, false)
      joinWords(b.words, a.words, usedB, usedA, vowels, pairs, true)
    }
    take(least)
  }

  // Initials stand for words that have no counterpart yet.
  const freeA = a.words.filter((_, at) => !usedA.has(at))
  const freeB = b.words.filter((_, at) => !usedB.has(at))
  const [initialsA, initialsB] = [[...a.initials], [...b.initials]]
  cancel(initialsA, initialsB)
  const abbreviatedB = matchInitials(initialsA, freeB)
  const abbreviatedA = matchInitials(initialsB, freeA)

  let sum = 0
  let weight = 0
  let full = 0
  let rare = 0
  let letters = 0
  for (const { i, j, similarity } of pairs) {
    const [mine, other] = [a.words[i]!, b.words[j]!]
    const size = Math.min(sizeOf(mine), sizeOf(other))
    sum += size * (similarity >= sure ? similarity : Math.max(0, similarity - (sure - similarity) * weights.slope))
    weight += size
    if (similarity < 0.8) continue
    full += mine.text === 'abdul' || other.text === 'abdul' ? 0 : 1
    letters += Math.min(mine.text.length, other.text.length)
    if (!isCommon(mine) || !isCommon(other)) rare++
  }
  sum += 0.4 * 0.9 * (abbreviatedA + abbreviatedB)
  weight += 0.4 * (abbreviatedA + abbreviatedB)
  const missingA =
    absence(a, freeA) + (initialsA.length > 0 && initialsB.length > 0 ? 0.7 * initialsA.length : 0.1 * initialsA.length)
  const missingB =
    absence(b, freeB) + (initialsA.length > 0 && initialsB.length > 0 ? 0.7 * initialsB.length : 0.1 * initialsB.length)
  // "Hasan Ali Hasan" and "Husayn Ali Hasan": the second Hasan has no counterpart.
  const repeatedA = Math.min(Math.max(0, a.repeated - b.repeated), freeB.length)
  const repeatedB = Math.min(Math.max(0, b.repeated - a.repeated), freeA.length)
  const initialsDiffer = (initialsA.length > 0 && freeB.length > 0) || (initialsB.length > 0 && freeA.length > 0)
  const conflict =
    Math.min(missingA + weights.common * repeatedA, missingB + weights.common * repeatedB) + (initialsDiffer ? 0.5 : 0)
  const left = Math.abs(missingA - missingB)
  let score = weight === 0 ? 0 : sum / (weight + weights.conflict * conflict + weights.left * left)
  // One word of several is a surname or a given name that many share.
  if (full <= 1 && left > 0 && abbreviatedA + abbreviatedB === 0) score *= weights.single
  if (full === 0) score *= 0.5
  // Names that many bear, and names of few letters, are not enough where something is left over.
  if (left > 0.5 && full > 1 && (rare === 0 || letters < 8)) score *= weights.few
  if (
    a.surnames.size > 0 &&
    b.surnames.size > 0 &&
    !pairs.some(({ i, j }) => a.surnames.has(a.words[i]!) && b.surnames.has(b.words[j]!))
  )
    score *= weights.surname
  const turnedAbout = a.sonOf !== null && b.sonOf !== null && sonsOfEachOther(a.sonOf, b.sonOf)
  if (turnedAbout) score *= weights.turned
  const generationsDiffer = a.generation !== null && b.generation !== null && a.generation !== b.generation
  if (generationsDiffer) score *= weights.generation
  const whole = usedA.size === a.words.length && usedB.size === b.words.length
  const joined = whole ? 0 : lettersAlike(a, b, vowels)
  const byLetters = joined > score && joined >= 0.9
  if (byLetters) score = joined
  let verdict: Verdict
  if (score >= weights.same) verdict = 'same'
  else if (score < 0.6 || (conflict >= 1 && score < 0.72)) verdict = 'different'
  else verdict = 'unsure'
  if (!explain) return { score: rounded(score), verdict, reasons: [] }
  return {
    score: rounded(score),
    verdict,
    reasons: explainPairs(a, b, pairs, {
      freeA,
      freeB,
      initialsDiffer,
      byLetters,
      abbreviated: abbreviatedA + abbreviatedB,
      generationsDiffer,
      turnedAbout,
    }),
  }
}

/** "Ahmad bin Salim" and "Salim bin Ahmad": the father is the other's son. */
const sonsOfEachOther = ([sonA, fatherA]: readonly [Word, Word], [sonB, fatherB]: readonly [Word, Word]): boolean =>
  wordSimilarity(sonA, fatherB, 'at will') >= sure &&
  wordSimilarity(fatherA, sonB, 'at will') >= sure &&
  wordSimilarity(sonA, sonB, 'at will') < sure

/** How much of a name a word is: short ones and half names less. */
const sizeOf = (word: Word): number => (word.text === 'abdul' ? 0.3 : Math.min(1, 0.4 + 0.15 * word.text.length))

/** How much words without counterpart are missed: a father's name ("bin Muhammad", "Viktorovich") is often left out. */
function absence(name: PersonName, free: readonly Word[]): number {
  return free.reduce(
    (sum, word) =>
      sum +
      sizeOf(word) *
        (name.fathers.has(word) || isCommon(word) ? weights.common : 1) *
        (name.byNames.has(word) ? weights.side : 1),
    0,
  )
}

/** All pairs of words that may stand for each other, the most alike first, of equal ones those in like places. */
function alikeWords(a: PersonName, b: PersonName, vowels: Vowels, unvoweled: boolean): Pair[] {
  const all: Pair[] = []
  const slavic = a.slavic || b.slavic
  const korean = a.korean && b.korean
  for (let i = 0; i < a.words.length; i++) {
    for (let j = 0; j < b.words.length; j++) {
      const [mine, other] = [a.words[i]!, b.words[j]!]
      let similarity = wordSimilarity(mine, other, vowels)
      let way: Pair['way'] = similarity === 1 ? 'same' : 'spelling'
      if (similarity < 0.96 && similarity > 0 && knownApart(mine, other)) similarity = 0
      if (similarity > 0.8 && similarity < 1 && isFeminineOf(mine.text, other.text)) similarity = 0.8
      if (similarity < 0.86 && vowels === 'at will') similarity = Math.max(similarity, withoutArticle(mine, other))
      if (unvoweled && similarity < 0.9) similarity = Math.max(similarity, byBones(mine, other))
      if (slavic && similarity < 0.93 && sameSlavic(mine, other) && !feminine(mine, other)) similarity = 0.93
      if (korean && similarity < 0.95 && koreanReading(mine) === koreanReading(other)) similarity = 0.95
      if (similarity < 0.9 && nicknames(mine, other)) {
        similarity = 0.9
        way = 'nickname'
      }
      if (similarity >= least) all.push({ i, j, similarity, way })
    }
  }
  return all.length < 2 ? all : all.sort((x, y) => y.similarity - x.similarity || Math.abs(x.i - x.j) - Math.abs(y.i - y.j))
}

const sameSlavic = (a: Word, b: Word): boolean => slavicReading(a) === slavicReading(b) && slavicReading(a).length >= 4

/** "Ivan" and "Ivana", "Petrov" and "Petrova" are two people, however letters were changed. */
const feminine = (a: Word, b: Word): boolean => a.text.endsWith('a') !== b.text.endsWith('a')

/** "Ramon" and "Ramona", "Oleksandr" and "Oleksandra" are two people, too. */
function isFeminineOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length === short.length + 1 && long.endsWith('a') && long.startsWith(short) && /[^aeiouyh]$/.test(short)
}

/** Two names that are both known and are not one: "Hasan" and "Husayn", "Hamad" and "Ahmad". */
const knownApart = (a: Word, b: Word): boolean => a.variant !== null && b.variant !== null && a.variant !== b.variant

/** "Alshaer" and "Shaer": an article that was written to its name. */
function withoutArticle(a: Word, b: Word): number {
  const [long, short] = a.text.length > b.text.length ? [a, b] : [b, a]
  // Cheap refusals first: this is asked of nearly every pair of words.
  if (long.text.charCodeAt(1) !== 108 || long.text.charCodeAt(2) !== short.text.charCodeAt(0)) return 0
  if (long.text.length < 6 || long.text.length - short.text.length > 3 || !/^[aeu]l/.test(long.text)) return 0
  return wordSimilarity(wordOf(long.text.slice(2)), short, 'at will') - 0.02
}

/**
 * Words whose consonants agree, beside a word that is sure: "Dughmush, Mumtaz" and "Daghmash, Mumtaz". Three consonants where vowels are
 * written, and no other ending, since "Angelo" and "Angela" are two people.
 */
function frameWords(a: PersonName, b: PersonName, usedA: Set<number>, usedB: Set<number>, vowels: Vowels, pairs: Pair[]): void {
  const enough = vowels === 'at will' && a.loss === 'none' && b.loss === 'none' ? 2 : 3
  for (let i = 0; i < a.words.length; i++) {
    if (usedA.has(i)) continue
    const mine = a.words[i]!
    for (let j = 0; j < b.words.length; j++) {
      if (usedB.has(j)) continue
      const other = b.words[j]!
      if (mine.frame !== other.frame || mine.frame.length < enough) continue
      // "Pong" and "Pyong" are two names where vowels are written.
      const shortest = vowels === 'written' ? 5 : 3
      if (
        mine.text.length < shortest ||
        other.text.length < shortest ||
        knownApart(mine, other) ||
        isFeminineOf(mine.text, other.text)
      )
        continue
      if (vowels === 'written' && /[aeo]$/.test(mine.text) !== /[aeo]$/.test(other.text)) continue
      if (vowels === 'written' && /a$/.test(mine.text) !== /a$/.test(other.text)) continue
      usedA.add(i)
      usedB.add(j)
      pairs.push({ i, j, similarity: weights.framed, way: 'spelling' })
      break
    }
  }
}

/** Words without their vowels, where a script did not write them: sure only with three consonants. */
function byBones(a: Word, b: Word): number {
  if (a.skeleton.length < 2 || a.skeleton !== b.skeleton) return 0
  return a.skeleton.length >= 3 ? 0.93 : 0.82
}

/** "Patr ushev" for "Patrushev": neighbours that are one word of the other name. */
function joinWords(
  one: readonly Word[],
  two: readonly Word[],
  usedOne: Set<number>,
  usedTwo: Set<number>,
  vowels: Vowels,
  pairs: Pair[],
  turned: boolean,
): void {
  for (let i = 0; i + 1 < one.length; i++) {
    for (let count = 3; count >= 2; count--) {
      let length = 0
      for (let at = i; at < i + count; at++) length += at < one.length && !usedOne.has(at) ? one[at]!.text.length : 99
      for (let j = 0; j < two.length && length < 99; j++) {
        const text = two[j]!.text
        if (usedTwo.has(j) || Math.abs(text.length - length) > 1 || text.length < 5) continue
        const joined = one
          .slice(i, i + count)
          .map((word) => word.text)
          .join('')
        const similarity = 1 - slips(joined, text, vowels, 2) / text.length
        if (similarity < 0.88) continue
        for (let at = i; at < i + count; at++) usedOne.add(at)
        usedTwo.add(j)
        pairs.push(turned ? { i: j, j: i, similarity, way: 'joined' } : { i, j, similarity, way: 'joined' })
        break
      }
    }
  }
}

/** Takes the letters away that both have. */
function cancel(one: string[], two: string[]): void {
  for (let i = one.length - 1; i >= 0; i--) {
    const j = two.indexOf(one[i]!)
    if (j < 0) continue
    one.splice(i, 1)
    two.splice(j, 1)
  }
}

function matchInitials(initials: string[], words: Word[]): number {
  let count = 0
  for (let i = initials.length - 1; i >= 0; i--) {
    const at = words.findIndex((word) => word.text[0] === initials[i])
    if (at < 0) continue
    initials.splice(i, 1)
    words.splice(at, 1)
    count++
  }
  return count
}

/** All letters as one word, for spaces that slipped ("LAUREN TNKUNDA"); 0 where the names are too short or too different in length. */
function lettersAlike(a: PersonName, b: PersonName, vowels: Vowels): number {
  const [x, y] = [a.letters, b.letters]
  const longest = Math.max(x.length, y.length)
  if (
    a.words.length > 1 &&
    b.words.length > 1 &&
    a.words.length === b.words.length &&
    a.words.every((word) => b.words.includes(word))
  )
    return 0
  if (longest < 7 || Math.abs(x.length - y.length) > 2 || a.initials.length + b.initials.length > 0) return 0
  if (x === y) return 0.97
  if (a.words.length === b.words.length && !slippedSpace(a, b)) return 0
  const cost = slips(x.slice(0, 40), y.slice(0, 40), vowels, 1)
  return cost <= 0.6 ? 0.97 - cost / longest : 0
}

/** Whether words of both begin at other places of the letters than a letter more or less explains: only then a space may have slipped. */
function slippedSpace(a: PersonName, b: PersonName): boolean {
  const drift = Math.abs(a.letters.length - b.letters.length)
  let [x, y] = [0, 0]
  return a.words.slice(0, -1).some((word, at) => {
    x += word.text.length
    y += b.words[at]?.text.length ?? 0
    return Math.abs(x - y) > drift
  })
}

function explainPairs(
  a: PersonName,
  b: PersonName,
  pairs: readonly Pair[],
  rest: {
    freeA: Word[]
    freeB: Word[]
    initialsDiffer: boolean
    byLetters: boolean
    abbreviated: number
    generationsDiffer: boolean
    turnedAbout: boolean
  },
): string[] {
  const reasons: string[] = []
  const words = (list: readonly Word[]) => list.map((word) => word.text).join(', ')
  if (rest.byLetters) reasons.push('same letters, parted differently')
  if (rest.freeA.length > 0 && rest.freeB.length > 0) reasons.push(`names differ: ${words(rest.freeA)} and ${words(rest.freeB)}`)
  if (rest.generationsDiffer) reasons.push('generation differs')
  if (rest.turnedAbout) reasons.push('father and son turned about')
  if (rest.initialsDiffer) reasons.push('initials differ')
  const same = pairs.filter((pair) => pair.way === 'same')
  if (same.length > 0) reasons.push(`same name: ${same.map((pair) => a.words[pair.i]!.text).join(', ')}`)
  for (const pair of pairs) {
    const both = `${a.words[pair.i]!.text} and ${b.words[pair.j]!.text}`
    if (pair.way === 'nickname') reasons.push(`familiar form: ${both}`)
    else if (pair.way === 'spelling') reasons.push(`${pair.similarity >= sure ? 'other spelling' : 'somewhat alike'}: ${both}`)
    else if (pair.way === 'joined') reasons.push(`parted differently: ${both}`)
  }
  if (rest.abbreviated > 0) reasons.push(`initial stands for a name (${rest.abbreviated})`)
  if (
    same.length === pairs.length &&
    a.words.length > 1 &&
    a.words.length === b.words.length &&
    pairs.some((pair) => pair.i !== pair.j)
  )
    reasons.push('other order of words')
  if (rest.freeA.length > 0 !== rest.freeB.length > 0)
    reasons.push(
      `only in ${rest.freeA.length > 0 ? 'the first' : 'the second'}: ${words(rest.freeA.length > 0 ? rest.freeA : rest.freeB)}`,
    )
  if (a.loss !== 'none' || b.loss !== 'none') reasons.push('read from another script')
  return reasons
}
