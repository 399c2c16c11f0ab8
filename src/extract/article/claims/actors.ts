/** Countries, regions and programmes that a sentence names, and who gives and who gets. */
import { programs, readDataTable } from '../../../ledger/vocabulary.js'
import { countryNames } from '../mentions/vocabulary.js'
import { firstMatch, type Signs, type Sought, signsOf, sought } from './grammar/signs.js'

export interface Named {
  start: number
  end: number
  printed: string
  /** A noun ("Mexico") or an adjective ("Mexican"). */
  adjective: boolean
  /** Another country's or body's forces, as providers are named in this field. */
  american: boolean
}

const regions =
  'Latin America|Central America|South America|North America|the Americas|the Western Hemisphere|the hemisphere|West Africa|East Africa|North Africa|Central Africa|Southern Africa|the Sahel|sub-Saharan Africa|Africa|the Middle East|Southeast Asia|South Asia|Central Asia|Asia|Europe|Eastern Europe|the Caribbean|the Maghreb|the Balkans|América Latina|Centroamérica|Sudamérica|América Central|América del Sur'
const american = String.raw`(?:the )?(?:United States|U\.S\.A?\.?|US(?![\p{L}$])|Washington|the Pentagon|Pentagon|Pent[aá]gono|State Department|Department of State|Defense Department|Department of Defense|Departamento de (?:Estado|Defensa)|Green Berets|Navy SEALs?|SEALs?(?![\p{L}])|Army Rangers|Estados Unidos|EE\.? ?UU\.?)`

interface Lexicon {
  place: Sought
  /** Programmes that are known. */
  programme: Sought
  /** What is called a programme, a plan or a fund. */
  called: Sought
  /** Spanish adjectives of countries, all forms. */
  spanish: ReadonlySet<string>
}

let loaded: Lexicon | undefined
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function lexicon(): Lexicon {
  if (loaded) return loaded
  const called = readDataTable('vocabulary/country-called.csv').filter(({ reason }) => /^(?:usual name|Spanish)/.test(reason!))
  const countries = [
    ...countryNames(),
    ...readDataTable('vocabulary/countries.csv').map((row) => row.name_es!),
    ...called.map((row) => row.called!),
  ]
  const adjectives = readDataTable('vocabulary/country-adjectives.csv').map((row) => row.adjective!)
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  const nouns = [...new Set(countries)].filter((name) => name.length > 3).sort((a, b) => b.length - a.length)
  const adjectival = [
    ...adjectives.map(capital),
    'Latin American',
    'Central American',
    'South American',
    'West African',
    'American',
  ].sort((a, b) => b.length - a.length)
  const place = String.raw`(?<![\p{L}-])(?:(?<american>${american}|American)|(?<adjective>${adjectival.map(escaped).join('|')})|(?<noun>${regions}|${nouns.map(escaped).join('|')}))(?![\p{L}])`
  const named = [
    ...new Set([
      ...programs().flatMap(({ code, nameEn, nameEs }) => [code, nameEn, nameEs]),
      'Plan Colombia',
      'Mérida Initiative',
      'Merida Initiative',
      'Iniciativa Mérida',
      'Joint Combined Exchange Trainings',
      'Joint Combined Exchange Training',
      'JCETs',
      'JCET',
      'Foreign Military Sales',
      'FMS',
    ]),
  ]
    .filter((name) => name.length > 2 && /\p{Lu}/u.test(name))
    .sort((a, b) => b.length - a.length)
  const bounded = (alternatives: string) => String.raw`(?<![\p{L}\d])(?:${alternatives})(?![\p{L}\d])`
  const programmes = bounded(
    String.raw`\p{Lu}\p{Ll}+ (?:Initiative|Plan) (?=(?:for|in) \p{Lu})|(?:\p{Lu}[\p{L}-]+ (?:and |for |of )?){1,6}(?:Partnership|Initiative|Programme|Program|Fund)|(?:Iniciativa|Programa|Plan)(?: de| para)?(?: \p{Lu}\p{Ll}+)+`,
  )
  loaded = {
    place: sought(new RegExp(place, 'u')),
    programme: sought(
      new RegExp(bounded([...named.map(escaped), String.raw`(?:Section|section|Sección|sección) \d{3,4}`].join('|')), 'u'),
    ),
    called: sought(new RegExp(programmes, 'u')),
    spanish: new Set(
      readDataTable('vocabulary/country-adjectives-es.csv')
        .flatMap(({ adjective }) => spanishForms(adjective!))
        .concat('latinoamericanos', 'latinoamericanas', 'centroamericanos', 'centroamericanas'),
    ),
  }
  return loaded
}

/** "mexicano": mexicana, mexicanos, mexicanas; "francés": francesa, franceses; "iraquí": iraquíes; "costarricense": -s. */
export function spanishForms(masculine: string): string[] {
  if (masculine.endsWith('o')) return ['o', 'a', 'os', 'as'].map((end) => `${masculine.slice(0, -1)}${end}`)
  if (masculine.endsWith('í')) return [masculine, `${masculine}s`, `${masculine}es`]
  if (/[eaéá]$/.test(masculine)) return [masculine, `${masculine}s`]
  // The stress moves: "alemán", "alemana".
  const stem = masculine.replace(/[áéó](?=[ns]$)/, (letter) => ({ á: 'a', é: 'e', ó: 'o' })[letter]!)
  return [masculine, `${stem}a`, `${stem}es`, `${stem}as`]
}

let codes: ReadonlyMap<string, string> | undefined

/** The code of the country that a name or an adjective is of; none of a region. */
export function countryCodes(printed: string): string[] {
  codes ??= new Map([
    ...readDataTable('vocabulary/countries.csv').flatMap(({ code, name_en: en, name_es: es }): [string, string][] => [
      [en!.toLowerCase(), code!],
      [es!.toLowerCase(), code!],
    ]),
    ...readDataTable('vocabulary/country-names.csv')
      .filter(({ code }) => code)
      .map(({ code, printed: name }): [string, string] => [name!.toLowerCase(), code!]),
    ...readDataTable('vocabulary/country-adjectives.csv').map(({ code, adjective }): [string, string] => [adjective!, code!]),
    ...readDataTable('vocabulary/country-adjectives-es.csv').flatMap(({ code, adjective }) =>
      spanishForms(adjective!).map((form): [string, string] => [form, code!]),
    ),
  ])
  const code = codes.get(printed.toLowerCase())
  return code === undefined ? [] : [code]
}

/** Articles and prepositions that no English sentence has: only there an adjective in small letters is one of a country. */
const inSpanish = sought(
  /(?<!\p{L})(?:[Ee]l|[Ll]os|[Ll]as|del|[Uu]na|un|[Pp]or|[Cc]on|que|sus|haber|fueron|[Ss]egún|años?|soldados|militares|policías?|instructores|asesores|oficiales|[Dd]esde|[Hh]asta|[Uu]n[oa]s|entrenamiento|Estados Unidos)(?!\p{L})/u,
)

/** "New Mexico", "Fort Benning, Georgia", "Chad Example said": of the same name as a country. */
export const isElsewhere = (printed: string, before: string, after: string): boolean =>
  (printed === 'Colombia' && /Plan $/.test(before)) ||
  (/^(?:the |las )?Am[eé]ricas$/i.test(printed) &&
    /(?:School of|Escuela de|Organi[sz]ation of|Summit of|Cumbre de)\s(?:the |las )?$/i.test(before)) ||
  (/^M[eé]xico$/.test(printed) && /(?:New|Nuevo|Gulf of|Golfo de)\s$/.test(before)) ||
  (printed === 'Georgia' && /^\s(?:(?:Army |Air )?National Guard|state (?:troopers|police))/.test(after)) ||
  (printed === 'Georgia' &&
    /(?:Fort \p{Lu}\p{Ll}+|Benning|Atlanta|Columbus|Savannah|Augusta|Gordon|Stewart|Moore),?\s(?:in\s)?$/u.test(before)) ||
  // Mauricio Example: a man, and not Mauritius.
  (printed === 'Mauricio' && /^\s(?:de\s|la\s)*\p{Lu}/u.test(after)) ||
  (/^(?:Chad|Jordan|Georgia|Israel)$/.test(printed) &&
    (/(?:Mr|Mrs|Ms|Dr|Sgt|Capt|Maj|Col|Gen|Lt|Senator|Rep|General|Colonel|Captain|Major)\.?\s(?:\p{Lu}\p{Ll}+\s)?$/u.test(
      before,
    ) ||
      /^\s\p{Lu}\p{Ll}+,?\s(?:said|says|told|wrote|a |an |who |the )/u.test(after) ||
      /^\s(?:said|told|wrote|added)(?!p{L})/.test(after)))

/** Countries and regions named in a stretch, in order. */
export function findNamed(text: string, start: number, end: number, signs: Signs = signsOf(text.slice(start, end))): Named[] {
  const { place, spanish } = lexicon()
  const stretch = text.slice(start, end)
  const found: Named[] = []
  const from = (at: number) => firstMatch(place, stretch, signs, at)
  for (let match = from(0); match; match = from(match.index + match[0].length)) {
    const { american: us, adjective } = match.groups!
    const at = start + match.index
    // "Washington Office on Latin America", "Washington Post": a body's name, not the government.
    if (/(?:^|^the )Washington$/.test(match[0]) && /^\s\p{Lu}/u.test(text.slice(at + match[0].length, at + match[0].length + 2)))
      continue
    if (
      /\b(?:Office|Institute|Center|Centre|Council|Committee|Bank|Association|University) (?:on|of|for) (?:the )?$/.test(
        text.slice(Math.max(0, at - 30), at),
      )
    )
      continue
    // "Africa Command", "African Union": bodies.
    if (
      /^\s(?:Command|Union|Development Bank|Confidential)(?!\p{L})/u.test(
        text.slice(at + match[0].length, at + match[0].length + 20),
      ) &&
      /^(?:Africa|African|Central|South|Europe)/.test(match[0])
    )
      continue
    if (isElsewhere(match[0], text.slice(Math.max(0, at - 30), at), text.slice(at + match[0].length, at + match[0].length + 24)))
      continue
    found.push({
      start: at,
      end: at + match[0].length,
      printed: match[0].replace(/^the (?=United|U\.?S|Pentagon|Washington)/, ''),
      adjective: adjective !== undefined || us === 'American',
      american: us !== undefined,
    })
  }
  if (firstMatch(inSpanish, stretch, signs) === null) return found
  for (const word of stretch.matchAll(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu)) {
    const us = /^(?:estadounidenses?|norteamerican[oa]s?)$/.test(word[0])
    if (us || spanish.has(word[0]))
      found.push({
        start: start + word.index,
        end: start + word.index + word[0].length,
        printed: word[0],
        adjective: true,
        american: us,
      })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "IMET graduates trained 5,000 recruits", "IMET-trained", "Expanded IMET", "other than IMET": not what the programme itself did. */
const notItself = /^(?:-trained|\s(?:graduates?|alumn\p{L}+|veterans?|instructors|students who))(?!\p{L})/iu
const notUnder =
  /(?:Expanded |E-|(?<!\p{L})(?:outside|excluding|except|besides|beyond|without|other than|apart from|not (?:under|through|by|including|counting)|sin contar|fuera de(?:l)?|aparte de|adem[aá]s de)\s(?:the |el |la )?)$/iu

export interface NamedProgramme {
  start: number
  end: number
  /** "not IMET" where it is named only to say what something is not. */
  printed: string
}

/** The programmes named in a stretch, in order, those together that are listed together. */
export function findProgrammes(
  text: string,
  start: number,
  end: number,
  signs: Signs = signsOf(text.slice(start, end)),
): NamedProgramme[] {
  const { programme, called } = lexicon()
  const stretch = text.slice(start, end)
  const found: NamedProgramme[] = []
  let to = 0
  const from = (at: number) => {
    const known = firstMatch(programme, stretch, signs, at)
    const other = firstMatch(called, stretch, signs, at)
    return known && (other === null || known.index <= other.index) ? known : other
  }
  for (let match = from(0); match; match = from(match.index + match[0].length)) {
    const printed = match[0].trim()
    const last = found.at(-1)
    const gap = last ? stretch.slice(to, match.index) : ''
    const inBrackets = /^ ?\($/.test(gap)
    const listed = /^(?:, |,? (?:and|or|y|e|o) (?:the )?)$/.test(gap)
    if (!inBrackets && !listed && notItself.test(stretch.slice(match.index + match[0].length))) continue
    to = match.index + match[0].length + (inBrackets ? 1 : 0)
    if (last && (inBrackets || listed)) {
      if (listed && printed !== last.printed) last.printed = `${last.printed} and ${printed}`
      last.end = start + to
    } else {
      const negated = notUnder.exec(stretch.slice(0, match.index))?.[0]
      // "E-IMET" is called so; "outside IMET" names what it is not.
      const own = negated !== undefined && /^(?:Expanded |E-)$/.test(negated)
      found.push({
        start: start + match.index,
        end: start + to,
        printed: own ? `${negated}${printed}` : negated !== undefined ? `not ${printed}` : printed,
      })
    }
  }
  return found
}

/** The programme that is named nearest to `at`. Null where none is. */
export function findProgramme(
  text: string,
  start: number,
  end: number,
  at: number = start,
  signs: Signs = signsOf(text.slice(start, end)),
): string | null {
  const far = (one: NamedProgramme) => Math.max(0, one.start - at, at - one.end)
  return findProgrammes(text, start, end, signs).sort((a, b) => far(a) - far(b))[0]?.printed ?? null
}

/** A place as a country or region noun, those after "in" or "across" first. */
export function placeOf(text: string, named: readonly Named[]): string | null {
  const nouns = named.filter(({ adjective, american: us }) => !adjective && !us)
  const located = nouns.find(({ start }) =>
    /\b(?:in|across|inside|within|into|throughout|from|en)\s(?:the\s)?(?:(?:north|south|east|west|central)(?:[a-z-]*(?:ern|central))?\s)?$/i.test(
      text.slice(Math.max(0, start - 32), start),
    ),
  )
  return (located ?? null)?.printed ?? null
}

/** "in the town of Iguala", "in Sinaloa state", "near San Ejemplo": where something happened, more exactly than a country. */
export function localPlace(sentence: string): string | null {
  for (const { index, groups } of sentence.matchAll(placed)) {
    const { place } = groups!
    const isPlace =
      !noPlace.test(place!) && !elsewhere.test(sentence.slice(0, index)) && findProgramme(place!, 0, place!.length) === null
    if (isPlace && !/[’']s$/.test(place!)) return place!
  }
  return null
}
const placed =
  /(?:^|[\s(])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|on (?=the \p{Lu}\p{Ll}+ [Rr]iver)|en|cerca de)\s(?:the\s|la\s|el\s)?(?:(?:[\p{Ll}]+\s){0,2}(?:town|city|village|state|province|department|municipality|district|ciudad|municipio|estado|poblado)\s(?:of|de)\s)?(?<place>\p{Lu}[\p{L}’'-]+(?:\s(?:de(?:\sla)?\s)?\p{Lu}[\p{L}’'-]+){0,3})(?=[\s,.;:)”"]|$)/gu
/** "who trained at Fort Example", "a court in Lima": where somebody learnt, was born, is tried or speaks, not where it happened. */
const elsewhere =
  /(?:train(?:ed|ing)?|courses?|stud(?:ied|ies)|graduated|schooled|educated|born|courts?|judges?|tribunal|hearing|trial|embassy|conference|reporters|instructor(?:es)?|entrenad[oa]s?|adiestrad[oa]s?|capacitad[oa]s?|formad[oa]s?|cursos?|estudi(?:ó|aron|os)|graduad[oa]s?|nacid[oa]s?|juez|jueza|corte|juzgado|audiencia|juicio|embajada)$/iu
const noPlace =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sunday|Enero|Operation|Operación|Mr|Mrs|General|Gen|Major|Col|President|Internally|Boko|Congress|Parliament|Washington Office|English|Spanish|Spring|Army|Police|Navy|Marines|Mexican|American|U\b|FY|Escuela|Academia|Colegio|School|College|Academy)/
