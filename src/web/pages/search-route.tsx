/** Loads the listing of trainings by words and what else is asked, and the quotation of its sum as page and picture. */
import { stateInAddress } from '../../ledger/read/as-of.js'
import { readTrainingQuery, writeTrainingQuery } from '../../ledger/read/query.js'
import { searchUnits } from '../../ledger/read/unit-listing.js'
import { searchKey } from '../../names/search-key.js'
import type { WebDependencies } from '../dependencies.js'
import { coverageScope } from '../dependencies.js'
import { cardResponse, drawQuotation } from '../evidence.js'
import { countriesOfWords } from '../known-pages.js'
import { inOtherWays } from '../other-ways.js'
import { searchPeople } from '../people-view.js'
import { sumQuotation } from '../quote/quoted-sum.js'
import { siblingsOf } from '../sibling-programs.js'
import { href } from '../site.js'
import { otherSpellings, wordsApart } from '../words-found.js'
import { askedByFilters, yearsNotHeld } from '../words-meant.js'
import type { Asked } from './asked.js'
import { QuotePage } from './quote.js'
import { SearchPage } from './search.js'

export async function searchPage(dependencies: WebDependencies, { parameters, language, send }: Asked): Promise<Response> {
  const { reading, coverage, knownPages } = dependencies
  const query = readTrainingQuery(parameters)
  const result = await reading.search(query)
  const covered = { ...result, coverage: await coverage(coverageScope(query), query.as_of, result.head) }
  // Names are resolved for the present alone.
  const asked = query.q !== '' && query.as_of === undefined && query.cursor === undefined
  const country = query.country.length === 1 ? query.country[0]!.toUpperCase() : null
  const units = asked ? await searchUnits(reading, { q: query.q, kind: [], country, limit: 10 }, searchKey) : undefined
  const people = asked
    ? (await searchPeople(dependencies, { q: query.q, country: country ?? '' }, undefined, result.head)).people
    : []
  const ways = query.cursor === undefined ? await inOtherWays(reading, query, result.total) : null
  const nothing = result.total === 0 && query.q !== ''
  const apart = nothing ? await wordsApart(reading, query) : []
  const spelled = nothing ? await otherSpellings(reading, query) : []
  const first = query.cursor === undefined
  const byFilters = first ? await askedByFilters(reading, query, result.total) : null
  const named = byFilters === null && asked && country === null ? countriesOfWords(await knownPages(language), query.q) : []
  const siblings = first ? await siblingsOf(reading, query) : null
  const unheld = await yearsNotHeld(reading, [...query.year, ...(byFilters?.meant.year ?? [])], query.as_of)
  return send(result.head, () => (
    <SearchPage
      query={query}
      result={covered}
      byFilters={byFilters}
      named={named}
      siblings={siblings}
      unheld={unheld}
      people={people}
      apart={apart}
      spelled={spelled}
      ways={ways}
      {...(units && { units })}
    />
  ))
}

export async function quotePage(dependencies: WebDependencies, asked: Asked): Promise<Response> {
  const { query, covered, head, quotation } = await quoted(dependencies, asked)
  const card = href(asked.site(head), '/quote.png', writeTrainingQuery({ ...query, as_of: stateInAddress(head) }))
  return asked.send(head, () => <QuotePage query={query} result={covered} quotation={quotation} card={card} />)
}

export async function quoteCard(dependencies: WebDependencies, asked: Asked): Promise<Response> {
  const { quotation } = await quoted(dependencies, asked)
  return cardResponse(asked.context, await drawQuotation(dependencies, quotation, asked.language))
}

/** The sum of a question without its rows, and the sentence that says it. */
async function quoted({ reading, coverage }: WebDependencies, { parameters, site }: Asked) {
  const { cursor: _cursor, ...query } = readTrainingQuery(parameters)
  const result = await reading.search({ ...query, limit: 1 })
  const { head } = result
  const covered = { ...result, coverage: await coverage(coverageScope(query), query.as_of, head) }
  const quotation = await sumQuotation(reading, site(head), query, covered, await siblingsOf(reading, query))
  return { query, covered, head, quotation }
}
