import type { Words } from '../message'

/** Amounts as people say them. Currencies are known by their code; others are written by it. */
export const units = {
    plain: { en: '{currency} {amount}', ar: '{amount} {currency}' },
    thousand: {
        en: '{currency} {amount}k',
        ar: '{n, plural, zero {{amount} ألف} one {{amount} ألف} two {{amount} ألف} few {{amount} آلاف} many {{amount} ألف} other {{amount} ألف}} {currency}',
    },
    million: {
        en: '{currency} {amount}M',
        ar: '{n, plural, zero {{amount} مليون} one {{amount} مليون} two {{amount} مليون} few {{amount} ملايين} many {{amount} مليون} other {{amount} مليون}} {currency}',
    },
    USD: { en: 'USD', ar: 'دولار' },
    AED: { en: 'AED', ar: 'درهم' },
    EUR: { en: 'EUR', ar: 'يورو' },
    GBP: { en: 'GBP', ar: 'جنيه' },
    SAR: { en: 'SAR', ar: 'ريال' },
    days: {
        en: '{n, plural, one {# day} other {# days}}',
        ar: '{n, plural, zero {لا أيام} one {يوم واحد} two {يومان} few {# أيام} many {# يوماً} other {# يوم}}',
    },
    working_days: {
        en: '{n, plural, one {# working day} other {# working days}}',
        ar: '{n, plural, zero {لا أيام عمل} one {يوم عمل واحد} two {يوما عمل} few {# أيام عمل} many {# يوم عمل} other {# يوم عمل}}',
    },
    activities: {
        en: '{n, plural, one {# activity} other {# activities}}',
        ar: '{n, plural, zero {لا نشاط} one {نشاط واحد} two {نشاطان} few {# أنشطة} many {# نشاطاً} other {# نشاط}}',
    },
    gates: {
        en: '{n, plural, one {# gate} other {# gates}}',
        ar: '{n, plural, zero {لا بوابة} one {بوابة واحدة} two {بوابتان} few {# بوابات} many {# بوابة} other {# بوابة}}',
    },
} satisfies Words
