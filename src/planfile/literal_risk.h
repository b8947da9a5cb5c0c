#pragma once
// What risks are stated in: probabilities 30%, 0.3 or a word; factors 0.95/1.05/1.15; delays 5/10/20wd and 7/14/30ed.
#include "plan/estimate.h"
#include "plan/measures.h"
#include "planfile/literal.h"

#include <optional>
#include <variant>

namespace masar::planfile {

/// A probability is simulated, a word only rates.
using Chance = std::variant<base::Decimal, plan::Likelihood>;

/// From 0 to 1, as a percentage or a number; or one of the words of a rating.
[[nodiscard]] Parsed<Chance> parse_chance(std::string_view text);
/// One value or three in rising order, all above zero and at most 1,000.
[[nodiscard]] Parsed<plan::Factor> parse_factor(std::string_view text);
/// One value or three in rising order, of working days (wd, w) or elapsed days (ed).
[[nodiscard]] Parsed<plan::Delay> parse_delay(std::string_view text);

/// The word of the band in which a probability lies: from 80 % frequent, from 50 % likely, from 20 % occasional, from 5 % seldom.
[[nodiscard]] plan::Likelihood likelihood_of(base::Decimal probability);

}  // namespace masar::planfile
