#pragma once
// Who acts in whose place, from one day to another. Both are of one side; the day is that of UTC.
#include "app/workspace/manage_accounts.h"

#include <string>

namespace masar::app {

struct NewDeputy {
    std::int64_t account = 0, stands_for = 0;
    Role role = Role::approver;
    std::string first_day, last_day;  ///< "2027-03-01"
};

/// By the one who is stood in for, or an administrator of the side. Refuses who is not of the side, a role that the one stood in for does
/// not have (a deputy cannot pass it on), and a period that ends before it begins or is over.
[[nodiscard]] Outcome<std::int64_t> add_deputy(const AccountDesk& desk, const NewDeputy& deputy);
[[nodiscard]] Outcome<void> end_deputy(const AccountDesk& desk, std::int64_t id);
/// Of the actor's side, newest last.
[[nodiscard]] Outcome<std::vector<store::DeputyRow>> list_deputies(const AccountDesk& desk);

}  // namespace masar::app
