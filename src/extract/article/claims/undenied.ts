/**
 * What has a verb of denying and is no denial: "did not deny that", "no longer denies", "refused to confirm or deny", and visas, bail and requests,
 * which are refused. Whoever takes the first for a denial clears somebody whom nobody cleared.
 */

/** Turns what comes behind it around, or leaves it undone. */
const undone =
  "(?:not|cannot|never|neither|nor|without|nothing|nobody|none|few|no\\sone|no|\\p{L}+n['’]t|fail(?:s|ed|ing)?|refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)?|stop(?:s|ped)|ceased|hardly|scarcely|unable|unwilling|reluctant|yet\\sto|wrong|foolish|absurd|pointless|hard|difficult|impossible|ni|nunca|jam[aá]s|tampoco|sin|nadie|evit(?:a|[oó])|rehus(?:a|[oó])|(?:se\\s)?(?:neg(?:[oó]|aron)|niegan?|abstuv(?:o|ieron)|abstiene)\\s(?:a|de))"
/** What may stand between it and the verb: adverbs, auxiliaries, other verbs of saying. */
const between =
  '(?:\\p{L}+ly|\\p{L}+mente|to|or|nor|from|of|short|longer|either|even|also|yet|ever|once|going|go|want(?:ed)?|wish(?:ed)?|try|tried|seek|sought|able|attempt|effort|move|reason|be|been|being|bother(?:ed)?|dare[ds]?|did|does|do|has|have|had|could|would|will|can|it|he|she|they|confirm(?:s|ed|ing)?|admit(?:s|ted)?|lo|la|los|las|se|ha|han|hab[ií]an?|quiso|quiere|quisieron|pudo|puede|pudieron|pueden|podr[ií]a|lleg[oó]|a|de|ya|confirm(?:[oó]|a|ar|aron|ado)|o|ni|officer|official|soldier|spokes\\p{L}+|commander|side)'
const withheldBefore = new RegExp(
  String.raw`(?<!\p{L})(?:${undone}(?:\s${between}){0,6}|nor\s(?:the\s)?(?:\p{L}+\s){0,2}\p{L}+|(?:nobody|no\sone|few)\s(?:in|of|from|at)\s(?:\p{L}+\s){0,3}\p{L}+|ni\s(?:el|la|los|las|sus?)\s(?:\p{L}+\s){0,3}\p{L}+|none\sof\s(?:the\s|its\s|his\s|them)?\p{L}*|ning[uú]n\p{L}*\s\p{L}+)\s$`,
  'iu',
)

const refusals =
  'visas?|bail|entry|access|permission|asylum|parole|leave|requests?|applications?|petitions?|motions?|appeals?|permits?|licen[cs]es?|refuge|passage|treatment|care|clemency|promotion|admission|re-?entry|credentials|accreditation|clearance|extradition|funding|funds|aid|assistance|justice|freedom|service|food|water|medicine|contact|visits?|transit|landing\\srights|citizenship|residency|compensation|pensions?|benefits|counsel|lawyers?|an?\\slawyer|loans?|credit|pardon|exemption|extension|registration|recognition|burial|due\\sprocess'
const spanishRefusals =
  'visas?|visados?|fianza|permisos?|autorizaci[oó]n|asilo|solicitud(?:es)?|petici[oó]n|amparo|recurso|apelaci[oó]n|libertad|extradici[oó]n|licencias?|refugio|residencia|liberaci[oó]n|prórroga|pensi[oó]n|indulto'
const spanishWays = 'ingreso|entrada|acceso|paso|salida|ayuda|fondos|atenci[oó]n|asistencia|agua|comida'
/** Whom or what is refused something, right behind the verb; "denied that visas" and "denied allegations of refusing entry" say that something is not so. */
const refusedBehind = new RegExp(
  String.raw`^(?:(?!(?:that|having|any|of|about|que|haber|ever|involvement|claims?|allegations?|reports?|accusations?|charges?|\p{L}+ing)\s)[\p{L}\d’'.-]+\s){0,5}?(?:(?:${refusals})(?=\s(?:to|for|from|by|in|on|at|and|or|of|until|after|before|because|when|as|over|without|during|last|this|under)(?!\p{L})|\s?[.,;:]|\s?$)|(?:${spanishRefusals})(?=\s(?:a|al|para|de|del|por|en|y|que|desde|durante|ante)(?!\p{L})|\s?[.,;:]|\s?$)|(?:${spanishWays})(?=\s(?:a|al|para|y|por|en)(?!\p{L})|\s?[.,;:]|\s?$))`,
  'iu',
)
/** "denied the family of the dead man a pension". */
const refusedTo = new RegExp(
  String.raw`^(?!(?:that|having|any|que|haber)\s)(?:[\p{L}’'-]+\s){1,8}?an?\s(?:\p{L}+\s)?(?:${refusals})(?=\s?[.,;]|\s?$|\s(?:in|on|after|until|because)\s)`,
  'iu',
)
/** "A court denied the motion": judges rule. */
const ruling =
  /(?<!\p{L})(?:court|judge|justice|tribunal|magistrate|juez|jueza|corte|juzgado|magistrad[oa])(?:\s(?:in|of|de|del)\s[^,.;]{2,40})?\s(?:\p{L}+ly\s|has\s|had\s|ha\s|have\s)*$/iu

/** A verb of denying, or a word that calls something untrue. */
const denying =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|disput(?:es?|ed)|(?:reject|dismiss|debunk)(?:s|es|ed)?|neg(?:[oó]|aron|ado|ar)|niegan?|desmint(?:i[oó]|ieron)|desmient[ea]n?|desmentido|rechaz(?:[oó]|an?|aron|ado)|(?:calific|tach)(?:[oó]|a|aron))(?!\p{L})/giu

/** "The claim is not false". */
const notUntrue =
  /(?<!\p{L})(?:(?:not|never|n['’]t)\s(?:\p{L}+ly\s)?(?:false|untrue|an?\slie|baseless|fabricat\p{L}+|unfounded|groundless|wrong|exaggerat\p{L}+)|no\s(?:es|son|era|eran)\s(?:fals|mentira|infundad|inventad|exagerad)\p{L}*)(?!\p{L})/iu

/** Whether what stands there says that somebody has not denied something, and not that he has. */
export const isWithheld = (sentence: string, at: number): boolean => withheldBefore.test(sentence.slice(Math.max(0, at - 90), at))

/** Whether a match of a denial's pattern denies nothing. */
export function isNoDenial(sentence: string, match: RegExpExecArray): boolean {
  if (notUntrue.test(match[0])) return true
  const words = [...match[0].matchAll(denying)]
  const first = words[0]
  if (first === undefined || first.index > 40) {
    // "…, a charge that the army has never denied".
    const last = words.at(-1)
    return last !== undefined && last.index + last[0].length === match[0].length && isWithheld(sentence, match.index + last.index)
  }
  const at = match.index + first.index
  if (isWithheld(sentence, at)) return true
  if (!/^(?:den|neg|nieg)/iu.test(first[0])) return false
  const before = sentence.slice(0, at)
  // "Se negó a", "les negó la visa": refused.
  if (
    /(?<!\p{L})(?:se|me|te|les?|nos)\s(?:(?:ha|han|hab[ií]an?)\s)?$/iu.test(before) &&
    !/^\p{L}+\sque\s/iu.test(sentence.slice(at))
  )
    return true
  const behind = sentence.slice(at + first[0].length + 1)
  return (
    refusedBehind.test(behind) ||
    refusedTo.test(behind) ||
    (ruling.test(before) && !/^(?:that|having|any|\p{L}+ing|(?:the\s)?(?:allegations?|claims?|reports?))\s/iu.test(behind))
  )
}

/** "did not deny that 14 cadets took part", "has never admitted that": what says nothing of what comes behind it, as printed; what is told there, nobody says. */
const saying =
  /(?<!\p{L})(?:admit(?:s|ted)?|acknowledge[sd]?|confirm(?:s|ed)?|(?:say|said|claim(?:ed)?)(?=\sthat\s)|admit(?:i[oó]|ieron|en?|ido|ir)|reconoc(?:i[oó]|en?|ieron|ido|er)|confirm(?:[oó]|an?|aron|ado|ar)|(?:dijo|dicho)(?=\sque\s))(?!\p{L})/giu

export function withheldIn(sentence: string): { end: number; printed: string; verb: string } | null {
  for (const match of [...sentence.matchAll(denying), ...sentence.matchAll(saying)]) {
    const before = withheldBefore.exec(sentence.slice(Math.max(0, match.index - 90), match.index))
    if (!before) continue
    const led = /(?<!\p{L})(?:did|does|do|has|have|had|could|would|will|can)\s$/iu.exec(
      sentence.slice(0, Math.max(0, match.index - 90) + before.index),
    )
    return { end: match.index + match[0].length, printed: `${led?.[0] ?? ''}${before[0]}${match[0]}`, verb: match[0] }
  }
  return null
}
