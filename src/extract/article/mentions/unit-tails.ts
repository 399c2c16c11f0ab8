/** What is printed behind the word that ends a unit's name and is of the name: its number, branch or field ("Squadron 22", "52 Division Signals", "School of Artillery"). */
import type { ArticleVocabulary } from './vocabulary.js'
import { adjacent, functionWords, type ProseWord } from './words.js'

/** "Sector 3", "Zone 2": the number alone makes a name of it. */
const alone = /^(?:Sector|MOPOL|Mopol|PMF)$/
/** "Brigade No. 3": with the word for it also where something of the unit follows. */
const aloneWithNo = /^(?:Brigade|Battalion|Division|Regiment|Company|Squadron|Command) No/
export const isAloneWithNumber = (text: string, head: ProseWord): boolean =>
  alone.test(head.text) || aloneWithNo.test(text.slice(head.start, head.end + 4))

const numberedAfter = /^(?:squadron|sector|zone|mopol|pmf|force|squad|unit|squadrons|base|team|area)$/
/** "Military Region 7", "Special Operations No. 3": with nothing behind the number that it could count. */
const numberedLast = /^(?:region|district|operations|brigade|battalion|division|regiment|corps|wing|office)$/
const countsNothing =
  /^(?:[,.;:)’'”"]|$|\n|\s(?:in|at|near|on|and|has|had|was|is|said|under|of|to|from|which|who|will|based|director|commander|chief|spokes\p{Ll}+)(?!\p{L}))/u

/** The end of "22" after "Police Mobile Force Squadron". */
export function readNumberAfter(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[/^(?:No|Raider)$/.test(words[head + 1]?.text ?? '') ? head + 2 : head + 1]
  if (
    !next?.number ||
    !(
      numberedAfter.test(words[head]!.lower) ||
      (numberedLast.test(words[head]!.lower) &&
        words[head]!.capital &&
        countsNothing.test(text.slice(next.end, next.end + 12))) ||
      aloneWithNo.test(text.slice(words[head]!.start, words[head]!.end + 4))
    ) ||
    !/^ (?:No\.? ?|Raider )?$/.test(text.slice(words[head]!.end, next.start))
  )
    return null
  // "Sector 3 Command", "Squadron 44 Battalion": the number is of what follows.
  const after = words[words.indexOf(next) + 1]
  return after?.capital && adjacent(text, next, after) ? null : next.end
}

/** The end of "Signals" after "52 Division". */
export function readBranch(text: string, words: readonly ProseWord[], head: number): number | null {
  const next = words[head + 1]
  if (!next || !/^ $/.test(text.slice(words[head]!.end, next.start))) return null
  const branch =
    /^(?:Signals?|Engineer(?:s|ing)?|Provost|Medical Services(?: and Hospital)?|Equipment Support|Supply and Transport|Ordnance Services|Finance|Intelligence)(?![\p{L}])/u.exec(
      text.slice(next.start, next.start + 40),
    )
  return branch ? next.start + branch[0].length : null
}

/** The end of "of Artillery" after "School", "of Army Policy and Plans" after "Department"; null where nothing of the kind follows. */
export function readField(text: string, words: readonly ProseWord[], head: number, vocabulary: ArticleVocabulary): number | null {
  const of = words[head + 1]
  const field = words[head + 2]
  const ours =
    field && (vocabulary.militaryWords.has(field.lower) || (field.text === 'Public' && words[head + 3]?.text === 'Relations'))
  if (of?.lower !== 'of' || !field?.capital || !ours) return null
  if (!adjacent(text, words[head]!, of) || !adjacent(text, of, field)) return null
  let last = head + 2
  for (let at = last + 1; at < words.length && at < head + 7 && adjacent(text, words[at - 1]!, words[at]!); at++) {
    const word = words[at]!
    const police = word.lower === 'police' && words[at - 1]!.lower === 'military'
    // "Brigade of Guards Commander".
    if (vocabulary.postWords.has(word.lower)) break
    if (word.capital && !functionWords.has(word.lower) && (police || !vocabulary.rankStarts.has(word.lower))) last = at
    else if (word.lower !== 'and') break
  }
  return words[last]!.end
}
