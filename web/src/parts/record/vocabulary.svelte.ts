import { records, vocabulary, type Keyword, type RecordKind, type RecordLine } from '$/api/records'
import { here } from '$/shell/here.svelte'

/** What kinds of records there are and what they hold, asked for once; and the records that references choose from. */
class Vocabulary {
    kinds = $state.raw<RecordKind[]>([])
    #asked: Promise<void> | null = null
    #lists = new Map<string, Promise<RecordLine[]>>()
    #version = ''

    load(): Promise<void> {
        this.#asked ??= vocabulary().then(
            (found) => void (this.kinds = found.kinds),
            () => void (this.#asked = null),
        )
        return this.#asked
    }

    ofSection(section: string): RecordKind | undefined {
        return this.kinds.find((kind) => kind.section === section)
    }

    of(kind: string | null): RecordKind | undefined {
        return this.kinds.find((known) => known.kind === kind)
    }

    /** Sections with records of their own, for choosing one. */
    get sections(): RecordKind[] {
        return this.kinds.filter((kind) => kind.section !== null)
    }

    choices(kind: string | null): Promise<RecordLine[]> {
        const version = `${here.plan} ${here.version}`
        if (version !== this.#version) {
            this.#lists.clear()
            this.#version = version
        }
        const section = this.of(kind)?.section
        if (!section) return Promise.resolve([])
        let found = this.#lists.get(section)
        if (!found) {
            found = records(here.plan, section)
            this.#lists.set(section, found)
        }
        return found
    }

    keyword(section: string, field: string): Keyword | undefined {
        return this.ofSection(section)?.keywords.find((keyword) => keyword.name === field)
    }
}

export const words = new Vocabulary()
