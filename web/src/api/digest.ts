import { call, get } from './http'
import type { Iso } from './types'

export interface DigestWish {
    wanted: boolean
    address: string
    language: 'en' | 'ar'
}
export interface Digest extends DigestWish {
    /** Whether this server sends any. */
    offered: boolean
    day: Iso | null
    state: string | null
}

export const digest = (signal?: AbortSignal): Promise<Digest> => get('/session/digest', {}, signal)
export const wishDigest = async (wish: DigestWish): Promise<Digest> => (await call<Digest>('PUT', '/session/digest', { body: wish })).value
export const digestFailures = async (signal?: AbortSignal): Promise<{ account: number; day: Iso; tries: number; at: string }[]> =>
    (await get<{ failures: { account: number; day: Iso; tries: number; at: string }[] }>('/digest/failures', {}, signal)).failures
