/**
 * Lo que afirman los cinco artículos de data/cases, en español: nuestras palabras de data/cases/claims.csv, que están en inglés, traducidas. Lo que falta
 * aquí se muestra en inglés, y una prueba lo dice.
 */
export const caseClaims: Readonly<Record<string, string>> = {
  'About two dozen Americans of special operations had worked with Mexico’s government for five or six years':
    'Unas dos docenas de estadounidenses de operaciones especiales habían trabajado con el Gobierno de México durante cinco o seis años',
  'Soldiers of Mexico’s army whom U.S. special operators had trained became the core of the Sinaloa cartel':
    'Soldados del Ejército mexicano a quienes habían adiestrado operadores especiales de EE. UU. llegaron a ser el núcleo del cartel de Sinaloa',
  'The captain at the head of the coup in Mali had studied at U.S. academies':
    'El capitán al frente del golpe en Malí había estudiado en academias de EE. UU.',
  'A plan: a command in Colorado that would train and advise elite units of Mexico':
    'Un plan: un mando en Colorado que adiestraría y asesoraría a unidades de élite de México',
  'Whether Mexico would agree to the plan was open': 'Estaba por verse si México aceptaría el plan',
  'Some 65,000 people lost their lives in Mexico’s drug war from 2006 on':
    'Unas 65,000 personas perdieron la vida en la guerra contra las drogas de México desde 2006',
  'Soldiers of elite forces of Mexico’s military left them in the 1990s and founded Los Zetas':
    'Soldados de fuerzas de élite mexicanas las dejaron en los años noventa y fundaron Los Zetas',
  'Mexico’s consent to closer cooperation was no certainty':
    'El consentimiento de México a una cooperación más estrecha no era seguro',
  'Units of Mali’s army that American special operations forces had trained went over to Islamist rebels':
    'Unidades del Ejército de Malí adiestradas por fuerzas de operaciones especiales de EE. UU. se pasaron a los rebeldes islamistas',
  'A Malian officer with American training was at the head of the coup that overthrew the government':
    'Un oficial maliense con adiestramiento estadounidense encabezó el golpe que derrocó al Gobierno',
  'More than 40 students disappeared in September': 'Más de 40 estudiantes desaparecieron en septiembre',
  'Mexico got well over $100 million a year for military and police':
    'México recibía bastante más de US$100 millones al año para militares y policías',
  'The U.S. Marshals Service had sent its people into Mexico more than once, dressed as local forces':
    'El Servicio de Alguaciles de EE. UU. había enviado a los suyos a México más de una vez, vestidos como fuerzas locales',
  'U.S. marshals in the dress of Mexican marines were shot at during an operation in Sinaloa':
    'Alguaciles de EE. UU. con uniforme de la Marina mexicana fueron blanco de disparos durante un operativo en Sinaloa',
  'One American was wounded in it': 'Un estadounidense resultó herido en él',
  'Several people suspected of belonging to a cartel were killed in it':
    'En él murieron varias personas de las que se sospechaba que pertenecían a un cartel',
  'Mexico’s navy: no foreign authorities took part in its operations, in its uniform and with its arms':
    'La Marina de México: ninguna autoridad extranjera participó en sus operativos, con su uniforme y sus armas',
  'Washington had neither confirmed nor denied it': 'Washington no lo había confirmado ni desmentido',
  'Mexico’s embassy: its government had not allowed U.S. agencies armed raids':
    'La embajada de México: su Gobierno no había permitido operativos armados de agencias de EE. UU.',
  'Whether marshals had shot or killed anybody was not clear':
    'No estaba claro si los alguaciles habían disparado o matado a alguien',
  '$2 billion of military and police assistance to Mexico, from 2006 on':
    'US$2,000 millones de asistencia militar y policial a México, desde 2006',
  'More than 16,000 members of Mexico’s security forces trained, from 2006 on':
    'Más de 16,000 miembros de las fuerzas de seguridad de México, adiestrados desde 2006',
  'Weapons for $4 billion to Mexico, from 2006 on': 'Armas por US$4,000 millones a México, desde 2006',
  'The centre for vetting police had been without a head from October 2012 on':
    'El centro de control de confianza de la policía estaba sin titular desde octubre de 2012',
  'More than a tenth of the state and municipal police did not pass their confidence tests':
    'Más de la décima parte de los policías estatales y municipales no aprobó sus pruebas de confianza',
  'Local police attacked the students of Iguala, witnesses say':
    'La policía local atacó a los estudiantes de Iguala, según testigos',
  'The mayor and his wife are alleged to have ordered it': 'El alcalde y su esposa lo habrían ordenado',
  'Three U.S. citizens killed in Tamaulipas': 'Muerte de tres ciudadanos de EE. UU. en Tamaulipas',
  'Three U.S. citizens were killed in Tamaulipas; a squad of the local police is alleged to have done it':
    'Mataron a tres ciudadanos de EE. UU. en Tamaulipas; lo habría hecho un grupo de la policía local',
  'Police in Tamaulipas fired at a truck that is said not to have stopped at a checkpoint':
    'Policías de Tamaulipas dispararon contra una camioneta que no se habría detenido en un retén',
  'U.S. officials asked whether Mexican soldiers at the border were after smugglers or shielded them':
    'Funcionarios de EE. UU. se preguntaban si los soldados mexicanos en la frontera perseguían a los contrabandistas o los protegían',
  'More than 2,000 U.S. officials under investigation for ties to organised crime, in one year':
    'Más de 2,000 funcionarios de EE. UU. investigados en un año por vínculos con el crimen organizado',
  '43 students disappeared': '43 estudiantes desaparecieron',
  '$68 million over five years announced for reform of Mexico’s courts':
    'US$68 millones en cinco años, anunciados para la reforma de los tribunales de México',
  'Hundreds of officers of both countries in a crackdown on smuggling':
    'Cientos de agentes de ambos países en un operativo contra el contrabando',
  'Nine Mexican officers at one training session': 'Nueve agentes mexicanos en una sesión de adiestramiento',
  'Several hundred Mexican federal officers to be vetted and trained: a plan of the Border Patrol':
    'Varios cientos de agentes federales mexicanos por examinar y adiestrar: un plan de la Patrulla Fronteriza',
  '12 training missions in Latin America in 2007': '12 misiones de adiestramiento en América Latina en 2007',
  '36 training missions in Latin America in 2014': '36 misiones de adiestramiento en América Latina en 2014',
  'Nearly 4,000 U.S. special forces were the trainers, in eight years':
    'Casi 4,000 miembros de fuerzas especiales de EE. UU. fueron los instructores, en ocho años',
  'About 13,000 people of Latin America’s security forces trained, in eight years':
    'Unas 13,000 personas de las fuerzas de seguridad de América Latina, adiestradas en ocho años',
  'The training cost $73 million, in eight years': 'El adiestramiento costó US$73 millones, en ocho años',
  '21 missions to Honduras, more than to any other country': '21 misiones a Honduras, más que a ningún otro país',
  '19 missions to El Salvador': '19 misiones a El Salvador',
  '19 missions to Colombia': '19 misiones a Colombia',
  'Soldiers are alleged to have killed 22 people in Tlatlaya': 'Soldados habrían dado muerte a 22 personas en Tlatlaya',
  '22 people killed in Tlatlaya': '22 personas muertas en Tlatlaya',
  'The first Zetas came from Mexico’s special forces and had had U.S. training':
    'Los primeros Zetas venían de las fuerzas especiales de México y habían recibido adiestramiento de EE. UU.',
}
