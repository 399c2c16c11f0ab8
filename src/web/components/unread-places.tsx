/** What is inside a source's tables and could not be read: its words, where they stand and why. No figure counts it. */
import type { UnreadPlace } from '../../ledger/records.js'
import { href, useSite } from '../site.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export function UnreadPlaces({ places, source }: { places: readonly UnreadPlace[]; source: string }) {
  const site = useSite()
  const { text, format } = site
  if (places.length === 0) return <p>{text.sources.allRead}</p>
  return (
    <>
      <p>{text.sources.unread(places.length, format.number(places.length))}</p>
      <TableFrame label={text.sources.unreadCaption}>
        <table>
          <caption>{text.sources.unreadCaption}</caption>
          <TableHead
            columns={[{ words: text.sources.unreadWords }, { words: text.sources.unreadReason }, { words: text.fields.place }]}
          />
          <tbody>
            {places.map(({ place, text: printed, reason }) => (
              <tr>
                <th scope="row">
                  <Printed text={printed} />
                </th>
                <td lang={text.sources.unreadReasons[reason] === undefined ? 'en' : undefined}>
                  {text.sources.unreadReasons[reason] ?? reason}
                </td>
                <td>
                  {place.page === null ? (
                    text.place.row(place.row ?? 0)
                  ) : (
                    <a href={`${href(site, `/sources/${source}`, { page: String(place.page) })}#page`}>
                      {place.pageLabel ?? text.sources.page(place.page)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  )
}
