/** Tables of persons and their postings, and of what else is known of them. */
import type { Flag } from '../../ledger/records.js'
import type { TableCounts } from '../table-counts.js'
import { cleanRows, standing } from './clean-rows.js'
import type { PersonalColumns, PersonsExtraLayout, PersonsLayout } from './columns.js'
import { personOfId, personOfName, scheme, type UnitNames, unitOfId } from './identity.js'
import { nameFlags, rowCountry, sayCountry } from './read-units.js'
import type { Part, RowReader, SheetReader } from './sheet-reader.js'
import { type About, readSpan, type Statements } from './statements.js'

export function readPersons(sheet: SheetReader, layout: PersonsLayout, names: UnitNames, into: Statements): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const { row, status } of cleanRows(sheet, layout, layout.name.value, counts)) {
    const name = row.value(layout.name)
    const id = layout.id === null ? null : row.value({ value: layout.id })
    const country = rowCountry(row, layout)
    if (!name && !id) {
      counts.refused++
      row.lose(layout.name.value, 'ROW_WITHOUT_SUBJECT', 'refused', null)
      continue
    }
    const entity = id ? personOfId(id.text) : personOfName(country, name!.text)
    const about: About = { entity, name, ...standing(status, layout.status) }
    into.knows(entity, () => 'person')
    const say: Say = (...said) => into.say(sheet, row, about, ...said)
    if (name) say('name', name, { flags: nameFlags(name.text) })
    if (id) say('identifier', id, { details: { scheme } })
    for (const alias of row.list(layout.aliases)) say('alias', alias, { flags: nameFlags(alias.text) })
    sayCountry(row.value(layout.country), say)
    readPosting(sheet, row, layout, country, about, names, into)
    if (layout.personal) readPersonal(row, layout.personal, say)
    const note = layout.notes === undefined ? null : row.value({ value: layout.notes })
    if (note) say('note', note)
    row.finish(layout.internal)
  }
  return counts
}

type Say = (property: Parameters<Statements['say']>[3], main: Part | null, said?: Parameters<Statements['say']>[5]) => void

function readPosting(
  sheet: SheetReader,
  row: RowReader,
  layout: PersonsLayout,
  country: string | null,
  about: About,
  names: UnitNames,
  into: Statements,
): void {
  const unit = row.value(layout.unit)
  const id = layout.unitId === null ? null : row.value({ value: layout.unitId })
  const flags: Flag[] = []
  const span = readSpan(row, layout.span, flags, unit !== null || id !== null)
  const details = {
    role: row.value(layout.role),
    title: row.value(layout.title),
    rank: row.value(layout.rank),
    start_context: layout.span.startContext ? row.value(layout.span.startContext) : null,
    end_context: layout.span.endContext ? row.value(layout.span.endContext) : null,
  }
  const given = Object.entries(details).filter((entry): entry is [string, Part] => entry[1] !== null)
  if (!unit && !id) {
    for (const [, part] of given) row.lose(part.column, 'CELL_OF_BLANK', 'not taken', part.text)
    return
  }
  const found = id ? { entity: unitOfId(id.text), flags: [] } : names.find(unit!.text, country)
  into.say(sheet, row, about, 'posting', unit ?? id, {
    object: found.entity,
    details: Object.fromEntries(given),
    span,
    flags: [...flags, ...found.flags],
  })
  into.spokenOf.push({ sheet, row, unit, id, entity: found.entity, country, status: about.status })
}

export function readPersonsExtra(sheet: SheetReader, layout: PersonsExtraLayout, into: Statements): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const row of sheet.rows()) {
    counts.rows++
    const id = row.value({ value: layout.id })
    const name = row.value(layout.name)
    if (!id) {
      counts.refused++
      row.lose(layout.id, 'ROW_WITHOUT_SUBJECT', 'refused', name?.text ?? null)
      continue
    }
    // Who is named here has a name with sources in the table of persons; without them it may be one that only a restricted source says.
    if (name) row.lose(name.column, 'NAME_REPEATED', 'in part', name.text)
    const about: About = { entity: personOfId(id.text), name: null, status: 'accepted', flags: [] }
    into.knows(about.entity, () => 'person')
    const say: Say = (...said) => into.say(sheet, row, about, ...said)
    readPersonal(row, layout.personal, say)
    row.finish(layout.internal)
  }
  return counts
}

function readPersonal(row: RowReader, columns: PersonalColumns, say: Say): void {
  const plain = (property: 'gender' | 'birth' | 'biography') => {
    const part = columns[property] ? row.value(columns[property]) : null
    if (part) say(property, part)
  }
  plain('gender')
  plain('birth')
  const death = columns.death ? row.value(columns.death) : null
  const deceased = columns.deceased ? row.value(columns.deceased) : null
  const alive = deceased !== null && /^(n|no|false|0)$/i.test(deceased.text)
  if (death) say('death', death)
  if (deceased && alive !== (death === null && !alive)) say('death', deceased, { stance: alive ? 'denies' : 'asserts' })
  plain('biography')
  for (const account of columns.accounts) {
    const part = row.value(account)
    const kind = account.named ?? (account.kind === undefined ? '' : row.text(account.kind))
    if (part) say('account', part, { details: kind === '' ? {} : { kind: { ...part, text: kind, flags: [] } } })
    else if (account.kind !== undefined && kind !== '') row.lose(account.kind, 'CELL_OF_BLANK', 'not taken', kind)
  }
  for (const note of columns.notes) {
    const part = row.value(note)
    if (part) say('note', part)
  }
}
