/** The rooms that answer beside the API: each gives its routes, whole paths, tried in this order; and the page of an error. */
import type { Hono } from 'hono'
import type { WebDependencies } from './dependencies.js'
import { evidenceRoutes } from './evidence.js'
import { changesRoutes } from './interfaces/changes-feed.js'
import { openSanctionsRoutes } from './interfaces/opensanctions.js'
import { reconcileRoutes } from './interfaces/reconcile.js'
import { claimForms } from './pages/claim-forms.js'
import { entryRoutes } from './pages/entry/routes.js'
import { queueForms } from './pages/queue-forms.js'
import { pageRoutes } from './pages/routes.js'
import { trainingQuotation } from './pages/training-route.js'
import { screeningDownloads } from './screening/downloads.js'
import { screeningForms } from './screening/forms.js'
import { suggestionRoutes } from './suggestions.js'

export const rooms: readonly ((dependencies: WebDependencies) => Hono)[] = [
  (dependencies) => evidenceRoutes(dependencies, trainingQuotation),
  suggestionRoutes,
  openSanctionsRoutes,
  reconcileRoutes,
  changesRoutes,
  queueForms,
  // Its forms first: what holds for every answer of the room stands there.
  screeningForms,
  screeningDownloads,
  entryRoutes,
  claimForms,
  pageRoutes,
]

/** The page that tells a person what went wrong. */
export { errorPage } from './pages/error-route.js'
