import { describe, expect, it } from 'vitest'
import { parse, type Bilingual, type Node, type Words } from './message'
import { banned } from './glossary'

const files = import.meta.glob<Record<string, Words>>('./tables/*.ts', { eager: true })
const messages: [string, Bilingual][] = Object.entries(files).flatMap(([file, tables]) =>
    Object.entries(tables).flatMap(([table, words]) => Object.entries(words).map(([key, text]): [string, Bilingual] => [`${file} ${table}.${key}`, text])),
)

/** Every value that a message prints. */
function printed(nodes: Node[]): string[] {
    const found = nodes.flatMap((node) => ('cases' in node ? [...node.cases.values()].flatMap(printed) : 'value' in node ? [node.value] : []))
    return [...new Set(found)].sort()
}

function plurals(nodes: Node[]): Map<string, Node[]>[] {
    return nodes.flatMap((node) => ('cases' in node ? [...(node.kind === 'plural' ? [node.cases] : []), ...[...node.cases.values()].flatMap(plurals)] : []))
}

const forms = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] }
const without = (wrong: (text: Bilingual) => boolean): string[] => messages.filter(([, text]) => wrong(text)).map(([key]) => key)

describe('every message', () => {
    it('is found', () => expect(messages.length).toBeGreaterThan(100))
    it('is said in both languages', () => expect(without(({ en, ar }) => en.trim() === '' || ar.trim() === '')).toEqual([]))
    it('can be read and prints the same values in both', () => {
        expect(without(({ en, ar }) => printed(parse(en)).join() !== printed(parse(ar)).join())).toEqual([])
    })
    it('counts with all forms of its language', () => {
        const lacks = (text: string, lang: 'en' | 'ar'): boolean => plurals(parse(text)).some((cases) => forms[lang].some((form) => !cases.has(form)))
        expect(without(({ en, ar }) => lacks(en, 'en') || lacks(ar, 'ar'))).toEqual([])
    })
    it('keeps to the glossary', () => expect(without(({ ar }) => banned.some((word) => ar.includes(word)))).toEqual([]))
})
