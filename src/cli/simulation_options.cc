#include "cli/simulation_options.h"

namespace masar::cli {

void SimulationOptions::declare(OptionSet& options) {
    constexpr std::int64_t most_samples = 1 << 24;
    options.number({"--samples", "N", {"courses of events to draw (default 10000)", "عدد العينات (الأصل 10000)"}},
                   {1, most_samples}, samples_);
    options.choice(
        {"--policy",
         "WHAT",
         {"network: links, calendars and windows (default); resource: the planned order replayed under people "
          "and places",
          "‏network: الارتباطات والتقاويم والنوافذ (الأصل)؛ resource: إعادة الترتيب المخطط في "
          "حدود "
          "الموارد"}},
        {"network", "resource"}, policy_);
    options.choice(
        {"--starts",
         "WHEN",
         {"planned: nothing starts before its planned day (default); possible: as soon as it can",
          "‏planned: لا يبدأ شيء قبل يومه المخطط (الأصل)؛ possible: حالما "
          "يمكن"}},
        {"planned", "possible"}, starts_);
    options.flag(
        {"--latin-hypercube", "", {"spread each input evenly over the samples", "توزيع كل مُدخل بالتساوي على العينات"}},
        latin_hypercube_);
    options.text({"-i,--input",
                  "FILE",
                  {"the schedule to simulate around, from 'masar schedule -o'",
                   "الجدول الذي تدور حوله المحاكاة، من «masar schedule -o»"}},
                 schedule_);
    options.text({"--for", "SIDE", {"only what is released to this side", "ما أُفرج عنه لهذا الجانب فقط"}}, side_);
    scheduling_.declare(options);
}

base::Result<app::SimulateOptions> SimulationOptions::with(Search& search) const {
    app::SimulateOptions options;
    options.schedule = scheduling_.with(search);
    options.schedule_path = schedule_;
    options.side = side_;
    options.simulation.samples = samples_;
    options.simulation.seed = options.schedule.run.limits.seed;
    // The dates stay what they are while the samples are drawn anew.
    options.schedule.run.limits.seed = 1;
    const bool replayed = policy_ == "resource";
    options.simulation.simulator = replayed ? forecast::Simulator::policy : forecast::Simulator::network;
    if (latin_hypercube_) options.simulation.sampling = forecast::Sampling::latin_hypercube;
    options.starts = starts_ == "possible" ? app::Starts::possible : app::Starts::planned;
    options.run = {options.schedule.run.limits.threads, options.schedule.run.stop, options.schedule.run.progress};
    return options;
}

}  // namespace masar::cli
