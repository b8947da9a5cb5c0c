#pragma once
// Numbers with their noun in the right form. English has two forms; Arabic has six (CLDR plural rules of ar).
#include "base/text.h"

#include <cstdint>
#include <string>

namespace masar::report {

/// The forms of one noun. Arabic "one" and "two" carry no figure: "خطأ واحد", "خطآن".
struct CountedNoun {
    std::string en_one, en_many;  ///< "day", "days"
    std::string ar_one,
        ar_two;  ///< "خطأ واحد", "خطآن"; of days and periods in the case that prepositions ask for: "يومين"
    std::string ar_few;    ///< after 3–10: "أيام"
    std::string ar_many;   ///< after 11–99: "يوماً"
    std::string ar_other;  ///< after 100, 101, 102, …: "يوم"
};

namespace noun {
extern const CountedNoun day, error, warning, note, activity, gate, limit, stretch;
}

/// "3 days", «3 أيام»; zero is "no days", «لا أيام»-like only where a sentence needs it: here it is "0 days", «0 يوم».
[[nodiscard]] base::Text counted(std::int64_t number, const CountedNoun& noun);

}  // namespace masar::report
