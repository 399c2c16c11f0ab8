import { expect, test } from 'vitest'
import { repairMisprintedLetters } from './misprinted-letters.js'

test.each([
  // Read on the page images of 2005–2006, 2010–2012 and 2012–2013.
  ['Military Police of Cearß', 'Military Police of Ceará'],
  ['Civil Police of Goißs', 'Civil Police of Goiás'],
  ['Colombian Army Military Academy, Bogotß', 'Colombian Army Military Academy, Bogotá'],
  ['Escola de Comando e Estado-Maior da Aeronßutica', 'Escola de Comando e Estado-Maior da Aeronáutica'],
  ['Sπo Paulo Military Police', 'São Paulo Military Police'],
  ['Military Police of Rond⌠nia', 'Military Police of Rondônia'],
  ['Delegaci≤n Policial de Sarapiquφ', 'Delegación Policial de Sarapiquí'],
  ['Servicio Vigilancia AΘrea', 'Servicio Vigilancia Aérea'],
  ['F. IndependΩncia', 'F. Independência'],
  ['Cv. Inha·ma', 'Cv. Inhaúma'],
  ['Forτas Armadas Angolanas', 'Forças Armadas Angolanas'],
  ['NCO Academy, Cove±as', 'NCO Academy, Coveñas'],
  ['334║ CCI TAP', '334º CCI TAP'],
  ['Com1║DN', 'Com1ºDN'],
  ['Instituto Geral de Pericias û IGP û Rio Grande do Sul', 'Instituto Geral de Pericias – IGP – Rio Grande do Sul'],
  ['PUBLIC PROSECUTORÆS OFFICE', 'PUBLIC PROSECUTOR’S OFFICE'],
  ['Secretar¡a de Seguridad P£blica', 'Secretaría de Seguridad Pública'],
])('%s reads %s', (printed, read) => {
  expect(repairMisprintedLetters(printed)).toBe(read)
})

test.each([
  'Großenbrode, Straße 4, Gießen, weiß, Fußball',
  'Sûreté Nationale, Août',
  'ÄMARI AFB, ÆGIR',
  'N° 1, 371º, 2ª Brigada, ±5',
  'Paral·lel',
  'λ Battalion, Ω Company',
  '£500, ¡Hola!',
  'Ministerio de Defensa',
])('%s is left as it is', (text) => {
  expect(repairMisprintedLetters(text)).toBe(text)
})
