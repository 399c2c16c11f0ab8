/** People by the words of any of their names; all people of a state are kept for whoever asks next. */

import type { AsOf } from '../ledger/read/as-of.js'
import { loadPeople, type PersonRow } from '../ledger/read/people.js'
import { onceTimeoutMs } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import { plainWords } from '../ledger/search-key.js'
import type { WebDependencies } from './dependencies.js'
import { keptStatesOf } from './kept-states.js'

export interface PeopleQuestion {
  /** Words of one of their names, in any order; a star ends the beginning of a word. All people where it is empty. */
  q: string
  /** ISO 3166-1 alpha-3, or a country as printed; '' for all. */
  country: string
}

interface Known extends PersonRow {
  /** The words of each name. */
  words: string[][]
}

const kept = keptStatesOf<Known[]>()

/**
 * Who is found: whose whole name was typed first, then those with most posts, then by name. `head` is the state that `asOf` stands for, where the
 * caller has just read it: then the ledger is not asked again for what is kept of it.
 */
export async function searchPeople(
  { reading }: Pick<WebDependencies, 'reading'>,
  question: PeopleQuestion,
  asOf: AsOf,
  head?: Head,
): Promise<{ people: PersonRow[]; head: Head }> {
  const known = head && (await kept(reading).known(head.digest))
  if (known) return { people: matching(known, question), head }
  return reading.within(
    asOf,
    async ({ client, head }, { at }) => {
      const all = await kept(reading).of(head.digest, async () => {
        const people = await loadPeople(client, at)
        return people.map((person) => ({ ...person, words: person.names.map(plainWords) }))
      })
      return { people: matching(all, question), head }
    },
    onceTimeoutMs,
  )
}

function matching(all: readonly Known[], { q, country }: PeopleQuestion): PersonRow[] {
  const asked = q.split(/\s+/u).flatMap((part) => {
    const words = plainWords(part)
    return words.map((word, index) => ({ word, beginning: part.endsWith('*') && index === words.length - 1 }))
  })
  const here = all.filter(({ countries }) => country === '' || countries.includes(country))
  if (asked.length === 0) return q.trim() === '' ? here : []
  const found = here.flatMap((person) => {
    const names = person.words.filter((words) =>
      asked.every(({ word, beginning }) => words.some((one) => (beginning ? one.startsWith(word) : one === word))),
    )
    return names.length > 0 ? [{ person, whole: names.some((words) => words.length === asked.length) }] : []
  })
  return found
    .sort((one, other) => Number(other.whole) - Number(one.whole) || other.person.postings - one.person.postings)
    .map(({ person }) => person)
}
