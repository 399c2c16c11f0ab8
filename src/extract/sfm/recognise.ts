/** Which of the known tables a heading belongs to: the layout with most of its columns there. */
import { headingsOf } from './columns.js'
import { type Layout, layouts } from './layouts.js'

export const headingKey = (heading: string): string =>
  heading.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase()

export type Recognised = { layout: Layout } | null

const known = layouts.map((layout) => ({
  layout,
  keys: new Set(headingsOf(layout).map(headingKey)),
  /** Without these nothing of the table can be told from another's. */
  telling: tellingHeadings(layout).map(headingKey),
}))

function tellingHeadings(layout: Layout): string[] {
  switch (layout.table) {
    case 'units':
      return [layout.id, layout.name.value]
    case 'persons':
      return layout.id ? [layout.id, layout.name.value] : [layout.name.value]
    case 'persons extra':
      return [layout.id]
    case 'sources':
    case 'incidents':
      return [layout.id]
    case 'aliases':
      return [layout.id, layout.alias]
  }
}

/** Present headings say themselves whose they are ("unit:name"); of the others so many must be there. */
const FEWEST = 3

export function recognise(heading: readonly string[]): Recognised {
  const keys = new Set(heading.map(headingKey).filter(Boolean))
  let best: { layout: Layout; count: number; told: boolean } | null = null
  for (const { layout, keys: own, telling } of known) {
    const shared = [...own].filter((key) => keys.has(key))
    const says = shared.some((key) => /^(unit|person|person_extra|source|incident):/.test(key))
    if (!says && shared.length < FEWEST) continue
    const told = telling.some((key) => keys.has(key))
    if (!best || Number(told) - Number(best.told) > 0 || (told === best.told && shared.length > best.count))
      best = { layout, count: shared.length, told }
  }
  return best && { layout: best.layout }
}

/** The headings of which one must be there for the rows to be about anybody. */
export const subjectHeadings = tellingHeadings
