// SPDX-License-Identifier: MIT
// One SAX layer over expat for every workbook format. Element and attribute names are local names:
// the prefix is cut off, since writers choose any (and namespaces differ between Transitional and
// Strict); what matters is where an element stands.
//
// Distrustful: a DOCTYPE ends the reading (no entities, no external files), so do elements nested
// too deeply and a single token of absurd size.

#pragma once

#include <functional>
#include <string_view>

#include "lib/base/error.hpp"

namespace minqing::intake {

/// The attributes of an element; valid during the call.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// The value by local name; empty data() when there is none.
  std::string_view find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name).data() != nullptr; }
  /// `1`, `true` and `on` are true.
  bool is_true(std::string_view name) const;
  /// For hot paths: name and value alternate, a null ends the list.
  const char** pairs() const { return pairs_; }

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `depth` counts from 1 for the root. May throw.
  virtual void start(std::string_view name, const XmlAttributes& attributes, int depth) = 0;
  virtual void end(std::string_view name, int depth) = 0;
  /// Comes in pieces.
  virtual void text(std::string_view) {}
  /// True: the rest of the part is not wanted.
  virtual bool is_done() const { return false; }
};

/// Gives up to `size` bytes; 0 at the end.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size)>;

/// Throws base::Rejected at `place` (file, and sheet where known) when the part is not well formed
/// or hostile; what the handler throws passes through.
void parse_xml(const ReadBytes& read, XmlHandler& handler, const base::Place& place);

/// The name without its prefix.
std::string_view local_name(const char* name);

}  // namespace minqing::intake
