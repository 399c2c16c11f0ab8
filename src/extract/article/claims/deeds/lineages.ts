/**
 * Lineages: who left what, joined or formed what, had been trained by whom, led a coup. The words that tell which are few and fixed; whom they are of, the clause
 * tells (clauses.ts). Each part is a claim of its own.
 */
import type { Span } from '../../sentences.js'
import type { LineageClaim } from '../claim.js'
import { type Clauses, clausesOf, type Phrase } from '../grammar/clauses.js'
import { type Gate, gateOf, type Signs } from '../grammar/signs.js'
import { type Common, clean } from '../phrases.js'
import { timesToldIn } from './event-times.js'
import { unitOf } from './lineage-members.js'
import { type Told, type Turn, turns } from './lineage-turns.js'

export interface FoundLineage extends Omit<LineageClaim, Common | 'type'> {
  /** Where a time is its own: see event-times.ts. */
  timed: readonly Span[]
  /** The words that tell it. */
  deed: Span
}

const gated: readonly (Turn & { gate: Gate })[] = turns.map((turn) => ({ ...turn, gate: gateOf(turn.relation) }))

/** Lineages of a sentence, in order of what they turn on. */
export function findLineages(sentence: string, signs: Signs): FoundLineage[] {
  let clause: Clauses | null = null
  const found: (FoundLineage & { told: Phrase })[] = []
  for (const { relation, gate, read } of gated) {
    if (!signs.mayMatch(gate)) continue
    for (const { 0: printed, index } of sentence.matchAll(relation)) {
      clause ??= clausesOf(sentence)
      const at = clause.wordsOf(index, index + printed.length)
      if (found.some(({ told }) => told.from < at.to && at.from < told.to) || isNegated(clause, at)) continue
      const parts = read(clause, at)
      const members = unitOf(clause, parts?.members ?? null)
      if (!parts || !members) continue
      const one = asFound(clause, at, { ...parts, members }, sentence)
      // "Officers trained in the United States led the coup": told with what they led.
      const isTold = found.some(
        ({ trained_by, members }) =>
          trained_by === one.trained_by && members !== one.members && members?.startsWith(one.members ?? '') && !one.joined,
      )
      if (!isTold) found.push({ ...one, told: at })
    }
  }
  return found.map(({ told: _told, ...one }) => one)
}

/** "has never joined", "was not trained". */
function isNegated(clause: Clauses, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) if (clause.is(at, 'not')) return true
  return clause.verbStart(from).negated
}

function asFound(clause: Clauses, at: Phrase, told: Told, sentence: string): FoundLineage {
  const print = (part: Phrase | null | undefined): string | null => (part ? clean(clause.print(part)) : null)
  const members = print(told.members)
  const all = [at, told.members, told.joined, told.left, told.trainedBy].filter((part) => part != null)
  const deed = { from: told.first ?? at.from, to: at.to }
  const whom = told.joined ?? told.trainedBy ?? told.left ?? null
  return {
    start: Math.min(...all.map(({ from }) => clause.start(from))),
    end: Math.max(...all.map(({ to }) => clause.end(to))),
    timed: timesToldIn(clause, { action: deed, by: told.members, whom }),
    deed: { start: clause.start(deed.from), end: clause.end(deed.to) },
    members,
    left: leftBy(clause, told, members, sentence),
    relation: told.relation ?? clean(clause.print(at))!,
    joined: print(told.joined),
    trained_by:
      print(told.trainedBy)?.replace(/^the /, '') ??
      trainer(told.members && told.members.from < at.from ? clause.print({ from: told.members.from, to: at.from }) : undefined) ??
      (told.formed ? null : trainer(sentence)),
  }
}

/** What members left: as told, what they are members of, or whom the sentence says were trained: "trained army units … until several of those units defected". */
function leftBy(clause: Clauses, { left, joined, formed }: Told, members: string | null, sentence: string): string | null {
  const printed = (left ? clean(clause.print(left)) : null) ?? (joined || formed ? ofPart(members ?? undefined) : null)
  if (printed === null) return null
  const meant = /^(?:those|these|them|the same|dichas|esas)(?!\p{L})/iu.test(printed)
    ? trainedBefore.exec(sentence)?.[1]
    : undefined
  return clean(meant) ?? clean(printed.replace(/\p{Lu}[\p{L}.]*-trained\s/u, ''))
}
const trainedBefore =
  /\b(?:train(?:ed|ing)?|armed|equipped|entren\w+)\s([^,.;—]{3,60}?)(?=\s(?:to|for|in|until|who|that|para|en)\b)/i

/** "members of the Mexican military's elite forces": what they are members of. */
function ofPart(members: string | undefined): string | null {
  const match =
    /\b(?:members|soldiers|officers|commandos|veterans|men|troops|veteranos|comandos|oficiales|some|several|part|elements|units|deserters|defectors|integrantes|miembros|desertores|soldados|efectivos)\s(?:of|from|de|del)\s(.+)$/iu.exec(
      members ?? '',
    )
  return match && !/^(?:its|their|his|her|them|sus|ellos)(?!\p{L})/iu.test(match[1]!) ? clean(match[1]) : null
}

const taughtTeachers =
  /(?<!\p{L})(?:whose|cuy[oa]s?)\s(?:advisers|advisors|instructors|trainers|teachers|asesores|instructores|entrenadores)\s[^,;]{2,40}$/iu
/** A school, or a country that is known to be the trainer's own. */
const isTaughtIn = (where: string): boolean =>
  /(?<!\p{L})(?:U\.?S\.?|United States|America|American|Estados Unidos|EE\.? ?UU|Fort|Camp|academ\p{L}+|schools?|colleges?|institutes?|cent(?:er|re)s?|escuelas?|institutos?|centros?|bases?|by|por)(?!\p{L})/iu.test(
    where,
  )

/** "US-trained", "trained in U.S. academies", "had been trained by the United States". */
function trainer(words: string | undefined): string | null {
  const compound = /(?<![\p{L}])(\p{Lu}[\p{L}.]*)-trained\b/u.exec(words ?? '')
  if (compound) return compound[1]!
  const passive =
    /\b(?:trained|schooled|instructed|courses|cursos|entrenad\w+|adiestrad\w+|capacitad\w+|formad[oa]s)\s(?:en su mayoría\s|mostly\s)?(?:by|in|at|with|por|en|con)\s((?:the |la |el |las |los )?(?:U\.S\.|\p{Lu}|(?:instructores|asesores|fuerzas|militares|boinas)\s)[^,.;:)]{1,50}?)(?=[,.;:)]|\.$|\s(?:and|who|which|that|in|to|until|between|since|during|before|after|entre|desde|durante)\b|\s(?:only |just )?(?:\p{Ll}+ )?(?:days|weeks|months|years) (?:earlier|before|later|ago)|$)/u.exec(
      `${words ?? ''}`,
    )
  // "whose instructors were trained in Panama": they were, and not whom they taught. Where somebody was trained does not tell by whom, but for schools and the United States.
  if (passive && !taughtTeachers.test(words!.slice(0, passive.index)))
    return /\s(?:in|en)\s$/i.test(passive[0].slice(0, -passive[1]!.length)) && !isTaughtIn(passive[1]!)
      ? null
      : passive[1]!.replace(/^the /, '').trim()
  const active =
    /(?<![\p{L}])((?:U\.S\.|US|American|United States|British|French|Israeli|Russian)(?:\s(?:special|operations?|operators|forces?|military|army|marines|troops|soldiers|trainers|instructors|government|commandos|advisers))*)\s(?:[\p{Ll}]+\s|\p{Lu}\p{Ll}+\s){0,9}?(?:train|trained|instructed)\s/u.exec(
      words ?? '',
    )
  return active ? active[1]!.trim() : null
}
