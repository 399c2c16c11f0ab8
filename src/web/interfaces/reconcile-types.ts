/** The types and properties of the reconciliation service: what a column can be reconciled with, held against, and extended by. */
import type { KnownEntity } from '../../ledger/read/known-entities.js'

export interface ReconcileType {
  id: string
  name: string
  kinds: readonly KnownEntity['kind'][]
}

export const types: readonly ReconcileType[] = [
  {
    id: 'security-force',
    name: 'Part of a security force: unit, ministry, service or class of units',
    kinds: ['unit', 'body', 'class of units'],
  },
  { id: 'unit', name: 'Unit', kinds: ['unit'] },
  { id: 'body', name: 'Ministry, service or general staff', kinds: ['body'] },
  { id: 'class-of-units', name: 'Class of units', kinds: ['class of units'] },
  { id: 'organization', name: 'Organisation', kinds: ['organization'] },
  { id: 'person', name: 'Person', kinds: ['person'] },
]

/** An entity is of the type of its kind; "part of a security force" besides. */
export const typesOf = (kind: KnownEntity['kind']): { id: string; name: string }[] =>
  types
    .filter(({ kinds }) => kinds.includes(kind))
    .sort((a, b) => a.kinds.length - b.kinds.length)
    .map(({ id, name }) => ({ id, name }))

export interface ReconcileProperty {
  id: string
  name: string
  description: string
  /** A query may be held against it; otherwise it only extends. */
  held: boolean
  extends: boolean
}

export const properties: readonly ReconcileProperty[] = [
  {
    id: 'country',
    name: 'Country',
    description: 'ISO 3166-1 code of two or three letters, or a name in English or as U.S. reports print it',
    held: true,
    extends: true,
  },
  {
    id: 'birth_date',
    name: 'Date of birth',
    description:
      'A year, a month or a day: 1960, 1960-05, 1960-05-02; what is less certain, from the first day to the last: 1959-01-01/1961-12-31',
    held: true,
    extends: true,
  },
  {
    id: 'identifier',
    name: 'Identifier',
    description: 'A number that a list or a collection gives it',
    held: true,
    extends: true,
  },
  { id: 'name', name: 'Name', description: 'The name it is shown under; in a query, another name', held: true, extends: true },
  {
    id: 'other_names',
    name: 'Other names',
    description: 'Aliases, and spellings that training reports print',
    held: false,
    extends: true,
  },
  {
    id: 'kind',
    name: 'Kind',
    description: 'Unit, ministry or service, class of units, organisation, person',
    held: false,
    extends: true,
  },
  {
    id: 'proposed',
    name: 'Proposed by a rule',
    description: 'Whether no person has confirmed which printed names mean it',
    held: false,
    extends: true,
  },
  { id: 'training_rows', name: 'Rows of training reports', description: 'Rows that name it', held: false, extends: true },
  {
    id: 'training_sessions',
    name: 'Training sessions',
    description: 'Delivered, of those rows; training sessions, not people',
    held: false,
    extends: true,
  },
  { id: 'first_fiscal_year', name: 'First fiscal year', description: 'Of those rows', held: false, extends: true },
  { id: 'last_fiscal_year', name: 'Last fiscal year', description: 'Of those rows', held: false, extends: true },
  {
    id: 'lists',
    name: 'Official lists',
    description:
      'Lists it stands or stood on, with the day of the copy that has it and the day it was taken off; absence proves nothing',
    held: false,
    extends: true,
  },
  {
    id: 'alleged_incidents',
    name: 'Alleged incidents',
    description: 'How many incidents a source alleges that it did; an allegation is no finding',
    held: false,
    extends: true,
  },
  { id: 'page', name: 'Page', description: 'Its address here', held: false, extends: true },
]
