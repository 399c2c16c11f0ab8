/** A sum agrees with a sentence only where the sentence was read to its last word. The articles are made up; the sum is always the claimed one. */
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { readArticle } from '../extract/article/read-article.js'
import { askedCheck, checkQueryOf, readCheckQuery, writeCheckQuery } from './check-query.js'
import { askRecord, type ClaimRecord, checkClaim } from './claim-check.js'
import { readQuestion } from './claim-question.js'
import type { CoverageReport } from './coverage.js'

const day = '2014-11-05'

/** A whole record in which every question sums to just what is claimed. */
const obliging = (number: number): ClaimRecord => ({
  sum: async () => ({ rows: 5, sessions: number, cents: number * 100, rowsWithoutCost: 0, sessionsWithoutCost: 0 }),
  coverage: async () =>
    ({ gaps: [], present: { parts: 1, of: 1 }, yearsMissing: [], yearsInPart: [] }) as unknown as CoverageReport,
})

/** The verdict on the sentence, and on the address that its question is shared by. */
async function verdicts(sentence: string, sum?: number): Promise<string[]> {
  const article = readPlainArticle(sentence)
  const found: string[] = []
  for (const claim of readArticle({ ...article, facts: { ...article.facts, published: day } }).claims) {
    if (claim.type !== 'quantity') continue
    const record = obliging(sum ?? (claim.value ?? claim.low ?? claim.high)!)
    found.push((await checkClaim(claim, day, record)).verdict)
    const question = readQuestion(claim, day)
    if (question === null) continue
    const asked = askedCheck(readCheckQuery(writeCheckQuery(checkQueryOf(claim, question, day))))!
    found.push((await askRecord(asked.claim, asked.question, record)).verdict)
  }
  return found
}

describe('agrees', () => {
  test.each([
    'In fiscal 2012 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave between 500 and 700 training sessions to Mexico, according to the State Department.',
    'In 2012 the Pentagon held more than 500 training sessions for Mexican forces.',
    'In fiscal 2012 the United States spent $1.2bn on training in Mexico, official records show.',
    'In fiscal 2012 the United States spent US$5 million training Mexican forces under IMET.',
    'Entre 2010 y 2012 Estados Unidos gastó 1,5 millones de dólares en entrenamiento en México.',
    'En 2012 Estados Unidos gastó 1.500,75 dólares en entrenamiento en México.',
  ])('%s', async (sentence) => {
    const found = await verdicts(sentence)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([/more than/.test(sentence) ? 'ledger lower' : 'agrees']))
  })
})

describe('no number of people is refuted by', () => {
  test.each([
    'In fiscal 2012 the United States agreed to train 500 Mexican soldiers.',
    'In fiscal 2012 Congress let the United States train 500 Mexican soldiers.',
    'In fiscal 2012 the United States was training 500 Mexican soldiers.',
    'In fiscal 2012 the United States had already trained 500 Mexican soldiers.',
    'Through fiscal 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 some 500 Mexican soldiers who had been trained by the United States were killed.',
    'In fiscal 2012 the United States trained 500 Guatemalans in Mexico.',
    'In fiscal 2012 the United States trained 500 U.S. soldiers in Mexico.',
    'In fiscal years 2010 and 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States helped to train 500 Mexican soldiers.',
    'In fiscal 2012 the United States could train 500 Mexican soldiers.',
    'In fiscal 2012 Canada and the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United Nations, with American money, trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States trained 500 soldiers along the Mexican border.',
    'In fiscal 2012 the United States trained 500 soldiers for a deployment to Mali.',
    'In fiscal 2012 the United States trained 500 New Mexico police officers.',
    'In fiscal 2012 the U.S. Army trained 500 soldiers of the Georgia National Guard.',
    'In fiscal 2012 American-trained officers trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States ended the training of 500 Mexican soldiers.',
    'In fiscal 2012 the United States trained Mexican police and 500 civilians.',
    'In fiscal 2012 the United States trained police officers in 500 places in Mexico.',
    'In fiscal 2012, 500 Mexican students attended courses in the United States.',
    'En el año fiscal 2012 México entrenó a 500 soldados con apoyo de Estados Unidos.',
    'Hasta el año fiscal 2012 Estados Unidos había entrenado a 500 soldados mexicanos.',
    'En el año fiscal 2012 policías mexicanos fueron entrenados por 500 oficiales de Estados Unidos.',
  ])('%s', async (sentence) => {
    expect((await verdicts(sentence, 3)).filter((verdict) => verdict !== 'cannot say')).toEqual([])
  })

  test('but by what is said of people trained', async () => {
    for (const sentence of [
      'In fiscal 2012 the United States trained 500 Mexican soldiers.',
      'From fiscal 2010 through fiscal 2012 the United States trained 500 Mexican police officers in human rights, the most in a decade.',
      'In fiscal 2012, 500 Mexican officers attended courses at U.S. military schools.',
      'En el año fiscal 2012, 500 policías mexicanos recibieron capacitación en Estados Unidos.',
      'From 2010 through 2012 the United States trained 500 Mexican soldiers.',
      'In fiscal 2012 the United States had trained 500 Mexican soldiers, officials said.',
    ])
      expect([sentence, ...(await verdicts(sentence, 3))]).toEqual([sentence, 'ledger lower', 'ledger lower'])
  })
})

describe('cannot be said, as the sentence says more than the question asks', () => {
  test.each([
    'In 2012 the United States provided 500 training sessions to Mexico each month.',
    'In 2012 Estados Unidos dio 500 sesiones de entrenamiento a México por mes.',
    'In fiscal 2012 the United States gave Mexico an average of 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico and Colombia 500 training sessions each.',
    'In fiscal 2012 the United States spent $5 million less on training in Mexico.',
    'In fiscal 2012 the United States gave Mexico half of 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico three times 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico 500 of 900 training sessions.',
    'In fiscal 2012, 12 percent of the 500 training sessions that the United States gave went to Mexico.',
    'In fiscal 2012 the United States gave Mexico 500 training sessions, or 12 percent of all training sessions in Latin America.',
    'In fiscal 2012 the United States may have given Mexico 500 training sessions.',
    'In fiscal 2012 the United States offered Mexico 500 training sessions.',
    'In fiscal 2012 the United States cancelled 500 training sessions for Mexico.',
    'In fiscal 2012 Mexico asked the United States for 500 training sessions.',
    'It is false that in fiscal 2012 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico 500 training sessions, a claim the embassy called untrue.',
    'In fiscal 2012 the United States gave 500 training sessions to Mexico’s navy.',
    'In fiscal 2012 the United States gave 500 training sessions to Mexican women.',
    'In fiscal 2012 the United States gave 500 training sessions on human rights to Mexico.',
    'In fiscal 2012 the United States gave 500 training sessions in Mexico for Guatemalans.',
    'In fiscal 2012 the United States gave all countries but Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave northern Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave 500 training sessions to Mexico through the CIA.',
    'In the summer of 2012 the United States gave 500 training sessions to Mexico.',
    'In 2012-13 the United States gave 500 training sessions to Mexico.',
    'In 2010 and 2012 the United States gave 500 training sessions to Mexico.',
    'In Mexico’s fiscal year 2012 the United States gave 500 training sessions to Mexico.',
    'In fiscal years 2010 and 2012 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States spent $5½ million on training in Mexico.',
    'In 2012 the United States gave minus 500 training sessions to Mexico.',
    'In 2012 the United States gave >500 training sessions to Mexico.',
    'In fiscal 2012 the training of one Mexican pilot cost the United States $500.',
    'In fiscal 2012 U.S. training in Mexico cost $500 in air fares.',
    'In fiscal 2012 Mexico spent $500 on training by the United States.',
    'In fiscal 2012 Raytheon received $500 for training in Mexico from the United States.',
    'In fiscal 2012 the United States spent almost $500 training Mexican troops, adjusted for inflation.',
    'In fiscal 2012 the United States spent €5 million on training in Mexico.',
    'En 2012 Estados Unidos gastó $5 millones de pesos en entrenamiento en México.',
    'In 2012 the United States trained fewer than 500 people in Mexico each month.',
    'In the summer of 2012 the United States trained fewer than 500 people in Mexico.',
    'In fiscal 2012 Mexico gave the United States 500 training sessions.',
    'In fiscal 2012 Mexico and the United States held 500 training sessions.',
    'In fiscal 2012 U.S. forces attended 500 training sessions in Mexico.',
    'Until fiscal 2012 the United States gave Mexico 500 training sessions.',
    'From fiscal 2012 on the United States gives Mexico 500 training sessions.',
    'In fiscal 2012 the Pentagon gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave 500 training sessions to soldiers in Mexico.',
    'In fiscal 2012 the United States gave 500 training sessions outside Mexico.',
    'In 2012 dollars, the United States spent $5 million on training in Mexico.',
    'In fiscal 2012 the United States got $5 million from Mexico for training.',
    'In fiscal 2012 U.S. training cost Mexico $5 million.',
    'In fiscal 2012 the training of U.S. forces in Mexico cost $5 million.',
  ])('%s', async (sentence) => {
    expect((await verdicts(sentence)).filter((verdict) => verdict !== 'cannot say')).toEqual([])
  })
})
