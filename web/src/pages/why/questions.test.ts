import { describe, expect, it } from 'vitest'
import type { GateOutlook } from '$/api/overview'
import type { Violation } from '$/api/plans'
import { chosen, gateQuestions, groupOf, violationQuestions } from './questions'

const gate = (id: string, passes: boolean, pass: number | null): GateOutlook => ({ id, passes, pass }) as GateOutlook
const ceiling = { kind: 'ceiling', what: 'uae', year: 2026, when: '2026-01-01' } as Violation
const pool = { kind: 'resource', what: 'interpreters', year: null, when: '2029-02-20' } as Violation

describe('questions', () => {
    const gates = gateQuestions([gate('a', true, 0.99), gate('b', false, null), gate('c', true, 0.2)])
    const all = [...gates, ...violationQuestions([ceiling, pool], 'earliest')]
    const none = { what: '', gate: '', activity: '', by: '' }

    it('ask about gates that fail or probably will', () => expect(gates.map((question) => question.key)).toEqual(['gate:b', 'gate:c']))
    it('have keys that tell two years apart', () => expect(all.map((question) => question.key).slice(2)).toEqual(['earliest:ceiling:uae:2026', 'earliest:resource:interpreters:2029-02-20']))
    it('stand with their like', () => expect(all.map(groupOf)).toEqual(['gates', 'gates', 'money', 'people']))
    it('begin with the first', () => expect(chosen(all, none)?.key).toBe('gate:b'))
    it('are found by the address', () => expect(chosen(all, { ...none, what: 'earliest:ceiling:uae:2026' })?.key).toBe('earliest:ceiling:uae:2026'))
    it('come from links of other pages', () => {
        expect(chosen(all, { ...none, gate: 'c' })?.key).toBe('gate:c')
        expect(chosen(all, { ...none, activity: 'x', by: '2027-01-01' })).toMatchObject({ kind: 'asked', what: 'activity', id: 'x', by: '2027-01-01' })
        expect(chosen(all, { ...none, gate: 'c', by: '2027-01-01' })).toMatchObject({ kind: 'asked', what: 'gate' })
    })
    it('may be none', () => expect(chosen([], none)).toBeNull())
})
