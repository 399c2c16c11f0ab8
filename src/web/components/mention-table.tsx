/** Who an article mentions, with rank, post and organisation, as rules read them. */
import type { Article } from '../../ledger/read/articles.js'
import { href, useSite } from '../site.js'
import { Printed, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

/** People listed by name; an article that mentions more is a register. */
const mostListed = 100

export function MentionTable({ article }: { article: Pick<Article, 'reading'> }) {
  const site = useSite()
  const { text, format } = site
  const words = text.article
  const { mentions, relations } = article.reading
  const people = new Map<string, Map<string, Set<string>>>()
  for (const mention of mentions) if (mention.type === 'Person' && !people.has(mention.text)) people.set(mention.text, new Map())
  for (const { type, person, other } of relations) {
    const parts = people.get(mentions[person]?.text ?? '')
    const words = mentions[other]?.text
    if (!parts || words === undefined) continue
    const kind = type === 'has_rank' ? 'Rank' : type === 'is_posted' ? 'Organization' : 'Role'
    parts.set(kind, (parts.get(kind) ?? new Set()).add(words))
  }
  const organizations = [...new Set(mentions.filter(({ type }) => type === 'Organization').map((one) => one.text))]
  if (people.size === 0 && organizations.length === 0) return null
  const of = (parts: Map<string, Set<string>>, kind: string) => [...(parts.get(kind) ?? [])].join('; ')
  return (
    <section>
      <h2>{words.mentions}</h2>
      <p class="quiet small">{words.mentionsLede}</p>
      {people.size > 0 && (
        <TableFrame label={words.mentions}>
          <table class="records">
            <caption class="visually-hidden">{words.mentions}</caption>
            <TableHead
              columns={[
                { words: words.mentionTypes.Person },
                { words: words.mentionTypes.Rank },
                { words: `${words.mentionTypes.Role} / ${words.mentionTypes.Title}` },
                { words: words.mentionTypes.Organization },
              ]}
            />
            <tbody>
              {[...people].slice(0, mostListed).map(([name, parts]) => (
                <tr>
                  <th scope="row" class="wide">
                    <Printed text={name} />
                  </th>
                  {(['Rank', 'Role', 'Organization'] as const).map((kind) => (
                    <td class={of(parts, kind) === '' ? 'blank' : undefined} data-label={words.mentionTypes[kind]}>
                      <Printed text={of(parts, kind)} blank="–" />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {people.size > mostListed && <p class="quiet small">+{format.number(people.size - mostListed)}</p>}
      {organizations.length > 0 && (
        <p class="small">
          <b>{words.organizations}:</b>{' '}
          {organizations.slice(0, mostListed).map((name, index) => (
            <>
              {index > 0 && ' · '}
              <a href={href(site, '/search', { q: name.slice(0, 200) })} translate="no">
                {name}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  )
}
