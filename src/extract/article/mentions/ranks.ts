/** Finds a rank in prose: "Lt. –Gen.", "Deputy Commissioner of Police", "ASP", "Major Generals". */
import type { Span } from '../sentences.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { isPlural, type ProseWord, singular } from './words.js'

/** A rank's full stop at the end belongs to it only as an abbreviation's: "Gen.", not "General.". */
export function trimmed(text: string, rank: Span): Span {
  return text[rank.end - 1] === '.' && /(?:\p{Ll}{4,}|\p{Lu}{5,})\.$/u.test(text.slice(rank.start, rank.end))
    ? { start: rank.start, end: rank.end - 1 }
    : rank
}

/** "major" of "major-general". */
function firstPart(lower: string): string {
  const dash = lower.indexOf('-')
  return dash === -1 ? lower : lower.slice(0, dash)
}

/** What stands between the first two words of a rank, and the second as far as it is letters. */
const second = /\.?[ \t\u00a0]*[-–—]?[ \t\u00a0]*\n?(\p{L}+)/uy

const glued = /[\p{L}\p{N}]/u
const gluedAfterStop = /[\p{Ll}\p{N}]/u
const civil =
  /(?:Attorney|Auditor|Surveyor|Accountant|Solicitor|Secretary|Postmaster|Comptroller|Director|Consul|Governor|Registrar|Procurator|Prosecutor|Paymaster|Fiscal)[ -]$/
const staffLetters = /^ (?:D\. ?E\. ?M\.|DEM(?!\p{L}))/u

/** The rank that begins at a word, or null where none does. */
export function readRank(text: string, word: ProseWord, vocabulary: ArticleVocabulary): Span | null {
  if (!word.beginsRank) return null
  const acting = word.lower === 'acting' || word.lower === 'state'
  const acronym =
    word.capital &&
    (acting || word.text[1] !== word.lower[1]) &&
    /^(Acting )?([A-Z]{2,5}(?:\/[A-Z]+)?)(?![\p{L}\p{N}])/u.exec(text.slice(word.start, word.start + 20))
  if (acronym && vocabulary.rankAcronyms.has(acronym[2]!.toUpperCase()))
    return { start: word.start, end: word.start + acronym[0].length }
  const from = acting ? word.end + 1 : word.start
  const first = acting ? /^[\p{L}]+/u.exec(text.slice(from, from + 20))?.[0].toLowerCase() : firstPart(word.lower)
  const slashed =
    text[word.end] === '/' && word.text.length === 1
      ? /^[A-Z\d]\/[A-Za-z]{1,7}(?!\p{L})/u.exec(text.slice(word.start, word.start + 10))
      : null
  if (slashed && vocabulary.rankAcronyms.has(slashed[0].toUpperCase()))
    return { start: word.start, end: word.start + slashed[0].length }
  // "School of Military Police Major General …": the word is of the school's name.
  if (first === 'police' && /\p{Lu}\p{L}+ $/u.test(text.slice(Math.max(0, word.start - 12), word.start))) return null
  // "Attorney General", "Governor-General": offices of others.
  if (first === 'general' && civil.test(text.slice(Math.max(0, word.start - 14), word.start))) return null
  const ranks =
    first &&
    (vocabulary.rankStarts.get(first) ??
      (isPlural(first) ? vocabulary.rankStarts.get(singular(first, vocabulary.rankStarts)) : null))
  if (!ranks) return null
  const seconds = vocabulary.rankSeconds.get(first)
  if (seconds) {
    // "police", "first", "air": most often of something else.
    second.lastIndex = from + first.length
    const next = second.exec(text)?.[1]
    if (next === undefined || !seconds.has(next.toLowerCase())) return null
  }
  ranks.lastIndex = from
  const match = ranks.exec(text)
  // "Brig-Gen.Ola": no space where a full stop parts them.
  if (!match || (match[0].endsWith('.') ? gluedAfterStop : glued).test(text[ranks.lastIndex] ?? '')) return null
  let end = ranks.lastIndex
  while (/[\s–—-]/.test(text[end - 1]!)) end--
  // "general de brigada D.E.M.": of the staff.
  if (text[end] === ' ' && text[end + 1] === 'D') end += staffLetters.exec(text.slice(end, end + 10))?.[0].length ?? 0
  return { start: word.start, end }
}
