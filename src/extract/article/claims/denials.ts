/**
 * Denials and doubts: who says that something is not so, or questions it. A force that says what it has not done denies it, whether anybody was
 * heard to say it or not; a witness who says that help never came claims something, and denies nothing.
 */
import { clean, type Pattern } from './phrases.js'

export interface Denied {
  of: string | null
  /** Who denies it, where the pattern tells. */
  by?: string | null
}

/** What is said of forces: named so, a denial tells that somebody said it. */
const saying =
  '(?:claims?|allegations?|reports?|accusations?|charges?|account|figures?|versions?|story|stories|suggestions?|numbers?|findings?|acusaci[oó]n(?:es)?|se[ñn]alamientos?|versi[oó]n(?:es)?|denuncias?|informes?|cifras?|hechos|imputaci[oó]n(?:es)?)'
const untrue =
  '(?:false|untrue|a lie|lies|fake|fake news|baseless|unfounded|groundless|fabricat\\p{L}+|mischievous|fiction(?:al)?|fictitious|concocted|spurious|frivolous|malicious|(?:wildly |grossly |greatly )?exaggerat\\p{L}+|nonsense|propaganda|misleading|inaccurate|wrong|fals[oa]s?|mentiras?|infundad[oa]s?|inventad[oa]s?|tendencios[oa]s?|calumnias?|exagerad[oa]s?)'
/** Forces, states and those who speak for them: what these say has not happened, they deny. */
const official =
  '(?:HQ|army|navy|air force|police|military|government|ministry|minister|command|commander|embassy|spokes\\p{L}+|officials?|officers?|agency|administration|agents|department|secretariat|headquarters|marines|pentagon|institute|school|general|colonel|admiral|major|captain|commissioner|superintendent|lieutenant|president|governor|mayor|DHQ|DEA|ej[eé]rcito|marina|armada|polic[ií]a|gobierno|ministerio|ministr[oa]|comando|comandante|comandancia|embajada|vocer[oa]|portavoz|funcionari[oa]s?|secretar[ií]a|dependencia|instituci[oó]n|corporaci[oó]n|instituto|escuela|fiscal[ií]a|coronel|comisionad[oa]|comisario|teniente|sargento|contralmirante|almirante|vicealmirante|mayor|capit[aá]n|excomandante|presidente|gobernador|alcalde|the company|la empresa)'

/** A body or a person as the subject of a denial: "the head of the unit, Major Example", "Navy officials". */
const who = String.raw`(?:[^.,;:“”"«»]|(?<=\b\p{L})\.){0,60}?(?<!\p{L})${official}(?!\p{L})(?:[^.;:“”"«»]|(?<=\b\p{L})\.){0,60}?`

/** What somebody has not done, and not what is not known or not yet so. */
const negated = String.raw`(?:(?:had|has|have|did|does|was|were|is|are)(?:\snot|n['’]t)\s(?!yet|clear|known|immediately|comment|respond|available|say|sure|able|aware|elaborat|only|just|expected|planned)|(?:had|has|have|was|were)\s(?:ever\s)?never\s|never\s|(?:none|nobody|no one|not\s(?:one|a\ssingle))\s(?:of\s|\p{L}+\s)|no\s(?:\p{Ll}+\s){1,3}(?:has|had|have|was|were|is|are)\s(?!(?:expected|planned|known|clear|yet|available)(?!\p{L}))|nunca\s|jam[aá]s\s|ning[uú]n\p{L}*\s|ni\sun[oa]?\s(?:sol[oa]\s)?|nadie\s|no\s(?:hubo|hay|ha|han|fue|fueron|particip|dispar|existe|mat[oóa]|asesin|tortur|ejecut|secuestr|detuv|atac|quem|recibi|entren|capacit|adiestr|viol|golpe|desaparec|us[oó])\p{L}*|no\s(?:[\p{L}\d’'-]+\s){1,8}?(?=(?:killed|shot|fired|murdered|harmed|beat|tortured|raped|burned|burnt|arrested|detained|attacked|trained|took|received|used)(?!\p{L}))|(?:received|gave|got|had|played|took|trained|sent|killed|fired|shot|harmed|wounded|paid)\sno(?:\sone|body|ne)?\s)`
/** Who says so behind it, within commas. */
const after = String.raw`(?:[^.,;:“”"«»]|(?<=\b\p{L})\.){0,60}?(?<!\p{L})${official}(?!\p{L})(?:[^.,;:“”"«»]|(?<=\b\p{L})\.){0,40}?`
const verbOfSaying =
  '(?:said|says|insist(?:s|ed)|maintain(?:s|ed)|stated|stressed|dijo|dice|asegur(?:[oó]|a)|afirm(?:[oó]|a)|sostuvo|sostiene|insisti[oó]|insiste)'
const day = String.raw`(?:\s(?:on|el)\s\p{L}+|\sayer)?`

/** "we received $10 million, the minister said": who says so is no part of it. */
const withoutSpeech = (of: string | undefined): string | undefined =>
  of?.replace(new RegExp(String.raw`,\s(?:${verbOfSaying}\s[^,]{3,80}|[^,]{3,80}?\s${verbOfSaying}[^,]{0,30})$`, 'iu'), '')

export const denials: readonly Pattern<Denied>[] = [
  {
    trigger: /den[yi]|refut|disput|reject|dismiss|debunk|neg[oó]|nieg|nega|desmint|desmient|rechaz/i,
    // "denied that", "rejects the allegations that"; not "were denied visas", which is refused and not denied.
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:(?:categorically|flatly|strongly|vehemently|repeatedly|also|has|have|had|ha|han|había)\s)*(?:(?<!\b(?:n?or|was|were|been|be|being|is|are)\s)den(?:y|ies|ied|ying)|(?<!been\s)(?:refut(?:es?|ed|ing)|disput(?:es?|ed))|(?:reject|dismiss|debunk)(?:s|es|ed)?(?=\s(?:as\s[^,.;]{3,30}\s)?(?:[“"]\p{L}+[”"]\s)?(?:(?:the|these|those|such|any|all|that|this|its|their|\p{L}+['’]s)\s)?(?:[\p{L}’']+\s){0,2}${saying}(?!\p{L}))|(?<!(?<!\p{L})(?:lo|la|los|las|ni)\s)(?:neg[oó]|niegan?|neg(?:aron|ado)|desmint(?:i[oó]|ieron)|desmient[ea]n?|desmentido|rechaz(?:[oó]|a|an|aron|ado)))(?!\p{L})(?:\s(?:that|any|the|having|que|haber|(?:de\smanera\s)?categ[oó]ric\p{L}+(?:\sque)?))?\s(?<of>[^.;”"]{3,240})`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /(?<!\p{L})(?:lo|la|los|las) (?:nieg|neg|desm|rechaz)|den(?:y|ies|ied) (?:it|this|that)(?![\p{L} ])/iu,
    // "El Ejército lo niega", "the navy denied it": of what was said before.
    pattern:
      /(?<!\p{L})(?:(?:ha|han)\s)?(?:(?:lo|la|los|las)\s(?:ha\s|han\s)?(?:niegan?|neg(?:[oó]|aron|ado)|desmient[ea]n?|desmint(?:i[oó]|ieron)|desmentido|rechaz(?:[oó]|a|an|aron|ado))|den(?:y|ies|ied)\s(?:it|this|that))(?!\p{L})/giu,
    read: () => ({ of: null }),
  },
  {
    trigger: /\s(?:was|were|been)\s(?:categorically\s|flatly\s)?denied\b/i,
    // Permission, visas and requests are denied, too, and nobody says that something is not so.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<of>(?:that\s|(?=[^.;”"]{0,120}?(?<!\p{L})(?:${saying}|involvement|role|responsibility|participation|wrongdoing|links?|ties|existence|complicity|guilt|torture|killings?|abuses?|disappearances?)(?!\p{L})))[^.;”"]{4,160}?)\s(?:was|were|has been|have been)\s(?:categorically\s|flatly\s)?denied(?=\sby\b|\s?[.,;]|$)`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /insist/i,
    pattern:
      /\binsist(?:s|ed)\s(?:[\p{L}]+\s){0,3}(?:that\s)?(?<of>[^.;”"]{3,120}\b(?:did not|do not|does not|had not|has not|was not|were not|is not|are not|no|never)\b[^.;”"]{3,160})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /\b(?:call|describ|brand|dismiss|label|calific|tach)/i,
    // "called that 'a lie'", "calificó de falsa la versión"
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:call(?:s|ed)|describ(?:es|ed)|brand(?:s|ed)|dismiss(?:es|ed)|label(?:s|led))\s(?<of>[^“”"'‘.;]{2,80}?)\s(?:as\s)?[“"'‘]?(?:an?\s(?:\p{L}+\s){0,2}|(?:(?:\p{L}+ly|pure|sheer|total|complete|mere|outright|entirely|just|so)\s)*)${untrue}(?!\p{L})|(?:calific|tach)(?:[oó]|a|aron)\sde\s[“"«]?(?:\p{L}+\s)?${untrue}[”"»]?\s(?<de>[^.;”"]{3,160})`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of ?? g.de) }),
  },
  {
    trigger: new RegExp(
      `(?<!\\p{L})(?:${untrue}|not (?:true|so|the case)|no (?:es|son|era|eran) (?:ciert|verdad)\\p{L}*)(?!\\p{L})`,
      'iu',
    ),
    // "the claim that he fled is false", "the figure was 'wildly exaggerated'", "es falso que …"
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:(?<!(?<!\p{L})no\s)(?:es|era)\s(?:\p{L}+mente\s)?(?:falso|mentira)|no\s(?:es|era)\s(?:cierto|verdad))\sque\s(?<que>[^.;”"]{3,200})|(?<!\p{L})(?:(?:it|that)\s(?:is|was)|it['’]s)\s(?:\p{L}+ly\s|just\s)?(?:not\s(?:true|so|the\scase)|(?:untrue|false|a\slie|nonsense))\sthat\s(?<that>[^.;”"]{3,200})|(?<!\p{L})(?<of>(?:(?:the|this|that|these|those|such|any|all|la|las|los|el|esa|ese|esas|esos|esta|estas)\s)?(?:\p{L}+\s){0,2}?${saying}(?!\p{L})(?:[^.;“”"]|(?<=\d)\.(?=\d)){0,140}?)\s(?:(?:is|are|was|were)\s[“"'‘«]?(?:(?!not\s|never\s|no\s|neither\s)\p{L}+\s){0,2}?(?:${untrue}|not\s(?:true|so))|(?<!(?<!\p{L})no\s)(?:es|son|era|eran)\s[“"'‘«]?(?:(?!no\s)\p{L}+\s){0,2}?${untrue}|no\s(?:es|son|era|eran)\s(?:ciert[oa]s?|verdad(?:er[oa]s?)?))(?!\p{L})`,
      'giu',
    ),
    read: (g) => ({ of: clean(withoutSpeech(g.of ?? g.que ?? g.that)) }),
  },
  {
    trigger: /[“"«](?:(?:that|this|it|these|those|they)(?:\s(?:is|are|was|were)|['’]s)|(?:eso|esto|todo|esas?|son|es)\s)/i,
    // “That is a lie,” said the admiral: of what was told before.
    pattern: new RegExp(
      String.raw`[“"«](?:(?:that|this|it|these|those|they)(?:\s(?:is|are|was|were)|['’]s)\s(?:all\s|simply\s|just\s|an?\s|\p{L}+ly\s){0,3}(?:${untrue}|not\strue)|(?:(?:eso|esto|todo|esas?)\s(?:eso\s)?)?(?:es|son)\s(?:una?\s|puras?\s|total\p{L}*\s)?${untrue})(?!\p{L})`,
      'giu',
    ),
    read: () => ({ of: null }),
  },
  {
    trigger:
      /(?:said|says|told|maintain|stat|stress|to say|make clear|dijo|dice|asegur|afirm|sostuv|sostien|insisti).{0,120}?(?:not|n['’]t|never|no|none|nobody|nunca|jam[aá]s|ning[uú]n\p{L}*|nadie)(?!\p{L})/iu,
    // "The agency said its agents had not fired", "dijo que nunca recibió dinero", "says none was political"
    pattern: new RegExp(
      String.raw`(?<!\p{L})${who}(?:,\s(?:que|who|which)\s[^.;“”"]{3,120},\s)?(?<!\p{L})(?:said|says|told\s(?:(?:the|a|our)\s)?[\p{L}’']+(?:\s\p{L}+)?(?=\sthat\s)|maintain(?:s|ed)?|stated|states|stressed|wish(?:es|ed)?\sto\s(?:state|say|stress|make\sclear|clarify)|dijo|dice|asegur(?:[oó]|a)|afirm(?:[oó]|a)|sostuvo|sostiene|sostienen|insisti[oó]|insiste)(?:\s(?:on|el)\s\p{L}+day|\sayer|\s(?:el\s)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|\s(?:in|en)\s\p{L}+(?:\s\d{4})?)?(?:\sthat|\sque|:)?\s[“"«]?(?<of>(?:[^.;“”"«»]|(?<=\b\p{L})\.){0,60}?(?<!\p{L})${negated}[^.;”"»]{2,160})`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /[“"«](?:No|None|Not|Never|Nobody|There|We|I|Our|Ni|Nunca|Nadie|Ning|[^”"»]{1,80}(?:not|n['’]t|never)\s)/u,
    // “None of our men has deserted,” an army spokesman said.
    pattern: new RegExp(
      String.raw`[“"«](?<of>(?:(?:There\s(?:was|were)\s(?:never\s)?(?:an?y?\s)?no\s(?:massacre|killings?|torture|shooting|abuses?|attack|raid|executions?|training|detainees?|prisoners?)|None|Nobody|No one|Not one|Not a single|Ni un[oa]? sol[oa]|Never|Nunca|Jam[aá]s|Nadie|Ning[uú]n\p{L}*|No\s(?:tenemos|hubo|hay|hemos|existe|fuimos|participamos|soldier|officer|civilian|such|one))(?!\p{L})|(?:We|I)\s(?:did|have|do)(?:\snot|n['’]t)\s(?!know|have|comment)|[^.;“”"«»]{1,80}?\s(?:was|were|has|have|had|did)(?:\snot|n['’]t|\snever)\s(?:been\s|ever\s)?(?:train|taught|kill|shot|shoot|fire|harm|beat|tortur|detain|arrest|involv|present|responsib|paid|pay|arm|receiv|take|took|participat|us(?:e|ed)\s)\p{L}*|(?:We|I)\snever\s|Our\s\p{L}+\s(?:(?:did|have|do|were)(?:\snot|n['’]t)|(?:have\s)?never)\s)[^.”"»]{1,160})[^”"»]{0,3}[”"»],?\s(?:[^.;]{0,40}\s)?(?:said|says|told|dijo|asegur[oó]|afirm[oó]|sostuvo|insisti[oó]|respondi[oó]|[^.;]{0,20})[^.;]{0,60}(?<!\p{L})${official}(?!\p{L})`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger:
      /(?:n['’]t|(?<!\p{L})(?:not|never|no|none|nobody|nunca|jam[aá]s|ning[uú]n\p{L}*|ni|nadie))\s[^;“”"«»]*,\s[^;“”"«»]*(?:said|says|according|seg[uú]n|maintain|stat|stress|dijo|dice|asegur|afirm|sostuv|sostien|insist)/iu,
    // "No civilian was killed, the army insisted", "Ningún civil murió, dijo el coronel"
    pattern: new RegExp(
      String.raw`^(?<of>[^;“”"«»]{0,100}?(?<!\p{L})${negated}[^.;“”"«»]{2,160}?),\s(?:(?<by>${after})\s${verbOfSaying}|${verbOfSaying}\s(?<who>${after})|(?:according\sto|seg[uú]n)\s(?<told>${after}))${day}(?=\s?[.;]|\s?$)`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of), by: clean(g.by ?? g.who ?? g.told) }),
  },
  {
    trigger: /according to|seg[uú]n/i,
    // "According to the army, no farmer was killed"
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:according\sto|seg[uú]n)\s(?<by>${after}),\s(?<of>[^.;“”"«»]{0,60}?(?<!\p{L})${negated}[^.;“”"«»]{2,160})`,
      'giu',
    ),
    read: (g) => ({ of: clean(g.of), by: clean(g.by) }),
  },
  {
    trigger: /den(?:y|ies|ied)(?=\s?[.;]|\s?$)|neg[oó](?=\s?[.;]|\s?$)|nieg(?:a|an)(?=\s?[.;]|\s?$)/iu,
    // "…, a charge that the army denied", "algo que el ejército negó": of what stands before it.
    pattern: new RegExp(
      String.raw`(?<=,\s)(?:(?:which|lo\sque|(?:an?|the|un|una|la)\s${saying}\s(?:that|which|que)|something\s(?:that\s)?|algo\sque)\s)(?<by>${after})(?<!(?<!\p{L})(?:was|were|been|be|being|is|are|not)\s)\s(?:has\s|have\s|had\s|ha\s|han\s)?(?:strongly\s|flatly\s|vehemently\s|categorically\s|repeatedly\s)?(?:den(?:y|ies|ied)|neg[oó]|niegan?|negado)(?=\s?[.;]|\s?$)`,
      'giu',
    ),
    read: (g) => ({ of: null, by: clean(g.by) }),
  },
]

/** What a communiqué adds to its denial, nobody named: "No prisoner has been killed", "not one marine had been trained". */
export const continued: readonly Pattern<Denied>[] = [
  {
    trigger: /no|not|ning/i,
    pattern:
      /^(?<of>(?:No|Not\s(?:one|a\ssingle)|Ning[uú]n\p{L}*)\s(?:\p{L}+\s){1,5}?(?:has|have|had|was|were|is|are|ha|han|fue|fueron)\s[^.;”"]{3,160}|No\s(?:hubo|hay|ha\shabido)\s[^.;”"]{3,160})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
]

export const doubts: readonly Pattern<Denied>[] = [
  {
    trigger:
      /no (?:evidence|proof|indication|sign|hard evidence|credible evidence)|(?:no|sin|ningun[ao]?)\s.{0,40}(?:pruebas?|evidencias?|indicios?)/iu,
    // "found no evidence that soldiers killed": nobody says that they did, and nobody that they did not.
    pattern:
      /(?<!\p{L})(?:no\s(?:\p{L}+\s)?(?:evidence|proof|indication|sign)\s(?:(?:was|has\sbeen|had\sbeen|were)\s\p{L}+\s|(?:has\s)?emerged\s|exists?\s|whatsoever\s)?(?:that|of)|(?:no\s(?:hay|hubo|existen?|(?:se\s)?(?:encontr|hall)(?:ó|aron)|tienen?|había)\s(?:\p{L}+\s){0,2}?|sin\s)(?:pruebas?|evidencias?|indicios?)\sde(?:\sque)?)\s(?<of>[^.;”"]{3,200}?)(?=,\s[^,]{3,60}\s(?:said|says|ruled|found|concluded|dijo|señaló|concluyó)|,\s(?:dijo|señaló|según|according)|[.;]|$)/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /no (?:record|knowledge|information)|not aware|unaware|(?:registro|constancia|conocimiento) de/i,
    // Who knows nothing of something does not say that it is not so.
    pattern:
      /(?<!\p{L})(?:(?:ha[sd]|have|was|is|were|are)\s[“"'‘]?(?:no\s(?:record|knowledge|information)\s(?:of|about|that)|not\saware\sof|unaware\sof)|no\s(?:tiene|tienen|tenía|hay|existe)\s(?:registro|constancia|conocimiento)\sde(?:\sque)?)\s(?<of>[^.;”"]{3,160})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /unclear|uncertain|unknown|clear|disputed/i,
    pattern:
      /\b(?:it\s)?(?:is|was|remains)\s(?:still\s)?(?:unclear|uncertain|unknown|not (?:yet )?clear|disputed)\s(?:if|whether|how many|who|why|what)\s(?<of>[^.;]{3,200}?)(?=[.;]|,\s(?:but|and|although|though|while|as)\s|$)/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger:
      /(?:unable|not able) to (?:independently )?(?:verify|confirm)|could not (?:independently )?(?:verify|confirm)|no pud(?:o|ieron|imos) (?:verificar|confirmar|comprobar)/i,
    pattern:
      /(?:(?:was|were)\s(?:unable|not\sable)\sto|could\snot|no\spud(?:o|ieron|imos))\s(?:independently\s)?(?:verify|confirm|verificar|confirmar|comprobar)\s(?:that\s|whether\s|si\s|que\s)?(?<of>[^.;”"]{3,160})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /could not be/i,
    pattern: /(?<![\p{L}\d])(?<of>[^.;]{3,160}?)\scould not be\s(?:independently\s)?(?:verified|confirmed)/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /confirm.{0,30}(?:den[yi]|desm|neg|nieg)|(?:den[yi]|desm|neg|nieg).{0,30}confirm/iu,
    pattern:
      /(?<!\p{L})(?:neither\s|(?:did|do|does|would|could|can|will)\s?(?:not|n['’]t)\s|cannot\s|(?:refus|declin)(?:es|ed)\s(?:either\s)?to\s|(?:no|ni|tampoco)\s(?:ha\s|han\s|quiso\s|pudo\s|quisieron\s)?|se\s(?:neg[oó]|negaron|abstuv(?:o|ieron))\s(?:a|de)\s)(?:(?:either\s)?confirm(?:ed|s|[oó]|an?|aron|ado|ar)?\s(?:n?or|ni|o)\s(?:to\s|ha\s|han\s)?(?:den(?:y|ies|ied)|desmint(?:i[oó]|ieron)|desment(?:ido|ir)|desmient[ea]n?|neg(?:[oó]|aron|ado|ar)|niegan?)|(?:den(?:y|ies|ied)|neg(?:[oó]|ar|aron)|desm(?:inti[oó]|entir))\s(?:n?or|ni|o)\s(?:to\s)?confirm(?:ed|ar|[oó]|aron)?)(?!\p{L})(?:\s(?:that|que|the|whether|si))?(?:\s(?<of>[^.;”"]{3,160}))?/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /(?<!\p{L})(?:lo (?:dudo|duda|pus|pon)|doubts? (?:it|that)(?=\s?[.,;]|$))/iu,
    pattern:
      /(?<!\p{L})(?:lo\s(?:dudo|duda|dudan|dud[oó]|(?:puso|pone|pusieron|ponen)\sen\sduda)|doubts?\s(?:it|that)(?=\s?[.,;]|$))(?!\p{L})/giu,
    read: () => ({ of: null }),
  },
  {
    trigger: /to believe|credible|de creer|creíble|believe|creo|creemos/i,
    // "found that hard to believe", "I don't believe the story that", "no resulta creíble"
    pattern:
      /(?<!\p{L})(?:(?:found|finds|find)\s(?<what>[^.;,”"]{2,60}?)\s(?:hard|difficult|impossible)\sto\sbelieve|(?:do|does|did)(?:\snot|n['’]t)\s(?:really\s)?believe\s(?:a word of\s|the\s(?:story|claim|account|version|figure|number)s?\s(?:that\s)?)(?<of>[^.;”"]{3,160})|(?:is|was|are|were)\s(?:hardly|scarcely|not)\s(?:a\s)?credible|(?:no\s(?:es|era|resulta)\screíble|(?:es|resulta|era)\sdifícil\sde\screer)(?:\sque\s(?<que>[^.;”"]{3,160}))?|no\s(?:le\s)?(?:creo|creemos)\s(?:en\s)?(?:la\s(?:versión|historia)|las\scifras)(?<esp>[^.;”"]{0,160}))/giu,
    read: (g) => ({ of: clean(g.of ?? g.que ?? g.esp ?? g.what) }),
  },
  {
    trigger: /doubtful|dudoso|no (?:está|queda) claro/i,
    pattern:
      /(?<!\p{L})(?:(?:it\s)?(?:is|was|remains)\s(?:highly\s)?doubtful|(?:es|resulta)\s(?:muy\s)?dudoso|no\s(?:está|queda)\sclaro)\s(?:that|whether|if|que|si)\s(?<of>[^,.;”"]{3,200})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /question(?:s|ed)|doubt|duda|fault(?:s|ed)|cuestion/i,
    pattern:
      /\b(?:question(?:s(?!\sasked)|ed)|fault(?:s|ed)|cuestion(?:[oó]|an?|aron)(?!\p{L})|doubt(?:s|ed)|cast(?:s)? doubt on|rais(?:e|es|ed) (?:serious |grave |further )?(?:doubts|questions) (?:about|over|on)|drew questions from [^.;]{3,60} about|pus(?:o|ieron) en duda)\s(?:if\s|whether\s|that\s)?(?<of>[^.;”"]{3,220})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
]
