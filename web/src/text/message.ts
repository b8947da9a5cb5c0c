import type { Lang } from '$/address/settings.svelte'

/**
 * Messages in the ICU manner: `{name}`, `{n, plural, one {# gate} other {# gates}}`, `{side, select, uae {…} other {…}}`,
 * `<b>…</b>` for what is to be read first. Values are isolated, so that an English name cannot reorder an Arabic sentence.
 */
export interface Bilingual {
    en: string
    ar: string
}
export type Words = Record<string, Bilingual>
export type Values = Record<string, string | number>
export interface Piece {
    text: string
    strong: boolean
}

export type Node = { text: string } | { value: string } | { hash: true } | { value: string; kind: 'plural' | 'select'; cases: Map<string, Node[]> }

const parsed = new Map<string, Node[]>()

export function parse(message: string): Node[] {
    const known = parsed.get(message)
    if (known) return known
    const reader = new Reader(message)
    const nodes = reader.nodes(false)
    if (!reader.atEnd) throw new Error(`a brace closes that was not opened: ${message}`)
    parsed.set(message, nodes)
    return nodes
}

class Reader {
    #at = 0
    constructor(private readonly message: string) {}

    get atEnd(): boolean {
        return this.#at >= this.message.length
    }

    nodes(counted: boolean): Node[] {
        const found: Node[] = []
        while (!this.atEnd && this.message[this.#at] !== '}') {
            const special = counted ? /[{}#]/ : /[{}]/
            const length = this.message.slice(this.#at).search(special)
            if (length !== 0) {
                const end = length < 0 ? this.message.length : this.#at + length
                found.push({ text: this.message.slice(this.#at, end) })
                this.#at = end
            } else if (this.message[this.#at] === '#') {
                this.#at++
                found.push({ hash: true })
            } else found.push(this.#argument(counted))
        }
        return found
    }

    #argument(counted: boolean): Node {
        const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select)\s*,|\})/.exec(this.message.slice(this.#at))
        if (!head) throw new Error(`not a message: ${this.message}`)
        this.#at += head[0].length
        const value = head[1] as string
        if (!head[2]) return { value }
        const kind = head[2] as 'plural' | 'select'
        return { value, kind, cases: this.#cases(counted || kind === 'plural') }
    }

    #cases(counted: boolean): Map<string, Node[]> {
        const cases = new Map<string, Node[]>()
        for (;;) {
            const head = /^\s*(?:\}|(=?[\w-]+)\s*\{)/.exec(this.message.slice(this.#at))
            if (!head) throw new Error(`not a choice: ${this.message}`)
            this.#at += head[0].length
            if (!head[1]) return cases
            cases.set(head[1], this.nodes(counted))
            this.#at++ // its closing brace
        }
    }
}

const rules = { en: new Intl.PluralRules('en'), ar: new Intl.PluralRules('ar') }
const isolated = (text: string): string => `\u2068${text}\u2069`

export interface Writer {
    lang: Lang
    number(value: number): string
}

export function write(message: string, values: Values, writer: Writer): string {
    return nodesText(parse(message), values, writer, 0)
}

function nodesText(nodes: Node[], values: Values, writer: Writer, counted: number): string {
    return nodes.map((node) => nodeText(node, values, writer, counted)).join('')
}

function nodeText(node: Node, values: Values, writer: Writer, counted: number): string {
    if ('text' in node) return node.text
    if ('hash' in node) return writer.number(counted)
    const value = values[node.value] ?? ''
    if (!('kind' in node)) return typeof value === 'number' ? writer.number(value) : isolated(value)
    const count = node.kind === 'plural' ? Number(value) : counted
    const form = node.kind === 'plural' ? rules[writer.lang].select(count) : String(value)
    const chosen = node.cases.get(`=${value}`) ?? node.cases.get(form) ?? node.cases.get('other') ?? []
    return nodesText(chosen, values, writer, count)
}

/** The sentence in pieces, so that markup is made by the page and never by a text. */
export function pieces(sentence: string): Piece[] {
    return sentence
        .split(/(<b>.*?<\/b>)/)
        .filter((part) => part !== '')
        .map((part) => (part.startsWith('<b>') ? { text: part.slice(3, -4), strong: true } : { text: part, strong: false }))
}
