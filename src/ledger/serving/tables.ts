/** The columns of what is served, and what is served in a state: the one list for who keeps the tables and who reads them. */

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

/**
 * SQL: the rows of a serving table in a state, to stand after FROM. `past` is the parameter that holds the state's changeset ("$1"), null
 * for the present. Conditions on the result use the indexes of both tables.
 */
export function served(table: keyof typeof servedColumns, past: string | null): string {
  if (past === null) return `serving.${table}`
  const columns = servedColumns[table].join(', ')
  return `(SELECT ${columns} FROM serving.${table} WHERE since <= ${past}
    UNION ALL SELECT ${columns} FROM serving.past_${table} WHERE since <= ${past} AND until > ${past})`
}

/** SQL: the rows of a fact table in a state, likewise. Current and withdrawn rows have indexes of their own. */
export function held(table: string, past: string | null): string {
  if (past === null) return `(SELECT * FROM ledger.${table} WHERE withdrawn IS NULL)`
  return `(SELECT * FROM ledger.${table} WHERE withdrawn IS NULL AND written <= ${past}
    UNION ALL SELECT * FROM ledger.${table} WHERE withdrawn > ${past} AND written <= ${past})`
}
