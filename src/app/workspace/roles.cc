#include "app/workspace/roles.h"

#include <algorithm>

namespace masar::app {
namespace {

struct RoleWords {
    Role role;
    std::string_view word, en, ar;
};

constexpr std::array<RoleWords, role_count> all_words{{
    {Role::planner, "planner", "planner", "مخطِّط"},
    {Role::lead, "lead", "lead", "مسؤول"},
    {Role::legal, "legal", "legal adviser", "مستشار قانوني"},
    {Role::disclosure, "disclosure", "disclosure officer", "ضابط إفراج"},
    {Role::finance, "finance", "finance officer", "مسؤول مالي"},
    {Role::assessor, "assessor", "assessor", "مقيِّم"},
    {Role::approver, "approver", "approver", "صاحب الاعتماد"},
    {Role::auditor, "auditor", "auditor", "مدقق"},
    {Role::administrator, "administrator", "administrator", "مدير الحسابات"},
}};

}  // namespace

std::string_view word_of(Role role) { return std::ranges::find(all_words, role, &RoleWords::role)->word; }

std::optional<Role> role_of(std::string_view word) {
    const auto* found = std::ranges::find(all_words, word, &RoleWords::word);
    return found == all_words.end() ? std::nullopt : std::optional(found->role);
}

base::Text name_of(Role role) {
    const RoleWords& words = *std::ranges::find(all_words, role, &RoleWords::role);
    return {std::string(words.en), std::string(words.ar)};
}

std::vector<Role> listed(Roles roles) {
    std::vector<Role> out;
    for (const RoleWords& each : all_words)
        if (roles.has(each.role)) out.push_back(each.role);
    return out;
}

std::string words_of(Roles roles) {
    std::string out;
    for (const Role role : listed(roles)) {
        if (!out.empty()) out += ' ';
        out += word_of(role);
    }
    return out;
}

Roles roles_of(std::string_view words) {
    Roles roles;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (const auto role = role_of(words.substr(0, end))) roles.add(*role);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return roles;
}

Roles all_roles() {
    Roles roles;
    for (const RoleWords& each : all_words) roles.add(each.role);
    return roles;
}

}  // namespace masar::app
