// SPDX-License-Identifier: MIT
#include "cli/command_table.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::cli {

// Each factory stands in command_<name>.cpp.
Command record_command();
Command assign_command();
Command sign_command();
Command follow_up_command();
Command resolve_command();
Command check_command();
Command feedback_command();
Command callback_command();
Command close_command();
Command reopen_command();
Command void_command();
Command handover_command();
Command accept_command();
Command return_command();
Command extend_command();
Command suspend_command();
Command resume_command();
Command decline_command();
Command transfer_command();
Command withdraw_command();
Command answer_command();
Command approve_command();
Command refuse_command();
Command amend_command();
Command undo_command();
Command merge_command();
Command unmerge_command();
Command exclude_command();
Command instruct_command();
Command attach_command();
Command diary_add_command();
Command diary_import_command();
Command diary_list_command();
Command diary_show_command();
Command diary_review_command();
Command diary_void_command();
Command diary_coverage_command();
Command card_give_command();
Command card_list_command();
Command card_recall_command();
Command card_print_command();
Command today_command();
Command list_command();
Command search_command();
Command show_command();
Command due_command();
Command log_command();
Command guide_command();
Command print_command();
Command import_command();
Command sheet_command();
Command export_command();
Command report_command();
Command init_command();
Command roster_import_command();
Command roster_list_command();
Command roster_move_command();
Command roster_leave_command();
Command roster_retire_command();
Command roster_rename_command();
Command roster_merge_command();
Command schema_check_command();
Command schema_show_command();
Command schema_diff_command();
Command schema_apply_command();
Command schema_export_command();
Command calendar_due_command();
Command calendar_check_command();
Command calendar_add_command();
Command calendar_import_command();
Command doctor_command();
Command verify_command();
Command rebuild_command();
Command completion_command();
Command help_command();

const std::vector<Group>& command_groups() {
  static const std::vector<Group> groups = {
      {"everyday", "日常", "Everyday"},
      {"life", "一件事的办理", "The life of an issue"},
      {"diary", "走访", "Field work"},
      {"looking", "查看", "Looking"},
      {"exchange", "导入和导出", "Coming in, going out"},
      {"reports", "报表", "Reports"},
      {"ledger", "台账本身", "The ledger itself"},
  };
  return groups;
}

const std::vector<Command>& command_table() {
  static const std::vector<Command> table = [] {
    std::vector<Command> commands;
    commands.reserve(100);  // more than there are, so that none is moved
                            // One a line: so a new one is one line.
                            // clang-format off
    for (auto make : {record_command,
                      assign_command,
                      follow_up_command,
                      feedback_command,
                      callback_command,
                      accept_command,
                      sign_command,
                      return_command,
                      extend_command,
                      suspend_command,
                      resume_command,
                      resolve_command,
                      decline_command,
                      transfer_command,
                      withdraw_command,
                      check_command,
                      answer_command,
                      close_command,
                      reopen_command,
                      approve_command,
                      refuse_command,
                      amend_command,
                      undo_command,
                      merge_command,
                      unmerge_command,
                      exclude_command,
                      instruct_command,
                      attach_command,
                      void_command,
                      handover_command,
                      diary_add_command,
                      diary_import_command,
                      diary_list_command,
                      diary_show_command,
                      diary_review_command,
                      diary_void_command,
                      diary_coverage_command,
                      card_give_command,
                      card_list_command,
                      card_recall_command,
                      card_print_command,
                      today_command,
                      list_command,
                      search_command,
                      show_command,
                      due_command,
                      print_command,
                      log_command,
                      guide_command,
                      import_command,
                      sheet_command,
                      export_command,
                      report_command,
                      init_command,
                      roster_import_command,
                      roster_list_command,
                      roster_move_command,
                      roster_leave_command,
                      roster_retire_command,
                      roster_rename_command,
                      roster_merge_command,
                      schema_check_command,
                      schema_show_command,
                      schema_diff_command,
                      schema_apply_command,
                      schema_export_command,
                      calendar_due_command,
                      calendar_check_command,
                      calendar_add_command,
                      calendar_import_command,
                      doctor_command,
                      verify_command,
                      rebuild_command,
                      completion_command,
                      help_command}) {
      // clang-format on
      commands.push_back(make());
    }
    return commands;
  }();
  return table;
}

namespace {

/// With how many words they begin with `name`, which may be two words; 0 when they do not.
std::size_t words_matched(const std::vector<std::string>& words, std::string_view name) {
  std::size_t matched = 0;
  for (const std::string& word : words) {
    const std::size_t blank = name.find(' ');
    if (name.substr(0, blank) != word) return 0;
    ++matched;
    if (blank == std::string_view::npos) return matched;
    name.remove_prefix(blank + 1);
  }
  return 0;
}

}  // namespace

FoundCommand find_command(const std::vector<std::string>& words) {
  FoundCommand best;
  for (const Command& command : command_table()) {
    const std::size_t matched =
        std::max(words_matched(words, command.name), words_matched(words, command.zh));
    if (matched > best.words) best = {&command, matched};
  }
  return best;
}

std::vector<const Command*> commands_of(std::string_view word) {
  std::vector<const Command*> out;
  const std::string begun = std::string(word) + " ";
  for (const Command& command : command_table()) {
    if (command.name.starts_with(begun) || command.zh.starts_with(begun)) out.push_back(&command);
  }
  return out;
}

namespace {

std::string nearest_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : command_table()) {
    names.emplace_back(command.name);
    names.emplace_back(command.zh);
  }
  return base::nearest(word, names);
}

}  // namespace

base::Error unknown_command(const std::string& word) {
  if (const auto begun = commands_of(word); !begun.empty()) {
    std::vector<std::string> zh, en;
    for (const Command* command : begun) {
      zh.emplace_back(command->zh);
      en.emplace_back(command->name);
    }
    return {base::Exit::usage, base::text("“{}”后面还有一个词", "'{}' takes another word", word),
            base::text("{}", "{}", base::Text{base::join(zh, "、"), base::join(en, ", ")})};
  }
  const std::string near = nearest_command(word);
  return {base::Exit::usage,
          near.empty() ? base::text("没有命令“{}”", "unknown command '{}'", word)
                       : base::text("没有命令“{}”；是不是“{}”？",
                                    "unknown command '{}'; did you mean '{}'?", word, near),
          base::text("用 minqing help 查看全部命令", "see all commands with 'minqing help'")};
}

}  // namespace minqing::cli
