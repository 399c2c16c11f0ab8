/** Trainings by id with the names they print, as listings and pages show them. */
import type { PoolClient } from 'pg'
import type { Flag, Naming, Place, Training } from '../records.js'
import { held, holds } from '../serving/tables.js'
import { countryRef, programRef } from './cube.js'
import type { NamingView, TrainingRow } from './views.js'

interface Row {
  id: string
  source: string
  sha256: string
  file_name: string
  report: string
  fiscal_year: number
  status: Training['status']
  region: string | null
  country: string
  country_code: string | null
  program: string
  program_code: string | null
  program_family: string | null
  agency: Training['agency']
  course_title: string | null
  quantity: number | null
  quantity_header: string | null
  location: string | null
  recipient_unit: string | null
  delivery_unit: string | null
  delivery_quantity: number | null
  cents: number | null
  start_printed: string | null
  end_printed: string | null
  start_date: string | null
  end_date: string | null
  places: Place[]
  flags: Flag[]
  namings: [Naming['role'], number, number | null, string, string, Naming['recipientClass'], Flag[]][] | null
}

/** `past`: the parameter that is the changeset, null for the present. */
const trainingSql = (past: '$2' | null) => `
  SELECT t.id, t.source, s.sha256, s.file_name, t.report, t.fiscal_year, t.status, t.region, t.country, t.country_code, t.program,
    t.program_code, t.program_family, t.agency, t.course_title, t.quantity::float8 AS quantity, t.quantity_header, t.location,
    t.recipient_unit, t.delivery_unit, t.delivery_quantity::float8 AS delivery_quantity, t.cents::float8 AS cents, t.start_printed,
    t.end_printed, t.start_date::text AS start_date, t.end_date::text AS end_date, t.places, t.flags,
    (SELECT json_agg(json_build_array(n.role, n.ordinal, n.count, p.text, p.id, n.recipient_class, n.flags) ORDER BY n.role DESC, n.ordinal)
      FROM ${held('naming', past, 'training = t.id')} n JOIN ledger.printed_name p ON p.id = n.printed_name AND ${holds('p', past)}) AS namings
  FROM ledger.training t JOIN ledger.source s ON s.id = t.source AND ${holds('s', past)}
  WHERE t.id = ANY ($1::text[]) AND ${holds('t', past)}`

const presentSql = trainingSql(null)
const pastSql = trainingSql('$2')

/** In the order of `ids`; ids that are not in that state of the ledger are left out. */
export async function loadTrainings(client: PoolClient, ids: readonly string[], asOf: number | null): Promise<TrainingRow[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>({
    name: asOf === null ? 'trainings' : 'past trainings',
    text: asOf === null ? presentSql : pastSql,
    values: asOf === null ? [ids] : [ids, asOf],
  })
  const byId = new Map(rows.map((row) => [row.id, trainingRow(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function trainingRow(row: Row): TrainingRow {
  return {
    id: row.id,
    sourceId: row.source,
    sourceSha256: row.sha256,
    sourceFile: row.file_name,
    report: row.report,
    fiscalYear: row.fiscal_year,
    status: row.status,
    region: row.region,
    country: row.country,
    countryCode: row.country_code,
    countryRef: countryRef(row.country_code, row.country),
    program: row.program,
    programCode: row.program_code,
    programFamily: row.program_family,
    agency: row.agency,
    programRef: programRef(row.program_code, row.program, row.program_family, row.agency),
    courseTitle: row.course_title,
    quantity: row.quantity,
    quantityHeader: row.quantity_header,
    location: row.location,
    recipientUnit: row.recipient_unit,
    deliveryUnit: row.delivery_unit,
    deliveryQuantity: row.delivery_quantity,
    cents: row.cents,
    startPrinted: row.start_printed,
    endPrinted: row.end_printed,
    startDate: row.start_date,
    endDate: row.end_date,
    places: row.places,
    flags: row.flags,
    namings: (row.namings ?? []).map(
      ([role, ordinal, count, text, nameId, recipientClass, flags]): NamingView => ({
        role,
        ordinal,
        count,
        text,
        nameId,
        recipientClass,
        flags,
      }),
    ),
  }
}
