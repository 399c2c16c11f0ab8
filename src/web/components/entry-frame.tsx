/** The frame of every form that an analyst fills: what is wrong at its head, the source's text beside the fields, and the ways to go on. */
import type { Child } from 'hono/jsx'
import { draftDays } from '../../ledger/entry/drafts.js'
import type { Material, SourceLine } from '../entry/entering.js'
import type { Typed } from '../entry/typed.js'
import { scriptOf } from '../islands/script.js'
import { href, useSite } from '../site.js'
import { Choice, TextArea, TextField, Tick, Told } from './entry-fields.js'

/** What a form's page needs besides its own fields. */
export interface FormView {
  typed: Typed
  token: string
  /** Under which name drafts of this form are kept. */
  form: string
  /** The id of the draft that it is shown from; '' where none is. */
  draft: string
  /** Whether the server keeps what is shown. */
  kept: boolean
  /** It was sent to a server that had been started again since it was loaded. */
  again: boolean
  /** A file that the draft has. */
  file: string | null
  sources: readonly SourceLine[]
  material: Material | null
  /** A range of the material's text, in UTF-16 units. */
  marked: { start: number; end: number } | null
}

interface FrameProps {
  view: FormView
  /** The path of the page that takes it, without the language. */
  action: string
  /** With a file in it. */
  file?: boolean
  /** What stands beside the fields; the source's text where nothing is given. */
  beside?: Child
  submit: string
  children: Child
}

export function EntryForm({ view, action, file = false, beside, submit, children }: FrameProps) {
  const site = useSite()
  const words = site.text.entry
  const { typed, token, form, draft, kept } = view
  const script = scriptOf('entry')
  return (
    <>
      {typed.problems.size > 0 && (
        <div class="notice bad" role="alert">
          <p>
            <strong>{words.notEntered(typed.problems.size)}</strong>
          </p>
        </div>
      )}
      {typed.refused && (
        <div class="notice bad" role="alert">
          <p>
            <strong>{words.refused}</strong> <Told error={typed.refused} />
          </p>
        </div>
      )}
      {view.again && (
        <p class="notice bad" role="alert">
          {words.again}
        </p>
      )}
      {kept && <p class="notice">{words.keptHere(draftDays)}</p>}
      <div class="entry">
        <form
          id="entry-form"
          method="post"
          action={href(site, action)}
          enctype={file ? 'multipart/form-data' : undefined}
          data-draft={form}
          data-kept={words.keptInBrowser}
          data-not-kept={words.notKeptInBrowser}
          data-erase={words.eraseBrowser}
          data-restored={words.restored}
          data-lost={words.noConnection}
          data-pristine={kept || view.again || typed.problems.size > 0 ? undefined : 'yes'}
        >
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="draft" value={draft} />
          {/* What Enter does in a field: enter, never find. */}
          <button type="submit" name="step" value="enter" hidden>
            {submit}
          </button>
          {children}
          <div class="entry-buttons">
            <button type="submit" name="step" value="enter">
              {submit}
            </button>
            <button type="submit" name="step" value="keep" formnovalidate class="plain">
              {words.keep}
            </button>
            <output class="quiet small" id="entry-draft"></output>
          </div>
        </form>
        <aside class="entry-beside" aria-label={words.beside}>
          {beside ?? <SourceBeside view={view} />}
        </aside>
      </div>
      {script && <script type="module" src={script.path} />}
    </>
  )
}

/** Which source, and where in it; or the analyst's note. */
export function SourceFields({ view }: { view: FormView }) {
  const { text } = useSite()
  const words = text.entry
  const { typed, sources, material } = view
  return (
    <fieldset class="part">
      <legend>{words.whereItStands}</legend>
      <div class="picker-line">
        <Choice
          typed={typed}
          name="source"
          label={words.source}
          hint={words.sourceHint}
          blank={words.myNote}
          options={sources.map(({ id, title, publisher, restricted }) => ({
            value: id,
            text: `${restricted ? `${words.restrictedMark} ` : ''}${[title, publisher].filter(Boolean).join(', ').slice(0, 140)}`,
          }))}
        />
        <button type="submit" name="step" value="show" formnovalidate class="plain">
          {words.show}
        </button>
      </div>
      {material ? (
        <>
          {material.text !== null && (
            <TextArea typed={typed} name="words" label={words.passage} hint={words.passageHint} rows={3} />
          )}
          {(material.text !== null || material.source.kind === 'article') && (
            <TextField typed={typed} name="paragraph" label={words.paragraph} hint={words.paragraphHint} most={7} />
          )}
          {(material.source.pages !== null || material.source.mediaType === 'application/pdf') && (
            <TextField
              typed={typed}
              name="page"
              label={material.source.pages === null ? words.pageUncounted : words.page(material.source.pages)}
              most={7}
            />
          )}
          {material.text === null && material.source.mediaType !== 'application/pdf' && (
            <TextField typed={typed} name="row" label={words.row} hint={words.rowHint} most={7} />
          )}
        </>
      ) : (
        <details open={typed.get('note') !== '' || typed.get('source') === ''}>
          <summary>{words.myNote}</summary>
          <TextField typed={typed} name="note_title" label={words.noteTitle} most={200} />
          <TextArea typed={typed} name="note" label={words.note} hint={words.noteHint} rows={5} />
          <Tick typed={typed} name="note_restricted" label={words.restricted} hint={words.restrictedHint} />
        </details>
      )}
    </fieldset>
  )
}

/** The source's text by its paragraphs with the passage marked, its page, or the row that was asked for. */
function SourceBeside({ view: { material, marked, typed } }: { view: FormView }) {
  const site = useSite()
  const words = site.text.entry
  if (!material) return <p class="quiet">{words.noSourceYet}</p>
  const { source, restricted, text, paragraphs, row } = material
  const page = Number(typed.get('page')) || null
  return (
    <>
      <h2>{restricted ? source.title : <a href={href(site, `/sources/${source.id}`)}>{source.title}</a>}</h2>
      <p class="quiet small">
        {[source.publisher, source.publishedPrinted].filter(Boolean).join(', ')}
        {restricted && <strong> {words.restrictedMark}</strong>}
      </p>
      {text !== null && (
        <section class="source-text" tabindex={0} aria-label={words.beside}>
          <SourceText text={text} paragraphs={paragraphs} marked={marked} />
        </section>
      )}
      {text === null && row && (
        <dl class="small source-text">
          {row.cells.map(({ heading, text: cell }) => (
            <>
              <dt>{heading}</dt>
              <dd translate="no">{cell}</dd>
            </>
          ))}
        </dl>
      )}
      {text === null && !row && page !== null && source.mediaType === 'application/pdf' && !restricted && (
        <a href={`/evidence/sources/${source.id}/${page}.png`}>
          <img
            class="sheet"
            src={`/evidence/sources/${source.id}/${page}.png?width=900`}
            alt={words.pageAlt(page)}
            loading="lazy"
          />
        </a>
      )}
      {text === null && !row && (source.mediaType !== 'application/pdf' || page === null) && (
        <p class="quiet">{words.originalNotShown}</p>
      )}
    </>
  )
}

/** A text by its lines, each with its number, and a range of it marked. */
export function SourceText({
  text,
  paragraphs,
  marked,
}: {
  text: string
  paragraphs: readonly { number: number; start: number; end: number }[]
  marked: { start: number; end: number } | null
}) {
  return (
    <ol class="paragraphs">
      {paragraphs.map(({ number, start, end }) => {
        const from = marked ? Math.min(Math.max(marked.start, start), end) : end
        const to = marked ? Math.max(Math.min(marked.end, end), from) : end
        return (
          <li id={`paragraph-${number}`} value={number} translate="no">
            {text.slice(start, from)}
            {to > from && <mark id={marked!.start >= start ? 'passage' : undefined}>{text.slice(from, to)}</mark>}
            {text.slice(to, end)}
          </li>
        )
      })}
    </ol>
  )
}
