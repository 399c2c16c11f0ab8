/** Errors as answers: problem+json (RFC 9457) for programs, a page for people. No stack trace reaches either. */
import { UserError } from '../ledger/errors.js'

/** HTTP status of a code; 400 where none is listed, because most errors are of the question. */
const statuses: Readonly<Record<string, number>> = {
  ADDRESS_TOO_LONG: 414,
  BODY_TOO_LARGE: 413,
  BODY_TYPE_UNKNOWN: 415,
  DOWNLOADS_BUSY: 503,
  EVIDENCE_NO_ORIGINAL: 404,
  EVIDENCE_NOT_FOUND: 404,
  EXPUNGED: 410,
  FILE_TOO_SLOW: 503,
  FORM_FOREIGN: 403,
  HOST_UNKNOWN: 421,
  IMAGE_BUSY: 503,
  INDEX_NOT_READY: 503,
  INTERNAL: 500,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
  ORIGIN_FOREIGN: 403,
  PERMISSION_DENIED: 403,
  PAGE_NOT_FOUND: 404,
  QUERY_TOO_SLOW: 503,
  SCREENING_NOT_OWNER: 403,
  SCREENING_UNKNOWN: 404,
  SCREENING_UPLOAD_GONE: 404,
  WITHDRAWN: 410,
}

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  remedy: string
  /** The parameter that is wrong, where one is. */
  parameter?: string
  /** Where a withdrawn record is continued. */
  successor?: string
  /** The changeset that removed an expunged record. */
  changeset?: number
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Content too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  500: 'Internal error',
  503: 'Unavailable',
}

/** What is not a UserError is our own mistake: the person learns that it is, and nothing about us. */
export function problemOf(error: unknown): Problem {
  const known =
    error instanceof UserError
      ? error
      : new UserError('INTERNAL', 'Something went wrong that is not your mistake.', 'Try again; if it stays, report the address.')
  const status = statuses[known.code] ?? 400
  return {
    type: `urn:rastro:error:${known.code}`,
    title: titles[status] ?? 'Bad request',
    status,
    detail: known.message,
    code: known.code,
    remedy: known.remedy,
    ...(known.place.column ? { parameter: known.place.column } : {}),
    ...(known.place.changeset ? { changeset: known.place.changeset } : {}),
  }
}

export function problemResponse(problem: Problem): Response {
  return new Response(`${JSON.stringify(problem, null, 2)}\n`, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 503 ? { 'retry-after': '5' } : {}),
      ...(problem.status === 405 ? { allow: 'GET, HEAD' } : {}),
    },
  })
}
