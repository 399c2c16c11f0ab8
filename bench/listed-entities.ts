/** The people and organisations of OFAC's list with their alternate names, as the ledger would know them: for measuring without a ledger. */
import { readFileSync } from 'node:fs'
import { readDelimited } from '../src/documents/delimited.js'
import { readList } from '../src/extract/take-list.js'
import { rangeText, readListedDate } from '../src/ledger/dates.js'
import type { EntityKind } from '../src/ledger/entities.js'
import type { KnownEntity } from '../src/ledger/read/known-entities.js'
import { materialFolder } from './name-material.js'

export const sdnFile = `${materialFolder}/lists/ofac/sdn.csv`
export const alternateFile = `${materialFolder}/lists/ofac/alt.csv`
/** The day of the given copy. */
export const sdnSeenOn = '2023-01-06'

export function listedEntities(): KnownEntity[] {
  const table = (file: string) => readDelimited(readFileSync(file), { file })
  const list = readList(table(sdnFile), 'SDN list', 'sdn', { seenOn: sdnSeenOn, entries: new Map(), file: 'sdn.csv' }).facts
  const entries = new Map(
    list.statements
      .filter(({ property, details }) => property === 'identifier' && details.scheme === 'OFAC SDN')
      .map(({ value, entity }) => [value!, { id: entity, kind: list.entities.get(entity) as EntityKind }]),
  )
  const names = readList(table(alternateFile), 'SDN alternate names', 'alt', { seenOn: null, entries, file: 'alt.csv' }).facts
  const known = new Map<string, KnownEntity>()
  for (const [id, kind] of list.entities)
    known.set(id, {
      id,
      kind: kind as KnownEntity['kind'],
      name: '',
      names: [],
      countries: [],
      births: [],
      identifiers: [],
      rows: 0,
      proposed: false,
      trainsOnly: false,
    })
  for (const { entity, property, value } of [...list.statements, ...names.statements]) {
    const one = known.get(entity)
    if (!one || value === null) continue
    if (property === 'name') one.name = value
    if (property === 'name' || property === 'alias') one.names.push(value)
    else if (property === 'country') one.countries.push(value)
    else if (property === 'identifier') one.identifiers.push(value)
    else if (property === 'birth') {
      const range = readListedDate(value)
      if (range) one.births.push(rangeText(range))
    }
  }
  return [...known.values()]
}
