// SPDX-License-Identifier: MIT
// yaml-cpp's own nodes would resolve aliases and take the last of two equal keys without a word, so
// its events are used: they show everything that was written.

#include "lib/schema/yaml.hpp"

#include "lib/schema/yaml_checks.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <utility>

namespace minqing::schema {
namespace {

/// Ends the parsing after a problem that makes the rest pointless.
struct Stop {};

/// A map or list that is being filled.
struct Frame {
  Node node;
  std::optional<Entry> pending;  ///< a key that waits for its value
  std::set<std::string, std::less<>> keys;
};

class Builder : public YAML::EventHandler {
 public:
  Builder(const SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  std::optional<Node> take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!root_) return;
    problems_.add(position(mark), {}, {"文件里有第二个文档（---）", "a second document (---)"},
                  {"分成两个文件", "make it a file of its own"});
    throw Stop{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_extras(mark, {}, anchor);
    add(leaf(Node::Kind::null, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse_reference(mark);
    add(leaf(Node::Kind::null, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_extras(mark, tag, anchor);
    refuse_unclosed(mark);
    refuse_unseen(mark, value);
    Node node = leaf(Node::Kind::scalar, mark);
    node.text = value;
    node.quoted = tag == "!";  // yaml-cpp's mark for text that is not plain
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_extras(mark, tag, anchor);
    open(Node::Kind::list, mark);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_extras(mark, tag, anchor);
    open(Node::Kind::map, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return source_.offset_of(static_cast<std::size_t>(std::max(mark.line, 0)),
                             static_cast<std::size_t>(std::max(mark.column, 0)));
  }
  Position position(const YAML::Mark& mark) const { return source_.position_of(offset(mark)); }

  Node leaf(Node::Kind kind, const YAML::Mark& mark) {
    const Position at = position(mark);
    if (++count_ > kMaxNodes) {
      problems_.add(at, {},
                    base::text("内容太多：最多 {} 项", "too much: at most {} items", kMaxNodes));
      throw Stop{};
    }
    Node node;
    node.kind = kind;
    node.at = at;
    return node;
  }

  void open(Node::Kind kind, const YAML::Mark& mark) {
    Node node = leaf(kind, mark);
    if (frames_.size() == kMaxDepth) {
      problems_.add(
          node.at, {},
          base::text("嵌套太深：最多 {} 层", "nested too deeply: at most {} levels", kMaxDepth));
      throw Stop{};
    }
    frames_.push_back({std::move(node), {}, {}});
  }

  void close() {
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.is_list()) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.pending) {
      frame.pending = key_of(node);
    } else {
      add_entry(frame, std::move(node));
    }
  }

  Entry key_of(const Node& node) {
    if (!node.is_scalar() || node.text.empty()) {
      problems_.add(node.at, {}, {"键必须是一个词", "a key must be a word"});
    } else if (node.text == "<<" && !node.quoted) {
      problems_.add(node.at, {}, {"不支持合并键“<<”", "merge keys ('<<') are not used here"},
                    {"把内容直接写在这里", "write the contents out here"});
    }
    return {node.text, node.at, {}};
  }

  void add_entry(Frame& frame, Node value) {
    Entry entry = std::move(*frame.pending);
    frame.pending.reset();
    if (!frame.keys.insert(entry.key).second) {
      const auto first = std::find_if(frame.node.entries.begin(), frame.node.entries.end(),
                                      [&](const Entry& known) { return known.key == entry.key; });
      problems_.add(entry.at, entry.key,
                    base::text("这个键在 {} 已经写过", "this key stands at {} already",
                               problems_.name_of(first->at)),
                    {"只留一个", "keep one of them"});
      return;
    }
    entry.value = std::move(value);
    // What is not there stands where the next thing begins, which may be lines away.
    if (entry.value.kind == Node::Kind::null) entry.value.at = entry.at;
    frame.node.entries.push_back(std::move(entry));
  }

  void refuse_extras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_reference(mark);
    const std::string_view bytes = source_.bytes();
    // A bare `!` leaves no trace in `tag` but stands in the text.
    const bool bare = offset(mark) < bytes.size() && bytes[offset(mark)] == '!';
    const bool named = !tag.empty() && tag != "?" && tag != "!";
    if (!bare && !named) return;
    problems_.add(position(mark), {}, {"不支持标签（!…）", "tags (!…) are not used here"},
                  {"删掉标签；以 ! 开头的文字要加引号",
                   "delete the tag; put text that begins with ! in quotes"});
  }

  /// Written as an escape, `"\e[2J"`, they pass the check of the text.
  void refuse_unseen(const YAML::Mark& mark, const std::string& value) {
    const char32_t unseen = find_unseen(value);
    if (unseen == 0) return;
    problems_.add(position(mark), {},
                  base::text("看不见的字符 U+{:04X}", "an unseen character, U+{:04X}",
                             static_cast<unsigned>(unseen)),
                  {"删掉它", "delete it"});
  }

  /// yaml-cpp takes the rest of the file for the text when a quotation mark is not closed.
  void refuse_unclosed(const YAML::Mark& mark) {
    if (is_closed(source_.bytes(), offset(mark))) return;
    problems_.add(position(mark), {}, {"引号没有闭合", "a quotation mark is not closed"});
    throw Stop{};
  }

  void refuse_reference(const YAML::Mark& mark) {
    problems_.add(position(mark), {},
                  {"不支持锚点和引用（& 和 *）", "anchors and aliases (& and *) are not used here"},
                  {"把内容直接写在这里；以 & 或 * 开头的文字要加引号",
                   "write the contents out; put text that begins with & or * in quotes"});
  }

  const SourceText& source_;
  Problems& problems_;
  std::vector<Frame> frames_;
  std::optional<Node> root_;
  std::size_t count_ = 0;
};

}  // namespace

std::optional<Node> parse_yaml(const SourceText& source, Problems& problems) {
  if (!source.check(problems) || !check_before_yaml(source, problems)) return std::nullopt;
  Builder builder(source, problems);
  try {
    std::istringstream stream{std::string(source.bytes())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    const std::size_t at = fault.mark.is_null()
                               ? source.bytes().size()
                               : source.offset_of(static_cast<std::size_t>(fault.mark.line),
                                                  static_cast<std::size_t>(fault.mark.column));
    problems.add(source.position_of(at), {}, fault_in_words(fault.msg));
    return std::nullopt;
  }
  std::optional<Node> root = builder.take_root();
  if (!root) problems.add({source.file(), 0, 0}, {}, {"文件是空的", "the file is empty"});
  return root;
}

}  // namespace minqing::schema
