import type { Words } from '../message'

export const digest_words = {
    title: { en: 'Daily message', ar: 'الرسالة اليومية' },
    what: {
        en: 'Once a day, how many things wait for you, and a link; nothing of a plan and no names. Nothing is sent on a day without news.',
        ar: 'مرة في اليوم: عدد ما ينتظرك ورابط، بلا شيء من الخطة ولا أسماء. ولا يُرسل شيء في يوم بلا جديد.',
    },
    wanted: { en: 'Send it to me', ar: 'أرسلها إليّ' },
    address: { en: 'Address', ar: 'العنوان' },
    language: { en: 'Language', ar: 'اللغة' },
    english: { en: 'English', ar: 'الإنجليزية' },
    arabic: { en: 'Arabic', ar: 'العربية' },
    save: { en: 'Save this', ar: 'احفظ هذا' },
    saved: { en: 'Saved.', ar: 'حُفظ.' },
    not_sent: { en: 'The message of {day} could not be sent.', ar: 'تعذّر إرسال رسالة يوم {day}.' },
    not_sent_to: {
        en: 'The daily message of {day} to {login} could not be sent ({tries, plural, one {tried once} other {tried # times}}).',
        ar: 'تعذّر إرسال الرسالة اليومية ليوم {day} إلى {login} ({tries, plural, zero {بلا محاولة} one {محاولة واحدة} two {محاولتان} few {# محاولات} many {# محاولة} other {# محاولة}}).',
    },
} satisfies Words
