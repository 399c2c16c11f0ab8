/** Worker thread: reads one report a job, and answers with its records or with their published lines. */
import { answerJobs } from '../documents/worker.js'
import { csvLine, ndjsonLine, publishTotal, publishTraining } from '../ledger/publish.js'
import { inDocumentOrder } from './document-order.js'
import { type ReadReport, readReport } from './read-report.js'
import type { ReadJob, ReportLines } from './read-reports.js'

answerJobs<ReadJob, ReadReport | ReportLines>(async ({ path, answer }, progress) => {
  const report = await readReport(path, progress)
  if (answer.kind === 'records') return { value: report }
  const write = answer.format === 'csv' ? csvLine : ndjsonLine
  const printed = inDocumentOrder(report.trainings, answer.totals ? report.totals : [], {
    count: report.layout === 'B' ? 2 : 1,
    width: 612,
  })
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
