/** The rooms that answer beside the API: each gives its routes, whole paths, tried in this order; and the page of an error. */
import type { Hono } from 'hono'
import type { WebDependencies } from './dependencies.js'
import type { Problem } from './problems.js'

export const rooms: readonly ((dependencies: WebDependencies) => Hono)[] = []

/** The page that tells a person what went wrong; absent, it is told as a problem document. */
export const errorPage:
  | ((problem: Problem, language: 'en' | 'es', dependencies: WebDependencies) => Promise<string>)
  | undefined = undefined
