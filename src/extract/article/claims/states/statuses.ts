/**
 * States of affairs: a post vacant, a plan not yet approved, a base closed, a commander still in command, nobody charged, what somebody means to do. Each
 * is told by a word (state-words.ts) that is read by how it stands in its clause: what is asked, supposed, wished for, over, or said not to be so is none.
 */
import type { StatusClaim } from '../claim.js'
import type { Phrase } from '../grammar/clauses.js'
import { begins, firstMatch, type Signs, type Sought, sought } from '../grammar/signs.js'
import { type Common, clean } from '../phrases.js'
import { affairs, alone, goingOn, joined, listOf, standing, type Told } from './state-clause.js'
import { StandingStates } from './state-standing.js'

export interface FoundStatus extends Omit<StatusClaim, Common | 'type'> {
  /** Whether all that is told is that nobody can tell yet. */
  isOpen: boolean
}

const wordsOf = (list: string) => sought(new RegExp(`(?:${list.replace(/\*/g, '\\p{L}*').replace(/\s+/g, '|')})(?!\\p{L})`, 'iu'))
const [aloneWords, joinedWords, goingOnWords, affairWords, standingWords, notWords, beenWords, nobodyWords, sinceWords] = [
  alone,
  joined,
  goingOn,
  affairs,
  standing,
  listOf(['not']),
  listOf(['been']),
  `${listOf(['nobody'])} no one`,
  'since desde',
].map(wordsOf) as [Sought, Sought, Sought, Sought, Sought, Sought, Sought, Sought, Sought]
const inForce = sought(/(?:in|into|on|under|en|al) (?:force|command|operation|place|trial|mando|operación)(?!\p{L})/iu)
/** Whether words stand in a sentence that a state is told by; few have them, and only those are spelled. */
const mayTell = (sentence: string, signs: Signs): boolean =>
  begins(aloneWords, signs) ||
  (begins(affairWords, signs) && begins(standingWords, signs)) ||
  begins(nobodyWords, signs) ||
  (begins(notWords, signs) && begins(beenWords, signs)) ||
  (begins(sinceWords, signs) && begins(standingWords, signs)) ||
  (begins(joinedWords, signs) && (begins(goingOnWords, signs) || firstMatch(inForce, sentence, signs) !== null))

/** States of affairs of a sentence, in order. */
export function findStatuses(sentence: string, signs: Signs): FoundStatus[] {
  return mayTell(sentence, signs) && !/[¿?]/.test(sentence) ? new StateReader(sentence).read() : []
}

class StateReader extends StandingStates {
  read(): FoundStatus[] {
    const found: FoundStatus[] = []
    let behind = 0
    for (let at = 0; at < this.spelled.letters.length; at++) {
      if (at < behind) continue
      const told = (this.is(at, 'telling') ? this.toldAt(at) : null) ?? this.standingAt(at)
      const one = told && told.from >= behind ? this.found(told, behind) : null
      if (!one) continue
      found.push(one.status)
      this.last = one.subject
      behind = one.to
    }
    return found
  }

  protected toldAt(at: number): Told | null {
    const other =
      this.openQuestion(at) ??
      this.yetTo(at) ??
      this.noLonger(at) ??
      this.withoutChief(at) ??
      this.noneOf(at) ??
      this.untrained(at) ??
      this.facing(at) ??
      this.stillActs(at)
    if (other) return other
    for (const head of this.headsAt(at)) {
      const told = this.joined(head)
      if (told) return told
    }
    return this.endsIt(at) ?? this.meant(at)
  }

  protected found(told: Told, behind: number): { status: FoundStatus; subject: Phrase | null; to: number } | null {
    const clause = this.clause
    const whose = this.subjectOf(told)
    if (whose === null && told.subject === undefined) return null
    // "The last has not been acted on": of what, is not told.
    if (whose && whose.to === whose.from + 1 && /^(?:the|an?|el|la|los|las)$/i.test(clause.word(whose.from))) return null
    const subject = whose && clause.isMark(whose.from - 1, '$€£') ? { ...whose, from: whose.from - 1 } : whose
    const isBefore = subject !== null && subject.from < told.from
    if (isBefore && this.isLength(subject)) return null
    if (this.isSupposed(isBefore ? subject.from : told.from, told)) return null
    // "Nobody has been charged": it is said of nobody who is named.
    const isNone = subject !== null && (this.isNobody(subject) || this.is(subject.from, 'there'))
    const none = subject && this.is(subject.from - 1, 'not') ? subject.from - 1 : subject?.from
    const isBehind = subject !== null && subject.from >= told.to
    const state = {
      from: isNone && isBefore ? none! : told.from,
      to: isBehind && !isNone ? told.to : this.end(told.to, told.atLength),
    }
    // "was closed in 2016 and has not reopened": the subject is told with the first.
    const parts = subject && subject.from >= behind ? [state, subject] : [state]
    return {
      status: {
        start: Math.min(...parts.map(({ from }) => clause.start(from))),
        end: Math.max(...parts.map(({ to }) => clause.end(to))),
        subject: isNone || subject === null ? null : clean(clause.print(subject)),
        state: clean(clause.print(state))!,
        isOpen: told.isOpen ?? false,
      },
      subject: isNone ? null : subject,
      to: Math.max(...parts.map(({ to }) => to)),
    }
  }

  /** "Nearly the entire time the president has been in office": how long something else went on. */
  protected isLength({ from, to }: Phrase): boolean {
    for (let at = from - 1; at < to - 1; at++)
      if (
        this.says(at, /^(?:time|years?|months?|weeks?|days?|period)$/i) &&
        (this.clause.is(at + 1, 'a') || this.clause.isName(at + 1))
      )
        return true
    return false
  }

  /** "If the unit is disbanded", "until an inquiry has been completed", "whether"; and what hangs on it. */
  protected isSupposed(from: number, told: Told): boolean {
    const clause = this.clause
    const isPast = this.group(told.to - 1).copula === 'was'
    for (let at = from - 1; at >= 0 && !clause.isMark(at) && !clause.isFinite(at); at--)
      if (
        this.says(at, supposing) ||
        (this.says(at, /^long$/i) && this.says(at + 1, /^as$/i)) ||
        (this.says(at, /^(?:time|hora)$/i) && this.says(at + 1, /^(?:that|de)$/i)) ||
        (!isPast && this.says(at, ahead))
      )
        return true
    return /(?:^|[;:.“—]\s?)\P{L}*(?:Even )?(?:if|unless|si|de no)\s[^;.]*,[^;.]*$/iu.test(
      this.sentence.slice(0, clause.start(from)),
    )
  }

  /** Where what is told of the state ends: at a mark, or where something else is said. */
  protected end(from: number, atLength = false): number {
    const clause = this.clause
    let to = from
    for (; to < clause.length && to < from + (atLength ? 26 : 18); to++) {
      const goesOn = atLength && clause.isMark(to, ',') && !apart.test(clause.word(to + 1)) && !/ing$/.test(clause.word(to + 1))
      if (clause.isMark(to) && !goesOn && !clause.isMark(to, "-/'’$€£%#&")) break
      if (apart.test(clause.word(to)) || (clause.is(to, 'say') && !clause.isProper(to) && !clause.is(to - 1, 'a', 'of'))) break
      if (clause.is(to, 'and') && (clause.begins(to + 1) || this.is(to + 1, 'nobody', 'lasts', 'persists', 'left', 'is', 'was')))
        break
    }
    while (to > from && clause.is(to - 1, 'and', 'adverb', 'in', 'of', 'a', 'that') && !clause.isNumber(to - 1)) to--
    return to
  }
}

const supposing = /^(?:if|unless|whether|how|why|lest|si|should)$/i
const ahead = /^(?:until|once|before|when|whenever|cuando|hasta|antes|para)$/i
const apart =
  /^(?:while|because|although|though|but|who|which|that|whose|saying|according|según|mientras|aunque|pero|porque|cuando|when|where|if|unless|que|quien|quienes|donde|even|amid|whereas|sino)$/i
