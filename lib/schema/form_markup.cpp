// SPDX-License-Identifier: MIT
#include "lib/schema/form_markup.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/plain_words.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace minqing::schema {
namespace {

constexpr std::array<std::string_view, 32> kElements = {
    "h1",  "h2",     "h3",    "p",     "div", "section", "span",    "br",
    "hr",  "strong", "em",    "u",     "ol",  "ul",      "li",      "small",
    "sub", "sup",    "table", "tr",    "th",  "td",      "caption", "colgroup",
    "col", "thead",  "tbody", "tfoot", "dl",  "dt",      "dd",      "b"};
constexpr std::array<std::string_view, 3> kEmpty = {"br", "hr", "col"};
constexpr std::array<std::string_view, 4> kAttributes = {"class", "style", "colspan", "rowspan"};

/// Stands around the template, so that it may hold several elements and text.
constexpr std::string_view kAround = "<form>";
constexpr std::string_view kAroundEnd = "</form>";
constexpr int kMaxDepth = 64;

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
base::Text nearest_of(const std::array<std::string_view, N>& words, std::string_view word) {
  const std::vector<std::string> known(words.begin(), words.end());
  const std::string nearest = base::nearest(word, known);
  if (!nearest.empty()) return base::text("是不是“{}”？", "did you mean '{}'?", nearest);
  return base::text("可以用：{}", "accepted: {}", base::join(known, " "));
}

base::Text fault_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_TAG_MISMATCH:
      return {"标签没有成对：这里结束的不是最里面的一个", "tags do not match here"};
    case XML_ERROR_UNDEFINED_ENTITY:
      return {"不认识的 &…;", "an unknown entity"};
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return {"属性写了两遍", "an attribute stands there twice"};
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_NO_ELEMENTS:
      return {"标签没有写完", "a tag is not finished"};
    default:
      return base::text("标签写得不对（{}）", "the markup is not well formed ({})",
                        XML_ErrorString(error));
  }
}

class MarkupChecker {
 public:
  MarkupChecker(const SourceText& source, Problems& problems)
      : source_(source), problems_(problems), parser_(XML_ParserCreate("UTF-8"), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCommentHandler(parser_.get(), [](void* self, const char*) {
      checker(self).refuse({"不能用 <!-- -->", "<!-- --> cannot be used"},
                           {"说明写成 {{! … }}", "write remarks as {{! … }}"});
    });
    XML_SetProcessingInstructionHandler(parser_.get(), [](void* self, const char*, const char*) {
      checker(self).refuse({"不能用 <? ?>", "<? ?> cannot be used"}, {});
    });
    XML_SetStartCdataSectionHandler(parser_.get(), [](void* self) {
      checker(self).refuse({"不能用 CDATA", "CDATA cannot be used"}, {});
    });
  }

  void run(const std::vector<FormSection>& sections) {
    if (!feed(kAround, false) || !feed(source_.bytes(), false) || !feed(kAroundEnd, true)) return;
    for (const FormSection& section : sections) check_section(section);
  }

 private:
  using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;
  static MarkupChecker& checker(void* self) { return *static_cast<MarkupChecker*>(self); }

  bool feed(std::string_view piece, bool last) {
    const auto status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (too_deep_) refuse({"套得太深", "elements are nested too deeply"}, {});
    if (status == XML_STATUS_OK) return true;
    if (too_deep_) return false;
    refuse(fault_of(XML_GetErrorCode(parser_.get())),
           {"每个 <x> 要有 </x>，换行写 <br/>；文字里的 & 和 < 写成 &amp; 和 &lt;，空格写 &#160;",
            "every <x> needs its </x>, a line break is <br/>; in text write &amp; and &lt;, and "
            "&#160; for a blank"});
    return false;
  }

  std::size_t offset() const {
    const auto at = XML_GetCurrentByteIndex(parser_.get());
    const auto around = static_cast<long>(kAround.size());
    return at < around ? 0
                       : std::min(static_cast<std::size_t>(at - around), source_.bytes().size());
  }
  void refuse(base::Text reason, base::Text way_out) {
    problems_.add(source_.position_of(offset()), {}, std::move(reason), std::move(way_out));
  }
  void refuse_word(std::string_view word, base::Text reason, base::Text way_out) {
    problems_.add(source_.position_of(offset()), std::string(word), std::move(reason),
                  std::move(way_out));
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    checker(self).start(name, attributes);
  }
  static void on_end(void* self, const char*) { checker(self).end(); }

  void start(std::string_view name, const char** attributes) {
    const bool is_around = elements_.empty();
    if (elements_.size() > kMaxDepth) {
      too_deep_ = true;
      XML_StopParser(parser_.get(), XML_FALSE);
      return;
    }
    elements_.push_back(++last_element_);
    changes_.push_back({offset(), last_element_});
    if (is_around) return;
    if (!holds(kElements, name)) {
      refuse_word(name, base::text("文书里不能用 <{}>", "<{}> cannot be used in a form", name),
                  nearest_of(kElements, name));
    }
    for (; *attributes != nullptr; attributes += 2) check_attribute(attributes[0], attributes[1]);
    check_empty(name);
  }

  void end() {
    elements_.pop_back();
    changes_.push_back({offset(), elements_.empty() ? 0 : elements_.back()});
  }

  void check_attribute(std::string_view name, std::string_view value) {
    if (!holds(kAttributes, name)) {
      refuse_word(name, base::text("文书里不能用属性“{}”", "no attribute '{}' in a form", name),
                  nearest_of(kAttributes, name));
    } else if (value.find("{{") != std::string_view::npos) {
      refuse_word(name, {"属性里不能用 {{…}}", "no {{…}} within a tag"},
                  {"写在标签外面的文字里", "write it in the text"});
    } else if (name == "style" && value.find_first_of("(\\@<") != std::string_view::npos) {
      refuse_word(name, {"样式里不能有 ( \\ @ <", "no ( \\ @ < in a style"},
                  {"只写字号、宽度、对齐一类", "set sizes, widths and the like"});
    }
  }

  /// `<td/>` is an empty cell in XML and an open one in a browser.
  void check_empty(std::string_view name) {
    const int size = XML_GetCurrentByteCount(parser_.get());
    const std::string_view tag = source_.bytes().substr(offset(), static_cast<std::size_t>(size));
    if (!tag.ends_with("/>") || holds(kEmpty, name)) return;
    refuse_word(name,
                base::text("<{}/> 要写成 <{}></{}>", "write <{}></{}> for <{}/>", name, name, name),
                {});
  }

  std::size_t element_at(std::size_t offset) const {
    const auto after =
        std::upper_bound(changes_.begin(), changes_.end(), offset,
                         [](std::size_t at, const Change& change) { return at < change.from; });
    return after == changes_.begin() ? 0 : (after - 1)->element;
  }

  void check_section(const FormSection& section) {
    if (element_at(section.begin.from) == element_at(section.end.from)) return;
    problems_.add(source_.position_of(section.end.name_at), std::string(section.end.name),
                  {"开头和结尾不在同一个标签里面", "it begins and ends in different elements"},
                  {"{{#…}} 和 {{/…}} 要成对包住整个标签，如整行 <tr>…</tr>",
                   "put both around whole elements, such as a row <tr>…</tr>"});
  }

  /// From here on text belongs to this element.
  struct Change {
    std::size_t from;
    std::size_t element;
  };

  const SourceText& source_;
  Problems& problems_;
  Parser parser_;
  std::vector<std::size_t> elements_;
  std::size_t last_element_ = 0;
  std::vector<Change> changes_;
  bool too_deep_ = false;
};

}  // namespace

void check_markup(const SourceText& source, const std::vector<FormSection>& sections,
                  Problems& problems) {
  MarkupChecker(source, problems).run(sections);
}

}  // namespace minqing::schema
