#include "app/verify_store.h"
#include "app/workspace/decision_file.h"
#include "cli/all_verbs.h"

namespace masar::cli {
namespace {

class VerifyVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "verify",
            {"Check that a database is as it was written, decision by decision",
             "التحقق من أن قاعدة البيانات كما كُتبت، قراراً قراراً"},
            {"Each decision is chained to the one before, so that none can be altered, left out or put in unseen: "
             "the first that is not as it was written is named. Texts are compared with their names (SHA-256). It "
             "prints the hash of each plan's last decision: who keeps it can see later that none was taken away "
             "from the end. Nothing is changed, and the server may run meanwhile. A decision log that was downloaded "
             "from the server (.jsonl) is checked by itself. Proofs of schedules are checked by 'masar-verify'.",
             "كل قرار مرتبط بما قبله، فلا يمكن تغيير قرار أو حذفه أو إدراجه دون أن يظهر ذلك: ويُسمّى أول قرار ليس "
             "كما كُتب. وتُقارن النصوص بأسمائها (SHA-256). ويُطبع ملخص آخر قرار في كل خطة: فمن يحتفظ به يعرف لاحقاً "
             "أنه لم يُحذف شيء من الآخر. لا يغير الأمر شيئاً، ويجوز أن يعمل الخادم أثناءه. ويُتحقق من سجل القرارات "
             "المنزَّل من الخادم (‎.jsonl) وحده. أما إثباتات الجداول فيتحقق منها ‎«masar-verify»‎."},
            {"masar verify ~/.local/share/masar", "masar verify postgresql://db.example/masar --json",
             "masar verify decisions.jsonl"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"DATABASE",
             "",
             {"the database: the place given to 'masar serve --data'; or a downloaded decision log (.jsonl)",
              "قاعدة البيانات: المكان المعطى للأمر ‎«masar serve --data»‎؛ أو سجل قرارات منزَّل (‎.jsonl)"}},
            OptionSet::Presence::required, database_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto check = database_.ends_with(".jsonl") ? check_file(session.files) : app::verify_store(database_);
        if (!check) return session.fail(check.error());
        return session.show(
            json_ ? report::store_check_json(*check) : report::store_check_text(*check, session.language),
            check->faults.empty() ? ExitCode::fine : ExitCode::violated);
    }

private:
    [[nodiscard]] base::Result<report::StoreCheck> check_file(const base::FileDoor& files) const {
        const auto text = files.read(database_, {});
        if (!text) return tl::unexpected(text.error());
        auto check = app::check_decisions_file(*text);
        if (check) check->database = database_;
        return check;
    }

    std::string database_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_verify_verb() { return std::make_unique<VerifyVerb>(); }

}  // namespace masar::cli
