import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './personal-data.js'

test.each([
  ['99870602 1st Sergeant', '[service number withheld] 1st Sergeant'],
  ['100097999 LT Junior Grade', '[service number withheld] LT Junior Grade'],
  [
    '10846499 2ND LIEUTENANT (COMPLETED THE COURSE 12 WEEKS)',
    '[service number withheld] 2ND LIEUTENANT (COMPLETED THE COURSE 12 WEEKS)',
  ],
  ['676599 L. JUNIOR GRADE (COMPLETED)', '[service number withheld] L. JUNIOR GRADE (COMPLETED)'],
  ['52335499', '[service number withheld]'],
  ['RA/221899', 'RA/[service number withheld]'],
  ['C.C. 94.322.099 Policia Nacional', 'C.C. [service number withheld] Policia Nacional'],
  ['Example Army - CPT Anton Beispiel Muster, JAG Department', 'Example Army - CPT [name withheld], JAG Department'],
  ['Air Force - MAJ El-Muster, Anton Abdel-Beispiel Muster, Lab', 'Air Force - MAJ [name withheld], Lab'],
  ['Name change to LTC Muster, Anton Beispiel, Almaza Air Base', 'Name change to LTC [name withheld], Almaza Air Base'],
  [
    '1. Mr. Anton Muster. Senior specialist. Parliament; 2. Mrs. Berta Beispiel. Leading specialist; 3. Carl Exempel. Adviser',
    '1. Mr. [name withheld]. Senior specialist. Parliament; 2. Mrs. [name withheld]. Leading specialist; 3. [name withheld]. Adviser',
  ],
  ['1. Major Anton Muster, 11th infantry brigade', '1. Major [name withheld], 11th infantry brigade'],
  ['CAPTAIN DR. ANTON MUSTER LT. DR. BERTA BEISPIEL', 'CAPTAIN DR. [name withheld] LT. DR. [name withheld]'],
  ['Dr. Anton Muster [Center for Military Health Care]', 'Dr. [name withheld] [Center for Military Health Care]'],
  ['MEDICAL DOCTORS EXAMPLE HOSPITAL CAPTAIN DR. ANTON MUSTER', 'MEDICAL DOCTORS EXAMPLE HOSPITAL CAPTAIN DR. [name withheld]'],
  ['Maj Muster, Staff-MOC Training Command', 'Maj [name withheld], Staff-MOC Training Command'],
  ["CAPT's Anton Muster and Berta Beispiel, HQ Staff", "CAPT's [name withheld] and [name withheld], HQ Staff"],
  [
    '1. Mr. Anton Muster; 2. Mr. Berta Beispiel; 3. Mr. Carl Exempel; 4. Captain of Police Doris Ejemplo. Head; 5. 3rd Rank Captain (Commander) Emil Exemple',
    '1. Mr. [name withheld]; 2. Mr. [name withheld]; 3. Mr. [name withheld]; 4. Captain of Police [name withheld]. Head; 5. 3rd Rank Captain (Commander) [name withheld]',
  ],
  ['write to anton.muster@example.org', 'write to [e-mail withheld]'],
  ['Tel: +41 22 555 01 23, HQ', 'Tel: [telephone withheld], HQ'],
])('%s is masked', (cell, masked) => expect(maskPersonalData(cell).text).toBe(masked))

test.each([
  'military unit 61993',
  'COMMANDER OF MILITARY UNIT 463487',
  'MILITARY BASE 020745-TULCEA,OPERATIONS AND TRAINING OFFICER',
  'LACKLAND AFB, TX 78236-5268',
  'LACKLAND AFB TX 782365268',
  '051054, recon',
  '"COL HECTOR CARACCIOLI MONCADA" AIR BASE, LA CEIBA, ATLANTIDA',
  'BASE AEREA " COL HECTOR CARACCIOLI MONCADA", LA CEIBA',
  'Major DANILO ATIENZA Air Base Hospital, 15TH Strike Wing',
  '505th Search & Rescue Group, Col Jesus, VAB, Pasay City',
  '2nd Section, Central Air Region, Col Federal, Mexico, D.F.',
  'Colonel Quartermaster, Headquarters Pune Sub Area',
  'Directorate Of Major Crime Investigations',
  'Captain Career Course, National Defense Academy',
  "Etat Major de l'Armée de Terre - BTSI",
  'Army Aviation School Capt. Vasconez',
  'Colonel Staff, School Of Infantry And Tactics, Sylhet',
  'Major Organized Crime And Anti-Corruption Agency (MOCA)',
  'Administration of Port Authority Merak, Dit Gen of Sea & Transportation',
  '102/o. Batallón de Infantería',
  'FY 2012, 10/17/2011',
  'Professor Air Force War Academy',
  '350th Prof. Airlift Wing',
  'COMMANDING OFFICER, INS NIRBHIK',
  'HQ SSG, PNS IQBAL',
  '2SFC, ISFBN, SFR(A), SOCOM',
  'Escuela Militar de Chorrillos Coronel Francisco Bolognesi',
  'Platoon Sergeant Co C, 1 Reg AFM',
  'Cabo Verde Núcleo Operacional',
  '13-BI; AGFT; G-2; BIMOT-39; 29-BIM',
])('%s holds nothing personal', (cell) => expect(maskPersonalData(cell)).toEqual({ text: cell, flags: [] }))

test.each([
  'ALPS I (Advanced LANG PROF Skills)',
  'LT WHEEL VEHICLE MECH',
  'LT INF PDSS',
  'Joint Warrant Officer/Sergeant Majors Symposium - Washington DC',
  'TAFT - PROF TECH ASST FT',
  'Major Power Relations & Engagements in Southeast Asia',
  'MANAGING AND MAINTAINING MS WINDOWS SERVER 2003',
  'U.S. ARMY SERGEANTS MAJOR CRS-CT CLS 001-06',
  'PROF MIL COMPTROLLER CRS',
  'Major Parts Rework',
  'MS Investigating Officer (MS-603)',
])('a course title names no person: %s', (title) => {
  expect(maskPersonalData(title).text).toBe(title)
})

test('the flag says how much of what was withheld', () => {
  expect(maskPersonalData('Mr. Anton Muster, Mrs. Berta Beispiel, 99870602 Captain').flags).toEqual([
    { code: 'PERSONAL_DATA_MASKED', note: 'Withheld: 2 names, 1 service number.' },
  ])
})

test('masking what is masked changes nothing, and spans are in order, apart and inside the cell', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom(
      'Mr. Anton Muster',
      'CPT',
      '99870602',
      'Captain',
      ', ',
      '; ',
      '1. ',
      'a@b.example',
      'Air Base',
      'Tel: +41 22 555 01 23',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const cell = pieces.join(' ')
      let last = 0
      for (const { start, end } of findPersonalData(cell)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(cell.length)
      const { text } = maskPersonalData(cell)
      for (const { start, end } of findPersonalData(text)) expect(text.slice(start, end)).not.toMatch(/99870602|a@b/)
    }),
  )
})
