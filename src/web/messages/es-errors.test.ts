/** Errors in Spanish are read from their English words: whoever changes those must change the form here. */
import { expect, test } from 'vitest'
import { errors, type UserError } from '../../ledger/errors.js'
import { errorIn } from './errors.js'
import { errorForms } from './es-errors.js'

/** With what each is made, where it is not made with a place and texts. */
const given: Readonly<Record<string, readonly unknown[]>> = {
  AS_OF_UNKNOWN: [12, 9],
  PAGE_NOT_FOUND: [{ page: 9 }, 4],
  QUERY_UNKNOWN_PARAMETER: ['sort', ['q', 'limit']],
  SCREENING_COLUMN_UNKNOWN: ['Z', ['Name', 'Unit']],
  SCREENING_FIELD_UNKNOWN: ['rango', ['name', 'unit']],
  REPORT_UNKNOWN: ['2031-2032', ['2011-2012', '2012-2013']],
  NOT_FOUND: ['unit "f071666575"'],
  EXPUNGED: [
    'unit, person or incident',
    { on: '2026-04-05', actor: 'Hortensia Vellucci', reason: 'orden 12/2026', changeset: 8 },
  ],
  SOURCE_DAY_DIFFERS: ['2014-02-17', '2014-02-18'],
  WITHDRAWN: ['training', 'f07166657514'],
  QUERY_INVALID: ['limit', 'between 1 and 500'],
  FORM_INVALID: ['it is no form'],
  SCREENING_DECISION_INVALID: ['it would have expired already, on 2020-01-01'],
}
const make = (code: string): UserError => {
  const maker = (errors as unknown as Record<string, (...parts: unknown[]) => UserError>)[code]!
  const takesPlace = /^\(?place\b/.test(maker.toString())
  return maker(...(given[code] ?? (takesPlace ? [{ row: 3 }, '100'] : ['100', '200'])))
}

test.each(Object.keys(errorForms))('%s is said in Spanish in the form in which it is made', (code) => {
  const said = errorIn('es', make(code))
  expect(said.lang).toBe('es')
  expect(`${said.message} ${said.remedy}`).not.toMatch(/\b(?:the|this|was|and|is|with|not|undefined)\b/i)
  expect(errorIn('en', make(code))).toMatchObject({ message: make(code).message, lang: 'en' })
})

test('what an error names stays, and an error that is not said in Spanish stays in English, marked as such', () => {
  expect(errorIn('es', errors.NOT_FOUND('unit "f071666575"')).message).toBe('No consta en el registro la unidad “f071666575”.')
  expect(errorIn('es', errors.QUERY_UNKNOWN_PARAMETER('sort', ['q', 'limit'])).remedy).toBe('Aquí se conocen: q, limit.')
  expect(errorIn('es', errors.QUERY_INVALID('limit', 'between 1 and 500')).message).toBe('limit: un número entre 1 y 500.')
  expect(errorIn('es', errors.QUERY_INVALID('country', 'nothing is called "mexiko" here')).message).toBe(
    'country: aquí nada se llama “mexiko”.',
  )
  expect(errorIn('es', errors.QUERY_INVALID('year', 'between 1900 and 2100, earlier year first')).message).toBe(
    'year: entre 1900 y 2100, primero el año anterior.',
  )
  expect(errorIn('es', errors.EXPUNGED('source')).message).toBe('Se suprimió para siempre del registro la fuente que busca.')
  expect(errorIn('es', errors.WITHDRAWN('training', null)).message).toBe('Se retiró el adiestramiento.')
  expect(errorIn('es', errors.PORT_IN_USE('80')).lang).toBe('en')
})
