/**
 * Reads a row of a table: the rank stands in one cell and the name beside it, or both in one, and what the other cells name is theirs, whatever the
 * column is called ("from", "to").
 */

import { cellsOf } from '../../../documents/article/table-cells.js'
import type { Span } from '../sentences.js'
import type { Link, Organization, Person } from './mention.js'
import { readPersonAt } from './persons.js'
import type { Post } from './posts.js'
import { readRank, trimmed } from './ranks.js'
import type { Related } from './relate.js'
import type { ArticleVocabulary } from './vocabulary.js'
import type { ProseWord } from './words.js'

export interface Row {
  cells: readonly Span[]
  people: Person[]
}

/** Null where the stretch is no row, or nobody stands in it as its people do. */
export function readRow(
  text: string,
  { start, end }: Span,
  words: readonly ProseWord[],
  vocabulary: ArticleVocabulary,
): Row | null {
  const cells = cellsOf(text, start, end)
  const people: Person[] = []
  for (const [at, cell] of cells.entries()) {
    const word = words.find((one) => one.start === cell.start)
    const rank = word && readRank(text, word, vocabulary)
    if (!rank || rank.end > cell.end) continue
    const [before, after] = [cells[at - 1], cells[at + 1]]
    const alone = /^ ?(?:\((?:rtd|retd|ret)\.?\)|rtd\.?)?$/.test(text.slice(rank.end, cell.end))
    const name = alone
      ? [after, before].map((one) => one && nameIn(text, one.start, one.end, vocabulary)).find((one) => one && one.words > 1)
      : nameIn(text, rank.end, cell.end, vocabulary)
    if (name) people.push({ start: name.start, end: name.end, rank: trimmed(text, rank) })
  }
  return people.length > 0 ? { cells, people: people.sort((a, b) => a.start - b.start) } : null
}

/** A name that fills a cell, or what a rank leaves of it, but for a number of service or "(rtd)". */
function nameIn(text: string, from: number, end: number, vocabulary: ArticleVocabulary): (Span & { words: number }) | null {
  const start = from + /^[ \u00a0]*/.exec(text.slice(from, end))![0].length
  const name = readPersonAt(text, start, end, vocabulary)
  return name && /^,? *(?:\([^()]{1,12}\)|\p{Lu}{1,3}\/?\d{3,6}|rtd\.?)?$/u.test(text.slice(name.end, end))
    ? { start, end: name.end, words: name.words }
    : null
}

/** Whose the posts and units of a row are: of its only person. With several, nobody's. */
export function relateRow(
  text: string,
  { cells, people }: Row,
  posts: readonly Post[],
  organizations: readonly Organization[],
): Pick<Related, 'people' | 'organizations'> {
  const free = <T extends Span>(list: readonly T[]) =>
    list.filter((one) => !people.some((person) => overlap(person, one) || (person.rank !== null && overlap(person.rank, one))))
  const units = free(organizations).filter(
    (unit) => !free(posts).some((post) => overlap(post, unit) && post.end - post.start >= unit.end - unit.start),
  )
  const links: Link[] = []
  const used = new Set<Organization>()
  const cellOf = ({ start }: Span) => cells.findIndex((cell) => cell.start <= start && start < cell.end)
  const held = free(posts).filter((post) => !units.some((unit) => overlap(unit, post)))
  for (const [index, post] of held.entries()) {
    const cell = cellOf(post)
    const until = held[index + 1]?.start ?? text.length
    const within = units.find((unit) => !used.has(unit) && unit.start >= post.end && unit.start < until && cellOf(unit) === cell)
    // A post in one column and its unit in the next.
    const beside =
      within ??
      units.find(
        (unit) => !used.has(unit) && unit.start < until && cellOf(unit) === cell + 1 && unit.start === cells[cell + 1]!.start,
      )
    if (beside) used.add(beside)
    links.push({ post, organization: beside ?? null })
  }
  for (const unit of units) if (!used.has(unit) && !unit.force) links.push({ post: null, organization: unit })
  const alone = people.length === 1
  return {
    people: people.map((person) => ({ person, links: alone ? links : [] })),
    organizations: units.filter((unit) => alone || !unit.acronym),
  }
}

const overlap = (a: Span, b: Span) => a.start < b.end && a.end > b.start
