import { followed } from '$/api/jobs'
import type { Help, Overview } from '$/api/overview'

/** What would help most: with the overview, or from the job that looks for it; null while it does. Call it where a component starts. */
export function helpOf(overview: () => Overview): { readonly steps: Help[] | null } {
    const known = ({ help, help_job }: Overview): Help[] | null => help ?? (help_job === null ? [] : null)
    let steps = $state.raw(known(overview()))
    $effect(() => {
        const { help, help_job } = overview()
        steps = known(overview())
        if (help !== null || help_job === null) return
        const here = new AbortController()
        const settle = (found: Help[]): void => {
            if (!here.signal.aborted) steps = found
        }
        // What a newer version ended, or nobody can follow, is asked for again with the page.
        followed<{ help: Help[] }>(help_job, here.signal).then(
            (job) => settle(job.state === 'done' ? (job.result?.help ?? []) : []),
            () => settle([]),
        )
        return () => here.abort()
    })
    return {
        get steps() {
            return steps
        },
    }
}
