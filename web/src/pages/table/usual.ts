import type { Keyword } from '$/api/records'
import { firstFields } from '$/parts/record/written'

/** The columns of a section: what people plan with; everything else is in the record's form. */
const usual: Record<string, string[]> = {
    activities: ['name', 'line', 'lead', 'type', 'duration', 'calendar', 'window', 'after', 'avoid', 'place', 'cost', 'status'],
    indicators: ['name', 'unit', 'better', 'baseline', 'half-life', 'measure'],
    funds: ['name', 'owner', 'authority', 'opens', 'closes'],
}

export function usualColumns(section: string, keywords: Keyword[]): string[] {
    return usual[section] ?? firstFields(section, keywords)
}
