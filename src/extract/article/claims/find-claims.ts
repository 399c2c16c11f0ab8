/** Reads an article's prose sentence by sentence and puts together what it claims, who says so, when and where. */
import type { ArticleBlock } from '../../../documents/article/article-text.js'
import { readDateline } from '../../../documents/article/dateline.js'
import { isProse } from '../../../documents/article/set-apart.js'
import { repairWords } from '../damaged-words.js'
import { type Sentences, type Span, sentencesIn } from '../sentences.js'
import { findNamed, findProgramme, localPlace, placeOf } from './actors.js'
import { SettingsSoFar } from './apart.js'
import type { Claim, ClaimPeriod, Quantity } from './claim.js'
import { concerned } from './concerns.js'
import { repairDigits } from './damaged-digits.js'
import { denier } from './denier.js'
import { disown, leaveOpen } from './disowned.js'
import { settleFates } from './fates-settled.js'
import { headedNumber } from './headed.js'
import { announced, interviewed, isItem, issuer, transcriptSpeaker, turnOf } from './issuers.js'
import { type FoundPeriod, findPeriods } from './periods.js'
import type { Reach } from './phrases.js'
import { asDamaged, asPrinted, calmed, damagedPrint, onOneLine } from './print.js'
import { type Carried, findQuantities } from './quantities.js'
import { firstMatch, signsOf, sought } from './signs.js'
import { withoutArticle } from './speaker-phrases.js'
import { type Attribution, findAttributions, namedAtColon } from './speakers.js'
import { findStatements } from './statements.js'

const weak =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|evidently|is thought to|are thought to|is believed to|are believed to|said to be|said to|may have|might have|could have|suspected of|no se descarta|presuntamente|supuestamente|al parecer|seg[uú]n se informa|se (?:afirma|dice|asegura)(?= que)|habr[ií]an?|alleged|apparent|presunt[oa]s?)\b/iu

/** "He took a course in Texas": the one official who is named in a stretch; null where nobody is, or several are. */
function onlyOneNamed(
  text: string,
  officials: readonly { start: number; end: number }[],
  from: number,
  to: number,
): string | null {
  const nameOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const surnameOf = (name: string) => name.slice(name.lastIndexOf(' ') + 1)
  const surnames = new Set(officials.filter(({ start }) => start >= from && start < to).map((one) => surnameOf(nameOf(one))))
  const [surname] = surnames
  if (surnames.size !== 1) return null
  const names = officials
    .filter(({ start }) => start < to)
    .map(nameOf)
    .filter((name) => surnameOf(name) === surname)
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest))
}

/** Offsets count UTF-16 units. `published`: ISO day of the article, for "last year"; `officials`: people whose rank or post is told, in the order of the text. */
export function findClaims(
  printed: string,
  blocks: readonly ArticleBlock[],
  published: string | null,
  cut: Sentences = sentencesIn(printed),
  officials: readonly { start: number; end: number }[] = [],
): Claim[] {
  const claims: Claim[] = []
  const calm = calmed(printed)
  const text = repairWords(calm)
  const sentences = calm === printed ? cut : sentencesIn(text)
  // Numbers are told with their print and read from it; all else is read from what they must have been.
  const repaired = repairDigits(text)
  const spanish = isSpanish(text)
  let carried: Carried = {
    period: null,
    place: null,
    programme: null,
    measure: null,
    counted: null,
    measured: null,
    before: null,
  }
  const settings = new SettingsSoFar()
  /** Who spoke last: "…,” he said", and paragraphs in quotation marks that name nobody. */
  let lastSpeaker: string | null = null
  /** "Ann Example, a former analyst,": whom "he wrote" means where nobody has spoken yet. */
  let introduced: string | null = null
  let transcript: string | null = null
  let quoting: string | null = null
  /** Whether a quotation is open where the sentence at hand begins. */
  let isOpen = false
  /** Of officials who were named before the sentence at hand. */
  const surnames = new Set<string>()
  let told = 0
  // One "JTF: We did not" is a headline; a transcript names its speakers again and again.
  const isTranscript = blocks.filter(({ start, end }) => transcriptSpeaker(text, start, end) !== null).length > 2
  const turns = blocks.map(({ start }) => turnOf(text, start))
  const answering = turns.filter((turn) => turn === 'answers').length > 1 && turns.includes('asks') ? interviewed(text) : null
  let issuing = issuer(text)
  /** Whose paragraphs follow "The ministry states:". */
  let announcing: string | null = null
  for (const [at, block] of blocks.entries()) {
    if (!isProse(block.kind)) continue
    if (!isItem(text, block.start)) announcing = null
    if (answering !== null && turns[at]) transcript = turns[at] === 'answers' ? answering : null
    else
      transcript =
        (isTranscript && block.kind === 'paragraph' ? transcriptSpeaker(text, block.start, block.end) : null) ??
        (transcript !== null && block.kind === 'paragraph' ? transcript : null)
    /** The speaker of a quotation that goes on over several sentences, and over paragraphs that each open it again. */
    if (!isOpen || !/^\s*[“"«]/u.test(text.slice(block.start, block.start + 3))) quoting = null
    isOpen = false
    carried = {
      ...carried,
      measure: null,
      counted: null,
      measured: null,
      before: carried.measure === null ? carried.before : carried,
    }
    const within = [...bounded(sentences(block.start, block.end))]
    for (const [index, { start, end }] of within.entries()) {
      const sentence = text.slice(start, end)
      const verbatim = printed.slice(start, end)
      const mended = repaired === text ? sentence : repaired.slice(start, end)
      const signs = signsOf(mended === sentence ? sentence : `${sentence} ${mended}`)
      // When and where a report was written is said of nothing in it.
      const dateline = index === 0 ? start + (readDateline(sentence)?.end ?? 0) : start
      const periods = findPeriods(repaired, start, end, published, mended === sentence ? signs : signsOf(mended)).filter(
        (one) => one.start >= dateline,
      )
      const named = findNamed(text, start, end, signs)
      settings.read(verbatim, named)
      const attributions = findAttributions(text, start, end, signs)
      const wasOpen = isOpen
      isOpen = isOpenAt(text, start, end, wasOpen)
      // Who is heard within a quotation is not who is quoted.
      const outside = attributions.filter((one) => !isOpenAt(text, start, one.start, wasOpen))
      const ahead: string | null =
        outside.length === 0 && (quoting === null || !wasOpen) ? quoted(text, start, block.end, sentence) : null
      const quotes =
        ahead ??
        (wasOpen ? quoting : null) ??
        (outside.length === 0 && saysSo.test(sentence) ? (lastSpeaker ?? introduced) : null)
      const atColon = outside.length === 0 ? namedAtColon(text, start, end, at === 0 || block.kind !== 'paragraph') : null
      const speakerAt = (at: number, denial = false, upTo: number | null = null): string | null => {
        const isQuoted = isOpenAt(text, start, at, wasOpen)
        const nearest =
          (isQuoted ? sayingOf(outside, text, { at, end: upTo }, denial) : undefined) ??
          (isQuoted && quotes !== null ? undefined : sayingOf(attributions, text, { at, end: upTo }, denial))
        if (nearest) return issuing !== null && pointingToItself.test(nearest.speaker) ? issuing : nearest.speaker
        return (
          quotes ?? transcript ?? atColon ?? announcing ?? (pointsBack(sentence) ? (lastSpeaker ?? introduced) : null) ?? issuing
        )
      }
      const period = mainPeriod(periods, carried)
      const place = placeOf(text, named)
      const first = claims.length
      const common = (at: number, type?: string, upTo: number | null = null) => ({
        sentence: verbatim,
        speaker: speakerAt(at, type === 'denial' || type === 'doubt', upTo),
        proposed_by: 'rules' as const,
      })
      const ids = new Map<number, string>()
      const programme = findProgramme(text, start, end, start, signs)
      // A number may be a line of its own, as a heading.
      const headed =
        index > 0
          ? headedNumber(text, within, index)
          : at > 0 && blocks[at - 1]!.end - blocks[at - 1]!.start < 24
            ? headedNumber(text, [blocks[at - 1]!, within[0]!], 1)
            : null
      let heading: Quantity | null = null
      if (headed) {
        const [quantity] = headedQuantity(headed.words, published, carried, spanish)
        if (quantity) {
          heading = quantity
          const { other: _other, ...counted } = quantity
          const sentence = printed.slice(headed.start, end)
          const id = `C${claims.length + 1}`
          claims.push({ id, ...counted, ...common(start), start: headed.start, end: headed.end, sentence, counterpart: null })
          carried = { ...carried, measure: counted.measure, counted: counted.counted, measured: counted.period }
        }
      }
      const quantities = findQuantities({ text, start, end, periods, named, programme, signs }, carried, spanish)
      for (const [index, { other: _other, ...quantity }] of quantities.entries()) {
        const id = `C${claims.length + 1}`
        ids.set(index, id)
        claims.push({
          id,
          ...quantity,
          ...damagedPrint(quantity, text, calm),
          ...common(quantity.start),
          hedge:
            unmade(sentence.slice(0, quantity.start - start), quantity) ??
            hedges(quantity.hedge, sentence, quantity.start - start),
          counterpart: null,
        })
      }
      for (const [index, { other }] of quantities.entries()) {
        const claim = claims[first + index]!
        if (other !== null && claim.type === 'quantity') claim.counterpart = ids.get(other) ?? null
      }
      const denied = claims.at(-1)?.type === 'denial' && claims.at(-1)!.start >= block.start
      while (officials[told] && officials[told]!.start < start) {
        const surname = /\p{L}[\p{L}’'-]{2,}$/u.exec(text.slice(officials[told]!.start, officials[told]!.end))?.[0]
        if (surname) surnames.add(surname)
        told++
      }
      const spoken = [...surnames].filter((surname) => sentence.includes(surname))
      // "The minister says … He said in July that no soldier had fired."
      const pronoun = /^(?:He|She|They)(?=\s)|(?<=[”"]\s)(?:he|she|they)(?=\s(?:said|says|added|insisted)(?!\p{L}))/u.exec(
        sentence,
      )?.[0]
      if (
        pronoun &&
        lastSpeaker !== null &&
        (officialPost.test(lastSpeaker) || [...surnames].some((name) => lastSpeaker!.endsWith(name)))
      )
        spoken.push(pronoun)
      const reaches = new Map<Claim, Reach | null>()
      for (const told of findStatements(repaired, dateline, end, signs, denied || issuing !== null, spoken)) {
        const { by, denies, charge, accuser, doer, sufferer, ...found } = {
          by: null,
          denies: null,
          charge: null,
          accuser: null,
          doer: null,
          sufferer: null,
          ...told,
        }
        const claim = {
          ...found,
          id: `C${claims.length + 1}`,
          ...common(found.start, undefined, found.type === 'lineage' || found.type === 'event' ? found.end : null),
          hedge:
            hedges(null, sentence, found.start - start) ??
            (found.type === 'event' ? accusing(sentence, found, start, charge) : null),
          period:
            found.type === 'status'
              ? nearestPeriod(sinceWhen(periods, found, text), found)
              : (nearestPeriod(found.type === 'event' ? notOfSaying(periods, text) : periods, found) ??
                (found.type === 'event' && isOfSaying(period, periods, text) ? null : period)),
          place:
            (found.type === 'event' ? (localPlace(sentence.slice(found.start - start)) ?? localPlace(sentence)) : null) ??
            place ??
            named.find(({ adjective, american }) => !adjective && !american)?.printed ??
            null,
        } as Claim
        reaches.set(claim, denies)
        if (claim.type === 'event') settleFates(claims.slice(first), claim.action, { doer, sufferer }, text)
        if (claim.type === 'lineage' && /^(?:he|she)$/i.test(claim.members ?? '')) {
          const before = blocks.slice(0, at).findLast(({ kind }) => isProse(kind))
          claim.members =
            onlyOneNamed(text, officials, block.start, start) ??
            (before ? onlyOneNamed(text, officials, before.start, block.start) : null)
          if (claim.members === null) continue
        }
        if (accuser !== null && !/\sse$/.test(accuser)) claim.speaker ??= withoutArticle(accuser)
        if (claim.type === 'denial' || claim.type === 'doubt')
          claim.speaker =
            (by && withoutArticle(by)) ??
            (claim.type === 'denial'
              ? attributions.find((one) => one.denies && one.start < found.end && one.end > found.start)?.speaker
              : null) ??
            denier(sentence, found.start - start) ??
            claim.speaker ??
            (byPronoun(sentence) ? lastSpeaker : null)
        claims.push(claim)
      }
      // "A diplomat disputed that: at least 30 had been there, he said": the diplomat, who denied it.
      const denying = claims.slice(first).find(({ type }) => type === 'denial')
      if (denying?.speaker && attributions.every(({ denies }) => denies) && quoting === null)
        for (const claim of claims.slice(first))
          if (claim.type === 'quantity' && claim.start > denying.end && saysSo.test(sentence)) claim.speaker = denying.speaker
      for (const claim of claims.slice(first)) {
        if (claim.type !== 'denial' && claim.type !== 'doubt') continue
        claim.concerns = concerned(
          claim,
          claims.filter((one) => one !== claim),
          settings,
        )
        disown(claim, reaches.get(claim) ?? null, claims.slice(first), sentence)
      }
      leaveOpen(claims.slice(first), sentence, start, signs)
      quoting = isOpen
        ? (outside.at(-1)?.speaker ?? ahead ?? (wasOpen ? quoting : null) ?? (pointsBack(sentence) ? lastSpeaker : null))
        : null
      carried = {
        before: carried.before,
        period: spanOfChange(quantities) ?? period ?? carried.period,
        place: place ?? carried.place,
        programme: programme ?? carried.programme,
        measure:
          (
            quantities.findLast(({ currency, measure }) => currency === null && measure !== 'percent') ??
            quantities.findLast(({ measure }) => measure !== 'percent' && measure !== 'money') ??
            quantities.at(-1) ??
            heading
          )?.measure ?? null,
        counted: (quantities.at(-1) ?? heading)?.counted ?? null,
        measured: quantities.at(-1)?.period ?? null,
      }
      lastSpeaker =
        outside.at(-1)?.speaker ??
        ahead ??
        quoting ??
        claims.slice(first).findLast(({ type }) => type === 'denial')?.speaker ??
        (lastSpeaker === null && saysSo.test(sentence) ? introduced : lastSpeaker)
      if (lastSpeaker === null && sentence.includes(', '))
        introduced = firstMatch(introducing, sentence, signs)?.[1] ?? introduced
    }
    const announcer = announced(text, block.start, block.end)
    if (announcer !== null && at + 1 < blocks.length && isItem(text, blocks[at + 1]!.start)) {
      announcing = issuing !== null && pointingToItself.test(announcer) ? issuing : announcer
      // What begins so is all theirs.
      if (at < 3) issuing ??= announcer
    }
  }
  const cased = calm === printed ? claims : claims.map(asPrinted)
  return (repaired === calm ? cased : cased.map(asDamaged)).map(onOneLine)
}

/** "Esta Secretaría", "this ministry": of whoever issues a text. */
const pointingToItself = /^(?:esta?|this|our|nuestr[oa])\s/iu

/** Who says what stands at `at`, and up to `end` where that is known: of those who do, the nearest. */
function sayingOf(
  attributions: readonly Attribution[],
  text: string,
  { at, end }: { at: number; end: number | null },
  denial: boolean,
): Attribution | undefined {
  const apart = ({ start, end }: Attribution) => Math.max(start - at, at - end, 0)
  return (
    attributions
      // Who denies something says nothing of what stands before it.
      .filter((one) => denial || !one.denies || one.start < at)
      .filter((one) => denial || !one.forward || one.start <= at)
      // "General Example, a graduate of the academy, said": what he is, he does not say.
      .filter((one) => end === null || at < one.start || end > one.end)
      // "Nobody disputes that 40 died; the army says": of another clause.
      .filter((one) => !text.slice(Math.min(at, one.end), Math.max(at, one.start)).includes(';'))
      .sort((a, b) => apart(a) - apart(b))[0]
  )
}

/** Of a number and what the next sentence says that it counts: the quantity that stands first there, if any. */
function headedQuantity(words: string, published: string | null, carried: Carried, spanish: boolean): Quantity[] {
  const signs = signsOf(words)
  const [start, end] = [0, words.length]
  const periods = findPeriods(words, start, end, published, signs)
  const named = findNamed(words, start, end, signs)
  const programme = findProgramme(words, start, end, start, signs)
  return (
    findQuantities({ text: words, start, end, periods, named, programme, signs }, carried, spanish)
      .slice(0, 1)
      .filter((one) => one.start === 0)
      // "The number of officers trained in 2018".
      .map((one) =>
        one.measure === 'personnel' &&
        /^\s(?:trained|taught|graduated|adiestrad|capacitad|entrenad|formad)/.test(words.slice(one.end))
          ? { ...one, measure: 'people_trained' }
          : one,
      )
  )
}

/** Whether a quotation is open at `to`, of which is known whether it was at `from`. */
function isOpenAt(text: string, from: number, to: number, wasOpen: boolean): boolean {
  let isOpen = wasOpen
  for (const [mark] of text.slice(from, to).matchAll(/[“”«»"]/g)) isOpen = mark === '"' ? !isOpen : mark === '“' || mark === '«'
  return isOpen
}

/** “We spent a billion. What did we buy?” asked Senator Example: who is named right where the quotation ends, some sentences on. */
function quoted(text: string, start: number, end: number, sentence: string): string | null {
  const opening = /^\s*([“"«])/u.exec(sentence)?.[1]
  if (!opening) return null
  const closing = { '“': '”', '"': '"', '«': '»' }[opening]!
  const at = text.indexOf(closing, start + sentence.indexOf(opening) + 1)
  if (at === -1 || at >= end || at - start > 1200 || at < start + sentence.trimEnd().length) return null
  // “We buried them.” The army said that …: another sentence.
  if (/\.$/.test(text.slice(start, at)) && /^\s\p{Lu}/u.test(text.slice(at + 1))) return null
  const said = findAttributions(text, Math.max(start, at - 1), Math.min(end, at + 160))[0]
  return said && said.start - at < 6 ? said.speaker : null
}

/** "accused of killing", "acquitted of killing", "is reported to have killed": what makes an event something that is said, and what came of it. */
function accusing(sentence: string, found: { start: number; end: number }, start: number, charge: string | null): string | null {
  const ended = dropped.exec(sentence)?.[0]
  const around = sentence.slice(Math.max(0, found.start - start - 40), found.end - start)
  const words = [
    /(?<!\p{L})(?:not guilty|guilty|acquitt\p{L}+|cleared(?=\s(?:[^,.;]{3,80}\s)?of\s)|absolv\p{L}+|exonerat\p{L}+|convict\p{L}+|absuelt[oa]s?|conden[oóa]\p{L}*|exonerad[oa]s?)(?!\p{L})/iu,
    /\b(?:accuse[sd]?|charged(?= with)|reported(?= to have)|alleg\p{L}+|acus\p{L}+|señalad[oa]s?|denunci\p{L}+)(?!\p{L})/iu,
  ].flatMap((word) => word.exec(around)?.[0] ?? [])
  if (charge && !words.some((word) => charge.includes(word))) words.unshift(charge)
  return words.length > 0 ? [...words, ...(ended ? [ended] : [])].join(', ') : null
}
/** What ends an accusation. */
const dropped =
  /(?<!\p{L})(?:(?:dropped|dismissed|withdrew)(?=\s(?:the\s|all\s|their\s)?(?:charges|case))|(?<=(?:charges|case|cargos|caso)\s.{0,120}(?:was|were|fue|fueron)\s)(?:dropped|dismissed|thrown out|withdrawn|desestimad[oa]s?|archivad[oa]s?)|(?<=(?:were|was|fueron|fue)\s)(?:freed|released|liberad[oa]s?)|(?:overturned|quashed|annulled|threw out|anul(?:ó|aron)|revoc(?:ó|aron))(?=\s[^,.;]{0,30}(?:conviction|sentence|verdict|charges|condena|sentencia))|sobrese\p{L}+)(?!\p{L})/iu

function nearestPeriod(periods: readonly FoundPeriod[], found: { start: number; end: number }): ClaimPeriod | null {
  const own = periods
    .filter(({ anaphoric }) => !anaphoric)
    .sort(
      (a, b) => Math.max(0, a.start - found.end, found.start - a.end) - Math.max(0, b.start - found.end, found.start - b.end),
    )[0]
  return own ? { printed: own.printed, from: own.from, to: own.to } : null
}

/** "said on Wednesday", "acusó ayer", "the unit, created in 2010, has killed": when it was said or its doer came to be, not when it was done. */
const notOfSaying = (periods: readonly FoundPeriod[], text: string): readonly FoundPeriod[] =>
  periods.filter(
    ({ start, end }) =>
      !saying.test(text.slice(Math.max(0, start - 24), start)) &&
      !(text[end] === ',' && cameToBe.test(text.slice(Math.max(0, start - 90), start))),
  )
const cameToBe =
  /,\s(?:which was\s|who was\s|que fue\s)?(?:created|formed|founded|established|set up|raised|born|appointed|promoted|cread[oa]|fundad[oa]|formad[oa]|establecid[oa]|nacid[oa]|nombrad[oa])\s[^,;.]{0,60}$/u
const isOfSaying = (period: ClaimPeriod | null, periods: readonly FoundPeriod[], text: string): boolean =>
  period !== null &&
  periods.some(({ printed }) => printed === period.printed) &&
  !notOfSaying(periods, text).some(({ printed }) => printed === period.printed)
const saying =
  /(?<!\p{L})(?:said|says|told (?:us|reporters|journalists|Congress|lawmakers)|announced|reported|testified|dijo|dijeron|informó|informaron|declaró|aseguró|acusó|acusaron|denunció|denunciaron|anunció|rechazó|confirmó)\s(?:on\s|the\s)?$/u

/** "The agreement, signed in 2018, has not been ratified": of a state the times are its own that stand in its words, or right before them. */
function sinceWhen(periods: readonly FoundPeriod[], { start, state }: { start: number; state: string }, text: string) {
  const told = text.indexOf(state, start)
  return periods.filter((one) =>
    one.start < start ? /^,?\s$/.test(text.slice(one.end, start)) : one.start >= told && one.end <= told + state.length,
  )
}

/** "nunca hubo 32 detenidos", "would withhold $85 million": there were none, and it was not given. */
function unmade(before: string, { currency, hedge }: Pick<Quantity, 'currency' | 'hedge'>): string | null {
  const word = (currency === null ? notSo : keptBack).exec(before)?.groups?.word
  return word === undefined ? null : [word, hedge].filter(Boolean).join(', ')
}
const notSo =
  /(?<!\p{L})(?<word>(?:nunca|jamás|no) (?:hubo|había|eran|fueron|son)|(?:there )?(?:were|was|are) never|never (?:were|had|held))\s(?:más de |more than )?$/iu
const keptBack =
  /(?<!\p{L})(?<word>with(?:hold|held|holding|holds)|suspend(?:ed|s|ing)?|froze|freez(?:e|ing)|frozen|block(?:ed|s|ing)|cancel(?:l?ed|l?ing)|(?:held|hold|holding) back|congel(?:ó|aron|ado)|retuv(?:o|ieron)|retenido|suspendi(?:ó|eron|do)|bloque(?:ó|aron|ado))\s(?:an additional |another |some |about |up to |more than |nearly |unos |casi |cerca de |más de )?$/iu

const introducing = sought(
  /(?<!\p{Lu}[\p{L}’'-]*\.?\s)(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}),\s(?:an?|the|un|una|el|la|who|whose|quien|\d\d,)\s/u,
)
const saysSo = /[”"’'»,],? (?:he|she|they) (?:said|added|noted|revealed|stated|explained|wrote|posted|tweeted|replied)(?!\p{L})/u

const officialPost =
  /(?<!\p{L})(?:army|navy|police|minister|ministry|commander|spokes\p{L}+|general|colonel|captain|major|admiral|president|governor|mayor|secretary|chief|director|ambassador)(?!\p{L})/iu

/** Said by somebody whom only an earlier sentence names. */
const pointsBack = (sentence: string): boolean =>
  /^\s*[“"‘'«]/.test(sentence) ||
  /(?:^|[,”"’']\s)(?:[Hh]e|[Ss]he|[Tt]hey)(?:\s(?:also|further|then|later|had|has))?\s(?:said|says|added|adds|noted|explained|stated|told|revealed|disclosed|claimed|confirmed|continued|warned|insisted|puts? the)(?!\p{L})/u.test(
    sentence,
  ) ||
  /(?:^|\s)[Aa]ccording to (?:him|her|them)(?!\p{L})/u.test(sentence) ||
  saysSo.test(sentence)

/** "He doubts that …": whoever spoke last. */
const byPronoun = (sentence: string): boolean =>
  /^(?:In a statement,?\s)?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:also\s|however\s)?(?:(?:would|could|did) neither|den|call|describ|brand|doubt|question|reject|dismiss|disput|could not|cannot|found)/.test(
    sentence,
  )

/** Sentences of at most so many characters: what is longer is a table or no prose, and patterns take quadratic time. */
const longestSentence = 1500

function* bounded(sentences: readonly Span[]): Generator<Span> {
  for (const { start, end } of sentences)
    for (let from = start; from < end; from += longestSentence) yield { start: from, end: Math.min(end, from + longestSentence) }
}

function mainPeriod(periods: ReturnType<typeof findPeriods>, carried: Carried): ClaimPeriod | null {
  const own = periods.find(({ anaphoric }) => !anaphoric)
  if (own) return { printed: own.printed, from: own.from, to: own.to }
  return periods.length > 0 && carried.period ? { ...carried.period, printed: periods[0]!.printed } : null
}

/** "From 12 in 2007 to 36 in 2012": the time that a later "over the same period" means. */
function spanOfChange(quantities: readonly Quantity[]): ClaimPeriod | null {
  const [first, last] = (['from', 'to'] as const).map((end) => quantities.find(({ change }) => change === end)?.period)
  if (!first?.from || !last?.to || first.from >= last.to) return null
  return { printed: `${first.printed}, ${last.printed}`, from: first.from, to: last.to }
}

/** The number's own hedge, and one that weakens the whole clause. */
function hedges(own: string | null, sentence: string, at: number): string | null {
  const clause = sentence.slice(Math.max(0, sentence.lastIndexOf(';', at)))
  // "If soldiers killed 12 people, they must be tried."
  const condition = /^\P{L}*(?<word>(?:Even )?If|Whether|Si)\s[^,;]{3,}/u.exec(sentence)
  const weakened = weak.exec(clause)
  // "46 people died, 25 of them allegedly shot": of the 25.
  const ofNext = weakened && /,\s(?:\p{L}+\s){0,2}\d/u.test(sentence.slice(at, sentence.length - clause.length + weakened.index))
  const clauseHedge = (condition && at < condition[0].length ? condition.groups!.word! : ofNext ? null : weakened?.[0]) ?? null
  return own && clauseHedge ? `${clauseHedge}, ${own}` : (own ?? clauseHedge)
}

/** Told by small words of the beginning. */
export function isSpanish(text: string): boolean {
  const sample = text.slice(0, 20_000).toLowerCase()
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length
  return count(/\b(?:el|la|los|las|que|del|una|por|con)\b/g) > 2 * count(/\b(?:the|of|and|to|that|with|for)\b/g)
}
