/**
 * Who is said to have done what: "was accused of killing", "acusan a la fuerza de haber matado a", "is wanted for the murder of", "the conviction of four
 * marines for". What is alleged, charged, judged or overturned is no fact; the word that says which goes with the event.
 */
import type { Clauses, Phrase } from './clauses.js'
import { deedAt, type Parts } from './deeds.js'

/** Finds who does what a verb says that begins at a word. */
export type SubjectOf = (verb: number) => Phrase | null

const of = /^(?:of|de)$/i
/** How far behind the charge what it is of may begin. */
const [nearby, afar] = [12, 26]

/** The accusation that turns on the word at `at`, as one deed for each that it is of; empty where it is none. */
export function accusationAt(clause: Clauses, at: number, subjectOf: SubjectOf): Parts[] {
  const first = accusation(clause, at, subjectOf)
  if (!first) return []
  const all = [first]
  // "for the killing of 14 farmers and the disappearance of three"
  for (let end = first.whom?.to ?? first.action.to; clause.is(end, 'and'); ) {
    const also = deedAt(clause, end + 1)
    if (!also) break
    all.push({ ...first, ...also })
    end = also.whom?.to ?? also.action.to
  }
  // "was not charged with killing anybody": nothing is said to have been done. "Nobody was tried for the killing of the nuns": they were killed.
  const isNobody = first.by != null && (clause.is(first.by.from, 'nobody') || /^no$/i.test(clause.word(first.by.from)))
  if (!first.negated && !isNobody) return all
  return clause.is(first.action.from, 'a') ? all.map(({ action, whom }) => ({ action, whom: whom ?? null })) : []
}

function accusation(clause: Clauses, at: number, subjectOf: SubjectOf): Parts | null {
  const charge = { from: at, to: at + 1 }
  const group = chargeStart(clause, at)
  const { negated } = group
  // "is alleged to have killed"
  if (clause.is(at, 'said_to') && clause.is(at + 1, 'to') && clause.is(at + 2, 'have')) {
    const told = deedAt(clause, at + 3)
    return told && { ...told, by: subjectOf(group.from), charge, negated }
  }
  // "ordered the killing of 12 men"
  if (clause.is(at, 'lead') && /(?:ed|led|ó|aron)$/i.test(clause.word(at)) && !group.passive) {
    const told = deedAt(clause, at)
    const by = told && clause.is(told.action.to - 1, 'deed') ? subjectOf(group.from) : null
    if (told && by) return { ...told, by, negated }
  }
  // "confessed to killing 12 people": he says so himself.
  if (clause.is(at, 'confess')) {
    const from = /^(?:to|haber)$/i.test(clause.word(at + 1)) ? at + 2 : at + 1
    const told = clause.is(from, 'doing', 'done', 'have') ? deedAt(clause, from) : null
    const by = told && subjectOf(group.from)
    return told && { ...told, by, accuser: by, negated }
  }
  // "the conviction of four marines for the killing of"
  if (clause.is(at, 'case') && of.test(clause.word(at + 1))) {
    const by = clause.phraseFrom(at + 2)
    const told = by && /^(?:for|por)$/i.test(clause.word(by.to)) ? deedAt(clause, by.to + 1) : null
    if (told) return { ...told, by, charge }
  }
  const isActive = clause.is(at, 'charge', 'hold') && !group.passive
  const isOf = clause.is(at + 1, 'of', 'by', 'about', 'in') && !/^(?:al?|to)$/i.test(clause.word(at + 1))
  if (clause.is(at, 'charged', 'tried') && (!isActive || isOf)) {
    const told = chargedWith(clause, at + 1, nearby)
    if (told) {
      // "the battalion, accused of killing four,": right behind whom it is said of.
      const isAside = !group.passive && clause.isMark(group.from - 1, ',')
      const by = isAside ? clause.phraseBefore(group.from - 1) : subjectOf(group.from)
      const accuser = clause.is(at, 'accuse') ? clause.agentAfter(at + 1, told.from) : null
      return { ...told.deed, by, charge, accuser, negated }
    }
  }
  if (!isActive) return null
  // "lo acusa de la muerte de": whom, the sentences before tell.
  if (clause.is(at - 1, 'clitic', 'pronoun') && /^(?:de|por)$/i.test(clause.word(at + 1))) {
    const told = deedAt(clause, at + 2)
    return (
      told && {
        ...told,
        by: null,
        charge,
        accuser: clause.is(at - 1, 'clitic') && !/^se$/i.test(clause.word(at - 2)) ? subjectOf(at - 1) : null,
        negated,
      }
    )
  }
  const subject = subjectOf(group.from)
  const accuser = clause.is(at, 'accuse') ? subject : null
  // "The general, whom prosecutors accuse of"
  if (clause.is(at + 1, 'of-what') && subject && /^(?:whom|quien|quienes|que)$/i.test(clause.word(subject.from - 1))) {
    const told = deedAt(clause, at + 2)
    return told && { ...told, by: clause.antecedent(subject.from - 1), charge, accuser, negated }
  }
  const isTo =
    /^al$/i.test(clause.word(at + 1)) ||
    (/^a$/i.test(clause.word(at + 1)) && (clause.is(at + 2, 'a', 'name', 'people') || clause.isNumber(at + 2)))
  // "condenó en 2017 a dos coroneles"
  let before = at + 1
  if (clause.is(before, 'in')) while (before < at + 6 && !/^al?$/i.test(clause.word(before))) before++
  const start = isTo ? at + 2 : /^al?$/i.test(clause.word(before)) ? before + 1 : at + 1
  const told = chargedWith(clause, start + 1, afar)
  return told && { ...told.deed, by: accusedIn(clause, start, told.from), charge, accuser, negated }
}

/** Over "was declared", "fue hallado": who is found to be responsible. */
function chargeStart(clause: Clauses, at: number): ReturnType<Clauses['verbStart']> {
  const group = clause.verbStart(at)
  return /^(?:declar|found$|held$|hallad|considerad|encontrad)/i.test(clause.word(group.from - 1))
    ? clause.verbStart(group.from - 1)
    : group
}

/** "of killing", "in 2014 with murdering", "to death in 2017 for the killing of": the deed, and where its "of" stands. */
function chargedWith(
  clause: Clauses,
  from: number,
  reach: number,
): { deed: Pick<Parts, 'action' | 'whom'>; from: number } | null {
  for (let at = from; at < Math.min(clause.length, from + reach); at++) {
    if (clause.isMark(at, ';:.—“”"') || (clause.isMark(at, ',') && reach === nearby)) return null
    if (clause.is(at, 'when', 'who') && !clause.is(at, 'of-what') && !/^(?:as|como)$/i.test(clause.word(at))) return null
    if (!clause.is(at, 'of-what')) continue
    const deed = deedAt(clause, at + 1)
    if (deed) return { deed, from: at }
    // "of stealing cattle and raping two women"
    if (!/(?:ing|[aei]r)$/i.test(clause.word(at + 1))) continue
    const other = clause.phraseFrom(at + 2)
    const also = other && clause.is(other.to, 'and') ? deedAt(clause, other.to + 1) : null
    if (also) return { deed: also, from: at }
  }
  return null
}

/** "the army responsible", "la unidad como presunta responsable", "eight soldiers to 30 years": who of the words between the charge and what it is of. */
function accusedIn(clause: Clauses, from: number, end: number): Phrase | null {
  let to = from
  while (
    to < end &&
    !clause.isMark(to, ',') &&
    !clause.is(to, 'responsible', 'responsable', 'who', 'charged') &&
    !/^como$/i.test(clause.word(to))
  ) {
    const isOther = /^(?:to|in|on|last|a)$/i.test(clause.word(to)) && !clause.isName(to + 1) && !clause.is(to - 1, 'and')
    if (to > from && isOther) break
    to++
  }
  return to > from && !clause.is(from, 'pronoun', 'of-what') ? { from, to } : null
}
