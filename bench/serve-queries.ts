/**
 * The addresses that the serving bench asks for, drawn once with a seed and committed, so that runs compare. A search's words are those of a
 * training drawn at random: words come as often as they occur, and every search finds something.
 */
import { writeFileSync } from 'node:fs'
import type { Pool } from 'pg'

/** All but the last are drawn; the last are the filtered listings again, asked of the API. */
export const kinds = ['search', 'filtered', 'country', 'training', 'api', 'api filtered'] as const
export type Kind = (typeof kinds)[number]

export interface Asked {
  kind: Kind
  path: string
  /** What is searched for, for the baseline; '' where the address names none. */
  q: string
  country: string
  year: string
}

/** Park and Miller's generator: the same numbers on any machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

interface Drawn {
  id: string
  country: string
  fiscal_year: number
  program: string
  words: string[]
}

export async function drawQueries(pool: Pool, each: number, file: URL): Promise<void> {
  const random = seeded(20_261_122)
  const { rows: count } = await pool.query<{ n: number }>('SELECT max(n)::int AS n FROM serving.training')
  const draw = async (): Promise<Drawn> => {
    for (;;) {
      const { rows } = await pool.query<Drawn>(
        `SELECT t.id, lower(coalesce(t.country_code, '')) AS country, t.fiscal_year, lower(coalesce(t.program_code, '')) AS program,
          string_to_array(array_to_string(t.search_keys[1:4] || t.search_keys[6:6], ' '), ' ') AS words
        FROM serving.training s JOIN ledger.training t ON t.id = s.id AND t.withdrawn IS NULL
        WHERE s.n >= $1 AND s.delivered ORDER BY s.n LIMIT 1`,
        [1 + Math.floor(random() * count[0]!.n)],
      )
      if (rows[0]?.country) return rows[0]
    }
  }
  const queries: Asked[] = []
  const add = (kind: Kind, path: string, q = '', country = '', year = '') => queries.push({ kind, path, q, country, year })
  for (let index = 0; index < each; index++) {
    const row = await draw()
    const words = [...new Set(row.words.filter((word) => word.length > 1))]
    const chosen = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => words[Math.floor(random() * words.length)] ?? 'training',
    )
    const q = [...new Set(chosen)].join(' ')
    const slug = row.program.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')
    const by = index % 3
    const filter =
      by === 0
        ? `country=${row.country}&year=${row.fiscal_year}`
        : by === 1
          ? `country=${row.country}&q=${encodeURIComponent(words[0] ?? 'training')}`
          : `program=${slug}&sort=-cost`
    add('search', `/en/search?q=${encodeURIComponent(q)}`, q)
    add(
      'filtered',
      `/en/search?${filter}`,
      by === 1 ? (words[0] ?? '') : '',
      by === 2 ? '' : row.country,
      by === 0 ? String(row.fiscal_year) : '',
    )
    add('country', `/en/countries/${row.country}`, '', row.country)
    add('training', `/en/trainings/${row.id}`)
    add('api', `/api/v1/trainings?q=${encodeURIComponent(q)}&limit=20`, q)
  }
  writeFileSync(file, `[\n${queries.map((query) => JSON.stringify(query)).join(',\n')}\n]\n`)
}
