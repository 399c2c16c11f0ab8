/**
 * Every error that a person can cause, in one place. A code is never reused and never changes its meaning.
 * Each says what was wrong, where, and what to do; no stack trace reaches a user.
 */

/** Where something went wrong. All parts optional; `page` counts from 1, `row` is an ordinal within its file. */
export interface ErrorPlace {
  file?: string
  page?: number
  row?: number
  column?: string
}

/** An error whose message is written for the person who caused it. */
export class UserError extends Error {
  override name = 'UserError'
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly place: ErrorPlace = {},
  ) {
    super(message)
  }

  /** The same error as plain data, for worker threads, API problems and `--json` output. */
  toJSON(): { code: string; message: string; remedy: string; place: ErrorPlace } {
    return { code: this.code, message: this.message, remedy: this.remedy, place: this.place }
  }
}

/** One line for a terminal: place, code, message and remedy. */
export function describeError(error: UserError): string {
  const { file, page, row, column } = error.place
  const where = [file, page && `page ${page}`, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ')
  return `${where ? `${where}: ` : ''}${error.code}: ${error.message} ${error.remedy}`
}

export const errors = {
  FILE_NOT_FOUND: (file: string) => new UserError('FILE_NOT_FOUND', 'There is no such file.', 'Check the path.', { file }),
  QUERY_INVALID: (parameter: string, why: string) =>
    new UserError(
      'QUERY_INVALID',
      `${parameter}: ${why}.`,
      'Correct this part of the address; /api/v1/openapi.json lists what each takes.',
      {
        column: parameter,
      },
    ),
  QUERY_REPEATED: (parameter: string) =>
    new UserError('QUERY_REPEATED', `${parameter} is given twice.`, 'Give it once.', { column: parameter }),
  QUERY_TOO_SLOW: () =>
    new UserError(
      'QUERY_TOO_SLOW',
      'The answer took too long and was given up.',
      'Narrow the question: more words, a country, a year.',
    ),
  QUERY_UNKNOWN_PARAMETER: (parameter: string, known: readonly string[]) =>
    new UserError('QUERY_UNKNOWN_PARAMETER', `There is no parameter "${parameter}".`, `Known here: ${known.join(', ')}.`, {
      column: parameter,
    }),
}
