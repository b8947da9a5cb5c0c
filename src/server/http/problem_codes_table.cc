#include "server/http/problem_code.h"

#include <array>

namespace masar::server {
namespace {

using enum ProblemCode;

/// In the order of ProblemCode.
constexpr std::array<ProblemKind, 24> kinds{{
    {bad_request, 400, "bad-request", "The request is malformed", "الطلب غير سليم"},
    {bad_address, 400, "bad-address", "The address is malformed", "العنوان غير سليم"},
    {bad_json, 400, "bad-json", "The body is no JSON that can be taken", "محتوى الطلب ليس JSON مقبولاً"},
    {not_signed_in, 401, "not-signed-in", "Sign in first", "سجّل الدخول أولاً"},
    {wrong_sign_in, 401, "wrong-sign-in", "The sign-in failed", "تعذر تسجيل الدخول"},
    {not_allowed, 403, "not-allowed", "Your role may not do this", "دورك لا يسمح بهذا"},
    {forged, 403, "forged", "The request does not come from a page of this server",
     "لا يأتي الطلب من صفحة في هذا الخادم"},
    {wrong_host, 421, "wrong-host", "The server does not go by this name", "لا يُعرف الخادم بهذا الاسم"},
    {not_found, 404, "not-found", "There is nothing here", "لا يوجد شيء هنا"},
    {wrong_method, 405, "wrong-method", "This cannot be done here", "لا يمكن فعل هذا هنا"},
    {conflict, 409, "conflict", "It clashes with what is there", "يتعارض مع الموجود"},
    {changed_meanwhile, 412, "changed-meanwhile", "Somebody changed it meanwhile", "غيّره شخص آخر في هذه الأثناء"},
    {too_large, 413, "too-large", "The request is too large", "الطلب كبير جداً"},
    {wrong_type, 415, "wrong-type", "The body is of another type than expected", "نوع المحتوى غير المتوقع"},
    {needs_if_match, 428, "needs-if-match", "Say which version you are changing", "حدد النسخة التي تغيرها"},
    {wrong_field, 422, "wrong-field", "A field cannot be taken", "أحد الحقول غير مقبول"},
    {wrong_plan, 422, "wrong-plan", "The plan would be wrong", "ستصبح الخطة غير صحيحة"},
    {too_many, 429, "too-many", "Too many requests", "الطلبات كثيرة جداً"},
    {head_too_large, 431, "head-too-large", "The head of the request is too large", "رأس الطلب كبير جداً"},
    {internal, 500, "internal", "The server made a mistake", "أخطأ الخادم"},
    {busy, 503, "busy", "The server is busy", "الخادم مشغول"},
    {closing, 503, "closing", "The server is closing", "الخادم يُغلق"},
    {storage, 503, "storage", "What was to be kept could not be kept", "تعذر حفظ ما كان ينبغي حفظه"},
    {lacking, 503, "lacking", "The server lacks something that this takes", "ينقص الخادم شيء يلزم لهذا"},
}};

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kinds; }

const ProblemKind& kind_of(ProblemCode code) { return kinds[static_cast<std::size_t>(code)]; }

}  // namespace masar::server
