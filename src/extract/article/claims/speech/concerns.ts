/** What a denial or doubt concerns: the claims before it that it speaks of, and who says so. */

import type { Claim, DenialClaim } from '../claim.js'
import { isApart, isWithin, type Settings, sharesDeed } from './apart.js'

/** Words that stand in every other sentence of such articles. */
const everywhere =
  /^(?:mexic|americ|united|states|latin|securi|police|govern|milita|forces|countr|offici|report|author|army|their|would|which|there|other|about|after|these|those|where|that$|with$|from$|have$|were$|this$|they$|been$|into$|over$|than$|them$|when$|what$|will$|some$|more$|such$|also$|only$|even$)/

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}]{4,}/gu)
      ?.filter((word) => !everywhere.test(word))
      .map((word) => word.slice(0, 6)) ?? [],
  )
const furthest = 12

/** Words of an accusation without its content: "the accusation", "any role in the killings", "la versión". */
const accusation =
  /(?<!\p{L})(?:accus\p{L}+|executions?|abductions?|kidnappings?|rapes?|beatings?|arrests?|disappearances?|detentions?|ejecuci\p{L}+|torturas?|detenci\p{L}+|secuestros?|violaciones|alleg\p{L}+|charges|claims?|killings?|murders?|deaths?|abuses?|crimes?|atrocit\p{L}+|torture|massacre|shooting|attack|raid|incident|responsib\p{L}+|involve\p{L}*|role|account|story|version|report|acusaci\p{L}+|se[ñn]alamiento\p{L}*|responsabilidad|(?:haber )?participa(?:ci\p{L}+|do)|matanza|masacre|asesinato\p{L}*|muertes?|desaparici\p{L}+|cr[ií]men\p{L}*|hechos?|versi[oó]n\p{L}*|informaci[oó]n|denuncia\p{L}*|ataque|disparos?)(?!\p{L})/iu
/** "The embassy rejected the claim": what somebody else said right before, and no deed that was told further up. */
const saying =
  /^(?:(?:the|that|this|his|her|la|esa|su)\s)?(?:claim|statement|assertion|remark|version|account|afirmaci[oó]n|declaraci[oó]n|versi[oó]n)$/iu
/** "In a statement about this account": what it is about was told before. */
const pointing =
  /(?<!\p{L})(?:this|that|these|those|the|such|est[aeo]s?|es[aeo]s?|dich[oa]s?)\s(?:\p{L}+\s)?(?:account|reports?|allegations?|accusations?|claims?|charges?|story|incident|version|versi[oó]n|acusaci[oó]n(?:es)?|denuncias?|se[ñn]alamientos?|informes?|hechos)(?!\p{L})/iu
/** What forces say that they did not do. */
const deed =
  /(?<!\p{L})(?:kill(?:ed)?|shoo?t|fired?|harm(?:ed)?|touch(?:ed)?|beat(?:en)?|burn(?:t|ed)|looted|raped?|attacked|murdered|executed|ordered|any order|ejecutad[oa]s?|orden(?:ó|ado|aron|es)?|mat(?:ó|aron|amos|ado)|dispar(?:ó|aron|amos)|murió|murieron|golpe\p{L}+)(?!\p{L})/iu
const figures =
  /(?<!\p{L})(?:figures?|numbers?|amounts?|sums?|estimates?|count|statistics|cifras?|n[uú]meros?|datos|estimaci[oó]n\p{L}*)(?!\p{L})/iu

/** "Dismissed the numbers as propaganda": of the dead, and not of the aid that the same sentence tells. */
const headCounts =
  /^(?:the |that |this |those |these |los |esos |sus |el |ese |its |his |her )?(?:numbers?|counts?|tolls?|n[uú]meros?|conteos?)(?!\p{L})/iu

/** Words of the field, two of which any two sentences about soldiers share. */
const ofTheField =
  /^(?:soldie|troops|killed|killin|kill$|civili|people|person|traine|traini|train$|member|shot$|shoot|attack|battal|brigad|unit$|units$|villag|said$|soldad|mataro|muerto|muerte|entren|capaci|adiest|civile|millio|millon|dollar|dólare|years$|year$|human$|rights|claim$|claims|allega|accus|denied|denies|deny$|negó$|negaro|desmin|two$|three$|four$|five$|nine$|more$|than$|para$|como$|sobre$|hombre|agents|spokes|genera|colone|comman|instru|course)/

/**
 * Claims before a denial that it concerns: those whose number it names, of whose speaker it says that he is wrong, with whom it shares words of
 * substance; where it only points back, what was told last by somebody else; and where nothing was, the number that it tells itself. What is of
 * something else is none of these, and a denial of which nothing was told is tied to nothing.
 */
export function concerned(claim: DenialClaim, claims: readonly Claim[], settings: Settings): string[] {
  const before = claims
    .slice(-furthest)
    .filter(
      ({ type, sentence, end }) => type !== 'denial' && type !== 'doubt' && (sentence !== claim.sentence || end <= claim.start),
    )
  const within = claims.filter((one) => isWithin(one, claim) && (one.type === 'event' || one.type === 'lineage'))
  if (within.length > 0) return within.map(({ id }) => id)
  // "…, a charge that the army denied": what the sentence says before it.
  const here = claim.of === null && claim.type === 'denial' ? before.filter((one) => one.sentence === claim.sentence) : []
  const done = here.filter(({ type }) => type !== 'quantity')
  if (here.length > 0) return (done.length > 0 ? done : here).map(({ id }) => id)
  const candidates = before.filter((one) => !isApart(claim, one, claims, settings))
  const others = candidates.filter(({ sentence }) => sentence !== claim.sentence)
  const of = claim.of ?? ''
  const named = numbered(of, others)
  if (named.length > 0) {
    const told = candidates.filter(({ id }) => named.includes(id)).map(({ sentence }) => sentence)
    return others
      .filter(({ id, type, sentence }) => named.includes(id) || (type !== 'quantity' && told.includes(sentence)))
      .map(({ id }) => id)
  }
  // "The army denied it. Villagers dispute that.": the denial.
  const latest = claims.at(-1)
  if (
    latest?.type === 'denial' &&
    latest.speaker !== claim.speaker &&
    disputing.test(claim.sentence.slice(claim.sentence.indexOf(claim.of ?? '') - 14))
  )
    return []
  const denied = wordsOf(claim.of ?? claim.sentence)
  const shared = bySharedWords(denied, others)
  if (shared.length > 0) return shared.map(({ id }) => id)
  const said = before.findLast(({ type }) => type === 'status')
  // "… would approve the plan": one word is enough for what the sentence before says of it.
  if (said && claims.indexOf(said) >= claims.length - 2 && [...wordsOf(said.sentence)].some((word) => wordsOf(of).has(word)))
    return [said.id]
  const spoken = ofSpeaker(of, others)
  if (spoken.length > 0) return spoken
  const around = claim.sentence.replace(of, '')
  const just = claims.at(-1)
  if (saying.test(of) && just?.speaker && just.speaker !== claim.speaker && just.sentence !== claim.sentence)
    return candidates.filter(({ sentence }) => sentence === just.sentence).map(({ id }) => id)
  // "the figure", "any role in the killings", "lo niega": the last that was told, by somebody else.
  const last = figures.test(of)
    ? candidates.findLast((one) => one.type === 'quantity' && !(headCounts.test(of) && one.currency !== null))
    : of === '' || pronoun.test(of) || ofThem.test(of)
      ? lastOf(near(claim, candidates, settings), claim)
      : accusation.test(of) || accusation.test(claim.sentence.slice(-80))
        ? toldLast(
            claim,
            candidates.filter((one) => pointing.test(around) || namesNothingElse(of, one) || sharesDeed(claim, one)),
          )
        : claim.type === 'denial' && deed.test(of)
          ? toldLast(claim, alike(denied, candidates))
          : candidates.findLast((one) => sharesDeed(claim, one) && sharesNoun(of, one.sentence))
  if (!last) {
    const own = claims.filter((one) => isWithin(one, claim) && one.type === 'quantity')
    return own.length > 0 ? own.map(({ id }) => id) : denialBefore(claim, claims, settings)
  }
  // An accusation is of what was done: who trained them is no part of it.
  return candidates
    .filter(
      (one) =>
        one.sentence === last.sentence &&
        (last.type !== 'quantity' || one.type === 'quantity') &&
        (last.type !== 'event' || one.type !== 'lineage') &&
        !(headCounts.test(of) && one.type === 'quantity' && one.currency !== null),
    )
    .map(({ id }) => id)
}

const lastOf = (candidates: readonly Claim[], claim: DenialClaim) => toldLast(claim, candidates) ?? candidates.at(-1)
/** "It denied that": of what was told in one of the last sentences. What somebody else says in between may be no claim. */
const near = (claim: DenialClaim, candidates: readonly Claim[], settings: Settings) =>
  candidates.filter(({ sentence }) => settings.apart(sentence, claim.sentence) <= 3)

/** Claims of the sentences that share most with what is denied; where only words of the field are shared, of the last of them. */
function bySharedWords(denied: ReadonlySet<string>, others: readonly Claim[]): readonly Claim[] {
  const scored = others
    .map((one) => {
      const shared = [...wordsOf(one.sentence)].filter((word) => denied.has(word))
      const telling = shared.filter((word) => !ofTheField.test(word)).length
      return { one, telling, score: shared.length + telling, enough: shared.length >= 2 }
    })
    .filter(({ enough }) => enough)
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const first = scored.filter(({ score, telling }) => score === best || (telling >= 2 && score >= best - 2))
  const last = first.at(-1)
  return first.filter(({ one, telling }) => telling > 0 || one.sentence === last!.one.sentence).map(({ one }) => one)
}

/** "Trained the police", of "trained 40 police": the same deed to the same. */
function sharesNoun(of: string, sentence: string): boolean {
  const told = sentence.toLowerCase()
  return (of.toLowerCase().match(/\p{L}{5,}/gu) ?? []).some(
    (word) =>
      !/^(?:train|entren|capac|adiest|paid|that$|which|their|having|haber|would|received|recib)/u.test(word) &&
      told.includes(word.slice(0, 6)),
  )
}

/** Whether what is denied names nothing of substance ("any role", "the accusation") but what the claim tells. */
function namesNothingElse(of: string, claim: Claim): boolean {
  const told = wordsOf(claim.sentence)
  const rest =
    of
      .replace(/,\s(?:which|que|who)\s.*$/u, '')
      .replace(new RegExp(accusation.source, 'giu'), ' ')
      .replace(new RegExp(deed.source, 'giu'), ' ')
      .match(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu)
      ?.map((word) => word.slice(0, 6))
      .filter((word) => !ofTheField.test(word) && !everywhere.test(word) && !idle.test(word)) ?? []
  return rest.length === 0 || rest.some((word) => told.has(word))
}
const idle =
  /^(?:wrongd|having|involv|incide|allege|any$|cualqu|toda$|ningun|haber|partic|against|contra|publis|recent|agains|whatso|direct|person|knowle|conoci|event|events|sucedi|ocurri|suppos|presun|supues|being|made$|hechas|hecho|media$|medios|prensa|press$|article|newspa|such$|false$|untrue|operat|opera|algun|ciudad|lugar|zona$|area$|place$|place|beyond|anythi|nothin)/

/** "None of them was ever in its custody" */
const ofThem =
  /^(?:(?:we|they|he|she|i)\s(?:was|were|had)\s(?:not|never)\s(?:been\s)?(?:there|present)|no\sest(?:aba|ábamos|uvo|uvimos)\s(?:ahí|allí|presentes?)|(?:none|any|not one|ningun[oa]) (?:of|de) (?:them|those|these|ell[oa]s|es[oa]s))(?!\p{L})/iu
const disputing = /(?:disput|contradic|challeng|contradijo)\p{L}*\s(?:that|this|it|eso|esto)(?!\s\p{L})/iu
const pronoun =
  /^(?:it|that|this|them|so|any such (?:thing|incident|report)s?|eso|ello|any (?:wrongdoing|involvement|role|responsibility)|(?:toda|cualquier) (?:responsabilidad|participación|acusación))$/iu

/** Those that share a word with what is denied, where any does: "killed". */
function alike(denied: ReadonlySet<string>, candidates: readonly Claim[]): readonly Claim[] {
  const sharing = candidates.filter(({ sentence }) => [...wordsOf(sentence)].some((word) => denied.has(word)))
  return sharing.length > 0 ? sharing : candidates
}

/** What somebody was said to have told goes before what the article adds to it. */
const toldLast = (claim: DenialClaim, candidates: readonly Claim[]): Claim | undefined => {
  const told = candidates.filter(
    ({ type, speaker }) => (type === 'event' || type === 'lineage') && (speaker === null || speaker !== claim.speaker),
  )
  return told.findLast(({ speaker, sentence }) => speaker !== null && sentence !== claim.sentence) ?? told.at(-1)
}

/** "the figure of 1,250": claims of that very number. */
function numbered(of: string, claims: readonly Claim[]): string[] {
  const numbers = [...of.matchAll(/\d[\d,.]*/g)].map(([printed]) =>
    Number(printed.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(/[.,]$/, '')),
  )
  return claims
    .filter((one) => one.type === 'quantity' && one.value !== null && one.value > 2 && numbers.includes(one.value))
    .map(({ id }) => id)
}

/** "disputed the report's figure", "desmintió a la senadora": what that speaker said last. */
function ofSpeaker(of: string, claims: readonly Claim[]): string[] {
  // "It had not funded the battalion": what the battalion said is not what is denied.
  if (/^(?:it|its|he|she|they|their|we|our)\s/iu.test(of)) return []
  const words = of.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  const last = claims.findLast(
    ({ speaker }) => speaker !== null && words.some((word) => speaker.toLowerCase().includes(word.replace(/['’]s$/, ''))),
  )
  return last ? claims.filter(({ sentence }) => sentence === last.sentence).map(({ id }) => id) : []
}

/** A second denial right after the first, of somebody else, is of the same account: "the embassy, too, denied that …". */
function denialBefore(claim: DenialClaim, before: readonly Claim[], settings: Settings): string[] {
  if (claim.type !== 'denial') return []
  const first = before.slice(-3).findLast(({ type }) => type === 'denial')
  if (first?.type !== 'denial' || first.speaker === claim.speaker) return []
  return first.concerns.filter((id) => {
    const one = before.find((told) => told.id === id)
    return one !== undefined && !isApart(claim, one, before, settings)
  })
}
