/**
 * Denials and doubts: who says that something is not so, or questions it, by which word, and up to where that word reaches.
 *
 * A force that says what it has not done denies it, whether anybody was heard to say it or not; a witness who says that help never came claims
 * something, and denies nothing. Nor is a denial what only has a verb of denying: "did not deny that", "no longer denies", and visas, bail and requests,
 * which are refused. Whoever takes these for denials clears somebody whom nobody cleared.
 */

import { gateOf, type Signs } from '../grammar/signs.js'
import { type Spelled, vocabularyOf } from '../grammar/spelled.js'
import { clean } from '../phrases.js'
import { words } from './denial-words.js'
import { type Denier, denierAt } from './speakers.js'

/** Places count UTF-16 units of the sentence. */
export interface Denied {
  type: 'denial' | 'doubt'
  start: number
  end: number
  of: string | null
  /** Who denies it, and whether that is only "he". */
  by: string | null
  points: boolean
  /** The words that deny, and what they reach. */
  word: string
  from: number
  to: number
  /** "…, a charge that the army denied": what is denied stands before it. */
  behind: boolean
}

const { spell, pattern } = vocabularyOf(words, {
  aux: '<have>|<be>|<do>|<might>',
  // Words up to a mark; up to the end of what is said.
  w: '[^,.;:“”"()]',
  part: '[^.;:“”"]',
  rest: '[^.;”"]',
  officials: '<w>{0,12}?(?:<official>|<air><force>)<w>{0,10}?',
  // What somebody was not, where he is accused of that: not "ready" or "eligible".
  conduct:
    '(?:<adverb>|<have>|<be>)*(?:<deed>|<there>|<within>(?:<a>|<our>)?<word>{0,2}?(?:<place>|<name>)|<a>?<word>?<armed>|<a><official>|<our>|<by>)',
  // What forces are accused of, and not a figure that is not given or justice that is not done.
  acts: '(?:<adverb>|<have>|<be>|<do>|<lo>|<se>|<any>|<hay>|<nobody>|<such>)*<deed>(?!<a>?<word>?<detail>)',
  acted: '(?=(?:(?!<who>|<that>|<whether>)<word>){0,8}?(?:<deed>|<estar>|<be><conduct>))(?!<word>{0,8}?<justice>)',
  // English "no" is of a noun that does it or that it is done to.
  'noun-acted':
    '(?!<compared>|<detail>|<justice>)<word>(?=(?:(?!<who>|<that>|<whether>)<word>){0,7}?(?:(?:<english>(?:<be>|<adverb>)*)<deed>|<acted-upon>))(?!<word>{0,8}?<justice>)',
  // What somebody has not done.
  negated: `(?<neg>
      (?:<be>(?:<not>|<never>)|<isnt>)(?=<conduct>)(?!<adverb>?<a>?<untrue>) | (?:(?:<have>|<do>|<might>)(?:<not>|<never>)|(?!<isnt>)<didnt>|<never>)(?=<acts>|<be><conduct>)
    | (?:<nobody>|<no><one>|<not><a>?<one>|<nor><one>)(?=<acted>)(?!<have>?<proved>)
    | <no>(?!<justice>)(?=<acts>|<fue>(?:<a>?(?:<official>|<armed>)|<we>)|<estar><word>{0,2}?(?:<there>|<place>|<name>)|<hay><armed>)<word> | <no><noun-acted>
    | <gave><no>(?!<word>?<detail>) | <have><no>(?=<word>?<hand><in>|<word>?(?:<deed>|<armed>)) | <there><be>(?:<never>?<no>(?=<word>{0,3}?(?:<matter>|<deed>))|<nobody>(?=[.,;]|$)))`,
  rejected: '(?:<as><w>{1,4})?(?:[“"]<word>[”"])?<word>{0,3}?<saying>',
  'called-untrue': '(?:(?!<not>|<never>|<no>|<neither>|<be>|<have>)<word>){0,3}?<untrue>',
  'not-true': '<not>(?:<true>|<so>|<a><case>)',
})

const denials = [
  // "the report has no basis", "la versión carece de sustento"
  [
    '<basis>',
    '(?:(?<=^|[.;,])<for>(?<by><officials>),)?(?<of>(?:<a>|<it>)<word>{0,2}?<saying>[^.;“”"]{0,30}?)[“"‘]?(?<verbs>(?:<have><no>|<have>?<without>|<lack>|<carece><of>|<no><tiene>)<word>?<basis>)',
  ],
  // "In a denial, the navy said that the men had drowned": of what was told before.
  ['<denial>', '^<within><a>?<word>{0,2}?(?<verb><denial>)<w>{0,8}?,(?:<w>{1,12}?(?<tells><say>)|(?<told><say>))'],
  // "Para el general, esas cifras son pura fantasía": whose view it is.
  ['<untrue>', '(?<=^|[.;,])<for>(?<by><officials>),(?<of><word>{1,10}?)<be>(?<verbs><called-untrue>)'],
  // "El Ejército lo niega", "the navy denied it": of what was said before.
  ['<lo>|<it>', '(?<verb><lo><have>?(?:<deny>|<rechazar>)|(?<!<be>|<nor>)<deny>(?=<it>(?:[.,;:”"]|$)))<it>?'],
  // "denied that", "rejects the allegations that"; not "were denied visas", which is refused and not denied.
  [
    '<deny>|<contest>|<reject>|<rechazar>|<descartar>|<rule>',
    `(?:<adverb>|<have>)*(?<!(?:<be>|<nor>)<adverb>*)(?<verb><deny>|<contest>|(?<!<to>)<reject>(?=<rejected>)|<descartar>(?=<that>)|<rule>(?=<out><word>?(?:<that>|<any>|<matter>))|<rechazar>(?=(?:,<w>{1,10},)?<word>{0,4}?(?:<saying>|<matter>|<that>|<have>)))
   (?:<out>)?(?:,<w>{1,10},(?=<that>|<any>)|<circumstance><word>{1,4}?(?=<that>|<any>))?(?:<as><word>{1,3}?(?=<a>|<saying>|<it>))?(?:<adverb><that>|<este>?<when>{1,2}<that>|(?:<of><manner>)?<categorical><that>?|<that>(?!<saying>)|<any>|<article>)?(?<of>[“"‘']?<word><rest>{0,49})`,
  ],
  ['<denying>', '<be>(?<verb><denying>)(?:<that>|<any>|<article>)?(?<of><word><rest>{0,49})'],
  // "That soldiers fired was denied by the ministry"; permission, visas and requests are denied, too, and nobody says that something is not so.
  [
    '<denied>',
    '(?<of>(?:<that><rest>{1,40}?|(?:(?<=^|[,;:])<rest>{0,20}?(?:<saying>|<matter>)<rest>{0,20}?)))<have>?<be>{1,2}<adverb>?(?<verb><denied>)(?=<by>(?!<a>?<word>{0,2}?<ruling>)|[.,;]|$)',
  ],
  ['<insist>', '(?<tells><insist>)(?:<word>{0,3}?<that>)?(?<of><rest>{1,24}?<negated><rest>{1,40})'],
  // "called it a “lie from beginning to end” that his men had fled"
  ['<brand>', '(?<verb><brand>)<it><as>?<a>?[“"]?<word>{0,3}?<untrue><w>{0,6}?[”"]?<that>(?<of><rest>{1,40})'],
  // "called that 'a lie'", "calificó de falsa la versión"
  ['<brand>', `(?<verb><brand>)(?<of>[^“”"‘.;]{1,16}?)<as>?[“"'‘]?(?:<a>[“"'‘]?<word>{0,2}?|<full><of>|<adverb>*)<untrue>`],
  ['<tachar>', '(?<verb><tachar>)(?:<of>|<as>)[“"]?<word>{0,2}?<untrue>[”"]?(?<of><rest>{1,40})'],
  ['<tachar>', '(?<verb><tachar>)(?<of>[^“”".;]{1,12}?)<of>[“"]?<word>?<untrue>'],
  // "no reconoce ninguna muerte", "acknowledges no civilian deaths"
  [
    '<admit>',
    '(?<verb><no><admit>(?=<nobody>)|(?<!<not>|<never>|<no>)<admit><no>|(?:<aux>(?:<not>|<never>)|<didnt>|<never>)<admit>(?=<any>))(?<of><rest>{1,40})',
  ],
  // "the claim that he fled is false", "the figure was 'wildly exaggerated'", "es falso que …"
  [
    '<untrue>|<true>|<so>|<case>',
    '(?:(?<!<no>)<be>(?<verb><called-untrue>)|(?<no><no><be><true>)|(?:<be>|<thats>)<adverb>?(?<verbs><not-true>)|(?<=<it>)(?<didnt><didnt>(?:<true>|<so>)))(?:,[^,.;“”"]{1,10},)?<that>(?<of><rest>{1,50})',
  ],
  [
    '<untrue>|<true>|<so>',
    `(?<of>(?:<a>|<it>)?<word>{0,2}?<saying>[^.;“”"]{0,30}?)(?:<be>[“"'‘]?(?<verb><not-true>)|<be>[“"'‘]?(?<verbs><called-untrue>)|(?<no><no><be><true>)|(?<didnt><didnt>(?:<true>|<so>)))`,
  ],
  // “That is not what happened,” the admiral said; "residents said that was a lie": of what was told before.
  ['<happened>', '[“"](?:<it><be>|<thats>)(?<verbs><not><how><happened>)'],
  ['<untrue>|<true>|<so>', '(?<says><say>)<that>?<it><be>(?<verbs><called-untrue>|<adverb>?<not-true>)(?=[.;,]|<and>|<but>|$)'],
  // “Lies,” said the admiral.
  ['<untrue>', '[“"]<adverb>?(?<verbs><untrue><news>?)[.,!]?[”"],?[^.;“”"]{0,12}?(?:<official>|<air><force>)'],
  // “That is a lie,” said the admiral: of what was told before.
  [
    '<untrue>|<true>',
    '[“"](?:<it><be>|<thats>|<it>?<it>?<be>)(?<verb>(?:(?!<not>|<never>|<no>|<neither>)<word>){0,4}?<untrue>|<adverb>?<not><true>)',
  ],
  // "pleaded not guilty", "se declararon inocentes", "maintains his innocence": of what they are accused of.
  [
    '<guilty>|<innocent>',
    '(?<verb><plead><not><guilty>|<entered><a>?<plea><of><not><guilty>|<se>?<proclaim><word>{0,3}?<innocent>)(?:<of>(?<of><rest>{1,40}))?',
  ],
  // "That is untrue.", "Es falso.": of what was told before.
  ['<untrue>|<true>', '^—?(?:<word>:)?(?:<it>?<be>|<thats>)(?:<adverb>?(?<verb><untrue>)|<adverb>?(?<verbs><not><true>))[.!]?$'],
  ['<true>', '^—?(?:<word>:)?(?:<it>)?(?<no><no><be><true>)[.!]?$'],
  // "“We did not,” the minister said", "answered: “No, they were not.”": of what he was asked.
  [
    '<we>|<it>',
    '(?<tells><say>|<answer>)<adverb>?[:,]?[“"](?:<no>,)?(?<verbs>(?:<we>|<it>)(?:<aux><not>|<didnt>|<aux><never>))(?=[.,”"])',
  ],
  [
    '<we>|<it>',
    '[“"](?:<no>,)?(?<verbs>(?:<we>|<it>)(?:<aux><not>|<didnt>|<aux><never>))[.,]?[”"],?<w>{0,12}?(?:<official>|<air><force>)',
  ],
  // "The agency said its agents had not fired", "dijo que nunca recibió dinero", "says none was political"
  [
    '<say>|<said>|<states>|<told>|<wish>|<answer>',
    `(?<=(?:<official>|<air><force>)<part>{0,14}?(?:,<who><part>{1,25},)?)(?:(?<tells><say>|(?<=<have>)<said>|<answer>|(?<!<united>)<states>|<wish>(?=<to>))(?:<to><to-say>)?|(?<told><told>)<word>{1,4}(?=<that>|:))
   (?:<when>{1,3}|<when>{1,2}<word>(?=<that>)|<means><word>{1,5}?(?=<that>))?<that>?:?[“"]?(?<of>[^.;“”"]{0,14}?[“"]?<negated><rest>{1,40})`,
  ],
  // “None of our men has deserted,” an army spokesman said.
  [
    '[“"]',
    '[“"](?<of>[^.;“”"]{0,16}?<negated>[^.”"]{0,40})[.]?[”"],?[^.;“”"]{0,20}?(?:<official>|<air><force>)(?!<w>{0,4}?<victims>)',
  ],
  // "No civilian was killed, the army insisted", "Ningún civil murió, dijo el coronel"
  [
    '<say>|<according-to>',
    '^(?<of>[^;“”"]{0,20}?<negated>[^.;“”"]{1,40}?),(?:<officials>(?<tells><say>)|(?<told><say>)(?=<officials>)|<according-to>(?=<to>?<officials>))',
  ],
  ['<according-to>', '<according-to><to>?(?<by><officials>),(?<of>[^.;“”"]{0,14}?<negated>[^.;“”"]{1,40})'],
  // "…, a charge that the army denied", "algo que el ejército negó": of what stands before it.
  [
    '<deny>|<contest>|<reject>|<rechazar>',
    '(?<=,)(?:<lo>?<who>|<a>?<saying><that>?|<something><that>?)(?:<officials>,)?<officials>,?(?<!<be>|<not>)<have>?<adverb>?(?<behind><deny>|<contest>|<reject>|<rechazar>)(?=[.;]|$)',
  ],
].map(([needs, says]) => ({ needs: pattern(needs!), says: pattern(says!) }))
/** What a communiqué adds to its denial, or an official who is quoted says, nobody named: "No prisoner has been killed", "not one marine had been trained". */
const continued = {
  needs: pattern('<no>|<not>|<nobody>|<never>|<didnt>|<nor>'),
  says: pattern('^[“"—]?(?<of>(?!<we><be>)[^.;“”"]{0,4}?<negated><rest>{1,40})'),
}

const doubts = [
  // "found no evidence that soldiers killed": nobody says that they did, and nobody that they did not.
  [
    '<evidence>',
    '(?:<no>(?:<se>?<hay>)?<word>{0,2}?|<without>)<evidence>(?:(?:<be>|<have>)<be>?<word>|<word>)??(?:<of><that>|<of>|<that>|<about>)(?<of>[^.;”"]{1,40}?)(?=,<w>{1,10}(?:<say>|<find>|<ruled>)|,<say>|,<according-to>|[.;”"]|$)',
  ],
  // "no information to substantiate the claim"
  ['<support>', '<no><word>{0,2}?(?:<evidence>|<record>)<to>?<that>?<support>[”"]?(?<of><rest>{1,30})'],
  ['<unknowing>', '(?<tells><say>)<unknowing>(?<of><rest>{1,30})'],
  // Who knows nothing of something does not say that it is not so.
  [
    '<record>|<aware>|<unaware>|<consta>',
    `(?<tells>(?:<have>|<be>)[“"'‘]?(?:<no><record>|<not><aware>|<unaware>)|<do><not><have><any>?<record>|<no><hay><record>|<no><se>?<consta>)(?:(?:<of><that>|<of>|<about>|<that>|(?<=<consta>)(?=<who>|<whether>))(?<of><rest>{1,40})|(?<=<consta>)(?=[.;,]|$))`,
  ],
  [
    '<unclear>|<clear>',
    '<it>?(?:<be>|<remains>)<still>?(?:<unclear>|<not><yet>?<clear>)<whether>{1,2}(?<of>[^.;]{1,40}?)(?=[.;]|,(?:<but>|<and>|<as>)|$)',
  ],
  [
    '<check>',
    '(?<tells><be>(?:<not><able>|<able>)<to>|<might><not>|<no><pudo>)<adverb>?<check>(?:<that>|<whether>)?(?<of><rest>{1,40})',
  ],
  ['<check>', '(?<of>[^.;]{1,30}?)<might><not><be><adverb>?<check>'],
  [
    '<confirm>',
    `(?<tells><neither>|(?:<do>|<might>)<not>|<didnt>|<failing><either>?<to>|<no>(?:<have>|<pudo>|<quiso>)?|<nor>(?:<have>)?|<se><abstain><of>)
   (?:<confirm>(?:<nor>|<or>)(?:<to>|<have>)?(?:<deny>|<to-deny>|<rule><out>)|(?:<deny>|<to-deny>)(?:<nor>|<or>)<to>?<confirm>)(?:<that>|<whether>|<article>)?(?<of><rest>{1,40})?`,
  ],
  ['<dudo>|<cast>', '<lo>?(?<tells>(?<=<lo>)(?:<dudo>|<cast><when><doubts>)|<dudo><it>(?=[.,;]|$))'],
  ['<proved>', '(?:<nobody>|<no><one>|<no><word>{1,3}?)<have>?<adverb>?<proved><that>(?<of><rest>{1,40})'],
  [
    '<believe>|<credible>',
    '(?:(?<tells><find>)(?<of>[^.;,”"]{1,12}?)<failing><to><believe>|(?<told><do><not>|<didnt>)<adverb>?<believe>(?:<a><word><of>|<a><saying><that>?)(?<what><rest>{1,40})|<be>(?:<not>|<without>)<a>?<credible>|<no><es><credible>(?:<that>(?<que><rest>{1,40}))?|<es><failing><of><credible>(?:<that>(?<esp><rest>{1,40}))?|<no><se>?<believe><when>?<a><saying>(?<the><rest>{0,40}))',
  ],
  [
    '<doubtful>|<clear>',
    '<it>?(?:<be>|<remains>|<es>)<adverb>?(?:<doubtful>|(?<=<no><es>)<clear>)(?:<that>|<whether>)(?<of>[^,.;”"]{1,50})|<no><es><clear>(?:<that>|<whether>)(?<what>[^,.;”"]{1,50})',
  ],
  [
    '<doubt>|<cast>|<drew>',
    '(?<tells>(?<!<refer>)(?<!<refer><word>)(?<!<to>|<of>)<doubt>(?!<asked>|<about>|<when>)|<cast>(?:<when><doubts>|<serious>?<doubts><about>)|<drew><doubts><from>[^.;]{1,12}<about>)(?:<whether>|<that>)?(?<of><rest>{1,50})',
  ],
].map(([needs, says]) => ({ needs: pattern(needs!), says: pattern(says!) }))

/** Turns a verb of denying around, or leaves it undone: "did not deny", "refused to confirm or deny", "no longer denies", "nobody in the army denies". */
const withheld = pattern(`(?:<aux>*
    (?:(?:<not>|<didnt>|<cannot>|<never>|<neither>|<nor>|<without>|<nobody>|<no><one>|<no>|<failing>|<se>?<abstain><of>|<yet>)<between>{0,6}
    | <far>(?:<from>|<of>) | <nor><a>?<word>{1,4} | <confirm><or> | (?:<nobody>|<no><one>|<few>)(?:<of>|<when>|<from>)<word>{1,4} | <nobody><word>{1,2}))$`)
/** What is refused, and to whom: "denied the family of the dead man a pension". */
const refused = pattern(
  '^(?!<that>|<any>|<a>?<word>?<saying>|<a>?<matter>|<ing>)(?:<word>{0,5}?<refused>(?=<goes-on>|[.,;:]|$)|<word>{1,8}?<a><word>?<refused>(?=<goes-on>|[.,;]|$))',
)
const refusing = pattern('<se><have>?$')
/** "first denied, then admitted", "denied it but later acknowledged it": stands no more. */
const retracted = pattern('^[^.;]{0,40}?(?:,|<but>|<and>)<word>{0,2}?<afterwards><word>{0,2}?<admit>')
/** "A court denied the motion": judges rule, but for what they say. */
const ruling = pattern('<ruling>(?:(?:<of>|<when>)<w>{1,6})?(?:<adverb>|<have>)*$')
const told = pattern('^(?:<that>|<any>|<ing>|<a>?<saying>|<word><ing>)')
/** Where what is denied ends and something is said again: "did not shoot but killed". */
const turn = pattern(';|,?(?:<but>)|,?<and><word>?<added>|,<adding>')
const turnOrAnother = pattern(
  ';|,?(?:<but>)|,?<and><word>?<added>|,<adding>|,?<and><that>(?!<word>{0,4}(?:<no>|<not>|<didnt>|<never>|<nobody>|<nor>))',
)
const ofSpeech = pattern(',(?:<say>[^,]{1,14}|[^,]{1,14}?<say>[^,]{0,5})$')
const verbs = pattern('<deny>|<contest>|<reject>|<rechazar>|<to-deny>|<descartar>|<rule>(?=<out>)')
const sayings = pattern('<admit>|<confirm>|<speak>(?=<that>)')
const aside = pattern(',<who><word>{0,2}$')

/** Without a word of these nobody denies or doubts anything, and no verb of denying is turned around. */
const long = gateOf(
  /deny|deni|contradi|descart|ruled|rule|far|lejos|neg[oó]|nieg|neg[ae]|desm|refut|disput|reject|dismiss|debunk|rechaz|fals|untrue|true|lies|basis|lack|merit|carece|fundament|sustent|asidero|plea|fake|baseless|found|ground|fabric|mischiev|engaños|impreci|erróne|incorrect|equivocad|sesgad|tergivers|inexact|hearsay|rumou?r|smear|slander|myth|rumor|ficti|inflat|inflad|abultad|overblown|fantas|hoax|rubbish|infami|infundi|disparate|embuste|falacia|ficci|montaje|cuento|patrañ|figment|concoct|spurious|frivol|malicious|exagg|exager|nonsense|propaganda|misleading|inaccurate|wrong|mentira|invent|tendenc|calumni|cierto|verdad|not|never|none|nobody|nunca|jam[aá]s|nadie|ning|neither|nor|tampoco|insist|calific|tach|doubt|dud|clear|claro|evidenc|consta|descono|substantiat|corrobor|proof|prueba|indicio|unaware|credible|cre[ií]ble|question|fault|cuestion|unable|declin|refus|fail|cannot|hard|difficult|without|innocen|inocen/,
)
const short = /(?<!\p{L})(?:no|ni|sin|lie|yet|few)(?!\p{L})|n['’]t(?!\p{L})/iu
const turning = pattern(
  '<deny>|<contest>|<reject>|<rechazar>|<descartar>|<rule>|<untrue>|<true>|<not>|<didnt>|<never>|<nobody>|<no>|<nor>|<neither>|<denied>|<denial>|<basis>|<tachar>|<innocent>',
)
const doubting = pattern(
  '<doubt>|<proved>|<consta>|<record>|<support>|<unknowing>|<dudo>|<cast>|<doubtful>|<unclear>|<evidence>|<aware>|<unaware>|<credible>|<find>|<failing>|<abstain>|<able>',
)
const undoing = pattern(
  '<not>|<didnt>|<cannot>|<never>|<neither>|<nor>|<without>|<nobody>|<no>|<failing>|<abstain>|<yet>|<few>|<confirm>|<far>',
)

/** Several questions are put to one sentence. */
let last: { sentence: string; officials: string; spelled: Spelled } | undefined
function spelledOf(sentence: string, officials: readonly string[]): Spelled {
  const named = officials.join()
  if (last?.sentence !== sentence || last.officials !== named)
    last = { sentence, officials: named, spelled: spell(sentence, officials) }
  return last.spelled
}

const isAt = (one: RegExp, letters: string): boolean => {
  one.lastIndex = 0
  return one.test(letters)
}

/** Whether what stands at a verb of denying denies nothing. */
function isNone({ letters }: Spelled, at: number, length: number): boolean {
  const before = letters.slice(Math.max(0, at - 14), at)
  if (isAt(withheld, before)) return true
  const behind = letters.slice(at + length)
  if (isAt(retracted, behind)) return true
  if (!isAt(refusable, letters.slice(at, at + length))) return false
  if (isAt(refusing, before) && !isAt(que, behind)) return true
  return isAt(refused, behind) || (isAt(ruling, before) && !isAt(told, behind))
}
const official = pattern('<official>|<air><force>')
const victims = pattern('<victims>')
function isOfficial(speaker: string, officials: readonly string[]): boolean {
  const { letters } = spell(speaker, officials)
  return isAt(official, letters) && !isAt(victims, letters)
}
const refusable = pattern('<deny>')
const que = pattern('^<that>')

/** 'never took a cent"': without a mark whose other half stands elsewhere. */
const unquoted = (words: string): string =>
  (words.match(/["“”]/gu)?.length ?? 0) % 2 === 0 ? words : words.replace(/["“”]/gu, '')

const tellers = pattern(
  '<deny>|<contest>|<reject>|<rechazar>|<descartar>|<rule>|<denying>|<denied>|<brand>|<tachar>|<admit>|<plead>|<entered>|<proclaim>|<doubt>|<dudo>|<cast>|<confirm>|<to-deny>|<check>|<believe>|<able>|<find>|<drew>|<failing>|<abstain>',
)
/** Who denies or doubts by the verb that a pattern turns on; nobody where it turns on none, as with "the claim is untrue". */
function denierOf({ indices }: RegExpExecArray, sentence: string, { letters }: Spelled): Denier {
  const { tells, told, says, verb, behind } = indices!.groups ?? {}
  const span = tells ?? told ?? says ?? verb ?? behind
  if (!span) return nobody
  tellers.lastIndex = 0
  const at = tells || told || says ? 0 : tellers.exec(letters.slice(...span))?.index
  return at === undefined ? nobody : denierAt(sentence, span[0] + at)
}
const nobody: Denier = { speaker: null, words: '', points: false }

function asDenied(match: RegExpExecArray, sentence: string, spelled: Spelled, type: Denied['type'], denier: Denier): Denied {
  const groups = match.indices!.groups ?? {}
  const { speaker, points } = denier
  const slice = (at: readonly [number, number]) => sentence.slice(spelled.starts[at[0]], spelled.ends[at[1] - 1])
  const at = (...names: string[]) => names.map((name) => groups[name]).find((span) => span !== undefined && span[1] > span[0])
  const whole: [number, number] = [match.index, match.index + match[0].length]
  const found = at('of', 'what', 'que', 'esp', 'the')
  const by = at('by')
  let of = found
  if (of) {
    const letters = spelled.letters.slice(...of)
    // "said that it never gave arms and that its help was small": a second clause denies nothing, as it does behind "denied".
    const turning = groups.neg ? turnOrAnother : turn
    turning.lastIndex = 0
    const ends = turning.exec(letters)?.index ?? letters.length
    ofSpeech.lastIndex = 0
    const isSaid = isAt(aside, spelled.letters.slice(0, match.index))
    const comma = isSaid ? letters.indexOf(',') : -1
    const speech = ofSpeech.exec(letters)?.index ?? letters.length
    const kept = Math.min(ends, comma === -1 ? ends : comma, at('by') ? ends : speech)
    of = [of[0], of[0] + Math.max(1, kept)]
    if (found![1] === whole[1]) whole[1] = of[1]
  }
  if (of) {
    const colon = spelled.letters.slice(...of).indexOf(':')
    if (colon > 0) {
      if (of[1] === whole[1]) whole[1] = of[0] + colon
      of = [of[0], of[0] + colon]
    }
  }
  const word = at('verb', 'verbs', 'neg', 'no', 'didnt', 'behind') ?? [whole[0], of?.[0] ?? whole[0] + 1]
  const denies = groups.neg ? ([groups.neg[0], of![1]] as const) : (of ?? word)
  return {
    type,
    start: spelled.starts[whole[0]]!,
    end: spelled.ends[whole[1] - 1]!,
    of: of
      ? clean(
          unquoted(
            slice(of)
              .replace(/(?:\s(?:as|como)(?:\s[“"‘'].*)?|:)$/u, '')
              // "dismissed the report as propaganda"
              .replace(/^((?:(?:the|this|that|these|those|el|la|los|las|ese|esa)\s)?\p{Ll}+)\s(?:as|como)\s\p{Ll}[^,]*$/u, '$1')
              .replace(/^(?:said|says)\s(?:that\s)?/u, ''),
          ),
        )
      : null,
    by: by ? clean(slice(by)) : speaker,
    points,
    word: slice(word as [number, number]).replace(
      /\s(?:(?:that|of|if|whether|que|si|de que|de)(?:\sthe)?|the|la|el|los|las)$/u,
      '',
    ),
    from: spelled.starts[denies[0]]!,
    to: spelled.ends[denies[1] - 1]!,
    behind: groups.behind !== undefined,
  }
}

/** The denial of a sentence and its doubt, if any. `officials`: surnames of those whose post was told before; `afterDenial`: the sentence before denied something. */
export function findDenied(
  sentence: string,
  signs: Signs,
  officials: readonly string[] = [],
  afterDenial = false,
): { denial: Denied | null; doubt: Denied | null } {
  if (!signs.mayMatch(long) && !short.test(sentence)) return { denial: null, doubt: null }
  const spelled = spelledOf(sentence, officials)
  const turned = isAt(turning, spelled.letters)
  const first = (patterns: typeof denials, type: Denied['type']): Denied | null => {
    for (const { needs, says: one } of patterns) {
      if (!isAt(needs, spelled.letters)) continue
      one.lastIndex = 0
      for (let match = one.exec(spelled.letters); match; match = one.exec(spelled.letters)) {
        const { verb, behind } = match.indices!.groups ?? {}
        const at = verb ?? behind
        if (!at || type === 'doubt' || !isNone(spelled, at[0], at[1] - at[0])) {
          const denier = denierOf(match, sentence, spelled)
          // A witness who says what soldiers did not do denies nothing.
          const mayBeAnybody = type === 'doubt' || !(match.groups?.tells ?? match.groups?.told) || denier.speaker === null
          if (mayBeAnybody || isOfficial(denier.words, officials)) return asDenied(match, sentence, spelled, type, denier)
        }
        one.lastIndex = match.index + 1
      }
    }
    return null
  }
  return {
    denial: turned ? first(afterDenial ? [...denials, continued] : denials, 'denial') : null,
    doubt: turned || isAt(doubting, spelled.letters) ? first(doubts, 'doubt') : null,
  }
}

/** "did not deny that 14 cadets took part", "has never admitted that": what says nothing of what comes behind it; what is told there, nobody says. */
export function withheldIn(sentence: string, signs: Signs): { end: number; printed: string; verb: string } | null {
  if (!signs.mayMatch(long) && !short.test(sentence)) return null
  const spelled = spelledOf(sentence, [])
  if (!isAt(undoing, spelled.letters)) return null
  for (const one of [verbs, sayings]) {
    one.lastIndex = 0
    for (let match = one.exec(spelled.letters); match; match = one.exec(spelled.letters)) {
      const from = Math.max(0, match.index - 14)
      withheld.lastIndex = 0
      const before = withheld.exec(spelled.letters.slice(from, match.index))
      if (!before) continue
      const end = spelled.ends[match.index]!
      return {
        end,
        printed: sentence.slice(spelled.starts[from + before.index], end),
        verb: sentence.slice(spelled.starts[match.index], end),
      }
    }
  }
  return null
}
