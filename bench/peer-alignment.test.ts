import { expect, test } from 'vitest'
import { training } from '../test/ledger-facts.js'
import { align, compareWithPeer, type PeerRow, sameText } from './peer-alignment.js'
import { judge, tailsOf } from './peer-judgement.js'

const peer = (overrides: Partial<PeerRow> = {}): PeerRow => ({
  file: '2012_2013_Western_Hemisphere_fmtrpt_dedup.xml',
  country: 'Freedonia',
  program: 'IMET-1 - Fiscal Year 2012 Department of State Training',
  quantity: '3',
  total_cost: '$1,234.56',
  start_date: '1/2/2012',
  end_date: '3/4/2012',
  page_number: '1',
  course_title: 'Captains Career  Course',
  location: 'Fort Benning, GA',
  student_unit: '102/o. Batallón de Infantería',
  us_unit: 'Infantry School - N/A',
  ...overrides,
})

test('a row and its equal at the peer agree in every column', () => {
  const { aligned, cells } = compareWithPeer([training()], [peer()])
  expect(aligned).toBe(1)
  expect(Object.values(cells).map(({ compared, differ }) => [compared, differ.length])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
  ])
})

test.each([
  ['quantity', { quantity: '4' }],
  ['cost', { total_cost: '$1,235' }],
  ['date', { end_date: '3/5/2012' }],
  ['region', { file: '2012_2013_Africa_fmtrpt_dedup.xml' }],
])('rows of another %s are not put beside one another', (_what, overrides) => {
  expect(align([training()], [peer(overrides)])).toEqual([])
})

test('a row on two pages is found on the later one; of rows alike in numbers, those alike in text are paired', () => {
  expect(align([training()], [peer({ page_number: '2' })])).toHaveLength(1)
  const [first, second] = [training({ id: 'a', recipientUnit: 'Army' }), training({ id: 'b', recipientUnit: 'Navy' })]
  const pairs = align([first, second], [peer({ student_unit: 'Navy' }), peer({ student_unit: 'Army' })])
  expect(pairs.map(([{ id }, { student_unit }]) => [id, student_unit])).toEqual([
    ['a', 'Army'],
    ['b', 'Navy'],
  ])
})

test('totals, tails and shifted rows of the peer are left out and counted', () => {
  const rows = [
    peer({ course_title: 'Fiscal Year 2012 Program Totals' }),
    peer({ quantity: '', total_cost: '', start_date: '', end_date: '' }),
    peer({ quantity: 'Fort Benning' }),
    peer(),
  ]
  const { left, peerRows } = compareWithPeer([], rows)
  expect([Object.values(left), peerRows]).toEqual([[1, 1, 1, 0], 1])
})

test.each([
  ['Indo-Pacific', 'Indo-  Pacific', true],
  ['Indo- Pacific', 'Indo-  Pacific', true],
  ['Indo-Pacific', 'Indo- Pacific', false],
  ['TERRORISM- MET', 'TERRORISM - MET', false],
  ['', 'N/A', true],
  ['', 'Army', false],
])('"%s" and "%s": same is %s', (ours, theirs, same) => {
  expect(sameText(ours, theirs, 'course_title')).toBe(same)
})

test('each disagreement goes to who is wrong', () => {
  const cell = (ours: string, theirs: string) => ({
    column: 'course_title' as const,
    training: training(),
    peer: peer(),
    ours,
    theirs,
  })
  expect(judge(cell('CGSC CORRESPONDENCE COURSE', 'CGSC CORRESPONDENCE'), []).verdict).toBe('peer wrong')
  expect(judge(cell('AIRBORNE', 'AIRBORNE SCHOOL'), []).verdict).toBe('we wrong')
  expect(judge(cell('TERRORISM- MET', 'TERRORISM - MET'), []).verdict).toBe('we wrong')
  expect(judge(cell('Indo-Pacific', 'Indo- Pacific'), []).verdict).toBe('print ambiguous')
  expect(judge(cell('Goifls', 'Goiß'), []).verdict).toBe('not judged')
})

test('a cell that misses what became a row of its own is a known loss', () => {
  const tail = peer({ quantity: '', total_cost: '', start_date: '', end_date: '', course_title: 'COURSE' })
  const cell = { column: 'course_title' as const, training: training(), peer: peer(), ours: 'CGSC COURSE', theirs: 'CGSC' }
  expect(tailsOf([tail])(cell)).toBe(true)
  expect(tailsOf([{ ...tail, page_number: '9' }])(cell)).toBe(false)
})
