import type { Words } from '../message'

export const notice_words = {
    title: { en: 'Notices', ar: 'الإشعارات' },
    fresh: {
        en: '{n, plural, =0 {nothing new} one {# new} other {# new}}',
        ar: '{n, plural, =0 {لا جديد} zero {لا جديد} one {إشعار جديد واحد} two {إشعاران جديدان} few {# إشعارات جديدة} many {# إشعاراً جديداً} other {# إشعار جديد}}',
    },
    none: { en: 'Nothing waits for you, and nothing is due in 14 days.', ar: 'لا شيء بانتظارك، ولا شيء مستحق خلال 14 يوماً.' },
    seen: { en: 'Mark all as seen', ar: 'اطّلعت عليها كلها' },
    new: { en: 'New', ar: 'جديد' },
    signature: { en: 'To sign', ar: 'للتوقيع' },
    returned: { en: 'Returned', ar: 'أُعيد' },
    objected: { en: 'Objection', ar: 'اعتراض' },
    changed: { en: 'Changed', ar: 'تغيّر' },
    note: { en: 'Note', ar: 'ملاحظة' },
    reply: { en: 'Reply', ar: 'رد' },
    due: { en: 'Due', ar: 'مستحق' },
    more: {
        en: '{n, plural, one {and # more, on My work} other {and # more, on My work}}',
        ar: '{n, plural, zero {ولا شيء غيرها} one {وإشعار آخر في «عملي»} two {وإشعاران آخران في «عملي»} few {و# إشعارات أخرى في «عملي»} many {و# إشعاراً آخر في «عملي»} other {و# إشعار آخر في «عملي»}}',
    },
} satisfies Words
