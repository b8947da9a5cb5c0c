#pragma once
// Arabic as people search it: who types «اماره» means «إمارة».
#include <string>
#include <string_view>

namespace masar::base {

/// The key under which names are compared and searched, never shown. Compatibility forms and letter case are folded (NFKC casefold);
/// alef with hamza, madda or wasla → alef; alef maqsura and ya with hamza → ya; waw with hamza → waw; ta marbuta → ha; tatweel,
/// lone hamza, vowel and Quranic marks are dropped; Arabic-Indic digits → 0–9; runs of spaces → one, none at the ends.
[[nodiscard]] std::string normalised_for_search(std::string_view utf8);

}  // namespace masar::base
