/**
 * Words as one language reads what another transliteration writes otherwise: "Siarhei", "Serhiy" and "Sergey" are near as Slavic names, "Pu" and "Bu" the same as
 * Korean ones. Only names that look like theirs are compared so.
 */

/** Letters that one of the three languages, or another transliteration, writes for those of another; order matters. */
const slavicLetters: [RegExp, string][] = [
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/^ul/g, 'vl'],
  [/^m[iy]k(?=[aoi])/g, 'nik'],
  [/iou/g, 'yu'],
  [/ou/g, 'u'],
  [/(?<=i)ne$/g, 'n'],
  [/ff$/g, 'v'],
  [/kh/g, 'h'],
  [/shch|sch|tsch|tch|cz|sh|ch|zh/g, 'c'],
  [/h/g, 'g'],
  [/dz/g, 'd'],
  [/t[sz]/g, 't'],
  [/ph/g, 'f'],
  [/(?<=[aeoi])u(?=[^aeiouyj]|$)/g, 'v'],
  [/(?<=[aeo])[iyj]+$/g, 'i'],
  [/[iyj]+(?=[aeou])/g, ''],
  [/[yj]/g, 'i'],
  [/[aeo]+/g, 'a'],
  [/i+/g, 'i'],
  [/(.)\1+/g, '$1'],
]

export function slavicOf(text: string): string {
  let read = text.length > 40 ? text.slice(0, 40) : text
  for (const [pattern, by] of slavicLetters) read = read.replace(pattern, by)
  return read
}

/** Letters that the ways of writing Korean in Latin letters change for each other; order matters. */
const koreanLetters: [RegExp, string][] = [
  [/^(?:lee|yi|rhee|li|i)$/g, 'ri'],
  [/^(?:ryu|yoo|yu)$/g, 'yu'],
  [/^(?:jung|chung)$/g, 'jong'],
  [/^h[iy]un$/g, 'hyon'],
  [/ou/g, 'o'],
  [/eo/g, 'o'],
  [/eu|oo/g, 'u'],
  [/oe/g, 'oi'],
  [/ae/g, 'e'],
  [/ch/g, 'j'],
  [/sh/g, 's'],
  [/(?<=[kptg])h/g, ''],
  [/r(?=[kng]$)/g, ''],
  [/k/g, 'g'],
  [/p/g, 'b'],
  [/t/g, 'd'],
  [/(?<=[aou])h$/g, ''],
]

export function koreanOf(text: string): string {
  if (text.length > 7) return text
  let read = text
  for (const [pattern, by] of koreanLetters) read = read.replace(pattern, by)
  return read
}
