import { beforeEach, describe, expect, it } from 'vitest'
import { address, joined, withStates } from './address.svelte'
import { settings } from './settings.svelte'

describe('the address', () => {
    beforeEach(() => address.go('/plans/a/roadmap', { lang: 'en', theme: null, q: null, zoom: null, sel: null, line: null, dates: null }))

    it('gives back every state that was put into it', () => {
        address.set({ q: 'تمرين مشترك & more', sel: 'iop-011', line: 'l1,l3' }, 'add')
        const again = new URLSearchParams(location.search)
        expect(again.get('q')).toBe('تمرين مشترك & more')
        expect(address.get('sel')).toBe('iop-011')
        expect(address.list('line')).toEqual(['l1', 'l3'])
        expect(location.search).toContain('line=l1,l3')
    })
    it('forgets an empty state', () => {
        address.set({ q: 'x' })
        address.set({ q: '' })
        expect(location.search).not.toContain('q=')
    })
    it('takes only words it knows', () => {
        address.set({ zoom: 'week' })
        expect(address.choice('zoom', ['all', 'year', 'week'] as const)).toBe('week')
        address.set({ zoom: '<script>' })
        expect(address.choice('zoom', ['all', 'year', 'week'] as const)).toBe('all')
    })
    it('keeps what belongs to the reader from page to page', () => {
        address.set({ lang: 'ar', q: 'x', dates: 'earliest' })
        expect(address.href('/plans/a/money')).toBe('/plans/a/money?lang=ar&dates=earliest')
        address.go('/plans/a/money', { side: 'uae' })
        expect([address.path, address.get('q'), address.get('side')]).toEqual(['/plans/a/money', '', 'uae'])
    })
    it('carries settings', () => {
        settings.choose('lang', 'ar')
        expect(settings.rtl && settings.timeFromRight).toBe(true)
        settings.choose('time', 'ltr')
        expect(settings.timeFromRight).toBe(false)
        expect(location.search).toContain('time=ltr')
    })
    it('writes nothing for no states', () => expect(joined('/x', withStates(new URLSearchParams('a=1'), { a: null }))).toBe('/x'))
})
