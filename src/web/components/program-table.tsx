/** Programmes with their names, sums, family and agency; the numbers stand beside the name, where a narrow screen shows them. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramRef, ProgramSum } from '../../ledger/read/views.js'
import { namesNoOther, programName } from '../program-names.js'
import { href, useSite } from '../site.js'
import { searchHref } from './filters.js'
import { SumTable } from './sum-table.js'

interface ProgramTableProps {
  programs: readonly ProgramSum[]
  caption: string
  /** What the sums are of besides the programme. */
  query?: Partial<TrainingQuery>
}

export function ProgramTable({ programs, caption, query }: ProgramTableProps) {
  const site = useSite()
  const { text } = site
  return (
    <SumTable
      caption={caption}
      heading={text.fields.program}
      sums={programs}
      further={[{ words: text.fields.family }, { words: text.fields.agency }]}
      row={({ program }) => {
        const asked = { ...query, program: [program.slug] }
        return {
          name: (
            <>
              <a href={query ? searchHref(site, asked) : href(site, `/programs/${program.slug}`)} translate="no">
                {program.code}
              </a>
              <ProgramName of={program} />
            </>
          ),
          further: (
            <>
              <td translate="no">
                <FamilyLink of={program} />
              </td>
              <td>
                {program.agency ? (
                  <abbr title={text.agencies[program.agency as keyof typeof text.agencies] ?? program.agency}>
                    {program.agency}
                  </abbr>
                ) : (
                  '–'
                )}
              </td>
            </>
          ),
          query: asked,
          about: program.code,
        }
      }}
    />
  )
}

/** What the code stands for, under it. */
function ProgramName({ of }: { of: ProgramRef }) {
  const { language } = useSite()
  const name = programName(of.code, language)
  return name === null ? null : <small class="spelled-out">{name}</small>
}

/** A family of one has no page of its own: its programme's says all. */
function FamilyLink({ of }: { of: ProgramRef }) {
  const site = useSite()
  if (of.family === null || of.familySlug === null) return <>–</>
  if (namesNoOther(of.family)) return <>{of.family}</>
  return <a href={href(site, `/families/${of.familySlug}`)}>{of.family}</a>
}
