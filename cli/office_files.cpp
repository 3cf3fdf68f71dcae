// SPDX-License-Identifier: MIT
#include "cli/office_files.hpp"
#include "lib/base/counted.hpp"

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr int kNarrowestColumn = 10;
constexpr int kWidestColumn = 60;

void print_written(Context& context, const WrittenFile& file) {
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1);
    out.set("file", file.path);
    out.set("issues", static_cast<std::int64_t>(file.issues));
    if (context.dry_run()) out.set("dry_run", true);
    return context.out().json(out);
  }
  if (context.out().quiet) return;
  context.out().line(context.dry_run()
                         ? text("试运行，没有写文件 {}：{} 件", "dry run, no file written: {}, {}",
                                file.path, base::counted(file.issues, "issue"))
                         : text("已写入 {}：{} 件", "written to {}: {}", file.path,
                                base::counted(file.issues, "issue")));
}

}  // namespace

FileFormat format_of_file(const std::string& file) {
  const std::string folded = base::fold(file);
  if (base::ends_with(folded, ".xlsx")) return FileFormat::xlsx;
  if (base::ends_with(folded, ".csv")) return FileFormat::csv;
  throw base::Error(base::Exit::usage,
                    text("“{}”看不出是哪种表格", "'{}' does not say which format", file),
                    text("文件名以 .xlsx 或 .csv 结尾", "let the name end with .xlsx or .csv"));
}

int fitting_width(const std::string& heading, const std::vector<std::vector<std::string>>& rows,
                  std::size_t column) {
  int width = base::display_width(heading) + 2;
  for (const auto& row : rows) width = std::max(width, base::display_width(row[column]) + 2);
  return std::clamp(width, kNarrowestColumn, kWidestColumn);
}

void refuse_existing(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (!base::file_exists(path)) continue;
    throw base::Error(
        base::Exit::conflict, text("{} 已经存在", "{} exists already", path),
        text("换一个文件名，或先把原来的移走", "choose another name, or move the old one away"));
  }
}

void write_files(Context& context, const std::vector<WrittenFile>& files) {
  for (const WrittenFile& file : files) {
    if (!context.dry_run()) base::write_file_atomically(file.path, file.bytes);
    print_written(context, file);
  }
}

}  // namespace minqing::cli
