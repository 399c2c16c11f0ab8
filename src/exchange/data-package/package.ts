/** What datapackage.json says: a Frictionless Data Package, with the digests by which it is checked before it is believed. */
import { z } from 'zod'
import type { Field } from './tables.js'

export const Resource = z.looseObject({
  name: z.string(),
  path: z.string().regex(/^[\w.-]+$/),
  rows: z.number().int().nonnegative(),
  /** SHA-256 of the table before compression: compressed bytes differ between versions of the compressor. */
  tableSha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Resource = z.infer<typeof Resource>

export const DataPackage = z.looseObject({
  name: z.string(),
  resources: z.array(Resource),
  rastro: z.object({
    /** What read the originals. */
    method: z.string(),
    /** Content digest of a ledger that holds these facts and no others. */
    contentDigest: z.string(),
  }),
})
export type DataPackage = z.infer<typeof DataPackage>

export interface WrittenTable {
  name: string
  path: string
  title: string
  rows: number
  tableSha256: string
  fields: readonly Pick<Field<never>, 'name' | 'type' | 'description' | 'required'>[]
  /** Names the field whose values are ids of sources.csv. */
  sourceField?: string
}

export interface Origin {
  title: string
  path: string
}

export function describePackage(
  tables: readonly WrittenTable[],
  origins: readonly Origin[],
  rastro: DataPackage['rastro'],
): Record<string, unknown> {
  return {
    profile: 'tabular-data-package',
    name: 'us-training',
    title: 'U.S. training of foreign security forces, by row of the official reports',
    description: [
      'Every row and every printed total of the given files of the joint State and Defense report "Foreign Military Training and DoD',
      'Engagement Activities of Interest", with its place in the file. Quantities are training sessions, not people. Rows with status',
      '"proposed" are plans of the reports of 1999–2001 and must not be summed with "delivered". Personal data in cells is masked.',
      'A missing year or region is a gap in what is at hand, never a zero: see the coverage. A page that stands in two files',
      'of a report (as six do in 2001–2002) has its rows here once a file, with the same report, page_label, box and cells: they must be',
      'summed once.',
    ].join(' '),
    licenses: [
      {
        name: 'other-pd',
        title:
          'United States Government work (17 U.S.C. § 105): facts as published, not subject to copyright in the United States',
        path: 'https://www.usa.gov/government-works',
      },
    ],
    sources: origins,
    contributors: [{ title: 'Rastro', role: 'wrangler' }],
    keywords: ['security assistance', 'military training', 'foreign military training report'],
    rastro,
    resources: tables.map(describeTable),
  }
}

function describeTable({ name, path, title, rows, tableSha256, fields, sourceField }: WrittenTable): Record<string, unknown> {
  return {
    profile: 'tabular-data-resource',
    name,
    path,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(path.endsWith('.gz') && { compression: 'gz' }),
    rows,
    tableSha256,
    schema: {
      fields: fields.map(({ name, type, description, required }) => ({
        name,
        type,
        description,
        ...(required && { constraints: { required: true } }),
      })),
      missingValues: [''],
      ...(fields.some((field) => field.name === 'id') && { primaryKey: 'id' }),
      ...(sourceField && { foreignKeys: [{ fields: sourceField, reference: { resource: 'sources', fields: 'id' } }] }),
    },
  }
}
