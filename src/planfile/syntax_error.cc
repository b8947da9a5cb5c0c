#include "planfile/syntax_error.h"

#include <array>
#include <string>

namespace masar::planfile {
namespace {

struct Row {
    std::string_view part;  ///< of libfyaml 0.7.12's sentence
    std::string_view en, ar, hint_en, hint_ar;
};

constexpr std::string_view quote_it_en = "put the text in quotes", quote_it_ar = "ضع النص بين علامتي اقتباس";
constexpr std::string_view indent_en = "check the indentation of this line and the one above",
                           indent_ar = "راجع المسافة البادئة لهذا السطر وللسطر الذي فوقه";

constexpr std::array rows{
    Row{"nested block mapping on the same line", "a second ':' in one line", "«:» ثانية في سطر واحد", quote_it_en,
        quote_it_ar},
    Row{"without a closing bracket", "a '[' or '{' that is never closed", "قوس مفتوح لم يُغلق",
        "add the closing bracket", "أضف قوس الإغلاق"},
    Row{"missing comma", "a comma or a closing bracket is missing", "فاصلة أو قوس إغلاق مفقود",
        "separate the items with commas and close the bracket", "افصل بين العناصر بفواصل وأغلق القوس"},
    Row{"extra closing brac", "a closing bracket that nothing opens", "قوس إغلاق بلا قوس يفتحه",
        "remove it, or put the text in quotes", "احذفه أو ضع النص بين علامتي اقتباس"},
    Row{"without closing quote", "a quotation mark that is never closed", "علامة اقتباس لم تُغلق",
        "add the closing quotation mark", "أضف علامة الاقتباس الختامية"},
    Row{"trailing content", "text after the closing quotation mark", "نص بعد علامة الاقتباس الختامية",
        "put the whole text inside the quotes", "ضع النص كله بين علامتي الاقتباس"},
    Row{"invalid escape", "an unknown escape after '\\'", "رمز هروب غير معروف بعد «\\»",
        "write '\\\\' for a backslash, or use single quotes",
        "اكتب «\\\\» للشرطة المائلة أو استعمل علامة اقتباس مفردة"},
    Row{"cannot start with", "a text that begins with a character YAML keeps for itself", "نص يبدأ بمحرف محجوز في YAML",
        quote_it_en, quote_it_ar},
    Row{"invalid value after mapping", "a line without ':' among keys", "سطر بلا «:» بين المفاتيح",
        "write 'key: value'", "اكتب «مفتاح: قيمة»"},
    Row{"multiline", "a key that does not fit the lines above it", "مفتاح لا يتفق مع الأسطر التي فوقه", indent_en,
        indent_ar},
    Row{"indented", "wrong indentation", "مسافة بادئة خاطئة", indent_en, indent_ar},
    Row{"indentation", "wrong indentation", "مسافة بادئة خاطئة", indent_en, indent_ar},
};

}  // namespace

SyntaxErrorText explain_syntax_error(std::string_view detail) {
    for (const Row& row : rows) {
        if (detail.find(row.part) == std::string_view::npos) continue;
        return {{std::string(row.en), std::string(row.ar)}, {std::string(row.hint_en), std::string(row.hint_ar)}};
    }
    return {{"the text is not well-formed here", "النص غير سليم البنية هنا"},
            {std::string(indent_en), std::string(indent_ar)}};
}

}  // namespace masar::planfile
