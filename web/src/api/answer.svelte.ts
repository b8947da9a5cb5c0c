import { ProblemError, type Problem } from './http'

/**
 * What a view shows of one question to the server. The last answer stays while the next one is on its way, and stays when that
 * fails: a page is never blanked.
 */
export class Answer<T> {
    value = $state.raw<T | null>(null)
    problem = $state.raw<Problem | null>(null)
    waiting = $state(false)
    #question: (signal: AbortSignal) => Promise<T>
    #running: AbortController | null = null

    constructor(question: (signal: AbortSignal) => Promise<T>) {
        this.#question = question
    }

    /** Asks again; an older question on its way is dropped. */
    async ask(): Promise<void> {
        this.#running?.abort()
        const running = new AbortController()
        this.#running = running
        this.waiting = true
        try {
            const value = await this.#question(running.signal)
            if (this.#running === running) this.#settle(value, null)
        } catch (error) {
            if (this.#running === running) this.#settle(null, problemFrom(error))
        }
    }

    drop(): void {
        this.#running?.abort()
        this.#running = null
    }

    #settle(value: T | null, problem: Problem | null): void {
        if (problem === null) this.value = value
        this.problem = problem
        this.waiting = false
    }
}

export function problemFrom(error: unknown): Problem {
    if (error instanceof ProblemError) return error.problem
    throw error
}

/**
 * An answer that is asked for at once and again whenever anything changes that the question reads.
 * Call it where a component starts.
 */
export function answer<T>(question: (signal: AbortSignal) => Promise<T>): Answer<T> {
    const made = new Answer(question)
    $effect(() => {
        void made.ask()
        return () => made.drop()
    })
    return made
}
