#include "paper/article_blocks.h"

#include "paper/drawing_block.h"
#include "paper/table_block.h"
#include "paper/text_block.h"

#include <array>

namespace masar::paper {
namespace {

constexpr double readable_width = 560;

struct TextRule {
    std::string_view tag, css_class;
    TextLook look;
};
/// The first that fits is taken.
const std::array text_rules{
    TextRule{"h1", "", {{20, true, ink}, 2, 4, 0, true}},
    TextRule{"h2", "", {{13, true, ink}, 0, 3, 0, true}},
    TextRule{"h3", "", {{10, true, ink}, 10, 3, 0, true}},
    TextRule{"h4", "", {{8.5, true, ink}, 4, 2, 0, true}},
    TextRule{"figcaption", "", {{8.5, true, ink}, 6, 3, 0, true}},
    TextRule{"p", "lead", {{10.5, false, ink_soft}, 2, 4, 0, false, false, readable_width}},
    TextRule{"p", "note", {{8, false, ink_faint}, 0, 5, 0, true, false, readable_width}},
    TextRule{"p", "", {{8.5, false, ink_soft}, 1, 4, 0, false, false, readable_width}},
    TextRule{"li", "", {{8.5, false, ink}, 0, 3, 12, false, true}},
    TextRule{"dd", "", {{8, false, ink}, 0, 3, 0}},
};

class BlockMaker {
public:
    BlockMaker(const Room& room, const Letters& letters) : room_(room), letters_(letters), texts_(room, letters) {}

    void walk(const pugi::xml_node& parent) {
        for (const pugi::xml_node& each : parent.children()) visit(each);
    }
    std::vector<Block> take() { return std::move(blocks_); }

private:
    void visit(const pugi::xml_node& element) {
        const std::string_view tag = element.name(), classes = element.attribute("class").value();
        if (tag.empty() || has_class(classes, "top")) return;  // the bar of the page in a browser
        if (tag == "section") add(texts_.section_rule());
        if (tag == "table") return add_broad(element, table_block);
        if (tag == "svg") return add_broad(element, drawing_block);
        if (has_class(classes, "figures")) return add(texts_.figures(element));
        if (has_class(classes, "indicators")) return add(panel_block(element, room_, letters_));
        if (has_class(classes, "legend")) return add(texts_.legend(element));
        if (tag == "dt") return;  // with its dd
        for (const TextRule& rule : text_rules)
            if (tag == rule.tag && (rule.css_class.empty() || has_class(classes, rule.css_class)))
                return add_text(element, rule.look);
        walk(element);
    }

    void add_text(const pugi::xml_node& element, TextLook look) {
        const std::string_view tag = element.name();
        if (has_class(element.attribute("class").value(), "fails-text")) look.letters = {look.letters.size, true, fail};
        if (tag == "dd") return add(texts_.paragraph(with_term(element), look));
        Block block = texts_.paragraph(element, look);
        if (tag == "h1" || tag == "h2") block.outline = plain_text(words_of(element));
        add(std::move(block));
    }

    /// "<dt>Seed</dt><dd>1</dd>" as one line.
    pugi::xml_node with_term(const pugi::xml_node& definition) {
        pugi::xml_node line = made_.append_child("p");
        pugi::xml_node term = line.append_child("b");
        term.append_child(pugi::node_pcdata).set_value(definition.previous_sibling("dt").text().get());
        line.append_child("span").append_child(pugi::node_pcdata).set_value("\u2002");
        line.append_copy(definition);
        return line;
    }

    /// Over the whole width where its other language takes that.
    void add_broad(const pugi::xml_node& element, Block make(const pugi::xml_node&, const Room&, const Letters&)) {
        if (!room_.broad.contains(blocks_.size())) return add(make(element, room_, letters_));
        Room whole = room_;
        whole.column = room_.whole;
        Block block = make(element, whole, letters_);
        block.wide = true;
        add(std::move(block));
    }

    void add(Block block) {
        if (!block.pieces.empty()) blocks_.push_back(std::move(block));
    }

    const Room& room_;
    const Letters& letters_;
    TextMaker texts_;
    pugi::xml_document made_;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(const pugi::xml_node& article, const Room& room, const Letters& letters) {
    BlockMaker maker(room, letters);
    maker.walk(article);
    return maker.take();
}

}  // namespace masar::paper
