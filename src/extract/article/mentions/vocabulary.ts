/** The committed words of ranks, posts and forces (data/vocabulary), ready to be looked up word by word in prose. */
import { readDataTable } from '../../../ledger/vocabulary.js'

export interface ArticleVocabulary {
  /** By the lower-case word with which ranks begin, what matches one there; longest ranks first. */
  rankStarts: ReadonlyMap<string, RegExp>
  /** By the same word, what may follow it in a rank, as far as it is letters; `null` where it is a rank by itself, so that anything may. */
  rankSeconds: ReadonlyMap<string, ReadonlySet<string> | null>
  /** Acronyms that are ranks in capitals only. */
  rankAcronyms: ReadonlySet<string>
  /** By the lower-case letters with which posts begin, those that may follow in one; `null` where they are a post by themselves, so that anything may. */
  postSeconds: ReadonlyMap<string, ReadonlySet<string> | null>
  /** Matches a post without what it is of; its named groups are `post`, `field`. */
  post: RegExp
  /** The same without what takes a field: "deputy director" where nothing follows. */
  postAlone: RegExp
  /** Of a post's words in lower case: an office of one holder or a function. */
  postType(words: string): 'Role' | 'Title'
  postWords: ReadonlySet<string>
  heads: ReadonlyMap<string, 'head' | 'military' | 'institution'>
  spanishHeads: ReadonlySet<string>
  /** First words of those of two words. */
  spanishPairStarts: ReadonlySet<string>
  /** Last words of English heads of two words: "force" of "task force". */
  headPairEnds: ReadonlySet<string>
  militaryWords: ReadonlySet<string>
  /** Bodies that no word of theirs gives away, whole: "Inter-Services Public Relations"; in the group `ofPost` those that are named only beside a post. */
  body: RegExp
  bodyStarts: ReadonlySet<string>
  force: RegExp
  forceStarts: ReadonlySet<string>
  honorifics: ReadonlySet<string>
  /** Those that are names of people, too: "Major Imam". */
  alsoNames: ReadonlySet<string>
  particles: ReadonlySet<string>
  /** What tells a police officer from others of a rank and stands before the name: "City", "Quetta", "Lagos State", "Zone 2"; matches where it begins. */
  policeSeat: RegExp
  /** Lower-case names of countries and their adjectives, of one word. */
  countryWords: ReadonlySet<string>
  /** Those of several words ("sri lanka", "south african"), by their last. */
  countryPhrases: ReadonlyMap<string, readonly string[]>
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const byLength = (a: string, b: string) => b.length - a.length
const lowerFirst = (words: string) => /^[\p{L}\p{M}\p{N}]+/u.exec(words)?.[0] ?? words

/** Of a pattern, the longest first. */
const alternatives = (list: string[]) =>
  [...list]
    .sort(byLength)
    .map((words) => escaped(words).replaceAll(' ', '[ \\u00a0]+').replaceAll('\\.', '\\.?'))
    .join('|')

/** English names of countries as prose prints them: "Myanmar" and "Burma" beside "Myanmar (Burma)". */
export function countryNames(): string[] {
  const printed = readDataTable('vocabulary/country-names.csv')
    .filter(({ code, printed }) => code && printed!.length > 3 && !/[(,]/.test(printed!))
    .map((row) => row.printed!)
  return [...new Set([...readDataTable('vocabulary/countries.csv').map((row) => row.name_en!), ...printed])]
}

let loaded: ArticleVocabulary | undefined

export function articleVocabulary(): ArticleVocabulary {
  loaded ??= load()
  return loaded
}

function load(): ArticleVocabulary {
  return { ...rankWords(), ...postWords(), ...forceWords(), ...personWords(), ...countries(), ...policePlaces() }
}

function rankWords(): Pick<ArticleVocabulary, 'rankStarts' | 'rankSeconds' | 'rankAcronyms'> {
  const ranks = readDataTable('vocabulary/ranks.csv')
  const short = new Map<string, string[]>()
  for (const row of ranks)
    if (row.kind === 'abbreviation') short.set(row.stands_for!, [...(short.get(row.stands_for!) ?? []), row.words!])
  const patterns = new Map<string, string[]>()
  const rankSeconds = new Map<string, ReadonlySet<string> | null>()
  for (const row of ranks.filter(({ kind }) => kind === 'rank').sort((a, b) => byLength(a.words!, b.words!))) {
    const alternatives = row.words!.split(/[ -]/).map((word) => [word, ...(short.get(word) ?? [])])
    const last = alternatives.length - 1
    const word = (list: string[], at: number) =>
      `(?:${list.map(escaped).join('|')})${at === last ? (row.language === 'en' ? 's?' : row.language === 'es' ? '(?:e?s)?' : '') : ''}(?!\\p{L})\\.?`
    // "Brig.-Gen.", "Lt. –Gen.", "Brig- Gen", "Major-General", "Lt.Gen.": a full stop, a dash or a space holds the words together.
    const rest = alternatives.slice(1).map((list, at) => `[ \\t\\u00a0]*[-–—]?[ \\t\\u00a0]*\\n?${word(list, at + 1)}`)
    for (const first of alternatives[0]!) {
      if (last === 0) rankSeconds.set(first, null)
      else if (rankSeconds.get(first) !== null)
        rankSeconds.set(
          first,
          new Set([
            ...(rankSeconds.get(first) ?? []),
            ...alternatives[1]!.map(lowerFirst).flatMap((second) => [second, `${second}s`]),
          ]),
        )
      patterns.set(first, [...(patterns.get(first) ?? []), `${word([first], 0)}${rest.join('')}`])
    }
  }
  const rankAt = new Map([...patterns].map(([first, list]) => [first, new RegExp(`(?:${list.join('|')})`, 'iuy')]))
  const rankAcronyms = new Set(ranks.filter(({ kind }) => kind === 'acronym').map((row) => row.words!.toUpperCase()))
  return { rankStarts: rankAt, rankSeconds, rankAcronyms }
}

function postWords(): Pick<ArticleVocabulary, 'post' | 'postAlone' | 'postSeconds' | 'postType' | 'postWords'> {
  const posts = readDataTable('vocabulary/posts.csv')
  const wordsOf = (part: string) => posts.filter((row) => row.part === part).map((row) => row.words!)
  const types = new Map(posts.filter((row) => row.type).map((row) => [row.words!, row.type!]))
  const silent = new Set(['former', 'ex', 'new', 'outgoing', 'incoming', 'overall'])
  const modifiers = wordsOf('modifier').filter((word) => !silent.has(word))
  const ofUnit = wordsOf('of unit')
  const whole = wordsOf('post')
  const fields = wordsOf('field head')
  const ofWhat = `(?:(?:${alternatives(modifiers)})[ -]+){0,2}(?:(?:${alternatives(ofUnit)})[ \\u00a0]+){0,2}`
  const wholePost = `(?<post>${alternatives(whole)})(?![\\p{L}\\p{N}])`
  const field =
    `(?<field>(?:military |deputy |assistant )?(?:${alternatives(fields)})` +
    '(?:[ \\u00a0]+of[ \\u00a0]+|(?<!commissioner|(?:army|navy|police|military|force|defen[cs]e) chief),[ \\u00a0]+|[ \\u00a0]+for[ \\u00a0]+|(?<=director)[ \\u00a0]+))'
  const post = new RegExp(`${ofWhat}(?:${wholePost}|${field})`, 'iuy')
  const postAlone = new RegExp(`(?:${ofWhat}${wholePost}|${wholePost.replace('?<post>', '?:')})`, 'iuy')
  const lettersOf = (words: string) => words.match(/[\p{L}\p{M}\p{N}]+/gu)!
  const before = [...modifiers, ...ofUnit].map(lettersOf)
  const behind = [...whole, ...fields].map(lettersOf)
  const starts = [...before, ...behind].map(([first]) => first!)
  const postSeconds = new Map<string, Set<string> | null>(starts.map((first) => [first, new Set()]))
  for (const [first, second] of before) for (const next of second ? [second] : starts) postSeconds.get(first!)!.add(next)
  for (const [first, second] of behind)
    if (second === undefined) postSeconds.set(first!, null)
    else postSeconds.get(first!)?.add(second)
  return {
    post,
    postAlone,
    postSeconds,
    postType: (words) => {
      const known = types.get(words)
      if (known) return known === 'role' ? 'Role' : 'Title'
      return /(?:commander|commandant|spokes\w+|co-?ordinator|comandante|vocero|portavoz|porte-parole)$/.test(words)
        ? 'Role'
        : 'Title'
    },
    // What ends a post ("commander") or begins one ("acting") ends a unit's or a person's name; "police" and "area" may be of a unit's.
    postWords: new Set(
      [...posts.map((row) => row.words!.split(/[ -]/).at(-1)!), 'acting', 'deputy', 'assistant', 'former'].filter((word) =>
        /^(?:command(?:er|ant|ing)|officer|director|secretary|commissioner|chief|spokes\w+|adjutant|attach[eé]|advis[eo]r|marshall?|co-?ordinator|administrator|comptroller|chairman|goc|aoc|foc|coas|cns|cds|ppro|dpo|acting|deputy|assistant|former|comandante|jefe|vocero|portavoz)$/.test(
          word,
        ),
      ),
    ),
  }
}

type ForceWords =
  | 'heads'
  | 'spanishHeads'
  | 'spanishPairStarts'
  | 'headPairEnds'
  | 'militaryWords'
  | 'body'
  | 'bodyStarts'
  | 'force'
  | 'forceStarts'

function forceWords(): Pick<ArticleVocabulary, ForceWords> {
  const force = readDataTable('vocabulary/force-words.csv')
  const heads = new Map<string, 'head' | 'military' | 'institution'>()
  for (const row of force.filter(({ language }) => language === 'en'))
    if (row.part === 'head') heads.set(row.words!, 'head')
    else if (row.part === 'head with number or military word') heads.set(row.words!, 'military')
    else if (row.part === 'institution') heads.set(row.words!, 'institution')
  const spanishHeads = new Set(
    force.filter(({ part, language }) => part === 'head' && language !== 'en').map((row) => row.words!),
  )
  const forces = force.filter(({ part }) => part === 'force').map((row) => row.words!)
  const bodies = (part: string) => force.filter((row) => row.part === part).map((row) => row.words!)
  return {
    heads,
    spanishHeads,
    spanishPairStarts: new Set([...spanishHeads].filter((words) => words.includes(' ')).map(lowerFirst)),
    headPairEnds: new Set([...heads.keys()].filter((words) => words.includes(' ')).map((words) => words.split(' ').at(-1)!)),
    militaryWords: new Set(force.filter(({ part }) => part === 'military word').map((row) => row.words!)),
    body: new RegExp(
      `(?:${alternatives(bodies('body'))}|(?<ofPost>${alternatives(bodies('body beside a post'))}))(?![\\p{L}\\p{N}])`,
      'iuy',
    ),
    bodyStarts: new Set([...bodies('body'), ...bodies('body beside a post')].map((words) => words.split(' ')[0]!)),
    force: new RegExp(`(?:${alternatives(forces)})(?![\\p{L}\\p{N}])`, 'iuy'),
    forceStarts: new Set(forces.map(lowerFirst)),
  }
}

function personWords(): Pick<ArticleVocabulary, 'alsoNames' | 'honorifics' | 'particles'> {
  const persons = readDataTable('vocabulary/person-words.csv')
  return {
    alsoNames: new Set(
      persons
        .filter(({ kind, value }) => kind === 'title' && value === 'also a name')
        .map((row) => row.words!)
        .filter((word) => !/^(?:alhaji?|eng(?:ineer)?)$/.test(word)),
    ),
    honorifics: new Set([
      ...persons.filter(({ kind }) => kind === 'title').map((row) => row.words!),
      'comrade',
      'mallam',
      'malam',
      'engr',
      'barr',
      'barrister',
      'senator',
      'governor',
      'gov',
      'pastor',
      'honourable',
    ]),
    particles: new Set([
      'al',
      'el',
      'bin',
      'ibn',
      'ben',
      'ould',
      'de',
      'del',
      'la',
      'dela',
      'dos',
      'da',
      'van',
      'von',
      'der',
      'ul',
      'y',
      'bint',
    ]),
  }
}

function policePlaces(): Pick<ArticleVocabulary, 'policeSeat'> {
  const places = readDataTable('vocabulary/police-places.csv').map((row) => row.place!)
  const seat = `(?:${alternatives(places)})(?: (?:North|South|East|West|Central|City|Rural|Cantt|Saddar))?(?: (?:State|Range|Region|District))?(?: (?:Police )?Command)?`
  const field =
    '(?:City|Rural|Traffic|Operations|Investigations?|Headquarters|Security|Crimes?|Cantt|Saddar|Administration|Admin|Logistics|Training)'
  return { policeSeat: new RegExp(`(?: (?:${field}|${seat}|Zone [IVX\\d]{1,4})(?![\\p{L}\\p{N}])){1,2},? (?=\\p{Lu})`, 'uy') }
}

function countries(): Pick<ArticleVocabulary, 'countryWords' | 'countryPhrases'> {
  const countryWords = new Set<string>()
  const countryPhrases = new Map<string, string[]>()
  for (const name of [
    ...readDataTable('vocabulary/country-adjectives.csv').map((row) => row.adjective!),
    ...countryNames().map((name) => name.toLowerCase()),
  ]) {
    const words = name.split(' ')
    const last = words[words.length - 1]!
    if (words.length === 1 && !/[^\p{L}]/u.test(name)) countryWords.add(name)
    else if (words.length < 4 && !/[^\p{L} ]/u.test(name)) countryPhrases.set(last, [...(countryPhrases.get(last) ?? []), name])
  }
  return { countryWords, countryPhrases }
}
