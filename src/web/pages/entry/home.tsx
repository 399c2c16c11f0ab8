/** Where an analyst begins: the forms, the drafts that are kept, and what was entered last; and the page of one entry, where it is undone. */

import { type DraftLine, draftDays } from '../../../ledger/entry/drafts.js'
import type { EnteredFacts, EnteredLine, EnteredStatement } from '../../../ledger/entry/entered.js'
import { Page } from '../../components/page.js'
import { entityPath } from '../../components/statements.js'
import { Printed, TableFrame } from '../../components/table.js'
import { TableHead } from '../../components/table-head.js'
import { scriptOf } from '../../islands/script.js'
import { changeReasonIn, writerIn } from '../../messages/reasons.js'
import { href, type Site, useSite } from '../../site.js'

const forms = ['source', 'incident', 'statement', 'relation'] as const

export interface EntryHomeProps {
  token: string
  drafts: readonly DraftLine[]
  entries: readonly EnteredLine[]
}

/** For readers of a server on which nothing is entered by its pages. */
export function NobodyEntersPage({ contact }: { contact: string | null }) {
  const { entry, respond } = useSite().text
  return (
    <Page title={entry.title} unlisted>
      <h1>{entry.title}</h1>
      <p class="notice">
        {respond.nobodyEnters} <strong>{contact ? respond.sendTo(contact) : respond.sendToNobody}</strong>
      </p>
    </Page>
  )
}

export function EntryHomePage({ token, drafts, entries }: EntryHomeProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.entry
  return (
    <Page title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <dl class="entry-forms">
        {forms.map((form) => (
          <>
            <dt>
              <a href={href(site, `/enter/${form}`)}>{words.forms[form]}</a>
            </dt>
            <dd class="quiet">{words.formNotes[form]}</dd>
          </>
        ))}
      </dl>
      <p class="quiet small">{words.denialFrom}</p>
      <h2>{words.drafts}</h2>
      <p class="quiet small">{words.draftsNote(draftDays)}</p>
      {drafts.length === 0 ? (
        <p class="none">{words.noDrafts}</p>
      ) : (
        <ul class="plain entry-drafts">
          {drafts.map(({ id, form, address, at, begins }) => (
            <li>
              <form method="post" action={href(site, '/enter/erase')}>
                <input type="hidden" name="token" value={token} />
                <input type="hidden" name="draft" value={id} />
                <a href={href(site, pathOf(address), { ...queryOf(address), draft: id })}>{words.goOn}</a>{' '}
                {words.forms[form as keyof typeof words.forms] ?? form}, {format.time(at.toISOString())}:{' '}
                <span translate="no">{begins}</span>{' '}
                <button type="submit" class="plain">
                  {words.erase}
                  <span class="visually-hidden">: {begins}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h2>{words.recent}</h2>
      {entries.length === 0 ? (
        <p class="none">{words.noRecent}</p>
      ) : (
        <TableFrame label={words.recent}>
          <table class="records">
            <caption class="visually-hidden">{words.recent}</caption>
            <TableHead columns={[{ words: words.why }, { words: words.who }, { words: words.when }, { words: words.look }]} />
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <th scope="row" class="wide">
                    <Printed text={changeReasonIn(site.language, entry.reason)} />
                    {stateOf(site, entry) && <span class="badge">{stateOf(site, entry)}</span>}
                  </th>
                  <td data-label={words.who}>{writerIn(site.language, entry.actor)}</td>
                  <td data-label={words.when}>{format.time(entry.at.toISOString())}</td>
                  <td data-label={words.look}>
                    <a href={href(site, '/enter/entered', parametersOf(entry))}>{nameOf(site, entry)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}

const pathOf = (address: string): string => address.split('?')[0]!
const queryOf = (address: string): Record<string, string> => Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''))

const parametersOf = ({ changeset, schema }: Pick<EnteredLine, 'changeset' | 'schema'>): Record<string, string> =>
  schema === 'ledger' ? { changeset: String(changeset) } : { restricted: String(changeset) }

const nameOf = ({ text }: Site, { changeset, schema }: Pick<EnteredLine, 'changeset' | 'schema'>): string =>
  schema === 'ledger' ? text.entry.changeset(changeset) : text.entry.restrictedChangeset(changeset)

const stateOf = ({ text }: Site, { undoes, undoneBy }: EnteredLine): string | null =>
  undoneBy !== null ? text.entry.undoneBy(undoneBy) : undoes !== null ? text.entry.undoes(undoes) : null

export interface EnteredPageProps {
  token: string
  /** Null where nothing was new. */
  entered: EnteredFacts | null
  /** The form that it came from, whose draft in the browser can go. */
  form: string | null
}

export function EnteredPage({ token, entered, form }: EnteredPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.entry
  const script = scriptOf('entry')
  const source = entered?.sources[0]?.id
  return (
    <Page title={words.entered} unlisted breadcrumb={[{ text: words.title, path: '/enter' }]}>
      <p class="kicker">{words.entered}</p>
      <h1>{entered ? nameOf(site, entered) : words.nothingNew}</h1>
      {form && <p id="entry-done" data-draft={form} hidden />}
      {entered && (
        <>
          <p>
            {changeReasonIn(site.language, entered.reason)}{' '}
            <span class="quiet small">{`${writerIn(site.language, entered.actor)}, ${format.time(entered.at.toISOString())}`}</span>{' '}
            {stateOf(site, entered) && <span class="badge">{stateOf(site, entered)}</span>}
          </p>
          {entered.schema === 'ledger' && (
            <p>
              <a href={href(site, `/changes/${entered.changeset}`)}>{words.inChanges}</a>
            </p>
          )}
          {entered.sources.map(({ id, title }) => (
            <p>
              {entered.schema === 'ledger' ? (
                <a href={href(site, `/sources/${id}`)}>{words.addedSource(title)}</a>
              ) : (
                words.addedSource(title)
              )}
            </p>
          ))}
          <Rows heading={words.whatWasWritten} rows={entered.written} linked={entered.schema === 'ledger'} />
          <Rows heading={words.whatWasWithdrawn} rows={entered.withdrawn} linked={entered.schema === 'ledger'} />
          {entered.undoneBy === null && (
            <form method="post" action={href(site, '/enter/undo')}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="changeset" value={entered.changeset} />
              <input type="hidden" name="schema" value={entered.schema} />
              <p>
                <button type="submit">{words.undo}</button> <span class="quiet small">{words.undoNote}</span>
              </p>
            </form>
          )}
        </>
      )}
      <p>
        {source && (
          <>
            <a href={href(site, '/enter/incident', { source })}>
              {words.another}: {words.forms.incident}
            </a>{' '}
            ·{' '}
            <a href={href(site, '/enter/statement', { source })}>
              {words.another}: {words.forms.statement}
            </a>{' '}
            ·{' '}
          </>
        )}
        <a href={href(site, '/enter')}>{words.title}</a>
      </p>
      {script && <script type="module" src={script.path} />}
    </Page>
  )
}

function Rows({ heading, rows, linked }: { heading: string; rows: readonly EnteredStatement[]; linked: boolean }) {
  const site = useSite()
  const { text } = site
  if (rows.length === 0) return null
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {rows.map(({ property, value, stance, speaker, entity, entityKind, entityName, object, objectName }) => (
          <li>
            {linked ? (
              <a href={href(site, entityPath({ id: entity, kind: entityKind }))} translate="no">
                {entityName ?? entity}
              </a>
            ) : (
              <span translate="no">{entityName ?? entity}</span>
            )}
            {' – '}
            {text.entity.properties[property]}: <Printed text={value ?? objectName ?? object} />
            {value !== null && object !== null && <span translate="no"> ({objectName ?? object})</span>}{' '}
            <span class="quiet small">
              {[stance === 'asserts' ? '' : (text.entry.stances[stance] ?? stance), speaker].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
