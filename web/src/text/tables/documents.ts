import type { Words } from '../message'

export const document_words = {
    documents: { en: 'Documents', ar: 'الوثائق' },
    elsewhere: { en: '(opens elsewhere)', ar: '(يُفتح في مكان آخر)' },
    number: { en: 'no. {number}', ar: 'رقم {number}' },
    version: { en: 'version {version}', ar: 'الإصدار {version}' },
} satisfies Words
