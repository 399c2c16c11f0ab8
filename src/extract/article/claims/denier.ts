/** Who denies or doubts: the subject of the verb. */
import { withoutArticle } from './speaker-phrases.js'

const adverbs = `(?:categorically|flatly|strongly|vehemently|repeatedly|also|later|then|today|yesterday|however|ever|further|has|have|had|could|can|would|did|ha|han|hab[ií]a|tambi[eé]n|lo|la|los|las|le|s[ií]|ni|neither|not)`
const verbs = new RegExp(
  String.raw`^(?:${adverbs}\s)*(?:plead|se\sdeclar|proclaim|protest|den(?:y|ies|ied|ying)|refut|disput|reject|dismiss|neg[oóa]|nieg|desm|rechaz|insist|call|describ|brand|label|calific|tach|said|says|question|doubt|dud|cast|raise|maintain|state|dijo|asegur|afirm|sostuvo|sostien|pus(?:o|ieron)|pone|confirm|neither|no\s(?:ha\s|han\s|quiso\s|pudo\s)?(?:confirm|reconoc|admit)|acknowledg|admit|se\s(?:neg|abst)|declin|refus|(?:did|would|could)(?:\snot|n['’]t)\s|cannot\s|ha[sd]|have|is|was|were|are)`,
  'iu',
)

/**
 * Who denies or doubts: the subject of the verb, without what is said of him in commas. "We" and "he" are somebody that another sentence or the
 * attribution names, and null here.
 */
export function denier(sentence: string, at: number): string | null {
  const rest = sentence.slice(at)
  if (!verbs.test(rest) && !/(?<!\p{L})(?:said|says|dijo|sostien|sostuvo|asegur|afirm|maintain|state|insist)/iu.test(rest))
    return null
  let before = sentence.slice(0, at)
  // A pattern that begins with its subject: what stands before its verb of saying is who says so.
  if (!verbs.test(rest))
    before += /^[^“”"«»]*?(?=\s(?:said|says|dijo|sostien|sostuvo|asegur|afirm|maintain|state|insist))/iu.exec(rest)?.[0] ?? ''
  // "Soldiers of the 5th Brigade, who denied it, were convicted".
  const clause = before
    .replace(/,\s(?:who|which|que|quien(?:es)?)\s*(?:\p{L}+\s){0,2}$/u, '')
    .replace(/\([^()]*\)/g, '')
    .split(
      /[;:“”"«»]|(?<=\p{Ll}{4,})\.\s(?=\p{Lu}\p{Ll}{3})|,\s(?:but|and|while|though|although|pero|y|mientras|aunque)\s|\s(?:but|pero|while|mientras)\s/u,
    )
    .at(-1)!
    // ", who stated this yesterday," and ", un portavoz del Ejército," are said of the subject.
    // "El excomandante, el mayor Ejemplo,": who it is stands in the commas.
    .replace(/^.*,\s(?=(?:el|la)\s\p{Ll}+\s\p{Lu}\p{Ll}+\s\p{Lu}[^,]*,?\s*$)/u, '')
    .replace(/,\s(?:who|which|whose|que|quien|an?|the|un|una|el|la|su|his|her)\s[^,]{3,120}(?:,|$)/u, '')
    .replace(/\s(?:who|que|quien)\s(?:asked|spoke|declined|pidi[oó]|habl[oó])\s.*$/u, '')
    .trim()
  const parts = clause.split(/,\s/)
  // "On Friday, the army"; "Director of Defence Information, Major General Example": the last part, with the name.
  const last = parts
    .at(-1)!
    .replace(new RegExp(`(?:\\s${adverbs})+$`, 'iu'), '')
    .replace(
      /^(?:[Oo]n|[Ee]l|[Ii]n) (?:\p{L}+day|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\p{L}+ \d{4}|\d{4})\s/u,
      '',
    )
    .replace(/^(?:But|And|Yet|However|Pero|Y|Sin embargo|por su parte)\s/u, '')
    .replace(/[\s,]+$/u, '')
    .trim()
  const subject = withoutClause(last.replace(/\s(?:said|says|stated|insisted|told|dijo|asegur[oó]|afirm[oó])(?:\s.*)?$/u, ''))
  // "In a letter to Congress last month, the department said": whoever speaks is named behind it.
  if (/^(?:in|on|at|after|during|for|by|en|durante|tras|para|ante)\s/iu.test(subject)) return null
  if (/^(?:no|none|nobody|not|neither|nor|ni|ning[uú]n\p{L}*|nadie)(?!\p{L})/iu.test(subject)) return null
  const words = subject.split(/\s+/).length
  if (
    subject === '' ||
    words > 14 ||
    /^(?:We|I|It|He|She|They|That|This|Which|Who|Nosotros|Yo|Él|Ella|Ellos|Es)$/iu.test(subject)
  )
    return null
  if (
    !/\p{Lu}|(?:officials?|army|navy|police|military|government|embassy|ministry|spokes|general|colonel|minister|commander|authorities|residents?|lawyers?|analysts?|experts?|report|official)/iu.test(
      subject,
    )
  )
    return null
  return /^(?:the|a|an|el|la|los|las|un|una|\p{Lu}|[\p{Ll}]+\s\p{Lu}|some|several|\p{Ll}+\s(?:officials?|officers?|spokes))/u.test(
    subject,
  )
    ? withoutArticle(subject)
    : null
}

const officer =
  /(?<!\p{L})(?:officials?|army|navy|police|military|government|embassy|ministry|spokes\p{L}+|general|colonel|minister|commander|authorities|ej[eé]rcito|marina|armada|polic[ií]a|gobierno|embajada|ministerio|vocer[oa]|coronel)(?!\p{L})/iu
/** A clause, and nobody who could speak: "the claim that they killed nine is untrue". */
const clauseLike =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|es|son|era|eran|fue|fueron|ha|han|killed|shot|trained|received|mataron|mat[oó]|entren[oó]|recibi[oó])(?!\p{L})/iu

/** In headlines and capitals a sentence runs into the next: of "UNITED STATES TRAINED 800 SOLDIERS IN 2011 THE ARMY" who denies stands at the end. */
function withoutClause(subject: string): string {
  const plain = subject.replace(/\s(?:who|which|que|quien|whose)\s.*$/iu, '')
  if (!clauseLike.test(plain)) return subject
  const last = /(?:\d\s+|(?<!\p{L})(?=(?:the|el|la|los)\s))(?<who>(?:(?:the|el|la|los)\s)?(?:\p{L}[\p{L}.’'-]*\s?){1,5})$/iu.exec(
    plain,
  )?.groups?.who
  return last && officer.test(last) && !clauseLike.test(last) ? last : ''
}
