/**
 * What a bag is made of (RFC 8493): a folder with `data/` in it, and beside that the tag files that name every file with its digest. A path is
 * written with forward slashes from the bag's own folder, and never leads out of it.
 */

/** One file of a bag. */
export interface BagFile {
  /** From the bag's folder: "data/dossier.html", "bagit.txt". */
  path: string
  bytes: Uint8Array
}

/** Those that we write. A bag of others may have one of them or the older ones beside them. */
export const writtenDigests = ['sha256', 'sha512'] as const
/** MD5 and SHA-1 are computed where a bag gives them, and prove nothing by themselves. */
export const knownDigests = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'] as const
export type DigestName = (typeof knownDigests)[number]
export const provesNothing: ReadonlySet<string> = new Set(['sha1', 'md5'])

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** RFC 8493, 2.1.3: line ends and the per cent sign in a path are written as %0A, %0D and %25. */
export const writePath = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
export const readPath = (written: string): string =>
  written.replaceAll(/%0a/gi, '\n').replaceAll(/%0d/gi, '\r').replaceAll('%25', '%')

/**
 * Why a path must not be followed, or null where it may be: it would lead out of the bag on this system or another, or name something that is
 * no file there (RFC 8493, 5.2).
 */
export function pathObjection(path: string): string | null {
  if (path === '') return 'it is empty'
  if (path.length > 1_000) return 'it is longer than any path'
  if (/\p{Cc}/u.test(path)) return 'it holds control characters'
  if (path.startsWith('/') || path.startsWith('\\') || path.startsWith('~') || /^[A-Za-z]:/.test(path))
    return 'it leads out of the bag'
  const steps = path.split(/[\\/]/)
  if (steps.includes('..')) return 'it leads out of the bag'
  if (steps.some((step) => step === '' || step === '.')) return 'it has an empty step'
  return null
}
