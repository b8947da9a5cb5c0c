// Correlations of a risk book, and what is wrong with them.
#include "app/risk_book_draft.h"
#include "report/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masar::app {
namespace {

using forecast::Matrix;

Matrix matrix_of(const plan::Correlation& correlation) {
    Matrix matrix = Matrix::identity(static_cast<std::int32_t>(correlation.members.size()));
    const auto set = [&](std::size_t row, std::size_t column, double value) {
        const auto i = static_cast<std::int32_t>(row), j = static_cast<std::int32_t>(column);
        matrix.at(i, j) = matrix.at(j, i) = value;
    };
    if (correlation.coefficient)
        for (std::size_t i = 0; i < correlation.members.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) set(i, j, correlation.coefficient->value.to_double());
    for (const auto& cell : correlation.cells) set(cell.row, cell.column, cell.value.to_double());
    return matrix;
}

/// Rounded towards zero, so that what is offered is not refused again.
std::string offered(double value) { return report::rounded(std::trunc(value * 1000) / 1000, 3); }

const std::string& id_of(const plan::Plan& plan, const plan::Correlation& correlation, std::int32_t member) {
    return plan.activities[correlation.members[static_cast<std::size_t>(member)].value.at()].id;
}

base::Text nearest_text(const plan::Plan& plan, const plan::Correlation& correlation,
                        const forecast::CorrelationFault& fault) {
    if (correlation.coefficient)
        return report::fill({"the nearest that holds for all pairs is {}", "أقرب معامل يصح لجميع الأزواج {}"},
                            report::ltr(offered(fault.nearest.at(1, 0))));
    constexpr int most = 6;
    std::string pairs;
    int count = 0;
    for (std::int32_t i = 1; i < fault.nearest.size; ++i)
        for (std::int32_t j = 0; j < i; ++j)
            if (++count <= most)
                pairs += fmt::format("{}{}, {}: {}", pairs.empty() ? "" : "; ", id_of(plan, correlation, j),
                                     id_of(plan, correlation, i), offered(fault.nearest.at(i, j)));
    if (count > most) pairs += "; …";
    return report::fill({"the nearest that holds: {}", "أقرب قيم تصح: {}"}, report::ltr(pairs));
}

std::optional<base::Diagnostic> fault_of(const plan::Plan& plan, const plan::Correlation& correlation) {
    if (correlation.members.size() < 2) return std::nullopt;
    const auto fault = forecast::find_correlation_fault(matrix_of(correlation));
    if (!fault) return std::nullopt;
    const std::string eigenvalue = fmt::format("{:.3f}", fault->smallest_eigenvalue);
    return base::make_diagnostic(
        "MSR0801", correlation.place,
        report::fill({"these correlations cannot hold together: the smallest eigenvalue is {}, not 0 or more",
                      "لا يمكن أن تصح هذه المعاملات معاً: أصغر قيمة ذاتية {} وليست صفراً أو أكثر"},
                     report::ltr(eigenvalue)),
        nearest_text(plan, correlation, *fault));
}

class CorrelationWriter {
public:
    explicit CorrelationWriter(RiskBookDraft& draft) : draft_(draft) {}

    void write(const plan::Correlation& source) {
        const Matrix whole = matrix_of(source);
        std::vector<std::int32_t> kept;  // positions in source.members
        forecast::CorrelationGroup group;
        for (std::size_t i = 0; i < source.members.size(); ++i) {
            const std::int32_t duration = duration_of(source.members[i].value);
            if (duration < 0) {
                report_certain(source.members[i]);
                continue;
            }
            group.members.push_back(duration);
            kept.push_back(static_cast<std::int32_t>(i));
        }
        if (kept.size() < 2) return;
        group.correlation = Matrix::identity(static_cast<std::int32_t>(kept.size()));
        for (std::size_t i = 0; i < kept.size(); ++i)
            for (std::size_t j = 0; j < kept.size(); ++j)
                group.correlation.at(static_cast<std::int32_t>(i), static_cast<std::int32_t>(j)) =
                    whole.at(kept[i], kept[j]);
        group.measure = source.kind == plan::CorrelationKind::rank ? forecast::CorrelationMeasure::rank
                                                                   : forecast::CorrelationMeasure::product_moment;
        draft_.model.correlations.push_back(std::move(group));
    }

private:
    /// Position in RiskModel::durations; -1 when the duration is certain.
    [[nodiscard]] std::int32_t duration_of(plan::ActivityIndex activity) const {
        const std::int32_t position = draft_.standing(activity);
        const auto& durations = draft_.model.durations;
        const auto found = std::ranges::find(durations, position, &forecast::UncertainDuration::activity);
        const bool varies = position >= 0 && found != durations.end() && !found->days.is_certain();
        return varies ? static_cast<std::int32_t>(found - durations.begin()) : -1;
    }

    void report_certain(const plan::At<plan::ActivityIndex>& member) {
        if (!member.value.known()) return;
        draft_.report("MSR0802", member.place,
                      report::fill({"the duration of '{}' is certain: nothing moves with it",
                                    "مدة النشاط «{}» مؤكدة فلا يرتبط بها شيء"},
                                   report::ltr(draft_.plan.activities[member.value.at()].id)));
    }

    RiskBookDraft& draft_;
};

}  // namespace

base::Diagnostics correlation_faults(const plan::Plan& plan) {
    base::Diagnostics faults;
    for (const plan::Correlation& each : plan.correlations)
        if (auto fault = fault_of(plan, each)) faults.push_back(*std::move(fault));
    return faults;
}

void add_correlations(RiskBookDraft& draft) {
    base::Diagnostics faults = correlation_faults(draft.plan);
    if (!faults.empty()) {
        std::ranges::move(faults, std::back_inserter(draft.diagnostics));
        return;
    }
    CorrelationWriter writer(draft);
    for (const plan::Correlation& each : draft.plan.correlations) writer.write(each);
}

}  // namespace masar::app
