/** People whom sources name. That somebody is listed says nothing against them. */
import type { PersonRow } from '../../ledger/read/people.js'
import { countryInWords } from '../countries.js'
import { href, useSite } from '../site.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

/** Other names shown beside the first; the person's page has all. */
const most = 3

export function PersonList({ people, caption }: { people: readonly PersonRow[]; caption: string }) {
  const site = useSite()
  const { text, format } = site
  const words = text.people
  return (
    <TableFrame label={caption}>
      <table class="records">
        <caption class="visually-hidden">{caption}</caption>
        <TableHead columns={[{ words: words.person }, { words: text.fields.country }, { figures: words.postings }]} />
        <tbody>
          {people.map(({ id, name, names, countries, postings }) => (
            <tr>
              <th scope="row" class="wide">
                <a href={href(site, `/people/${id}`)}>
                  <Printed text={name} />
                </a>
                {names.length > 1 && (
                  <span class="line quiet small">
                    {words.also}{' '}
                    <span translate="no">
                      {names.slice(1, 1 + most).join('; ')}
                      {names.length > 1 + most && ' …'}
                    </span>
                  </span>
                )}
              </th>
              <td data-label={text.fields.country}>
                {countries.length > 0 ? countries.map((one) => countryInWords(one, site.language)).join(', ') : '–'}
              </td>
              <td class="number" data-label={words.postings}>
                {postings > 0 ? format.number(postings) : <span class="none">{words.noPosting}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
