/** A table of units: their names, kinds, dates, parents, sites and areas. "The related unit is the parent of the row's unit" (handbook). */
import type { Flag } from '../../ledger/records.js'
import type { TableCounts } from '../table-counts.js'
import { cleanRows, standing, statusOf } from './clean-rows.js'
import type { RelationColumns, UnitsLayout } from './columns.js'
import { sheetFlag } from './flags.js'
import { countryCode, kindOfUnit, scheme, type UnitNames, unitOfId } from './identity.js'
import type { AliasesLayout } from './layouts.js'
import type { Part, RowReader, SheetReader } from './sheet-reader.js'
import { type About, readSpan, type Statements } from './statements.js'

/** The rows' own units, for finding others by name. Looks only, and reports nothing. */
export function addUnitRows(sheet: SheetReader, layout: UnitsLayout, names: UnitNames): void {
  for (const row of sheet.rows()) {
    const name = row.text(layout.name.value)
    if (name !== '' && statusOf(row, sheet, layout) !== 'refused')
      names.addRow(name, rowCountry(row, layout), row.text(layout.id))
  }
}

export function readUnits(sheet: SheetReader, layout: UnitsLayout, names: UnitNames, into: Statements): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const { row, status } of cleanRows(sheet, layout, layout.name.value, counts)) {
    const subject = readSubject(row, layout, names, status)
    if (!subject) {
      counts.refused++
      row.lose(layout.name.value, 'ROW_WITHOUT_SUBJECT', 'refused', null)
      continue
    }
    const { about, doubts } = subject
    const country = rowCountry(row, layout)
    into.knows(about.entity, () => kindOfUnit(about.name?.text ?? '', country))
    const say: Say = (...said) => into.say(sheet, row, about, ...said)
    if (about.name) say('name', about.name, { flags: [...doubts, ...nameFlags(about.name.text)] })
    const id = row.value({ value: layout.id })
    if (id) say('identifier', id, { details: { scheme } })
    for (const alias of row.list(layout.aliases)) say('alias', alias, { flags: nameFlags(alias.text) })
    for (const kind of row.list(layout.classification)) say('classification', kind)
    sayCountry(row.value(layout.country), say)
    const flags: Flag[] = []
    const existence = readSpan(row, layout.existence, flags, true)
    if (existence.first || existence.last)
      say('existence', null, {
        value: about.name?.text ?? row.text(layout.id),
        about: about.name,
        column: (existence.first ?? existence.last)!.column,
        span: existence,
        flags,
      })
    for (const relation of layout.relations) readRelation(sheet, row, relation, country, about, names, into)
    if (layout.location) readLocation(row, layout.location, say)
    if (layout.site) readSite(row, layout.site, say)
    if (layout.area) readArea(row, layout.area, say)
    if (layout.notes) {
      const note = row.value({ value: layout.notes })
      if (note) say('note', note)
    }
    row.finish(layout.internal)
  }
  return counts
}

export function rowCountry(row: RowReader, { country }: { country: { value: string } }): string | null {
  const printed = row.text(country.value)
  return printed === '' ? null : (countryCode(printed) ?? printed)
}

function readSubject(
  row: RowReader,
  layout: UnitsLayout,
  names: UnitNames,
  status: 'clean' | 'not checked',
): { about: About; doubts: Flag[] } | null {
  const name = row.value(layout.name)
  const id = row.text(layout.id)
  const found = id !== '' ? { entity: unitOfId(id), flags: [] } : name ? names.find(name.text, rowCountry(row, layout)) : null
  return found && { about: { entity: found.entity, name, ...standing(status, layout.status) }, doubts: found.flags }
}

export const nameFlags = (name: string): Flag[] => (/[\p{L}\p{N}]/u.test(name) ? [] : [sheetFlag('NAME_WITHOUT_LETTERS', name)])

type Say = (property: Parameters<Statements['say']>[3], main: Part | null, said?: Parameters<Statements['say']>[5]) => void

export function sayCountry(country: Part | null, say: Say): void {
  if (!country) return
  const code = countryCode(country.text)
  say('country', country, {
    value: code ?? country.text,
    flags: code ? [] : [sheetFlag('COUNTRY_UNKNOWN', `Printed: ${country.text}`)],
  })
}

function readRelation(
  sheet: SheetReader,
  row: RowReader,
  columns: RelationColumns,
  country: string | null,
  about: About,
  names: UnitNames,
  into: Statements,
): void {
  const unit = row.value(columns.unit)
  const id = columns.id === undefined ? null : row.value({ value: columns.id })
  const type = columns.type === undefined ? null : row.value({ value: columns.type })
  const kind = columns.kind ? row.value(columns.kind) : null
  const flags: Flag[] = []
  const span = readSpan(row, columns.span, flags, unit !== null || id !== null)
  if (!unit && !id) {
    for (const part of [type, kind]) if (part) row.lose(part.column, 'CELL_OF_BLANK', 'not taken', part.text)
    return
  }
  const main = unit ?? id!
  const found = id ? { entity: unitOfId(id.text), flags: [] } : names.find(main.text, country)
  flags.push(...found.flags)
  const relation = relationOf(columns, type?.text ?? '', kind?.text ?? '')
  if (!relation)
    flags.push(sheetFlag('RELATION_KIND_MISSING', `Printed: ${[type?.text, kind?.text].filter(Boolean).join(', ') || 'nothing'}`))
  into.say(sheet, row, about, 'parent', main, {
    object: found.entity,
    details: {
      ...(relation && { relation: kind && relation !== 'membership' ? { ...kind, text: relation } : relation }),
      ...(kind && { classification: kind }),
    },
    span,
    flags,
  })
  into.spokenOf.push({ sheet, row, unit, id, entity: found.entity, country, status: about.status })
}

function relationOf({ only }: RelationColumns, type: string, kind: string): string | null {
  if (only || /^member/i.test(type)) return 'membership'
  return /^(command|administrative|informal)$/i.test(kind) ? kind.toLowerCase() : null
}

/** "Ciudad Juárez (osm, point) 48912ae1-…" is a place and its id in a gazetteer. */
const gazetteer = /^(?<place>.*?)\s*\((?<kind>[^()]*)\)\s*(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+)?\s*$/is

function readLocation(row: RowReader, { type, base, place, span }: NonNullable<UnitsLayout['location']>, say: Say): void {
  const kind = row.text(type).toLowerCase()
  const barracks = row.value(base)
  const printed = row.value(place)
  const flags: Flag[] = []
  const when = readSpan(row, span, flags, printed !== null || barracks !== null)
  const main = printed ?? barracks
  if (!main) {
    if (kind !== '') row.lose(type, 'CELL_OF_BLANK', 'not taken', kind)
    return
  }
  const parsed = printed ? gazetteer.exec(printed.text)?.groups : undefined
  const value = parsed?.place ? parsed.place : main.text
  const details = {
    ...(parsed?.place && { gazetteer: { ...main, text: [parsed.kind, parsed.id].filter(Boolean).join(' '), flags: [] } }),
    ...(barracks && printed && { base: barracks }),
  }
  if (kind === 'aoo') {
    if (barracks) row.lose(base.value, 'CELL_NOT_KEPT', 'in part', barracks.text)
    const { base: _, ...area } = details
    say('area', main, { value, details: area, span: when, flags })
    return
  }
  if (kind !== 'site') flags.push(sheetFlag('LOCATION_KIND_MISSING', `${type}: ${kind || 'blank'}`))
  say('site', main, { value, details, span: when, flags })
}

function readSite(
  row: RowReader,
  { base, exact, place, region, country, span }: NonNullable<UnitsLayout['site']>,
  say: Say,
): void {
  const barracks = row.value(base)
  const point = row.value(exact)
  const other = row.text(exact.other)
  const town = row.value(place)
  const townId = row.text(place.id)
  const state = row.value(region)
  const stateId = row.text(region.id)
  const land = row.text(country)
  const flags: Flag[] = []
  const main = town ?? barracks ?? state ?? point
  const when = readSpan(row, span, flags, main !== null)
  if (!main) {
    for (const [heading, text] of [
      [country, land],
      [place.id, townId],
      [region.id, stateId],
      [exact.other, other],
    ] as const)
      if (text !== '') row.lose(heading, 'CELL_OF_BLANK', 'not taken', text)
    return
  }
  const coordinates = point ? readPoint(point.text, other) : null
  const ids = [
    point && !coordinates && other !== '' && { ...point, text: `OpenStreetMap node ${other} (${point.text})`, flags: [] },
    town && townId !== '' && { ...town, text: townId, flags: [] },
    !town && state && stateId !== '' && { ...state, text: stateId, flags: [] },
  ].filter((id) => !!id)
  const [first] = ids
  say('site', main, {
    details: {
      ...(barracks && main !== barracks && { base: barracks }),
      ...(state && main !== state && { region: state }),
      ...(coordinates && { latitude: coordinates.latitude(point!), longitude: coordinates.longitude(point!) }),
      ...(first && {
        gazetteer: {
          ...first,
          text: ids.map(({ text }) => text).join('; '),
          citations: [...new Set(ids.flatMap(({ citations }) => citations))],
        },
      }),
      ...(land !== '' && { country: { ...main, text: countryCode(land) ?? land, flags: [] } }),
    },
    span: when,
    flags,
  })
}

/** Degrees, where both cells are numbers of degrees; the layout has the longitude first. */
function readPoint(longitude: string, latitude: string) {
  const [east, north] = [longitude, latitude].map((text) => (/^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)) as [
    number,
    number,
  ]
  if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) return null
  return {
    longitude: (part: Part): Part => ({ ...part, text: String(east), flags: [] }),
    latitude: (part: Part): Part => ({ ...part, text: String(north), flags: [] }),
  }
}

function readArea(row: RowReader, columns: NonNullable<UnitsLayout['area']>, say: Say): void {
  const main = row.value(columns)
  const id = row.text(columns.id)
  const land = row.text(columns.country)
  const flags: Flag[] = []
  const when = readSpan(row, columns.span, flags, main !== null)
  if (!main) {
    for (const [heading, text] of [
      [columns.id, id],
      [columns.country, land],
    ] as const)
      if (text !== '') row.lose(heading, 'CELL_OF_BLANK', 'not taken', text)
    return
  }
  say('area', main, {
    details: {
      ...(id !== '' && { gazetteer: { ...main, text: id, flags: [] } }),
      ...(land !== '' && { country: { ...main, text: countryCode(land) ?? land, flags: [] } }),
    },
    span: when,
    flags,
  })
}

/** Our own table of aliases: its ids are of no collection, so a unit is known by country and name. */
export function readAliases(sheet: SheetReader, layout: AliasesLayout, names: UnitNames, into: Statements): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const row of sheet.rows()) {
    counts.rows++
    const name = row.value({ value: layout.name })
    const alias = row.value({ value: layout.alias })
    const country = rowCountry(row, { country: { value: layout.country } })
    if (!name) {
      counts.refused++
      row.lose(layout.name, 'ROW_WITHOUT_SUBJECT', 'refused', alias?.text ?? null)
      continue
    }
    const { entity, flags } = names.find(name.text, country)
    const about: About = { entity, name, status: 'accepted', flags: [] }
    into.knows(entity, () => kindOfUnit(name.text, country))
    const say: Say = (...said) => into.say(sheet, row, about, ...said)
    say('name', name, { flags: [...flags, ...nameFlags(name.text)] })
    const id = row.value({ value: layout.id })
    if (id) say('identifier', id, { details: { scheme: 'unit aliases' } })
    sayCountry(row.value({ value: layout.country }), say)
    if (alias) say('alias', alias, { flags: nameFlags(alias.text) })
    row.finish([])
  }
  return counts
}
