#include "app/begin_plan.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "report/figures.h"

#include <chrono>

namespace masar::cli {
namespace {

class NewVerb : public Verb {
public:
    NewVerb() : answers_(app::usual_answers()) {}

    [[nodiscard]] VerbWords words() const override {
        return {"new",
                {"Begin a plan: a small complete one from a few answers", "بدء خطة: خطة صغيرة مكتملة من إجابات قليلة"},
                {"On a terminal it asks; options answer in advance. The plan has both languages, passes 'masar check' "
                 "and can be scheduled. An "
                 "existing file is left alone.",
                 "يسأل على الشاشة الطرفية، وتغني الخيارات عن السؤال. الخطة باللغتين وتجتاز «masar check» وتقبل "
                 "الجدولة. ولا يُمس ملف "
                 "موجود."},
                {"masar new -o plan.yaml",
                 "masar new --title-en 'A year' --title-ar 'عام' --start 2027-01-04 -o plan.yaml"}};
    }

    void declare(OptionSet& options) override {
        options.choice(
            {"--template",
             "T",
             {"blank, partnership-year (default), exercise or challenge",
              "‏blank فارغة أو partnership-year عام شراكة (الأصل) أو exercise تمرين أو challenge تحدي ابتكار"}},
            {"blank", "partnership-year", "exercise", "challenge"}, answers_.about);
        options.text({"--title-en", "TEXT", {"the title in English", "العنوان بالإنجليزية"}}, answers_.title_en);
        options.text({"--title-ar", "TEXT", {"the title in Arabic", "العنوان بالعربية"}}, answers_.title_ar);
        options.text({"--start",
                      "DATE",
                      {"first day (default: the first of next month)", "اليوم الأول (الأصل: أول الشهر القادم)"}},
                     answers_.start);
        options.text({"--years", "N", {"length in years, 1 to 20 (default 1)", "المدة بالسنوات من 1 إلى 20 (الأصل 1)"}},
                     answers_.years);
        options.choice({"--languages",
                        "L",
                        {"which text prevails: both (default), en or ar",
                         "النص المرجّح: ‏both كلاهما (الأصل) أو en أو ar"}},
                       {"both", "en", "ar"}, answers_.languages);
        options.text({"--lines",
                      "NAMES",
                      {"lines of effort, ENGLISH:ARABIC; … (default: one of the template)",
                       "محاور العمل: ENGLISH:ARABIC; … (الأصل: محور القالب)"}},
                     lines_);
        const base::Text side{
            "ID:ENGLISH:ARABIC:CALENDAR:MONTH:CURRENCY; calendars: uae, us-federal, mon-fri, sun-thu",
            "‏ID:ENGLISH:ARABIC:CALENDAR:MONTH:CURRENCY؛ والتقاويم: uae وus-federal وmon-fri وsun-thu"};
        options.text({"--first-side", "SIDE", side}, first_side_);
        options.text({"--second-side", "SIDE", side}, second_side_);
        options.text({"-o,--output",
                      "FILE",
                      {"the file to write (default plan.yaml)", "الملف المطلوب كتابته (الأصل plan.yaml)"}},
                     output_);
        options.flag({"--json", "", {"say what was written as JSON", "بيان ما كُتب بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (session.files.look(output_) != base::FileDoor::Entry::missing)
            return session.fail(
                {base::Error::Kind::input_output,
                 report::fill({"'{}' exists already and was left alone", "«{}» موجود من قبل ولم يُمس"},
                              report::ltr(output_)),
                 {"name another file with --output", "حدّد ملفاً آخر بالخيار ‎--output‎"}});
        if (auto sides = read_sides(); !sides) return session.fail(sides.error());
        auto lines = app::line_answers(lines_);
        if (!lines) return session.fail(lines.error());
        answers_.lines = *std::move(lines);
        if (answers_.start.empty()) answers_.start = first_of_next_month(session.clock.today());
        bool asking = session.console.can_ask() && ask_all(session);
        auto text = app::begin_plan(answers_);
        for (; !text && asking; text = app::begin_plan(answers_)) {
            (void)session.fail(text.error());
            asking = ask_all(session);
        }
        if (!text) return session.fail(text.error());
        if (auto written = session.files.write_whole(output_, *text); !written) return session.fail(written.error());
        return session.show(json_ ? as_json(text->size()) : as_text(session.language), ExitCode::fine);
    }

private:
    [[nodiscard]] base::Result<void> read_sides() {
        for (std::size_t i = 0; i < 2; ++i) {
            const std::optional<std::string>& typed = i == 0 ? first_side_ : second_side_;
            if (!typed) continue;
            auto side = app::side_answer(*typed);
            if (!side) return tl::unexpected(side.error());
            answers_.sides[i] = *std::move(side);
        }
        return {};
    }

    /// Each question shows what an empty answer means. False when nobody answers any more.
    [[nodiscard]] bool ask_all(const Session& session) {
        return ask(session, {"Title in English", "العنوان بالإنجليزية"}, answers_.title_en)
               && ask(session, {"Title in Arabic", "العنوان بالعربية"}, answers_.title_ar)
               && ask(session, {"First day", "اليوم الأول"}, answers_.start)
               && ask(session, {"Years", "عدد السنوات"}, answers_.years);
    }
    [[nodiscard]] static bool ask(const Session& session, const base::Text& question, std::string& answer) {
        const auto asked = session.console.print(question.in(session.language) + " [" + answer + "]: ");
        if (!asked) return false;
        const auto line = session.console.read_line();
        if (line && !line->empty()) answer = *line;
        return line.has_value();
    }

    [[nodiscard]] static std::string first_of_next_month(std::chrono::sys_days today) {
        const std::chrono::year_month_day now(today);
        const auto next = now.year() / now.month() / std::chrono::day{1} + std::chrono::months{1};
        return calendar::to_iso(std::chrono::sys_days(next));
    }
    [[nodiscard]] std::string as_text(base::Language language) const {
        const base::Text sentence =
            report::fill({"{} is ready. Next: masar check {}", "‏{} جاهز. التالي: {}"},
                         report::ltr(output_), base::Text{output_, "\u200Emasar check " + output_ + "\u200E"});
        return sentence.in(language) + "\n";
    }
    [[nodiscard]] std::string as_json(std::size_t bytes) const {
        base::JsonWriter json;
        return json.begin_object()
            .field("file", output_)
            .field("bytes", static_cast<std::int64_t>(bytes))
            .end_object()
            .take();
    }

    app::PlanAnswers answers_;
    std::optional<std::string> first_side_, second_side_;
    std::string lines_;
    std::string output_ = "plan.yaml";
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_new_verb() { return std::make_unique<NewVerb>(); }

}  // namespace masar::cli
