/**
 * The ledger's migrations, oldest first. A migration that was released is never edited: its text's checksum is kept in the
 * database, and one that differs is refused. Each runs in a transaction of its own, as the owner.
 *
 * The reader's role exists before the first migration. After the last one the runner grants it what it may read
 * (everything in the schemas `ledger` and `serving`, nothing elsewhere), so migrations need no grants.
 */
import { ledger } from './0001-ledger.js'
import { serving } from './0002-serving.js'
import { repetitions } from './0003-repetitions.js'
import { rowsByPage } from './0004-rows-by-page.js'
import { entities } from './0005-entities.js'
import { pastStates } from './0006-past-states.js'
import { unreadPlaces } from './0008-unread-places.js'
import { units } from './0009-units.js'
import { namesOfEntities } from './0010-names-of-entities.js'
import { classesOfUnits } from './0013-classes-of-units.js'
import { publicationsCited } from './0017-publications-cited.js'
import { screening } from './0020-screening.js'
import { screeningUploads } from './0025-screening-uploads.js'
import { articles } from './0030-articles.js'
import { queueAllegations } from './0045-queue-allegations.js'
import { drafts } from './0050-drafts.js'
import { nameParts } from './0057-name-parts.js'
import { roomInCells } from './0058-room-in-cells.js'
import { filling } from './0059-filling.js'
import type { Migration } from './migration.js'

export const migrations: readonly Migration[] = [
  ledger,
  serving,
  repetitions,
  rowsByPage,
  entities,
  pastStates,
  unreadPlaces,
  units,
  namesOfEntities,
  classesOfUnits,
  publicationsCited,
  screening,
  screeningUploads,
  articles,
  queueAllegations,
  drafts,
  nameParts,
  roomInCells,
  filling,
]
