/** Does it balance: per report and programme, printed totals against the rows; every one that is off, with both figures. Of one report, only its own. */
import type { BalanceCounts, ReconciliationRow, ReconciliationView } from '../../ledger/read/views.js'
import { BalanceLine, TotalsTable } from '../components/balance.js'
import { Page } from '../components/page.js'
import { QuoteLink } from '../components/quote.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'

export function ReconciliationPage({ view, report }: { view: ReconciliationView; report: string | null }) {
  const site = useSite()
  const { text, format } = site
  const programs = report === null ? overReports(view.programs) : view.programs.filter((row) => row.report === report)
  const balance = view.reports.find((row) => row.report === report) ?? view.balance
  const off = report === null ? view.off : view.off.filter((total) => total.report === report)
  const errors = off.filter((total) => total.status === 'report error')
  const doubts = off.filter((total) => total.status === 'open doubt')
  const unexplained = off.filter((total) => total.status === 'unexplained')
  const ofReport = report === null ? null : text.reconciliation.ofReport(report.replace('-', '–'))
  return (
    <Page title={[text.rooms.reconciliation, ofReport].filter(Boolean).join(' ')} room="reconciliation">
      {ofReport && <p class="kicker">{ofReport}</p>}
      <h1>{text.reconciliation.heading}</h1>
      <p class="lede">{text.reconciliation.lede}</p>
      <dl class="figures">
        <div>
          <dt>{text.balance.printedTotals}</dt>
          <dd>{format.number(balance.totals)}</dd>
        </div>
        <div>
          <dt>{text.balance.headings.balanced}</dt>
          <dd>{format.number(balance.balanced)}</dd>
        </div>
        <div>
          <dt>{text.balance.headings['report error']}</dt>
          <dd>{format.number(balance.reportErrors)}</dd>
        </div>
        <div>
          <dt>{text.balance.headings['open doubt']}</dt>
          <dd>{format.number(balance.openDoubts)}</dd>
        </div>
        <div>
          <dt>{text.balance.headings.unexplained}</dt>
          <dd>{format.number(balance.unexplained)}</dd>
        </div>
      </dl>
      <BalanceLine balance={balance} here />
      <h2>{text.reconciliation.byReport}</h2>
      <TableFrame label={text.reconciliation.byReport}>
        <table class="narrow">
          <caption class="visually-hidden">{text.reconciliation.byReport}</caption>
          <Head first={text.fields.report} />
          <tbody>
            {view.reports.map((row) => (
              <tr>
                <th scope="row">
                  <a
                    href={href(site, '/reconciliation', { report: row.report })}
                    aria-current={row.report === report ? 'true' : undefined}
                  >
                    {row.report.replace('-', '–')}
                  </a>
                </th>
                <Counts of={row} />
                <td>
                  <QuoteLink query={{ report: [row.report], status: 'all' }} about={row.report} short />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <h2>{report === null ? text.reconciliation.byProgram : text.reconciliation.byProgramIn(report.replace('-', '–'))}</h2>
      <TableFrame label={text.reconciliation.byProgram}>
        <table class="narrow">
          <caption class="visually-hidden">{text.reconciliation.byProgram}</caption>
          <Head first={text.fields.program} second={report === null ? undefined : text.reconciliation.level} />
          <tbody>
            {programs.map((row) => (
              <tr>
                <th scope="row">
                  {row.program ? (
                    <a href={href(site, `/programs/${row.program.slug}`)} translate="no">
                      {row.program.code}
                    </a>
                  ) : (
                    text.reconciliation.allPrograms
                  )}
                </th>
                {report !== null && <td>{text.reconciliation.levels[row.level]}</td>}
                <Counts of={row} />
                <td>
                  <QuoteLink
                    query={{
                      status: 'all',
                      ...(report !== null && { report: [report] }),
                      ...(row.program && { program: [row.program.slug] }),
                    }}
                    about={row.program?.code ?? text.reconciliation.allPrograms}
                    short
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {report !== null && (
        <p class="small">
          <a href={href(site, '/reconciliation')}>{text.reconciliation.allReports}</a>
        </p>
      )}
      <h2>{text.reconciliation.errors}</h2>
      <p>{text.reconciliation.errorsNote}</p>
      {errors.length > 0 ? (
        <TotalsTable totals={errors} caption={text.balance.headings['report error']} />
      ) : (
        <p class="quiet">{text.reconciliation.none}</p>
      )}
      <h2>{text.reconciliation.doubts}</h2>
      <p>{text.reconciliation.doubtsNote}</p>
      {doubts.length > 0 ? (
        <TotalsTable totals={doubts} caption={text.balance.headings['open doubt']} />
      ) : (
        <p class="quiet">{text.reconciliation.none}</p>
      )}
      {unexplained.length > 0 && (
        <>
          <h2>{text.reconciliation.unexplained}</h2>
          <p>{text.reconciliation.unexplainedNote}</p>
          <TotalsTable totals={unexplained} caption={text.balance.headings.unexplained} />
        </>
      )}
    </Page>
  )
}

/** A programme's totals of every level and report together; which report is off is one click away. */
function overReports(rows: readonly ReconciliationRow[]): ReconciliationRow[] {
  const sums = new Map<string, ReconciliationRow>()
  for (const row of rows) {
    const key = row.program?.slug ?? ''
    const sum = sums.get(key) ?? { ...row, totals: 0, balanced: 0, reportErrors: 0, openDoubts: 0, unexplained: 0 }
    for (const count of ['totals', 'balanced', 'reportErrors', 'openDoubts', 'unexplained'] as const) sum[count] += row[count]
    sums.set(key, sum)
  }
  return [...sums.values()].sort((a, b) => b.totals - a.totals)
}

function Head({ first, second }: { first: string; second?: string }) {
  const { text } = useSite()
  return (
    <TableHead
      columns={[
        { words: first },
        second !== undefined && { words: second },
        { figures: text.balance.printedTotals },
        { figures: text.balance.headings.balanced },
        { figures: text.balance.headings['report error'] },
        { figures: text.balance.headings['open doubt'] },
        { figures: text.balance.headings.unexplained },
        'quote',
      ]}
    />
  )
}

function Counts({ of }: { of: BalanceCounts }) {
  const { format } = useSite()
  return (
    <>
      <td class="number">{format.number(of.totals)}</td>
      <td class="number">{format.number(of.balanced)}</td>
      <td class="number">{of.reportErrors === 0 ? '·' : format.number(of.reportErrors)}</td>
      <td class="number">{of.openDoubts === 0 ? '·' : format.number(of.openDoubts)}</td>
      <td class="number">{of.unexplained === 0 ? '·' : format.number(of.unexplained)}</td>
    </>
  )
}
