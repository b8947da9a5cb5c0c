#include "app/check_plan.h"

#include "app/risk_book.h"
#include "lint/lint_plan.h"

#include <algorithm>
#include <iterator>

namespace masar::app {

base::Diagnostics diagnostics_of(const LoadedPlan& loaded) {
    base::Diagnostics all = loaded.diagnostics;
    std::ranges::move(correlation_faults(loaded.plan), std::back_inserter(all));
    std::ranges::move(lint::lint(loaded.plan, loaded.compiled ? &*loaded.compiled : nullptr), std::back_inserter(all));
    base::sort_by_place(all);
    return all;
}

base::Result<CheckedPlan> check_plan(const base::FileDoor& files, std::string_view path) {
    auto loaded = load_plan(files, path);
    if (!loaded) return tl::unexpected(loaded.error());
    base::Diagnostics found = diagnostics_of(*loaded);
    return CheckedPlan{std::move(loaded->plan), std::move(found)};
}

}  // namespace masar::app
