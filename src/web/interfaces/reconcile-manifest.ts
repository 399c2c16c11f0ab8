/** The reconciliation service's manifest (specification 0.2, section 3): what it is called, and where its parts are. */
import { types } from './reconcile-types.js'

/** Ids of entities follow from what they are, so that they mean the same wherever a ledger holds them. */
const IDENTIFIERS = 'urn:rastro:entity'
const TYPES = 'urn:rastro:type'

export function manifest(origin: string) {
  const service = (path: string) => ({ service_url: origin, service_path: `/reconcile${path}` })
  return {
    versions: ['0.2'],
    name: 'Rastro: security forces and who belongs to them',
    identifierSpace: IDENTIFIERS,
    schemaSpace: TYPES,
    documentation: `${origin}/api/v1/`,
    defaultTypes: types.map(({ id, name }) => ({ id, name })),
    view: { url: `${origin}/id/entities/{{id}}` },
    preview: { url: `${origin}/reconcile/preview?id={{id}}`, width: 420, height: 260 },
    suggest: {
      entity: service('/suggest/entity'),
      type: service('/suggest/type'),
      property: service('/suggest/property'),
    },
    extend: {
      propose_properties: service('/extend/propose'),
      property_settings: [
        {
          name: 'limit',
          label: 'Limit',
          type: 'number',
          default: 0,
          help_text: 'The most values of a row; 0 for all',
        },
      ],
    },
    batchSize: 50,
  }
}
