/**
 * Reads a person's printed name: titles and ranks off, words in Latin letters, particles apart, so that order, script and spelling do
 * not hide that "AL BEN ALI, Isa Ben Tarif" is "Shaikh Isa Bin Tarif Al Bin Ali".
 */
import { readDataTable } from '../ledger/vocabulary.js'
import { type Loss, latinWords, longestName, losesVowels, toLatin } from './latin.js'
import { type Vowels, type Word, wordOf } from './spelling.js'

export interface PersonName {
  printed: string
  /** The words of the name in their order, each once, without titles, ranks and particles. */
  words: readonly Word[]
  /** Letters that stand for a name. */
  initials: readonly string[]
  /** "bin", "al", "de la": said or left out at will. */
  particles: readonly string[]
  /** Words that name the father, by a particle or their ending; in conflict they count like the rest. */
  fathers: ReadonlySet<Word>
  /** Names beside the name, which many lists give in place of another: where one is from ("al-Baghdadi"), whose father one is ("Abu Hafs"). */
  byNames: ReadonlySet<Word>
  /** Titles and ranks that were printed. */
  titles: readonly string[]
  /** 1 for "Sr.", 2 for "Jr." and "II", and so on; null where none is printed: father and son bear one name. */
  generation: number | null
  /** How many words of the name stood there before ("Hasan Ali Hasan"). */
  repeated: number
  /** The two names on either side of "bin" or "ibn": who is whose son. */
  sonOf: readonly [Word, Word] | null
  /** Words before a comma, where there is one: the surname, as lists print it. */
  surnames: ReadonlySet<Word>
  /** What the change of script lost. */
  loss: Loss
  /** Whether a word of it ends as names of Russian, Ukrainian and Belarusian do. */
  slavic: boolean
  /** Whether it is made as Korean names are: a surname that many bear, and syllables. */
  korean: boolean
  /** Whether the name's language writes vowels at will, as transliterations from Arabic do. */
  vowels: Vowels
  /** All letters in their order without spaces, for words that were split or joined elsewhere. */
  letters: string
}

type PersonWordKind = 'title' | 'title or name' | 'rank' | 'suffix' | 'particle'
let table: Map<string, PersonWordKind> | undefined

function kinds(): Map<string, PersonWordKind> {
  table ??= new Map(
    readDataTable('vocabulary/person-words.csv').map((row) => [
      row.words!,
      (row.value === 'also a name' ? 'title or name' : row.kind) as PersonWordKind,
    ]),
  )
  return table
}

/** What a word is beside a name: a title, a rank, a suffix or a particle; null where it is of the name. */
const personWord = (word: string): PersonWordKind | null => kinds().get(word) ?? null

const companyForms = new Set(['llc', 'sa', 'ltd', 'inc', 'gmbh'])
const arabic = /^(?:al|el|ul|bin|ibn|ben|bint|abu|abou|ould|abdul|abd|seyed|sayyid|haji|mullah|jan|gholam|ghulam)$/
/** Letters that transliterations from Arabic, Persian and Urdu have and few other names do. */
const arabicSpelling = /q(?!u)|[gd]h|kh(?!ov|ail|ayl)|ullah$|[ue]dd?[ie]n$|aa|zz/
const slavicEnding =
  /.{2}(?:[oaey][vu]|[oeay]va|in|ina|[oeay]v[iy](?:ch|tch|c|tj|tsch)|[oeay][vu]na|sk[iyj]{1,2}|skaya|[ei]nko|anka|chuk|chyk|chik|[iy]uk)$/
const koreanSurnames = new Set(
  `kim gim pak park bak bag choe choi jeong jo cho ri lee yi rhee jong chong jung kang gang han oh sin shin so suh hwang an ahn song ryu yoo hong im lim rim kwon gwon
  mun moon paek baek ko ku koo nam ro roh ryang yang jang chang jon chon jeon ryom hyon pang bang yun yoon pae bae son won cha`.split(
    /\s+/,
  ),
)
const koreanSyllable =
  /^(?:[bcdghjkmnprstwylz]|ch|sh|hy|hw|ky|gy|kw|gw|py|by|my|ny|ry|ph|kh|th)?[aeiouyw]{1,3}(?:ng|rk|[nklmprthgbds])?$/
const generations = new Map([
  ...['sr', 'snr', 'senior'].map((word) => [word, 1] as const),
  ...['jr', 'junior', 'ii'].map((word) => [word, 2] as const),
  ['iii', 3],
  ['iv', 4],
])
/** "Ig0r", "Sech1n": digits between letters are letters that were not to be found by a filter. */
const digitLetters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '9': 'g' }

/** Names that so many bear that they say little alone; "abdul" is half a name. */
export const isCommon = (word: Word): boolean => word.text === 'abdul' || (word.variant !== null && arabicForms.has(word.variant))

/** Total: every text gives a reading; one of nothing but punctuation has no words. */
export function readPersonName(printed: string): PersonName {
  let text = printed.length > longestName ? printed.slice(0, longestName) : printed
  if (/\p{L}\d|\d\p{L}/u.test(text))
    text = text.replace(/(?<=\p{L})[013457](?=\p{L})|(?<=\p{L})9(?=\p{L})/gu, (digit) => digitLetters[digit]!)
  // "AlisherUsmanov": a capital within a word begins a name; not in "McDonald", "DeLa" and the like of one or two letters.
  const latin = toLatin(text)
  const parted = latin.loss === 'none' ? latin.text.replace(/(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})/gu, ' ') : latin.text
  // "J.C. Juncker", "JC Juncker": capitals run together before a name are its first letters.
  const spelled = parted.replace(/^(\p{Lu})(\p{Lu})(?=\s\p{Lu}\p{Ll})/u, '$1 $2')
  const { words: read } = latinWords(spelled)
  const words: Word[] = []
  const initials: string[] = []
  const particles: string[] = []
  const titles: string[] = []
  const fathers = new Set<Word>()
  const surnames = new Set<Word>()
  const byNames = new Set<Word>()
  let generation: number | null = null
  let repeated = 0
  let sonOf: [Word, Word] | null = null
  const comma = text.indexOf(',')
  const beforeComma =
    comma > 0 && comma === text.lastIndexOf(',') ? new Set(joinAbd(latinWords(text.slice(0, comma)).words)) : null
  const names = joinAbd(read)
  const kindsOf = names.map((word) => personWord(word))
  const substance = names.filter((word, at) => kindsOf[at] === null && word.length > 1).length
  let arabicSigns = 0
  for (let at = 0; at < names.length; at++) {
    const word = names[at]!
    const kind = kindsOf[at]!
    if (arabic.test(word)) arabicSigns++
    if (at > 0 && substance >= 2 && kind !== null) generation = generations.get(word) ?? generation
    // "Nguyen Van An": a particle stands before a name, unless a comma turned the name about.
    const isParticle = kind === 'particle' && (at < names.length - 1 || comma >= 0)
    if (isParticle && substance >= 1 && !(word === 'ben' && at === 0 && kindsOf[1] === null)) particles.push(word)
    else if (kind === 'title' && substance >= 1) titles.push(word)
    else if ((kind === 'title or name' || kind === 'rank') && substance >= 2) titles.push(word)
    else if ((kind === 'suffix' || companyForms.has(word)) && substance >= 1 && at > 0) titles.push(word)
    else if (word.length === 1 && /[a-z]/.test(word)) initials.push(word)
    else {
      const object = wordOf(word)
      if (!words.includes(object)) words.push(object)
      else repeated++
      if (beforeComma?.has(word)) surnames.add(object)
      if (/^(?:bin|ibn|ben|ould|bint)$/.test(names[at - 1] ?? '') || /.{3}(?:ovich|evich|ovych|evych|ovna|evna|ivna)$/.test(word))
        fathers.add(object)
      if (comma < 0 && /^(?:bin|ibn|ben)$/.test(names[at - 1] ?? '') && words.length > 1 && !sonOf)
        sonOf = [words[words.length - 2]!, object]
      const before = names[at - 1] ?? ''
      if (
        /^(?:abu|abou|abi|umm)$/.test(before) ||
        (/^(?:al|el|ul|as|ash|at|az|an|ad|ar)$/.test(before) && /.{3}[iy]$/.test(word))
      )
        byNames.add(object)
      if (arabicSpelling.test(word)) arabicSigns++
      if (object.variant !== null && arabicForms.has(object.variant)) arabicSigns++
    }
  }
  return {
    printed,
    words: words.slice(0, 16),
    initials,
    particles,
    fathers,
    surnames,
    generation,
    repeated,
    sonOf,
    byNames,
    titles,
    loss: latin.loss,
    slavic: words.some(({ text: word }) => slavicEnding.test(word)),
    korean:
      words.length > 1 &&
      words.length < 5 &&
      words.some(({ text: word }) => koreanSurnames.has(word)) &&
      words.every(({ text: word }) => koreanSyllable.test(word)),
    vowels: arabicSigns > 0 || losesVowels(latin.loss) ? 'at will' : 'written',
    letters: names.filter((word) => !titles.includes(word)).join(''),
  }
}

const arabicForms = new Set(
  'mohammed ahmed abdullah yusuf hussein hassan omar osama ali ibrahim ismail khaled said mustafa mahmud abdul suleiman qadhafi yahya isa musa yakub tariq faisal jamal jaber nasser qasim rahman karim rashid salih sharif taher uthman abubakar aisha fatima'.split(
    ' ',
  ),
)

/** How many words from here on say "of the faith" of the name before them ("al Din", "Eldin", "ud Deen"); 0 where they do not. */
function dinAt(words: readonly string[], at: number): number {
  if (at === 0) return 0
  if (/^[aeu][ld]$/.test(words[at]!) && /^d(?:in|ine|een|yn)$/.test(words[at + 1] ?? '')) return 2
  return /^[aeu][ld]d(?:in|ine|een|yn)$/.test(words[at]!) ? 1 : 0
}

/** "Abd al-Aziz", "Abdul Aziz" and "Abdulaziz" are one name: "abdul" and what it is the servant of stay two words, "abd" and its article one. */
function joinAbd(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === 'abd' || word === 'abdu') {
      const article = /^(?:al|el|ul|ar|er|ur|as|es|us|az|ad|ed|an|en|at|ash|il)$/.test(words[at + 1] ?? '')
      out.push('abdul')
      if (article) at++
      continue
    }
    // "Salah al-Din", "Salah Eldin" and "Salahuddin" are one name.
    const din = dinAt(words, at)
    if (din > 0) {
      out.push(`${out.pop()}uddin`)
      at += din - 1
      continue
    }
    const dinWithin = /^(.{3,})(?:[aeiou][ld]d|[eu]d)(?:in|ine|een|yn)$/.exec(word)
    if (dinWithin) {
      out.push(`${dinWithin[1]}uddin`)
      continue
    }
    // "Abu Bakr" is one name of his own, not somebody's father.
    if (word === 'abu' && /^bak[ae]?r$/.test(words[at + 1] ?? '')) {
      out.push('abubakar')
      at++
      continue
    }
    const joined = /^abd(?:[ueao]l|[ueao](?=([lrsdnzt])))((?:.){3,})$/.exec(word)
    if (joined && word.length >= 8 && !/^abdull|^abdall/.test(word)) {
      out.push('abdul', joined[2]!)
      continue
    }
    out.push(word)
  }
  return out
}
