import { describe, expect, it } from 'vitest'
import type { LogEntry } from '$/api/history'
import { asCsv } from './csv'
import { edits } from './edits'

const entry = (position: number, batch: number, more: Partial<LogEntry> = {}): LogEntry => ({ position, batch, at: '2027-03-01T10:00:00Z', side: 'uae', role: 'planner', own: false, kind: 'set', section: 'activities', record: `a-${position}`, field: 'duration', old: '5wd', new: '6wd', sentence: { en: 'x', ar: 'س' }, ...more })

describe('the log', () => {
    it('puts what one edit changed together, in the order given', () => {
        const found = edits([entry(4, 3), entry(3, 3), entry(2, 2), entry(1, 1)])
        expect(found.map((edit) => [edit.batch, edit.entries.map((each) => each.position)])).toEqual([[3, [4, 3]], [2, [2]], [1, [1]]])
    })
    it('is written so that a spreadsheet reads it and runs nothing of it', () => {
        const lines = asCsv([entry(1, 1, { old: null, new: '=HYPERLINK("x")', sentence: { en: 'a, b', ar: 'ج' } })]).split('\r\n')
        expect(lines[0]).toBe('\ufeffposition,at,side,role,kind,section,record,field,old,new,sentence_en,sentence_ar')
        expect(lines[1]).toBe(`1,2027-03-01T10:00:00Z,uae,planner,set,activities,a-1,duration,,"'=HYPERLINK(""x"")","a, b",ج`)
    })
})
