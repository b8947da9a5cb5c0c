#include "server/http/head_problem.h"

namespace masar::server {
namespace {

struct Said {
    base::Text detail;
    std::string field;
};

Said said_of(HeadFault fault) {
    switch (fault) {
        case HeadFault::bad_version:
            return {{"only HTTP/1.1 and HTTP/1.0 are spoken", "لا يُقبل إلا HTTP/1.1 وHTTP/1.0"}, ""};
        case HeadFault::bad_bytes:
            return {{"the head has control characters, or lines that do not end with CR LF",
                     "في الرأس محارف تحكم أو أسطر لا تنتهي بالمحرفين CR LF"},
                    ""};
        case HeadFault::folded_line:
            return {{"a field is continued on a second line", "أحد الحقول مكتوب على سطرين"}, ""};
        case HeadFault::bad_field: return {{"a field has no proper name", "أحد الحقول بلا اسم سليم"}, ""};
        case HeadFault::bad_host: return {{"exactly one name of a host is needed", "يلزم اسم مضيف واحد فقط"}, "Host"};
        case HeadFault::bad_length:
            return {{"the length must be given once, as a plain number", "يُذكر الطول مرة واحدة وبعدد صحيح"},
                    "Content-Length"};
        case HeadFault::length_and_more:
            return {{"a length and a transfer encoding contradict each other", "الطول وترميز النقل متعارضان"},
                    "Transfer-Encoding"};
        case HeadFault::bad_encoding:
            return {{"the only transfer encoding is 'chunked'", "ترميز النقل الوحيد المقبول هو «chunked»"},
                    "Transfer-Encoding"};
        case HeadFault::too_many_fields: return {{"the head has too many fields", "حقول الرأس أكثر من المسموح"}, ""};
        case HeadFault::none:
        case HeadFault::bad_line: break;
    }
    return {{"the first line is no request", "السطر الأول ليس طلباً"}, ""};
}

}  // namespace

Problem problem_of(HeadFault fault) {
    Said said = said_of(fault);
    const bool many = fault == HeadFault::too_many_fields;
    return {many ? ProblemCode::head_too_large : ProblemCode::bad_request, std::move(said.detail),
            std::move(said.field)};
}

}  // namespace masar::server
