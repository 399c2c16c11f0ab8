/**
 * The schemata of the FollowTheMoney model (version 4), and in which of them the ledger's entities are found. Ours are `Organization` and
 * `Person`, whatever asks: a query for a `Company` is compared with organisations, one for a `Vessel` with nothing.
 */
import type { NameKind } from '../../names/comparison.js'

/** What a query by example may be of, and in which grammars its names are then read. */
const matchable: Readonly<Record<string, readonly NameKind[]>> = {
  Address: [],
  Airplane: [],
  BankAccount: [],
  Company: ['unit', 'organization'],
  CryptoWallet: [],
  LegalEntity: ['unit', 'organization', 'person'],
  Organization: ['unit', 'organization'],
  Person: ['person'],
  Position: [],
  PublicBody: ['unit', 'organization'],
  Security: [],
  // Abstract, and still what a query is of whose kind nobody knows.
  Thing: ['unit', 'organization', 'person'],
  UserAccount: [],
  Vehicle: [],
  Vessel: [],
}

/** Schemata that no query by example can be of; a search may name them, and finds nothing. */
const others = new Set(
  `Analyzable Article Asset Associate Audio Call CallForTenders Contract ContractAward CourtCase CourtCaseParty Debt Directorship Document
  Documentation EconomicActivity Email Employment Event Family Folder HyperText Identification Image Interest Interval License Membership
  Mention Message Note Occupancy Ownership Package Page Pages Passport Payment PlainText Project ProjectParticipant RealEstate Representation
  Risk Sanction Similar Succession Table TaxRoll Trip UnknownLink Value Video Workbook`.split(/\s+/),
)

/** Null where a query by example cannot be of the schema. */
export const namesOfSchema = (schema: string): readonly NameKind[] | null =>
  Object.hasOwn(matchable, schema) ? matchable[schema]! : null

export const isSchema = (schema: string): boolean => Object.hasOwn(matchable, schema) || others.has(schema)

/** Whether something of our schema ("Organization", "Person") is also of the other one. */
export const isOfSchema = (ours: string, schema: string): boolean =>
  schema === ours || schema === 'LegalEntity' || schema === 'Thing'
