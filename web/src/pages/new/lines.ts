import type { Bilingual } from '$/text/message'

/** What is written in one language stands for both until it is translated. */
export const inBoth = ({ en, ar }: Bilingual): Bilingual => ({ en: en.trim() || ar.trim(), ar: ar.trim() || en.trim() })

/** "Readiness | الجاهزية", one a line; a line in one language stands for both until it is translated. */
export function linesOf(text: string): Bilingual[] {
    return text
        .split('\n')
        .map((line) => line.split('|').map((part) => part.trim()))
        .filter(([first]) => first)
        .map(([first = '', second = '']) => inBoth({ en: first, ar: second }))
}
