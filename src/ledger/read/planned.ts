/**
 * A statement that pages ask again and again, planned once for each connection: of a page's two dozen small ones planning is half the work.
 *
 * Of a past state the text holds its changeset, and each would be a plan of its own: those are planned as they are asked.
 */
import type { QueryConfig } from 'pg'

/** `name` is of one text alone; `past` the state that the text is of, null for the present. */
export const planned = (name: string, past: number | null, text: string, values: unknown[]): QueryConfig =>
  past === null ? { name, text, values } : { text, values }
