/**
 * How Security Force Monitor lays out its tables: which heading stands for what, in the layout of 2019 (Nigeria) and in the present one.
 * Headings are compared without regard to case and white space; columns may be missing or in any order.
 */

import { type IncidentsLayout, incidentLayouts } from './incident-layouts.js'

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

/** Our own: units with their aliases, one alias a row (shared with the developers, not a layout of theirs). */
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

/** Of 2019: what follows "Source: " and "Confidence: " is the column's name in words. */
const worded = (value: string, words: string, source = `Source: ${words}`): Required<ValueColumns> => ({
  value,
  source,
  confidence: `Confidence: ${words}`,
})
const split = (date: string, prefix: string, words: string): DateColumns => ({
  date,
  month: `${prefix}month`,
  day: `${prefix}day`,
  year: `${prefix}year`,
  source: `Source: ${words}`,
  confidence: `Confidence: ${words}`,
})
const olderStatus = 'Status (0=first commit, 1=fixes needed, 2=fixes made, 3=clean)'
const olderInternal = [
  'ID',
  'Owner-initial of staff researcher',
  'Comments-specifics relevant to the review process, such as fixes, refinements, other observations. This is different from "Notes", which are intended for publication.',
]

const olderUnits: UnitsLayout = {
  table: 'units',
  status: olderStatus,
  lowestStatus: 2,
  id: 'o_id',
  name: worded('Organization:Name', 'Name'),
  aliases: worded('Organization:other_names', 'Aliases or alternative spellings'),
  classification: worded('Organization:classification', 'Classification'),
  country: { value: 'Organization division_id' },
  existence: {
    first: split('Organization:date_first_cited', 'firstcited_', 'Organization date_first_cited'),
    starts: 'start date of Organization? Y/N',
    last: split('Organization:date_last_cited', 'lastcited_', 'Organization date_last_cited'),
    open: 'Organization:open_ended? Y/N/E',
  },
  relations: [
    {
      unit: worded('OrganizationOrganization:parent_id', 'OrganizationOrganization:parent_id'),
      kind: worded(
        'OrganizationOrganization:classification',
        'Administrative, Command, or Informal parent relationship',
        'UUID: Administrative, Command, or Informal parent relationship',
      ),
      span: {
        first: split('OrganizationOrganization:date_first_cited', '', 'Date of first citation for parent organization'),
        starts: 'Start date of OrganizationOrganization Y/N?',
        last: split('OrganizationOrganization:date_last_cited', 'oo_', 'Date of last citation for parent organization'),
        open: 'OrganizationOrganization:open_ended',
      },
    },
    {
      only: 'membership',
      unit: worded('OrganizationMembership:member_id', 'OrganizationMembership:member_id'),
      span: {
        first: split(
          'Date of first citation for OrganizationMembership:member_id',
          'om_first_',
          'Date of first citation for OrganizationMembership:member_id',
        ),
        starts: 'start date of OrganizationMembership? Y/N',
        last: split(
          'Date of last citation for OrganizationMembership:member_id',
          'om_last_',
          'Date of last citation for OrganizationMembership:member_id',
        ),
        ends: 'end date of OrganizationMembership? Y/N',
      },
    },
  ],
  site: {
    base: worded('Headquarters (Barracks, Base, Physical Asset)', 'Headquarters'),
    exact: {
      ...worded('Site: Exact Location - Longitude or OSM Node Name', 'Site Exact Location'),
      other: 'Site: Exact Location - Latitude or OSM Node ID',
    },
    place: { ...worded('Site:geonames_name', 'Site:geonames_name'), id: 'Site:geonames_id' },
    region: {
      ...worded('Site:admin_level_1_geonames_name', 'Site:admin_level_1_geonames_name'),
      id: 'Site:admin_level_1_geonames_id',
    },
    country: 'Site:division_id',
    span: {
      first: split('OrganizationSite:date_first_cited', 'os_', 'OrganizationSite:date_first_cited'),
      starts: 'Is this the founding date? (Y/N)',
      last: split('OrganizationSite:date_last_cited', 'os_last_', 'OrganizationSite:date_last_cited'),
      open: 'OrganizationSite:open_ended (Y/N/E)',
    },
  },
  area: {
    ...worded('Area of Operations Geoname', 'Area of Operations'),
    id: 'Area of Operations GeonameID',
    country: 'Area of Operations division_id',
    span: {
      first: split(
        'Date of first citation for area of operations',
        'aoo_start_',
        'Date of first citation for area of operations',
      ),
      starts: 'start date of area of operation? Y/N',
      last: split('Date of last citation for area of operations', 'aoo_last_', 'Date of last citation for area of operations'),
      open: 'Assume Area of Operations to Current Date? (Y/N/E)',
    },
  },
  notes: 'Notes',
  internal: olderInternal,
}

const olderPersons: PersonsLayout = {
  table: 'persons',
  status: olderStatus,
  lowestStatus: 2,
  id: null,
  name: worded('Name', 'Name'),
  aliases: worded('Aliases or alternative spellings (semi-colon separated)', 'Aliases or alternative spellings'),
  country: { value: 'division_id' },
  unitId: null,
  unit: worded('Organization', 'Organization'),
  role: worded('Role', 'Role'),
  title: worded('Title (official title)', 'Title'),
  rank: worded('Rank', 'Rank'),
  span: {
    first: split('First citation', 'first_', 'First citation'),
    starts: 'Start date? (Y/N)',
    startContext: worded('Context for start date', 'Context for start date'),
    last: split('Last citation', 'last_', 'Last citation'),
    ends: 'End date? (Y/N)',
    endContext: worded('Context for end date', 'Context for end date'),
  },
  notes: 'Notes',
  personal: {
    gender: worded('Gender', 'Gender'),
    birth: worded('Date of Birth', 'Date of Birth'),
    death: worded('Death Date', 'Death Date'),
    biography: worded('Biography', 'Biography'),
    accounts: [
      { ...worded('Facebook Page', 'Facebook Page'), named: 'Facebook' },
      { ...worded('Twitter Account', 'Twitter Account'), named: 'Twitter' },
      { value: 'Wikipedia Page', named: 'Wikipedia' },
    ],
    notes: [worded('Headshot', 'Headshot')],
  },
  internal: [...olderInternal, 'Column', 'Column2'],
}

const olderSources: SourcesLayout = {
  table: 'sources',
  id: 'source_id',
  otherIds: ['source_id_lookup', 'alias_source_id'],
  restricted: null,
  kind: null,
  title: 'title',
  author: null,
  publisher: 'publication_title',
  url: 'source_url',
  archivedUrl: 'archive_url',
  published: 'published_on',
  accessed: 'access_date',
  locator: 'page',
  notKept: ['archive_timestamp', 'country', 'key', 'new_pub_id'],
  internal: [],
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

const notHeadings = new Set(['table', 'only', 'named'])

/** Every heading of a layout, whatever part of it names it. */
export function headingsOf(layout: unknown): string[] {
  if (typeof layout === 'string') return layout === '' ? [] : [layout]
  if (layout === null || typeof layout !== 'object') return []
  return Object.entries(layout).flatMap(([part, value]) => (notHeadings.has(part) ? [] : headingsOf(value)))
}
