import { expect, it } from 'vitest'
import { linesOf } from './lines'

it('reads lines of effort as they are typed', () => {
    expect(linesOf('Readiness | الجاهزية\n\n  Cyber  \n')).toEqual([
        { en: 'Readiness', ar: 'الجاهزية' },
        { en: 'Cyber', ar: 'Cyber' },
    ])
})
