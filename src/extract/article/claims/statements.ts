/**
 * Claims that are no numbers: lineages ("… defected and formed X"), events, states of affairs ("has not had a director since"), denials and
 * doubts. Each is a pattern of English or Spanish grammar around a verb of the field; its parts are kept as printed.
 */
import { continued, type Denied, denials, doubts } from './denials.js'
import { untilTurn } from './disowned.js'
import { events } from './events.js'
import { lineages, trainer } from './lineages.js'
import { clean, type Found, masked, matchOf, meet, type Tried, tried } from './phrases.js'
import { type Signs, signsOf } from './signs.js'
import { statuses } from './statuses.js'
import { isNoDenial } from './undenied.js'

const [triedDenials, triedDoubts, triedStatuses] = [tried(denials), tried(doubts), tried(statuses)]
const triedContinued = tried(continued)
const [triedEvents, triedLineages] = [tried(events), tried(lineages)]

function firstMatch<T>(
  patterns: readonly Tried<T>[],
  sentence: string,
  signs: Signs,
  isNone: (sentence: string, match: RegExpExecArray) => boolean = () => false,
): { match: RegExpExecArray; read: Tried<T>['read'] } | null {
  for (const { read, ...pattern } of patterns) {
    let match = matchOf(pattern, sentence, signs)
    while (match && isNone(sentence, match)) {
      pattern.pattern.lastIndex = match.index + 1
      match = pattern.pattern.exec(sentence)
    }
    if (match) return { match, read }
  }
  return null
}

/** "We did not kill anybody", "nunca dispararon", "no soldier killed", "killed nobody": nothing happened. */
const isNegated = (match: RegExpExecArray, event: { perpetrators: string | null; victims: string | null }): boolean => {
  const action = match.groups!.action ?? match.groups!.charge ?? match.groups!.did ?? match.groups!.hizo
  const before = action === undefined ? '' : match[0].slice(0, match[0].indexOf(action))
  return (
    // "didn't deny killing": what is not done is to deny it.
    (!/(?:den(?:y|ied|ies|ying)|neg(?:[oó]|ar|ado)|desm\p{L}+|admit\p{L}*|acknowledg\p{L}*|confirm\p{L}*|reconoc\p{L}*)\s(?:having\s|to\s|haber\s)?$/iu.test(
      before,
    ) &&
      /(?:(?<!\p{L})(?:not|never|no|nunca|jam[aá]s|without|sin)|n['’]t)\s(?:\p{L}+\s){0,2}$/iu.test(before) &&
      !/not (?:only|guilty of)\s(?:\p{L}+\s)?$/iu.test(before)) ||
    noneOf.test(event.perpetrators ?? '') ||
    noneOf.test(event.victims ?? '')
  )
}
const noneOf =
  /^(?:no(?!\.)|none|nobody|no one|neither|nor|not (?:one|a single|any)|any(?:one|body)?|ning[uú]n\p{L}*|(?:a )?nadie|ni)(?![\p{L}.])/iu

/** "Suspend aid until an inquiry has been completed" asks for something, and says nothing of how it stands. */
const standing = <T extends { match: RegExpExecArray }>(status: T | null): T | null =>
  status && /\b(?:should|must|until|unless|hasta que|deber[ií]an?)\s/iu.test(status.match.groups!.subject ?? '') ? null : status

/** As long as the surname, and a word for somebody official; its capitals tell it from words of the sentence. */
const standIns = ['', '', 'hQ', 'dHq', 'aRmY', 'mAyOr', 'pOlIcE']
const standInFor = (surname: string): string => standIns[surname.length] ?? `sPoKeS${'q'.repeat(surname.length - 6)}`

/** Without a word of it nobody denies anything. */
const negative =
  /\b(?:no|not|nor|none|nobody|never|nunca|nadie|ning|jam|den[iy]|neg|nieg|refut|disput|reject|dismiss|rechaz|desm|false|lie|fals|calific|insist)|n['’]t/i

/** "Okafor said that nobody had fired": a denial as if the sentence named his post. */
function deniedBySurname(sentence: string, officials: readonly string[]): ReturnType<typeof firstMatch<Denied>> {
  let said = sentence
  for (const surname of officials)
    said = said.replaceAll(new RegExp(`(?<![\\p{L}-])${surname}(?![\\p{L}-])`, 'gu'), standInFor(surname))
  const found = said === sentence ? null : firstMatch(triedDenials, said, signsOf(said), isNoDenial)
  return (
    found && {
      match: found.match,
      read: (groups) => {
        let { of, by = null } = found.read(groups)
        for (const surname of officials) {
          of = of?.replaceAll(standInFor(surname), surname) ?? null
          by = by?.replaceAll(standInFor(surname), surname) ?? null
        }
        return { of, by }
      },
    }
  )
}

/** The sentence with all but what is alleged in it blanked, letter for letter; null where the denial alone tells it. */
function alleged(sentence: string, denial: RegExpExecArray): string | null {
  const blank = (from: number, to: number) => sentence.slice(0, from) + ' '.repeat(to - from) + sentence.slice(to)
  const reported =
    /(?<!\p{L})(?:allegations?|reports?|accusations?|claims?|versions?|acusaci\p{L}+|versi\p{L}+|denuncias?|se[ñn]alamientos?|informes?)(?:\s(?!that|que)[^,.;]{3,80}?)?\s(?:that|que|seg[uú]n (?:las|los) (?:cuales|que)|de que)\s/iu.exec(
      sentence.slice(denial.index),
    )
  if (reported) return blank(0, denial.index + reported.index + reported[0].length)
  // "Soldiers burnt two houses, a charge that the army denied": told before it.
  if (/^(?:which|lo que|an?|the|un|una|la|something|algo)\s.*(?:den(?:y|ies|ied)|neg[oó]|niegan?|negado)$/iu.test(denial[0]))
    return blank(denial.index, sentence.length)
  // "Soldiers of the 5th, who denied any wrongdoing, were convicted of": the main clause goes on behind it.
  const aside = /,\s(?:who|which|que|quien(?:es)?)\s(?:\p{L}+\s){0,2}$/u.exec(sentence.slice(0, denial.index))
  const behind = sentence.indexOf(',', denial.index)
  if (aside && behind !== -1) return blank(aside.index, behind + 1)
  const clause = /[;,]\s(?:but|and|pero|y)?\s?[^;,]*$|;[^;]*$/u.exec(sentence.slice(0, denial.index))
  return clause && clause.index > 40 ? blank(clause.index + 1, sentence.length) : null
}

/**
 * Lineages, events, states, denials and doubts of a sentence, in order; of one kind at most two, as patterns overlap. `afterDenial`: the sentence before denied
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
  // Same length, so that places hold; a pair of hyphens is a dash, which ends a phrase.
  const sentence = masked(text.slice(start, end).replaceAll('\n', ' ').replaceAll(' -- ', ' —— '))
  const found: Found[] = []
  const place = (match: RegExpExecArray) => {
    const lead = match[0].length - match[0].trimStart().length
    return { start: start + match.index + lead, end: start + match.index + match[0].trimEnd().length }
  }
  for (const pattern of triedLineages) {
    const match = matchOf(pattern, sentence, signs)
    if (!match) continue
    const parts = pattern.read(match.groups!)
    if (/(?<!\p{L})(?:not|never|no|nunca)(?!\p{L})|n['’]t(?!\p{L})/iu.test(parts.relation)) continue
    // "trained Malian army units … until several of those units defected": which units is said earlier in the sentence.
    if (/^(?:those|these|them|the same|dichas|esas)\b/i.test(parts.left ?? ''))
      parts.left =
        clean(
          /\b(?:train(?:ed|ing)?|armed|equipped|entren\w+)\s([^,.;—]{3,60}?)(?=\s(?:to|for|in|until|who|that|para|en)\b)/i.exec(
            sentence,
          )?.[1],
        ) ?? parts.left
    // Who formed a force and who trained it are told apart.
    const formed = match.groups!.formed !== undefined
    found.push({
      type: 'lineage',
      ...place(match),
      ...parts,
      trained_by: parts.trained_by ?? (formed ? null : trainer(sentence)),
    })
    if (!formed) break
  }
  const denial =
    firstMatch(triedDenials, sentence, signs, isNoDenial) ??
    (officials.length > 0 && negative.test(sentence) ? deniedBySurname(sentence, officials) : null) ??
    (afterDenial ? firstMatch(triedContinued, sentence, signs) : null)
  if (denial?.match) {
    const read = denial.read(denial.match.groups!)
    const at = place(denial.match)
    // "denied killing civilians but said that it killed rebels": the second is no part of it.
    const aside = /,\s(?:who|which|que|quien(?:es)?)\s(?:\p{L}+\s){0,2}$/u.test(sentence.slice(0, denial.match.index))
    const of = read.of && untilTurn(aside ? read.of.replace(/,\s.*$/u, '') : read.of)
    const cut = of === read.of ? -1 : denial.match[0].indexOf(read.of!)
    found.push({
      type: 'denial',
      ...at,
      end: cut === -1 ? at.end : start + denial.match.index + cut + of!.length,
      ...read,
      of,
      concerns: [],
    })
  }
  const stands = standing(firstMatch(triedStatuses, sentence, signs))
  const status = stands && denial && meet(stands.match, denial.match) ? null : stands
  const doubted = firstMatch(triedDoubts, sentence, signs)
  // "It is not yet clear if they would approve": one claim, of the state that things are in.
  const doubt = doubted && status && meet(doubted.match, status.match) ? null : doubted
  if (doubt?.match) found.push({ type: 'doubt', ...place(doubt.match), ...doubt.read(doubt.match.groups!), concerns: [] })
  if (status?.match) found.push({ type: 'status', ...place(status.match), ...status.read(status.match.groups!) })
  // Who denies or doubts that somebody was shot does not claim it; what allegations say that he rejects, somebody does, and so does what stands
  // before a denial in the same sentence.
  const said = denial?.match ? alleged(sentence, denial.match) : doubt?.match ? alleged(sentence, doubt.match) : sentence
  if (said !== null) {
    const taken: RegExpExecArray[] = []
    for (const pattern of triedEvents) {
      const match = matchOf(pattern, said, signs)
      if (!match || taken.some((other) => meet(other, match))) continue
      const event = pattern.read(match.groups!)
      // What did not happen is no event: whoever says so denies it.
      if (isNegated(match, event)) {
        const of = clean(match[0])
        if (!denial && event.perpetrators && of && !found.some(({ type }) => type === 'denial'))
          found.push({ type: 'denial', ...place(match), of, concerns: [] })
        continue
      }
      // "the Tlatlaya massacre, when soldiers murdered 22": told once.
      if (taken.length > 0 && !match.groups!.victims && !match.groups!.by) continue
      taken.push(match)
      found.push({ type: 'event', ...place(match), ...event })
      if (taken.length === 2) break
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
