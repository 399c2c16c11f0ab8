/** All sources: which files of training reports the ledger was read from, whether each balances, and what else it holds. */
import type { SourceRow } from '../../ledger/read/views.js'
import { Page } from '../components/page.js'
import { Printed, TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'

export function SourcesPage({ sources }: { sources: readonly SourceRow[] }) {
  const { text, format } = useSite()
  const reports = sources.filter(({ source }) => source.kind === 'training report')
  const others = sources.filter(({ source }) => source.kind !== 'training report')
  return (
    <Page title={text.rooms.sources} room="sources">
      <h1>{text.sources.heading(format.number(sources.length))}</h1>
      <p>{text.sources.note}</p>
      {reports.length > 0 && <Reports reports={reports} />}
      {others.length > 0 && <Others others={others} />}
    </Page>
  )
}

function Reports({ reports }: { reports: readonly SourceRow[] }) {
  const { text, format } = useSite()
  const years = [...new Set(reports.map((row) => row.source.report ?? ''))].sort()
  return (
    <TableFrame label={text.sources.caption}>
      <table class="wordy">
        <caption>{text.sources.caption}</caption>
        <TableHead
          columns={[
            { words: text.fields.source },
            { figures: text.fields.report },
            { figures: text.sources.pages },
            { figures: text.fields.rows },
            { figures: text.fields.sessions },
            { figures: text.fields.cost },
            { figures: text.balance.headings.balanced },
            { words: text.fields.region },
          ]}
        />
        <tbody>
          {years.flatMap((report) =>
            reports
              .filter((row) => (row.source.report ?? '') === report)
              .map((row) => (
                <tr>
                  <th scope="row">
                    <FileLink row={row} />
                  </th>
                  <td class="number">{report.replace('-', '–') || '–'}</td>
                  <td class="number">{row.source.pages === null ? 'HTML' : format.number(row.source.pages)}</td>
                  <td class="number">{format.number(row.rows)}</td>
                  <td class="number">{format.number(row.quantity)}</td>
                  <td class="number">{format.dollars(row.cents)}</td>
                  <td class="number">
                    {text.sources.balancedOf(format.number(row.balance.balanced), format.number(row.balance.totals))}
                  </td>
                  <td lang="en">{row.source.region ?? '–'}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Articles, lists, spreadsheets and notes print no row of training: nothing of them is counted, not even as zero. */
function Others({ others }: { others: readonly SourceRow[] }) {
  const { text } = useSite()
  const words = text.sources
  return (
    <TableFrame label={words.othersCaption}>
      <table class="records">
        <caption>{words.othersCaption}</caption>
        <TableHead
          columns={[{ words: words.titleOf }, { words: words.kind }, { words: words.publisher }, { words: words.file }]}
        />
        <tbody>
          {others.map((row) => (
            <tr>
              <th scope="row" class="wide">
                <Printed text={row.source.title} />
              </th>
              <td>{words.kinds[row.source.kind]}</td>
              <td>
                <Printed text={row.source.publisher} blank={words.noPublisher} />
              </td>
              <td class="wide">
                <FileLink row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function FileLink({ row: { source } }: { row: SourceRow }) {
  return <a href={href(useSite(), `/sources/${source.id}`)}>{source.fileName}</a>
}
