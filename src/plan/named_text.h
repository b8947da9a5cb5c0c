#pragma once
// A text of the plan in both languages, with the state of each: "every text has a state per language" (docs: states of a text).
#include "base/place.h"
#include "base/text.h"
#include "calendar/date.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace masar::plan {

enum class TextState : std::uint8_t { draft, translated, reviewed };

/// Written as `ar-review: {state: reviewed, role: terminologist, on: 2026-09-01, of: 3f2a9c1b}`.
struct Review {
    TextState state = TextState::draft;
    std::string role;
    std::optional<calendar::Date> on;
    /// Fingerprint of the other language's text that this one was made or reviewed against; when that text is edited the
    /// fingerprints differ and this one is stale. Empty = not recorded.
    std::string of;
    base::Place place;
};

struct Reviews {
    std::optional<Review> en, ar;
};

struct NamedText : base::Text {
    base::Place en_place, ar_place;
    std::shared_ptr<const Reviews> reviews;  ///< null when none is recorded: most texts of a draft have none
};

/// Eight hexadecimal digits of FNV-1a over the text's bytes: what `of` holds.
[[nodiscard]] std::string fingerprint(std::string_view text);
/// The language whose recorded review was made against another text than stands there now.
[[nodiscard]] std::optional<base::Language> stale_language(const NamedText& text);

}  // namespace masar::plan
