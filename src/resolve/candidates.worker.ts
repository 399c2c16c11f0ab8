/** Worker thread: finds the pairs of one country a job. */
import { answerJobs } from '../documents/worker.js'
import { type Candidate, findCandidates } from './candidates.js'
import type { CountryOfQueue } from './fill-queue.js'

answerJobs<CountryOfQueue, Candidate[]>(async ({ country, entities, names, wanted }, progress) => ({
  value: findCandidates(country, entities, names, wanted && new Set(wanted), (done) => progress(done, entities.length)),
}))
