/** Where the user says what each column of a list holds: what was recognised is chosen already, and the first cells stand beside it. */
import { type Preview, type SubjectField, subjectFields } from '../../screening/model.js'
import { Page } from '../components/page.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'
import { Problem } from './parts.js'

export interface ColumnsPageProps {
  upload: string
  fileName: string | null
  preview: Preview
  /** What was chosen before, where the form came back with a problem; else what was recognised. */
  chosen: Readonly<Record<number, SubjectField | ''>> | null
  title: string
  fourEyes: boolean
  token: string
  problem: string | null
}

export function ColumnsPage({ upload, fileName, preview, chosen, title, fourEyes, token, problem }: ColumnsPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const own = words.columns
  const path = `/screening/uploads/${upload}`
  const sheets = preview.sheets.filter(({ name }) => name !== null)
  return (
    <Page title={own.title} room="screening" unlisted breadcrumb={[{ text: words.title, path: '/screening' }]}>
      <h1>{own.title}</h1>
      <p class="lede">{own.lede(format.number(preview.rows))}</p>
      <p class="quiet">
        {fileName !== null && <span translate="no">{fileName}. </span>}
        {preview.encoding !== null && own.readAs(preview.encoding)}
      </p>
      {sheets.length > 1 && (
        <ul class="small">
          {sheets.map(({ name, rows, read }) => (
            <li translate="no">{read ? own.sheet(name!, format.number(rows)) : own.sheetLeft(name!)}</li>
          ))}
        </ul>
      )}
      {problem !== null && <Problem message={problem} />}
      <p>
        <span class="choices">
          {[true, false].map((headed) =>
            headed === preview.headed ? (
              <span aria-current="true">{headed ? own.headed : own.headless}</span>
            ) : (
              <a href={href(site, path, { headed: headed ? 'yes' : 'no' })}>{headed ? own.headed : own.headless}</a>
            ),
          )}
        </span>
      </p>
      <form method="post" action={href(site, `${path}/list`)} class="screening-form">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="headed" value={preview.headed ? 'yes' : 'no'} />
        <TableFrame label={own.title}>
          <table class="records">
            <caption class="visually-hidden">{own.title}</caption>
            <TableHead columns={[{ words: own.column }, { words: own.holds }, { words: own.samples }]} />
            <tbody>
              {preview.columns.map(({ index, heading, letter, field, samples }) => (
                <tr>
                  <th scope="row" id={`column-${index}`}>
                    <span class="quiet">{letter}</span> <span translate="no">{heading}</span>
                  </th>
                  <td data-label={own.holds}>
                    <select name={`column-${index}`} aria-labelledby={`column-${index}`}>
                      <option value="">{own.nothing}</option>
                      {subjectFields.map((one) => (
                        <option value={one} selected={(chosen ? chosen[index] : field) === one}>
                          {words.fields[one]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td data-label={own.samples} translate="no" class="small">
                    {samples.filter(Boolean).join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
        <p>
          <label for="title">{own.name}</label>
          <input
            type="text"
            id="title"
            name="title"
            maxlength={200}
            value={title}
            autocomplete="off"
            aria-describedby="title-hint"
          />
          <span id="title-hint" class="quiet small">
            {own.nameHint}
          </span>
        </p>
        <p>
          <label>
            <input type="checkbox" name="four_eyes" value="yes" checked={fourEyes} /> {own.fourEyes}
          </label>
        </p>
        <p class="quiet small">{own.badCells}</p>
        <button type="submit">{own.compare}</button>
      </form>
      <form method="post" action={href(site, `${path}/discard`)} class="screening-aside">
        <input type="hidden" name="token" value={token} />
        <button type="submit" class="plain">
          {own.discard}
        </button>
      </form>
    </Page>
  )
}
