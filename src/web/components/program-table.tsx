/** Programmes with their names, sums, family and agency; the numbers stand beside the name, where a narrow screen shows them. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramRef, ProgramSum } from '../../ledger/read/views.js'
import { namesNoOther, programName } from '../program-names.js'
import { href, useSite } from '../site.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { ShareBar, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export function ProgramTable({
  programs,
  caption,
  query,
}: {
  programs: readonly ProgramSum[]
  caption: string
  query?: Partial<TrainingQuery>
}) {
  const site = useSite()
  const { text, format } = site
  const largest = Math.max(0, ...programs.map((sum) => sum.quantity))
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: text.fields.program },
            { figures: text.fields.sessions },
            'bar',
            { figures: text.fields.cost },
            { figures: text.fields.rows },
            { figures: text.fields.withoutCost },
            { words: text.fields.family },
            { words: text.fields.agency },
            'quote',
          ]}
        />
        <tbody>
          {programs.map((sum) => {
            const asked = { ...query, program: [sum.program.slug] }
            return (
              <tr>
                <th scope="row">
                  <a href={query ? searchHref(site, asked) : href(site, `/programs/${sum.program.slug}`)} translate="no">
                    {sum.program.code}
                  </a>
                  <ProgramName of={sum.program} />
                </th>
                <td class="number">{format.number(sum.quantity)}</td>
                <ShareBar of={sum.quantity} largest={largest} />
                <td class="number">
                  <SumMoney of={sum} />
                </td>
                <td class="number">{format.number(sum.rows)}</td>
                <td class="number">{format.share(sum.quantityWithoutCost, sum.quantity)}</td>
                <td translate="no">
                  <FamilyLink of={sum.program} />
                </td>
                <td>
                  {sum.program.agency ? (
                    <abbr title={text.agencies[sum.program.agency as keyof typeof text.agencies] ?? sum.program.agency}>
                      {sum.program.agency}
                    </abbr>
                  ) : (
                    '–'
                  )}
                </td>
                <td>
                  <QuoteLink query={asked} about={sum.program.code} short />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
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
