/**
 * BRAT stand-off annotations: "T1<tab>Person 8 17<tab>John Musa" and "R1<tab>has_rank Arg1:T1 Arg2:T2", offsets in Unicode code points
 * (https://brat.nlplab.org/standoff.html).
 */
import type { Mention, MentionType, Relation, RelationType } from './mention.js'

/** Lines for mentions and relations whose offsets are code points already. A line end within a mention is a space, as BRAT prints it. */
export function writeBrat(mentions: readonly Mention[], relations: readonly Relation[]): string {
  const lines = mentions.map(
    ({ type, start, end, text }, at) => `T${at + 1}\t${type} ${start} ${end}\t${text.replace(/[\r\n]+/g, ' ')}`,
  )
  for (const [at, { type, person, other }] of relations.entries())
    lines.push(`R${at + 1}\t${type} Arg1:T${person + 1} Arg2:T${other + 1}\t`)
  return lines.map((line) => `${line}\n`).join('')
}

/** Reads mentions and relations; other kinds of lines, and mentions in several parts, are left out. */
export function readBrat(content: string): { mentions: Mention[]; relations: Relation[] } {
  const mentions: Mention[] = []
  const relations: Relation[] = []
  const byId = new Map<string, number>()
  const lines = content.split(/\r?\n/)
  for (const line of lines) {
    const match = /^(T\d+)\t(\w+) (\d+) (\d+)\t(.*)$/.exec(line)
    if (!match) continue
    const [, id, type, start, end, text] = match
    byId.set(id!, mentions.push({ type: type as MentionType, start: Number(start), end: Number(end), text: text! }) - 1)
  }
  for (const line of lines) {
    const match = /^R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)/.exec(line)
    if (!match) continue
    const person = byId.get(match[2]!)
    const other = byId.get(match[3]!)
    if (person !== undefined && other !== undefined) relations.push({ type: match[1] as RelationType, person, other })
  }
  return { mentions, relations }
}
