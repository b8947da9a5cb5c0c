#pragma once
// What people may do for their side.
#include "base/text.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

enum class Role : unsigned char {
    planner,
    lead,
    legal,
    disclosure,
    finance,
    assessor,
    approver,
    auditor,
    administrator
};
inline constexpr std::size_t role_count = 9;

class Roles {
public:
    Roles() = default;
    Roles(std::initializer_list<Role> roles) {
        for (const Role role : roles) add(role);
    }
    void add(Role role) { bits_ |= bit(role); }
    [[nodiscard]] bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    [[nodiscard]] bool any_of(Roles others) const { return (bits_ & others.bits_) != 0; }
    [[nodiscard]] bool none() const { return bits_ == 0; }
    bool operator==(const Roles&) const = default;

private:
    static unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
    unsigned bits_ = 0;
};

/// "planner", as in the interface and in what is kept.
[[nodiscard]] std::string_view word_of(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view word);
/// As people read it: "planner" / «مخطط».
[[nodiscard]] base::Text name_of(Role role);

/// "planner approver"
[[nodiscard]] std::string words_of(Roles roles);
/// Words that are no roles are left out.
[[nodiscard]] Roles roles_of(std::string_view words);
[[nodiscard]] std::vector<Role> listed(Roles roles);
[[nodiscard]] Roles all_roles();

}  // namespace masar::app
