/**
 * Parameters and bodies of protocols that others made: lists by repetition, booleans as Python writes them. What is not offered here is refused
 * rather than passed over, since a filter that is ignored answers another question than was asked.
 */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono/types'
import { errors } from '../../ledger/errors.js'

const longest = 500

export interface ForeignParameters {
  text(name: string): string | null
  list(name: string): string[]
  number(name: string, fallback: number, least: number, most: number): number
  whole(name: string, fallback: number, least: number, most: number): number
  flag(name: string, fallback: boolean): boolean
  /** Refuses every parameter that is not among these. */
  only(...names: readonly string[]): void
}

/** @throws UserError QUERY_INVALID, QUERY_UNKNOWN_PARAMETER when something is read that cannot be */
export function foreignParameters(context: Context): ForeignParameters {
  const given = new URL(context.req.url).searchParams
  const list = (name: string) => {
    const values = given.getAll(name).filter((value) => value !== '')
    if (values.length > 100) throw errors.QUERY_INVALID(name, 'at most 100 values')
    for (const value of values) checkText(name, value)
    return values
  }
  const text = (name: string) => list(name).at(-1) ?? null
  const number = (name: string, fallback: number, least: number, most: number) => {
    const value = text(name)
    if (value === null) return fallback
    const read = Number(value)
    if (!/^-?\d{1,9}(?:\.\d{1,12})?$/.test(value) || read < least || read > most)
      throw errors.QUERY_INVALID(name, `a number between ${least} and ${most}`)
    return read
  }
  return {
    text,
    list,
    number,
    whole: (name, fallback, least, most) => {
      const read = number(name, fallback, least, most)
      if (!Number.isInteger(read)) throw errors.QUERY_INVALID(name, 'a whole number')
      return read
    },
    flag: (name, fallback) => {
      const value = text(name)?.toLowerCase()
      if (value === undefined) return fallback
      if (['true', '1', 'yes', 'on'].includes(value)) return true
      if (['false', '0', 'no', 'off'].includes(value)) return false
      throw errors.QUERY_INVALID(name, 'true or false')
    },
    only: (...names) => {
      const unknown = [...given.keys()].find((name) => !names.includes(name))
      if (unknown !== undefined) throw errors.QUERY_UNKNOWN_PARAMETER(unknown.replace(/[^\w.-]/g, '?').slice(0, 40), [...names])
    },
  }
}

function checkText(name: string, value: string): void {
  if (value.length > longest) throw errors.QUERY_INVALID(name, `at most ${longest} characters`)
  if (!isText(value)) throw errors.QUERY_INVALID(name, 'holds characters that no text has')
}

/** What PostgreSQL can hold and a person can have typed. */
export const isText = (value: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what is refused
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value)

/** Refuses a body of more bytes before it is read. */
export const atMost = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw errors.BODY_TOO_LARGE(bytes)
    },
  })

/** A page of another site may send, too, though it cannot read what is answered: it is not to keep this machine busy. */
export const fromHere: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin')
  if (origin !== undefined && origin !== new URL(context.req.url).origin && !isLocalOrigin(origin)) throw errors.ORIGIN_FOREIGN()
  await next()
}

/** A page that this machine serves, on any port: OpenRefine's. */
export const isLocalOrigin = (origin: string): boolean =>
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(origin)

/** @throws UserError BODY_TYPE_UNKNOWN, BODY_INVALID */
export async function readJson(context: Context): Promise<unknown> {
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(context.req.header('content-type') ?? ''))
    throw errors.BODY_TYPE_UNKNOWN('application/json')
  return parseJson('the body', await context.req.text())
}

/** @throws UserError BODY_INVALID, which says where and not what */
export function parseJson(where: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw errors.BODY_INVALID(where, 'is no JSON')
  }
}

/** @throws UserError BODY_INVALID where it is no object */
export function objectAt(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw errors.BODY_INVALID(where, 'is no object')
  return value as Record<string, unknown>
}

/** A key as it may stand in an error. */
export const shownKey = (key: string): string => key.replace(/[^\w .-]/g, '?').slice(0, 40)
