#pragma once
// The part of a generated roadmap that does not depend on its size: sides, calendars, funds, logic model. Written once, as text.
#include <array>
#include <string_view>

namespace masar::app {

struct Vocable {
    std::string_view id, en, ar;
};

constexpr int generated_lines = 7;
/// Subjects of the lines of effort, in their order.
extern const std::array<Vocable, generated_lines> generated_subjects;
extern const std::array<Vocable, 8> generated_types;

/// From `masar: 1` to the approvals; keys that depend on the activities (gates, resources, ceilings, activities) follow it.
[[nodiscard]] std::string_view generated_frame();

}  // namespace masar::app
