/** Worker thread: reads one spreadsheet a job, and answers with its tables. */
import type { Spreadsheet } from '../documents/sheet-table.js'
import { readSpreadsheet } from '../documents/spreadsheet.js'
import { answerJobs } from '../documents/worker.js'
import type { SpreadsheetJob } from './read-spreadsheets.js'

answerJobs<SpreadsheetJob, Spreadsheet>(async ({ bytes, file }) => ({ value: readSpreadsheet(bytes, { file }) }))
