/** Reads a person's name that begins at a place: capitalised words, initials and particles, up to what cannot be of a name. */
import type { ArticleVocabulary } from './vocabulary.js'
import { functionWords } from './words.js'

/** Stands before a name, and is none: for patterns. */
export const courtesy = String.raw`(?:Mrs?|Ms|Dr|Alhaji|Alh|Hajiya|Mallam|Malam|Comrade|Chief|Sheikh|Engr|Hon|Barr|Prof)\.?[ \u00a0]+`

const token = /(?:\p{Lu}\.[ \u00a0]?)+(?:\p{Lu}(?![\p{L}.]))?|\p{L}[\p{L}\p{M}]*(?:['’‘`´-]\p{L}[\p{L}\p{M}]*)*\.?/uy
const mostWords = 5
/** Days of the week, and some months, are given names. */
const dayName = /^(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|June|August)$/
/** What follows "General" and is no name. */
const notNames = new Set(
  (
    'purpose hospital assembly election elections secretary manager officer officers public area overseer reserve court council staff ' +
    'headquarters command orders amnesty tribunal intelligence state party league operations operation administration logistics training ' +
    'finance investigation investigations works information department personnel supply'
  ).split(' '),
)

/** What is called after a person: "Captain Cook Street", "General Ola Barracks". */
const calledAfter =
  /(?:^| )(?:Street|Road|Avenue|Close|Crescent|Way|Bridge|Barracks|Cantonment|Stadium|Market|Hospital|University|Foundation|Act|Bill|Marketers|Junction|Airport|Local Government)$/

export interface NameRead {
  end: number
  /** Words of the name, initials as one. */
  words: number
  /** Whether any word of it is more than initials. */
  full: boolean
}

/**
 * The name that begins at `start`, or null where none does. In a text of capitals only (`shouted`) case says nothing, so a name ends
 * after three words.
 */
export function readPersonAt(
  text: string,
  start: number,
  limit: number,
  vocabulary: ArticleVocabulary,
  shouted = false,
): NameRead | null {
  let at = start
  let end = start
  let words = 0
  let full = false
  while (words < (shouted ? 3 : mostWords) && at < limit) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match || token.lastIndex > limit) break
    let printed = match[0]
    // "Colonel Ade Ola-led troops".
    const possessive = /['’‘`]s\.?$|-led$/.exec(printed)
    if (possessive && possessive.index > 0) printed = printed.slice(0, possessive.index)
    const initials = /^(?:\p{Lu}\.[ \u00a0]?)+\p{Lu}?$/u.test(printed)
    const lower = printed.toLowerCase().replace(/\.$/, '')
    if (initials) {
      printed = printed.trimEnd()
    } else if (!/^\p{Lu}/u.test(printed)) {
      // "Abdel Fattah al-Sisi".
      if (words > 0 && /^(?:al|el|ul)-\p{Lu}/u.test(printed)) {
        words++
        full = true
        end = at + printed.replace(/\.$/, '').length
        at = skipSpace(text, end)
        continue
      }
      if (words > 0 && vocabulary.particles.has(lower)) {
        at = skipSpace(text, match.index + match[0].length)
        continue
      }
      break
    } else if (
      (functionWords.has(lower) &&
        // "A Okafor", "E A Okafor".
        !(
          !full &&
          /^\p{Lu}{1,2}$/u.test(printed) &&
          /^[ \u00a0]\p{Lu}[\p{Ll} \u00a0]/u.test(text.slice(token.lastIndex, token.lastIndex + 3))
        ) &&
        !(
          words === 0 &&
          dayName.test(printed) &&
          /^[ \u00a0]\p{Lu}\p{Ll}/u.test(text.slice(token.lastIndex, token.lastIndex + 3))
        )) ||
      notNames.has(lower) ||
      (printed.endsWith('.') && vocabulary.rankStarts.has(lower)) ||
      vocabulary.heads.has(lower) ||
      vocabulary.postWords.has(lower) ||
      (words === 0 && vocabulary.honorifics.has(lower) && !vocabulary.alsoNames.has(lower)) ||
      (vocabulary.forceStarts.has(lower) && lower.length > 3) ||
      vocabulary.rankAcronyms.has(printed) ||
      (vocabulary.countryWords.has(lower) && words === 0)
    ) {
      break
    } else if (printed.endsWith('.')) {
      // "Gen. Abdul. He": only an abbreviation ("Moh'd.", "Jr.") keeps its full stop, and none of a name is needed.
      const suffix = /^(?:Jr|Sr)\.$/.test(printed)
      if (!suffix) printed = printed.slice(0, -1)
      words++
      full = true
      end = at + printed.length
      break
    }
    words++
    if (!initials && (printed.length > 3 || /\p{Ll}/u.test(printed))) full = true
    end = at + printed.length
    const next = skipSpace(text, at + printed.length)
    if (next === at + printed.length && !initials) break
    at = next
  }
  return full && !calledAfter.test(text.slice(start, end)) ? { end, words, full } : null
}

function skipSpace(text: string, at: number): number {
  let next = at
  while (/[ \u00a0]/.test(text[next] ?? '')) next++
  // One line end within a name is a wrap of the line.
  if (text[next] === '\n' && next === at && /\p{Lu}/u.test(text[next + 1] ?? '')) next++
  return next
}
