// Properties of edits, on records in every style that people write.
#include "planfile/comments.h"
#include "planfile/diff_plan.h"
#include "planfile/edit_plan.h"
#include "planfile/edit_round.h"
#include "planfile/merge_text.h"
#include "planfile/record_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace masar::planfile {
namespace {

using Choices = std::vector<std::uint8_t>;

/// Spends a list of choices, so that a failing case shrinks with it; what is left unchosen is the simplest.
class Chooser {
public:
    explicit Chooser(const Choices& choices) : choices_(choices) {}
    int below(int bound) { return at_ < choices_.size() ? choices_[at_++] * bound / 256 : 0; }
    bool chance(int percent) { return below(100) >= 100 - percent; }
    template <class T>
    const T& of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

private:
    const Choices& choices_;
    std::size_t at_ = 0;
};

const std::vector<std::string>& scalars() {
    static const std::vector<std::string> all{
        "3wd",    "15/25/45wd", "A b", "الميثاق", "- dash", "it's", "a: b",      "x, y", "gov-001 SS + 3wd",
        ">= 0.5", "120k USD",   "{",   "\"",      "#",      "no",   "2027-03-01"};
    return all;
}

WrittenValue some_value(Chooser& choose, int depth) {
    const int kind = depth > 0 ? choose.below(10) : 0;
    if (kind < 6) return written_text(choose.of(scalars()));
    WrittenValue value{{}, kind < 8 ? NodeKind::list : NodeKind::map, {}, {}};
    static const std::vector<std::string> keys{"en", "ar", "planners", "x", "FY2027", "2027-06-01..2027-11-30",
                                               "y",  "z"};
    for (int left = choose.below(5); left > 0; --left) {
        WrittenValue entry = some_value(choose, depth - 1);
        if (value.kind == NodeKind::map) entry.key = choose.of(keys);
        if (value.kind == NodeKind::map && value.find(entry.key) != nullptr) continue;
        value.entries.push_back(std::move(entry));
    }
    return value;
}

/// A plan file in some style; remembers nothing.
class StyledText {
public:
    explicit StyledText(Chooser& choose) : choose_(choose) {}

    std::string write() {
        for (const char* heading : {"masar", "sides", "gates", "waivers", "activities", "choices"}) {
            if (std::string_view(heading) != "activities" && choose_.chance(40)) continue;
            lines_between(0);
            write_heading(heading);
        }
        lines_between(0);
        if (choose_.chance(10) && out_.ends_with('\n')) out_.pop_back();
        return out_;
    }

private:
    std::string comment() {
        return "# c" + std::to_string(++comments_) + (choose_.chance(30) ? ", {x}, 'y' - تعليق" : "");
    }
    void lines_between(std::size_t indent) {
        while (choose_.chance(20))
            out_ +=
                choose_.chance(50) ? "\n" : std::string(indent + (choose_.chance(20) ? 2 : 0), ' ') + comment() + "\n";
    }
    void end_line() { out_ += (choose_.chance(20) ? "  " + comment() : "") + "\n"; }

    void write_heading(const std::string& heading) {
        out_ += heading + ":";
        if (heading == "masar") return out_ += " 1", end_line();
        if (heading == "waivers") return write_items();
        if (choose_.chance(15)) return write_flow_map(records(), 2);
        end_line();
        const std::size_t indent = 1 + static_cast<std::size_t>(choose_.below(3));
        for (const std::string& id : records()) write_record(id, indent);
    }
    std::vector<std::string> records() {
        std::vector<std::string> ids{"a"};
        for (const char* id : {"b", "gov-001", "C"})
            if (choose_.chance(60)) ids.emplace_back(id);
        return ids;
    }
    void write_flow_map(const std::vector<std::string>& ids, std::size_t indent) {
        out_ += " {";
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i > 0) out_ += ",", flow_space(indent);
            out_ += ids[i] + ": {";
            write_flow_fields(indent);
            out_ += "}";
        }
        out_ += "}";
        end_line();
    }
    void flow_space(std::size_t indent) {
        if (!choose_.chance(15)) return void(out_ += " ");
        if (choose_.chance(40)) out_ += "  " + comment();
        out_ += "\n" + std::string(indent + 2, ' ');
    }
    std::vector<std::string> fields() {
        std::vector<std::string> names;
        for (const char* name : {"name", "duration", "after", "needs", "avoid", "cost", "steps", "notes"})
            if (choose_.chance(40)) names.emplace_back(name);
        return names;
    }
    void write_flow_fields(std::size_t indent) {
        const auto names = fields();
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i > 0) out_ += ",", flow_space(indent);
            WrittenValue value = some_value(choose_, 2);
            value.key = names[i];
            out_ += flow_entry(value, Shape::unknown());
        }
    }
    void write_record(const std::string& id, std::size_t indent) {
        lines_between(indent);
        out_.append(indent, ' ').append(id) += ":";
        const auto names = fields();
        if (choose_.chance(30) || names.empty()) {
            out_ += " {";
            write_flow_fields(indent);
            out_ += "}";
            return end_line();
        }
        end_line();
        write_block_fields(names, indent + 1 + static_cast<std::size_t>(choose_.below(3)));
    }
    void write_block_fields(const std::vector<std::string>& names, std::size_t indent) {
        for (const std::string& name : names) {
            lines_between(indent);
            write_field(name, some_value(choose_, 2), indent);
        }
    }
    void write_field(const std::string& name, WrittenValue value, std::size_t indent) {
        out_.append(indent, ' ').append(name.empty() ? "-" : key_text(name) + ":");
        value.key.clear();
        const bool block = value.kind != NodeKind::scalar && !value.entries.empty() && choose_.chance(50);
        if (!block) {
            const bool quoted = value.kind == NodeKind::scalar && choose_.chance(20) && value.text != "\"";
            out_ += " " + (quoted ? "\"" + value.text + "\"" : flow_text(value, Shape::unknown()));
            return end_line();
        }
        if (name.empty()) return void(out_ += " " + flow_text(value, Shape::unknown())), end_line();
        end_line();
        const std::size_t deeper =
            indent
            + (value.kind == NodeKind::list && choose_.chance(30) ? 0 : 1 + static_cast<std::size_t>(choose_.below(3)));
        for (WrittenValue& each : value.entries) {
            lines_between(deeper);
            const std::string key = each.key;
            write_field(key, std::move(each), deeper);
        }
    }
    void write_items() {
        end_line();
        for (int left = 1 + choose_.below(3); left > 0; --left) {
            lines_between(2);
            const bool block = choose_.chance(50);
            const std::string rule = "r" + std::to_string(left);
            out_ += block ? "  - rule: " + rule + "\n    activity: a" : "  - {rule: " + rule + ", activity: a}";
            end_line();
        }
    }

    Chooser& choose_;
    std::string out_;
    int comments_ = 0;
};

std::vector<std::string> comments_in(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = text.find("# c"); at != std::string::npos; at = text.find("# c", at + 1))
        all.push_back(text.substr(at, std::min(text.find('\n', at), text.size()) - at));
    std::ranges::sort(all);
    return all;
}

struct Case {
    std::string before;
    std::vector<PlanEdit> edits;
    std::string after;
};

PlanEdit some_edit(Chooser& choose, const PlanText& plan) {
    static const std::vector<std::string> fields{"name",    "duration", "needs.x", "after",
                                                 "name.ar", "cost",     "notes",   "needs.q"};
    static const std::vector<std::string> sections{"activities", "gates", "choices", "sides"};
    PlanEdit edit;
    edit.section = choose.of(sections);
    const auto records = plan.records(edit.section);
    const int kind = choose.below(10);
    if (records.empty() || kind == 0) {
        edit.kind = EditKind::add;
        edit.id = "fresh";
        edit.value = some_value(choose, 2);
        if (edit.value.kind != NodeKind::map) edit.value = {{}, NodeKind::map, {}, {}};
        return edit;
    }
    edit.id = records[static_cast<std::size_t>(choose.below(static_cast<int>(records.size())))].first;
    if (kind == 1) {
        edit.kind = EditKind::remove;
        return edit;
    }
    edit.field = choose.of(fields);
    edit.kind = kind == 2 ? EditKind::unset : EditKind::set;
    if (edit.kind == EditKind::set) edit.value = some_value(choose, 2);
    return edit;
}

/// A text with edits that can be made to it.
Case some_case(const Choices& choices, int most_edits) {
    Chooser choose(choices);
    Case made;
    std::vector<PlanEdit> edits;
    const int count = 1 + choose.below(most_edits);
    made.before = StyledText(choose).write();
    const PlanText plan({{"plan.yaml", made.before, {}}});
    RC_PRE(!plan.broken());
    for (int i = 0; i < count; ++i) {
        const PlanEdit edit = some_edit(choose, plan);
        const bool again = std::ranges::any_of(made.edits, [&](const PlanEdit& each) {
            return each.section == edit.section && folded_id(each.id) == folded_id(edit.id);
        });
        if (!again) made.edits.push_back(edit);
    }
    const EditedFiles files = edit_plan(plan.texts(), made.edits);
    if (!files) {
        // A part of what has no parts is refused; nothing else is.
        RC_LOG() << made.before << "----\n" << files.error().error.message.en << "\n";
        RC_ASSERT(files.error().error.message.en.find("has no parts") != std::string::npos);
        RC_DISCARD("refused");
    }
    made.after = files->front().text;
    RC_LOG() << made.before << "=====>\n" << made.after;
    return made;
}

Choices some_choices() { return *rc::gen::container<Choices>(300, rc::gen::arbitrary<std::uint8_t>()); }

const PlanEdit* edit_of(const Case& made, const plan::Difference& difference) {
    const auto found = std::ranges::find_if(made.edits, [&](const PlanEdit& each) {
        return each.section == difference.section && folded_id(each.id) == folded_id(difference.id);
    });
    return found == made.edits.end() ? nullptr : &*found;
}

/// Whether one names a part of the other.
bool same_branch(const std::string& field, const std::string& other) {
    return (field + ".").starts_with(other + ".") || (other + ".").starts_with(field + ".");
}

RC_GTEST_PROP(EditPlanProperty, OnlyWhatIsEditedDiffers, ()) {
    const Case made = some_case(some_choices(), 4);
    const PlanText before({{"plan.yaml", made.before, {}}}), after({{"plan.yaml", made.after, {}}});
    for (const plan::Difference& each : differences(before.trees(), after.trees())) {
        const PlanEdit* edit = edit_of(made, each);
        RC_ASSERT(edit != nullptr);
        const bool field = edit->kind == EditKind::set || edit->kind == EditKind::unset;
        const std::string whole = edit->field.substr(0, edit->field.find('.'));
        if (field) RC_ASSERT(same_branch(each.field, whole));
    }
}

RC_GTEST_PROP(EditPlanProperty, TheTextThenSaysWhatWasAskedFor, ()) {
    const Case made = some_case(some_choices(), 4);
    const PlanText before({{"plan.yaml", made.before, {}}}), after({{"plan.yaml", made.after, {}}});
    for (const PlanEdit& edit : made.edits) {
        const auto record = record_text(after, edit.section, edit.id);
        RC_ASSERT(record.has_value() == (edit.kind != EditKind::remove));
        if (!record) continue;
        WrittenValue expected = edit.value;
        if (edit.kind != EditKind::add) expected = record_text(before, edit.section, edit.id)->fields;
        if (edit.kind == EditKind::set) set_field(expected, field_path(edit.field), edit.value);
        if (edit.kind == EditKind::unset) unset_field(expected, field_path(edit.field));
        RC_ASSERT(says_the_same(record->fields, expected));
    }
}

RC_GTEST_PROP(EditPlanProperty, CommentsStayUnlessTheyBelongToWhatGoes, ()) {
    const Case made = some_case(some_choices(), 4);
    const auto before = comments_in(made.before), after = comments_in(made.after);
    RC_ASSERT(std::ranges::includes(before, after));
    const bool something_goes = std::ranges::any_of(made.edits, [](const PlanEdit& each) {
        // A shorter list or map loses entries, too.
        return each.kind == EditKind::unset || each.kind == EditKind::remove || each.value.kind != NodeKind::scalar;
    });
    if (!something_goes) RC_ASSERT(before == after);
}

RC_GTEST_PROP(EditPlanProperty, AnEditTakenBackGivesTheExactBytes, ()) {
    const Case made = some_case(some_choices(), 4);
    RC_ASSERT(merged_text(made.after, made.before, made.after) == made.before);
    // A single value set to something else and back.
    const PlanEdit& first = made.edits.front();
    if (made.edits.size() > 1 || first.kind != EditKind::set || first.value.kind != NodeKind::scalar) return;
    const PlanText before({{"plan.yaml", made.before, {}}});
    WrittenValue old = record_text(before, first.section, first.id)->fields;
    for (const std::string& part : field_path(first.field)) {
        const WrittenValue* below = old.find(part);
        if (below == nullptr) return;
        old = WrittenValue(*below);
    }
    if (old.kind != NodeKind::scalar) return;
    PlanEdit back = first;
    back.value = written_text(old.text);
    const EditedFiles again = edit_plan({{"plan.yaml", made.after, {}}}, {back});
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->front().text == made.before);
}

}  // namespace
}  // namespace masar::planfile
