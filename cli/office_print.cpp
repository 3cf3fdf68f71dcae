// SPDX-License-Identifier: MIT
#include "cli/bulletin.hpp"
#include "cli/naming.hpp"
#include "cli/new_file.hpp"
#include "cli/office.hpp"
#include "cli/paper_echo.hpp"
#include "cli/paper_values.hpp"
#include "cli/printing.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/paper.hpp"
#include "lib/ledger/papers.hpp"
#include "lib/ledger/published.hpp"
#include "lib/report/papers/render_papers.hpp"
#include "lib/report/weekly_words.hpp"

#include <algorithm>
#include <utility>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::Text;
using base::text;

/// What residents said stands in it, even if masked; a list for the notice board is for everybody.
constexpr unsigned kPersonalMode = 0600;
constexpr unsigned kOpenMode = 0644;

/// From what was typed to the page.
class PaperPrinting {
 public:
  PaperPrinting(Context& context, const Arguments& arguments, std::vector<std::string> words)
      : context_(context),
        arguments_(arguments),
        words_(std::move(words)),
        file_(arguments.value("output")) {}

  int run() {
    check_output();
    choose();
    if (writes()) context_.open(ledger::Access::write);
    load();
    record();
    if (context_.dry_run()) return rehearsed();
    const std::string page = render();
    context_.ledger().end_reading();
    put(page);
    return 0;
  }

 private:
  bool draft() const { return arguments_.has("draft"); }
  bool numbers() const { return !form_.mark.empty() && !draft(); }
  bool writes() const { return numbers() || purpose_; }
  base::Lang language() {
    return context_.ledger().schema().language == "en" ? base::Lang::en : base::Lang::zh;
  }

  void check_output() {
    if (file_) check_page_file(*file_);
    if (context_.json() && !file_ && !context_.dry_run()) {
      throw Error(Exit::usage,
                  text("--json 时要用 -o 写明网页文件", "--json needs -o FILE for the page"));
    }
  }

  /// While others may write: a person may have to answer.
  void choose() {
    ledger::Ledger& ledger = context_.open(ledger::Access::read);
    form_ = form_named(ledger, arguments_.words.front());
    if (const auto typed = arguments_.value("purpose")) {
      purpose_ = purpose_named(form_, ledger.schema(), *typed);
    }
    chosen_ = choose_issues(context_, ledger, form_, words_);
    if (!form_.list || purpose_) guard_number(context_, chosen_.numbers);
  }

  void load() {
    ledger::Ledger& ledger = context_.ledger();
    papers_ = load_papers(context_, ledger, form_, chosen_);
    if (!form_.mark.empty()) {
      find_earlier(context_, ledger, form_, draft() || arguments_.has("new"), papers_);
    }
  }

  std::optional<casework::IdentityRevealed> reveal() const {
    if (!purpose_) return std::nullopt;
    casework::IdentityRevealed event;
    event.fields = purpose_->fields;
    event.purpose = purpose_->id;
    for (const PaperIssue& paper : papers_) {
      if (!hides_identity(paper.issue)) event.issues.push_back(paper.number);
    }
    if (event.issues.empty()) return std::nullopt;
    return event;
  }

  /// One transaction, and the reveal in front: it is written before anything is shown.
  void record() {
    std::vector<casework::Command> commands;
    if (const auto event = reveal()) {
      commands.push_back({.wish = *event});
      revealed_ = event->fields;
    }
    for (const PaperIssue& paper : papers_) {
      if (!numbers() || paper.again) continue;
      commands.push_back({.wish = casework::IssuePaper{form_.id, paper.number, form_.label,
                                                       form_.mark, form_.needs}});
    }
    if (commands.empty()) return;
    outcome_ = write_to(context_, context_.ledger(), std::move(commands));
    for (const ledger::Step& step : outcome_.steps) {
      for (const casework::Payload& payload : step.events) note_number(payload);
    }
    if (!context_.dry_run()) find_places();
  }

  void note_number(const casework::Payload& payload) {
    const auto* issued = std::get_if<casework::PaperIssued>(&payload);
    if (issued == nullptr) return;
    for (PaperIssue& paper : papers_) {
      if (paper.number != issued->issue || paper.again) continue;
      paper.mark = issued->mark;
      paper.again = outcome_.replayed;
    }
  }

  /// Where in the chain the new numbers stand.
  void find_places() {
    for (const auto& stored : ledger::papers_of_form(context_.ledger().db(), form_.id)) {
      const auto& issued = std::get<casework::PaperIssued>(stored.event.payload);
      for (PaperIssue& paper : papers_) {
        if (paper.mark != issued.mark || paper.number != issued.issue) continue;
        paper.seq = stored.seq;
        paper.issued_at = stored.event.occurred_at;
      }
    }
  }

  report::PaperValues general_values(std::int64_t seq) {
    ledger::Ledger& ledger = context_.ledger();
    const std::int64_t head = seq > 0 ? seq : ledger.head().seq;
    const std::string name = ledger.fact("name");
    report::PaperValues out;
    out.texts = {{"form", form_.label.in(language())},
                 {"ledger", name},
                 {"issuer", with_ledger_name(form_.issuer, name)},
                 {"printed_on", report::full_date(context_.today()).in(language())},
                 {"count", std::to_string(papers_.size())},
                 {"anchor", report::chain_code(ledger::link_hex(ledger.db(), head))}};
    return out;
  }

  report::PaperValues values_of(const PaperIssue& paper) {
    ledger::Ledger& ledger = context_.ledger();
    const Names names{ledger.roster(), ledger.schema(), revealed_};
    const base::Date on = paper.seq > 0 ? paper.issued_at.date : context_.today();
    return issue_values(
        paper.issue, paper.events, names,
        {.language = language(), .on = on, .mark = paper.mark, .notice_no = paper.notice_no});
  }

  std::string render() {
    report::Papers all{.form = form_, .language = language()};
    if (context_.ledger().is_practice()) all.banner = text("演练", "PRACTICE").in(language());
    if (draft()) all.banner = text("草稿", "DRAFT").in(language());
    if (form_.list) {
      report::PaperValues page = general_values(0);
      int row = 0;
      for (const PaperIssue& paper : papers_) {
        auto& line = page.lists["issues"].emplace_back(values_of(paper));
        line.texts["row_no"] = std::to_string(++row);
      }
      all.papers.push_back({.values = std::move(page)});
    } else {
      for (const PaperIssue& paper : papers_) {
        report::PaperValues page = values_of(paper);
        page.texts.merge(general_values(paper.seq).texts);
        all.papers.push_back({.values = std::move(page), .again = paper.again});
      }
    }
    return render_papers(all);
  }

  /// The page where it was asked for; what was printed beside it, never among its lines.
  void put(const std::string& page) {
    if (file_) base::write_file_atomically(*file_, page, form_.open ? kOpenMode : kPersonalMode);
    if (!file_) print_page(page);
    echo().tell();
    if (!file_ || context_.json() || context_.out().quiet) return;
    context_.out().line(text("已写入 {}，{} 页", "written to {}, {}", *file_,
                             base::counted(form_.list ? 1 : papers_.size(), "page")));
  }

  void print_page(const std::string& page) {
    context_.out().raw(page);
    if (context_.out().flush()) return;
    throw Error(Exit::io, text("页面没有全部输出", "the page could not be printed in full"),
                writes() ? text("文号和留痕已经记下，再印就是补打",
                                "what was recorded stays; print it again")
                         : Text{});
  }

  PaperEcho echo() { return {context_, form_, papers_, file_, draft()}; }

  /// Nothing of a rehearsal stays, and its numbers are given to nobody.
  int rehearsed() {
    if (!context_.json()) {
      context_.out().line(text("试运行，没有写入，没有印：共 {} 件",
                               "dry run, nothing written or printed: {}",
                               base::counted(papers_.size(), "issue")));
    }
    echo().tell();
    return 0;
  }

  Context& context_;
  const Arguments& arguments_;
  const std::vector<std::string> words_;
  const std::optional<std::string> file_;
  schema::Form form_;
  std::optional<schema::Purpose> purpose_;
  ChosenIssues chosen_;
  std::vector<PaperIssue> papers_;
  std::vector<std::string> revealed_;
  ledger::Outcome outcome_;
};

}  // namespace

int run_print(Context& context, const Arguments& arguments) {
  // Numbers from standard input are read before the ledger is opened.
  std::vector<std::string> words = typed_issues(arguments);
  words.erase(words.begin());
  context.ask_beforehand();
  return PaperPrinting(context, arguments, std::move(words)).run();
}

}  // namespace minqing::cli
