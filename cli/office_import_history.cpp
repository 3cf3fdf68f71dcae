// SPDX-License-Identifier: MIT
#include "cli/office_import_history.hpp"

#include "cli/history.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::cli {

namespace {

using base::text;
using ledger::ImportedBatch;

base::Json json_of(const ImportedBatch& batch) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("batch", batch.id).set("at", to_string(batch.at)).set("by", batch.by);
  out.set("issues", batch.issues).set("voided", batch.voided);
  return out.set("first", batch.first).set("last", batch.last);
}

std::string numbers_of(const ImportedBatch& batch) {
  return batch.first == batch.last ? batch.first : batch.first + " – " + batch.last;
}

}  // namespace

int print_import_history(Context& context) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const auto batches = ledger::imported_batches(ledger.db());
  const Names names{ledger.roster(), ledger.schema()};
  const auto word = [&](std::string_view zh, std::string_view en) {
    return std::string(context.lang() == base::Lang::zh ? zh : en);
  };
  TextTable table({{word("时间", "time")},
                   {word("录入人", "typed by")},
                   {word("件数", "issues"), true},
                   {word("已作废", "voided"), true},
                   {word("编号", "numbers")},
                   {word("批次", "batch")}});
  for (const ImportedBatch& batch : batches) {
    if (context.json()) {
      context.out().json(json_of(batch));
      continue;
    }
    const base::Moment at = base::local_moment(batch.at, ledger.utc_offset_minutes());
    table.add({to_display(at), names.person(batch.by), std::to_string(batch.issues),
               std::to_string(batch.voided), numbers_of(batch), batch.id});
  }
  if (context.json()) return 0;
  context.out().raw(table.render(0));
  context.out().remark(text("共 {} 次；整批作废：作废 --批次 批次号 --理由 …",
                            "{} in all; to void one: void --batch BATCH --reason …",
                            batches.size()));
  return 0;
}

}  // namespace minqing::cli
