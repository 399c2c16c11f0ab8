/**
 * Refuses an address that asks for a country, programme or family that nothing is called, or for a report that is not held, whatever the address lists. What
 * lists in the web takes these goes through here before it is read, so that no listing answers a mistyped name with "no row".
 */

import { errors } from '../ledger/errors.js'
import { asOfText } from '../ledger/read/as-of.js'
import { isHeld, isInTables, isNamed, isSaid, nothingCalled, reportsHeld } from '../ledger/read/known-values.js'
import type { WebDependencies } from './dependencies.js'

/** A check asks in words of its own, and says of a programme that it does not know what it cannot check. */
const asksInWords = /\/checks(?:\.|$)/

/** @throws UserError QUERY_INVALID, REPORT_UNKNOWN, with the parameter in `place.column` */
export async function refuseUnknown(
  { reading }: Pick<WebDependencies, 'reading'>,
  path: string,
  parameters: URLSearchParams,
): Promise<void> {
  if (asksInWords.test(path)) return
  const asOf = asOfText.safeParse(parameters.get('as_of')).data
  // What is no report's name is refused where the address is read.
  const reports = parameters.getAll('report').flatMap((given) => given.split(',').filter((value) => /^\d{4}-\d{4}$/.test(value)))
  if (reports.length > 0) {
    const held = await reading.within(asOf, ({ client }, { past }) => reportsHeld(client, past))
    const unknown = reports.find((report) => !held.includes(report))
    if (unknown !== undefined) throw errors.REPORT_UNKNOWN(unknown, held, { column: 'report' })
  }
  for (const [parameter, given] of parameters) {
    if (!isNamed(parameter)) continue
    if (/\p{Cc}/u.test(given)) throw errors.QUERY_INVALID(parameter, 'holds control characters')
    // A printed country may hold a comma itself: "Congo, Republic of".
    const unknown = isInTables(parameter, given)
      ? []
      : given.split(',').filter((value) => value.trim() !== '' && !isInTables(parameter, value))
    if (unknown.length === 0) continue
    await reading.within(asOf, async ({ client }, { cube }) => {
      if (isHeld(cube, parameter, given) || (parameter === 'country' && (await isSaid(client, given)))) return
      for (const value of unknown)
        if (!isHeld(cube, parameter, value) && !(parameter === 'country' && (await isSaid(client, value.trim()))))
          throw nothingCalled(parameter, value.trim().slice(0, 80))
    })
  }
}
