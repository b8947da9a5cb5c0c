import type { Words } from '../message'

export const people = {
    pool: { en: 'Pool, weekly peak', ar: 'المورد، ذروة الأسبوع' },
    peak: { en: 'Peak / capacity', ar: 'الذروة / السعة' },
    days_over: {
        en: '{n, plural, one {# day over} other {# days over}}',
        ar: '{n, plural, zero {} one {يوم واحد} two {يومان} few {# أيام} many {# يوماً} other {# يوم}}',
    },
    share: { en: 'Share of capacity', ar: 'نسبة السعة' },
    highest: { en: 'highest peak', ar: 'أعلى ذروة' },
    gate: { en: 'gate', ar: 'بوابة' },
    peak_on: { en: 'peak on {date}', ar: 'الذروة في {date}' },
    load_on: { en: 'on {date}', ar: 'في {date}' },
    missing: {
        en: '{n, plural, one {# activity needs} other {# activities need}} <b>{load}</b> on the same day. There are <b>{capacity}</b>, so <b>{missing}</b> are missing.',
        ar: '{n, plural, zero {لا أنشطة تحتاج} one {يحتاج نشاط واحد} two {يحتاج نشاطان} few {تحتاج # أنشطة} many {يحتاج # نشاطاً} other {يحتاج # نشاط}} إلى <b>{load}</b> في اليوم نفسه. والمتاح <b>{capacity}</b>، فيبقى نقص قدره <b>{missing}</b>.',
    },
    enough: { en: 'The need is <b>{load}</b> of <b>{capacity}</b>.', ar: 'الاحتياج <b>{load}</b> من <b>{capacity}</b>.' },
    untold: { en: 'The need is <b>{load}</b>; the capacity is not released by the other side.', ar: 'الاحتياج <b>{load}</b>؛ والسعة لم يُفرج عنها الجانب الآخر.' },
    capacity: { en: 'capacity {n}', ar: 'السعة {n}' },
    who: { en: 'Who needs them that day', ar: 'من يحتاجهم في ذلك اليوم' },
    from_to: { en: 'From, to', ar: 'من وإلى' },
    units: { en: 'Units', ar: 'العدد' },
    see_why: { en: 'See why, and try a repair', ar: 'اطّلع على السبب وجرّب معالجة' },
    nobody: { en: 'Nobody needs them that day.', ar: 'لا أحد يحتاجهم في ذلك اليوم.' },
    other_day: { en: 'Another day', ar: 'يوم آخر' },
    yearly: { en: 'Budgets of a fiscal year', ar: 'حصص السنة المالية' },
    of_capacity: { en: '{load} of {capacity}', ar: '{load} من {capacity}' },
    none: { en: 'No pools of people or places are kept yet.', ar: 'لا توجد موارد أشخاص أو أماكن بعد.' },
    by_week: { en: 'Week by week', ar: 'أسبوعاً بأسبوع' },
} satisfies Words
