/** What a form of screening may bring. A list of 100,000 rows with all its columns has some 15 megabytes; longer ones are for `rastro screen`. */

export const mostUploadMegabytes = 32
/** With what a form puts around a file. */
export const mostUploadBytes = mostUploadMegabytes * 1_000_000 + 64_000
/** A decision: reasons are bounded by the room. */
export const mostFormBytes = 64_000
/** A bulk decision names the subjects of a page. */
export const mostBulkBytes = 256_000
/** Subjects of one page. */
export const pageLength = 50
