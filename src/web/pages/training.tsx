/** One training: each field as printed beside as read, where it stands, what it adds up to, how to cite and to quote it. */

import type { Child } from 'hono/jsx'
import type { PrintedCopy, TrainingView } from '../../ledger/read/views.js'
import { TotalsTable } from '../components/balance.js'
import { Flags } from '../components/flag.js'
import { Page } from '../components/page.js'
import { QuoteThis } from '../components/quote.js'
import { Printed, TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { countryName } from '../countries.js'
import { lackIn, noCourseIn } from '../lacking.js'
import { changeReasonIn, writerIn } from '../messages/reasons.js'
import type { Quotation } from '../quote/quotation.js'
import { href, useSite } from '../site.js'

export interface TrainingPageProps {
  view: TrainingView
  quotation: Quotation
  /** Address of the quotation's card as PNG. */
  card?: string
  /** The page's image with the row marked, or its outline: from the evidence room. */
  evidence?: Child
  /** Address of the image of the row alone, where the original is at hand. */
  rowImage?: string
  /** The citation as running text, and addresses of its other forms. */
  citation: { text: string; bibtex?: string; cslJson?: string }
}

export function TrainingPage({ view, quotation, card, evidence, rowImage, citation }: TrainingPageProps) {
  const site = useSite()
  const { text, format } = site
  const { training } = view
  const country = countryName(training.countryRef, site.language)
  // A row that names nobody is known by its course.
  const heading = training.recipientUnit ?? training.courseTitle
  const title = training.recipientUnit ? shorten(training.recipientUnit) : `${text.training.noRecipient}, ${country}`
  return (
    <Page
      title={`${title} – ${country}, ${training.fiscalYear}`}
      room="search"
      breadcrumb={[
        { text: text.rooms.countries, path: '/countries' },
        { text: country, path: `/countries/${training.countryRef.slug}` },
      ]}
      description={quotation.sentence}
    >
      <p class="kicker">{text.training.kicker(training.fiscalYear, training.report.replace('-', '–'))}</p>
      <h1 class="printed" translate={heading === null ? undefined : 'no'}>
        {heading === null ? text.training.noRecipient : shorten(heading)}
      </h1>
      {training.recipientUnit === null && training.courseTitle !== null ? (
        <p class="lede">{text.training.noRecipient}</p>
      ) : (
        <p class="lede" translate={training.courseTitle === null ? undefined : 'no'}>
          {training.courseTitle ?? noCourseIn(text, training)}
        </p>
      )}
      {view.withdrawn && (
        <p class="notice bad">
          {text.training.withdrawn(view.withdrawn.id, format.time(view.withdrawn.at))}{' '}
          {changeReasonIn(site.language, view.withdrawn.reason)}
        </p>
      )}
      {training.status === 'proposed' && <p class="notice">{text.training.proposedNotice}</p>}
      {view.countedAs && <Copy copy={view.countedAs} say={text.training.countedAs} />}
      {view.copies.map((copy) => (
        <Copy copy={copy} say={text.training.copyOf} />
      ))}
      <Reading view={view} />
      {evidence && (
        <section class="evidence" aria-labelledby="evidence">
          <h2 id="evidence">{text.training.evidence}</h2>
          {rowImage && (
            <TableFrame label={text.training.rowImage}>
              <img class="row-image" src={rowImage} alt={text.training.rowImage} width={1200} />
            </TableFrame>
          )}
          {evidence}
        </section>
      )}
      <section aria-labelledby="quote">
        <h2 id="quote">{text.quote.this}</h2>
        <QuoteThis quotation={quotation} card={card} />
      </section>
      <h2>{text.training.namings}</h2>
      <p>{text.proposal}</p>
      <Namings view={view} />
      {site.asOf === null && training.namings.length > 0 && (
        <p class="small no-print">
          <a href={href(site, `/queue/row/${training.id}`)} rel="nofollow">
            {text.namingJudging.link}
          </a>
        </p>
      )}
      <h2>{text.training.flags}</h2>
      <Flags flags={training.flags} />
      <h2>{text.training.cite}</h2>
      <p class="citation">{citation.text}</p>
      {citation.bibtex && citation.cslJson && (
        <p class="small no-print">
          <a href={citation.bibtex}>BibTeX</a> · <a href={citation.cslJson}>CSL-JSON</a>
        </p>
      )}
      <h2>{text.training.balance}</h2>
      {view.equalRows > 0 && <p>{text.training.equalRows(view.equalRows)}</p>}
      {view.totals.length > 0 ? (
        <TotalsTable totals={view.totals} caption={text.training.totals} />
      ) : (
        <p>{text.quote.noTotals}</p>
      )}
      <h2>{text.training.history}</h2>
      <p>
        {text.training.written(view.written.id, format.time(view.written.at), writerIn(site.language, view.written.actor))}{' '}
        {changeReasonIn(site.language, view.written.reason)}
      </p>
    </Page>
  )
}

/** The same printed row in another file of the report. */
function Copy({ copy, say }: { copy: PrintedCopy; say: (place: string, file: string) => string }) {
  const site = useSite()
  const { text } = site
  return (
    <p class="notice">
      {say(
        copy.pageLabel ? text.place.label(copy.pageLabel) : copy.page === null ? '' : text.place.page(copy.page),
        copy.sourceFile,
      )}{' '}
      <a href={href(site, `/trainings/${copy.id}`)}>{text.training.otherCopy}</a>
    </p>
  )
}

const longestHeading = 200
const shorten = (cell: string) => (cell.length > longestHeading ? `${cell.slice(0, longestHeading).trimEnd()}…` : cell)

/** Every field twice: what the source prints, and what was read of it. */
function Reading({ view }: { view: TrainingView }) {
  const site = useSite()
  const { text, format } = site
  const { training, source } = view
  const place = training.places[0]
  const pages = training.places.map((each) =>
    each.pageLabel
      ? text.place.label(each.pageLabel)
      : each.page
        ? text.place.page(each.page)
        : each.row
          ? text.place.row(each.row)
          : '',
  )
  const dated = (printed: string | null, read: string | null) => ({ printed, read: read && format.date(read) })
  const start = dated(training.startPrinted, training.startDate)
  const end = dated(training.endPrinted, training.endDate)
  const programAgency = training.agency ? (text.agencies[training.agency] ?? training.agency) : null
  return (
    <TableFrame label={text.training.reading}>
      <table class="reading">
        <caption class="visually-hidden">{text.training.reading}</caption>
        <TableHead
          columns={[{ words: text.training.field }, { words: text.training.asPrinted }, { words: text.training.asRead }]}
        />
        <tbody>
          <Field
            name={text.fields.country}
            printed={training.country}
            read={
              <>
                <a href={href(site, `/countries/${training.countryRef.slug}`)}>
                  {countryName(training.countryRef, site.language)}
                </a>{' '}
                <span class="quiet">{training.countryCode ?? text.training.noCode}</span>
              </>
            }
          />
          <Field name={text.fields.region} printed={training.region} />
          <Field
            name={text.fields.program}
            printed={training.program}
            read={
              <>
                <a href={href(site, `/programs/${training.programRef.slug}`)} translate="no">
                  {training.programRef.code}
                </a>
                {training.programFamily && training.programFamily !== training.programRef.code && (
                  <span class="quiet">
                    {' '}
                    {text.fields.family}: {training.programFamily}
                  </span>
                )}
                {programAgency && <span class="quiet"> · {programAgency}</span>}
              </>
            }
          />
          <Field name={text.fields.fiscalYear} read={<>{training.fiscalYear}</>} />
          <Field name={text.facets.status} read={<>{text.statuses[training.status]}</>} />
          <Field name={text.fields.course} printed={training.courseTitle} blank={lackIn(text, training, 'title')} />
          <Field name={text.fields.recipient} printed={training.recipientUnit} read={<Named view={view} as="recipient" />} />
          <Field name={text.fields.deliverer} printed={training.deliveryUnit} read={<Named view={view} as="delivery" />} />
          <Field
            name={text.fields.deliveryQuantity}
            printed={training.deliveryQuantity === null ? null : undefined}
            read={training.deliveryQuantity === null ? undefined : <>{format.number(training.deliveryQuantity)}</>}
          />
          <Field name={text.fields.location} printed={training.location} />
          <Field
            name={text.fields.sessions}
            printed={
              training.quantity !== null && training.quantityHeader ? text.training.header(training.quantityHeader) : undefined
            }
            blank={lackIn(text, training, 'quantity')}
            read={training.quantity === null ? undefined : <>{format.number(training.quantity)}</>}
          />
          <Field
            name={text.fields.cost}
            blank={lackIn(text, training, 'cost')}
            read={
              training.cents === null ? undefined : (
                <>
                  {format.dollars(training.cents)} {training.cents === 0 && <span class="quiet">{text.training.zeroCost}</span>}
                </>
              )
            }
          />
          <Field name={text.fields.start} printed={start.printed} read={start.read ? <>{start.read}</> : undefined} />
          <Field name={text.fields.end} printed={end.printed} read={end.read ? <>{end.read}</> : undefined} />
          <Field
            name={text.fields.place}
            printed={place?.pageLabel ?? undefined}
            read={
              <>
                <a
                  href={href(site, `/sources/${training.sourceId}`, place?.page ? { page: String(place.page) } : {})}
                  lang={source.language ?? undefined}
                >
                  {source.title}
                </a>
                <span class="quiet">
                  {' '}
                  {source.fileName}, {pages.join(', ')}
                </span>
              </>
            }
          />
        </tbody>
      </table>
    </TableFrame>
  )
}

/** A field that the source does not print, was not read, or is kept only as read, says so: a dash would say that it is not printed. */
function Field({ name, printed, read, blank }: { name: string; printed?: string | null; read?: Child; blank?: string }) {
  const { text } = useSite()
  const lack = blank ?? text.figures.notPrinted
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {printed === undefined ? (
          <span class="none">{read === undefined ? lack : text.training.onlyRead}</span>
        ) : (
          <Printed text={printed} blank={lack} />
        )}
      </td>
      <td>{read ?? <span class="none">{printed ? text.training.same : '–'}</span>}</td>
    </tr>
  )
}

function Named({ view, as }: { view: TrainingView; as: 'recipient' | 'delivery' }) {
  const site = useSite()
  const named = view.training.namings.filter((naming) => naming.role === as)
  if (named.length === 0) return <span class="none">–</span>
  if (named.length > 1) return <a href="#namings">{site.text.training.severalNames(named.length)}</a>
  return (
    <a href={href(site, `/names/${named[0]?.nameId}`)}>
      <Printed text={named[0]?.text ?? null} />
    </a>
  )
}

function Namings({ view }: { view: TrainingView }) {
  const site = useSite()
  const { text, format } = site
  const { namings } = view.training
  if (namings.length === 0) return <p class="quiet">{text.training.noNamings}</p>
  return (
    <TableFrame label={text.training.namings}>
      <table id="namings" class="names">
        <caption class="visually-hidden">{text.training.namings}</caption>
        <TableHead
          columns={[
            { words: text.fields.printedName },
            { words: text.training.role },
            { words: text.fields.class },
            { figures: text.training.count },
          ]}
        />
        <tbody>
          {namings.map((naming) => (
            <tr>
              <th scope="row">
                <a href={href(site, `/names/${naming.nameId}`)}>
                  <Printed text={naming.text} />
                </a>
              </th>
              <td>{naming.role === 'recipient' ? text.fields.recipient : text.fields.deliverer}</td>
              <td>{naming.recipientClass ? text.classes[naming.recipientClass] : '–'}</td>
              <td class="number">{naming.count === null ? '–' : format.number(naming.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
