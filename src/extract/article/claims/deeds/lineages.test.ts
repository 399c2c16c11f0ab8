/** Who was trained by whom, left what and joined what, by the clause that says it. */
import { expect, test } from 'vitest'
import { readPlainArticle } from '../../../../documents/article/plain-article.js'
import { readArticle } from '../../read-article.js'

const read = (text: string) =>
  readArticle(readPlainArticle(text)).claims.flatMap((one) =>
    one.type === 'lineage'
      ? [{ members: one.members, left: one.left, relation: one.relation, joined: one.joined, by: one.trained_by }]
      : [],
  )
const none = { left: null, joined: null, by: null }
const told = (text: string, ...expected: Partial<ReturnType<typeof read>[number]>[]) =>
  expect(read(text)).toEqual(expected.map((one) => ({ ...none, ...one })))

test('who was trained by whom', () => {
  told(
    'The Presidential Regiment, which American instructors trained from 2009 to 2013, carried out the coup of 2015.',
    { members: 'The Presidential Regiment', relation: 'carried out', joined: 'the coup of 2015', by: 'American instructors' },
    { members: 'The Presidential Regiment', relation: 'trained', by: 'American instructors' },
  )
  told('American advisers trained the battalion until 2009.', {
    members: 'the battalion',
    relation: 'trained',
    by: 'American advisers',
  })
  told('A contractor, Example Sands, trained the brigade.', { members: 'the brigade', relation: 'trained', by: 'Example Sands' })
  told('Trained by U.S. Navy SEALs, the unit is feared.', { members: 'the unit', relation: 'Trained', by: 'U.S. Navy SEALs' })
  told('Seis agentes de la unidad Tigres, creada en 2013 y adiestrada por fuerzas especiales extranjeras, fueron detenidos.', {
    members: 'la unidad Tigres',
    relation: 'adiestrada',
    by: 'fuerzas especiales extranjeras',
  })
  told('The battalion was not trained by Americans.')
  told('American advisers trained 300 men of the battalion.')
})

test('who graduated, and where', () => {
  told('The army chief, a 1985 graduate of Fort Benning, denied it.', {
    members: 'The army chief',
    relation: 'graduate of',
    by: 'Fort Benning',
  })
  told('El capitán, egresado de la Escuela de las Américas, comandó la operación.', {
    members: 'El capitán',
    relation: 'egresado de',
    by: 'la Escuela de las Américas',
  })
  told('Colonel Example attended the Example Staff College in 1998.', {
    members: 'Colonel Example',
    relation: 'attended',
    by: 'Example Staff College',
  })
})

test('who led a coup, left for somebody else or became something', () => {
  told('General Example, a soldier of the guard, led the coup.', {
    members: 'General Example',
    relation: 'led',
    joined: 'the coup',
  })
  told('Captain Example seized power in March 2012.', { members: 'Captain Example', relation: 'seized power' })
  told('The coup was led by Colonel Example.', { members: 'Colonel Example', relation: 'led by', joined: 'The coup' })
  told('Thirty of the men deserted in 2001 and joined the Black Hands, a militia.', {
    members: 'Thirty of the men',
    relation: 'deserted and joined',
    joined: 'the Black Hands',
  })
  told('Miembros de la guardia presidencial se sumaron a los golpistas.', {
    members: 'Miembros de la guardia presidencial',
    left: 'la guardia presidencial',
    relation: 'se sumaron a',
    joined: 'los golpistas',
  })
  told('La FES fue disuelta en febrero y reemplazada por la UTEP.', {
    members: 'La FES',
    relation: 'reemplazada por',
    joined: 'la UTEP',
  })
  told('The unit was renamed the Special Squad in 1992.', {
    members: 'The unit',
    relation: 'renamed',
    joined: 'the Special Squad',
  })
  told('La Brigada 24 fue creada a partir de la antigua Brigada Móvil 13.', {
    members: 'La Brigada 24',
    left: 'la antigua Brigada Móvil 13',
    relation: 'creada a partir de',
  })
})

test('who took a course, and who went over', () => {
  told('Tres de ellos habían asistido a cursos de la Escuela de las Américas.', {
    members: 'Tres de ellos',
    relation: 'asistido a cursos de',
    by: 'la Escuela de las Américas',
  })
  told('Col. Baba Sanou was trained at Fort Benning.', {
    members: 'Col. Baba Sanou',
    relation: 'was trained',
    by: 'Fort Benning',
  })
  told('The soldiers, who had been trained by American Green Berets only months earlier, left.', {
    members: 'The soldiers',
    relation: 'been trained',
    by: 'American Green Berets',
  })
  told('Soldiers were trained by American advisers.')
  told('The coup leader, Col. Baba Sanou, took part in the Flintlock exercise in 2019.', {
    members: 'The coup leader, Col. Baba Sanou',
    relation: 'took part in',
    by: 'Flintlock exercise',
  })
  told(
    'Two of the men who carried out the coup had attended American courses.',
    { members: 'Two of the men', relation: 'carried out', joined: 'the coup' },
    { members: 'Two of the men', relation: 'attended', by: 'American courses' },
  )
  told(
    'Los fundadores del cartel eran desertores de un cuerpo de élite del Ejército, varios de ellos entrenados en Estados Unidos.',
    {
      members: 'Los fundadores del cartel',
      left: 'un cuerpo de élite del Ejército',
      relation: 'eran desertores',
      by: 'Estados Unidos',
    },
  )
  told('El capitán dejó el ejército en 1997 y se sumó al cartel.', {
    members: 'El capitán',
    left: 'el ejército',
    relation: 'dejó and se sumó al',
    joined: 'cartel',
  })
  told('Antiguos kaibiles fueron reclutados por los Zetas como instructores.', {
    members: 'Antiguos kaibiles',
    relation: 'reclutados por',
    joined: 'los Zetas',
  })
  told('The BIR, created in 1999 to fight bandits and trained by Israeli instructors, reports to the president.', {
    members: 'The BIR',
    relation: 'trained',
    by: 'Israeli instructors',
  })
  told(
    'Four of the six officers who stood behind him when he announced that the constitution was suspended had attended American courses.',
    { members: 'Four of the six officers', relation: 'attended', by: 'American courses' },
  )
})

test('he who took a course is the one officer who was named, and nobody where several were', () => {
  told('Captain Issa Tolo, 36, had been there three times. In 2012 he took an English course at Lackland Air Force Base.', {
    members: 'Issa Tolo',
    relation: 'took an English course at',
    by: 'Lackland Air Force Base',
  })
  told('Captain Issa Tolo met Colonel Ade Bako. In 2012 he took an English course at Lackland Air Force Base.')
})

test('who was trained is told by a participle, and not by who trains', () => {
  told('Tres exmilitares entrenados en Fort Bragg encabezaban la célula.', {
    members: 'Tres exmilitares',
    relation: 'entrenados',
    by: 'Fort Bragg',
  })
  told('Gendarmes trained by the European Union killed at least 14 civilians.', {
    members: 'Gendarmes',
    relation: 'trained',
    by: 'European Union',
  })
  told('Officers trained in the United States led the coup.', {
    members: 'Officers trained in the United States',
    relation: 'led',
    joined: 'the coup',
    by: 'United States',
  })
  told('Soldiers trained in Kaduna state last year.')
  told('Police unit trained by Britain accused of 14 killings', { members: 'Police unit', relation: 'trained', by: 'Britain' })
  told('El Batallón 12, entrenado por EE. UU., llegó.', { members: 'El Batallón 12', relation: 'entrenado', by: 'EE. UU' })
  told('The elite Rapid Action Battalion, which the United States helped train, was disbanded.', {
    members: 'The elite Rapid Action Battalion',
    relation: 'helped train',
    by: 'United States',
  })
  told('Dos de ellos recibieron en 2004 un curso antinarcóticos impartido por la DEA.', {
    members: 'Dos de ellos',
    relation: 'recibieron en 2004 un curso antinarcóticos impartido por',
    by: 'la DEA',
  })
  told('Entre ellos hay un mayor del Ejército entrenado en Fort Benning y un exteniente que huyó.', {
    members: 'un mayor del Ejército',
    relation: 'entrenado',
    by: 'Fort Benning',
  })
})

test('who formed or taught a unit, and who came back to lead a coup', () => {
  told('The unit was set up by the CIA in 2002.', { members: 'the CIA', relation: 'set up', joined: 'The unit' })
  told('Instructors of the 1er Régiment Exemple taught the battalion to parachute.', {
    members: 'the battalion',
    relation: 'taught',
    by: 'Instructors of the 1er Régiment Exemple',
  })
  told('Captain Sanou came back from Texas to lead a coup.', { members: 'Captain Sanou', relation: 'lead', joined: 'a coup' })
})

test('what is done to a unit that has a name, and whose men were trained', () => {
  told(
    'The Panthers were set up in 1995 by Israeli advisers and later absorbed into the Presidential Guard.',
    { members: 'Israeli advisers', relation: 'set up in 1995', joined: 'The Panthers' },
    { members: 'The Panthers', relation: 'absorbed into', joined: 'the Presidential Guard' },
  )
  told('“It shoots first,” he said, referring to the Guard, whose officers have trained at the Example Academy since 2009.', {
    members: 'the Guard',
    relation: 'trained at',
    by: 'Example Academy',
  })
  told('A unit whose instructors were trained in Panama fired on a crowd.')
  told('The unit, whose officers were trained by French gendarmes, fired on a crowd.', {
    members: 'The unit',
    relation: 'were trained',
    by: 'French gendarmes',
  })
  told(
    'Major Toure, a graduate of the Command and General Staff College, toppled President Sana in a bloodless coup.',
    { members: 'Major Toure', relation: 'toppled', joined: 'President Sana' },
    { members: 'Major Toure', relation: 'graduate of', by: 'Command and General Staff College' },
  )
  told('Some 40 commandos of the disbanded 33rd Battalion went over to the insurgents.', {
    members: 'Some 40 commandos of the disbanded 33rd Battalion',
    left: 'the disbanded 33rd Battalion',
    relation: 'went over to',
    joined: 'the insurgents',
  })
})

test('more words for who learnt where, and whose ranks were filled', () => {
  told('Captain Sissoko learned counterinsurgency at a Defense Department school in Arizona.', {
    members: 'Captain Sissoko',
    relation: 'learned counterinsurgency at',
    by: 'a Defense Department school',
  })
  told('Among the plotters was a colonel who had received U.S. instruction in 2007.', {
    members: 'a colonel',
    relation: 'received U.S. instruction',
    by: 'U.S.',
  })
  told('Varios desertores del Grupo Aeromóvil engrosaron las filas de Los Zetas.', {
    members: 'Varios desertores del Grupo Aeromóvil',
    left: 'Grupo Aeromóvil',
    relation: 'engrosaron las filas de',
    joined: 'Los Zetas',
  })
  told('Instructores israelíes formaron a la guardia presidencial hasta 1990.', {
    members: 'la guardia presidencial',
    relation: 'formaron',
    by: 'Instructores israelíes',
  })
  told('The troops were trained to kill, and they built a school.')
})

test('what a unit came from, and where somebody served before', () => {
  told('The Delta Rangers, a successor to the dissolved Mobile Brigade, kept its officers.', {
    members: 'The Delta Rangers',
    relation: 'successor to',
    left: 'the dissolved Mobile Brigade',
  })
  told('Twelve of the hijackers had served in the disbanded Coastal Commando.', {
    members: 'Twelve of the hijackers',
    relation: 'had served in',
    left: 'the disbanded Coastal Commando',
  })
  told('El jefe de la escolta abandonó las filas del Ejército para integrarse a la guerrilla.', {
    members: 'El jefe de la escolta',
    left: 'las filas del Ejército',
    relation: 'abandonó and integrarse a',
    joined: 'la guerrilla',
  })
  told('Dos exoficiales de la Guardia Nacional, entrenados en Panamá, comandaban la banda.', {
    members: 'Dos exoficiales de la Guardia Nacional',
    relation: 'entrenados',
    by: 'Panamá',
  })
  told('Villagers fled and formed a militia.')
})

test('who raised an army, and whose course somebody took', () => {
  told('Colonel Waré fled abroad with a dozen bodyguards and raised a rebel army.', {
    members: 'Colonel Waré',
    relation: 'fled and raised',
    joined: 'a rebel army',
  })
  told('Sixteen of the mutineers were alumni of a course run by U.S. Special Operations Command.', {
    members: 'Sixteen of the mutineers',
    relation: 'were alumni of',
    by: 'U.S. Special Operations Command',
  })
  told('El cartel reclutó a exmilitares que habían recibido entrenamiento de boinas verdes.', {
    members: 'exmilitares',
    relation: 'recibido entrenamiento de',
    by: 'boinas verdes',
  })
})
