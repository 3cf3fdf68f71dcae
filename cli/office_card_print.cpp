// SPDX-License-Identifier: MIT
// Contact cards to print. They show an official, who is in the roster for everybody to turn to; of
// the household there is nothing on a card.

#include "cli/bulletin.hpp"
#include "cli/diary_pages.hpp"
#include "cli/new_file.hpp"
#include "cli/office.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/cards.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/report/papers/qr_code.hpp"
#include "lib/report/papers/render_papers.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// Categories that fit on the back of a card.
constexpr std::size_t kMostCategories = 8;

schema::Form card_form(ledger::Ledger& ledger) {
  for (const schema::Form& form : ledger::read_whole_schema(ledger.db()).forms) {
    if (form.card) return form;
  }
  throw Error(Exit::not_found,
              text("这本台账的规则里没有联系卡的模板", "the schema of this ledger has no card"),
              text("在规则的 forms 里加上一种 card: true 的（见 man minqing-forms）",
                   "add a form with 'card: true' (man minqing-forms)"));
}

class Printing {
 public:
  Printing(Context& context, const Arguments& arguments, ledger::Ledger& ledger)
      : context_(context), arguments_(arguments), ledger_(ledger), form_(card_form(ledger)) {}

  std::string page() {
    report::Papers all{.form = form_, .language = language(), .together = true};
    if (ledger_.is_practice()) all.banner = text("演练", "PRACTICE").in(language());
    for (const ledger::ListedCard& card : cards())
      all.papers.push_back({.values = values_of(card)});
    count_ = all.papers.size();
    return render_papers(all);
  }
  std::size_t count() const { return count_; }

 private:
  base::Lang language() {
    return ledger_.schema().language == "en" ? base::Lang::en : base::Lang::zh;
  }

  std::vector<ledger::ListedCard> cards() {
    ledger::CardQuery query{.numbers = arguments_.words};
    if (const auto typed = arguments_.value("person")) {
      query.official = person_or_me(context_, *typed);
    }
    auto found = select_cards(ledger_, query);
    check_found(found);
    if (found.empty() && query.official) found.push_back({.official = *query.official});
    if (!found.empty()) return found;
    throw Error(Exit::not_found, text("还没有发过联系卡", "no card was given yet"),
                text("写 --联系干部 姓名，印一张不带卡号的；发放用 联系卡 发放",
                     "--person NAME prints one without a number; give them with 'card give'"));
  }

  void check_found(const std::vector<ledger::ListedCard>& found) const {
    for (const std::string& no : arguments_.words) {
      const bool is_there = std::any_of(found.begin(), found.end(), [&](const auto& card) {
        return base::fold(card.no) == base::fold(no);
      });
      if (is_there) continue;
      throw Error(Exit::not_found, text("没有在用的联系卡 {}", "there is no card {} in use", no),
                  text("用 联系卡 列表 查看卡号", "see the numbers with 'card list'"));
    }
  }

  report::PaperValues values_of(const ledger::ListedCard& card) {
    const casework::Roster& roster = ledger_.roster();
    const casework::Person* person = roster.person(card.official);
    const casework::Unit* unit = person && person->unit ? roster.unit(*person->unit) : nullptr;
    const std::string name = ledger_.fact("name");
    report::PaperValues out;
    out.texts = {{"form", form_.label.in(language())},
                 {"ledger", name},
                 {"issuer", with_ledger_name(form_.issuer, name)},
                 {"card_no", card.no},
                 {"complaint_phone", complaints()}};
    if (card.area) out.texts["card_village"] = roster.area(*card.area)->name;
    if (!card.no.empty()) out.texts["given_on"] = to_string(card.given_on);
    if (person) {
      out.texts["official"] = person->name;
      out.texts["post"] = person->post.value_or("");
      out.texts["official_phone"] = person->phone.value_or("");
    }
    if (unit) put_unit(*unit, out);
    out.pictures["qr_code"] = report::qr_code(report::vcard(contact_of(out, card.no)));
    return out;
  }

  void put_unit(const casework::Unit& unit, report::PaperValues& out) {
    out.texts["unit"] = unit.name;
    out.texts["unit_phone"] = unit.phone.value_or("");
    out.texts["unit_address"] = unit.address.value_or("");
    out.texts["duties"] = unit.duties.value_or("");
    out.texts["scope"] = scope_of(unit);
  }

  /// The categories that the schema routes to the unit: what residents may turn to it with.
  std::string scope_of(const casework::Unit& unit) {
    const schema::Schema& schema = ledger_.schema();
    std::vector<std::string> labels;
    for (const schema::Category& category : schema.categories) {
      if (category.parent.empty()) continue;
      const schema::Route* route = schema.route_for(category);
      if (route == nullptr) continue;
      const bool by_function =
          std::find(route->units.begin(), route->units.end(), unit.id) != route->units.end();
      const bool by_area = route->by_area && unit.area.has_value();
      if (by_function || by_area) labels.push_back(category.label.in(language()));
    }
    const bool has_more = labels.size() > kMostCategories;
    if (has_more) labels.resize(kMostCategories);
    return base::join(labels, "、") + (has_more ? text("等", " …").in(language()) : "");
  }

  std::string complaints() {
    if (const auto typed = arguments_.value("complaints")) return *typed;
    const casework::Unit* unit =
        ledger_.roster().acting_unit(ledger_.schema().default_unit, context_.today());
    return unit ? unit->phone.value_or("") : "";
  }

  report::ContactEntry contact_of(const report::PaperValues& of, const std::string& no) const {
    const auto value = [&](const char* id) {
      const auto found = of.texts.find(id);
      return found == of.texts.end() ? std::string() : found->second;
    };
    const std::string note = no.empty() ? "" : text("联系卡 {}", "card {}", no).in(context_.lang());
    return {value("official"),   value("unit"),         value("post"), value("official_phone"),
            value("unit_phone"), value("unit_address"), note};
  }

  Context& context_;
  const Arguments& arguments_;
  ledger::Ledger& ledger_;
  const schema::Form form_;
  std::size_t count_ = 0;
};

}  // namespace

int run_card_print(Context& context, const Arguments& arguments) {
  constexpr unsigned kMode = 0644;
  const auto file = arguments.value("output");
  if (file) check_page_file(*file);
  if (context.json() && !file) {
    throw Error(Exit::usage,
                text("--json 时要用 -o 写明网页文件", "--json needs -o FILE for the page"));
  }
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  Printing printing(context, arguments, ledger);
  const std::string page = printing.page();
  ledger.end_reading();
  if (!file) {
    context.out().raw(page);
    return 0;
  }
  if (!context.dry_run()) base::write_file_atomically(*file, page, kMode);
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("file", *file).set("cards", static_cast<std::int64_t>(printing.count()));
    context.out().json(out);
  } else if (!context.out().quiet) {
    context.out().line(context.dry_run()
                           ? text("试运行，没有写：共 {} 张", "dry run, nothing written: {}",
                                  base::counted(printing.count(), "card"))
                           : text("已写入 {}，{} 张", "written to {}, {}", *file,
                                  base::counted(printing.count(), "card")));
  }
  return 0;
}

}  // namespace minqing::cli
