/** One line on a terminal that says how far long work is: share, rate and the time that is left. Nothing where there is no terminal. */

export interface Progress {
  /** `share` of all work done, 0 to 1; `count` of what the rate is measured in, so far. */
  update(share: number, count: number): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

export interface ProgressOptions {
  /** Whether standard error is a terminal. */
  interactive: boolean
  write(text: string): void
  now(): number
  /** What is counted: "pages". Null where only the share is known. */
  unit: string | null
  columns?: number
}

/** Drawn at most ten times a second. */
const INTERVAL = 100
const BAR = 24

export function startProgress({ interactive, write, now, unit, columns = 80 }: ProgressOptions): Progress {
  if (!interactive) return { update() {}, clear() {} }
  const start = now()
  let drawn = Number.NEGATIVE_INFINITY
  let shown = false
  return {
    update(share, count) {
      const at = now()
      if (at - drawn < INTERVAL && share < 1) return
      drawn = at
      shown = true
      write(`\r\x1b[K${progressLine(share, count, (at - start) / 1000, unit).slice(0, columns - 1)}`)
    },
    clear() {
      if (shown) write('\r\x1b[K')
      shown = false
    },
  }
}

/** "[██████······]  25 % · 1,334 pages · 289 pages/s · 14 s left". */
export function progressLine(share: number, count: number, seconds: number, unit: string | null): string {
  const done = Math.min(1, Math.max(0, share))
  const bar = '█'.repeat(Math.round(done * BAR)).padEnd(BAR, '·')
  const counted = unit === null ? '' : `${count.toLocaleString('en')} ${unit}`
  const rate = unit !== null && seconds > 0.5 ? `${Math.round(count / seconds).toLocaleString('en')} ${unit}/s` : ''
  const left = seconds > 1 && done > 0.01 && done < 1 ? `${duration((seconds / done) * (1 - done))} left` : ''
  return [`[${bar}] ${String(Math.floor(done * 100)).padStart(3)} %`, counted, rate, left].filter(Boolean).join(' · ')
}

/** "14 s", "3 min 05 s", "1 h 12 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`
}
