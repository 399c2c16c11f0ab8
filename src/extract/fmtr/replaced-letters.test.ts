import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repairReplacedLetters, wordsInCapitals } from './replaced-letters.js'

const none: ReadonlySet<string> = new Set()

test.each([
  ['N/Avy', 'Navy'],
  ['N/AtioN/Al CoordiN/Ating Board for Disaster MaN/Agement', 'National Coordinating Board for Disaster Management'],
  ['General Department of VietN/Am Customs', 'General Department of Vietnam Customs'],
  ['Centro de EntreN/Amiento AeroN/Aval', 'Centro de Entrenamiento Aeronaval'],
])('%s reads %s', (printed, repaired) => {
  expect(repairReplacedLetters(printed, none)).toBe(repaired)
})

test.each(['N/A', 'N/A (see note)', 'Other Defense Organization/Activity', 'LOGN/ADMIN', 'SEDEN/A', 'N/A/N/A'])(
  '%s is left as it is',
  (printed) => {
    expect(repairReplacedLetters(printed, none)).toBe(printed)
  },
)

test('a word in capitals is repaired where the file prints it whole elsewhere', () => {
  const known = new Set(wordsInCapitals('S-2, SEDENA Hqs; CESNAV, Mexico City'))
  expect(repairReplacedLetters('SEDEN/A and CESN/AV, LOGN/ADMIN', known)).toBe('SEDENA and CESNAV, LOGN/ADMIN')
})

test('what was replaced in a word with small letters is found again, whatever the word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{1,5}$/), fc.stringMatching(/^[b-z]{1,5}$/), (before, after) => {
      const word = `${before}na${after}`
      expect(repairReplacedLetters(word.replaceAll(/na/gi, 'N/A'), none).toLowerCase()).toBe(word.toLowerCase())
    }),
  )
})
