import type { Words } from '../message'

export const account = {
    sign_in: { en: 'Sign in to work on your roadmaps.', ar: 'سجّل الدخول للعمل على خرائط الطريق الخاصة بك.' },
    login: { en: 'Account', ar: 'الحساب' },
    password: { en: 'Password', ar: 'كلمة المرور' },
    sign_in_button: { en: 'Sign in', ar: 'تسجيل الدخول' },
    ended: { en: 'Your session has ended.', ar: 'انتهت جلستك.' },
    ended_detail: { en: 'Sign in again here; what you typed stays where it is.', ar: 'سجّل الدخول هنا من جديد؛ وما كتبته باقٍ في مكانه.' },
    have_token: { en: 'I have a set-up token', ar: 'لدي رمز إعداد' },
    set_up: { en: 'Choose an account and a password; the token says for which side.', ar: 'اختر حساباً وكلمة مرور؛ والرمز يحدد الجانب.' },
    set_up_detail: { en: 'The server printed one token for each side when it first started; an administrator gives one to each new account. A token works once.', ar: 'طبع الخادم رمزاً لكل جانب عند أول تشغيل، ويعطي مدير النظام رمزاً لكل حساب جديد. ويُستعمل الرمز مرة واحدة.' },
    token: { en: 'Set-up token', ar: 'رمز الإعداد' },
    display: { en: 'Name to show (optional)', ar: 'الاسم المعروض (اختياري)' },
    password_hint: { en: 'At least 12 characters.', ar: '12 حرفاً على الأقل.' },
    set_up_button: { en: 'Set up', ar: 'أعدّ الحساب' },
} satisfies Words

export const accounts_words = {
    finding: {
        en: '{n, plural, one {Your side has # account.} other {Your side has # accounts.}}',
        ar: '{n, plural, zero {لا حسابات لجانبك.} one {لجانبك حساب واحد.} two {لجانبك حسابان.} few {لجانبك # حسابات.} many {لجانبك # حساباً.} other {لجانبك # حساب.}}',
    },
    detail: { en: 'Only your side’s: neither side can create, reset or act as the other’s accounts.', ar: 'لجانبك فقط: لا يستطيع أي جانب إنشاء حسابات الآخر أو إعادة تعيينها أو التصرف باسمها.' },
    link: { en: 'Accounts of my side', ar: 'حسابات جانبي' },
    roles: { en: 'Roles', ar: 'الأدوار' },
    add: { en: 'Add an account', ar: 'أضف حساباً' },
    disable: { en: 'Disable', ar: 'عطّل' },
    enable: { en: 'Enable', ar: 'فعّل' },
    disabled: { en: 'disabled', ar: 'معطّل' },
    reset: { en: 'New set-up token', ar: 'رمز إعداد جديد' },
    token: { en: 'Give this token to {login}: it works once, at “Set up”. It is shown only now.', ar: 'أعطِ هذا الرمز إلى {login}: يُستعمل مرة واحدة في «الإعداد»، ولا يُعرض إلا الآن.' },
} satisfies Words

export const new_words = {
    finding: { en: 'Six answers, and the roadmap can be planned.', ar: 'ستة أجوبة، وتصبح خارطة الطريق جاهزة للتخطيط.' },
    detail: { en: 'Everything can be changed later; a template brings activities to start from.', ar: 'كل شيء قابل للتغيير لاحقاً؛ والقالب يأتي بأنشطة للبدء منها.' },
    template: { en: 'Begin with', ar: 'ابدأ من' },
    blank: { en: 'Nothing', ar: 'لا شيء' },
    'partnership-year': { en: 'A partnership year', ar: 'سنة شراكة' },
    exercise: { en: 'An exercise', ar: 'تمرين' },
    challenge: { en: 'A challenge', ar: 'تحدٍّ' },
    title: { en: 'Title', ar: 'العنوان' },
    sides: { en: 'The two sides', ar: 'الجانبان' },
    side_name: { en: 'Name of side {n}', ar: 'اسم الجانب {n}' },
    week: { en: 'Working days', ar: 'أيام العمل' },
    monday_friday: { en: 'Monday to Friday', ar: 'الاثنين إلى الجمعة' },
    sunday_thursday: { en: 'Sunday to Thursday', ar: 'الأحد إلى الخميس' },
    fiscal: { en: 'Fiscal year begins in', ar: 'تبدأ السنة المالية في' },
    currency: { en: 'Currency', ar: 'العملة' },
    start: { en: 'Starts on', ar: 'تبدأ في' },
    years: { en: 'Years', ar: 'السنوات' },
    lines: { en: 'Lines of effort', ar: 'محاور العمل' },
    lines_hint: { en: 'One a line; English, then Arabic after a bar: Readiness | الجاهزية', ar: 'محور في كل سطر؛ بالإنجليزية ثم العربية بعد شرطة: Readiness | الجاهزية' },
    create: { en: 'Create the roadmap', ar: 'أنشئ خارطة الطريق' },
    both_languages: { en: 'In both languages', ar: 'باللغتين' },
    or_import: { en: 'Or bring a spreadsheet once it is created.', ar: 'أو أحضر جدول بيانات بعد إنشائها.' },
} satisfies Words
