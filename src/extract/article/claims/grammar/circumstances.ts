/** When, where, how far and with what something was: told apart from whoever did it or suffered it. */
import { SentenceWords } from './sentence-words.js'

const isPartOfDay = /^(?:noche|mañana|madrugada|tarde)$/i

export class Circumstances extends SentenceWords {
  /** "117 kilometres" */
  protected isDistance(at: number): boolean {
    return this.isNumber(at) && /^(?:km|kms|mi|miles?|kilomet(?:er|re)s?|kil[oó]metros)$/i.test(this.word(at + 1))
  }

  /** Behind "about three kilometres south of": how far from what is meant. */
  protected behindDistance(start: number, end: number): number {
    for (let at = start; at < Math.min(end, start + 4); at++) {
      if (!this.isDistance(at)) continue
      for (let of = at + 2; of < Math.min(end - 1, at + 6); of++) if (this.is(of, 'of')) return of + 1
    }
    return start
  }

  /** Behind "Over 16 months", "From 2012 through 2016", "In May", where somebody stands behind it. */
  protected behindSetting(start: number, end: number): number {
    // "was led by the 4th Brigade, which"
    const from = this.is(start, 'by') && start > 0 && this.isFinite(start - 1) ? start + 1 : start
    const [word, next] = [this.word(from), this.word(from + 1)]
    const isLength = /^over$/i.test(word) && this.isNumber(from + 1) && /^(?:days|weeks|months|years)$/i.test(this.word(from + 2))
    const isSpan = /^(?:from|de|desde)$/i.test(this.word(from - 1)) && this.isYear(from)
    const isBetween = /^(?:between|entre)$/i.test(word) && this.isNumber(from + 1) && !this.isYear(from + 1)
    const isBound = /^(?:least|most|excess)$/i.test(next) || isBetween
    const isMoment = this.isMoment(from) && this.settingEnd(from - 1, end) < end
    if (!(isLength || isSpan || isMoment || this.is(from, 'in', 'by')) || isBound) return from
    const lead = this.settingEnd(isLength ? from + 1 : from, end)
    if (lead < end) return lead
    // "in 2012 in an ambush that": the ambush.
    for (let at = from + 1; at < end - 1; at++) if (this.is(at, 'in')) return at + 1
    return from
  }

  /** "La noche del 26 de septiembre policías", "El lunes soldados", "Last week soldiers", "Three days later gunmen", "[That] night the soldiers". */
  protected isMoment(from: number): boolean {
    const isSpanish = /^(?:el|la)$/i.test(this.word(from))
    if (
      isSpanish &&
      (this.is(from + 1, 'time') ||
        isPartOfDay.test(this.word(from + 1)) ||
        (this.isNumber(from + 1) && this.is(from + 3, 'time')))
    )
      return true
    const isLater =
      /^(?:hours?|days?|weeks?|months?|years?|horas?|días?|semanas?|meses|años?)$/i.test(this.word(from + 1)) &&
      /^(?:later|earlier|before|after|ago|después|antes)$/i.test(this.word(from + 2))
    // "at about 0300 hours the men"
    const isHour = this.isNumber(from) && /^(?:hours|hrs|horas)$/i.test(this.word(from + 1)) && this.is(from + 2, 'a')
    return (
      isLater ||
      isHour ||
      this.is(from, 'time') ||
      /^(?:night|morning|evening|afternoon|day|week|month|year|noche|mañana|tarde)$/.test(this.word(from))
    )
  }

  /** Behind "In May 2014", "On the 3rd of May", "In the town of Mina": where the noun phrase behind it begins, or its own end where there is none. */
  protected settingEnd(from: number, end: number): number {
    let at = from + 1
    while (at < end && this.is(at, 'a', 'of')) at++
    while (at < end) {
      const begins = this.is(at, 'a', 'people') || (this.isNumber(at) && !/^\d{1,2}$|^(?:1[5-9]|20)\d\d$/.test(this.word(at)))
      if (begins && !this.is(at - 1, 'of', 'in')) return this.adjectivesBefore(at, from + 1)
      at++
    }
    return end
  }

  /** "armed" of "armed gunmen", "Kenyan" of "Kenyan soldiers" are theirs; "Mina" of "In Mina soldiers" is not. */
  protected adjectivesBefore(at: number, least: number): number {
    let from = at
    while (
      from - 1 > least &&
      ((this.is(from - 1, 'ed', 'participle') && this.isModifier(from - 1)) ||
        /^\p{Lu}\p{Ll}+(?:an|ese|ian|ish|i)$/u.test(this.word(from - 1)))
    )
      from--
    return from
  }

  /** "with rifle butts", "con un machete" */
  protected isWeapon(from: number): boolean {
    const at = this.is(from, 'a') ? from + 1 : from
    return /^(?:rifles?|guns?|pistols?|sticks?|clubs?|machetes?|kni(?:fe|ves)|batons?|belts?|whips?|fists?|boots?|wires?|iron|metal|stones?|axes?|cables?|culatas?|palos?|cuchillos?|garrotes?|fusiles)$/i.test(
      this.word(at),
    )
  }

  /** "in Mina", "on 3 May", "near the town": where and when, told apart from whom. */
  protected isSetting(at: number): boolean {
    let next = at + 1
    if (/^(?:between|entre)$/i.test(this.word(at)))
      return (
        this.isYear(next) ||
        this.is(next, 'time') ||
        (this.isNumber(next) && this.is(next + 1, 'and') && this.is(next + 3, 'time'))
      )
    while (this.is(next, 'a', 'of')) next++
    return (
      this.isName(next) ||
      (this.isName(next + 1) && !this.is(next, 'people', 'number') && !this.isMark(next)) ||
      this.is(next, 'time', 'place', 'thing', 'crime', 'setting') ||
      // "in a bloodless coup"
      (this.is(next + 1, 'thing', 'crime') && (next + 2 >= this.length || this.isMark(next + 2) || this.is(next + 2, 'in'))) ||
      (/^\d/.test(this.word(next)) && !/^in$/i.test(this.word(at))) ||
      this.isYear(next) ||
      /^(?:during|since|around|durante|outside|inside|near)$/i.test(this.word(at))
    )
  }
}
