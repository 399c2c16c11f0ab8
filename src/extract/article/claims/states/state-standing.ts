/**
 * States that are told by how their clause is built, whatever word stands in it: a plan, a law, a case, a post, aid or a body that "has not been" done to,
 * "remains" so, is "under", "on" or "without" something, or "expires".
 *
 * The words are open, so that what is excluded is listed: what somebody feels or is thought of ("remains divided"), what is only described ("is located"),
 * and whose state is no matter of an administration's.
 */
import type { Phrase } from '../grammar/clauses.js'
import type { Group, Kind, Told } from './state-clause.js'
import { StateTurns } from './state-turns.js'

const affairs: readonly Kind[] = ['post', 'place', 'matter', 'aid', 'affair']
const affairsOrForces: readonly Kind[] = [...affairs, 'force']

export class StandingStates extends StateTurns {
  /** Of the word behind a verb group, or the verb itself. */
  protected standingAt(at: number): Told | null {
    const isJoined = this.is(at - 1, 'auxiliary') && !this.is(at, 'auxiliary') && !this.is(at - 1, 'to', 'modal')
    if (isJoined && (this.is(at + 1, 'since') || this.is(at, 'final', 'irregular') || mayStand(this.word(at)))) {
      const group = this.group(at)
      const told = this.#notDone(at, group) ?? this.#lasting(at, group) ?? this.#within(at, group) ?? this.#sinceThen(at, group)
      if (told) return told
    }
    return this.is(at, 'turning') ? (this.#without(at) ?? this.#ending(at) ?? this.#idle(at)) : null
  }

  /** "has not been tabled", "was never forwarded", "has not met", "no se ha ejecutado", "is not final". */
  #notDone(at: number, group: Group): Told | null {
    if (group.unreal || (group.had && !this.isStill(group, at))) return null
    const told = { from: group.from, to: at + 1 }
    if (!group.negated) {
      // "Not one of them has been answered", "ninguna ha llegado a juicio"
      const isBrought =
        (this.says(at, /^llegado$/i) && this.is(at + 2, 'justice')) ||
        this.says(at, /^(?:vuelto|regresado|aparecido|returned|reappeared)$/i)
      const isUndone =
        group.has && (isBrought || (group.copula === 'been' && this.#isParticiple(at) && !this.clause.is(at, 'done')))
      const subject = isUndone ? this.subjectOf(told) : null
      // Of one of those who were named, and not "no provision has been breached".
      const isNone = subject !== null && this.isNobody(subject) && !this.is(subject.from, 'no')
      return isNone ? told : null
    }
    if (this.is(at, 'final') && group.copula === 'is') return this.#isOfAffairs(told, affairs) ? told : null
    if (!this.#isParticiple(at)) return null
    if (group.copula === 'is' && this.#among(group.from, at, 'still') && this.#isOfAffairs(told, affairs)) return told
    if (this.is(at, 'minded')) return null
    // "has still not requested", "todavía no ha entregado": whatever it is, and whoever.
    if (this.#among(group.from, at, 'still') && (group.has || group.had)) return told
    // "is not connected": said of nothing that feels or is thought of.
    if (group.copula === 'is' && this.is(at - 1, 'not')) return this.#isOfAffairs(told, affairs) ? told : null
    const isReflexive = this.says(group.from + 1, /^se$/i) && (group.has || group.had)
    const isNever = group.copula === 'was' && this.#among(group.from, at, 'never')
    if (group.copula === 'been' || isReflexive || isNever) {
      if (group.copula === 'been' && !group.has && !group.had) return null
      return this.#isOfAffairs(told, affairs) || (!isNever && this.#isOfThing(told, at)) ? told : null
    }
    if (group.copula !== null || !group.has || this.is(at, 'turned')) return null
    // "has not met", "no ha llegado a un juez": whom it is done to does not follow.
    const next = at + 1
    const isAlone =
      next >= this.clause.length ||
      this.clause.isMark(next) ||
      this.clause.is(next, 'in', 'by', 'when') ||
      this.says(next, goingOn)
    return isAlone && this.#isOfAffairs(told, affairs) ? told : null
  }

  /** "remains parked", "is still being built", "sigue retenida", "quedó desierta", "sigue en obra". */
  #lasting(at: number, group: Group): Told | null {
    if (group.negated || group.unreal || group.had) return null
    const told = { from: group.from, to: at + 1 }
    const isLeft = this.is(at - 1, 'left')
    if (!isLeft && !this.#among(group.from, at, 'persists', 'still')) return null
    if (group.copula === null && !isLeft) return null
    const to = this.#bare(at)
    if (to !== null) return this.#isOfAffairs(told, affairsOrForces) ? { from: group.from, to } : null
    const isDoing = /ing$/.test(this.word(at)) && group.copula === 'is' && this.#endsClause(at + 1)
    if (isDoing) return this.#isOfAffairs(told, affairs) ? told : null
    const isSo = this.#isParticiple(at) || this.#isLacking(at)
    return isSo && !this.#isMinded(at) && this.#isOfAffairs(told, isLeft ? affairs : affairsOrForces) ? told : null
  }

  /** "is under construction", "is out of service", "is before the Supreme Court", "está en veremos". */
  #within(at: number, group: Group): Told | null {
    const isPut = group.copula !== null && this.says(at - 1, /^(?:put|placed|left|kept)$/i)
    const isGone = group.has && this.says(at - 1, /^gone$/i)
    const isNow = group.copula === 'is' || (group.copula === 'been' && group.has) || isGone
    if (!(isNow || isPut) || group.negated || group.unreal || group.had) return null
    const told = { from: group.from, to: at + 1 }
    const to = this.#bare(at) ?? (this.#isLacking(at) && !this.is(at, 'minded') ? at + 1 : null)
    return to !== null && this.#isOfAffairs(told, affairs) ? { from: group.from, to } : null
  }

  /** "has been delayed since March", "are grounded for lack of parts": of any participle where it is told since when or why. */
  #sinceThen(at: number, group: Group): Told | null {
    const isNow = group.copula === 'is' || (group.copula === 'been' && group.has)
    if (!isNow || group.negated || group.unreal || group.had || this.#isMinded(at) || this.is(at, 'opinion')) return null
    const told = { from: group.from, to: at + 1 }
    let to = at + 1
    while (to < at + 5 && !this.clause.isMark(to) && !this.#isSince(to)) to++
    if (!this.#isSince(to)) return null
    const isAlone = to === at + 1 && /^\p{Ll}+$/u.test(this.word(at)) && !this.clause.is(at, 'a', 'in', 'of', 'about', 'by')
    if (this.#isParticiple(at)) return this.#isOfAffairs(told, affairsOrForces) || this.#isOfThing(told, at) ? told : null
    return isAlone && this.#isOfAffairs(told, affairs) ? told : null
  }
  /** "tied to the drug trade" is said of anybody, "tied up" is not. */
  #isMinded = (at: number): boolean => this.is(at, 'minded') && !this.says(at + 1, /^(?:up|off|down)$/i)
  #isSince(from: number): boolean {
    const isLack = this.says(from, /^(?:for|por)$/i) && this.says(from + 1, /^(?:lack|want|falta)$/i)
    const isLong = this.says(from, /^for$/i) && (this.is(from + 2, 'length') || this.is(from + 3, 'length'))
    return isLack || isLong || this.says(from, /^(?:since|desde|pending|until|hasta)$/i)
  }

  /** "has been without funds", "still has no library", "has made no progress", "carece de sede", "no registra avances". */
  #without(at: number): Told | null {
    const next = at + 1
    if (this.says(at, /^(?:without|sin)$/i) && this.is(at - 1, 'auxiliary')) {
      const group = this.group(at)
      const isJoined = group.copula !== null && (group.copula !== 'was' || this.isStill(group, next))
      if (!isJoined || group.unreal || group.negated || this.is(next, 'opinion') || this.clause.is(next, 'doing')) return null
      const told = { from: group.from, to: at + 2 }
      return this.#isOfAffairs(told, affairsOrForces) ? told : null
    }
    // "still lacks a chairman"
    if (this.says(at, /^lacks?$/i) && this.is(at - 1, 'still')) {
      const what = this.clause.phraseFrom(next)
      const told = { from: at - 1, to: what?.to ?? next }
      return what && !this.is(what.to - 1, 'opinion') && this.#isOfAffairs(told, affairsOrForces) ? told : null
    }
    if (this.says(at, /^carecen?$/i) && this.says(next, /^de$/i)) {
      const group = this.group(at)
      const told = { from: group.from, to: at + 3 }
      return !this.is(at + 2, 'opinion') && !group.unreal && this.#isOfAffairs(told, affairsOrForces) ? told : null
    }
    if (this.is(at, 'progress') && this.says(at - 1, /^no$/i)) {
      const group = this.group(at - 2)
      const told = { from: group.from, to: next }
      return group.has && !group.unreal && this.#isAwaiting(at, told) ? told : null
    }
    // "no cuenta con reactivos"
    if (this.says(at, /^cuentan?$/i) && this.says(next, /^con$/i)) {
      const group = this.group(at)
      const told = { from: group.from, to: at + 3 }
      return group.negated && !group.unreal && this.#isOfAffairs(told, affairsOrForces) ? told : null
    }
    if (
      this.is(at, 'progress') &&
      this.says(at - 1, /^(?:registran?|muestran?|presentan?|reportan?|tienen?|tenido|recibido)$/i)
    ) {
      const group = this.group(at - 1)
      const told = { from: group.from, to: next }
      return group.negated && !group.unreal && this.#isAwaiting(at, told) ? told : null
    }
    if (!this.says(at, /^no$/i) || !this.is(at - 1, 'has')) return null
    const group = this.group(at)
    const told = { from: group.from, to: at + 2 }
    let end = next
    while (end < next + 6 && end < this.clause.length && !this.clause.isMark(end)) end++
    const isStill = this.#among(group.from, at, 'still') || this.#among(next, end, 'yet')
    return isStill && !group.unreal && !this.is(next, 'opinion', 'longer', 'adverb') && this.#isOfAffairs(told, affairsOrForces)
      ? told
      : null
  }

  /** "expires in June", "runs until 2027", "is set to expire", "está por vencer". */
  #ending(at: number): Told | null {
    const isTo = this.is(at - 1, 'to') && this.is(at - 2, 'towards') && this.is(at - 3, 'is')
    const isPor = this.says(at - 1, /^por$/i) && this.says(at - 2, /^est[aá]n?$/i)
    if (this.is(at, 'close') && (isTo || isPor)) {
      const told = { from: isTo ? at - 3 : at - 2, to: at + 1 }
      return this.#isOfAffairs(told, ['matter', 'affair', 'aid', 'place']) ? told : null
    }
    if (!this.is(at, 'ending')) return null
    const group = this.group(at)
    if (group.copula !== null || group.negated || group.unreal || group.has || group.had) return null
    const isLost = this.says(at, /^pierden?$/i) && this.says(at + 1, /^vigencia$/i)
    const isRun = this.says(at, /^runs?$/i)
    const isOut = this.says(at + 1, /^(?:until|till|through|out|to)$/i) && !this.says(at + 2, /^of$/i)
    const isTimed = this.clause.is(at + 2, 'time') || this.clause.isYear(at + 2)
    const isEnding = isRun
      ? isOut
      : this.is(at, 'finishes')
        ? isTimed
        : isLost || (!this.says(at, /^pierde/i) && this.#endsClause(at + 1))
    if (!isEnding) return null
    const told = { from: group.from, to: isRun || isLost ? at + 2 : at + 1 }
    return this.#isOfAffairs(told, ['matter', 'affair', 'aid']) ? told : null
  }
  #endsClause = (at: number): boolean =>
    at >= this.clause.length || this.clause.isMark(at) || this.clause.is(at, 'in', 'when', 'time') || this.is(at, 'since', 'in')

  /** "The families have received no answer": of anybody; else of what is an administration's. */
  #isAwaiting = (at: number, told: Told): boolean =>
    /^(?:answer|reply|respuestas?)$/i.test(this.word(at))
      ? this.subjectOf(told) !== null
      : this.#isOfAffairs(told, affairsOrForces)

  /** "has stalled", "is gathering dust", "duerme en un juzgado". */
  #idle(at: number): Told | null {
    const group = this.is(at, 'stopping', 'asleep') ? this.group(at) : null
    if (group === null || group.unreal || group.negated || group.had) return null
    const isDust = this.says(at, /^gather/i) && this.says(at + 1, /^dust$/i)
    // "exists only on paper", "sólo existe en el papel"
    if (this.says(at, /^exist/i)) {
      for (let paper = at + 1; paper < at + 5; paper++)
        if (this.says(paper, /^pap(?:er|el)$/i)) {
          const told = { from: group.from, to: paper + 1 }
          return this.#isOfAffairs(told, affairsOrForces) ? told : null
        }
      return null
    }
    const isSo = this.is(at, 'stopping') ? group.has && group.copula === null : isDust || this.says(at, /^duerme/i)
    const told = { from: group.from, to: isDust ? at + 2 : at + 1 }
    return isSo && this.#isOfAffairs(told, ['matter', 'affair', 'aid']) ? told : null
  }

  /** "under review", "on ice", "out of service", "en obra", "fuera de servicio", "before the Supreme Court": where that ends. */
  #bare(at: number): number | null {
    // "quedó en el tintero", "está a medio construir"
    if (this.says(at, /^en$/i) && this.says(at + 1, /^el$/i) && this.is(at + 2, 'drawer')) return at + 3
    if (this.says(at, /^a$/i) && this.says(at + 1, /^medias$/i)) return at + 2
    if (this.says(at, /^en$/i) && this.says(at + 1, /^manos$/i) && this.says(at + 2, /^del?$/i)) return at + 2
    if (this.says(at, /^a$/i) && this.says(at + 1, /^medio$/i) && this.says(at + 2, /[aei]r$/i)) return at + 3
    if (this.says(at, /^of$/i) && this.says(at - 1, /^out$/i)) return this.#bareNoun(at + 1)
    const noun = this.says(at, /^(?:out|fuera)$/i) && this.says(at + 1, /^(?:of|de)$/i) ? at + 2 : at + 1
    if (noun === at + 1 && this.says(at, /^(?:before|ante)$/i))
      for (let head = at + 1; head < at + 6 && !this.clause.isMark(head); head++)
        if (this.is(head, 'affair') || this.says(head, /^(?:congress|parliament|senate|judges?|congreso|senado|juez|jueza)$/i))
          return head + 1
    if (noun === at + 1 && !this.says(at, /^(?:under|on|in|en|bajo|behind)$/i)) return null
    return this.#bareNoun(noun)
  }
  #bareNoun(noun: number): number | null {
    const isNoun = /^\p{Ll}{3,}$/u.test(this.word(noun)) && !this.clause.isNumber(noun) && !this.is(noun, 'loose')
    if (
      !isNoun ||
      this.clause.is(noun, 'a', 'pronoun', 'time', 'place', 'people', 'about', 'of', 'in') ||
      /ing$/.test(this.word(noun))
    )
      return null
    // "in line with", "in search of"
    if (this.says(noun + 1, /^(?:of|with|to|de|con)$/i)) return null
    return noun + 1
  }

  #among(from: number, to: number, ...kinds: readonly Kind[]): boolean {
    for (let at = from; at < to; at++) if (this.is(at, ...kinds)) return true
    return false
  }
  #isParticiple(at: number): boolean {
    const word = this.word(at)
    return (
      /^\p{Ll}+(?:ed|[ai]d[oa]s?)$|^\p{Ll}*(?:hech|puest|vist|escrit|abiert|vuelt|suelt|cubiert|rot|dich|impres|suscrit)[oa]s?$/u.test(
        word,
      ) || this.is(at, 'irregular')
    )
  }
  /** "leaderless", "unfunded", "desierta". */
  #isLacking(at: number): boolean {
    return /^(?:\p{Ll}{3,}less|un\p{Ll}{3,}(?:ed|ied|en)|desiert[oa]s?|trunc[oa]s?|dormant|idle|inoperable|incomplete|inconclusive|inoperative|incomplet[oa]s?|inservibles?)$/u.test(
      this.word(at),
    )
  }

  /** Of a matter, a body or a thing of the administration's: what the phrase is of, and not whoever is told by it ("the army chief"). */
  #isOfAffairs(told: Told, kinds: readonly Kind[]): boolean {
    const subject = this.subjectOf(told)
    return (
      subject !== null &&
      !this.is(subject.from, 'pronoun', 'you') &&
      !this.#isPerson(subject, kinds) &&
      this.isOf(subject, ...kinds)
    )
  }
  /** Of no person and nothing that has a name: "The bodies have not been returned". */
  #isOfThing(told: Told, at: number): boolean {
    const subject = this.subjectOf(told)
    if (subject === null || this.is(subject.from, 'pronoun', 'you', 'nobody', 'there') || this.clause.is(at, 'done')) return false
    // "a quienes no se ha vuelto a ver"
    if (this.clause.is(told.from - 1, 'who')) return false
    const head = this.#headOf(subject)
    return !this.#isPerson(subject, []) && !this.clause.isName(head) && !this.clause.is(head, 'thing', 'crime', 'deed')
  }
  #headOf({ from, to }: Phrase): number {
    let head = from
    while (head + 1 < to && !this.clause.is(head + 1, 'of', 'in', 'about', 'by')) head++
    return head
  }
  #isPerson(subject: Phrase, kinds: readonly Kind[]): boolean {
    const head = this.#headOf(subject)
    if (this.is(head, ...kinds)) return false
    return (
      this.clause.is(head, 'people', 'subject', 'pronoun') ||
      this.is(head, 'rank', 'chief', 'you') ||
      /(?:er|or|ist|ants?|ers|ors|ists)$/u.test(this.word(head))
    )
  }
}
const goingOn = /^(?:since|for|to|a|al|ante|with|on|under|from|into|ever|yet)$/i

/** Whether a word may tell a state behind a verb: a participle, a preposition, what ends as words for a lack do. Few do, and each stands often. */
const standing = new Map<string, boolean>()
function mayStand(word: string): boolean {
  const known = standing.get(word)
  if (known !== undefined) return known
  if (standing.size > 10_000) standing.clear()
  const may =
    /^(?:under|on|in|of|en|bajo|behind|before|ante|a|fuera|dormant|idle|in(?:operable|complete|conclusive|operative|servibles?|complet[oa]s?))$|(?:ed|en|ing|less|[ai]d[oa]s?|(?:hech|puest|vist|escrit|abiert|vuelt|suelt|cubiert|rot|dich|impres|suscrit|desiert|trunc)[oa]s?)$/iu.test(
      word,
    )
  standing.set(word, may)
  return may
}
