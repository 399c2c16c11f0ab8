/** What stands how, since when, by the clause that says it; what is asked, supposed, wished for or over is no state of affairs. */
import { expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'

const read = (text: string) =>
  readArticle(readPlainArticle(text)).claims.flatMap((one) =>
    one.type === 'status' ? [[one.subject, one.state, one.period?.printed ?? null, one.speaker, one.hedge]] : [],
  )
/** [subject, state, period, speaker, hedge]; what is left out at the end is not looked at. */
const told = (text: string, ...expected: (string | null)[][]) =>
  expect(read(text).map((one, at) => one.slice(0, expected[at]?.length ?? 5))).toEqual(expected)

test('a state is of whom its verb is, over what is said of him', () => {
  told('The post of inspector general has been vacant since March 2019.', [
    'The post of inspector general',
    'has been vacant since March 2019',
    'since March 2019',
    null,
    null,
  ])
  told('General Peter Example, who led the operation, is still head of the armed forces.', [
    'General Peter Example',
    'is still head of the armed forces',
  ])
  told("An investigation into the deaths is still open, the army's spokesman said.", [
    'An investigation into the deaths',
    'is still open',
  ])
  told('A purge of the police that was announced in November 2011 has not been carried out.', [
    'A purge of the police',
    'has not been carried out',
    null,
  ])
  told(
    'The Senate froze $35 million in aid, which remains blocked.',
    ['The Senate', 'froze $35 million in aid'],
    ['$35 million in aid', 'remains blocked'],
  )
  told('El comandante de la brigada, cargo vacante desde marzo, debía responder.', [
    'El comandante de la brigada',
    'vacante desde marzo',
    'desde marzo',
  ])
  told('El general Pedro Ejemplo, quien dirigió la operación, continúa como jefe de las fuerzas armadas.', [
    'El general Pedro Ejemplo',
    'continúa como jefe de las fuerzas armadas',
  ])
})

test('in Spanish whose state it is may stand behind the verb', () => {
  told('Está pendiente la firma del convenio entre las dos academias.', [
    'la firma del convenio entre las dos academias',
    'Está pendiente',
  ])
  told('Sigue sin esclarecerse el paradero de los estudiantes.', ['el paradero de los estudiantes', 'Sigue sin esclarecerse'])
  told('Fue levantada la suspensión de la ayuda a la brigada.', ['la suspensión de la ayuda a la brigada', 'Fue levantada'])
})

test('of several states each has its own time, and the first one’s subject where none is named', () => {
  told(
    'The base at Puerto Lindo was closed in 2016 and has not reopened.',
    ['The base at Puerto Lindo', 'was closed in 2016', 'in 2016'],
    ['The base at Puerto Lindo', 'has not reopened', null],
  )
  told(
    'El acuerdo fue firmado en mayo de 2018, pero aún no ha sido ratificado por el Senado.',
    ['El acuerdo', 'fue firmado en mayo de 2018', 'en mayo de 2018'],
    ['El acuerdo', 'aún no ha sido ratificado por el Senado', null],
  )
  told(
    'The status of forces agreement expired in 2012 and was never renewed.',
    ['The status of forces agreement', 'expired in 2012', 'in 2012'],
    ['The status of forces agreement', 'was never renewed', null],
  )
  told('The school, which opened in 2007, has been closed since the floods.', [
    'The school',
    'has been closed since the floods',
    null,
  ])
})

test.each([
  ['Col. Arturo Ejemplo remains in command of the 7th Brigade, the army said.', 'remains in command of the 7th Brigade'],
  ['Military aid to Zandia remains suspended, two diplomats said.', 'remains suspended'],
  [
    'The United States has suspended military aid to Zandia since the coup.',
    'has suspended military aid to Zandia since the coup',
  ],
  ['The 12th Rapid Battalion was disbanded in 2011.', 'was disbanded in 2011'],
  ['Major Ibrahim Sample is on administrative leave while prosecutors look into it.', 'is on administrative leave'],
  ['The vetting of the unit is pending, the embassy said.', 'is pending'],
  ['The case against the lieutenant was dropped for lack of evidence.', 'was dropped for lack of evidence'],
  ['A memorandum of understanding is in force until 2025.', 'is in force until 2025'],
  ['The convention is not in force in Zandia.', 'is not in force in Zandia'],
  ['Lt. Col. Anna Muster has been suspended from duty.', 'has been suspended from duty'],
  ['The unit remains ineligible for U.S. assistance.', 'remains ineligible for U.S. assistance'],
  ['The border post is no longer in use.', 'is no longer in use'],
  ['The treaty is awaiting ratification by both parliaments.', 'is awaiting ratification by both parliaments'],
  ['The two sergeants are being tried by a military court.', 'are being tried by a military court'],
  ['The base closed in 2016.', 'closed in 2016'],
  ['Gen. Omar Beispiel retired in 2014.', 'retired in 2014'],
  ['The police academy is without a director.', 'is without a director'],
  ['The accused officers continue to serve in the presidential guard.', 'continue to serve in the presidential guard'],
  ['El coronel Arturo Ejemplo sigue al mando de la Séptima Brigada.', 'sigue al mando de la Séptima Brigada'],
  ['La ayuda militar a Zandia permanece suspendida desde el golpe.', 'permanece suspendida desde el golpe'],
  ['El batallón fue disuelto en 2011.', 'fue disuelto en 2011'],
  ['El mayor Esteban Muestra se encuentra con licencia mientras la fiscalía investiga.', 'se encuentra con licencia'],
  ['Los restos siguen sin ser identificados.', 'siguen sin ser identificados'],
  ['La academia de policía carece de director.', 'carece de director'],
  ['El expediente lleva tres años paralizado en el juzgado.', 'lleva tres años paralizado en el juzgado'],
  ['El tratado sigue a la espera de ratificación.', 'sigue a la espera de ratificación'],
  ['La brigada ya no recibe asistencia de Estados Unidos.', 'ya no recibe asistencia de Estados Unidos'],
  ['El informe de la comisión no se ha hecho público.', 'no se ha hecho público'],
  ['El general Raúl Modelo pasó a retiro en 2014.', 'pasó a retiro en 2014'],
  ['Las dos compañías fueron dadas de baja en 2009.', 'fueron dadas de baja en 2009'],
  ['El paradero del coronel se desconoce desde abril.', 'se desconoce desde abril'],
])('%s', (text, state) => {
  expect(read(text).map(([, told]) => told)).toEqual([state])
})

test('what nobody has suffered is told whole, of nobody', () => {
  told('Nobody has been charged over the killings.', [null, 'Nobody has been charged over the killings'])
  told('None of the officers has stood trial.', [null, 'None of the officers has stood trial'])
  told('As at press time no commanding officer had been named.', [null, 'no commanding officer had been named'])
  told('Ningún militar ha sido procesado por la masacre.', [null, 'Ningún militar ha sido procesado por la masacre'])
  told('Todavía no hay sentencia contra los marinos.', [null, 'Todavía no hay sentencia contra los marinos'])
})

test('what weakens a state goes with it', () => {
  told('The police academy is reportedly without a director.', [
    'The police academy',
    'is reportedly without a director',
    null,
    null,
    'reportedly',
  ])
})

test.each([
  'Is the post of inspector general still vacant?',
  'If the agreement is not ratified by June, the aid will be suspended.',
  'If the agreement fails, the aid stays suspended.',
  'The base was nearly closed in 2015.',
  'The colonel is not on leave, the army said.',
  'The post was vacant for two years until Col. Muster was named in 2018.',
  'The minister said that he would resign if the unit were disbanded.',
  'Critics want the programme to be suspended.',
  'Critics demanded that the programme be suspended.',
  'The road to peace is closed to nobody, the bishop said.',
  'Doors that had been closed were opened by the soldiers.',
  'The detainees were suspended from the ceiling.',
  'The market was empty when the soldiers arrived.',
  'The talks may be suspended, diplomats said.',
  'The general denied that the unit had been disbanded.',
  'He could not say how many of them remained in service.',
  'They remained in the village for two hours.',
  '¿Sigue abierta la investigación?',
  'Si el acuerdo no es ratificado, la ayuda quedará suspendida.',
  'La base estuvo a punto de ser cerrada.',
  'El batallón casi fue disuelto en los años noventa.',
  'La plaza estuvo vacante hasta 2018, cuando fue nombrado el coronel Muestra.',
  'La oposición pide que el batallón sea disuelto.',
  'Nadie quiere que la base siga cerrada.',
  'La puerta del diálogo está abierta, afirmó el presidente.',
])('no state of affairs: %s', (text) => {
  expect(read(text)).toEqual([])
})
