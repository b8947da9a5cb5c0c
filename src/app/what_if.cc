#include "app/what_if.h"

#include "app/changed_plan.h"
#include "app/seen_plan.h"
#include "base/near_name.h"
#include "forecast/outlook.h"
#include "plan/exchange_rates.h"
#include "report/figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace masar::app {
namespace {

using forecast::Tally;
using forecast::Treatment;
using Kind = plan::WhatIf::Kind;

/// One change, as named or as tried by itself.
struct Change {
    Kind kind = Kind::without;
    plan::RiskIndex risk;
    Setting setting;  ///< of Kind::set
    std::string words;
};

base::Error unknown_risk(const plan::Plan& plan, const std::string& id) {
    std::vector<std::string_view> known;
    for (const plan::Risk& risk : plan.risks) known.push_back(risk.id);
    const auto near = base::nearest(id, known);
    return {base::Error::Kind::usage,
            report::fill({"the plan has no risk '{}'", "لا يوجد في الخطة مخاطرة باسم «{}»"}, report::ltr(id)),
            near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near)) : base::Text{}};
}

class Comparison {
public:
    Comparison(const LoadedPlan& loaded, const plan::Timetable& timetable, const WhatIfOptions& options)
        : loaded_(loaded), timetable_(timetable), options_(options) {}

    base::Result<WhatIfs> run() {
        auto changes = named_changes();
        if (!changes) return tl::unexpected(changes.error());
        const bool named = !changes->empty();
        for (const Change& each : *changes)
            if (each.kind == Kind::set && each.setting.activity.known())
                book_options_.drawn.push_back(each.setting.activity);
        book_options_.starts = options_.simulate.starts;
        RiskBookResult made = make_risk_book(loaded_, schedule_of(*loaded_.compiled, timetable_), book_options_);
        WhatIfs answer{{}, std::move(made.diagnostics), std::nullopt, {}, std::nullopt};
        if (!made.book) return answer;
        if (!named) changes = every_change(*made.book);
        auto base = simulate(*made.book, {});
        if (!base) return tl::unexpected(base.error());
        answer.forecast = forecast_of(loaded_, *made.book, *base);
        for (const Change& each : *changes)
            if (auto failed = compare({each}, *made.book, *base, answer)) return tl::unexpected(*std::move(failed));
        if (named && changes->size() > 1) {
            if (auto failed = compare(*changes, *made.book, *base, answer)) return tl::unexpected(*std::move(failed));
            answer.together = std::move(answer.changes.back());
            answer.changes.pop_back();
        }
        return answer;
    }

private:
    [[nodiscard]] base::Result<std::vector<Change>> named_changes() const {
        std::vector<Change> changes;
        const auto add = [&](const std::vector<std::string>& ids, Kind kind,
                             std::string_view flag) -> std::optional<base::Error> {
            for (const std::string& id : ids) {
                const auto risk = risk_named(id, kind);
                if (!risk) return risk.error();
                changes.push_back({kind, *risk, {}, std::string(flag) + " " + id});
            }
            return std::nullopt;
        };
        for (auto failed : {add(options_.without, Kind::without, "--without"),
                            add(options_.mitigated, Kind::mitigated, "--mitigated"),
                            add(options_.unmitigated, Kind::unmitigated, "--unmitigated")})
            if (failed) return tl::unexpected(*std::move(failed));
        for (const std::string& each : options_.set) {
            auto setting = parse_setting(loaded_.plan, each);
            if (!setting) return tl::unexpected(setting.error());
            changes.push_back({Kind::set, {}, *std::move(setting), "--set " + each});
        }
        return changes;
    }

    [[nodiscard]] base::Result<plan::RiskIndex> risk_named(const std::string& id, Kind kind) const {
        const plan::Risk* found = plan::find(loaded_.plan.risks, id);
        if (found == nullptr) return tl::unexpected(unknown_risk(loaded_.plan, id));
        const auto refuse = [&](const base::Text& pattern, base::Text hint) {
            return base::failure(base::Error::Kind::usage, report::fill(pattern, report::ltr(id)), std::move(hint));
        };
        if (!found->quantity)
            return refuse(
                {"the risk '{}' is rated in words and not simulated", "المخاطرة «{}» مقدّرة بالكلمات ولا تُحاكى"},
                {"give it a probability in numbers and an effect", "أعطها احتمالية بالأرقام وأثراً"});
        if (kind != Kind::without && !found->quantity->mitigation)
            return refuse({"the risk '{}' has no mitigation", "ليس للمخاطرة «{}» إجراء تخفيف"},
                          {"write one under 'mitigation'", "اكتب إجراءً تحت «mitigation»"});
        return base::index_of<plan::RiskIndex>(static_cast<std::size_t>(found - loaded_.plan.risks.data()));
    }

    /// Everything worth trying when nothing is named.
    [[nodiscard]] std::vector<Change> every_change(const RiskBook& book) const {
        std::vector<plan::RiskIndex> risks = book.drivers;
        risks.insert(risks.end(), book.events.begin(), book.events.end());
        std::ranges::sort(risks);
        std::vector<Change> changes;
        for (const plan::RiskIndex each : risks) {
            const plan::Risk& risk = loaded_.plan.risks[each.at()];
            changes.push_back({Kind::without, each, {}, "--without " + risk.id});
            const auto& mitigation = risk.quantity->mitigation;
            if (!mitigation) continue;
            const Kind kind = mitigation->planned ? Kind::unmitigated : Kind::mitigated;
            changes.push_back({kind, each, {}, (mitigation->planned ? "--unmitigated " : "--mitigated ") + risk.id});
        }
        return changes;
    }

    [[nodiscard]] static Treatment treatment_of(Kind kind) {
        if (kind == Kind::without) return Treatment::left_out;
        return kind == Kind::mitigated ? Treatment::after : Treatment::before;
    }

    [[nodiscard]] base::Result<Tally> simulate(const RiskBook& book, const std::vector<Change>& changes) const {
        forecast::SimulationOptions options = options_.simulate.simulation;
        options.measures = {false, false, false, true, false};
        if (changes.empty()) options.measures = {};
        options.drivers.assign(book.drivers.size(), Treatment::as_planned);
        options.events.assign(book.events.size(), Treatment::as_planned);
        for (const Change& each : changes) {
            if (each.kind == Kind::set) continue;
            for (std::size_t i = 0; i < book.drivers.size(); ++i)
                if (book.drivers[i] == each.risk) options.drivers[i] = treatment_of(each.kind);
            for (std::size_t i = 0; i < book.events.size(); ++i)
                if (book.events[i] == each.risk) options.events[i] = treatment_of(each.kind);
        }
        return forecast::simulate({book.problem, book.planned, book.model}, options, options_.simulate.run);
    }

    /// Adds what the changes together bring to answer.changes.
    [[nodiscard]] std::optional<base::Error> compare(const std::vector<Change>& changes, const RiskBook& book,
                                                     const Tally& base, WhatIfs& answer) const {
        std::vector<Setting> settings;
        for (const Change& each : changes)
            if (each.kind == Kind::set) settings.push_back(each.setting);
        std::optional<Changed> changed;
        if (!settings.empty()) {
            auto made = changed_by(settings);
            if (!made) return made.error();
            changed = *std::move(made);
        }
        const auto tally = simulate(changed ? changed->book : book, changes);
        if (!tally) return tally.error();
        const auto difference = forecast::compare(base, *tally, options_.probability, 0);
        if (!difference) return difference.error();
        answer.changes.push_back(
            told(changes, *difference, base, {*tally, changed ? changed->gates : loaded_.compiled->gates}));
        return std::nullopt;
    }

    struct Changed {
        RiskBook book;
        std::vector<plan::GateIndex> gates;  ///< by gate of its problem
    };
    [[nodiscard]] base::Result<Changed> changed_by(const std::vector<Setting>& settings) const {
        auto changed = with_settings(loaded_, settings, options_.simulate.schedule.load);
        if (!changed) return tl::unexpected(changed.error());
        const compile::CompiledPlan& compiled = *changed->compiled;
        RiskBookResult made = make_risk_book(*changed, schedule_of(compiled, timetable_), book_options_);
        if (made.book) return Changed{*std::move(made.book), compiled.gates};
        const base::Diagnostic& first = made.diagnostics.front();
        return base::failure(base::Error::Kind::usage, first.message, first.hint);
    }

    struct Counted {
        const Tally& tally;
        const std::vector<plan::GateIndex>& gates;  ///< by Tally::gates
    };
    [[nodiscard]] plan::WhatIf told(const std::vector<Change>& changes, const forecast::PairedDifference& difference,
                                    const Tally& base, const Counted& changed) const {
        plan::WhatIf told;
        for (const Change& each : changes) told.change += (told.change.empty() ? "" : " ") + each.words;
        told.kind = changes.front().kind;
        if (changes.size() == 1) {
            told.risk = changes.front().risk;
            if (told.kind == Kind::set) told.activity = changes.front().setting.activity;
        }
        told.probability = options_.probability;
        told.before = date(forecast::percentile(base.end, options_.probability).day);
        told.after = date(forecast::percentile(changed.tally.end, options_.probability).day);
        told.days = {difference.days, difference.error};
        told.mean_days = difference.mean_days;
        add_gates(base, changed, told);
        add_cost(changes, told);
        return told;
    }

    void add_gates(const Tally& base, const Counted& changed, plan::WhatIf& told) const {
        const auto before = forecast::gate_odds(base), after = forecast::gate_odds(changed.tally);
        for (std::size_t g = 0; g < before.size(); ++g) {
            const plan::GateIndex gate = loaded_.compiled->gates[g];
            const auto found = std::ranges::find(changed.gates, gate);
            if (found == changed.gates.end()) continue;
            const auto now = static_cast<std::size_t>(found - changed.gates.begin());
            plan::GateShift shift{gate, {}, after[now].pass.value - before[g].pass.value};
            const auto was = forecast::percentile(base.gates[g], options_.probability);
            const auto is = forecast::percentile(changed.tally.gates[now], options_.probability);
            if (was.day < problem::never && is.day < problem::never)
                shift.days = {static_cast<double>(was.day - is.day), std::hypot(was.error, is.error)};
            told.gates.push_back(shift);
        }
    }

    [[nodiscard]] std::optional<calendar::Date> date(problem::Day end) const {
        if (end >= problem::never) return std::nullopt;
        return loaded_.compiled->days.date(std::max(0, end - 1));
    }

    /// What the mitigations that are added cost; what is no longer spent is not counted as a gain.
    void add_cost(const std::vector<Change>& changes, plan::WhatIf& told) const {
        for (const Change& each : changes) {
            if (each.kind != Kind::mitigated) continue;
            const auto& mitigation = *loaded_.plan.risks[each.risk.at()].quantity->mitigation;
            if (mitigation.planned || !mitigation.costs) continue;
            const base::Money cost = mitigation.costs->value;
            if (!told.cost) {
                told.cost = cost;
            } else if (const auto same = plan::exchanged(loaded_.plan, cost, told.cost->currency)) {
                told.cost->minor += same->minor;
            }
        }
        if (!told.cost || told.cost->minor == 0) return;
        constexpr double minor_per_thousand = 1000.0 * base::minor_per_unit;
        double days = told.days.value;
        for (const plan::GateShift& each : told.gates)
            if (told.days.value == 0 && std::abs(each.days.value) > std::abs(days)) days = each.days.value;
        told.days_per_thousand = days / (static_cast<double>(told.cost->minor) / minor_per_thousand);
    }

    const LoadedPlan& loaded_;
    const plan::Timetable& timetable_;
    const WhatIfOptions& options_;
    RiskBookOptions book_options_;
};

}  // namespace

base::Result<WhatIfs> what_if(const base::FileDoor& files, std::string_view path, const WhatIfOptions& options) {
    auto seen = load_as_seen(files, path, options.simulate);
    if (!seen) return tl::unexpected(seen.error());
    LoadedPlan& loaded = seen->dated.loaded;
    const auto& timetable = seen->dated.timetable;
    const bool dated = timetable && std::ranges::any_of(timetable->activities, &plan::ActivityDates::chosen);
    base::Result<WhatIfs> answer = WhatIfs();
    if (dated) answer = Comparison(loaded, *timetable, options).run();
    if (!answer) return answer;
    std::ranges::move(loaded.diagnostics, std::back_inserter(answer->diagnostics));
    base::sort_by_place(answer->diagnostics);
    if (answer->forecast) {
        answer->forecast->shown_to = seen->side;
        keep_known_sums(seen->side, *answer->forecast);
    }
    answer->plan = std::move(loaded.plan);
    return answer;
}

}  // namespace masar::app
