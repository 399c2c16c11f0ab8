/**
 * Claims that are no numbers: lineages ("… defected and formed X"), events, states of affairs ("has not had a director since"), denials and
 * doubts. Each is a pattern of English or Spanish grammar around a verb of the field; its parts are kept as printed.
 */
import type { StatusClaim } from './claim.js'
import { events } from './events.js'
import { lineages, trainer } from './lineages.js'
import { type Common, clean, type Found, masked, matchOf, meet, name, type Pattern, phrase, unmasked } from './phrases.js'

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
