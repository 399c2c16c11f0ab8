/** Events: somebody was killed, arrested, shot at, by whom and whom, as far as the sentence says it. */
import type { EventClaim } from './claim.js'
import { type Common, clean, type Pattern, phrase, stop, unmasked } from './phrases.js'

/** "The paper reported that the service", "criticism for failing to charge the officer who": the last of the nouns. */
function actor(words: string | undefined): string | null {
  const last = words
    ?.replace(/\s(?:who|which|that)$/i, '')
    .replace(
      /^.*(?<!\p{L})(?:dijo|dijeron|dice|confirm\p{L}+|admit\p{L}+|reconoc\p{L}+|asegur\p{L}+|afirm\p{L}+|inform\p{L}+|denunci\p{L}+|neg\p{L}+|desm\p{L}+|sostuvo|sostien\p{L}+|declar\p{L}+|report\p{L}+|document\p{L}+|concluy\p{L}+)\sque\s/iu,
      '',
    )
    // "It was gunmen, and not the police, who abducted": the gunmen.
    .replace(/^(?:It\s(?:was|is)|Fue(?:ron)?|Eran?|Son)\s/u, '')
    // "A judge denied bail to the lieutenant accused of": the lieutenant.
    .replace(
      /^.*(?<!\p{L})(?:court|judge|tribunal|juez|jueza|corte|juzgado)\s[^,.;]*?(?:denied|granted|refused|neg[oó]|concedi[oó]|otorg[oó]|dict[oó])\s[^,.;]*\s(?:to|against|for|al|(?:a|contra)\s(?=(?:la|los|las|un|una|el)\s))\s?/iu,
      '',
    )
    // "A court acquitted four soldiers accused of": whom it tried, and not the court.
    .replace(
      /^.*(?<!\p{L})(?:court|judge|tribunal|jury|prosecutors?|juez|jueza|corte|juzgado|fiscal[ií]a)\s(?:[^,.;]{2,40}\s)?(?:acquitted|absolved|exonerated|cleared|convicted|freed|released|charged|indicted|sentenced|absolvi[oó]\sa|conden[oó]\sa|liber[oó]\sa)\s/iu,
      '',
    )
    // "ordered the arrest of eight soldiers accused of": the soldiers.
    .replace(
      /^.*(?<!\p{L})(?:(?:arrests?|trials?|detention|release|prosecution|acquittal|conviction|suspension|extradition|transfer|case|charges|indictments?)\s(?:of|against)|(?:captura|detenci[oó]n|juicio|arresto|liberaci[oó]n|absoluci[oó]n|condena|extradici[oó]n|cargos|proceso)\s(?:de|contra))\s/iu,
      '',
    )
    .replace(/\s(?:\p{L}+n['’]t|might|could|would|will|can|must|should|may)$/u, '')
    .replace(/\s\p{Ll}+ed(?:\s(?:up|away|out|off|down|them|him))?\sand$/u, '')
    .replace(/\s\p{Ll}{3,}ly$/u, '')
    .replace(/^(?:Even )?(?:If|Whether|Si)\s/u, '')
    .replace(
      /(?:\s(?:\p{L}+n['’]t|not|never|cannot|did|does|do))*\s(?:admits?|admitted|acknowledge[sd]?|denie[sd]|deny|confessed(?:\sto)?)$/iu,
      '',
    )
    .split(
      /\b(?:that|in which|where|when|against|after|because|said|says?|claim|allege|believe|recalled|testified)\s(?=\P{P}{2})/u,
    )
    .at(-1)
    ?.replace(
      /^\s*(?:[Ii]n|[Oo]n|[Ee]l|[Ee]n)\s(?:\d{1,2}\s(?:de\s)?\p{L}+\s(?:de\s|del\s)?\d{4}|\p{L}+\s\d{1,2},?\s\d{4}|\d{1,2}\sde\s\p{L}+|\p{Lu}\p{Ll}+\s\d{1,2}(?=,?\s(?:\p{Ll}|\p{Lu}\p{Ll})))(?:,\s|\s)/u,
      '',
    )
    // "the troops did not only repel them but killed": who did is before the first verb.
    ?.replace(/^.*\s(?:was|were)\s(?:\p{L}+\s){0,3}by\s/iu, '')
    .replace(
      /\s(?:(?:did|do|does|was|were|is|are|has|have|had|wo|would|ca|could)n['’]t|did|do|does|was|were|is|are|has|have|had|will|would|can|could|may(?!\s\d)|might|not only|allegedly|reportedly)\s.*$/iu,
      '',
    )
  const found = clean(
    last
      ?.split(/[“"]/)
      .at(-1)
      ?.replace(/^\s*(?:[Ii]n|[Oo]n|[Dd]uring|[Ss]ince|[Bb]y|[Ee]n)\s(?:\p{L}+\s)?(?:\d{1,2}(?:,?\s|\sde\s))?\d{4},?\s/u, ''),
  )
  // "setting off a gunfight that killed": a participle is nobody; nor is "confessed to have" or "there".
  return found &&
    /^(?:\p{Ll}+ing\s|(?:confess|admit|claim|alleg)\p{L}*\sto\s|to\s|(?:has|have|had)\s|(?:there|it|which|who|they|he|she|we|I)$)/iu.test(
      found,
    )
    ? null
    : found
}

/** "GOC said a number of terrorists", "Creek where eight vandals": who suffered, without what leads to it. */
function sufferer(words: string | undefined): string | null {
  const last = words
    ?.split(
      /\b(?:said|says?|claim|allege|believe|recalled|testified|saying|adding|disclosed|revealed|explained|added|reported|that|where|when|while|after|because)\s(?=\P{P}{2})/u,
    )
    .at(-1)
    // "The army killed two and five villagers": those of the last verb.
    ?.replace(alsoDone, '')
  const found = clean(last?.split(/[“"]/).at(-1))
  return found && /^(?:who|which|that|they|them|he|him|she|her|it)$/i.test(found) ? null : found
}
/** "mataron a 22 personas": the preposition is of the verb. */
const toWhom = (words: string | undefined): string | undefined =>
  words?.replace(
    /^a\s(?=\d|(?:más|menos|casi|unos|unas|al menos|por lo menos)\s|\p{Ll}{2,}(?:os|as|es)(?!\p{L})|(?:los|las|un|una|su|sus|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias)\s)/u,
    '',
  )
/** When and where it was is told apart: "eleven men on May 3", "three farmers near Lima". */
const setting =
  /\s(?:on|in|at|near|outside|inside|during|since|around|early|late|en|durante|desde|cerca de)\s(?:the\s|el\s|la\s)?(?:(?:early|late|mid)[\s-])?(?:\p{Lu}|\d{4}(?!\d)|town|village|city|night|morning|outskirts).*$/u
const sufferers = (words: string | undefined): string | null =>
  clean(
    toWhom(words)
      ?.replace(setting, '')
      .replace(/^(?:first|back|again|twice|dead|primero)$/u, ''),
  )
const misplaced =
  /^(?:in(?! excess)|at(?! (?:least|most))|on|by|during|after|near|as|while|for|with|to|from|before|along|around|inside|outside)\s/i

const victims = String.raw`(?<victims>(?:at least |more than |some |about |up to |nearly |an |a |the |three |four |five |two |\d[\d,.]*\s)?${phrase}{2,70}?)`
const acts =
  'killed|kill|killing|murdered|massacred|slaughtered|burnt|torched|razed|looted|gunned down|executed|shot dead|shot and killed|shot and injured|shot|tortured|raped|kidnapped|abducted|beheaded|extorted|disappeared|detained|arrested|attacked|ambushed|raided|bombed|burned|wounded|injured|opened fire on|fired on|(?:beat|flogged|whipped|stabbed)(?=\\s(?:up\\s)?(?:an?|the|some|several|at least|more than|nearly|two|three|four|five|six|seven|eight|nine|ten|dozens|\\d[\\d,.]*|him|her|them|his|protest\\w+|civilians|villagers|students|detainees|prisoners|farmers|journalists|residents|people|men|women|children|drivers)(?!\\p{L}))|ejecutaron|mataron|asesinaron|torturaron|secuestraron|detuvieron|atacaron|desaparecieron|dispararon contra|abrieron fuego contra|hirieron|balearon|emboscaron|decapitaron|quemaron|incendiaron|violaron|golpearon|mataron|mató|asesinó|ejecutó|hirió|detuvo|secuestró|torturó|atacó|disparó contra|abrió fuego contra|golpeó|violó'
const participles =
  'killed|murdered|massacred|executed|shot dead|shot and injured|shot|tortured|raped|kidnapped|abducted|disappeared|attacked|ambushed|wounded|injured|arrested|detained|ambushed|burnt|beaten|asesinad[oa]s?|ejecutad[oa]s?|torturad[oa]s?|secuestrad[oa]s?|detenid[oa]s?|atacad[oa]s?|emboscad[oa]s?|golpead[oa]s?'

const suffers = new RegExp(
  String.raw`\s(?:were|was|been|being|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s|brutally\s|presuntamente\s)?(?:${participles})(?!\p{L})`,
  'iu',
)
const alsoDone = new RegExp(String.raw`^.*\s(?:${acts})\s.*\sand\s`, 'iu')
/** "rounded up and": what somebody did before what is told of him. */
const alsoDid = String.raw`\p{Ll}ed(?:\s(?:up|away|out|off|down|them|him))?\sand\s`
/** "were killed" is suffered, "the attack" is no deed: what stands before a verb that somebody does. */
const notDone = String.raw`(?:(?<!(?:(?<!(?:No\.|[Bb]atall[oó]n|[Bb]rigada|[Rr]egimiento|[Dd]ivisi[oó]n|[Zz]ona\s[Mm]ilitar|[Cc]ompañ[ií]a|Battalion|Brigade)\s\d{0,3})\d|(?<!\p{L})(?:an?|the|of|to|be|been|being|was|were|is|are|or|and|their|his|her|its|our|by|un|una|el|la|every|each|all|any|no|many|several|some|other|few|those|these|two|three|four|five|six|seven|eight|nine|ten|alleged|suspected|badly|seriously))\s)|(?<=${alsoDid}))`
const does = new RegExp(String.raw`\s(?=(?:${acts})\s)${notDone}`, 'iu')

/** "the 15th Battalion, which was trained by others, …": what is said of the subject in commas is nobody's deed. */
const aside = String.raw`(?:,\s(?:and\s|y\s|but\s)?(?:not|no)\s[^,.;]{3,60},(?:\s(?:who|that|quien(?:es)?|que)(?=\s))?|,\s(?:which|who|whose|that|que|quienes|cuy[oa]s?|\p{Ll}+(?:ed|ad[oa]s?|id[oa]s?)\s(?:by|por|in|at|en))\s(?:[^,.;]|(?<=\b\p{L})\.){3,120},)`
/** "accused of killing", "alleged to have shot dead", "acusado de haber matado a": what somebody is said to have done. */
const doing =
  'killing|murdering|massacring|executing|shooting(?: dead)?|torturing|raping|kidnapping|abducting|beheading|disappearing|detaining|arresting|attacking|ambushing|bombing|burning|wounding|beating'
const done =
  'killed|murdered|massacred|executed|shot(?: dead| and killed)?|tortured|raped|kidnapped|abducted|beheaded|disappeared|detained|arrested|attacked|ambushed|bombed|burned|burnt|wounded|injured|beaten'
const haber = '(?:asesin|incendi|mat|ejecut|tortur|secuestr|desaparec|deten|atac|dispar|viol|golpe|her|masacr|quem)'
const accused = new RegExp(
  String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,80}?)(?:${aside}|(?<!(?:said|says|reported|told|claimed|alleged|found|noted|added|stated|dijo|informó|señaló|afirmó))\s(?:that|which|who|que)\s(?:[^,.;]|(?<=\d)[,.](?=\d)|(?<=\b\p{L})\.){3,120}?)?,?\s(?:(?:has|have|had)\s(?:also\s|since\s)?been\s|(?:was|were|is|are)\s(?:also\s)?|ha\ssido\s|han\ssido\s|fue\s|fueron\s|es\s|son\s|está\s|están\s)?(?:widely\s|repeatedly\s)?(?:(?:accused|acquitted|cleared|convicted|(?:found\s)?(?:not\s)?guilty|exonerated|absolved)\sof\s(?:having\s)?(?<action>${doing}|${done})|charged\s(?:(?:in|on)\s[^,.;]{3,20}\s|last\s\p{L}+\s)?with\s(?<charge>${doing})|(?:alleged|reported|said|believed|suspected|thought)\sto\shave\s(?<did>${done})|(?:acusad[oa]s?|señalad[oa]s?|sospechos[oa]s?|absuelt[oa]s?|condenad[oa]s?|exonerad[oa]s?|culpables?)\s(?:de|por)\s(?:haber\s)?(?<hizo>${haber}\p{L}+)(?:\scontra)?)\s${victims}(?:${stop}|(?=\s(?:in|near|at|on|during|outside|inside|en|cerca de|durante)\s))`,
  'giu',
)
/** "Farmers' groups accuse the task force of killing two boys", "acusan a la fuerza de haber matado a dos menores". */
const accuses = new RegExp(
  String.raw`(?<!\p{L})(?:(?:accuse[sd]?|acquit(?:s|ted)|clear(?:s|ed)|convict(?:s|ed)|exonerate[sd]|absolve[sd])\s(?<by>${phrase}{2,80}?)\sof\s(?:having\s)?(?<action>${doing}|${done})|(?:acus|conden|exoner|absolv)(?:a|an|e|en|ó|ió|aron|ieron)\sa(?:l|\slos|\slas|\sla)?\s(?<de>${phrase}{2,80}?)\s(?:de|por)\s(?:haber\s)?(?<hizo>${haber}\p{L}+)(?:\scontra)?)\s${victims}(?:${stop}|(?=\s(?:in|near|at|on|during|outside|inside|en|cerca de|durante)\s))`,
  'giu',
)
/** "A video shows soldiers shooting two women". */
const seen = new RegExp(
  String.raw`(?<!\p{L})(?:shows?|showed|showing|saw|seen|filmed|filming)\s(?<by>${phrase}{2,60}?)\s(?<action>${doing})\s${victims}(?:${stop}|(?=\s(?:in|near|at|on|during|outside|inside)\s))`,
  'giu',
)

/** "Investigan a once soldados por la muerte de tres indígenas": whom they look at, and for what. */
const lookedAt =
  /(?<!\p{L})(?:investigan?|investiga|imputan?|imput(?:ó|aron)|procesan?|acusan?|acus(?:ó|aron)|señalan?|señal(?:ó|aron)|responsabilizan?|responsabiliz(?:ó|aron)|culpan?|culp(?:ó|aron))\sal?\s(?<by>[^,.;:“”"«»]{3,70}?)\s(?:como\s(?:presunt[oa]s?\s)?responsables?\s)?(?:por|de)\s(?<action>(?:(?:la|las|el|los)\s)?(?:presunt[oa]s?\s)?(?:muertes?|asesinatos?|homicidios?|desaparición|desapariciones|torturas?|ejecución|ejecuciones|secuestros?|masacres?|detención|detenciones))(?:\sde\s(?<victims>[^,.;:“”"«»]{2,60}?))?(?=[,.;]|\s(?:en|cerca de|durante|ocurrid[oa]s?|el)\s|$)/giu
/** "Captain Example, a former member, was sentenced to death in 2017 for the killing of seven men": for what somebody was tried. */
const tried = new RegExp(
  String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,80}?)(?:,\s(?:who|an?|the)\s[^,.;]{3,90},)?\s(?:was|were|has been|have been|had been)\s(?:sentenced|convicted|jailed|arrested|charged|indicted|tried|imprisoned)(?:\s[^,.;]{2,50}?)?\sfor\s(?:his\s(?:role|part)\sin\s|their\s(?:role|part)\sin\s)?(?<action>(?:the\s)?(?:alleged\s)?(?:killings?|deaths?|murders?|massacre|disappearances?|torture|abductions?|shootings?|executions?)|killing|murdering|torturing|shooting|abducting)(?:\s(?:of\s)?${victims})?(?:${stop}|(?=\s(?:in|near|at|on|during|outside|inside)\s))`,
  'giu',
)
/** "Survivors blame the battalion for the deaths of six herders", "held the army responsible for the disappearance of two boys". */
const blames = new RegExp(
  String.raw`(?<!\p{L})(?:blame[sd]?\s(?<by>${phrase}{2,80}?)|(?:held|holds?)\s(?<who>${phrase}{2,80}?)\sresponsible)\sfor\s(?<action>(?:the\s)?(?:alleged\s)?(?:killings?|deaths?|murders?|massacre|disappearances?|torture|abductions?|shootings?|detentions?|executions?))(?:\sof\s${victims})?(?:${stop}|(?=\s(?:in|near|at|on|during|outside|inside)\s))`,
  'giu',
)
/** “Los sacaron y los mataron”: whom, the sentences before tell. */
const whomBefore =
  /(?<!\p{L})(?<action>(?:se\s)?(?<victims>los|las)\s(?:mataron|asesinaron|fusilaron|torturaron|golpearon|violaron|desaparecieron|ejecutaron|quemaron))(?!\p{L})/giu

export const events: readonly Pattern<Omit<EventClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger:
      /(?:accused|acquitted|cleared|convicted|guilty|exonerated|absolved) of|charged (?:(?:in|on) .{3,20} |last \p{L}+ )?with|(?:alleged|reported|said|believed|suspected|thought) to have|(?:(?:acusad|señalad|sospechos|absuelt|condenad|exonerad)[oa]|culpable)s? (?:de|por)/iu,
    pattern: accused,
    read: (g) => ({
      action: unmasked((g.action ?? g.charge ?? g.did ?? g.hizo)!),
      victims: sufferers(g.victims),
      perpetrators: actor(g.by?.replace(/,\s(?:which|who|que)\s.*$/u, '')),
    }),
  },
  {
    trigger:
      /(?:accus|acquit|clear|convict|exonerat|absolv)\p{L}*\s.{2,80}\sof\s|(?:acus|conden|exoner|absolv)(?:a|an|e|en|ó|ió|aron|ieron) a/iu,
    pattern: accuses,
    read: (g) => ({
      action: unmasked((g.action ?? g.hizo)!),
      victims: sufferers(g.victims),
      perpetrators: actor((g.by ?? g.de)?.replace(/,\s(?:which|who|que)\s.*$/u, '')),
    }),
  },
  {
    trigger: /(?:sentenced|convicted|jailed|arrested|charged|indicted|tried|imprisoned)\s.*\sfor\s/iu,
    pattern: tried,
    read: (g) => ({ action: unmasked(g.action!), victims: sufferers(g.victims), perpetrators: actor(g.by) }),
  },
  {
    trigger: /(?:blame[sd]?|held|holds?)\s.{2,90}\sfor\s/iu,
    pattern: blames,
    read: (g) => ({ action: unmasked(g.action!), victims: sufferers(g.victims), perpetrators: actor(g.by ?? g.who) }),
  },
  {
    trigger: /(?:investig|imput|proces|acus|señal|responsabiliz|culp)\p{L}* al?\s.{3,90}\s(?:por|de)\s/iu,
    pattern: lookedAt,
    read: (g) => ({ action: unmasked(g.action!), victims: clean(g.victims), perpetrators: clean(g.by) }),
  },
  {
    trigger: /shows?|showed|showing|saw|seen|film/i,
    pattern: seen,
    read: (g) => ({ action: unmasked(g.action!), victims: clean(g.victims), perpetrators: actor(g.by) }),
  },
  {
    // Under fire from whom, is who did it.
    trigger: /came under|fue(?:ron)? atacad/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<victims>${phrase}{2,110}?)\s(?:reportedly\s|allegedly\s)?(?<action>came\sunder\s(?:fire|attack))(?:\s(?:from|by)\s(?<by>${phrase}{2,60}?)(?:${stop}|(?=\s(?:in|near|at|on|during|while)\s)))?`,
      'giu',
    ),
    read: (g) => ({ action: g.action!, victims: sufferer(g.victims), perpetrators: actor(g.by) }),
  },
  {
    trigger: suffers,
    led: true,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\d[,.])(?<victims>${phrase}{2,60}?)\s(?:were|was|have been|had been|being|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s|brutally\s|presuntamente\s)?(?<action>${participles})(?:${phrase}{0,70}?)?(?:,\s(?:allegedly|reportedly),?|,)?\s(?:allegedly\s|reportedly\s)?(?:by|por)\s(?<by>${phrase}{2,80}?(?:\sand\s(?:his|her|their)\s\p{L}+)?)${stop}`,
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
    led: true,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,80}?)(?:${aside})?\s(?:have\s|has\s|had\s|also\s|recently\s|allegedly\s|reportedly\s|presuntamente\s|then\s){0,3}(?=(?:${acts})\s)${notDone}(?<action>${acts})\s${victims}(?:${stop}|(?=\s(?:in|on|en|el)\s(?:(?:early|late|mid)?-?\s?\p{Lu}?\p{L}+\s)?(?:\d{4}|\d{1,2}\s\p{Lu}?\p{Ll}+)(?!\p{L})))`,
      'iu',
    ),
    // "15 others injured in an ambush": nobody did it to "in an ambush".
    read: (g) =>
      misplaced.test(g.victims?.trim() ?? '')
        ? { action: unmasked(g.action!), victims: sufferer(g.by?.split(/\band\s/).at(-1)), perpetrators: null }
        : { action: unmasked(g.action!), victims: sufferers(g.victims), perpetrators: actor(g.by) },
  },
  {
    trigger: /\b(?:took part|participated|embedded|sent)\b/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<by>${phrase}{2,110}?)\s(?:reportedly\s|allegedly\s)?(?<action>(?:took part|participated) in (?=[^,.;]{0,50}(?:raid|operation|attack|massacre|killing|fight|coup|abduction|arrest|torture|shooting|abuse|atrocit|crime|assault|ambush|battle|war(?!\p{L})|combat|crackdown|disappearance))[^,.;]{3,60}(?![\p{L}])|were (?:directly )?embedded with [^,.;]{3,40}(?![\p{L}])|(?:has|have) (?:repeatedly )?sent [^,;]{3,40}[^.;]{0,60} into \p{Lu}\p{L}+)`,
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
    read: (g) => ({ action: unmasked(g.action!), victims: sufferers(g.victims), perpetrators: null }),
  },
  {
    trigger: suffers,
    led: true,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\d[,.])(?<victims>${phrase}{2,100}?)\s(?:were|was|have been|had been|fueron|fue)\s(?:also\s|allegedly\s|reportedly\s)?(?<action>${participles})(?:${stop}|(?=\s(?:in|near|at|on|during|after|outside|inside|en|cerca de)\s))`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: sufferer(g.victims), perpetrators: null }),
  },
  {
    trigger: /[-–—:] .*\s(?:tortures?|shoots?|abducts?|execute|rapes?|burns?|murders?|massacre|kills?)\s/i,
    // A chronology's entry: "30 April 2012 - Soldiers torture 21 paratroopers"
    pattern: new RegExp(
      String.raw`(?<=^[^-–—:]{0,14}(?:19|20)\d\d\s?[-–—:]\s)(?<by>${phrase}{2,80}?)\s(?<action>tortures?|shoots?(?: dead)?|abducts?|executes?|rapes?|burns?|murders?|massacres?|kills?)\s${victims}(?:${stop}|(?=\s(?:in|near|at|on|during)\s))`,
      'gu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: clean(g.victims), perpetrators: actor(g.by) }),
  },
  {
    trigger: /se l[oa]s llev(?:ó|aron)/i,
    // "Denunciaron que elementos de la Marina se los llevaron de un taller"
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:que|donde|cuando)\s(?<by>${phrase}{3,80}?)\s(?<action>se\sl[oa]s\sllev(?:ó|aron))(?!\p{L})`,
      'giu',
    ),
    read: (g) => ({ action: unmasked(g.action!), victims: null, perpetrators: actor(g.by) }),
  },
  {
    trigger: /\sl[oa]s (?:mataron|asesinaron|fusilaron|torturaron|golpearon|violaron|desaparecieron|ejecutaron|quemaron)/i,
    pattern: whomBefore,
    read: (g) => ({ action: unmasked(g.action!), victims: null, perpetrators: null }),
  },
  {
    trigger: /massacre|masacre/,
    pattern: /(?<action>\p{Lu}\p{Ll}+ massacre|massacre in \p{Lu}\p{L}+|masacre de \p{Lu}\p{L}+)/gu,
    read: (g) => ({ action: unmasked(g.action!), victims: null, perpetrators: null }),
  },
]
