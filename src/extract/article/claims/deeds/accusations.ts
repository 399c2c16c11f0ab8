/**
 * Who is said to have done what: "was accused of killing", "acusan a la fuerza de haber matado a", "is wanted for the murder of", "the conviction of four
 * marines for". What is alleged, charged, judged or overturned is no fact; the word that says which goes with the event.
 */
import type { Clauses, Phrase } from '../grammar/clauses.js'
import { deedAt, type Parts, verbAt } from './deeds.js'

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
  // "for the killing of 14 farmers and the disappearance of three", "of torture, killings and extortion"
  for (let end = first.whom?.to ?? first.action.to; clause.is(end, 'and') || clause.isMark(end, ','); ) {
    let next = end + 1
    while (clause.is(next, 'and') || /^(?:of|de)$/i.test(clause.word(next))) next++
    const also = deedAt(clause, next)
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
  // "faces charges of torture", "enfrenta una acusación por"
  if (clause.is(at, 'face')) {
    let of = at + 1
    while (of < at + 4 && !clause.is(of, 'charges')) of++
    const told = clause.is(of, 'charges') ? chargedWith(clause, of + 1, nearby) : null
    return told && { ...told.deed, by: subjectOf(group.from), charge: { from: at, to: of + 1 }, negated }
  }
  // "is alleged to have killed", "were found to have tortured"
  if (clause.is(at, 'said_to') && clause.is(at + 1, 'to') && clause.is(at + 2, 'have')) {
    const told = deedAt(clause, at + 3)
    return told && { ...told, by: subjectOf(group.from), charge, negated }
  }
  // "ordered the killing of 12 men"
  if (clause.is(at, 'lead') && /(?:ed|led|ó|aron)$/i.test(clause.word(at)) && !group.passive) {
    const told = orderedAt(clause, at) ?? deedAt(clause, at)
    const isTold = told && (clause.is(told.action.to - 1, 'deed', 'manner') || told.action.from === at)
    const by = isTold ? subjectOf(group.from) : null
    if (told && by) return { ...told, by, negated }
  }
  const answering = answeringFor(clause, at)
  if (answering) return { ...answering.deed, by: subjectOf(answering.verb.from), charge, negated: answering.verb.negated }
  // "pidió 25 años de prisión para el coronel por la muerte de", "asked for 25 years in prison for the colonel over the death of"
  if (clause.is(at, 'jail', 'warrant') && /^(?:para|for|against|al?|contra)$/i.test(clause.word(at + 1))) {
    const told = chargedWith(clause, at + 3, afar)
    const by = told && accusedIn(clause, at + 2, told.from)
    if (by) return { ...told.deed, by, charge, negated }
  }
  const attributed = attributedAt(clause, at, subjectOf)
  if (attributed) return { ...attributed, charge, negated }
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
  // "was investigating" is no passive.
  const isActive = clause.is(at, 'charge', 'hold') && (!group.passive || /ing$/i.test(clause.word(at)))
  const isOf = clause.is(at + 1, 'of', 'by', 'about', 'in') && !/^(?:al?|to)$/i.test(clause.word(at + 1))
  // "whom they blamed for" is of whoever stands before.
  if (clause.is(at, 'charged', 'tried') && (!isActive || (isOf && !clause.is(at - 1, 'subject')))) {
    // "has been linked to the deaths of"
    const isLinked = /^(?:linked|tied|vinculad[oa]s?)$/i.test(clause.word(at))
    const link = isLinked && /^(?:to|al?|con)$/i.test(clause.word(at + 1)) ? deedAt(clause, at + 2) : null
    const told = link ? { deed: link, from: at + 1 } : isLinked ? null : chargedWith(clause, at + 1, nearby)
    if (told) {
      // "the battalion, accused of killing four,": right behind whom it is said of.
      const isAside = !group.passive && clause.isMark(group.from - 1, ',')
      const before = isAside ? clause.phraseBefore(group.from - 1) : null
      const by = before
        ? clause.somebodyIn(before)
        : isAside
          ? null
          : (namedBehind(clause, at, told) ?? foundBehind(clause, at, told) ?? ofWhom(clause, subjectOf(group.from), at))
      const accuser = clause.is(at, 'accuse') ? clause.agentAfter(at + 1, told.from) : null
      return { ...told.deed, by, charge, accuser, negated }
    }
  }
  const fronted = group.passive && clause.is(at, 'charged', 'tried') ? frontedDeed(clause, group.from) : null
  if (fronted) {
    const by = clause.subjectAfter(at + 1, true) ?? subjectOf(group.from)
    return { ...fronted, by: by && by.from > fronted.action.from ? by : null, charge, negated }
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
  const accuser = clause.is(at, 'accuse', 'hold') ? subject : null
  // "The general, whom prosecutors accuse of"
  if (clause.is(at + 1, 'of-what') && subject && /^(?:whom|quien|quienes|que)$/i.test(clause.word(subject.from - 1))) {
    const told = deedAt(clause, at + 2)
    return told && { ...told, by: clause.antecedent(subject.from - 1), charge, accuser, negated }
  }
  // "vinculó a proceso a cuatro"
  const verb = /^a$/i.test(clause.word(at + 1)) && /^proceso$/i.test(clause.word(at + 2)) ? at + 2 : at
  const isTo =
    /^al$/i.test(clause.word(verb + 1)) ||
    (/^a$/i.test(clause.word(verb + 1)) && (clause.is(verb + 2, 'a', 'name', 'people') || clause.isNumber(verb + 2)))
  // "condenó en 2017 a dos coroneles"
  let before = verb + 1
  // "condenó el viernes a siete personas"
  const isWhen = clause.is(before, 'in', 'time') || (clause.is(before, 'a') && clause.is(before + 1, 'time'))
  if (isWhen) while (before < verb + 6 && !/^al?$/i.test(clause.word(before))) before++
  const start = isTo ? verb + 2 : /^al?$/i.test(clause.word(before)) ? before + 1 : verb + 1
  const told = chargedWith(clause, start + 1, afar) ?? (/^imput/i.test(clause.word(at)) ? imputed(clause, start + 1) : null)
  return told && { ...told.deed, by: accusedIn(clause, start, told.from), charge, accuser, negated }
}

/**
 * "was behind the killing of", "is in prison for the murder of", "is under investigation for the death of", "fueron dados de baja por la golpiza a": the deed,
 * and where its verb begins.
 */
function answeringFor(
  clause: Clauses,
  at: number,
): { deed: Pick<Parts, 'action' | 'whom'>; verb: ReturnType<Clauses['verbStart']> } | null {
  const isUnder = clause.is(at, 'investigation') && /^(?:under|bajo)$/i.test(clause.word(at - 1))
  const isDismissed = /^baja$/i.test(clause.word(at)) && /^dad[oa]s?$/i.test(clause.word(at - 2))
  if (clause.is(at, 'answer') && /^(?:for|por)$/i.test(clause.word(at + 1))) {
    const deed = deedAt(clause, at + 2)
    return deed && { deed, verb: clause.verbStart(at) }
  }
  if (!clause.is(at, 'behind', 'jail') && !isUnder && !isDismissed) return null
  const verb = isDismissed ? at - 3 : isUnder || clause.is(at - 1, 'in') ? at - 2 : at - 1
  if (!clause.is(verb, 'be') && !/^(?:remains?|está|están|estaban?|siguen?)$/i.test(clause.word(verb))) return null
  const isBehind = clause.is(at, 'behind')
  const isFor = isBehind ? /^de$/i.test(clause.word(at + 1)) : /^(?:for|over|por)$/i.test(clause.word(at + 1))
  if (!isBehind && !isFor) return null
  const deed = deedAt(clause, isFor ? at + 2 : at + 1)
  return deed && { deed, verb: clause.verbStart(verb) }
}

/** "ordered his men to shoot the prisoners", "ordenó matar a los detenidos": with the word for it, whom it was to be done to. */
function orderedAt(clause: Clauses, at: number): Pick<Parts, 'action' | 'whom'> | null {
  if (!/^(?:ordered|ordenó|ordenaron)$/i.test(clause.word(at))) return null
  let to = at + 1
  while (to < at + 9 && !clause.isMark(to) && !clause.is(to, 'when', 'who', 'and', 'doing') && !/^to$/i.test(clause.word(to)))
    to++
  const verb = verbAt(clause, /^to$/i.test(clause.word(to)) ? to + 1 : to)
  if (!verb?.kill && !/[aei]r(?:l[aeo]s?)?$/.test(clause.word(to))) return null
  // "ordenó dispararles": at whom, the sentences before tell.
  if (verb && /[aei]rl[aeo]s?$/.test(clause.word(to))) return { action: { from: at, to: verb.to }, whom: null }
  const whom = verb && clause.phraseFrom(verb.to)
  return verb && (whom === null || !clause.is(whom.from, 'pronoun')) ? { action: { from: at, to: verb.to }, whom } : null
}

/** "the massacre was blamed on soldiers", "84 killings attributed to the army", "Villagers blame the deaths of 11 herders on the police". */
function attributedAt(
  clause: Clauses,
  at: number,
  subjectOf: SubjectOf,
): Pick<Parts, 'action' | 'whom' | 'by' | 'accuser'> | null {
  if (!clause.is(at, 'attributed')) return null
  const group = clause.verbStart(at)
  const isTo = (word: number) => /^(?:to|on|al?)$/i.test(clause.word(word))
  if (isTo(at + 1)) {
    const deed = group.passive ? subjectOf(group.from) : clause.phraseBefore(at, true)
    const told = deed && deedAt(clause, deed.from)
    const by = told && someoneAt(clause, at + 2)
    return by && { ...told, by, accuser: clause.agentAfter(at + 2) }
  }
  const told = group.passive ? null : deedAt(clause, at + 1)
  if (!told) return null
  let on = told.action.to
  while (on < at + afar && !isTo(on) && !clause.endsLeft(on)) on++
  const by = isTo(on) ? someoneAt(clause, on + 1) : null
  const whom = told.whom && { from: told.whom.from, to: Math.min(told.whom.to, on) }
  return by && { ...told, whom, by, accuser: subjectOf(group.from) }
}

/** Not "cholera", "the drug war". */
function someoneAt(clause: Clauses, from: number): Phrase | null {
  const phrase = clause.phraseFrom(from, true)
  for (let at = from; phrase && at < phrase.to && !clause.is(at, 'of', 'in'); at++) if (clause.is(at, 'thing')) return null
  return phrase
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

/** "Among those convicted of the massacre was Lieutenant Example": whom the sentence names last. */
function namedBehind(clause: Clauses, at: number, { deed }: { deed: Pick<Parts, 'action' | 'whom'> }): Phrase | null {
  const isAmong = /^(?:those|los|las)$/i.test(clause.word(at - 1)) && /^(?:among|entre)$/i.test(clause.word(at - 2))
  const end = deed.whom?.to ?? deed.action.to
  return isAmong && clause.is(end, 'be') ? clause.phraseFrom(end + 1, true) : null
}

/** "halló responsable al Estado por": who stands behind the word. */
const foundBehind = (clause: Clauses, at: number, { from }: { from: number }): Phrase | null =>
  clause.is(at, 'responsable') && /^al?$/i.test(clause.word(at + 1)) ? accusedIn(clause, at + 2, from) : null

/** "the story of a policeman accused of": right before the word, the policeman. */
const ofWhom = (clause: Clauses, by: Phrase | null, at: number): Phrase | null =>
  by !== null && by.to === at ? clause.somebodyIn(by) : by

/** "For the murder of the boy, two officers were jailed", "Por la tortura de un estudiante fueron procesados tres agentes": what they were, where the sentence begins with it. */
function frontedDeed(clause: Clauses, verb: number): Pick<Parts, 'action' | 'whom'> | null {
  let from = verb
  while (from > 0 && !(clause.isMark(from - 1, ';:.—“”"') || clause.is(from - 1, 'and', 'that', 'when'))) from--
  return /^(?:for|over|por)$/i.test(clause.word(from)) ? deedAt(clause, from + 1) : null
}

/** "imputó al general Ejemplo 22 homicidios": without a word between. */
function imputed(clause: Clauses, from: number): ReturnType<typeof chargedWith> {
  for (let at = from; at < from + nearby && !clause.isMark(at); at++) {
    const deed = clause.isNumber(at) || clause.is(at, 'a') ? deedAt(clause, at) : null
    if (deed) return { deed, from: at }
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
    // "acquitted the major of all charges in"
    if (/^(?:of|de)$/i.test(clause.word(to)) && (clause.is(to + 2, 'charges', 'role') || (to > from && clause.isNumber(to + 1))))
      break
    const isOther = /^(?:to|in|on|last|a)$/i.test(clause.word(to)) && !clause.isName(to + 1) && !clause.is(to - 1, 'and')
    if (to > from && isOther) break
    to++
  }
  return to > from && !clause.is(from, 'pronoun', 'of-what') ? { from, to } : null
}
