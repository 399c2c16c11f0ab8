/** Reads and compares two printed names of one kind: the one door for commands and for resolving. */

import { compareOrganizations } from './compare-organizations.js'
import { comparePersons } from './compare-persons.js'
import { compareUnits } from './compare-units.js'
import { type Comparison, type NameKind, rounded } from './comparison.js'
import { type OrganizationName, readOrganizationName } from './organization-name.js'
import { type PersonName, readPersonName } from './person-name.js'
import { readUnitName, type UnitName } from './unit-name.js'

export type ReadName =
  | { kind: 'unit'; name: UnitName }
  | { kind: 'person'; name: PersonName }
  | { kind: 'organization'; name: OrganizationName }

/** Reads a printed name of a kind; `country` is ISO 3166-1 alpha-3, null where it is not known. Pure and total. */
export function readName(kind: NameKind, printed: string, country: string | null = null): ReadName {
  if (kind === 'unit') return { kind, name: readUnitName(printed, country) }
  if (kind === 'person') return { kind, name: readPersonName(printed) }
  return { kind, name: readOrganizationName(printed) }
}

/** Compares two names that were read; names of two kinds are never the same. `explain` false leaves the reasons out. */
export function compareRead(a: ReadName, b: ReadName, explain = true): Comparison {
  if (a.kind === 'unit' && b.kind === 'unit') return compareUnits(a.name, b.name, explain)
  if (a.kind === 'person' && b.kind === 'person') return comparePersons(a.name, b.name, explain)
  if (a.kind === 'organization' && b.kind === 'organization') return compareOrganizations(a.name, b.name, explain)
  return { score: 0, verdict: 'different', reasons: [`${a.kind} and ${b.kind}`] }
}

/** A unit is of one country; people and companies have several, so that another country only weakens. Null where it is not known. */
export function countryFactor(kind: NameKind, a: string | null, b: string | null): number {
  return a === null || b === null || a === b ? 1 : kind === 'unit' ? 0.4 : 0.95
}

/** A comparison with what the countries of the two say beside their names. Units' names have weighed theirs already. */
export function withCountries(comparison: Comparison, kind: NameKind, a: string | null, b: string | null): Comparison {
  if (kind === 'unit' || a === null || b === null || a === b) return comparison
  const score = rounded(comparison.score * countryFactor(kind, a, b))
  return { ...comparison, score, reasons: [...comparison.reasons, `country differs: ${a} and ${b}`] }
}

/** Reads and compares two printed names; countries are ISO 3166-1 alpha-3. */
export function compareNames(
  kind: NameKind,
  name1: string,
  name2: string,
  country1: string | null = null,
  country2: string | null = null,
): Comparison {
  return withCountries(compareRead(readName(kind, name1, country1), readName(kind, name2, country2)), kind, country1, country2)
}
