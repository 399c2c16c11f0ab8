/** How Security Force Monitor laid out its tables in 2019 (Nigeria). */
import type { DateColumns, PersonsLayout, SourcesLayout, UnitsLayout, ValueColumns } from './columns.js'

/** What follows "Source: " and "Confidence: " is the column's name in words. */
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

export const olderUnits: UnitsLayout = {
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

export const olderPersons: PersonsLayout = {
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

export const olderSources: SourcesLayout = {
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
