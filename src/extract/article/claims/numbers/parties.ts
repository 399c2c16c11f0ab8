/**
 * Who gives and who gets what a number counts, where the words around it say so.
 *
 * Several recipients are given as printed, all of them ("Mali, Niger and Burkina Faso"), and so is a list that says that it is not whole ("Mali
 * and other countries"): whoever asks the record for one of them asks for too little.
 */
import { findProgramme, type Named } from '../actors.js'
import { finds, type Signs } from '../grammar/signs.js'
import { asRecipient, people, supportVerb, trainVerb } from './measures.js'
import type { FoundNumber } from './numbers.js'

export interface Parties {
  provider: string | null
  recipient: string | null
  /** The sentence names who gives as the subject of a verb of giving before the number. */
  gives: boolean
}
export const nobody: Parties = { provider: null, recipient: null, gives: false }

export function partiesOf(
  text: string,
  start: number,
  end: number,
  number: FoundNumber,
  measure: string,
  counted: string | null,
  all: readonly Named[],
  signs: Signs,
): Parties {
  // "Of the 1,000 soldiers, France trained 300": of those who are only counted nobody across a comma says anything.
  const named =
    measure === 'personnel'
      ? all.filter((one) => !/[,;]/.test(text.slice(Math.min(one.end, number.end), Math.max(one.start, number.start))))
      : all
  if (measure === 'training_sessions') return partiesOfSessions(text, number, named)
  if (measure === 'cost') {
    const payer = named.find((one) => one.end <= number.start && finds(byWhom, text.slice(start, one.start), signs))
    if (payer) return { ...nobody, provider: payer.printed }
    const spender = givingSubject(text, start, number, named)
    return { ...nobody, provider: spender?.printed ?? null, gives: spender !== null }
  }
  if (!/^(?:people_trained|trainers|missions|assistance|weapons|training_cost|personnel)$/.test(measure)) return nobody
  const sentence = text.slice(start, end)
  const trained = measure === 'people_trained'
  const gives =
    trained ||
    measure === 'assistance' ||
    measure === 'trainers' ||
    finds(trainVerb, sentence, signs) ||
    finds(handsOver, sentence, signs)
  if (!gives || (measure === 'personnel' && !finds(trainVerb, sentence, signs))) return nobody
  const americans = named.filter(({ american }) => american)
  // "Aid from the United States and Canada rose from $12 million"
  const from = isMoneyOrArms(measure) ? aidFrom(text, number, named) : null
  // "France trained 2,750; Washington paid for the course": of another clause.
  const within = americans.filter(
    (one) => !trained || !text.slice(Math.min(one.end, number.end), Math.max(one.start, number.start)).includes(';'),
  )
  const goods = measure === 'assistance' || measure === 'weapons' || measure === 'training_cost' || measure === 'missions'
  const subject = goods || measure === 'trainers' ? givingSubject(text, start, number, named) : null
  const teaching =
    measure === 'training_cost'
      ? named.find((one) => one.end <= number.start && teaches.test(text.slice(one.end, number.start)))
      : undefined
  const by = subject?.named ?? teaching ?? giver(sentence, start, number, measure, named, signs)
  // "$12 million in French assistance": of whoever gives.
  const own = goods
    ? named.find((one) => one.adjective && one.start >= number.end && ofAid.test(text.slice(one.end, one.end + 40)))
    : undefined
  const provider = by ?? own ?? (subject ? null : (within.findLast((one) => one.end <= number.start) ?? within[0] ?? null))
  // "courses given by the United States, Colombia and Spain"
  const alongside = (one: Named): boolean =>
    by !== undefined &&
    one.start > by.end &&
    /^(?:[,\s]|and\s|y\s|e\s|the\s|\p{Lu}[\p{L}]+\s?)*$/u.test(text.slice(by.end, one.start)) &&
    /(?<!\p{L})(?:by|por)\s(?:the\s|la\s|el\s)?$/iu.test(text.slice(Math.max(0, by.start - 12), by.start))
  const others = named.filter(
    (one) =>
      !(from && one.start < from.end) &&
      !one.american &&
      one !== provider &&
      one !== own &&
      !alongside(one) &&
      !(
        provider &&
        !one.adjective &&
        one.end <= provider.start &&
        provider.start < number.start &&
        joint.test(text.slice(one.end, provider.start))
      ),
  )
  // "given the police $43 million", "aportó 900.000 dólares a la academia de policía": who is named by no country.
  const given =
    goods && measure !== 'missions'
      ? (givenTo.exec(sentence.slice(0, number.start - start))?.groups?.whom ??
        bodyReceiving.exec(sentence.slice(0, number.start - start))?.groups?.whom ??
        entrusted.exec(sentence.slice(0, number.start - start))?.groups?.whom ??
        supportedWith.exec(sentence.slice(0, number.start - start))?.groups?.whom ??
        handedTo.exec(text.slice(number.end, Math.min(end, number.end + 120)))?.groups?.whom ??
        null)
      : null
  // "a course in Botswana": where, and not who.
  const isVenue = (one: Named) =>
    trained &&
    /(?:courses?|training|classes|school|academy|base|camp|cursos?|academia|escuela)\s(?:in|at|en)\s$/iu.test(
      text.slice(Math.max(0, one.start - 20), one.start),
    )
  const learners = trained && counted !== null && by !== undefined && by.start > number.end ? counted : null
  const after = others.find((one) => one.start >= number.start && !isVenue(one) && !isPast(text, number, one))
  const beforeNumber = others.findLast((one) => one.end <= number.start)
  // "Uganda received $11 million and Ethiopia $7 million": who receives stands before the verb.
  // "gave Mali $3 million and Niger $2 million": who gets it stands right before the number.
  const receiver = others.findLast(
    (one) =>
      one.end <= number.start &&
      (receives.test(text.slice(one.end, number.start)) ||
        asRecipient.test(text.slice(one.end, number.start)) ||
        (subject !== null && right.test(text.slice(one.end, number.start)))),
  )
  // "supported the Honduran police with $64 million and gave the prosecutors another $9 million"
  const nearer =
    given !== null && !others.some(({ printed }) => given.includes(printed)) ? text.lastIndexOf(given, number.start) : -1
  const recipient =
    measure === 'trainers'
      ? (after ?? null)
      : (receiver ?? after ?? (beforeNumber && beforeNumber.end > nearer ? beforeNumber : null))
  // "Trained in Spain and Chile, he led 400 men"
  if (
    measure === 'personnel' &&
    recipient &&
    recipient.end <= number.start &&
    /[,;)]/.test(text.slice(recipient.end, number.start))
  )
    return { ...nobody, gives: subject !== null }
  const many = trained ? ofSeveral.exec(text.slice(number.end, Math.min(end, number.end + 90)))?.[0].trim() : undefined
  const several =
    goods && !trained ? toSeveral.exec(text.slice(number.end, Math.min(end, number.end + 110)))?.groups?.many : undefined
  return {
    gives: subject !== null || (trained && by !== undefined && by.end <= number.start),
    provider: from
      ? from.printed
      : provider
        ? together(text, provider, named)
        : subject
          ? subject.printed
          : measure === 'people_trained' || measure === 'trainers'
            ? (bodyBefore(sentence, number.start - start) ??
              bodyBehind.exec(sentence.slice(number.end - start))?.groups?.body ??
              null)
            : null,
    recipient:
      many !== undefined
        ? `${counted ?? ''} ${many}`.trim()
        : recipient
          ? listed(text, recipient, others, end)
          : (given ?? several ?? (trained && counted !== null && whoLearns.test(counted) ? counted : learners)),
  }
}

/**
 * Of sessions and courses the country that the sentence names is taken, or those that it lists. Of "41 for Niger, five times what Nigeria got"
 * nobody knows.
 */
function partiesOfSessions(text: string, number: FoundNumber, named: readonly Named[]): Parties {
  const all = named.filter(({ american }) => !american)
  // "21 training sessions for Mali, 19 for Niger and 19 for Chad": each number has its own.
  const first = all.find(({ start }) => start > number.end && !/\d/.test(text.slice(number.end, start)))
  const rest = first ? all.filter(({ start }) => start > first.start) : []
  const each =
    rest.length > 0 &&
    rest.every(({ start }, at) => eachHas.test(text.slice((at === 0 ? first! : rest[at - 1]!).end, start))) &&
    all.every((one) => one.start >= first!.start)
  const others = each ? [first!] : all
  const together = others.every(
    ({ start }, at) =>
      at === 0 || /^(?:,|,? (?:and|y|or|e|o))\s(?:the |to |in |a |en )?$/u.test(text.slice(others[at - 1]!.end, start)),
  )
  const whole = others.length === 1 || together || new Set(others.map(({ printed }) => printed)).size === 1
  return {
    gives: false,
    provider: named.find(({ american }) => american)?.printed ?? null,
    recipient: others.length > 0 && whole ? [...new Set(others.map(({ printed }) => printed))].join(' and ') : null,
  }
}

const eachHas = /^,?\s(?:and\s|y\s)?\d[\d,.]*\s(?:to|for|in|a|para|en)\s(?:the\s)?$/iu
const whoLearns = new RegExp(`(?<!\\p{L})${people}(?!\\p{L})`, 'iu')
const handsOver =
  /\b(?:receiv\w+|got|paid|handed over|turned over|recib\p{L}+|provid\w+|suppl\w+|giv\w+|help\w*|back(?:ed|s|ing)|equip\w*|ayud\p{L}+|apoy\p{L}+|g[ai]ve|sent|send\w*|deliver\w*|deploy\w*|transfer\w*|sold|sell|sales?|licensed|assistance|aid|support\w*|deployments?|missions?|misiones|proporcion\p{L}+|otorg\p{L}+|entreg\p{L}+|vend\p{L}+|envi\p{L}+|don(?:ó|aron))(?!\p{L})/iu
const givenTo =
  /\b(?:g[ai]ve|given|gives|giving|paid|sent|sold|granted)\s(?<whom>(?:the|its|their)\s(?:\p{L}+(?:['’]s)?\s){0,3}(?:police|army|navy|air force|marines|military|armed forces|forces|government|academy|unit|battalion|brigade|ministry|office|mission|guard|prosecutors|agency|task force))\s(?:another\s|an additional\s|a further\s)?(?:(?:more than|over|some|about|nearly|almost|around|at least|up to)\s)?$/iu
/** "La Dirección Antidrogas recibió de Estados Unidos": a body that is no country. */
const bodyReceiving =
  /(?:^|[,;—]\s|\sque\s|\sthat\s)(?:[Tt]he\s|[Ll]a\s|[Ee]l\s)?(?<whom>\p{Lu}[\p{L}]+(?:\s(?:(?:de|del|de la|of|for|the)\s)?\p{Lu}[\p{L}]+){1,5}|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Ss]u|[Ll]a|[Ee]l)\s(?:\p{Ll}+\s)?(?:battalion|brigade|unit|regiment|army|police|navy|force|batall[oó]n|brigada|unidad|regimiento|polic[ií]a|ej[eé]rcito))\s(?:has |have |had |ha )?(?:received|got|recibió|recibido|obtuvo)\s(?:(?:(?!\s(?:and|y)\s(?:\p{L}+(?:ed|ó|aron)|gave|spent|sent|sold|paid)\s)[^;]){0,90}\s)?$/u
/** "entregó a la Policía Nacional Civil": a body that is no country. */
const entrusted =
  /(?<!\p{L})(?:entreg|otorg|don|proporcion|destin|envi|aport|di[oe])\p{L}*\sa(?:l|\s(?:la|los|las))?\s(?<whom>\p{Lu}[\p{L}]+(?:\s(?:(?:de|del|de la|para)\s)?\p{Lu}[\p{L}]+){0,4})\s(?:(?:más de|casi|unos|cerca de|al menos)\s)?$/u
/** "apoyó a la policía con". */
const supportedWith = new RegExp(
  String.raw`${supportVerb}\s(?:a\s)?(?<whom>(?:the|its|their|la|el|las|los|al|sus?)\s(?:\p{L}+\s){0,3}?(?:police|army|navy|air force|marines|military|armed forces|forces|government|academy|unit|battalion|brigade|guard|polic[ií]a|ej[eé]rcito|armada|marina|fuerzas armadas|fuerza a[eé]rea|gobierno|academia|unidad|batall[oó]n|brigada|guardia)(?:\s(?:nacional|federal|militar|civil|Nacional|Federal|Militar|Civil)){0,2})\s(?:with|con)\s(?:[^.;]{0,60}\s)?$`,
  'iu',
)
const handedTo =
  /^(?:\s(?!a\s|para\s|en\s|y\s)[\p{L}.]+){0,6}\s(?:a|para)\s(?<whom>(?:la|el|los|las)\s(?:academia|polic[ií]a|ej[eé]rcito|armada|marina|fuerza|fuerzas|gobierno|ministerio|secretar[ií]a|unidad|brigada|batall[oó]n|gendarmer[ií]a|guardia|direcci[oó]n|\p{Lu}[\p{L}]+)(?:\s(?:de|del|de la|\p{Lu}[\p{L}]+|nacional|federal|militar|naval|a[eé]rea|armadas|polic[ií]a)){0,5}?)(?=[,.;]|\s(?:en|y|para|entre|desde|durante|por|con|seg[uú]n)\s|$)/iu

/** "police from 21 countries": of no country that is named. */
const ofSeveral =
  /(?<=\s)(?:from|of|de)\s(?!th(?:ose|ese|e)\s|es[ao]s\s|l[ao]s\s)(?:(?:at least|more than|some|about|m[aá]s de|unos)\s)?[\p{L}\d]+(?:\s(?:dozen|other|African|Latin American|partner))?\s(?:countries|nations|armies|governments|pa[ií]ses|naciones|ej[eé]rcitos|gobiernos)(?!\p{L})/u

/** "Germany helped the police with 8 million euros", "the Northern Command spent $38 million": the subject of the last verb of giving before the number. */
function givingSubject(
  text: string,
  start: number,
  number: FoundNumber,
  named: readonly Named[],
): { named: Named | null; printed: string } | null {
  const clause = Math.max(start, text.lastIndexOf(';', number.start) + 1)
  let verb = lastVerb.exec(text.slice(clause, number.start))
  // "supported the police with $64 million and gave the prosecutors"
  while (verb && /(?:,\s|\s)(?:and|y|e)\s(?:also\s|then\s)?$/u.test(text.slice(clause, clause + verb.index)))
    verb = lastVerb.exec(text.slice(clause, clause + verb.index))
  if (!verb) return null
  const before = text.slice(clause, clause + verb.index)
  const country = named.findLast(
    (one) => one.end <= clause + before.length && auxiliaries.test(text.slice(one.end, clause + before.length)),
  )
  if (country) return { named: country, printed: country.printed }
  const body = bodyGives.exec(before)?.groups?.body
  return body && findProgramme(body, 0, body.length) === null ? { named: null, printed: body } : null
}
const gives = String.raw`(?:(?:hand|turn)(?:s|ed)? over|g[ai]ve|gives|given|giving|provid(?:e[sd]?|ing)|suppl(?:y|ies|ied)|donat(?:e[sd]?|ing)|sen[dt]s?|deliver(?:s|ed)?|transferr?(?:s|ed)?|sold|sells?|contribut(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|disburs(?:e[sd]?|ing)|grant(?:s|ed)|pa(?:id|ys)|spen(?:t|ds)|put(?!\s(?:the|its|their)\s(?:cost|price|figure|number|toll|total))|poured|pumped|invest(?:s|ed)|approved|appropriated|allocated|(?:entreg|otorg|proporcion|aport|don|desembols|destin|envi|invirt|gast|pag|aprob|asign|promet)(?:ó|aron|a|an|ado|ió|ieron|ido)|di(?:o|eron)|${supportVerb}(?=(?:\s[^;]{0,90})?\s(?:with|con)\s))(?!\p{L})`
const lastVerb = new RegExp(String.raw`(?<![\p{L}-])${gives}(?![^;]*(?<![\p{L}-])${gives})(?=[^;]*$)`, 'iu')
const auxiliaries =
  /^(?:(?:['’]s)?\s(?:government|embassy|army|military|forces|taxpayers|gobierno)|\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)?\s(?:(?:has|have|had|ha|han|hab[ií]a|also|already|since|then|now|today|yesterday|alone|la|lo|las|los|les?|tambi[eé]n|ya)\s){0,3}$/u
const bodyGives =
  /(?<body>(?<!\p{L})\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:of|for|the|and|de|del|la|para|y)\s){0,3}\p{Lu}[\p{L}.’'-]*){0,6})(?<!(?:^|\s)(?:The|El|La|Los|Las|In|It|They|He|She|We|That|This|Who))\s(?:(?:has|have|had|ha|han|hab[ií]a|also|already|since|then|la|lo|las|los|les?|tambi[eé]n|ya)\s){0,3}$/u

/** "to 22 countries". */
const toSeveral =
  /^[^.;]{0,80}?\s(?:to|a|para)\s(?<many>(?:(?:at least|more than|some|about|m[aá]s de|unos)\s)?[\p{L}\d]+(?:\s(?:other|African|Latin American|partner))?\s(?:countries|nations|pa[ií]ses|naciones))(?!\p{L})/u

const right = /^(?:\s(?:army|police|military|navy|government|forces|troops))?\s$/u
const receives =
  /^(?:['’]s (?:army|police|military|forces|government))?\s(?:\p{L}+\s)?(?:has |have |had |ha |han |would |will )?(?:received?|receives|gets?|got|was given|were given|recib(?:e|en|ió|ieron|ir[ií]an?|irán?)|recibido|obtuvo)\s[^;]{0,40}$/iu

const ofAid = /^\s(?:(?:military|security|police|foreign)\s)?(?:assistance|aid|support|funding|funds|money)(?!\p{L})/iu

/** "And Canada gave": who gives something else. */
const givesAlso = new RegExp(String.raw`^\s(?:(?:has|have|had|ha|han|also|la|lo|las|los|les?)\s){0,2}${gives}`, 'iu')
/** "46 motorcycles, 15 trucks and 1,200 vests to the police": all of them. */
const goodsFor =
  /^(?:(?!\s(?:\p{L}+(?:ed|ó|aron|ieron)|gave|got|has|have|had|was|were|sent|sold)(?!\p{L}))(?:,?\s[\p{L}\d.,-]*[\p{L}\d])){2,16}\s(?:and|y)(?:\s[\p{L}\d-]+){2,4}\s(?:to|for|a|para)\s(?:the\s|la\s|el\s|los\s)?$/u
/** "Spain gave 1.9 million and South Korea, two boats": who gives the next. */
const isNextGiver = (text: string, number: FoundNumber, one: Named): boolean =>
  /(?:^|[\s,])(?:and|y|e|while|mientras)\s(?:the\s)?$/u.test(text.slice(number.end, one.start)) &&
  givesNext.test(text.slice(one.end, one.end + 24))
const givesNext =
  /^,\s(?:[\d$€£]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|una?)\s\p{Ll})/u
const isMoneyOrArms = (measure: string): boolean =>
  measure === 'assistance' || measure === 'weapons' || measure === 'training_cost'
function aidFrom(text: string, number: FoundNumber, named: readonly Named[]): { printed: string; end: number } | null {
  const first = named.find(
    (one) => !one.adjective && one.end <= number.start && fromWhom.test(text.slice(Math.max(0, one.start - 40), one.start)),
  )
  if (first === undefined) return null
  let end = first.end
  for (const other of named) if (other.start >= end && joint.test(text.slice(end, other.start))) end = other.end
  return { printed: text.slice(first.start, end), end }
}
const fromWhom =
  /(?<!\p{L})(?:aid|assistance|support|funding|funds|money|ayuda|asistencia|apoyo|fondos)(?:\s\p{Ll}+)?\s(?:from|de)\s(?:the\s)?$/iu
/** Another clause lies between: "trained 300 men. Peru …" is none, "trained 300, while Peru sent" is. */
const isPast = (text: string, number: FoundNumber, one: Named): boolean =>
  isNextGiver(text, number, one) ||
  /,\s(?:was|were|is|are|has|had|have|fue|fueron|ha|han)\s/u.test(text.slice(number.end, one.start)) ||
  (!goodsFor.test(text.slice(number.end, one.start)) &&
    /;|[,\s](?:while|whereas|but|mientras|pero)\s|(?<![\p{L}-])\d/u.test(text.slice(number.end, one.start))) ||
  givesAlso.test(text.slice(one.end, one.end + 40))

/** "Colombia trained 9,983 police", "trained by Colombian instructors": who gives, where that is not the United States. */
function giver(
  sentence: string,
  start: number,
  number: FoundNumber,
  measure: string,
  named: readonly Named[],
  signs: Signs,
): Named | undefined {
  if (measure === 'people_trained' || measure === 'trainers') {
    const by = named.find(({ start: at }) => finds(byWhom, sentence.slice(0, at - start), signs))
    if (by) return by
    // "France, which keeps troops there, said it had trained 13,000"
    const itself = named.find(
      (one) =>
        !one.adjective &&
        one.end <= number.start &&
        (one.start === start || /^(?:The|El|La|Los)\s$/.test(sentence.slice(0, one.start - start))) &&
        saysItTrained.test(sentence.slice(one.end - start, number.start - start)),
    )
    if (itself) return itself
    return named.find(({ adjective, end }) => {
      const between = sentence.slice(end - start, number.start - start)
      return end <= number.start && finds(adjective ? instructorsTrained : trainedSoMany, between, signs)
    })
  }
  // "courses were paid for by the United States, at a cost of"
  if (measure === 'training_cost')
    return named.find((one) => one.end <= number.start && finds(byWhom, sentence.slice(0, one.start - start), signs))
  // "received 20 trucks from France"
  return named.find((one) => !one.adjective && finds(receivedFrom, sentence.slice(0, one.start - start), signs))
}
/** "French officers taught 500 recruits at a cost of". */
const teaches =
  /^(?:\s(?!and\s|y\s)\p{L}+){0,3}?\s(?:has |have |had |ha |han )?(?:trained|taught|instructed|entren(?:ó|aron)|capacit(?:ó|aron)|adiestr(?:ó|aron)|imparti(?:ó|eron))(?!\p{L})/iu
const receivedFrom =
  /\b(?:receiv\w+|got|gets?|recib\p{L}+|obtuv\p{L}+)\s(?:[^.;]|(?<=\d)\.){0,110}?(?<!\p{L})(?:from|de)\s(?:the\s)?$/iu
const byWhom =
  /\b(?:(?:trained|taught|instructed|led|run|given|held|funded|paid|organi[sz]ed|provided|entrenad\p{L}+|capacitad\p{L}+|adiestrad\p{L}+|formad\p{L}+|impartid\p{L}+|a cargo|cargo)\s(?:\p{L}+\s)?(?:by|por|de)|with (?:the )?(?:support|help|backing|assistance) of|con (?:el )?(?:apoyo|ayuda) de)\s(?:the |la |el |los |las )?$/iu
const taught = String.raw`(?:has |have |had |ha |han |also )?(?:trained|taught|instructed|trains|graduated|entren(?:ó|aron)|capacit(?:ó|aron)|adiestr(?:ó|aron)|gradu(?:ó|aron)|ha(?:n)? (?:entrenado|capacitado|adiestrado|graduado|formado))(?: a)?\s(?:\p{L}+\s){0,2}$`
/** "France trained", "France's Operation Example trained". */
const trainedSoMany = new RegExp(String.raw`^(?:['’]s(?:\s[\p{L}’'-]+){1,5})?\s${taught}`, 'iu')
const saysItTrained = new RegExp(
  String.raw`^(?:,[^;.]{3,90},|(?:['’]s)?\s(?:army|government|embassy|ministry|gobierno|ejército))?\s(?:said|says|announced|reported|claims|claimed|dijo|dice|informó|aseguró|asegura|afirma|afirmó|reportó)\s(?:that\s|que\s)?(?:(?:it|they|its (?:instructors|troops|soldiers|forces))\s)?${taught}`,
  'iu',
)
const instructorsTrained = new RegExp(String.raw`^\s(?:\p{L}+\s){0,3}${taught}`, 'iu')

/** "The Example Institute trained 300 men": a body that is no country. */
const bodyTaught = new RegExp(
  String.raw`(?<body>\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:of|for|the|and|de|del|la|para|y)\s){0,3}\p{Lu}[\p{L}.’'-]*){0,8})\s${taught}`,
  'u',
)
function bodyBefore(sentence: string, at: number): string | null {
  const match = bodyTaught.exec(sentence.slice(0, at))
  const body = match?.groups?.body?.replace(/^(?:The|El|La|Los|Las|In|It|They|He|She|We|I)(?:\s|$)/u, '')
  return body && findProgramme(body, 0, body.length) === null ? body : null
}

/** "Five of the officers had been trained by the Example Bureau". */
const bodyBehind =
  /^[^.;]{0,70}?(?<!\p{L})(?:trained|taught|instructed|entrenad\p{L}+|capacitad\p{L}+|adiestrad\p{L}+|formad\p{L}+)\s(?:by|por)\s(?:the |el |la |los |las )?(?<body>\p{Lu}[\p{L}’'-]*(?:\s(?:(?:of|for|the|and|de|del|la|y)\s){0,2}\p{Lu}[\p{L}’'-]*){0,6})/u

/** "France and the United States have trained": both. */
function together(text: string, provider: Named, named: readonly Named[]): string {
  const beside = named.find(
    (one) =>
      one !== provider &&
      !one.adjective &&
      !provider.adjective &&
      one.american !== provider.american &&
      one.end <= provider.start &&
      joint.test(text.slice(one.end, provider.start)),
  )
  return beside ? text.slice(beside.start, provider.end) : wider(text, provider)
}

/** Recipient and those listed with it. */
function listed(text: string, first: Named, others: readonly Named[], end: number): string {
  let at = first.start
  let to = first.end
  for (const other of others) {
    if (other.adjective !== first.adjective) continue
    if (other.end <= at && joint.test(text.slice(other.end, at)) && !enumerates(text, other)) at = other.start
    const isOwn = enumerates(text, other) || givesNext.test(text.slice(other.end, other.end + 24))
    if (other.start >= to && joint.test(text.slice(to, other.start)) && !isOwn) to = other.end
  }
  const open = alsoOthers.exec(text.slice(to, Math.min(end, to + 60)))?.[0]
  if (at === first.start && to === first.end && !open)
    return among.test(text.slice(Math.max(0, at - 40), at))
      ? `${among.exec(text.slice(Math.max(0, at - 40), at))![0].trim()} ${wider(text, first)}`
      : wider(text, first)
  return `${text.slice(at, to)}${open ?? ''}`
}
const joint = /^(?:,|,? (?:and|y|e|or))\s(?:the |in |to |a |en )?$/u
const alsoOthers =
  /^,? (?:(?:and|y|e)\s)(?:(?:several|some|many|two|three|four|five|six|seven|eight|nine|ten|\d+|varios|otros|otras)\s)?(?:other|others|elsewhere|more|otros|otras|dem[aá]s)(?:\s(?:countries|nations|places|pa[ií]ses))?(?!\p{L})/u
/** "African countries including Mali": Mali is one of more. */
const among =
  /(?:countries|nations|states|pa[ií]ses|places|others|region|regi[oó]n|Africa|Americas?|Asia)?,?\s?(?:including|such as|among them|like|incluid[oa]s?|entre ellos|entre ellas|como)\s(?:the |a )?$/u
/** "Honduras 14 and El Salvador 11": what has a number of its own is not listed with the next. */
const enumerates = (text: string, one: Named): boolean => /^,? \d/.test(text.slice(one.end, one.end + 4))

/** "Latin American" with the noun that it stands before: "Latin American security personnel"; in Spanish it stands behind: "militares hondureños". */
function wider(text: string, one: Named): string {
  if (!one.adjective && !(one.american && /^(?:US|U\.S\.)$/.test(one.printed))) return one.printed
  if (/^\p{Ll}/u.test(one.printed)) {
    const before =
      /(?:(?<!\p{L})(?:fuerzas|tropas|polic[ií]as?|militares|soldados|marinos|infantes|oficiales|agentes|efectivos|elementos|instructores|asesores|entrenadores|cadetes|integrantes|personal|Ej[eé]rcito|Marina|Armada|Fuerza|ej[eé]rcito|gobierno|Gobierno)(?:\s\p{Ll}+(?:es|as|os|al|ar|de)){0,2}\s)$/u.exec(
        text.slice(Math.max(0, one.start - 50), one.start),
      )
    return `${before?.[0] ?? ''}${one.printed}`
  }
  const after =
    /^(?:(?:\s(?:\p{Lu}[\p{L}]+|security|military|police|armed|special|federal|naval|army|elite|law|enforcement)){0,4}\s(?:operations\s)?(?:personnel|forces?|troops|officers|soldiers|units|police|military|army|navy|marines|government|trainers|instructors|operators|advisers|agents|commandos|contractors)|(?:\s\p{Lu}[\p{L}]+){1,4})?/u.exec(
      text.slice(one.end, one.end + 70),
    )
  return `${one.printed}${after?.[0] ?? ''}`.trim()
}
