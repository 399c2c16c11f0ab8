/** A check as it is kept with the state that it was made in: everything but the claim, its rows and the coverage, which that state has. */
import { z } from 'zod'
import type { Claim, KeptCheck } from '../ledger/claims.js'
import type { ClaimCheck } from './claim-check.js'
import { abouts, type ClaimQuestion, questionOf } from './claim-question.js'

const number = z.number().nullable()

/** One column each of data/cases/checks.csv; null where there is no question, or no figure. */
export const CheckContent = z.object({
  measure: z.enum(['training sessions', 'cents']).nullable(),
  reading: z.enum(['equal', 'upper bound']).nullable(),
  difference: number,
  allowed_low: number,
  allowed_high: number,
  about: z.enum(abouts).nullable(),
  countries: z.array(z.string()).nullable(),
  years: z.array(z.number()).nullable(),
  programs: z.array(z.string()).nullable(),
  narrower: z.string().nullable(),
  /** `ClaimReading`s and `CheckReason`s: by code, with what they say. */
  readings: z.array(z.looseObject({ code: z.string() })),
  reasons: z.array(z.looseObject({ code: z.string() })),
  rows: number,
  sessions: number,
  cents: number,
  rows_without_cost: number,
  sessions_without_cost: number,
  partial: z.boolean(),
  part_exceeds: z.boolean(),
})
export type CheckContent = z.infer<typeof CheckContent>

export function contentOfCheck(check: ClaimCheck): CheckContent {
  const { question, figure, allowed } = check
  return {
    measure: check.measure,
    reading: check.reading,
    difference: check.difference,
    allowed_low: allowed?.low ?? null,
    allowed_high: allowed?.high ?? null,
    about: question?.about ?? null,
    countries: question?.countries ?? null,
    years: question?.years ?? null,
    programs: question?.programs ?? null,
    narrower: question?.narrower ?? null,
    readings: question?.readings.map((one) => ({ ...one })) ?? [],
    reasons: check.reasons.map((one) => ({ ...one })),
    rows: figure?.rows ?? null,
    sessions: figure?.sessions ?? null,
    cents: figure?.cents ?? null,
    rows_without_cost: figure?.rowsWithoutCost ?? null,
    sessions_without_cost: figure?.sessionsWithoutCost ?? null,
    partial: check.partial,
    part_exceeds: check.partExceeds,
  }
}

/** The check again, for whoever shows it: its coverage is that of the state that it names. Null where what is kept is no check. */
export function checkOfKept(claim: Claim, kept: KeptCheck): ClaimCheck | null {
  const read = CheckContent.safeParse(kept.content)
  if (!read.success) return null
  const { about, countries, years, programs, narrower, readings, reasons, rows, sessions, cents, ...rest } = read.data
  const question =
    about && countries && years && programs
      ? questionOf({
          about,
          countries,
          years,
          programs,
          narrower,
          readings: readings as ClaimQuestion['readings'],
          reasons: reasons as ClaimQuestion['reasons'],
        })
      : null
  return {
    claim,
    verdict: kept.verdict as ClaimCheck['verdict'],
    difference: rest.difference,
    measure: rest.measure,
    reading: rest.reading,
    allowed: rest.reading === null ? null : { low: rest.allowed_low, high: rest.allowed_high },
    question,
    figure:
      rows === null || sessions === null || cents === null
        ? null
        : {
            rows,
            sessions,
            cents,
            rowsWithoutCost: rest.rows_without_cost ?? 0,
            sessionsWithoutCost: rest.sessions_without_cost ?? 0,
          },
    partial: rest.partial,
    partExceeds: rest.part_exceeds,
    reasons: reasons as ClaimCheck['reasons'],
    coverage: null,
  }
}
