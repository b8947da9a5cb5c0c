#include "planfile/read_frame.h"

#include "planfile/fields.h"
#include "planfile/literal_date.h"
#include "planfile/phrase.h"

#include <algorithm>
#include <map>

namespace masar::planfile {
namespace {

/// A heading holds records; everything else at the top is about the plan as a whole.
bool is_heading(const Keyword& keyword) {
    return keyword.form == Form::record || keyword.arrangement == Arrangement::table;
}

class FrameReader {
public:
    explicit FrameReader(Reading& reading) : reading_(reading) {}

    void read(const FrameFile& file) {
        const Fields fields(*file.reader, NodeTree::root(), Kind::plan);
        for (const Keyword& keyword : keywords(Kind::plan))
            if (!is_heading(keyword) && fields.has(keyword.name) && may_stand(file, fields, keyword.name))
                take(fields, keyword.name);
    }

    void require(base::Place place) const {
        for (const Keyword& keyword : keywords(Kind::plan))
            if (keyword.presence == Presence::required && !places_.contains(keyword.name))
                reading_.report(code::missing_field, place,
                                phrase("'{}' is missing in the plan", "ينقص «{}» في الخطة", keyword.name),
                                phrase("add '{}' to the first file", "أضف «{}» إلى الملف الأول", keyword.name));
    }

private:
    bool may_stand(const FrameFile& file, const Fields& fields, std::string_view key) {
        if (key == "masar") return true;  // every file may say which version it is written in
        if (file.in_side_folder) {
            reading_.report(code::foreign_record, fields.key_place(key),
                            phrase("'{}' belongs to the shared frame, not to one side",
                                   "«{}» من الإطار المشترك لا من ملفات جانب واحد", key),
                            {"write it in plan.yaml", "اكتبه في plan.yaml"});
            return false;
        }
        const auto found = places_.find(key);
        if (found == places_.end()) return true;
        reading_
            .report(code::repeated_heading, fields.key_place(key),
                    phrase("'{}' is stated in two files", "«{}» مذكور في ملفين", key),
                    {"keep one of the two", "أبقِ واحداً منهما"})
            .related.push_back({found->second, {"first here", "ورد أول مرة هنا"}});
        return false;
    }

    void take(const Fields& fields, std::string_view key) {
        places_.emplace(key, fields.key_place(key));
        plan::Plan& plan = reading_.plan;
        if (key == "masar")
            check_version(fields);
        else if (key == "title")
            plan.title = fields.text(key);
        else if (key == "start")
            plan.start = fields.literal_at(key, &parse_date).value_or(plan::At<calendar::Date>{});
        else if (key == "end")
            plan.end = fields.literal_at(key, &parse_date);
        else if (key == "as-of")
            plan.as_of = fields.literal_at(key, &parse_date);
        else if (key == "illustrative")
            plan.illustrative = fields.flag(key);
        else if (key == "handling")
            plan.handling = fields.words(key);
        else if (key == "authoritative-language")
            take_language(fields);
        else if (key == "aims")
            take_aims(fields);
        else if (key == "estimates")
            plan.estimates = fields.word(key, plan::EstimateForm::pert);
    }

    void check_version(const Fields& fields) const {
        const auto text = fields.reader().scalar(fields.find("masar"));
        if (text && *text != "1")
            reading_.report(code::wrong_version, fields.place("masar"),
                            phrase("unknown version '{}'", "الإصدار «{}» غير معروف", shortened(*text)),
                            {"write 'masar: 1'", "اكتب «masar: 1»"});
    }

    void take_language(const Fields& fields) const {
        enum class Choice : std::uint8_t { en, ar, both };
        const auto choice = fields.word("authoritative-language", Choice::both);
        if (choice != Choice::both)
            reading_.plan.authoritative_language = choice == Choice::en ? base::Language::en : base::Language::ar;
    }

    void take_aims(const Fields& fields) const {
        std::vector<plan::ObjectiveOrder> aims;
        const std::string_view options = find_keyword(Kind::plan, "aims")->options;
        fields.each_item("aims", [&](NodeId item) {
            const FileReader& reader = fields.reader();
            const auto text = reader.scalar(item);
            const auto aim =
                text ? reader.value_or_report(parse_word(*text, options), reader.tree().place(item)) : std::nullopt;
            if (aim) aims.push_back(static_cast<plan::ObjectiveOrder>(*aim));
        });
        if (!aims.empty()) reading_.plan.aims = std::move(aims);
    }

    Reading& reading_;
    std::map<std::string_view, base::Place> places_;
};

}  // namespace

void read_frame(Reading& reading, const std::vector<FrameFile>& files) {
    FrameReader frame(reading);
    for (const FrameFile& file : files) frame.read(file);
    const bool silent = reading.partial || files.empty();
    if (!silent) frame.require(files.front().reader->tree().index().place(0, 0));
}

}  // namespace masar::planfile
