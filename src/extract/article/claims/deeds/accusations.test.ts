/** Who is said to have done what: accused, charged, judged, sought or linked to it; the word that says so goes with it. */
import { expect, test } from 'vitest'
import { told, toldWhen } from '../../../../../test/told-events.js'

test('what somebody is accused of carries the word that says so, and whoever says it', () => {
  told('La policía lo acusa de la muerte de dos estudiantes.', [null, 'la muerte', 'dos estudiantes', 'acusa', 'policía'])
  told('A police lieutenant arrested for the murder of a journalist had been trained abroad.', [
    'A police lieutenant',
    'the murder',
    'a journalist',
    'arrested',
  ])
  told('An appeals court overturned the conviction of four marines for the killing of a shepherd.', [
    'four marines',
    'the killing',
    'a shepherd',
    'conviction, overturned',
  ])
  told('Un tribunal absolvió al coronel Ejemplo de la muerte de once campesinos.', [
    'coronel Ejemplo',
    'la muerte',
    'once campesinos',
    'absolvió',
  ])
  told('The army was blamed for the deaths of 12 students.', ['The army', 'the deaths', '12 students', 'blamed'])
  told('The unit has been accused by Example Watch of executing at least 12 detainees.', [
    'The unit',
    'executing',
    'at least 12 detainees',
    'accused',
    'Example Watch',
  ])
  told('Villagers accuse soldiers from the base of stealing cattle and raping two women.', [
    'soldiers from the base',
    'raping',
    'two women',
    'accuse',
    'Villagers',
  ])
  told('Prosecutors charged eight policemen with torturing detainees.', [
    'eight policemen',
    'torturing',
    'detainees',
    'charged',
    'Prosecutors',
  ])
  told(
    'Example Watch blamed the brigade for the killing of 14 farmers and the disappearance of three others.',
    ['the brigade', 'the killing', '14 farmers', 'blamed'],
    ['the brigade', 'the disappearance', 'three others', 'blamed'],
  )
  told('An officer trained in Texas is accused of ordering the killing of a senator.', [
    'An officer trained in Texas',
    'ordering the killing',
    'a senator',
    'accused',
  ])
  told('El Estado fue declarado responsable de la desaparición forzada de 43 personas.', [
    'El Estado',
    'la desaparición forzada',
    '43 personas',
    'responsable',
  ])
  told('La Procuraduría sancionó a once militares por la muerte de cuatro campesinos.', [
    'once militares',
    'la muerte',
    'cuatro campesinos',
    'sancionó',
  ])
})

test('each of the charges is one, whatever it is called', () => {
  const battalion = (action: string) => ['the 12th Battalion', action, null, 'accuse', 'Human rights groups']
  told(
    'Human rights groups accuse the 12th Battalion of torture, killings and extortion in the river towns.',
    battalion('torture'),
    battalion('killings'),
    battalion('extortion'),
  )
  told(
    'The colonel faces charges of torture, murder and kidnapping.',
    ['The colonel', 'torture', null, 'faces charges'],
    ['The colonel', 'murder', null, 'faces charges'],
    ['The colonel', 'kidnapping', null, 'faces charges'],
  )
  told(
    'El batallón ha sido acusado de ejecuciones extrajudiciales y de desapariciones forzadas.',
    ['El batallón', 'ejecuciones extrajudiciales', null, 'acusado'],
    ['El batallón', 'desapariciones forzadas', null, 'acusado'],
  )
  told('The battalion has been accused of human rights abuses.', ['The battalion', 'human rights abuses', null, 'accused'])
  told('The general is accused of crimes against humanity.', ['The general', 'crimes against humanity', null, 'accused'])
  told('The unit is accused of the extrajudicial killing of six men.', [
    'The unit',
    'the extrajudicial killing',
    'six men',
    'accused',
  ])
  told('Two sailors were found to have tortured a fisherman.', ['Two sailors', 'tortured', 'a fisherman', 'found'])
  told('Soldiers stand accused of having gang-raped at least 10 women in Tabra.', [
    'Soldiers',
    'gang-raped',
    'at least 10 women',
    'accused',
  ])
})

test('who answers for a deed, was behind it, committed it or has it laid to him', () => {
  told('Ocho marinos están en prisión por la desaparición de cuatro personas.', [
    'Ocho marinos',
    'la desaparición',
    'cuatro personas',
    'prisión',
  ])
  told('The commandos were behind the killing of the opposition leader, a cable says.', [
    'The commandos',
    'the killing',
    'the opposition leader',
    'behind',
    'cable',
  ])
  told('La comisión documentó 84 casos de tortura atribuidos a la Policía Federal.', [
    'la Policía Federal',
    '84 casos de tortura',
    null,
    'atribuidos',
    'comisión',
  ])
  told('Villagers blame the deaths of 11 herders on the gendarmerie.', [
    'the gendarmerie',
    'the deaths',
    '11 herders',
    'blame',
    'Villagers',
  ])
  told('The massacre was blamed on soldiers of the 2nd Battalion.', [
    'soldiers of the 2nd Battalion',
    'The massacre',
    null,
    'blamed',
  ])
  told('The commandos later carried out a string of assassinations.', [
    'The commandos',
    'carried out a string of assassinations',
    null,
  ])
  told('Los militares cometieron la masacre de El Pinal.', ['Los militares', 'cometieron la masacre de El Pinal', null, null])
  told('Según la fiscalía, el teniente Rubén Paz ordenó matar a los detenidos.', [
    'el teniente Rubén Paz',
    'ordenó matar',
    'los detenidos',
    null,
    'fiscalía',
  ])
})

test('who is sought, dismissed or investigated for a deed, and what part of many deeds', () => {
  told('General Owusu is under investigation for his alleged role in the disappearance of three activists.', [
    'General Owusu',
    'the disappearance',
    'three activists',
    'alleged',
  ])
  told('The court issued an arrest warrant for the former militia leader for the murder of civilians.', [
    'the former militia leader',
    'the murder',
    'civilians',
    'warrant',
  ])
  told('Cuatro soldados fueron dados de baja por la golpiza a un detenido.', [
    'Cuatro soldados',
    'la golpiza',
    'un detenido',
    'baja',
  ])
  told('Un juez dictó auto de prisión a ocho policías por el homicidio de un futbolista.', [
    'ocho policías',
    'el homicidio',
    'un futbolista',
    'prisión',
  ])
  told('El general retirado, prófugo desde 2009, es buscado por la masacre de 11 policías.', [
    'El general retirado',
    'la masacre',
    '11 policías',
    'buscado',
  ])
  told('Government forces were responsible for two thirds of the 1,200 killings it verified.', [
    'Government forces',
    'two thirds of the 1,200 killings',
    null,
    'responsible',
  ])
  told('A military court acquitted the major of all charges in the death of a student.', [
    'the major',
    'the death',
    'a student',
    'acquitted',
  ])
  told('Ni el capitán ni sus hombres han sido juzgados por la muerte de los campesinos.', [null, 'la muerte', 'los campesinos'])
})

test('on what day somebody was convicted is not who was', () => {
  told('Un tribunal condenó el viernes a siete personas por el asesinato de la activista Berta Luz.', [
    'siete personas',
    'el asesinato',
    'la activista Berta Luz',
    'condenó',
  ])
})

test('who is linked to deaths, sentenced or in charge of torture, and of how many of all deaths', () => {
  told('The unit, created with foreign help in 2010, has been linked to the deaths of scores of suspects.', [
    'The unit',
    'the deaths',
    'scores of suspects',
    'linked',
  ])
  expect(toldWhen('The unit, created with foreign help in 2010, has been linked to the deaths of scores of suspects.')).toEqual([
    ['the deaths', null],
  ])
  told('Prosecutors say Capt. Nuru Dagash supervised the torture of at least nine detainees.', [
    'Capt. Nuru Dagash',
    'supervised the torture',
    'at least nine detainees',
  ])
  told('El subteniente fue sentenciado a 60 años de prisión por la violación de dos jóvenes.', [
    'El subteniente',
    'la violación',
    'dos jóvenes',
    'sentenciado',
  ])
  told('Un informe responsabiliza al batallón de 12 de las 19 muertes.', [
    'batallón',
    '12 de las 19 muertes',
    null,
    'responsabiliza',
  ])
  told('He was sentenced to death for killing two men.', [null, 'killing', 'two men', 'sentenced'])
})

test('what is said of somebody behind a comma is said of who can have done it', () => {
  told('The camp opens a new insight into the orientation of the Red Column, responsible for thousands of deaths.', [
    'the Red Column',
    'thousands of deaths',
    null,
    'responsible',
  ])
  told('The general commands the 5th Battalion, accused of killing 12 farmers.', [
    'the 5th Battalion',
    'killing',
    '12 farmers',
    'accused',
  ])
  told('The commander of the 5th Battalion, accused of killing 12 farmers, fled.', [
    'The commander of the 5th Battalion',
    'killing',
    '12 farmers',
    'accused',
  ])
})

test('what somebody is tried for may stand first, and a charge need no word between', () => {
  told('For the murder of the boy, two officers were jailed.', ['two officers', 'the murder', 'the boy', 'jailed'])
  told('Por la tortura de un estudiante fueron procesados tres agentes del grupo.', [
    'tres agentes del grupo',
    'la tortura',
    'un estudiante',
    'procesados',
  ])
  told('La fiscalía imputó al general Saúl Cano 22 homicidios.', [
    'general Saúl Cano',
    '22 homicidios',
    null,
    'imputó',
    'fiscalía',
  ])
  expect(toldWhen('For the murder of the boy, two officers were jailed in 2014.')).toEqual([['the murder', null]])
})

test('those who are convicted, dismissed or will answer for it, by whatever the deed is known', () => {
  told("Among those convicted of the 2009 stadium massacre was Lieutenant Diallo, then the president's aide.", [
    'Lieutenant Diallo',
    'the 2009 stadium massacre',
    null,
    'convicted',
  ])
  told('Prosecutors dropped charges against the two captains who had been accused of suffocating a suspect.', [
    'the two captains',
    'suffocating',
    'a suspect',
    'accused, dropped',
  ])
  told('The ministry announced the dismissal of four gendarmes for assaulting a teacher.', [
    'four gendarmes',
    'assaulting',
    'a teacher',
    'dismissal',
  ])
  told('El general Luna, comandante de la brigada entre 2006 y 2008, deberá responder por 88 ejecuciones extrajudiciales.', [
    'El general Luna',
    '88 ejecuciones extrajudiciales',
    null,
    'responder',
  ])
  told('Corruption in institutions, implicated in the September disappearance of 40 students, goes on.', [
    'institutions',
    'the September disappearance',
    '40 students',
    'implicated',
  ])
})

test('whom a court finds, and of which part of a deed somebody is cleared', () => {
  told('The inquiry cleared the frogmen of any part in the deaths of the two dockers.', [
    'the frogmen',
    'the deaths',
    'the two dockers',
    'cleared',
  ])
  told('La Corte halló responsable al Estado por la ejecución del periodista Beto Ejemplo.', [
    'Estado',
    'la ejecución',
    'periodista Beto Ejemplo',
    'responsable',
  ])
  told('Un juez vinculó a proceso a cuatro marinos por la desaparición de un comerciante.', [
    'cuatro marinos',
    'la desaparición',
    'un comerciante',
    'vinculó',
  ])
  told('Major Adjei had ordered the drowning of eleven recruits.', ['Major Adjei', 'ordered the drowning', 'eleven recruits'])
})
