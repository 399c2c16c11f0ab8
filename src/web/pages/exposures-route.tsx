/** Loads the page of findings of a state, and what the ledger did not cover in it. */
import type { WebDependencies } from '../dependencies.js'
import { coverageOfFindings } from '../exposure-coverage.js'
import { readExposureQuery, readFiltered } from '../exposure-view.js'
import type { Asked } from './asked.js'
import { ExposuresPage } from './exposures.js'

export async function exposuresPage(dependencies: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const query = readExposureQuery(parameters)
  const { found, names, head } = await readFiltered(dependencies, query)
  const coverage = await coverageOfFindings(dependencies, query, head)
  return send(head, () => <ExposuresPage query={query} asked={parameters} found={found} names={names} coverage={coverage} />)
}
