/** Turns of phrase that tell a state whatever is told in them: "has yet to", "is no longer", "there have been no arrests", "still commands", "plans to". */

import type { Told } from './state-clause.js'
import { StateHeads } from './state-heads.js'

export class StateTurns extends StateHeads {
  /** "has yet to be approved", "is still to be held", "is not yet operational", "aún no concluye". */
  protected yetTo(at: number): Told | null {
    const isTo = this.is(at, 'yet', 'still') && this.is(at + 1, 'to')
    const isNo = this.is(at, 'yet') && this.says(at + 1, /^no$/i)
    if (!isTo && !isNo && !(this.is(at, 'yet') && this.is(at - 1, 'not'))) return null
    const group = this.group(at)
    const isJoined = group.has || group.had || group.copula !== null
    if (group.unreal || (isTo && !isJoined) || (group.had && !this.isStill(group, at))) return null
    let to = at + (isTo || isNo ? 2 : 1)
    while (this.is(to, 'has', 'been', 'is', 'adverb') || this.clause.is(to, 'clitic')) to++
    if (this.is(to, 'silent', 'modal') || (this.says(to, /^a$/i) && this.is(to + 1, 'open_question'))) return null
    if (to >= this.clause.length || this.clause.isMark(to)) return null
    return { from: group.from, to: to + 1, ...(this.says(to, /^hay$/i) ? { subject: null } : {}) }
  }

  /** "is no longer in use", "no longer receives", "ya no recibe". */
  protected noLonger(at: number): Told | null {
    const isEnglish = this.is(at, 'longer') && this.is(at - 1, 'no')
    if (!isEnglish && !(this.is(at, 'ya') && this.says(at + 1, /^no$/i))) return null
    const group = this.group(isEnglish ? at - 1 : at)
    let to = at + (isEnglish ? 1 : 2)
    while (this.is(to, 'adverb') || this.clause.is(to, 'clitic')) to++
    const isPast = group.copula === null && this.says(to, /(?:ía|ían|aba|aban|ó|aron|ieron|ed)$/i)
    if (group.unreal || group.copula === 'was' || group.had || isPast || this.is(to, 'modal', 'was', 'had')) return null
    if (to >= this.clause.length) return null
    const told = { from: group.from, to: to + 1 }
    const subject = this.subjectOf(told)
    return subject && !this.is(subject.from, 'you') ? told : null
  }

  /** "has had no commander since", "is without a director", "carece de director", "no tiene jefe". */
  protected withoutChief(at: number): Told | null {
    if (!this.is(at, 'chief')) return null
    const lack = this.behind(at, 4, 'without', 'got')
    if (lack === null) return null
    const group = this.group(lack)
    if (group.unreal) return null
    const told = { from: group.from, to: at + 1 }
    if (this.says(lack, /^(?:lack|carece)/i)) return told
    if (this.is(lack, 'got') && !this.is(lack + 1, 'no')) return group.negated ? told : null
    const isJoined = group.has || group.had || group.copula !== null || this.is(lack - 1, 'has')
    return isJoined && (group.copula !== 'was' || this.isStill(group, at + 1)) ? told : null
  }

  /** "There have been no arrests", "no hay detenidos": of nobody. */
  protected noneOf(at: number): Told | null {
    if (!this.is(at, 'arrests')) return null
    // "no hay un solo imputado"
    const hay = this.says(at - 1, /^s[oó]l[oa]$/i) && this.says(at - 2, /^una?$/i) ? at - 3 : at - 1
    const isSpanish = this.says(hay, /^(?:hay|habido)$/i)
    const group = this.group(hay)
    const isThere = this.is(at - 1, 'no') && this.is(group.from - 1, 'there') && (group.copula === 'is' || group.has)
    if (group.unreal || !(isSpanish ? group.negated : isThere)) return null
    return { from: isSpanish ? group.from : group.from - 1, to: at + 1, subject: null }
  }

  /** "received no training from", "was never trained by", "nunca recibió entrenamiento". */
  protected untrained(at: number): Told | null {
    const isTrained = this.is(at, 'trained')
    const verb = isTrained ? at : this.is(at, 'training') ? this.behind(at, 6, 'received') : null
    if (verb === null) return null
    const group = this.group(verb)
    const isNone = isTrained ? group.negated && group.copula !== null : group.negated || this.says(verb + 1, /^no$/i)
    return isNone && !group.unreal && (!group.had || this.isStill(group, at + 1)) ? { from: group.from, to: at + 1 } : null
  }

  /** "is awaiting trial", "awaits ratification", "enfrenta cargos", "is serving a sentence". */
  protected facing(at: number): Told | null {
    // "a la espera de" is told as it stands.
    if (!this.is(at, 'facing') || this.clause.is(at - 1, 'a')) return null
    let to = at + 1
    while (to < at + 6 && !this.is(to, 'verdict') && !this.clause.isMark(to)) to++
    const group = this.group(at)
    const isJoined = !this.says(at, /(?:ing|ando|iendo)$/i) || group.copula !== null
    const isPast = group.copula === 'was' && !this.isStill(group, to)
    return this.is(to, 'verdict') && isJoined && !isPast && !group.unreal && !group.negated ? { from: group.from, to } : null
  }

  /** "still commands a garrison", "continues to receive aid", "sigue operando". */
  protected stillActs(at: number): Told | null {
    if (!this.is(at, 'acts')) return null
    const group = this.group(at)
    const isSo = /[ai]e?ndo$/i.test(this.word(at)) ? group.copula === 'remain' : this.isContinued(at)
    return isSo && !group.unreal && !group.negated ? { from: group.from, to: at + 1 } : null
  }
  protected isContinued(at: number): boolean {
    return this.is(at - 1, 'still') || (this.is(at - 1, 'to') && this.is(at - 2, 'continue'))
  }

  /** "plans to buy", "agreed to", "is expected to"; of a plan, what it "would" do. */
  protected meant(at: number): Told | null {
    if (!this.is(at, 'plans', 'agreed', 'expected', 'aims')) return null
    const { from, negated } = this.group(at)
    const told = { from, to: at + 1 }
    const subject = negated ? null : this.subjectOf(told)
    if (subject === null) return null
    const isPlan =
      this.is(subject.to - 1, 'scheme') && this.clause.is(subject.from, 'a') && !this.clause.is(from - 1, 'who', 'that')
    if (this.is(at, 'aims')) return isPlan ? { ...told, atLength: true } : null
    const isTo = this.is(at + 1, 'to') || this.says(at + 1, /[aei]r$/)
    const isNamed = this.clause.isName(subject.to - 1) && !this.is(subject.from, 'pronoun', 'you')
    return isTo && isNamed && (!this.is(at, 'expected') || this.says(from, /^is$/i)) ? told : null
  }

  /** "It is not yet clear whether the senate would approve the plan": what is open; what is not known is a doubt. */
  protected openQuestion(at: number): Told | null {
    if (!this.is(at, 'open_question') || !this.is(at + 1, 'whether')) return null
    const group = this.group(this.says(at - 1, /^a$/i) ? at - 1 : at)
    if (group.copula === null || !(this.says(at, /^unclear$/i) || (group.negated && group.yet))) return null
    for (let ahead = at + 3; ahead < this.clause.length && !this.clause.isMark(ahead, ';.:'); ahead++) {
      // "whether the ministry, which has grown wary, will"
      if (this.clause.isMark(ahead, ',')) {
        do ahead++
        while (ahead < this.clause.length && !this.clause.isMark(ahead))
        continue
      }
      const isGoing = this.says(ahead, /^going$/i)
      if (!this.is(ahead, 'modal') && !isGoing) {
        if (this.clause.isFinite(ahead) && !this.is(ahead, 'is')) return null
        continue
      }
      const subject = this.clause.subjectBefore(isGoing ? ahead - 1 : ahead)
      if (subject === null || subject === 'shared') return null
      return { from: this.is(group.from - 1, 'it') ? group.from - 1 : group.from, to: ahead + 1, subject, isOpen: true }
    }
    return null
  }
}
