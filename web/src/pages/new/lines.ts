import type { Bilingual } from '$/text/message'

/** "Readiness | الجاهزية", one a line; a line in one language stands for both until it is translated. */
export function linesOf(text: string): Bilingual[] {
    return text
        .split('\n')
        .map((line) => line.split('|').map((part) => part.trim()))
        .filter(([first]) => first)
        .map(([first, second]) => ({ en: first ?? '', ar: second || (first ?? '') }))
}
