// SPDX-License-Identifier: MIT
#include "cli/listing.hpp"

#include "cli/csv_text.hpp"
#include "cli/extra_fields.hpp"
#include "cli/output.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

#include <algorithm>
#include <charconv>

namespace minqing::cli {

namespace {

using base::text;

constexpr int kMatterWidthOffTerminal = 60;
constexpr int kWideScreen = 110;
constexpr int kNarrowColumn = 12;

constexpr std::size_t kUsualColumns = 9;

constexpr base::Word kSorts[] = {{"number", "编号", "number"},
                                 {"due", "时限", "due date"},
                                 {"registered", "登记日期", "registration"},
                                 {"unit", "承办单位", "unit"}};
std::span<const base::Word> sorts() { return kSorts; }

using Kind = Option::Kind;
constexpr Option kListingOptions[] = {
    {"sort", "排序", "", Kind::value, "BY", "编号、时限、登记日期、承办单位",
     "number, due, registered, unit", sorts},
    {"columns", "列", "", Kind::value, "COLUMN,…", "要哪些列，如 编号,承办单位,时限,诉求人",
     "which columns, such as number,unit,due,resident"},
    {"limit", "行数", "", Kind::value, "N", "最多几件", "at most this many"},
};

std::string day_of(const std::optional<base::Moment>& at) { return at ? to_string(at->date) : ""; }

/// Names and telephones, masked, one resident after the other.
template <std::optional<casework::Personal> casework::Resident::*member>
std::string masked(const ledger::ListedIssue& issue, std::string (*mask)(std::string_view)) {
  std::vector<std::string> parts;
  for (const casework::Resident& resident : issue.residents) {
    const auto& text = resident.*member;
    if (text && !text->plain.empty()) parts.push_back(mask(text->plain));
  }
  return base::join(parts, "、");
}

using Issue = ledger::ListedIssue;
constexpr ListColumn kColumns[] = {
    {{"number", "编号", "number"}, [](const Listing&, const Issue& of) { return of.number; }},
    {{"state", "状态", "state"},
     [](const Listing& in, const Issue& of) { return in.names().state(of.state).in(in.lang()); }},
    {{"category", "类别", "category"},
     [](const Listing& in, const Issue& of) {
       return in.names().category(of.category).in(in.lang());
     }},
    {{"village", "村", "village", "area"},
     [](const Listing& in, const Issue& of) { return of.area ? in.names().area(*of.area) : ""; }},
    {{"registered_on", "登记日期", "registered"},
     [](const Listing&, const Issue& of) { return to_string(of.registered_at.date); }},
    {{"handler_unit", "承办单位", "unit"},
     [](const Listing& in, const Issue& of) { return of.unit ? in.names().unit(*of.unit) : ""; }},
    {{"due_on", "时限", "due"},
     [](const Listing&, const Issue& of) { return of.due_on ? to_string(*of.due_on) : ""; }},
    {{"remark", "提示", "remark"},
     [](const Listing& in, const Issue& of) { return in.due_remark(of).in(in.lang()); }},
    {{"content", "事项", "matter", "内容|反映内容"},
     [](const Listing&, const Issue& of) { return privacy::mask_text(of.matter()); }},
    {{"nature", "性质", "nature"},
     [](const Listing& in, const Issue& of) { return in.names().nature(of.nature).in(in.lang()); }},
    {{"channel", "渠道", "channel", "来源渠道"},
     [](const Listing& in, const Issue& of) {
       return in.names().channel(of.channel).in(in.lang());
     }},
    {{"urgency", "紧急程度", "urgency"},
     [](const Listing& in, const Issue& of) { return label_of(of.urgency).in(in.lang()); }},
    {{"handler", "承办人", "handler"},
     [](const Listing& in, const Issue& of) {
       return of.handler ? in.names().person(*of.handler) : "";
     }},
    {{"source", "来件单位", "source"},
     [](const Listing&, const Issue& of) { return of.source.value_or(""); }},
    {{"source_no", "来件编号", "source_no"},
     [](const Listing&, const Issue& of) { return of.source_no.value_or(""); }},
    {{"round", "轮次", "round"},
     [](const Listing&, const Issue& of) { return std::to_string(of.round); }},
    {{"resolved_on", "办结日期", "resolved"},
     [](const Listing&, const Issue& of) { return day_of(of.resolved_at); }},
    {{"closed_on", "销号日期", "closed"},
     [](const Listing&, const Issue& of) { return day_of(of.closed_at); }},
    {{"satisfaction", "满意度", "satisfaction"},
     [](const Listing& in, const Issue& of) {
       return of.satisfaction ? label_of(*of.satisfaction).in(in.lang()) : "";
     }},
    {{"resident", "诉求人", "resident", "姓名"},
     [](const Listing&, const Issue& of) {
       return masked<&casework::Resident::name>(of, privacy::mask_name);
     },
     true},
    {{"phone", "电话", "phone", "联系电话"},
     [](const Listing&, const Issue& of) {
       return masked<&casework::Resident::phone>(of, privacy::mask_phone);
     },
     true},
};

/// What a column is called in this language.
std::string heading(const ListColumn& column, base::Lang lang) {
  return std::string(lang == base::Lang::zh ? column.word.zh : column.word.en);
}

const ListColumn& column_named(std::string_view typed) {
  std::vector<base::Word> words;
  for (const ListColumn& column : kColumns) words.push_back(column.word);
  if (const auto found = base::find_word(words, typed)) return kColumns[*found];
  throw base::Error(base::Exit::usage, text("没有“{}”这一列", "there is no column '{}'", typed),
                    text("可以用：{}", "accepted: {}", base::list_of(words)));
}

}  // namespace

std::vector<const ListColumn*> columns_named(std::string_view typed) {
  std::vector<const ListColumn*> out;
  if (typed.empty()) {
    for (std::size_t i = 0; i < kUsualColumns; ++i) out.push_back(&kColumns[i]);
    return out;
  }
  const std::string plain = base::to_half_width(typed);
  for (std::string_view one : base::split(plain, ',')) {
    if (!base::trim(one).empty()) out.push_back(&column_named(base::trim(one)));
  }
  return out;
}

std::span<const Option> listing_options() { return kListingOptions; }

ledger::SortBy sort_of(const Arguments& arguments) {
  const std::string by = arguments.value("sort").value_or("number");
  if (by == "due") return ledger::SortBy::by_due;
  if (by == "registered") return ledger::SortBy::by_registration;
  return by == "unit" ? ledger::SortBy::by_unit : ledger::SortBy::by_number;
}

bool show_residents(const std::vector<const ListColumn*>& columns) {
  return std::any_of(columns.begin(), columns.end(),
                     [](const ListColumn* one) { return one->shows_resident; });
}

std::int64_t limit_of(const Arguments& arguments) {
  const auto typed = arguments.value("limit");
  if (!typed) return 0;
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(typed->data(), typed->data() + typed->size(), out);
  if (fault == std::errc() && end == typed->data() + typed->size() && out > 0) return out;
  throw base::Error(base::Exit::usage,
                    text("--行数 要写正整数", "--limit takes a positive number"));
}

Listing::Listing(const casework::Roster& roster, const schema::Schema& schema, base::Date today,
                 base::Lang lang, std::vector<const ListColumn*> columns)
    : names_{roster, schema}, today_(today), lang_(lang), columns_(std::move(columns)) {}

base::Text Listing::due_remark(const ledger::ListedIssue& issue) const {
  using casework::State;
  if (!issue.due_on || issue.state == State::closed || issue.state == State::voided) return {};
  if (issue.resolved_at) {
    return issue.is_overdue(today_) ? text("超期办结", "resolved late") : base::Text{};
  }
  const int days = *issue.due_on - today_;
  if (days < 0) return text("超期 {} 天", "{} late", base::counted(-days, "day"));
  if (days == 0) return text("今日到期", "due today");
  return text("还有 {} 天", "{} left", base::counted(days, "day"));
}

std::vector<std::string> Listing::headings() const {
  std::vector<std::string> out;
  for (const ListColumn* column : columns_) out.push_back(heading(*column, lang_));
  return out;
}

std::vector<std::string> Listing::cells(const ledger::ListedIssue& issue) const {
  std::vector<std::string> out;
  for (const ListColumn* column : columns_) out.push_back(column->cell(*this, issue));
  return out;
}

namespace {

constexpr int kSoon = 3;  ///< days

TextTable::Tone tone_of(const ledger::ListedIssue& issue, base::Date today) {
  if (issue.resolved_at || issue.closed_at || !issue.due_on) return TextTable::Tone::plain;
  if (issue.is_overdue(today)) return TextTable::Tone::alarm;
  const bool runs = issue.state != casework::State::suspended &&
                    issue.state != casework::State::voided &&
                    issue.state != casework::State::merged;
  return runs && *issue.due_on - today <= kSoon ? TextTable::Tone::warning : TextTable::Tone::plain;
}

}  // namespace

std::string Listing::table(const std::vector<ledger::ListedIssue>& issues, int width,
                           bool in_color) const {
  std::vector<TextTable::Column> columns;
  for (const ListColumn* column : columns_) columns.push_back({heading(*column, lang_)});
  columns.back().max_width = width > 0 ? 0 : kMatterWidthOffTerminal;
  // On a narrow screen the matter needs the room.
  if (width > 0 && width < kWideScreen) {
    for (TextTable::Column& column : columns) {
      if (column.max_width == 0 && &column != &columns.back()) column.max_width = kNarrowColumn;
    }
  }
  TextTable table(std::move(columns));
  for (const auto& issue : issues) table.add(cells(issue), tone_of(issue, today_));
  return table.render(width, in_color);
}

std::string Listing::csv(const std::vector<ledger::ListedIssue>& issues, bool for_terminal) const {
  // With a byte-order mark, so that spreadsheets do not take it for the local encoding.
  std::string out = "\xEF\xBB\xBF" + csv_line(headings());
  for (const auto& issue : issues) {
    std::vector<std::string> row = cells(issue);
    if (for_terminal) {
      for (std::string& cell : row) cell = base::visible(cell);
    }
    out += csv_line(row);
  }
  return out;
}

base::Json Listing::json(const ledger::ListedIssue& issue) const {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", issue.number);
  out.set("state", id_of(issue.state));
  out.set("round", issue.round);
  out.set("category", issue.category);
  out.set("nature", issue.nature);
  out.set("channel", issue.channel);
  out.set("urgency", id_of(issue.urgency));
  out.set("registered_on", to_string(issue.registered_at));
  if (issue.area) out.set("village", *issue.area);
  if (issue.source) out.set("source", *issue.source);
  if (issue.source_no) out.set("source_no", *issue.source_no);
  if (issue.unit) out.set("handler_unit", *issue.unit);
  if (issue.handler) out.set("handler", *issue.handler);
  if (issue.due_on) out.set("due_on", to_string(*issue.due_on));
  if (issue.resolved_at) out.set("resolved_on", to_string(*issue.resolved_at));
  if (issue.closed_at) out.set("closed_on", to_string(*issue.closed_at));
  if (issue.satisfaction) out.set("satisfaction", id_of(*issue.satisfaction));
  out.set("overdue", issue.is_overdue(today_));
  out.set("content", privacy::mask_text(issue.matter()));
  if (!issue.extra.empty()) out.set("extra", extra_json(names_, issue.extra));
  return out;
}

}  // namespace minqing::cli
