/** Who did what to whom, by the clause that says it; what nobody is said to have done is none. */
import { expect, test } from 'vitest'
import { told, toldWhen } from '../../../../../test/told-events.js'

test('nobody is nobody behind another clause, and a time is of the clause that it stands in', () => {
  told('La investigación sigue abierta y ningún agente ha sido detenido.')
  told('Agentes que habían recibido cursos de la embajada dispararon y mataron a dos jóvenes.', [
    'Agentes',
    'mataron',
    'dos jóvenes',
  ])
})

test('of several verbs each is of whoever the first is of', () => {
  const soldiers = (action: string, victims: string) => ['Soldiers', action, victims]
  told(
    'Soldiers entered the village at dawn, burned 20 huts and shot two elders.',
    soldiers('burned', '20 huts'),
    soldiers('shot', 'two elders'),
  )
  told(
    'Soldiers have tortured, raped and killed civilians in the area, the UN says.',
    soldiers('tortured, raped and killed', 'civilians in the area'),
  )
  told('Soldiers arrived in the village and shot 12 men.', soldiers('shot', '12 men'))
  told(
    'Gunmen attacked the convoy near Mina, killing five soldiers.',
    ['Gunmen', 'attacked', 'the convoy'],
    ['Gunmen', 'killing', 'five soldiers'],
  )
  told('The rebels fled the village and soldiers killed two women.', ['soldiers', 'killed', 'two women'])
  told(
    'Guerrilla fighters who attacked the base killed 12 soldiers and kidnapped 60.',
    ['Guerrilla fighters', 'attacked', 'the base'],
    ['Guerrilla fighters', 'killed', '12 soldiers'],
    ['Guerrilla fighters', 'kidnapped', '60'],
  )
  told(
    'Los uniformados sacaron a los hombres de sus casas y los fusilaron.',
    ['Los uniformados', 'sacaron', 'los hombres'],
    ['Los uniformados', 'los fusilaron', null],
  )
})

test('who did it stands before the verb, over what is said of him, and nobody else does', () => {
  told('The soldiers, who had been trained by U.S. advisers, killed eleven men.', ['The soldiers', 'killed', 'eleven men'])
  told("The army's 5th Battalion, an elite unit trained by U.S. Green Berets, shelled a hospital.", [
    "The army's 5th Battalion",
    'shelled',
    'a hospital',
  ])
  told('The ambassador said the soldiers who killed the priests had been trained abroad.', [
    'the soldiers',
    'killed',
    'the priests',
  ])
  told('El soldado que mató a la niña fue dado de baja.', ['El soldado', 'mató', 'la niña'])
  told('It was the police, not the army, that killed the boy.', ['the police', 'killed', 'the boy'])
  told('In the worst incident, on 12 March, troops of the 21 Brigade opened fire on a funeral.', [
    'troops of the 21 Brigade',
    'opened fire on',
    'a funeral',
  ])
  told('The colonel, whose men killed 14 villagers, took a course.', ['whose men', 'killed', '14 villagers'])
  told('The report documents how police executed 27 prisoners.', ['police', 'executed', '27 prisoners'])
  told(
    'The police said they shot dead two robbers who had opened fire on them.',
    [null, 'shot dead', 'two robbers'],
    ['two robbers', 'opened fire on', null],
  )
  told('Villagers killed by soldiers were buried in a mass grave.', ['soldiers', 'killed', 'Villagers'])
  told(
    'Twelve people were killed when soldiers opened fire on protesters in Mina.',
    [null, 'killed', 'Twelve people'],
    ['soldiers', 'opened fire on', 'protesters'],
  )
  told(
    'Fueron detenidos y torturados por agentes de la policía estatal.',
    ['agentes de la policía estatal', 'detenidos', null],
    ['agentes de la policía estatal', 'torturados', null],
  )
  told('A bomb killed five people.', [null, 'killed', 'five people'])
  told('Five people were killed by a roadside bomb.', [null, 'killed', 'Five people'])
  told('Soldiers killed two men, a woman and her child in the raid on Mina.', [
    'Soldiers',
    'killed',
    'two men, a woman and her child',
  ])
})

test('what is asked, supposed, threatened or denied of somebody he has not done', () => {
  told('Whether the marines killed the boys is not known.')
  told('The army must say whether its men killed the boys.')
  told('If soldiers killed the boys, they will be tried.')
  told('He said the army would kill anyone who protested.')
  // An order is told as one.
  told("The unit's commander ordered his men to kill the prisoners.", [
    "The unit's commander",
    'ordered his men to kill',
    'the prisoners',
  ])
  told('Troops of the 3rd Brigade did not fire on the crowd.')
  told('The captain was not accused of killing anybody.')
  told('Nobody has been tried for the killing of the nuns.', [null, 'the killing', 'the nuns', null])
  told('The soldiers were not punished for the murder of the boy.', [null, 'the murder', 'the boy', null])
  told('The 12 men shot at close range were found in a ditch.', [null, 'shot', 'The 12 men'])
})

test('in Spanish, too, whom and who stand before or behind, and a confession is of whoever makes it', () => {
  told('Murió el estudiante al que golpearon policías en la marcha.', ['policías en la marcha', 'golpearon', 'el estudiante'])
  told('Las tropas asesinaron, entre el 6 y el 8 de mayo, a 34 campesinos.', ['Las tropas', 'asesinaron', '34 campesinos'])
  told('Hombres con uniforme militar se llevaron a tres jóvenes.', [
    'Hombres con uniforme militar',
    'se llevaron',
    'tres jóvenes',
  ])
  told('La Corte condenó al Estado por la masacre de 49 campesinos cometida por paramilitares.', [
    'Estado',
    'la masacre',
    '49 campesinos',
    'condenó',
  ])
  told(
    'Vecinos aseguran que fueron soldados quienes dispararon contra la camioneta y mataron a los dos niños.',
    ['soldados', 'dispararon contra', 'la camioneta'],
    ['soldados', 'mataron', 'los dos niños'],
  )
  told('A former member of the brigade confessed to killing 12 people.', [
    'A former member of the brigade',
    'killing',
    '12 people',
    null,
    'former member of the brigade',
  ])
  told('The general, whom prosecutors accuse of ordering the disappearance of 11 students, lives abroad.', [
    'The general',
    'ordering the disappearance',
    '11 students',
    'accuse',
    'prosecutors',
  ])
  told('No officer has been charged with the massacre of 128 villagers.', [null, 'the massacre', '128 villagers'])
})

test('asides, lengths of time and counts belong to nobody', () => {
  told('Over 16 months the squad shot dead 108 people.', ['the squad', 'shot dead', '108 people'])
  told('An anti-kidnapping unit has killed or disappeared as many as 200 detainees.', [
    'An anti-kidnapping unit',
    'killed or disappeared',
    'as many as 200 detainees',
  ])
  told('Four officers of the squad stand accused of murdering a student.', [
    'Four officers of the squad',
    'murdering',
    'a student',
    'accused',
  ])
  told('El general Mario Ejemplo, quien comandó la brigada, fue imputado en 2023 por 130 asesinatos.', [
    'El general Mario Ejemplo',
    '130 asesinatos',
    null,
    'imputado',
  ])
  told(
    'Soldiers shot 31 unarmed men hours after arresting them.',
    ['Soldiers', 'shot', '31 unarmed men'],
    ['Soldiers', 'arresting', null],
  )
  told('Its commander, Captain Ade Example, shot a trader.', ['Captain Ade Example', 'shot', 'a trader'])
})

test('of two nouns before a verb the nearer did it, or suffered it, as the words between them say', () => {
  told('The mayor thanked the soldiers who rescued the girls kidnapped by gunmen.', ['gunmen', 'kidnapped', 'the girls'])
  told('The men that 12 soldiers killed on Monday were farmers.', ['12 soldiers', 'killed', 'The men'])
  told("The soldiers' lawyers said the men they killed were armed.", [null, 'killed', 'the men'])
  told('El alcalde acusó a los militares de proteger a los sicarios que mataron a su hijo.', [
    'los sicarios',
    'mataron',
    'su hijo',
  ])
  told(
    'Rebels accused the army of burning villages, and the army accused the rebels of killing chiefs.',
    ['the army', 'burning', 'villages', 'accused', 'Rebels'],
    ['the rebels', 'killing', 'chiefs', 'accused', 'army'],
  )
  told(
    'The commander was shot and killed in 2012 in an ambush that killed three others.',
    [null, 'shot and killed', 'The commander'],
    [null, 'killed', 'three others'],
  )
  told('The army investigated the killing of the priest by rebels.', ['rebels', 'killing', 'the priest'])
  told('The minister told the army to stop killing civilians.')
})

test('who is described as something, and what is counted about, is read past the words for it', () => {
  told('Malian soldiers and foreign fighters identified by several sources as Russians allegedly executed about 300 men.', [
    'Malian soldiers and foreign fighters identified by several sources as Russians',
    'executed',
    'about 300 men',
    'allegedly',
  ])
  told('Over four days the troops killed detained men in groups of four.', [
    'the troops',
    'killed',
    'detained men in groups of four',
  ])
})

test('a son is no verb, and who wounded them is whoever stands behind "by"', () => {
  told('Soldiers shot dead a pregnant woman and her son near Mina.', ['Soldiers', 'shot dead', 'a pregnant woman and her son'])
  told(
    'Vecinos que protestaban fueron golpeados por los uniformados, que hirieron a tres de ellos.',
    ['los uniformados', 'golpeados', 'Vecinos'],
    ['los uniformados', 'hirieron', 'tres de ellos'],
  )
  told('Cuatro soldados fueron detenidos y un juez militar los procesó por desobediencia.', [
    null,
    'detenidos',
    'Cuatro soldados',
  ])
  told('Soldados del Regimiento Ejemplo dispararon 117 veces contra una camioneta.', [
    'Soldados del Regimiento Ejemplo',
    'dispararon 117 veces contra',
    'una camioneta',
  ])
})

test('the United States say nothing by their name, and a month cut short ends no sentence', () => {
  told('Soldiers trained by the United States killed 12 farmers.', [
    'Soldiers trained by the United States',
    'killed',
    '12 farmers',
  ])
  const soldiers = 'Soldiers of the 15th Special Forces Battalion'
  told(
    `${soldiers} entered the hamlet at dawn on Feb. 11, burned 20 huts and shot two elders, survivors say.`,
    [soldiers, 'burned', '20 huts', null, 'survivors'],
    [soldiers, 'shot', 'two elders', null, 'survivors'],
  )
})

test('ranks, ages, acronyms and saints are part of who it is', () => {
  told('Lt. Col. Ade Example, commander of the 3rd Battalion, ordered the killing of 12 men.', [
    'Lt. Col. Ade Example',
    'ordered the killing',
    '12 men',
  ])
  told('Gen. Carlos Example, 62, was convicted of murdering a bishop.', [
    'Gen. Carlos Example',
    'murdering',
    'a bishop',
    'convicted',
  ])
  told('The Rapid Action Battalion (RAB) has killed 1,200 people.', [
    'The Rapid Action Battalion (RAB)',
    'killed',
    '1,200 people',
  ])
  told('On Dec. 3, police officers in St. Example shot a man.', ['police officers in St. Example', 'shot', 'a man'])
})

test('in Spanish who did it may stand behind the verb, and whom before it', () => {
  told('En la plaza mataron los soldados a tres vendedores.', ['los soldados', 'mataron', 'tres vendedores'])
  told('En la plaza mataron a tres vendedores.', [null, 'mataron', 'tres vendedores'])
  told('A los jóvenes los detuvieron policías municipales y los entregaron a un grupo criminal.', [
    'policías municipales',
    'los detuvieron',
    'los jóvenes',
  ])
  told('A la maestra la asesinó un exmilitar.', ['un exmilitar', 'la asesinó', 'la maestra'])
  told('Nadie ha vuelto a ver a los cinco jóvenes que la Marina se llevó del bar.', [
    'la Marina',
    'se llevó',
    'los cinco jóvenes',
  ])
  told('Los sobrevivientes relataron que los militares les dispararon.', ['los militares', 'les dispararon', null])
})

test('when it was is no part of who it was', () => {
  const police = (who: string) => [who, 'atacaron', 'los autobuses']
  told('La noche del 26 de septiembre policías municipales atacaron los autobuses.', police('policías municipales'))
  told('El lunes soldados atacaron los autobuses.', police('soldados'))
  told('Three days later gunmen killed the witness.', ['gunmen', 'killed', 'the witness'])
  told('That night the soldiers returned and burned the church.', ['soldiers', 'burned', 'the church'])
  told('Police in Kano on Tuesday shot and killed five protesters.', ['Police in Kano', 'shot and killed', 'five protesters'])
  told("The unit's commander, Maj. Luka Daro, shot two prisoners.", [
    "The unit's commander, Maj. Luka Daro",
    'shot',
    'two prisoners',
  ])
  told('US-trained soldiers killed two men.', ['US-trained soldiers', 'killed', 'two men'])
})

test('what is done to somebody over asides, and who was seen doing it', () => {
  told(
    "On the night of 3 March, about 20 masked agents of the Intelligence Troop, the unit's rival, broke down the door and took away Luis and Mario Cruz.",
    ['about 20 masked agents of the Intelligence Troop', 'took away', 'Luis and Mario Cruz'],
  )
  told('Soldiers of the battalion were filmed in 2015 shooting two women.', [
    'Soldiers of the battalion',
    'shooting',
    'two women',
  ])
  told('The detainees, held on suspicion of theft, were beaten.', [null, 'beaten', 'The detainees'])
  told('“Los hincaron y los mataron uno por uno”, relató uno de ellos.', [null, 'los mataron', null])
  told('Un teniente ordenó dispararles.', ['Un teniente', 'ordenó dispararles', null])
})

test('what is near a word for a deed need be none', () => {
  told('The church stands behind the massacre memorial.')
  told('The government is behind the torture bill.')
  told('The deaths were attributed to cholera.')
  told('Los familiares atribuyen la muerte a una enfermedad.')
  told("The president took away the general's command.")
  told('The army committed 300 soldiers to the operation.')
  told('The unit is committed to preventing killings.')
  told('The army faces accusations that it failed to stop the killings.')
  told('The general ordered an investigation into the killings.')
  told('The prisoners were taken to the barracks by soldiers.')
  told('El general enfrenta a los rebeldes que secuestraron a diez.', ['los rebeldes', 'secuestraron'])
})

test('nouns for deeds, sentences that are asked for, and how it was done', () => {
  told('Researchers documented the execution of 31 unarmed men by soldiers in Djibo.', [
    'soldiers',
    'execution',
    '31 unarmed men',
  ])
  told(
    'La fiscalía pidió 25 años de prisión para el coronel Julio Ayala y otros cuatro militares por la muerte de 13 pobladores.',
    ['el coronel Julio Ayala y otros cuatro militares', 'la muerte', '13 pobladores', 'prisión'],
  )
  told('Soldiers beat opposition supporters with rifle butts.', ['Soldiers', 'beat', 'opposition supporters'])
  told('A U.S.-trained battalion in Colombia has been implicated in the killing of a peasant leader.', [
    'A U.S.-trained battalion in Colombia',
    'the killing',
    'a peasant leader',
    'implicated',
  ])
  told('Al soldado lo mató una mina.', [null, 'lo mató', 'el soldado'])
  told('A los soldados los mataron los rebeldes.', ['los rebeldes', 'los mataron', 'los soldados'])
})

test('whom a participle behind a subordinate clause is of, and other ways to hurt somebody', () => {
  told('Troops opened fire after youths threw stones, killing four.', ['Troops', 'killing', 'four'])
  told('Troops opened fire after youths threw stones, leaving four dead.', ['Troops', 'leaving four dead', 'four'])
  told('When youths threw stones, troops opened fire, killing four.', ['troops', 'killing', 'four'])
  told('Security forces, including members of a U.S.-backed unit, used live ammunition against protesters, killing 17.', [
    'Security forces',
    'killing',
    '17',
  ])
  told('A grenade thrown by a soldier killed two girls.', ['a soldier', 'killed', 'two girls'])
  told('The men were marched into the forest by uniformed gunmen.', ['uniformed gunmen', 'marched', 'The men'])
  told('Commandos dragged eleven men from their homes.', ['Commandos', 'dragged', 'eleven men'])
  told('Her client was given electric shocks by agents of the directorate.', [
    'agents of the directorate',
    'given electric shocks',
    'Her client',
  ])
  told('Militares del 17 Batallón dieron muerte a un profesor.', ['Militares del 17 Batallón', 'dieron muerte', 'un profesor'])
  told('Una patrulla baleó por error el vehículo de una familia.', ['Una patrulla', 'baleó', 'el vehículo de una familia'])
})

test('lists of victims, investigations that go on, and quotations that begin with a verb', () => {
  told('In the canoe, two pregnant women, a boy of 14 and a man were killed.', [
    null,
    'killed',
    'two pregnant women, a boy of 14 and a man',
  ])
  told('The watchdog was investigating 12 officers over the deaths of three brothers.', [
    '12 officers',
    'the deaths',
    'three brothers',
    'investigating',
  ])
  told('La Brigada 14, bajo mi mando, “es responsable de al menos 38 ejecuciones extrajudiciales”.', [
    'La Brigada 14',
    'al menos 38 ejecuciones extrajudiciales',
    null,
    'responsable',
  ])
  told('An American agent had ordered a gunner to shoot.', ['An American agent', 'ordered a gunner to shoot', null])
  told('The United Nations attributed 105 civilian deaths to such units.', [
    'such units',
    '105 civilian deaths',
    null,
    'attributed',
  ])
})

test('what somebody denies behind it was told, and headlines of capitals are read', () => {
  told('Soldiers killed twelve farmers, and Colonel Pena denied it.', ['Soldiers', 'killed', 'twelve farmers'])
  told('U.S.-Trained Unit Is Accused of Killing 14', ['U.S.-Trained Unit', 'Killing', '14', 'Accused'])
  told('Five men were killed by members of the 4th Brigade between 14 and 16 June 2019.', [
    'members of the 4th Brigade',
    'killed',
    'Five men',
  ])
  told('El Batallón 12, entrenado por EE. UU., mató a dos jóvenes.', ['El Batallón 12', 'mató', 'dos jóvenes'])
})

test('what a clause between commas tells is no aside, and when it was said is not when it was done', () => {
  told(
    'In a 53-page report, the group described how officers in black bandanas seized men at night, beat them and shot them.',
    ['officers in black bandanas', 'beat', null],
    ['officers in black bandanas', 'shot', null],
  )
  told('El fiscal acusó ayer al exjefe de haber dirigido un escuadrón que ejecutó a siete reos.', [
    'un escuadrón',
    'ejecutó',
    'siete reos',
  ])
  told('The division had court-martialed four soldiers for the killing of an engineer.', [
    'four soldiers',
    'the killing',
    'an engineer',
    'court-martialed',
  ])
  expect(toldWhen('The army said on Wednesday that rebels had killed two men.')).toEqual([['killed', null]])
})

test('reports of fighting are laid to whoever fought', () => {
  told(
    'Eight persons were killed and 15 others injured in a Boko Haram ambush.',
    [null, 'killed', 'Eight persons'],
    [null, 'injured', '15 others'],
  )
  told('Military sources said the attackers wore uniforms and ambushed a boat.', ['the attackers', 'ambushed', 'a boat'])
  told('One of the suspects confessed to have participated in various attacks.', [
    'One of the suspects',
    'participated in various attacks',
    null,
  ])
  told(
    'The union protests against the abduction of the schoolgirls and the killing of 170 teachers by the insurgents.',
    [null, 'abduction', 'the schoolgirls'],
    ['the insurgents', 'killing', '170 teachers'],
  )
  told('The attackers opened fire on the vehicle resulting in the death of three policemen.', [
    'The attackers',
    'opened fire on',
    'the vehicle',
  ])
  told('The air force assisted in evacuating soldiers that were wounded.', [null, 'wounded', 'soldiers'])
  told('The attack executed by a bomber killed women.', ['a bomber', 'killed', 'women'])
  told('The militia, many of whose members were former police, killed 30 people.', ['The militia', 'killed', '30 people'])
  told('The 12 men were shot at close range.', [null, 'shot', 'The 12 men'])
})

test('"who" goes back to somebody, and not to what he did or where he was', () => {
  told('The news came a week after a mutiny by troops of the 101 Battalion who fired at their commander.', [
    'troops of the 101 Battalion',
    'fired at',
    'their commander',
  ])
  told(
    'The camp of the rebels who killed the priest was bombed.',
    [null, 'bombed', 'The camp of the rebels'],
    ['the rebels', 'killed', 'the priest'],
  )
  told('Mina lies about three kilometres south of Tola village, which came under attack.', [
    null,
    'came under attack',
    'Tola village',
  ])
})

test('who is not known yet, when it was, and what goes on stand between', () => {
  told('Police condemned the killing of an officer by yet to be identified gunmen.', [
    'yet to be identified gunmen',
    'killing',
    'an officer',
  ])
  told('Troops pursuing the remnants of the Red Column, on Saturday killed 37 men.', [
    'Troops pursuing the remnants of the Red Column',
    'killed',
    '37 men',
  ])
  told('The soldiers continued opening fire on the crowd.', ['The soldiers', 'opening fire on', 'the crowd'])
  told(
    'The militia used to drag the men to the river and execute them.',
    ['The militia', 'drag', 'the men'],
    ['The militia', 'execute', null],
  )
})

test('what is executed or taken away need be nobody', () => {
  told('At dawn the men successfully executed that.')
  told('El general ejecutó el presupuesto.')
  told("The rebels took away the soldiers' weapons.")
  told('The rebels took away four motorcycles.')
})

test('who led what cost lives, and whom a force lost', () => {
  told('El coronel dirigió la operación en la que murieron doce campesinos.', [
    'El coronel',
    'dirigió la operación en la que murieron',
    'doce campesinos',
  ])
  told('The colonel led the operation in which 12 farmers were killed.', [
    'The colonel',
    'led the operation in which 12 farmers were killed',
    '12 farmers',
  ])
  told('The rebels lost 53 fighters in the battle.', [null, 'lost', '53 fighters'])
  told('Los agentes dispararon contra quienes huían.', ['Los agentes', 'dispararon contra', 'quienes huían'])
})

test('a deed has the time of its own clause', () => {
  const when = (text: string, ...expected: [string, string | null][]) => expect(toldWhen(text)).toEqual(expected)
  when('The colonel, who took a course in 1998, ordered the killing of 12 men in 2005.', ['ordered the killing', 'in 2005'])
  when('The colonel, who took a course in 1998, shot two men.', ['shot', null])
  when('Four officers were convicted in 2014 of murdering a student.', ['murdering', null])
  when('In 2012 the unit was trained abroad, and in 2014 its men killed 22 people.', ['killed', 'in 2014'])
  when(
    'The brigade, which received aid until 2010, killed six men in Mina in 2012 and burned a church in Tola in 2013.',
    ['killed', 'in 2012'],
    ['burned', 'in 2013'],
  )
  when('Soldiers killed five men, and in 2014 a court acquitted them.', ['killed', null])
  when(
    'Twelve were killed in May 2012 when soldiers opened fire on a funeral.',
    ['killed', 'in May 2012'],
    ['opened fire on', 'in May 2012'],
  )
})

test('whoever the second verb is of is told past what is said of him', () => {
  told('Officers attached to the Red Berets stormed the market and shot seven traders.', [
    'Officers attached to the Red Berets',
    'shot',
    'seven traders',
  ])
  told(
    'The unit, whose officers were trained by French gendarmes, fired live rounds into the crowd, wounding 40.',
    ['The unit', 'fired live rounds into', 'the crowd'],
    ['The unit', 'wounding', '40'],
  )
  told('Gunmen believed to be members of a militia killed the lawyer.', [
    'Gunmen believed to be members of a militia',
    'killed',
    'the lawyer',
  ])
  told('Since its creation in 2004 the squad has tortured at least 130 suspects.', [
    'the squad',
    'tortured',
    'at least 130 suspects',
  ])
  told('The lieutenants, all of whom had been abroad, drowned the fishermen.', ['The lieutenants', 'drowned', 'the fishermen'])
  told('At least 19 protesters were shot dead by members of the force.', [
    'members of the force',
    'shot dead',
    'At least 19 protesters',
  ])
  told('Rebels overran the base on Friday and killed 14 soldiers.', ['Rebels', 'killed', '14 soldiers'])
})

test('where, how and on whose orders it was done are no part of whom it was done to', () => {
  told('The guard executed prisoners on the orders of Colonel Barro.', ['The guard', 'executed', 'prisoners'])
  told('The brigade burned down four hamlets in the week that followed.', ['The brigade', 'burned down', 'four hamlets'])
  told('Un militar mató a balazos a cuatro pescadores en el río.', ['Un militar', 'mató a balazos', 'cuatro pescadores'])
  told('Militares los habían detenido dos días antes.', ['Militares', 'los habían detenido', null])
  told('Nueve estudiantes murieron a manos de soldados del Batallón 27.', [
    'soldados del Batallón 27',
    'murieron a manos',
    'Nueve estudiantes',
  ])
})

test('a town can be attacked, and a proposal cannot', () => {
  told('The soldiers attacked the budget proposal in an open letter.')
  told('The rebels captured the hill.')
  told('La comisión levantó la sesión.')
})

test('who confessed or came last, and what follows "but", belongs to nobody else', () => {
  told('What happened next is disputed, but survivors say the marines lined up the prisoners and shot them.', [
    'the marines',
    'shot',
    null,
  ])
  told('El sargento Wilmer Toro confesó ante el juez que participó en la ejecución de 15 jóvenes.', [
    'El sargento Wilmer Toro',
    'participó en la ejecución de 15 jóvenes',
    null,
  ])
  told('Fue la Unidad Especial la que mató al estudiante.', ['la Unidad Especial', 'mató', 'el estudiante'])
  told('A soldier whose brother was killed by rebels teaches history.', ['rebels', 'killed', 'whose brother'])
  told('Los policías dispararon por la espalda al menos a ocho manifestantes.', [
    'Los policías',
    'dispararon por la espalda',
    'al menos ocho manifestantes',
  ])
})

test('corruption and cattle are nobody, and words kill nobody', () => {
  told('The strategy killed hundreds.', [null, 'killed', 'hundreds'])
  told('The drought has killed thousands of cattle.')
  told('The president attacked the judges.')
  told('El delantero ejecutó el penal.')
})

test('what is done to death, by snipers, or to whom the sentence named before', () => {
  told('Guards at the Kondo centre starved to death at least 70 inmates.', [
    'Guards at the Kondo centre',
    'starved to death',
    'at least 70 inmates',
  ])
  told('Snipers on the roof picked off at least nine demonstrators.', [
    'Snipers on the roof',
    'picked off',
    'at least nine demonstrators',
  ])
  told(
    'Nobody has answered for the murder of Judge Ines Ferro, gunned down by hooded men in 1998.',
    [null, 'murder', 'Judge Ines Ferro'],
    ['hooded men', 'gunned down', 'Judge Ines Ferro'],
  )
  told('Villagers suspected of feeding the rebels were whipped.', [null, 'whipped', 'Villagers suspected of feeding the rebels'])
  told('Troops raped nurses and set fire to the stores.', ['Troops', 'raped', 'nurses'], ['Troops', 'set fire to', 'the stores'])
  told('Policías hirieron con balas de goma a 34 estudiantes.', ['Policías', 'hirieron', '34 estudiantes'])
  told('Un soldado disparó a quemarropa contra un joven.', ['Un soldado', 'disparó a quemarropa contra', 'un joven'])
  told('The army says that whoever killed the farmers wore uniforms.', [null, 'killed', 'the farmers'])
  told('She called absurd the insinuation that herders are responsible for the attacks on villagers.')
})

test('of nouns before a participle the nearest suffered it, and counted killings have a doer', () => {
  told('Familiares exigen justicia por los 19 jóvenes ejecutados por la patrulla Halcón.', [
    'la patrulla Halcón',
    'ejecutados',
    'los 19 jóvenes',
  ])
  told('Monitors tallied 38 extrajudicial executions by the Frontier Corps.', [
    'the Frontier Corps',
    '38 extrajudicial executions',
    null,
  ])
  told('El mayor Rey encabezó el escuadrón que asesinó a los jesuitas.', ['el escuadrón', 'asesinó', 'los jesuitas'])
  told('Girls abducted by the rebels and about 117 kilometres from the town were found.', ['the rebels', 'abducted', 'Girls'])
})

test('what nobody knows is asked, of whom it was done to as well', () => {
  told('Nobody knows whether the woman was taken away by the rebels.')
  told('The army arrested 15 persons suspected to be vandals.', ['The army', 'arrested', '15 persons suspected to be vandals'])
})
