/**
 * Refuses an address that asks for a country, programme or family that nothing is called, whatever the address lists. What lists in the web takes these
 * goes through here before it is read, so that no listing answers a mistyped name with "no row".
 */

import { errors } from '../ledger/errors.js'
import { asOfText } from '../ledger/read/as-of.js'
import { isHeld, isInTables, isNamed, isSaid, nothingCalled } from '../ledger/read/known-values.js'
import type { WebDependencies } from './dependencies.js'

/** A check asks in words of its own, and says of a programme that it does not know what it cannot check. */
const asksInWords = /\/checks(?:\.|$)/

/** @throws UserError QUERY_INVALID with the parameter in `place.column` */
export async function refuseUnknown(
  { reading }: Pick<WebDependencies, 'reading'>,
  path: string,
  parameters: URLSearchParams,
): Promise<void> {
  if (asksInWords.test(path)) return
  for (const [parameter, given] of parameters) {
    if (!isNamed(parameter)) continue
    if (/\p{Cc}/u.test(given)) throw errors.QUERY_INVALID(parameter, 'holds control characters')
    // A printed country may hold a comma itself: "Congo, Republic of".
    const unknown = isInTables(parameter, given)
      ? []
      : given.split(',').filter((value) => value.trim() !== '' && !isInTables(parameter, value))
    if (unknown.length === 0) continue
    const asOf = asOfText.safeParse(parameters.get('as_of')).data
    await reading.within(asOf, async ({ client }, { cube }) => {
      if (isHeld(cube, parameter, given) || (parameter === 'country' && (await isSaid(client, given)))) return
      for (const value of unknown)
        if (!isHeld(cube, parameter, value) && !(parameter === 'country' && (await isSaid(client, value.trim()))))
          throw nothingCalled(parameter, value.trim().slice(0, 80))
    })
  }
}
