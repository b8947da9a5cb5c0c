#include "planfile/reading.h"

#include "base/diagnostic_catalogue.h"
#include "planfile/phrase.h"

namespace masar::planfile {

base::Diagnostic& Reading::report(code::Code code, base::Place place, base::Text message, base::Text hint) {
    diagnostics.push_back(base::make_diagnostic(code, place, std::move(message), std::move(hint)));
    return diagnostics.back();
}

std::int32_t Reading::resolve(Kind kind, std::string_view id, base::Place place) {
    if (const IdTable::Entry* entry = ids(kind).find(id)) return entry->index;
    if (!partial)
        report(code::unknown_reference, place,
               phrase("unknown {0} '{2}'", "{1} «{2}»: لا يوجد بهذا المعرّف", names(kind).en, names(kind).ar,
                      shortened(id)),
               suggestion(kind, id));
    return -1;
}

base::Text Reading::suggestion(Kind kind, std::string_view id) {
    if (suggestions_left_-- <= 0) return {};
    if (const IdTable::Entry* entry = ids(kind).nearest(id))
        return phrase("did you mean '{}' ({})?", "هل تقصد «{}» ({})؟", entry->id, shown(entry->place));
    if (ids(kind).size() == 0) return phrase("the plan has no '{}'", "ليس في الخطة «{}»", names(kind).heading);
    return {};
}

std::string Reading::shown(base::Place place) const {
    return fmt::format("{}:{}", plan.sources.name_of(place), place.line);
}

}  // namespace masar::planfile
