/**
 * Labelled pairs made by rules, of invented names: how the same people, organisations and units are written otherwise, and how others look like them.
 * Nothing here is real; no rule was taken from how names are compared. Each base name gives one pair a rule, the same in every run.
 */
import type { NamePair } from './name-material.js'

export interface MadePair extends NamePair {
  /** How the second name was made of the first. */
  rule: string
}

type Rule = [name: string, same: boolean, make: (parts: string[], at: number) => string | null]

const cultures: Record<string, { given: string[]; middle: string[]; family: string[]; spelled: [RegExp, string][] }> = {
  arabic: {
    given: 'Yusuf Khalid Mustafa Ahmad Hussein Ibrahim Salih Nasir Tariq Mahmud'.split(' '),
    middle: 'Abd al-Rahman,bin Sulayman,Muhammad,Faysal,bin Qasim'.split(','),
    family: 'al-Dulaymi,al-Harithi,Qurashi,al-Zubaydi,Ghazali,al-Khatib,Shukri,al-Mutairi'.split(','),
    spelled: [
      [/al-/g, 'el '],
      [/q/gi, 'k'],
      [/y/g, 'i'],
      [/(?<=[bdfkl])u/g, 'ou'],
      [/kh/gi, 'kh'],
      [/ah/g, 'a'],
    ],
  },
  slavic: {
    given: 'Sergey Aleksandr Vladimir Mikhail Andrey Yevgeny Nikolay Grigory'.split(' '),
    middle: 'Petrovich Yuryevich Alekseyevich Dmitrievich Fyodorovich'.split(' '),
    family: 'Gromykov Zhuravlev Khoroshilov Sidorchuk Verbitsky Lebyodkin Tishchenko Gavrilov'.split(' '),
    spelled: [
      [/ey\b/g, 'ei'],
      [/ks/g, 'x'],
      [/zh/gi, 'j'],
      [/y\b/g, 'iy'],
      [/ye/gi, 'e'],
      [/yo/g, 'e'],
      [/v\b/g, 'v'],
    ],
  },
  spanish: {
    given: 'José Alejandro María Ramón Cecilia Gonzalo Esteban Ximena'.split(' '),
    middle: 'Luis Antonio Guadalupe Fernando Isabel'.split(' '),
    family: 'Zúñiga Villalobos,Quintanilla Rojas,Ibarra Montes,Echeverría Paz,Solórzano Díaz,Benavides Cruz'.split(','),
    spelled: [
      [/[áéíóú]/g, ''],
      [/z/g, 's'],
      [/ñ/g, 'n'],
    ],
  },
  african: {
    given: 'Chukwuemeka Olusegun Ngozi Tendai Mbali Kwabena Aminata Ousmane'.split(' '),
    middle: 'Chidi Adebayo Themba Kofi Ibrahima'.split(' '),
    family: 'Okonjo Adeyemo Nkemelu Chikwanda Dlaminga Boatemaa Diabarou Traorena'.split(' '),
    spelled: [
      [/ou/gi, 'u'],
      [/kw/gi, 'qu'],
      [/ph/g, 'f'],
    ],
  },
  korean: {
    given: 'Myong-chol Sung-hwan Kyong-su Tae-jun Yong-ho Chol-min'.split(' '),
    middle: [''],
    family: 'Pak Choe Ryu Kang Hwang Jong'.split(' '),
    spelled: [
      [/-/g, ' '],
      [/yong/g, 'yo’ng'],
      [/Choe/g, 'Choi'],
      [/Pak/g, 'Park'],
    ],
  },
}

const pick = <T>(list: readonly T[], at: number): T => list[((at % list.length) + list.length) % list.length]!
const spell = (text: string, spelled: readonly [RegExp, string][]): string =>
  spelled.reduce((done, [from, to]) => done.replace(from, (sign) => to || sign.normalize('NFD')[0]!), text)

/** One slip of the keyboard in the longest word: letters swapped, doubled or dropped in its middle. */
function slip(text: string, at: number): string {
  const word = text.split(/[\s-]/).reduce((long, one) => (one.length > long.length ? one : long), '')
  const middle = 1 + Math.floor(word.length / 2) - (at % 2)
  const [before, x, y, after] = [word.slice(0, middle), word[middle] ?? '', word[middle + 1] ?? '', word.slice(middle + 2)]
  const slipped = [`${before}${y}${x}${after}`, `${before}${x}${x}${y}${after}`, `${before}${y}${after}`][at % 3]!
  return word.length < 5 ? text : text.replace(word, slipped)
}

/** Another of the list than this one. */
const another = (list: readonly string[], own: string, at: number): string =>
  pick(
    list.filter((one) => one !== own),
    at,
  )

const joined = (...parts: string[]) => parts.filter(Boolean).join(' ')

function people(): MadePair[] {
  const made: MadePair[] = []
  for (const { given, middle, family, spelled } of Object.values(cultures)) {
    const rules: Rule[] = [
      ['surname first', true, ([g, m, f]) => `${f!.toUpperCase()}, ${joined(g!, m!)}`],
      ['middle name left out', true, ([g, m, f]) => (m ? joined(g!, f!) : null)],
      ['initial', true, ([g, m, f]) => (m ? joined(g!, `${m.replace(/^bin |^Abd al-/, '')[0]}.`, f!) : null)],
      ['other spelling', true, (parts) => spell(joined(...parts), spelled)],
      ['other spelling, surname first', true, ([g, m, f]) => spell(`${f}, ${joined(g!, m!)}`, spelled)],
      ['slip', true, (parts, at) => slip(joined(...parts), at)],
      ['slip and middle name left out', true, ([g, m, f], at) => (m ? slip(joined(g!, f!), at) : null)],
      ['title', true, ([g, , f]) => `Gen. ${joined(g!, f!)}`],
      ['given name alone', false, ([g]) => (g!.includes('-') ? null : g!)],
      ['surname alone', false, ([, , f]) => f!.split(' ')[0]!],
      ['sibling', false, ([g, m, f], at) => joined(another(given, g!, at), m!, f!)],
      ['sibling without middle name', false, ([g, , f], at) => joined(another(given, g!, at + 1), f!)],
      ['other surname', false, ([g, m, f], at) => joined(g!, m!, another(family, f!, at))],
      ['other surname, surname first', false, ([g, m, f], at) => `${another(family, f!, at + 1)}, ${joined(g!, m!)}`],
      ['other middle name', false, ([g, m, f], at) => (m ? joined(g!, another(middle, m, at), f!) : null)],
      [
        'other given and middle name',
        false,
        ([g, m, f], at) => joined(another(given, g!, at), another(middle, m!, at) ?? '', f!),
      ],
    ]
    for (let at = 0; at < 40; at++) {
      const parts = [pick(given, at), pick(middle, at), pick(family, at + Math.floor(at / given.length))]
      for (const [rule, same, make] of rules) {
        const b = make(parts, at)
        const a = joined(...parts)
        if (b !== null && b !== a) made.push({ kind: 'person', rule, a, b, same })
      }
    }
  }
  return made
}

const cores =
  'Zarvand,Beltrossa,Qamaristan Noor,Ostrevka,Tuluma,Varkhotin,Lumera Blanca,Al-Dhafira,Kestrelmoor,Shiraluk,Novatrin,Pelagora,Hadramawta,Drinovac,Yamburgin'.split(
    ',',
  )
/** The same generic words in other languages. */
const trades: [english: string, other: string, further: string][] = [
  ['Trading', 'Torgovaya', 'Tejarat'],
  ['Shipping', 'Naviera', 'Denizcilik'],
  ['Construction', 'Construcciones', 'Stroitelnaya'],
  ['Bank', 'Banco', 'Bankası'],
  ['Engineering', 'Ingeniería', 'Mühendislik'],
  ['Insurance', 'Seguros', 'Strakhovaya'],
  ['Airlines', 'Aerolíneas', 'Havayolları'],
]
const forms: [short: string, long: string, other: string][] = [
  ['LLC', 'Limited Liability Company', 'GmbH'],
  ['OOO', 'Obshchestvo s ogranichennoy otvetstvennostyu', 'PJSC'],
  ['JSC', 'Joint Stock Company', 'LLC'],
  ['Ltd', 'Limited', 'S.A.'],
  ['AG', 'Aktiengesellschaft', 'GmbH'],
]

function organizations(): MadePair[] {
  const made: MadePair[] = []
  for (let at = 0; at < 120; at++) {
    const core = pick(cores, at)
    const other = pick(cores, at + 4)
    const [trade, translated] = pick(trades, at + Math.floor(at / 15))
    const [otherTrade] = pick(trades, at + Math.floor(at / 15) + 2)
    const [short, long, apart] = pick(forms, at + Math.floor(at / 7))
    const a = `${core} ${trade} ${short}`
    const rules: [string, boolean, string][] = [
      ['legal form written out', true, `${core} ${trade} ${long}`],
      ['legal form left out', true, `${core} ${trade}`],
      ['legal form first', true, `${long} ${core} ${trade}`],
      ['translated', true, `${translated} ${core}`],
      ['translated, legal form kept', true, `${core} ${translated} ${short}`],
      ['generic word left out', true, `${core} ${short}`],
      ['generic word added', true, `${core} ${trade} Group ${short}`],
      ['slip', true, slip(a, at)],
      ['parted otherwise', true, `${core.slice(0, 5)} ${core.slice(5).trim()} ${trade} ${short}`.replace(/\s+/g, ' ')],
      ['country added', true, `${core} ${trade} (Cyprus) ${short}`],
      ['first letters', true, `${core.split(' ')[0]} ${trade[0]}${'Development'[0]}`],
      ['other legal form', false, `${core} ${trade} ${apart}`],
      ['other trade', false, `${core} ${otherTrade} ${short}`],
      ['other name', false, `${other} ${trade} ${short}`],
      ['other name, legal form written out', false, `${other} ${trade} ${long}`],
      ['numbered', false, `${core} ${trade} 2 ${short}`],
      ['part of a longer name', false, `${core} ${other} ${trade} ${short}`],
      ['other name, translated', false, `${translated} ${other}`],
    ]
    for (const [rule, same, b] of rules)
      if (b !== a)
        made.push({
          kind: 'organization',
          rule,
          same,
          ...(rule === 'first letters' ? { a: `${core.split(' ')[0]} ${trade} and Development` } : { a }),
          b,
        })
  }
  return made
}

const arms: [string, string, string][] = [
  ['Infantry', 'Infantería', 'Inf'],
  ['Artillery', 'Artillería', 'Arty'],
  ['Engineer', 'Ingenieros', 'Engr'],
]
const echelons: [string, string, string][] = [
  ['Battalion', 'Batallón', 'Bn'],
  ['Brigade', 'Brigada', 'Bde'],
  ['Regiment', 'Regimiento', 'Regt'],
]
const places = ['Zarvand', 'Tuluma', 'Ostrevka']

function units(): MadePair[] {
  const made: MadePair[] = []
  for (let at = 0; at < 40; at++) {
    const number = 2 + ((at * 7) % 97)
    const [arm, armEs, armShort] = pick(arms, at)
    const [echelon, echelonEs, echelonShort] = pick(echelons, at + Math.floor(at / 3))
    const place = pick(places, at)
    const a = `${number}th ${arm} ${echelon}, ${place}`
    const rules: [string, boolean, string][] = [
      ['Spanish', true, `${number}/o. ${echelonEs} de ${armEs}, ${place}`],
      ['abbreviated', true, `${number} ${armShort} ${echelonShort}`],
      ['place left out', true, `${number}th ${arm} ${echelon}`],
      ['slip in the place', true, `${number}th ${arm} ${echelon}, ${slip(place, at)}`],
      ['other number', false, `${number + 1}th ${arm} ${echelon}, ${place}`],
      ['other number, abbreviated', false, `${number + 10} ${armShort} ${echelonShort}`],
      ['other echelon', false, `${number}th ${arm} ${pick(echelons, at + Math.floor(at / 3) + 1)[0]}, ${place}`],
      ['other arm', false, `${number}th ${pick(arms, at + 1)[0]} ${echelon}, ${place}`],
      ['numbers changed over', false, `3 Coy, ${number} ${armShort} ${echelonShort}`],
    ]
    for (const [rule, same, b] of rules) made.push({ kind: 'unit', rule, same, a, b })
  }
  return made
}

export const madePairs = (): MadePair[] => [...people(), ...organizations(), ...units()]
