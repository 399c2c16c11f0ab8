/** A sum is set against a number only where its sentence was read to the last word. The articles are made up, and the record is always whole. */
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { readArticle } from '../extract/article/read-article.js'
import { askedCheck, checkQueryOf, readCheckQuery, writeCheckQuery } from './check-query.js'
import { askRecord, type ClaimRecord, checkClaim } from './claim-check.js'
import { readQuestion } from './claim-question.js'
import { readSentence } from './claim-sentence.js'
import type { CoverageReport } from './coverage.js'

const day = '2014-11-05'

/** A whole record in which every question sums to this. */
const obliging = (number: number): ClaimRecord => ({
  sum: async () => ({ rows: 5, sessions: number, cents: number * 100, rowsWithoutCost: 0, sessionsWithoutCost: 0 }),
  coverage: async () =>
    ({ gaps: [], present: { parts: 1, of: 1 }, yearsMissing: [], yearsInPart: [] }) as unknown as CoverageReport,
})

/** The verdicts on the sentence and on the address that its question is shared by, where the record sums to each of these, or to what is claimed. */
async function verdicts(sentence: string, ...sums: number[]): Promise<string[]> {
  const article = readPlainArticle(sentence)
  const found: string[] = []
  for (const claim of readArticle({ ...article, facts: { ...article.facts, published: day } }).claims) {
    if (claim.type !== 'quantity') continue
    const question = readQuestion(claim, day)
    const asked = question && askedCheck(readCheckQuery(writeCheckQuery(checkQueryOf(claim, question, day))))!
    for (const sum of sums) {
      const record = obliging(sum === asClaimed ? (claim.value ?? claim.low)! : sum)
      found.push((await checkClaim(claim, day, record)).verdict)
      if (asked) found.push((await askRecord(asked.claim, asked.question, record)).verdict)
    }
  }
  return found
}
const asClaimed = -1

describe('agrees with what is claimed', () => {
  test.each([
    'In fiscal 2012 the United States gave Mexico 500 training sessions.',
    'IMET training sessions for Mexico totaled 500 in fiscal 2012.',
    '85 IMET training sessions for Honduras were held in fiscal 2012.',
    'Estados Unidos impartió 47 sesiones de adiestramiento a México bajo IMET en el año fiscal 2012.',
    'In fiscal 2012 the United States gave between 500 and 700 training sessions to Mexico, according to the State Department.',
    'In fiscal 2012 the United States spent $1.2bn on training in Mexico, official records show.',
    'In fiscal 2012 the United States spent US$5½ million training Mexican forces under IMET.',
    'Official figures show that Mexico received 500 training sessions from the United States in fiscal 2012, the most since 2008.',
    'ACCRA (AP) — In fiscal 2012 U.S. training for Ghana cost $4 million.',
    '“In fiscal 2012 the United States conducted 64 training sessions for Ghana, Kenya and Mali,” the ambassador said.',
    'Entre 2010 y 2012 Estados Unidos gastó 1,5 millones de dólares en entrenamiento en México.',
    'En 2012 Estados Unidos gastó 1.500,75 dólares en entrenamiento en México.',
    'Mexico received 47 IMET training sessions in fiscal 2012 and 41 in fiscal 2013, according to the State Department.',
    'Kenya received 34 IMET training sessions in fiscal 2011, 39 in fiscal 2012 and 40 in fiscal 2013.',
    'IMET training for Kenya cost $689,320 in fiscal 2011, $900,000 in fiscal 2012 and $2 million in fiscal 2013.',
    'Estados Unidos gastó 1 200 000 dólares en entrenar a las fuerzas keniatas en el año fiscal 2012.',
    'México recibió 800 sesiones de entrenamiento de Estados Unidos en el año fiscal 2013.',
  ])('%s', async (sentence) => {
    expect(new Set(await verdicts(sentence, asClaimed))).toEqual(new Set(['agrees']))
  })
})

describe('is refuted by fewer sessions or dollars, and confirmed by none', () => {
  test.each([
    'In fiscal 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States trained 500 Mexican soldiers, and 410 in fiscal 2013.',
    'En el año fiscal 2012 Estados Unidos entrenó a 500 soldados mexicanos y a 410 en el año fiscal 2013.',
    'From fiscal 2010 through fiscal 2012 the United States trained 500 Mexican police officers in human rights, the most in a decade.',
    'In fiscal 2012, 500 Mexican officers attended courses at U.S. military schools.',
    'From 2010 through 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States had trained 500 Mexican soldiers, officials said.',
    'Daniel Example, a spokesman for the embassy, said the United States had trained 96 Ghanaian officers in fiscal 2012.',
    'The Pentagon says it trained 310 Mexican troops last fiscal year.',
    'In fiscal 2012 the United States gave 500 training sessions to Mexico’s navy.',
    'In fiscal 2012 the United States gave 500 training sessions on human rights to Mexico.',
    'In fiscal 2012 the Pentagon gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave 500 training sessions to soldiers in Mexico.',
    'In fiscal 2012 the Pentagon held more than 500 training sessions for Mexican forces.',
    'In fiscal 2012 the United States spent $4 million training Mexican soldiers.',
    'En el año fiscal 2012, 500 policías mexicanos recibieron capacitación en Estados Unidos.',
    'En 2012, Estados Unidos entrenó a 140 agentes de la policía hondureña.',
    'El Departamento de Estado informó que Estados Unidos capacitó a 450 policías guatemaltecos en el año fiscal 2011.',
  ])('%s', async (sentence) => {
    expect(new Set(await verdicts(sentence, 3))).toEqual(new Set(['ledger lower']))
    expect(new Set(await verdicts(sentence, 50_000_000))).not.toContain('ledger higher')
  })
})

describe('cannot be said, whatever the record has', () => {
  test.each([
    'In fiscal 2012 the United States had already trained 500 Mexican soldiers.',
    'Through fiscal 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 some 500 Mexican soldiers who had been trained by the United States were killed.',
    'In fiscal 2012 the United States trained 500 Guatemalans in Mexico.',
    'In fiscal 2012 the United States trained 500 U.S. soldiers in Mexico.',
    'In fiscal years 2010 and 2012 the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States helped to train 500 Mexican soldiers.',
    'In fiscal 2012 Canada and the United States trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States trained 500 soldiers along the Mexican border.',
    'In fiscal 2012 the U.S. Army trained 500 soldiers of the Georgia National Guard.',
    'In fiscal 2012 American-trained officers trained 500 Mexican soldiers.',
    'In fiscal 2012 the United States trained Mexican police and 500 civilians.',
    'In fiscal 2012, 500 Mexican students attended courses in the United States.',
    'En el año fiscal 2012 México entrenó a 500 soldados con apoyo de Estados Unidos.',
    'Hasta el año fiscal 2012 Estados Unidos había entrenado a 500 soldados mexicanos.',
    'En el año fiscal 2012 policías mexicanos fueron entrenados por 500 oficiales de Estados Unidos.',
    'In 2012 Estados Unidos dio 500 sesiones de entrenamiento a México por mes.',
    'In fiscal 2012 the United States gave Mexico an average of 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico and Colombia 500 training sessions each.',
    'In fiscal 2012 the United States spent $5 million less on training in Mexico.',
    'In fiscal 2012 the United States gave Mexico half of 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico 500 of 900 training sessions.',
    'In fiscal 2012 the United States offered Mexico 500 training sessions.',
    'It is false that in fiscal 2012 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave 500 training sessions to Mexican women.',
    'In fiscal 2012 the United States gave 500 training sessions in Mexico for Guatemalans.',
    'In fiscal 2012 the United States gave northern Mexico 500 training sessions.',
    'In the summer of 2012 the United States gave 500 training sessions to Mexico.',
    'In Mexico’s fiscal year 2012 the United States gave 500 training sessions to Mexico.',
    'In fiscal years 2010 and 2012 the United States gave Mexico 500 training sessions.',
    'In 2012 the United States gave >500 training sessions to Mexico.',
    'In fiscal 2012 the training of one Mexican pilot cost the United States $500.',
    'In fiscal 2012 Mexico spent $500 on training by the United States.',
    'In fiscal 2012 Raytheon received $500 for training in Mexico from the United States.',
    'En 2012 Estados Unidos gastó $5 millones de pesos en entrenamiento en México.',
    'In the summer of 2012 the United States trained fewer than 500 people in Mexico.',
    'In fiscal 2012 Mexico gave the United States 500 training sessions.',
    'In fiscal 2012 Mexico and the United States held 500 training sessions.',
    'In fiscal 2012 U.S. forces attended 500 training sessions in Mexico.',
    'Until fiscal 2012 the United States gave Mexico 500 training sessions.',
    'From fiscal 2012 on the United States gives Mexico 500 training sessions.',
    'In fiscal 2012 the United States gave 500 training sessions outside Mexico.',
    'In 2012 dollars, the United States spent $5 million on training in Mexico.',
    'In fiscal 2012 U.S. training cost Mexico $5 million.',
    'In fiscal 2012 the United States trained 500 of Mexico.',
    'In fiscal 2012 the United States spent $4 million on forces in training in Mexico.',
    'In fiscal 2012 the United States gave $5 million to Mexico for training.',
    'In fiscal 2012 Mexico received $5 million worth of money for training from the United States.',
    'In fiscal 2012 U.S. security personnel spent $5 million on training in Mexico.',
    'In fiscal 2012 the United States trained with 500 Mexican soldiers.',
    'Officials said in 2012 that the United States had trained 500 Mexican soldiers.',
    'In 2012 officials said the United States trained 500 Mexican soldiers.',
    'According to a proposal, the United States trained 500 Mexican soldiers in fiscal 2012.',
    'In fiscal 2012 the U.S. Agency for International Development trained 500 Mexican police officers.',
    'In fiscal 2012 the United States taught 500 Mexican students.',
    'In fiscal 2012 the United States instructed 500 Mexican officers.',
    'No Republican said the United States trained 500 Mexican soldiers in fiscal 2012.',
    'No one believes that the United States trained 500 Mexican soldiers in fiscal 2012.',
    'In fiscal 2012 the United States spent $4 million on training and equipment for Mexico.',
    'In fiscal 2012 the United States spent $4 million on a training center in Mexico.',
    'In fiscal 2012 the United States spent $4 million on training Mexico never received.',
    'In fiscal 2012 U.S. training facilities in Mexico cost $4 million.',
    'In fiscal 2012 the United States gave Mexico 500 training session manuals.',
    'In fiscal 2012 the United States gave Mexico’s neighbors 500 training sessions.',
    'In fiscal 2012 the United States gave Mexico and Colombia 500 training sessions apiece.',
    'In fiscal 2012 United States Steel gave Mexico 500 training sessions.',
    'In all but fiscal 2012 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 and early fiscal 2013 the United States gave Mexico 500 training sessions.',
    'In fiscal 2012 the United States trained 500 Mexican soldiers and 300 Colombian soldiers.',
    'In fiscal 2012 the United States trained 500 Mexican soldiers’ wives.',
    'The United States trained 500 Mexican soldiers in fiscal 2012 and 410 more in fiscal 2013.',
    'The United States trained between 500 in fiscal 2012 and 410 in fiscal 2013 of Mexico’s soldiers.',
    'The United States trained 500 Mexican soldiers in fiscal 2012, and 410 in fiscal 2013 died.',
    'In fiscal 2012 the United States trained 500 soldiers in Georgia.',
    'Mexico says it trained 500 soldiers under IMET in fiscal 2012.',
    'The United States trained 500 soldiers in fiscal 2012, according to officials in Mexico.',
    'En el año fiscal 2012 Estados Unidos dio a México 4 millones de dólares para entrenamiento.',
    'En el año fiscal 2012 instructores mexicanos formados por Estados Unidos entrenaron a 5.000 policías.',
    'En el año fiscal 2012 Estados Unidos capacitó a 500 policías mexicanos por semana.',
  ])('%s', async (sentence) => {
    const said = await verdicts(sentence, asClaimed, 3)
    expect(said.filter((verdict) => verdict !== 'cannot say')).toEqual([])
  })
})

test('a word that no rule has keeps the verdict back, wherever it stands', () => {
  for (const sentence of [
    'In fiscal 2012 the United States gave Mexico 500 training sessions under IMET.',
    'The United States spent $5 million on training for Mexico in fiscal 2012.',
    'En el año fiscal 2012 Estados Unidos entrenó a 500 soldados mexicanos.',
  ]) {
    expect(readSentence(sentence).told).toHaveLength(1)
    const words = sentence.split(' ')
    // At each place a word and a mark, by turns.
    for (let at = 0; at <= words.length; at++)
      for (const word of [['half', 'not', 'because', 'sin'][at % 4]!, ['%', '(', '-'][at % 3]!])
        expect(readSentence([...words.slice(0, at), word, ...words.slice(at)].join(' ')).told).toEqual([])
  }
})

test('the words are told at which reading ended', () => {
  expect(readSentence('In fiscal 2012 the United States gave Mexico 500 training sessions each month.').unread).toBe('each month')
  expect(readSentence('The United States trained 500 Mexican-American soldiers in the 2012-13 school year.').unread).toBe(
    'Mexican-American soldiers',
  )
})

test('a sentence is read into who, whom, how much and when', () => {
  expect(
    readSentence('The Pentagon spent $4 million to train Kenyan and Malian soldiers under IMET in fiscal 2012.').told,
  ).toEqual([
    [
      {
        about: 'cost',
        number: { value: 4_000_000, low: null, high: null, currency: 'USD' },
        places: [['KEN', 'MLI']],
        period: 'in fiscal 2012',
        programme: 'IMET',
        narrower: expect.stringMatching(/Pentagon|soldiers/),
      },
    ],
  ])
})

test('a sentence that names nobody who gave is read to its end, and said to lack just that', () => {
  expect(readSentence('In 2012 Colombia received 3,101 training sessions.')).toEqual({
    told: [],
    unread: null,
    giverUnsaid: true,
  })
  expect(readSentence('LIMA, March 4, 2015 (AP) — In 2012 the United States gave Peru 31 training sessions.').told).toHaveLength(
    1,
  )
})
