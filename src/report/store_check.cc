#include "report/store_check.h"

#include "base/plural.h"
#include "report/figures.h"
#include "report/json_parts.h"

namespace masar::report {
namespace {

using base::Text;

constexpr base::Noun decision{"decision", "decisions", "قرار واحد", "قراران", "قرارين", "قرارات", "قراراً", "قرار"};
constexpr base::Noun text_kept{"text", "texts", "نص واحد", "نصان", "نصين", "نصوص", "نصاً", "نص"};

Text chain_line(const StoreCheck::Chain& chain) {
    return fill({"  {}: {}, the last of them {}", "  {}: {}، آخرها {}"}, ltr(chain.plan),
                base::counted(decision, chain.decisions), ltr(chain.hash));
}

Text verdict(const StoreCheck& check) {
    if (!check.faults.empty())
        return fill({"'{}' is not as it was written:", "«{}» ليست كما كُتبت:"}, ltr(check.database));
    if (check.texts == 0) return fill({"'{}' is whole.", "«{}» سليمة."}, ltr(check.database));
    return fill({"'{}' is whole: {} compared with their names.", "«{}» سليمة: قورن {} بأسمائها."}, ltr(check.database),
                base::counted(text_kept, check.texts));
}

}  // namespace

std::string store_check_text(const StoreCheck& check, base::Language language) {
    std::string out = verdict(check).in(language) + "\n";
    for (const StoreCheck::Fault& fault : check.faults) {
        out += "  " + fault.sentence.in(language) + "\n";
        if (!fault.hint.empty()) out += "    " + fault.hint.in(language) + "\n";
    }
    if (check.faults.empty())
        for (const StoreCheck::Chain& chain : check.chains) out += chain_line(chain).in(language) + "\n";
    return out;
}

std::string store_check_json(const StoreCheck& check) {
    base::JsonWriter json;
    json.begin_object().field("database", check.database).field("whole", check.faults.empty());
    json.field("texts", check.texts).key("chains").begin_array();
    for (const StoreCheck::Chain& chain : check.chains) {
        json.begin_object().field("plan", chain.plan).field("decisions", chain.decisions);
        json.field("hash", chain.hash).end_object();
    }
    json.end_array().key("faults").begin_array();
    for (const StoreCheck::Fault& fault : check.faults) {
        json.begin_object().field("what", fault.what).field_or_null("plan", text_or_none(fault.plan));
        json.field_or_null("decision", fault.number > 0 ? std::optional(fault.number) : std::nullopt);
        write_text(json, "sentence", fault.sentence);
        write_text(json, "hint", fault.hint);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace masar::report
