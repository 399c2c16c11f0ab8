/**
 * Compares two organisations' names. Legal form and generic words weigh little where one side lacks them; a distinctive word or a number
 * that only one side has makes another organisation ("Crystalord Systems"), a place does not ("Faberlic Europe").
 */
import { type Comparison, listed, rounded, type Verdict } from './comparison.js'
import { losesVowels } from './latin.js'
import type { OrganizationName } from './organization-name.js'
import { standsFor, type Word, wordOf, wordSimilarity } from './spelling.js'

const sure = 0.88

/**
 * Set on the tuned part of the listed pairs (bench/list-names.ts), kept where a given check fails otherwise. `generic`, `place`: what such a
 * word that both have counts; `alone`: a distinctive word of one side; `against`: of both; `genericBoth`, `genericOne`, `placeAlone`: the
 * same for generic words and places; `nothing`: where no distinctive word is shared; `form`: other legal forms; `slope`: how fast a pair of
 * words that is not sure loses; `numberOne`: a number that one alone has; `trades`: each has a generic word
 * of its own; `business`: one alone says a business that houses keep apart ("Trust", "Leasing") beside a trade that both have; `places`: each has a place
 * that the other has not; `same`: the verdict.
 */
const weights = {
  generic: 0.55,
  place: 0.2,
  alone: 0.6,
  against: 0.6,
  genericBoth: 0.25,
  genericOne: 0.05,
  placeAlone: 0.1,
  lost: 1.3,
  form: 0.6,
  slope: 2,
  same: 0.68,
  nothing: 0.3,
  numberOne: 0.66,
  trades: 0.9,
  apart: 0.8,
  business: 0.7,
  places: 0.8,
}

export function compareOrganizations(a: OrganizationName, b: OrganizationName, explain = true): Comparison {
  const reasons: string[] = []
  if (a.all.length === 0 || b.all.length === 0)
    return { score: 0, verdict: 'different', reasons: ['one of the names holds no name'] }
  if (a.all.join(' ') === b.all.join(' ')) return { score: 1, verdict: 'same', reasons: ['same words'] }
  const loose = losesVowels(a.loss) || losesVowels(b.loss) ? 'at will' : isArabic(a) || isArabic(b) ? 'at will' : 'written'
  const foundA = new Float64Array(a.words.length)
  const foundB = new Float64Array(b.words.length)
  const pairs: { i: number; j: number; similarity: number }[] = []
  for (let i = 0; i < a.words.length; i++)
    for (let j = 0; j < b.words.length; j++) {
      const [mine, other] = [a.words[i]!, b.words[j]!]
      let similarity = wordSimilarity(mine, other, loose)
      if (similarity === 0 && cutShort(mine.text, other.text)) similarity = 0.9
      if (similarity >= 0.8) pairs.push({ i, j, similarity })
    }
  pairs.sort((x, y) => y.similarity - x.similarity || Math.abs(x.i - x.j) - Math.abs(y.i - y.j))
  for (const { i, j, similarity } of pairs) {
    if (foundA[i]! > 0 || foundB[j]! > 0) continue
    foundA[i] = similarity
    foundB[j] = similarity
    if (explain && similarity < 1)
      reasons.push(`${similarity >= sure ? 'other spelling' : 'somewhat alike'}: ${a.words[i]!.text} and ${b.words[j]!.text}`)
  }
  joinWords(a.words, b.words, foundA, foundB)
  joinWords(b.words, a.words, foundB, foundA)
  const acronym =
    matchAcronym(a, b, foundA, foundB) ||
    matchAcronym(b, a, foundB, foundA) ||
    matchPartAcronym(a, b, foundA, foundB) ||
    matchPartAcronym(b, a, foundB, foundA)
  if (acronym && explain) reasons.push('first letters of the words')

  let sum = 0
  let weight = 0
  let distinctive = 0
  let weak = 0
  const weightOf = (name: OrganizationName, at: number) =>
    name.generic[at] ? weights.generic : name.place[at] ? weights.place : Math.min(1, 0.5 + name.words[at]!.text.length / 10)
  for (const [name, found] of [
    [a, foundA],
    [b, foundB],
  ] as const)
    for (let at = 0; at < name.words.length; at++) {
      if (found[at] === 0) continue
      const similarity = found[at]!
      const counted = similarity >= sure ? similarity : Math.max(0, similarity - (sure - similarity) * weights.slope)
      sum += weightOf(name, at) * counted
      weight += weightOf(name, at)
      if (!name.generic[at] && !smallWords.has(name.words[at]!.text)) distinctive++
      if (similarity < sure && !name.generic[at]) weak++
    }
  const lonely = (name: OrganizationName, found: Float64Array) => {
    const kinds = { distinctive: 0, generic: 0, place: 0, business: false, words: [] as string[], groups: new Set<string>() }
    for (let at = 0; at < name.words.length; at++) {
      if (found[at]! > 0) continue
      const word = name.words[at]!
      if (smallWords.has(word.text)) continue
      kinds.words.push(word.text)
      for (const group of name.apart[at]!) kinds.groups.add(group)
      if (name.business[at]) kinds.business = true
      if (name.place[at]) kinds.place++
      else if (name.generic[at]) kinds.generic += name.slight[at] ? 0.3 : 1
      else kinds.distinctive += Math.min(1, 0.4 + word.text.length / 10)
    }
    return kinds
  }
  const [restA, restB] = [lonely(a, foundA), lonely(b, foundB)]
  const both = restA.words.length > 0 && restB.words.length > 0
  let lost = weights.alone * (restA.distinctive + restB.distinctive) + weights.placeAlone * (restA.place + restB.place)
  lost += (restA.distinctive > 0 && restB.distinctive > 0 ? weights.against : 0) * Math.min(restA.distinctive, restB.distinctive)
  lost += both ? weights.genericBoth * (restA.generic + restB.generic) : weights.genericOne * (restA.generic + restB.generic)
  // Two places that differ are two organisations; so are a place and a distinctive word.
  if (restA.place > 0 && restB.place + restB.distinctive > 0) lost += 1
  else if (restB.place > 0 && restA.distinctive > 0) lost += 1
  if (distinctive === 0)
    lost += weights.nothing * (restA.generic + restB.generic + restA.place + restB.place + restA.distinctive + restB.distinctive)
  let score = weight === 0 ? 0 : sum / (weight + weights.lost * lost)
  // "Beispiel Bank" and "Beispiel Insurance" are two of one house, however long its name is.
  if (restA.generic >= 1 && restB.generic >= 1) score *= weights.trades
  const keptApart = [...restA.groups].some((group) => restB.groups.has(group))
  if (keptApart) score *= weights.apart
  if (restA.business !== restB.business && sharesTrade(a, foundA)) score *= weights.business
  if (restA.place > 0 && restB.place > 0) score *= weights.places
  let against = false
  const [numbersA, numbersB] = [a.numbers.filter((n) => !b.numbers.includes(n)), b.numbers.filter((n) => !a.numbers.includes(n))]
  if (numbersA.length + numbersB.length > 0) {
    score *= numbersA.length > 0 && numbersB.length > 0 ? 0.5 : weights.numberOne
    against = numbersA.length > 0 && numbersB.length > 0
    if (explain)
      reasons.unshift(
        against
          ? `number differs: ${listed(numbersA)} and ${listed(numbersB)}`
          : `number only in ${numbersA.length > 0 ? 'the first' : 'the second'}: ${listed([...numbersA, ...numbersB])}`,
      )
  }
  if (a.forms.length > 0 && b.forms.length > 0 && !formsAgree(a.forms, b.forms)) {
    score *= weights.form
    if (explain) reasons.unshift(`legal form differs: ${listed(a.forms)} and ${listed(b.forms)}`)
  } else if (a.forms.length !== b.forms.length) score *= 0.97
  if (a.words.length === 0 && b.words.length === 0 && a.numbers.length > 0 && numbersA.length + numbersB.length === 0) score = 0.9
  const letters = sameLetters(a, b)
  if (letters > score && !against) score = letters
  if (explain) {
    if (restA.words.length > 0 && restB.words.length > 0)
      reasons.unshift(`names differ: ${listed(restA.words)} and ${listed(restB.words)}`)
    else if (both || restA.words.length + restB.words.length > 0)
      reasons.push(`only in ${restA.words.length > 0 ? 'the first' : 'the second'}: ${listed([...restA.words, ...restB.words])}`)
    const same = a.words.filter((_, at) => foundA[at] === 1).map((word) => word.text)
    if (same.length > 0) reasons.push(`same name: ${listed(same)}`)
  }
  let verdict: Verdict
  if (against || score < 0.55) verdict = 'different'
  else if (score >= weights.same && weak <= 2 && !keptApart) verdict = 'same'
  else verdict = 'unsure'
  return { score: rounded(score), verdict, reasons }
}

/** Whether a generic word that says something ("bank") is in both. */
const sharesTrade = (name: OrganizationName, found: Float64Array): boolean =>
  name.words.some(
    (word, at) => name.generic[at] && !name.slight[at] && !name.place[at] && found[at]! > 0 && !smallWords.has(word.text),
  )

const smallWords = new Set('the of and for de del la el los las y et des du d en in al e da do fur und'.split(' '))
const arabicWords = new Set([
  'al',
  'el',
  'abu',
  'bin',
  'jaish',
  'jaysh',
  'islami',
  'harakat',
  'hizb',
  'ansar',
  'jamaat',
  'mohammed',
  'qaida',
])
const isArabic = (name: OrganizationName): boolean =>
  name.words.some((word) => arabicWords.has(word.text) || /q(?!u)|gh|kh/.test(word.text))

/** A corporation is a company, with limited liability or joint stock or not; a GmbH is no AG. */
function formsAgree(a: readonly string[], b: readonly string[]): boolean {
  const agree = (x: string, y: string) =>
    x === y ||
    (x === 'inc' && ['ltd', 'jsc', 'llc', 'sa'].includes(y)) ||
    (y === 'inc' && ['ltd', 'jsc', 'llc', 'sa'].includes(x)) ||
    (['ltd', 'llc'].includes(x) && ['ltd', 'llc'].includes(y))
  return a.some((x) => b.some((y) => agree(x, y)))
}

/** "Trans" for "transportation": the beginning of a long word. */
const cutShort = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 4 && long.length >= 8 && long.startsWith(short)
}

/** "Good Will" and "Goodwill". */
function joinWords(one: readonly Word[], two: readonly Word[], foundOne: Float64Array, foundTwo: Float64Array): void {
  for (let i = 0; i + 1 < one.length; i++) {
    if (foundOne[i]! + foundOne[i + 1]! > 0) continue
    const joined = wordOf(one[i]!.text + one[i + 1]!.text)
    for (let j = 0; j < two.length; j++) {
      if (foundTwo[j]! > 0 || joined.text.length < 5) continue
      const similarity = wordSimilarity(joined, two[j]!)
      if (similarity < 0.93) continue
      foundOne[i] = similarity
      foundOne[i + 1] = similarity
      foundTwo[j] = similarity
    }
  }
}

/** "PLA" for People's Liberation Army: three letters and more, for all words of the other name. */
function matchAcronym(one: OrganizationName, two: OrganizationName, foundOne: Float64Array, foundTwo: Float64Array): boolean {
  for (let i = 0; i < one.words.length; i++) {
    const letters = one.words[i]!.text
    if (foundOne[i]! > 0 || letters.length < 3 || letters.length > 8 || one.words.length - i > 2) continue
    if (two.all.length < 3 || standsFor(letters, two.all, 0, (word) => smallWords.has(word)) !== two.all.length) continue
    if (letters.length > two.all.length + 1) continue
    foundOne[i] = 0.95
    for (let j = 0; j < two.words.length; j++) if (foundTwo[j] === 0) foundTwo[j] = 0.95
    return true
  }
  return false
}

/**
 * "OGC-Victoria" for Oil Gas Consulting - Victoria: letters that stand for neighbouring words without counterpart. A company is one of them ("PMC" for a
 * private military company), and where words were translated the letters may be of the printed ones ("VMP").
 */
function matchPartAcronym(one: OrganizationName, two: OrganizationName, foundOne: Float64Array, foundTwo: Float64Array): boolean {
  const isSmall = (word: string) => smallWords.has(word)
  for (let i = 0; i < one.words.length; i++) {
    const letters = one.words[i]!.text
    if (foundOne[i]! > 0 || one.generic[i] || letters.length < 2 || letters.length > 6) continue
    for (let from = 0; from < two.all.length; from++) {
      let to = from
      while (to < two.all.length && to - from < 8 && (two.places[to]! < 0 || foundTwo[two.places[to]!] === 0)) to++
      if (to - from < 2) continue
      for (const words of [two.all, two.printedAs]) {
        const run = words.slice(from, to).flatMap((word, offset) => (word === '' ? [] : [{ word, at: from + offset }]))
        const texts = run.map(({ word }) => word)
        const end = texts[0]?.[0] === letters[0] ? standsFor(letters, texts, 0, isSmall) : -1
        if (end < 2 || end < letters.length - 1) continue
        const covered = two.places.slice(from, run[end]?.at ?? to).filter((place) => place >= 0)
        if (covered.length === 0) continue
        foundOne[i] = 0.92
        for (const place of covered) foundTwo[place] = 0.92
        return true
      }
    }
  }
  return false
}

/** All letters in their order, for spaces that slipped; 0 where they differ. */
function sameLetters(a: OrganizationName, b: OrganizationName): number {
  const [x, y] = [a, b].map((name) => name.words.map((word) => word.text).join('') + name.numbers.join(''))
  if (Math.min(x!.length, y!.length) < 6 || Math.abs(x!.length - y!.length) > 2 || a.numbers.join() !== b.numbers.join()) return 0
  if (a.words.length === b.words.length) return 0
  return x === y ? 0.95 : 0
}
