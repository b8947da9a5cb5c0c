import type { Words } from '../message'

export const note_words = {
    notes: { en: 'Notes', ar: 'الملاحظات' },
    none: { en: 'Nobody has written a note on this record.', ar: 'لم يكتب أحد ملاحظة على هذا السجل.' },
    new_note: { en: 'New note', ar: 'ملاحظة جديدة' },
    your_reply: { en: 'Your reply', ar: 'ردك' },
    write: { en: 'Add the note', ar: 'أضف الملاحظة' },
    send_reply: { en: 'Add the reply', ar: 'أضف الرد' },
    reply: { en: 'Reply', ar: 'رد' },
    resolve: { en: 'Resolve', ar: 'أغلق النقاش' },
    reopen: { en: 'Reopen', ar: 'أعد فتح النقاش' },
    withdraw: { en: 'Withdraw', ar: 'اسحب الملاحظة' },
    withdrawn: { en: 'Withdrawn by its writer.', ar: 'سحبها كاتبها.' },
    resolved_by: { en: 'Resolved by {side}', ar: 'أغلقه {side}' },
    read_by: { en: 'Read by', ar: 'يقرؤها' },
    own_side: { en: 'My side only', ar: 'جانبي فقط' },
    both_sides: { en: 'Both sides', ar: 'الجانبان' },
    own_side_hint: { en: 'The other side does not learn that there is such a note.', ar: 'لا يعلم الجانب الآخر بوجود هذه الملاحظة.' },
    both_sides_hint: { en: 'The other side reads this note.', ar: 'يقرأ الجانب الآخر هذه الملاحظة.' },
    choose_side: { en: 'To write a note, choose above which side you stand for.', ar: 'لكتابة ملاحظة، اختر في الأعلى الجانب الذي تمثّله.' },
    own: { en: 'you', ar: 'أنت' },
    count: {
        en: '{n, plural, =0 {none} one {# note} other {# notes}}',
        ar: '{n, plural, =0 {لا شيء} zero {لا شيء} one {ملاحظة واحدة} two {ملاحظتان} few {# ملاحظات} many {# ملاحظة} other {# ملاحظة}}',
    },
    new_to_you: { en: 'New notes since you last looked', ar: 'ملاحظات جديدة منذ آخر اطّلاع لك' },
    none_new: { en: 'No new notes.', ar: 'لا ملاحظات جديدة.' },
} satisfies Words
