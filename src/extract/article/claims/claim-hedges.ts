/** Words that weaken what a claim says: of its whole clause ("reportedly", "if"), of what was not made so ("would withhold"), of what came of an accusation. */
import type { Quantity } from './claim.js'

const weak =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|evidently|is thought to|are thought to|is believed to|are believed to|said to be|said to|may have|might have|could have|suspected of|no se descarta|presuntamente|supuestamente|al parecer|seg[uú]n se informa|se (?:afirma|dice|asegura)(?= que)|habr[ií]an?|alleged|apparent|presunt[oa]s?)\b/iu

/** The number's own hedge, and one that weakens the whole clause. */
export function hedges(own: string | null, sentence: string, at: number): string | null {
  const clause = sentence.slice(Math.max(0, sentence.lastIndexOf(';', at)))
  // "If soldiers killed 12 people, they must be tried."
  const condition = /^\P{L}*(?<word>(?:Even )?If|Whether|Si)\s[^,;]{3,}/u.exec(sentence)
  const weakened = weak.exec(clause)
  // "46 people died, 25 of them allegedly shot": of the 25.
  const ofNext = weakened && /,\s(?:\p{L}+\s){0,2}\d/u.test(sentence.slice(at, sentence.length - clause.length + weakened.index))
  const clauseHedge = (condition && at < condition[0].length ? condition.groups!.word! : ofNext ? null : weakened?.[0]) ?? null
  return own && clauseHedge ? `${clauseHedge}, ${own}` : (own ?? clauseHedge)
}

/** "accused of killing", "acquitted of killing", "is reported to have killed": what makes an event something that is said, and what came of it. */
export function accusing(
  sentence: string,
  found: { start: number; end: number },
  start: number,
  charge: string | null,
): string | null {
  const ended = dropped.exec(sentence)?.[0]
  const around = sentence.slice(Math.max(0, found.start - start - 40), found.end - start)
  const words = [
    /(?<!\p{L})(?:not guilty|guilty|acquitt\p{L}+|cleared(?=\s(?:[^,.;]{3,80}\s)?of\s)|absolv\p{L}+|exonerat\p{L}+|convict\p{L}+|absuelt[oa]s?|conden[oóa]\p{L}*|exonerad[oa]s?)(?!\p{L})/iu,
    /\b(?:accuse[sd]?|charged(?= with)|reported(?= to have)|alleg\p{L}+|acus\p{L}+|señalad[oa]s?|denunci\p{L}+)(?!\p{L})/iu,
  ].flatMap((word) => word.exec(around)?.[0] ?? [])
  if (charge && !words.some((word) => charge.includes(word))) words.unshift(charge)
  return words.length > 0 ? [...words, ...(ended ? [ended] : [])].join(', ') : null
}
/** What ends an accusation. */
const dropped =
  /(?<!\p{L})(?:(?:dropped|dismissed|withdrew)(?=\s(?:the\s|all\s|their\s)?(?:charges|case))|(?<=(?:charges|case|cargos|caso)\s.{0,120}(?:was|were|fue|fueron)\s)(?:dropped|dismissed|thrown out|withdrawn|desestimad[oa]s?|archivad[oa]s?)|(?<=(?:were|was|fueron|fue)\s)(?:freed|released|liberad[oa]s?)|(?:overturned|quashed|annulled|threw out|anul(?:ó|aron)|revoc(?:ó|aron))(?=\s[^,.;]{0,30}(?:conviction|sentence|verdict|charges|condena|sentencia))|sobrese\p{L}+)(?!\p{L})/iu

/** "nunca hubo 32 detenidos", "would withhold $85 million": there were none, and it was not given. */
export function unmade(before: string, { currency, hedge }: Pick<Quantity, 'currency' | 'hedge'>): string | null {
  const word = (currency === null ? notSo : keptBack).exec(before)?.groups?.word
  return word === undefined ? null : [word, hedge].filter(Boolean).join(', ')
}
const notSo =
  /(?<!\p{L})(?<word>(?:nunca|jamás|no) (?:hubo|había|eran|fueron|son)|(?:there )?(?:were|was|are) never|never (?:were|had|held))\s(?:más de |more than )?$/iu
const keptBack =
  /(?<!\p{L})(?<word>with(?:hold|held|holding|holds)|suspend(?:ed|s|ing)?|froze|freez(?:e|ing)|frozen|block(?:ed|s|ing)|cancel(?:l?ed|l?ing)|(?:held|hold|holding) (?:back|up)|holds up|(?:put|puts|putting|placed|places|placing) (?:a|on) hold(?: on)?|congel(?:ó|aron|ado)|retuv(?:o|ieron)|retenido|suspendi(?:ó|eron|do)|bloque(?:ó|aron|ado))\s(?:an additional |another |some |about |up to |more than |nearly |unos |casi |cerca de |más de )?$/iu
