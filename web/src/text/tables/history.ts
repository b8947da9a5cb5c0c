import type { Words } from '../message'

export const records_words = {
    finding: {
        en: 'The records of activities are {share} complete; {n, plural, =0 {no field is missing.} one {# field is missing.} other {# fields are missing.}}',
        ar: 'اكتملت سجلات الأنشطة بنسبة {share}؛ {n, plural, =0 {ولا حقل ناقص.} zero {ولا حقل ناقص.} one {وينقصها حقل واحد.} two {وينقصها حقلان.} few {وينقصها # حقول.} many {وينقصها # حقلاً.} other {وينقصها # حقل.}}',
    },
    detail: { en: 'What an activity’s record must state, what happened, and what was learned from it.', ar: 'ما يجب أن يذكره سجل النشاط، وما حدث، وما تُعلّم منه.' },
    nothing_required: { en: 'No activity yet, so no record can be incomplete.', ar: 'لا نشاط بعد، فلا سجل ناقص.' },
    completeness: { en: 'Completeness', ar: 'الاكتمال' },
    no_side: { en: 'without a leading organisation', ar: 'دون جهة تقودها' },
    filled: { en: '{filled} of {required} fields', ar: '{filled} من {required} حقل' },
    missing: { en: 'Missing', ar: 'الناقص' },
    complete: { en: 'Every field is there.', ar: 'كل الحقول موجودة.' },
    history: { en: 'What happened', ar: 'ما حدث' },
    no_history: { en: 'No past event is recorded yet. Import them from a workbook, or add one.', ar: 'لا فعالية سابقة مسجّلة بعد. استوردها من مصنف، أو أضف واحدة.' },
    add_history: { en: 'Add a record', ar: 'أضف سجلاً' },
    lessons: { en: 'Lessons', ar: 'الدروس' },
    no_lessons: { en: 'No lesson is recorded yet.', ar: 'لا درس مسجّل بعد.' },
    add_lesson: { en: 'Add a lesson', ar: 'أضف درساً' },
    on: { en: 'On', ar: 'في' },
    what: { en: 'What', ar: 'ماذا' },
    activity: { en: 'Activity', ar: 'النشاط' },
    kind: { en: 'Kind', ar: 'النوع' },
    from: { en: 'Learned from', ar: 'تُعلّم من' },
    changed: { en: 'Changed', ar: 'غيّر' },
    applied: { en: 'applied', ar: 'طُبّق' },
    not_applied: { en: 'not applied', ar: 'لم يُطبّق' },
} satisfies Words

export const log_words = {
    finding: {
        en: '{n, plural, =0 {Nothing was changed yet.} one {# change has been made.} other {# changes have been made.}}',
        ar: '{n, plural, =0 {لم يتغيّر شيء بعد.} zero {لم يتغيّر شيء بعد.} one {أُجري تغيير واحد.} two {أُجري تغييران.} few {أُجريت # تغييرات.} many {أُجري # تغييراً.} other {أُجري # تغيير.}}',
    },
    detail: { en: 'Who in which role changed what, when, from what to what. Decisions and signatures are in the decision log.', ar: 'من غيّر ماذا وبأي صفة ومتى ومن أي قيمة إلى أي قيمة. أما القرارات والتواقيع ففي سجل القرارات.' },
    by_side: { en: 'Changed by', ar: 'غيّره' },
    section: { en: 'Records', ar: 'السجلات' },
    any_section: { en: 'All records', ar: 'كل السجلات' },
    words: { en: 'Search changes', ar: 'ابحث في التغييرات' },
    own: { en: 'you', ar: 'أنت' },
    export: { en: 'CSV', ar: 'CSV' },
    since_signed: { en: 'What changed since we signed?', ar: 'ما الذي تغيّر منذ وقّعنا؟' },
    decisions: { en: 'Decision log', ar: 'سجل القرارات' },
    none: { en: 'No change matches.', ar: 'لا تغيير يطابق.' },
    more: {
        en: '{n, plural, one {and # more of the same edit} other {and # more of the same edit}}',
        ar: '{n, plural, zero {} one {وتغيير آخر في التعديل نفسه} two {وتغييران آخران في التعديل نفسه} few {و# تغييرات أخرى في التعديل نفسه} many {و# تغييراً آخر في التعديل نفسه} other {و# تغيير آخر في التعديل نفسه}}',
    },
    older: { en: 'Show older', ar: 'اعرض الأقدم' },
} satisfies Words

export const search_words = {
    finding: {
        en: '{n, plural, =0 {Nothing matches “{q}”.} one {# record matches “{q}”.} other {# records match “{q}”.}}',
        ar: '{n, plural, =0 {لا شيء يطابق «{q}».} zero {لا شيء يطابق «{q}».} one {سجل واحد يطابق «{q}».} two {سجلان يطابقان «{q}».} few {# سجلات تطابق «{q}».} many {# سجلاً يطابق «{q}».} other {# سجل يطابق «{q}».}}',
    },
    ask: { en: 'Search all records of this roadmap.', ar: 'ابحث في كل سجلات خارطة الطريق هذه.' },
    hint: { en: 'Hamza, ta marbuta, diacritics, letter case and the script of digits make no difference.', ar: 'لا فرق بين صور الهمزة والتاء المربوطة والتشكيل وحالة الأحرف وكتابة الأرقام.' },
    label: { en: 'Search', ar: 'بحث' },
    placeholder: { en: 'Search', ar: 'ابحث' },
    nothing: { en: 'Try fewer words, or a part of one.', ar: 'جرّب كلمات أقل، أو جزءاً من كلمة.' },
    first: {
        en: 'The first {n, plural, one {# is} other {# are}} shown; add a word to narrow it down.',
        ar: 'تُعرض {n, plural, zero {} one {النتيجة الأولى} two {أول نتيجتين} few {أول # نتائج} many {أول # نتيجة} other {أول # نتيجة}}؛ أضف كلمة لتضييق البحث.',
    },
    on_roadmap: { en: 'On the roadmap', ar: 'على خارطة الطريق' },
} satisfies Words
