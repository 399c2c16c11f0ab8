/** What a number in prose counts: told by the words after it, then by the verb that it is object or subject of. */
import { findProgramme, findProgrammes, type Named } from '../actors.js'
import type { Quantity } from '../claim.js'
import { suffering } from '../deeds/fates.js'
import { finds, gateOf, type Signs } from '../grammar/signs.js'
import type { FoundNumber } from './numbers.js'

export const people = `(?:personnel|soldiers?|troops?|officers?|members?|police(?:men)?|forces?|commandos|marines|cadets|students|trainees|recruits|people|persons|individuals|men|agents|guards|pilots|soldados|hombres|efectivos|polic[ií]as|elementos|militares|alumn[oa]s|estudiantes|egresad[oa]s|graduad[oa]s|graduates|participants|alumni|rangers|gendarmes|gendarmerie|carabineros|sailors|airmen|servicemen|servicewomen|policewomen|commanders|lieutenants|captains|guardaparques|gendarmes|suboficiales|uniformad[oa]s|infantes|cadetes|reclutas|aspirantes|applicants|candidates|peacekeepers|personas|agentes|oficiales|marinos|integrantes)`
export const measures: readonly [string, RegExp][] = [
  [
    'missions',
    /\b(?:missions?|JCETs?|joint combined exchange trainings?|deployments?|exercises|misiones|ejercicios|despliegues)\b/i,
  ],
  [
    'deaths',
    /\b(?:lives|deaths?|executions?|ejecuciones|fatalit\w+|dead|killed|killings|bodies|corpses|murders?|homicides?|casualties|death toll|muertes?|muertos|asesinatos|homicidios|vidas)\b/i,
  ],
  ['disappeared', /\b(?:disappear\w*|missing|abduct\w+|kidnapp\w+|desaparecid\w+|secuestrad\w+|desapariciones)\b/i],
  ['inmates', /\b(?:inmates|prisoners|detainees|reclusos|presos|internos|reos)\b/i],
  ['injured', /\b(?:injured|wounded|heridos|injuries|wounds)\b/i],
  ['displaced', /\b(?:displaced|refugees|desplazad\w+|refugiados)\b/i],
  ['trainers', /\b(?:trainers?|instructors?|advis[eo]rs|instructores|asesores|capacitadores|entrenadores)\b/i],
  ['officials', /\b(?:officials|funcionarios)\b/i],
  [
    'weapons',
    /\b(?:weapons?|rifles?|(?:hand|shot|machine ?)?guns?|carbines?|revolvers?|launchers?|drones?|airplanes?|planes|firearms|arms|helicopters?|aircraft|grenades?|missiles?|armas|fusiles|helic[oó]pteros|ammunition|tanks|personnel carriers?|carriers?|goggles|radios|APCs|trucks?|mortars?|pistols?|cartridges|pistolas|lanchas|embarcaciones|municiones|cartuchos|aeronaves|aviones|blindados|patrulleras|patrullas|camionetas|chalecos|cascos|vests|helmets|patrol (?:boats?|vessels?|craft)|motorcycles|motocicletas|jeeps|pickups|radars?|radares|howitzers?|obuses|bombs|bombas|vehicles|veh[ií]culos)\b/i,
  ],
  ['arrests', /\b(?:arrests?|detenciones|arrestos|detenidos)\b/i],
  ['hostages', /\b(?:hostages|captives|rehenes)\b/i],
  ['personnel', new RegExp(`\\b${people}(?![\\p{L}])`, 'iu')],
]
const peopleNext = new RegExp(`^\\s(?:\\p{L}+\\s){0,4}${people}`, 'iu')
export const trainVerb =
  /\b(?:train(?:ed|ing|s)?|instruct(?:ed|ing)?|taught|teach(?:ing|es)?|school(?:ed)?|adiestr\p{L}+|entren\p{L}+|capacit\p{L}+|formad[oa]s? (?=por|en)|graduad[oa]s?)(?!\p{L})/iu
export const changeVerb =
  /\b(?:(?:(?:tripl|doubl|quadrupl|halv|reduc|rais|increas|decreas|declin|ris)(?:e|es|ed|ing)|(?:grow|fall|jump|climb|soar|expand|drop|shrink|boost|slash|swell)(?:s|ed|ing)?|dropp(?:ed|ing)|go(?:es|ing)?|rose|risen|grew|grown|went|gone|passed|fell|fallen|shrank|shrunk|swollen|brought|cut|cuts|cutting|up|down|an? (?:increase|rise|growth|jump|fall|drop|decline|decrease))|(?:se )?(?:triplic[oó]|duplic[oó]|aument[oó]|increment[oó]|recort[oó]|creci[oó]|subi[oó]|pas[oó]|baj[oó]|cay[oó]|disminuy[oó]|redujo)|(?:triplic|duplic|aument|increment|recort|pas|baj)(?:ar(?:á|án|ía|ían)?|ando)|(?:crec|sub|ca|reduc)(?:er|ir|er[aá]n?|ir[aá]n?|iendo|yendo)|(?:un |una |el |la )(?:alza|aumento|incremento|baja|ca[ií]da|reducci[oó]n|recorte)|pasaron|aumentaron|cayeron|bajaron|subieron|redujeron|ha(?:n)? (?:pasado|aumentado|ca[ií]do|bajado|subido|crecido))(?!\p{L})/iu

/** What is counted without a measure of its own and matters to this field. What else is counted (cards, cans, proposals) is claimed by nobody here. */
export const countable =
  /\b(?:training sessions?|courses?|classes|seminars?|sesiones|cursos|attacks?|raids?|ambush\w*|clashes|incidents?|cases?|complaints?|quejas|denuncias|coups?|golpes|allegations?|violations?|abuses|massacres?|graves?|battalions?|brigades?|divisions|units?|bases?|camps?|checkpoints?|cartels?|gangs?|groups?|operations?|flights?|ships?|boats?|villages?|towns?|communities|municipalities|houses|homes|huts|shops|churches|mosques|casas|viviendas|chozas|ranchos|schools|children|women|civilians?|residents?|villagers?|families|suspects?|generals?|colonels?|terrorists?|insurgents?|militants?|bandits?|gunmen|rebels?|fighters?|guerrillas?|vigilantes?|militia\w*|hitmen|sicarios|cultists?|vandals?|kidnappers?|robbers?|migrants?|peasants?|ind[ií]genas|procesos|expedientes|carpetas|journalists?|activists?|farmers?|teachers?|workers?|others|victims?|v[ií]ctimas|casos|ataques|denuncias|batallones|brigadas|unidades|operativos|integrantes|civiles|campesinos|migrantes|periodistas|fosas|graduates|participants?|visas?|contracts?|votes?|countries|nations|pa[ií]ses|investigations|projects|desertions|deserters|desertores|convictions|contractors|dismissals|expulsions|resignations|bajas|despidos|becas|scholarships|training sites|recommendations|recomendaciones|teams|exmilitares|exagentes|detenidos|capturados)\b/i

/** The noun phrase after a number, up to what ends one; null where none follows at once. */
export function nounAfter(text: string, number: FoundNumber, limit: number, end: number): string | null {
  // "5,500: soldiers and police killed" is an entry of a list, and in quotation marks may be the number alone: "some “1,500” rifles".
  const rest = text.slice(number.end, Math.min(limit, end, number.end + 90)).replace(/^[:”"](?=\s\p{Lu}?\p{Ll})/u, '')
  const match =
    /^(?:\s(?:of|de)(?:\s(?:the|those|these|los|las|esos|esas|estos|estas|its|their|our|sus|su))?)?(?:\s(?!(?:in|on|at|to|from|by|with|for|since|between|over|during|and|or|who|whom|whose|quien|quienes|that|which|were|was|are|is|have|has|had|ha|han|había|habían|while|as|when|per|each|near|inside|across|along|because|including|such|than|more|but|if|(?:the|this|last|next) (?:year|month|week|day)|said|says?|told|they|he|she|it|we|pero|si|dijo|dijeron|dicen?|trained|train|killed|died|arrested|wounded|escaped|disappeared|believe|lack|have|did|do|will|would|could|may|might|should|can|joined|deserted|defected|desertaron|live|lived|stay|stayed|remain|remained|came|went|fled|fell|rose|fought|began|made|took|attended|received|completed|complete|attend|receive|undergo|finished|passed|monday|tuesday|wednesday|thursday|friday|saturday|sunday|siguen?|quedan|quedaron|permanecen|left|stayed|survived|come|comes|work|works|trabajan|vienen|viven|(?:el|la|este|ese|cada) (?:año|mes|semana)|años?|\p{L}+(?:aron|ieron)|a|al|after|before|under|against|now|still|also|already|se|ya|no|va|van|viven?|acompañan?|tienen?|est[aá]n?|en|por|desde|entre|y|que|fueron|fueran|murieron|murieran|hayan|hubieran|sean|eran|para|con|bajo|or (?:more|fewer|less|so)|o (?:más|menos))(?!\p{L}))(?:U\.S\.A?\.?|\d{1,3}(?:st|nd|rd|th)?(?=\s\p{Lu})|\p{Lu}{1,3}-?\d{1,3}\p{Lu}?(?=\s\p{Ll})|[\p{L}][\p{L}\p{M}.’'-]*)(?:\s(?:and|y)(?=\s\p{Lu}|\s(?:\p{L}+\s)?(?:soldiers|officers|police|troops|men|women|children|agents|personnel|soldados|militares|polic[ií]as|marinos|agentes|oficiales|funcionarios|mujeres|niños)(?!\p{L})))?){1,6}/u.exec(
      rest,
    )
  return match ? (phraseIn(match[0]) ?? null) : null
}

/** "weapons recovered in …" counts weapons, and the "24 Killed" of a headline has no noun: what is done to them is no part of it. */
function phraseIn(words: string): string | null {
  const kept = words
    .replace(/[.’'-]+$/, '')
    // "22 cases witnesses told", "25 unidades cuyos comandantes", "four officers of the squad stand accused"
    .replace(
      /(?<=\s(?:cases|units|incidents|attacks|occasions|instances|casos)|\p{L})\s(?:(?<=(?:cases|units|incidents|attacks|occasions|instances|casos)\s)(?:the\s)?\p{Ll}{4,}|cuy[oa]s?|stands?)(?!\p{L}).*$/iu,
      '',
    )
    // "31 men hours after arresting them"
    .replace(/(?<=\p{L}\s)(?:minutes|hours|days|weeks|months|years|horas|días|semanas|meses|años)$/iu, '')
    .replace(
      /(?<=\s)(?:killed|wounded|injured|arrested|dead|feared|get|gets?|gave|sustained|belonging|sold|bought|stole|shot|beat|held|kept|met|paid|led|ran|won|sent|spent|drove|broke|threw|wore|sought|wrote)(?!\p{L}).*$/iu,
      '',
    )
    // "43 students shocked the country"
    .replace(/(?<=\p{L})\s\p{Ll}{2,}(?:ed|aron|ieron)\s(?:the|its|their|his|her|el|la|los|las|una?|al)(?!\p{L}).*$/u, '')
    // "two battalions grew out of the camp"
    .replace(/(?<=\p{L}s)\s(?:grew|became|arose|stood|lay|sat|flew|spoke|chose|hid|rose|sank|hundieron)(?!\p{L}).*$/iu, '')
    .replace(/(?:\s(?:of|from|de|del|the|el|la|los|las|un|una))+\s*$/iu, '')
    .replace(/(?:\s\p{Ll}+(?:ed|slain|shot|held|aron|ieron|eron))+\s*$/u, '')
  return /\p{L}/u.test(kept) && !/^\s(?:of|de)\s*$/.test(kept) ? kept.trimEnd() : null
}

/** The unit of the record. Plain "sessions" are of training only where the sentence speaks of it: parliaments hold some, too. */
const isSession = (noun: string, sentence: string, signs: Signs): boolean =>
  finds(trainingSession, noun, signs) ||
  (finds(session, noun, signs) && (finds(trainVerb, sentence, signs) || findProgramme(sentence, 0, sentence.length) !== null))
const trainingSession =
  /(?<!\p{L})(?:training sessions?|sessions? of (?:\p{L}+ )?(?:training|instruction)|sesi(?:ón|ones) de (?:adiestra|entrena|capacita|formaci|instrucci)\p{L}+)(?!\p{L})/iu
const session = /(?<!\p{L})(?:sessions?|sesi(?:ón|ones))$/iu

/** "2,250 Chadians", "40 Somalis". */
const nationals = /^\s(?:\p{Ll}+\s){0,2}\p{Lu}\p{Ll}+(?:ans|ens|eses?|is)(?!\p{L})/u

/** What the sentences before counted, and whom the sentence names: for numbers that stand without a noun. */
export interface Surroundings {
  previous: Quantity | undefined
  /** Measure of the last number of the sentence before, if it is of the same paragraph. */
  carried: string | null
  /** Measure of the last number of the paragraphs before. */
  earlier: string | null
  named: readonly Named[]
  sentence: string
  /** The sentence before the number. */
  ahead: string
  signs: Signs
}

export function measureOf(
  number: FoundNumber,
  noun: string | null,
  before: string,
  after: string,
  tail: string,
  { previous, carried, earlier, named, sentence, ahead, signs }: Surroundings,
): string {
  if (number.percent) return 'percent'
  if (number.currency === null && noun !== null && isSession(noun, sentence, signs)) return 'training_sessions'
  if (number.currency) {
    const told = previous?.measure ?? carried ?? (ofThis.test(before) ? earlier : null)
    const given = told === 'assistance' || told === 'training_cost'
    const measure = moneyMeasure(before, after, sentence, ahead, named.length > 0 || given, signs)
    // "Of this, $100 million came in 2018": of what was given.
    return measure === 'money' && given && (ofThis.test(before) || figureBefore.test(before)) ? told! : measure
  }
  const trained =
    finds(trainVerb, before.replace(ofSubject, ','), signs) &&
    !/\btrain(?:ing|ed) (?:missions?|camps?|sessions?|exercises?)\b/i.test(before.slice(-30))
  // "murder charges against four": nobody died.
  if (noun === null && /(?:charges|cases|warrants|cargos|causas)\s(?:against|for|contra)\s$/iu.test(before)) return 'personnel'
  // "1,480 complaints against soldiers", "87 complaints of killings": of complaints.
  const head = (noun ?? '')
    .replace(/(?<=\p{L})\s(?:contra|against|about|sobre)\s.*$/su, '')
    .replace(/(?<=(?:complaints?|allegations?|reports?|quejas|denuncias))\s(?:of|de|por)\s.*$/su, '')
  const counted =
    measures.find(([, pattern]) => finds(pattern, head, signs))?.[0] ??
    (nationals.test(head) || isNationals(head, named) ? 'personnel' : null)
  const living =
    counted === 'personnel' || counted === null || counted === 'officials' || counted === 'inmates' || counted === 'displaced'
  const fate = living ? suffering(before, after, tail, noun, signs) : null
  if (fate) return fate
  // "Tres de ellos habían asistido a cursos"
  if (noun !== null && /^\s?(?:of (?:them|these|those)|de (?:ell[oa]s|est[oa]s))$/iu.test(noun) && finds(attended, after, signs))
    return 'people_trained'
  // "la asistencia sumó 131 millones", "aportó 6 millones en 2010 y 8,5 millones en 2011": of money that the sentence does not name.
  if (
    (noun === null || /^\s?anuales$/.test(noun)) &&
    (number.value ?? 0) >= 1e5 &&
    (ofAid.test(before) ||
      aidAsSubject.test(before) ||
      (named.length > 0 && finds(giving, before.slice(-24), signs)) ||
      (previous?.measure === 'assistance' && previous.currency === null && (previous.value ?? 0) >= 1e5))
  )
    return 'assistance'
  // "reported 3,100 trainees"
  if (/(?<!\p{L})trainees$/iu.test(head)) return 'people_trained'
  if (counted === 'personnel' || (noun === null && finds(peopleNext, after, signs))) {
    if (
      trained ||
      finds(attended, after, signs) ||
      finds(wereTrained, after, signs) ||
      finds(graduate, after, signs) ||
      finds(graduating, before, signs) ||
      (finds(sending, before, signs) && finds(toSchool, after, signs))
    )
      return 'people_trained'
    if (finds(whomSomebodyTrained, after, signs)) return 'people_trained'
    if (finds(teaching, after, signs)) return 'trainers'
    if (
      (carried === 'missions' || earlier === 'missions') &&
      finds(/^[^.;]{0,60}\b(?:took part|participated) in (?:them|these)\b/i, after, signs)
    )
      return 'people_trained'
    // "the real figure is nearly 400 soldiers": of what the sentence before counted.
    if (carried === 'people_trained' && finds(figureBefore, before, signs)) return carried
    return 'personnel'
  }
  if (counted !== null) return counted
  if (noun !== null && finds(unlearned, noun, signs)) return 'count'
  if (noun !== null && (trained || (finds(graduating, before, signs) && /s$/.test(noun)))) return 'people_trained'
  // "4,300 prosecutors attended courses"
  if (
    noun !== null &&
    /s$/.test(noun) &&
    !after.slice(0, after.search(attendedVerb)).includes(',') &&
    finds(attended, after, signs)
  )
    return 'people_trained'
  if (noun !== null) return 'count'
  if (finds(/\b(?:deployment|mobili[sz]ation) of\s$/i, before, signs)) return 'personnel'
  if (finds(measures[0]![1], before, signs) && (/^\s?(?:each|cada)/.test(tail) || finds(changeVerb, before, signs)))
    return 'missions'
  if (noun === null && /^\s(?:had |have |hab[ií]an )?(?:deserted|defected|desertaron|desertado)(?!\p{L})/u.test(after))
    return 'personnel'
  // "Another 120 to 150 were trained in 2022"
  if (noun === null && finds(underwent, after, signs)) return 'people_trained'
  // "Of these, 140 attended courses", "de los cuales 148 han recibido cursos"
  if (
    noun === null &&
    finds(attended, after, signs) &&
    /(?:^|,\s|(?:of (?:these|those|them|whom)|de (?:ellos|ellas|los cuales|las cuales)),?\s)$/iu.test(before)
  )
    return 'people_trained'
  // "410 were trained by the United States, 60 by Britain"
  if (previous?.measure === 'people_trained' && /,\s$/.test(before) && /^\s(?:by|por)\s\p{Lu}/u.test(after))
    return 'people_trained'
  const total = signs.mayMatch(gateOf(numbered)) ? numbered.exec(before)?.[1] : undefined
  const ofTotal = total === undefined ? null : (measures.find(([, pattern]) => pattern.test(total))?.[0] ?? null)
  if (ofTotal && noun === null && /,\s(?:from|de)\s$/u.test(before)) return ofTotal
  if (
    previous &&
    previous.measure !== 'percent' &&
    (/^\s?(?:each|apiece|cada)/.test(tail) ||
      /(?:\b(?:to|and|from|a|y)|of (?:whom|which|these|those)|de (?:ellos|ellas|los cuales|las cuales),?)\s*(?:(?:fewer|less|more) than |at least |some |about |nearly |only |menos de |más de |al menos |unos |solo )?$/i.test(
        before,
      ))
  )
    return previous.measure
  if (noun === null && (finds(ofTaught, before, signs) || (finds(ofTraining, before, signs) && finds(changeVerb, before, signs))))
    return 'people_trained'
  if (ofTotal) return ofTotal
  const subject =
    noun === null && (verbal.test(number.hedge ?? '') || estimates.test(before))
      ? measures.find(([, pattern]) => pattern.test(before))
      : undefined
  if (subject) return subject[0]
  if (finds(/\b(?:death toll|toll|saldo)\b[^.;]{0,30}$/i, before, signs)) return 'deaths'
  // "after 19 in 2016", "In 2013 there were nine.": of what the sentence before counts.
  const counts = previous && previous.currency === null ? previous.measure : carried
  const last = counts !== null && ofMoney.test(counts) ? null : counts
  if (last && alike.test(before) && /^\s*(?:[.;”"]|,[”"]|(?:in|en) \d{4}|$)/.test(after)) return last
  // "De los 860 policías, 265 no han", "Of these, five stayed": of whom the number before counts.
  if (noun === null && (toBeTrained.test(after) || (graduated.test(before) && /^\s*(?:[.;,]|$)/.test(after))))
    return 'people_trained'
  // "the strength of its brigade to 5,000"
  if (noun === null && strength.test(before)) return 'personnel'
  const whole = noun === null && bareVerb.test(after) ? (ofWhole.exec(before)?.groups?.whole ?? null) : null
  if (whole !== null) {
    const told = measures.find(([, pattern]) => pattern.test(whole))?.[0] ?? (isNationals(whole, named) ? 'personnel' : last)
    return told && told !== 'count' ? personal(told) : 'count'
  }
  if (noun === null && last && last !== 'count' && opensClause.test(before) && bareVerb.test(after)) return personal(last)
  // "Foreign instructors in the country: 12 in 2016"
  const label = noun === null ? labelled.exec(ahead)?.groups?.label : undefined
  const labelledAs = label && !saysIt.test(label) ? measures.find(([, pattern]) => pattern.test(label))?.[0] : undefined
  if (labelledAs) return labelledAs
  // "built for 250 prisoners; it held 1,180"
  if (noun === null && last === 'inmates' && /\s(?:held|holds|housed|houses|tenía|tiene|albergaba|alberga)\s$/u.test(before))
    return last
  // "the whereabouts of 405"
  if (/(?<!\p{L})(?:whereabouts|fate|paradero) (?:of|de)\s$/iu.test(before)) return 'disappeared'
  // "fell to 970 and rose again, to 1,372"
  if (noun === null && previous && previous.currency === null && previous.measure !== 'percent' && backTo.test(before))
    return previous.measure
  // "Spain comes third (1,250), followed by Israel (310)"
  if (noun === null && last && inBrackets.test(before) && /^\)/.test(after)) return last
  if (
    noun === null &&
    /^(?:people_trained|personnel|officials)$/.test(previous?.measure ?? carried ?? '') &&
    trainedNone.test(before) &&
    /^\s*(?:[.;,)]|$)/.test(after)
  )
    return 'people_trained'
  // "whose building cost 12 million": of money that is not named.
  if (noun === null && (number.value ?? 0) >= 1e5 && finds(costing, before, signs)) return 'cost'
  // "Chad has lost 36 soldiers, while France lost five."
  if (previous && noun === null && sameVerb.test(before) && /^\s*(?:[.;,]|$)/.test(after)) return previous.measure
  if (
    finds(figureBefore, before, signs) ||
    (carried === 'people_trained' && /\b(?:were|was|are|fueron|eran|son)\s$/iu.test(before))
  )
    return previous?.measure ?? carried ?? 'count'
  return 'count'
}

/** "The regiment, whose men were trained by others, lost 21": who was trained is not who is counted. */
const ofSubject = /,\s(?:which|who|whose|que|quienes|cuy[oa]s?)\s(?:[^,;.]|(?<=\b\p{L})\.){3,120},/giu

/** "Honduras 14 and El Salvador 11", "El Salvador, 16": a country, and a number of what the one before it counts. */
export function elliptic(text: string, number: FoundNumber, noun: string | null, named: readonly Named[]): Named | null {
  if (noun !== null || number.percent) return null
  return (
    named.find(
      (one) =>
        !one.adjective &&
        one.end <= number.start &&
        /^(?:,? |,? (?:had|got|sent|hosted|received|saw|recibi[oó]|tuvo|envi[oó]|con) )$/iu.test(
          text.slice(one.end, number.start),
        ) &&
        /(?:^|[,;:.]\s|\b(?:and|y|e|while|mientras)\s)(?:the |in |en )?$/iu.test(
          text.slice(Math.max(0, one.start - 12), one.start),
        ),
    ) ?? null
  )
}

/** "21 missions in Mali, 19 in Niger and 19 in Chad": a number of what the one before it counts, and a country. */
export function ellipticBehind(
  text: string,
  number: FoundNumber,
  before: string,
  noun: string | null,
  previous: Quantity | undefined,
  named: readonly Named[],
): Named | null {
  if (noun !== null || number.percent || !previous || previous.measure === 'percent' || previous.change !== null) return null
  if ((previous.currency === null) !== (number.currency === null) || !/(?:[,:]|,?\s(?:and|y|e))\s$/iu.test(before)) return null
  return (
    named.find(
      (one) =>
        !one.adjective &&
        one.start > number.end &&
        /^\s(?:in|to|for|from|en|a|para|de)\s(?:the\s)?$/iu.test(text.slice(number.end, one.start)),
    ) ?? null
  )
}

/** Of these no person is told: "trained two battalions" counts battalions. */
const unlearned =
  /(?<!\p{L})(?:coups?|golpes?|attacks?|raids?|massacres?|governments?|countries|nations|states|battalions?|brigades?|units?|compan(?:y|ies)|courses?|class(?:es)?|sessions?|bases?|camps?|times|occasions|ocasiones|armies|facilit(?:y|ies)|academ(?:y|ies)|schools?|places|sites|locations|centers|centres|cities|towns|villages|hours|days|weeks|months|pa[ií]ses|escuelas|academias|centros|lugares|sedes|horas|d[ií]as|semanas|meses|gobiernos|batall\p{L}+|brigadas|unidades|compañías|cursos|clases|sesiones|veces)(?!\p{L})/iu

/** What is done to those who are trained. */
const lesson = String.raw`(?:courses?|classes|training|programm?es?|schools?|academ\w+|seminars?|workshops?|exercises|missions|cursos?|capacitaci\p{L}+|entrenamiento|adiestramiento|aulas|academias?|escuelas?|talleres|diplomados?)`
const attended = new RegExp(
  String.raw`^[^.;]{0,60}\b(?:(?:were|was|been|being|fueron|fueran|sean|ha[ny]a?n? sido|hubieran sido|hab[ií]an sido|ser[aá]n)\s(?:\p{L}+\s){0,2}(?:train|instruct|taught|capacita|entrena|adiestra|formad)|(?:received?|receiving|recib\p{L}+)\s(?:[\p{L}.]+\s){0,2}(?:train|instruct|capacita|entrena|adiestra|formaci|courses?|cursos?)|(?:took(?! part)|taken|trained (?:at|in|by|under|abroad)|took part in|taking part in|attend(?:ed|ing)?|complet(?:ed?|es|ing)|undergo|underwent|graduated from|passed through|went through|travell?ed to|viaj(?:ó|aron) a|enrolled in|participat(?:ed|ing) in|asisti(?:ó|eron) a|tom(?:ó|aron)|complet(?:ó|aron)|inici(?:ó|aron)|curs(?:ó|aron)|particip(?:ó|aron) en|pasaron por|se (?:gradu|form)(?:ó|aron) (?=en|con|bajo)|asisten a|toman|reciben)\s?(?:[^.;,]|(?<=\b\p{L})\.){0,50}${lesson})`,
  'iu',
)
const attendedVerb =
  /(?<!\p{L})(?:were|was|been|fueron|sido|received|recibi|took|taken|trained|attend|complet|graduated|passed|went|enrolled|participated|asisti|tom[óa]|curs[óa]|particip|pasaron|se (?:gradu|form))/iu
const underwent =
  /^\s(?:\p{L}+\s)?(?:were|was|had been|have been|fueron|han sido|hab[ií]an sido)\s(?:also\s)?(?:trained|taught|instructed|entrenad|capacitad|adiestrad)/iu
/** "1,500 police trained since 2009", "trained by others": who was trained, in a clause of no verb. */
const wereTrained =
  /^\s(?:\p{L}+\s){0,3}(?:trained|entrenad[oa]s|capacitad[oa]s|adiestrad[oa]s)\s(?:by|under|since|during|through|annually|in|at|por|desde|durante|bajo|en)(?!\p{L})/u
/** "90 policías se gradúan allí". */
const graduate = /^[^.;,]{0,40}\s(?:graduate|graduated|se grad[uú](?:an|aron)|egresan|egresaron)(?!\p{L})/iu
const graduating =
  /\b(?:se gradu(?:ó|aron)|egres(?:ó|aron)|graduat(?:ed|es|ing)|ha(?:n)? (?:graduado|formado|adiestrado|capacitado|entrenado) a|gradu(?:ó|aron) a|form(?:ó|aron) a|(?:pas(?:ó|aron)|han pasado) por sus? (?:aulas|academias?|escuelas?)|attended by|cursos? (?:a|para)|(?:courses?|classes|training) for)\s(?:some |about |unos |unas |m[aá]s de |casi )?$/iu
/** "took 61 officers to American schools". */
const sending =
  /\b(?:took|takes|taken|sent|sends|flew|brought|envi(?:ó|aron|ado)|llev(?:ó|aron)|mand(?:ó|aron))\s(?:a\s|some |about |unos )?$/iu
const toSchool = new RegExp(
  String.raw`^[^.;,]{0,40}\s(?:to|through|a|para)\s(?:[^.;,]|(?<=\b\p{L})\.){0,40}${lesson.replace('|missions', '')}`,
  'iu',
)
/** "312 officers whom the United States trained". */
const whomSomebodyTrained =
  /^[^.;,]{0,50}\s(?:whom|that|which|who|que|(?:a )?quienes)\s(?:the\s|la\s|el\s|los\s)?(?:\p{Lu}[\p{L}.]*\s){1,4}(?:(?:has|had|have|ha|había|also|later)\s){0,2}(?:trained|taught|entren(?:ó|aron|ado)|capacit(?:ó|aron|ado)|adiestr(?:ó|aron|ado))(?!\p{L})/u
const teaching =
  /^[^.;,]{0,60}\b(?:(?<!(?<!\p{L})(?:the|newly|of|these|those|all|our|their|its|-)\s?)trained(?!\s*[.,;]|$)(?!\s(?:at|in|by|under|with|abroad|here|there|since|during|through|annually)(?!\p{L}))|train|taught|teach|instructed|entren(?:ó|aron)|capacit(?:ó|aron)|adiestr(?:ó|aron)|have been (?:training|teaching))(?!\p{L})/iu
/** "the figure is", "the toll exceeds": a number of what was spoken of before. */
export const alike =
  /(?<!\p{L})(?:(?:hoy |now |today |ya )?(?:quedan|quedaban|suman|sumaban|eran|son|were|are|van)|then|luego|after|up from|down from|compared (?:with|to)|there (?:were|was)|(?:we|they|it|he|she) (?:have|has|had)|(?:now (?:has|have)|ahora tienen?)|frente a|tras|hubo)\s$/iu
const sameVerb =
  /(?<!\p{L})(?:while|and|mientras|y)\s(?:\p{L}+\s){0,3}(?:lost|received|sent|got|perdi(?:ó|eron)|recibi(?:ó|eron)|envi(?:ó|aron))\s$/iu
export const opensClause =
  /(?:^|[;,:—]\s|\s(?:and|y|but|pero|de l[oa]s que|of whom|of which)\s)(?:[Aa]nother\s|[Oo]tr[oa]s\s|all\s)?$|^\P{L}*(?:Another|Otr[oa]s)\s$/u
/** Of whom the number is a part, told before it: "Of the vests, 800", "De los hondureños, dos docenas". */
const ofWhole = /(?:^|[.;:“]\s?)\P{L}*(?:Of|De)\s(?<whole>[^,;]{2,40}),\s$/u
/** People are counted alike whatever was told of the others: "1,340 were detained. Another 87 were shot". */
const personal = (measure: string): string =>
  /^(?:assistance|money|cost|training_cost|budget|percent)$/.test(measure)
    ? 'count'
    : /^(?:people_trained|officials|deaths|arrests|injured|displaced|disappeared)$/.test(measure)
      ? 'personnel'
      : measure
const isNationals = (words: string, named: readonly Named[]): boolean =>
  named.some(({ adjective, printed }) => adjective && printed.endsWith('s') && words.trim().endsWith(printed))
const labelled =
  /(?:^|[;\n]\s?)\P{L}*(?<label>[^:;.]{3,90}):\s(?:tuvimos\s|tenemos\s|hubo\s|hay\s|son\s|eran\s|we had\s|we have\s|there were\s)?$/u
const graduated = /(?<!\p{L})(?:se gradu(?:ó|aron)|egresaron|graduated)\s$/iu
const strength = /(?<!\p{L})(?:strength|size|ranks|tamaño|fuerza) (?:of|de) [^.;]{3,60}\s(?:to|a|from|de)\s$/iu
const ofMoney = /^(?:training_cost|assistance|money|cost|budget)$/
const toBeTrained =
  /^\s(?:\p{L}+\s){1,3}be\s(?:\p{L}+\s)?(?:trained|taught|instructed)(?!\p{L})|^\s(?:ser[aá]n|van a ser)\s(?:entrenad|capacitad|adiestrad)[oa]s/u
const saysIt = /(?<!\p{L})(?:said|says|told|dijo|dice|según)(?!\p{L})/iu
const backTo = new RegExp(String.raw`${changeVerb.source}(?:\s[^,.;\d]{1,12}?)?,?\s(?:(?:to|a|hasta)\s)?$`, 'iu')
export const bareVerb =
  /^\s(?:(?:are|were|have|had|remain|stayed|left|came|went|still|never|no|will|would|come|comes|work|works|live|serve|face|se|han|hab[ií]an|ir[aá]n|vienen|trabajan|viven|enfrentan|est[aá]n|siguen|quedan|quedaron|permanecen|nunca|aún|todavía|son|eran|fueron)(?!\p{L})|\p{L}+(?:ed|aron|ieron)(?!\p{L}))/u
export const inBrackets = /\p{Lu}[\p{L}.]+(?:\s\p{Ll}+){0,3}\s\($/u
const trainedNone = /\s(?:taught|trained|instructed|entrenaron|entrenó|capacitaron|capacitó|formaron|formó)(?:\sa)?\s$/iu
const costing = /(?<!\p{L})(?:cost(?:s|ing)?|cost(?:ó|aron|aba|ará)|cuestan?|invirti(?:ó|eron))\s$/iu
const figureBefore = /\b(?:figure|number|total|count|cifra|n[uú]mero)\b[^.;]{0,30}$/i
/** "The civilian dead: estimates run from". */
const estimates = /(?<!\p{L})(?:estimates|tallies|estimaciones|c[aá]lculos)(?!\p{L})[^.;]{0,20}$/iu
/** "the number of contractors at", "la cifra de muertos a". */
const numbered =
  /\b(?:number|total|figure|n[uú]mero|cifra|cantidad) (?:of|de)\s((?:[^,.;]|(?<=\b\p{L})\.){3,80})(?:,\s(?:from|de)\s)?$/iu
/** "The number of officers who attended its schools rose from 64 to": those who were taught. */
const ofTaught = new RegExp(
  String.raw`\b(?:number|n[uú]mero) (?:of|de) [^.;]{3,60}?\s(?:who|que)\s(?:attend(?:ed|ing)?|complet(?:ed|ing)|took|received|graduated from|asisti\p{L}+ a|tomaron|recibieron|cursaron)\s[^.;]{0,40}${lesson}[^.;]{0,60}$`,
  'iu',
)
/** "Training of Kenyan soldiers grew from 300 to", "soldiers trained under IMET rose from". */
const ofTraining = new RegExp(
  String.raw`(?<!\p{L})(?:(?:training|adiestramiento|entrenamiento|capacitaci[oó]n)\s(?:of|de)\s(?:[^,.;\d]{0,40}\s)?${people}|${people}\s(?:\p{L}+\s){0,2}(?:trained|entrenad[oa]s|capacitad[oa]s|adiestrad[oa]s))(?!\p{L})[^.;\d]*$`,
  'iu',
)
/** "The dead exceed 65,000": the words at the number are its verb. */
const verbal =
  /(?:exceed|surpass|topp|passed|pasa|super|rebas|exced|rond|bord|roza|llega|alcanz)\p{L}*(?: a| de)?(?: the| los| las)?$/iu

/** "1,5 millones de dólares en equipo": the currency is of the number. */
export const currencyWords =
  /^\s(?:de\s)?(?:d[oó]lares|euros|pesos|guaran[ií]es|quetzales|lempiras|c[oó]rdobas|bol[ií]vares|soles|dollars)(?:\s(?:estadounidenses|colombianos|mexicanos))?/iu

/** Whoever gives money to a country's forces assists them. */
const giving =
  /\b(?:di(?:o|eron)|g[ai]ve|given|gives|giving|provid(?:e|es|ed|ing)|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|deliver(?:s|ed)?|disburs(?:e[sd]?|ing)|donat(?:e[sd]?|ing)|receiv(?:e[sd]?|ing)|got|contribut(?:e[sd]?|ing)|promet(?:ió|ido|e|ieron)|sent|(?:would|will|to) get|approved?|approves|appropriated|allocated|allotted|aprob(?:ó|aron|ado)|asign(?:ó|aron|ado)|(?:put|poured|pumped|invested)(?= (?:about |some |nearly |more than |over )?[$€£]?\d)|(?:put|poured|pumped|invested)\s\S+ (?:m|b)illion into|financ\w+|funded|destin(?:ó|ado|a|aron)|entreg(?:ó|ado|a|aron)|otorg(?:ó|ado|a|aron)|recib(?:ió|ido|e|en|ieron|irá)|aport(?:ó|ado|a|aron)|don(?:ó|ado|aron)|desembols(?:ó|ado|aron))(?!\p{L})/iu

function moneyMeasure(before: string, behind: string, sentence: string, ahead: string, helped: boolean, signs: Signs): string {
  const has = (pattern: RegExp, words: string) => finds(pattern, words, signs)
  const after = behind.replace(currencyWords, '')
  if (helped && has(both, after)) return 'assistance'
  if (
    has(/^[^.;,]{0,20}\b(?:worth of )?(?:weapons|arms|equipment|materiel|military equipment|armas|armamento)\b/i, after) ||
    has(
      /^\s(?:in|de|en|(?:fueron|eran|went)\s(?:para|for|to)) (?:weapons|arms|arms sales|equip\p{L}+|materiel|armas|armamento|material)(?!\p{L})/iu,
      after,
    ) ||
    has(
      /(?<!\p{L})(?:weapons|arms|weaponry|materiel|helicopters|aircraft|vehicles|boats|rifles|armas|armamento|helicópteros|vehículos|fusiles)(?: sales)? (?:worth|valued at|por(?: valor de)?|valorad[oa]s en)\s(?:of |about |some |nearly |more than |over |más de |unos )?$/iu,
      before,
    )
  )
    return 'weapons'
  if (has(/\b(?:budgets?|presupuestos?)\b[^.;]{0,60}$/i, before) || has(/^[^.;]{0,60}\b(?:budget|presupuesto)\b/i, after))
    return 'budget'
  if (
    has(
      /^[^.;,]{0,30}\b(?:for|in|on|para|en) (?:[\p{L}-]+ ){0,2}(?:training|courses?|cursos|capacitaci|entrenamiento|adiestramiento)/iu,
      after,
    )
  )
    return 'training_cost'
  if (
    has(
      /^[^.;,]{0,60}\b(?:assistance|aid|support|help|funding|package|grants?|ayuda|asistencia|apoyo|cooperaci[oó]n)\b/i,
      after,
    ) ||
    has(/\b(?:assistance|aid|funding|support|package|ayuda|asistencia)\b[^.;]{0,70}$/i, before)
  )
    return 'assistance'
  // What a programme spends is not what its courses cost.
  const [programme] = findProgrammes(before, 0, before.length).slice(-1)
  if (programme && has(/^\s(?:spending|spend|outlays?|allocations?|funds|money)(?!\p{L})/iu, before.slice(programme.end)))
    return 'assistance'
  if (
    has(/\b(?:cost|costs|costing|costo|coste|cuesta|cuestan|cost(?:ó|aron|ado)|price)(?!\p{L})[^.;]{0,24}$/iu, before) ||
    has(/\b(?:inversi[oó]n|invirti[oó]|invirtieron) (?:de|unos)?\s?$/iu, before) ||
    has(
      /\b(?:(?:cost|costo|coste|spending|gasto) (?:of|on|del?|en)|training (?:of|for|in)) (?:[^.;,]|(?<=\b\p{L})\.){3,70} (?:was|is|came to|reached|amounted to|total?led|fue de|es de|ascendi[oó] a|sum[oó])\s$/iu,
      before,
    ) ||
    (has(/\b(?:spen[dt]|gast(?:ó|aron|ado))(?!\p{L})/iu, before) && has(trainVerb, sentence))
  )
    return has(taught, sentence) ? 'training_cost' : 'cost'
  if (
    has(
      /(?<!\p{L})(?:built|bought|purchased|acquired|construid[oa]s?|comprad[oa]s?|adquirid[oa]s?)(?:\s[^,;.]{1,40})?\s(?:for|at|por)\s$/iu,
      ahead,
    )
  )
    return 'cost'
  // "The price of a single graduate was put at $11,900", "Spending grew by a third, to $9.8 million"
  if (has(/\b(?:price|precio) (?:of|de)\s[^.;]{0,40}\s(?:at|is|was|es|en|era)\s$/iu, ahead) || has(spendingGrew, ahead))
    return 'cost'
  if (has(trainVerb, after.slice(0, 40).replace(andTrained, '')) || (has(trainVerb, before) && has(/\b(?:for|por)\s$/iu, before)))
    return 'training_cost'
  if (helped && has(asRecipient, before)) return 'assistance'
  // "equipment for 340,000 dollars", "trucks worth $2 million"
  if (has(goodsFor, before)) return 'weapons'
  // "backed the army with $40 million"
  if (helped && has(supported, ahead)) return 'assistance'
  // Who is given money is a state or its forces, or this is some other gift.
  if ((has(giving, before.slice(-110)) || has(giving, after.slice(0, 50))) && helped) return 'assistance'
  if (
    has(/\b(?:spen[dt]|gast(?:ó|aron|ado))(?!\p{L})[^.;]{0,40}$/iu, before) &&
    has(
      /^\s(?:on|en) (?:the |las |los |el |la )?[\p{L}’' -]{0,30}(?:forces|army|police|military|security|fuerzas|ej[eé]rcito|polic[ií]a|seguridad)(?!\p{L})/iu,
      after,
    )
  )
    return 'assistance'
  if (has(/\b(?:spen[dt]|spending|gast(?:ó|aron|ado))(?!\p{L})[^.;]{0,40}$/iu, before)) return 'cost'
  return 'money'
}
/** "Received $95 million and trained 3,700": another deed. */
const andTrained =
  /,?\s(?:and|y)\s(?:\p{L}+\s)?(?:trained|taught|entren(?:ó|aron)|capacit(?:ó|aron)|adiestr(?:ó|aron))(?!\p{L}).*$/iu
/** "Supported the police with". */
export const supportVerb = `(?:support|back|assist|aid|help|fund|bolster|favou?r|equipp?|arm|apoy|ayud|respald|auxili|benefici|dot|fortaleci|reforz|financi)(?:ed|s|ing|a|an|ó|aron|ado|aba|aban|ió|ieron|ando)?`
const supported = new RegExp(
  String.raw`(?<!\p{L})${supportVerb}\s(?:[^.;,]|(?<=\b\p{L})\.){1,80}?(?<!\p{L})(?:with|con)\s(?:otr[oa]s\s|another\s|an additional\s)?$|(?<!\p{L})(?:la|lo|las|los|les|le)\s${supportVerb}\scon\s(?:otr[oa]s\s)?$`,
  'iu',
)
const spendingGrew = new RegExp(
  String.raw`(?:^|[.;]\s|[“"])(?:\p{L}+\s){0,2}(?:spending|expenditure|gastos?)\s(?:\p{L}+\s){0,2}${changeVerb.source}[^.;]*\s(?:to|a)\s$`,
  'iu',
)
/** "Niger remained the largest recipient, with". */
export const asRecipient =
  /\s(?:was|is|were|are|remain(?:s|ed)|became|fue|es|sigue siendo)\s(?:\p{L}+\s){0,3}(?:recipients?|beneficiar(?:y|ies|ios?)|receptor(?:es)?)(?:\sof\s[^,;.]{2,40})?,?\s(?:with|at|con)\s$/iu
const goodsFor =
  /(?<!\p{L})(?:equip\p{L}+|weapons|arms|trucks?|vehicles|helicopters?|boats|armas|armamento|camionetas|veh[ií]culos|helic[oó]pteros|lanchas|patrullas)\s(?:worth|valued at|por(?: (?:un )?valor de)?|valorad[oa]s en)\s$/iu
/** Goods and training together are neither alone. */
const both =
  /^[^.;,]{0,14}\b(?:in|for|of|en|para)\s(?:[\p{L}-]+\s){0,2}(?:(?:equip\p{L}+|weapons|arms|armas|armamento)\s(?:and|y)\s(?:\p{L}+\s)?(?:training|capacitaci|entrenamiento|adiestramiento)|(?:training|capacitaci\p{L}+|entrenamiento|adiestramiento)\s(?:and|y|e)\s(?:\p{L}+\s)?(?:equip|weapons|arms|armas|armamento))/iu
const ofAid =
  /(?<!\p{L})(?:assistance|aid|asistencia|ayuda)(?!\p{L})[^.;,]{0,50}\s(?:totall?ed|reached|was|came to|amounted to|sumó|llegó a|fue de|alcanzó(?: los)?|ascendió a)\s(?:about |some |nearly |unos |casi )?$/iu
/** "Military aid, which in the 1980s stayed below". */
const aidAsSubject = /^\P{L}*(?:(?:the|la|el|military|security)\s){0,3}(?:assistance|aid|asistencia|ayuda)(?!\p{L})[^;]*$/iu
/** What was given, said before. */
const ofThis =
  /(?:^|[;,—]\s)(?:of (?:this|that|it|which)|de (?:esto|ello|l[oa]s cuales|es[oe] (?:monto|total)|(?:esa|dicha) (?:cantidad|suma))),?\s(?:about |some |nearly |unos |casi )?$/iu

const taught = new RegExp(`${trainVerb.source}|(?<!\\p{L})(?:${lesson.replace('missions|', '')})(?!\\p{L})`, 'iu')
