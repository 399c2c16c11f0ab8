/** All sources: which files the ledger was read from, and whether each balances. */
import type { SourceRow } from '../../ledger/read/views.js'
import { Page } from '../components/page.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'

export function SourcesPage({ sources }: { sources: readonly SourceRow[] }) {
  const site = useSite()
  const { text, format } = site
  const reports = [...new Set(sources.map((row) => row.source.report ?? ''))].sort()
  return (
    <Page title={text.rooms.sources} room="sources">
      <h1>{text.sources.heading(format.number(sources.length))}</h1>
      <p>{text.sources.note}</p>
      {sources.length > 0 && (
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
              {reports.flatMap((report) =>
                sources
                  .filter((row) => (row.source.report ?? '') === report)
                  .map((row) => (
                    <tr>
                      <th scope="row">
                        <a href={href(site, `/sources/${row.source.id}`)}>{row.source.fileName}</a>
                      </th>
                      <td class="number">{report.replace('-', '–') || '–'}</td>
                      <td class="number">
                        {row.source.kind === 'spreadsheet'
                          ? '–'
                          : row.source.pages === null
                            ? 'HTML'
                            : format.number(row.source.pages)}
                      </td>
                      <td class="number">{format.number(row.rows)}</td>
                      <td class="number">{format.number(row.quantity)}</td>
                      <td class="number">{format.dollars(row.cents)}</td>
                      <td class="number">
                        {format.number(row.balance.balanced)} / {format.number(row.balance.totals)}
                      </td>
                      <td lang="en">{row.source.region ?? '–'}</td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}
