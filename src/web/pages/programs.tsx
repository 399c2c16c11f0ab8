/** All programmes, grouped by what they are compared with over the years. */
import type { HomeView } from '../../ledger/read/views.js'
import { DoesNotCover } from '../components/coverage.js'
import { Page } from '../components/page.js'
import { ProgramTable } from '../components/program-table.js'
import type { Covered } from '../coverage.js'
import { useSite } from '../site.js'

export function ProgramsPage({ view }: { view: Covered<HomeView> }) {
  const { text, format } = useSite()
  return (
    <Page title={text.rooms.programs} room="programs">
      <h1>{text.programs.heading(format.number(view.programs.length))}</h1>
      <p>{text.programs.note}</p>
      <DoesNotCover sum={view.sum} coverage={view.coverage} />
      <ProgramTable programs={view.programs} caption={text.programs.caption} />
    </Page>
  )
}
