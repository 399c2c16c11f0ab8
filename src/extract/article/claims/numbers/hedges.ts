/**
 * Words at a number that bound or blur it: "no more than 5", "cerca de 800", "500 or more".
 *
 * A negated comparison is read whole or it says its opposite: "no more than" is not "more than". What "at least" and "nearly" allow is told by
 * the words as printed, which is all that a kept claim has of them.
 */
import type { Comparator } from '../claim.js'

export type Meaning = 'more' | 'least' | 'fewer' | 'most' | 'nearly' | 'about'

const signs: Record<Meaning, Comparator> = { more: '>', least: '>', fewer: '<', most: '<', nearly: '≈', about: '≈' }

const not = `(?:(?:did|does|do|has|have|had|would|could|must|may|can|should)(?: not|n['’]t|not)|no|not|never|nor|nunca|ni)`
const greater = `(?:more|greater|higher|larger) than|(?<!(?<!\\p{L})(?:hand|turn|sign|pass)(?:ed|s|ing)? |(?<!\\p{L})(?:took|take|taken|takes|taking|gave|given) )over|above|beyond|in excess of|upwards of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|(?:has|have|had) (?:now |since )?passed|top(?:s|ped|ping)`
const smaller = `(?:fewer|less|lower|smaller) than|under|below`
const mayor = `m[aá]s de|(?:superior|mayor)(?:es)? (?:a|de|que)|por encima de|por arriba de|arriba de`
const menor = `menos de|(?:inferior|menor)(?:es)? (?:a|de|que)|por debajo de|por abajo de`
const rising = `(?:super|rebas|exced)(?:a|an|e|en|ó|ió|aron|ieron|ado|ido|ando|iendo|aba|aban)`
const far = `(?:far |much |well |way |considerably |significantly |substantially |many |mucho |muy |bastante )?`

/** Negated and blurred comparisons stand before those that they hold, and what is longer before what it ends in. */
const before: readonly [Meaning, string][] = [
  [
    'about',
    `${not} (?:many|much) (?:more|fewer|less) than|(?:just|slightly|a (?:little|bit)|a little bit|little|somewhat|barely|hardly|scarcely) (?:over|above|more than|in excess of)|(?:un )?(?:poco|poquito|algo) m[aá]s de|apenas m[aá]s de|ligeramente m[aá]s de`,
  ],
  [
    'nearly',
    `(?:just|slightly|a (?:little|bit)|somewhat) (?:under|below|less than|fewer than)|not quite|(?:just |a little )?shy of|(?:just )?short of|nearly|almost|close to but (?:under|below)|casi|(?:un )?(?:poco|algo) menos de|ligeramente menos de|roza(?:n|ron|ba|ban|ndo)?|rozó`,
  ],
  [
    'most',
    `${not} (?:${greater}|to exceed|top|pass)|(?:up|as (?:many|much|high)) (?:to|as)|at (?:the )?most|at (?:a |the )?maximum,?|an? (?:maximum|ceiling|limit) of|maximum of|${not} (?:${mayor})|no (?:se )?(?:ha |han |había |habían )?(?:${rising})(?: de)?|no (?:pasa|pasan|pasó|pasaron|pasaba|pasaban) de|hasta|a lo (?:sumo|m[aá]s)|(?:cuando|como) (?:mucho|m[aá]ximo)|(?:un )?m[aá]ximo(?: de)?`,
  ],
  [
    'least',
    `${not} (?:${smaller})|at (?:the very )?least|at (?:a |the )?minimum,?|an? minimum of|minimum of|${not} (?:${menor})|(?:al|por lo|cuando) menos|como m[ií]nimo,?|(?:un )?m[ií]nimo(?: de)?`,
  ],
  ['more', `${far}(?:${greater}|${mayor})|(?<!no |no se |nunca |ni )${rising}`],
  [
    'fewer',
    `${far}(?:${smaller}|${menor})|${not} (?:reach|hit)|nowhere near|nothing like|far from|a far cry from|not even|ni siquiera|ni cerca de|lejos de|(?:no|nunca|ni) (?:llega|llegan|llegó|llegaron|llegaba|llegaban|alcanz(?:a|an|ó|aron)) a|no alcanz(?:a|an|ó|aron)`,
  ],
  [
    'about',
    `around|about|some|something like|approximately|approx\\.|roughly|more or less|an? estimated|estimated(?: at)?|close(?:r)? to|nearer(?: to)?|near(?:ing)?|circa|ca\\.|barely|perhaps|maybe|an? average of|(?:in|on|of) the (?:region|vicinity|neighbou?rhood|order) of|unos|unas|m[aá]s cerca de|cerca de|alrededor de|en torno a|aproximadamente|aprox\\.|cosa de|del orden de|en el orden de|m[aá]s o menos|(?:rond|borde)(?:a|an|ó|aron|aba|aban|ando)|un promedio de|un estimado de|quiz[aá]s?|tal vez`,
  ],
]
/** "More than an estimated 500", "superó los 500", "no more than about 500". */
const between = `(?: (?:an? estimated|some|about|around|roughly|approximately|unos|unas))?(?: a)?(?: (?:los|las|the))?`
/** Read backwards from the number, where they end: forwards they would be begun at every letter before it. */
const ahead = before.map(
  ([meaning, words]) => [meaning, new RegExp(String.raw`(?<=(?<![\p{L}\d’'-])((?:${words})${between}))`, 'iuy')] as const,
)
/** The words that `text` ends in, if they bound or blur. */
function endOf(text: string): { printed: string; meaning: Meaning } | null {
  let longest: { printed: string; meaning: Meaning } | null = null
  for (const [meaning, pattern] of ahead) {
    pattern.lastIndex = text.length
    const printed = pattern.exec(text)?.[1]
    if (printed !== undefined && printed.length > (longest?.printed.length ?? 0)) longest = { printed, meaning }
  }
  return longest
}

/** "500 or more soldiers", "500-plus", "500 o más", "40 or so". */
const behind: readonly [Meaning, RegExp][] = [
  [
    'least',
    /^(?:\+(?!\d)|-plus(?!\p{L})|(?:,? or|,? and) (?:more|above|over)(?!\p{L}| than)|,? (?:o|y) m[aá]s(?!\p{L}| de| que)|,? (?:at (?:the )?least|como mínimo|al menos|por lo menos|cuando menos)(?=[\s,.;]|$))/iu,
  ],
  [
    'most',
    /^(?:,? or (?:fewer|less|under)(?!\p{L}| than)|,? o menos(?!\p{L}| de| que)|,? (?:at (?:the )?most|como máximo|a lo sumo|cuando mucho)(?=[\s,.;]|$))/iu,
  ],
  [
    'about',
    /^(?:,? or so(?!\p{L})|-odd(?!\p{L})|,? (?:more or less|aproximadamente|más o menos)(?=[\s,.;]|$)| y pico(?!\p{L}))/iu,
  ],
]

/**
 * "Never trained more than 80", "no fueron más de 40": what is denied of the verb bounds its number from the other side. Not so of "not only", of
 * what nobody says or knows, or across a conjunction.
 */
const denied =
  /(?<![\p{L}])(?<no>never|nobody|neither|none|no|nunca|jamás|ning[uú]n[oa]?|(?:did|does|do|has|have|had|was|were|is|are|will|would|could|can)(?: not|n['’]t)) (?:(?!(?:only|just|merely|s[oó]lo|solamente|doubt|question|evidence|proof|sign|sa(?:y|id)|think|thought|believe|known?|clear|certain|sure|when|where|while|as|and|but|that|which|who|because|since|than|if|how|why|after|before|until|que|quien|cuando|y|pero|porque|mientras|si|como|duda|descarta|niega|sabe|\p{L}+ly|\p{L}+mente)\s)\p{L}+ ){1,3}(?:a )?$/iu
const turned = { '>': '<', '<': '>' } as const
const bounding = new RegExp(`^(?:${far}(?:${greater}|${mayor}|${smaller}|${menor}))${between}$`, 'iu')

export interface Hedge {
  printed: string
  comparator: Comparator
}

/** The words that end right before a number. */
export function hedgeBefore(words: string): (Hedge & { length: number }) | null {
  const trimmed = words.trimEnd()
  const found = endOf(trimmed)
  if (found === null) return null
  const { printed } = found
  const comparator = signs[found.meaning]
  const length = printed.length + words.length - trimmed.length
  const no = bounding.test(printed) ? denied.exec(trimmed.slice(0, -printed.length))?.groups?.no : undefined
  return no === undefined
    ? { printed, comparator, length }
    : { printed: `${no} … ${printed}`, comparator: turned[comparator as '<' | '>'], length }
}

/** The words right behind a number. */
export function hedgeBehind(words: string): Hedge | null {
  for (const [meaning, pattern] of behind) {
    const printed = pattern.exec(words)?.[0]
    if (printed !== undefined) return { printed: printed.replace(/^[,\s-]+/, ''), comparator: signs[meaning] }
  }
  return null
}

const bare = new Map<string, Meaning | null>()

/** Of the hedge of a claim, which can hold words for its whole clause before its own: "reportedly, no more than". */
export function meaningOf(hedge: string | null): Meaning | null {
  if (hedge === null) return null
  // "Never … more than": the verb between is no part of it.
  const [, turnedWords] = hedge.split(' … ')
  if (turnedWords !== undefined) return meaningOf(turnedWords) === 'fewer' ? 'least' : 'most'
  const known = bare.get(hedge)
  if (known !== undefined) return known
  const own = hedge.slice(hedge.lastIndexOf(', ') + 1).trim()
  const found =
    endOf(hedge.trimEnd())?.meaning ??
    behind.find(([, pattern]) => pattern.test(` ${own}`) || pattern.test(own) || pattern.test(`-${own}`))?.[0] ??
    null
  if (bare.size > 1000) bare.clear()
  bare.set(hedge, found)
  return found
}

/** "At least 500" holds of 500, "more than 500" does not. */
export const isInclusive = (hedge: string | null): boolean => /^(?:least|most)$/.test(meaningOf(hedge) ?? '')

/** "Nearly 500" is 500 or somewhat less. */
export const isNearly = (hedge: string | null): boolean => meaningOf(hedge) === 'nearly'
