/**
 * How Security Force Monitor lays out its tables now, and all layouts that are known: see layouts-2019.ts for the older one.
 * Headings are compared without regard to case and white space; columns may be missing or in any order.
 */
import type { DateColumns, PersonsExtraLayout, PersonsLayout, SourcesLayout, UnitsLayout, ValueColumns } from './columns.js'
import { type IncidentsLayout, incidentLayouts } from './incident-layouts.js'
import { olderPersons, olderSources, olderUnits } from './layouts-2019.js'

/** No layout of theirs but a table of our own: units with their aliases, one alias a row. */
export interface AliasesLayout {
  table: 'aliases'
  id: string
  country: string
  name: string
  alias: string
}

export type Layout = UnitsLayout | PersonsLayout | PersonsExtraLayout | SourcesLayout | AliasesLayout | IncidentsLayout

const cited = (name: string): Required<ValueColumns> => ({
  value: name,
  source: `${name}:source`,
  confidence: `${name}:confidence`,
})
const dated = (name: string): DateColumns => ({
  date: name,
  month: `${name}_month`,
  day: `${name}_day`,
  year: `${name}_year`,
  source: `${name}:source`,
  confidence: `${name}:confidence`,
})

const presentUnits: UnitsLayout = {
  table: 'units',
  status: 'unit:status:admin',
  lowestStatus: 3,
  id: 'unit:id:admin',
  name: cited('unit:name'),
  aliases: cited('unit:other_names'),
  classification: cited('unit:classification'),
  country: cited('unit:country'),
  existence: {
    first: dated('unit:first_cited_date'),
    starts: 'unit:first_cited_date_start',
    last: dated('unit:last_cited_date'),
    open: 'unit:last_cited_date_open',
  },
  relations: [
    {
      type: 'unit:relation_type',
      id: 'unit:related_unit_id:admin',
      unit: cited('unit:related_unit'),
      kind: cited('unit:related_unit_class'),
      span: {
        first: dated('unit:related_unit_first_cited_date'),
        starts: 'unit:related_unit_first_cited_date_start',
        last: dated('unit:related_unit_last_cited_date'),
        open: 'unit:related_unit_open',
      },
    },
  ],
  location: {
    type: 'unit:location_type',
    base: cited('unit:base_name'),
    place: cited('unit:location'),
    span: {
      first: dated('unit:location_first_cited_date'),
      starts: 'unit:location_first_cited_date_founding',
      last: dated('unit:location_last_cited_date'),
      open: 'unit:location_open',
    },
  },
  // "notes:admin" are the researchers' own, unlike the notes of the older layout.
  internal: ['unit:owner:admin', 'unit:comments:admin', 'unit:notes:admin'],
}

const presentPersons: PersonsLayout = {
  table: 'persons',
  status: 'person:status:admin',
  lowestStatus: 3,
  id: 'person:id:admin',
  name: cited('person:name'),
  aliases: cited('person:other_names'),
  country: cited('person:country'),
  unitId: 'person:posting_unit_id:admin',
  unit: {
    value: 'person:posting_unit_name',
    source: 'person:posting_unit:source',
    confidence: 'person:posting_unit:confidence',
  },
  role: cited('person:posting_role'),
  title: cited('person:posting_title'),
  rank: cited('person:posting_rank'),
  span: {
    first: dated('person:posting_first_cited_date'),
    starts: 'person:posting_first_cited_date_start',
    startContext: cited('person:posting_first_cited_date_start_context'),
    last: dated('person:posting_last_cited_date'),
    ends: 'person:posting_last_cited_date_end',
    endContext: cited('person:posting_last_cited_date_end_context'),
  },
  personal: null,
  internal: ['person:owner:admin', 'person:comments:admin', 'person:notes:admin'],
}

const presentPersonsExtra: PersonsExtraLayout = {
  table: 'persons extra',
  id: 'person_extra:id:admin',
  name: { value: 'person_extra:name' },
  personal: {
    gender: cited('person_extra:gender'),
    birth: cited('person_extra:date_of_birth'),
    death: cited('person_extra:deceased_date'),
    deceased: cited('person_extra:deceased'),
    accounts: [
      {
        value: 'person_extra:account_id',
        kind: 'person_extra:account_type',
        source: 'person_extra:account:source',
        confidence: 'person_extra:account:confidence',
      },
    ],
    notes: [
      {
        value: 'person_extra:external_link_description',
        source: 'person_extra:external_link:source',
        confidence: 'person_extra:external_link:confidence',
      },
      { value: 'person_extra:media_desc', source: 'person_extra:media:source', confidence: 'person_extra:media:confidence' },
    ],
  },
  internal: ['person_extra:owner:admin', 'person_extra:comments:admin', 'person_extra:notes:admin'],
}

const presentSources: SourcesLayout = {
  table: 'sources',
  id: 'source:access_point_id:admin',
  otherIds: [],
  restricted: 'source:restricted:admin',
  kind: 'source:type',
  title: 'source:title',
  author: 'source:author',
  publisher: 'source:publication_name',
  url: 'source:url',
  archivedUrl: 'source:archive_url',
  published: 'source:published_timestamp',
  accessed: 'source:accessed_timestamp',
  locator: 'source:access_point_trigger',
  notKept: [
    'source:external_archive_sha_content:admin',
    'source:external_archive_sha_meta:admin',
    'source:created_timestamp',
    'source:uploaded_timestamp',
    'source:access_point_type',
    'source:archive_timestamp',
    'source:publication_country',
    'source:publication_id:admin',
  ],
  internal: ['source:owner:admin', 'source:status:admin', 'source:comments:admin', 'source:notes:admin'],
}

const ourAliases: AliasesLayout = { table: 'aliases', id: 'unit_id', country: 'country', name: 'name', alias: 'alias' }

export const layouts: readonly Layout[] = [
  presentUnits,
  presentPersonsExtra,
  presentPersons,
  presentSources,
  olderUnits,
  olderPersons,
  olderSources,
  ourAliases,
  ...incidentLayouts,
]
