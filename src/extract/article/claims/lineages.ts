/** Lineages: who left what, joined or formed what, had been trained by whom, led a coup. Each part is a claim of its own. */
import type { LineageClaim } from './claim.js'
import { type Common, clean, name, type Pattern, phrase, stop } from './phrases.js'

const joins = `(?:joined|join|ended up with|signed up with|formed|founded|created|established|set up|became|went to work for|switched (?:sides )?to|se unieron a|formaron|fundaron|crearon|integraron|se pasaron a|(?:terminaron|acabaron) (?:adiestrando|entrenando|en las filas de|trabajando para)|ended up (?:training|working for))`
const leaves = `(?:defected|deserted|left|broke away|broke off|split|mutinied|quit|desertaron|abandonaron|dejaron|salieron)`
const nucleus = `(?:(?:in|en) \\d{4} )?(?:(?:in|en) )?(?:the |a |el |la )?(?:backbone|core|base|nucleus|nucleus|founders?|founding members|foundation|members|leaders|armed wing|enforcers|columna vertebral|n[uú]cleo|brazo armado)`

/** Goes over to somebody else, in one verb. */
const goesOver = `(?:defected|deserted|switched|went over) to|joined(?! (?:the )?(?:army|navy|police|military|force|air force))|(?:turned up|ended up|reappeared|resurfaced) (?:in the ranks of|in|with|among)|surrendered to|went to work for|se unieron al?|se unió al?|se pasaron a|se pasó a|se sumaron a|desertaron a|acabaron en|terminaron en las filas de|(?:se )?integraron a|pasaron a las filas de|trabaja(?:n|ron) para`
/** Who was in a force: others who join something are of no interest here. */
const forces = String.raw`soldiers?|troops|officers?|lieutenants|captains|sergeants|majors|colonels|generals|tenientes|capitanes|sargentos|mayores|coroneles|generales|commandos|units?|graduates|alumni|deserters|defectors|police(?:men)?|marines|rangers|corps|battalions?|brigades?|regiment|squad|pilots|recruits|trainees|ex-?\p{L}{5,}|former (?:soldiers|officers|police|members)|soldados|militares|exmilitares|exsoldados|oficiales|polic[ií]as|desertores|egresados|kaibiles|elementos|efectivos|agentes|marinos|comandos|batall[oó]n|integrantes`

/** "became the backbone of", "formed the armed wing of" */
const core = new RegExp(
  String.raw`\s(?:became|become|formed|form|turned into|make up|made up|constituted|provided|supplied|were|se convirtió|se convirtieron|formaron|formó)\s${nucleus}\s(?:of|del?)\s`,
  'iu',
)
/** "the 4th Example Brigade", "la unidad Tigres". */
const force = String.raw`(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Ee]l|[Ll]a|[Ll]os|[Uu]n|[Uu]na)\s)?(?:[^\s,.;:]+\s){0,3}?(?:[Bb]attalion|[Bb]rigade|[Rr]egiment|[Uu]nit|[Ss]quad|[Ff]orce|[Cc]ompany|[Bb]atall[oó]n|[Bb]rigada|[Rr]egimiento|[Uu]nidad|[Gg]rupo|[Cc]uerpo)(?:\s(?!was|were|had|fue)[^\s,.;]+){0,4}?`

type Parts = Omit<LineageClaim, Common | 'type' | 'start' | 'end'>

/** "The battalion was created in 2003 and later": what else is said of whom a sentence is about. */
const laterDeed = /,?\s(?:was|were|had been|fue|fueron)\s.*$/u

/** Who of what joined what, by the groups of a pattern. */
const goingOver = (g: Record<string, string | undefined>): Parts => ({
  members: clean(g.members),
  left: ofPart(g.members),
  relation: clean(g.join)!,
  joined: clean(g.joined),
  trained_by: null,
})

export const lineages: readonly Pattern<Parts>[] = [
  {
    trigger: new RegExp(String.raw`\s${leaves}(?!\p{L})[^.;:]{0,70}\s(?:and|to|y|para)\s(?:then\s|later\s)?${joins}\s`, 'iu'),
    // "specially trained members of X defected and formed Y"
    pattern: new RegExp(
      String.raw`(?<members>${name})\s(?:later\s|then\s)?(?<leave>${leaves})(?<what>\s(?:${phrase}|,(?=\s(?:the|el|la)\s[^,]{2,30},)|(?<=,\s(?:the|el|la)\s[^,]{2,30}),){0,90}?)?(?:,)?\s(?:and|to|y|para)\s(?:then\s|later\s)?(?<join>${joins})\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members?.split(/——|\b(?:until|when|after|before|where)\s/).at(-1)),
      left: clean(g.what) ?? ofPart(g.members),
      relation: `${g.leave} and ${g.join}`.trim(),
      joined: clean(g.joined),
      trained_by: null,
    }),
  },
  {
    trigger:
      /(?:(?:formed|created|raised|carved|built|cread|formad|surgid)[oa]? (?:in \d{4} |en \d{4} )?(?:out of|from|a partir de) |grew out of |surgi[oó] de(?:l| la) )/iu,
    // "The 4th Battalion was created in 2003 out of the former 17th Brigade"
    pattern: new RegExp(
      String.raw`(?<members>${force})(?:(?:,\s(?:which\swas\s|que\sfue\s)?|\s(?:was|were|had\sbeen|fue)\s)(?<formed>(?:formed|created|raised|carved|built|cread[oa]|formad[oa]|surgid[oa])\s(?:in\s\d{4}\s|en\s\d{4}\s)?(?:out\sof|from|a\spartir\sde))|\s(?<grew>grew\sout\sof|surgi[oó]\sde(?=l?\s)))\s(?<left>(?:the\s|an?\s|el\s|la\s|un\s|una\s)?(?:former\s|old\s|disbanded\s|extint[oa]\s|antigu[oa]\s)?${force}|(?:the\s|el\s|la\s)?(?:\p{Ll}+\s){0,2}\p{Lu}[^,.;]{2,50}?)(?=[,.;]|\s(?:and|y|in|en|which|who|que)\s|$)`,
      'gu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: clean(g.left),
      relation: (g.formed ?? g.grew)!,
      joined: null,
      trained_by: null,
    }),
  },
  {
    trigger: core,
    // "train some members of the army, that then became the backbone of the cartel"
    pattern: new RegExp(
      String.raw`(?<trained>train(?:ed|ing)?|entren\w+|adiestr\w+)\s(?<members>${name}),?\s(?:that|who|which|que|quienes)\s(?:later\s|then\s|eventually\s|went on to\s)?(?<join>(?:became|become|formed|form|turned into|constituted|se convirtieron|formaron)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: goingOver,
  },
  {
    trigger: /members|leaders|founders|core|nucleus|backbone/i,
    // "the original members of the Zetas were US-trained Mexican Special Forces"
    pattern: new RegExp(
      String.raw`(?<role>(?:original|founding|first|early|core) (?:members|leaders|founders)|founders|core|nucleus|backbone)\s(?:of|de)\s(?<joined>${name})\s(?:were|was|are|is|had been|came from)\s(?<members>(?:all |mostly |former |ex-)?${name})(?=[,.;:]|\s(?:whose|who|which|that|and)\b|$)`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: clean(g.members?.replace(/\p{Lu}[\p{L}.]*-trained\s/u, '')),
      relation: clean(g.role)!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
  {
    trigger: core,
    // "A formed the backbone of B"
    pattern: new RegExp(
      String.raw`(?<members>${name})(?:,\s[^,.;:“”]{3,90},)?\s(?:later\s|then\s|luego\s|después\s)?(?<join>(?:became|formed|form|make up|made up|constituted|provided|supplied|were|se convirtió|se convirtieron|formaron|formó)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => goingOver({ ...g, members: g.members?.replace(laterDeed, '') }),
  },
  {
    trigger: /coup|mutiny|rebellion|uprising|golpe|insurgency|massacre/i,
    // "an American-trained Malian officer who led the coup", "the captain who led the coup was trained in U.S. academies"
    pattern: new RegExp(
      String.raw`(?<members>(?:an?|the|some|several|un|el)\s${phrase}{2,60}?)\s(?:who|that|que)\s(?<lead>led|staged|carried out|launched|headed|mounted|encabez[oó]|lider[oó]|dio)\s(?<joined>(?:the|a|an|el|un|this|that)?\s?(?:\p{L}+\s){0,3}(?:coup(?: d['’][eé]tat)?|mutiny|rebellion|uprising|golpe(?: de [Ee]stado)?|insurgency|massacre))`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: null,
      relation: g.lead!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
  {
    trigger: new RegExp(String.raw`\s(?:${goesOver})\s`, 'iu'),
    // "Several of its graduates turned up in the ranks of the Zetas", "una docena de desertores de X se unieron a Y"
    pattern: new RegExp(
      String.raw`(?<members>(?<![\p{L}\d])(?:${phrase}|,(?=\s\p{Ll}+(?:ed|ad[oa]s|id[oa]s)\s)|(?<=\s(?:por|by)\s[^,]{3,60}),){0,140}?(?<!\p{L})(?:${forces})(?!\p{L})(?:${phrase}|,(?=\s(?:\p{Ll}+ed|\p{Ll}+ad[oa]s|\p{Ll}+id[oa]s|who|que|whose)\s)|(?<=\s(?:por|by|en|in|at)\s[^,]{3,80}),){0,140}?),?\s(?:later\s|then\s|eventually\s|have\s|had\s|luego\s|después\s|más tarde\s)?(?<join>${goesOver})\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({ ...goingOver(g), trained_by: trainer(g.members) }),
  },
  {
    trigger:
      /\s(?:(?:leads?|led|staged|encabez[oóa]|lider[oóa])\s(?:the|an?|el|un|la)\s(?:\p{L}+\s|\d{4}\s){0,3}(?:coup|mutiny|putsch|uprising|rebellion|massacre|golpe|asonada|matanza|masacre|sublevaci[oó]n)|overthrew|ousted|toppled|deposed|derroc(?:[oó]|aron)|depus(?:o|ieron))/iu,
    // "Captain Example led the 2008 coup in Guinea", "soldiers led by Captain Example, who …, overthrew the government of Mali"
    pattern: new RegExp(
      String.raw`(?<members>(?<![\p{L}\d])(?:${phrase}|,(?=\s(?:who|que|whose|trained|a\s|an\s)\s?)|(?<=,\s(?:who|que|whose|trained|an?)\s[^,]{3,90}),){3,180}?),?\s(?:later\s|then\s)?(?<lead>(?:leads?|led|staged|encabez[oóa]|lider[oóa])(?=\s(?:the|a|an|el|un|la)\s(?:\p{L}+\s|\d{4}\s){0,3}(?:coup|mutiny|putsch|uprising|rebellion|massacre|golpe|intento\sde\sgolpe|asonada|matanza|masacre|sublevaci[oó]n))|overthrew|ousted|toppled|deposed|derroc(?:[oó]|aron)|depus(?:o|ieron))\s(?:al?\s)?(?<joined>${name})(?:${stop}|(?=\s(?:in|en)\s\d))`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members?.replace(/^.*?\d{4},\s|^(?:In|En)\s\p{L}+\s\d{4}\s/u, '')),
      left: null,
      relation: g.lead!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
  {
    trigger:
      /(?:one|two|three|some|several|uno|una|dos|tres|varios|parte) (?:of|de) (?:the|los|las|sus|its) (?:founders|fundadores|leaders|jefes|líderes|cabecillas)/i,
    // "was one of the founders of a gang", "fue uno de los fundadores de una banda"
    pattern: new RegExp(
      String.raw`(?<members>(?<![\p{L}\d])(?:${phrase}|,(?=\s\p{Lu})|(?<=,\s\p{Lu}[^,]{3,60}),){3,140}?)\s(?:was|were|became|is|fue|fueron|es|son)\s(?<role>(?:one|two|three|some|several|uno|una|dos|tres|varios|parte)\s(?:of|de)\s(?:the|los|las)\s(?:founders|fundadores|leaders|jefes|líderes|cabecillas))\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: null,
      relation: g.role!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
  {
    trigger:
      /\b(?:was|were|been|fue(?:ron)?|sido) (?:\p{L}+ )?(?:trained|entrenad|adiestrad|capacitad)|(?:got|received) (?:U\.?S\.?|American|British|French|Israeli) training/iu,
    // "Some of them had been trained at Fort Bragg", "the 15th Battalion, which was trained by American Green Berets": no number of people.
    pattern: new RegExp(
      String.raw`(?<!(?<!\p{L})(?:of|from|in|by|with|and|to|de|del|en|por|con)\s)(?<members>(?<![\p{L}\d])(?:(?:Some|Several|Many|Most|Two|Three|Four|Five|A few|Varios|Algunos|Muchos|Dos|Tres)\s(?:of|de)\s(?:them|its|their|these|those|the|ellos|sus|los)(?:\s${phrase}{2,40}?)?|(?:The|An?|Its|the|an?|its|El|La|el|la)\s(?:[^\s,.;]+\s){0,4}?(?:Battalion|Brigade|Regiment|Division|Company|Squadron|battalion|brigade|regiment|unit|squad|company|team|force|Force|Group|Batall[oó]n|batall[oó]n|Brigada|brigada|Regimiento|unidad|grupo|Grupo)(?:\s(?!was|were|had|has|have|fue)[^\s,.;]+){0,4}?|(?:El|el)\s[Bb]atall[oó]n\s[^\s,]+)),?\s(?:which\s|that\s|who\s|whose\s\p{L}+\s|que\s)?(?:had\s|has\s|have\s|ha\s|han\s|haya\s|hayan\s|había\s)?(?<verb>(?:been|was|were|fue|fueron|sido)\s(?:\p{L}+\s)?(?:trained|entrenad[oa]s?|adiestrad[oa]s?|capacitad[oa]s?)|(?:got|received)\s(?:\S+)\straining)(?:\s(?:by|at|in|por|en)\s[^,.;]{2,60})?`,
      'gu',
    ),
    read: (g) => ({ members: clean(g.members), left: null, relation: g.verb!, joined: null, trained_by: null }),
  },
  {
    trigger:
      /(?:formed|founded|created|raised|set up|made up|formad|fundad|cread|integrad)[oa]? (?:mainly |mostly |largely |en su mayoría |principalmente )?(?:by|of|from|out of|por|de|con) /iu,
    // "the 4th Example Brigade, formed by veterans of the Guard": who formed it, and where they came from. Who trained it is told apart.
    pattern: new RegExp(
      String.raw`(?<joined>${force})(?:,\s(?:which\swas\s|que\sfue\s)?|\s(?:was|were|had\sbeen|fue)\s)(?<formed>formed|founded|created|raised|set\sup|made\sup|formad[oa]|fundad[oa]|cread[oa]|integrad[oa])\s(?:mainly\s|mostly\s|largely\s|en su mayoría\s|principalmente\s)?(?:by|of|from|out\sof|por|de|con)\s(?<members>(?:(?:ex|some|several|many|\d+)[\s-])*(?:veterans|deserters|members|soldiers|officers|commandos|men|defectors|former\s\p{Ll}+|ex-?\p{L}{5,}|veteranos|desertores|miembros|soldados|oficiales|exmilitares|exsoldados|exoficiales|integrantes)(?:\sprofesionales)?(?:\s(?:of|from|de|del)\s[^,.;]{3,60}?)?)(?=[,.;]|\s(?:and|y|in|en)\s|$)`,
      'gu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: ofPart(g.members),
      relation: g.formed!,
      joined: clean(g.joined),
      trained_by: null,
    }),
  },
  {
    trigger: /(?:,|\s)\s?(?:adiestrad|entrenad|capacitad)[oa] por|(?:,|\s)\s?trained by/iu,
    // "la unidad Tigres, creada en 2013 y adiestrada por fuerzas especiales,"
    pattern: new RegExp(
      String.raw`(?<members>${force})(?:,\s(?:\p{Ll}+(?:ed|ad[oa]|id[oa])\s[^,.;]{3,80}?(?:\s(?:and|y)\s|,\s(?:and\s|y\s)?(?:later\s|then\s)?(?:was\s|fue\s|had\sbeen\s)?))?|\s(?:was|had\sbeen|fue)\s\p{L}+\s[^,.;]{3,80}?\s(?:and|y)\s)(?<verb>trained|adiestrad[oa]|entrenad[oa]|capacitad[oa])\s(?:by|por)\s(?<by>[^,.;]{3,60})`,
      'gu',
    ),
    read: (g) => ({ members: clean(g.members), left: null, relation: g.verb!, joined: null, trained_by: clean(g.by) }),
  },
  {
    trigger:
      /graduated (?:from|at)|studied at|estudi(?:ó|aron) en|alumn\p{L}+ of|se gradu(?:ó|aron) (?:en|de)|egres(?:ó|aron|ad[oa]s?) de/iu,
    // "Colonel Example, who led the battalion, graduated from the School of the Americas"
    pattern:
      /(?<![\p{L}\d])(?<members>(?:The |Los |Las |El |La )?(?:\p{Lu}[\p{L}.’'-]+|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ss]everal|[Ss]ome|[Mm]any|\d+)\s(?:of\s(?:his|its|the|their|those)\s)?\p{Ll}+)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|de|la|del)){0,5}?)(?:,\s(?:who|que|quien|an?|the|un|el|una|la)\s[^,.;]{3,90},|,\s(?:who|que|quien|quienes))?\s(?:(?:had|has|have|later|also|ha|había)\s)?(?<verb>graduated\s(?:from|at)|studied\sat|estudi(?:ó|aron)\sen|(?:was|were|is|are)\s(?:an?\s)?(?:alumn\p{L}+|graduates?)\sof|se\sgradu(?:ó|aron)\s(?:en|de)|egres(?:ó|aron)\sde)\s(?<by>(?:the |la |el )?(?:\p{Lu}[\p{L}.’'-]*|U\.S\.)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|the|for|de|las|los|la)){0,9}?)(?=[,.;:)]|\s(?:in|en|and|y|with|before|who|as)\s|$)/gu,
    read: (g) => ({
      members: clean(g.members),
      left: null,
      relation: g.verb!,
      joined: null,
      trained_by: clean(g.by?.replace(/^the /, '')),
    }),
  },
]

/** "members of the Mexican military's elite forces": what they are members of. */
function ofPart(members: string | undefined): string | null {
  const match =
    /\b(?:members|soldiers|officers|some|several|part|elements|units|deserters|defectors|integrantes|miembros|desertores|soldados|efectivos)\s(?:of|from|de|del)\s(.+)$/iu.exec(
      members ?? '',
    )
  return match && !/^(?:its|their|his|her|them|sus|ellos)(?!\p{L})/iu.test(match[1]!) ? clean(match[1]) : null
}

/** "US-trained", "trained in U.S. academies", "had been trained by the United States". */
export function trainer(words: string | undefined): string | null {
  const compound = /(?<![\p{L}])(\p{Lu}[\p{L}.]*)-trained\b/u.exec(words ?? '')
  if (compound) return compound[1]!
  const passive =
    /\b(?:trained|schooled|instructed|courses|cursos|entrenad\w+|adiestrad\w+|capacitad\w+|formad[oa]s)\s(?:en su mayoría\s|mostly\s)?(?:by|in|at|por|en)\s((?:the |la |el |las |los )?(?:U\.S\.|\p{Lu}|(?:instructores|asesores|fuerzas|militares|boinas)\s)[^,.;:)]{1,50}?)(?=[,.;:)]|\.$|\s(?:and|who|which|that|in|to|until|between|since|during|before|after|entre|desde|durante)\b|$)/u.exec(
      `${words ?? ''}`,
    )
  if (passive) return passive[1]!.replace(/^the /, '').trim()
  const active =
    /(?<![\p{L}])((?:U\.S\.|US|American|United States|British|French|Israeli|Russian)(?:\s(?:special|operations?|operators|forces?|military|army|marines|troops|soldiers|trainers|instructors|government|commandos|advisers))*)\s(?:[\p{Ll}]+\s|\p{Lu}\p{Ll}+\s){0,9}?(?:train|trained|instructed)\s/u.exec(
      words ?? '',
    )
  return active ? active[1]!.trim() : null
}
