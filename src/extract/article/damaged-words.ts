/**
 * Repairs words in which a scan took letters for digits ("so1diers", "0fficers", "Ju1y"), and tells of numbers beside words that it cannot repair.
 *
 * What comes back is as long as what was given. A word that may be whole as it stands ("H1N1", "covid19", "10th", "B2B") stays.
 */

/** Quick, and asked of every text. */
const anywhere = /[a-z\u00df-\u00ff][015|]{1,2}[a-z\u00df-\u00ff]|[015|][a-z\u00df-\u00ff]{4}/
const damaged =
  /(?<![\p{L}\p{N}@#/._-])(?=[\p{L}\d|]{4,24}(?![\p{L}\p{N}@_/]))(?:\p{L}|[015|](?=\p{Ll}{4}))\p{Ll}*(?:[015|]{1,2}\p{Ll}+){0,3}(?![\p{L}\p{N}|-])/gu
/** Where a stroke is an i; elsewhere it is an l. */
const withStrokes = new Set(
  (
    'civilian civilians military militant militants militia militias militiamen minister ministry million millions mission missions official officials officer ' +
    'officers police policeman policemen victim victims died killing killings missing insurgents insurgent families killed wounded village villages district prison prisoners children hospital claimed soldiers said training trained trainees ' +
    'trainers divisions division civil rifles battalion infantry instructors international foreign miles fifteen six sixteen nine nineteen thirty fifty sixty five ' +
    'militar militares policía policías civiles civil familias millones millón víctimas oficiales oficial misiones desaparecidos heridos ministro ministerio ejército ' +
    'instructores brigada capacitaciones adiestrados veinticinco cinco seis dieciocho veinte treinta '
  )
    .trim()
    .split(/\s+/),
)

/** The text with such words repaired; the same text where there are none. */
export function repairWords(text: string): string {
  if (!anywhere.test(text)) return text
  let printed: Set<string> | null = null
  return text.replace(damaged, (word) => {
    if (!/[015|]/.test(word)) return word
    const letters = word.replaceAll('0', 'o').replaceAll('5', 's')
    const plain = letters.replaceAll(/[1|]/g, 'l')
    if (plain === letters && !word.startsWith('5')) return plain
    // Which of the strokes are an i is told by words that we know, or that the text prints whole.
    printed ??= new Set(text.toLowerCase().match(/(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])/gu) ?? [])
    const known = readings(letters).find((one) => withStrokes.has(one.toLowerCase()) || printed!.has(one.toLowerCase()))
    // "1million" is a number and its word.
    if (/^[15]/.test(word)) return known ?? word
    return known ?? plain.replace('lll', 'ill')
  })
}

function readings(word: string): string[] {
  const at = word.search(/[1|]/)
  if (at === -1) return [word]
  return ['l', 'i'].flatMap((letter) => readings(word.slice(0, at) + letter + word.slice(at + 1)))
}

const sign = '[\\d!|?€$¢£@#%&*^~\\\\<>{}=+§¥�■□¦]'
/** A number, at most two words on a word with a sign in it; or a number that has one itself. */
const besideDamage = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])\d[\d.,]*(?:\s(?:of\s|de\s)?\p{L}+){0,2}\s(?=\p{Ll}*\p{L}${sign}+\p{Ll})[\p{L}\d${sign.slice(1, -1)}]{4,24}(?![\p{L}\p{N}@/]|\.\p{L})|(?<![\p{L}\p{N}.,/:-])\d[\d,.]*[?!#§�■□~^*¦]+\d[\d,.?]*(?=\s\p{L})`,
  'gu',
)

/**
 * What scans make of small words ("tbe", "aud", "frorn"), and words that begin as none does ("rnen"): letters alone, and no sign in them. In no language
 * that is read here are they words.
 */
const misread =
  /(?<![\p{L}\p{N}'’-])(?:[Tt]be|[Tt]lie|[Tt]bat|[Tt]bis|[Tt]hcy|[Tt]hc|aud|witb|wbo|wbich|wbile|wben|wbere|frorn|bave|bcen|beeu|wcre|saicl|sbot|arrny|mcn|quc|dcl|cou|tarnbién|[Rr]n\p{Ll}{2,}|\p{Ll}{2,}rnent(?:s|os?)?|\p{Ll}*rnilitar\p{Ll}*)(?![\p{L}\p{N}])/gu
/** One may be a name or a slip. */
const fewMisread = 2

/** Words of a scan that were damaged without a sign, as printed; empty where there are fewer than two. At most `most`. */
export function misreadWords(text: string, most = 3): string[] {
  const found = [...new Set([...text.slice(0, 400_000).matchAll(misread)].map(([word]) => word))]
  return found.length < fewMisread ? [] : found.slice(0, most)
}

/** Numbers as printed, with the damaged word behind them: what is claimed there may not be read. At most `most`. */
export function numbersBesideDamage(text: string, most = 3): string[] {
  const found: string[] = []
  const mended = repairWords(text)
  for (const match of mended.matchAll(besideDamage)) {
    const letters = match[0].match(/\p{Ll}/gu)?.length ?? 0
    if (/\d[^\s]*[?!#§�■□~^*¦]/.test(match[0]) || letters > 2) found.push(text.slice(match.index, match.index + match[0].length))
    if (found.length === most) break
  }
  return found
}
