/**
 * What names mean, worked out from judgements and served: which unit each printed name means, what each unit's names sum to, and the pairs that
 * wait for a person. Nothing here is a fact, as in `0002-serving.ts`; `serving/units.ts` keeps it, `resolve` finds the pairs.
 *
 * - `merged`: entities that persons judged to be one. `canonical` is the one that they are shown as.
 * - `meaning`: the unit that a printed name means, as `meaning.ts` computes it: one row for each name that means one. `judged` is the entity
 *   that the judgement names, `entity` the one that it is shown as.
 * - `naming_meaning`: namings that a person judged apart from their name. `entity` is null where the naming means none.
 * - `unit`: units, classes of units, bodies and organisations with what the rows that name them sum to. `described` where a source gives it
 *   a name, rather than its being known from printed names alone; `proposed` where no person has confirmed any of its names.
 * - `candidate`: pairs that may be one and are not. `open` until a person has judged them or they have become one; `rows` and `cents` of the
 *   subject say how much hangs on it.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE serving.merged (
  entity text COLLATE "C" PRIMARY KEY,
  canonical text COLLATE "C" NOT NULL
);
CREATE INDEX merged_canonical ON serving.merged (canonical);

CREATE TABLE serving.meaning (
  printed_name text COLLATE "C" PRIMARY KEY,
  entity text COLLATE "C" NOT NULL,
  judged text COLLATE "C" NOT NULL,
  basis text NOT NULL,
  rule text,
  score double precision,
  -- Persons disagree, or one said two things that exclude each other.
  contested boolean NOT NULL
);
CREATE INDEX meaning_entity ON serving.meaning (entity);

CREATE TABLE serving.naming_meaning (
  naming text COLLATE "C" PRIMARY KEY,
  printed_name text COLLATE "C" NOT NULL,
  entity text COLLATE "C",
  judged text COLLATE "C",
  contested boolean NOT NULL
);
CREATE INDEX naming_meaning_name ON serving.naming_meaning (printed_name);
CREATE INDEX naming_meaning_entity ON serving.naming_meaning (entity);

CREATE TABLE serving.unit (
  entity text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL,
  -- ISO 3166-1 alpha-3, or the country as printed where it has no code; null where nothing says it.
  country text,
  name text NOT NULL,
  described boolean NOT NULL,
  proposed boolean NOT NULL,
  names integer NOT NULL,
  rows integer NOT NULL,
  quantity double precision NOT NULL,
  cents double precision NOT NULL,
  first_year smallint,
  last_year smallint,
  -- Words of all its names.
  key tsvector NOT NULL
);
CREATE INDEX unit_key ON serving.unit USING gin (key);
CREATE INDEX unit_rows ON serving.unit (rows DESC, entity);
CREATE INDEX unit_country ON serving.unit (country, rows DESC);

CREATE TABLE serving.candidate (
  subject_kind text NOT NULL CHECK (subject_kind IN ('printed name', 'entity')),
  subject text COLLATE "C" NOT NULL,
  entity text COLLATE "C" NOT NULL,
  country text,
  score double precision NOT NULL,
  reasons text[] NOT NULL,
  rows integer NOT NULL DEFAULT 0,
  cents double precision NOT NULL DEFAULT 0,
  open boolean NOT NULL DEFAULT true,
  PRIMARY KEY (subject, entity)
);
CREATE INDEX candidate_entity ON serving.candidate (entity);
CREATE INDEX candidate_open ON serving.candidate (rows DESC, cents DESC, score DESC, subject, entity) WHERE open;
CREATE INDEX candidate_open_country ON serving.candidate (country, rows DESC, cents DESC, score DESC, subject, entity) WHERE open;

-- What a changeset judged, found without reading all judgements.
CREATE INDEX judgement_past_subject ON ledger.judgement (subject) WHERE withdrawn IS NOT NULL;
CREATE INDEX judgement_past_entity ON ledger.judgement (entity) WHERE withdrawn IS NOT NULL;
CREATE INDEX judgement_by_person ON ledger.judgement (subject_kind, subject, entity) WHERE withdrawn IS NULL AND basis = 'person';
`

export const units: Migration = { name: '0009-units', sql }
