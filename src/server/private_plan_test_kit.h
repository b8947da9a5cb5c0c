#pragma once
// For tests: a roadmap of two sides of which the UAE keeps much to itself: whole records, and single fields of shared ones. Every private
// text holds the word "canary".
#include "app/workspace/roadmaps.h"
#include "report/json_schedule.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace masar::server {

/// What the UAE alone knows; the dates of the others do not hang on it.
struct PrivateValues {
    int money = 100;      ///< thousands
    int days = 3;         ///< of its own activities
    int own_records = 1;  ///< how many activities and risks of its own
    std::string word = "canary-a";
};

inline const std::string shared_text = R"(masar: 1
title: {en: Two sides, ar: جانبان}
start: 2027-01-04
end: 2028-12-31
sides:
  uae: {name: {en: UAE, ar: الإمارات}, calendar: week, fiscal-year: january, currency: AED}
  usa: {name: {en: US, ar: الولايات المتحدة}, calendar: week, fiscal-year: october, currency: USD}
organisations:
  ae-mod: {side: uae}
  us-dod: {side: usa}
calendars:
  week: {works: [mon, tue, wed, thu, fri]}
rates:
  - {from: USD, to: AED, rate: 3.6725}
lines-of-effort:
  l1: {name: {en: Line, ar: محور}}
phases:
  p1: {period: 2027-01-01..2028-12-31}
resources:
  planners: {owner: [uae, usa], capacity: 6, unit: person}
funds:
  us-gen: {owner: usa, release: [uae, usa], ceiling: {FY2027: 500k USD}}
  ae-gen: {owner: uae, release: [uae, usa], release-fields: {ceiling: uae, closes: uae}, ceiling: {2027: MONEYk USD}, closes: 2028-12-DATE}
approvals:
  disclosure: {name: {en: Disclosure, ar: الإفصاح}, steps: [{name: {en: Review, ar: مراجعة}, lead: 20ed}]}
indicators:
  skill: {name: {en: Skill, ar: المهارة}, baseline: 0.3 on 2027-01-04, unit: ratio, better: up, half-life: 11mo, targets: {2027: 0.5}}
gates:
  ready: {name: {en: Ready, ar: الجاهزية}, closes: p1, by: 2027-12-31, requires: [course, exercise], when: {skill: ">= 0.5"}}
activities:
  course:
    name: {en: Course, ar: دورة}
    line: l1
    phase: p1
    lead: us-dod
    duration: 8/10/15wd
    needs: {planners: 3}
    cost: 120k USD
    shares: {us-gen: 50%, ae-gen: 50%}
    approvals: disclosure
    effects: {skill: +0.2}
  exercise:
    name: {en: Exercise, ar: تمرين}
    line: l1
    phase: p1
    lead: ae-mod
    duration: 5/10/20wd
    after: [course]
    needs: {planners: 4}
    cost: MONEYk USD
    shares: {us-gen: 40%, ae-gen: 60%}
    notes: WORD
    source: WORD
    done-when: {en: WORD, ar: WORD}
    documents: [{title: {en: WORD, ar: WORD}, number: WORD, link: "https://example.org/WORD"}]
    release-fields: {documents: uae, cost: uae, notes: uae, shares: uae, done-when: uae, source: uae}
    effects: {skill: +0.2}
  drill:
    name: {en: Drill, ar: تدريب}
    line: l1
    phase: p1
    lead: us-dod
    duration: 5wd
    after: [course]
    cost: 40k USD
    shares: {us-gen: 100%}
    optional: true
    effects: {skill: +0.2}
)";

inline const std::string own_text = R"(ceilings:
  uae: {2027: MONEYk USD}
organisations:
  office-WORD: {name: {en: WORD, ar: WORD}, side: uae, source: WORD}
resources:
  cell: {name: {en: WORD, ar: WORD}, capacity: DAYS, source: WORD}
funds:
  reserve: {name: {en: WORD, ar: WORD}, ceiling: {2027: MONEYk USD}}
approvals:
  own-WORD: {name: {en: WORD, ar: WORD}, steps: [{name: {en: WORD, ar: WORD}, lead: DAYSed}]}
)";

inline app::PlanFiles private_plan(const PrivateValues& values) {
    std::string risks = "risks:\n", activities = "activities:\n";
    for (int i = 0; i < values.own_records; ++i) {
        risks += "  r" + std::to_string(i)
                 + "-WORD: {name: {en: WORD, ar: WORD}, probability: DAYS%, severity: critical, days: DAYSwd, source: WORD, "
                   "touches: [course, exercise]}\n";
        activities += "  h" + std::to_string(i)
                      + "-WORD: {name: {en: WORD, ar: WORD}, line: l1, lead: ae-mod, duration: DAYSwd, after: [course], "
                        "needs: {cell: 1}, cost: MONEYk USD, shares: {reserve: 100%}, notes: WORD, "
                        "done-when: {en: WORD, ar: WORD}, approvals: own-WORD, effects: {skill: +0.1}}\n";
    }
    const auto filled = [&](std::string text) {
        const std::pair<std::string_view, std::string> values_of[] = {{"MONEY", std::to_string(values.money)},
                                                                      {"DATE", fmt::format("{:02}", values.days)},
                                                                      {"DAYS", std::to_string(values.days)},
                                                                      {"WORD", values.word}};
        for (const auto& [what, by] : values_of)
            for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
                text.replace(at, what.size(), by);
        return text;
    };
    app::PlanFiles files{{"plan.yaml", filled(shared_text)},
                         {"sides/uae/own.yaml", filled(own_text + risks + activities)},
                         {"sides/usa/own.yaml", "ceilings:\n  usa: {FY2027: 900k USD}\n"}};
    // Among the shared files, and yet the other side reads nothing of it.
    if (values.own_records > 1)
        files["more.yaml"] = filled("funds:\n  uae-WORD: {owner: uae, release: uae, ceiling: {2027: MONEYk USD}}\n");
    return files;
}

/// At its earliest dates, which are the same whatever one side keeps to itself.
inline app::Origin private_origin(const PrivateValues& values) {
    const app::SnapshotPtr undated = app::Snapshot::make(private_plan(values), {});
    for (const auto& each : undated->loaded().diagnostics)
        EXPECT_NE(each.severity, base::Severity::error) << each.message.en;
    return {undated->files(), undated->earliest() ? report::schedule_json(undated->plan(), *undated->earliest()) : ""};
}

}  // namespace masar::server
