// SPDX-License-Identifier: MIT
// The forms to print: what their templates may hold, and every fault with its place.

#include "lib/base/file.hpp"
#include "lib/schema/form_words.hpp"
#include "tests/unit/schema/samples.hpp"

#include <set>

namespace minqing::schema {
namespace {

/// kTiny with one form and its template.
std::string with_form(const std::string& markup, const std::string& keys = "") {
  return kTiny + "purposes:\n  assign: {label: 交办, fields: [name, phone]}\n" +
         "forms:\n  slip:\n    label: {zh: 交办单, en: Slip}\n    template: slip.html\n" + keys +
         "--- slip.html\n" + markup;
}

std::string markup_of(const std::string& markup, const std::string& keys = "") {
  const Schema schema = schema_from_text(with_form(markup, keys));
  REQUIRE(schema.forms.size() == 1);
  return schema.forms.front().markup;
}

std::vector<std::string> faults_of(const std::string& markup, const std::string& keys = "") {
  return problems_of(with_form(markup, keys));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("forms: a place is found by id, label and the label of the schema, and kept by its id") {
  CHECK(markup_of("<p>{{number}} {{诉求编号}} {{ Number }} {{所属村（社区）}} {{所属村}}</p>\n") ==
        "<p>{{number}} {{number}} {{number}} {{village}} {{village}}</p>\n");
  CHECK(markup_of("{{#联系电话}}<p>{{联系电话}}</p>{{/联系电话}}{{^phone}}<br/>{{/联系电话}}\n") ==
        "{{#phone}}<p>{{phone}}</p>{{/phone}}{{^phone}}<br/>{{/phone}}\n");
  CHECK(markup_of("{{! 说明，不印 }}<p>{{文号}}</p>\n") == "<p>{{mark}}</p>\n");
  CHECK(markup_of("{{#办理经过}}<p>{{日期}} {{内容}} {{诉求编号}}</p>{{/办理经过}}\n") ==
        "{{#progress}}<p>{{noted_on}} {{words}} {{number}}</p>{{/progress}}\n");
  CHECK(markup_of("{{#各件}}<p>{{序号}} {{诉求编号}}</p>{{/各件}}<p>{{件数}}</p>\n",
                  "    list: true\n") ==
        "{{#issues}}<p>{{row_no}} {{number}}</p>{{/issues}}<p>{{count}}</p>\n");
}

TEST_CASE("forms: an office's own fields are places too") {
  const std::string own = "extra_fields:\n  plate: {label: 车牌号, type: text, personal: none}\n";
  const std::string text = with_form("<p>{{车牌号}}</p>\n");
  const std::size_t at = text.find("natures:");
  const Schema schema = schema_from_text(text.substr(0, at) + own + text.substr(at));
  CHECK(schema.forms.front().markup == "<p>{{plate}}</p>\n");
}

TEST_CASE("forms: an unknown place is named with file, line, column and the nearest word") {
  CHECK(faults_of("<p>{{诉求编号}}</p>\n<p>编号：{{诉求编码}}</p>\n") ==
        Lines{"slip.html:2:9: 诉求编码: there is no '诉求编码' -> did you mean '诉求编号'?"});
  CHECK(faults_of("<p>{{承办人电话号码簿}}</p>\n") ==
        Lines{"slip.html:1:6: 承办人电话号码簿: there is no '承办人电话号码簿' -> 'man "
              "minqing-forms' lists what there is"});
  CHECK(faults_of("<p>{{日期}}</p>\n") ==
        Lines{"slip.html:1:6: 日期: this has no meaning here -> use it within {{#progress}} or "
              "{{#instructions}}"});
  CHECK(faults_of("<p>{{各件}} {{序号}}</p>\n") ==
        Lines{"slip.html:1:6: 各件: this has no meaning here -> use it in a form with list: true",
              "slip.html:1:13: 序号: this has no meaning here -> use it in a form with list: "
              "true"});
  CHECK(faults_of("<p>{{诉求编号}}</p>\n", "    list: true\n") ==
        Lines{"slip.html:1:6: 诉求编号: this has no meaning here -> write it within {{#issues}}"});
  CHECK(faults_of("<p>{{各诉求人}}</p>\n") ==
        Lines{"slip.html:1:6: 各诉求人: this has several entries -> write {{#各诉求人}} … "
              "{{/各诉求人}}"});
}

TEST_CASE("forms: sections have to match and to lie within one element") {
  CHECK(faults_of("{{#文号}}<p></p>\n") ==
        Lines{"slip.html:1:4: 文号: there is no {{/文号}} for it"});
  CHECK(faults_of("<p></p>{{/文号}}\n") ==
        Lines{"slip.html:1:11: 文号: no {{#文号}} stands before it"});
  CHECK(faults_of("{{#文号}}{{^承办人}}{{/文号}}{{/承办人}}\n").size() == 2);
  CHECK(faults_of("<p>{{#文号}}</p><p>{{/文号}}</p>\n") ==
        Lines{"slip.html:1:21: 文号: it begins and ends in different elements -> put both around "
              "whole elements, such as a row <tr>…</tr>"});
  CHECK(faults_of("<table>{{#文号}}<tr><td></td></tr>{{/文号}}</table>\n").empty());
  CHECK(faults_of("<p>{{诉求编号</p>\n").front() ==
        "slip.html:1:4: '{{' does not end with '}}' on its line -> write {{name}}");
  CHECK(faults_of("<p>{{}}</p>\n") == Lines{"slip.html:1:4: no name stands between '{{' and '}}'"});
}

TEST_CASE("forms: nothing gets round the escaping, and nothing of a page can act") {
  for (const char* markup : {"<p>{{{诉求编号}}}</p>",
                             "<p>{{&诉求编号}}</p>",
                             "<p>{{>诉求编号}}</p>",
                             "<p>{{=<% %>=}}</p>",
                             "<script>alert(1)</script>",
                             "<p onclick=\"x()\">a</p>",
                             "<a href=\"http://x/\">a</a>",
                             "<img src=\"x\"/>",
                             "<style>p{}</style>",
                             "<link rel=\"stylesheet\" href=\"x\"/>",
                             "<meta charset=\"utf-8\"/>",
                             "<iframe></iframe>",
                             "<form></form>",
                             "<p style=\"background:url(x)\">a</p>",
                             "<p style=\"a:\\75rl\">a</p>",
                             "<p class=\"{{诉求编号}}\">a</p>",
                             "<p style=\"{{诉求编号}}\">a</p>",
                             "<p {{诉求编号}}>a</p>",
                             "<{{诉求编号}}>a</p>",
                             "<!-- {{诉求编号}} -->",
                             "<!DOCTYPE html>",
                             "<?php x ?>",
                             "<![CDATA[<script>]]>",
                             "<p>a<br></p>",
                             "<p>a</div>",
                             "</form><script>x</script><form>",
                             "<p>a &nbsp; b</p>",
                             "<p>a & b</p>",
                             "<p>a < b</p>",
                             "<td/>",
                             "<p>a</p",
                             "<svg></svg>",
                             "<input/>",
                             "<p id=\"x\">a</p>"}) {
    INFO(markup);
    CHECK_FALSE(faults_of(std::string(markup) + "\n").empty());
  }
  CHECK(faults_of("<p>好</p>\n<scrpt>x</scrpt>\n") ==
        Lines{"slip.html:2:1: scrpt: <scrpt> cannot be used in a form -> accepted: h1 h2 h3 p div "
              "section span br hr strong em u ol ul li small sub sup table tr th td caption "
              "colgroup col thead tbody tfoot dl dt dd b"});
  CHECK(faults_of("<p clas=\"c\">x</p>\n") ==
        Lines{"slip.html:1:1: clas: no attribute 'clas' in a form -> did you mean 'class'?"});
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<div>";
  CHECK(faults_of(deep + "\n") == Lines{"slip.html:1:326: elements are nested too deeply"});
}

TEST_CASE("forms: a paper for the public has no place for what is personal") {
  const std::string keys = "    list: true\n    public: true\n";
  CHECK(
      faults_of("{{#各件}}<p>{{诉求编号}} {{诉求类别}} {{承办单位}}</p>{{/各件}}\n", keys).empty());
  // Whatever the schema knows as personal is refused, none forgotten.
  const Schema tiny = schema_from_text(kTiny);
  std::set<std::string> refused;
  for (const FormName& name : form_names(tiny)) {
    if (name.scope != FormScope::issue || name.personal == Personal::none) continue;
    const std::string place =
        (name.list ? "{{#" : "{{") + name.id + "}}" + (name.list ? "{{/" + name.id + "}}" : "");
    INFO(place);
    const auto faults = faults_of("{{#各件}}<p>" + place + "</p>{{/各件}}\n", keys);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().find("a paper for the public cannot have this") != std::string::npos);
    refused.insert(name.id);
  }
  for (const char* id : {"resident", "phone", "address", "content", "title", "location", "result",
                         "action_taken", "remark", "subject_of_report", "progress", "residents"}) {
    CHECK(refused.count(id) == 1);
  }
}

TEST_CASE("forms: keys, series of numbers and purposes are checked") {
  const std::string fine = "<p>{{文号}}</p>\n";
  CHECK(markup_of(fine,
                  "    needs: assigned\n    mark: \"交〔{year}〕{number}号\"\n"
                  "    purposes: [assign]\n    query: \"@待签收\"\n    also: [派单]\n") ==
        "<p>{{mark}}</p>\n");
  CHECK(faults_of(fine, "    needs: assignd\n").front().find("did you mean 'assigned'?") !=
        std::string::npos);
  CHECK(faults_of(fine, "    mark: 交{number}号\n").size() == 1);
  CHECK(faults_of("<p>{{件数}}</p>\n", "    list: true\n    mark: \"交〔{year}〕{number}号\"\n")
            .size() == 1);
  CHECK(faults_of("<p>{{件数}}</p>\n", "    public: true\n    purposes: [assign]\n").size() == 1);
  CHECK(faults_of(fine, "    purposes: [assin]\n").front().find("there is no purpose 'assin'") !=
        std::string::npos);
  CHECK(faults_of(fine, "    tempalte: x\n").front().find("did you mean 'template'?") !=
        std::string::npos);

  const std::string two =
      kTiny + "forms:\n  a: {label: 甲, template: a.html, mark: \"交〔{year}〕{number}号\"}\n" +
      "  b: {label: 乙, template: b.html, mark: \"交〔{year}〕{number}号\"}\n" +
      "--- a.html\n<p></p>\n--- b.html\n<p></p>\n";
  REQUIRE(problems_of(two).size() == 1);
  CHECK(problems_of(two).front().find("another paper has this mark") != std::string::npos);
}

TEST_CASE("forms: the manual names every word") {
  const std::string manual =
      base::read_file(std::string(MINQING_SOURCE_DIR) + "/man/minqing-forms.5.md", 1 << 20);
  for (const FormWord& known : form_words()) {
    INFO(known.word.id);
    CHECK(manual.find("`" + std::string(known.word.id) + "` " + std::string(known.word.zh)) !=
          std::string::npos);
  }
}

TEST_CASE("forms: a number takes its place in the pattern") {
  CHECK(numbered("民情交〔{year}〕{number}号", 2026, 7) == "民情交〔2026〕7号");
}

}  // namespace minqing::schema
