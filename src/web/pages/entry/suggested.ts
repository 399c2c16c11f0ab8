/** What the field in which somebody is named suggests while one types. */
import { EntityKind } from '../../../ledger/entities.js'
import type { FoundEntity } from '../../../ledger/read/find-entity.js'
import type { Language } from '../../messages/format.js'
import { messagesFor } from '../../messages/messages.js'

export interface SuggestedEntities {
  options: { id: string; text: string; detail: string }[]
  /** For readers who hear the page. */
  status: string
}

export const suggested = {
  kinds: (text: string): EntityKind[] => text.split(',').flatMap((kind) => EntityKind.safeParse(kind).data ?? []),
  answer(found: readonly FoundEntity[], language: Language): SuggestedEntities {
    const { entity, entry } = messagesFor(language)
    return {
      options: found.map(({ id, kind, name, country }) => ({
        id,
        text: name,
        detail: [entity.kinds[kind], country].filter(Boolean).join(', '),
      })),
      status: entry.foundCount(found.length),
    }
  },
}
