import { address } from '$/address/address.svelte'
import { Answer } from '$/api/answer.svelte'
import { offeredRoutes } from '$/api/offers'
import { frame, type Frame, type Side } from '$/api/plans'
import { session, type Session } from '$/api/session'
import { listen } from '$/api/stream'
import type { Dates, Id, SideOf } from '$/api/types'
import { afterChanges, part, whenExpired } from '$/api/http'

/** What all pages share: who reads, which plan, and that it changed. */
class Here {
    session = new Answer<Session>(() => session())
    frame = new Answer<Frame>((signal) => frame(this.plan, signal))
    /** Grows whenever the plan, its dates or the reader changed; a question that reads it is asked again. */
    version = $state(0)
    /** Grows whenever somebody said something about a record that the reader reads. */
    news = $state(0)
    /** The session has ended while a page was open: one signs in again over it. */
    ended = $state(false)
    #plan = $state('')
    #routes = $state.raw(new Set<string>())

    constructor() {
        // Until the server has described itself nothing is offered; when it cannot, pages show what they can without.
        void offeredRoutes().then(
            (routes) => (this.#routes = routes),
            () => {},
        )
        whenExpired(() => (this.ended ||= this.session.value?.signed_in ?? false))
    }

    /** Whether the server answers this: "post /plans/{plan}/jobs". */
    offers(route: string): boolean {
        return this.#routes.has(route)
    }

    get plan(): Id {
        return this.#plan
    }

    get sides(): Side[] {
        return this.frame.value?.sides ?? []
    }

    /** Which dates the pages show. Derived, so that a question about dates is not asked again when another state of the address changes. */
    readonly dates: Dates = $derived(address.choice('dates', ['planned', 'earliest', 'baseline'] as const))

    /** 0 for the first side, 1 for the second, −1 for what both lead. */
    sideIndex(id: SideOf): number {
        return this.sides.findIndex((side) => side.id === id)
    }

    open(plan: Id): void {
        this.#plan = plan
        this.frame.value = null
        void this.frame.ask()
    }

    /** Hears of the plan's changes; answers how to stop. */
    follow(plan: Id): () => void {
        const heard = (): void => this.#heard()
        return listen(`/plans/${part(plan)}/stream`, { changed: heard, dates: heard, proposal: heard, note: () => this.news++ })
    }

    /** One's own change is told by its answer: what is heard of it meanwhile asks nothing again. */
    #heard(): void {
        const version = this.version
        afterChanges(() => {
            if (this.version === version) this.changed()
        })
    }

    close(): void {
        this.#plan = ''
        this.frame.drop()
        this.frame.value = null
    }

    changed(): void {
        this.version++
        void this.frame.ask()
    }

    /** After signing in or out, or standing for another side. */
    became(session: Session): void {
        this.session.value = session
        this.ended = false
        this.version++
        if (this.plan !== '') void this.frame.ask()
    }
}

export const here = new Here()
