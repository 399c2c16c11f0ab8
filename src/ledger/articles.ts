/**
 * An article as it is kept: the text that its ranges count in, and what each stretch of it is. Every offset counts Unicode code points of the
 * text.
 */
import { z } from 'zod'

/** What a block is: see documents/article/article-text.ts, which reads them. */
export const BlockKind = z.enum(['title', 'byline', 'heading', 'paragraph', 'caption', 'navigation', 'appeal', 'repetition'])
export type BlockKind = z.infer<typeof BlockKind>

const range = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }

/** Blocks, who is mentioned, and how these belong together; as src/extract/article reads them. */
export const ArticleReading = z.object({
  blocks: z.array(z.object({ kind: BlockKind, ...range, page: z.number().int().positive().optional() })),
  mentions: z.array(z.object({ type: z.enum(['Person', 'Rank', 'Role', 'Title', 'Organization']), ...range, text: z.string() })),
  /** `person` and `other` are indexes in `mentions`. */
  relations: z.array(
    z.object({ type: z.enum(['has_rank', 'has_role', 'has_title', 'is_posted']), person: z.number(), other: z.number() }),
  ),
  /** Pages of a PDF that hold no text, counted from 1. */
  pagesWithoutText: z.array(z.number().int().positive()).optional(),
  /** Words that the page or document holds and does not show. */
  hiddenWords: z.number().int().positive().optional(),
})
export type ArticleReading = z.infer<typeof ArticleReading>
