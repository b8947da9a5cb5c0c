import { problemFrom } from '$/api/answer.svelte'
import type { Problem } from '$/api/http'
import { run, type Progress, type Trial as Wanted, type Tried } from '$/api/jobs'

/**
 * One change that is being tried: asked live while the hand still moves, never saved. A newer wish cancels the one on its way;
 * the last answer stays until the next is there.
 */
export class Trial {
    wanted = $state.raw<Wanted | null>(null)
    answered = $state.raw<Wanted | null>(null)
    result = $state.raw<Tried | null>(null)
    /** What stands in the way where everything else stays, until the answer is there. */
    first = $state.raw<Tried | null>(null)
    problem = $state.raw<Problem | null>(null)
    progress = $state.raw<Progress | null>(null)
    running = $state(false)
    #plan: () => string
    #job: AbortController | null = null
    #timer = 0

    constructor(plan: () => string) {
        this.#plan = plan
    }

    /** The answer belongs to what is wanted now. */
    get settled(): boolean {
        return !this.running && this.answered === this.wanted
    }

    /** Waits a moment before asking, so that a moving hand does not start a job a pixel. */
    want(wanted: Wanted, delay = 0): void {
        this.wanted = wanted
        clearTimeout(this.#timer)
        this.#timer = window.setTimeout(() => void this.#ask(wanted), delay)
    }

    clear(): void {
        clearTimeout(this.#timer)
        this.#job?.abort()
        this.#job = null
        this.wanted = this.answered = this.result = this.first = this.problem = this.progress = null
        this.running = false
    }

    async #ask(wanted: Wanted): Promise<void> {
        this.#job?.abort()
        const mine = new AbortController()
        this.#job = mine
        this.running = true
        this.first = null
        try {
            const job = await run<Tried>(this.#plan(), 'try', wanted, mine.signal, {
                told: (progress) => (this.progress = progress),
                first: (answer) => (this.first = this.#job === mine ? answer : this.first),
            })
            if (this.#job === mine) this.#settle(wanted, job.result, job.problem)
        } catch (error) {
            if (this.#job === mine && !mine.signal.aborted) this.#settle(wanted, null, problemFrom(error))
        }
    }

    #settle(wanted: Wanted, result: Tried | null, problem: Problem | null): void {
        this.answered = wanted
        this.result = result
        this.problem = problem
        this.first = null
        this.running = false
    }
}
