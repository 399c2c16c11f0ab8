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

test.each([
  ['The reform bill has not been tabled in either chamber.', 'The reform bill', 'has not been tabled'],
  [
    "Guatemala's police reform commission has been without funds since January.",
    "Guatemala's police reform commission",
    'has been without funds',
  ],
  ['The academy still has no library.', 'The academy', 'still has no library'],
  ['The vetting programme is on hold until the new government takes office.', 'The vetting programme', 'is on hold'],
  ['The second tranche of the aid has not been transferred.', 'The second tranche of the aid', 'has not been transferred'],
  [
    'The tribunal for war crimes, promised in 2011, has yet to hear a case.',
    'The tribunal for war crimes',
    'has yet to hear a case',
  ],
  ['The brigade officially no longer exists but still mans checkpoints along the river.', 'The brigade', 'no longer exists'],
  ["The case is gathering dust in a prosecutor's office.", 'The case', 'is gathering dust'],
  ['The status of forces agreement runs until 2027.', 'The status of forces agreement', 'runs until 2027'],
  ['The memorandum has been in effect since 2009.', 'The memorandum', 'has been in effect since 2009'],
  ['The base is under construction near the port.', 'The base', 'is under construction'],
  ['A second runway is still being built.', 'A second runway', 'is still being built'],
  [
    "The human rights ombudsman's office has been leaderless for two years.",
    "The human rights ombudsman's office",
    'has been leaderless for two years',
  ],
  ['The oversight board has never met.', 'The oversight board', 'has never met'],
  ['The file was never forwarded to a civilian court.', 'The file', 'was never forwarded'],
  ['The programme was put on ice after the coup.', 'The programme', 'was put on ice'],
  ['The aid remains parked in a Treasury account.', 'The aid', 'remains parked'],
  ['The investigation has stalled.', 'The investigation', 'has stalled'],
  ['The inquiry has made no progress since March.', 'The inquiry', 'has made no progress'],
  ["The police chief's post is currently filled by an acting officer.", "The police chief's post", 'is currently filled'],
  ['The unit, disbanded on paper in 2014, continues to patrol the border.', 'unit', 'continues to patrol'],
  ['The agreement is set to expire in June.', 'The agreement', 'is set to expire in June'],
  ['The waiver expires in June.', 'The waiver', 'expires in June'],
  ['The extradition request is before the Supreme Court.', 'The extradition request', 'is before the Supreme Court'],
  ['Two of the helicopters are grounded for lack of parts.', 'Two of the helicopters', 'are grounded'],
  ['The radar has been out of service since the storm.', 'The radar', 'has been out of service'],
  ['The treaty has been signed but is still unratified.', 'The treaty', 'is still unratified'],
  ['The trial of the four officers has not begun.', 'The trial of the four officers', 'has not begun'],
  [
    "The prosecutor's office has still not requested the records.",
    "The prosecutor's office",
    'has still not requested the records',
  ],
  ['The exercise has been called off.', 'The exercise', 'has been called off'],
  ['The scholarship fund is frozen.', 'The scholarship fund', 'is frozen'],
  ['The new code of conduct is not binding on the navy.', 'The new code of conduct', 'is not binding'],
  ['The two companies have yet to be paid.', 'The two companies', 'have yet to be paid'],
  ["The commission's mandate ran out last month and has not been extended.", "The commission's mandate", 'has not been extended'],
  ['The investigation into the shooting is dormant.', 'The investigation into the shooting', 'is dormant'],
  ['The arms sale is awaiting a signature.', 'The arms sale', 'is awaiting a signature'],
  ['Half of the posts in the internal affairs unit stand empty.', 'posts', 'stand empty'],
  ["The truth commission's report remains under lock and key.", "The truth commission's report", 'remains under lock and key'],
  ['The verdict is not final.', 'The verdict', 'is not final'],
  ['La ley de la guardia no ha sido reglamentada.', 'La ley de la guardia', 'no ha sido reglamentada'],
  ['La comisión de búsqueda quedó sin presupuesto.', 'La comisión de búsqueda', 'quedó sin presupuesto'],
  ['El convenio está por vencer.', 'El convenio', 'está por vencer'],
  ['La base sigue en obra.', 'La base', 'sigue en obra'],
  ['La fiscalía especial aún carece de sede.', 'La fiscalía especial', 'carece de sede'],
  ['El caso duerme en un juzgado de la capital.', 'El caso', 'duerme'],
  ['El programa lleva ocho meses sin recursos.', 'El programa', 'lleva ocho meses sin recursos'],
  ['La licitación para el segundo cuartel quedó desierta.', 'La licitación para el segundo cuartel', 'quedó desierta'],
  ['Su caso no ha llegado a un juez.', 'Su caso', 'no ha llegado a un juez'],
  ['El acuerdo se mantiene vigente.', 'El acuerdo', 'se mantiene vigente'],
  ['El tratado no ha entrado en vigor.', 'El tratado', 'no ha entrado en vigor'],
  ['La segunda entrega de la ayuda sigue retenida en el Congreso.', 'La segunda entrega de la ayuda', 'sigue retenida'],
  ['El expediente no ha sido turnado a la fiscalía.', 'El expediente', 'no ha sido turnado'],
  ['La unidad de asuntos internos está a cargo de un interino.', 'La unidad de asuntos internos', 'está a cargo de un interino'],
  ['El escuadrón, disuelto en el papel, continúa patrullando la frontera.', 'escuadrón', 'continúa patrullando'],
  ['La investigación no registra avances.', 'La investigación', 'no registra avances'],
  ['El laboratorio forense está fuera de servicio.', 'El laboratorio forense', 'está fuera de servicio'],
  ['El consejo ciudadano nunca se ha reunido.', 'El consejo ciudadano', 'nunca se ha reunido'],
  ['Las cuentas de 2018 siguen sin auditarse.', 'Las cuentas de 2018', 'siguen sin auditarse'],
  ['La Marina todavía no entrega las bitácoras.', 'La Marina', 'todavía no entrega las bitácoras'],
  ['El pago a las familias está en veremos.', 'El pago a las familias', 'está en veremos'],
  ['La reforma quedó en el tintero.', 'La reforma', 'quedó en el tintero'],
  ['El hangar está a medio construir.', 'El hangar', 'está a medio construir'],
  ['La orden de captura no se ha ejecutado.', 'La orden de captura', 'no se ha ejecutado'],
  ['The anti-torture bill has not been debated.', 'The anti-torture bill', 'has not been debated'],
  ["The forensic database is not connected to the court's.", 'The forensic database', 'is not connected'],
  ['The joint commission has not convened since the massacre.', 'The joint commission', 'has not convened since the massacre'],
  ['The post of military attaché remains empty.', 'The post of military attaché', 'remains empty'],
  ['The purge of the police is incomplete.', 'The purge of the police', 'is incomplete'],
  ['The accord lapses at the end of the year.', 'The accord', 'lapses at the end of the year'],
  ["The embassy's request for records has gone unanswered.", 'request for records', 'has gone unanswered'],
  ['The radar station is without power.', 'The radar station', 'is without power'],
  ['The appeal is pending before the Constitutional Court.', 'The appeal', 'is pending before the Constitutional Court'],
  ['The ministry has not appointed a successor.', 'The ministry', 'has not appointed a successor'],
  ['Congress has not voted on the nomination.', 'Congress', 'has not voted on the nomination'],
  ['Prosecutors have not filed charges.', 'Prosecutors', 'have not filed charges'],
  ['The programme, which was to end in 2015, is still running.', 'The programme', 'is still running'],
  ['The money is still tied up in a bank in Panama.', 'The money', 'is still tied up'],
  ['The base commander is on sick leave.', 'The base commander', 'is on sick leave'],
  ['Eleven of the accused are out on bail.', 'Eleven of the accused', 'are out on bail'],
  ['The ban on arms sales was lifted in 2016.', 'The ban on arms sales', 'was lifted in 2016'],
  ['The ban has since been reinstated.', 'The ban', 'reinstated'],
  ['The unit has been merged into the presidential guard.', 'The unit', 'has been merged into the presidential guard'],
  ['The battalion has been confined to barracks since the mutiny.', 'The battalion', 'has been confined to barracks'],
  ['The investigation was closed without charges.', 'The investigation', 'was closed without charges'],
  ['The trial has been put off three times.', 'The trial', 'has been put off three times'],
  ['The new police law has no implementing rules yet.', 'The new police law', 'has no implementing rules'],
  ['Training for the brigade is on pause.', 'Training for the brigade', 'is on pause'],
  ['The fund has been empty since 2018.', 'The fund', 'has been empty since 2018'],
  ["The peacekeepers' mandate ends in December.", "The peacekeepers' mandate", 'ends in December'],
  ['Three of the five seats on the court are unfilled.', 'Three of the five seats', 'are unfilled'],
  ['The agreement has never been made public.', 'The agreement', 'has never been made public'],
  ['La ley contra la tortura no ha sido discutida.', 'La ley contra la tortura', 'no ha sido discutida'],
  ['El único guardacostas está varado desde enero.', 'El único guardacostas', 'está varado desde enero'],
  ['La mesa de diálogo no se ha vuelto a reunir.', 'La mesa de diálogo', 'no se ha vuelto a reunir'],
  ['Los cuerpos no han sido devueltos a las familias.', 'Los cuerpos', 'no han sido devueltos'],
  ['El laboratorio no cuenta con reactivos.', 'El laboratorio', 'no cuenta con reactivos'],
  ['La agregaduría militar continúa sin titular.', 'La agregaduría militar', 'continúa sin titular'],
  ['La depuración de la policía quedó a medias.', 'La depuración de la policía', 'quedó a medias'],
  ['El decreto pierde vigencia en diciembre.', 'El decreto', 'pierde vigencia en diciembre'],
  ['La solicitud de la embajada no ha tenido respuesta.', 'La solicitud de la embajada', 'no ha tenido respuesta'],
  ['El recurso está en manos de la Corte.', 'El recurso', 'está en manos de la Corte'],
  ['El ministerio no ha nombrado sucesor.', 'El ministerio', 'no ha nombrado sucesor'],
  ['El Congreso no ha votado la reforma.', 'El Congreso', 'no ha votado la reforma'],
  ['El programa sigue en pie.', 'El programa', 'sigue en pie'],
  ['El dinero sigue guardado en un banco de Panamá.', 'El dinero', 'sigue guardado'],
  ['Cuatro de los acusados siguen en libertad.', 'Cuatro de los acusados', 'siguen en libertad'],
  ['La unidad fue absorbida por la guardia presidencial.', 'La unidad', 'fue absorbida por la guardia presidencial'],
  ['El juicio ha sido aplazado tres veces.', 'El juicio', 'ha sido aplazado tres veces'],
  ['La orden de la corte sigue sin cumplirse.', 'La orden de la corte', 'sigue sin cumplirse'],
  ['El fondo está agotado desde 2018.', 'El fondo', 'está agotado desde 2018'],
  ['La plaza lleva vacía desde mayo.', 'La plaza', 'lleva vacía desde mayo'],
  ['El reglamento nunca fue expedido.', 'El reglamento', 'nunca fue expedido'],
])('by how the clause is built: %s', (text, subject, state) => {
  expect(read(text).some(([whose, told]) => whose?.includes(subject) && told?.includes(state))).toBe(true)
})

test.each([
  'The disappearance remains a mystery.',
  'He is still my friend, the general said.',
  'The valley remains one of the poorest in the country.',
  'The army remains the most trusted institution in Zandia.',
  'The situation is still tense.',
  'The government has not been honest with us, she said.',
  'The prosecutor has not been seen at work on Fridays.',
  'The law is a bad law.',
  'The programme is the largest of its kind in Africa.',
  'The unit is known for its brutality.',
  'The battalion is under the 3rd Brigade.',
  'The post is near the river.',
  'The case is similar to that of 2011.',
  'The plan is ambitious.',
  'The plan has been criticized by rights groups.',
  'The agreement has been praised as historic.',
  'The unit had not been trained for riots when it was sent to the city in 2012.',
  'The convoy was not stopped at the checkpoint.',
  'The soldiers were not harmed.',
  'The police have not fired a shot, the mayor said.',
  'The mission has been a success.',
  'The law was passed in 2009 by a wide margin.',
  'The base was attacked twice in May.',
  'The case was heard on Tuesday.',
  'The exercise was held in June.',
  'The programme has trained 400 officers.',
  'The road is still muddy after the rains.',
  'The children are still afraid.',
  'The commission continues to believe that the army acted lawfully.',
  'The army continues to fight in the hills.',
  'The aid has not changed anything.',
  'The inquiry has not surprised anyone.',
  'Critics say that the law is still too weak.',
  'The bill is not about security at all.',
  'The minister has not read the report.',
  'The forces are not professional.',
  'The court is in the capital.',
  'The battalion is in the north.',
  'The report is in English.',
  'The general is in Washington.',
  'If the treaty is still unratified in June, talks will begin again.',
  'It is time that the case was reopened.',
  'The agreement would remain in force for ten years.',
  'La situación sigue tensa.',
  'El ejército sigue siendo la institución más respetada.',
  'El caso es parecido al de 2011.',
  'El plan es ambicioso.',
  'La ley es mala.',
  'El general sigue convencido de que ganó la guerra.',
  'El batallón está cerca del río.',
  'La base está en el norte.',
  'La comisión quedó satisfecha con la visita.',
  'El programa ha capacitado a 400 agentes.',
  'El gobierno no ha sido sincero.',
  'Los soldados quedaron heridos en el ataque.',
  'El camino sigue siendo de tierra.',
  'El caso fue visto el martes por un tribunal.',
  'La policía no ha disparado, dijo el alcalde.',
  'El ministro no ha leído el informe.',
  'La guerra sigue.',
  'The war has not been won, the general said.',
  'The police have not been loved here for years.',
  'The army remains divided over the coup.',
  'The commission remains optimistic.',
  'The report remains the only account of the massacre.',
  "The base is still the town's largest employer.",
  'The border is still long and hard to watch.',
  'The plan has not worked.',
  'The law has not stopped the killings.',
  'The aid has not reached that point.',
  'The programme is in its third year.',
  'The mission is under Colonel Sample.',
  'The academy has no equal in the region.',
  'The court has no doubt that he is guilty.',
  'The unit is without fear, its motto says.',
  'The investigation ran until midnight.',
  'The patrol runs through the old town.',
  'The road runs out of the valley.',
  'The trial was not fair.',
  'The police had not been told of the raid when it began.',
  'The case has not been easy for the family.',
  'The bill is still a draft that few have read.',
  'The office is out of the way.',
  'The operation is in the hands of God, he said.',
  'The camp is still home to 400 people.',
  'The agreement remains important for both countries.',
  'The decision is final only if nobody appeals.',
  'Unless the law has been published, it does not bind anybody.',
  'He asked whether the fund was still frozen.',
  'They want the base to remain closed.',
  'The hospital remained open during the battle.',
  'The prison was under attack for two hours.',
  'The government remains committed to the programme.',
  'The government has not been in power long.',
  'La guerra no se ha ganado.',
  'La policía nunca ha sido querida aquí.',
  'El ejército sigue dividido por el golpe.',
  'La comisión sigue optimista.',
  'El plan no ha funcionado.',
  'La ley no ha frenado los asesinatos.',
  'El programa está en su tercer año.',
  'La academia carece de rival en la región.',
  'El camino sigue el río.',
  'El juicio no fue justo.',
  'El caso no ha sido fácil para la familia.',
  'La base sigue siendo el mayor empleador del pueblo.',
  'El acuerdo sigue siendo importante.',
  'El gobierno se mantiene firme.',
  'El hospital quedó lleno de heridos.',
  'La casa quedó destruida.',
  'El pueblo quedó en silencio.',
  'La comisión quedó impresionada.',
  'Quieren que la base siga cerrada.',
  'Preguntó si el fondo seguía congelado.',
  'The centre trained nobody in 2012, nearly the entire time President Ana Example has been in office.',
  'It was so for all the years the battalion has been banned.',
])('what is thought, described or over is none: %s', (text) => {
  expect(read(text)).toEqual([])
})
