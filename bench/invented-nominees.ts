/**
 * Nominees that nobody is: names put together from given and family names that many bear, with dates of birth, ranks and units, by a seeded chance, so
 * that every run has the same. What a vetting officer's list looks like.
 */

const given = {
  MEX: 'José Luis|Juan Carlos|María Guadalupe|Francisco Javier|Miguel Ángel|Jesús|Alejandro|Verónica|Rosa María|Jorge Alberto|Ricardo|Fernando|Sergio|Raúl|Martha Patricia|Víctor Manuel|Gabriela|Daniel|Eduardo|Arturo',
  COL: 'Carlos Andrés|Luz Marina|Diego Fernando|Jhon Jairo|Ana Milena|Óscar Iván|Wilson|Edwin|Sandra Liliana|Héctor Fabio|Jaime|Nelson|Claudia|Álvaro|Germán|Yolanda|Luis Eduardo|Camilo|Paola|Hernán Darío',
  NGA: 'Chukwuemeka|Ibrahim|Oluwaseun|Musa|Ngozi|Aminu|Babatunde|Ifeanyi|Sani|Adebayo|Emeka|Yusuf|Funmilayo|Obinna|Umar|Tunde|Chinedu|Abdullahi|Kehinde|Uche',
  BGD: 'Md. Rafiqul|Abul|Shahidul|Nasrin|Mizanur|Kamrul|Faruk|Sultana|Anwar|Delwar|Jahangir|Rezaul|Tanvir|Shamim|Monirul|Ashraf|Farhana|Habibur|Zahid|Mahbub',
  UKR: 'Oleksandr|Serhii|Iryna|Andrii|Dmytro|Olena|Volodymyr|Mykola|Yurii|Tetiana|Vasyl|Ihor|Nataliia|Bohdan|Taras|Viktor|Kateryna|Roman|Petro|Maksym',
  PHL: 'Jose Mari|Rodrigo|Maria Cristina|Ferdinand|Arnel|Rowena|Reynaldo|Eduardo|Danilo|Marites|Ramon|Nestor|Rogelio|Jocelyn|Ernesto|Alvin|Benigno|Ronaldo|Lourdes|Crisanto',
}
const family = {
  MEX: 'Hernández|García|Martínez|López|González|Pérez|Rodríguez|Sánchez|Ramírez|Cruz|Flores|Gómez|Morales|Vázquez|Reyes|Jiménez|Torres|Díaz|Gutiérrez|Ruiz|Mendoza|Aguilar|Ortiz|Moreno|Castillo',
  COL: 'Rodríguez|Gómez|González|Martínez|García|López|Hernández|Sánchez|Ramírez|Pérez|Díaz|Muñoz|Rojas|Moreno|Jiménez|Vargas|Castro|Ortiz|Suárez|Cárdenas|Valencia|Ospina|Quintero|Arango|Zuluaga',
  NGA: 'Okafor|Abubakar|Adeyemi|Okonkwo|Bello|Eze|Lawal|Nwosu|Mohammed|Ogunleye|Danjuma|Obi|Suleiman|Adewale|Igwe|Garba|Balogun|Onyeka|Yakubu|Afolabi|Nwachukwu|Shehu|Oyelaran|Usman|Ekwueme',
  BGD: 'Islam|Rahman|Hossain|Ahmed|Khatun|Haque|Alam|Chowdhury|Uddin|Miah|Sarkar|Begum|Sikder|Mondal|Talukder|Bhuiyan|Biswas|Siddique|Kabir|Mahmud',
  UKR: 'Shevchenko|Kovalenko|Bondarenko|Tkachenko|Kravchenko|Oliinyk|Koval|Melnyk|Polishchuk|Savchenko|Marchenko|Rudenko|Moroz|Lysenko|Petrenko|Klymenko|Pavlenko|Hrytsenko|Zinchenko|Ponomarenko',
  PHL: 'Santos|Reyes|Cruz|Bautista|Ocampo|Garcia|Mendoza|Villanueva|Ramos|Aquino|Castillo|Dela Cruz|Flores|Domingo|Salazar|Pascual|Valdez|Navarro|Soriano|Mercado',
}
const ranks = ['Capt', 'Lt', 'Maj', 'Sgt', 'Col', '2Lt', 'Cpl', 'Lt Col']
/** Invented numbers and places: nobody's unit. */
const units = ['991st Signal Company', '87 Escuadrón de Mantenimiento', '662nd Bridge Platoon', '954 Medical Detachment', '']

export interface Nominee {
  name: string
  rank: string
  unit: string
  country: string
  born: string
}

export type Chance = () => number

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function inventNominees(count: number, chance: Chance): Nominee[] {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(chance() * list.length)]!
  const countries = Object.keys(given) as (keyof typeof given)[]
  return Array.from({ length: count }, () => {
    const country = pick(countries)
    const surnames = family[country].split('|')
    const two = country === 'MEX' || country === 'COL'
    const name = [pick(given[country].split('|')), pick(surnames), ...(two ? [pick(surnames)] : [])].join(' ')
    const day = `${1965 + Math.floor(chance() * 35)}-${String(1 + Math.floor(chance() * 12)).padStart(2, '0')}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`
    return { name, rank: pick(ranks), unit: pick(units), country, born: day }
  })
}

/** The name as another office would write it: another order, a letter doubled or left out, accents gone. */
export function variantOf(name: string, chance: Chance): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const [surname, first] = plain.split(/,\s*/)
  const words = (first === undefined ? plain : `${first} ${surname}`)
    .split(/\s+/)
    .map((word) => word[0]! + word.slice(1).toLowerCase())
  const at = words.findIndex((word) => word.length > 5)
  if (at >= 0) {
    const word = words[at]!
    const place = 2 + Math.floor(chance() * (word.length - 3))
    words[at] =
      chance() < 0.5 ? word.slice(0, place) + word.slice(place + 1) : word.slice(0, place) + word[place] + word.slice(place)
  }
  return words.join(' ')
}
