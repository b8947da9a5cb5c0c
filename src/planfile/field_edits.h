#pragma once
// Edits of fields on values instead of on the text: what a record is to say afterwards.
#include "planfile/written_value.h"

#include <string>
#include <vector>

namespace masar::planfile {

using FieldPath = std::vector<std::string>;  ///< "needs", "planners"

/// {needs: {planners: 4}} of "needs.planners", without the parts before `from`.
[[nodiscard]] WrittenValue nested_value(const FieldPath& path, std::size_t from, const WrittenValue& value);

/// Whether part `at` of the path names a language of a text that is written in one only: it becomes a map of both.
[[nodiscard]] bool adds_language(NodeKind kind, const FieldPath& path, std::size_t at);
/// Under the language that its letters are in.
[[nodiscard]] WrittenValue text_as_map(std::string text);

void set_field(WrittenValue& record, const FieldPath& path, const WrittenValue& value);
/// A map that the field was alone in goes with it.
void unset_field(WrittenValue& record, const FieldPath& path);

}  // namespace masar::planfile
