/**
 * Claims that are no numbers: lineages ("… defected and formed X"), events, states of affairs ("has not had a director since"), denials and
 * doubts. Each is a pattern of English or Spanish grammar around a verb of the field; its parts are kept as printed.
 */
import type { DenialClaim, EventClaim, LineageClaim, StatusClaim } from './claim.js'

type Common = 'id' | 'sentence' | 'speaker' | 'hedge' | 'period' | 'place' | 'proposed_by'
export type Found = Omit<LineageClaim, Common> | Omit<EventClaim, Common> | Omit<StatusClaim, Common> | Omit<DenialClaim, Common>

/** What ends a phrase. */
const stop = String.raw`(?=[,.;:”"()–—]|\s(?:who|which|that|and|but|while|when|after|before|since|because|although|(?<!\b(?:known|identified|disguised|described)\s)as|until|in order|so|now|then|has|have|had|was|were|is|are|–|--|y|que|pero|cuando|tras)\b|$)`
const phrase = String.raw`(?:[^,.;:”"()]|(?<=\b\p{L})\.)`
const name = String.raw`(?<![\p{L}\d])(?:[Tt]he |[Ll]os |[Ll]as |[Ee]l |[Ll]a )?${phrase}{2,80}?`

interface Pattern<T> {
  /**
   * Words without which the pattern cannot match, found quickly: patterns that begin with a free phrase try every letter of the sentence, and
   * are begun only as far before these words as that phrase is long.
   */
  trigger: RegExp
  pattern: RegExp
  read(groups: Record<string, string | undefined>): T
}

const clean = (value: string | undefined): string | null => {
  const trimmed = unmasked(value ?? '')
    .trim()
    .replace(/^(?:and|but|or|that|until|when|where|while|as|after|before|since|because|In fact|then|y|que)\s+/i, '')
    .replace(/\s+(?:later|then|eventually|also|subsequently|reportedly|allegedly)$/i, '')
    .trim()
  return trimmed ? trimmed : null
}

/** "an “elite” squad" and "the Administration (DEA)" go on behind their quotation mark or bracket: these are masked, letter for letter. */
const masked = (sentence: string): string =>
  sentence
    .replace(/[“"]([\p{L}’'-]{1,20}(?: [\p{L}’'-]{1,20})?)[”"](?=\s[\p{Ll}])/gu, '‹$1›')
    .replace(/\(([\p{Lu}\d-]{2,12})\)/gu, '⟨$1⟩')
const unmasked = (words: string): string => words.replace(/‹/g, '“').replace(/›/g, '”').replace(/⟨/g, '(').replace(/⟩/g, ')')

const joins = `(?:joined|join|formed|founded|created|established|set up|became|went to work for|switched (?:sides )?to|se unieron a|formaron|fundaron|crearon|integraron|se pasaron a)`
const leaves = `(?:defected|deserted|left|broke away|broke off|split|mutinied|quit|desertaron|abandonaron|dejaron)`
const nucleus = `(?:the |a |el |la )?(?:backbone|core|nucleus|founders?|founding members|foundation|members|leaders|armed wing|enforcers|columna vertebral|n[uú]cleo|brazo armado)`

/** "became the backbone of", "formed the armed wing of" */
const core = new RegExp(
  String.raw`\s(?:became|become|formed|form|turned into|make up|made up|constituted|provided|were|se convirtieron en|formaron)\s${nucleus}\s(?:of|del?)\s`,
  'iu',
)
const lineages: readonly Pattern<Omit<LineageClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger: new RegExp(String.raw`\s${leaves}(?!\p{L})[^.;:]{0,70}\s(?:and|to|y|para)\s(?:then\s|later\s)?${joins}\s`, 'iu'),
    // "specially trained members of X defected and formed Y"
    pattern: new RegExp(
      String.raw`(?<members>${name})\s(?:later\s|then\s)?(?<leave>${leaves})(?<what>\s${phrase}{0,60}?)?(?:,)?\s(?:and|to|y|para)\s(?:then\s|later\s)?(?<join>${joins})\s(?<joined>${name})${stop}`,
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
    trigger: core,
    // "train some members of the army, that then became the backbone of the cartel"
    pattern: new RegExp(
      String.raw`(?<trained>train(?:ed|ing)?|entren\w+|adiestr\w+)\s(?<members>${name}),?\s(?:that|who|which|que|quienes)\s(?:later\s|then\s|eventually\s|went on to\s)?(?<join>(?:became|become|formed|form|turned into|constituted|se convirtieron en|formaron)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: ofPart(g.members),
      relation: clean(g.join)!,
      joined: clean(g.joined),
      trained_by: null,
    }),
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
      String.raw`(?<members>${name})\s(?:later\s|then\s)?(?<join>(?:became|formed|form|make up|made up|constituted|provided|were|se convirtieron en|formaron)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: ofPart(g.members),
      relation: clean(g.join)!,
      joined: clean(g.joined),
      trained_by: null,
    }),
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
]

/** "The paper reported that the service", "criticism for failing to charge the officer who": the last of the nouns. */
function actor(words: string | undefined): string | null {
  const last = words
    ?.replace(/\s(?:who|which|that)$/i, '')
    .split(/\b(?:that|in which|where|when|against|after|because|said)\s(?=\P{P}{2})/u)
    .at(-1)
    // "the troops did not only repel them but killed": who did is before the first verb.
    ?.replace(/^.*\s(?:was|were)\s(?:\p{L}+\s){0,3}by\s/iu, '')
    .replace(
      /\s(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|may|might|not only|allegedly|reportedly)\s.*$/iu,
      '',
    )
  const found = clean(last?.split(/[“"]/).at(-1))
  // "setting off a gunfight that killed": a participle is nobody; nor is "confessed to have" or "there".
  return found &&
    /^(?:\p{Ll}+ing\s|(?:confess|admit|claim|alleg)\p{L}*\sto\s|to\s|(?:there|it|which|who|they|he|she|we|I)$)/iu.test(found)
    ? null
    : found
}

/** "GOC said a number of terrorists", "Creek where eight vandals": who suffered, without what leads to it. */
function sufferer(words: string | undefined): string | null {
  const last = words
    ?.split(
      /\b(?:said|says|saying|adding|disclosed|revealed|explained|added|reported|that|where|when|while|after|because)\s(?=\P{P}{2})/u,
    )
    .at(-1)
  const found = clean(last?.split(/[“"]/).at(-1))
  return found && /^(?:who|which|that|they|them|he|him|she|her|it)$/i.test(found) ? null : found
}
const misplaced = /^(?:in|at|on|by|during|after|near|as|while|for|with|to|from|before|along|around|inside|outside)\s/i

/** "members of the Mexican military's elite forces": what they are members of. */
function ofPart(members: string | undefined): string | null {
  const match =
    /\b(?:members|soldiers|officers|some|several|part|elements|units|deserters|integrantes|miembros)\s(?:of|from|de|del)\s(.+)$/iu.exec(
      members ?? '',
    )
  return match ? clean(match[1]) : null
}

/** "US-trained", "trained in U.S. academies", "had been trained by the United States". */
function trainer(words: string | undefined): string | null {
  const compound = /(?<![\p{L}])(\p{Lu}[\p{L}.]*)-trained\b/u.exec(words ?? '')
  if (compound) return compound[1]!
  const passive =
    /\b(?:trained|schooled|instructed|entrenad\w+|adiestrad\w+|capacitad\w+)\s(?:by|in|at|por|en)\s((?:the |la |el |las |los )?(?:U\.S\.|\p{Lu})[^,.;:)]{1,50}?)(?=[,.;:)]|\.$|\s(?:and|who|which|that|in|to|until)\b|$)/u.exec(
      `${words ?? ''}`,
    )
  if (passive) return passive[1]!.replace(/^the /, '').trim()
  const active =
    /(?<![\p{L}])((?:U\.S\.|US|American|United States|British|French|Israeli|Russian)(?:\s(?:special|operations?|operators|forces?|military|army|marines|troops|soldiers|trainers|instructors|government|commandos|advisers))*)\s(?:[\p{Ll}]+\s|\p{Lu}\p{Ll}+\s){0,9}?(?:train|trained|instructed)\s/u.exec(
      words ?? '',
    )
  return active ? active[1]!.trim() : null
}

const victims = String.raw`(?<victims>(?:at least |more than |some |about |up to |nearly |an |a |the |three |four |five |two |\d[\d,.]*\s)?${phrase}{2,70}?)`
const acts =
  'killed|kill|killing|murdered|massacred|executed|shot dead|shot and killed|shot and injured|shot|tortured|raped|kidnapped|abducted|beheaded|extorted|disappeared|detained|arrested|attacked|ambushed|raided|bombed|burned|wounded|injured|opened fire on|fired on|ejecutaron|mataron|asesinaron|torturaron|secuestraron|detuvieron|atacaron|desaparecieron'
const participles =
  'killed|murdered|massacred|executed|shot dead|shot and injured|shot|tortured|raped|kidnapped|abducted|disappeared|attacked|ambushed|wounded|injured|arrested|detained|asesinad[oa]s?|ejecutad[oa]s?|torturad[oa]s?|secuestrad[oa]s?|detenid[oa]s?'

const suffers = new RegExp(
  String.raw`\s(?:were|was|been|being|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s|brutally\s|presuntamente\s)?(?:${participles})(?!\p{L})`,
  'iu',
)
const does = new RegExp(String.raw`\s(?:${acts})\s`, 'iu')

const events: readonly Pattern<Omit<EventClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger: suffers,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<victims>${phrase}{2,60}?)\s(?:were|was|have been|had been|being|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s|brutally\s|presuntamente\s)?(?<action>${participles})(?:${phrase}{0,70}?)?(?:,\s(?:allegedly|reportedly),?|,)?\s(?:allegedly\s|reportedly\s)?(?:by|por)\s(?<by>${phrase}{2,80}?(?:\sand\s(?:his|her|their)\s\p{L}+)?)${stop}`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: sufferer(g.victims), perpetrators: actor(g.by) }),
  },
  {
    // "the massacre was allegedly orchestrated by the mayor"
    trigger: /carried out|orchestrat|committ|perpetrat|ordered|planned|cometid|ordenad|orquestad/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<action>(?:attacks?|massacres?|killings?|murders?|abductions?|kidnappings?|raids?|ambush(?:es)?|disappearances?|shootings?|bombings?|abuses|crimes?|torture|ataques?|masacres?|asesinatos?|desapariciones|desaparici[oó]n))\s(?:was|were|had been|has been|have been|fue|fueron|hab[ií]an? sido)\s(?:allegedly\s|reportedly\s|presuntamente\s|also\s){0,2}(?:carried out|orchestrated|committed|perpetrated|ordered|planned|executed|cometid[oa]s?|perpetrad[oa]s?|ordenad[oa]s?|orquestad[oa]s?)\s(?:by|por)\s(?<by>${phrase}{2,80}?(?:\sand\s(?:his|her|their)\s\p{L}+)?)${stop}`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: null, perpetrators: actor(g.by) }),
  },
  {
    trigger: does,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,80}?)\s(?:have\s|has\s|had\s|also\s|recently\s|allegedly\s|reportedly\s|presuntamente\s|then\s){0,3}(?<!(?:\d|\b(?:an?|the|of|to|be|been|being|was|were|is|are|or|and|their|his|her|its|our|by|un|una|el|la|every|each|all|any|no|many|several|some|other|few|those|these|two|three|four|five|six|seven|eight|nine|ten|alleged|suspected|badly|seriously))\s)(?<action>${acts})\s${victims}${stop}`,
      'iu',
    ),
    // "15 others injured in an ambush": nobody did it to "in an ambush".
    read: (g) =>
      misplaced.test(g.victims?.trim() ?? '')
        ? { action: unmasked(g.action!), victims: sufferer(g.by?.split(/\band\s/).at(-1)), perpetrators: null }
        : { action: unmasked(g.action!), victims: clean(g.victims), perpetrators: actor(g.by) },
  },
  {
    trigger: /came under|took part|participated|embedded|sent/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,110}?)\s(?:reportedly\s|allegedly\s)?(?<action>came under (?:fire|attack)|took part in [^,.;]{3,40}(?![\p{L}])|participated in [^,.;]{3,60}(?![\p{L}])|were (?:directly )?embedded with [^,.;]{3,40}(?![\p{L}])|(?:has|have) (?:repeatedly )?sent [^,;]{3,40}[^.;]{0,60} into \p{Lu}\p{L}+)`,
      'giu',
    ),
    read: (g) => ({
      action: g.action!.replace(/\s(?:during|while)\s.*$/i, ''),
      victims: null,
      perpetrators: actor(g.by),
    }),
  },
  {
    trigger: /disappearance|massacre|killing|abduction|kidnapping|desaparici|masacre|asesinato/i,
    pattern: new RegExp(
      String.raw`(?<action>disappearance|massacre|killing|killings|abduction|kidnapping|desaparici[oó]n|masacre|asesinato)\s(?:of|de)\s${victims}${stop}`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: clean(g.victims), perpetrators: null }),
  },
  {
    trigger: suffers,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<victims>${phrase}{2,100}?)\s(?:were|was|have been|had been|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s)?(?<action>${participles})${stop}`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: sufferer(g.victims), perpetrators: null }),
  },
  {
    trigger: /massacre|masacre/,
    pattern: /(?<action>\p{Lu}\p{Ll}+ massacre|massacre in \p{Lu}\p{L}+|masacre de \p{Lu}\p{L}+)/gu,
    read: (g) => ({ action: unmasked(g.action!), victims: null, perpetrators: null }),
  },
]

const statuses: readonly Pattern<Omit<StatusClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger: /(?:not|n['’]t) (?:yet )?had .*since/i,
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:has|have|had)(?:\snot|n['’]t)\s(?:yet\s)?had\s(?:an?|any)\s[\p{L}\s-]{3,40}?\ssince\s[^,.;]{4,30})`,
      'giu',
    ),
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /vacan|unfilled|empty/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<subject>${phrase}{0,60}?(?:post|position|seat|office|job|directorship|puesto|cargo))\s(?:\p{L}+\s){0,6}?(?<state>(?:has been|have been|had been|remains?|remained|is|was|est[aá]|sigue)\s(?:left\s)?(?:vacant|unfilled|empty|vacante)(?:\s(?:since|for|desde)\s[^,.;]{3,30})?)`,
      'giu',
    ),
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /not yet|unclear/i,
    // What lies ahead is open; what was and is not known is a doubt. A clause in commas may stand before the verb.
    pattern: new RegExp(
      String.raw`(?<state>(?:it\s)?(?:is|was|remains)\s(?:not\syet\s(?:clear|known|decided|certain|a given)|(?:still\s)?unclear)\s(?:if|whether|that|who|how)\s(?<subject>${phrase}{3,80}?)(?:,\s[^,.;]{3,120},)?\s(?:would|will|can|could|might|may|is going to|are going to)\s${phrase}{3,120}?)(?=[,.;]|$)`,
      'giu',
    ),
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger:
      /yet to|still to|not (?:yet )?(?:been )?(?:approved|implemented|begun|started|ratified|signed|finali)|awaiting|pending|no ha sido/i,
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:has|have|had)\s(?:yet|still)\sto\s(?:be\s)?[^,.;]{3,100}|(?:has|have|had)\snot\s(?:yet\s)?(?:been\s)?(?:approved|implemented|begun|started|ratified|signed|finali[sz]ed)(?:\s[^,.;]{3,60})?|(?:is|are|remains)\s(?:still\s)?(?:awaiting|pending)\s(?:approval|a decision)[^,.;]{0,40}|(?:a[uú]n\s)?no ha sido aprobad[oa][^,.;]{0,40})`,
      'giu',
    ),
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /plan|project|proposal|program|initiative|effort|proyecto|iniciativa/i,
    pattern:
      /(?<subject>(?:the|this|a|el|la|un)\s(?:\p{L}+\s){0,2}(?:plan|project|proposal|programme|program|initiative|effort|proyecto|programa|iniciativa)),?(?:[^,.;]{0,60},)?\s(?<state>(?:would|will|aims? to|seeks? to|appears likely to|is expected to|is set to|buscar[ií]a)\s[^.;]{5,140}?)(?=[.;]|,\s(?:using|while|which|as|according)|$)/giu,
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /\s(?:plans?|intends?|agreed|is expected|planea)\s/u,
    pattern:
      /(?<subject>(?:the\s)?\p{Lu}[\p{L}.\s]{2,60}?)\s(?<state>(?:plans?|intends?|agreed|is expected|planea)\s(?:to\s)?[^.;]{6,140}?)(?=[.;]|,\s|$)/gu,
    read: (g) => ({ subject: clean(g.subject), state: unmasked(g.state!) }),
  },
]

const denials: readonly Pattern<{ of: string | null }>[] = [
  {
    trigger: /den[yi]|refut|disput|reject|dismiss|neg[oó]|niega|nega|desmint|rechaz/i,
    pattern:
      /\b(?:(?:categorically|flatly|strongly|vehemently|repeatedly|also|has|have|had)\s)*(?:(?<!\bor )den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|disput(?:es?|ed)|reject(?:s|ed)? (?:claims?|allegations?|reports?|accusations?|the (?:claims?|allegations?|reports?|accusations?))|dismiss(?:es|ed)? (?:claims?|allegations?|reports?|the (?:claims?|allegations?|reports?))|neg[oó]|niega|neg(?:aron|ado)|desmint(?:i[oó]|ieron)|rechaz[oó])(?:\s(?:that|any|the|having|que|haber|categ[oó]ricamente que))?\s(?<of>[^.”"]{3,240})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /\s(?:was|were|been)\s(?:categorically\s|flatly\s)?denied\b/i,
    pattern: /(?<![\p{L}\d])(?<of>[^.;”"]{10,160}?)\s(?:was|were|has been|have been)\s(?:categorically\s|flatly\s)?denied\b/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /insist/i,
    pattern:
      /\binsist(?:s|ed)\s(?:[\p{L}]+\s){0,3}(?:that\s)?(?<of>[^.;”"]{3,120}\b(?:did not|do not|does not|had not|has not|was not|were not|is not|are not|no|never)\b[^.;”"]{3,160})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
]
const doubts: readonly Pattern<{ of: string | null }>[] = [
  {
    trigger: /unclear|uncertain|unknown|clear|disputed/i,
    pattern:
      /\b(?:it\s)?(?:is|was|remains)\s(?:still\s)?(?:unclear|uncertain|unknown|not (?:yet )?clear|disputed)\s(?:if|whether|how many|who|why|what)\s(?<of>[^.;]{3,200}?)(?=[.;]|,\s(?:but|and|although|though|while|as)\s|$)/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /could not be/i,
    pattern: /(?<![\p{L}\d])(?<of>[^.;]{3,160}?)\scould not be\s(?:independently\s)?(?:verified|confirmed)/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
  {
    trigger: /question|doubt|duda/i,
    pattern:
      /\b(?:question(?:s|ed)|doubt(?:s|ed)|cast(?:s)? doubt on|rais(?:e|es|ed) (?:serious |grave |further )?(?:doubts|questions) (?:about|over|on)|drew questions from [^.;]{3,60} about|pus(?:o|ieron) en duda)\s(?:if\s|whether\s|that\s)?(?<of>[^.;”"]{3,220})/giu,
    read: (g) => ({ of: clean(g.of) }),
  },
]

/** The longest free phrase that a pattern begins with, and what may stand between it and the trigger. */
const reach = 180

function matchOf({ trigger, pattern }: Pick<Pattern<unknown>, 'trigger' | 'pattern'>, sentence: string): RegExpExecArray | null {
  const at = sentence.search(trigger)
  if (at === -1) return null
  pattern.lastIndex = Math.max(0, at - reach)
  return pattern.exec(sentence)
}

function firstMatch<T>(
  patterns: readonly Pattern<T>[],
  sentence: string,
): { match: RegExpExecArray; read: Pattern<T>['read'] } | null {
  for (const { read, ...pattern } of patterns) {
    const match = matchOf(pattern, sentence)
    if (match) return { match, read }
  }
  return null
}

const meet = (one: RegExpExecArray, other: RegExpExecArray): boolean =>
  one.index < other.index + other[0].length && other.index < one.index + one[0].length

/** Lineages, events, states, denials and doubts of a sentence, in order; of one kind at most two, as patterns overlap. */
export function findStatements(text: string, start: number, end: number): Found[] {
  // Same length, so that places hold; a pair of hyphens is a dash, which ends a phrase.
  const sentence = masked(text.slice(start, end).replaceAll('\n', ' ').replaceAll(' -- ', ' —— '))
  const found: Found[] = []
  const place = (match: RegExpExecArray) => {
    const lead = match[0].length - match[0].trimStart().length
    return { start: start + match.index + lead, end: start + match.index + match[0].trimEnd().length }
  }
  for (const { read, ...pattern } of lineages) {
    const match = matchOf(pattern, sentence)
    if (!match) continue
    const parts = read(match.groups!)
    // "trained Malian army units … until several of those units defected": which units is said earlier in the sentence.
    if (/^(?:those|these|them|the same|dichas|esas)\b/i.test(parts.left ?? ''))
      parts.left =
        clean(
          /\b(?:train(?:ed|ing)?|armed|equipped|entren\w+)\s([^,.;—]{3,60}?)(?=\s(?:to|for|in|until|who|that|para|en)\b)/i.exec(
            sentence,
          )?.[1],
        ) ?? parts.left
    found.push({ type: 'lineage', ...place(match), ...parts, trained_by: parts.trained_by ?? trainer(sentence) })
    break
  }
  const denial = firstMatch(denials, sentence)
  if (denial?.match) found.push({ type: 'denial', ...place(denial.match), ...denial.read(denial.match.groups!), concerns: [] })
  const status = firstMatch(statuses, sentence)
  const doubted = firstMatch(doubts, sentence)
  // "It is not yet clear if they would approve": one claim, of the state that things are in.
  const doubt = doubted && status && meet(doubted.match, status.match) ? null : doubted
  if (doubt?.match) found.push({ type: 'doubt', ...place(doubt.match), ...doubt.read(doubt.match.groups!), concerns: [] })
  if (status?.match) found.push({ type: 'status', ...place(status.match), ...status.read(status.match.groups!) })
  // Who denies or doubts that somebody was shot does not claim it.
  if (!denial?.match && !doubt?.match) {
    const taken: RegExpExecArray[] = []
    for (const { read, ...pattern } of events) {
      const match = matchOf(pattern, sentence)
      if (!match || taken.some((other) => meet(other, match))) continue
      // "the Tlatlaya massacre, when soldiers murdered 22": told once.
      if (taken.length > 0 && !match.groups!.victims && !match.groups!.by) continue
      taken.push(match)
      found.push({ type: 'event', ...place(match), ...read(match.groups!) })
      if (taken.length === 2) break
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
