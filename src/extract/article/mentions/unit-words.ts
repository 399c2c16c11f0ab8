/** Words by which the names of units and forces are told: whoever looks for names looks no further where none of them stands. */
import type { ArticleVocabulary } from './vocabulary.js'

export const operationWord = /^(?:operation|exercise|op|operación|opération)$/i
/** Prefixes of warships and naval bases. */
export const warship = /^(?:NNS|USS|HMS|HMNZS|HMAS|HMCS|INS|BRP|KRI|ARM|ARC|GNS|KNS)$/
/** "the Armed Forces of Liberia". */
export const forceOfCountry = /^(?:Armed|Defen[cs]e|National)$/
/** "12PMF", "19BN": as short as lists print units. */
export const glued = /^\d{1,3}(?:PMF|MOPOL|BN|Bn|Bde|BDE|Div|DIV|Regt|REGT|Sqn|SQN|Coy|COY)$/
/** "AIG, Zone 6", "Commander, Squadron 8", "sector nine": the number comes after, and nothing is said of whose it is. */
export const numberedWord = /^(?:[Zz]one|ZONE|Zona|[Ss]ector|SECTOR|[Ss]quadron|SQUADRON|Brigade|Battalion|Division)$/
export const numberJoined = /^(?:Zone|[Ss]ector|Squadron)-(?:\d{1,2}|[IVX]{1,4})$/

/** "TRADOC", "RAB-11", "Rab-7". */
const acronym = /^(?:\p{Lu}{3,8}(?:-\d{1,3})?|\p{Lu}\p{Ll}{2}-\d{1,2})$/u
const notAcronyms = new Set('USA THE AND FOR GEN COL MAJ CAPT FCT VIP IED IEDS IDP IDPS FSS DSS MSS CSO'.split(' '))

export const isAcronym = (printed: string, { rankAcronyms, postSeconds }: ArticleVocabulary): boolean =>
  acronym.test(printed) && !rankAcronyms.has(printed) && !postSeconds.has(printed.toLowerCase()) && !notAcronyms.has(printed)

/** "Nigerian", "Lanka" of "Sri Lanka", "US", and "National": of which country the article says elsewhere. */
export const endsCountry = (printed: string, lower: string, { countryWords, countryPhrases }: ArticleVocabulary): boolean =>
  /^(?:U[SK]|S)$/.test(printed) || lower === 'national' || countryWords.has(lower) || countryPhrases.has(lower)

export function tellsUnit(printed: string, lower: string, vocabulary: ArticleVocabulary): boolean {
  const { bodyStarts, heads, headPairEnds, spanishHeads, spanishPairStarts } = vocabulary
  return (
    heads.has(lower) ||
    headPairEnds.has(lower) ||
    spanishHeads.has(lower) ||
    spanishPairStarts.has(lower) ||
    bodyStarts.has(lower) ||
    operationWord.test(printed) ||
    warship.test(printed) ||
    forceOfCountry.test(printed) ||
    glued.test(printed) ||
    numberedWord.test(printed) ||
    numberJoined.test(printed) ||
    isAcronym(printed, vocabulary) ||
    endsCountry(printed, lower, vocabulary)
  )
}
