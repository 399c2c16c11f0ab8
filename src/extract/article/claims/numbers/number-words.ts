/** Numbers that prose writes in words, English and Spanish: units, scales, vague plurals, shares of a whole. */

export const units: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, at) => [word, at + 1]),
  ),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
  ),
  ...Object.fromEntries(
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'
      .split(' ')
      .map((word, at) => [word, at + 2]),
  ),
  dieciséis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  ...Object.fromEntries(
    'veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'
      .split(' ')
      .map((word, at) => [word, at + 21]),
  ),
  veintiún: 21,
  veintiuna: 21,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
}
export const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  score: 20,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  mil: 1e3,
  millón: 1e6,
  millones: 1e6,
  'mil millones': 1e9,
  billón: 1e12,
  billones: 1e12,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  decena: 10,
  decenas: 10,
  docena: 12,
  docenas: 12,
  veintena: 20,
  treintena: 30,
  centenar: 100,
  centenares: 100,
  cien: 100,
  ciento: 100,
}
/** Plural words that say "at least two of". */
export const vague: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
  millions: 2e6,
  decenas: 20,
  docenas: 24,
  cientos: 200,
  centenares: 200,
  miles: 2000,
  'decenas de miles': 20_000,
}

const shares: readonly [RegExp, number][] = [
  [/half|hal|mitad/, 2],
  [/third|terci|tercer/, 3],
  [/quarter|cuart/, 4],
  [/fifth|quint/, 5],
  [/sext/, 6],
]
/** Of "a third", "two-thirds", "la mitad": 0 to 1. */
export function shareOf(words: string): number {
  const lower = words.toLowerCase()
  const parts = shares.find(([pattern]) => pattern.test(lower))?.[1] ?? 10
  return (/^(?:two|dos)/.test(lower) ? 2 : /^(?:three|tres)/.test(lower) ? 3 : /^four/.test(lower) ? 4 : 1) / parts
}

/** "doscientos", "quinientas": hundreds that are one word. */
const hundreds = [
  'ciento',
  'doscient',
  'trescient',
  'cuatrocient',
  'quinient',
  'seiscient',
  'setecient',
  'ochocient',
  'novecient',
] as const
const hundredsOf = (piece: string): number => {
  const stem = piece === 'ciento' ? piece : piece.replace(/[oa]s$/, '')
  return (hundreds as readonly string[]).indexOf(stem) + 1
}

/** "twenty-five thousand", "a hundred and fifty", "doscientos treinta y uno", "mil quinientos millones", "two million and a half". */
export function readWords(printed: string): number {
  let total = 0
  /** What the next scale multiplies: "two hundred" of "two hundred thousand", "mil quinientos" of "mil quinientos millones". */
  let group = 0
  let current = 0
  let last = 1
  for (const piece of printed
    .toLowerCase()
    .replace(/\band a half\b|\by medi[oa](?!\p{L})/gu, 'half')
    .split(/[\s-]+/)) {
    const factor = scales[piece]
    if (piece === 'half') {
      if (current > 0 || last === 1) current += 0.5
      else total += last / 2
    } else if (hundredsOf(piece) > 0) current += hundredsOf(piece) * 100
    else if (/^(?:an?|un[oa]?)$/.test(piece)) current += 1
    else if (units[piece] !== undefined) current += units[piece]
    else if (factor !== undefined) {
      if (factor < 1000) current = Math.max(1, current) * factor
      else if (factor === 1000) {
        group += Math.max(1, current) * factor
        current = 0
      } else {
        total += Math.max(1, group + current) * factor
        group = 0
        current = 0
      }
      last = factor
    }
  }
  return total + group + current
}
