/** What `rastro screen` writes: a report for a terminal, or results as CSV, NDJSON or JSON. */
import type { Coverage, Hit, ListSummary, SubjectView } from '../screening/model.js'
import { formatFor } from '../web/messages/format.js'
import { messagesFor } from '../web/messages/messages.js'
import { resultsCsv } from '../web/screening/results-csv.js'
import {
  evidenceInWords,
  findingInWords,
  matterInWords,
  matterParts,
  noMatchInWords,
  placeInWords,
  subjectName,
} from '../web/screening/words.js'
import type { Output } from './command.js'

export const formats = ['text', 'csv', 'ndjson', 'json'] as const
export type ScreenFormat = (typeof formats)[number]

const speaks = { language: 'en' as const, text: messagesFor('en'), format: formatFor('en') }

export interface Wanted {
  format: ScreenFormat
  all: boolean
  news: boolean
}

export async function writeResults(
  out: Output,
  list: ListSummary,
  views: AsyncIterable<SubjectView>,
  wanted: Wanted,
): Promise<void> {
  const coverage = list.run!.coverage
  const about = {
    list: { id: list.id, title: list.title, subjects: list.subjects, to_look_at: list.toLookAt },
    run: list.run!.number,
    coverage,
    no_match: noMatchInWords(speaks, coverage),
  }
  switch (wanted.format) {
    case 'csv':
      for await (const line of resultsCsv(speaks, coverage, views)) await out.write(line)
      return
    case 'ndjson':
      for await (const view of views) await out.write(`${JSON.stringify(view)}\n`)
      return
    case 'json': {
      await out.write(`${JSON.stringify(about, null, 2).slice(0, -2)},\n  "subjects": [`)
      let first = true
      for await (const view of views) {
        await out.write(`${first ? '' : ','}\n${JSON.stringify(view)}`)
        first = false
      }
      await out.write('\n  ]\n}\n')
      return
    }
    case 'text':
      await writeText(out, list, coverage, views, wanted)
  }
}

async function writeText(
  out: Output,
  list: ListSummary,
  coverage: Coverage,
  views: AsyncIterable<SubjectView>,
  { news }: Wanted,
): Promise<void> {
  for await (const view of views) {
    if (view.hits.length === 0) continue
    const { subject } = view
    await out.write(`${subject.position}. ${subjectName(speaks, subject)} (row ${subject.row})\n`)
    for (const hit of view.hits) await out.write(hitText(hit))
    if (view.matched > view.hits.length)
      await out.write(`   ${view.matched.toLocaleString('en')} in the ledger match the name.\n`)
    await out.write('\n')
  }
  const count = (number: number) => number.toLocaleString('en')
  const look = list.toLookAt
  await out.write(
    `${count(list.subjects)} ${list.subjects === 1 ? 'subject' : 'subjects'}; ${count(look)} with something to look at, ${count(list.waiting)} of them undecided${news ? `; ${count(list.withNews)} with news` : ''}.\n`,
  )
  if (list.flags > 0) await out.write(`${count(list.flags)} cells with a doubt: --format csv names each.\n`)
  if (look < list.subjects) await out.write(`For the others: ${noMatchInWords(speaks, coverage)}\n`)
}

function hitText({ role, entity, score, verdict, name, evidence, exposure, news, decision, look }: Hit): string {
  const country = entity.country ? ` (${entity.country})` : ''
  const about = [`${score.toFixed(2)} ${verdict}`, ...(news ? [news] : []), ...(look ? [] : ['needs no look'])].join(', ')
  const words = speaks.text.screening.roles[role]
  const lines = [`   ${entity.name}${country}  ${entity.id}`, `     ${words}: ${about}`]
  if (name) lines.push(`     “${name.given}” beside “${name.known}”: ${name.reasons.join('; ')}`)
  if (evidence.length > 0) lines.push(`     ${evidence.map((one) => evidenceInWords(speaks, one)).join('; ')}`)
  for (const matter of exposure.matters.shown)
    lines.push(`     ${[matterInWords(speaks, matter), ...matterParts(speaks, matter), placeInWords(speaks, matter)].join('; ')}`)
  for (const finding of exposure.findings.shown) lines.push(`     ${findingInWords(speaks, finding)}`)
  const more = exposure.matters.of - exposure.matters.shown.length + exposure.findings.of - exposure.findings.shown.length
  if (more > 0) lines.push(`     and ${more.toLocaleString('en')} more`)
  if (decision)
    lines.push(
      `     decided: ${[decision.finding, decision.action].filter(Boolean).join(', ')} by ${decision.reviewer}: ${decision.reason}`,
    )
  return `${lines.join('\n')}\n`
}

export function describeLists(lists: readonly ListSummary[]): string {
  if (lists.length === 0) return 'No lists.\n'
  return lists
    .map(({ id, title, subjects, toLookAt, waiting, withNews, purgeAfter, run }) => {
      const state =
        run === null
          ? 'not compared'
          : run.state === 'done'
            ? `compared ${run.ended?.slice(0, 10)}`
            : `${run.done} of ${run.of} compared`
      const kept = purgeAfter === null ? 'kept' : `removed on ${purgeAfter}`
      return `${id}  ${title}: ${subjects} subjects, ${toLookAt} to look at, ${waiting} undecided, ${withNews} with news; ${state}; ${kept}\n`
    })
    .join('')
}
