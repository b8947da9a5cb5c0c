#include "verify/verifier.h"

#include "problem/checker.h"
#include "problem/schedule.h"
#include "verify/refutation.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace masar::verify {
namespace {

using base::Text;
using problem::Objective;
using problem::Schedule;
using Words = std::vector<std::string_view>;

constexpr std::string_view first_line = "masar-certificate 1";

const Text unreadable{"the line is not readable", "تعذرت قراءة السطر"};
const Text out_of_place{"the line does not belong here", "السطر في غير موضعه"};
const Text not_implied{"the constraint named does not imply the clause", "القيد المذكور لا يستلزم هذه العبارة"};
const Text not_following{"the clause does not follow by unit propagation", "العبارة لا تنتج عن النشر الأحادي"};
const Text unknown_variable{"the clause speaks of a variable that was not declared", "تذكر العبارة متغيراً لم يُعرَّف"};

/// What was asked of the objectives, and so what "nothing is left" means at the end. All in steps of the objectives' variables.
class Descent {
public:
    explicit Descent(std::size_t objectives) : asked_(objectives) {}

    /// "Only values up to `value` from now on", with `least` as proven so far. One objective after the other: those before must be
    /// settled, asked for no less than what is proven, and those after not yet asked for.
    [[nodiscard]] bool ask(std::size_t objective, std::int64_t value, const std::vector<std::int64_t>& least) {
        for (std::size_t i = 0; i < asked_.size(); ++i) {
            if (i < objective && (!asked_[i] || least[i] < *asked_[i])) return false;
            if (i > objective && asked_[i]) return false;
        }
        asked_[objective] = std::min(asked_[objective].value_or(value), value);
        return true;
    }
    [[nodiscard]] bool untouched() const {
        return std::ranges::none_of(asked_, [](const auto& each) { return each.has_value(); });
    }

    /// Whether no schedule is better than one of these values, when `least` are proven and perhaps nothing at all is left.
    [[nodiscard]] bool proves(const std::vector<std::int64_t>& values, const std::vector<std::int64_t>& least,
                              bool nothing_left) const {
        for (std::size_t i = 0; i + 1 < values.size(); ++i)
            if (least[i] < values[i] || asked_[i].value_or(values[i]) < values[i]) return false;
        const std::int64_t last = values.back(), asked = asked_.back().value_or(last);
        return asked >= last - 1 && (least.back() >= last || (asked_.back() && nothing_left));
    }

private:
    std::vector<std::optional<std::int64_t>> asked_;  ///< least value asked for, per objective
};

class Verifier {
public:
    Verifier(const problem::Problem& problem, Verdict& verdict)
        : problem_(problem), verdict_(verdict), descent_(problem.data().objectives.size()) {}

    /// Empty = the line is right.
    [[nodiscard]] Text look_at(std::string_view line) {
        if (verdict_.accepted()) return out_of_place;
        const Words words = words_of(line);
        if (words.empty() || words[0] == "#") return {};
        if (words[0] == "plan") return words_ ? out_of_place : Text{};  // which question: plan_proof.h reads it
        if (words[0] == "activities") return read_activities(words);
        if (words[0] == "horizon") return read_horizon(words);
        if (!words_) return out_of_place;
        if (words[0] == "v") return add_variable(words);
        if (words[0] == "c" || words[0] == "e" || words[0] == "l") return add_clause(words);
        if (words[0] == "schedule") return read_schedule(words);
        if (words[0] == "optimal") return conclude_optimal(words);
        if (words[0] == "infeasible" && words.size() == 1) return conclude_infeasible();
        return unreadable;
    }

private:
    Text read_activities(const Words& words) {
        if (words.size() != 2 || number_of(words[1]) != problem_.size())
            return {"the certificate is about an instance of another size", "الشهادة عن مسألة بحجم مختلف"};
        return {};
    }

    Text read_horizon(const Words& words) {
        const auto horizon = words.size() == 2 ? number_of(words[1]) : std::nullopt;
        if (!horizon || words_ || *horizon < 0 || *horizon > std::min(problem_.data().horizon, longest_horizon))
            return unreadable;
        words_.emplace(problem_, static_cast<Day>(*horizon));
        return {};
    }

    Text add_variable(const Words& words) {
        const auto line = read_variable(words);
        if (!line) return unreadable;
        if (Text wrong = words_->wrong_with(*line); !wrong.empty()) return wrong;
        LeftOver left(*words_, proven_, {});
        // From a contradiction everything follows.
        if (!proven_.contradictory() && !covers(left, *line))
            return {"the variable's domain leaves out values that are possible", "مجال المتغير يُسقط قيماً ممكنة"};
        words_->add(*line);
        proven_.add_variable(line->least, line->greatest);
        return {};
    }

    Text add_clause(const Words& words) {
        const auto line = read_clause(words);
        if (!line) return unreadable;
        const bool declared = std::ranges::all_of(
            line->literals, [&](const Literal& each) { return each.variable < proven_.variables(); });
        if (!declared) return unknown_variable;
        if (proven_.contradictory()) return {};
        switch (line->kind) {
            case ClauseLine::Kind::posted: return add_posted(*line);
            case ClauseLine::Kind::explained:
                ++verdict_.explained;
                if (!implied(*words_, proven_, *line)) return not_implied;
                proven_.add_passing(line->literals);
                return {};
            case ClauseLine::Kind::learnt:
                ++verdict_.learnt;
                if (!proven_.follows(line->literals)) return not_following;
                proven_.add(line->literals);
                proven_.forget_passing();
                return {};
        }
        return unreadable;
    }

    Text add_posted(const ClauseLine& line) {
        ++verdict_.posted;
        // Asked first: that an objective is settled must be noted even where it follows from the constraints.
        if (!asks_for_better(line) && !implied(*words_, proven_, line)) return not_implied;
        proven_.add(line.literals);
        return {};
    }

    [[nodiscard]] const VariableLine* objective(std::size_t index) const {
        const std::int32_t variable = words_->variable_of(Meaning::objective, static_cast<std::int32_t>(index));
        return variable < 0 ? nullptr : &words_->variables()[static_cast<std::size_t>(variable)];
    }

    /// Of each objective's variable, proven so far.
    [[nodiscard]] std::vector<std::int64_t> least_steps() const {
        std::vector<std::int64_t> least;
        for (std::size_t i = 0; i < problem_.data().objectives.size(); ++i)
            least.push_back(objective(i) == nullptr ? INT64_MIN : proven_.least(objective(i)->variable));
        return least;
    }

    /// The values in steps of the variables; nothing where a value is no whole number of steps.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> in_steps(const std::vector<std::int64_t>& values) const {
        std::vector<std::int64_t> steps;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const VariableLine* const variable = objective(i);
            if (variable == nullptr || (values[i] - variable->numbers[2]) % variable->numbers[1] != 0)
                return std::nullopt;
            steps.push_back((values[i] - variable->numbers[2]) / variable->numbers[1]);
        }
        return steps;
    }

    /// A clause that no constraint implies, but that only leaves out schedules that are not wanted.
    bool asks_for_better(const ClauseLine& line) {
        if (line.constraint != Constraint::objective || line.literals.size() != 1) return false;
        const Literal literal = line.literals.front();
        const VariableLine& variable = words_->variables()[static_cast<std::size_t>(literal.variable)];
        if (variable.meaning != Meaning::objective || literal.at_least) return false;
        const auto index = static_cast<std::size_t>(variable.numbers[0]);
        return objective(index) == &variable && descent_.ask(index, literal.value, least_steps());
    }

    Text read_schedule(const Words& words) {
        if (schedule_ || words.size() != static_cast<std::size_t>(problem_.size()) + 1) return unreadable;
        Schedule schedule;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::size_t slash = words[i].find('/');
            std::optional<std::int64_t> start = 0, mode = Schedule::not_chosen;
            if (words[i] != "-") {
                if (slash == std::string_view::npos) return unreadable;
                start = number_of(words[i].substr(0, slash));
                mode = number_of(words[i].substr(slash + 1));
            }
            if (!start || !mode || std::abs(*start) > problem::never) return unreadable;
            const auto modes =
                static_cast<std::int64_t>(problem_.activity(static_cast<std::int32_t>(i) - 1).modes.size());
            if (*mode < Schedule::not_chosen || *mode >= modes) return unreadable;
            schedule.start.push_back(static_cast<Day>(*start));
            schedule.mode.push_back(static_cast<std::int32_t>(*mode));
        }
        if (!problem::check(problem_, schedule).empty())
            return {"the schedule breaks a constraint of the instance", "الجدول يخالف قيداً من قيود المسألة"};
        schedule_ = std::move(schedule);
        return {};
    }

    Text conclude_optimal(const Words& words) {
        std::vector<std::int64_t> values;
        for (std::size_t i = 1; i < words.size(); ++i) values.push_back(number_of(words[i]).value_or(INT64_MIN));
        if (!schedule_ || values != objective_values(problem_, *schedule_))
            return {"these are not the values of the schedule", "ليست هذه قيم الجدول"};
        const bool makespan_first = problem_.data().objectives.front() == Objective::makespan;
        const bool all_better_end_by_then = makespan_first && values.front() <= words_->horizon();
        if (words_->horizon() < problem_.data().horizon && !all_better_end_by_then)
            return {"schedules that end after the horizon were left out", "أُسقطت جداول تنتهي بعد الأفق"};
        const auto steps = in_steps(values);
        if (!steps || !descent_.proves(*steps, least_steps(), proven_.contradictory()))
            return {"that nothing is better has not been proven", "لم يُثبت أنه لا يوجد أفضل"};
        verdict_.claim = Claim::optimal;
        verdict_.objective = std::move(values);
        return {};
    }

    Text conclude_infeasible() {
        if (!descent_.untouched() || words_->horizon() < problem_.data().horizon)
            return {"some schedules were left out", "أُسقطت بعض الجداول"};
        if (!proven_.contradictory()) return {"a contradiction has not been proven", "لم يُثبت التناقض"};
        verdict_.claim = Claim::infeasible;
        return {};
    }

    static constexpr Day longest_horizon = 1'000'000;

    const problem::Problem& problem_;
    Verdict& verdict_;
    std::optional<Vocabulary> words_;
    UnitPropagation proven_;
    Descent descent_;
    std::optional<Schedule> schedule_;
};

}  // namespace

Verdict verify(const problem::Problem& problem, std::string_view certificate) {
    Verdict verdict;
    Verifier verifier(problem, verdict);
    std::int64_t number = 0;
    const auto reject = [&](Text reason) {
        verdict.claim = Claim::none;
        verdict.line = number;
        verdict.reason = std::move(reason);
        return verdict;
    };
    for (std::size_t at = 0; at < certificate.size();) {
        const std::size_t end = std::min(certificate.find('\n', at), certificate.size());
        const std::string_view line = certificate.substr(at, end - at);
        at = end + 1;
        ++number;
        if (number == 1 && line != first_line)
            return reject({"this is not a certificate of a version known here", "ليست هذه شهادة بنسخة معروفة"});
        if (number == 1) continue;
        if (Text wrong = verifier.look_at(line); !wrong.empty()) return reject(std::move(wrong));
    }
    ++number;
    if (!verdict.accepted())
        return reject({"the certificate ends before anything is concluded", "تنتهي الشهادة قبل أن تخلص إلى شيء"});
    return verdict;
}

}  // namespace masar::verify
