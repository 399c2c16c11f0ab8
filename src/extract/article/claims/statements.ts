/**
 * Claims that are no numbers: lineages ("… defected and formed X"), events, states of affairs ("has not had a director since"), denials and
 * doubts, each with its parts as printed.
 */

import type { Span } from '../sentences.js'
import { findEvents } from './deeds/events.js'
import { findLineages } from './deeds/lineages.js'
import type { Signs } from './grammar/signs.js'
import { asSentence, clean, type Found, meet } from './phrases.js'
import { type Denied, findDenied, withheldIn } from './speech/denials.js'
import { findStatuses } from './states/statuses.js'

/** Letter for letter, so that places hold. */
const blanked = (sentence: string, from: number, to: number): string =>
  sentence.slice(0, from) + ' '.repeat(to - from) + sentence.slice(to)
const only = (sentence: string, from: number, to: number): string => blanked(blanked(sentence, to, sentence.length), 0, from)

/** The sentence with all but what is alleged in it blanked, letter for letter; null where the denial alone tells it. */
function alleged(sentence: string, denial: Denied): string | null {
  const blank = (from: number, to: number) => blanked(sentence, from, to)
  // "Soldiers burnt two houses, a charge that the army denied": told before it.
  if (denial.behind) return blank(denial.start, sentence.length)
  const reported =
    /(?<!\p{L})(?:allegations?|reports?|accusations?|claims?|versions?|acusaci\p{L}+|versi\p{L}+|denuncias?|se[ñn]alamientos?|informes?)(?:\s(?!that|que)[^,.;]{3,80}?)?\s(?:that|que|seg[uú]n (?:las|los) (?:cuales|que)|de que)\s/iu.exec(
      sentence.slice(denial.start),
    )
  if (reported) return blank(0, denial.start + reported.index + reported[0].length)
  // "Soldiers of the 5th, who denied any wrongdoing, were convicted of": the main clause goes on behind it.
  const aside = /,\s(?:who|which|que|quien(?:es)?)\s(?:\p{L}+\s){0,2}$/u.exec(sentence.slice(0, denial.start))
  const behind = sentence.indexOf(',', denial.start)
  if (aside && behind !== -1) return blank(aside.index, behind + 1)
  // "The rebels denied the attack and said that planes had bombed the church": said again behind it.
  const rest = /^\s*,?\s*(?:and|but|y|pero|mientras|while)\s/u.exec(sentence.slice(denial.to))
  if (rest) return blank(0, denial.to + rest[0].length)
  const clause = /[;,]\s(?:but|and|pero|y)?\s?[^;,]*$|;[^;]*$/u.exec(sentence.slice(0, denial.start))
  return clause && (clause.index > 40 || denial.of === null) ? blank(clause.index + 1, sentence.length) : null
}

/**
 * Lineages, events, states, denials and doubts of a sentence, in order; `afterDenial`: the sentence before denied
 * something. `officials`: surnames in it of those whose post was told before.
 */
export function findStatements(
  text: string,
  start: number,
  end: number,
  signs: Signs,
  afterDenial = false,
  officials: readonly string[] = [],
): Found[] {
  const sentence = asSentence(text.slice(start, end))
  const found: Found[] = []
  const { denial, doubt: doubted } = findDenied(sentence, signs, officials, afterDenial)
  const asFound = ({ type, start: from, end: to, of, by, points, word, from: reaches, to: upTo }: Denied): Found => ({
    type,
    start: start + from,
    end: start + to,
    of,
    concerns: [],
    by,
    points,
    denies: { word, from: start + reaches, to: start + upTo },
  })
  if (denial) found.push(asFound(denial))
  // "denied that the unit had been trained by others": what is denied apart from who denies it.
  const denied = denial ?? doubted
  const parts =
    denied === null ? [sentence] : [blanked(sentence, denied.start, denied.to), only(sentence, denied.from, denied.to)]
  const within = (span: Span) => ({ start: start + span.start, end: start + span.end })
  for (const part of parts)
    for (const { start: from, end: to, timed, deed, ...lineage } of findLineages(part, signs))
      found.push({
        type: 'lineage',
        start: start + from,
        end: start + to,
        ...lineage,
        timed: timed.map(within),
        deed: within(deed),
      })
  const toldAt = ({ start, state }: { start: number; state: string }) => {
    const at = Math.max(start, sentence.indexOf(state, start))
    return { start: at, end: at + state.length }
  }
  const stated = findStatuses(sentence, signs).filter((one) => !denial || !meet(toldAt(one), denial))
  // "It is not yet clear if they would approve": one claim, of the state that things are in. What is doubted else is none.
  const doubt = doubted && stated.some((one) => one.isOpen && meet(doubted, toldAt(one))) ? null : doubted
  const statuses = stated.filter((one) => !doubt || !meet(toldAt(one), doubt))
  if (doubt) found.push(asFound(doubt))
  for (const { start: from, end: to, isOpen: _isOpen, ...status } of statuses)
    found.push({ type: 'status', start: start + from, end: start + to, ...status })
  // Who denies or doubts that somebody was shot does not claim it; what allegations say that he rejects, somebody does, and so does what stands
  // before a denial in the same sentence.
  const said = denial || doubt ? alleged(sentence, (denial ?? doubt)!) : sentence
  if (said !== null) {
    for (const { negated, start: from, end: to, ...event } of findEvents(said, signs)) {
      const placed = { start: start + from, end: start + to }
      // "Anyone who killed civilians would be punished": of nobody.
      if (/^any(?:one|body)?(?!\p{L})|^(?:quien(?:es)?|cualquier\p{L}*)(?!\p{L})/iu.test(event.perpetrators ?? '')) continue
      // What did not happen is no event: whoever says so denies it.
      if (negated) {
        const of = clean(said.slice(from, to))
        // Nor does who does not admit it.
        if (!denial && event.perpetrators && of && !found.some(({ type }) => type === 'denial') && !withheldIn(sentence, signs))
          found.push({ type: 'denial', ...placed, of, concerns: [], by: null, points: false, denies: null })
        continue
      }
      const { doer, sufferer, timed, deed } = event
      found.push({
        type: 'event',
        ...placed,
        ...event,
        doer: doer && within(doer),
        sufferer: sufferer && within(sufferer),
        timed: timed.map(within),
        deed: within(deed),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
