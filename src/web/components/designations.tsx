/** The lists that an entity stands on, with what each proves of time, and the alleged incidents that name it. */
import { disputing } from '../../analysis/disputed.js'
import { answersShown } from '../../ledger/read/answers.js'
import type { SaidOf } from '../../ledger/read/entity.js'
import type { IncidentLine, ListingOf } from '../../ledger/read/incidents.js'
import type { OpenAnswer } from '../../ledger/read/open-answers.js'
import { href, useSite } from '../site.js'
import { Flags } from './flag.js'
import { OpenAnswers } from './open-answers.js'
import { RespondLink } from './respond-link.js'
import { Disputed, Saying } from './saying.js'
import { Publication } from './statements.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface DesignationsProps {
  id: string
  listings: readonly ListingOf[]
  incidents: readonly IncidentLine[]
  /** Denials, doubts and replies, by the incident or listing that they answer. */
  answers: ReadonlyMap<string, readonly SaidOf[]>
  /** By incident, what its article says against it that nobody has decided on. */
  open: ReadonlyMap<string, readonly OpenAnswer[]>
  /** Replies to what is said of it as a whole. */
  replies: readonly SaidOf[]
}

/** Answers shown under one allegation; the page of the incident has them all. */
const mostAnswers = 4

export function Designations({ id, listings, incidents, answers, open, replies }: DesignationsProps) {
  const site = useSite()
  const words = site.text.incident
  const seen = listings.filter(({ delistedPrinted }) => delistedPrinted === null)
  const days = [...new Set(seen.flatMap(({ seenOn }) => seenOn ?? []))]
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
          {listings.some(({ deniedIn, effect }) => deniedIn !== null || effect === 'ineligible for assistance') && (
            <p class="quiet small">{words.leahyNote}</p>
          )}
          <TableFrame label={words.listings}>
            <table class="records">
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
          {listings.map(({ id: listing, list, program }) => {
            const answered = answers.get(listing) ?? []
            return (
              answered.length > 0 && (
                <section class="answers">
                  <h3>{site.text.respond.toListing([list, program].filter(Boolean).join(', '))}</h3>
                  {answered.map((statement) => (
                    <Saying statement={statement} />
                  ))}
                </section>
              )
            )
          })}
        </section>
      )}
      {incidents.length > 0 && (
        <section>
          <h2>{words.related}</h2>
          <p class="quiet small">{words.notJudged}</p>
          <ul class="plain">
            {incidents.map((incident) => (
              <Allegation
                accused={id}
                incident={incident}
                answers={answers.get(incident.id) ?? []}
                open={open.get(incident.id) ?? []}
              />
            ))}
          </ul>
        </section>
      )}
      {replies.length > 0 && (
        <section class="answers">
          <h2>{site.text.respond.replies}</h2>
          {replies.map((statement) => (
            <Saying statement={statement} />
          ))}
        </section>
      )}
      <RespondLink id={id} />
    </>
  )
}

/** What is alleged, and under it, at the same size, what answers it. */
interface AllegationProps {
  accused: string
  incident: IncidentLine
  answers: readonly SaidOf[]
  open: readonly OpenAnswer[]
}

function Allegation({ accused, incident, answers, open }: AllegationProps) {
  const site = useSite()
  const { text } = site
  const words = text.incident
  const shown = answersShown(answers)
  return (
    <li class="allegation">
      <blockquote class="saying">
        <p class="printed">
          <a href={href(site, `/incidents/${incident.id}`)}>{words.allegedThat(incident.value ?? words.nothingNamed)}</a>
        </p>
        <p class="small">
          <strong>{words.says(incident.speaker ?? incident.sourceTitle ?? words.theSource)}</strong>{' '}
          <Disputed answers={disputing(answers, accused)} />
        </p>
      </blockquote>
      {shown.slice(0, mostAnswers).map((statement) => (
        <Saying statement={statement} />
      ))}
      <OpenAnswers open={open} />
      {shown.length > mostAnswers && (
        <p class="small">
          <a href={href(site, `/incidents/${incident.id}`)}>{`${words.answers}: ${site.format.number(shown.length)}`}</a>
        </p>
      )}
    </li>
  )
}

/** Said in words beside the day, with the publication where it stands. */
const saidInWords: ReadonlySet<string> = new Set(['LIST_DAY_BY_HAND', 'LIST_DAY_INFERRED'])

function Listing({ listing }: { listing: ListingOf }) {
  const site = useSite()
  const words = site.text.incident
  const doubts = listing.flags.filter(({ code }) => !saidInWords.has(code))
  return (
    <tr>
      <th scope="row" class="wide">
        <span translate="no">
          {listing.authority}: {listing.list}
        </span>
        {listing.reason && <Printed text={listing.reason} />}
        {doubts.length > 0 && <Flags flags={doubts} />}
      </th>
      <td data-label={words.effect}>{words.effects[listing.effect] ?? listing.effect}</td>
      <td translate="no" data-label={words.program}>
        {[listing.program, listing.law].filter(Boolean).join(', ')}
      </td>
      <td class="wide">
        {listingDates(words, listing).map((text) => (
          <span class="line">{text}</span>
        ))}
      </td>
      <td class="small wide">
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
  // A copy that says it was taken off shows nobody on the list, and one that gives the day tells since when.
  const seen = listing.delistedPrinted ? words.inCopyOf : listing.listedPrinted ? words.seenOnly : words.seenOn
  if (listing.seenOn) texts.push(seen(listing.seenOn) + (flagged('LIST_DAY_INFERRED') ? ` (${words.dayInferred})` : ''))
  return texts.length > 0 ? texts : [words.undated]
}
