import type { ProposalState } from '$/api/decisions'
import type { Status } from '$/parts/StatusMark.svelte'
import { decisions_words as words } from '$/text/tables/decisions'

export const stateWords = { open: words.state_open, approved: words.state_approved, returned: words.state_returned, objected: words.state_objected, withdrawn: words.state_withdrawn }
export const stateStatus: Record<ProposalState, Status> = { open: 'wait', approved: 'met', returned: 'risk', objected: 'fail', withdrawn: 'wait' }
