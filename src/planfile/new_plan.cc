#include "planfile/new_plan.h"

#include "calendar/date_words.h"
#include "calendar/fiscal_year.h"
#include "planfile/literal_money.h"
#include "planfile/new_plan_words.h"
#include "planfile/phrase.h"
#include "planfile/scalar_text.h"

#include <algorithm>
#include <chrono>

namespace masar::planfile {
namespace {

using calendar::Date;

constexpr std::string_view joint = "joint";  // id of the common calendar
constexpr int longest_plan_years = 20;
constexpr std::size_t most_lines = 30;
constexpr int gate_after_days = 270;
constexpr int pool_spare = 2;
constexpr std::string_view ceiling = "400k";

std::string both(std::string_view en, std::string_view ar) {
    return "{en: " + scalar_text(en) + ", ar: " + scalar_text(ar) + "}";
}
std::string both(const Words& words) { return both(words.en, words.ar); }
std::string both(const base::Text& text) { return both(text.in(base::Language::en), text.in(base::Language::ar)); }

/// Of activity types: "planning-conference" of "Planning conference".
std::string id_of(std::string_view name) {
    std::string id;
    for (const char c : name) id += c == ' ' ? '-' : static_cast<char>(c | ('A' <= c && c <= 'Z' ? 0x20 : 0));
    return id;
}

Date end_of(const NewPlanAnswers& answers) {
    const std::chrono::year_month_day first{answers.start};
    const std::chrono::year_month_day next = first + std::chrono::years(answers.years);
    // 29 February has no anniversary: the plan ends with that month.
    return next.ok() ? std::chrono::sys_days{next} - std::chrono::days{1}
                     : std::chrono::sys_days{next.year() / next.month() / std::chrono::last};
}

calendar::FiscalYear fiscal_year(const NewSide& side) { return {side.fiscal_year_month}; }

class NewPlanText {
public:
    explicit NewPlanText(const NewPlanAnswers& answers)
        : answers_(answers),
          words_(words_of_template(answers.about)),
          line_(answers.lines.empty() ? std::string(words_.line) : "l1"),
          owner_(answers.sides[0]),
          start_(calendar::to_iso(answers.start)),
          end_(end_of(answers)) {}

    std::string write() {
        write_head();
        write_parties();
        write_calendars();
        write_purpose();
        write_gate();
        write_means();
        write_indicator();
        write_activities();
        return std::move(out_);
    }

private:
    template <class... Parts>
    void line(const Parts&... parts) {
        ((out_ += parts), ...);
        out_ += '\n';
    }
    void section(std::string_view name) { line("\n", name, ":"); }

    [[nodiscard]] bool knows_ramadan() const {
        return std::ranges::any_of(answers_.sides,
                                   [](const NewSide& side) { return side.calendar == NewCalendar::uae_federal; });
    }
    [[nodiscard]] static std::string team(const NewSide& side) { return side.id + "-team"; }
    [[nodiscard]] std::string each_side() const {
        return "[" + answers_.sides[0].id + ", " + answers_.sides[1].id + "]";
    }

    void write_head() {
        line(
            "# Figures are placeholders: put in your own, then run `masar check`. — الأرقام مبدئية: ضع أرقامك ثم نفّذ "
            "«masar check».");
        line("masar: 1");
        line("title: ", both(answers_.title));
        line("start: ", start_);
        line("end: ", calendar::to_iso(end_));
        const auto prevails = answers_.authoritative;
        line("authoritative-language: ", prevails ? base::code(*prevails) : "both");
    }

    void write_parties() {
        section("sides");
        for (const NewSide& side : answers_.sides)
            line("  ", side.id, ": {name: ", both(side.name), ", calendar: ", side.id,
                 ", fiscal-year: ", id_of(calendar::month_name(side.fiscal_year_month).en),
                 ", currency: ", side.currency, "}");
        section("organisations");
        for (const NewSide& side : answers_.sides)
            line("  ", team(side), ": {name: ",
                 both(side.name.in(base::Language::en) + ": programme team",
                      side.name.in(base::Language::ar) + ": فريق البرنامج"),
                 ", side: ", side.id, "}");
        section("places");
        line("  online: {name: ", both("By video conference", "عبر الاتصال المرئي"), "}");
        section("activity-types");
        for (const NewActivity& activity : words_.activities)
            line("  ", id_of(activity.type.en), ": {name: ", both(activity.type), "}");
    }

    void write_calendars() {
        section("calendars");
        for (const NewSide& side : answers_.sides) {
            line("  ", side.id, ":");
            out_ += calendar_text(side.calendar);
        }
        line("  ", joint, ": {name: ", both("Days on which both sides work", "الأيام التي يعمل فيها الجانبان"),
             ", all-of: ", each_side(), "}");
        if (!knows_ramadan()) return;
        section("periods");
        line("  ramadan: {name: ", both("Ramadan", "شهر رمضان"), ", hijri: 09, status: estimated}");
    }

    void write_purpose() {
        const std::chrono::year_month_day end{end_};
        const base::Text month = calendar::month_name(unsigned(end.month()));
        const std::string year = std::to_string(int(end.year()));
        section("commitments");
        line("  promise: {name: ", both(words_.commitment), "}");
        write_lines_of_effort();
        section("objectives");
        line("  obj-1:");
        line("    name: ", both(std::string(words_.objective.en) + " by " + std::string(month.en) + " " + year,
                                std::string(words_.objective.ar) + " بحلول " + std::string(month.ar) + " " + year));
        line("    line: ", line_);
        line("    commitments: [promise]");
        line("    indicators: [ind-1]");
        line("    due: ", calendar::to_iso(end_));
        section("outcomes");
        line("  out-1: {name: ", both(words_.outcome), ", objective: obj-1, indicators: [ind-1]}");
        section("outputs");
        line("  prd-1: {name: ", both(words_.output), ", outcome: out-1, indicators: [ind-1]}");
        section("phases");
        line("  p1: {name: ", both("First phase", "المرحلة الأولى"), ", period: ", start_, "..", calendar::to_iso(end_),
             "}");
    }

    void write_lines_of_effort() {
        section("lines-of-effort");
        if (answers_.lines.empty())
            line("  ", line_, ": {name: ", both(words_.line_name), ", lead: programme-director}");
        for (std::size_t i = 0; i < answers_.lines.size(); ++i)
            line("  l", std::to_string(i + 1), ": {name: ", both(answers_.lines[i]), ", lead: programme-director}");
    }

    void write_gate() {
        section("gates");
        line("  gate-1:");
        line("    name: ", both(words_.gate));
        line("    closes: p1");
        line("    by: ", calendar::to_iso(std::min(end_, answers_.start + std::chrono::days{gate_after_days})));
        line("    requires: [", words_.activities.back().id, "]");
        line("    when: {ind-1: \">= ", std::to_string(words_.activities.size()), "\"}");
        line("    approvers: {", answers_.sides[0].id, ": programme-director, ", answers_.sides[1].id,
             ": programme-director}");
        line("    decisions: [proceed, proceed-with-conditions, hold, stop]");
    }

    void write_means() {
        const int most = std::ranges::max(words_.activities, {}, &NewActivity::units).units;
        section("resources");
        line("  ", words_.pool, ": {name: ", both(words_.pool_name), ", owner: ", each_side(),
             ", capacity: ", std::to_string(most + pool_spare), ", unit: person}");
        const calendar::FiscalYear year = fiscal_year(owner_);
        const int first = year.year_of(answers_.start), last = year.year_of(end_);
        section("funds");
        line("  fund-1:");
        line("    name: ", both("Programme budget", "ميزانية البرنامج"));
        line("    owner: ", owner_.id);
        line("    charge: at-start");
        line("    authority: annual budget");
        line("    opens: ", calendar::to_iso(year.days_of(first).first));
        line("    closes: ", calendar::to_iso(year.days_of(last).last));
        out_ += "    ceiling: {";
        for (int each = first; each <= last; ++each) {
            if (each > first) out_ += ", ";
            out_.append(year.label(each)).append(": ").append(ceiling).append(" ") += owner_.currency;
        }
        line("}");
        line("    release: ", each_side());
    }

    void write_indicator() {
        section("indicators");
        line("  ind-1:");
        line("    name: ", both(words_.indicator));
        line("    kind: output");
        line("    unit: count");
        line("    better: up");
        line("    measure: ", words_.measure);
        line("    baseline: 0 on ", start_);
        line("    year-of: ", owner_.id);
        const calendar::FiscalYear year = fiscal_year(owner_);
        line("    targets: {", year.label(year.year_of(end_)), ": ", std::to_string(words_.activities.size()), "}");
    }

    void write_activities() {
        section("activities");
        const NewActivity* previous = nullptr;
        for (const NewActivity& activity : words_.activities) {
            if (previous) line("");
            write_activity(activity, previous);
            previous = &activity;
        }
    }

    void write_activity(const NewActivity& activity, const NewActivity* previous) {
        line("  ", activity.id, ":");
        line("    name: ", both(activity.name));
        line("    line: ", line_);
        line("    phase: p1");
        line("    type: ", id_of(activity.type.en));
        line("    lead: ", team(answers_.sides[0]));
        line("    partners: [", team(answers_.sides[1]), "]");
        line("    produces: [prd-1]");
        line("    duration: ", activity.duration);
        line("    calendar: ", joint);
        line("    place: online");
        if (previous) line("    after: ", previous->id);
        if (knows_ramadan()) line("    avoid: ramadan");
        line("    needs: {", words_.pool, ": ", std::to_string(activity.units), "}");
        line("    cost: ", activity.cost, " ", owner_.currency);
        line("    shares: {fund-1: 100%}");
        line("    effects: {ind-1: +1}");
        line("    done-when: ", both(activity.done_when));
    }

    const NewPlanAnswers& answers_;
    const NewPlanWords& words_;
    std::string line_;      ///< id of the line of effort of everything
    const NewSide& owner_;  ///< of the fund: the side that leads
    std::string start_;
    Date end_;
    std::string out_;
};

std::optional<base::Error> usage(base::Text message, base::Text hint = {}) {
    return base::Error{base::Error::Kind::usage, std::move(message), std::move(hint)};
}

bool is_id(std::string_view id) {
    const auto letter = [](char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); };
    return !id.empty() && letter(id.front())
           && std::ranges::all_of(id, [&](char c) { return letter(c) || ('0' <= c && c <= '9') || c == '-'; });
}

bool same_id(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

std::optional<base::Error> fault_of(const NewSide& side) {
    if (!is_id(side.id))
        return usage(
            phrase("'{}' is not an id of a side", "«{}» ليس معرّفاً لجانب", shortened(side.id)),
            {"write letters, digits and hyphens, a letter first", "اكتب أحرفاً لاتينية وأرقاماً وشرطات تبدأ بحرف"});
    if (same_id(side.id, joint))
        return usage(phrase("'{}' names the common calendar", "«{}» اسم التقويم المشترك", side.id),
                     {"choose another id for the side", "اختر معرّفاً آخر للجانب"});
    if (side.name.empty()) return usage(phrase("side '{}' has no name", "الجانب «{}» بلا اسم", side.id));
    if (side.fiscal_year_month < 1 || side.fiscal_year_month > 12)
        return usage({"a fiscal year begins in month 1 to 12", "تبدأ السنة المالية في شهر من 1 إلى 12"});
    if (const auto currency = parse_currency(side.currency); !currency)
        return usage(currency.error().message, currency.error().hint);
    return std::nullopt;
}

}  // namespace

std::optional<NewPlanTemplate> template_named(std::string_view name) {
    if (name == "blank") return NewPlanTemplate::blank;
    if (name == "partnership-year") return NewPlanTemplate::partnership_year;
    if (name == "exercise") return NewPlanTemplate::exercise;
    if (name == "challenge") return NewPlanTemplate::challenge;
    return std::nullopt;
}

std::optional<NewCalendar> calendar_named(std::string_view name) {
    if (name == "uae") return NewCalendar::uae_federal;
    if (name == "us-federal") return NewCalendar::us_federal;
    if (name == "mon-fri") return NewCalendar::monday_to_friday;
    if (name == "sun-thu") return NewCalendar::sunday_to_thursday;
    return std::nullopt;
}

std::optional<base::Error> fault_of(const NewPlanAnswers& answers) {
    if (answers.title.empty()) return usage({"the plan has no title", "الخطة بلا عنوان"});
    for (const NewSide& side : answers.sides)
        if (auto fault = fault_of(side)) return fault;
    if (same_id(answers.sides[0].id, answers.sides[1].id))
        return usage({"both sides have the same id", "للجانبين المعرّف نفسه"});
    const int first_year = calendar::year_of(answers.start);
    if (first_year < 1950 || first_year > 2150)
        return usage({"the start lies outside 1950–2150", "تاريخ البدء خارج المدى 1950–2150"});
    if (answers.years < 1 || answers.years > longest_plan_years)
        return usage(phrase("a plan lasts 1 to {} years", "مدة الخطة من سنة واحدة إلى {} سنة", longest_plan_years));
    if (answers.lines.size() > most_lines)
        return usage(phrase("a plan has at most {} lines of effort", "محاور العمل {} على الأكثر", most_lines));
    for (const base::Text& line : answers.lines)
        if (line.empty()) return usage({"a line of effort has no name", "أحد محاور العمل بلا اسم"});
    return std::nullopt;
}

std::string new_plan(const NewPlanAnswers& answers) { return NewPlanText(answers).write(); }

}  // namespace masar::planfile
