/** Words for deeds as they stand in a clause: "shot dead", "having killed two men", "the alleged murder of a student". */
import type { Clauses, Phrase } from '../grammar/clauses.js'
import type { Kind } from '../grammar/deed-words.js'

/** What is told of a deed, by places of words. */
export interface Parts {
  action: Phrase
  by?: Phrase | null
  whom?: Phrase | null
  /** What says that somebody did it, where he is accused of it, and who says so. */
  charge?: Phrase
  accuser?: Phrase | null
  negated?: boolean
  /** Whether the deed is named and nothing of it is told. */
  bare?: boolean
}

/** A verb of doing something to somebody: where it ends, and which of its forms the word can be. */
export interface DeedVerb {
  to: number
  did: boolean
  done: boolean
  doing: boolean
  /** The present: "soldiers torture". */
  kill: boolean
}

/** "killed", "shot dead", "opened fire on", "gunned down", "dispararon contra": the verb that begins at a word, if any. */
export function verbAt(clause: Clauses, at: number): DeedVerb | null {
  const is = (offset: number, ...kinds: Kind[]) => clause.is(at + offset, ...kinds)
  if (clause.isProper(at)) return null
  const isDoing = /(?:ing|[aei]r)$/i.test(clause.word(at))
  const ofSeveral = (to: number): DeedVerb => ({ to, did: !isDoing, done: false, doing: isDoing, kill: false })
  if (is(0, 'opening') && is(1, 'fuego') && is(2, 'on', 'contra')) return ofSeveral(at + 3)
  // "continued opening fire on": of whoever opened it.
  if (is(0, 'open') && is(-1, 'opening')) return null
  if (is(0, 'open') && is(1, 'on', 'contra') && !/^a$/i.test(clause.word(at + 1))) return ofSeveral(at + 2)
  // "disparó a quemarropa contra"
  if (is(0, 'open') && manner.test(clause.word(at + 2)) && /^contra$/i.test(clause.word(at + 3))) return ofSeveral(at + 4)
  // "dispararon por la espalda a ocho", "dispararon a los manifestantes"
  const back = is(0, 'open') && /^por$/i.test(clause.word(at + 1)) && /^espalda$/i.test(clause.word(at + 3)) ? at + 4 : at + 1
  if (is(0, 'open') && (back > at + 1 || /^al?$/i.test(clause.word(back)))) {
    const whom = clause.phraseFrom(back)
    return whom && isSomebody(clause, { from: whom.from + 1, to: whom.to }) ? ofSeveral(back) : null
  }
  // "fired live rounds into the crowd"
  for (let to = at + 2; is(0, 'open') && to < at + 6 && !clause.isMark(to); to++)
    if (/^(?:into|at|on|contra)$/i.test(clause.word(to)) && shots.test(clause.word(to - 1))) {
      const whom = clause.phraseFrom(to + 1)
      return whom && isSomebody(clause, whom) ? ofSeveral(to + 1) : null
    }
  // "dispararon 117 veces contra"
  if (is(0, 'open') && /^veces$/i.test(clause.word(at + 2)) && /^contra$/i.test(clause.word(at + 3))) return ofSeveral(at + 4)
  if (is(0, 'set') && is(1, 'fire') && is(2, 'to')) return ofSeveral(at + 3)
  if (is(0, 'set') && is(1, 'ablaze')) return ofSeveral(at + 2)
  if (is(0, 'round') && /^up$/i.test(clause.word(at + 1))) return { ...ofSeveral(at + 2), done: !isDoing }
  if (is(0, 'starved')) return is(1, 'to') && /^death$/i.test(clause.word(at + 2)) ? { ...ofSeveral(at + 3), done: true } : null
  if (is(0, 'gun') && (is(1, 'down') || /^pick\p{L}+ off$/iu.test(`${clause.word(at)} ${clause.word(at + 1)}`)))
    return { ...ofSeveral(at + 2), done: !isDoing }
  // "took away two brothers", "were dragged off by"
  if (is(0, 'muerte') && /^muerte$/i.test(clause.word(at + 1))) return ofSeveral(at + 2)
  if (is(0, 'given')) return givenAt(clause, at)
  // "sacaron a los hombres de sus casas", not "sacaron dinero"
  if (/^sac(?:aron|ó)$/i.test(clause.word(at)) && !/^al?$/i.test(clause.word(at + 1))) return null
  if (is(0, 'haul') && /^(?:away|off)$/i.test(clause.word(at + 1))) {
    const whom = clause.phraseFrom(at + 2)
    return whom === null || isSomebody(clause, whom) ? { ...ofSeveral(at + 2), done: !isDoing } : null
  }
  if (is(0, 'make') && /^disappear$/i.test(clause.word(at + 1))) return ofSeveral(at + 2)
  const [did, done, doing, kill] = [is(0, 'did'), is(0, 'done'), is(0, 'doing'), is(0, 'kill')]
  if (!did && !done && !doing && !kill) return null
  if (/^e[jx]ecut/i.test(clause.word(at)) && isCarriedOut(clause, at)) return null
  if (/^attack/i.test(clause.word(at)) && isSpoken(clause, at)) return null
  const whom = is(0, 'of-people') || said.test(clause.word(at)) ? whomBy(clause, at) : null
  if (whom && (is(0, 'of-people') ? !isSomebody(clause, whom) : isMatter(clause, whom))) return null
  let to = at + 1
  if (is(0, 'shoot') && is(1, 'dead')) to++
  else if (is(1, 'to') && /^death$/i.test(clause.word(at + 2))) to += 2
  else if (is(0, 'shoot') && is(1, 'and') && is(2, 'did') && !is(3, 'and')) to += 2
  // "mató a balazos a cuatro"
  else if (/^a$/i.test(clause.word(to)) && manner.test(clause.word(to + 1))) to += /^sangre$/i.test(clause.word(to + 1)) ? 3 : 2
  else if ((is(1, 'up', 'down') && did) || (doing && /^contra$/i.test(clause.word(to)))) to++
  return { to, did, done, doing, kill }
}

/** "the attack executed by a bomber", "executed that", "ejecutó el presupuesto", "the plan was executed": carried out, and nobody put to death. */
function isCarriedOut(clause: Clauses, at: number): boolean {
  if (clause.is(at - 1, 'thing', 'crime')) return true
  if (/^(?:that|this|it|these)$/i.test(clause.word(at + 1)) && !clause.is(at + 2, 'people')) return true
  const what = whomBy(clause, at)
  if (what === null) return false
  const head = clause.headOf(what)
  return clause.is(head, 'thing', 'crime', 'case') || carriedOut.test(clause.word(head))
}
/** To whom or what a verb is done, behind it or, in the passive, before it. */
function whomBy(clause: Clauses, at: number): Phrase | null {
  const group = clause.verbStart(at)
  return clause.phraseFrom(at + 1) ?? (group.passive ? clause.subjectOf(group.from) : null)
}
/** "attacked the proposal", "killed the bill", "beat the record", "shot a film": nobody. */
const said = /^(?:attack|kill|beat|shot|shoot|slaughter|mata|mató|ataca)/i
const matter =
  /^(?:proposals?|bills?|budgets?|plans?|laws?|reports?|decisions?|polic(?:y|ies)|ideas?|deals?|talks|amendments?|measures?|hopes?|odds|records?|deadlines?|films?|videos?|footage|documentary|photos?|photographs?|cattle|goats|livestock|propuestas?|leyes|ley|informes?|proyectos?|esperanzas?|decisi(?:ón|ones)|reformas?|ganado)$/iu
function isMatter(clause: Clauses, whom: Phrase): boolean {
  const head = clause.headOf(whom)
  const isSome = clause.isNumber(head) || /^(?:thousands|millions|heads?|herds?|miles)$/i.test(clause.word(head))
  return matter.test(clause.word(head)) || (isSome && clause.is(head + 1, 'of') && matter.test(clause.word(whom.to - 1)))
}

/** "The president attacked the judges": in words. */
function isSpoken(clause: Clauses, at: number): boolean {
  const group = clause.verbStart(at)
  const by = group.passive ? null : clause.subjectOf(group.from)
  return by !== null && speakers.test(clause.word(clause.headOf(by)))
}
const speakers =
  /^(?:presidents?|ministers?|senators?|congress(?:man|woman)|lawmakers?|critics?|opposition|editorials?|newspapers?|columnists?|spokes\p{L}+|bishops?|candidates?|deput(?:y|ies))$/iu
const carriedOut =
  /^(?:operations?|orders?|plans?|warrants?|missions?|contracts?|projects?|programm?e?s?|agreements?|manoeuvres?|maneuvers?|strateg(?:y|ies)|polic(?:y|ies)|duties|duty|tasks?|commands?|coups?|putsch|sentences?|orden|órdenes|plan(?:es)?|operaci(?:ón|ones)|misi(?:ón|ones)|contratos?|proyectos?|programas?|obras?|presupuestos?|sentencias?|estrategias?|tareas?|golpe|penal(?:es)?|penalti)$/iu

/** How: "a balazos", "a quemarropa". */
const manner = /^(?:balazos|tiros|golpes|machetazos|puñaladas|palos|quemarropa|mansalva|sangre)$/i
const shots =
  /^(?:shots?|rounds?|bullets?|tear ?gas|gas|ammunition|rockets?|shells?|grenades?|disparos|balas|tiros|granadas|gases)$/i

/** "given electric shocks", "subjected to beatings": what is done to somebody by it. */
function givenAt(clause: Clauses, at: number): DeedVerb | null {
  const to = /^(?:to|a)$/i.test(clause.word(at + 1)) ? at + 2 : at + 1
  if (/^(?:electric|simulated|descargas)$/i.test(clause.word(to)))
    return { to: to + 2, did: false, done: true, doing: false, kill: false }
  const deed = to === at + 2 ? deedAt(clause, to) : null
  return deed && deed.whom === null ? { to: deed.action.to, did: false, done: true, doing: false, kill: false } : null
}

/** "the attack", "every abducted citizen", "The 2 wounded rebels": no verb that somebody does. */
export const isNoun = (clause: Clauses, at: number): boolean =>
  (clause.is(at - 1, 'a', 'of', 'in', 'presunto', 'did', 'doing') || clause.isNumber(at - 1)) &&
  !clause.is(at - 1, 'people') &&
  !isUnitNumber(clause, at - 1)
/** "Batallón 46", "Brigade 12": a unit's name ends in its number. */
const isUnitNumber = (clause: Clauses, at: number): boolean =>
  clause.isNumber(at) && (clause.is(at - 1, 'people') || /^no$/i.test(clause.word(at - 1)))

/** A chronology's or a headline's "Soldiers torture 21 paratroopers". */
export const isPresent = (clause: Clauses, at: number): boolean =>
  !clause.is(at - 1, 'a', 'of', 'in', 'to', 'modal', 'do', 'number', 'and', 'presunto') &&
  (clause.is(at + 1, 'a') || clause.isNumber(at + 1))

/** "tortured, raped and killed civilians", "of abducting and murdering two men": behind the last of the verbs that are done to the same. */
export function lastOf(clause: Clauses, end: number, form: 'did' | 'doing'): number {
  for (let to = end; ; ) {
    const next = clause.isMark(to, ',') && clause.is(to + 1, 'and') ? to + 2 : to + 1
    const other = clause.isMark(to, ',') || clause.is(to, 'and') ? verbAt(clause, next) : null
    if (!other?.[form]) return to
    to = other.to
  }
}

/**
 * What somebody is accused of, from a word on: "having killed two men", "the alleged murder of a student", "ordering the massacre of 26", "la muerte de
 * tres", "role in the torture of".
 */
export function deedAt(clause: Clauses, from: number): Pick<Parts, 'action' | 'whom'> | null {
  let at = from
  while (clause.is(at, 'have', 'adverb', 'presunto') || /^(?:his|her|their|its|sus?)$/i.test(clause.word(at))) at++
  if (clause.is(at, 'role') && /^(?:in|en)$/i.test(clause.word(at + 1))) at += 2
  const begins = at
  if (clause.is(at, 'commit', 'lead')) {
    at++
    if (/^(?:in|en)$/i.test(clause.word(at))) at++
  }
  const verb = at === begins ? verbAt(clause, at) : null
  if (verb && (verb.doing || verb.done)) {
    const isNounOf = clause.is(at, 'deed') && /^(?:of|de)$/i.test(clause.word(verb.to))
    const to = clause.phraseFrom(verb.to) === null ? lastOf(clause, verb.to, 'doing') : verb.to
    return { action: { from: at, to }, whom: clause.phraseFrom(isNounOf ? verb.to + 1 : to) }
  }
  const isAtLeast = (word: number) => /^at$/i.test(clause.word(word)) && clause.is(word + 1, 'bound')
  // "12 de las 19 muertes"
  const isPart = (word: number) => clause.isNumber(word) && clause.is(word + 1, 'of') && clause.is(word + 2, 'a')
  const isSeries = (word: number) =>
    /^(?:string|series|wave|spate|cases?|acts?|complaints|allegations|reports|thirds?|half|quarters?|percent|majority|most|dozens|scores|hundreds|thousands|mitad|tercios?|mayoría|ciento|docenas|decenas|cientos|miles|serie|ola|cadena|casos?|actos|denuncias)$/i.test(
      clause.word(word),
    ) && clause.is(word + 1, 'of')
  while (clause.is(at, 'a', 'bound', 'presunto', 'manner') || clause.isNumber(at) || isSeries(at) || isAtLeast(at))
    at += isSeries(at) || isAtLeast(at) || isPart(at) ? 2 : 1
  // "the stadium massacre", "the Tola killings": by where it was.
  const isKnown = (word: number) => clause.is(word, 'known') && !clause.is(at, 'people', 'of', 'in', 'by', 'about', 'and')
  if (at > begins && !clause.is(at, 'deed'))
    for (const far of [1, 2]) if (isKnown(at + far) && isPlain(clause, at, at + far)) at += far
  if (!clause.is(at, 'deed')) return null
  let to = at + 1
  // "la desaparición forzada de 43 personas"
  while (clause.is(to, 'manner')) to++
  if (clause.is(to, 'of-deed')) return null
  const rights = rightsAfter(clause, to)
  if (rights !== null) return { action: { from: begins, to: rights }, whom: null }
  const whom = /^(?:of|de|del|al?|on|contra|against)$/i.test(clause.word(to))
    ? clause.phraseFrom(/^al$/i.test(clause.word(to)) ? to : to + 1)
    : null
  // "the massacre of El Example": where, by which it is known.
  const isPlace =
    whom !== null &&
    /^(?:massacre|masacre|matanza)$/i.test(clause.word(to - 1)) &&
    (clause.isName(whom.from) || (clause.is(whom.from, 'a') && clause.is(whom.from + 1, 'place'))) &&
    !hasPeople(clause, whom)
  return isPlace ? { action: { from: begins, to: whom.to }, whom: null } : { action: { from: begins, to }, whom }
}

/** Nothing but nouns and names. */
function isPlain(clause: Clauses, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (clause.isMark(at) || clause.isFinite(at) || clause.is(at, 'of', 'in', 'by', 'about', 'and', 'who', 'a', 'doing', 'when'))
      return false
  return true
}

/** "two brothers", "Luis and Mario Cruz", "12 of them"; not "the soldiers' weapons", "four motorcycles". */
export function isSomebody(clause: Clauses, whom: Phrase): boolean {
  const head = clause.headOf(whom)
  return clause.is(head, 'people', 'pronoun') || clause.isNumber(head) || (clause.isName(head) && clause.isName(whom.from))
}

function hasPeople(clause: Clauses, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) if (clause.is(at, 'people')) return true
  return false
}

/** Behind "violations of human rights", "violaciones a los derechos humanos", "crimes against humanity": nobody whom it was done to. */
function rightsAfter(clause: Clauses, from: number): number | null {
  let at = from
  while (clause.is(at, 'of', 'a', 'against') || /^a$/i.test(clause.word(at))) at++
  if (at === from) return null
  if (/^(?:humanity|guerra)$/i.test(clause.word(at))) return at + 1
  const two = `${clause.word(at)} ${clause.word(at + 1)}`
  return /^(?:human rights|derechos humanos|lesa humanidad)$/i.test(two) ? at + 2 : null
}
