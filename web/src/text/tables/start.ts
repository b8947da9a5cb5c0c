import type { Words } from '../message'

export const start = {
    finding: { en: 'One roadmap for two countries: planned, proven, agreed and run together.', ar: 'خارطة طريق واحدة لبلدين: تُخطَّط وتُثبَت ويُتفق عليها وتُنفَّذ معاً.' },
    detail: {
        en: 'Masar checks that the plan fits the calendars, people, places, budgets and notice periods of both sides, says why when it does not, and forecasts what it will bring.',
        ar: 'يتحقق مسار من ملاءمة الخطة لتقويمي الجانبين وكوادرهما وأماكنهما وميزانيتيهما ومُهل الإشعار، ويبيّن السبب إن لم تلائم، ويتوقع ما ستحققه.',
    },
    try_title: { en: 'Try the example', ar: 'جرّب المثال' },
    try_text: {
        en: 'A copy of the example roadmap of your own. Change anything, stand for either side; nobody else sees it, and you can keep it.',
        ar: 'نسخة خاصة بك من خارطة الطريق المثال. غيّر ما شئت ومثّل أي الجانبين؛ لا يراها غيرك، ويمكنك الاحتفاظ بها.',
    },
    try_button: { en: 'Open a sandbox', ar: 'افتح مساحة تجريبية' },
    continue_button: { en: 'Continue in your sandbox', ar: 'تابع في مساحتك التجريبية' },
    opening: { en: 'Opening', ar: 'جارٍ الفتح' },
    sign_title: { en: 'Work on your roadmaps', ar: 'اعمل على خرائط الطريق الخاصة بك' },
    sign_text: { en: 'Each side has its own accounts and its own administrator.', ar: 'لكل جانب حساباته ومدير نظامه.' },
    set_up_title: { en: 'First time here', ar: 'أول مرة هنا' },
    set_up_text: { en: 'The server printed a set-up token for each side when it first started. With it the administrator of a side is created.', ar: 'طبع الخادم عند أول تشغيل رمز إعداد لكل جانب، وبه يُنشأ مدير نظام الجانب.' },
    set_up_button: { en: 'Set up a side', ar: 'إعداد جانب' },
    new_title: { en: 'New roadmap', ar: 'خارطة طريق جديدة' },
    new_text: { en: 'Six questions, or a template: a partnership year, an exercise, a challenge.', ar: 'ستة أسئلة، أو قالب: سنة شراكة أو تمرين أو تحدٍّ.' },
    new_button: { en: 'Begin', ar: 'ابدأ' },
    your_plans: { en: 'Your roadmaps', ar: 'خرائط الطريق الخاصة بك' },
    no_plans: { en: 'No roadmap yet. Begin one, or bring a spreadsheet.', ar: 'لا توجد خارطة طريق بعد. ابدأ واحدة أو أحضر جدول بيانات.' },
} satisfies Words
