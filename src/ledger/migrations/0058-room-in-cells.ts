/**
 * Leaves room on the pages of cells: each changeset writes the sums of its cells anew, and where the new row fits on the page of the old one no index
 * has to be told.
 */
import type { Migration } from './migration.js'

export const roomInCells: Migration = { name: '0058-room-in-cells', sql: 'ALTER TABLE serving.cell SET (fillfactor = 50);' }
