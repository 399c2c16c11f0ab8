/** Words of a page to lines, from the top down. */
import type { Word } from '../page.js'

export interface Line {
  words: Word[]
  left: number
  right: number
  top: number
  bottom: number
  size: number
  /** In a box beside the column: read behind all that stands on the page. */
  aside?: boolean
}

export function linesOf(words: readonly Word[]): Line[] {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (last && Math.abs(last.bottom - word.bottom) < Math.max(2, Math.min(last.size, word.size) * 0.4)) line!.push(word)
    else lines.push([word])
  }
  return lines.map((line) => lineOf(line)).sort((a, b) => a.top - b.top || a.left - b.left)
}

export function lineOf(words: Word[]): Line {
  const ordered = [...words].sort((a, b) => a.left - b.left)
  const sizes = ordered.map(({ size }) => size).sort((a, b) => a - b)
  return {
    words: ordered,
    left: ordered[0]!.left,
    right: Math.max(...ordered.map(({ right }) => right)),
    top: Math.min(...ordered.map(({ top }) => top)),
    bottom: Math.max(...ordered.map(({ bottom }) => bottom)),
    size: sizes[Math.floor(sizes.length / 2)]!,
  }
}

export function commonSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, words } of lines) counts.set(size, (counts.get(size) ?? 0) + words.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
