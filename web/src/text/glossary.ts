/**
 * Variants that the glossary of both sides does not use, so that one idea has one word: "خارطة طريق" and not "خريطة طريق",
 * "قيد" and not "شرط" for a constraint of the plan, "النتائج" for outcomes, "بوابة" for a gate.
 */
export const banned = ['خريطة طريق', 'روزنامة', 'سيناريو', 'ديدلاين']
