import { describe, expect, it } from 'vitest'
import type { Keyword, RecordView } from '$/api/records'
import { block, cellText, changesOf, columns, count, editable, namedText, pasted, withCell, type Column, type Pending } from './grid'

const keyword = (name: string, form: string, arrangement: Keyword['arrangement'] = 'one'): Keyword => ({ name, form, arrangement, kind: null, presence: 'optional', key_form: 'words', key_kind: null, options: [], label: { en: name, ar: name } })
const record = (id: string, fields: RecordView['fields'], may_edit = true): RecordView => ({ section: 'activities', id, owner: null, file: 'plan.yaml', may_edit, fields, released: { to: [], fields: {} }, etag: `e-${id}` })
const all = columns([keyword('name', 'text'), keyword('duration', 'duration'), keyword('after', 'dependency', 'list'), keyword('needs', 'whole', 'map')], ['name', 'duration', 'after', 'needs', 'unknown'])
const [en, ar, duration, after, needs] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0], (typeof all)[0], (typeof all)[0]]
const a = record('a', { name: { en: 'Course', ar: 'دورة' }, duration: '5wd', after: ['x', 'y + 2wd'], needs: { planners: '2' } })
const none: Pending = {}

describe('cells', () => {
    it('show a text once a language', () => expect(all.map((column) => column.key)).toEqual(['name.en', 'name.ar', 'duration', 'after', 'needs']))
    it('show what is written', () => expect(all.map((column) => cellText(a, none, 'a', column))).toEqual(['Course', 'دورة', '5wd', 'x, y + 2wd', '{"planners":"2"}']))
    it('read references as names where these are known', () => {
        const line: Column = { key: 'line', field: 'line', keyword: { ...keyword('line', 'reference'), kind: 'line' } }
        const row = record('r', { line: 'l2' })
        const join = (items: string[]): string => items.join(', ')
        expect(namedText(row, none, 'r', line, new Map([['l2', 'Readiness']]), join)).toBe('Readiness')
        expect(namedText(row, none, 'r', line, new Map(), join)).toBe('l2')
        expect(namedText(row, none, 'r', line, undefined, join)).toBe('l2')
    })
    it('are edits when they change', () => {
        const next = withCell(withCell(none, a, 'a', duration, '6wd'), a, 'a', ar, 'دورة أولى')
        expect(next).toEqual({ a: { duration: '6wd', name: { en: 'Course', ar: 'دورة أولى' } } })
        expect([count(next), cellText(a, next, 'a', duration)]).toEqual([2, '6wd'])
    })
    it('are no edits when they say again what is saved', () => expect(withCell(withCell(none, a, 'a', duration, '6wd'), a, 'a', duration, '5wd')).toEqual({}))
    it('unset what is emptied, and split lists at both commas', () => {
        expect(withCell(none, a, 'a', duration, ' ')).toEqual({ a: { duration: null } })
        expect(withCell(none, a, 'a', after, 'x، z')).toEqual({ a: { after: ['x', 'z'] } })
    })
    it('leave alone what is nested, withheld or not one’s own', () => {
        expect(editable(a, needs)).toBe(false)
        expect(editable(record('b', { duration: { withheld: true } }), duration)).toBe(false)
        expect(editable(record('b', {}, false), duration)).toBe(false)
        expect(editable(a, en)).toBe(true)
    })
})

describe('a block from a spreadsheet', () => {
    it('is cut at tabs and lines, but not inside quotes', () => {
        expect(block('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
        expect(block('"x\ny"\t"say ""hi"""')).toEqual([['x\ny', 'say "hi"']])
        expect(block('one')).toEqual([['one']])
    })
    it('fills cells from where it is pasted and makes new records below', () => {
        const next = pasted(none, [a], ['a'], all, { row: 0, column: 0 }, [['Course', 'دورة', '7wd'], ['Exercise 1', 'تمرين', '3wd', 'a']])
        expect(next).toEqual({ a: { duration: '7wd' }, 'exercise-1': { name: { en: 'Exercise 1', ar: 'تمرين' }, duration: '3wd', after: 'a' } })
    })
    it('never gives two new records one identifier', () => {
        const next = pasted(none, [a], ['a'], all, { row: 1, column: 0 }, [['Day'], ['Day'], ['a']])
        expect(Object.keys(next)).toEqual(['day', 'day-2', 'a-2'])
    })
    it('is saved as whole new records and as fields tied to what was seen', () => {
        const changes = changesOf({ a: { duration: null }, n: { name: { en: 'N' } } }, [a], 'activities')
        expect(changes).toEqual([
            { op: 'unset', section: 'activities', id: 'a', field: 'duration', if_match: 'e-a' },
            { op: 'add', section: 'activities', id: 'n', value: { name: { en: 'N' } } },
        ])
    })
})
