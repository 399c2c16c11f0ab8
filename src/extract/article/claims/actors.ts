/** Countries, regions and programmes that a sentence names, and who gives and who gets. */
import { programs, readDataTable } from '../../../ledger/vocabulary.js'

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
const american = String.raw`(?:the )?(?:United States|U\.S\.A?\.?|US(?![\p{L}])|Washington|the Pentagon|Pentagon|Estados Unidos|EE\.? ?UU\.?)`

interface Lexicon {
  place: RegExp
  programme: RegExp
  adjectives: ReadonlySet<string>
}

let loaded: Lexicon | undefined
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function lexicon(): Lexicon {
  if (loaded) return loaded
  const countries = readDataTable('vocabulary/countries.csv').flatMap((row) => [row.name_en!, row.name_es!])
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
  const place = new RegExp(
    String.raw`(?<![\p{L}-])(?:(?<american>${american}|American)|(?<adjective>${adjectival.map(escaped).join('|')})|(?<noun>${regions}|${nouns.map(escaped).join('|')}))(?![\p{L}])`,
    'gu',
  )
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
  loaded = {
    place,
    programme: new RegExp(
      `(?<![\\p{L}\\d])(?:${named.map(escaped).join('|')}|\\p{Lu}\\p{Ll}+ (?:Initiative|Plan) (?=(?:for|in) \\p{Lu}))(?![\\p{L}\\d])`,
      'gu',
    ),
    adjectives: new Set(adjectives),
  }
  return loaded
}

/** Countries and regions named in a stretch, in order. */
export function findNamed(text: string, start: number, end: number): Named[] {
  const { place } = lexicon()
  const stretch = text.slice(start, end)
  const found: Named[] = []
  place.lastIndex = 0
  for (let match = place.exec(stretch); match; match = place.exec(stretch)) {
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
    found.push({
      start: at,
      end: at + match[0].length,
      printed: match[0].replace(/^the (?=United|U\.?S|Pentagon|Washington)/, ''),
      adjective: adjective !== undefined || us === 'American',
      american: us !== undefined,
    })
  }
  return found
}

/** The programme named in a stretch, as printed; null where none is. */
export function findProgramme(text: string, start: number, end: number): string | null {
  const { programme } = lexicon()
  programme.lastIndex = 0
  return programme.exec(text.slice(start, end))?.[0] ?? null
}

/** A place as a country or region noun, those after "in" or "across" first. */
export function placeOf(text: string, named: readonly Named[]): string | null {
  const nouns = named.filter(({ adjective, american: us }) => !adjective && !us)
  const located = nouns.find(({ start }) =>
    /\b(?:in|across|inside|within|into|throughout|from|en)\s(?:the\s)?$/i.test(text.slice(Math.max(0, start - 14), start)),
  )
  return (located ?? null)?.printed ?? null
}
