import { expect, it } from 'vitest'
import { inBoth, linesOf } from './lines'

it('reads lines of effort as they are typed', () => {
    expect(linesOf('Readiness | الجاهزية\n\n  Cyber  \n')).toEqual([
        { en: 'Readiness', ar: 'الجاهزية' },
        { en: 'Cyber', ar: 'Cyber' },
    ])
})

it('lets one language stand for both', () => {
    expect(inBoth({ en: '', ar: ' خارطة ' })).toEqual({ en: 'خارطة', ar: 'خارطة' })
    expect(inBoth({ en: 'Roadmap', ar: 'خارطة' })).toEqual({ en: 'Roadmap', ar: 'خارطة' })
})
