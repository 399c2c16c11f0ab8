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
  docena: 12,
  docenas: 12,
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

/** Of "a third", "two-thirds", "la mitad": 0 to 1. */
export function shareOf(words: string): number {
  const lower = words.toLowerCase()
  const parts = /half|hal|mitad/.test(lower)
    ? 2
    : /third|tercio/.test(lower)
      ? 3
      : /quarter|cuarto/.test(lower)
        ? 4
        : /fifth/.test(lower)
          ? 5
          : 10
  return (/^(?:two|dos)/.test(lower) ? 2 : /^three/.test(lower) ? 3 : /^four/.test(lower) ? 4 : 1) / parts
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

/** "twenty-five thousand", "a hundred and fifty", "doscientos treinta y uno". */
export function readWords(printed: string): number {
  let total = 0
  let current = 0
  for (const piece of printed.toLowerCase().split(/[\s-]+/)) {
    if (piece === 'and' || piece === 'y') continue
    if (hundredsOf(piece) > 0) {
      current += hundredsOf(piece) * 100
      continue
    }
    if (piece === 'a' || piece === 'an' || piece === 'un' || piece === 'una') current = 1
    else if (units[piece] !== undefined) current += units[piece]
    else if (scales[piece] !== undefined) {
      const factor = scales[piece]
      if (factor >= 1000) {
        total += Math.max(1, current) * factor
        current = 0
      } else current = Math.max(1, current) * factor
    }
  }
  return total + current
}
