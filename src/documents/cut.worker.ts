/** Worker thread: finds pages in a downloaded volume by the digest of their text, and cuts them out. Also digests files at hand. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { errors } from '../ledger/errors.js'
import type { CutAnswer, CutJob } from './cut.js'
import { kindOf } from './kind.js'
import { openPdf } from './pdf.js'
import { findRun, htmlTextDigest, pageTextDigest, textDigest } from './text-digest.js'
import { answerJobs } from './worker.js'

answerJobs<CutJob, CutAnswer>(async ({ path, wanted }, progress) => {
  const file = basename(path)
  const bytes = new Uint8Array(await readFile(path))
  const { kind, description } = kindOf(bytes)
  if (kind === 'html') {
    progress(1, 1)
    const text = htmlTextDigest(bytes)
    const found = wanted.filter((each) => each.text === text).map((each) => ({ sha256: each.sha256, first: 1, bytes }))
    return { value: { pages: null, firstPage: '', text, found } }
  }
  if (kind !== 'pdf') throw errors.FILE_KIND_UNKNOWN({ file }, description)
  const pdf = await openPdf(bytes, file)
  try {
    const digests: string[] = []
    for (let page = 1; page <= pdf.pageCount; page++) {
      digests.push(pageTextDigest(pdf.letters(page)))
      progress(page, pdf.pageCount)
    }
    const found = wanted.flatMap((each) => {
      const first = findRun(digests, each)
      if (first === null) return []
      const whole = each.pages === pdf.pageCount
      const pages = Array.from({ length: each.pages! }, (_, at) => first + at)
      return [{ sha256: each.sha256, first, bytes: whole ? bytes : pdf.cut(pages) }]
    })
    return { value: { pages: pdf.pageCount, firstPage: digests[0]!, text: textDigest(digests), found } }
  } finally {
    pdf.close()
  }
})
