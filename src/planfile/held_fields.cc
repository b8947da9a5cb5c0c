#include "planfile/held_fields.h"

#include "planfile/literal_link.h"

#include <algorithm>
#include <array>
#include <span>

namespace masar::planfile {
namespace {

std::string folded(std::string_view id) {
    std::string text(id);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return text;
}

enum class Held : std::uint8_t { none, part, whole };

/// Fields of a kind that are held back together.
struct FieldGroup {
    Kind kind;
    std::array<std::string_view, 8> fields;
};

/// One of them without the others would contradict what the plan file asks for, or tell what the others are.
constexpr std::array together{
    FieldGroup{Kind::activity, {"status", "started", "finished", "remaining", "why"}},
    FieldGroup{Kind::activity, {"modes", "duration"}},
    FieldGroup{Kind::risk, {"probability", "factor", "days", "cost", "fund", "season", "mitigation"}},
    FieldGroup{Kind::lesson, {"changed", "applied"}},
    FieldGroup{Kind::mitigation, {"costs", "fund", "on"}},
};
/// A part of these would say something that is not so: parts of a whole, a choice among fewer, a calendar of fewer offices.
constexpr std::array indivisible{
    FieldGroup{Kind::activity, {"shares", "payments"}},
    FieldGroup{Kind::calendar, {"all-of"}},
    FieldGroup{Kind::choice, {"of", "then"}},
};
/// Without one of these a record says nothing, besides what the vocabulary requires of its kind.
constexpr std::array indispensable{
    FieldGroup{Kind::period, {"every", "hijri", "on", "listed", "length"}},
    FieldGroup{Kind::choice, {"exactly", "at-most", "of", "when", "then"}},
};
/// Required, and yet the record says something without it.
constexpr std::array dispensable{
    FieldGroup{Kind::resource, {"capacity"}},
    FieldGroup{Kind::approval, {"steps"}},
};
/// Who owns and who reads a record stays with it: it says who may read the rest.
constexpr std::array always{std::string_view("release"), std::string_view("release-fields"),
                            std::string_view("withheld")};

bool is_in(std::span<const FieldGroup> groups, Kind kind, std::string_view field) {
    return std::ranges::any_of(groups, [&](const FieldGroup& group) {
        return group.kind == kind && std::ranges::find(group.fields, field) != group.fields.end();
    });
}

bool says_who(Kind kind, std::string_view field) {
    if (std::ranges::find(always, field) != always.end()) return true;
    return field == "owner" && (kind == Kind::resource || kind == Kind::fund);
}

class Holder {
public:
    Holder(const NodeTree& tree, const GoneRecords& gone, std::vector<bool>& left_out)
        : tree_(tree), gone_(gone), left_out_(left_out) {}

    Held value(NodeId node, const Keyword& keyword, Arrangement arrangement) {
        const NodeKind kind = tree_[node].kind;
        switch (arrangement) {
            case Arrangement::one: return one(node, keyword);
            case Arrangement::list:
                return kind == NodeKind::list ? children(node, keyword, Arrangement::one) : one(node, keyword);
            case Arrangement::map: return children(node, keyword, Arrangement::one);
            case Arrangement::lists: return children(node, keyword, Arrangement::list);
            case Arrangement::table: return children(node, keyword, Arrangement::map);
        }
        return Held::none;
    }

    /// A map with the fixed keys of a kind.
    Held fields(NodeId map, Kind kind) {
        Held all = Held::none;
        if (tree_[map].kind != NodeKind::map) return all;
        for (const NodeId child : tree_.children(map)) {
            const Keyword* keyword = find_keyword(kind, tree_.key(child));
            if (!keyword) continue;
            const Held held = leave_out(child, value(child, *keyword, keyword->arrangement));
            if (held == Held::whole && keyword->presence == Presence::required) return Held::whole;
            if (held != Held::none) all = Held::part;
        }
        for (const FieldGroup& group : together)
            if (group.kind == kind) leave_out_together(map, group);
        return empty(map) ? Held::whole : all;
    }

private:
    void leave_out_together(NodeId map, const FieldGroup& group) {
        const auto in_group = [&](NodeId child) {
            return std::ranges::find(group.fields, tree_.key(child)) != group.fields.end();
        };
        bool any = false;
        for (const NodeId child : tree_.children(map)) any = any || (left_out_[child] && in_group(child));
        for (const NodeId child : tree_.children(map))
            if (any && in_group(child)) left_out_[child] = true;
    }

    Held children(NodeId container, const Keyword& keyword, Arrangement arrangement) {
        Held all = Held::none;
        for (const NodeId child : tree_.children(container)) {
            const bool unknown_key = tree_[child].has_key && keyword.key_form == Form::reference
                                     && gone_.has(keyword.key_kind, tree_.key(child));
            const Held held = leave_out(child, unknown_key ? Held::whole : value(child, keyword, arrangement));
            if (held != Held::none) all = Held::part;
        }
        return all == Held::part && empty(container) ? Held::whole : all;
    }

    Held leave_out(NodeId node, Held held) {
        if (held == Held::whole) left_out_[node] = true;
        return held;
    }
    [[nodiscard]] bool empty(NodeId container) const {
        for (const NodeId child : tree_.children(container))
            if (!left_out_[child]) return false;
        return !tree_.children(container).empty();
    }

    Held one(NodeId node, const Keyword& keyword) {
        if (keyword.form == Form::record) return fields(node, keyword.kind);
        return refers(node, keyword) ? Held::whole : Held::none;
    }

    [[nodiscard]] bool refers(NodeId node, const Keyword& keyword) const {
        const std::string_view text = tree_.text(node);
        switch (keyword.form) {
            case Form::reference: return gone_.has(keyword.kind, text);
            case Form::any_record: return gone_.has(text);
            case Form::dependency: {
                const auto link = parse_dependency(text);
                return link
                       && (gone_.has(Kind::activity, link->predecessor) || gone_.has(Kind::calendar, link->calendar));
            }
            case Form::moment: {
                const auto moment = parse_moment(text);
                return moment && gone_.has(Kind::activity, moment->activity);
            }
            case Form::cost: return any_key(node, Kind::fund);
            default: return false;
        }
    }
    [[nodiscard]] bool any_key(NodeId map, Kind kind) const {
        if (tree_[map].kind != NodeKind::map) return false;
        for (const NodeId child : tree_.children(map))
            if (gone_.has(kind, tree_.key(child))) return true;
        return false;
    }

    const NodeTree& tree_;
    const GoneRecords& gone_;
    std::vector<bool>& left_out_;
};

class RecordHolder {
public:
    RecordHolder(const RecordText& record, const GoneRecords& gone, std::vector<bool>& left_out)
        : record_(record),
          holder_(record.tree, gone, left_out),
          left_out_(left_out),
          vocabulary_(keywords(record.kind)) {}

    HeldFields run() {
        if (record_.tree[record_.node].kind != NodeKind::map) return {{}, true};
        held_.assign(vocabulary_.size(), Held::none);
        for (std::size_t i = 0; i < vocabulary_.size(); ++i) held_[i] = held(vocabulary_[i]);
        keep_before();
        hold_together();
        HeldFields result;
        for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
            if (held_[i] == Held::none) continue;
            result.keys.push_back(vocabulary_[i].name);
            if (held_[i] == Held::whole) leave_out(vocabulary_[i].name);
            result.whole = result.whole || (held_[i] == Held::whole && cannot_miss(vocabulary_[i]));
        }
        trim_release_fields();
        leave_out("withheld");
        return result;
    }

private:
    [[nodiscard]] Held held(const Keyword& keyword) {
        if (says_who(record_.kind, keyword.name)) return Held::none;
        if (!record_.readable(keyword.name)) return Held::whole;
        const NodeId child = record_.tree.find(record_.node, keyword.name);
        if (child == no_node) return Held::none;
        const Held held = holder_.value(child, keyword, keyword.arrangement);
        return held == Held::part && is_in(indivisible, record_.kind, keyword.name) ? Held::whole : held;
    }

    /// What an earlier copy did not hold.
    void keep_before() {
        const NodeId node = record_.tree.find(record_.node, "withheld");
        if (node == no_node) return;
        const auto note = [&](NodeId item) {
            for (std::size_t i = 0; i < vocabulary_.size(); ++i)
                if (vocabulary_[i].name == record_.tree.text(item)) held_[i] = std::max(held_[i], Held::part);
        };
        if (record_.tree[node].kind == NodeKind::scalar) return note(node);
        for (const NodeId item : record_.tree.children(node)) note(item);
    }

    void hold_together() {
        for (const FieldGroup& group : together) {
            if (group.kind != record_.kind) continue;
            const auto in_group = [&](std::size_t i) {
                return std::ranges::find(group.fields, vocabulary_[i].name) != group.fields.end();
            };
            bool any = false;
            for (std::size_t i = 0; i < vocabulary_.size(); ++i) any = any || (in_group(i) && held_[i] == Held::whole);
            for (std::size_t i = 0; any && i < vocabulary_.size(); ++i)
                if (in_group(i)) held_[i] = Held::whole;
        }
    }

    [[nodiscard]] bool cannot_miss(const Keyword& keyword) const {
        if (is_in(dispensable, record_.kind, keyword.name)) return false;
        return keyword.presence == Presence::required || is_in(indispensable, record_.kind, keyword.name);
    }

    /// As often as it is written.
    void leave_out(std::string_view field) {
        for (const NodeId child : record_.tree.children(record_.node))
            if (record_.tree.key(child) == field) left_out_[child] = true;
    }
    void trim_release_fields() {
        const NodeId map = record_.tree.find(record_.node, "release-fields");
        if (map == no_node) return;
        bool any = false;
        for (const NodeId child : record_.tree.children(map)) {
            const bool readable = record_.readable(record_.tree.key(child));
            left_out_[child] = !readable;
            any = any || readable;
        }
        left_out_[map] = !any;
    }

    const RecordText& record_;
    Holder holder_;
    std::vector<bool>& left_out_;
    std::span<const Keyword> vocabulary_;
    std::vector<Held> held_;  ///< by position in the vocabulary
};

}  // namespace

bool GoneRecords::add(Kind kind, std::string_view id) {
    names_.insert(folded(id));
    return ids_.emplace(kind, folded(id)).second;
}
bool GoneRecords::has(Kind kind, std::string_view id) const {
    return !ids_.empty() && ids_.contains({kind, folded(id)});
}
bool GoneRecords::has(std::string_view id) const { return !names_.empty() && names_.contains(folded(id)); }

HeldFields held_fields(const RecordText& record, const GoneRecords& gone, std::vector<bool>& left_out) {
    return RecordHolder(record, gone, left_out).run();
}

bool held_whole(const RecordText& item, const GoneRecords& gone, std::vector<bool>& left_out) {
    const Held held = Holder(item.tree, gone, left_out).fields(item.node, item.kind);
    if (held != Held::part || item.kind != Kind::correlation) return held == Held::whole;
    // A correlation of one with nobody is none; a matrix with holes is not taken apart.
    const NodeId members = item.tree.find(item.node, "of");
    if (members == no_node) return true;
    std::size_t left = 0;
    for (const NodeId child : item.tree.children(members)) left += left_out[child] ? 0 : 1;
    return left < 2;
}

}  // namespace masar::planfile
