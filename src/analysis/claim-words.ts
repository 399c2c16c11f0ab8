/**
 * Whether every word of a sentence about sessions or money was read.
 *
 * A sum is said to agree with a number only where the sentence asks for nothing else than the question does. "Half of 500 sessions", "500 sessions
 * for the navy", "offered 500 sessions": whoever lists what else can be said forgets some of it, and so the words that change nothing are listed
 * here and any other keeps the verdict back. A reader who knows better takes the reserve away where the question is shown.
 */
import { findNamed } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { readPlace } from './claim-places.js'

const plain = new Set(
  `a an the of in on to for by with from at as between through during under over and s its their his her this these that which it they also alone
  fiscal calendar year years fy period since until
  has have had was were is are been be did do does there took place
  gave given give gives giving provided provide provides providing delivered deliver delivers delivering conducted conducting held hosted ran
  received receive receives receiving got attended completed trained train trains training trainings funded financed
  spent spend spends spending cost costs costing came come totaled totalled totals totaling amounted amount reached worth sum total all
  session sessions million millions billion thousand hundred dozen bn mn m k dollar dollars usd money us
  government troops soldiers forces military militaries armed security personnel members
  said says say according official officials record records recorded report reports reported data figure figures document documents show shows
  showed shown list lists listed state department defense pentagon congress annual public published told
  el la los las un una unos unas de del en al por para con y o que se su sus durante entre desde hasta lo
  año años fiscal fiscales gastó gastaron gasto gastos dio dieron impartió impartieron impartidas proporcionó proporcionaron brindó brindaron
  entregó entregaron recibió recibieron costó costaron financió financiaron ascendió sumó sumaron fue fueron hubo ha han sido
  entrenó entrenaron capacitó capacitaron adiestró adiestraron entrenamiento entrenamientos adiestramiento capacitación formación sesión sesiones
  dólar dólares millón millones mil cientos total tropas soldados fuerzas militares armadas seguridad personal miembros efectivos
  según dijo dijeron informó informaron funcionarios registros registro informe informes datos cifras departamento estado defensa gobierno`
    .split(/\s+/)
    .filter(Boolean),
)
const dated = /(?<![\d.,$€£-])(?:19|20)\d\d(?![\d,.-]\d|\d)/g

/** What a sentence says besides: words that are not known to change nothing, and numbers of its own. Empty for a question that no sentence asked. */
export function unreadWords(claim: QuantityClaim, codes: readonly string[], provider: boolean): string[] {
  const { sentence, period, hedge, programme, speaker } = claim
  if (sentence === '') return []
  const unread: string[] = []
  let rest = sentence
  const cut = (start: number, end: number) => {
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`
  }
  const cutWords = (words: string | null) => {
    const at = words ? rest.indexOf(words) : -1
    if (words && at !== -1) cut(at, at + words.length)
  }
  for (const { start, end, american, printed } of findNamed(sentence, 0, sentence.length)) {
    // Another country than those that were asked for: of what it is said the question does not know.
    if (!american && !(readPlace(printed)?.codes ?? []).every((code) => codes.includes(code))) unread.push(printed)
    cut(start, end)
  }
  cutWords(period?.printed ?? null)
  cutWords(speaker)
  cutWords(programme)
  if (provider) cutWords(claim.provider)
  const numbers = [...rest.matchAll(/\d[\d.,\u00a0\u202f]*(?: \d{3}(?!\d))*/g)]
  const years = [...rest.matchAll(dated)].map(([year]) => year)
  // One number is the claim's, and a range has two; a year that no period was read from is another time.
  const own = claim.value === null && claim.low !== null && claim.high !== null ? 2 : 1
  if (numbers.length > own || (numbers.length > 0 && years.length >= numbers.length && numbers.length > 1)) {
    unread.push(...numbers.slice(own).map(([printed]) => printed.trim()))
  }
  if (/[<>~≈±+%½¼¾⅓⅔⅛]|\d\/\d|(?<![\p{L}\d])[-−–]\d/u.test(rest.replace(/\d\s?[-–—]\s?[$€£]?\d/gu, ' '))) unread.push('±')
  cutWords(hedge)
  for (const [word] of rest.matchAll(/\p{L}+/gu)) if (!plain.has(word.toLowerCase())) unread.push(word)
  return unread
}
