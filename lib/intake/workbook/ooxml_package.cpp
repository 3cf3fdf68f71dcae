// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ooxml_package.hpp"

#include <algorithm>

#include "lib/base/text.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

/// A workbook of a thousand parts has no more.
constexpr std::size_t kMaxRelationships = 10000;
constexpr std::string_view kContentTypes = "[Content_Types].xml";

std::string_view last_word(std::string_view address) {
  return address.substr(address.rfind('/') + 1);
}

std::string folder_of(std::string_view part) {
  std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

std::string relationships_part(std::string_view part) {
  return folder_of(part) + "_rels/" + std::string(last_word(part)) + ".rels";
}

class RelationshipReader : public XmlHandler {
 public:
  RelationshipReader(std::string_view file, std::string_view part) : file_(file), part_(part) {}

  void start(std::string_view name, const XmlAttributes& attributes, int) override {
    if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
    if (list.size() == kMaxRelationships) {
      reject_file(std::string(file_), {"关系表太长", "too many relationships"});
    }
    list.push_back({std::string(attributes.find("Id")),
                    std::string(last_word(attributes.find("Type"))),
                    resolve_target(part_, attributes.find("Target"))});
  }
  void end(std::string_view, int) override {}

  std::vector<Relationship> list;

 private:
  std::string_view file_;
  std::string_view part_;
};

/// Looks one part up: its own entry, else that of its extension.
class ContentTypeReader : public XmlHandler {
 public:
  explicit ContentTypeReader(std::string_view part)
      : part_(base::fold(part)), extension_(part_.substr(part_.rfind('.') + 1)) {}

  void start(std::string_view name, const XmlAttributes& attributes, int) override {
    if (name == "Override") {
      std::string key = base::fold(attributes.find("PartName"));
      if (key == '/' + part_ || key == part_) own_ = attributes.find("ContentType");
    } else if (name == "Default" && base::fold(attributes.find("Extension")) == extension_) {
      by_extension_ = attributes.find("ContentType");
    }
  }
  void end(std::string_view, int) override {}

  std::string result() const { return own_.empty() ? by_extension_ : own_; }

 private:
  std::string part_;
  std::string extension_;
  std::string own_;
  std::string by_extension_;
};

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string(target.substr(1))
                                             : folder_of(part) + std::string(target);
  std::replace(path.begin(), path.end(), '\\', '/');
  std::vector<std::string> steps;
  for (std::string_view step : base::split(path, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != "." && !step.empty()) {
      steps.emplace_back(step);
    }
  }
  return base::join(steps, "/");
}

std::vector<Relationship> read_relationships(ZipArchive& archive, std::string_view part) {
  std::string list = relationships_part(part);
  if (!archive.has(list)) return {};
  RelationshipReader reader(archive.name(), part);
  parse_part(archive, list, reader);
  return std::move(reader.list);
}

const Relationship* find_by_id(const std::vector<Relationship>& list, std::string_view id) {
  auto found = std::find_if(list.begin(), list.end(), [&](const auto& r) { return r.id == id; });
  return found == list.end() ? nullptr : &*found;
}

const Relationship* find_by_type(const std::vector<Relationship>& list, std::string_view type) {
  auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& r) { return r.type == type; });
  return found == list.end() ? nullptr : &*found;
}

std::string content_type_of(ZipArchive& archive, std::string_view part) {
  if (!archive.has(kContentTypes)) return {};
  ContentTypeReader reader(part);
  parse_part(archive, kContentTypes, reader);
  return reader.result();
}

}  // namespace minqing::intake
