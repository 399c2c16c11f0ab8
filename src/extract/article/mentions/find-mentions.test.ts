import { describe, expect, test } from 'vitest'
import { findAgain } from './again.js'
import { findMentions } from './find-mentions.js'

/** "person: rank, post @ unit", as read. */
function read(text: string): string[] {
  const { mentions, relations } = findMentions(text)
  return mentions.flatMap((mention, index) => {
    if (mention.type !== 'Person') return []
    const of = (pattern: RegExp) =>
      relations.filter(({ person, type }) => person === index && pattern.test(type)).map(({ other }) => mentions[other]!.text)
    return [`${mention.text}: ${of(/rank/).join(', ')} | ${of(/role|title/).join(', ')} | ${of(/posted/).join(', ')}`]
  })
}

describe('a row of a table', () => {
  test.each([
    ['1\tMaj Gen\tA B Okoro\tHQ 7 Div\tGOC 3 Div', ['A B Okoro: Maj Gen | GOC | 3 Div, HQ 7 Div']],
    ['2 | Musa Low | Colonel (rtd) | Commander | 2 Brigade', ['Musa Low: Colonel | Commander | 2 Brigade']],
    ['CP     Ade Ola         Kano State     Lagos State Command', ['Ade Ola: CP |  | Lagos State Command']],
    ['3 | Col Ade Ola (N/1234) | 7 Battalion', ['Ade Ola: Col |  | 7 Battalion']],
    ['4 | Col | Ade Ola | Maj | Musa Low | 7 Battalion', ['Ade Ola: Col |  | ', 'Musa Low: Maj |  | ']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('a person with rank, post and unit', () => {
  test.each([
    ['Col. John Musa (rtd) said so.', ['John Musa: Col. |  | ']],
    [
      'The General Officer Commanding (GOC), 1 Division, Kaduna, Major-General Ken Obi, said so.',
      ['Ken Obi: Major-General | General Officer Commanding | 1 Division'],
    ],
    [
      "The commander of the army's 7th Division, Brig.-Gen. A. B. Coe, left.",
      ['A. B. Coe: Brig.-Gen. | commander | 7th Division'],
    ],
    ['Lt. Col. Efe Ono, spokesman for the 82 Division, denied it.', ['Efe Ono: Lt. Col. | spokesman | 82 Division']],
    ['Mr. Ade Ola, a deputy superintendent of police, was shot.', ['Ade Ola: deputy superintendent of police |  | ']],
    ['Lieutenant Colonel Ali Bello of 3 Battalion was killed.', ['Ali Bello: Lieutenant Colonel |  | 3 Battalion']],
    ['The 21 Brigade, led by Colonel Sam Low, advanced.', ['Sam Low: Colonel |  | 21 Brigade']],
    ['The Response Squad (RS) led by Colonel Sam Low advanced.', ['Sam Low: Colonel |  | Response Squad']],
    ['The Commissioner of Police, CP Ade Ola, ordered it.', ['Ade Ola: CP | Commissioner of Police | ']],
    ["Kebbi State Police Command's spokesman, Ade Ola, confirmed it.", ['Ade Ola:  | spokesman | Kebbi State Police Command']],
    ['Ade Ola, the Kebbi police spokesman, confirmed it.', ['Ade Ola:  | police spokesman | ']],
    ['Police Commissioner Ade Ola of Kebbi State said so.', ['Ade Ola:  | Police Commissioner | ']],
    ['Force PRO, CSP Ade Ola, and Sqn Ldr John Obi spoke.', ['Ade Ola: CSP | Force PRO | ', 'John Obi: Sqn Ldr |  | ']],
    [
      'Colonel Ade Ola, who hails from Kebbi State, was until his redeployment the Commander, 4 Brigade.',
      ['Ade Ola: Colonel | Commander | 4 Brigade'],
    ],
    ['Chief of Staff Headquarters 3 Division, Colonel Ade Ola, spoke.', ['Ade Ola: Colonel | Chief of Staff | 3 Division']],
    [
      'Colonel Ade Ola is Deputy Chief of Staff G1, Headquarters 7 Division.',
      ['Ade Ola: Colonel | Deputy Chief of Staff G1 | 7 Division'],
    ],
    [
      'Colonel Ade Ola, Commander of 401 Flying Training School, spoke.',
      ['Ade Ola: Colonel | Commander | 401 Flying Training School'],
    ],
    ['The IGP, Ade Ola-Bello, said so.', ['Ade Ola-Bello: IGP |  | ']],
    ['A retired colonel, Ade Ola, said so.', ['Ade Ola: colonel |  | ']],
    ['A retired army general, Major-General Ade Ola, said so.', ['Ade Ola: Major-General |  | ']],
    ['Pte. Musa Bello of 145 Battalion shot him.', ['Musa Bello: Pte. |  | 145 Battalion']],
    ['Maj T. C. Obi-led troops of 121 Battalion arrived.', ['T. C. Obi: Maj |  | ']],
    ['Lance Corporal Ade Ola, a driver with the 93 Battalion, saw them.', ['Ade Ola: Lance Corporal |  | 93 Battalion']],
    ['Captain Ade Rao of 9 Para was killed.', ['Ade Rao: Captain |  | 9 Para']],
    ['Major General Ade Rao, GOC of Victor Force, left.', ['Ade Rao: Major General | GOC | Victor Force']],
    ['PLt. Col. Ade dela Cruz was relieved.', ['Ade dela Cruz: PLt. Col. |  | ']],
    ['The army installed Commandant Ade Traoré on Monday.', ['Ade Traoré: Commandant |  | ']],
    ['The Director-General of the DSS, Ade Ola, said so.', ['Ade Ola:  | Director-General | DSS']],
    [
      'Colonel Ade Ola, the director of military intelligence, left.',
      ['Ade Ola: Colonel | director of military intelligence | '],
    ],
    ['Colonel Ade Ola moves to the Office of the Chief of Army Staff.', ['Ade Ola: Colonel |  | ']],
    [
      'While General Musa Low is on leave, the Nigerian Army spokesman Colonel Ade Ola speaks.',
      ['Musa Low: General |  | ', 'Ade Ola: Colonel | spokesman | Nigerian Army'],
    ],
    [
      'El coronel Juan Paz es comandante del Batallón Atonal de la Cuarta Brigada.',
      ['Juan Paz: coronel | comandante | Batallón Atonal, Cuarta Brigada'],
    ],
    ['Lt Gen Ade Ola COAS said so.', ['Ade Ola: Lt Gen | COAS | ']],
    [
      'Major General Ade Ola, erstwhile GOC 6 Division, Port Harcourt to Defence Headquarters as Chief of Defence Logistics.',
      ['Ade Ola: Major General | GOC, Chief of Defence Logistics | 6 Division, Defence Headquarters'],
    ],
    ['The AIG in charge of Zone 2, Ade Ola, said so.', ['Ade Ola: AIG |  | Zone 2']],
    ['Colonel Ade Ola is the GOC 7 Division/Commander Sector 1.', ['Ade Ola: Colonel | GOC, Commander | 7 Division, Sector 1']],
    ['Brig Gen Ade Ola is Corps Commander Artillery.', ['Ade Ola: Brig Gen | Corps Commander Artillery | ']],
    [
      'Colonel Ade Ola, who commands 1 Brigade, and the Commander of 2 Brigade, Colonel Musa Low, came.',
      ['Ade Ola: Colonel |  | 1 Brigade', 'Musa Low: Colonel | Commander | 2 Brigade'],
    ],
    ['The Joint Task Force spokesman, Lt-Col Ade Ola, spoke.', ['Ade Ola: Lt-Col | spokesman | Joint Task Force']],
    [
      'The Chief of Staff of the Armed Forces of Liberia, Colonel Ade Ola, spoke.',
      ['Ade Ola: Colonel | Chief of Staff | Armed Forces of Liberia'],
    ],
    ['The commissioner, CP Ade Ola, had deployed the Anti-Kidnapping Squad to the bush.', ['Ade Ola: CP |  | ']],
    [
      'Brigadier Generals Ade Ola of 7 Division, Musa Bello and John Obi were promoted.',
      [
        'Ade Ola: Brigadier Generals |  | 7 Division',
        'Musa Bello: Brigadier Generals |  | ',
        'John Obi: Brigadier Generals |  | ',
      ],
    ],
    ['The AIG Zone 7, Ade Ola, came late.', ['Ade Ola: AIG |  | Zone 7']],
    [
      'Acusó a los coroneles Juan Paz Ruiz y Luis Roa Gil de la Cuarta Brigada.',
      ['Juan Paz Ruiz: coroneles |  | Cuarta Brigada', 'Luis Roa Gil: coroneles |  | Cuarta Brigada'],
    ],
    ['CP Tuesday Ola-Bello took over.', ['Tuesday Ola-Bello: CP |  | ']],
    ['The wife of the Chief of Defence Staff, Mrs Ade Ola, came with Colonel Musa Low.', ['Musa Low: Colonel |  | ']],
    [
      'The Commander of Operation Calm Sea, Colonel Ade Ola, spoke. The Theatre Commander, General Musa Low, agreed.',
      ['Ade Ola: Colonel | Commander | Operation Calm Sea', 'Musa Low: General | Theatre Commander | '],
    ],
    ['DIG Quetta Ade Khan and SSP Karachi South Musa Raza left.', ['Ade Khan: DIG |  | ', 'Musa Raza: SSP |  | ']],
    ['CP Lagos State, Ade Ola, and AIG Zone 2 Musa Low left.', ['Ade Ola: CP |  | ', 'Musa Low: AIG |  | Zone 2']],
    ['El coronel Juan Paz, comandante de la Zona 8, llegó.', ['Juan Paz: coronel | comandante | Zona 8']],
    ['Major Ade Putra of the Raider 515 Infantry Battalion left.', ['Ade Putra: Major |  | Raider 515 Infantry Battalion']],
    [
      'Captain Ade Ola, Lieutenant Musa Bello and Sergeant John Obi of the 7 Battalion were killed.',
      ['Ade Ola: Captain |  | 7 Battalion', 'Musa Bello: Lieutenant |  | 7 Battalion', 'John Obi: Sergeant |  | 7 Battalion'],
    ],
    [
      'Captain Ade Ola and Captain Musa Bello, both of 7 Battalion, met General John Obi and Major Sam Low of 3 Brigade.',
      [
        'Ade Ola: Captain |  | 7 Battalion',
        'Musa Bello: Captain |  | 7 Battalion',
        'John Obi: General |  | ',
        'Sam Low: Major |  | 3 Brigade',
      ],
    ],
    [
      'Colonel Ade Ola spoke of his career. He served as Adjutant, 4 Battalion; Brigade Major, 1 Brigade; and Commander of 9 Brigade.',
      ['Ade Ola: Colonel | Adjutant, Brigade Major, Commander | 4 Battalion, 1 Brigade, 9 Brigade'],
    ],
    [
      'Colonel Ade Ola retired. His brother, Major Musa Ola, wept. He was Commander of 9 Brigade.',
      ['Ade Ola: Colonel | Commander | 9 Brigade', 'Musa Ola: Major |  | '],
    ],
    ['Ali Obi, Chief of Army Staff, spoke. He sacked the Commander of 7 Brigade.', ['Ali Obi:  | Chief of Army Staff | ']],
    ['Maj. Gen. Ade Ola: Chief of Logistics', ['Ade Ola: Maj. Gen. | Chief of Logistics | ']],
    [
      'Police Public Relations Officer of Kano State Police Command, ASP Musa Maj, confirmed it.',
      ['Musa Maj: ASP | Police Public Relations Officer | Kano State Police Command'],
    ],
    ['The Chief of Army Staff, Lt.-Gen. Sunday Akpan, visited.', ['Sunday Akpan: Lt.-Gen. | Chief of Army Staff | ']],
    [
      'El general de brigada Juan Pérez López, comandante de la 25 Zona Militar, dijo que no.',
      ['Juan Pérez López: general de brigada | comandante | 25 Zona Militar'],
    ],
    [
      'Air Vice Marshal Femi Gbo, Air Officer Commanding, Tactical Air Command, spoke.',
      ['Femi Gbo: Air Vice Marshal | Air Officer Commanding | Tactical Air Command'],
    ],
    [
      'The GOC 3 Division Nigerian Army and Commander Operation Calm Sea, Major General Ade Ola, spoke.',
      ['Ade Ola: Major General | Commander, GOC | Operation Calm Sea, 3 Division'],
    ],
    ["The GOC of the Nigerian Army's 82 Division, Major General Ade Ola, spoke.", ['Ade Ola: Major General | GOC | 82 Division']],
    ['the 3 Armoured Division spokesman, Captain Ade Ola, spoke.', ['Ade Ola: Captain | spokesman | 3 Armoured Division']],
    ['Troops of 21 Brigade under the command of Colonel Ade Ola came.', ['Ade Ola: Colonel |  | 21 Brigade']],
    ['Colonel Ade Ola, who led 192 Battalion, was wounded.', ['Ade Ola: Colonel |  | 192 Battalion']],
    ['Captain Ade Ola, an officer of the 93 Battalion in Takum, left.', ['Ade Ola: Captain |  | 93 Battalion']],
    ['Commander, 2 Brigade, Port Harcourt, Brig. Gen. Ade Ola, said so.', ['Ade Ola: Brig. Gen. | Commander | 2 Brigade']],
    [
      'Brigadier General Ade Ola, formerly of the Nigerian Army School of Infantry, Jaji, becomes Commandant of the Nigerian Army College of Logistics.',
      ['Ade Ola: Brigadier General | Commandant | Nigerian Army College of Logistics, Nigerian Army School of Infantry'],
    ],
    [
      'The commander of the Joint Task Force, codenamed Operation Calm Sea, Major General Ade Ola, spoke.',
      ['Ade Ola: Major General | commander | Joint Task Force'],
    ],
    [
      'The Area Commander, Assistant Commissioner of Police Ade Ola, spoke.',
      ['Ade Ola: Assistant Commissioner of Police | Area Commander | '],
    ],
    [
      'Deputy Inspector-General of Police in charge of Operations, Ade Ola, led the team.',
      ['Ade Ola: Deputy Inspector-General of Police |  | '],
    ],
    ['Colonel Ade Ola on Monday assumed office as the 28th GOC of 82 Division.', ['Ade Ola: Colonel | GOC | 82 Division']],
    ["Major Ade Ola, commander of 25 Brigade's 192 Battalion, fell.", ['Ade Ola: Major | commander | 192 Battalion, 25 Brigade']],
    [
      'The GOC, Headquarters 81 Division of the Nigerian Army, Victoria Island, Lagos, Major General Ade Ola, spoke.',
      ['Ade Ola: Major General | GOC | 81 Division'],
    ],
    ['The commander of 1 Brigade (Colonel Ade Ola) spoke.', ['Ade Ola: Colonel | commander | 1 Brigade']],
    ['Colonels Ade Ola and Musa Bello left.', ['Ade Ola: Colonels |  | ', 'Musa Bello: Colonels |  | ']],
    [
      'Major General Ade Ola, the Commander of 1 Brigade and Commandant of the Nigerian Defence Academy, spoke.',
      ['Ade Ola: Major General | Commander, Commandant | 1 Brigade, Nigerian Defence Academy'],
    ],
    ['Colonel Ade Ola, ex-GOC 7 Division, left.', ['Ade Ola: Colonel | GOC | 7 Division']],
    ['The 7 Brigade, under Colonel Ade Ola, advanced.', ['Ade Ola: Colonel |  | 7 Brigade']],
    ['Kano State Police Commissioner, Ade Ola, confirmed it.', ['Ade Ola:  | State Police Commissioner | ']],
    ['The Police Public Relations Officer in Yobe State, Ade Ola, said so.', ['Ade Ola:  | Police Public Relations Officer | ']],
    [
      'The Commissioner of Police, Kano State Command, Mr. Ade Ola, said so.',
      ['Ade Ola: Commissioner of Police |  | Kano State Command'],
    ],
    [
      'Colonel Ade Ola moves from the Office of the Adviser to Headquarters 81 Division as Chief of Policy and Plans (Army).',
      ['Ade Ola: Colonel | Chief of Policy and Plans (Army) | 81 Division'],
    ],
    [
      'Colonel Ade Ola has been posted to the Nigerian Army Heritage and Future Centre as Director General.',
      ['Ade Ola: Colonel | Director General | Nigerian Army Heritage and Future Centre'],
    ],
    [
      'Those appointed are Brigadier General Ade Ola, 22 Armoured Brigade; Brigadier General Musa Bello - 14 Brigade, Ohafia and Colonel Efe Ono, 9 Brigade.',
      [
        'Ade Ola: Brigadier General |  | 22 Armoured Brigade',
        'Musa Bello: Brigadier General |  | 14 Brigade',
        'Efe Ono: Colonel |  | 9 Brigade',
      ],
    ],
    [
      'At the Defence Headquarters, Colonel Ade Ola is the new Chief of Logistics.',
      ['Ade Ola: Colonel | Chief of Logistics | Defence Headquarters'],
    ],
    [
      'The spokesman of the Joint Task Force, Operation Calm Sea, Captain Ade Ola, spoke.',
      ['Ade Ola: Captain | spokesman | Joint Task Force, Operation Calm Sea'],
    ],
    ['The Nigerian Army spokesman, Colonel Ade Ola, spoke.', ['Ade Ola: Colonel | spokesman | Nigerian Army']],
    ['OCPD Ade Ola left.', ['Ade Ola:  | OCPD | ']],
    ['Brigade No. 3 commander Colonel Ade Ola left.', ['Ade Ola: Colonel | commander | Brigade No. 3']],
    ['Colonel Ade Ola, the Egyptian army spokesman, left.', ['Ade Ola: Colonel | spokesman | Egyptian army']],
    [
      'El vocero de la Secretaría de Marina, vicealmirante Juan Paz, habló con los medios.',
      ['Juan Paz: vicealmirante | vocero | Secretaría de Marina'],
    ],
    ['Police General Ade Ola, chief of the 7 Division, left.', ['Ade Ola: Police General | chief | 7 Division']],
    ['CP Ade Ola is the new FCT Commissioner of Police.', ['Ade Ola: CP | FCT Commissioner of Police | ']],
    ['Col. Juan Paz, commander of Task Force Bronco, left.', ['Juan Paz: Col. | commander | Task Force Bronco']],
    [
      'El comandante de la VI Región Militar, general Juan Paz, dijo que no.',
      ['Juan Paz: general | comandante | VI Región Militar'],
    ],
    [
      'Le colonel Paul Roc, commandant de la 2e région militaire, a parlé.',
      ['Paul Roc: colonel | commandant | 2e région militaire'],
    ],
    [
      'O coronel João Paz, comandante do 7º Batalhão da Polícia Militar, falou.',
      ['João Paz: coronel | comandante | 7º Batalhão da Polícia Militar'],
    ],
    [
      'Brig-Gen.Ade Ola, 2nd Lieutenant Musa Bello and L/Cpl Imam Obi left.',
      ['Ade Ola: Brig-Gen. |  | ', 'Musa Bello: 2nd Lieutenant |  | ', 'Imam Obi: L/Cpl |  | '],
    ],
    ['Deputy Superintendent of Police, DSP, Ade Ola, spoke.', ['Ade Ola: Deputy Superintendent of Police |  | ']],
    ['Colonel Ade Ola - Commander, 14 Field Engineer Regiment', ['Ade Ola: Colonel | Commander | 14 Field Engineer Regiment']],
    [
      'Major General Ade Ola, Commander of the 1 Brigade and former GOC 7 Division, spoke.',
      ['Ade Ola: Major General | Commander, GOC | 1 Brigade, 7 Division'],
    ],
    [
      'Major General Ade Ola will now head the Nigerian Army School of Infantry.',
      ['Ade Ola: Major General |  | Nigerian Army School of Infantry'],
    ],
    ['Lt Col Ade Ola, commander of RAB-11, was arrested.', ['Ade Ola: Lt Col | commander | RAB-11']],
    [
      'General Abdel Fattah al-Sisi, the commander in chief, met Brig. Gen. John Low Jr., commander of the 102nd Brigade.',
      ['Abdel Fattah al-Sisi: General | commander in chief | ', 'John Low Jr.: Brig. Gen. | commander | 102nd Brigade'],
    ],
    [
      'Colonel Ade Ola, commander of the third military region, spoke for the Sri Lanka Army.',
      ['Ade Ola: Colonel | commander | third military region'],
    ],
    ['He takes over from Ade Ola who is now DIG.', ['Ade Ola: DIG |  | ']],
    ['The commander, Ade Ola, left. Mr. Ola, a Major-General, said so.', ['Ade Ola: Major-General | commander | ']],
    [
      'El capitán Juan Pérez, adscrito al 27 Batallón de Infantería, salió.',
      ['Juan Pérez: capitán |  | 27 Batallón de Infantería'],
    ],
    ['AIG Ade Ola, moved from Zone 9 to Zone 2, left.', ['Ade Ola: AIG |  | Zone 9, Zone 2']],
    ['Colonel Ade Ola, Commander of 335 BSG, left.', ['Ade Ola: Colonel | Commander | 335 BSG']],
    ['CSP Ade Ola, Commander, 12PMF, and DSP Musa Bello left.', ['Ade Ola: CSP | Commander | 12PMF', 'Musa Bello: DSP |  | ']],
    ['The DPO, Oji police division, SP Ade Ola, left.', ['Ade Ola: SP | DPO | Oji police division']],
    ['Lt. Col. Ade Ola, Commander of the 72 Para Battalion, left.', ['Ade Ola: Lt. Col. | Commander | 72 Para Battalion']],
    ['CSP Ade Ola, the DPO of ‘A’ Division, left.', ['Ade Ola: CSP | DPO | ‘A’ Division']],
    ['Sector 2 Commander Colonel Ade Ola left.', ['Ade Ola: Colonel | Commander | Sector 2']],
    [
      'Colonel Ade Ola, Commander of 407 Equipment Supply Depot, left.',
      ['Ade Ola: Colonel | Commander | 407 Equipment Supply Depot'],
    ],
    ['Dolapo Alabi, SP, said so.', ['Dolapo Alabi: SP |  | ']],
    ['Kano State Police Command spokesman, Ade Ola (SP), spoke.', ['Ade Ola: SP | spokesman | Kano State Police Command']],
    ['The command’s PPRO, Mr Ade Ola, said so.', ['Ade Ola:  | PPRO | ']],
    ['Major Ade Ola, the battalion’s executive officer, left.', ['Ade Ola: Major | executive officer | ']],
    ['Troops of 27 Brigade led by its Commander, Colonel Ade Ola, came.', ['Ade Ola: Colonel | Commander | 27 Brigade']],
    ['Troops of 3 Battalion, whose commander, Colonel Ade Ola, was hurt, left.', ['Ade Ola: Colonel | commander | 3 Battalion']],
    ['The 81 Division of the Nigerian Army Commander, Colonel Ade Ola, spoke.', ['Ade Ola: Colonel | Commander | 81 Division']],
    [
      'Major Ade Ola handed over to Colonel Musa Bello. Bello had earlier served as Commandant of the Depot Nigerian Army.',
      ['Ade Ola: Major |  | ', 'Musa Bello: Colonel | Commandant | Depot Nigerian Army'],
    ],
    [
      'El coronel Juan Paz asumió este lunes como comandante de la Séptima Brigada.',
      ['Juan Paz: coronel | comandante | Séptima Brigada'],
    ],
    ['A retired Air Commodore, Ade Ola, said so.', ['Ade Ola: Air Commodore |  | ']],
    ['El vocero de la Policía Nacional, coronel Juan Paz, habló del caso.', ['Juan Paz: coronel | vocero | Policía Nacional']],
    ['El comandante del Ejército, general Juan Paz, habló del caso.', ['Juan Paz: general | comandante | Ejército']],
    [
      'El portavoz de las Fuerzas Armadas, capitán Juan Paz, y el general Luis Roa, al mando de la IX Región Militar, salieron.',
      ['Juan Paz: capitán | portavoz | Fuerzas Armadas', 'Luis Roa: general |  | IX Región Militar'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('lists of appointments', () => {
  test('posts that stand before their holders', () => {
    expect(
      read(
        'Retired are the Commander, 2 Brigade, Major General Foo Bar, Commander, Infantry Corps, Major General Baz Qux and others.',
      ),
    ).toEqual(['Foo Bar: Major General | Commander | 2 Brigade', 'Baz Qux: Major General | Commander | Infantry Corps'])
  })

  test('posts that stand after them, old and new, part by semicolons', () => {
    expect(
      read(
        'Major General Foo Bar, formerly the Commander, 2 Brigade, is the new GOC 3 Division; Colonel Baz Qux is now Commandant of the National Defence College.',
      ),
    ).toEqual([
      'Foo Bar: Major General | Commander, GOC | 2 Brigade, 3 Division',
      'Baz Qux: Colonel | Commandant | National Defence College',
    ])
  })

  test('a post told in the next sentence by "he"', () => {
    expect(read('Major General Foo Bar is the new GOC 3 Division. He was formerly the Commander, 31 Brigade.')).toEqual([
      'Foo Bar: Major General | GOC, Commander | 3 Division, 31 Brigade',
    ])
  })

  test('somebody was appointed, told who in the next sentence', () => {
    expect(read('A new Director of Operations has also been appointed. He is Colonel Foo Bar.')).toEqual([
      'Foo Bar: Colonel | Director of Operations | ',
    ])
  })

  test('"the latter" is who was named last', () => {
    expect(read('Major General Foo Bar makes way for Colonel Baz Qux. The latter is the former Commander of 9 Brigade.')).toEqual(
      ['Foo Bar: Major General |  | ', 'Baz Qux: Colonel | Commander | 9 Brigade'],
    )
  })

  test('several posts of "he"', () => {
    expect(read('Colonel Foo Bar left. Before that, he was the Chief of Staff of 7 Division and Commander, 9 Brigade.')).toEqual([
      'Foo Bar: Colonel | Chief of Staff, Commander | 7 Division, 9 Brigade',
    ])
  })

  test('who takes over from whom', () => {
    expect(read('Major General Ray Tor took over from Major General Sam Low as the GOC 81 Division.')).toEqual([
      'Ray Tor: Major General | GOC | 81 Division',
      'Sam Low: Major General |  | ',
    ])
  })
})

describe('what is not marked', () => {
  test.each([
    'The governor, Mr. Ade Ola, met General Assembly delegates at the General Hospital.',
    'A major problem in general, said the private firm.',
    'The army said on Monday that it had moved.',
    'The Attorney General Ade Ola and the Governor-General left.',
    'The rebel commander Ade Ola fled to Captain Cook Street, said the former Head of State.',
    'The wounded were taken to 7 Division Hospital and 33 Army Brigade Barracks.',
    'It wants a 10,000 multinational task force with a General Purpose Machine Gun.',
  ])('%s', (text) => expect(findMentions(text).mentions).toEqual([]))

  test('a force that is named again', () => {
    const text = 'The Nigerian Army moved. The Nigerian Army said so. The 7 Division of the Nigerian Army stayed.'
    expect(findMentions(text).mentions.map(({ text }) => text)).toEqual(['7 Division', 'Nigerian Army'])
  })
})

describe('named again', () => {
  const again = (text: string) => {
    const { mentions } = findMentions(text)
    return findAgain(text, mentions, [{ start: 0, end: text.length }]).map(({ start, end, mention }) => [
      text.slice(start, end),
      mentions[mention]!.text,
    ])
  }

  test('by surname, after the whole name', () => {
    expect(again('Ola left. Colonel John Ola said so. Mr. Ola added that Olaniyan stayed.')).toEqual([['Ola', 'John Ola']])
  })

  test('by a surname that two share: nobody', () => {
    expect(again('Colonel John Ola met Major Peter Ola. Ola spoke.')).toEqual([])
  })
})

describe('damaged text', () => {
  test('capitals only', () => {
    expect(read('THE COMMANDER OF 21 BRIGADE, COLONEL JOHN MUSA, SAID THE TROOPS WERE READY FOR IT')).toEqual([
      'JOHN MUSA: COLONEL | COMMANDER | 21 BRIGADE',
    ])
  })

  test('right-to-left text between, and an emoji, move no offset', () => {
    const text = 'قال 🚁 الجيش. Colonel John Musa said.'
    const { mentions } = findMentions(text)
    for (const { start, end, text: printed } of mentions) expect(text.slice(start, end)).toBe(printed)
    expect(mentions.map(({ text }) => text)).toEqual(['Colonel', 'John Musa'])
  })

  test('a megabyte without a full stop takes bounded time', () => {
    const start = performance.now()
    findMentions('Colonel A B C 7 Division Commander of the '.repeat(10_000))
    expect(performance.now() - start).toBeLessThan(30_000)
  })
})
