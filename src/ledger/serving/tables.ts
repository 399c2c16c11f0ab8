/** The columns of what is served, and what is served in a state: the one list for those who keep the tables and those who read them. */

/** Columns of a training that may be blank and are counted where they are not: `serving.cell` has one number for each, `with_…`. */
export const countedColumns = [
  'course_title',
  'location',
  'recipient_unit',
  'delivery_unit',
  'start_date',
  'end_date',
  'cents',
] as const

/** Columns that the tables of the present and of the past share; those of the past have `until` besides. */
export const servedColumns = {
  training: [
    'n',
    'id',
    'cell',
    'title',
    'delivery',
    'fiscal_year',
    'words',
    'delivered',
    'start_date',
    'quantity',
    'cents',
    'country',
    'flags',
    'key',
    'since',
    'filled',
  ],
  name: [
    'id',
    'country',
    'text',
    'search_key',
    'recipient_class',
    'recipient',
    'delivery',
    'rows',
    'quantity',
    'first_year',
    'last_year',
    'key',
    'since',
  ],
  total: [
    'id',
    'source',
    'report',
    'level',
    'country',
    'country_code',
    'program',
    'fiscal_year',
    'quantity',
    'cents',
    'counts',
    'covered_rows',
    'covered_quantity',
    'covered_cents',
    'since',
  ],
} as const

/** Where the rows of a state are: a table, and which of its rows. */
export interface Part {
  table: string
  where: string
}

/** The tables that hold what is served in a state. `past` is the parameter that holds its changeset ("$1"), null for the present. */
export const partsOf = (table: keyof typeof servedColumns, past: string | null): Part[] =>
  past === null
    ? [{ table: `serving.${table}`, where: 'true' }]
    : [
        { table: `serving.${table}`, where: `since <= ${past}` },
        { table: `serving.past_${table}`, where: `since <= ${past} AND until > ${past}` },
      ]

/**
 * SQL: the rows of a serving table in a state that meet a condition, to stand after FROM. The indexes of both tables are used for what is compared
 * with a parameter, and for `condition`, which may speak of tables that stand before (LATERAL); orders need `partsOf`.
 */
export function served(table: keyof typeof servedColumns, past: string | null, condition = 'true'): string {
  if (past === null && condition === 'true') return `serving.${table}`
  const columns = servedColumns[table].join(', ')
  const parts = partsOf(table, past).map((part) => `SELECT ${columns} FROM ${part.table} WHERE ${part.where} AND ${condition}`)
  return `(${parts.join(' UNION ALL ')})`
}

/**
 * SQL: the rows of a fact table in a state that meet a condition, likewise. Current and withdrawn rows have indexes of their own, so that the
 * condition is put to each; it may speak of tables that stand before (LATERAL).
 */
export function held(table: string, past: string | null, condition = 'true'): string {
  if (past === null) return `(SELECT * FROM ledger.${table} WHERE withdrawn IS NULL AND ${condition})`
  return `(SELECT * FROM ledger.${table} WHERE withdrawn IS NULL AND written <= ${past} AND ${condition}
    UNION ALL SELECT * FROM ledger.${table} WHERE withdrawn > ${past} AND written <= ${past} AND ${condition})`
}

/** SQL: that a version of a row, which was found by its id, holds in a state. */
export const holds = (alias: string, past: string | null): string =>
  past === null
    ? `${alias}.withdrawn IS NULL`
    : `${alias}.written <= ${past} AND (${alias}.withdrawn IS NULL OR ${alias}.withdrawn > ${past})`
