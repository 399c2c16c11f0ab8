/**
 * When a deed was done, or somebody was trained or changed sides: of the times in its sentence those that its own clause tells, and not when its doer was trained,
 * when it was judged or when somebody said so.
 */
import type { Span } from '../../sentences.js'
import type { ClaimPeriod } from '../claim.js'
import type { Clauses, Phrase } from '../grammar/clauses.js'
import type { FoundPeriod } from '../periods.js'
import type { Parts } from './deeds.js'

/** Stretches of the sentence where a time is the deed's own; what stands in an earlier one is rather meant. */
export function timesToldIn(clause: Clauses, { action, by = null, whom = null, charge }: Parts): Span[] {
  const group = clause.verbStart(action.from)
  // "was convicted in 2014 of the 2012 killing": when it was judged stands before the deed.
  if (charge) {
    let from = action.from
    while (clause.is(from - 1, 'time') || clause.isNumber(from - 1)) from--
    const end = clauseEnd(clause, action, by, whom)
    return spans(clause, [{ from, to: charge.from > action.from ? Math.min(end, charge.from) : end }])
  }
  const subject = [by, whom].filter((part) => part !== null && part.to <= group.from)[0] ?? null
  return spans(clause, [
    { from: action.from, to: clauseEnd(clause, action, by, whom) },
    settingBefore(clause, group.from, subject),
    leadBefore(clause, subject?.from ?? group.from),
    meanwhileBefore(clause, subject?.from ?? group.from),
    subject && earlierVerb(clause, subject, group),
  ])
}

const spans = (clause: Clauses, all: readonly (Phrase | null)[]): Span[] =>
  all.flatMap((one) => (one && one.to > one.from ? [{ start: clause.start(one.from), end: clause.end(one.to) }] : []))

/** Words behind which something happens at the same time. */
const meanwhile = /^(?:when|while|as|during|cuando|mientras)$/i

/** Where the clause of a deed ends: "and the army denied it", "after they had surrendered", ", the ministry said". */
function clauseEnd(clause: Clauses, action: Phrase, by: Phrase | null, whom: Phrase | null): number {
  const isRelative = clause.is(clause.verbStart(action.from).from - 1, 'who', 'that')
  let isDeeper = false
  let at = Math.max(action.to, ...[by, whom].flatMap((part) => (part && part.from >= action.from ? [part.to] : [])))
  for (; at < clause.length; at++) {
    const isTime = (word: number) =>
      clause.is(word, 'time', 'in', 'about') || clause.isNumber(word) || clause.is(word + 1, 'time')
    if (clause.isMark(at, ',')) {
      // "at Fort Benning, Ga., between": a place goes on.
      let place = at + 1
      while (place < at + 4 && (clause.isName(place) || clause.isMark(place, '.'))) place++
      if (place > at + 1 && clause.isMark(place, ',') && isTime(place + 1)) at = place
      else if (!isTime(at + 1)) break
    } else if (clause.isMark(at) && clause.endsLeft(at)) break
    if (clause.is(at, 'and') && clause.begins(at + 1)) break
    if (clause.is(at, 'when') && !meanwhile.test(clause.word(at)) && !isTime(at + 1)) break
    if (clause.is(at, 'who', 'whose', 'speech', 'say')) break
    // "Agents who had been trained by Israel shot two on Sunday": of the clause that it stands in.
    isDeeper ||= clause.is(at, 'that', 'when')
    if (isRelative && !isDeeper && clause.isFinite(at)) break
  }
  return at
}

/** "The battalion, on Saturday, killed", "Police in Kano on Tuesday shot": not "soldiers trained in 2010 killed". */
function settingBefore(clause: Clauses, verb: number, subject: Phrase | null): Phrase | null {
  let from = verb
  while (
    from > 0 &&
    (clause.is(from - 1, 'time', 'in', 'a', 'of', 'adverb') ||
      clause.isNumber(from - 1) ||
      clause.isMark(from - 1, ',') ||
      clause.isProper(from - 1))
  )
    from--
  if (clause.is(from - 1, 'ed', 'participle', 'past', 'when', 'done', 'did')) return null
  for (let at = subject?.to ?? from; at < from; at++) if (clause.is(at, 'who', 'that', 'when') || clause.isFinite(at)) return null
  return { from: Math.max(from, subject?.from ?? from), to: verb }
}

/** "In May 2012, in the town of Mina,": before whoever did it, where no other clause stands between. */
function leadBefore(clause: Clauses, first: number): Phrase | null {
  let from = first
  let and = -1
  for (; from > 0 && !clause.isMark(from - 1, ';:.—“”"') && !clause.is(from - 1, 'that', 'speech'); from--) {
    // "The unit was trained in 2010, and in 2014 its men killed": of the clause behind "and".
    if (and > from && clause.isFinite(from - 1)) return { from: and + 1, to: first }
    if (clause.is(from - 1, 'and') && and === -1) and = from - 1
  }
  if (meanwhile.test(clause.word(from))) return { from, to: first }
  // "In the 1990s, specially trained soldiers": what they are called by is no verb.
  let called = first
  while (called > from && clause.is(called - 1, 'adverb', 'ed', 'participle')) called--
  for (let at = from; at < called; at++) {
    if (clause.is(at, 'who', 'when', 'whose') && !clause.is(at + 1, 'time') && !clause.isNumber(at + 1)) {
      // "In May 2012, when protests began, soldiers shot"
      return clause.isMark(at - 1, ',') && clause.isMark(first - 1, ',') ? { from, to: at } : null
    }
    if (clause.isFinite(at)) return null
  }
  return { from, to: first }
}

/** "Twelve were killed in May when soldiers opened fire", "the 2014 massacre, when soldiers shot 22": of the clause that "when" goes on from. */
function meanwhileBefore(clause: Clauses, first: number): Phrase | null {
  let when = first - 1
  while (when > 0 && !clause.endsLeft(when) && !clause.isFinite(when)) when--
  if (when < 1 || !meanwhile.test(clause.word(when))) return null
  let from = clause.isMark(when - 1, ',') ? when - 1 : when
  while (from > 0 && !clause.isMark(from - 1, ';:.—“”"') && !clause.is(from - 1, 'that', 'speech')) from--
  return { from, to: when }
}

/** "Soldiers entered the village in March and shot two": not "The unit was formed in 2010 and has killed". */
function earlierVerb(clause: Clauses, subject: Phrase, verb: ReturnType<Clauses['verbStart']>): Phrase | null {
  if (verb.perfect || !clause.isFinite(subject.to) || clause.is(subject.to, 'be', 'have')) return null
  for (let at = subject.to; at < verb.from; at++) if (clause.is(at, 'who', 'that', 'when', 'be')) return null
  return { from: subject.to, to: verb.from }
}

/** The time that a deed was done at, of those of its sentence; null where none is told, or another's alone. */
export function timeOf(told: readonly Span[], action: number, periods: readonly FoundPeriod[]): ClaimPeriod | null {
  for (const { start, end } of told) {
    const own = periods
      .filter((one) => !one.anaphoric && one.start >= start && one.end <= end)
      .sort((a, b) => Math.abs(a.start - action) - Math.abs(b.start - action))[0]
    if (own) return { printed: own.printed, from: own.from, to: own.to }
  }
  return null
}
