import type { Written } from '$/api/records'

/** What was typed and not yet saved, kept by the browser until it is saved or given up: closing a form loses nothing. */
export type Draft = Record<string, Written | null>

const key = (plan: string, what: string): string => `masar.draft ${plan} ${what}`

export function readDraft<T = Draft>(plan: string, what: string): T | null {
    try {
        return JSON.parse(sessionStorage.getItem(key(plan, what)) ?? 'null') as T | null
    } catch {
        return null
    }
}

export function keepDraft(plan: string, what: string, draft: unknown): void {
    try {
        sessionStorage.setItem(key(plan, what), JSON.stringify(draft))
    } catch {
        // then it lives as long as the page
    }
}

export function dropDraft(plan: string, what: string): void {
    try {
        sessionStorage.removeItem(key(plan, what))
    } catch {
        // nothing was kept
    }
}
