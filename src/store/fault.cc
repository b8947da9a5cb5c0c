#include "store/fault.h"

#include "base/number_format.h"

#include <fmt/format.h>

namespace masar::store {
namespace {

using Kind = base::Error::Kind;

struct Words {
    Kind kind;
    base::Text sentence;  ///< {0} = name of the database, {1} = detail
    base::Text hint;
};

Words trouble_of_disk(Fault fault) {
    switch (fault) {
        case Fault::missing:
            return {Kind::input_output,
                    {"there is no database '{0}'", "لا توجد قاعدة بيانات باسم «{0}»"},
                    {"'masar serve' makes one", "ينشئها الأمر ‎«masar serve»‎"}};
        case Fault::disk_full:
            return {
                Kind::input_output,
                {"nothing was saved: there is no space left for '{0}'", "لم يُحفظ شيء: لا توجد مساحة كافية في «{0}»"},
                {"free some space, then try again", "أفرغ بعض المساحة ثم أعد المحاولة"}};
        case Fault::not_writable:
            return {Kind::input_output,
                    {"'{0}' cannot be opened for writing", "تعذر فتح «{0}» للكتابة"},
                    {"its folder must exist, and the account that runs masar must be allowed to write in it",
                     "يجب أن يكون مجلدها موجوداً، وأن يُسمح للحساب الذي يشغّل مسار بالكتابة فيه"}};
        case Fault::locked:
            return {Kind::input_output,
                    {"'{0}' is in use by another program, which did not let go of it",
                     "«{0}» مستخدمة في برنامج آخر لم يتركها"},
                    {"close the other program, then try again", "أغلق البرنامج الآخر ثم أعد المحاولة"}};
        default:
            return {Kind::input_output,
                    {"the disk did not confirm that it kept what was written to '{0}': nothing more is saved until "
                     "masar is started again",
                     "لم يؤكد القرص حفظ ما كُتب في «{0}»: لن يُحفظ شيء آخر حتى يُعاد تشغيل مسار"},
                    {"see to the disk, then start masar again: it checks what is there",
                     "عالج مشكلة القرص ثم أعد تشغيل مسار، فهو يفحص الموجود"}};
    }
}

Words words_of(Fault fault) {
    switch (fault) {
        case Fault::damaged:
            return {
                Kind::malformed,
                {"'{0}' is damaged: {1}", "«{0}» تالفة: {1}"},
                {"go back to a copy of it; 'masar verify' names the first decision that is not whole",
                 "ارجع إلى نسخة منها؛ ويسمّي الأمر ‎«masar verify»‎ أول قرار غير سليم"}};
        case Fault::newer:
            return {Kind::malformed,
                    {"'{0}' was written by a newer masar (version {1} of its tables)",
                     "كُتبت «{0}» بإصدار أحدث من مسار (الإصدار {1} من جداولها)"},
                    {"use that masar; nothing was changed", "استخدم ذلك الإصدار؛ لم يتغير شيء"}};
        case Fault::foreign:
            return {Kind::usage,
                    {"'{0}' is no database of masar", "«{0}» ليست قاعدة بيانات لمسار"},
                    {"name another file, or go back to a copy of this one; nothing was changed",
                     "سمِّ ملفاً آخر، أو ارجع إلى نسخة من هذا؛ لم يتغير شيء"}};
        case Fault::unreachable:
            return {Kind::input_output,
                    {"'{0}' cannot be reached: {1}", "تعذر الوصول إلى «{0}»: {1}"},
                    {"see that the database runs and lets masar in, then try again",
                     "تحقق من أن قاعدة البيانات تعمل وتقبل اتصال مسار، ثم أعد المحاولة"}};
        case Fault::in_use:
            return {Kind::usage,
                    {"'{0}' is not empty: nothing was copied into it", "«{0}» ليست فارغة: لم يُنسخ إليها شيء"},
                    {"name a new one; what is there was not touched", "سمِّ قاعدة جديدة؛ ولم يُمسّ ما فيها"}};
        case Fault::not_equal:
            return {Kind::malformed,
                    {"the copy in '{0}' differs from its original: it was not kept",
                     "النسخة في «{0}» تختلف عن الأصل: لم تُحفظ"},
                    {"see to the disk of both, then try again", "افحص قرص كلتيهما ثم أعد المحاولة"}};
        case Fault::statement: return {Kind::malformed, {"'{0}' refused: {1}", "رفضت «{0}» الطلب: {1}"}, {}};
        default: return trouble_of_disk(fault);
    }
}

}  // namespace

base::Error fault_error(Fault fault, std::string_view name, std::string_view detail) {
    const Words words = words_of(fault);
    const std::string subject = base::left_to_right(name), more = base::left_to_right(detail);
    return {words.kind,
            {fmt::format(fmt::runtime(words.sentence.en), name, detail),
             fmt::format(fmt::runtime(words.sentence.ar), subject, more)},
            words.hint};
}

}  // namespace masar::store
