#include "base/json_writer.h"
#include "base/version.h"
#include "cli/all_verbs.h"

namespace masar::cli {
namespace {

class VersionVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"version", {"Print the version", "عرض رقم الإصدار"}, {}, {"masar version"}};
    }
    void declare(OptionSet& options) override {
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }
    [[nodiscard]] ExitCode run(const Session& session) override {
        const std::string number(base::version);
        if (!json_) return session.show("masar " + number + "\n", ExitCode::fine);
        base::JsonWriter json;
        return session.show(json.begin_object().field("version", number).end_object().take(), ExitCode::fine);
    }

private:
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_version_verb() { return std::make_unique<VersionVerb>(); }

}  // namespace masar::cli
