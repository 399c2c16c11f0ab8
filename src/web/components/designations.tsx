/** The lists that an entity stands on, with what each proves of time, and the alleged incidents that name it. */
import type { IncidentLine, ListingOf } from '../../ledger/read/incidents.js'
import { href, useSite } from '../site.js'
import { Flags } from './flag.js'
import { Publication } from './statements.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export function Designations({ listings, incidents }: { listings: readonly ListingOf[]; incidents: readonly IncidentLine[] }) {
  const site = useSite()
  const words = site.text.incident
  const days = [...new Set(listings.flatMap(({ seenOn }) => seenOn ?? []))]
  const inferred = listings.some(({ flags }) => flags.some(({ code }) => code === 'LIST_DAY_INFERRED'))
  return (
    <>
      {listings.length > 0 && (
        <section>
          <h2>{words.listings}</h2>
          <p class="notice">
            {words.listingsNote(days.join(', '))}
            {inferred && ` ${words.inferredNote}`}
          </p>
          <TableFrame label={words.listings}>
            <table class="statements">
              <caption class="visually-hidden">{words.listings}</caption>
              <TableHead
                columns={[
                  { words: words.listing },
                  { words: words.effect },
                  { words: words.program },
                  { words: words.dates },
                  { words: site.text.entity.where },
                ]}
              />
              <tbody>
                {listings.map((listing) => (
                  <Listing listing={listing} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </section>
      )}
      {incidents.length > 0 && (
        <section>
          <h2>{words.related}</h2>
          <p class="quiet small">{words.notJudged}</p>
          <ul>
            {incidents.map((incident) => (
              <li>
                <a href={href(site, `/incidents/${incident.id}`)}>{words.allegedThat(incident.value ?? words.nothingNamed)}</a>{' '}
                <span class="quiet small">
                  {words.says(incident.speaker ?? incident.sourceTitle ?? words.theSource)}
                  {incident.answers > 0 && ` · ${words.answers}: ${incident.answers}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Listing({ listing }: { listing: ListingOf }) {
  const site = useSite()
  const words = site.text.incident
  return (
    <tr>
      <th scope="row" class="wide">
        <span translate="no">
          {listing.authority}: {listing.list}
        </span>
        {listing.reason && <Printed text={listing.reason} />}
        {listing.flags.length > 0 && <Flags flags={listing.flags} />}
      </th>
      <td>{words.effects[listing.effect] ?? listing.effect}</td>
      <td translate="no">{[listing.program, listing.law].filter(Boolean).join(', ')}</td>
      <td>
        {listingDates(words, listing).map((text) => (
          <span class="line">{text}</span>
        ))}
      </td>
      <td class="small">
        <a href={href(site, `/sources/${listing.source}`)}>{listing.sourceFile}</a>
        {listing.place.row && `, ${site.text.entity.rowOf(listing.place.row, null)}`}
        {listing.cited.map((publication) => (
          <span class="line">
            <Publication publication={publication} />
          </span>
        ))}
      </td>
    </tr>
  )
}

/** A copy of a list proves the listing on its day alone, and a denial of a year says nothing of the next. */
function listingDates(words: ReturnType<typeof useSite>['text']['incident'], listing: ListingOf): string[] {
  const texts: string[] = []
  const flagged = (code: string) => listing.flags.some((flag) => flag.code === code)
  if (listing.listedPrinted)
    texts.push(words.listed(listing.listedPrinted) + (flagged('LIST_DAY_BY_HAND') ? ` (${words.byHand})` : ''))
  if (listing.delistedPrinted) texts.push(words.delisted(listing.delistedPrinted))
  if (listing.deniedIn !== null) texts.push(words.deniedIn(listing.deniedIn))
  if (listing.seenOn) texts.push(words.seenOn(listing.seenOn) + (flagged('LIST_DAY_INFERRED') ? ` (${words.dayInferred})` : ''))
  return texts.length > 0 ? texts : [words.undated]
}
