/**
 * `rastro screen`: a list of people or units held against the ledger, and the decisions on it, without a web server. The list is kept in the ledger's
 * database, private to whoever runs this, where the pages of the same person show it, too; run again after an interruption, it goes on.
 */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Ledger } from '../ledger/database/open.js'
import { errors } from '../ledger/errors.js'
import { columnNamed } from '../screening/headings.js'
import {
  Action,
  Finding,
  type Given,
  type ListSummary,
  type Mapping,
  type Preview,
  SubjectField,
  type SubjectView,
  subjectFields,
} from '../screening/model.js'
import { openScreening } from '../screening/open.js'
import { mostBytes } from '../screening/read-table.js'
import type { NewList, Screening } from '../screening/screening.js'
import { localActor } from './actor.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command, CommandContext } from './command.js'
import { ledgerOf } from './ledger-of.js'
import { startProgress } from './progress.js'
import { resolveWithProgress } from './resolving.js'
import { describeLists, formats, type ScreenFormat, writeResults } from './screen-report.js'

type Values = Parameters<Command['run']>[0]

export const command: Command = {
  name: 'screen',
  summary: 'Hold a list of people or units against the ledger, and decide on what is found',
  usage: `rastro screen FILE [--map FIELD=COLUMN]… [--format csv|ndjson|json] [--all] [--forget]
rastro screen --lists
rastro screen --list ID [--again] [--format …] [--keep] [--share NAME] [--remove]
rastro screen --list ID --decide FINDING [--subject N [--match ID] | --below SCORE] [--action A] --reason TEXT [--expires DAY]
rastro screen --list ID --confirm N

  FILE        CSV, TSV or Excel (.xlsx) with a row for each person, unit or organisation, or lines of names; - reads standard input
  --map       which column holds what, where its heading does not tell: by heading, letter or number. Fields: ${subjectFields.join(', ')}
              (written with a hyphen: birth-date)
  --no-heading  the first row is a subject already
  --encoding  for a text file, where the guess is wrong: windows-1251, gb18030 …
  --title     what the list is called; the file's name without it
  --four-eyes a decision counts when a second person has confirmed it
  --format    csv: a row for each possible match, and one for each subject without; ndjson: a line for each subject; json: all with what
              the ledger covers. Without it: text, those with something to look at alone
  --all       also matches that need no look: namesakes born on another day, units of which nothing is alleged
  --again     hold the list against the ledger as it is now, and show only what is new
  --decide    no-match, possible or match; on one subject, on one match of it, or (no-match) on all that wait and score below --below
  --action    proceed, suspend, refuse or need-more
  --forget    remove the list once the results are written

  rastro screen nominees.xlsx --map name=B --map birth-date=D --format csv > results.csv
      what the ledger may have of each nominee, with score, reasons, evidence and what is alleged of whom
  rastro screen --list ID --decide no-match --below 0.9 --reason "Other countries"
      decides what is left

Lists are private to you, and removed after 90 days unless kept. What is found is a possible match; whoever is not found has no match in the
ledger, which is no clearance. Ends with status 1 where somebody should be looked at, 2 on an error of yours; can be interrupted and run again.`,
  options: {
    map: { type: 'string', multiple: true },
    'no-heading': { type: 'boolean' },
    encoding: { type: 'string' },
    title: { type: 'string' },
    'four-eyes': { type: 'boolean' },
    format: { type: 'string' },
    all: { type: 'boolean' },
    again: { type: 'boolean' },
    lists: { type: 'boolean' },
    list: { type: 'string' },
    decide: { type: 'string' },
    subject: { type: 'string' },
    match: { type: 'string' },
    below: { type: 'string' },
    action: { type: 'string' },
    reason: { type: 'string' },
    expires: { type: 'string' },
    confirm: { type: 'string' },
    keep: { type: 'boolean' },
    share: { type: 'string' },
    remove: { type: 'boolean' },
    forget: { type: 'boolean' },
  },
  async run(values, positionals, context) {
    const asked = await readAsked(values, positionals, context)
    const ledger = await ledgerOf(context)
    try {
      if (asked.given !== null) await ready(ledger, context)
      return await screenOn(ledger, values, asked, context)
    } finally {
      await ledger.close()
    }
  },
}

export interface Asked {
  /** Null where a list that is there already, or all lists, are asked for. */
  given: Given | null
  format: ScreenFormat
}

/** @throws UserError OPTION_INVALID, and what is wrong with the file */
export async function readAsked(values: Values, [file, ...rest]: string[], context: CommandContext): Promise<Asked> {
  const format = formatOf(values)
  const ways = [file !== undefined, values.lists === true, values.list !== undefined].filter(Boolean)
  if (ways.length !== 1 || rest.length > 0) throw wrong('one file, --lists or --list ID is needed')
  return { given: file === undefined ? null : await readGiven(file, context), format }
}

/** Returns the exit status. */
export async function screenOn(
  ledger: Ledger,
  values: Values,
  { given, format }: Asked,
  context: CommandContext,
): Promise<number> {
  const screening = openScreening(ledger, { now: context.now })
  try {
    await screening.purge()
    const desk: Desk = { who: localActor(context.env), screening, context, values, format }
    if (given !== null) return await screenFile(desk, given)
    if (!values.lists) return await onList(desk, String(values.list))
    await context.out.write(describeLists(await screening.lists(desk.who)))
    return 0
  } finally {
    await screening.close()
  }
}

interface Desk {
  who: string
  screening: Screening
  context: CommandContext
  values: Values
  format: ScreenFormat
}

const wrong = (what: string) => errors.OPTION_INVALID(what, 'screen')
const textOf = (value: Values[string]): string | null => (typeof value === 'string' ? value : null)

function formatOf({ format }: Values): ScreenFormat {
  if (format === undefined) return 'text'
  const known = formats.find((one) => one === format)
  if (!known) throw wrong(`--format is one of ${formats.join(', ')}`)
  return known
}

/** A file that is too large is refused by its size, before a gigabyte is read. */
async function readGiven(file: string, { cwd, input }: CommandContext): Promise<Given> {
  if (file === '-') {
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const part of input ?? process.stdin) {
      parts.push(part as Uint8Array)
      bytes += (part as Uint8Array).length
      if (bytes > mostBytes) throw errors.SCREENING_TOO_LARGE({ file: 'standard input' }, mostBytes / 1_000_000)
    }
    return { bytes: Buffer.concat(parts), fileName: 'standard input' }
  }
  const where = path.resolve(cwd, file)
  const facts = await stat(where).catch(() => null)
  if (!facts) throw errors.FILE_NOT_FOUND(where)
  if (facts.isDirectory()) throw errors.FILE_IS_FOLDER({ file: where })
  if (facts.size > mostBytes) throw errors.SCREENING_TOO_LARGE({ file: where }, mostBytes / 1_000_000)
  return { bytes: await readFile(where), fileName: path.basename(file) }
}

/** A fresh clone has its bundled data, and names that mean units, before anything is compared. */
async function ready(ledger: Ledger, context: CommandContext): Promise<void> {
  await fillEmptyLedger(ledger, context)
  await resolveWithProgress(ledger, { onlyNew: true }, context)
}

async function screenFile(desk: Desk, given: Given): Promise<number> {
  const { who, screening, context, values } = desk
  const options: NewList = {
    ...(values['no-heading'] ? { headed: false } : {}),
    ...(values['four-eyes'] ? { fourEyes: true } : {}),
    encoding: textOf(values.encoding),
    ...(textOf(values.title) !== null && { title: textOf(values.title)! }),
  }
  const mapping = await mappingOf(screening, given, options, values)
  const list = await screening.create(who, given, { ...options, mapping })
  if (!(await compareWithProgress(desk, list.id, 'compare'))) {
    context.out.note(`Interrupted. Run it again, or \`rastro screen --list ${list.id}\`: it goes on where it stopped.`)
    return 130
  }
  const status = await show(desk, list.id)
  if (values.forget) await screening.remove(who, list.id)
  else context.out.note(`The list is ${list.id}, private to ${who}: rastro screen --list ${list.id}`)
  return status
}

/** "birth-date=D": the field, and the column by its heading, letter or number. */
async function mappingOf(screening: Screening, given: Given, options: NewList, values: Values): Promise<Mapping> {
  const mapping: Mapping = {}
  const wanted = (Array.isArray(values.map) ? values.map : [])
    .flatMap((each) => String(each).split(','))
    .map((each) => each.trim())
  if (wanted.length === 0) return mapping
  const { columns } = await withHeadings(screening, given, options, wanted)
  const headings = columns.map(({ heading }) => heading)
  for (const each of wanted) {
    const at = each.indexOf('=')
    if (at < 1) throw wrong('--map is FIELD=COLUMN')
    const field = SubjectField.safeParse(each.slice(0, at).trim().toLowerCase().replace(/[-_]/g, ' '))
    if (!field.success) throw errors.SCREENING_FIELD_UNKNOWN(each.slice(0, at), subjectFields)
    const column = columnNamed(each.slice(at + 1), headings, columns.length)
    if (column === null)
      throw errors.SCREENING_COLUMN_UNKNOWN(
        each.slice(at + 1),
        columns.slice(0, 30).map(({ heading, letter }) => heading || letter),
      )
    mapping[field.data] = [...(mapping[field.data] ?? []), column]
  }
  return mapping
}

/** Whoever names a column by its heading says that there is one. */
async function withHeadings(screening: Screening, given: Given, options: NewList, wanted: readonly string[]): Promise<Preview> {
  const preview = await screening.preview(given, options)
  if (preview.headed || options.headed === false) return preview
  const named = await screening.preview(given, { ...options, headed: true })
  const isHeading = (each: string) =>
    named.columns.some(({ heading }) => heading !== '' && heading === each.slice(each.indexOf('=') + 1).trim())
  if (!wanted.some(isHeading)) return preview
  options.headed = true
  return named
}

/** False where it was interrupted. */
async function compareWithProgress(
  { who, screening, context }: Desk,
  id: string,
  what: 'compare' | 'rescreen',
): Promise<boolean> {
  const { out, now, signal } = context
  const progress = startProgress({
    interactive: out.interactive,
    write: (text) => process.stderr.write(text),
    now: () => now().getTime(),
    unit: 'subjects',
    columns: process.stderr.columns,
  })
  try {
    const run = await screening[what](who, id, { signal, onProgress: (done, of) => progress.update(done / of, done) })
    return run.state === 'done'
  } catch (error) {
    if (signal.aborted) return false
    throw error
  } finally {
    progress.clear()
  }
}

/** Writes the results; status 1 where somebody should be looked at. */
async function show(desk: Desk, id: string): Promise<number> {
  const { who, screening, context, values, format } = desk
  const list = await screening.list(who, id)
  const news = values.again === true
  await writeResults(context.out, list, viewsOf(desk, list), { format, all: values.all === true, news })
  return (news ? list.withNews : list.toLookAt) > 0 ? 1 : 0
}

async function* viewsOf({ who, screening, values, format }: Desk, { id }: ListSummary): AsyncGenerator<SubjectView> {
  const all = values.all === true
  const only = values.again === true ? 'news' : format === 'text' && !all ? 'look' : 'all'
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<Screening['subjects']>> = await screening.subjects(who, id, { show: only, after, limit: 500 })
    for (const view of page.rows) {
      // A row a match would otherwise stand for a namesake that was born on another day.
      const hits = view.hits.filter((hit) => (all || hit.look) && (only !== 'news' || hit.news !== null))
      yield { ...view, hits }
    }
    after = page.next
  }
}

async function onList(desk: Desk, id: string): Promise<number> {
  const { who, screening, context, values } = desk
  if (values.remove) {
    await screening.remove(who, id)
    context.out.note('The list is removed, with all that was found and decided.')
    return 0
  }
  if (textOf(values.share) !== null) await screening.share(who, id, textOf(values.share)!)
  if (values.keep) await screening.keep(who, id, true)
  if (textOf(values.confirm) !== null) {
    const { number, finding, action } = await screening.confirm(who, id, wholeNumber(values.confirm, '--confirm'))
    context.out.note(`Decision ${number} (${finding ?? action}) is confirmed.`)
    return 0
  }
  if (textOf(values.decide) !== null || textOf(values.action) !== null) return decide(desk, id)
  if (values.share || values.keep) {
    const list = await screening.list(who, id)
    context.out.note(
      `${list.purgeAfter === null ? 'Kept.' : `Removed on ${list.purgeAfter}.`} Shared with: ${list.colleagues.join(', ') || 'nobody'}.`,
    )
    return 0
  }
  if (!(await compareWithProgress(desk, id, values.again ? 'rescreen' : 'compare'))) return 130
  return show(desk, id)
}

async function decide({ who, screening, context, values }: Desk, id: string): Promise<number> {
  const reason = textOf(values.reason) ?? ''
  const expires = textOf(values.expires)
  const finding = oneOf(Finding, values.decide, '--decide')
  if (textOf(values.below) !== null) {
    if (finding !== 'no match') throw wrong('--below is for --decide no-match alone')
    const below = Number(values.below)
    if (!(below > 0 && below <= 1.01)) throw wrong('--below is a score between 0 and 1')
    const count = await screening.decideNoMatch(who, id, { below }, { reason, expires })
    context.out.note(`"No match" for ${count} ${count === 1 ? 'subject' : 'subjects'}.`)
    return 0
  }
  const decision = await screening.decide(who, id, {
    position: wholeNumber(values.subject, '--subject'),
    entity: textOf(values.match),
    finding,
    action: oneOf(Action, values.action, '--action'),
    reason,
    expires,
  })
  const waits = decision.state === 'waits' ? ' It waits for a second person.' : ''
  context.out.note(`Decision ${decision.number} is kept.${waits}`)
  return 0
}

function oneOf<Word extends string>(words: { options: readonly Word[] }, given: Values[string], option: string): Word | null {
  const text = textOf(given)
  if (text === null) return null
  const word = words.options.find((one) => one === text.toLowerCase().replaceAll('-', ' '))
  if (!word) throw wrong(`${option} is one of ${words.options.map((one) => one.replaceAll(' ', '-')).join(', ')}`)
  return word
}

function wholeNumber(given: Values[string], option: string): number {
  const text = textOf(given)
  if (text === null || !/^\d{1,7}$/.test(text)) throw wrong(`${option} N is needed`)
  return Number(text)
}
