/**
 * What a layout tells of the columns of each kind of table: which heading stands for what. Parts that a layout has no column for are absent or
 * null.
 */

/** A value with the publications that say it and how sure the researchers are of it. */
export interface ValueColumns {
  value: string
  source?: string
  confidence?: string
}

/** A date as printed, and again in three columns. */
export interface DateColumns {
  date: string
  month: string
  day: string
  year: string
  source?: string
  confidence?: string
}

/** When something was first and last cited: whether that is known to be its start, its end, and whether it may go on. */
export interface SpanColumns {
  first: DateColumns
  starts: string
  startContext?: ValueColumns
  last: DateColumns
  endContext?: ValueColumns
  /** Y, N or E (exact: the last date is the end). */
  open?: string
  /** Y or N: the last date is the end. */
  ends?: string
}

export interface RelationColumns {
  /** "child", "member"; absent where the columns are for one of them only. */
  type?: string
  only?: 'membership'
  id?: string
  unit: ValueColumns
  kind?: ValueColumns
  span: SpanColumns
}

export interface UnitsLayout {
  table: 'units'
  status: string
  /** The lowest status that is taken over; 3 is clean. */
  lowestStatus: 2 | 3
  id: string
  name: ValueColumns
  aliases: ValueColumns
  classification: ValueColumns
  country: ValueColumns
  existence: SpanColumns
  relations: RelationColumns[]
  /** One group of columns for a site or an area, as `type` says. */
  location?: { type: string; base: ValueColumns; place: ValueColumns; span: SpanColumns }
  /** The layout of 2019: a site told by up to four groups of columns, and an area. */
  site?: {
    base: ValueColumns
    exact: ValueColumns & { other: string }
    place: ValueColumns & { id: string }
    region: ValueColumns & { id: string }
    country: string
    span: SpanColumns
  }
  area?: ValueColumns & { id: string; country: string; span: SpanColumns }
  notes?: string
  internal: string[]
}

export interface PersonsLayout {
  table: 'persons'
  status: string
  lowestStatus: 2 | 3
  id: string | null
  name: ValueColumns
  aliases: ValueColumns
  country: ValueColumns
  unitId: string | null
  unit: ValueColumns
  role: ValueColumns
  title: ValueColumns
  rank: ValueColumns
  span: SpanColumns
  notes?: string
  personal: PersonalColumns | null
  internal: string[]
}

export interface PersonalColumns {
  gender?: ValueColumns
  birth?: ValueColumns
  death?: ValueColumns
  deceased?: ValueColumns
  biography?: ValueColumns
  /** `named`: where the account is, where no column says it. */
  accounts: (ValueColumns & { named?: string; kind?: string })[]
  /** Descriptions that the source publishes beside an address or a picture. */
  notes: ValueColumns[]
}

export interface PersonsExtraLayout {
  table: 'persons extra'
  id: string
  name: ValueColumns
  personal: PersonalColumns
  internal: string[]
}

export interface SourcesLayout {
  table: 'sources'
  id: string
  /** Other ids of the same row. */
  otherIds: string[]
  restricted: string | null
  kind: string | null
  title: string
  author: string | null
  publisher: string
  url: string
  archivedUrl: string
  published: string
  accessed: string
  locator: string
  notKept: string[]
  internal: string[]
}

const notHeadings = new Set(['table', 'only', 'named'])

/** Every heading of a layout, whatever part of it names it. */
export function headingsOf(layout: unknown): string[] {
  if (typeof layout === 'string') return layout === '' ? [] : [layout]
  if (layout === null || typeof layout !== 'object') return []
  return Object.entries(layout).flatMap(([part, value]) => (notHeadings.has(part) ? [] : headingsOf(value)))
}
