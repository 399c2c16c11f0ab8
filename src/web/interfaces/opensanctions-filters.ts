/** What the OpenSanctions API can be asked to leave out, as the ledger knows it: one dataset, two schemata, one topic. */
import { DATASET } from '../../exchange/follow-the-money/shown.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import type { ForeignParameters } from './foreign-parameters.js'

export const ALGORITHM = 'rastro-names'

/** The ledger is one dataset, and the collection of all there is. */
export const COLLECTION = 'default'
export const isDataset = (name: string): boolean => name === DATASET || name === COLLECTION

/** Whether the one dataset that there is was neither left out nor passed over. */
export function isInDatasets(parameters: ForeignParameters): boolean {
  const included = [...parameters.list('include_dataset'), ...parameters.list('datasets')]
  return (included.length === 0 || included.some(isDataset)) && !parameters.list('exclude_dataset').some(isDataset)
}

/** All but classes of units, which the model has no schema for. */
export const allKinds = ['unit', 'body', 'organization', 'person'] as const

/** The ledger's entities have one of the model's topics: they are security forces or they are not. */
export const forcesOfTopics = (topics: readonly string[]): boolean => topics.includes('gov.security')
export const kindsOfTopics = (topics: readonly string[]): readonly KnownEntity['kind'][] =>
  topics.length === 0 || forcesOfTopics(topics) ? allKinds : []

export const schemaOfKind = (kind: KnownEntity['kind']): string => (kind === 'person' ? 'Person' : 'Organization')
