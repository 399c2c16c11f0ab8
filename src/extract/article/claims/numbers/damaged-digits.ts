/**
 * Repairs digits that a scan took for letters: "l3,000", "1O0", "S73 million". What comes back is as long as what was given, so that places
 * in it are places in the print.
 *
 * Only what can be nothing but a number is repaired: "B2B", "O2", "5l" and "2o" stay as they are.
 */

const anywhere = /\d[,.]?[lI|OoS]|[lI|S][,.]?\d/
const pieces = '[\\dlI|OoS]+'
const token = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}/#@._-])(?:[$€£₦]\\s?)?(?<digits>${pieces}(?:[,.]${pieces})*)(?=(?:bn|mn|tn|[mk])(?![\\p{L}\\p{N}])|(?![\\p{L}\\p{M}\\p{N}@_/]))`,
  'gu',
)
const scaled =
  /^(?:\s?(?:million|billion|trillion|thousand|hundred|dozen|millones|mil|per ?cent|percent|por ciento)(?!\p{L})|\s?%)/u
const short = /^(?:bn|mn|tn|[mk])(?!\p{L})/u
/** What is counted, or the other end of a range. */
const noun = /^\s(?:\p{Ll}{3,}|(?:to|or|and|a|y)\s[\dlI|OS]{2})/u

/** The text with such digits repaired; the same text where there are none. */
export function repairDigits(text: string): string {
  if (!anywhere.test(text)) return text
  return text.replace(token, (printed, ...rest) => {
    const { digits } = rest.at(-1) as { digits: string }
    const at = rest.at(-3) as number
    const after = text.slice(at + printed.length, at + printed.length + 20)
    const repaired = repair(digits, after, printed !== digits)
    return repaired === null ? printed : printed.slice(0, printed.length - digits.length) + repaired
  })
}

function repair(printed: string, after: string, money: boolean): string | null {
  if (!/\d/.test(printed) || !/[^\d,.]/.test(printed)) return null
  if (printed.startsWith('S')) {
    // A dollar sign that lost its stroke.
    const amount = /[^\d,.]/.test(printed.slice(1)) ? repair(printed.slice(1), after, true) : printed.slice(1)
    const large = scaled.test(after) || short.test(after) || isGrouped(printed.slice(1))
    return amount !== null && large && !money ? `$${amount}` : null
  }
  if (short.test(after) && !money) return null
  if (/^[Oo]|[loS]$/.test(printed) && !isGrouped(printed) && !(money && /[,.]l$/.test(printed) && scaled.test(after))) return null
  const inner = printed.slice(1)
  // A small o is a digit between digits only, or in a group of three.
  if (/o/.test(inner) && !isGrouped(printed) && !/[\dlI|O]o(?=[\dlI|O])/.test(printed)) return null
  const digits = printed.match(/\d/g)!.length
  const long = printed.length >= 3 && (/^\d/.test(printed) || digits * 2 >= printed.length)
  if (!isGrouped(printed) && !scaled.test(after) && !money && !noun.test(after) && !long) return null
  if (!isGrouped(printed) && printed.length === 2 && !scaled.test(after) && !noun.test(after)) return null
  return printed.replaceAll(/[lI|]/g, '1').replaceAll(/[Oo]/g, '0').replaceAll('S', '5')
}

const isGrouped = (printed: string): boolean => /^[\dlI|OoS]{1,3}(?:[,.][\dlI|OoS]{3})+$/.test(printed)
