/**
 * Letters that PDFium read by the wrong table: MacRoman where the file says WinAnsi.
 *
 * The surprising case: in reports that Ghostscript cut out of a larger volume (2010–2012, 2015–2019) the page shows "Secretaría
 * Pública" and PDFium reads "SecretarÌa P˙blica", because it ignores the encoding of fonts marked as symbolic. The byte is right,
 * so that nothing is guessed in turning it back; that it must be turned is decided on the whole file.
 */
import type { Page } from './page.js'

/** Bytes 0x80 to 0xFF in MacRoman and in windows-1252 (Unicode consortium, APPLE/ROMAN.TXT and WINDOWS/CP1252.TXT). */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
const WINDOWS =
  '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'

const turned = new Map([...MAC_ROMAN].map((letter, index) => [letter, WINDOWS[index]!]))
// PDFium writes some of MacRoman's symbols with the other of two like code points.
for (const [letter, twin] of [
  ['Ω', 'Ω'],
  ['∆', 'Δ'],
  ['µ', 'μ'],
  ['€', '¤'],
] as const) {
  turned.set(twin, turned.get(letter)!)
}

// These stand in units' names ("371º") and were read rightly in the same files; what they would turn into is in no name. π, ≤, ≥ and Ω are
// printed ("Delegaci≤n": the report's own damage, see extract/fmtr/misprinted-letters.ts) and would become ¹, ², ³ and ½.
for (const letter of 'º°ªπ≤≥Ω\u2126') turned.delete(letter)

/** What small accented letters of windows-1252 (0xE0 to 0xFC) become when read as MacRoman, after a small letter, and its apostrophe in "Officerís": no word is written so. */
const misread =
  /[a-zà-ÿ][‡‚„‰ÂÁËÈÍÎÏÌÓÔÒÚÛÙıˆ¯˘˙˚¸](?![A-ZÀ-Þ])|[A-Z][ËÈÍÎÏÌÔÒÛÙ˙¸][a-z]|[A-Z][⁄…][A-Z]|[A-Za-z]{5}ís$|[a-z]{4}sí$|\b[A-Z]í[A-Z][a-z]/u
/**
 * Small accented letters read rightly. Left out are those that MacRoman makes of windows-1252's quotation marks and dashes
 * (0x91 to 0x97: "Officerís").
 */
const readRightly = /[a-z][éèáàâäãåçêúùûüôöõò]/u

/** Turns a file's letters back where the whole of its words says that they were read by the wrong table; else does nothing. */
export function turnMisreadLetters(pages: readonly Page[]): void {
  let wrong = 0
  let right = 0
  for (const { words } of pages) {
    for (const { text } of words) {
      if (!beyondAscii(text)) continue
      if (misread.test(text)) wrong++
      if (readRightly.test(text)) right++
    }
  }
  if (wrong === 0 || wrong < right * 10) return
  for (const { words } of pages) {
    for (const word of words) {
      const text = word.glyphs ?? word.text
      if (beyondAscii(text)) word.text = turnLetters(text)
    }
  }
}

/**
 * "SecretarÌa" → "Secretaría". A letter that MacRoman does not have stays. So do quotation marks and dashes, which are mostly
 * right, but between two capitals: "COVE—AS" is printed "COVEÑAS".
 */
export function turnLetters(text: string): string {
  const letters = [...text]
  return letters
    .map((letter, index) => {
      const inCapitals = /\p{Lu}/u.test(letters[index - 1] ?? '') && /\p{Lu}/u.test(letters[index + 1] ?? '')
      if (/[‘“”–—]/.test(letter) && !inCapitals) return letter
      // "O’DONNELL" and "INFORMA«’ES": the second stands after a Ç.
      if (letter === '’' && letters[index - 1] !== '«') return letter
      return turned.get(letter) ?? letter
    })
    .join('')
}

function beyondAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return true
  return false
}
