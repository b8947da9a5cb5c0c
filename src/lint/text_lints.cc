#include "lint/text_lints.h"

#include "base/arabic.h"
#include "lint/every_text.h"
#include "lint/lint_report.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace masar::lint {
namespace {

bool reviewed(const std::optional<plan::Review>& review) {
    return review && review->state == plan::TextState::reviewed;
}

/// Names of one kind that only marks, spaces or letter forms tell apart, in one language.
template <class Records>
void add_equal(Offenders& out, const Records& records, base::Language language) {
    std::map<std::string, const plan::Record*> first;
    for (const plan::Record& record : records) {
        const std::string& name = language == base::Language::ar ? record.name.ar : record.name.en;
        if (name.empty()) continue;
        const auto [it, fresh] = first.try_emplace(base::normalised_for_search(name), &record);
        if (fresh) continue;
        const base::Place place = language == base::Language::ar ? record.name.ar_place : record.name.en_place;
        out.push_back({record.id,
                       place.known() ? place : record.place,
                       {"reads like " + it->second->id, "يُقرأ مثل " + it->second->id}});
    }
}

template <class Records>
void add_equal_in_both(Offenders& out, const Records& records) {
    Offenders found;
    add_equal(found, records, base::Language::en);
    add_equal(found, records, base::Language::ar);
    std::set<std::string> said;
    for (Offender& each : found)
        if (said.insert(each.id).second) out.push_back(std::move(each));
}

}  // namespace

void stale_texts(const Subject& subject, Report& report) {
    Offenders out;
    for_every_text(subject.plan, [&](const plan::Record* record, const plan::NamedText& text) {
        const auto stale = plan::stale_language(text);
        if (!stale) return;
        const bool arabic = *stale == base::Language::ar;
        const plan::Review& review = arabic ? *text.reviews->ar : *text.reviews->en;
        const std::string fingerprint = plan::fingerprint(arabic ? text.en : text.ar);
        out.push_back(
            {record ? record->id : "title",
             review.place.known() ? review.place : text.en_place,
             {fmt::format("{} is stale; once confirmed write `of: {}`", arabic ? "Arabic" : "English", fingerprint),
              fmt::format("النص {} متقادم، وبعد تأكيده اكتب `of: {}`", arabic ? "العربي" : "الإنجليزي", fingerprint)}});
    });
    report.list(out,
                {"texts edited in one language after the other was reviewed", "نصوص عُدّلت في لغة بعد مراجعة الأخرى"},
                {"a stale text cannot be approved: confirm it and record the review anew",
                 "لا يُعتمد نص متقادم: أكّده وسجّل المراجعة من جديد"});
}

void unreviewed_texts(const Subject& subject, Report& report) {
    std::size_t total = 0, open = 0;
    for_every_text(subject.plan, [&](const plan::Record*, const plan::NamedText& text) {
        ++total;
        // One text is the original: reviewing the other against it is enough.
        const bool done = text.reviews && (reviewed(text.reviews->ar) || reviewed(text.reviews->en));
        if (!done) ++open;
    });
    if (open == 0 || open == total) return;  // a draft without any review is not told so a hundred times, nor once
    report.add(
        {.place = subject.plan.title.en_place,
         .record = {},
         .message = {fmt::format("{} of {} texts are not reviewed", open, total),
                     fmt::format("{} من {} نصاً لم يُراجع", open, total)},
         .hint = {"record a review with `ar-review` or `en-review`", "سجّل المراجعة بـ `ar-review` أو `en-review`"},
         .related = {}});
}

void equal_names(const Subject& subject, Report& report) {
    const plan::Plan& plan = subject.plan;
    Offenders out;
    add_equal_in_both(out, plan.organisations);
    add_equal_in_both(out, plan.objectives);
    add_equal_in_both(out, plan.outcomes);
    add_equal_in_both(out, plan.outputs);
    add_equal_in_both(out, plan.gates);
    add_equal_in_both(out, plan.resources);
    add_equal_in_both(out, plan.funds);
    add_equal_in_both(out, plan.indicators);
    add_equal_in_both(out, plan.activities);
    report.list(out, {"names that cannot be told apart", "أسماء لا يمكن التمييز بينها"},
                {"say what differs", "بيّن وجه الاختلاف"});
}

void divergences(const Subject& subject, Report& report) {
    for (const plan::Commitment& phrase : subject.plan.commitments) {
        if (!phrase.divergence) continue;
        Offenders cited;
        for (const plan::Objective& objective : subject.plan.objectives)
            for (const auto& each : objective.commitments)
                if (at(subject.plan.commitments, each.value) == &phrase)
                    cited.push_back({objective.id, each.place, {"cites it", "يستند إليها"}});
        Finding finding{
            .place = phrase.divergence->en_place.known() ? phrase.divergence->en_place : phrase.place,
            .record = phrase.id,
            .message = {fmt::format("the two texts of {} differ: {}", phrase.id,
                                    phrase.divergence->in(base::Language::en)),
                        fmt::format("نصّا {} مختلفان: {}", phrase.id, phrase.divergence->in(base::Language::ar))},
            .hint = {},
            .related = {}};
        for (const Offender& each : cited)
            finding.related.push_back({each.place, {each.id + " cites it", each.id + " يستند إليها"}});
        report.add(std::move(finding));
    }
}

}  // namespace masar::lint
