/**
 * Who a row is about. Security Force Monitor's ids are kept; where a table gives none (the layout of 2019, or files with few columns) a unit is
 * found by its name: in the file, then among the units that other tables of theirs brought, and else it is known by country and name alone.
 */

import { entityId } from '../../ledger/changesets/entity-facts.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { Flag } from '../../ledger/records.js'
import { countryOfAlpha2, countryOfCode, readCountry } from '../../ledger/vocabulary.js'
import { readUnitName } from '../../names/unit-name.js'
import { sheetFlag } from './flags.js'

export const scheme = 'Security Force Monitor'

/** A unit that another table brought, with an id of theirs. */
export interface KnownUnit {
  name: string
  /** ISO 3166-1 alpha-3, or as printed. */
  country: string | null
  entity: string
}

export interface Found {
  entity: string
  flags: Flag[]
  /** Known by name alone: another table may tell later who it is. */
  byName: boolean
}

export const nameKey = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

const idKey = (id: string): string => id.trim().toLowerCase()

export const unitOfId = (id: string): string => entityId('unit', scheme, idKey(id))
export const incidentOfId = (id: string): string => entityId('incident', scheme, idKey(id))
export const personOfId = (id: string): string => entityId('person', scheme, idKey(id))
export const personOfName = (country: string | null, name: string): string =>
  entityId('person', `${scheme}, by name`, `${country ?? ''}|${nameKey(name)}`)
const unitOfName = (country: string | null, name: string): string =>
  entityId('unit', `${scheme}, by name`, `${country ?? ''}|${nameKey(name)}`)

/** Bodies are what no exposure passes through: a ministry, a service, a branch. */
export function kindOfUnit(name: string, country: string | null): EntityKind {
  const { level } = readUnitName(name, country)
  return level === 'branch' || level === 'ministry' ? 'body' : 'unit'
}

/** The code of a country printed as "ng", "NGA" or "Nigeria"; null where no table knows it. */
export function countryCode(printed: string): string | null {
  const country = countryOfAlpha2(printed) ?? countryOfCode(printed.toUpperCase())
  return country?.code ?? readCountry(printed)?.code ?? null
}

export class UnitNames {
  private readonly inFile = new Map<string, { entity: string; country: string | null; hasId: boolean }[]>()
  private readonly known = new Map<string, KnownUnit[]>()

  constructor(known: readonly KnownUnit[]) {
    for (const unit of known) add(this.known, nameKey(unit.name), unit)
  }

  /** A row of the file: with an id of theirs, or without. */
  addRow(name: string, country: string | null, id: string): void {
    const entity = id === '' ? unitOfName(country, name) : unitOfId(id)
    const rows = this.inFile.get(nameKey(name))
    if (rows?.some((row) => row.entity === entity)) return
    add(this.inFile, nameKey(name), { entity, country, hasId: id !== '' })
  }

  find(name: string, country: string | null): Found {
    const inFile = this.inFile.get(nameKey(name)) ?? []
    const withIds = inFile.filter(({ hasId }) => hasId)
    for (const candidates of [withIds, this.known.get(nameKey(name)) ?? []]) {
      const entities = (list: readonly { entity: string }[]) => [...new Set(list.map(({ entity }) => entity))]
      const here = entities(candidates.filter((candidate) => candidate.country === country))
      if (here.length === 1) return { entity: here[0]!, flags: [], byName: false }
      const anywhere = entities(candidates)
      if (here.length === 0 && anywhere.length === 1) {
        const other = candidates[0]!.country
        const flags =
          country === null || other === null ? [] : [sheetFlag('UNIT_OF_OTHER_COUNTRY', `${name}: ${other}, not ${country}`)]
        return { entity: anywhere[0]!, flags, byName: false }
      }
      if (anywhere.length > 1)
        return {
          entity: unitOfName(country, name),
          flags: [sheetFlag('NAME_AMBIGUOUS', `${anywhere.length} units are called ${name}`)],
          byName: true,
        }
    }
    const here = inFile.find((row) => row.country === country) ?? (inFile.length === 1 ? inFile[0] : undefined)
    return {
      entity: here?.entity ?? unitOfName(country, name),
      flags: [sheetFlag('UNIT_BY_NAME', `No id is given for ${name}`)],
      byName: true,
    }
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
