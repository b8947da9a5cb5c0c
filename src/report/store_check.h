#pragma once
// What `masar verify` found in a database.
#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::report {

struct StoreCheck {
    std::string database;
    struct Chain {
        std::string plan;
        std::int64_t decisions = 0;
        std::string hash;  ///< of the last decision: who keeps it can see later that none was taken away
    };
    std::vector<Chain> chains;
    std::int64_t texts = 0;  ///< that were compared with their names

    struct Fault {
        std::string what;  ///< "altered", "missing", "unreadable", "text", "damaged"
        std::string plan;
        std::int64_t number = 0;  ///< of the decision; 0 = it is none
        base::Text sentence, hint;
    };
    std::vector<Fault> faults;  ///< the first of each kind: of the file, of decisions, of texts
};

[[nodiscard]] std::string store_check_text(const StoreCheck& check, base::Language language);
[[nodiscard]] std::string store_check_json(const StoreCheck& check);

}  // namespace masar::report
