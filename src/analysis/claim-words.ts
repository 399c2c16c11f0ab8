/**
 * Whether every word of a sentence about people, sessions or money was read.
 *
 * A sum is said to agree with a number, or to refute it, only where the sentence asks for nothing else than the question does. "Half of 500 sessions", "500 sessions
 * for the navy", "offered 500 sessions": whoever lists what else can be said forgets some of it, and so the words that change nothing are listed
 * here and any other keeps the verdict back. A reader who knows better takes the reserve away where the question is shown.
 */
import { findNamed } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { readPlace } from './claim-places.js'
import type { About } from './claim-question.js'

const plain = new Set(
  `a an the of in on to for by with from at as between through during under over and s its their his her this these that which it they also alone
  fiscal calendar fy period
  has have had was were is are been be did do does there took place
  gave given give gives giving provided provide provides providing delivered deliver delivers delivering conducted conducting held hosted ran
  received receive receives receiving got attended completed trained train trains training trainings funded financed
  spent spend spends spending cost costs costing came come totaled totalled totals totaling amounted amount reached worth sum total all taxpayers paid pays bureau
  session sessions million millions billion thousand hundred dozen bn mn m k dollar dollars usd money us
  government troops soldiers forces military militaries armed security personnel members
  said says say according official officials record records recorded report reports reported data figure figures document documents show shows
  showed shown list lists listed state department defense pentagon congress annual public published told
  el la los las un una unos unas de del en al por para con y o que se su sus durante entre lo
  fiscal fiscales gastó gastaron gasto gastos dio dieron impartió impartieron impartidas proporcionó proporcionaron brindó brindaron
  entregó entregaron recibió recibieron costó costaron financió financiaron ascendió sumó sumaron fue fueron hubo ha han sido
  entrenó entrenaron capacitó capacitaron adiestró adiestraron entrenamiento entrenamientos adiestramiento capacitación formación sesión sesiones
  dólar dólares millón millones mil cientos total tropas soldados fuerzas militares armadas seguridad personal miembros efectivos
  según dijo dijeron informó informaron funcionarios registros registro informe informes datos cifras departamento estado defensa gobierno militar entrenar capacitar adiestrar`
    .split(/\s+/)
    .filter(Boolean),
)
/** Who learns, where and what: fewer than all who were trained, so that all sessions remain a bound. */
const learned = new Set(
  `officer officers police policemen policewomen marines sailors pilots agents cadets men women students trainees recruits people persons individuals
  guards guard commandos instructors trainers leaders commanders participants graduates army navy air force marine corps coast infantry staff units special
  operations elite senior junior young enlisted uniformed civilian civilians local officials servicemen servicewomen airmen troopers
  taught teach teaching instructed instruction course courses class classes school schools academy academies bases attend attends graduated sent
  human rights counternarcotics counterterrorism counterinsurgency logistics medicine english tactics combat leadership intelligence law maritime flight
  policía policías oficial oficiales marinos marina marineros pilotos agentes cadetes hombres mujeres alumnos estudiantes elementos uniformados
  instructores comandos ejército armada fuerza aérea infantes infantería especiales civiles integrantes reclutas
  capacitado capacitados capacitada entrenado entrenados entrenadas adiestrado adiestrados adiestrada formados
  curso cursos escuela escuelas academia academias asistieron tomaron derechos humanos`
    .split(/\s+/)
    .filter(Boolean),
)
/** What changes nothing, though a word of it elsewhere would. */
const harmless =
  /(?<!\p{L})(?:(?:took|taking) part in|tom(?:ó|aron) parte en|particip(?:ó|aron) en|participated in|(?:the |its )?(?:annual|yearly) reports?|informes? anual(?:es)?|(?:military|troops|soldiers) and police|police and (?:military|troops|soldiers)|militares y polic[ií]as?|polic[ií]as? y militares)(?!\p{L})|,\s(?:the|its|their)\s(?:most|highest|largest|fewest|lowest)(?: (?:number|total|figure|sum))?(?: ever| (?:in|since|for) [\p{L}\d ]{3,24})?(?=[.,;]|$)|,\s(?:up|down) from (?:about |some |nearly )?[\d,.]+ (?:a year earlier|the year before|in (?:fiscal |FY ?)?\d{4})(?=[.,;]|$)/giu
/** "U.S.-trained instructors": of those whom somebody trained before. */
const compound = /\p{L}[.]?-(?:trained|backed|funded|educated|led|sponsored)(?!\p{L})|-(?:American|trained)(?!\p{L})/iu
const training = /(?<!\p{L})(?:trained|taught|instructed|(?:entren|capacit|adiestr)(?:ó|aron|ad[oa]s?))(?!\p{L})/giu
/** Courses of theirs may be anybody's. */
const laymen =
  /(?<!\p{L})(?:students|men|women|people|persons|individuals|alumnos|estudiantes|hombres|mujeres|personas)(?!\p{L})/iu
const us = String.raw`(?:United States|U\.S\.|Washington|Pentagon|Estados Unidos)`
/** What the United States got is not what it gave. */
const takenIn = new RegExp(
  String.raw`(?<!(?:from|by|por|de) (?:the )?)${us}(?: \p{Ll}+){0,2} (?:received?s?|got|gets|attended|took|recibi(?:ó|eron)|asisti(?:ó|eron))(?!\p{L})|(?<!cost )(?:to|for|para) (?:the )?${us}(?=[.,;]|$)`,
  'u',
)
/** Money that came in, or of which training is only some. */
const mixed =
  /(?:million|billion|\d|millones(?: de dólares)?|dólares) (?:from|de parte de)(?!\p{L})|(?<!\p{L})(?:with|con) (?:\p{L}+ )?(?:training|entrenamiento)(?!\p{L})|(?:security|seguridad) (?:and|y) (?:\p{L}+ )?(?:training|entrenamiento)/iu
/** Before a year, what makes a bound or a beginning of it. */
const bounding =
  /(?<!\p{L})(?:from|since|until|till|by|through|before|after|to|starting in|desde|hasta|a partir de|antes de|después de|tras)\s(?:the |el |los |fiscal |FY)?$/iu
const spelled =
  /(?<!\p{L})(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|docena)(?: and |[\s-])?)+(?:dozen|score|docenas)?(?!\p{L})/iu
const dated = /(?<![\d.,$€£-])(?:19|20)\d\d(?![\d,.-]\d|\d)/g

/** Whether the number in these words is the claim's own. */
const isOwn = ({ value }: QuantityClaim, words: string): boolean =>
  value !== null && words.replace(/(?<=\d),(?=\d{3})/g, '').includes(String(value))

/** "Training sessions outside Mexico", "former soldiers", "soldiers' wives": no part of what is summed. */
const excluding =
  /(?<!\p{L})(?:outside|beyond|former|ex|retired|non|too|wives|families|relatives|children|dogs?|fuera|exmilitares|exsoldados|esposas|familias)(?!\p{L})/iu

/**
 * What a sentence says besides: words that are not known to change nothing, and numbers of its own. Empty for a question that no sentence asked.
 * `part`: the claim's words for what is less than all that is summed.
 */
export function unreadWords(claim: QuantityClaim, codes: readonly string[], about: About, part: string | null): string[] {
  const { sentence, period, hedge, programme, speaker } = claim
  if (sentence === '') return []
  const people = about === 'people'
  const unread: string[] = []
  const at = period ? sentence.indexOf(period.printed) : -1
  if (at !== -1 && bounding.test(sentence.slice(0, at))) unread.push(period!.printed)
  unread.push(...(compound.exec(sentence) ?? []))
  if (people && !/train|entren|adiestr|capacit|IMET/iu.test(sentence)) unread.push(...(laymen.exec(claim.counted ?? '') ?? []))
  // Whom the United States sent somewhere is its own, unless his country is told.
  if (people && readPlace(claim.counted) === null)
    unread.push(...(/(?<!\p{L})(?:sent|envi(?:ó|aron))(?!\p{L})/iu.exec(sentence) ?? []))
  unread.push(...(takenIn.exec(sentence) ?? []))
  if (about === 'cost') unread.push(...(mixed.exec(sentence) ?? []))
  if (people && (sentence.match(training)?.length ?? 0) > 1) unread.push('trained')
  let rest = sentence
  const cut = (start: number, end: number) => {
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`
  }
  const cutWords = (words: string | null) => {
    const at = words ? rest.indexOf(words) : -1
    if (words && at !== -1) cut(at, at + words.length)
  }
  rest = rest.replace(harmless, (words) => (isOwn(claim, words) ? words : ' '.repeat(words.length)))
  cutWords(claim.provider)
  for (const { start, end, american, printed } of findNamed(sentence, 0, sentence.length)) {
    // Another country than those that were asked for: of what it is said the question does not know.
    if (!american && !(readPlace(printed)?.codes ?? []).every((code) => codes.includes(code))) unread.push(printed)
    cut(start, end)
  }
  cutWords(period?.printed ?? null)
  cutWords(speaker)
  cutWords(programme)
  if (programme) rest = rest.replace(/(?<=\s{4})\s(?:pro|sche)[\p{L}]+/u, (word) => ' '.repeat(word.length))
  if (part !== null && !excluding.test(part)) cutWords(part)
  const numbers = [...rest.matchAll(/\d[\d.,\u00a0\u202f]*(?: \d{3}(?!\d))*/g)]
  const years = [...rest.matchAll(dated)].map(([year]) => year)
  // One number is the claim's, and a range has two; a year that no period was read from is another time.
  const own = claim.value === null && claim.low !== null && claim.high !== null ? 2 : 1
  if (numbers.length > own || (numbers.length > 0 && years.length >= numbers.length && numbers.length > 1)) {
    unread.push(...numbers.slice(own).map(([printed]) => printed.trim()))
  }
  if (/[<>~≈±+%½¼¾⅓⅔⅛]|\d\/\d|(?<![\p{L}\d])[-−–]\d/u.test(rest.replace(/\d\s?[-–—]\s?[$€£]?\d/gu, ' '))) unread.push('±')
  cutWords(hedge)
  // A number in words is the claim's own only where there is none in digits.
  if (numbers.length - years.length === 0) rest = rest.replace(spelled, (words) => ' '.repeat(words.length))
  for (const [word] of rest.matchAll(/\p{L}+/gu)) {
    const lower = word.toLowerCase()
    if (!plain.has(lower) && !((people || part !== null) && learned.has(lower))) unread.push(word)
  }
  return unread
}
