/** The address of what was withdrawn: it leads to what took its place, or says that it was withdrawn and where it still stands. */
import type { Whereabouts } from '../../ledger/changesets/whereabouts.js'
import { errors } from '../../ledger/errors.js'
import { href } from '../site.js'
import type { Asked } from './asked.js'
import { ErrorPage } from './error.js'

const things = { trainings: 'training', sources: 'source' }

export function withdrawn(
  { successor, withdrawn }: Extract<Whereabouts, { state: 'withdrawn' }>,
  { context, language, send }: Asked,
  room: keyof typeof things,
  id: string,
): Response {
  if (successor !== null) return context.redirect(href({ language, asOf: null }, `/${room}/${successor}`), 303)
  const { code, message, remedy } = errors.WITHDRAWN(things[room], null)
  const lastState = { path: `/${room}/${id}`, changeset: withdrawn - 1 }
  return send(null, () => <ErrorPage status={410} {...{ code, message, remedy, lastState }} />, 410)
}
