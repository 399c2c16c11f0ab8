/**
 * Guesses in which of the older encodings a text is that is neither UTF-8, UTF-16 nor plain ASCII: each is tried, and the one whose letters make
 * words is taken. A guess all the same: whoever knows better says so. Nothing here ever throws.
 */
import { windows1252 } from './kind.js'

const legacyEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-9',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'utf-32le',
  'utf-32be',
] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]
export const isLegacyEncoding = (text: string): text is LegacyEncoding => (legacyEncodings as readonly string[]).includes(text)

export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  if (encoding === 'windows-1252') return windows1252(bytes)
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le')
  return new TextDecoder(encoding).decode(bytes)
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little)
    parts.push(code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '�')
  }
  return parts.join('').replace(/^\ufeff/, '')
}

/** Letters that are frequent in the languages for which an encoding was made; others of its letters count for less. */
const frequent: Partial<Record<LegacyEncoding, string>> = {
  'windows-1252': 'áéíóúñüçãõâêôàèìòùäößøåæëïîûÁÉÍÓÚÑÜÇÃÕÖÄÀÈÂÊÔØÅÉ¡¿ºª°‘’“”–—',
  macintosh: 'áéíóúñüçãõâêôàèäößøåëïîûÁÉÍÓÚÑÜÇÖÄ¿¡ºª‘’“”–—',
  'windows-1250': 'ąćęłńóśźżčďěňřšťůžýáíéúöüőűăâîşţđšžčŁŚŻŠŽČÁÉÓÖÜŐŰ‘’“”–—',
  'iso-8859-2': 'ąćęłńóśźżčďěňřšťůžýáíéúöüőűăâîşţđŁŚŻŠŽČÁÉÓÖÜŐŰ',
  'windows-1254': 'ğışöçüİŞĞÖÇÜâî‘’“”–—',
  'windows-1257': 'āčēģīķļņšūžąęėįųõäöüĀČĒŠŪŽ',
  'windows-1258': 'ăâđêôơưáàéèíìóòúùẠẢ',
  'windows-1251': 'оеаинтсрвлкмдпуяыієїОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦ',
  'koi8-r': 'оеаинтсрвлкмдпуяыОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦ',
  'koi8-u': 'оеаинтсрвлкмдпуяыіїєґОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦІЇЄҐ',
  ibm866: 'оеаинтсрвлкмдпуяыОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦ',
  'iso-8859-5': 'оеаинтсрвлкмдпуяыОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦ',
  'x-mac-cyrillic': 'оеаинтсрвлкмдпуяыОАСМКПВНИТРДЕБГЗЛУЯЭЮФХЧШЖЦ',
  'windows-1253': 'αειοτνσρκπςάέήίόύώΑΕΙΟΝΤΣΚΛΜΠΔΓΧΒΦ',
  'iso-8859-7': 'αειοτνσρκπςάέήίόύώΑΕΙΟΝΤΣΚΛΜΠΔΓΧΒΦ',
  'windows-1255': 'יוהלארתבמשנדכחעפקצסגטזםןךףץ',
  'iso-8859-8': 'יוהלארתבמשנדכחעפקצסגטזםןךףץ',
  'windows-1256': 'اليمونترعبدسحهكقفشجصخطغضظثذزئءأإىةپچژگ',
  'iso-8859-6': 'اليمونترعبدسحهكقفشجصخطغضظثذزئءأإىة',
  'windows-874': 'านรกเอมยลวงทสตดะคปชพหิีาั่้',
  gb18030: '的一是不了在人有我他这中大国上个民军队王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单位姓名',
  big5: '的一是不了在人有我他這中大國上個民軍隊王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅單位姓名',
}

/**
 * Letters beyond ASCII of languages that are written in Latin: neighbours among the encodings differ in a few places, and take Czech for a text with single
 * Polish letters, Hungarian for one with Portuguese ones. One language has all letters of most lists.
 */
const languages = [
  'áéíóúñü',
  'áâãàçéêíóôõúü',
  'àâæçéèêëîïôœùûüÿ',
  'äöüß',
  'àèéìíòóùú',
  'åäöæøé',
  'áéíóúýþæöð',
  'äõöüšž',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîşţșț',
  'čćđšž',
  'çğıöşüâîİ',
  'ąčęėįšųūž',
  'āčēģīķļņšūž',
  'ăâđêôơư',
].map((letters) => new Set(letters))
/** What a letter that no one language has together with the others takes away. */
const mixed = 0.5

/** So many bytes tell. */
const sample = 60_000

/** What tells itself: UTF-32 by its zeros, ISO-2022-JP (all in seven bits) by its escapes; null where the bytes are neither. */
export function guessSpecialEncoding(bytes: Uint8Array): LegacyEncoding | null {
  const wide = guessUtf32(bytes)
  if (wide) return wide
  const start = bytes.subarray(0, sample)
  if (!start.includes(0x1b) || start.some((byte) => byte > 0x7f)) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for.
  return /\u001b\$[@B]/u.test(Buffer.from(start).toString('latin1')) ? 'iso-2022-jp' : null
}

/** The likeliest; windows-1252 where nothing is likelier. */
export function guessLegacyEncoding(bytes: Uint8Array): LegacyEncoding {
  const special = guessSpecialEncoding(bytes)
  if (special) return special
  const start = bytes.subarray(0, sample)
  if (!start.some((byte) => byte > 0x7f)) return 'windows-1252'
  let best: LegacyEncoding = 'windows-1252'
  let most = likelihood(windows1252(start), best) + 0.05
  for (const encoding of legacyEncodings) {
    if (encoding === 'windows-1252' || encoding.startsWith('utf-32') || encoding === 'iso-2022-jp') continue
    const score = likelihood(new TextDecoder(encoding).decode(start), encoding)
    if (score > most) {
      most = score
      best = encoding
    }
  }
  return best
}

function guessUtf32(bytes: Uint8Array): LegacyEncoding | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null
  const zeros = [0, 0, 0, 0]
  const seen = Math.min(bytes.length, 4096)
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at % 4]!++
  const all = seen / 4
  if (zeros[3]! === all && zeros[2]! > all * 0.9 && zeros[0]! < all * 0.1) return 'utf-32le'
  if (zeros[0]! === all && zeros[1]! > all * 0.9 && zeros[3]! < all * 0.1) return 'utf-32be'
  return null
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Hangul}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  /\p{Script=Han}/u,
]

/** How much the letters beyond ASCII look like those of words, from about -3 to 1, a letter. */
function likelihood(text: string, encoding: LegacyEncoding): number {
  const common = frequent[encoding] ?? ''
  let sum = 0
  let count = 0
  let before = ''
  for (const letter of text) {
    const code = letter.codePointAt(0)!
    if (code > 0x7f) {
      count++
      sum += worth(letter, before, common, encoding)
    } else if (before > '\x7f' && /[a-z]/i.test(letter) && /\p{L}/u.test(before) && !/\p{Script=Latin}/u.test(before)) sum -= 0.7
    before = letter
  }
  // Letters of two bytes are half as many: what counts is what a letter is like.
  return count === 0 ? -1 : sum / count - mixed * strangers(text)
}

/** Of the Latin letters beyond ASCII, the share that the language which has most of them has not. */
function strangers(text: string): number {
  const letters = text.match(/(?![A-Za-zªº])\p{Script=Latin}/gu) ?? []
  if (letters.length === 0) return 0
  const found = languages.map((language) => letters.filter((letter) => language.has(letter.toLowerCase())).length)
  return 1 - Math.max(...found) / letters.length
}

function worth(letter: string, before: string, common: string, encoding: LegacyEncoding): number {
  if (letter === '�' || /[\p{C}]/u.test(letter)) return -3
  if (letter === '\u00a0') return 0
  if (!/[\p{L}\p{M}]/u.test(letter)) return common.includes(letter) ? 0.6 : /[\p{L}]/u.test(before) ? -1.5 : -0.8
  const script = scripts.findIndex((each) => each.test(letter))
  const scriptBefore = /\p{L}/u.test(before) ? scripts.findIndex((each) => each.test(before)) : script
  let value = common.includes(letter) ? 1 : multibyteWorth(letter, encoding)
  if (script !== scriptBefore && !(script >= 7 && scriptBefore >= 7)) value -= 1.5
  // Western words have a letter beyond ASCII here and there, not one after the other.
  if (script === 0 && before > '\x7f' && /\p{Script=Latin}/u.test(before)) value -= 0.8
  // A capital within a word, or a whole text of capitals with small letters first: the cases of another encoding.
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter)) value -= 1.2
  return value
}

function multibyteWorth(letter: string, encoding: LegacyEncoding): number {
  if (encoding === 'euc-kr') return /\p{Script=Hangul}/u.test(letter) ? 1 : 0.2
  if (encoding === 'shift_jis' || encoding === 'euc-jp')
    // Half-width kana are what single bytes of other encodings become.
    return /[\u3040-\u30ff]/.test(letter) ? 1 : /\p{Script=Han}/u.test(letter) ? 0.55 : /[\uff61-\uff9f]/.test(letter) ? -1 : 0
  if (encoding === 'gb18030' || encoding === 'big5') return /\p{Script=Han}/u.test(letter) ? 0.5 : 0
  return 0.3
}
