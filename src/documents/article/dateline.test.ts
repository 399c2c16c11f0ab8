import { describe, expect, test } from 'vitest'
import { readDateline } from './dateline.js'

describe('the head of a report', () => {
  test.each([
    ['WASHINGTON — The army', null],
    ['WASHINGTON, March 3, 2015 — In fiscal year 2001', '2015-03-03'],
    ['ABUJA, Nigeria, 3 March 2015 (Reuters) - The army', '2015-03-03'],
    ['MEXICO CITY (AP) -- The navy', null],
    ['Bogotá, 3 mar (EFE).- El ejército', null],
    ['Ciudad de México, 5 de mayo de 2014 (apro).- La Marina', '2014-05-05'],
    ['GENEVA (3 March 2015) – Experts', '2015-03-03'],
    ['PORT-AU-PRINCE, Haiti (AP) — Police', null],
    ['WASHINGTON, D.C. – Officials', null],
    ['(Beirut, May 28, 2019) – The', '2019-05-28'],
    ['GUATEMALA, 11 dic. 2013 (Ejemplo) – El', '2013-12-11'],
    ['CÚCUTA, 3 de marzo de 2007. La asociación', '2007-03-03'],
  ])('%s', (text, day) => {
    const line = readDateline(text)
    expect(line?.day ?? null).toBe(day)
    expect(text.slice(line!.end)).toMatch(/^(?:The|In|El|La|Experts|Police|Officials)/)
  })

  test.each([
    'Mali – which was not asked – received training.',
    'The army said on March 3, 2015 – a Tuesday – that nobody was there.',
    'Of 500 officers – all from Mali – none was named.',
    'Col. Ade Ola (retired) - a commander - said so.',
    'In May (the month) – as before – 12 died.',
    'US-trained soldiers killed two men.',
    'U.S.-Mexico cooperation was suspended.',
  ])('is not in %s', (text) => {
    expect(readDateline(text)).toBeNull()
  })
})
