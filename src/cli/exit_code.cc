#include "cli/exit_code.h"

namespace masar::cli {

const std::array<ExitMeaning, 7>& exit_meanings() {
    static const std::array<ExitMeaning, 7> meanings{{
        {ExitCode::fine, {"fine; warnings too", "سليم، ولو مع تنبيهات"}},
        {ExitCode::wrong_plan, {"the plan is wrong: see the diagnostics", "في الخطة أخطاء: انظر الرسائل"}},
        {ExitCode::usage, {"the command line is wrong", "خطأ في سطر الأوامر"}},
        {ExitCode::violated,
         {"a limit is broken, a gate is late, or a database is not as it was written",
          "قيد غير مستوفى أو بوابة قرار متأخرة أو قاعدة بيانات ليست كما كُتبت"}},
        {ExitCode::infeasible, {"proven: no schedule exists", "مثبت: لا يوجد أي جدول"}},
        {ExitCode::limit, {"no answer within the limit", "لا جواب ضمن الحد المحدد"}},
        {ExitCode::input_output, {"a file or the output failed", "تعذر ملف أو تعذر الإخراج"}},
    }};
    return meanings;
}

}  // namespace masar::cli
