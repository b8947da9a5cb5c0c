import { address } from './address.svelte'

/** How one reader likes to read: in the address when chosen there, else as last chosen on this machine, else as the browser says. */

export type Lang = 'en' | 'ar'
const choices = {
    lang: ['en', 'ar'],
    theme: ['auto', 'light', 'dark'],
    digits: ['latn', 'arab'],
    calendars: ['both', 'gregorian', 'hijri'],
    time: ['reading', 'ltr'],
} as const

type Choices = typeof choices
export type Setting = keyof Choices
export type Value<S extends Setting> = Choices[S][number]

/** Each is derived by itself: what reads the language hears of a new language, and of no other state of the address. */
class Settings {
    readonly lang: Lang = $derived(this.#value('lang'))
    readonly theme: Value<'theme'> = $derived(this.#value('theme'))
    readonly digits: Value<'digits'> = $derived(this.#value('digits'))
    readonly calendars: Value<'calendars'> = $derived(this.#value('calendars'))
    readonly time: Value<'time'> = $derived(this.#value('time'))
    readonly rtl: boolean = $derived(this.lang === 'ar')
    /** Whether time runs from right to left in charts: in Arabic, unless the reader keeps it left to right. */
    readonly timeFromRight: boolean = $derived(this.rtl && this.time === 'reading')

    choose<S extends Setting>(setting: S, value: Value<S>): void {
        remember(setting, value)
        address.set({ [setting]: value })
    }

    #value<S extends Setting>(setting: S): Value<S> {
        const known = choices[setting] as readonly Value<S>[]
        const wanted = address.get(setting) || remembered(setting) || (setting === 'lang' ? navigator.language.slice(0, 2) : '')
        return known.find((value) => value === wanted) ?? (known[0] as Value<S>)
    }
}

function remembered(setting: Setting): string {
    try {
        return localStorage.getItem(`masar.${setting}`) ?? ''
    } catch {
        return '' // a browser that keeps nothing is no reason to show nothing
    }
}

function remember(setting: Setting, value: string): void {
    try {
        localStorage.setItem(`masar.${setting}`, value)
    } catch {
        // then the address alone holds it
    }
}

export const settings = new Settings()
