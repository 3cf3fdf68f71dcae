// SPDX-License-Identifier: MIT
#include "cli/saved_queries.hpp"

#include "lib/intake/query.hpp"

#include <set>

namespace minqing::cli {

namespace {

constexpr base::Word kOwn = {"settings", "自己的", "own"};
constexpr base::Word kOffice = {"schema", "本单位的", "office"};
constexpr base::Word kShipped = {"shipped", "自带", "shipped"};

}  // namespace

std::vector<SavedQuery> saved_queries(Context& context, const schema::Schema& schema) {
  std::vector<SavedQuery> out;
  std::set<std::string> names;
  const auto add = [&](const std::map<std::string, std::string>& queries, const base::Word& from) {
    for (const auto& [name, query] : queries) {
      if (names.insert(name).second) out.push_back({name, query, from});
    }
  };
  add(context.settings().queries, kOwn);
  add(schema.queries, kOffice);
  add(intake::shipped_queries(), kShipped);
  return out;
}

void print_saved_queries(Context& context, const schema::Schema& schema) {
  const bool zh = context.lang() == base::Lang::zh;
  TextTable table({{zh ? "名称" : "name"}, {zh ? "出处" : "from"}, {zh ? "条件" : "query"}});
  for (const SavedQuery& one : saved_queries(context, schema)) {
    if (context.json()) {
      base::Json out = base::Json::object();
      out.set("v", 1);
      out.set("name", one.name);
      out.set("origin", one.origin.id);
      out.set("query", one.query);
      context.out().json(out);
    } else {
      table.add({"@" + one.name, std::string(zh ? one.origin.zh : one.origin.en), one.query});
    }
  }
  if (!context.json()) context.out().raw(table.render(0));
}

}  // namespace minqing::cli
