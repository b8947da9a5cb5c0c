#include "cli/all_verbs.h"
#include "server/serve.h"

namespace masar::cli {
namespace {

/// XDG Base Directory Specification.
std::string data_folder() {
    const std::string_view data = environment("XDG_DATA_HOME");
    if (data.starts_with('/')) return std::string(data) + "/masar";
    return std::string(environment("HOME")) + "/.local/share/masar";
}

class ServeVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "serve",
            {"Open roadmaps in the browser", "فتح خرائط الطريق في المتصفح"},
            {"Pages and a programming interface (/api/v1) on one address, for this machine alone unless another "
             "address is given. With a certificate and its key it speaks TLS. Ctrl-C lets what is under way end, "
             "then stops; a second one stops at once. Standard error gets a log of JSON lines without values.",
             "صفحات وواجهة برمجية (‎/api/v1‎) على عنوان واحد، لهذا الجهاز وحده ما لم يُحدد عنوان آخر. ومع شهادة "
             "ومفتاحها يعمل بتشفير TLS. يُنهي Ctrl-C الجاري ثم يتوقف، والضغط ثانية يوقفه فوراً. ويُكتب سجل من أسطر "
             "JSON بلا قيم على مخرج الأخطاء."},
            {"masar serve", "masar serve --address 0.0.0.0 --tls-cert server.pem --tls-key server.key"}};
    }

    void declare(OptionSet& options) override {
        options.number(
            {"--port", "N", {"the port (default 8080; 0: any free one)", "المنفذ (الأصل 8080؛ و0 لأي منفذ متاح)"}},
            {0, 65535}, options_.port);
        options.text({"--address",
                      "ADDRESS",
                      {"the IP address to listen at (default 127.0.0.1: this machine alone)",
                       "عنوان IP للاستماع (الأصل 127.0.0.1: هذا الجهاز وحده)"}},
                     options_.address);
        options.text({"--data",
                      "PLACE",
                      {"where everything is kept: a folder (default: masar in the user's data folder), or "
                       "postgresql://HOST/DATABASE",
                       "مكان حفظ كل شيء: مجلد (الأصل: masar في مجلد بيانات المستخدم)، أو "
                       "‎postgresql://HOST/DATABASE‎"}},
                     options_.data);
        options.text({"--plan",
                      "PLAN",
                      {"the roadmap to begin with, taken in once (default: the shipped example)",
                       "خارطة الطريق للبدء بها، وتُحفظ مرة واحدة (الأصل: المثال المرفق)"}},
                     options_.plan);
        options.text({"--tls-cert",
                      "FILE",
                      {"certificates in PEM form, the server's own first", "الشهادات بصيغة PEM وأولها شهادة الخادم"}},
                     options_.tls_certificate);
        options.text({"--tls-key", "FILE", {"the private key in PEM form", "المفتاح الخاص بصيغة PEM"}},
                     options_.tls_key);
        options.list({"--name",
                      "NAME,…",
                      {"names by which it is reached behind a proxy on this machine",
                       "الأسماء التي يُعرف بها خلف خادم وسيط على هذا الجهاز"}},
                     options_.names);
        options.number({"--rate",
                        "N",
                        {"reads a second that one session may ask for (default 200; changes a tenth of it, jobs a "
                         "twentieth, files a hundredth; at once ten seconds' worth; who has not signed in is counted "
                         "by address, five times as much; 0: no limit)",
                         "عدد القراءات في الثانية للجلسة الواحدة (الأصل 200؛ وللتغييرات عُشره وللمهام نصف عُشره وللملفات "
                         "جزء من مئة منه؛ ودفعةً واحدةً ما يعادل عشر ثوانٍ؛ ومن لم يسجّل الدخول يُحسب بعنوانه وله خمسة "
                         "أضعاف ذلك؛ و0 بلا حد)"}},
                       {0, 1'000'000}, options_.reads_per_second);
        declare_mail(options);
        options.number({"--threads", "T", {"threads (default: one for each core)", "عدد الخيوط (الأصل: خيط لكل نواة)"}},
                       {1, 64}, options_.threads);
        options.flag(
            {"--log-all",
             "",
             {"log reads too, not only changes and failures", "تسجيل القراءات أيضاً لا التغييرات والإخفاقات وحدها"}},
            options_.log_everything);
        options.flag({"--json", "", {"announce the address as JSON", "إعلان العنوان بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (options_.tls_certificate.empty() != options_.tls_key.empty())
            return session.fail(usage_error({"--tls-cert and --tls-key go together",
                                             "الخياران ‎--tls-cert‎ و‎--tls-key‎ متلازمان"}));
        if (options_.data.empty()) options_.data = data_folder();
        const auto announce = [&](const server::Announcement& said) {
            return session.console.print(json_ ? said.json : said.words.in(session.language));
        };
        const auto served = server::serve(options_, {session.files, announce});
        return served ? ExitCode::fine : session.fail(served.error());
    }

private:
    void declare_mail(OptionSet& options) {
        options.text({"--smtp",
                      "HOST:PORT",
                      {"the mail relay for daily messages (default: none is ever sent)",
                       "خادم البريد للرسائل اليومية (الأصل: لا تُرسل أي رسالة)"}},
                     options_.smtp.relay);
        options.text({"--smtp-from", "ADDRESS", {"the address that they come from", "العنوان الذي تُرسل منه"}},
                     options_.smtp.from);
        options.choice(
            {"--smtp-tls",
             "WAY",
             {"starttls (default), implicit, or none: for a relay on this machine alone",
              "‏starttls (الأصل) أو implicit أو none لخادم بريد على هذا الجهاز وحده"}},
            {"starttls", "implicit", "none"}, options_.smtp.tls);
        options.text({"--smtp-credentials",
                      "FILE",
                      {"a file with the name in its first line and the password in the second",
                       "ملف في سطره الأول الاسم وفي الثاني كلمة السر"}},
                     options_.smtp.credentials);
        options.number({"--smtp-hour",
                        "H",
                        {"the hour of the day (UTC) from which on they go (default 4)",
                         "الساعة (UTC) التي تُرسل ابتداءً منها (الأصل 4)"}},
                       {0, 23}, options_.smtp.hour);
    }

    server::ServeOptions options_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_serve_verb() { return std::make_unique<ServeVerb>(); }

}  // namespace masar::cli
