/** Which records are not what they were in the state that somebody took: `GET /api/v1/changes`. The changesets themselves are at /changes. */

import { z } from '@hono/zod-openapi'
import {
  type ChangedRecord,
  listChanged,
  type RecordKind,
  recordChanges,
  recordKinds,
  streamChanged,
} from '../../ledger/read/changed-records.js'
import { maximumLimit, readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { asOf, type Endpoint, envelope, whole } from './endpoint.js'
import { cursorParameter, limitParameterOf } from './parameters.js'
import { publishHead } from './published.js'
import { HeadSchema, listing } from './schemas.js'

const ChangesQuestion = z.object({
  since: asOf,
  kind: z
    .string()
    .optional()
    .transform((text): string[] => (text ? text.split(',') : []))
    .pipe(z.array(z.enum(recordKinds)).max(recordKinds.length)),
})
const ChangesQuery = ChangesQuestion.extend({ cursor: TrainingQuery.shape.cursor, limit: whole(1, maximumLimit).default(50) })

const ChangeSchema = z.object({
  kind: z.string().openapi({ description: `Of what is not expunged: ${recordKinds.join(', ')}.` }),
  id: z.string(),
  change: z.enum(recordChanges).openapi({
    description:
      'added: was not there. corrected: goes on with other facts. withdrawn: ends; see `successor`. expunged: is gone from every state; delete it, too.',
  }),
  successor: z.string().nullable().openapi({ description: 'Of a withdrawn record: the one that stands where it stood.' }),
  changeset: z.number().int().openapi({ description: 'The changeset after which it is as it is now.' }),
})

const publishChanged = ({ kind, id, change, successor, changeset }: ChangedRecord) => ({ kind, id, change, successor, changeset })

const asked = ({ since, kind }: { since?: number | string | undefined; kind: RecordKind[] }) => ({ since, kinds: kind })

export const changeEndpoints: readonly Endpoint[] = [
  {
    path: '/changes',
    summary:
      'Records that are not what they were in the state `since`: added, corrected, withdrawn (with successor) or expunged. What came and went in between is left out; /changes.atom and /changes.json have every changeset.',
    parameters: z.object({
      since: z.string().optional().openapi({
        description:
          'The state that you have: 12 or more digits of its content digest or of its chain digest, or its number. Without it: the one before the newest changeset.',
        example: '1',
      }),
      kind: z
        .string()
        .optional()
        .openapi({
          description: `${recordKinds.join(', ')}. Several values with commas. Expunged records are told whatever is asked for.`,
        }),
      cursor: cursorParameter,
      limit: limitParameterOf(50),
    }),
    answer: listing(ChangeSchema).extend({ since: HeadSchema }),
    async handle({ reading }, parameters) {
      const { cursor, limit, ...question } = readQuery(ChangesQuery, parameters)
      const { rows, total, next, head, since } = await listChanged(reading, { ...asked(question), cursor, limit })
      return envelope(rows.map(publishChanged), { total, next, since: publishHead(since), head: publishHead(head) })
    },
    file: {
      name: 'changes',
      columns: ['kind', 'id', 'change', 'successor', 'changeset'],
      stream: ({ reading }, parameters) => {
        const batches = streamChanged(reading, asked(readQuery(ChangesQuestion, parameters)))
        return (async function* () {
          for await (const batch of batches) yield batch.map(publishChanged)
        })()
      },
    },
  },
]
