/** Worker thread: reads one list a job; previews it, or answers with its subjects. */
import { answerJobs } from '../documents/worker.js'
import type { Preview } from './model.js'
import type { ReadingJob } from './read-apart.js'
import { previewList, type ReadList, readList } from './read-list.js'

answerJobs<ReadingJob, Preview | ReadList>(async ({ preview, ...job }) => ({ value: preview ? previewList(job) : readList(job) }))
