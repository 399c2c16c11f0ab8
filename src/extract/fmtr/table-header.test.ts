import { describe, expect, test } from 'vitest'
import type { Word } from '../../documents/page.js'
import { lineOf } from './lines.js'
import { readTables } from './read-tables.js'
import { readHeaders } from './table-header.js'

const words = (text: string, y = 50): Word[] =>
  text.split(' ').map((word, index) => ({
    text: word,
    left: 40 + index * 30,
    right: 60 + index * 30,
    top: y,
    bottom: y + 7,
    size: 7,
    bold: false,
  }))
const read = (text: string) =>
  readHeaders(lineOf(1, words(text))).map(({ layout, cells }) => [
    layout,
    cells.map(({ role, printed }) => `${role}=${printed}`).join(', '),
  ])

describe('header rows', () => {
  test.each([
    [
      "Course Title Qty Training Location Student's Unit US Unit - US Qty Total Cost Start Date End Date",
      'E',
      "title=Course Title, quantity=Qty, location=Training Location, recipient=Student's Unit, delivery=US Unit - US Qty, cost=Total Cost, start=Start Date, end=End Date",
    ],
    [
      'Course Title Students Location Student’s Unit US Units Total Cost Start Date End Date',
      'E',
      'title=Course Title, quantity=Students, location=Location, recipient=Student’s Unit, delivery=US Units, cost=Total Cost, start=Start Date, end=End Date',
    ],
    [
      'Course Title No. Location of Training Student Unit U.S. Unit Total Cost (USD) Start Date End Date',
      'E',
      'title=Course Title, quantity=No., location=Location of Training, recipient=Student Unit, delivery=U.S. Unit, cost=Total Cost (USD), start=Start Date, end=End Date',
    ],
    [
      "Course Title Qty Location Student's Unit Total Cost Start Date End Date",
      'E',
      "title=Course Title, quantity=Qty, location=Location, recipient=Student's Unit, cost=Total Cost, start=Start Date, end=End Date",
    ],
    [
      "Title of # Location Students' US Units Cost Start End",
      'C',
      "title=Title of, quantity=#, location=Location, recipient=Students', delivery=US Units, cost=Cost, start=Start, end=End",
    ],
    [
      "Title of Training # Students/Activities Location Students' Units US Units Involved Cost Start Date End",
      'C',
      "title=Title of Training, quantity=# Students/Activities, location=Location, recipient=Students' Units, delivery=US Units Involved, cost=Cost, start=Start Date, end=End",
    ],
    ['Title of # Cost', 'B', 'title=Title of, quantity=#, cost=Cost'],
  ])('%s', (text, layout, cells) => {
    expect(read(text)).toEqual([[layout, cells]])
  })

  test('two side by side are two', () => {
    expect(read('Title of # Cost Title of # Cost').map(([layout]) => layout)).toEqual(['B', 'B'])
  })

  test.each([
    'Course on Plan Against NARCO Operations 4 Panama',
    'Title of the work',
    'Course Title',
    'Course Title Qty Qty Total Cost',
    'Qty Total Cost',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual([])
  })
})

test('pages without such a table give none, however long', () => {
  const page = {
    number: 1,
    width: 792,
    height: 612,
    words: Array.from({ length: 2000 }, (_, line) => words('Lorem ipsum 1 $5 dolor', line)).flat(),
  }
  expect(readTables([page], () => false)).toBeNull()
})
