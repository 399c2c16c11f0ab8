/**
 * Which units are of which class, as their names read: "315th GAFE" says all that "GAFE" says, and a number besides. A reading, not a fact;
 * found anew whenever names are resolved.
 *
 * - `class_name`: what a class of units is called by itself, where its printed names always say more ("GAFE, Mexico, D.F.").
 * - `class_member`: entities as names give them, before they are merged.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE serving.class_name (
  class text COLLATE "C" PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE serving.class_member (
  class text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  PRIMARY KEY (class, unit)
);
CREATE INDEX class_member_unit ON serving.class_member (unit);
`

export const classesOfUnits: Migration = { name: '0013-classes-of-units', sql }
