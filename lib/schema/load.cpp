// SPDX-License-Identifier: MIT
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/schema.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace minqing::schema {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMainFile = "schema.yaml";

LoadedSchema read_all(const std::string& main_file, Files::Read read, Files::Show show) {
  Problems problems;
  Names names;
  Headings headings;
  Files files(std::move(read), std::move(show), problems);
  Reading reading{files, names, headings, problems};
  LoadedSchema loaded;
  const std::optional<Node> root = files.open(main_file, {});
  if (root) loaded.schema = read_schema(*root, reading);
  problems.throw_if_any();
  loaded.text = files.text();
  return loaded;
}

bool is_directory(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

std::vector<std::string> presets_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    if (base::file_exists((entry->path() / kMainFile).string())) {
      names.push_back(entry->path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

[[noreturn]] void fail_unknown(const std::string& path, const std::string& presets_dir) {
  const std::vector<std::string> presets = presets_in(presets_dir);
  const std::string nearest = base::nearest(path, presets);
  base::Text way_out;
  if (!nearest.empty()) {
    way_out = base::text("是不是“{}”？", "did you mean '{}'?", nearest);
  } else if (!presets.empty()) {
    way_out =
        base::text("自带的规则：{}；或写 schema.yaml 的路径",
                   "presets: {}; or give the path of a schema.yaml", base::join(presets, ", "));
  }
  throw base::Error(base::Exit::not_found,
                    base::text("找不到规则“{}”", "there is no schema '{}'", path), way_out);
}

/// schema.yaml itself, a folder with one, or the name of a preset.
fs::path find_main_file(const std::string& path, const std::string& presets_dir) {
  if (is_directory(path)) return fs::path(path) / kMainFile;
  if (base::file_exists(path)) return path;
  const bool is_name = !path.empty() && path.find('/') == std::string::npos;
  const fs::path preset = fs::path(presets_dir) / path / kMainFile;
  if (is_name && base::file_exists(preset.string())) return preset;
  fail_unknown(path, presets_dir);
}

}  // namespace

LoadedSchema load_schema(const std::string& path, const std::string& presets_dir) {
  const fs::path main_file = find_main_file(path, presets_dir);
  const fs::path folder = main_file.parent_path();
  const std::string name = main_file.filename().string();
  // Read before anything else: that it cannot be read is no fault of its contents.
  const std::string text = base::read_file(main_file.string(), kMaxFileBytes);
  return read_all(
      name,
      [&](const std::string& file) {
        return file == name ? text : base::read_file((folder / file).string(), kMaxFileBytes);
      },
      [&](const std::string& file) { return (folder / file).string(); });
}

Schema schema_from_text(const std::string& text,
                        const std::function<std::string(const std::string&)>& show) {
  const std::vector<NamedText> files = split_text(text);
  if (files.empty()) {
    throw base::Error(base::Exit::integrity,
                      {"存下的规则文本不完整", "the stored text of the schema is not whole"});
  }
  const auto read = [&](const std::string& name) {
    for (const NamedText& file : files) {
      if (file.name == name) return file.text;
    }
    throw base::Error(base::Exit::integrity,
                      base::text("存下的规则里没有“{}”", "the stored schema has no '{}'", name));
  };
  const auto by_name = [](const std::string& name) { return name; };
  return read_all(files.front().name, read, show ? show : by_name).schema;
}

}  // namespace minqing::schema
