/**
 * Reads, as a second reading, letters that the report itself prints from another table of characters: "Delegaci≤n", "Cearß", "Policφa"
 * (2005–2006, 2010–2012) and "Secretar¡a" (2012–2013). Pure. What is printed is kept beside the reading.
 *
 * Somewhere before printing, a byte of windows-1252 was shown by the table of code page 437, or the other way. The byte tells the letter, so
 * that nothing is guessed; that it was so is told by a sign that no word of these languages holds in that place.
 */

/** Signs of code page 437 at the bytes of windows-1252's letters (Unicode consortium, PC/CP437.TXT and WINDOWS/CP1252.TXT). */
const letters437: Record<string, string> = {
  // 0xC9 É is ╔, 0xD1 Ñ is ╤, 0xD3 Ó is ╙, 0xCD Í is ═, 0xC1 Á is ┴, 0xDA Ú is ┌, 0xC7 Ç is ╟
  '┴': 'Á',
  '╔': 'É',
  '═': 'Í',
  '╙': 'Ó',
  '┌': 'Ú',
  '╤': 'Ñ',
  '╟': 'Ç',
  ß: 'á',
  α: 'à',
  Γ: 'â',
  π: 'ã',
  τ: 'ç',
  Θ: 'é',
  Φ: 'è',
  Ω: 'ê',
  '\u2126': 'ê',
  φ: 'í',
  '±': 'ñ',
  '≤': 'ó',
  '⌠': 'ô',
  '⌡': 'õ',
  '\u2219': 'ù',
  ⁿ: 'ü',
}
/** Signs of windows-1252 at the bytes of code page 437's letters (0xA1 í is ¡, 0xA3 ú is £, 0xA4 ñ is ¤, 0xA2 ó is ¢). */
const letters1252: Record<string, string> = { '¡': 'í', '¢': 'ó', '£': 'ú', '¤': 'ñ' }

const signs437 = '┴╔═╙┌╤╟αΓπτΘΦΩ\u2126φ±≤⌠⌡\u2219ⁿ'
/** Beside a letter. A German ß follows a vowel ("Straße", "Gießen", "weiß"); a middle dot between two l is Catalan. */
const misprinted = new RegExp(`(?<=\\p{L})[${signs437}]|[${signs437}](?=\\p{Ll})|(?<=[b-df-hj-np-tv-z]|(?<!e)i)ß`, 'gu')
/** An ordinal's sign after a number ("334║ CCI"), a dash that stands alone ("IGP û Rio"), an apostrophe ("PROSECUTORÆS"). */
const marks: [RegExp, string][] = [
  [/(?<=\d)║/gu, 'º'],
  [/(?<=\s)û(?=\s)/gu, '–'],
  [/(?<=\p{L})Æ(?=[Ss](?!\p{L}))/gu, '’'],
  [/(?<=\p{L})(?<!l)·(?=\p{L})/gu, 'ú'],
  [/(?<=\p{L})[¡¢£¤](?=\p{Ll})/gu, ''],
]

/** The text as it is to be read; the text itself where nothing in it is misprinted. */
export function repairMisprintedLetters(text: string): string {
  if (!suspect.test(text)) return text
  let read = text.replace(misprinted, (sign) => letters437[sign] ?? sign)
  for (const [pattern, by] of marks) read = read.replace(pattern, (sign) => letters1252[sign] ?? by)
  return read
}

/** Nearly every cell is decided here. */
const suspect = new RegExp(`[${signs437}ß·║ûÆ¡¢£¤]`, 'u')
