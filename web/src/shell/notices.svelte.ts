import type { Bilingual, Values } from '$/text/message'

/** What just happened, said where the eye is, until the reader moves on or takes it back. */
export interface Notice {
    message: Bilingual
    values: Values
    action?: { label: Bilingual; run: () => void }
}

class Notices {
    now = $state.raw<Notice | null>(null)

    say(message: Bilingual, values: Values = {}, action?: Notice['action']): void {
        this.now = { message, values, ...(action && { action }) }
    }

    clear(): void {
        this.now = null
    }
}

export const notices = new Notices()
