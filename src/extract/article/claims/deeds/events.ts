/**
 * Events: somebody was killed, arrested, shot at, by whom and whom, as far as the sentence says it. Each word for a deed is read by how it stands in its
 * clause: as what somebody does, suffers or is accused of, or as a noun.
 */

import type { Span } from '../../sentences.js'
import type { EventClaim } from '../claim.js'
import { type Clauses, clausesOf, type Phrase } from '../grammar/clauses.js'
import { gateOf, type Signs } from '../grammar/signs.js'
import { type Common, clean } from '../phrases.js'
import { accusationAt } from './accusations.js'
import { type DeedVerb, deedAt, isNoun, isPresent, isSomebody, lastOf, type Parts, verbAt } from './deeds.js'
import { actor, sufferer } from './event-parties.js'
import { timesToldIn } from './event-times.js'

/** An event of a sentence, placed in it. */
export interface FoundEvent extends Omit<EventClaim, Common | 'type'> {
  /** It is said not to have happened. */
  negated: boolean
  /** What says that somebody did it, where it is what he is accused of: "acquitted", "blamed"; and who accuses him. */
  charge: string | null
  accuser: string | null
  /** Where the words for who did it stand, and those for whom it was done to. */
  doer: Span | null
  sufferer: Span | null
  /** Stretches where a time is the deed's own, and where the deed stands. */
  timed: readonly Span[]
  deed: Span
}

/** Letters of one of which every word for a deed has some. */
const deedly = gateOf(
  /kill|starv|hack|crush|pick(?:ed|ing)|vincul|suffocat|asphyxiat|electrocut|waterboard|chok(?:ed|ing)|ston(?:ed|ing)|trampl|butcher|decapit|dismember|exterminat|poison|maim|sodom|bayonet|garrott|hunt|violat|asfixi|ahorc|apuñal|estrangul|linch|ametrall|rafague|desmembr|calcin|arras|mutil|lesion|ajustici|ultim|drown|neutrali|captur|apprehend|bludgeon|abati|levant|round|perish|murder|massacr|slaughter|burn|torch|raz(?:ed|ing)|loot|execut|shot|shoot|tortur|rape|raping|kidnap|abduct|behead|disappear|detain|detention|arrest|attack|ambush|raid|bomb|shell|straf|wound|injur|beat|flogg|whipp|stabb|lynch|hang|strangl|mutilat|assassin|assault|slain|slay|death|fire|firing|ablaze|gunn|mowed|mowing|crime|abuse|particip|took|taken|taking|lost|perdi|muri|falleci|died|away|tomaron|tomó|embedded|sent|mata|mató|matar|asesin|ejecu|secuestr|deten|detuv|atac|desapar|hiri|hier|herid|bale[aó]|embosc|decap|quem|incend|violó|violar|violad|violan|violac|rights|derechos|extors|extort|atroci|crímen|crimen|behind|detrás|warrant|indict|aprehens|captura|investigac|investigat|inquiry|leaving|dejando|given|gave|subjected|sometid|golpiza|paliza|drag|march|kick|punch|slap|clubb|sac(?:aron|ó|ad)|hurt|baja|attribut|atribu|blame|pinned|prison|jail|prisión|golpe|fusil|masacr|acribill|degoll|saque|bombard|dispar|fuego|muerte|homicid|llev/,
)

export function findEvents(sentence: string, signs: Signs): FoundEvent[] {
  return signs.mayMatch(deedly) ? new EventReader(clausesOf(sentence)).read() : []
}

class EventReader {
  readonly #found: FoundEvent[] = []
  readonly #taken = new Set<number>()
  /** Whose the verbs so far were: "burned 20 huts and shot two elders". */
  readonly #verbs: { at: number; by: Phrase | null; whom: Phrase | null; passive: boolean }[] = []

  constructor(private readonly clause: Clauses) {}

  read(): FoundEvent[] {
    const telling = this.clause.telling()
    for (const at of telling) if (!this.#taken.has(at)) for (const told of this.#toldAt(at)) this.#add(told)
    for (const at of telling) {
      const named = this.#taken.has(at) ? null : this.#nounAt(at)
      // "the Tlatlaya massacre, when soldiers murdered 22": told once.
      if (named && !(named.bare && this.#found.length > 0)) this.#add(named)
    }
    return this.#found.sort((a, b) => a.start - b.start)
  }

  #toldAt(at: number): Parts[] {
    const accused = accusationAt(this.clause, at, this.#subjectOf)
    if (accused.length > 0) return accused
    const one =
      this.#underFire(at) ??
      this.#takenPart(at) ??
      this.#ledTo(at) ??
      this.#lost(at) ??
      this.#died(at) ??
      this.#carriedOff(at) ??
      this.#committed(at) ??
      this.#leftDead(at) ??
      this.#verb(at)
    return one ? [one] : []
  }

  /** As the clause tells it; of a second verb, who did or suffered the deed before it. */
  #subjectOf = (verb: number): Phrase | null => {
    const earlier = this.clause.subjectBefore(verb) === 'shared' ? this.#verbs.findLast(({ at }) => at < verb) : undefined
    return earlier ? (earlier.passive ? earlier.whom : earlier.by) : this.clause.subjectOf(verb)
  }

  #verb(at: number): Parts | null {
    const { clause } = this
    const verb = verbAt(clause, at) ?? this.#shotAtThem(at)
    if (!verb) return null
    const action = { from: at, to: verb.to }
    const phase = this.#phase(at)
    const group = clause.verbStart(phase ?? at)
    if (group.modal && !group.perfect) return null
    const { negated } = group
    // "was killed by", "fueron asesinados", "were detained and beaten": suffered.
    const isAlso = clause.is(group.from - 1, 'and') && this.#verbs.at(-1)?.passive === true && clause.phraseFrom(verb.to) === null
    if (verb.done && (group.passive || isAlso)) {
      // "disappeared after being detained by marines"
      const isBeing = /^(?:being|ser)$/i.test(clause.word(group.from)) && clause.is(group.from - 1, 'when', 'by', 'of')
      const whom = isBeing ? clause.firstSubject(group.from - 1) : this.#subjectOf(group.from)
      const by = clause.agentAfter(verb.to)
      this.#verbs.push({ at, by, whom, passive: true })
      return { action, by, whom, negated }
    }
    const clitic = group.perfect ? group.from - 1 : at - 1
    const isClitic = clause.is(clitic, 'clitic') && !clause.is(clitic - 1, 'of', 'a', 'by', 'in', 'about')
    if ((verb.did || verb.kill || (verb.done && group.perfect && !group.passive)) && isClitic) {
      // “Los sacaron y los mataron”: whom, the sentences before tell. "A los jóvenes los detuvieron policías": the clause itself.
      const before = clause.verbStart(clitic)
      const whom = clause.fronted(before.from)
      const by = (whom === null ? this.#subjectOf(before.from) : null) ?? clause.subjectAfter(verb.to, whom !== null)
      return this.#done(at, { action: { from: clitic, to: verb.to }, by, whom, negated: before.negated })
    }
    if (verb.doing && !verb.did) return this.#doing(at, verb)
    if (
      (verb.did && !isNoun(clause, at)) ||
      (verb.done && group.perfect) ||
      (verb.kill && (phase !== null || isPresent(clause, at)))
    ) {
      const to = lastOf(clause, action.to, 'did')
      // "el estudiante al que golpearon policías": done to him.
      const before = clause.objectBefore(group.from)
      if (before) return this.#done(at, { action: { from: at, to }, by: clause.phraseFrom(to, true), whom: before, negated })
      const whom = clause.phraseFrom(to)
      const isBound = clause.isNumber(to + 1) && /^(?:about|over|around|near)$/i.test(clause.word(to))
      const isPlace =
        !isBound &&
        clause.is(to, 'in', 'by', 'when', 'about') &&
        !/^(?:least|most|excess|menos)$/i.test(clause.word(to + 1)) &&
        !(/^a$/i.test(clause.word(to + 1)) && !/^(?:in|on|at|near|by)$/i.test(clause.word(to)))
      const isAlone = whom === null || isPlace
      const done = isAlone ? this.#doneTo(group.from) : null
      if (done) return this.#done(at, { action: { from: at, to }, ...done, negated })
      // "five villagers killed in an ambush", "the two men detained by police": nobody did it to "in an ambush".
      if (verb.done && !group.perfect && isAlone) return this.#suffered(at, verb)
      const by = this.#subjectOf(group.from)
      const behind = by === null ? clause.subjectAndObjectAfter(to) : null
      return this.#done(
        at,
        whom ? { action: { from: at, to }, by: behind?.subject ?? by, whom: behind?.object ?? whom, negated } : null,
        group.from,
      )
    }
    return verb.done && clause.is(verb.to, 'by') ? this.#suffered(at, verb) : null
  }

  /** "used to beat and burn them", "began to shoot": the verb that says so, which others behind "and" are of, too. */
  #phase(at: number): number | null {
    const { clause } = this
    if (/^to$/i.test(clause.word(at - 1)) && clause.is(at - 2, 'phase')) this.#begun = { phase: at - 2, at }
    else if (!clause.is(at - 1, 'and') || this.#begun === null || at - this.#begun.at > 14) return null
    return this.#begun.phase
  }
  #begun: { phase: number; at: number } | null = null

  /** "los militares les dispararon" */
  #shotAtThem(at: number): DeedVerb | null {
    const isThem =
      this.clause.is(at, 'open') && /(?:ó|aron|ado)$/i.test(this.clause.word(at)) && /^les?$/i.test(this.clause.word(at - 1))
    return isThem ? { to: at + 1, did: true, done: false, doing: false, kill: false } : null
  }

  /** "the men whom soldiers killed", "the men they killed": who did it, and to whom, where both stand before the verb. */
  #doneTo(verb: number): Pick<Parts, 'by' | 'whom'> | null {
    const { clause } = this
    const by = clause.subjectBefore(verb)
    if (by === null || by === 'shared') return null
    const isPronoun = clause.is(by.from, 'subject') && by.from > 0 && !clause.endsLeft(by.from - 1)
    const isRelative =
      /^(?:whom?|that|which)$/i.test(clause.word(by.from - 1)) && by.to === verb && !clause.is(by.from - 2, 'say')
    const whom = isPronoun ? clause.phraseBefore(by.from, true) : isRelative ? clause.antecedent(by.from - 1) : null
    return whom && { by, whom }
  }

  #done(at: number, parts: Parts | null, from = at): Parts | null {
    const by = parts ? (parts.by ?? null) : this.#subjectOf(from)
    this.#verbs.push({ at, by, whom: null, passive: false })
    return parts
  }

  /** "jóvenes detenidos por policías", "Nine people were killed and 12 injured": said of those before it. */
  #suffered(at: number, verb: DeedVerb): Parts | null {
    const { clause } = this
    // "the murder of Judge Ferro, gunned down by hooded men"
    const before = clause.isMark(at - 1, ',') ? clause.phraseBefore(at - 1) : null
    const by = clause.agentAfter(verb.to)
    const whom = before ? clause.somebodyIn(before) : this.#nearest(clause.phraseBefore(at, true))
    if (!whom) return null
    const counted = /\d/.test(clause.print(whom)) || clause.isNumber(whom.from)
    return by || counted ? { action: { from: at, to: verb.to }, by, whom } : null
  }

  /** "justice for the 19 youths executed by": the youths. */
  #nearest(phrase: Phrase | null): Phrase | null {
    for (let at = (phrase?.to ?? 0) - 2; phrase && at > phrase.from; at--)
      if (
        /^(?:for|into|on|por|para)$/i.test(this.clause.word(at)) &&
        (this.clause.is(at + 1, 'a') || this.clause.isNumber(at + 1))
      )
        return { from: at + 1, to: phrase.to }
    return phrase
  }

  /** "…, killing five", "before shooting two", "shows soldiers shooting two women". */
  #doing(at: number, verb: DeedVerb): Parts | null {
    const { clause } = this
    const action = { from: at, to: verb.to }
    const whom = clause.phraseFrom(verb.to)
    // "saw the shooting": a noun.
    const isThem = whom !== null && /^(?:them|him|her|us|me)$/i.test(clause.print(whom))
    if (
      !whom ||
      (clause.is(whom.from, 'pronoun', 'say') && !isThem) ||
      clause.is(at - 1, 'a') ||
      /^(?:of|de)$/i.test(clause.word(verb.to))
    )
      return null
    const seen = clause.phraseBefore(at)
    if (seen && clause.is(seen.from - 1, 'see')) {
      // "were filmed in 2015 shooting two women"
      const group = clause.verbStart(seen.from - 1)
      return { action, by: group.passive ? this.#subjectOf(group.from) : seen, whom }
    }
    let before = at - 1
    while (clause.is(before, 'adverb') || (/^a$/i.test(clause.word(before)) && clause.is(before - 1, 'phase'))) before--
    if (clause.is(before, 'phase')) {
      const group = clause.verbStart(before)
      return { ...this.#done(at, { action, by: this.#subjectOf(group.from), whom }, group.from)!, negated: group.negated }
    }
    if (!clause.isMark(before, ',') && !/^(?:before|after|antes|tras)$/i.test(clause.word(before))) return null
    const by = this.#verbs.findLast((one) => one.at < at)?.by ?? clause.firstSubject(before, true)
    return by ? { action, by, whom } : null
  }

  /** "came under fire from": under whose, is who did it. */
  #underFire(at: number): Parts | null {
    const { clause } = this
    if (!clause.is(at, 'suffer') || !clause.is(at + 1, 'under') || !/^(?:fire|attack)$/i.test(clause.word(at + 2))) return null
    const by = /^(?:from|by)$/i.test(clause.word(at + 3)) ? clause.phraseFrom(at + 4, true) : null
    return { action: { from: at, to: at + 3 }, by, whom: this.#subjectOf(clause.verbStart(at).from) }
  }

  /** "took part in the raid", "were embedded with", "has repeatedly sent troops into Kenya": who was there. */
  #takenPart(at: number): Parts | null {
    const { clause } = this
    const word = (offset: number) => clause.word(at + offset)
    const isPart = /^(?:took|taken|tom(?:ó|aron))$/i.test(word(0)) && /^parte?$/i.test(word(1))
    const lead = isPart ? 2 : /^particip(?:ated|ó|aron|ado)$/i.test(word(0)) ? 1 : 0
    const { from, negated, passive, perfect } = clause.verbStart(at)
    // "confessed to have participated": whoever confessed.
    const verb = clause.is(from - 1, 'confess') ? clause.verbStart(from - 1).from : from
    const told = (action: Phrase): Parts => ({ action, by: this.#subjectOf(verb), negated })
    if (lead > 0) {
      const what = /^(?:in|en)$/i.test(word(lead)) ? clause.phraseFrom(at + lead + 1) : null
      return what && grave.test(clause.print(what)) ? told({ from: at, to: what.to }) : null
    }
    if (passive && /^embedded$/i.test(word(0)) && /^with$/i.test(word(1))) {
      const whom = clause.phraseFrom(at + 2)
      return whom && told({ from, to: whom.to })
    }
    if (!perfect || !/^sent$/i.test(word(0))) return null
    for (let next = at + 2; next < Math.min(clause.length, at + 14); next++)
      if (/^into$/i.test(clause.word(next)) && clause.isName(next + 1)) return told({ from, to: next + 2 })
    return null
  }

  /** "led the raid that killed 12", "dirigió la operación en la que murieron doce": who led it, and whom it cost their lives. */
  #ledTo(at: number): Parts | null {
    const { clause } = this
    if (!/^(?:led|headed|commanded|directed|dirigió|comandó|encabezó|lideró)$/i.test(clause.word(at))) return null
    const group = clause.verbStart(at)
    let to = at + 1
    while (to < at + 8 && !clause.isMark(to) && !clause.is(to, 'who', 'that', 'when', 'and')) to++
    if (group.passive || !clause.is(to, 'who', 'that') || !grave.test(clause.print({ from: at + 1, to }))) return null
    let verb = to + 1
    while (clause.is(verb, 'have', 'be', 'adverb')) verb++
    const isBehind = verbAt(clause, verb) !== null || /^(?:murieron|fallecieron|left)$/i.test(clause.word(verb))
    // "in which 12 farmers were killed"
    const before = isBehind ? null : clause.phraseFrom(verb)
    let end = before?.to ?? verb
    while (clause.is(end, 'be', 'have', 'adverb')) end++
    const isDone = isBehind || verbAt(clause, end)?.done || /^died$/i.test(clause.word(end))
    const whom = isBehind ? clause.phraseFrom(verb + 1) : before
    const by = isDone && whom && isSomebody(clause, whom) ? this.#subjectOf(group.from) : null
    return by && { action: { from: at, to: isBehind ? verb + 1 : end + 1 }, by, whom, negated: group.negated }
  }

  /** "Nine died at the hands of soldiers" */
  #died(at: number): Parts | null {
    const { clause } = this
    if (!clause.is(at, 'died') || clause.behindHands(at + 1) === null) return null
    const group = clause.verbStart(at)
    const action = { from: at, to: clause.behindHands(at + 1)! - 1 }
    return { action, by: clause.agentAfter(at + 1), whom: this.#subjectOf(group.from), negated: group.negated }
  }

  /** "They lost 53 soldiers": who died, and nobody who killed them. */
  #lost(at: number): Parts | null {
    const { clause } = this
    const whom = clause.is(at, 'lost') && !clause.verbStart(at).passive ? clause.phraseFrom(at + 1) : null
    const isOwn = whom && forces.test(clause.word(clause.headOf(whom))) && !clause.is(clause.headOf(whom), 'name')
    return isOwn ? { action: { from: at, to: at + 1 }, whom, negated: clause.verbStart(at).negated } : null
  }

  /** "committed at least 20 murders", "carried out a string of assassinations". */
  #committed(at: number): Parts | null {
    const { clause } = this
    const isCarried = clause.is(at, 'carried') && /^out$/i.test(clause.word(at + 1))
    const group = clause.verbStart(at)
    if (!(isCarried || clause.is(at, 'commit')) || group.passive || (group.modal && !group.perfect)) return null
    const told = deedAt(clause, isCarried ? at + 2 : at + 1)
    const by = told && this.#subjectOf(group.from)
    return by && { action: { from: at, to: told.action.to }, by, whom: told.whom, negated: group.negated }
  }

  /** "opened fire, leaving four dead" */
  #leftDead(at: number): Parts | null {
    const { clause } = this
    if (!clause.is(at, 'leaving') || !clause.isMark(at - 1, ',')) return null
    let to = at + 1
    while (to < at + 8 && !clause.isMark(to) && !/^(?:dead|wounded|injured|muert[oa]s?|herid[oa]s?)$/i.test(clause.word(to))) to++
    if (to === at + 1 || !clause.is(to, 'dead', 'done')) return null
    const by = this.#verbs.findLast((one) => one.at < at)?.by ?? clause.firstSubject(at - 1, true)
    return by && { action: { from: at, to: to + 1 }, by, whom: { from: at + 1, to } }
  }

  /** "se llevaron a tres jóvenes"; "Elementos de la Marina se los llevaron": whom, the sentences before tell. */
  #carriedOff(at: number): Parts | null {
    const { clause } = this
    if (!clause.is(at, 'take')) return null
    const from = /^se$/i.test(clause.word(at - 1))
      ? at - 1
      : clause.is(at - 1, 'clitic') && /^se$/i.test(clause.word(at - 2))
        ? at - 2
        : null
    const by = from === null ? null : this.#subjectOf(from)
    // "los cinco jóvenes que la Marina se llevó"
    const before = by && from === at - 1 && /^que$/i.test(clause.word(by.from - 1)) ? clause.antecedent(by.from - 1) : null
    const whom = before ?? (from === at - 1 && /^al?$/i.test(clause.word(at + 1)) ? clause.phraseFrom(at + 1) : null)
    return from !== null && by && (whom || from < at - 1) ? { action: { from, to: at + 1 }, by, whom } : null
  }

  /** "The massacre was allegedly ordered by the mayor", "the disappearance of 43 students", "the Sabra massacre". */
  #nounAt(at: number): Parts | null {
    const { clause } = this
    const action = { from: at, to: at + 1 }
    const isOf = /^(?:of|de)$/i.test(clause.word(at + 1))
    if (clause.is(at, 'crime')) {
      let next = (isOf ? clause.phraseFrom(at + 2)?.to : undefined) ?? at + 1
      if (clause.is(next, 'be', 'have')) while (clause.is(next, 'be', 'have', 'adverb')) next++
      const isCarried = clause.is(next, 'carried') && /^out$/i.test(clause.word(next + 1))
      const isCommitted = isCarried || clause.is(next, 'commit') || /^executed$/i.test(clause.word(next))
      const by = isCommitted && next > at + 1 ? clause.agentAfter(next + 1) : null
      if (by) return { action, by }
    }
    if (clause.is(at, 'deed') && !clause.is(at, 'known')) {
      // "the execution of 31 men by soldiers"
      const whom = isOf ? clause.phraseFrom(at + 2) : null
      // "38 extrajudicial executions by the corps"
      let from = at
      while (clause.is(from - 1, 'manner')) from--
      const isCounted = clause.isNumber(from - 1) && clause.is(at + 1, 'by')
      const by = isCounted ? clause.agentAfter(at + 1) : whom && clause.is(whom.to, 'by') ? clause.agentAfter(whom.to) : null
      return by && { action: isCounted ? { from: from - 1, to: at + 1 } : action, by, whom }
    }
    if (!clause.is(at, 'known')) return null
    const isMassacre = /^(?:massacre|masacre|matanza)$/i.test(clause.word(at))
    if (isMassacre && (isOf || /^(?:in|at|en)$/i.test(clause.word(at + 1))) && clause.isName(at + 2)) {
      let to = at + 3
      while (clause.isName(to) && !clause.is(to, 'in')) to++
      return { action: { from: at, to }, bare: true }
    }
    if (isMassacre && clause.isName(at - 1)) return { action: { from: at - 1, to: at + 1 }, bare: true }
    const whom = isOf ? clause.phraseFrom(at + 2) : null
    return whom && { action, by: clause.agentAfter(whom.to), whom }
  }

  #add(told: Parts): void {
    const { clause } = this
    const { action, by = null, whom = null, charge, accuser = null, negated = false, bare = false } = told
    for (let at = Math.min(action.from, charge?.from ?? action.from); at < action.to; at++) this.#taken.add(at)
    const isAsked = [by, whom].some((part) => part && part.to <= action.from && clause.is(part.from - 1, 'whether'))
    if (isAsked || (by && isRumour(clause, by.from - 1))) return
    // "which they blamed for the attack": of nobody.
    if (charge && by === null && whom === null) return
    const perpetrators = by && actor(clause, by)
    const victims = whom && sufferer(clause, whom)
    // "executed them": by nobody who is named, and nobody.
    if (perpetrators === null && victims === null && !charge && !bare && !clause.is(action.from, 'clitic', 'pronoun')) return
    const parts = [action, by, whom, charge].filter((part) => part != null)
    const isNone = (part: Phrase | null) => part !== null && noneOf.test(clause.print(part))
    this.#found.push({
      start: Math.min(...parts.map(({ from }) => clause.start(from))),
      end: Math.max(...parts.map(({ to }) => clause.end(to))),
      action: clean(clause.print(action))!,
      perpetrators,
      victims,
      negated: negated || isNone(by) || isNone(whom),
      charge: charge ? clean(clause.print(charge)) : null,
      accuser: accuser && actor(clause, accuser),
      doer: perpetrators === null ? null : spanOf(clause, by!),
      sufferer: victims === null ? null : spanOf(clause, whom!),
      timed: timesToldIn(clause, told),
      deed: spanOf(clause, action),
    })
  }
}

const forces =
  /^(?:soldiers?|troops|officers?|police(?:men|man)?|marines?|fighters?|members?|men|rebels?|militants?|guerrillas?|guards?|soldados?|militares|polic[ií]as?|agentes?|marinos?|hombres|elementos|efectivos|guerrilleros?|combatientes)$/iu
const grave =
  /raid|tiroteo|operation|attack|massacre|killing|fight|coup|abduction|arrest|torture|shooting|abuse|atrocit|crime|assault|ambush|battle|war(?!\p{L})|combat|crackdown|disappearance|operativo|operaci|ataque|masacre|matanza|asesinato|desaparici|ejecuci|golpe|secuestro|tortura|redada|enfrentamiento/iu
const noneOf =
  /^(?:no(?!\.|\s(?:fewer|less|menos)\s)|none|nobody|no one|neither|nor|not (?:one|a single|any)|ning[uú]n\p{L}*|(?:a )?nadie|ni)(?![\p{L}.])/iu

const spanOf = (clause: Clauses, { from, to }: Phrase): Span => ({ start: clause.start(from), end: clause.end(to) })

/** "the insinuation that", "el rumor de que": told as what nobody should believe. */
const isRumour = (clause: Clauses, that: number): boolean =>
  clause.is(that, 'that') &&
  /^(?:insinuations?|rumou?rs?|notion|myth|suggestion|fiction|insinuaci(?:ón|ones)|rumor(?:es)?|mito)$/iu.test(
    clause.word(/^de$/i.test(clause.word(that - 1)) ? that - 2 : that - 1),
  )
