import { call, get, part, post } from './http'
import type { Role } from './session'
import type { Id, Iso } from './types'

export interface Account {
    id: number
    login: string
    display: string
    side: Id
    roles: Role[]
    disabled: boolean
}

/** Accounts of one's own side; the other side's are nobody else's business. */
export const accounts = async (): Promise<Account[]> => (await get<{ accounts: Account[] }>('/accounts')).accounts
/** The person chooses the password with the token. */
export const newAccount = (made: { login: string; display: string; roles: Role[] }): Promise<{ id: number; token: string }> => post('/accounts', made)
export const changeAccount = async (id: number, change: { display?: string; roles?: Role[]; disabled?: boolean; reset?: true }): Promise<{ token?: string }> =>
    (await call<{ token?: string }>('PATCH', `/accounts/${part(String(id))}`, { body: change })).value

export interface Deputy {
    id: number
    account: number
    stands_for: number
    role: Role
    first_day: Iso
    last_day: Iso
    ended: boolean
}
export type NewDeputy = Omit<Deputy, 'id' | 'ended'>

export const deputies = async (): Promise<Deputy[]> => (await get<{ deputies: Deputy[] }>('/deputies')).deputies
export const newDeputy = (made: NewDeputy): Promise<unknown> => post('/deputies', made)
export const endDeputy = async (id: number): Promise<void> => void (await call('DELETE', `/deputies/${id}`))
export const changePassword = async (old: string, fresh: string): Promise<void> => void (await call('PUT', '/session/password', { body: { old, new: fresh } }))
