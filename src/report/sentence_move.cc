// What moved, in a sentence each.
#include "base/plural.h"
#include "report/figures.h"
#include "report/sentence.h"
#include "report/text_replan.h"

#include <algorithm>
#include <cstdlib>

namespace masar::report {

using base::Text;

Text moves_sentence(const plan::Replanning& replanning) {
    const auto moved = std::ranges::count_if(
        replanning.moves, [](const plan::Move& each) { return each.cause != plan::Move::Cause::added; });
    const Text all = base::counted(base::noun::activity, replanning.compared, base::Case::after);
    if (moved == 0)
        return fill({"Nothing moves: all of {} stay where the baseline has them",
                     "لا يتحرك شيء: تبقى جميع مواعيد الجدول المرجعي ({}) على حالها"},
                    all);
    return fill({"{} of {} in the baseline move; {} frozen, as of {}",
                 "عدد ما يتحرك {} من {} في الجدول المرجعي؛ وعدد ما ثبّته الماضي {} حتى {}"},
                ltr(grouped(moved)), all, ltr(grouped(static_cast<std::int64_t>(replanning.frozen.size()))),
                date_text(replanning.today));
}

Text move_sentence(const plan::Move& move, const plan::Plan& plan) {
    const Text who = named(plan.activities[move.activity.at()]);
    if (!move.to)
        return fill({"{}: left out; it was to start on {}", "{}: استُبعد، وكان مقرراً أن يبدأ في {}"}, who,
                    date_text(*move.from));
    if (!move.from) return fill({"{}: new, starts on {}", "{}: جديد، يبدأ في {}"}, who, date_text(*move.to));
    const Text days = base::counted(base::noun::day, std::abs(move.days), base::Case::after);
    if (move.days < 0)
        return fill({"{}: from {} to {}, {} earlier", "{}: من {} إلى {}، أي بتقديم {}"}, who, date_text(*move.from),
                    date_text(*move.to), days);
    return fill({"{}: from {} to {}, {} later", "{}: من {} إلى {}، أي بتأخير {}"}, who, date_text(*move.from),
                date_text(*move.to), days);
}

}  // namespace masar::report
