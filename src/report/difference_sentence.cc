#include "report/difference_sentence.h"

#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::report {
namespace {

using base::Text;
using plan::Difference;
using plan::DifferenceKind;

struct SectionNoun {
    std::string_view section, en, ar;
};

/// What one record of a section is called.
constexpr std::array section_nouns{
    SectionNoun{"sides", "side", "الجانب"},
    SectionNoun{"organisations", "organisation", "الجهة"},
    SectionNoun{"places", "place", "المكان"},
    SectionNoun{"activity-types", "activity type", "نوع النشاط"},
    SectionNoun{"rates", "exchange rate", "سعر الصرف"},
    SectionNoun{"calendars", "calendar", "التقويم"},
    SectionNoun{"periods", "period to avoid", "الفترة"},
    SectionNoun{"commitments", "commitment", "الالتزام"},
    SectionNoun{"lines-of-effort", "line of effort", "محور العمل"},
    SectionNoun{"objectives", "objective", "الهدف"},
    SectionNoun{"outcomes", "outcome", "النتيجة"},
    SectionNoun{"outputs", "output", "المخرج"},
    SectionNoun{"phases", "phase", "المرحلة"},
    SectionNoun{"gates", "gate", "بوابة القرار"},
    SectionNoun{"resources", "resource", "المورد"},
    SectionNoun{"stocks", "stock", "المخزون"},
    SectionNoun{"funds", "fund", "مصدر التمويل"},
    SectionNoun{"postings", "posting", "القيد المالي"},
    SectionNoun{"ceilings", "ceilings", "السقوف"},
    SectionNoun{"approvals", "approval", "الاعتماد"},
    SectionNoun{"rules", "rule", "القاعدة"},
    SectionNoun{"waivers", "waiver", "الاستثناء"},
    SectionNoun{"indicators", "indicator", "المؤشر"},
    SectionNoun{"risks", "risk", "المخاطرة"},
    SectionNoun{"activities", "activity", "النشاط"},
    SectionNoun{"choices", "choice", "الاختيار"},
    SectionNoun{"records", "record", "السجل"},
    SectionNoun{"lessons", "lesson", "الدرس"},
};

/// "activity gov-001"; of a field at the top of the file, its path: "title.en".
Text subject(const Difference& difference) {
    if (difference.id.empty())
        return ltr(difference.section + (difference.field.empty() ? "" : "." + difference.field));
    const auto found = std::ranges::find(section_nouns, difference.section, &SectionNoun::section);
    const Text noun =
        found == section_nouns.end() ? ltr(difference.section) : Text{std::string(found->en), std::string(found->ar)};
    return fill({"{} {}", "{} {}"}, noun, ltr(difference.id));
}

/// A value as written: Arabic and empty ones in quotes, figures and ids kept whole inside Arabic.
Text value(const std::string& written) {
    const bool arabic = std::ranges::any_of(written, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD8 && byte <= 0xDB;  // lead bytes of U+0600–U+06FF
    });
    return arabic || written.empty() ? Text{"\"" + written + "\"", "«" + written + "»"} : ltr(written);
}

Text whole(const Difference& difference, const Text& who) {
    const bool added = difference.kind == DifferenceKind::added;
    const std::string& content = added ? difference.after : difference.before;
    if (content.empty()) return fill(added ? Text{"{} is added", "أُضيف: {}"} : Text{"{} is removed", "حُذف: {}"}, who);
    return fill(added ? Text{"{} is added: {}", "أُضيف {}: {}"} : Text{"{} is removed (was {})", "حُذف {} (وكان {})"},
                who, value(content));
}

}  // namespace

Text sentence(const Difference& difference) {
    const Text who = subject(difference);
    const bool of_record = !difference.id.empty();
    if (difference.kind != DifferenceKind::changed && (!of_record || difference.field.empty()))
        return whole(difference, who);
    const Text before = value(difference.before), after = value(difference.after);
    if (!of_record) return fill({"{} changes from {} to {}", "تغيّر {} من {} إلى {}"}, who, before, after);
    const Text field = ltr(difference.field);
    switch (difference.kind) {
        case DifferenceKind::added: return fill({"{}: {} is added: {}", "{}: أُضيف {}: {}"}, who, field, after);
        case DifferenceKind::removed:
            return fill({"{}: {} is removed (was {})", "{}: حُذف {} (وكان {})"}, who, field, before);
        case DifferenceKind::changed: break;
    }
    return fill({"{}: {} changes from {} to {}", "{}: تغيّر {} من {} إلى {}"}, who, field, before, after);
}

}  // namespace masar::report
