/** Both languages, light and dark, on a desk and in a hand: eight looks at every page. */
export const looks = (['en', 'ar'] as const).flatMap((lang) => (['light', 'dark'] as const).flatMap((theme) => ([[1280, 800], [390, 844]] as const).map(([width, height]) => ({ lang, theme, width, height }))))
export const plan_pages = ['work', 'overview', 'roadmap', 'table', 'events', 'why', 'people', 'money', 'outcomes', 'risks', 'decisions', 'records', 'log', 'search', 'text', 'import']
export const free_pages = { start: '/', 'sign-in': '/sign-in', 'set-up': '/set-up?token=none', new: '/new', accounts: '/accounts', password: '/password' }
/** The states of a page that show more of it than it shows at first. */
export const states: Record<string, string[]> = {
    roadmap: ['sel=gov-002&zoom=year', 'dates=earliest', 'view=chart'],
    table: ['record=activities:gov-002', 'record=activities:', 'progress=gov-002'],
    why: ['gate=gate-3&dates=earliest'],
    events: ['view=months'],
    search: ['q=gov-00'],
}
export const account = { login: 'planner', password: 'long enough for a journey' }
