#pragma once
// Why a service did not do what it was asked for, for people of one side: it tells nothing that is not released to them.
#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::app {

/// An error of a plan's text, by the record that it stands in.
struct PlanFault {
    std::string code;                ///< "MSR0207"
    std::string section, id, field;  ///< where it stands; empty where that is not known
    std::string file;
    std::uint32_t line = 0, column = 0;
    base::Text message, hint;
};

struct Refusal {
    enum class Why : std::uint8_t {
        not_found,          ///< no such plan, record, proposal, … or none that may be seen
        not_allowed,        ///< by the role, or by whom the record belongs to
        conflict,           ///< it contradicts the state of things: already decided, changed since
        changed_meanwhile,  ///< somebody else was faster: `current` is what stands there now
        wrong_field,        ///< what was given makes no sense: `field`
        wrong_plan,         ///< the plan would have errors that it has not now: `faults`
        not_signed_in,      ///< nobody, or no longer
        too_many,           ///< tried too often: `retry_seconds`
        too_large,
        storage,
        lacking,  ///< the machine of the server has not what it takes: a font
    };
    Why why = Why::conflict;
    base::Text message, hint;
    std::string field;
    std::vector<PlanFault> faults;
    std::string current;  ///< JSON
    std::int64_t retry_seconds = 0;
};

template <class T>
using Outcome = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal::Why why, base::Text message, base::Text hint = {}) {
    return tl::unexpected<Refusal>(Refusal{why, std::move(message), std::move(hint), {}, {}, {}, 0});
}

[[nodiscard]] inline Refusal refusal_of(const base::Error& error) {
    using Kind = base::Error::Kind;
    const Refusal::Why why = error.kind == Kind::input_output ? Refusal::Why::storage
                             : error.kind == Kind::limit      ? Refusal::Why::too_large
                                                              : Refusal::Why::wrong_field;
    return {why, error.message, error.hint, {}, {}, {}, 0};
}

}  // namespace masar::app
