// SPDX-License-Identifier: MIT
#include "lib/schema/form_places.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/form_words.hpp"
#include "lib/schema/plain_words.hpp"
#include "lib/schema/schema.hpp"

#include <algorithm>
#include <utility>

namespace minqing::schema {
namespace {

using Kind = FormPlace::Kind;

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";
constexpr std::string_view kRowNumber = "row_no";

std::optional<Kind> kind_of(char sign) {
  switch (sign) {
    case '#':
      return Kind::section;
    case '^':
      return Kind::inverted;
    case '/':
      return Kind::end;
    case '!':
      return Kind::remark;
    case '{':
    case '&':
    case '>':
    case '=':
      return std::nullopt;
    default:
      return Kind::value;
  }
}

/// What stands between the braces, without its sign; `at` is the offset of the name.
FormPlace place_of(std::string_view inside, std::size_t at, Kind kind) {
  FormPlace place{.kind = kind};
  if (kind != Kind::value) {
    inside.remove_prefix(1);
    ++at;
  }
  place.name = base::trim(inside);
  place.name_at =
      at + (place.name.empty() ? 0 : static_cast<std::size_t>(place.name.data() - inside.data()));
  return place;
}

/// Checks one template from its beginning to its end.
class PlaceChecker {
 public:
  PlaceChecker(const SourceText& source, const Schema& schema, const Form& form, Problems& problems)
      : source_(source), form_(form), names_(form_names(schema)), problems_(problems) {}

  std::vector<FormSection> run(std::vector<FormPlace>& places) {
    for (FormPlace& place : places) {
      if (place.kind == Kind::remark) continue;
      if (place.kind == Kind::end) {
        close(place);
        continue;
      }
      const FormName* name = look_up(place);
      if (name != nullptr) place.id = name->id;
      if (place.kind == Kind::value && name != nullptr && name->list) refuse_list(place);
      if (place.kind != Kind::value) open_.push_back({place, name});
    }
    for (const Open& open : open_) {
      add(open.place,
          base::text("没有对应的 {{{{/{}}}}}", "there is no {{{{/{}}}}} for it", open.place.name));
    }
    return std::move(sections_);
  }

 private:
  struct Open {
    FormPlace place;
    const FormName* name;
  };

  void add(const FormPlace& place, base::Text reason, base::Text way_out = {}) {
    problems_.add(source_.position_of(place.name_at), std::string(place.name), std::move(reason),
                  std::move(way_out));
  }

  bool is_within(std::string_view list) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& open) {
      return open.place.kind == Kind::section && open.name != nullptr && open.name->id == list;
    });
  }

  bool is_meant_here(const FormName& name) const {
    if (name.id == kFormIssues) return form_.list && !is_within(kFormIssues);
    if (name.id == kRowNumber) return form_.list && is_within(kFormIssues);
    switch (name.scope) {
      case FormScope::paper:
        return true;
      case FormScope::card:
        return form_.card;
      case FormScope::issue:
        return !form_.card && (!form_.list || is_within(kFormIssues));
      case FormScope::entry:
        return is_within("progress") || is_within("instructions");
    }
    return false;
  }

  /// What may be written at this place.
  std::vector<FormName> known_here() const {
    std::vector<FormName> out;
    std::copy_if(names_.begin(), names_.end(), std::back_inserter(out),
                 [&](const FormName& name) { return is_meant_here(name); });
    return out;
  }

  const FormName* look_up(const FormPlace& place) {
    const std::vector<FormName> here = known_here();
    const FormName* found = find_form_name(here, place.name);
    if (found == nullptr) {
      refuse_name(place, here);
      return nullptr;
    }
    if (form_.open && found->personal != Personal::none) {
      add(place,
          {"公示的文书不能用这一项：它是个人信息，或是群众说的话",
           "a paper for the public cannot have this: it is personal, or what a resident said"},
          {"只用编号、类别、村、日期、单位一类的内容",
           "use number, category, village, dates, units"});
    }
    // Names live as long as the checker.
    const auto same = [&](const FormName& name) {
      return name.id == found->id && name.scope == found->scope;
    };
    return &*std::find_if(names_.begin(), names_.end(), same);
  }

  void refuse_name(const FormPlace& place, const std::vector<FormName>& here) {
    if (const FormName* elsewhere = find_form_name(names_, place.name)) {
      add(place, {"这里不能用这一项", "this has no meaning here"}, where_meant(*elsewhere));
      return;
    }
    std::vector<std::string> spellings;
    for (const FormName& name : here) {
      spellings.insert(spellings.end(), name.spellings.begin(), name.spellings.end());
    }
    const std::string nearest = base::nearest(place.name, spellings);
    add(place, base::text("没有这一项：“{}”", "there is no '{}'", shown(place.name)),
        nearest.empty() ? base::Text{"可以用的各项见 man minqing-forms",
                                     "'man minqing-forms' lists what there is"}
                        : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
  }

  base::Text where_meant(const FormName& name) const {
    if (name.scope == FormScope::entry) {
      return {"只在 {{#办理经过}}、{{#领导批示}} 里面用",
              "use it within {{#progress}} or {{#instructions}}"};
    }
    if (name.scope == FormScope::card) {
      return {"只在 card: true 的文书里用", "use it in a form with card: true"};
    }
    if (form_.card) {
      return {"联系卡上只有干部和单位的各项", "a contact card is about an official, not an issue"};
    }
    if (!form_.list) return {"只在 list: true 的文书里用", "use it in a form with list: true"};
    return name.id == kFormIssues
               ? base::Text{"{{#各件}} 里面不能再套一个",
                            "there is one {{#issues}} and none within it"}
               : base::Text{"写在 {{#各件}} 和 {{/各件}} 中间", "write it within {{#issues}}"};
  }

  void refuse_list(const FormPlace& place) {
    add(place, {"这一项有好几条", "this has several entries"},
        base::text("写成 {{{{#{}}}}} … {{{{/{}}}}}", "write {{{{#{}}}}} … {{{{/{}}}}}", place.name,
                   place.name));
  }

  void close(FormPlace& place) {
    if (open_.empty()) {
      add(place, base::text("前面没有 {{{{#{}}}}}", "no {{{{#{}}}}} stands before it", place.name));
      return;
    }
    const Open open = open_.back();
    const FormName* meant = find_form_name(names_, place.name);
    const bool fits = meant != nullptr ? meant->id == open.place.id
                                       : base::fold(place.name) == base::fold(open.place.name);
    if (!fits) {
      add(place, base::text("这里应是 {{{{/{}}}}}", "{{{{/{}}}}} belongs here", open.place.name));
    }
    open_.pop_back();
    place.id = open.place.id;
    sections_.push_back({open.place, place});
  }

  const SourceText& source_;
  const Form& form_;
  const std::vector<FormName> names_;
  Problems& problems_;
  std::vector<Open> open_;
  std::vector<FormSection> sections_;
};

std::string_view sign_of(Kind kind) {
  switch (kind) {
    case Kind::section:
      return "#";
    case Kind::inverted:
      return "^";
    case Kind::end:
      return "/";
    default:
      return "";
  }
}

}  // namespace

std::vector<FormPlace> find_places(const SourceText& source, Problems& problems) {
  const std::string_view text = source.bytes();
  std::vector<FormPlace> places;
  const auto refuse = [&](std::size_t at, base::Text reason, base::Text way_out) {
    problems.add(source.position_of(at), {}, std::move(reason), std::move(way_out));
  };
  for (std::size_t at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at)) {
    const std::size_t inside = at + kOpen.size();
    const std::size_t end = text.find(kClose, inside);
    const std::size_t line_end = text.find('\n', inside);
    const bool is_remark = inside < text.size() && text[inside] == '!';
    if (end == std::string_view::npos || (line_end < end && !is_remark)) {
      refuse(at, {"“{{”没有在同一行用“}}”结束", "'{{' does not end with '}}' on its line"},
             {"写成 {{名称}}", "write {{name}}"});
      at = inside;
      continue;
    }
    const auto kind = kind_of(inside < text.size() ? text[inside] : ' ');
    if (!kind) {
      refuse(at,
             {"只能用 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}}、{{! 说明 }}",
              "only {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! remark }} may be used"},
             {"每一项都会转义，不能关掉", "values are always escaped"});
      at = end + kClose.size();
      continue;
    }
    FormPlace place = place_of(text.substr(inside, end - inside), inside, *kind);
    place.from = at;
    place.to = end + kClose.size();
    if (place.name.empty() && *kind != Kind::remark) {
      refuse(at, {"“{{”和“}}”中间没有名称", "no name stands between '{{' and '}}'"}, {});
    } else {
      places.push_back(place);
    }
    at = place.to;
  }
  return places;
}

std::vector<FormSection> check_places(const SourceText& source, std::vector<FormPlace>& places,
                                      const Schema& schema, const Form& form, Problems& problems) {
  return PlaceChecker(source, schema, form, problems).run(places);
}

std::string with_ids(const SourceText& source, const std::vector<FormPlace>& places) {
  const std::string_view text = source.bytes();
  std::string out;
  std::size_t done = 0;
  for (const FormPlace& place : places) {
    out += text.substr(done, place.from - done);
    done = place.to;
    if (place.kind == Kind::remark) continue;
    out.append(kOpen).append(sign_of(place.kind)).append(place.id).append(kClose);
  }
  return out += text.substr(done);
}

}  // namespace minqing::schema
