import type { Words } from '../message'

export const report_words = {
    report: { en: 'Report', ar: 'التقرير' },
    brief: { en: 'Brief on one sheet (PDF)', ar: 'موجز في صفحة واحدة (PDF)' },
    brief_both: { en: 'Brief in both languages (PDF)', ar: 'موجز باللغتين (PDF)' },
    a4: { en: 'Whole report, A4 (PDF)', ar: 'التقرير كاملاً، ورق A4 ‏(PDF)' },
    a3: { en: 'Whole report, A3 (PDF)', ar: 'التقرير كاملاً، ورق A3 ‏(PDF)' },
    both: { en: 'Both languages side by side, A3 (PDF)', ar: 'اللغتان جنباً إلى جنب، ورق A3 ‏(PDF)' },
    page: { en: 'Page for the browser (HTML)', ar: 'صفحة للمتصفح (HTML)' },
} satisfies Words
