#include "app/copy_store.h"
#include "base/json_writer.h"
#include "base/plural.h"
#include "cli/all_verbs.h"
#include "report/figures.h"

namespace masar::cli {
namespace {

constexpr base::Noun row{"row", "rows", "صف واحد", "صفان", "صفين", "صفوف", "صفاً", "صف"};

std::string words_of(const app::StoreCopy& copy, base::Language language) {
    return report::fill({"{} copied from '{}' to '{}'.\nBoth hold the same: SHA-256 {}\n",
                         "نُسخ {} من «{}» إلى «{}».\nالمحتوى واحد في كلتيهما: SHA-256 {}\n"},
                        base::counted(row, copy.rows), report::ltr(copy.from), report::ltr(copy.to),
                        report::ltr(copy.digest))
        .in(language);
}

std::string json_of(const app::StoreCopy& copy) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("from", copy.from).field("to", copy.to).field("rows", copy.rows);
    json.field("sha256", copy.digest).end_object();
    return json.take() + "\n";
}

class StoreVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "store",
            {"Copy what a server keeps into another database", "نسخ ما يحفظه الخادم إلى قاعدة بيانات أخرى"},
            {"'copy' takes everything from one place into an empty one, of the same kind or not: a folder of "
             "'masar serve --data', a file, or a PostgreSQL database. All or nothing: the copy is read again and "
             "compared before it is kept. Stop the server first: what is written meanwhile is not copied.",
             "ينقل ‎copy‎ كل شيء من مكان إلى مكان فارغ، من نوعه أو من نوع آخر: مجلد «masar serve --data» أو ملف أو "
             "قاعدة PostgreSQL. إما أن يُنسخ الكل أو لا شيء: تُقرأ النسخة وتُقارن قبل أن تُحفظ. أوقف الخادم أولاً: "
             "فما يُكتب أثناء النسخ لا يُنسخ."},
            {"masar store copy ~/.local/share/masar postgresql://db.example/masar"}};
    }

    void declare(OptionSet& options) override {
        options.choice({"ACTION", "", {"copy", "‏copy"}}, {"copy"}, action_);
        options.operand({"FROM", "", {"the place to copy", "المكان المنسوخ منه"}}, OptionSet::Presence::required,
                        from_);
        options.operand({"TO", "", {"an empty place", "مكان فارغ"}}, OptionSet::Presence::required, to_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto copied = app::copy_store(from_, to_);
        if (!copied) return session.fail(copied.error());
        return session.show(json_ ? json_of(*copied) : words_of(*copied, session.language), ExitCode::fine);
    }

private:
    std::string action_, from_, to_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_store_verb() { return std::make_unique<StoreVerb>(); }

}  // namespace masar::cli
