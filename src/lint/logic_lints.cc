#include "lint/logic_lints.h"

#include "lint/lint_report.h"

#include <algorithm>

namespace masar::lint {
namespace {

/// What stands behind each output, outcome and objective.
struct Support {
    int active = 0;   ///< activities that are mandatory or chosen
    int options = 0;  ///< activities that may be chosen
};

struct Chain {
    std::vector<Support> outputs, outcomes, objectives;
};

Chain follow(const Subject& subject) {
    const plan::Plan& plan = subject.plan;
    Chain chain;
    chain.outputs.resize(plan.outputs.size());
    chain.outcomes.resize(plan.outcomes.size());
    chain.objectives.resize(plan.objectives.size());
    const auto count = [](Support& support, bool active) { ++(active ? support.active : support.options); };
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::Activity& activity = plan.activities[i];
        if (activity.progress.status == plan::Status::cancelled) continue;
        for (const auto& produced : activity.produces) {
            const plan::Output* output = at(plan.outputs, produced.value);
            if (!output) continue;
            count(chain.outputs[produced.value.at()], subject.is_active[i]);
            const plan::Outcome* outcome = at(plan.outcomes, output->outcome.value);
            if (!outcome) continue;
            count(chain.outcomes[output->outcome.value.at()], subject.is_active[i]);
            if (at(plan.objectives, outcome->objective.value))
                count(chain.objectives[outcome->objective.value.at()], subject.is_active[i]);
        }
    }
    return chain;
}

/// What covers each phrase: the support of the objectives that cite it, and whether any does.
struct Cover {
    Support support;
    std::vector<std::string> objectives;
};

std::vector<Cover> covers_of(const Subject& subject) {
    const plan::Plan& plan = subject.plan;
    const Chain chain = follow(subject);
    std::vector<Cover> covers(plan.commitments.size());
    for (std::size_t i = 0; i < plan.objectives.size(); ++i) {
        for (const auto& cited : plan.objectives[i].commitments) {
            if (!at(plan.commitments, cited.value)) continue;
            Cover& cover = covers[cited.value.at()];
            cover.support.active += chain.objectives[i].active;
            cover.support.options += chain.objectives[i].options;
            cover.objectives.push_back(plan.objectives[i].id);
        }
    }
    return covers;
}

template <class Records, class Test>
Offenders select(const Records& records, Test test) {
    Offenders out;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (test(i)) out.push_back(offender(records[i]));
    return out;
}

}  // namespace

void orphan_activity(const Subject& subject, Report& report) {
    if (subject.plan.outputs.empty()) return;  // a plan without a logic model is told so by L07 and L09
    const auto orphan = [&](std::size_t i) {
        return subject.is_active[i] && subject.plan.activities[i].produces.empty();
    };
    report.list(select(subject.plan.activities, orphan), {"activities that produce no output", "أنشطة لا تنتج أي مُخرج"},
                {"produces: [output]", "produces: [مُخرج]"});
}

void output_without_outcome(const Subject& subject, Report& report) {
    const auto loose = [&](std::size_t i) { return !subject.plan.outputs[i].outcome.value.known(); };
    report.list(select(subject.plan.outputs, loose), {"outputs that lead to no outcome", "مُخرجات لا تفضي إلى نتيجة"},
                {"outcome: …", "outcome: …"});
}

void outcome_without_objective(const Subject& subject, Report& report) {
    const auto loose = [&](std::size_t i) { return !subject.plan.outcomes[i].objective.value.known(); };
    report.list(select(subject.plan.outcomes, loose), {"outcomes that serve no objective", "نتائج لا تخدم أي هدف"},
                {"objective: …", "objective: …"});
}

void output_nobody_makes(const Subject& subject, Report& report) {
    const Chain chain = follow(subject);
    const auto empty = [&](std::size_t i) { return chain.outputs[i].active + chain.outputs[i].options == 0; };
    report.list(select(subject.plan.outputs, empty), {"outputs that no activity produces", "مُخرجات لا ينتجها أي نشاط"},
                {"name them in `produces`, or remove them", "اذكرها في `produces` أو احذفها"});
}

void outcome_without_output(const Subject& subject, Report& report) {
    std::vector<bool> fed(subject.plan.outcomes.size());
    for (const plan::Output& output : subject.plan.outputs)
        if (at(subject.plan.outcomes, output.outcome.value)) fed[output.outcome.value.at()] = true;
    const auto unfed = [&](std::size_t i) { return !fed[i]; };
    report.list(select(subject.plan.outcomes, unfed),
                {"outcomes that no output leads to", "نتائج لا يفضي إليها أي مُخرج"},
                {"say what brings them about", "بيّن ما يحققها"});
}

void outcome_without_indicator(const Subject& subject, Report& report) {
    const auto blind = [&](std::size_t i) { return subject.plan.outcomes[i].indicators.empty(); };
    report.list(select(subject.plan.outcomes, blind), {"outcomes without an indicator", "نتائج بلا مؤشر"},
                {"indicators: […]", "indicators: […]"});
}

void objective_without_work(const Subject& subject, Report& report) {
    const Chain chain = follow(subject);
    const auto idle = [&](std::size_t i) { return chain.objectives[i].active == 0; };
    report.list(select(subject.plan.objectives, idle),
                {"objectives that no mandatory or chosen activity serves", "أهداف لا يخدمها نشاط إلزامي أو مختار"},
                {"lead an activity to them by `produces`, `outcome` and `objective`",
                 "اربط بها نشاطاً عبر `produces` و `outcome` و `objective`"});
}

void objective_without_phrase(const Subject& subject, Report& report) {
    if (subject.plan.commitments.empty()) return;
    const auto silent = [&](std::size_t i) { return subject.plan.objectives[i].commitments.empty(); };
    report.list(
        select(subject.plan.objectives, silent),
        {"objectives that cite no phrase of the letter of intent", "أهداف لا تستند إلى أي عبارة من خطاب النوايا"},
        {"commitments: […]", "commitments: […]"});
}

void phrase_uncovered(const Subject& subject, Report& report) {
    const std::vector<Cover> covers = covers_of(subject);
    Offenders out;
    for (std::size_t i = 0; i < covers.size(); ++i) {
        const plan::Commitment& phrase = subject.plan.commitments[i];
        if (phrase.context_only || covers[i].support.active + covers[i].support.options > 0) continue;
        const auto& objectives = covers[i].objectives;
        out.push_back(offender(phrase, objectives.empty()
                                           ? base::Text{"no objective cites it", "لا يستند إليها أي هدف"}
                                           : base::Text{objectives.front() + " cites it and has no activity",
                                                        "يستند إليها " + objectives.front() + " وليس له نشاط"}));
    }
    report.list(out, {"phrases of the letter of intent that nothing covers", "عبارات من خطاب النوايا لا يغطيها شيء"},
                {"cite them in an objective that has activities, or mark them `context: true`",
                 "اجعل هدفاً له أنشطة يستند إليها أو علّمها بـ `context: true`"});
}

void phrase_only_optional(const Subject& subject, Report& report) {
    const std::vector<Cover> covers = covers_of(subject);
    const auto weak = [&](std::size_t i) {
        return !subject.plan.commitments[i].context_only && covers[i].support.active == 0
               && covers[i].support.options > 0;
    };
    report.list(
        select(subject.plan.commitments, weak),
        {"phrases covered only by optional activities", "عبارات لا تغطيها إلا أنشطة اختيارية"},
        {"choose one of them, or plan an activity that is not optional", "اختر أحدها أو خطط لنشاط غير اختياري"});
}

void not_smart(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    for (const plan::Objective& objective : plan.objectives) {
        base::Text lacks;
        const auto lack = [&](std::string_view en, std::string_view ar) {
            lacks.en += (lacks.en.empty() ? "" : ", ") + std::string(en);
            lacks.ar += (lacks.ar.empty() ? "" : "، ") + std::string(ar);
        };
        if (objective.name.empty()) lack("not specific: no text", "غير محدد: بلا نص");
        if (objective.indicators.empty()) lack("not measurable: no indicator", "غير قابل للقياس: بلا مؤشر");
        const auto aimed = [&](const auto& each) {
            const plan::Indicator* indicator = at(plan.indicators, each.value);
            return indicator
                   && std::any_of(indicator->targets.begin(), indicator->targets.end(),
                                  [](const auto& target) { return target.value.has_value(); });
        };
        if (!objective.indicators.empty()
            && std::none_of(objective.indicators.begin(), objective.indicators.end(), aimed))
            lack("not achievable as far as one can tell: no target", "لا يُعرف إن كان قابلاً للتحقيق: بلا قيمة مستهدفة");
        if (!objective.line.value.known()) lack("not relevant to a line of effort", "غير مرتبط بمحور عمل");
        if (!objective.due) lack("not time-bound: no due date", "غير محدد زمنياً: بلا موعد");
        if (!lacks.empty()) out.push_back(offender(objective, lacks));
    }
    report.list(out, {"objectives that are not SMART", "أهداف غير ذكية"},
                {"specific, measurable, achievable, relevant, time-bound",
                 "محدد وقابل للقياس وقابل للتحقيق وذو صلة ومحدد زمنياً"});
}

void implications_in_circle(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    std::vector<std::vector<std::size_t>> implied(plan.activities.size());
    for (const plan::ChoiceGroup& group : plan.choices) {
        if (group.kind != plan::ChoiceGroup::Kind::implies || group.members.empty()) continue;
        if (!at(plan.activities, group.members.front().value)) continue;
        for (std::size_t i = 1; i < group.members.size(); ++i)
            if (at(plan.activities, group.members[i].value))
                implied[group.members.front().value.at()].push_back(group.members[i].value.at());
    }
    const auto returns = [&](std::size_t start) {
        std::vector<bool> seen(plan.activities.size());
        std::vector<std::size_t> open{start};
        while (!open.empty()) {
            const std::size_t from = open.back();
            open.pop_back();
            for (const std::size_t to : implied[from]) {
                if (to == start) return true;
                if (!seen[to]) open.push_back(to);
                seen[to] = true;
            }
        }
        return false;
    };
    const auto in_circle = [&](std::size_t i) { return !implied[i].empty() && returns(i); };
    report.list(
        select(plan.activities, in_circle),
        {"options that imply each other in a circle", "خيارات يستلزم بعضها بعضاً في حلقة"},
        {"they are one option: `exactly` or one activity says it better", "هي خيار واحد، والأوضح أن تكون نشاطاً واحداً"});
}

}  // namespace masar::lint
