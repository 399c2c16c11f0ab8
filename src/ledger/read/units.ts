/**
 * Units as printed names and judgements give them, for pages, search and the queue of pairs that wait for a person. A unit here is whatever
 * can be named as one: a unit, a class of units, a body or an organisation, told apart by its kind.
 */
import type { EntityKind, Judgement } from '../entities.js'

/** What `serving.unit` has one row for. */
export type UnitKind = Extract<EntityKind, 'unit' | 'class of units' | 'body' | 'organization'>

/** One unit in a list, with what the rows that name it sum to. */
export interface UnitRow {
  id: string
  kind: UnitKind
  /** ISO 3166-1 alpha-3, or the country as printed where it has no code; null where nothing says it. */
  country: string | null
  /** As a source gives it, else the printed name with most rows. */
  name: string
  /** A source gives it a name; else it is known from printed names alone. */
  described: boolean
  /** No person has confirmed any of its names: shown as proposed. */
  proposed: boolean
  /** Printed names that mean it. */
  names: number
  rows: number
  /** Training sessions delivered, as a recipient. */
  quantity: number
  cents: number
  firstYear: number | null
  lastYear: number | null
}

/** A printed name that means a unit, and how it came to. */
export interface UnitName {
  id: string
  text: string
  country: string | null
  rows: number
  quantity: number
  firstYear: number | null
  lastYear: number | null
  basis: Judgement['basis']
  rule: string | null
  score: number | null
  reasons: string[]
  reviewer: string | null
  note: string | null
  /** Persons disagree about it. */
  contested: boolean
}

/** A unit with its names, the entities that were merged into it, and, of a class, the units that its name is part of. */
export interface UnitDetail {
  unit: UnitRow
  /** Most rows first. */
  names: UnitName[]
  /** Ids of other entities that persons judged to be the same. */
  merged: string[]
  /** Of a class of units: units of its country whose names say the class's name. A reading of the names, not a fact. */
  members: UnitRow[]
  /** Of a unit: classes whose name is part of its names, read likewise. */
  classes: UnitRow[]
}
