/** `rastro dossier`: writes what a screening found of a list, or of one subject of it, as a folder that can be checked, or as one file. */
import { createWriteStream } from 'node:fs'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeBagFolder } from '../exchange/bagit/write.js'
import { zipOf } from '../exchange/bagit/zip-bag.js'
import { errors } from '../ledger/errors.js'
import { openWeb } from '../web/dependencies.js'
import { type DossierRequest, dossierBag, dossierHtml, dossierName } from '../web/dossier/files.js'
import { closeEvidence } from '../web/evidence.js'
import { type Language, languages } from '../web/messages/format.js'
import { localActor } from './actor.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'
import { screeningFor } from './screening-desk.js'

export const command: Command = {
  name: 'dossier',
  summary: 'Write what a screening found of a list, or of one subject, as a dossier that can be checked',
  usage: `rastro dossier LIST [--subject N] [--format folder|zip|html] [--out PATH] [--language en|es]

  LIST        a list's id: the last part of its page's address
  --subject   one subject, by its number in the list, instead of all
  --format    folder: a BagIt folder (RFC 8493), the default; zip: the same in one file; html: the page alone, which prints to PDF
  --out       where to write it; without it, a name made of list and time, in the current folder
  --language  of the page; en where it is left out

  rastro dossier 4f2a91c07be3 --subject 7
      writes subject 7 with its possible matches, evidence, decisions and coverage; \`rastro verify FOLDER\` checks every digest in it

The list must be yours or shared with you. Whoever has the dossier can read all of it.`,
  options: {
    subject: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  async run(values, positionals, context) {
    const { out, env, cwd, now } = context
    const [list, another] = positionals
    if (list === undefined || another !== undefined) throw errors.OPTION_INVALID('it takes the id of one list', 'dossier')
    const format = formats.find((one) => one === (values.format ?? 'folder'))
    if (!format) throw errors.OPTION_INVALID(`--format is folder, zip or html, not "${values.format}"`, 'dossier')
    const language = languages.find((one) => one === (values.language ?? 'en'))
    if (!language) throw errors.OPTION_INVALID(`--language is en or es, not "${values.language}"`, 'dossier')
    const position = values.subject === undefined ? null : Number(values.subject)
    if (position !== null && !(Number.isInteger(position) && position > 0))
      throw errors.OPTION_INVALID('--subject is the number of a subject in the list, from 1', 'dossier')
    const ledger = await ledgerOf(context)
    const who = localActor(env)
    const desk = screeningFor(ledger, who, { now, report: () => {} })
    const dependencies = openWeb(ledger, { screening: desk })
    try {
      const request = { who, list, position, language, made: new Date(Math.floor(now().getTime() / 1000) * 1000) }
      const goal = values.out === undefined ? null : path.resolve(cwd, String(values.out))
      const written = await writeAs(format, { dependencies, desk, request }, (name) => goal ?? path.join(cwd, name))
      await out.write(`${path.relative(cwd, written) || written}\n`)
      return 0
    } finally {
      await closeEvidence(dependencies)
      await desk.lists.close()
      await ledger.close()
    }
  },
}

const formats = ['folder', 'zip', 'html'] as const

interface Wanted {
  dependencies: Parameters<typeof dossierBag>[0]
  desk: ReturnType<typeof screeningFor>
  request: DossierRequest & { language: Language }
}

/** Returns what it wrote. @throws UserError DOSSIER_EXISTS, and what the screening says of the list */
export async function writeAs(
  format: (typeof formats)[number],
  { dependencies, desk, request }: Wanted,
  goalOf: (name: string) => string,
): Promise<string> {
  if (format === 'html') {
    const html = await dossierHtml(dependencies, desk.lists, request)
    const goal = goalOf(`${dossierName(request)}.html`)
    await mustBeFree(goal)
    await writeFile(goal, html, { mode: 0o600, flag: 'wx' })
    return goal
  }
  const { name, files } = await dossierBag(dependencies, desk.lists, request)
  if (format === 'folder') {
    const goal = goalOf(name)
    await writeBagFolder(goal, files)
    return goal
  }
  const goal = goalOf(`${name}.zip`)
  await mustBeFree(goal)
  const aside = `${goal}.part`
  try {
    await pipeline(Readable.from(zipOf(name, files, request.made)), createWriteStream(aside, { mode: 0o600 }))
    await rename(aside, goal)
  } finally {
    await rm(aside, { force: true })
  }
  return goal
}

async function mustBeFree(goal: string): Promise<void> {
  if (await stat(goal).catch(() => null)) throw errors.DOSSIER_EXISTS(goal)
}
