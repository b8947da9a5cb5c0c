import { address } from '$/address/address.svelte'
import type { Measure } from '$/api/money'

/** The address of the list behind one figure. */
export function linesHref(side: string, year: number | '', measure: Measure, fund = ''): string {
    return address.href(address.path, { ...address.all(), side, fund, year: String(year), measure })
}
