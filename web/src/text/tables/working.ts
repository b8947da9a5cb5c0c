import type { Words } from '../message'

export const working = {
    solving: { en: 'solving', ar: 'جارٍ الحل' },
    best: { en: 'best so far {best}', ar: 'الأفضل حتى الآن {best}' },
    bound: { en: 'bound {bound}', ar: 'الحد {bound}' },
    left: {
        en: '{n, plural, one {about # second left} other {about # seconds left}}',
        ar: '{n, plural, zero {أقل من ثانية} one {نحو ثانية متبقية} two {نحو ثانيتين متبقيتين} few {نحو # ثوانٍ متبقية} many {نحو # ثانية متبقية} other {نحو # ثانية متبقية}}',
    },
    stop: { en: 'Stop', ar: 'أوقف' },
} satisfies Words
