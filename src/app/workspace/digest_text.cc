#include "app/workspace/digest_text.h"

#include "base/plural.h"

#include <array>
#include <utility>

namespace masar::app {
namespace {

using base::Noun;

constexpr Noun thing{"thing for you", "things for you", "أمر واحد لك", "أمران لك",
                     "أمرين لك",      "أمور لك",        "أمراً لك",     "أمر لك"};
constexpr Noun signature{"proposal waits for your signature",
                         "proposals wait for your signature",
                         "مقترح واحد بانتظار توقيعك",
                         "مقترحان بانتظار توقيعك",
                         "مقترحين بانتظار توقيعك",
                         "مقترحات بانتظار توقيعك",
                         "مقترحاً بانتظار توقيعك",
                         "مقترح بانتظار توقيعك"};
constexpr Noun came_back{"proposal of yours was returned or objected to",
                         "proposals of yours were returned or objected to",
                         "مقترح واحد لك أُعيد أو اعتُرض عليه",
                         "مقترحان لك أُعيدا أو اعتُرض عليهما",
                         "مقترحين لك أُعيدا أو اعتُرض عليهما",
                         "مقترحات لك أُعيدت أو اعتُرض عليها",
                         "مقترحاً لك أُعيد أو اعتُرض عليه",
                         "مقترح لك أُعيد أو اعتُرض عليه"};
constexpr Noun changed{"record of your side was changed by the other side",
                       "records of your side were changed by the other side",
                       "سجل واحد لجانبك غيّره الجانب الآخر",
                       "سجلان لجانبك غيّرهما الجانب الآخر",
                       "سجلين لجانبك غيّرهما الجانب الآخر",
                       "سجلات لجانبك غيّرها الجانب الآخر",
                       "سجلاً لجانبك غيّره الجانب الآخر",
                       "سجل لجانبك غيّره الجانب الآخر"};
constexpr Noun note{"new note on a record of your side",  "new notes on records of your side",
                    "ملاحظة جديدة واحدة على سجلات جانبك", "ملاحظتان جديدتان على سجلات جانبك",
                    "ملاحظتين جديدتين على سجلات جانبك",   "ملاحظات جديدة على سجلات جانبك",
                    "ملاحظة جديدة على سجلات جانبك",       "ملاحظة جديدة على سجلات جانبك"};
constexpr Noun reply{"reply to your notes", "replies to your notes", "رد واحد على ملاحظاتك", "ردان على ملاحظاتك",
                     "ردين على ملاحظاتك",   "ردود على ملاحظاتك",     "رداً على ملاحظاتك",     "رد على ملاحظاتك"};
constexpr Noun due{"deadline late or within 14 days",        "deadlines late or within 14 days",
                   "موعد نهائي واحد متأخر أو خلال 14 يوماً",  "موعدان نهائيان متأخران أو خلال 14 يوماً",
                   "موعدين نهائيين متأخرين أو خلال 14 يوماً", "مواعيد نهائية متأخرة أو خلال 14 يوماً",
                   "موعداً نهائياً متأخراً أو خلال 14 يوماً",    "موعد نهائي متأخر أو خلال 14 يوماً"};

}  // namespace

void DigestCounts::add(const Notices& notices) {
    for (const Notice& each : notices.list) switch (each.kind) {
            case NoticeKind::signature: ++signatures; break;
            case NoticeKind::returned:
            case NoticeKind::objected: ++came_back; break;
            case NoticeKind::changed: ++changed; break;
            case NoticeKind::note: notes += each.count; break;
            case NoticeKind::reply: replies += each.count; break;
            case NoticeKind::due: ++due; break;
        }
}

Message digest_message(const DigestCounts& counts, base::Language language, const std::string& link) {
    const auto in = [&](const base::Text& text) { return text.in(language); };
    Message message;
    message.subject = in({"Masar: ", "مسار: "}) + in(base::counted(thing, counts.total()));
    const std::array<std::pair<const Noun*, std::int64_t>, 6> lines{{{&signature, counts.signatures},
                                                                     {&came_back, counts.came_back},
                                                                     {&changed, counts.changed},
                                                                     {&reply, counts.replies},
                                                                     {&note, counts.notes},
                                                                     {&due, counts.due}}};
    for (const auto& [noun, number] : lines)
        if (number > 0) message.body += in(base::counted(*noun, number)) + "\n";
    message.body += "\n" + link + "\n\n";
    message.body += in({"You get this once a day because you asked for it; end it on the page of your account.\n",
                        "تصلك هذه الرسالة مرة في اليوم لأنك طلبتها، ويمكنك إيقافها من صفحة حسابك.\n"});
    return message;
}

}  // namespace masar::app
