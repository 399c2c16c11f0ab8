/**
 * The noun phrases of a sentence: where the words for somebody begin before a place and end behind it, without when and where it was, and whom "who" and a
 * closing comma go back to. What has no kind is part of a noun phrase. Null is nobody.
 */
import { NounHeads } from './noun-heads.js'
import { type Phrase, within } from './sentence-words.js'

export class NounPhrases extends NounHeads {
  /** Of the phrase that ends before `end`: where it begins. Leading "In May" is left out. */
  phraseBefore(end: number, ofParticiple = false): Phrase | null {
    let from = end
    let and = -1
    while (from > 0 && !this.endsLeft(from - 1)) {
      if (this.isFinite(from - 1)) {
        // "The rebels fled the village and soldiers killed": of the clause behind "and".
        if (and > from && !this.is(from - 1, 'say', 'see')) from = and + 1
        else {
          // "A unit that got aid was accused": of the unit.
          const group = this.verbStart(from - 1)
          const isRelative =
            !ofParticiple && this.is(group.from - 1, 'who', 'that') && !this.is(group.from - 2, 'say', 'in', 'by')
          // "a purge that was announced in May" is of the purge, "men who said that" of nobody yet.
          // "A witness who saw the shooting": the witness; "who saw soldiers shoot": the soldiers.
          const isSeen = this.is(from - 1, 'see') && !(this.is(from, 'a') && this.is(end - 1, 'deed', 'doing', 'crime'))
          if (isRelative && (group.passive || !this.is(from - 1, 'say')) && !isSeen) return this.beforeRelative(group.from - 1)
          // "shot dead two men who": the men.
          while (from < end - 1 && this.is(from, 'dead', 'down', 'up')) from++
        }
        break
      }
      // "The general commands the brigade, accused of": a verb in -s stands before the article.
      if (from < end && this.beginsBehindVerb(from)) break
      from--
      // "A soldier whose brother was killed": the brother.
      if (this.is(from, 'whose')) break
      if (this.is(from, 'and') && !this.isName(from)) and = from
      // "El caso sigue abierto y ningún agente fue detenido": no noun phrase goes on before it.
      if (/^ning[uú]n[oa]?$/i.test(this.word(from)) && from < end - 1) break
    }
    // "soldiers, police and militiamen".
    if (and > from && this.isMark(from - 1, ',')) from = this.listFrom(from - 1)
    return this.trimmed(from, end)
  }

  /** "opens | a new insight", "On some days | the troops", "in 2004 | the squad": no noun phrase goes on from such a word to an article. */
  private beginsBehindVerb(at: number): boolean {
    if (!this.is(at, 'a') || !/^(?:the|an?|el|los)$/i.test(this.word(at))) return false
    if (this.isYear(at - 1)) return true
    return (
      /^(?:the|an?)$/i.test(this.word(at)) &&
      /^\p{Ll}{2,}[^su\P{L}]s$/u.test(this.word(at - 1)) &&
      !this.is(at - 1, 'a', 'of', 'in', 'about', 'by', 'and', 'adverb', 'when', 'number') &&
      !/^(?:towards|besides|perhaps|always)$/.test(this.word(at - 1))
    )
  }

  /** The beginning of "soldiers, police" before its comma, or where it is no list. */
  private listFrom(comma: number): number {
    let from = comma
    while (from > 0 && comma - from < 5 && !this.endsLeft(from - 1) && !this.isFinite(from - 1)) from--
    const isItem =
      from < comma && (this.is(from, 'people', 'a') || this.isNumber(from)) && (from === 0 || this.endsLeft(from - 1))
    return isItem && !this.is(from, 'in') && !this.isYear(from) ? from : comma + 1
  }

  /** Without what leads to it: "In May", "in the village of Mina", "bail to", "the trial of". */
  private trimmed(start: number, end: number): Phrase | null {
    let from = start
    const isLead = (at: number) =>
      this.is(at, 'and', 'adverb', 'not') ||
      this.isMark(at) ||
      this.is(at, 'of', 'to') ||
      // "dropped charges against the captains who"
      /^(?:against|contra)$/i.test(this.word(at)) ||
      (/^(?:referring|alluding|pointing)$/i.test(this.word(at)) && this.is(at + 1, 'to')) ||
      // "go there and train some members of the army, that"
      (/^(?:train|arm|equip)$/i.test(this.word(at)) && this.is(at + 1, 'a')) ||
      (/^(?:a|al)$/i.test(this.word(at)) && (this.is(at + 1, 'a', 'number') || /(?:ó|[aei]ron)$/.test(this.word(at - 1))))
    while (from < end && isLead(from) && !this.is(from, 'nobody')) from++
    for (let at = from; at < end - 1; at++) {
      const isCase = this.is(at, 'case') && this.is(at + 1, 'against')
      const isGiven = this.is(from - 1, 'deny') && /^(?:to|al?|against)$/i.test(this.word(at + 1))
      if (isCase || isGiven) from = at + 2
      // "de proteger a los sicarios", "of protecting the men": those of the last verb.
      const isInfinitive =
        /(?:ar|er|ir)$/i.test(this.word(at)) && (this.is(at - 1, 'of', 'about', 'by') || /^a$/i.test(this.word(at - 1)))
      // "villagers suspected of feeding the rebels were": the villagers.
      const isOther = this.is(end, 'be', 'have') && from < at - 2
      if (isOther) continue
      if (isInfinitive && /^al?$/i.test(this.word(at + 1))) from = at + 2
      else if (/ing$/i.test(this.word(at)) && this.is(at - 1, 'of', 'by', 'about') && this.is(at + 1, 'a')) from = at + 1
      // "assisted in evacuating soldiers that"
      else if (/^\p{Ll}+ing$/u.test(this.word(at)) && /^in$/i.test(this.word(at - 1)) && this.is(at + 1, 'people', 'a'))
        from = at + 1
    }
    // "were beaten by the soldiers, who": the soldiers.
    if (this.is(from - 1, 'be') && this.is(from, 'done', 'participle', 'ed'))
      for (let at = from + 1; at < end - 1; at++) if (this.is(at, 'by')) from = at + 1
    // "de haber dirigido un escuadrón que": the squad.
    if (this.is(from - 1, 'have') && this.is(from, 'participle') && this.is(from + 1, 'a')) from++
    // "as a result all of them"
    if (/^result$/i.test(this.word(from + 1)) && from + 2 < end) from += 2
    from = this.behindSetting(this.behindDistance(from, end), end)
    while (from < end && (this.isMark(from) || (this.is(from, 'adverb') && !this.is(from, 'bound')))) from++
    let to = end
    // "Police in Kano on Tuesday shot"
    while (to > from && (this.isMark(to - 1) || this.is(to - 1, 'adverb', 'and', 'not', 'time', 'in', 'said_to'))) to--
    return to > from ? { from, to } : null
  }

  /** Whom "who" at `at` means. */
  antecedent(at: number): Phrase | null {
    const phrase = this.beforeRelative(at)
    return phrase && /^(?:whom?|quien(?:es)?)$/i.test(this.word(at)) ? this.somebodyIn(phrase) : phrase
  }

  /** The noun phrase that goes on with "who" at `at`. */
  private beforeRelative(at: number): Phrase | null {
    let end = at
    if (this.isMark(end - 1, ',')) {
      end--
      // "gunmen, and not the police, who": the gunmen.
      const opens = this.asideStart(end)
      if (opens !== null && (this.is(opens + 1, 'and', 'not') || /^no$/i.test(this.word(opens + 1)))) end = opens
    }
    // "Fue la unidad la que": of the unit.
    if (/^(?:el|la|los|las)$/i.test(this.word(end - 1)) && /^que$/i.test(this.word(at))) end--
    return this.phraseBefore(end)
  }

  /** Of a comma that ends an aside ("…, which was trained by others, …"): the comma that begins it. */
  asideStart(closing: number): number | null {
    for (let at = closing - 1; at > 0 && closing - at < 28; at--) {
      if (this.isMark(at, ';:.—“”"')) return null
      if (!this.isMark(at, ',')) continue
      const first = at + 1
      const opens =
        (this.is(first, 'when') && closing - first < 5) ||
        // "…, the group described how, " is a clause and no aside.
        (this.is(first, 'a') && (this.isVerbless(first, closing) || this.hasRelative(first, closing))) ||
        this.is(first, 'who', 'that', 'whose', 'not', 'ed', 'participle', 'charged', 'done') ||
        // "However, in a statement the sect said she was alive, but" is a clause and no aside.
        (this.is(first, 'in', 'about', 'adverb') && (!this.hasFinite(first, closing) || this.hasRelative(first, closing))) ||
        (this.is(first, 'and') && (this.is(first + 1, 'not') || /^no$/i.test(this.word(first + 1)))) ||
        // "a memo, seen by the Courier,"
        (this.is(first, 'see') && this.is(first + 1, 'by')) ||
        // "held on suspicion of", "sent from the north"
        (this.is(first, 'past', 'hold') && this.is(first + 1, 'in', 'of', 'by', 'about')) ||
        /^(?:no|begun|including|according|under|según|bajo|incluid[oa]s?)$/i.test(this.word(first)) ||
        (this.isName(first) && this.isName(first + 1)) ||
        // "The plan, revealed this week by the press, would"
        (this.is(first, 'say') && /ed$/i.test(this.word(first)) && this.is(first + 1, 'by', 'in', 'time', 'a')) ||
        // "Gen. Example, 62, was"
        (this.isNumber(first) && closing === first + 1) ||
        // "Col. Example, commander of the battalion, ordered"
        (closing - first < 10 && this.isVerbless(first, closing))
      return opens ? at : null
    }
    return null
  }

  /** A phrase from `from` on. `agent`: who did it, to whom "by" and "to" do not end it; else whom it was done to. */
  phraseFrom(from: number, agent = false): Phrase | null {
    // "asesinaron, entre el 6 y el 8 de mayo, a 34 campesinos"
    if (this.isMark(from, ',') && !agent) {
      const closing = this.nextMark(from + 1)
      const isAside = this.is(from + 1, 'in', 'about', 'when') && this.isMark(closing, ',') && closing < from + 14
      return isAside && /^al?$/i.test(this.word(closing + 1)) ? this.phraseFrom(closing + 1) : null
    }
    const headless = this.whoever(/^al?$/i.test(this.word(from)) ? from + 1 : from)
    if (headless !== null) return { from, to: headless }
    let start = from
    // "baleó por error el vehículo"
    if (/^por$/i.test(this.word(start)) && /^(?:error|equivocación)$/i.test(this.word(start + 1))) start += 2
    while (this.is(start, 'adverb') && !this.is(start, 'bound')) start++
    // "detuvieron entre 2009 y 2014 a 19 personas"
    // "hirieron con balas de goma a 34"
    if (!agent && ((this.is(start, 'in') && this.isSetting(start)) || /^con$/i.test(this.word(start))))
      for (let at = start + 1; at < start + 9 && !this.isMark(at); at++) if (/^al?$/i.test(this.word(at))) start = at
    const isOther =
      this.is(start, 'when', 'who', 'and') &&
      !this.is(start, 'a', 'number', 'nobody') &&
      !this.isAsMany(start) &&
      this.behindUnknown(start) === start
    if (
      isOther ||
      (this.is(start, 'by') && !this.isAtLeast(start)) ||
      (this.is(start, 'be', 'have', 'modal') && !this.isProper(start))
    )
      return null
    // "los habían detenido dos días antes": when.
    const isLater =
      this.isNumber(start) &&
      /^(?:hours?|days?|weeks?|months?|years?|horas?|días?|semanas?|meses|años?)$/i.test(this.word(start + 1)) &&
      /^(?:later|earlier|before|after|ago|después|antes|atrás)$/i.test(this.word(start + 2))
    if (isLater) return null
    const unknown = this.behindUnknown(start)
    let to = unknown > start ? unknown + 1 : start
    while (to < this.length && !this.endsRight(to, start, agent)) to++
    // "la masacre de 49 campesinos cometida por": committed is the massacre.
    while (to > start + 1 && this.is(to - 1, 'participle', 'commit') && this.is(to, 'by')) to--
    while (to > start && this.is(to - 1, 'and', 'adverb', 'in', 'of', 'that', 'a') && !this.isNumber(to - 1)) to--
    return to > start ? { from: start, to } : null
  }

  /** "quienes huían", "those who surrendered", "a los que se rindieron": where whoever did so ends. Null where no such words begin. */
  private whoever(from: number): number | null {
    const isBefore = this.is(from, 'a', 'people') && this.is(from + 1, 'who')
    const isOne =
      (this.is(from, 'who') && /^quienes$/i.test(this.word(from))) ||
      (isBefore && /^(?:(?:those|people) who|(?:los|las) que)$/i.test(`${this.word(from)} ${this.word(from + 1)}`))
    if (!isOne) return null
    let to = from + 1
    while (to < this.length && !(this.isMark(to) && !this.isMark(to, within))) {
      if (to > from + 2 && (this.is(to, 'when', 'and', 'by') || (this.is(to, 'in') && this.isSetting(to)))) break
      to++
    }
    return to > from + 1 ? to : null
  }

  /** Behind "yet to be" of "yet to be identified gunmen", "as yet" of "as yet unidentified men". */
  private behindUnknown(start: number): number {
    let at = this.is(start, 'a') ? start + 1 : start
    const begins = at
    while (/^(?:as|yet|still|so|far|to|be)$/i.test(this.word(at))) at++
    return at > begins && this.is(at, 'ed', 'participle') ? at : start
  }

  /** Where a phrase that begins at `start` ends. */
  private endsRight(at: number, start: number, agent: boolean): boolean {
    if (this.isMark(at))
      return (!this.isMark(at, within) || this.isDash(at)) && !(at > start && this.isMark(at, ',') && this.isList(at))
    if (at === start) return false
    if (this.is(start, 'pronoun')) return true
    if (this.isAtLeast(at) || this.isAtLeast(at - 1) || this.isAtLeast(at - 2)) return false
    if (this.isAsMany(at) || this.isAsMany(at - 2)) return false
    if (this.is(at, 'when')) return !this.isAs(at)
    if (this.is(at, 'who', 'that', 'speech', 'whose')) return !this.is(at - 1, 'of')
    if (/^(?:now|then|later|still|already|alive)$/i.test(this.word(at))) return true
    // "15 persons suspected to be vandals"
    if (this.is(at, 'to') && this.is(at - 1, 'said_to') && this.is(at + 1, 'be')) return false
    if ((this.isBe(at) && !this.is(at - 1, 'to')) || (this.is(at, 'have', 'do', 'modal', 'says') && !this.isName(at))) return true
    if (this.is(at, 'say')) return !this.isProper(at) && !this.is(at - 1, 'a', 'of')
    // "trained by Britain accused of"
    if (agent && this.is(at, 'charged', 'tried') && this.isName(at - 1)) return true
    if (this.is(at, 'past', 'ed', 'did', 'charged', 'tried')) return !this.isModifier(at) && !this.is(at - 1, 'of')
    if (
      this.is(at, 'a') &&
      (this.is(at + 1, 'time') || /^(?:noche|madrugada|mañana|tarde|night|morning)$/.test(this.word(at + 1)))
    )
      return true
    // "dragged the men from their homes"
    const isHome =
      /^(?:casas?|viviendas?|hogar(?:es)?|domicilios?|homes?|houses?|beds?|cells?|cars?|vehicles?|trucks?|autos?|camionetas?|vehículos?)$/i.test(
        this.word(at + 2),
      )
    if (this.is(at, 'of') && this.is(at + 1, 'a') && isHome) return true
    if (this.is(at, 'participle') && /^(?:ocurrid|cometid|perpetrad|registrad|sucedid)[oa]s?$/i.test(this.word(at))) return true
    // "killed by rebels teaches history": a verb in -s behind many.
    if (
      agent &&
      this.is(at - 1, 'people') &&
      /^\p{Ll}+[^aeiousáéíóú\P{L}]s$|(?:ch|sh|ss)es$/u.test(this.word(at)) &&
      /[^s]s$/.test(this.word(at - 1))
    )
      return true
    if (/^(?:without|sin|looking|searching|resulting|leading|causing|buscando)$/i.test(this.word(at))) return true
    if (!agent && /^(?:with|con)$/i.test(this.word(at)) && this.isWeapon(at + 1)) return true
    // "31 men hours after arresting them"
    if (
      /^(?:minutes|hours|days|weeks|months|years|horas|días|semanas|meses|años)$/i.test(this.word(at)) &&
      this.is(at + 1, 'when')
    )
      return true
    if (this.is(at, 'time') && (this.is(at - 1, 'people') || this.isName(at - 1))) return true
    if (agent && /^(?:as|como)$/i.test(this.word(at))) return !this.isAs(at)
    if (agent ? /^(?:for|with)$/i.test(this.word(at)) : this.is(at, 'by', 'to') || /^for$/i.test(this.word(at))) return true
    if (this.is(at, 'in')) return this.isSetting(at)
    return this.is(at, 'and') && !this.isName(at) && this.begins(at + 1)
  }

  /** "a por lo menos 15 civiles" */
  private isAtLeast(at: number): boolean {
    return /^por$/i.test(this.word(at)) && /^lo$/i.test(this.word(at + 1)) && this.isNumber(at + 3)
  }

  /** "as many as 200 detainees" */
  private isAsMany(at: number): boolean {
    return /^as$/i.test(this.word(at)) && /^(?:many|much|few)$/i.test(this.word(at + 1))
  }

  /** Whether a comma parts "two men, a woman and her child". */
  private isList(comma: number): boolean {
    if (!this.is(comma + 1, 'a', 'number') && !this.isNumber(comma + 1)) return false
    for (let at = comma + 2; at < Math.min(this.length, comma + 8); at++) {
      if (this.isMark(at) || this.isFinite(at) || this.is(at, 'when', 'who', 'of', 'in', 'by', 'that')) return false
      if (this.is(at, 'and')) return (this.is(at + 1, 'a') || this.isNumber(at + 1)) && !this.begins(at + 1)
    }
    return false
  }

  /** Whether another clause begins at `at`, behind "and": "and burned their huts", "and the army denied it". */
  begins(at: number): boolean {
    let next = at
    while (this.is(next, 'adverb')) next++
    if (this.isBe(next) || (this.is(next, 'did', 'past', 'ed', 'have', 'do', 'modal', 'say') && !this.isModifier(next)))
      return true
    if (this.is(next, 'pronoun', 'doing') || (this.is(next, 'set') && this.is(next + 1, 'fire', 'ablaze'))) return true
    // "fundada por asesores y disuelta en 1996"
    const isTime = (word: number) =>
      this.isNumber(word) || this.is(word, 'time') || (this.is(word, 'a') && this.is(word + 1, 'time'))
    if (
      next === at &&
      this.is(next, 'participle') &&
      !this.is(next, 'people') &&
      (this.is(next + 1, 'in', 'by', 'about') || isTime(next + 1))
    )
      return true
    // "y los entregaron"
    if (this.is(next, 'clitic') && this.isFinite(next + 1)) return true
    while (this.is(next, 'a')) next++
    // "and the heartless murder of", "and about 117 kilometres from"
    if (this.is(next, 'deed') || (next > at && this.is(next + 1, 'deed') && this.is(next + 2, 'of'))) return true
    if (this.isNumber(next) ? this.isDistance(next) : this.isDistance(next + 1)) return true
    for (let ahead = next; ahead < Math.min(this.length, next + 9); ahead++) {
      if (this.isMark(ahead) || this.is(ahead, 'when', 'who', 'and')) return false
      if (ahead > next && this.isFinite(ahead)) return true
    }
    return false
  }
}
