import { expect, test } from 'vitest'
import { leahyLawOf } from './leahy-law.js'

test('which law applied follows from whose money it was and from the year', () => {
  expect(leahyLawOf({ agency: 'DoS', fiscalYear: 2008 })).toBe('620M')
  expect(leahyLawOf({ agency: 'DoD', fiscalYear: 2013 })).toBe('appropriations, training only')
  expect(leahyLawOf({ agency: 'DoD', fiscalYear: 2014 })).toBe('10 USC 362')
  expect(leahyLawOf({ agency: 'DHS', fiscalYear: 2014 })).toBeNull()
  expect(leahyLawOf({ agency: null, fiscalYear: 2014 })).toBeNull()
})
