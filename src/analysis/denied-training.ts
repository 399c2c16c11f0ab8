/**
 * Whether a denial or doubt is of training, which the record is of, and which rows it could be about. Nothing is verdict here: whether the rows are
 * what is denied is for the reader to see.
 *
 * The claim that it answers says best what is denied; where that is none that the record could be asked about, its own words do.
 */
import { findProgramme } from '../extract/article/claims/actors.js'
import type { Claim, DenialClaim } from '../ledger/claims.js'
import { TrainingQuery, writeTrainingQuery } from '../ledger/read/query.js'
import { readPlace } from './claim-places.js'
import { type ClaimQuestion, codesOfProgramme, questionOf, readQuestion } from './claim-question.js'
import { readYears } from './claim-years.js'

const training =
  /(?<!\p{L})(?:(?:re)?train(?:s|ed|ing|ings|ees?|ers?)?|courses|training course|sessions|instruct(?:ed|ion|ors?)|IMET|JCETs?|entren\p{L}+|adiestr\p{L}+|capacit(?:ó|ar|aron|ad[oa]s?|aci[oó]n|aciones|aba|aban)|cursos?|sesiones|instru(?:ido|idos|cción|ctor|ctores|yó|yeron))(?!\p{L})/iu
/** Of what units do the reports say nothing, however it is denied. */
const deed =
  /(?<!\p{L})(?:kill|shoot|shot|murder|execut|tortur|abuse|rape|massacre|disappear|attack|accus|mat(?:ó|ar|aron|ado|anza)|asesin|ejecu|masacr|viol(?:ó|aron|ación)|desapar|ataqu|atac)/iu

/** "the figure", "it", "the report's numbers": nobody can tell from these words what is denied. */
export const pointsBack = ({ of, sentence }: DenialClaim): boolean =>
  of === null
    ? !deed.test(sentence)
    : /^(?:(?:the|that|this|these|those|its?|el|la|los|las|es[aeo]s?|est[aeo]s?|sus?)\s)?(?:[\p{L}’'-]+\s){0,2}?(?:it|that|this|them|so|ello|eso|figures?|numbers?|counts?|claims?|reports?|statements?|allegations?|accounts?|versions?|cifras?|n[uú]meros?|afirmaci[oó]n(?:es)?|informes?|versi[oó]n(?:es)?|informaci[oó]n(?:es)?)$/iu.test(
        of,
      )

/** Null where it is not of training; a question without countries or years where these were not read. */
export function deniedTraining(claim: DenialClaim, denied: readonly Claim[], published: string | null): ClaimQuestion | null {
  const own = claim.of ?? ''
  const said = training.test(own)
  if (!said && deed.test(own)) return null
  const questions = denied.flatMap((one) => (one.type === 'quantity' ? (readQuestion(one, published) ?? []) : []))
  const asked = questions.find(({ queries, countries }) => queries.length > 0 && countries.length > 0)
  if (asked) return asked
  const words = own === '' ? claim.sentence : own
  const pointed = own === '' && denied.some((one) => one.type === 'lineage' && one.trained_by !== null)
  if (!said && questions.length === 0 && !pointed && !(own === '' && denied.length === 0 && training.test(words))) return null
  const places = [own, claim.sentence, ...denied.map(({ sentence }) => sentence), claim.place]
  const countries = places.map(readPlace).find((place) => place !== null)?.codes ?? []
  const { years, reasons } = readYears(claim.period, published)
  const question = questionOf({
    about: 'sessions',
    countries,
    years: countries.length === 0 ? [] : years,
    programs: codesOfProgramme(findProgramme(words, 0, words.length)),
    narrower: null,
    readings: [],
    reasons: countries.length === 0 ? [{ code: 'country-not-said' }] : reasons,
  })
  return question.queries.length > 0 ? question : { ...question, parameters: ofAnyYear(question) }
}

/** Addresses of the rows where no year was read: of all years. */
const ofAnyYear = (question: ClaimQuestion): string[] =>
  questionOf({ ...question, years: [2000] }).queries.map((query) =>
    writeTrainingQuery({ ...query, year: TrainingQuery.parse({}).year })
      .toString()
      .replaceAll('%2C', ','),
  )
