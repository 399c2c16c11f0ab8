import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askForFacts, askOn } from './ask-on-terminal.js'

const answering = (answers: (string | null)[]) => {
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return answers.shift() ?? null
  }
  return { ask, asked }
}

test('what an article does not say is asked for; blank stays unknown, and an impossible day is asked for again', async () => {
  const { ask, asked } = answering(['The Ola Herald', '', 'soon', '2014-02-17'])
  const noted: string[] = []
  const given = await askForFacts('story.txt', ['publisher', 'author', 'published'], ask, (line) => noted.push(line))
  expect(given).toEqual({ publisher: 'The Ola Herald', published: '2014-02-17' })
  expect(asked).toHaveLength(4)
  expect(noted.join('\n')).toContain('ARTICLE_DAY_INVALID')
})

test('who goes away is asked no more, and what he said holds', async () => {
  const { ask, asked } = answering(['Small Programme', null])
  expect(await askForFacts('story.txt', ['title', 'publisher', 'published'], ask, () => {})).toEqual({ title: 'Small Programme' })
  expect(asked).toHaveLength(2)
})

test('a terminal is asked line by line, until its end', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const ask = askOn(input, output, new AbortController().signal)
  const first = ask('Title: ')
  input.write('  Small Programme \n')
  expect(await first).toBe('Small Programme')
  const second = ask('Author: ')
  input.end()
  expect(await second).toBe(null)
  expect(String(output.read())).toContain('Author: ')
})
