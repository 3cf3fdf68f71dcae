// SPDX-License-Identifier: MIT
// The files that make up one schema: schema.yaml and what it includes (`units: units.csv`). They
// come from a folder, or from the text kept in an event; either way the exact text of all of them
// is gathered in the order in which they were opened:
//
//   --- schema.yaml
//   id: township
//   …
//   --- units.csv
//   id,name,also,kind
//   …

#pragma once

#include "lib/schema/node.hpp"
#include "lib/schema/problems.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

class Files {
 public:
  /// Gives the text of a file by the name that stands in schema.yaml; throws base::Error.
  using Read = std::function<std::string(const std::string& name)>;
  /// How a file is called in messages.
  using Show = std::function<std::string(const std::string& name)>;

  Files(Read read, Show show, Problems& problems);

  /// Opens a file and parses it by its ending (.yaml, .yml, .csv). Problems are added, also that it
  /// cannot be opened (at `asked_at`); then the result is empty.
  std::optional<Node> open(const std::string& name, Position asked_at);

  /// A file that is no YAML and no table, such as the template of a form.
  struct Plain {
    std::string text;
    int file = 0;  ///< as in Position
  };
  std::optional<Plain> open_plain(const std::string& name, Position asked_at);

  const std::string& text() const { return text_; }

 private:
  bool may_open(const std::string& name, Position asked_at);
  std::optional<std::string> read(const std::string& name, Position asked_at);
  /// Reads a file and gathers its text.
  std::optional<Plain> take(const std::string& name, Position asked_at);

  Read read_;
  Show show_;
  Problems& problems_;
  std::vector<std::string> opened_;
  std::string text_;
};

/// True for a word that names a file of a schema by its ending.
bool names_file(std::string_view word);

struct NamedText {
  std::string name;
  std::string text;
};
/// Takes the gathered text apart again; empty when it is none.
std::vector<NamedText> split_text(std::string_view text);
std::string join_texts(const std::vector<NamedText>& files);

}  // namespace minqing::schema
