/**
 * Numbers that stand alone and are told what they count in the next sentence: "14. The number of countries in which …", as lists of figures
 * print them, with or without an entry's own number before them ("2. 14. The number …").
 */
import type { Span } from '../../sentences.js'

export interface HeadedNumber extends Span {
  /** The number and what it counts as one sentence, to be read like any other. */
  words: string
}

const alone =
  /^(?:US)?[$€£]?\d[\d.,]*(?:\s(?:million|billion|thousand|millones|mil))?\.?$|^(?:Zero|None|Nobody|Cero|Ningun[oa])\.?$/iu
const none = /^(?:Zero|None|Nobody|Cero|Ningun[oa])\.?$/iu
const year = /^(?:1[5-9]|20)\d\d\.?$/
const entry = /^\(?\d{1,3}[.)]$/
const counting =
  /^(?:(?:That|This|Which) is\s)?(?:(?:The|La|El)\s)?(?:(?:total|overall)\s)?(?:number|count|n[uú]mero|cantidad|cifra)\s(?:of|de)\s(?=[\p{L}])|^(?:How many|Cu[aá]nt[oa]s)\s/iu
/** "14. The number of soldiers has grown": a paragraph with its number. */
const says =
  /^(?:The|La|El)\s(?:\p{L}+\s)?(?:number|count|n[uú]mero|cantidad|cifra)\s(?:of|de)\s(?:\p{L}+\s){1,5}?(?:has|have|had|is|was|rose|fell|grew|doubled|tripled|increased|declined|remains?|ha|es|era|creci[oó]|baj[oó]|subi[oó])(?!\p{L})/iu

/** The number before the sentence at `at` of a paragraph, if it is what this sentence counts; null where it is none. */
export function headedNumber(text: string, sentences: readonly Span[], at: number): HeadedNumber | null {
  const before = sentences[at - 1]
  if (!before || at > 2) return null
  const printed = text.slice(before.start, before.end)
  const { start, end } = sentences[at]!
  const rest = text.slice(start, end)
  if (!alone.test(printed) || year.test(printed) || !counting.test(rest)) return null
  const numbered = at === 2 && entry.test(text.slice(sentences[0]!.start, sentences[0]!.end))
  if (at === 2 ? !numbered : entry.test(printed) && says.test(rest)) return null
  const own = printed.replace(/\.$/, '')
  return {
    start: before.start,
    end: before.start + own.length,
    words: `${none.test(printed) ? '0' : own} ${rest.replace(counting, '')}`,
  }
}
