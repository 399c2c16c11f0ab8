/** Numbers, money and dates as a reader of the language writes them. Nothing here rounds: a figure that is printed adds up. */

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** What the vocabulary calls a country or a programme. */
export const nameIn = (language: Language, { nameEn, nameEs }: { nameEn: string; nameEs: string }): string =>
  ({ en: nameEn, es: nameEs })[language]

/**
 * Spanish as in most of the countries that the ledger is about: "1,532.50", not "1.532,50", so that figures agree with what the reports
 * print. Years are never formatted as numbers.
 */
const locales: Record<Language, string> = { en: 'en-US', es: 'es-419' }

export interface Format {
  number(value: number): string
  /** Cents as dollars; cents are shown only where there are any. */
  dollars(cents: number): string
  /** For axes and tiles: "$1.2M". */
  shortDollars(cents: number): string
  shortNumber(value: number): string
  /** A share of a whole; "<1 %" and ">99 %" so that some is never shown as none, nor nearly all as all. */
  share(part: number, whole: number): string
  /** An ISO date, in words. */
  date(iso: string): string
  /** An ISO time, as a date and a time in UTC. */
  time(iso: string): string
  list(parts: readonly string[]): string
  /** "a, b or c" */
  either(parts: readonly string[]): string
  /** 1999, 2001–2003 of [1999, 2001, 2002, 2003]. */
  years(years: readonly number[]): string
  collator: Intl.Collator
}

const made = new Map<Language, Format>()

export function formatFor(language: Language): Format {
  const known = made.get(language)
  if (known) return known
  const locale = locales[language]
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always' })
  const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
  const exact = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
  const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  // "US$" where "$" is also the reader's own peso.
  const sign = (text: string) => (language === 'es' ? text.replace('$', 'US$') : text)
  const format: Format = {
    number: (value) => number.format(value),
    dollars: (cents) => sign(cents % 100 === 0 ? whole.format(cents / 100) : exact.format(cents / 100)),
    shortDollars: (cents) => sign(`$${short.format(cents / 100)}`),
    shortNumber: (value) => short.format(value),
    share(part, of) {
      if (of <= 0) return '–'
      const share = part / of
      if (share > 0 && share < 0.01) return `<${percent.format(0.01)}`
      if (share < 1 && share > 0.99) return `>${percent.format(0.99)}`
      return percent.format(share)
    },
    date: (iso) => date.format(new Date(`${iso}T00:00:00Z`)),
    time: (iso) => `${time.format(new Date(iso))} UTC`,
    list: (parts) => list.format(parts),
    either: (parts) => either.format(parts),
    years(years) {
      const spans: [number, number][] = []
      for (const year of [...new Set(years)].sort((a, b) => a - b)) {
        const last = spans.at(-1)
        if (last && last[1] === year - 1) last[1] = year
        else spans.push([year, year])
      }
      return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
    },
    collator: new Intl.Collator(locale),
  }
  made.set(language, format)
  return format
}
