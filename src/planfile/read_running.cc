#include "planfile/literal_date.h"
#include "planfile/literal_duration.h"
#include "planfile/literal_money.h"
#include "planfile/literal_number.h"
#include "planfile/read_records.h"

#include <algorithm>

namespace masar::planfile {
namespace {

std::vector<plan::Postponement> read_postponements(const Fields& fields) {
    std::vector<plan::Postponement> postponed;
    fields.each_item("postponed", [&](NodeId item) {
        const Fields own(fields.reader(), item, Kind::postponement);
        const auto to = own.literal_at("to", &parse_date);
        if (to) postponed.push_back({own.literal("on", &parse_date), *to, own.text("why")});
    });
    return postponed;
}

std::vector<plan::SentRequest> read_sent(const Fields& fields) {
    const FileReader& reader = fields.reader();
    std::vector<plan::SentRequest> sent;
    const auto add = [&](NodeId entry, plan::ApprovalIndex approval, plan::RuleIndex rule) {
        const auto on = reader.literal(entry, &parse_date);
        if (on && (approval.known() || rule.known()))
            sent.push_back({approval, rule, {*on, reader.tree().place(entry)}});
    };
    fields.each_entry("requested", [&](NodeId entry) {
        add(entry, reader.key_reference<plan::ApprovalIndex>(entry, Kind::approval).value, {});
    });
    fields.each_entry("notified", [&](NodeId entry) {
        add(entry, {}, reader.key_reference<plan::RuleIndex>(entry, Kind::rule).value);
    });
    return sent;
}

/// What the state says and the days say otherwise.
void check_progress(const Fields& fields, const plan::Progress& progress) {
    const FileReader& reader = fields.reader();
    const auto contradiction = [&](std::string_view key, base::Text message, base::Text hint) {
        reader.report(code::progress_contradicts, fields.key_place(key), std::move(message), std::move(hint));
    };
    const bool began = progress.status == plan::Status::started || progress.status == plan::Status::finished;
    if (began && !fields.has("started"))
        contradiction("status", {"what has started has a date on which it did", "لما بدأ تاريخ بدء"},
                      {"add 'started: date'", "أضف «started: تاريخ»"});
    if (progress.status == plan::Status::finished && !fields.has("finished"))
        contradiction("status", {"what is finished has a date on which it was", "لما انتهى تاريخ انتهاء"},
                      {"add 'finished: date'", "أضف «finished: تاريخ»"});
    if (progress.status == plan::Status::planned && fields.has("started"))
        contradiction("started", {"what has only been planned has not started", "ما هو مخطط فقط لم يبدأ"},
                      {"add 'status: started'", "أضف «status: started»"});
    if (progress.status != plan::Status::finished && fields.has("finished"))
        contradiction("finished", {"only what is finished has a finish", "تاريخ الانتهاء لما انتهى فقط"},
                      {"write 'status: finished'", "اكتب «status: finished»"});
    if (progress.status != plan::Status::started && fields.has("remaining"))
        contradiction("remaining",
                      {"only what has started has working days left", "أيام العمل المتبقية لما بدأ ولم ينته"},
                      {"write 'status: started'", "اكتب «status: started»"});
    if (progress.started && progress.finished && *progress.finished < *progress.started)
        reader.report(code::dates_reversed, fields.place("finished"),
                      {"it finished before it started", "انتهى قبل أن يبدأ"});
    if (progress.status != plan::Status::cancelled && fields.has("why"))
        contradiction("why", {"only what is cancelled says why", "سبب الإلغاء لما أُلغي فقط"},
                      {"write 'status: cancelled', or the reason into 'postponed'",
                       "اكتب «status: cancelled»، أو ضع السبب في «postponed»"});
}

}  // namespace

plan::Progress read_progress(const Fields& fields) {
    plan::Progress progress;
    progress.status = fields.word("status", plan::Status::planned);
    progress.started = fields.literal("started", &parse_date);
    progress.finished = fields.literal("finished", &parse_date);
    progress.remaining_working_days = fields.literal("remaining", &parse_remaining);
    for (const std::string_view key : {"remaining", "finished", "started", "status"})
        if (fields.has(key)) progress.place = fields.place(key);
    progress.postponed = read_postponements(fields);
    progress.why = fields.text("why");
    progress.sent = read_sent(fields);
    if (fields.has("criterion-met")) progress.criterion_met = fields.flag("criterion-met");
    check_progress(fields, progress);
    return progress;
}

std::vector<plan::Observation> read_observations(const Fields& fields) {
    std::vector<plan::Observation> observations;
    fields.each_item("observations", [&](NodeId item) {
        const Fields own(fields.reader(), item, Kind::observation);
        const auto on = own.literal_at("on", &parse_date);
        const auto value = own.literal("value", &parse_number);
        if (!on || !value) return;
        observations.push_back({*on, *value, own.word("state", plan::ObservationState::draft), own.words("source"),
                                fields.reader().tree().place(item)});
    });
    std::ranges::stable_sort(observations, {}, [](const plan::Observation& each) { return each.on.value; });
    return observations;
}

void read_posting(const FileReader& reader, NodeId entry) {
    const Fields fields(reader, entry, Kind::posting);
    plan::Posting posting;
    read_common(fields, posting);
    posting.fund = fields.reference<plan::FundIndex>("fund");
    if (!posting.owner.known() && posting.fund.value.known())
        posting.owner = reader.plan().funds[posting.fund.value.at()].owner;
    posting.kind = fields.word("kind", plan::PostingKind::committed);
    posting.on = fields.literal_at("on", &parse_date).value_or(plan::At<calendar::Date>{});
    posting.amount = fields.literal("amount", &parse_money).value_or(base::Money{});
    if (fields.flag("reversal")) posting.amount.minor = -posting.amount.minor;
    posting.activity = fields.reference<plan::ActivityIndex>("activity");
    posting.reference = fields.words("reference");
    reader.plan().postings.push_back(std::move(posting));
}

}  // namespace masar::planfile
