import { expect, test } from 'vitest'
import { fileSet } from '#modules/regulation/index.ts'
import { type Content, partChange } from './part-change.ts'

const set = fileSet('qd26-2026-11')
const empty: Content = { registration: {}, report: {}, answers: {}, notes: {}, evidence: [] }
const change = (target: string, before: Partial<Content>, after: Partial<Content>) => {
  if (!set) throw new Error('the sheet of tea is gone')
  return partChange(target, set, { before: { ...empty, ...before }, after: { ...empty, ...after } })
}

test('of a form only the fields that differ are told', () => {
  const before = { registration: { phone: '0912', address: 'Bản cũ' } }
  const after = { registration: { phone: '0912', address: 'Bản mới' } }
  expect(change('registration', before, after)).toEqual({
    before: [{ kind: 'field', field: 'address', value: 'Bản cũ' }],
    after: [{ kind: 'field', field: 'address', value: 'Bản mới' }],
  })
})

test('of a criterion the answer with its points, the note and the files are told', () => {
  const file = { criterion: '4.1', paperKind: null, title: 'Hợp đồng' }
  const { before, after } = change(
    'criterion:4.1',
    { answers: { '4.1': [] } },
    { answers: { '4.1': [1] }, notes: { '4.1': 'Hai đại lý' }, evidence: [file] },
  )
  expect(before).toEqual([{ kind: 'none' }])
  expect(after.map(({ kind }) => kind)).toEqual(['answer', 'note', 'file'])
})

test('of a kind of paper its files are told, and no other', () => {
  const other = { criterion: null, paperKind: 'awards', title: 'Giải thưởng' }
  const old = { criterion: null, paperKind: 'test_results', title: 'Phiếu 2024' }
  const fresh = { ...old, title: 'Phiếu 2026' }
  expect(change('paper:test_results', { evidence: [other, old] }, { evidence: [other, fresh] })).toEqual({
    before: [{ kind: 'file', value: 'Phiếu 2024' }],
    after: [{ kind: 'file', value: 'Phiếu 2026' }],
  })
})
