import { settings, type Lang } from '$/address/settings.svelte'
import { number } from './numbers'
import { common } from './tables/common'
import { pieces, write, type Bilingual, type Piece, type Values } from './message'

/** A message in the reader's language, without markup. */
export function say(message: Bilingual, values: Values = {}): string {
    return marked(message, values).replace(/<\/?b>/g, '')
}

/** A message in both languages at once, for what is kept and read by both sides; `values` gives those of one language. */
export function sayBoth(message: Bilingual, values: (lang: Lang) => Values): Bilingual {
    const one = (lang: Lang): string => write(message[lang], values(lang), { lang, number: (value) => number(value) }).replace(/[\u2066-\u2069]|<\/?b>/g, '')
    return { en: one('en'), ar: one('ar') }
}

/** The same in pieces, for `parts/Sentence.svelte`. */
export function sayPieces(message: Bilingual, values: Values = {}): Piece[] {
    return pieces(marked(message, values))
}

function marked(message: Bilingual, values: Values): string {
    return write(message[settings.lang], values, { lang: settings.lang, number: (value) => number(value) })
}

/** A text of the plan, in the reader's language, or in the other one while it is not translated yet. */
export function name(text: Partial<Bilingual> | { withheld: true } | null | undefined): string {
    if (!text) return ''
    if ('withheld' in text) return say(common.withheld)
    const other = settings.lang === 'ar' ? 'en' : 'ar'
    return text[settings.lang] || text[other] || ''
}

/** Names joined as the language does it. */
export function listed(items: string[]): string {
    return items.join(settings.lang === 'ar' ? '، ' : ', ')
}

/** What search compares: without hamza, ta marbuta, alif maqsura, diacritics, tatweel and case. */
export function plain(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, '')
        .replace(/[أإآٱ]/g, 'ا')
        .replace(/ة/g, 'ه')
        .replace(/ى/g, 'ي')
        .replace(/ؤ/g, 'و')
        .replace(/ئ/g, 'ي')
        .toLowerCase()
}
