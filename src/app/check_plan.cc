#include "app/check_plan.h"

#include "app/risk_book.h"
#include "lint/lint_plan.h"

#include <algorithm>
#include <iterator>

namespace masar::app {

base::Result<CheckedPlan> check_plan(const base::FileDoor& files, std::string_view path) {
    auto loaded = load_plan(files, path);
    if (!loaded) return tl::unexpected(loaded.error());
    std::ranges::move(correlation_faults(loaded->plan), std::back_inserter(loaded->diagnostics));
    base::Diagnostics found = lint::lint(loaded->plan, loaded->compiled ? &*loaded->compiled : nullptr);
    std::ranges::move(found, std::back_inserter(loaded->diagnostics));
    base::sort_by_place(loaded->diagnostics);
    return CheckedPlan{std::move(loaded->plan), std::move(loaded->diagnostics)};
}

}  // namespace masar::app
