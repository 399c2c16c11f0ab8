/** Articles for tests, taken into a ledger as `rastro ingest` takes them. People, units and what is told of them are invented. */
import { createHash } from 'node:crypto'
import { readPlainArticle } from '../src/documents/article/plain-article.js'
import { readArticle } from '../src/extract/article/read-article.js'
import { takeArticle } from '../src/extract/article/take-article.js'
import { sourceId } from '../src/ledger/changesets/facts.js'
import type { Ledger } from '../src/ledger/database/connect.js'
import { loadClaims } from '../src/ledger/read/claims.js'

/** An article with numbers, a denial, a lineage, a caption, an appeal and a paragraph that is repeated. */
export const inventedArticle = `Commandos Trained Abroad Are Accused In The Valley

By Inés Quiroga, The Valley Courier, March 3, 2014

In fiscal year 2012 the United States trained 200 Mexican soldiers under IMET-1, according to the Office of Records.

PHOTO: Soldiers of the 102nd Infantry Battalion on parade. (AP Photo)

Colonel Martín Olvera, commander of the 102nd Infantry Battalion, said that 45 soldiers of the 102nd Infantry Battalion were trained by the United States in 2012.

Soldiers killed 12 people in Mexico in March 2013, witnesses said. The army denied that its soldiers killed 12 people.

In the 1990s, members of the 102nd Infantry Battalion deserted and formed the Valley Brotherhood, a criminal gang.

In fiscal year 2012 the United States trained 200 Mexican soldiers under IMET-1, according to the Office of Records.

Please support our work: donate today to keep independent journalism alive.
`

/** Takes a text in as an article; the ids of it and of its claims, in the order of the text. */
export async function writeArticle(
  ledger: Pick<Ledger, 'ownerPool'>,
  text: string = inventedArticle,
  { file = 'valley.txt', restricted = false }: { file?: string; restricted?: boolean } = {},
): Promise<{ source: string; claims: string[] }> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const read = { ...readArticle(readPlainArticle(text)), file, sha256, bytes: Buffer.byteLength(text) }
  await takeArticle(
    read,
    { actor: 'a tester', method: 'test', restricted, at: new Date('2026-01-03T00:00:00Z') },
    ledger as Ledger,
  )
  const source = sourceId(sha256)
  const client = await ledger.ownerPool.connect()
  try {
    return { source, claims: (await loadClaims(client, null, [source])).map(({ id }) => id) }
  } finally {
    client.release()
  }
}
