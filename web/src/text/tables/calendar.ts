import type { Words } from '../message'

/** Hijri months in order, separated by bars. The narrow ones stand where a month has less than 100 px. */
export const calendar = {
    hijri_months: {
        en: 'Muh.|Safar|Rabi I|Rabi II|Jum. I|Jum. II|Rajab|Shaban|Ramadan|Shawwal|Dhu Q.|Dhu H.',
        ar: 'محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة',
    },
    hijri_narrow: {
        en: 'Muh.|Safar|Rabi I|Rabi II|Jum. I|Jum. II|Rajab|Shaban|Ram.|Shaw.|Dhu Q.|Dhu H.',
        ar: 'محرم|صفر|ربيع 1|ربيع 2|جمادى 1|جمادى 2|رجب|شعبان|رمضان|شوال|القعدة|الحجة',
    },
    hijri_era: { en: 'AH', ar: 'هـ' },
    estimated: { en: 'estimated', ar: 'تقديري' },
} satisfies Words
