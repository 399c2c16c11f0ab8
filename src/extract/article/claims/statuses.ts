/** States of affairs: a post vacant, a plan not yet approved, an inquiry that goes on, what somebody means to do. */
import type { StatusClaim } from './claim.js'
import { type Common, clean, name, type Pattern, phrase, unmasked } from './phrases.js'

/** What was begun or proposed and is not done. */
const matter =
  'aid|assistance|cooperation|vote|purge|sale|delivery|shipment|training|course|asistencia|ayuda|cooperaci[oó]n|votaci[oó]n|venta|entrega|curso|capacitaci[oó]n|appeal|ruling|resoluci[oó]n|apelaci[oó]n|recurso|expediente|sentencia|bill|law|plan|proposal|project|programme|program|amendment|treaty|agreement|reform|inquiry|investigation|probe|trial|case|legislation|report|motion|ley|proyecto|propuesta|reforma|investigaci[oó]n|juicio|proceso|iniciativa|acuerdo|tratado|plan|programa|caso|pesquisa|comisi[oó]n|comit[eé]'
/** Who can be missing from a post or a body. */
const chief =
  'commander|commanding officer|head|director|chief|minister|ambassador|attach[eé]|inspector|prosecutor|leader|secretary|ombudsman|jefe|jefa|titular|comandante|director(?:a)?|fiscal|embajador(?:a)?|responsable'

const determiner = '(?:an?|the|its|his|her|their|un|una|el|la|los|las|su|sus)'
const lastNoun = new RegExp(
  String.raw`(?<!\p{L})(?:${determiner}\s(?:\p{L}+\s){1,3}(?:of|into|against|de|contra|sobre)\s)?${determiner}\s[^,.;:\s]+(?:\s(?!${determiner}\s)[^,.;:\s]+){0,3}(?=,?\s*$)`,
  'iu',
)
/** "promised an inquiry, which has yet to begin", "the post, which …, is vacant": what the pronoun stands for, whom the verb is of. */
export const antecedent = (subject: string | null, before: string): string | null =>
  subject === null || !/^(?:which|that|who|que|contin[uú]a|sigue|est[aá]|permanece|qued[oó])$/iu.test(subject)
    ? subject
    : /^(?:which|that|who|que)$/i.test(subject)
      ? (clean(lastNoun.exec(before)?.[0]) ?? subject)
      : (clean(/^[^,]{3,80}(?=,)/u.exec(before)?.[0]) ?? subject)

/** "they have pleaded not guilty and their trial": of the clause behind "and". */
const subjectOf = (printed: string | undefined): string | null =>
  clean(printed?.replace(/^.*\s(?:and|y)\s(?=(?:the|their|its|his|her|el|la|los|las|su|sus)\s)/iu, ''))

function withAntecedent(subject: string): string | null {
  const [, before, pronoun] = /^(.*?),?\s(which|that|que)$/su.exec(subject) ?? []
  return pronoun === undefined ? subjectOf(subject) : (clean(lastNoun.exec(before!)?.[0]) ?? clean(before))
}

export const statuses: readonly Pattern<Omit<StatusClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger: /vacan|vacía|sin (?:jef|titular|comandante|director|fiscal)/i,
    // "la plaza de fiscal está vacante desde enero", "el puesto sigue sin jefe", "el comandante, cargo vacante desde marzo"
    pattern:
      /(?<![\p{L}\d])(?<subject>(?:(?:el|la|los|las)\s)?(?:plazas?|puestos?|cargos?|jefaturas?|direcci[oó]n|titularidad|comandancia|oficina|\p{L}+)(?:\s[^,.;:]{2,60}?)?)(?:,\s(?:cargo|puesto|plaza)\s|\s)(?<state>(?:(?:est[aá]|sigue|contin[uú]a|permanece|qued[oó]|lleva)\s(?:\p{L}+\s){0,2}?)?(?:vacantes?|vacías?|sin\s(?:jef[ea]|titular|comandante|director|fiscal))(?:\s(?:desde|hace)\s[^,.;]{3,30})?)/giu,
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: new RegExp(
      String.raw`(?<!\p{L})(?:no|sin) (?:tienen?|tiene|cuentan? con|ha tenido|hay)\s(?:\p{L}+\s){0,2}(?:${chief})(?!\p{L})`,
      'iu',
    ),
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:a[uú]n\s|todav[ií]a\s)?no\s(?:tienen?|cuentan?\scon|ha\stenido)\s(?:\p{L}+\s){0,2}(?:${chief})(?:\s(?:desde|hace)\s[^,.;]{3,30})?)`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: new RegExp(String.raw`\b(?:no|without an?|never)\s(?:\p{L}+\s){0,2}(?:${chief})(?!\p{L})`, 'iu'),
    // "the office has no permanent head", "has had no commander since 2014", "no commanding officer had been named"
    pattern: new RegExp(
      String.raw`(?:(?<subject>${name})\s(?<state>(?:(?:has|have|had)\s(?:still\s)?(?:had\s)?no|(?:has|have|had|is|are|was|were|remains?)\s(?:still\s)?(?:been\s)?without\san?)\s(?:\p{L}+\s){0,2}(?:${chief})(?:\s(?:since|for)\s[^,.;]{3,30})?)|(?<nobody>no\s(?:\p{L}+\s){0,2}(?:${chief})\s(?:has|had|was|is)\s(?:yet\s)?(?:been\s)?(?:named|appointed|found|confirmed|chosen)[^,.;]{0,40}))`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked((g.state ?? g.nobody)!) }),
  },
  {
    trigger:
      /stalled|stuck|languish|shelved|on hold|frozen|blocked|pending|pendiente|estancad|congelad|suspend|under (?:review|investigation)|not (?:yet )?(?:been )?(?:complet|conclu|publish|releas|report)|unfinished|sin (?:resolver|fecha|sentencia|avance|respuesta|castigo)|(?:a[uú]n|todav[ií]a) no |no (?:ha|han|se ha) |quedó|postponed|adjourned|delayed|cancel|called off|not (?:yet )?been (?:carried|held)/iu,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<subject>(?:(?:an?|the|this|that|its|el|la|los|las|un|una|su)\s)?(?:[^,.;:\s]+\s){0,3}?(?:${matter})(?:\s[^,.;:]{2,70}?)?(?:,\s(?:which|que)|\swhich|\sthat|\sque)?)(?:,\s\p{Ll}+(?:ed|ad[oa]|id[oa])\s[^,.;]{3,60},)?\s(?<state>(?:(?:has|have|had)\s(?:still\s|since\s)?(?:been|not\s(?:yet\s)?been|not\s(?:yet\s)?)\s?|(?:is|are|was|were|remains?)\s(?:still\s|not\syet\s)?)(?:stalled|stuck|shelved|put\son\shold|on\shold|frozen|blocked|pending|unfinished|under\s(?:review|investigation)|completed?|concluded?|published?|released?|suspended|filed|postponed|adjourned|delayed|cancel+ed|called\soff|carried\sout|held)(?:\s[^,.;]{3,60})?|(?:a[uú]n\s|todav[ií]a\s)?(?:sigue|contin[uú]a|est[aá]|permanece|qued[oó])\s(?:a[uú]n\s|todav[ií]a\s)?(?:pendiente|estancad[oa]|congelad[oa]|suspendid[oa]|sin\s(?:resolver|fecha|sentencia|avances?|respuesta|castigo)|abiert[oa])(?:\s[^,.;]{3,60})?|(?:a[uú]n|todav[ií]a)\sno\s(?:concluye|termina|se\spublica|(?:se\s)?ha\s\p{L}+(?:\s\p{L}+)?)(?:\s[^,.;]{3,60})?)`,
      'giu',
    ),
    read: (g) => ({ subject: withAntecedent(g.subject!), state: unmasked(g.state!.trim()) }),
  },
  {
    trigger:
      /(?:it|this|that|she|he|they) (?:has|have|had) been (?:suspended|postponed|on hold|stalled|delayed|shelved|frozen|stuck)/i,
    // "And the trial? — It has been suspended since March."
    pattern:
      /(?<![\p{L}\d])(?<subject>it|this|that|they|he|she)\s(?<state>(?:has|have|had)\sbeen\s(?:suspended|postponed|on\shold|stalled|delayed|shelved|frozen|stuck)(?:\s[^,.;]{3,60})?)/giu,
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger:
      /no (?:ha|han) (?:presentado|aprobado|concluido|publicado|iniciado|abierto|nombrado|resuelto|emitido|firmado|ratificado)/i,
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:a[uú]n\s|todav[ií]a\s)?no\s(?:ha|han)\s(?:presentado|emitido|aprobado|concluido|publicado|iniciado|abierto|nombrado|resuelto|emitido|firmado|ratificado)(?:\s[^,.;]{3,80})?)`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /(?:not|n['’]t) (?:yet )?had .*since/i,
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:has|have|had)(?:\snot|n['’]t)\s(?:yet\s)?had\s(?:an?|any)\s[\p{L}\s-]{3,40}?\ssince\s[^,.;]{4,30})`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /vacan|unfilled|empty/i,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<subject>${phrase}{0,60}?(?:post|position|seat|office|job|directorship|puesto|cargo))\s(?:\p{L}+\s){0,12}?(?<state>(?:has been|have been|had been|remains?|remained|is|was|est[aá]|sigue)\s(?:left\s)?(?:vacant|unfilled|empty|vacante)(?:\s(?:since|for|desde)\s[^,.;]{3,30})?)`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /not yet|unclear/i,
    // What lies ahead is open; what was and is not known is a doubt. A clause in commas may stand before the verb.
    pattern: new RegExp(
      String.raw`(?<state>(?:it\s)?(?:is|was|remains)\s(?:not\syet\s(?:clear|known|decided|certain|a given)|(?:still\s)?unclear)\s(?:if|whether|that|who|how)\s(?<subject>${phrase}{3,80}?)(?:,\s[^,.;]{3,120},)?\s(?:would|will|can|could|might|may|is going to|are going to)\s${phrase}{3,120}?)(?=[,.;]|$)`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger:
      /yet to|still to|not (?:yet )?(?:been )?(?:approved|implemented|begun|started|ratified|signed|finali|appointed|named|elected|replaced|sworn)|awaiting|pending|no ha sido/i,
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:has|have|had)\s(?:yet|still)\sto\s(?:be\s)?[^,.;]{3,100}|(?:has|have|had)\snot\s(?:yet\s)?(?:been\s)?(?:approved|implemented|begun|started|ratified|signed|finali[sz]ed|appointed|named|elected|replaced|sworn\sin)(?:\s[^,.;]{3,60})?|(?:is|are|was|were|remains)\sstill\sto\sbe\s\p{L}+|(?:is|are|remains)\s(?:still\s)?(?:awaiting|pending)\s(?:approval|a decision)[^,.;]{0,40}|(?:a[uú]n\s|todav[ií]a\s)?no ha sido (?:aprobad|ratificad|firmad|nombrad|designad|elegid|publicad|presentad|concluid|resuelt|entregad|iniciad|esclarecid)[oa][^,.;]{0,40})`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /plan|project|proposal|program|initiative|effort|proyecto|iniciativa/i,
    pattern:
      /(?<subject>(?:the|this|a|el|la|un)\s(?:\p{L}+\s){0,2}(?:plan|project|proposal|programme|program|initiative|effort|proyecto|programa|iniciativa)),?(?:[^,.;]{0,60},)?\s(?<state>(?:would|will|aims? to|seeks? to|appears likely to|is expected to|is set to|buscar[ií]a)\s[^.;]{5,140}?)(?=[.;]|,\s(?:using|while|which|as|according)|$)/giu,
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /\s(?:plans?|intends?|agreed|is expected|planea)\s/u,
    pattern:
      /(?<subject>(?:the\s)?\p{Lu}[\p{L}.\s]{2,60}?(?<!(?<!\p{L})(?:no|an?|the|any|its|his|her|their|this|that|of)))\s(?<state>(?:plans?|intends?|agreed|is expected|planea)\s(?:to\s)?[^.;]{6,140}?)(?=[.;]|,\s|$)/gu,
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!) }),
  },
  {
    trigger: /train|entren|capacit|adiestr|instruc/i,
    // "received no training from the United States", "was never trained by Americans"
    pattern: new RegExp(
      String.raw`(?<subject>${name})\s(?<state>(?:has\s|have\s|had\s)?(?:received|got|gotten|had|given)\sno\s(?:\p{L}+\s){0,3}training(?:\s[^,.;]{3,80})?|(?:was|were|has|have|had)\s(?:not|never)\s(?:been\s|received\s|had\s)?(?:any\s)?(?:\p{L}+\s)?(?:trained|training)(?!\p{L})(?:\s[^,.;]{3,80})?|(?:nunca|jam[aá]s|no)\s(?:ha\s|han\s|hab[ií]an?\s)?(?:recib\p{L}+\s(?:ning[uú]n\p{L}*\s)?(?:entrenamiento|capacitaci[oó]n|adiestramiento|instrucci[oó]n)|(?:fue|fueron|sido)\s(?:entrenad|capacitad|adiestrad)[oa]s?)(?:\s[^,.;]{3,80})?)`,
      'giu',
    ),
    read: (g) => ({ subject: subjectOf(g.subject), state: unmasked(g.state!.trim()) }),
  },
]
