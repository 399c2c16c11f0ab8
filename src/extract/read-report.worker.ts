/** Worker thread: reads one report a job, and answers with its records, with facts of the ledger or with published lines. */
import { answerJobs } from '../documents/worker.js'
import { csvLine, ndjsonLine, publishTotal, publishTraining } from '../ledger/publish.js'
import { inDocumentOrder } from './document-order.js'
import { type ReadReport, readReport } from './read-report.js'
import type { ReadJob, ReportAsFacts, ReportLines } from './read-reports.js'
import { factsOfReport } from './report-facts.js'
import { sourceOfReport } from './report-source.js'

answerJobs<ReadJob, ReadReport | ReportAsFacts | ReportLines>(async ({ path, answer }, progress) => {
  const { sequence, ...report } = await readReport(path, progress)
  if (answer.kind === 'records') return { value: report }
  if (answer.kind === 'facts') {
    const { trainings, totals, ...about } = report
    const source = sourceOfReport(report)
    return { value: { ...about, source, facts: factsOfReport({ source, trainings, totals, unread: report.unread }) } }
  }
  const write = answer.format === 'csv' ? csvLine : ndjsonLine
  const printed = inDocumentOrder({ ...report, sequence }).filter(({ type }) => type === 'training' || answer.totals)
  const text = printed
    .map((item) => write(item.type === 'training' ? publishTraining(item.record) : publishTotal(item.record)))
    .join('')
  const lines = new TextEncoder().encode(text)
  const { trainings, totals, ...facts } = report
  return {
    value: {
      ...facts,
      trainingCount: trainings.length,
      flaggedCount: trainings.filter((training) => training.flags.length > 0).length,
      totalCount: totals.length,
      lines,
    },
    transfer: [lines.buffer],
  }
})
