// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/schema/elements.hpp"
#include "lib/schema/files.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::Text;
using base::text;
using schema::Schema;

using Kind = Option::Kind;
constexpr Option kSchemaShowOptions[] = {
    {"summary", "摘要", "", Kind::flag, "", "步骤、时限、各类别归谁办",
     "steps, limits, and who handles which category"},
};

/// A file of the schema as it was applied; null when it is none.
const schema::NamedText* file_named(const std::vector<schema::NamedText>& files,
                                    const std::string& name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

base::Json json_of(const schema::Element& element) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("path", element.path);
  if (!element.is_list) return out.set("value", element.values.front());
  base::Json values = base::Json::array();
  for (const std::string& value : element.values) values.push(value);
  return out.set("value", std::move(values));
}

Error unknown_path(const Schema& schema, const std::vector<schema::NamedText>& files,
                   const std::string& path) {
  std::vector<std::string> known;
  for (const schema::Element& element : schema::elements_of(schema)) {
    const std::string first = element.path.substr(0, element.path.find('.'));
    if (known.empty() || known.back() != first) known.push_back(first);
  }
  for (const schema::NamedText& file : files) known.push_back(file.name);
  return {Exit::not_found, text("规则里没有“{}”", "the schema has no '{}'", path),
          text("可以写：{}", "accepted: {}", base::join(known, ", "))};
}

int print_elements(Context& context, const std::vector<schema::Element>& elements) {
  for (const schema::Element& element : elements) {
    if (context.json()) {
      context.out().json(json_of(element));
    } else {
      context.out().line(element.path + ": " + base::join(element.values, "、"));
    }
  }
  return 0;
}

/// A file gets the text as it is, for `schema diff` and `init`; a terminal what can be seen.
void print_text(Context& context, const std::string& all) {
  if (terminal_width() == 0) return context.out().raw(all);
  for (std::string_view line : base::split(all, '\n')) context.out().line(line);
}

/// What the summary says, for programs.
int print_summary_json(Context& context, const Schema& schema) {
  for (const char* part : {"steps", "limits", "categories"}) {
    print_elements(context, schema::elements_below(schema, part));
  }
  return 0;
}

class Summary {
 public:
  Summary(Context& context, const Schema& schema) : context_(context), schema_(schema) {}

  void print() {
    say(text("规则 {}：{}，版本 {}", "schema {}: {}, version {}", schema_.id, schema_.name,
             schema_.version));
    steps();
    limits();
    categories();
  }

 private:
  void say(const Text& words) { context_.out().line(words); }

  void steps() {
    const schema::Steps& steps = schema_.steps;
    const auto yes = [](bool wanted) { return wanted ? text("要", "yes") : text("不要", "no"); };
    say(text("步骤  受理 {}，签收 {}，先行联系 {}，核查 {}，回访 {}",
             "steps  accept {}, sign {}, first contact {}, check {}, call-back {}",
             yes(steps.accept), yes(steps.sign), yes(steps.first_contact), yes(steps.check),
             yes(steps.callback)));
  }

  void limits() {
    const schema::Limits& limits = schema_.limits;
    if (limits.sign) say(text("时限  签收 {}", "limit  sign {}", to_text(*limits.sign)));
    if (limits.first_contact) {
      say(text("时限  先行联系 {}", "limit  first contact {}", to_text(*limits.first_contact)));
    }
    for (const schema::LimitRule& rule : limits.rules) {
      say(text("时限  {} {}", "limit  {} {}", rule_label(rule), to_text(rule.handle)));
    }
    say(text("时限  其他 {}", "limit  all else {}", to_text(limits.handle)));
  }

  /// `紧急 供水`: what a limit is for.
  Text rule_label(const schema::LimitRule& rule) const {
    std::vector<std::string> zh, en;
    const auto add = [&](const Text& label) {
      zh.push_back(label.zh);
      en.push_back(label.en.empty() ? label.zh : label.en);
    };
    for (const schema::Choice& nature : schema_.natures) {
      if (nature.id == rule.nature) add(nature.label);
    }
    for (const base::Word& word : schema::urgency_words()) {
      if (word.id == rule.urgency) add({std::string(word.zh), std::string(word.en)});
    }
    if (const schema::Category* category = schema_.find_category(rule.category)) {
      add(category->label);
    }
    return {base::join(zh, " "), base::join(en, " ")};
  }

  void categories() {
    for (const schema::Category& category : schema_.categories) {
      const std::string indent = category.parent.empty() ? "" : "  ";
      say(text("{}{} → {}", "{}{} → {}", indent, category.label, route_label(category)));
    }
  }

  Text route_label(const schema::Category& category) const {
    const schema::Route* route = schema_.route_for(category);
    Text out;
    if (!route) {
      out = text("{}协调", "coordinated by {}", unit_name(schema_.default_unit));
    } else if (route->by_area) {
      out = text("属地的村（居）委会", "the committee of the village");
    } else {
      std::vector<std::string> names;
      for (const std::string& id : route->units) names.push_back(unit_name(id));
      out = base::same(base::join(names, "、"));
    }
    if (route && route->not_below) out = text("{}（不得下派）", "{} (not handed down)", out);
    if (category.confidential) out = text("{}，保密", "{}, confidential", out);
    return out;
  }

  std::string unit_name(const std::string& id) const {
    const schema::Unit* unit = schema_.find_unit(id);
    return unit ? unit->name : id;
  }

  Context& context_;
  const Schema& schema_;
};

int run_schema_show(Context& context, const Arguments& arguments) {
  const std::string path = arguments.words.empty() ? "" : arguments.words.front();
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string in_force = ledger::schema_text(ledger.db());
  ledger.end_reading();
  const auto files = schema::split_text(in_force);
  const Schema schema = schema::schema_from_text(in_force);
  if (arguments.has("summary")) {
    if (context.json()) return print_summary_json(context, schema);
    Summary(context, schema).print();
    return 0;
  }
  const schema::NamedText* file = file_named(files, path);
  if (context.json() && path.empty()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("schema", schema.id).set("version", schema.version);
    context.out().json(out.set("text", in_force));
  } else if (path.empty() || file) {
    print_text(context, file ? file->text : in_force);
  } else {
    const auto elements = schema::elements_below(schema, path);
    if (elements.empty()) throw unknown_path(schema, files, path);
    return print_elements(context, elements);
  }
  return 0;
}

}  // namespace

Command schema_show_command() {
  return {.name = "schema show",
          .zh = "规则 查看",
          .group = "ledger",
          .summary_zh = "现行规则的原文，其中一个文件或一项，或者摘要",
          .summary_en = "the schema in force: its text, one of its files or items, or a summary",
          .nature = Nature::reads,
          .arguments = "[ITEM]",
          .min_words = 0,
          .max_words = 1,
          .options = {kSchemaShowOptions},
          .example = "规则 查看 limits",
          .example_en = "schema show limits",
          .run = run_schema_show};
}

}  // namespace minqing::cli
