import { problemFrom } from '$/api/answer.svelte'
import type { Problem } from '$/api/http'
import { run, type Kind, type Progress } from '$/api/jobs'

/** A long question to the server, with how far it is; asked again for other parameters, the older one is cancelled. */
export class JobAnswer<R> {
    result = $state.raw<R | null>(null)
    problem = $state.raw<Problem | null>(null)
    progress = $state.raw<Progress | null>(null)
    running = $state(false)
    #job: AbortController | null = null

    async ask(plan: string, kind: Kind, parameters: object): Promise<void> {
        this.#job?.abort()
        const mine = new AbortController()
        this.#job = mine
        this.running = true
        this.problem = this.progress = null
        try {
            const job = await run<R>(plan, kind, parameters, mine.signal, { told: (progress) => (this.progress = progress) })
            if (this.#job === mine) this.#settle(job.result, job.problem)
        } catch (error) {
            if (this.#job === mine && !mine.signal.aborted) this.#settle(null, problemFrom(error))
        }
    }

    drop(): void {
        this.#job?.abort()
        this.#job = null
        this.running = false
    }

    #settle(result: R | null, problem: Problem | null): void {
        this.result = result
        this.problem = problem
        this.running = false
    }
}
