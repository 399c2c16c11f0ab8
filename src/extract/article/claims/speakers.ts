/**
 * Who says what a sentence says: "according to X", "X found", "…," said X", "X: …" in a transcript.
 */
import { firstMatch, lastBeginning, type Signs, signsOf, sought } from './signs.js'

export interface Attribution {
  speaker: string
  start: number
  end: number
  /** By denying something, and so says nothing of what stands before. */
  denies: boolean
}

const verbs =
  'conceded|concedes|established|said|says|say|asked|asks|answered|replied|countered|told|found|finds|reported|reports|report|noted|notes|stated|states|claimed|claims|claim|estimated|estimates|estimate|denied|denies|deny|confirmed|confirms|added|adds|wrote|writes|argued|argues|warned|warns|announced|acknowledged|insisted|alleged|alleges|allege|showed|disclosed|revealed|indicated|explained|concede|conceded|concedes|suggested|maintains|maintained|asserted|declared|testified|recounted|documented|documents|concluded|concludes|determined|calculated|calculates|accused(?!\\sof)|accuses|accuse|admit(?:s|ted)?(?=\\s(?:that|to\\s\\p{L}+ing|\\p{L}+ing|having|responsib|its|it|he|she|they|the\\s(?:killing|massacre|attack|death|raid|error|mistake)))|admit(?:s|ted)?(?=\\s[^.;,]{3,60}\\s(?:was|were|had|has|have|did|died|killed|shot)\\s)|acknowledges|recalled|complained|show|counted|counts?(?=\\s(?:(?:at least|more than|about|some|nearly|over)\\s)?\\d)|puts?(?=\\s(?:the|its|their) (?:figure|losses|dead|casualties|number|toll|total|death))|wish(?:es|ed)? to (?:recall|state|inform)'
const spanishVerbs =
  'estableció|establecieron|publicó|dijo|dijeron|confirmó|confirmaron|dice|dicen|afirma|afirman|señalan?|asegura|aseguran|sostienen?|denuncian?|denunciaron|explicó|agregó|añadió|acusan?|acusó|acusaron|advirtió|reconoci(?:ó|eron)|reconoce|admiti(?:ó|eron)|admite|manifestó|expresó|comentó|apuntó|precisó|relató|narró|recordó|insistió|respondió|contestó|aseguraron|afirmaron|señalaron|informaron|presume|habla de|afirmó|señaló|informó|reportó|aseguró|declaró|indicó|denunció|negó|estimó|sostuvo|reveló|desmintió|documentó|documentaron|registró'
const participles =
  'saying|noting|stating|claiming|alleging|adding|arguing|insisting|asserting|recalling|testifying|warning|diciendo|señalando|alegando|asegurando|afirmando|agregando'
const saying = sought(
  new RegExp(
    `\\b(?:${verbs}|${spanishVerbs}|${participles}|according|según|acuerdo|words of|cited|per|count|tally|shows?|suggests?|indicates?|muestran|indican)(?![\\p{L}])`,
    'iu',
  ),
)
const title = String.raw`(?:\p{Lu}[\p{L}.’'-]*|US|U\.S\.)`
/** Common nouns of who speaks; at the head of a sentence they have a capital. */
const speakers = `(?:${[
  'officials?|experts?|witness(?:es)?|eyewitness(?:es)?|sources?|authorities|reports?|documents?|analysts?|activists?|residents?|leaders?|líder(?:es)?',
  'lawyers?|prosecutors?|investigators?|researchers?|army|government|police|military|navy|spokes(?:man|woman|person|people)',
  'embassy|ministry|journal|newspaper|poll|report|study|groups?|cables?|memo(?:randum)?s?|auditors?|relatives|famil(?:y|ies)',
  'battalion|brigade|squad|regiment|batall[oó]n|brigada|comando|monitors?|watchdogs?|neighbou?rs|survivors?|villagers|victims|doctors?|nurses?|colonel|commander|minister|ambassador|governor|mayor|general',
  'senators?|congressm[ae]n|lawmakers|judge|court|commission|parents|mothers?|widows?|informes?|funcionari[oa]s?|autoridades|gobierno',
  'ej[eé]rcito|fuentes|documentos|testigos|expertos|polic[ií]a|secretar[ií]a|fiscal[ií]a|peri[oó]dico|diario|estudio|embajada',
  'elders?|imams?|diplomats?|trainers?|instructors?|clerics?|teachers?|pastors?|priests?|bishops?|farmers|economists?|historians?|scholars?|professors?|attorneys?|workers|soldiers?|officers?|agents?|aides?|sargento|investigador(?:a)?|investigadores|analistas?|exagentes?|diputad[oa]s?|senador(?:a)?|senadores|recuentos?|conteos?|organizaciones|organismos|pobladores|habitantes|campesinos|obispo|p[aá]rroco|profesor(?:a)?|general|coronel|capit[aá]n|mayor|teniente|almirante|vicealmirante|contralmirante|comandante|comisario|director(?:a)?|secretari[oa]|canciller|presidente|embajador(?:a)?|cifras|datos|registros|observatorio|centro|revista|semanarios?|agencia|comisi[oó]n|organizaci[oó]n|medios|prensa|press|media|cables',
  'members?|miembros?|integrantes?|vocer[oa]|portavoz|fiscal|juez(?:a)?|relator(?:a)?|defensor(?:a)?|familiares|vecinos|abogad[oa]s?|sobrevivientes|ministr[oa]|alcalde|gobernador',
]
  .join('|')
  .replace(/(^|\|)(\p{Ll})/gu, (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`)})`
/** A name or body as printed: capitalised words held together by "of", "the", "for"; or a few common nouns that speak. */
const body = String.raw`(?:(?:[Tt]he |[Aa] |[Ss]ome |[Oo]ne |[Mm]any )?(?:${title}(?:['’]s)?(?:\s(?:(?:of|for|the|on|and|de|del|para|la|y)\s){0,2}${title}(?:['’]s)?){0,7}|(?:(?:${title}|government|military|adjutant|attorney|inspector|auditor|comptroller|deputy|assistant|vice|senior|security|media|local|federal|state|human|rights|military|army|police|official|press|some|two|expert|news|intelligence|source|regional|leaked|internal|declassified|recent|retired|former|independent|medical|church|opposition|eye|two|three|four|five|six|several|senior|junior|foreign|western|western|watchdog|congressional|legislative|annual|army's|un|una|dos|tres)\s){0,4}${speakers}(?:\s(?!dij|asegur|afirm|señal|inform|sostuv|denunci|neg)\p{Ll}{5,}(?:[oa]s?|es|al|ales)(?=[\s,.;:]))?(?:\s(?:of|for|at|from|in|de|del)(?:\sthe|\sla|\slos|\slas|\sel)?\s(?:${title}(?:\s(?:(?:of|for|the|on|and|de|del|la|y)\s){0,2}${title}){0,5}|victims|defen[cs]e|interior|justice|health|foreign affairs|victims|students|dead|missing|army|government|police|ministry|families|v[ií]ctimas|estudiantes|desaparecidos|gobierno|ej[eé]rcito|seguridad|derechos humanos|defensa|guerra|prensa))?))`
const accordingTo = new RegExp(
  String.raw`\b(?:[Aa]ccording to|[Ss]egún|[Dd]e acuerdo con|in the words of|cited by|reported by|[Pp]er) (?:the |el |la |los |las |un |una )?(?<who>(?:documents (?:obtained|released|seen) by )?(?:the )?${body}(?:['’]s account)?)`,
  'gu',
)
const saysBefore = new RegExp(
  String.raw`(?<![\p{L}])(?<who>${body}(?:\s\([^()]{2,12}\))?)(?:,(?<apposed>[^,.;]{3,90}),)?(?:\s(?:which|that))?(?:\sdated\s[^.;]{3,25}?)?(?:,?\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\syesterday|\stoday)?,?\s(?:(?:has|have|had|also|recently|repeatedly|categorically|officials|later|further|then|now|still|flatly|publicly|formally|initially|subsequently|for (?:its|his|her|their) part|por su parte)\s){0,3}(?:${verbs}|${spanishVerbs})(?![\p{L}])`,
  'gu',
)
/** “…,” said the director of the institute, Ann Example: who has a name is told by it. */
const saidAfter = new RegExp(
  String.raw`[”"’»,],?\s(?:${verbs}|${spanishVerbs})\s(?:(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) |(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(?:the |el |la |los |las )?(?:(?<who>(?:(?:un|una)\s)?(?:(?:\p{Ll}{4,}\s){1,3}(?=\p{Lu}))?${body})|\p{Ll}[^,.;:“”"]{3,60},\s(?<named>(?:\p{Lu}[\p{L}.’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+))(?=[,.;:”"’)]|$|\s(?:in|on|at|who|of|from|during|after|before|to|as|by|last|this|yesterday|en|ante|durante|tras|a|que|quien)(?!\p{L}))`,
  'gu',
)
/** "Justice Ministry data show", "figures from the Army show". */
/** "by the government's own count" */
const counted = new RegExp(
  String.raw`\bby (?<who>(?:the )?${body})['’]s?\s(?:own\s|latest\s)?(?:count|figures|estimates?|tally|reckoning|account)(?!\p{L})`,
  'gu',
)
const shown = new RegExp(
  String.raw`(?<![\p{L}])(?<who>(?:(?:[Tt]he |[Oo]fficial |[Gg]overnment )?(?:${title}\s){0,6})?(?:[Gg]overnment |[Oo]fficial |[Pp]olice |[Aa]rmy )?(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Rr]ecords|[Cc]ifras|[Dd]atos|[Rr]egistros)(?:\s(?:from|of|by|compiled by|obtained by|de|del)(?:\sthe|\sla|\sel)?\s${title}(?:\s(?:(?:of|for|the|de|del|la|y)\s){0,2}${title}){0,6})?)\s(?:shows?|showed|suggests?|indicates?|muestran|indican)(?![\p{L}])`,
  'gu',
)
/** "The chairman opened the hearing by noting that", "The captain deleted the post, saying that": who the sentence begins with. */
const doingSo = new RegExp(
  String.raw`(?<=^\P{L}*|[“"]\s)(?<who>${body})\s[^.;:“”"]{3,90}?(?:,|\sby|\sal)\s(?:${participles})\s(?:that|que)(?!\p{L})`,
  'gu',
)
/** "a report on a foreign website alleging that": a text, and what it is in. */
const alleging =
  /(?<![\p{L}])(?<who>(?:[Aa]n?|[Tt]he|[Un]na?|[Ee]l|[Ll]a) (?:\p{L}+ )?(?:reports?|articles?|stor(?:y|ies)|videos?|posts?|publications?|statements?|letter|petition|informe|artículo|nota|publicación)(?: (?:on|in|by|from|of|en|de|del) [^,.;:“”"]{3,50}?)?) (?:alleging|claiming|saying|stating|asserting|que (?:asegura|afirma|alega|dice)) (?:that|que)(?!\p{L})/gu
/** Verbs that stand behind whoever speaks. */
const verb = sought(new RegExp(`(?:${verbs}|${spanishVerbs})(?!\\p{L})`, 'u'))
/** In the order in which they are tried. */
const attributing = [accordingTo, alleging, saidAfter, counted, shown, saysBefore, doingSo].map((pattern) => ({
  own: sought(pattern),
  isBefore: pattern === saysBefore,
  counts: pattern === counted || pattern === shown,
}))
/** "The Minister for Defence (Mr. Kofi Example): Madam Speaker, …" */
const holder =
  /^\s*(?<who>(?:(?:The|El|La)\s)?(?:Deputy\s)?(?:Minister|Secretary|Attorney|Under-?[Ss]ecretary|Ministr[oa]|Secretari[oa])(?:\s(?:of|for|to|de|del|la|the|General|\p{Lu}\p{L}+)){0,6})(?:\s\([^()]{3,50}\))?:\s/u
const transcript = /^\s*(?<who>\p{Lu}[\p{Lu} .’'-]{2,40}):\s/u
const ranked =
  /^(?:(?:Mr|Mrs|Ms|Dr|Alhaji|Mallam|Malam|Lt|Lieutenant|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|Capt|Captain|Commodore|Rear|Vice|Admiral|Air|Marshal|Commander|Commissioner|Superintendent|Inspector|[DAS]?CP|[AD]IG|[DAC]?SP)[\s-]+)+\p{Lu}[\p{L}’'-]+(?:\s[\p{Lu}\d][\p{L}’'-]*){0,4}$/u
/** "A lawyer for the families, Ann Example": a common noun, and who it is. */
const isNamed = (who: string, apposed: string): boolean =>
  /(?:^|\s)\p{Ll}[\p{L}’'-]+$|\sde(?:l|\sla)?\s\p{L}+$/u.test(who) &&
  /^(?:\p{Lu}[\p{L}.’'-]*\s){1,6}\p{Lu}[\p{L}’'-]+$/u.test(apposed)
const counting = /figures|count|tally|reckoning|estimate|data|statistics|records|cifras|datos|registros/i
/** "states" is a verb only of somebody who speaks: "Lagos and Ogun states" are places. */
const placed = /\s(?:states|state|reports?|claims?)$/i
const silent =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Governor|Major-General|I|It|He|She|They|We|This|That|These|There|What|Who|In|On|At|And|But|For|You|If|When|While|As|The|A|An|One|Some|Many|Others?)$/

/** Attributions of a sentence, in order. */
export function findAttributions(
  text: string,
  start: number,
  end: number,
  signs: Signs = signsOf(text.slice(start, end)),
): Attribution[] {
  const sentence = text.slice(start, end)
  const found: Attribution[] = []
  // The patterns begin with a free name and are slow: no verb of saying, no search.
  if (firstMatch(saying, sentence, signs) === null) return found
  for (const { own, isBefore, counts } of attributing) {
    if (counts && !counting.test(sentence)) continue
    const to = isBefore ? lastBeginning(verb, signs) : sentence.length
    let next = 0
    for (let match = firstMatch(own, sentence, signs, 0, to); match; match = firstMatch(own, sentence, signs, next, to)) {
      next = match.index + match[0].length
      // "Director of Army Public Relations, Colonel Ade Ola, said": who has a rank and a name is told by them.
      const apposed = match.groups!.apposed?.trim()
      const who = (match.groups!.named ?? match.groups!.who)!
      const speaker = cleaned(apposed !== undefined && (ranked.test(apposed) || isNamed(who, apposed)) ? apposed : who)
      if (speaker === '' || silent.test(speaker)) continue
      if (isBefore && placed.test(match[0]) && !/^\s(?:that|in|the|it)\b/.test(sentence.slice(match.index + match[0].length)))
        continue
      // "a press report that": a thing, and nobody who reports.
      if (
        isBefore &&
        /\s(?:reports?|claims?|estimates?)$/.test(match[0]) &&
        /(?:^|\s)(?:an?|any|such|the|no|this|that)\s$/i.test(sentence.slice(0, match.index))
      )
        continue
      // "… in the United States, said": where, and not who.
      if (isBefore && /(?<!\p{L})(?:in|en|to|at|from|para|hacia)\s(?:the\s|los\s)?$/iu.test(sentence.slice(0, match.index)))
        continue
      // "con fondos del Plan Ejemplo, dijo un funcionario": who stands behind the verb.
      if (
        isBefore &&
        /,\s\p{L}+$/u.test(match[0]) &&
        /^\s(?:un|una|el|la|los|las|an?|the)\s\p{Ll}/u.test(sentence.slice(match.index + match[0].length))
      ) {
        next = match.index + 1
        continue
      }
      // "Mr Example, a colonel, who …, said": what he is stands between, and is nobody else.
      if (/,\san?\s$/.test(sentence.slice(0, match.index))) continue
      const head = isBefore ? headOf(sentence.slice(0, match.index)) : null
      const from = start + match.index
      const to = from + match[0].length
      if (found.some((one) => from < one.end && to > one.start)) continue
      found.push({
        speaker: head === null ? speaker : `${withoutArticle(head)}${who.trim()}`,
        start: from,
        end: to,
        denies: /(?:den(?:y|ies|ied)|negó|desmintió)$/u.test(match[0]),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "Survivors of a raid on the village of Example say": of the words before a name, those that it belongs to; null where it speaks for itself. */
const headOf = (before: string): string | null => (belonging.test(before) ? (leading.exec(before)?.groups?.head ?? null) : null)
const belonging = /\s(?:of|on|near|for|from|in|at|de|del|en)\s(?:the\s|la\s|el\s|los\s)?$/iu
const leading = new RegExp(
  String.raw`(?:^|[,;:“"—–-]\s|(?<!\p{L})(?:but|and|while|pero|y|mientras)\s)(?<head>(?:the\s|an?\s|one\s|some\s|many\s|two\s|los\s|las\s|el\s|la\s|una?\s)?(?:\p{L}+\s)?${speakers}\s(?:of|from|for|in|at|de|del|en)\s(?:[\p{L}’'-]+\s){0,7}(?:(?:of|on|near|for|from|in|at|de|del|en)\s(?:the\s|la\s|el\s|los\s)?)?)$`,
  'iu',
)

/** The speaker whom a paragraph of a transcript names at its head: "DOZIER: …". */
export function transcriptSpeaker(text: string, start: number, end: number): string | null {
  const held = holder.exec(text.slice(start, Math.min(end, start + 120)))?.groups?.who
  if (held) return withoutArticle(held)
  const match = transcript.exec(text.slice(start, Math.min(end, start + 60)))
  return match ? match.groups!.who!.trim() : null
}

/** Who answers in an interview that is printed as questions and answers, by what stands before them: "an interview with Ann Example". */
export function interviewed(text: string): string | null {
  return (
    /(?:interview with|conversation with|entrevista (?:con|a)|conversaci[oó]n con|questions (?:for|to)|spoke (?:with|to))\s(?<who>(?:\p{Lu}[\p{L}.’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+)/u.exec(
      text.slice(0, 2000),
    )?.groups?.who ?? null
  )
}

/** "Q: …" and "A: …", "P." and "R.": whether a paragraph asks or answers; null where it does neither. */
export function turnOf(text: string, start: number): 'asks' | 'answers' | null {
  const mark = /^\s*(?:(?<asks>Q|P|Pregunta|Question)|(?<answers>A|R|Respuesta|Answer))\s?[:.][-–—]?\s/u.exec(
    text.slice(start, start + 16),
  )?.groups
  return mark ? (mark.asks ? 'asks' : 'answers') : null
}

/** "The army" and "La Marina" are the army and Marina of any other sentence. */
export const withoutArticle = (speaker: string): string => speaker.replace(/^(?:the|a|el|la|los) (?=\p{L})/iu, '')

function cleaned(printed: string): string {
  const speaker = printed
    .trim()
    .replace(/^(?:As|Como) (?=(?:the |el |la )?\p{Lu})/u, '')
    .replace(/^(?:But|And|Yet|However|Meanwhile|Pero|Y) (?=\p{L})/u, '')
    .replace(/(?<=\p{Ll})[.,;:]$/u, '')
    .replace(/['’]s account$/, '')
    .replace(/\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
    .replace(/\s+\([^()]*\)$/, '')
    .replace(/['’]s$/, '')
  return withoutArticle(speaker)
}
