/** Who did a deed and whom it was done to, as words; null for what is nobody. */
import type { Clauses, Phrase } from '../grammar/clauses.js'
import { clean } from '../phrases.js'

/** Who did it, as words: not "it", "they", a bomb. */
export function actor(clause: Clauses, { from, to }: Phrase): string | null {
  const words = clean(clause.print({ from, to }))
  if (
    words === null ||
    /^(?:\p{Ll}+ing\s|(?:there|it|this|that|which|who|whoever|they|he|she|we|i|you|ellos|ellas|él|ella)$)/iu.test(words)
  )
    return null
  const head = clause.headOf({ from, to })
  if (abstract.test(clause.word(head)) && !body.test(clause.word(head)) && !clause.isProper(head)) return null
  for (let at = from; at < to && !clause.is(at, 'of', 'in', 'about'); at++) {
    if (clause.is(at, 'people')) return words
    if (!clause.is(at, 'thing') || clause.is(at + 1, 'people')) continue
    // "A grenade thrown by a soldier": the soldier.
    for (let by = at + 1; by < to - 1; by++) if (clause.is(by, 'by')) return clean(clause.print({ from: by + 1, to }))
    return null
  }
  return words
}

/** "corruption", "impunity", "the emergency rule": nobody. */
const abstract =
  /(?:tion|sion|ness|ity|ism|ship|ci[oó]n|dad|ismo)$|^(?:rule|polic(?:y|ies)|law|laws|strategy|drought|crisis|sequía|ley|política)$/iu
/** Who is named so all the same. */
const body =
  /^(?:organi[sz]ation|administration|delegation|federation|coalition|faction|corporation|association|division|(?:com)?mission|institution|opposition|station|section|security|authority|community|entity|university|organización|división|delegación|asociación|federación|fracción|comisión|institución|sección|estación|unidad|autoridad|comunidad|entidad|seguridad|universidad|hermandad)$/iu

/** In Spanish the "a" of the verb is none of theirs: "mataron a 22 personas". */
const toWhom =
  /^a\s(?=\d|\p{Lu}|(?:más|menos|casi|unos|unas|al menos|por lo menos|cerca de)\s|\p{Ll}{2,}(?:os|as|es)(?!\p{L})|(?:el|la|los|las|un|una|su|sus|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|varios|varias|otros|otras|mi|mis|nuestros?|nuestras?)\s)/u

/** Whom it was done to, as words. */
export function sufferer(clause: Clauses, part: Phrase): string | null {
  const words = clean(
    clause
      .print(part)
      .replace(toWhom, '')
      .replace(/^al\s(?!menos)/iu, 'el ')
      .replace(/^((?:al|por lo) menos) a\s/iu, '$1 ')
      .replace(/^(?:among|at)\s(?!least\s|those$)/iu, ''),
  )
  return words === null ||
    /^(?:almost|nearly|among those|who|which|that|they|them|he|him|she|her|it|us|me|you|first|back|again|twice|dead|primero|himself|themselves)$/i.test(
      words,
    )
    ? null
    : words
}
