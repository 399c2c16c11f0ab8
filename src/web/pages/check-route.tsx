/** Loads a check that an address asks for. What a form sends is led to the address of the same check in its fixed form. */
import { readCheckQuery, writeCheckQuery } from '../../analysis/check-query.js'
import { checkAsked } from '../check-view.js'
import type { WebDependencies } from '../dependencies.js'
import { CheckPage } from './check.js'
import type { Asked } from './routes.js'

export async function checkPage(
  dependencies: WebDependencies,
  { context, parameters, send, language }: Asked,
): Promise<Response> {
  const query = readCheckQuery(parameters)
  // Of a form: places in words, and fields that were left blank.
  if (query.place !== '' || [...parameters.values()].includes('')) {
    const asked = query.measure !== undefined && query.value === undefined && query.value_to === undefined ? {} : query
    const written = writeCheckQuery(asked).toString().replaceAll('%2C', ',')
    return context.redirect(`/${language}/checks${written ? `?${written}` : ''}`, 303)
  }
  const { check, head } = await checkAsked(dependencies, query)
  return send(head, () => <CheckPage query={query} check={check} />)
}
