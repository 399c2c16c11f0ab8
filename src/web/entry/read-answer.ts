/** A reply that was received, and a correction of what the ledger has: what these two forms say. */
import type { Corrected, Correction } from '../../ledger/entry/correct.js'
import type { Entry, NewStatement } from '../../ledger/entry/enter.js'
import { UserError } from '../../ledger/errors.js'
import type { Answerable } from '../../ledger/read/answerable.js'
import type { Entering } from './entering.js'
import { fileSource, longestNote, placeOfWhole, textSource } from './place.js'
import { fileNameOf, readDates, statuses } from './read-statement.js'
import type { Typed } from './typed.js'

export const howReceived = ['letter', 'e-mail', 'form', 'telephone', 'meeting', 'published'] as const
export const disputes = ['occurrence', 'perpetrator', 'neither'] as const

/** Characters of a reply that its statement repeats; the rest is read where it stands. */
const mostQuoted = 3_000

/**
 * A reply is a source of its own, published as it was received. Where it disputes an allegation it is a denial besides, dated by the day on which it was
 * given, so that whatever rests on the allegation shows since when it is disputed.
 */
export async function readReply(
  typed: Typed,
  entering: Pick<Entering, 'textOf'>,
  about: Answerable,
  file: { name: string; bytes: Uint8Array } | null,
): Promise<{ entry: Entry; bytes: Uint8Array } | null> {
  const who = typed.text('who', { required: true, most: 300 })
  const on = typed.date('on')
  if (on.printed === null) typed.refuse('on', 'required')
  const received = typed.choice('received', howReceived, true)
  const address = typed.webAddress('url')
  const disputed = typed.choice('disputes', disputes) ?? 'neither'
  const matter = typed.get('matter')
  const answered = about.matters.find(({ id }) => id === matter)
  if (matter !== '' && !answered) typed.refuse('matter', 'no choice')
  if (disputed !== 'neither' && answered?.kind !== 'incident') typed.refuse('matter', 'required')
  const disputedFor = disputed === 'perpetrator' ? readAccused(typed, about) : []
  const typedText = typed.text('text', { most: longestNote })
  let text = typedText
  let mediaType = 'text/plain'
  if (file !== null)
    try {
      const read = await entering.textOf(file)
      mediaType = read.mediaType
      text = read.text
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      typed.refuse('file', 'no text')
      typed.told = error
    }
  else if (text === null) typed.refuse('text', 'required')
  if (typed.problems.size > 0 || who === null || text === null || received === null) return null
  const facts = {
    kind: 'reply' as const,
    title: typed.text('title', { most: 300 }) ?? `Reply by ${who}, ${on.printed}`,
    publisher: who,
    publishedPrinted: on.printed,
    officialUrl: address,
  }
  const { source, bytes } = file
    ? fileSource(file.bytes, { ...facts, mediaType, fileName: fileNameOf(file.name) })
    : textSource(text, facts)
  const dated = { speaker: who, firstCitedPrinted: on.printed, firstCited: on.range }
  const quoted = [...text.trim()]
  const value = quoted.length <= mostQuoted ? quoted.join('') : `${quoted.slice(0, mostQuoted - 1).join('')}…`
  // A reply to an alleged incident stands with the incident; any other, with whom it is about.
  const ofIncident = answered?.kind === 'incident'
  const statements: NewStatement[] = [
    {
      ...dated,
      entity: ofIncident ? answered.id : about.id,
      property: 'reply',
      value,
      details: { received, ...(answered && { answers: answered.id }), ...(disputed !== 'neither' && { disputes: disputed }) },
    },
  ]
  if (ofIncident && disputed === 'occurrence')
    statements.push({ ...dated, entity: answered.id, property: 'occurrence', stance: 'denies', value })
  if (ofIncident)
    for (const object of disputedFor)
      statements.push({ ...dated, entity: answered.id, property: 'perpetrator', stance: 'denies', object, value })
  return {
    entry: {
      reason: `Entered a reply by ${who}`,
      source: { source, collectedFrom: `received: ${received}`, restricted: false },
      place: placeOfWhole(text),
      made: [],
      statements,
    },
    bytes,
  }
}

/** All that an incident accuses, as a choice. */
export const everybody = 'all'

/** Whom a reply says not to have done it; the form asks where there are several. */
function readAccused(typed: Typed, { accused }: Answerable): string[] {
  const ids = accused.map(({ id }) => id)
  if (ids.length === 1) return ids
  const chosen = typed.choice('accused', [...ids, everybody], true)
  return chosen === everybody ? ids : chosen === null ? [] : [chosen]
}

/** A statement or a listing is withdrawn; of a statement that was misread, what its source says in truth takes its place. */
export function readCorrection(typed: Typed, kind: Correction['kind'], id: string): Correction | null {
  const reason = typed.text('reason', { required: true, most: 1_000 })
  const replaces = kind === 'statement' && typed.get('do') === 'replace'
  if (!replaces && typed.get('do') !== 'withdraw') typed.refuse('do', 'required')
  let instead: Corrected | null = null
  if (replaces) {
    instead = {
      value: typed.text('value'),
      speaker: typed.text('speaker', { most: 300 }),
      ...readDates(typed),
      confidence: typed.text('confidence', { most: 60 }),
      status: typed.choice('status', statuses) ?? 'accepted',
    }
  }
  return typed.problems.size > 0 || reason === null ? null : { kind, id, reason, instead }
}
