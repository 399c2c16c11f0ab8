/** The colours of a chart's series are told apart by whoever sees fewer of them, and stand out from the page. */
import { expect, test } from 'vitest'
import { stylesheet } from './stylesheet.js'

type Vector = readonly [number, number, number]
type Matrix = readonly [Vector, Vector, Vector]

const identity: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]
/** What is seen without one kind of cone, of linear colours: Machado, Oliveira and Fernandes (2009), severity 1. */
const seenWith: Record<string, Matrix> = {
  'all cones': identity,
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]

const times = (matrix: Matrix, [x, y, z]: Vector) => matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Vector
const linear = (hex: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Vector
const luminance = (hex: string) => times(toXyz, linear(hex))[1]
const contrast = (one: string, other: string) => {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (more + 0.05) / (less + 0.05)
}

/** CIE L*a*b*, in which some 2 is the least difference that is seen side by side. */
function lab(hex: string, seen: Matrix): Vector {
  const white = [0.95047, 1, 1.08883]
  const clipped = times(seen, linear(hex)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Vector
  const [x, y, z] = times(toXyz, clipped).map((part, at) => {
    const of = part / white[at]!
    return of > 0.008856 ? Math.cbrt(of) : 7.787 * of + 16 / 116
  }) as unknown as Vector
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** The values of a name in the order of the sheets: light, dark, print. */
const valuesOf = (name: string) =>
  [...stylesheet().css.matchAll(new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6})`, 'g'))].map(([, hex]) => hex!)
const six = (hex: string) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex)

test.each(['light', 'dark', 'print'].map((scheme, at) => [scheme, at] as const))('%s', (_, at) => {
  const colours = [1, 2, 3, 4, 5, 6, 7].map((series) => valuesOf(`series-${series}`)[at]!)
  const paper = six(valuesOf('paper')[at]!)
  for (const colour of colours) expect([colour, contrast(colour, paper) > 2.5]).toEqual([colour, true])
  for (const [cones, seen] of Object.entries(seenWith)) {
    const points = colours.map((colour) => lab(colour, seen))
    for (const [one, from] of points.entries())
      for (const [other, to] of points.entries()) {
        if (other <= one) continue
        const difference = Math.hypot(...from.map((part, index) => part - to[index]!))
        // Pieces of a column that touch, and any two that a key has to tell apart.
        const least = other === one + 1 ? 30 : 20
        expect([cones, colours[one], colours[other], difference > least]).toEqual([cones, colours[one], colours[other], true])
      }
  }
})
