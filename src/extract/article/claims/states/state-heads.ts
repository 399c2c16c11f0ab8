import { type Group, type Head, type Kind, type Listed, StateClause, type Told } from './state-clause.js'

const process = ['matter', 'aid'] as const
const heads: readonly (Omit<Head, 'from' | 'to'> & { kind: Listed })[] = [
  { kind: 'vacant', how: 'so' },
  { kind: 'grounded', how: 'so', of: ['affair'] },
  { kind: 'valid', how: 'so' },
  { kind: 'stalled', how: 'so', of: [...process, 'affair'] },
  { kind: 'frozen', how: 'so', of: [...process, 'affair'] },
  { kind: 'open', how: 'so', of: ['matter', 'post'] },
  { kind: 'empty', how: 'so', of: ['place', 'post'] },
  { kind: 'secret', how: 'so', of: ['matter', 'fact'] },
  { kind: 'unknown', how: 'so', of: ['fact'] },
  { kind: 'lasting', how: 'so', lasting: true },
  { kind: 'disbanded', how: 'done', of: ['force', 'matter', 'place'] },
  { kind: 'closed', how: 'done', of: ['place', 'matter'] },
  { kind: 'suspended', how: 'done' },
  { kind: 'barred', how: 'done' },
  { kind: 'frozen', how: 'done', of: process },
  { kind: 'dropped', how: 'done', of: ['matter'] },
  { kind: 'dismissed', how: 'done' },
  { kind: 'signed', how: 'done', of: ['matter'] },
  { kind: 'due', how: 'due' },
]

export class StateHeads extends StateClause {
  /** What a word may tell of what is joined to it by a verb. */
  protected headsAt(at: number): Head[] {
    const found: Head[] = []
    const to = at + 1
    const deniable = this.is(at, 'deniable')
    const held = this.heldFrom(at)
    if (held !== null) found.push({ from: held, to, how: 'so', deniable, lasting: this.says(at, /^charge$/i) })
    // "sigue en el cargo"
    if (
      this.says(at, /^(?:cargo|puesto)$/i) &&
      this.says(at - 1, /^(?:el|su)$/i) &&
      this.says(at - 2, /^en$/i) &&
      this.is(at - 3, 'remain')
    )
      found.push({ from: at - 2, to, how: 'so', lasting: true })
    // "remains the commander", "is still head of", "sigue como director"
    const rank = this.is(at, 'rank') ? this.behind(at, 4, 'remain', 'still') : null
    if (rank !== null) found.push({ from: rank + 1, to, how: 'so', lasting: true })
    // "sigue sin jefe", "lleva un año sin resolver"
    if (this.is(at, 'sin')) found.push({ from: at, to: at + 2, how: 'so', lasting: !/[aei]r(?:se)?$/i.test(this.word(to)) })
    // "remains unidentified", "quedan por aprobar", "remain in their barracks"
    if (this.is(at - 1, 'remain') && this.says(at, /^un\p{L}{3,}ed$/u)) found.push({ from: at, to, how: 'so' })
    if (this.is(at, 'remain', 'is')) {
      const isLeft = this.says(to, /^(?:to|por)$/i) && (this.is(at + 2, 'been') || this.says(at + 2, /[aei]r$/i))
      if (isLeft && this.says(at, /^(?:remain|queda)/i) && !this.is(at + 3, 'silent'))
        found.push({ from: to, to: at + 3, how: 'so' })
    }
    // "remain in the army", "are still on its payroll"
    if (this.is(at, 'remain', 'still') && this.is(to, 'in')) {
      const where = this.clause.phraseFrom(at + 2)
      if (where && this.isOf(where, 'force')) found.push({ from: to, to: where.to, how: 'so', lasting: true })
    }
    const [phrase, how] = this.phraseAt(at)
    if (phrase !== null) found.push({ from: at, to: phrase, how, ...(how === 'done' ? { of: process } : {}) })
    for (const { kind, ...head } of heads) if (this.is(at, kind)) found.push({ from: at, to, deniable, ...head })
    return found
  }

  /** "on administrative leave", "in command", "al mando": where that begins. */
  protected heldFrom(at: number): number | null {
    if (!this.is(at, 'held') || this.clause.isName(at)) return null
    const bare = this.is(at, 'bare')
    const from = bare && !this.says(at - 1, /^(?:active|full|activo)$/i) ? at - 1 : this.behind(at, 3, 'in')
    if (from === null || !this.is(from, 'in')) return null
    // "in the service of the cartel"
    return bare && this.clause.is(at + 1, 'of') && !this.says(at, /^(?:office|cargo)$/i) ? null : from
  }

  /** "brought to justice", "held accountable", "made public", "carried out"; "called off": where that ends. */
  protected phraseAt(at: number): [to: number | null, how: 'due' | 'done'] {
    const upTo = (from: number, ...kinds: Kind[]) => (this.is(from, ...kinds) ? from + 1 : null)
    const isOff = this.says(at + 1, /^(?:off|out|over|in|up)$/i)
    if (this.is(at, 'carried')) return [isOff ? at + 2 : null, 'due']
    if (this.is(at, 'off') && isOff) return [at + 2, 'done']
    if (this.is(at, 'made')) return [upTo(at + 1, 'public'), 'due']
    if (this.is(at, 'faced')) return [upTo(at + 1, 'justice') ?? upTo(at + 2, 'justice'), 'due']
    if (!this.is(at, 'brought')) return [null, 'due']
    const isTo = this.says(at + 1, /^(?:to|on|al?|ante)$/i)
    return [isTo ? (upTo(at + 2, 'justice', 'accountable') ?? upTo(at + 3, 'justice')) : upTo(at + 1, 'accountable'), 'due']
  }

  protected joined(head: Head): Told | null {
    const group = this.group(head.from)
    const { copula, negated, yet, has, had, still } = group
    const told = { from: group.from, to: head.to }
    if (group.unreal) return null
    // "They are on the run" is a boast.
    if (this.says(head.to - 1, /^run$/i) && this.is(group.from - 1, 'pronoun')) return null
    if (head.how === 'due') return this.lacking(head, group, told)
    if (had && !this.isStill(group, head.to)) return null
    if (negated && !yet && !head.deniable) return null
    if (copula === null) {
      // "The post, vacant since June, ", "El comandante, cargo vacante desde junio, "
      const opens = this.is(head.from - 1, 'post') ? head.from - 2 : head.from - 1
      const isApposed = group.from === head.from && this.clause.isMark(opens, ',') && this.is(head.to, 'since')
      const apposed = { from: head.from, to: head.to, subject: this.clause.phraseBefore(opens) }
      return isApposed && !head.lasting && this.fits(head, apposed) ? apposed : null
    }
    const isPast = copula === 'was' && !has
    if (isPast && head.how === 'so' && (!this.isStill(group, head.to) || this.says(head.to, /^(?:until|till|hasta)$/i)))
      return null
    // What went missing is not what is missing still.
    if (
      (head.lasting && (!still || this.says(head.from - 1, /^went$/i))) ||
      (head.how === 'done' && this.isMoved(head.from) && !this.isOf(this.subjectOf(told), 'rank', 'chief'))
    )
      return null
    return this.fits(head, told) ? told : null
  }

  protected fits({ of }: Head, told: Told): boolean {
    return !of || this.isOf(this.subjectOf(told), ...of)
  }

  /** "was suspended from the ceiling", "removed from the car", "separado de su familia". */
  protected isMoved(at: number): boolean {
    if (!this.is(at, 'moved')) return false
    const isFrom = this.says(at + 1, /^(?:from|of|del?)$/i)
    if (!isFrom)
      return /^(?:removed|removid|stripped)/i.test(this.word(at)) || this.says(at + 2, /^(?:his|her|their|los|las|sus)$/i)
    for (let ahead = at + 2; ahead < at + 6; ahead++)
      if (
        this.is(ahead, 'post', 'force', 'held', 'training', 'aid') ||
        this.says(ahead, /^(?:duties|ranks?|list|institución|receiving|participating)$/i)
      )
        return false
    return true
  }

  /** "has not been approved", "aún no se ha publicado", "was never tried"; "nobody has been charged"; "is being investigated". */
  protected lacking(head: Head, group: Group, told: Told): Told | null {
    const { copula, negated, has, had, yet, from } = group
    const isPassive = (copula !== null && copula !== 'remain') || this.says(from + 1, /^se$/i)
    if (this.is(head.from, 'suffered') && head.to === head.from + 1 && !isPassive) return null
    // "The office, which has never published it": nothing that is named.
    if (!isPassive && this.clause.is(head.to, 'pronoun')) return null
    if (negated && had && !this.isStill(group, head.to)) return null
    if (negated) return has || had || yet || isPassive ? told : null
    if (this.is(head.from - 1, 'being') && !has && !had) return this.is(head.from, 'suffered') ? null : told
    const subject = has || had || copula === 'was' || copula === 'is' ? this.subjectOf(told) : null
    return subject && this.isNobody(subject) ? told : null
  }

  /** "The United States suspended aid to", "se disolvió el batallón"; "the agreement expired", "the base closed in 2016", "retired in 2014". */
  protected endsIt(at: number): Told | null {
    if (!this.is(at, 'ends', 'lapsed', 'retired', 'unknown') || this.is(at, 'had')) return null
    const group = this.group(at)
    if (group.unreal || group.negated || group.had || group.copula !== null || this.clause.is(at - 1, 'a', 'of', 'in', 'by'))
      return null
    const told = { from: group.from, to: at + 1 }
    const isOf = (...kinds: Kind[]) => this.isOf(this.subjectOf(told), ...kinds)
    const isSelf = this.says(at - 1, /^se$/i)
    if (this.is(at, 'unknown')) return isSelf && isOf('fact') ? told : null
    if (this.is(at, 'retired')) {
      return this.clause.isNumber(at - 1) ||
        this.clause.isName(at + 1) ||
        this.clause.is(at + 1, 'people') ||
        this.is(at + 1, 'rank')
        ? null
        : told
    }
    if (isSelf) return isOf('force', 'place', ...process) ? told : null
    const isAlone =
      (this.clause.isMark(at + 1) && !this.clause.isMark(at + 1, '$€£“')) || this.clause.is(at + 1, 'in', 'when', 'about')
    if (isAlone) {
      const isLapsed = this.is(at, 'lapsed') && isOf(...process)
      return isLapsed || (this.is(at, 'shuts') && isOf('place')) ? told : null
    }
    const object = this.is(at, 'ends') ? this.clause.phraseFrom(at + 1) : null
    const isEnded = object !== null && !this.is(object.from, 'pronoun') && this.isOf(object, 'force', 'place', ...process)
    return isEnded ? { from: group.from, to: object.to } : null
  }
}
