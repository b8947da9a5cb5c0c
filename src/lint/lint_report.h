#pragma once
// How a lint speaks: one diagnostic for many offenders, the first ten by name and the rest by number.
#include "base/diagnostic.h"
#include "lint/lint_table.h"
#include "plan/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace masar::lint {

struct Offender {
    std::string id;
    base::Place place;
    base::Text detail;  ///< beside its place; may be empty
};
using Offenders = std::vector<Offender>;

[[nodiscard]] inline Offender offender(const plan::Record& record, base::Text detail = {}) {
    return {record.id, record.place, std::move(detail)};
}

struct Finding {
    base::Place place;
    std::string record;
    base::Text message, hint;
    std::vector<base::Related> related;
};

class Report {
public:
    Report(const Lint& lint, const plan::Plan& plan, base::Diagnostics& out) : lint_(lint), plan_(plan), out_(out) {}

    [[nodiscard]] double threshold() const { return lint_.threshold; }
    void add(Finding finding);
    /// "<sentence>: a, b and 3 more"; nothing when there is no offender. A `place` given stands before the first offender's.
    void list(const Offenders& offenders, const base::Text& sentence, const base::Text& hint, base::Place place = {});
    /// Speaks when more than the threshold (percent of `total`, at least one) offend; `what` names what is counted:
    /// "<what>: 6 of 117 (5.1%), at most 5%: a, b …".
    void share(const Offenders& offenders, std::size_t total, const base::Text& what, const base::Text& hint);

private:
    const Lint& lint_;
    const plan::Plan& plan_;
    base::Diagnostics& out_;
};

/// "5.1%" of `part` in `total`, rounded half up to a tenth.
[[nodiscard]] std::string percent(std::size_t part, std::size_t total);
/// The ids, at most ten of them, in both languages.
[[nodiscard]] base::Text names_of(const Offenders& offenders);

}  // namespace masar::lint
