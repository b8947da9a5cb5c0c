import type { Component } from 'svelte'
import { page_names } from '$/text/tables/shell'
import type { Bilingual } from '$/text/message'

/** Every page, in the order of the tabs. A page is fetched when it is first opened. */
export interface Page {
    key: string
    name: Bilingual
    load: () => Promise<{ default: Component }>
    /** Shown among the tabs of a plan. */
    tab: boolean
    /** What the server must answer for the page to have anything to show. */
    needs?: string
    /** The view of the plan at some dates that it shows first: asked for while its code is on its way. */
    asks?: string
}

const page = (key: keyof typeof page_names, load: Page['load'], tab = true, needs?: string): Page => ({ key, name: page_names[key], load, tab, ...(needs && { needs }) })
const view = (key: keyof typeof page_names, load: Page['load'], asks: string = key): Page => ({ ...page(key, load), asks })

export const plan_pages: Page[] = [
    page('work', () => import('./work/Work.svelte')),
    view('overview', () => import('./overview/Overview.svelte')),
    view('roadmap', () => import('./roadmap/Roadmap.svelte')),
    page('table', () => import('./table/Table.svelte')),
    page('events', () => import('./events/Events.svelte')),
    page('why', () => import('./why/Why.svelte')),
    view('people', () => import('./people/People.svelte'), 'loads'),
    page('money', () => import('./money/Money.svelte')),
    view('outcomes', () => import('./outcomes/Outcomes.svelte')),
    view('risks', () => import('./risks/Risks.svelte')),
    page('decisions', () => import('./decisions/Decisions.svelte'), true, 'get /plans/{plan}/proposals'),
    page('records', () => import('./records/Records.svelte')),
    page('log', () => import('./log/Log.svelte')),
    page('search', () => import('./search/Search.svelte'), false),
    page('text', () => import('./text/Text.svelte'), false),
    page('import', () => import('./import/Import.svelte'), false),
]

export const free_pages: Page[] = [
    page('start', () => import('./start/Start.svelte'), false),
    page('sign-in', () => import('./account/SignIn.svelte'), false),
    page('set-up', () => import('./account/SetUp.svelte'), false),
    page('accounts', () => import('./account/Accounts.svelte'), false),
    page('password', () => import('./account/Password.svelte'), false),
    page('new', () => import('./new/New.svelte'), false),
]
