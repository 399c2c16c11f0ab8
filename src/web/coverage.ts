/** A view whose sums stand with what they do not cover. */
import type { CoverageReport } from '../analysis/coverage.js'

export type Covered<View> = View & { coverage: CoverageReport }
