/**
 * Where whoever is named answers, and has an error corrected: how a reply is sent, for readers; the forms by which one that was received is entered and
 * a statement, a listing or a judgement is corrected, for whoever may.
 */

import type { Answerable } from '../../../ledger/read/answerable.js'
import type { SaidOf } from '../../../ledger/read/entity.js'
import type { ListingOf } from '../../../ledger/read/incidents.js'
import { Choice, DateField, Radios, TextArea, TextField } from '../../components/entry-fields.js'
import { EntryForm, type FormView } from '../../components/entry-frame.js'
import { Page } from '../../components/page.js'
import { StatementLine } from '../../components/statement-line.js'
import { entityPath } from '../../components/statements.js'
import { Printed } from '../../components/table.js'
import { disputes, everybody, howReceived } from '../../entry/read-answer.js'
import { statuses } from '../../entry/read-statement.js'
import { writerIn } from '../../messages/reasons.js'
import { href, type Site, useSite } from '../../site.js'
import { FileField, optionsOf } from './forms.js'

type About = Pick<Answerable, 'id' | 'kind' | 'name'>

/** An incident is called by what is alleged, and as that. */
const calledIn = ({ text }: Pick<Site, 'text'>, { kind, name }: About): string =>
  kind === 'incident' ? text.incident.allegedThat(name) : name

const trailIn = (site: Site, about: About) => [{ text: calledIn(site, about), path: entityPath(about) }]

export interface RespondPageProps {
  about: Answerable
  /** Null where the reader may not enter anything. */
  token: string | null
  contact: string | null
}

export function RespondPage({ about, token, contact }: RespondPageProps) {
  const site = useSite()
  const { text } = site
  const words = text.respond
  return (
    <Page title={words.title(calledIn(site, about))} unlisted breadcrumb={trailIn(site, about)}>
      <h1>{words.title(calledIn(site, about))}</h1>
      <p class="lede">{words.lede}</p>
      <section>
        <h2>{words.howTo}</h2>
        <p>
          <strong>{contact ? words.sendTo(contact) : words.sendToNobody}</strong>
        </p>
        <p>
          {words.say} <code>{`${site.origin}/${site.language}${entityPath(about)}`}</code>
        </p>
        <p>{words.published}</p>
        <p class="quiet">{words.notSent}</p>
      </section>
      <section>
        <h2>{words.answerThis}</h2>
        {about.matters.length === 0 && <p class="none">{words.nothing}</p>}
        <ul>
          {about.matters.map(({ id, what, who, ...matter }) => (
            <li>
              {matterInWords(text, { what, ...matter })} <span class="quiet small">{who && text.incident.says(who)}</span>{' '}
              {token !== null && (
                <a href={href(site, '/enter/reply', { entity: about.id, matter: id })}>
                  {words.enter}
                  <span class="visually-hidden">: {what}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
        {token !== null && about.kind !== 'incident' && (
          <p>
            <a href={href(site, '/enter/reply', { entity: about.id })}>{words.enterWhole}</a>
          </p>
        )}
      </section>
      {token !== null && <Corrections about={about} token={token} />}
    </Page>
  )
}

/** Every statement of it with a way to correct it, the lists that it stands on, and what was judged of its names. */
function Corrections({ about, token }: { about: Answerable; token: string }) {
  const site = useSite()
  const { text } = site
  const words = text.respond
  const said = (Object.values(about.facts.said).flat() as SaidOf[]).concat(
    about.kind === 'incident' ? [] : ((about.facts.saidWith.perpetrator ?? []) as SaidOf[]),
  )
  return (
    <>
      <section>
        <h2>{words.statements}</h2>
        <p class="quiet small">{words.statementsNote}</p>
        <ul class="plain corrections">
          {said.map((statement) => (
            <li>
              <StatementLine statement={statement} />
              <p class="small">
                <a href={href(site, '/enter/correction', { statement: statement.id })}>{text.entry.correctLink}</a>
                {statement.stance === 'asserts' && (
                  <>
                    {' '}
                    · <a href={href(site, '/enter/denial', { of: statement.id })}>{text.entry.denyLink}</a>
                  </>
                )}
                <span class="visually-hidden">: {statement.value ?? text.entity.properties[statement.property]}</span>
              </p>
            </li>
          ))}
          {about.matters
            .filter(({ kind }) => kind === 'listing')
            .map(({ id, what, who, seenOn }) => (
              <li>
                <p>
                  <strong>{words.listing}:</strong>{' '}
                  {[who, what, seenOn && text.incident.seenOn(seenOn)].filter(Boolean).join(', ')}
                </p>
                <p class="small">
                  <a href={href(site, '/enter/correction', { designation: id })}>{text.entry.correctLink}</a>
                  <span class="visually-hidden">: {what}</span>
                </p>
              </li>
            ))}
        </ul>
      </section>
      {about.kind !== 'incident' && about.kind !== 'person' && (
        <section>
          <h2>{words.judgements}</h2>
          <p>
            <a href={href(site, `/queue/unit/${about.id}`)}>{words.putRight}</a>
          </p>
          {about.judged.length > 0 && <p class="quiet small">{words.judgementsNote}</p>}
          <ul class="plain">
            {about.judged.map(({ changeset, verdict, subject, others, reviewer, note }) => (
              <li>
                <form method="post" action={href(site, '/queue/undo')}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="changeset" value={changeset} />
                  <span translate="no">{`${subject}: ${words.verdicts[verdict] ?? verdict}`}</span>{' '}
                  <span class="quiet small">
                    {[reviewer && writerIn(site.language, reviewer), note].filter(Boolean).join(': ')}
                  </span>{' '}
                  <button type="submit" class="plain">
                    {text.entry.undo}
                    {others > 0 && ` (${words.withOthers(others)})`}
                    <span class="visually-hidden">: {subject}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export function ReplyFormPage({ view, about }: { view: FormView; about: Answerable }) {
  const site = useSite()
  const { text } = site
  const words = text.respond
  const { typed } = view
  const disputed = disputes.filter((one) => one !== 'perpetrator' || about.accused.length > 0)
  return (
    <Page title={text.entry.forms.reply} unlisted breadcrumb={trailIn(site, about)}>
      <p class="kicker">{calledIn(site, about)}</p>
      <h1>{text.entry.forms.reply}</h1>
      <EntryForm
        view={view}
        action="/enter/reply"
        file
        submit={words.submit}
        beside={
          <>
            <h2>{words.answerThis}</h2>
            <Matters about={about} />
            <p class="quiet small">{words.published}</p>
          </>
        }
      >
        <input type="hidden" name="entity" value={about.id} />
        <TextField typed={typed} name="who" label={words.who} hint={words.whoHint} required />
        <DateField typed={typed} name="on" label={words.on} />
        <Radios typed={typed} name="received" label={words.received} options={optionsOf(howReceived, words.how)} />
        <Choice
          typed={typed}
          name="matter"
          label={words.matter}
          blank={words.wholePage}
          options={about.matters.map(({ id, what, who }) => ({
            value: id,
            text: [what || text.incident.nothingNamed, who].filter(Boolean).join(' – ').slice(0, 160),
          }))}
        />
        <Radios
          typed={typed}
          name="disputes"
          label={words.disputes}
          options={optionsOf(disputed, words.disputed)}
          preset="neither"
        />
        {about.accused.length > 1 && (
          <Choice
            typed={typed}
            name="accused"
            label={words.accused}
            hint={words.accusedHint}
            blank=""
            options={[
              ...about.accused.map(({ id, name }) => ({ value: id, text: name.slice(0, 160) })),
              { value: everybody, text: words.allAccused },
            ]}
          />
        )}
        <TextArea typed={typed} name="text" label={words.text} rows={10} />
        <FileField view={view} />
        <TextField typed={typed} name="url" label={words.address} type="url" most={2000} />
        <TextField typed={typed} name="title" label={words.titleField} />
      </EntryForm>
    </Page>
  )
}

/** What can be answered: an allegation as one, a listing with what is known of its time. */
function matterInWords(
  text: Site['text'],
  { kind, what, seenOn }: Pick<Answerable['matters'][number], 'kind' | 'what' | 'seenOn'>,
): string {
  if (kind === 'incident') return text.incident.allegedThat(what || text.incident.nothingNamed)
  return `${text.respond.listing}: ${[what, seenOn && text.incident.seenOn(seenOn)].filter(Boolean).join(', ')}`
}

function Matters({ about }: { about: Answerable }) {
  const { text } = useSite()
  if (about.matters.length === 0) return <p class="none">{text.respond.nothing}</p>
  return (
    <ul>
      {about.matters.map((matter) => (
        <li>
          {matterInWords(text, matter)} <span class="quiet small">{matter.who && text.incident.says(matter.who)}</span>
        </li>
      ))}
    </ul>
  )
}

export interface CorrectionFormProps {
  view: FormView
  of: { kind: 'statement'; statement: SaidOf } | { kind: 'designation'; listing: ListingOf }
  about: About
}

export function CorrectionFormPage({ view, of, about }: CorrectionFormProps) {
  const site = useSite()
  const { text } = site
  const words = text.respond
  const { typed } = view
  return (
    <Page title={text.entry.forms.correction} unlisted breadcrumb={trailIn(site, about)}>
      <p class="kicker">{calledIn(site, about)}</p>
      <h1>{text.entry.forms.correction}</h1>
      <p>{words.statementsNote}</p>
      <EntryForm
        view={view}
        action="/enter/correction"
        submit={words.correct}
        beside={
          <>
            <h2>{words.what}</h2>
            {of.kind === 'statement' ? (
              <StatementLine statement={of.statement} />
            ) : (
              <ListingLine site={site} listing={of.listing} />
            )}
          </>
        }
      >
        <input type="hidden" name={of.kind} value={of.kind === 'statement' ? of.statement.id : of.listing.id} />
        <Radios
          typed={typed}
          name="do"
          label={words.do}
          options={optionsOf(of.kind === 'statement' ? ['withdraw', 'replace'] : ['withdraw'], words.doing)}
          preset="withdraw"
        />
        <TextArea typed={typed} name="reason" label={words.reason} hint={words.reasonHint} rows={3} required />
        {of.kind === 'statement' && (
          <fieldset class="part">
            <legend>{words.instead}</legend>
            <TextArea typed={typed} name="value" label={text.entry.value} rows={3} />
            <TextField typed={typed} name="speaker" label={text.entry.speaker} hint={text.entry.speakerHint} />
            <DateField typed={typed} name="first" label={text.entry.first} known={{ name: 'starts', label: text.entry.starts }} />
            <DateField typed={typed} name="last" label={text.entry.last} known={{ name: 'ends', label: text.entry.ends }} />
            <TextField typed={typed} name="confidence" label={text.entry.confidence} most={60} />
            <Choice typed={typed} name="status" label={text.entry.status} options={optionsOf(statuses, text.entry.statuses)} />
          </fieldset>
        )}
      </EntryForm>
    </Page>
  )
}

function ListingLine({ site, listing }: { site: Site; listing: ListingOf }) {
  return (
    <p>
      <Printed text={[listing.authority, listing.list, listing.program].filter(Boolean).join(', ')} />{' '}
      <a class="small" href={href(site, `/sources/${listing.source}`)}>
        {listing.sourceFile}
      </a>
    </p>
  )
}
