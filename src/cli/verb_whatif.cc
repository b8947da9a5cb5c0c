#include "app/what_if.h"
#include "cli/all_verbs.h"
#include "cli/simulation_options.h"
#include "report/text_forecast.h"

namespace masar::cli {
namespace {

class WhatIfVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "whatif",
            {"What a risk costs in days, and what a mitigation buys",
             "كم تكلف المخاطرة من أيام، وماذا يوفر إجراء التخفيف"},
            {"Simulates the plan twice with the same random numbers, with and without a change, so that the "
             "difference is the change and not chance: days earlier at the P80 of the end, with their error, and "
             "days per 1,000 of what a mitigation costs. Without a named change every risk and mitigation is tried, "
             "each by itself.",
             "يحاكي الخطة مرتين بالأعداد العشوائية نفسها، مع التغيير ودونه، فيكون الفرق أثر التغيير لا المصادفة: أيام "
             "التبكير عند "
             "P80 لموعد الانتهاء مع خطئها، والأيام لكل 1,000 من كلفة إجراء التخفيف. وإذا لم يُذكر تغيير جُرّبت كل مخاطرة "
             "وكل "
             "إجراء على حدة."},
            {"masar whatif examples/uae-us",
             "masar whatif examples/uae-us --without rsk-01 --set rdy-003.duration=5/8/12wd"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.list({"--without", "RISK,…", {"without these risks", "دون هذه المخاطر"}}, asked_.without);
        options.list({"--mitigated", "RISK,…", {"with the mitigation of these risks", "مع تخفيف هذه المخاطر"}},
                     asked_.mitigated);
        options.list({"--unmitigated", "RISK,…", {"without the mitigation of these risks", "دون تخفيف هذه المخاطر"}},
                     asked_.unmitigated);
        options.list(
            {"--set",
             "ID.FIELD=VALUE",
             {"any field of any record, written as in the plan file: rdy-003.duration=5/8/12wd, "
              "rsk-01.probability=20%; nothing behind '=' takes it away",
              "أي حقل من أي سجل مكتوباً كما في ملف الخطة: ‎rdy-003.duration=5/8/12wd‎ أو ‎rsk-01.probability=20%‎؛ "
              "وإذا لم يُكتب شيء بعد «=» حُذف الحقل"}},
            asked_.set);
        simulation_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto answer = compare(session);
        if (!answer) return session.fail(answer.error());
        if (base::has_errors(answer->diagnostics)) return complain(session, answer->diagnostics, answer->plan.sources);
        if (!answer->forecast)
            return session.fail({base::Error::Kind::limit,
                                 {"there is no schedule to simulate around", "لا يوجد جدول تدور حوله المحاكاة"},
                                 {"see what 'masar schedule' says", "انظر ما يقوله «masar schedule»"}});
        const report::WhatIfAnswer told{answer->plan, answer->changes, answer->together ? &*answer->together : nullptr,
                                        *answer->forecast};
        return session.show(json_ ? report::what_if_json(told) : report::what_if_text(told, session.language),
                            ExitCode::fine);
    }

private:
    [[nodiscard]] base::Result<app::WhatIfs> compare(const Session& session) const {
        Search search(session);
        auto simulate = simulation_.with(search);
        if (!simulate) return tl::unexpected(simulate.error());
        app::WhatIfOptions options = asked_;
        options.simulate = *std::move(simulate);
        return app::what_if(session.files, plan_, options);
    }

    std::string plan_;
    app::WhatIfOptions asked_;
    SimulationOptions simulation_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_whatif_verb() { return std::make_unique<WhatIfVerb>(); }

}  // namespace masar::cli
