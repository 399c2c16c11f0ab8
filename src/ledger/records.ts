/**
 * What a record of the ledger is: the shapes that extraction writes, the ledger keeps, and pages and API show.
 *
 * Money is in integer cents as a number: all the reports together stay far below 2^53 cents. Outside (files, API) it is a
 * number of dollars with at most two decimals, see `publish.ts`.
 */
import { z } from 'zod'

/** [left, top, right, bottom] in points from the displayed page's top left. */
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

/**
 * Where in a source a value stands: a page and a box on it (PDF), the ordinal of a `<tr>` in the file (HTML) or of a row of a spreadsheet (its
 * heading is row 1), or a range of characters of a text.
 * `pageLabel` is the page number as the source prints it ("IV-233"), `page` counts from 1 in the file.
 */
export const Place = z.object({
  page: z.number().int().positive().nullable(),
  pageLabel: z.string().nullable(),
  box: Box.nullable(),
  row: z.number().int().positive().nullable(),
  /** In a text: from and to, in Unicode code points of the archived text, the end not included. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  /** In a spreadsheet: the heading of the column, as printed. */
  column: z.string().optional(),
})
export type Place = z.infer<typeof Place>

/** A doubt or a repair, by stable code; `note` says what was seen and what was done. Codes are listed in `flags.ts`. */
export const Flag = z.object({ code: z.string(), note: z.string() })
export type Flag = z.infer<typeof Flag>

/** The 1999–2001 reports also list the next year's plan; sums take what was delivered. */
export const Status = z.enum(['delivered', 'proposed'])
export type Status = z.infer<typeof Status>

/** Only a security force is a "unit trained". */
export const RecipientClass = z.enum([
  'security force',
  'other government',
  'U.S. organisation',
  "another country's force",
  'civil society',
  'individual',
  'unknown',
])
export type RecipientClass = z.infer<typeof RecipientClass>

/** One row of an official training record. Text is as printed with wrapped lines joined; null where the cell is blank. */
export const Training = z.object({
  id: z.string(),
  sourceSha256: z.string(),
  sourceFile: z.string(),
  report: z.string(),
  fiscalYear: z.number().int(),
  status: Status,
  region: z.string().nullable(),
  country: z.string(),
  countryCode: z.string().nullable(),
  program: z.string(),
  programCode: z.string().nullable(),
  programFamily: z.string().nullable(),
  agency: z.enum(['DoS', 'DoD', 'DHS']).nullable(),
  courseTitle: z.string().nullable(),
  quantity: z.number().int().nullable(),
  quantityHeader: z.string().nullable(),
  location: z.string().nullable(),
  recipientUnit: z.string().nullable(),
  deliveryUnit: z.string().nullable(),
  deliveryQuantity: z.number().int().nullable(),
  cents: z.number().int().nullable(),
  startPrinted: z.string().nullable(),
  endPrinted: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  places: z.array(Place).min(1),
  flags: z.array(Flag),
})
export type Training = z.infer<typeof Training>

/**
 * A total that the source itself prints. Its scope is the triple (country, program, fiscal year), each possibly null;
 * `level` follows: country where the programme is null, fiscal_year for a printed "FY nn Totals" line, else program.
 */
export const PrintedTotal = z.object({
  id: z.string(),
  sourceSha256: z.string(),
  sourceFile: z.string(),
  report: z.string(),
  level: z.enum(['country', 'fiscal_year', 'program']),
  region: z.string().nullable(),
  country: z.string().nullable(),
  countryCode: z.string().nullable(),
  program: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
  quantity: z.number().int().nullable(),
  cents: z.number().int().nullable(),
  printed: z.string(),
  places: z.array(Place).min(1),
  flags: z.array(Flag),
})
export type PrintedTotal = z.infer<typeof PrintedTotal>

/**
 * Something inside a table of a source that could be read neither as a row nor as anything else. It is never dropped in silence: it is kept with
 * its place, its words and why.
 */
export const UnreadPlace = z.object({
  place: Place,
  text: z.string(),
  reason: z.string(),
})
export type UnreadPlace = z.infer<typeof UnreadPlace>

/** A publication file, an analyst's *note*, or a *reply* that was received. `id` is derived from the SHA-256 of its bytes. */
export const Source = z.object({
  id: z.string(),
  sha256: z.string(),
  kind: z.enum(['training report', 'article', 'list', 'spreadsheet', 'note', 'reply']),
  report: z.string().nullable(),
  region: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  publishedPrinted: z.string().nullable(),
  officialUrl: z.string().nullable(),
  archivedUrl: z.string().nullable(),
  volumePageOffset: z.number().int().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  licence: z.string().nullable(),
})
export type Source = z.infer<typeof Source>

/** One unit, person or organisation named in a cell: a cell may name 25 units, then there are 25 namings of it. */
export const Naming = z.object({
  role: z.enum(['recipient', 'delivery']),
  ordinal: z.number().int(),
  /** How many of the row's quantity the cell gives to this name ("13 from Ministry of Defense"); null where it gives none. */
  count: z.number().int().nullable(),
  text: z.string(),
  recipientClass: RecipientClass.nullable(),
  flags: z.array(Flag),
})
export type Naming = z.infer<typeof Naming>

/** What is known to be there or not, for a cell of report × region × year × programme × column; each with its source. */
export const CoverageState = z.enum([
  'present',
  'file missing',
  'column absent',
  'column blank',
  'classified',
  'in progress elsewhere',
  'excluded by law',
])
export const Coverage = z.object({
  report: z.string(),
  region: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
  program: z.string().nullable(),
  column: z.string().nullable(),
  state: CoverageState,
  reason: z.string(),
  /** Where the reason is known from, citable: a printed page, a law, or the files at hand. */
  citation: z.string(),
})
export type Coverage = z.infer<typeof Coverage>
