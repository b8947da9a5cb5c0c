import { call, get, part, post } from './http'
import type { Role } from './session'
import type { Id } from './types'

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
    of: string
    deputy: string
    role: Role
    first: string
    last: string
}
export const deputies = async (): Promise<Deputy[]> => (await get<{ deputies: Deputy[] }>('/deputies')).deputies
export const newDeputy = (made: { deputy: string; role: Role; first: string; last: string }): Promise<unknown> => post('/deputies', made)
