#include "cli/help_text.h"

#include "report/display_width.h"
#include "report/text_wrap.h"

namespace masar::cli {
namespace {

using base::Language;
using base::Text;

const Text purpose{"Masar plans, schedules and explains a partnership roadmap.",
                   "مسار: يخطط خارطة طريق الشراكة ويجدول أنشطتها ويشرحها."};
const Text usage_word{"Usage", "الاستعمال"};
const Text verbs_word{"Verbs", "الأوامر"};
const Text options_word{"Options", "الخيارات"};
const Text examples_word{"Examples", "أمثلة"};
const Text exits_word{"Exit codes", "رموز الخروج"};

constexpr int name_column = 28;

/// "  name      meaning", the meaning wrapped in its own column.
std::string entry(const std::string& name, const std::string& meaning) {
    const std::string indent(name_column, ' ');
    const std::string first = "  " + name;
    const int free = name_column - report::display_width(first);
    if (free < 2) return first + "\n" + report::wrapped(meaning, {.first_indent = indent, .next_indent = indent});
    const std::string begin = first + std::string(static_cast<std::size_t>(free), ' ');
    return report::wrapped(meaning, {.first_indent = begin, .next_indent = indent});
}

std::string shown_names(const OptionWords& words) {
    std::string names = words.names;
    if (const std::size_t comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
    return words.value.empty() ? names : names + " " + words.value;
}

std::string usage_line(const std::string& verb, const OptionSet& options) {
    std::string line = "masar " + verb;
    for (const auto& each : options.describe())
        if (each.is_operand) line += each.required ? " " + each.words.names : " [" + each.words.names + "]";
    return line + " [options]";
}

OptionSet options_of(Verb& verb) {
    OptionSet options;
    verb.declare(options);
    return options;
}

std::string exit_codes(Language language) {
    std::string out;
    for (const ExitMeaning& each : exit_meanings())
        out += "  " + std::to_string(static_cast<int>(each.code)) + "  " + each.meaning.in(language) + "\n";
    return out;
}

std::string code_block(const std::vector<std::string>& lines) {
    std::string out = "```sh\n";
    for (const std::string& each : lines) out += each + "\n";
    return out + "```\n\n";
}

std::string markdown_verb(Verb& verb, Language language) {
    const VerbWords words = verb.words();
    const OptionSet options = options_of(verb);
    std::string out = "## " + words.name + "\n\n" + words.summary.in(language) + ".\n\n";
    if (!words.story.empty()) out += words.story.in(language) + "\n\n";
    out += "`" + usage_line(words.name, options) + "`\n\n| | |\n|---|---|\n";
    for (const auto& each : options.describe())
        out += "| `" + shown_names(each.words) + "` | " + each.words.meaning.in(language) + " |\n";
    out += "\n";
    return words.examples.empty() ? out : out + code_block(words.examples);
}

}  // namespace

void declare_common(OptionSet& options, CommonOptions& common) {
    options.choice({"--lang", "en|ar", {"language (default: that of the locale)", "لغة المخرجات (الأصل: لغة النظام)"}},
                   {"en", "ar"}, common.language);
    options.flag({"-h,--help", "", {"this help", "هذه المساعدة"}}, common.help);
}

std::string overview_help(const Verbs& verbs, Language language) {
    std::string out = purpose.in(language) + "\n\n" + usage_word.in(language) + ": masar VERB [options]\n\n";
    out += verbs_word.in(language) + ":\n";
    for (const auto& verb : verbs) {
        const VerbWords words = verb->words();
        out += entry(words.name, words.summary.in(language));
    }
    const Text more{"'masar VERB --help' tells more about a verb.",
                    "‏«masar VERB --help» للمزيد عن أي أمر."};
    return out + "\n" + exits_word.in(language) + ":\n" + exit_codes(language) + "\n" + more.in(language) + "\n";
}

std::string verb_help(Verb& verb, Language language) {
    const VerbWords words = verb.words();
    OptionSet options = options_of(verb);
    const std::string usage = usage_line(words.name, options);
    CommonOptions common;
    declare_common(options, common);
    std::string out = words.summary.in(language) + ".\n\n" + usage_word.in(language) + ": " + usage + "\n";
    if (!words.story.empty()) out += "\n" + report::wrapped(words.story.in(language));
    out += "\n" + options_word.in(language) + ":\n";
    for (const auto& each : options.describe()) out += entry(shown_names(each.words), each.words.meaning.in(language));
    if (!words.examples.empty()) out += "\n" + examples_word.in(language) + ":\n";
    for (const std::string& each : words.examples) out += "  " + each + "\n";
    return out;
}

std::string markdown_help(const Verbs& verbs, Language language) {
    const Text title{"# The command line", "# سطر الأوامر"};
    const Text origin{"Made by `masar help --markdown` from the help texts of the program.",
                      "أُنشئت هذه الصفحة بالأمر `masar help --markdown` من نصوص المساعدة في البرنامج."};
    const Text everywhere{
        "Every verb also has `--lang en|ar` (default: the locale, from LC_ALL, LC_MESSAGES or LANG) and `--help`. "
        "Colours and the progress line appear on terminals only; `NO_COLOR` is respected.",
        "لكل أمر أيضاً ‎`--lang en|ar`‎ (الأصل: لغة النظام من LC_ALL أو LC_MESSAGES "
        "أو "
        "LANG) "
        "و‎`--help`‎. "
        "ولا "
        "تظهر "
        "الألوان وسطر التقدم إلا على الشاشة الطرفية، ويُراعى `NO_COLOR`."};
    std::string out = title.in(language) + "\n" + origin.in(language) + "\n\n" + purpose.in(language) + "\n\n";
    out += everywhere.in(language) + "\n\n";
    out += "| " + exits_word.in(language) + " | |\n|---|---|\n";
    for (const ExitMeaning& each : exit_meanings())
        out += "| " + std::to_string(static_cast<int>(each.code)) + " | " + each.meaning.in(language) + " |\n";
    out += "\n";
    for (const auto& verb : verbs) out += markdown_verb(*verb, language);
    out.pop_back();
    return out;
}

}  // namespace masar::cli
