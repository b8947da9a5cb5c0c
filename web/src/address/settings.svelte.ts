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

class Settings {
    get lang(): Lang {
        return this.#value('lang')
    }
    get theme(): Value<'theme'> {
        return this.#value('theme')
    }
    get digits(): Value<'digits'> {
        return this.#value('digits')
    }
    get calendars(): Value<'calendars'> {
        return this.#value('calendars')
    }
    get rtl(): boolean {
        return this.lang === 'ar'
    }
    /** Whether time runs from right to left in charts: in Arabic, unless the reader keeps it left to right. */
    get timeFromRight(): boolean {
        return this.rtl && this.#value('time') === 'reading'
    }
    get time(): Value<'time'> {
        return this.#value('time')
    }

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
