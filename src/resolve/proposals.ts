/**
 * What each printed name is proposed to mean, by three rules. "Alike": names of one country whose readings are equal in everything they say are
 * one unit. "Known unit": a unit that a source describes, where the evidence is decisive. "Slip": the unit of which it is a misprint (slips.ts). Pure:
 * names in, judgements out.
 */
import { entityId, entityRow } from '../ledger/changesets/entity-facts.js'
import type { Judged } from '../ledger/changesets/judgements.js'
import type { EntityKind, Judgement } from '../ledger/entities.js'
import type { KnownUnits } from './known-units.js'
import { type NameReading, type PrintedName, readPrintedName } from './reading.js'
import { slipsOf } from './slips.js'

/** With their versions: raised whenever a rule, or the grammar under it, gives other proposals. */
const alikeRule = 'alike 3'
export const knownUnitRule = 'known unit 4'
const slipRule = 'slip 3'
export const rules = `${alikeRule}, ${knownUnitRule}, ${slipRule}`

export interface Proposed {
  name: PrintedName
  reading: NameReading
  /** The entity that it is proposed to mean; null where it says too little, or names none. */
  entity: string | null
}

const kinds: Record<Exclude<NameReading['level'], 'none'>, EntityKind> = {
  unit: 'unit',
  'class of units': 'class of units',
  body: 'body',
  organization: 'organization',
}

/** The id of the entity that all names of this reading are proposed to be; null where the reading tells too little. */
export function entityOfReading({ level, country, key }: NameReading): string | null {
  return level === 'none' || key === null ? null : entityId(kinds[level], 'printed names', `${country ?? ''}|${key}`)
}

/** `knownOf`: the described units of a country, null where there are none. */
export function propose(
  names: Iterable<PrintedName>,
  knownOf: (country: string | null) => KnownUnits | null,
): { proposed: Proposed[]; judged: Judged } {
  const read = [...names].map((name) => {
    const reading = readPrintedName(name)
    const known =
      reading.level === 'unit' || reading.level === 'body' ? (knownOf(reading.country)?.decide(name.text) ?? null) : null
    return { name, reading, known, entity: known?.id ?? entityOfReading(reading) }
  })
  const units = read.flatMap(({ reading: { level, country, key } }) =>
    level === 'unit' && key !== null ? [{ country, key }] : [],
  )
  const slips = slipsOf(units)
  const byKey = new Map(
    read.flatMap((one) => (one.reading.level === 'unit' ? [[`${one.reading.country}|${one.reading.key}`, one] as const] : [])),
  )
  const proposed: Proposed[] = []
  const judgements: Judgement[] = []
  const entities = new Map<string, EntityKind>()
  for (const { name, reading, known, entity: own } of read) {
    const slip = known || reading.level !== 'unit' ? undefined : slips.get(`${reading.country}|${reading.key}`)
    const meant = slip && byKey.get(`${reading.country}|${slip.key}`)
    const entity = meant?.entity ?? own
    proposed.push({ name, reading, entity })
    if (entity === null || reading.level === 'none') continue
    // What a source describes is an entity already.
    if (!known && !meant?.known) entities.set(entity, kinds[reading.level])
    judgements.push({
      subjectKind: 'printed name',
      subject: name.id,
      entity,
      verdict: 'same',
      basis: 'rule',
      reviewer: null,
      rule: known ? knownUnitRule : meant ? slipRule : alikeRule,
      score: known ? known.score : null,
      reasons: known
        ? known.reasons
        : [
            `reads as ${reading.says.map((one) => one.replace(/^proper /, 'name ')).join(', ')}`,
            ...(meant && slip ? [`other spelling: ${slip.printed} and ${slip.meant}`] : []),
          ],
      note: null,
    })
  }
  return { proposed, judged: { judgements, entities: [...entities].map(([id, kind]) => entityRow(id, kind)) } }
}
