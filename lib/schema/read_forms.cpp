// SPDX-License-Identifier: MIT
#include "lib/base/utf8.hpp"
#include "lib/schema/form_markup.hpp"
#include "lib/schema/form_places.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

void read_template(MapReader& map, const Schema& schema, Form& form, Reading& reading) {
  std::string name;
  map.need("template");
  map.text("template", name);
  if (name.empty()) return;
  const auto plain = reading.files.open_plain(name, map.at("template"));
  if (!plain) return;
  const SourceText source(plain->text, plain->file);
  std::vector<FormPlace> places = find_places(source, reading.problems);
  const auto sections = check_places(source, places, schema, form, reading.problems);
  check_markup(source, sections, reading.problems);
  form.markup = with_ids(source, places);
}

void read_form_purposes(MapReader& map, const Schema& schema, Form& form, Reading& reading) {
  const Node* node = map.find("purposes");
  if (node == nullptr) return;
  std::vector<std::string> known;
  for (const Purpose& purpose : schema.purposes) known.push_back(purpose.id);
  for (PlacedText& word : read_words(*node, "purposes", reading.problems)) {
    if (std::find(known.begin(), known.end(), word.text) == known.end()) {
      reading.problems.add(word.at, "purposes",
                           base::text("没有用途“{}”", "there is no purpose '{}'", word.text),
                           base::text("可以用：{}", "accepted: {}", base::join(known, ", ")));
    }
    form.purposes.push_back(std::move(word.text));
  }
}

/// Numbers are given to papers about one matter, and what hangs on a wall names nobody.
void check_kind(MapReader& map, const Form& form, Reading& reading) {
  if (form.list && !form.mark.empty()) {
    reading.problems.add(map.at("mark"), "mark",
                         {"一表多件的文书不编文号", "a list of issues has no number"},
                         {"删掉 mark，或写 list: false", "delete mark, or write list: false"});
  }
  if (form.card && (form.list || !form.mark.empty() || !form.query.empty())) {
    reading.problems.add(map.at("card"), "card",
                         {"联系卡不是事项的文书，没有文号、查询和列表",
                          "a contact card is about no issue: it has neither mark, query nor list"},
                         {"删掉 mark、query、list", "delete mark, query and list"});
  }
  if (form.open && !form.purposes.empty()) {
    reading.problems.add(map.at("purposes"), "purposes",
                         {"公示的文书不亮明", "a paper for the public reveals nothing"},
                         {"删掉 purposes", "delete purposes"});
  }
}

/// Each series of numbers is one form's.
void check_series(MapReader& map, const Form& form, const Schema& schema,
                  const std::vector<Form>& earlier, Reading& reading) {
  if (form.mark.empty()) return;
  const bool taken = form.mark == schema.bulletin.mark ||
                     std::any_of(earlier.begin(), earlier.end(),
                                 [&](const Form& other) { return other.mark == form.mark; });
  if (!taken) return;
  reading.problems.add(map.at("mark"), "mark",
                       {"别的文书已用这个文号", "another paper has this mark"},
                       {"换一个代字，否则两份文书会同号",
                        "choose another, or two papers would "
                        "have one number"});
}

Form read_form(const Entry& entry, const Schema& schema, const std::vector<Form>& earlier,
               Reading& reading) {
  Form form;
  form.id = entry.key;
  check_id(entry, reading);
  MapReader map(entry.value, reading);
  map.need("label");
  map.label("label", form.label);
  map.words("also", form.also);
  map.choice("needs", form_need_words(), form.needs);
  if (map.find("mark") != nullptr) read_mark(map, form.mark);
  map.text("issuer", form.issuer);
  map.yes_no("list", form.list);
  map.yes_no("public", form.open);
  map.yes_no("card", form.card);
  read_form_purposes(map, schema, form, reading);
  map.text("query", form.query);
  check_kind(map, form, reading);
  check_series(map, form, schema, earlier, reading);
  read_template(map, schema, form, reading);

  const Scope scope = form_scope();
  reading.names.define(scope, form.id, entry.at, reading.problems);
  reading.names.spell(scope, form.id, form.label.zh, entry.at);
  reading.names.spell(scope, form.id, form.label.en, entry.at);
  for (const std::string& word : form.also) reading.names.spell(scope, form.id, word, entry.at);
  return form;
}

}  // namespace

std::vector<Form> read_forms(const Node& node, const Schema& schema, Reading& reading) {
  std::vector<Form> forms;
  for (const Entry& entry : entries_of(node, reading)) {
    forms.push_back(read_form(entry, schema, forms, reading));
  }
  return forms;
}

}  // namespace minqing::schema
