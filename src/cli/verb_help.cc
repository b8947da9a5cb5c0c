#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "cli/help_text.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::cli {
namespace {

class HelpVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"help",
                {"Explain a verb, or list all", "شرح أمر أو عرض جميع الأوامر"},
                {},
                {"masar help schedule", "masar help --markdown"}};
    }
    void declare(OptionSet& options) override {
        options.operand({"VERB", "", {"the verb to explain", "الأمر المطلوب شرحه"}}, OptionSet::Presence::optional,
                        topic_);
        options.flag({"--markdown", "", {"everything, as the page docs/cli.md", "كل شيء بصيغة الصفحة docs/cli.md"}},
                     markdown_);
        options.flag({"--json", "", {"the verbs as JSON", "الأوامر بصيغة JSON"}}, json_);
    }
    [[nodiscard]] ExitCode run(const Session& session) override {
        const Verbs verbs = all_verbs();
        if (json_) return session.show(as_json(verbs), ExitCode::fine);
        if (markdown_) return session.show(markdown_help(verbs, session.language), ExitCode::fine);
        if (topic_.empty()) return session.show(overview_help(verbs, session.language), ExitCode::fine);
        const auto verb = std::ranges::find_if(verbs, [&](const auto& each) { return each->words().name == topic_; });
        if (verb == verbs.end())
            return session.fail(
                usage_error(report::fill({"there is no verb '{}'", "لا يوجد أمر باسم «{}»"}, report::ltr(topic_))));
        return session.show(verb_help(**verb, session.language), ExitCode::fine);
    }

private:
    [[nodiscard]] static std::string as_json(const Verbs& verbs) {
        base::JsonWriter json;
        json.begin_object().key("verbs").begin_array();
        for (const auto& verb : verbs) {
            const VerbWords words = verb->words();
            json.begin_object().field("name", words.name).key("summary").begin_object();
            json.field("en", words.summary.en).field("ar", words.summary.ar).end_object().end_object();
        }
        return json.end_array().end_object().take();
    }

    std::string topic_;
    bool markdown_ = false;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_help_verb() { return std::make_unique<HelpVerb>(); }

}  // namespace masar::cli
