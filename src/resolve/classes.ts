/** Which units are of which class, as their names read: a unit says all that its class says, and more. A reading, not a fact. */
import type { Proposed } from './proposals.js'

export interface Classes {
  /** Every class entity that was found. */
  all: string[]
  /** Class entity and what it is called by itself, where its acronym is known. */
  names: [entity: string, name: string][]
  members: [entity: string, unit: string][]
}

/** "Battalion" alone has half an army for members and tells nothing. */
const telling = /^(?:arm|branch|proper) /

/** Of names that were read and proposed, of whole countries. */
export function findClasses(proposed: readonly Proposed[]): Classes {
  const countries = new Map<string, { classes: Map<string, readonly string[]>; units: Map<string, Set<string>> }>()
  const all = new Set<string>()
  const names = new Map<string, string>()
  for (const { reading, entity } of proposed) {
    if (entity === null) continue
    const country = reading.country ?? ''
    const own = countries.get(country) ?? { classes: new Map(), units: new Map() }
    countries.set(country, own)
    if (reading.level === 'class of units') {
      all.add(entity)
      if (reading.className !== null) names.set(entity, reading.className)
      if (reading.says.some((one) => telling.test(one))) own.classes.set(entity, reading.says)
    } else if (reading.level === 'unit') {
      const says = own.units.get(entity) ?? new Set()
      own.units.set(entity, says)
      for (const one of reading.says) says.add(one)
    }
  }
  const members: [string, string][] = []
  for (const { classes, units } of countries.values())
    for (const [unit, says] of units)
      for (const [entity, own] of classes)
        if (own.length < says.size && own.every((one) => says.has(one))) members.push([entity, unit])
  return { all: [...all], names: [...names], members }
}
