#include "cli/limit_options.h"

#include "cli/steady_clock.h"

#include <algorithm>
#include <thread>

namespace masar::cli {
namespace {

constexpr std::int64_t most_threads = 256;

ProgressLine::Write write_to_terminal(const Session& session) {
    if (!session.console.error_is_terminal()) return nullptr;
    const Console& console = session.console;
    return [&console](std::string_view text) { console.complain(text); };
}

}  // namespace

void LimitOptions::declare(OptionSet& options) {
    threads = std::clamp<std::int64_t>(std::thread::hardware_concurrency(), 1, most_threads);
    options.number({"--schedules",
                    "N",
                    {"stop after N schedules (default: by size, at most 5000); the same answer on every machine",
                     "التوقف بعد N من الجداول (الأصل بحسب الحجم، 5000 على الأكثر)؛ والجواب واحد على كل جهاز"}},
                   {1, INT64_MAX}, schedules);
    options.number({"--conflicts",
                    "N",
                    {"stop proving after N conflicts (default: by size; none after --schedules); the same answer on "
                     "every machine",
                     "التوقف عن الإثبات بعد N من التعارضات (الأصل بحسب الحجم، وبلا إثبات مع "
                     "‎--schedules‎)؛ "
                     "والجواب "
                     "واحد على كل جهاز"}},
                   {1, INT64_MAX}, conflicts);
    options.seconds({"--seconds",
                     "S",
                     {"stop after S seconds instead; the answer may then differ from run to run",
                      "التوقف بعد S ثانية بدلاً من ذلك؛ وقد يختلف الجواب من تشغيل إلى آخر"}},
                    seconds);
    options.number(
        {"--seed", "K", {"seed of what is drawn at random (default 1)", "بذرة الاختيارات العشوائية (الأصل 1)"}},
        {0, INT64_MAX}, seed);
    options.number({"--threads",
                    "T",
                    {"threads (default: all); never changes the answer under a count",
                     "عدد مسارات التنفيذ (الأصل: كلها)؛ ولا يغير الجواب عند التحديد بالعدد"}},
                   {1, most_threads}, threads);
    options.exclude("--seconds", "--schedules");
    options.exclude("--seconds", "--conflicts");
}

Search::Search(const Session& session)
    : progress_(session.clock, session.language, write_to_terminal(session)), clock_(steady_seconds) {}

}  // namespace masar::cli
