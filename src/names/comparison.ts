/** What a comparison of two names gives, and the kinds of name there are. */

export type NameKind = 'unit' | 'person' | 'organization'

/** `same` is safe to propose, never a decision; `different` says that something speaks against it; `unsure` waits for a person. */
export type Verdict = 'same' | 'unsure' | 'different'

export interface Comparison {
  /** From 0 to 1. */
  score: number
  verdict: Verdict
  /** In words, what weighs most first. */
  reasons: string[]
}

export const listed = (words: Iterable<string>): string => [...words].join(', ')

/** Two decimals more than anybody needs, so that equal scores are printed equal. */
export const rounded = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 10_000) / 10_000
