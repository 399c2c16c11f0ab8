/**
 * Keeps what is served of units up to a changeset, inside the transaction that commits it: which unit each name means, what its names sum to,
 * and which pairs still wait for a person. What each table is for stands in `migrations/0009-units.ts`.
 *
 * Only what a changeset touches is worked out anew, so that a decision in the queue costs milliseconds: names that were judged or whose rows
 * changed, entities that were merged, parted or described, and whatever those meant before and mean now.
 */
import type { ClientBase, PoolClient } from 'pg'
import { copyRows } from '../changesets/copy.js'
import { groupBy } from '../group-by.js'
import { type Meaning, type Merged, meaningOf, mergeEntities, type NameJudgement } from '../meaning.js'
import { searchKey } from '../search-key.js'

/** Call after `refreshServing` has brought names and trainings up to the same changeset. */
export async function refreshUnits(client: ClientBase, changeset: number): Promise<void> {
  // Before anything was judged or described no name means anything: the first load of all trainings need not look.
  const { rows: heard } = await client.query(
    `SELECT WHERE EXISTS (SELECT FROM ledger.judgement) OR EXISTS (SELECT FROM ledger.statement)`,
  )
  if (heard.length === 0) return
  const { rows: names } = await client.query<{ id: string }>(
    `SELECT subject AS id FROM ledger.judgement WHERE subject_kind = 'printed name' AND written = $1
      UNION SELECT subject FROM ledger.judgement WHERE subject_kind = 'printed name' AND withdrawn = $1
      UNION SELECT n.printed_name FROM ledger.judgement j JOIN ledger.naming n ON n.id = j.subject
        WHERE j.subject_kind = 'naming' AND (j.written = $1 OR j.withdrawn = $1)
      UNION SELECT id FROM serving.name WHERE since = $1
      UNION SELECT id FROM serving.past_name WHERE until = $1`,
    [changeset],
  )
  const { rows: entities } = await client.query<{ id: string }>(
    `SELECT entity AS id FROM ledger.judgement WHERE written = $1
      UNION SELECT entity FROM ledger.judgement WHERE withdrawn = $1
      UNION SELECT subject FROM ledger.judgement WHERE subject_kind = 'entity' AND (written = $1 OR withdrawn = $1)
      UNION SELECT entity FROM ledger.statement WHERE property IN ('name', 'alias', 'country') AND written = $1
      UNION SELECT entity FROM ledger.statement WHERE property IN ('name', 'alias', 'country') AND withdrawn = $1
      UNION SELECT object FROM ledger.statement WHERE property = 'perpetrator' AND object IS NOT NULL AND (written = $1 OR withdrawn = $1)
      UNION SELECT entity FROM ledger.designation WHERE written = $1 OR withdrawn = $1`,
    [changeset],
  )
  if (names.length + entities.length === 0) return
  await refresh(client, new Set(names.map(({ id }) => id)), new Set(entities.map(({ id }) => id)))
}

/** Empties what is served of units and works it out from the ledger's current rows; pairs keep what they are and are judged anew. */
export async function rebuildUnits(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM serving.meaning')
  await client.query('DELETE FROM serving.naming_meaning')
  await client.query('DELETE FROM serving.merged')
  await client.query('DELETE FROM serving.unit')
  const { rows: names } = await client.query<{ id: string }>('SELECT id FROM ledger.printed_name WHERE withdrawn IS NULL')
  const { rows: entities } = await client.query<{ id: string }>('SELECT id FROM ledger.entity WHERE withdrawn IS NULL')
  await refresh(client, new Set(names.map(({ id }) => id)), new Set(entities.map(({ id }) => id)))
}

async function refresh(client: ClientBase, names: Set<string>, entities: Set<string>): Promise<void> {
  const { merged, moved } = await refreshMerged(client)
  for (const id of moved) entities.add(id)
  if (moved.size > 0) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT printed_name AS id FROM serving.meaning WHERE entity = ANY($1) OR judged = ANY($1)
        UNION SELECT subject FROM ledger.judgement WHERE subject_kind = 'printed name' AND withdrawn IS NULL AND entity = ANY($1)
        UNION SELECT printed_name FROM serving.naming_meaning WHERE entity = ANY($1) OR judged = ANY($1)`,
      [[...moved]],
    )
    for (const { id } of rows) names.add(id)
  }
  for (const id of await refreshMeanings(client, names, merged)) entities.add(id)
  const touched = new Set<string>()
  for (const id of entities) for (const member of merged.membersOf(id)) touched.add(member)
  await refreshSums(client, touched, merged)
  await refreshCandidates(client, touched, names)
}

/** Who stands for whom by what persons judge now. Their merges are few enough to be read whole. */
export async function readMerged(client: ClientBase): Promise<Merged> {
  const { rows: judgements } = await client.query<{ subject: string; entity: string; verdict: 'same' | 'different' | 'unsure' }>(
    `SELECT subject, entity, verdict FROM ledger.judgement WHERE subject_kind = 'entity' AND basis = 'person' AND withdrawn IS NULL`,
  )
  const ids = [...new Set(judgements.flatMap(({ subject, entity }) => [subject, entity]))]
  const { rows: described } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.statement WHERE entity = ANY($1) AND property = 'name' AND withdrawn IS NULL`,
    [ids],
  )
  return mergeEntities(judgements, new Set(described.map(({ entity }) => entity)))
}

/** Brings `serving.merged` up to date; who stands for whom, and all entities for which that changed. */
async function refreshMerged(client: ClientBase): Promise<{ merged: Merged; moved: Set<string> }> {
  const merged = await readMerged(client)
  const { rows: before } = await client.query<{ entity: string; canonical: string }>(
    'SELECT entity, canonical FROM serving.merged',
  )
  const known = new Map(before.map(({ entity, canonical }) => [entity, canonical]))
  const moved = new Set<string>()
  const changed = [...new Set([...known.keys(), ...merged.canonical.keys()])].filter(
    (entity) => known.get(entity) !== merged.canonical.get(entity),
  )
  for (const entity of changed)
    for (const id of [entity, known.get(entity), merged.canonical.get(entity)]) if (id !== undefined) moved.add(id)
  if (changed.length > 0) {
    await client.query('DELETE FROM serving.merged WHERE entity = ANY($1)', [changed])
    await client.query('INSERT INTO serving.merged (entity, canonical) SELECT * FROM unnest($1::text[], $2::text[])', [
      changed.filter((entity) => merged.canonical.has(entity)),
      changed.flatMap((entity) => merged.canonical.get(entity) ?? []),
    ])
  }
  return { merged, moved }
}

type StoredJudgement = NameJudgement & { subject: string; of: string }

/** What these names mean now; returns every entity that one of them meant or means. */
async function refreshMeanings(client: ClientBase, names: ReadonlySet<string>, merged: Merged): Promise<Set<string>> {
  const touched = new Set<string>()
  if (names.size === 0) return touched
  const ids = [...names]
  const { rows: before } = await client.query<{ entity: string }>(
    `WITH gone AS (DELETE FROM serving.meaning WHERE printed_name = ANY($1) RETURNING entity),
      apart AS (DELETE FROM serving.naming_meaning WHERE printed_name = ANY($1) RETURNING entity)
    SELECT DISTINCT entity FROM gone UNION SELECT entity FROM apart WHERE entity IS NOT NULL`,
    [ids],
  )
  for (const { entity } of before) touched.add(entity)
  const { rows: ofNames } = await client.query<StoredJudgement>(
    `SELECT subject AS of, subject, entity, verdict, basis, rule, score FROM ledger.judgement
      WHERE subject = ANY($1) AND subject_kind = 'printed name' AND withdrawn IS NULL`,
    [ids],
  )
  const { rows: ofNamings } = await client.query<StoredJudgement>(
    `SELECT n.printed_name AS of, j.subject, j.entity, j.verdict, j.basis, j.rule, j.score
      FROM ledger.judgement j JOIN ledger.naming n ON n.id = j.subject AND n.withdrawn IS NULL
      WHERE j.subject_kind = 'naming' AND j.withdrawn IS NULL AND n.printed_name = ANY($1)`,
    [ids],
  )
  const byName = groupBy(ofNames, ({ of }) => of)
  const meanings: [string, Meaning][] = []
  for (const [name, judgements] of byName) {
    const meaning = meaningOf(judgements, merged)
    if (meaning) meanings.push([name, meaning])
  }
  const list = (columns: [string, 'text' | 'number' | 'boolean'][]) => columns.map(([name, type]) => ({ name, type }))
  await copyRows(
    client as PoolClient,
    'serving.meaning',
    list([
      ['printed_name', 'text'],
      ['entity', 'text'],
      ['judged', 'text'],
      ['basis', 'text'],
      ['rule', 'text'],
      ['score', 'number'],
      ['contested', 'boolean'],
    ]),
    meanings.map(([name, { entity, judged, basis, rule, score, contested }]) => [
      name,
      entity,
      judged,
      basis,
      rule,
      score,
      contested,
    ]),
  )
  for (const [, { entity }] of meanings) touched.add(entity)
  const apart: unknown[][] = []
  for (const [naming, judgements] of groupBy(ofNamings, ({ subject }) => subject)) {
    const name = judgements[0]!.of
    const meaning = meaningOf(byName.get(name) ?? [], merged, judgements)
    if (meaning) touched.add(meaning.entity)
    apart.push([naming, name, meaning?.entity ?? null, meaning?.judged ?? null, meaning?.contested ?? false])
  }
  await copyRows(
    client as PoolClient,
    'serving.naming_meaning',
    list([
      ['naming', 'text'],
      ['printed_name', 'text'],
      ['entity', 'text'],
      ['judged', 'text'],
      ['contested', 'boolean'],
    ]),
    apart,
  )
  return touched
}

/** Entities that are made anew, from so many on, are told to the planner, which would otherwise take them for a few. */
const manyEntities = 1_000

/** The rows of `serving.unit` of these entities; one that was merged into another has none. */
async function refreshSums(client: ClientBase, touched: ReadonlySet<string>, merged: Merged): Promise<void> {
  if (touched.size === 0) return
  await client.query('CREATE TEMPORARY TABLE touched_unit (id text COLLATE "C") ON COMMIT DROP')
  await client.query(
    'CREATE TEMPORARY TABLE touched_words (id text COLLATE "C", name text, country text, words text) ON COMMIT DROP',
  )
  await client.query('INSERT INTO touched_unit SELECT unnest($1::text[])', [[...touched]])
  await client.query('DELETE FROM serving.unit WHERE entity IN (SELECT id FROM touched_unit)')
  await client.query('DELETE FROM touched_unit WHERE id = ANY($1)', [[...touched].filter((id) => merged.canonical.has(id))])
  const { rows: said } = await client.query<{ id: string; property: 'name' | 'alias' | 'country'; value: string }>(
    `SELECT coalesce(m.canonical, s.entity) AS id, s.property, s.value
      FROM ledger.statement s LEFT JOIN serving.merged m ON m.entity = s.entity
      WHERE s.entity = ANY($1) AND s.property IN ('name', 'alias', 'country') AND s.stance = 'asserts' AND s.withdrawn IS NULL AND s.value IS NOT NULL`,
    [[...touched]],
  )
  await copyRows(
    client as PoolClient,
    'pg_temp.touched_words',
    [
      { name: 'id', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'country', type: 'text' },
      { name: 'words', type: 'text' },
    ],
    said.map(({ id, property, value }) => [
      id,
      property === 'name' ? value : null,
      property === 'country' ? value : null,
      property === 'country' ? null : searchKey(value),
    ]),
  )
  if (touched.size >= manyEntities) {
    await client.query(`SET LOCAL work_mem = '64MB'`)
    for (const table of ['touched_unit', 'touched_words', 'serving.meaning', 'serving.naming_meaning', 'ledger.entity'])
      await client.query(`ANALYZE ${table}`)
  }
  // A row that names a unit twice counts once, and plans count as rows but not as sessions: as for names (serving/refresh.ts).
  await client.query(
    `INSERT INTO serving.unit (entity, kind, country, name, described, proposed, names, rows, quantity, cents, first_year, last_year, key)
    WITH naming AS (
      SELECT m.entity, n.training, n.role, n.count FROM serving.meaning m JOIN touched_unit t ON t.id = m.entity
        JOIN ledger.naming n ON n.printed_name = m.printed_name AND n.withdrawn IS NULL
        WHERE NOT EXISTS (SELECT FROM serving.naming_meaning own WHERE own.naming = n.id)
      UNION ALL
      SELECT own.entity, n.training, n.role, n.count FROM serving.naming_meaning own JOIN touched_unit t ON t.id = own.entity
        JOIN ledger.naming n ON n.id = own.naming AND n.withdrawn IS NULL
    ), sums AS (
      SELECT entity, count(*) AS rows, coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0) AS quantity,
        coalesce(sum(cents) FILTER (WHERE delivered AND recipient), 0) AS cents, min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
      FROM (
        SELECT g.entity, bool_or(g.role = 'recipient') AS recipient, t.cents, t.delivered, t.fiscal_year,
          coalesce(sum(g.count) FILTER (WHERE g.role = 'recipient'), t.quantity) AS quantity
        FROM naming g JOIN serving.training t ON t.id = g.training
        GROUP BY g.entity, t.n, t.quantity, t.cents, t.delivered, t.fiscal_year
      ) r GROUP BY entity
    ), printed AS (
      SELECT m.entity, count(*) AS names, bool_or(m.basis = 'person') AS confirmed,
        (array_agg(n.text ORDER BY n.rows DESC, n.text COLLATE "C"))[1] AS name,
        mode() WITHIN GROUP (ORDER BY n.country) AS country, string_agg(DISTINCT n.search_key, ' ') AS words
      FROM serving.meaning m JOIN touched_unit t ON t.id = m.entity JOIN serving.name n ON n.id = m.printed_name
      GROUP BY m.entity
    ), said AS (
      SELECT id, mode() WITHIN GROUP (ORDER BY name COLLATE "C") AS name, mode() WITHIN GROUP (ORDER BY country COLLATE "C") AS country,
        string_agg(DISTINCT words, ' ') AS words FROM touched_words GROUP BY id
    )
    SELECT e.id, e.kind,
      coalesce(said.country, printed.country),
      coalesce(said.name, class.name, printed.name, '–'), said.name IS NOT NULL,
      said.name IS NULL AND NOT coalesce(printed.confirmed, false),
      coalesce(printed.names, 0), coalesce(sums.rows, 0), coalesce(sums.quantity, 0), coalesce(sums.cents, 0), sums.first_year, sums.last_year,
      to_tsvector('simple', concat_ws(' ', lower(class.name), printed.words, said.words))
    FROM touched_unit t
    JOIN ledger.entity e ON e.id = t.id AND e.withdrawn IS NULL AND e.kind IN ('unit', 'class of units', 'body', 'organization')
    LEFT JOIN sums ON sums.entity = e.id
    LEFT JOIN printed ON printed.entity = e.id
    LEFT JOIN said ON said.id = e.id
    LEFT JOIN serving.class_name class ON class.class = e.id`,
  )
  await client.query('DROP TABLE touched_unit, touched_words')
}

/** How much hangs on the pairs of these entities and names, and whether they still wait for a person. */
async function refreshCandidates(client: ClientBase, entities: ReadonlySet<string>, names: ReadonlySet<string>): Promise<void> {
  const touched = [[...entities], [...names]]
  await client.query(
    `WITH pair AS (
      SELECT c.subject, c.entity, c.subject_kind, coalesce(s.canonical, c.subject) AS one, coalesce(e.canonical, c.entity) AS other
      FROM serving.candidate c
      LEFT JOIN serving.merged s ON s.entity = c.subject LEFT JOIN serving.merged e ON e.entity = c.entity
      WHERE c.subject = ANY($1) OR c.entity = ANY($1) OR c.subject = ANY($2)
    )
    UPDATE serving.candidate c SET open = state.open, rows = state.rows, cents = state.cents
    FROM (
      SELECT p.subject, p.entity, coalesce(u.rows, n.rows, 0) AS rows, coalesce(u.cents, n.cents, 0) AS cents,
        p.one <> p.other AND other.entity IS NOT NULL AND coalesce(u.entity, n.id) IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM ledger.judgement j WHERE j.withdrawn IS NULL AND j.basis = 'person'
              AND (
                (j.subject = p.one OR j.subject = p.other OR j.subject IN (SELECT entity FROM serving.merged WHERE canonical IN (p.one, p.other)))
                AND (j.entity = p.one OR j.entity = p.other OR j.entity IN (SELECT entity FROM serving.merged WHERE canonical IN (p.one, p.other)))
                AND (j.subject_kind = 'printed name' OR j.verdict <> 'same')
              )
          )
          AND NOT EXISTS (SELECT FROM serving.meaning m WHERE p.subject_kind = 'printed name' AND m.printed_name = p.subject) AS open
      FROM pair p
      LEFT JOIN serving.unit u ON p.subject_kind = 'entity' AND u.entity = p.one
      LEFT JOIN serving.unit other ON other.entity = p.other
      LEFT JOIN LATERAL (
        SELECT n.id, n.rows, coalesce(sum(t.cents), 0) AS cents FROM serving.name n
          LEFT JOIN ledger.naming g ON g.printed_name = n.id AND g.withdrawn IS NULL LEFT JOIN serving.training t ON t.id = g.training
        WHERE p.subject_kind = 'printed name' AND n.id = p.subject GROUP BY n.id, n.rows
      ) n ON true
    ) state
    WHERE c.subject = state.subject AND c.entity = state.entity
      AND (c.open, c.rows, c.cents) IS DISTINCT FROM (state.open, state.rows, state.cents)`,
    touched,
  )
  // Apart from the above, whose plan a second look at its pairs would spoil.
  await client.query(
    `WITH accused AS (
      SELECT coalesce(m.canonical, a.id) AS id, sum(a.matters)::int AS matters FROM (
        SELECT object AS id, count(DISTINCT entity) AS matters FROM ledger.statement
          WHERE property = 'perpetrator' AND stance = 'asserts' AND withdrawn IS NULL AND object IS NOT NULL GROUP BY object
        UNION ALL SELECT entity, count(*) FROM ledger.designation WHERE withdrawn IS NULL GROUP BY entity
      ) a LEFT JOIN serving.merged m ON m.entity = a.id GROUP BY 1
    )
    UPDATE serving.candidate c SET allegations = weighed.matters FROM (
      SELECT p.subject, p.entity, coalesce(one.matters, 0) + coalesce(other.matters, 0) AS matters FROM serving.candidate p
        LEFT JOIN serving.merged s ON s.entity = p.subject LEFT JOIN serving.merged e ON e.entity = p.entity
        LEFT JOIN accused one ON one.id = coalesce(s.canonical, p.subject) LEFT JOIN accused other ON other.id = coalesce(e.canonical, p.entity)
      WHERE p.subject = ANY($1) OR p.entity = ANY($1) OR p.subject = ANY($2)
    ) weighed WHERE c.subject = weighed.subject AND c.entity = weighed.entity AND c.allegations <> weighed.matters`,
    touched,
  )
}

/** Weighs and opens pairs that were just found. */
export async function settleCandidates(client: ClientBase, subjects: readonly string[]): Promise<void> {
  await client.query('ANALYZE serving.candidate')
  await refreshCandidates(client, new Set(), new Set(subjects))
}
