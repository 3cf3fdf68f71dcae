// SPDX-License-Identifier: MIT
#include "lib/schema/elements.hpp"

#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/describe.hpp"
#include "lib/schema/words.hpp"

#include <map>
#include <type_traits>

namespace minqing::schema {

namespace {

template <class T>
concept HasId = requires(const T& v) {
  v.id;
};
template <class T>
concept HasCode = requires(const T& v) {
  v.code;
};

std::string name_in_list(const LimitRule& rule) {
  std::vector<std::string> parts;
  for (const std::string& part : {rule.nature, rule.urgency, rule.category}) {
    if (!part.empty()) parts.push_back(part);
  }
  return base::join(parts, "+");
}
std::string name_in_list(const ProfileColumn& column) { return column.heading; }
template <HasId T>
std::string name_in_list(const T& v) {
  return v.id;
}
template <HasCode T>
std::string name_in_list(const T& v) {
  return v.code;
}

/// Visits every member by way of describe.hpp and keeps those that hold something.
class Lister {
 public:
  explicit Lister(std::vector<Element>& out) : out_(out) {}

  template <class T>
  void operator()(std::string_view name, T& member) {
    // Below the schema itself an id stands in the path.
    if (!path_.empty() && (name == "id" || name == "code")) return;
    const std::size_t before = path_.size();
    if (!path_.empty()) path_ += '.';
    path_ += name;
    put(member);
    path_.resize(before);
  }

 private:
  void add(std::string value) {
    if (!value.empty()) out_.push_back({path_, {std::move(value)}});
  }
  void put(bool& v) { add(v ? "true" : "false"); }
  void put(std::string& v) { add(v); }
  void put(base::Text& v) { add(v.zh == v.en || v.en.empty() ? v.zh : v.zh + " / " + v.en); }
  void put(calendar::Limit& v) { add(to_string(v)); }
  void put(calendar::OfficeHours& v) { add(to_string(v)); }
  void put(calendar::Rules& v) {
    (*this)("roll", v.roll);
    (*this)("deem_next_workday", v.deem_next_workday);
    (*this)("hours", v.hours);
  }
  void put(LimitRule& v) { (*this)("handle", v.handle); }  // the rest stands in the path
  /// Forms are not in the compiled form, and describe.hpp does not know them.
  void put(Form& v) {
    (*this)("label", v.label);
    (*this)("also", v.also);
    (*this)("mark", v.mark);
    (*this)("issuer", v.issuer);
    (*this)("needs", v.needs);
    (*this)("list", v.list);
    (*this)("public", v.open);
    (*this)("purposes", v.purposes);
    (*this)("query", v.query);
    std::string digest = base::to_hex(base::bytes_of(base::sha256({v.markup})));
    (*this)("template_sha256", digest);
  }
  void put(FormNeeds& v) { add(std::string(base::word_of(form_need_words(), v).id)); }
  void put(FieldType& v) { add(std::string(base::word_of(field_type_words(), v).id)); }
  void put(Personal& v) { add(std::string(base::word_of(personal_words(), v).id)); }
  void put(ClockStart& v) { add(std::string(base::word_of(clock_start_words(), v).id)); }
  void put(std::vector<std::string>& v) {
    if (!v.empty()) out_.push_back({path_, v, true});
  }
  /// Their order says something too: the first rule that fits counts, columns stand in theirs.
  template <class T>
  requires std::is_same_v<T, LimitRule> || std::is_same_v<T, ProfileColumn>
  void put(std::vector<T>& all) {
    std::vector<std::string> order;
    for (const T& each : all) order.push_back(name_in_list(each));
    put(order);
    for (T& each : all) (*this)(name_in_list(each), each);
  }
  template <class T>
  void put(std::vector<T>& all) {
    for (T& each : all) (*this)(name_in_list(each), each);
  }
  template <class T>
  void put(std::optional<T>& v) {
    if (v) put(*v);
  }
  template <class T>
  void put(std::map<std::string, T>& all) {
    for (auto& [name, each] : all) (*this)(name, each);
  }
  template <class T>
  void put(T& v) {
    if constexpr (std::is_integral_v<T>) {
      add(std::to_string(v));
    } else {
      describe(*this, v);
    }
  }

  std::vector<Element>& out_;
  std::string path_;
};

bool is_below(std::string_view path, std::string_view above) {
  return base::starts_with(path, above) &&
         (path.size() == above.size() || path[above.size()] == '.');
}

/// By path: a name that stands twice in a list keeps its last.
std::map<std::string, const Element*> by_path(const std::vector<Element>& elements) {
  std::map<std::string, const Element*> out;
  for (const Element& element : elements) out[element.path] = &element;
  return out;
}

}  // namespace

std::vector<Element> elements_of(const Schema& schema) {
  std::vector<Element> out;
  Schema visited = schema;
  Lister lister(out);
  describe(lister, visited);
  lister("forms", visited.forms);
  return out;
}

std::vector<Element> elements_below(const Schema& schema, std::string_view path) {
  std::vector<Element> out = elements_of(schema);
  if (path.empty()) return out;
  std::erase_if(out, [&](const Element& element) { return !is_below(element.path, path); });
  return out;
}

std::vector<Difference> differences(const Schema& before, const Schema& after) {
  const auto old_elements = elements_of(before);
  const auto new_elements = elements_of(after);
  const auto known = by_path(old_elements);
  const auto now = by_path(new_elements);
  std::vector<Difference> out;
  for (const Element& element : new_elements) {
    const auto was = known.find(element.path);
    if (was == known.end()) {
      out.push_back({element.path, {}, element.values, element.is_list});
    } else if (was->second->values != element.values) {
      out.push_back({element.path, was->second->values, element.values, element.is_list});
    }
  }
  for (const Element& element : old_elements) {
    if (!now.contains(element.path)) {
      out.push_back({element.path, element.values, {}, element.is_list});
    }
  }
  return out;
}

}  // namespace minqing::schema
