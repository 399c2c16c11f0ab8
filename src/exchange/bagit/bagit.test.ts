import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeZip } from '../../../test/zip-writer.js'
import { checkBag } from './check.js'
import { openBag } from './content.js'
import type { BagFile } from './format.js'
import { bagOf, writeBagFolder } from './write.js'
import { zipOf } from './zip-bag.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-bag-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-02-01T10:20:30Z')
const payload: BagFile[] = [
  { path: 'dossier.html', bytes: Buffer.from('<p>Nobody was found.</p>') },
  { path: 'evidence/100%.txt', bytes: Buffer.from('á') },
  { path: 'evidence/page.png', bytes: Buffer.from([1, 2, 3]) },
]
const info = [['Source-Organization', 'Rastro'] as const, ['Title', 'a\nPayload-Oxum: 0.0'] as const]
let made = 0
const nextPath = (name = 'bag') => path.join(folder, `${name}-${++made}`)
const written = async (): Promise<string> => {
  const to = nextPath()
  await writeBagFolder(to, bagOf(payload, info))
  return to
}
const zipped = async (base = 'bag') => {
  const parts: Uint8Array[] = []
  for await (const part of zipOf(base, bagOf(payload, info), at)) parts.push(part)
  return Buffer.concat(parts)
}
const problemsOf = async (given: string) =>
  (await checkBag(await openBag(given))).problems.map(({ kind, file }) => `${kind}: ${file}`).sort()

describe('a bag that was written', () => {
  test('holds, as a folder and as a zip, and says what it is in one line each', async () => {
    const file = nextPath()
    writeFileSync(file, await zipped())
    for (const given of [await written(), file]) {
      const report = await checkBag(await openBag(given))
      expect(report).toMatchObject({ sound: true, files: 3, bytes: 29, digests: ['sha256', 'sha512'], problems: [] })
      expect(report.info).toEqual([
        ['Source-Organization', 'Rastro'],
        ['Title', 'a Payload-Oxum: 0.0'],
        ['Payload-Oxum', '29.3'],
      ])
    }
  })

  test('is the same bytes each time', async () => expect(await zipped()).toEqual(await zipped()))

  test('writes the per cent sign of a path as RFC 8493 does', async () =>
    expect(readFileSync(path.join(await written(), 'manifest-sha256.txt'), 'utf8')).toContain('  data/evidence/100%25.txt\n'))

  test('does not write over what is there', async () => {
    const to = await written()
    await expect(writeBagFolder(to, bagOf(payload, info))).rejects.toMatchObject({ code: 'DOSSIER_EXISTS' })
  })

  test.each(['../outside', '/etc/x', 'a//b', 'C:\\x', 'a/../../b', 'a\\..\\b', ''])('has no file at %j', async (bad) => {
    const all = async () => {
      for await (const _ of bagOf([{ path: bad, bytes: Buffer.alloc(0) }], [])) void _
    }
    await expect(all()).rejects.toThrow(TypeError)
  })
})

describe('what is wrong with a bag is told with its file', () => {
  test.each<[string, (bag: string) => void, string[]]>([
    [
      'an altered file',
      (bag) => writeFileSync(path.join(bag, 'data/dossier.html'), '<p>Somebody was found.</'),
      ['altered: data/dossier.html', 'altered: data/dossier.html'],
    ],
    [
      'a file that is gone',
      (bag) => rmSync(path.join(bag, 'data/evidence/page.png')),
      ['altered: bag-info.txt', 'missing: data/evidence/page.png', 'missing: data/evidence/page.png'],
    ],
    [
      'a file that was added',
      (bag) => writeFileSync(path.join(bag, 'data/more.txt'), 'x'),
      ['altered: bag-info.txt', 'not listed: data/more.txt', 'not listed: data/more.txt'],
    ],
    [
      'a file beside the payload',
      (bag) => writeFileSync(path.join(bag, 'more.txt'), 'x'),
      ['not listed: more.txt', 'not listed: more.txt'],
    ],
    [
      'a manifest written anew for an altered file',
      (bag) => {
        writeFileSync(path.join(bag, 'data/dossier.html'), '')
        rmSync(path.join(bag, 'manifest-sha512.txt'))
        const file = path.join(bag, 'manifest-sha256.txt')
        const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^\w+(?= {2}data\/dossier)/m, empty))
      },
      [
        'altered: bag-info.txt',
        'altered: manifest-sha256.txt',
        'altered: manifest-sha256.txt',
        'missing: manifest-sha512.txt',
        'missing: manifest-sha512.txt',
      ],
    ],
    [
      'a path that leads out',
      (bag) =>
        writeFileSync(path.join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/../../../etc/passwd\n`, { flag: 'a' }),
      ['altered: manifest-sha256.txt', 'altered: manifest-sha256.txt', 'path: manifest-sha256.txt'],
    ],
    [
      'a link',
      (bag) => {
        rmSync(path.join(bag, 'data/dossier.html'))
        symlinkSync('/etc/hostname', path.join(bag, 'data/dossier.html'))
      },
      ['altered: bag-info.txt', 'missing: data/dossier.html', 'missing: data/dossier.html', 'path: data/dossier.html'],
    ],
    ['a list of files elsewhere', (bag) => writeFileSync(path.join(bag, 'fetch.txt'), ''), ['incomplete: fetch.txt']],
    [
      'no declaration',
      (bag) => rmSync(path.join(bag, 'bagit.txt')),
      ['missing: bagit.txt', 'missing: bagit.txt', 'no bag: bagit.txt'],
    ],
  ])('%s', async (_, spoil, expected) => {
    const bag = await written()
    spoil(bag)
    const found = await problemsOf(bag)
    // A list of files elsewhere is a tag file that no manifest names, too.
    expect(found.filter((one) => one !== 'not listed: fetch.txt')).toEqual(expected)
  })

  test('a folder and a zip that are no bag', async () => {
    const empty = nextPath()
    mkdirSync(empty)
    expect(await problemsOf(empty)).toEqual(['no bag: bagit.txt'])
    const file = nextPath()
    writeFileSync(file, writeZip([{ name: 'a.txt', content: 'x' }]))
    expect(await problemsOf(file)).toEqual(['no bag: bagit.txt'])
    await expect(openBag(nextPath())).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    const text = nextPath()
    writeFileSync(text, 'PK no zip at all')
    await expect(openBag(text)).rejects.toMatchObject({ code: 'ZIP_DAMAGED' })
    // The page of a dossier alone is no damaged archive: nobody altered it.
    writeFileSync(text, '<!doctype html><title>Dossier</title>')
    await expect(openBag(text)).rejects.toMatchObject({ code: 'DOSSIER_IS_A_PAGE' })
  })

  test('names in a zip that lead out of it, and one that stands twice', async () => {
    const file = nextPath()
    writeFileSync(
      file,
      writeZip([
        { name: 'bag/bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
        { name: 'bag/../../x', content: 'x' },
        { name: 'bag/data/a', content: 'x' },
        { name: 'bag/data/a', content: 'y' },
      ]),
    )
    const found = await problemsOf(file)
    expect(found).toContain('path: ../../x')
    expect(found).toContain('path: data/a')
  })
})
