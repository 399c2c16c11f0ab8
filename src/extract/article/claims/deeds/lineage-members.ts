/** Whom a lineage can be of: a force, somebody of a force, one officer; and who in the clause that is. */
import type { Clauses, Phrase } from '../grammar/clauses.js'

/** Who was in a force: others who join something are of no interest here. */
export const ofForces =
  /(?<!\p{L})(?:soldiers?|troops|officers?|lieutenants|captains|sergeants|majors|colonels|generals|tenientes|capitanes|sargentos|mayores|coroneles|generales|commandos|units?|graduates|alumni|deserters|defectors|police(?:men)?|marines|rangers|corps|battalions?|brigades?|regiment|squad|pilots|recruits|trainees|ex-?\p{L}{5,}|former (?:soldiers|officers|police|members)|soldados|militares|exmilitares|exsoldados|oficiales|polic[ií]as|desertores|egresados|kaibiles|elementos|efectivos|agentes|marinos|comandos|batall[oó]n|guardia|guards?|bodyguards|escoltas|mutineers|gendarmes|integrantes)(?!\p{L})/iu
export const aForce =
  /(?<!\p{L})(?:battalion|brigade|regiment|division|company|squadron|unit|squad|team|force|group|guard|gang|militia|cartel|column|batall[oó]n|brigada|regimiento|divisi[oó]n|unidad|grupo|cuerpo|guardia|fuerza|comando|columna|banda|milicia|cártel)(?!\p{L})/iu
/** "BIR", whatever it is. */
export const acronym = /\p{Lu}{2,}/u
export const sponsors =
  /(?<!\p{L})(?:advisers|advisors|instructors|trainers|asesores|boinas verdes|instructores|entrenadores|embajada)(?!\p{L})/iu
/** A force, "BIR", or "the Panthers". */
export const aUnit = (clause: Clauses, part: Phrase | null): Phrase | null =>
  only(clause, part, aForce, acronym) ?? (part && clause.isName(part.to - 1) && clause.is(part.from, 'a') ? part : null)
export const someOfThem =
  /^(?:some|several|many|most|two|three|four|five|a few|varios|algunos|muchos|dos|tres)\s(?:of|de)\s(?:them|its|their|these|those|the|ellos|sus|los)(?!\p{L})/iu
export const veterans =
  /(?<!\p{L})(?:veterans|deserters|members|soldiers|officers|commandos|men|defectors|former\s\p{Ll}+|ex-?\p{L}{5,}|veteranos|desertores|miembros|soldados|oficiales|integrantes)(?!\p{L})/iu

/** Whom the verb group at `at` is of. */
export function subjectOf(clause: Clauses, at: number): Phrase | null {
  const { from } = clause.verbStart(at)
  return /^(?:to|para|a)$/i.test(clause.word(at - 1)) ? clause.subjectOfAim(at - 1) : clause.subjectOf(from)
}

/** Of a participle: whom it is said of, over "was", or right before it: "the 4th Brigade, formed by veterans". */
export function describedBy(clause: Clauses, at: number): Phrase | null {
  const { from, passive } = clause.verbStart(at)
  if (passive) return subjectOf(clause, at)
  // "Trained by U.S. Navy SEALs, the unit has been accused": of whom stands behind the comma.
  if (from === 0) {
    let comma = at
    while (comma < clause.length && !clause.isMark(comma)) comma++
    return clause.isMark(comma, ',') ? clause.phraseFrom(comma + 1) : null
  }
  // "la unidad Tigres, creada en 2013 y adiestrada por", "formed by veterans, trained by advisers": of the same.
  let begins = from
  for (let before = from - 1; before > 0 && from - before < 24; before--) {
    if (clause.isMark(before, ';:.—“”"')) break
    if (clause.isMark(before, ',') && clause.is(before + 1, 'ed', 'participle', 'who')) begins = before
  }
  if (clause.isMark(begins, ',')) return clause.phraseBefore(begins)
  return clause.isMark(from - 1, ',')
    ? clause.phraseBefore(from - 1)
    : clause.is(from - 1, 'and')
      ? clause.firstSubject(from)
      : clause.phraseBefore(from, true)
}

export const says = (clause: Clauses, part: Phrase | null | undefined, pattern: RegExp): boolean =>
  part != null && pattern.test(clause.print(part))
/** Who or what one of the patterns says, or nobody. */
export const only = (clause: Clauses, part: Phrase | null, ...patterns: readonly RegExp[]): Phrase | null =>
  patterns.some((pattern) => says(clause, part, pattern)) ? part : null
export const counted = (clause: Clauses, part: Phrase | null): boolean =>
  part !== null && (clause.isNumber(part.from) || /\d[.,]\d{3}/.test(clause.print(part)))

/** A force, "the soldiers", "Colonel Example": not soldiers or people at large. */
export const isKnownForce = (clause: Clauses, members: Phrase): boolean =>
  says(clause, members, someOfThem) ||
  says(clause, members, aForce) ||
  (says(clause, members, ofForces) && clause.is(members.from, 'a')) ||
  (says(clause, members, ranked) &&
    (clause.is(members.from, 'a') || (clause.isName(members.from) && clause.isName(members.to - 1))))
/** "Col. Example", "el teniente Ejemplo". */
export const ranked =
  /^(?:the |an? |el |la |una? )?(?:retired |ret\. |then-|rebel |army |deputy |former )?(?:chief of staff|lieutenant|captain|sergeant|major|colonel|general|corporal|admiral|commander|brigadier|lt|capt|sgt|maj|col|gen|cpl|brig|adm|cmdr|teniente|capitán|sargento|mayor|coronel|cabo|almirante|comandante|tte|cap|cnel|gral)(?!\p{L})/iu

/** "Six agents of the unit Tigres": the unit. */
export function forceIn(clause: Clauses, { from, to }: Phrase): Phrase | null {
  for (let at = from + 1; at < to; at++)
    if (clause.is(at, 'of') && says(clause, { from: at + 1, to }, aForce) && !clause.isNumber(at + 1)) return { from: at + 1, to }
  return null
}

/** "The unit, whose officers were trained by": the unit. "A unit whose instructors were trained in Panama": who teaches it is not it. */
export function unitOf(clause: Clauses, members: Phrase | null): Phrase | null {
  if (members === null || !clause.is(members.from, 'whose')) return members
  return says(clause, members, sponsors) ? null : clause.antecedent(members.from)
}
