import { describe, expect, it } from 'vitest'
import type { Keyword } from '$/api/records'
import { firstFields, fromLines, idFrom, lines, list, text, withText } from './written'

const keyword = (name: string, presence: Keyword['presence'] = 'optional'): Keyword => ({ name, presence, form: 'words', arrangement: 'one', kind: null, key_form: 'words', key_kind: null, options: [], label: { en: name, ar: name } })

describe('values as written', () => {
    it('are texts in one language or both', () => {
        expect(text('Course')).toEqual({ en: 'Course', ar: '' })
        expect(text({ en: 'Course', ar: 'دورة' })).toEqual({ en: 'Course', ar: 'دورة' })
    })
    it('keep what else stands in a text', () => {
        const review = { state: 'reviewed' }
        expect(withText({ en: 'A', ar: 'ب', 'ar-review': review }, 'ar', 'ج')).toEqual({ en: 'A', ar: 'ج', 'ar-review': review })
        expect(withText('A', 'ar', 'ب')).toEqual({ en: 'A', ar: 'ب' })
        expect(withText({ en: 'A' }, 'en', '')).toBeUndefined()
    })
    it('are lists, or one value for a list of one', () => {
        expect(list('a')).toEqual(['a'])
        expect(lines(['a', 'b'])).toBe('a\nb')
        expect(fromLines(' a \n\n')).toBe('a')
        expect(fromLines('a\nb')).toEqual(['a', 'b'])
        expect(fromLines('\n')).toBeUndefined()
    })
})

describe('a new record', () => {
    it('gets an identifier that is free', () => {
        expect(idFrom('Liaison officer course 2', () => false)).toBe('liaison-officer-course-2')
        expect(idFrom('Course', (id) => id === 'course' || id === 'course-2')).toBe('course-3')
        expect(idFrom('دورة', () => false)).toBe('new')
        expect(idFrom('2027 exercise', () => false)).toBe('n-2027-exercise')
    })
    it('is asked for at most seven fields, the required ones among them', () => {
        const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => keyword(name))
        expect(firstFields('x', [...many, keyword('must', 'required'), keyword('name')])).toEqual(['name', 'must', 'a', 'b', 'c', 'd', 'e'])
        expect(firstFields('activities', ['name', 'phase', 'line', 'duration'].map((name) => keyword(name)))).toEqual(['name', 'line', 'duration'])
    })
})
