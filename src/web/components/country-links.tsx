/** Where a claim speaks of a country, the way to what the record has of it: no unit or body is made of a country's name. */
import { countriesOf } from '../../analysis/claim-list.js'
import type { Claim } from '../../ledger/claims.js'
import { countryInWords } from '../countries.js'
import { href, useSite } from '../site.js'

/** Countries that the claim's words name, a few: a region is a list of many. */
const mostCountries = 6

/** Where what the record has of the countries that a claim names stands. */
export function CountryLinks({ claim }: { claim: Claim }) {
  const site = useSite()
  const codes = countriesOf(claim)
  if (codes.length === 0 || codes.length > mostCountries) return null
  return (
    <>
      {site.text.article.seeCountry}{' '}
      {codes.map((code, index) => (
        <>
          {index > 0 && ', '}
          <a href={href(site, `/countries/${code.toLowerCase()}`)}>{countryInWords(code, site.language)}</a>
        </>
      ))}
      .
    </>
  )
}
