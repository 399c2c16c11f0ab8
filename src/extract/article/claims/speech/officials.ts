/** People whose rank or post an article tells, as a later sentence means them: by surname, or by "he". */
import type { Span } from '../../sentences.js'

export class Officials {
  private readonly surnames = new Set<string>()
  private told = 0

  /** `named`: where their names stand, in the order of the text. */
  constructor(
    private readonly text: string,
    private readonly named: readonly Span[],
  ) {}

  /** Surnames of those who were named before `at`, which never goes back. */
  surnamesBefore(at: number): ReadonlySet<string> {
    for (let next = this.named[this.told]; next && next.start < at; next = this.named[++this.told]) {
      const surname = /\p{L}[\p{L}’'-]{2,}$/u.exec(this.text.slice(next.start, next.end))?.[0]
      if (surname) this.surnames.add(surname)
    }
    return this.surnames
  }

  /** "He took a course in Texas": the one official who is named in a stretch; null where nobody is, or several are. */
  onlyOneIn(from: number, to: number): string | null {
    const nameOf = ({ start, end }: Span) => this.text.slice(start, end)
    const surnameOf = (name: string) => name.slice(name.lastIndexOf(' ') + 1)
    const within = this.named.filter(({ start }) => start >= from && start < to)
    const surnames = new Set(within.map((one) => surnameOf(nameOf(one))))
    const [surname] = surnames
    if (surnames.size !== 1) return null
    const names = this.named
      .filter(({ start }) => start < to)
      .map(nameOf)
      .filter((name) => surnameOf(name) === surname)
    return names.reduce((longest, name) => (name.length > longest.length ? name : longest))
  }
}
