/**
 * What was typed into a form, field by field, with what is wrong beside the field. Reading never throws for what a person typed: the form is shown
 * again with every value as it was.
 */
import { type DateRange, rangeText, readPartialDate } from '../../ledger/dates.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { NewEntity } from '../../ledger/entry/enter.js'
import type { UserError } from '../../ledger/errors.js'
import type { FoundEntity } from '../../ledger/read/find-entity.js'
import { countryOfCode } from '../../ledger/vocabulary.js'

export type FieldProblem =
  | 'required'
  | 'too long'
  | 'no date'
  | 'last before first'
  | 'future'
  | 'no number'
  | 'no address'
  | 'no choice'
  | 'choose'
  | 'nothing found'
  | 'no such source'
  | 'not in the text'
  | 'several in the text'
  | 'no such page'
  | 'no such paragraph'
  | 'no place'
  | 'no text'
  | 'unticked names'
  | 'restricted names'
  | 'nothing said'
  | 'same'

/** Longer than any field of a record; a text that is a source has a limit of its own. */
const longestField = 4_000

export class Typed {
  readonly problems = new Map<string, FieldProblem>()
  /** For a field in which somebody is named: who may be meant. */
  readonly found = new Map<string, FoundEntity[]>()

  /** What reading a file that was sent said of it. */
  told: UserError | null = null

  /** Why the ledger did not take what was typed. */
  refused: UserError | null = null

  constructor(readonly values: Record<string, string[]>) {}

  /** As it was typed; '' where there is no such field. */
  get(name: string): string {
    return this.values[name]?.[0] ?? ''
  }

  set(name: string, value: string): void {
    this.values[name] = [value]
  }

  /** The first thing that is wrong with a field stays. */
  refuse(name: string, problem: FieldProblem): void {
    if (!this.problems.has(name)) this.problems.set(name, problem)
  }

  /** Text without white space around; null where nothing was typed. */
  text(name: string, { required = false, most = longestField }: { required?: boolean; most?: number } = {}): string | null {
    const text = this.get(name).replace(/\r\n?/g, '\n').trim()
    if (text === '') {
      if (required) this.refuse(name, 'required')
      return null
    }
    if (text.length > most) this.refuse(name, 'too long')
    return text
  }

  ticked(name: string): boolean {
    return this.get(name) !== ''
  }

  /** One of some values; null where none is chosen. */
  choice<Value extends string>(name: string, values: readonly Value[], required = false): Value | null {
    const typed = this.get(name)
    if (typed === '') {
      if (required) this.refuse(name, 'required')
      return null
    }
    const value = values.find((one) => one === typed)
    if (value === undefined) this.refuse(name, 'no choice')
    return value ?? null
  }

  count(name: string): number | null {
    const typed = this.get(name).trim()
    if (typed === '') return null
    if (!/^\d{1,7}$/.test(typed)) {
      this.refuse(name, 'no number')
      return null
    }
    return Number(typed)
  }

  country(name: string): string | null {
    const code = this.get(name)
    if (code === '') return null
    if (!countryOfCode(code)) this.refuse(name, 'no choice')
    return code
  }

  webAddress(name: string): string | null {
    const address = this.text(name, { most: 2_000 })
    if (address === null) return null
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) this.refuse(name, 'no address')
    return address
  }

  /**
   * A date: `NAME_printed` verbatim, as the source has it, and `NAME` how it is to be read. Where only the words are given they are read themselves;
   * where they cannot be, the reading has to be given, or a question mark where nobody can tell.
   */
  date(name: string): { printed: string | null; range: string | null } {
    const printed = this.text(`${name}_printed`, { most: 200 })
    const typed = this.text(name, { most: 40 })
    if (typed === '?') return { printed, range: null }
    const range = readSpan(typed ?? printed ?? '')
    if (range === null && (typed ?? printed) !== null) this.refuse(name, 'no date')
    return { printed: printed ?? typed, range: range && rangeText(range) }
  }
}

/** "2014", "2014-02", "2014-02-17", and from one to another: "2014-02-03/2014-02-09". */
export function readSpan(text: string): DateRange | null {
  const parts = text.trim().split('/')
  const ranges = parts.map((part) => readPartialDate(part))
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (parts.length > 2 || !first || !last || last.to < first.from) return null
  return { from: first.from, to: last.to }
}

/** Whoever a field names: an id, or the key of somebody whom the entry makes; null where nobody is named, or it is not yet clear who. */
export async function readEntity(
  typed: Typed,
  name: string,
  kinds: readonly EntityKind[],
  made: NewEntity[],
  find: (q: string, kinds: readonly EntityKind[]) => Promise<FoundEntity[]>,
  { required = false, country = null }: { required?: boolean; country?: string | null } = {},
): Promise<string | null> {
  const text = typed.text(name, { most: 300 })
  const chosen = typed.get(`${name}_id`)
  if (chosen !== '' && chosen !== 'new') {
    // Whether there is such an entity, and of which kind, is asked when it is written.
    if (!/^[\w-]{1,80}$/.test(chosen)) typed.refuse(name, 'no choice')
    const found = text === null ? [] : await find(text, kinds)
    const known = found.find(({ id }) => id === chosen) ?? { id: chosen, kind: kinds[0]!, name: text ?? chosen, country: null }
    typed.found.set(name, [known, ...found.filter(({ id }) => id !== chosen)])
    return chosen
  }
  if (text === null) {
    if (required) typed.refuse(name, 'required')
    return null
  }
  typed.found.set(name, await find(text, kinds))
  if (chosen === 'new') {
    const kind = typed.choice(`${name}_kind`, kinds, true)
    const where = typed.country(`${name}_country`) ?? country
    if (kind === null) return null
    const key = `@${name}`
    made.push({ key, kind, name: text, country: where })
    return key
  }
  typed.refuse(name, typed.found.get(name)!.length > 0 ? 'choose' : 'nothing found')
  return null
}
