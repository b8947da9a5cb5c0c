#include "app/plan_schema.h"
#include "cli/all_verbs.h"

namespace masar::cli {
namespace {

class SchemaVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "schema",
            {"Print the JSON Schema of plan files, for editors", "عرض مخطط JSON لملفات الخطط من أجل برامج التحرير"},
            {"An editor that knows the schema completes keys and marks what is wrong while one types. It is the same "
             "as docs/plan.schema.json.",
             "برنامج التحرير الذي يعرف المخطط يكمل المفاتيح ويبيّن الخطأ أثناء الكتابة. وهو نفسه الملف "
             "docs/plan.schema.json."},
            {"masar schema > plan.schema.json"}};
    }

    void declare(OptionSet& options) override {
        options.flag({"--json", "", {"the same: a schema is JSON", "لا فرق: المخطط بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        return session.show(app::plan_schema(), ExitCode::fine);
    }

private:
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_schema_verb() { return std::make_unique<SchemaVerb>(); }

}  // namespace masar::cli
