/** How Security Force Monitor lays out its incidents: in the columns of its present spreadsheets, and in the few columns that it publishes. */
import type { DateColumns, ValueColumns } from './columns.js'

export interface IncidentsLayout {
  table: 'incidents'
  status: string
  lowestStatus: 3
  id: string
  country: ValueColumns | null
  start: DateColumns
  end: DateColumns
  /** When it was first alleged, as far as the researchers know. */
  alleged: DateColumns
  /** When a source last had something new on it; absent where no column says it. */
  updated?: { date: DateColumns; status: string }
  description: ValueColumns
  violations: ValueColumns
  place: ValueColumns | null
  /** What the researchers call the place; the place itself is then an id. */
  placeDescription: ValueColumns
  placeId: string | null
  /** Ids and names stand in lists of the same order. */
  persons: { id: string; name: ValueColumns | null }
  units: { id: string; name: ValueColumns | null }
  /** A class ("Army"), which accuses no unit. */
  classes: ValueColumns
  internal: string[]
}

/** One column of sources stands for the whole row. */
const present = (name: string): ValueColumns => ({ value: `incident:${name}`, source: 'incident:all:source' })
const presentDate = (name: string): DateColumns => ({
  date: `incident:${name}`,
  month: `incident:${name}_month`,
  day: `incident:${name}_day`,
  year: `incident:${name}_year`,
  source: 'incident:all:source',
})
const published = (value: string): ValueColumns => ({ value, source: 'source_ids' })
const publishedDate = (date: string): DateColumns => ({ date, month: '', day: '', year: '', source: 'source_ids' })

const presentIncidents: IncidentsLayout = {
  table: 'incidents',
  status: 'incident:status:admin',
  lowestStatus: 3,
  id: 'incident:id:admin',
  country: null,
  start: presentDate('start_date'),
  end: presentDate('end_date'),
  alleged: presentDate('pub_date'),
  updated: { date: presentDate('update_date'), status: 'incident:update_status' },
  description: present('violation_description'),
  violations: present('violation_type'),
  place: present('location'),
  placeDescription: present('location_description'),
  placeId: null,
  persons: { id: 'incident:perpetrator_person_id:admin', name: present('perpetrator_person_name') },
  units: { id: 'incident:perpetrator_unit_id:admin', name: present('perpetrator_unit_name') },
  classes: present('perpetrator_classification'),
  internal: ['incident:owner:admin', 'incident:comments:admin'],
}

const publishedIncidents: IncidentsLayout = {
  table: 'incidents',
  status: '',
  lowestStatus: 3,
  id: 'incident_id',
  country: published('country'),
  start: publishedDate('start'),
  end: publishedDate('end'),
  alleged: publishedDate('first_allegation'),
  description: published('description'),
  violations: published('violation_types'),
  place: null,
  placeDescription: published('location_description'),
  placeId: 'location_osm_id',
  persons: { id: 'perpetrator_person_ref', name: null },
  units: { id: 'perpetrator_unit_ref', name: null },
  classes: published('perpetrator_classification'),
  internal: [],
}

export const incidentLayouts: readonly IncidentsLayout[] = [presentIncidents, publishedIncidents]
