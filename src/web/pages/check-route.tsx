/** Loads a check that an address asks for. What a form sends is led to the address of the same check in its fixed form. */
import { readCheckQuery, writeCheckQuery } from '../../analysis/check-query.js'
import { errors } from '../../ledger/errors.js'
import { checkAsked } from '../check-view.js'
import type { WebDependencies } from '../dependencies.js'
import { cardResponse, drawQuotation } from '../evidence.js'
import type { Asked } from './asked.js'
import { CheckPage, quotationOfCheck } from './check.js'

/** The quotation of a check as a picture. */
export async function checkCard(
  dependencies: WebDependencies,
  { context, parameters, language, site }: Asked,
): Promise<Response> {
  const query = readCheckQuery(parameters)
  const { check, head } = await checkAsked(dependencies, query)
  if (check === null) throw errors.NOT_FOUND('picture')
  return cardResponse(context, await drawQuotation(dependencies, quotationOfCheck(site(head), query, check), language))
}

export async function checkPage(
  dependencies: WebDependencies,
  { context, parameters, send, language }: Asked,
): Promise<Response> {
  const query = readCheckQuery(parameters)
  // As a form sends it: places in words, and fields that were left blank.
  if (query.place !== '' || [...parameters.values()].includes('')) {
    const asked = query.measure !== undefined && query.value === undefined && query.value_to === undefined ? {} : query
    const written = writeCheckQuery(asked).toString().replaceAll('%2C', ',')
    return context.redirect(`/${language}/checks${written ? `?${written}` : ''}`, 303)
  }
  const { check, head } = await checkAsked(dependencies, query)
  return send(head, () => <CheckPage query={query} check={check} />)
}
