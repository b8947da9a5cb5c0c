#include "cli/command_line.h"

#include "base/near_name.h"
#include "base/version.h"
#include "cli/disk.h"
#include "cli/help_text.h"
#include "cli/join_ranks.h"
#include "cli/steady_clock.h"
#include "report/figures.h"

#include <algorithm>
#include <exception>
#include <new>

namespace masar::cli {
namespace {

using base::Language;

/// --lang is looked at before anything else, because complaints about the rest are written in that language.
Language language_of(const Words& words, Language fallback) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string value;
        if (words[i].starts_with("--lang="))
            value = words[i].substr(7);
        else if (words[i] == "--lang" && i + 1 < words.size())
            value = words[i + 1];
        if (value == "en") return Language::en;
        if (value == "ar") return Language::ar;
    }
    return fallback;
}

/// Position of the verb: the first word that is no option (nor the value of --lang); the number of words when there is none.
std::size_t position_of_verb(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang")
            ++i;
        else if (!words[i].starts_with('-'))
            return i;
    }
    return words.size();
}

ExitCode unknown_verb(const std::string& word, const Verbs& verbs, const Session& session) {
    std::vector<std::string> names;
    for (const auto& verb : verbs) names.push_back(verb->words().name);
    const auto near = base::nearest(word, names);
    const base::Text hint = near ? report::fill({"did you mean '{}'?", "هل تقصد «{}»؟"}, report::ltr(*near))
                                 : base::Text{"'masar --help' lists the verbs", "«masar --help» يعرض الأوامر"};
    return session.fail(
        usage_error(report::fill({"there is no verb '{}'", "لا يوجد أمر باسم «{}»"}, report::ltr(word)), hint));
}

/// Without a verb: help, the version, or a complaint.
ExitCode run_without_verb(const Words& words, const Verbs& verbs, const Session& session) {
    OptionSet options;
    CommonOptions common;
    bool version = false;
    declare_common(options, common);
    options.flag({"-V,--version", "", {"the version", "رقم الإصدار"}}, version);
    if (auto parsed = options.parse(words); !parsed) return session.fail(parsed.error());
    if (version) return session.show("masar " + std::string(base::version) + "\n", ExitCode::fine);
    const std::string help = overview_help(verbs, session.language);
    if (common.help) return session.show(help, ExitCode::fine);
    session.console.complain(help);
    return ExitCode::usage;
}

ExitCode run_verb(Verb& verb, Words words, const Session& session) {
    OptionSet options;
    CommonOptions common;
    verb.declare(options);
    declare_common(options, common);
    // Help is wanted even when the rest of the line is wrong.
    if (std::ranges::any_of(words, [](const std::string& word) { return word == "--help" || word == "-h"; }))
        return session.show(verb_help(verb, session.language), ExitCode::fine);
    if (auto parsed = options.parse(std::move(words)); !parsed) {
        base::Error error = parsed.error();
        if (error.hint.empty())
            error.hint = report::fill({"see '{}'", "انظر «{}»"}, report::ltr("masar " + verb.words().name + " --help"));
        return session.fail(error);
    }
    return verb.run(session);
}

}  // namespace

ExitCode run(const Words& words, const Verbs& verbs, Session session) {
    session.language = language_of(words, session.language);
    const std::size_t at = position_of_verb(words);
    if (at == words.size()) return run_without_verb(words, verbs, session);
    if (session.ranks != nullptr && words[at] != "simulate")
        return session.fail(usage_error({"only 'simulate' is shared among the processes of mpirun",
                                         "الأمر simulate وحده هو الذي تتقاسمه عمليات mpirun"},
                                        {"start the other verbs without mpirun", "شغّل الأوامر الأخرى دون mpirun"}));
    const auto verb = std::ranges::find_if(verbs, [&](const auto& each) { return each->words().name == words[at]; });
    if (verb == verbs.end()) return unknown_verb(words[at], verbs, session);
    Words rest = words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    return run_verb(**verb, std::move(rest), session);
}

ExitCode run(const Words& words) {
    Console console;
    Disk disk;
    SteadyClock clock;
    Session session{console, disk, clock, language_of_environment()};
    try {
        const auto ranks = join_ranks();
        if (!ranks) return session.fail(ranks.error());
        session.ranks = ranks->get();
        if (session.only_helps()) console.mute();
        return run(words, all_verbs(), session);
    } catch (const std::bad_alloc&) {
        return session.fail({base::Error::Kind::limit, {"out of memory", "نفدت الذاكرة"}, {}});
    } catch (const std::exception& error) {  // only what a library threw and nobody expected
        return session.fail({base::Error::Kind::limit,
                             report::fill({"internal error: {}", "خطأ داخلي: {}"}, report::ltr(error.what())),
                             {}});
    }
}

}  // namespace masar::cli
