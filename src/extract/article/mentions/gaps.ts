/** What stands between two mentions of a clause: where a person begins and ends, and whether words between say that somebody is appointed. */

import type { Span } from '../sentences.js'
import type { Person } from './mention.js'
import { articleVocabulary } from './vocabulary.js'

/** Words of appointments: what may stand between a person and a post or unit that follows. */
const appointmentWords = new Set(
  (
    'is was are has had have been be being redeployment deployment elevation promotion transfer secondment retirement who ' +
    'now also formerly currently presently previously the a an as to of new former then one time once until recently his ' +
    'her appointment appointed rank named made redeployed deployed posted moved moves reassigned transferred becomes became ' +
    'takes took over assumes assumed command serves serve served serving acting in at charge and office duty duties ' +
    'position latter erstwhile outgoing incoming deposed ousted sacked suspended dismissed embattled detained slain ' +
    'one-time sometime both all immediate past pioneer newly he she from goes going returns returned leaves left heads ' +
    'headed will would resumes resumed move moving proceed proceeds proceeding go report reports reporting resume assume ' +
    'assuming take taking taken replace replaced replacing succeed succeeds succeeded succeeding relieved become posting ' +
    'post job role leave retired retires retiring works worked working functioned acted doubles double before after since ' +
    'earlier recent immediately hitherto lately still chosen picked tipped designated confirmed elevated only just again ' +
    'same identified simply sent drafted drawn assigned commands attached seconded promoted retained remains remain ' +
    'replaces by with state headquarters where in-charge coordinator co-ordinator officer soldier member personnel act acts ' +
    'its ex ex- later subsequently on yesterday today monday tuesday wednesday thursday friday saturday sunday first second ' +
    'third st nd rd th sit sits sworn held retains retained holds following appointments positions posts including ' +
    'adscrito asignado perteneciente del de al integrante miembro titular encargado es fue era el la nuevo nueva entonces quien ' +
    'como hasta antes ahora ayer hoy este lunes martes miércoles jueves viernes sábado domingo juró rindió protesta asumió ' +
    'asume será nombrado nombrada designado designada actual exjefe encargada cargo pasa ser y irá deja dejó trasladado ' +
    'trasladada destinado destinada reasignado reasignada'
  ).split(' '),
)
export const beginning = (person: Person) => (person.rank && person.rank.start < person.start ? person.rank.start : person.start)
export const ending = (person: Person) => (person.rank && person.rank.start > person.end ? person.rank.end : person.end)

/** Of "…, Minna, is posted to": where the unit that was named before sits says nothing of what follows. */
export const seatBefore =
  /^[\s,]*\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?(?:\s[Ss]tate)?(?=\s*(?:,|\)|$)|\s(?:is|was|has|who|and|now|to|as)\b)/u

/** ", a driver with the 93 Battalion": what somebody is there, that is no post. */
const workThere = /^\s*,\s*an? \p{Ll}+(?: \p{Ll}+)?(?= (?:with|of|in|at|from|attached to|serving with) )/u

/** ", who hails from Kebbi State, was until then": says nothing of posts. */
const saidInPassing = /^\s*,\s*\p{L}[^,;]{2,50}(?:, \p{Lu}[\p{L}-]+ [Ss]tate)?,(?=\s*(?:is|was|has|who|until)\b)/u

/** "was, until his arrest, Commander", "AIG in charge of Zone 7" behind "AIG Ade Ola", "heads the Air Component, Operation Calm Sea". */
const besideThePoint =
  /,? (?:until|before|prior to|following|after) (?:his|her) \p{Ll}+(?: \p{Ll}+)?(?=,)|(?<=[ ,])(?:AIG|DIG|CP|DCP|ACP)(?= in[ -]charge)|(?<= )(?:Air|Land|Maritime) Component,?(?= |$)/gu

export const wordsOfGap = (gap: string): string[] =>
  gap
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(besideThePoint, '')
    .replace(saidInPassing, ',')
    .replace(workThere, ',')
    .replace(seatBefore, '')
    .match(/\p{L}[\p{L}’'-]*/gu) ?? []

/** Appointment words, and names after "to", "in", "at", "of" or at the start: "moves from the Office of the Adviser to". */
export function areAppointmentWords(words: readonly string[]): boolean {
  let name = false
  for (const [at, word] of words.entries()) {
    const lower = word.toLowerCase()
    if (/^(?:to|in|at|of|from)$/.test(lower)) name = true
    else if (/^\p{Lu}/u.test(word) && !/^(?:Mr|Mrs|President|Governor|Minister)$/.test(word) && (name || isCountryWord(lower))) {
      if (at > 0 && words[at - 1] === 'and') name = false
    } else if (!appointmentWords.has(lower)) return false
    else if (lower !== 'the' && lower !== 'and' && lower !== 'for' && lower !== 'charge') name = false
  }
  return true
}

const isCountryWord = (lower: string): boolean => articleVocabulary().countryWords.has(lower)

/** The stretch without the units named in it. */
export function without(text: string, from: number, to: number, units: readonly Span[]): string {
  let left = ''
  let at = from
  for (const unit of [...units].sort((a, b) => a.start - b.start))
    if (unit.start >= at && unit.end <= to) {
      left += text.slice(at, unit.start)
      at = unit.end + (seatBefore.exec(text.slice(unit.end, to))?.[0].length ?? 0)
    }
  return left + text.slice(at, to)
}
