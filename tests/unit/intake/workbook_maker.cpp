// SPDX-License-Identifier: MIT
#include "tests/unit/intake/workbook_maker.hpp"

#include <zip.h>

#include <stdexcept>

namespace minqing::test {
namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string element(const std::string& name, const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + name + " xmlns=\"" + kMain +
         "\" xmlns:r=\"" + kRelationships + "\">" + inside + "</" + name + ">";
}

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelationships + "/" + type + "\" Target=\"" +
         target + "\"/>";
}

std::string relationships(const std::string& inside) {
  return "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

void add_part(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
    throw std::runtime_error("cannot add " + name);
  }
}

std::string bytes_of(zip_source_t* memory) {
  std::string bytes;
  char piece[4096];
  zip_source_open(memory);
  for (zip_int64_t got; (got = zip_source_read(memory, piece, sizeof piece)) > 0;) {
    bytes.append(piece, static_cast<std::size_t>(got));
  }
  zip_source_close(memory);
  return bytes;
}

}  // namespace

std::string make_zip(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) add_part(archive, name, bytes);
  if (zip_close(archive) != 0) throw std::runtime_error("cannot write the archive");
  std::string bytes = bytes_of(memory);
  zip_source_free(memory);
  return bytes;
}

std::string make_ods(const std::string& tables, const std::string& styles) {
  const std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
      "<office:automatic-styles>" +
      styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
      "</office:spreadsheet></office:body></office:document-content>";
  return make_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

Parts workbook_parts(const WorkbookPieces& pieces) {
  Parts parts = {
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
       "<Default Extension=\"xml\" ContentType=\"application/"
       "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
      {"_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", element("workbook", pieces.workbook_properties +
                                                  "<sheets><sheet name=\"台账\" "
                                                  "sheetId=\"1\" r:id=\"r1\" " +
                                                  pieces.sheet_attributes + "/></sheets>")},
      {"xl/_rels/workbook.xml.rels",
       relationships(relationship("r1", "worksheet", "worksheets/sheet1.xml") +
                     relationship("r2", "sharedStrings", "/xl/sharedStrings.xml") +
                     relationship("r3", "styles", "styles.xml"))},
      {"xl/styles.xml", element("styleSheet", pieces.styles)},
      {"xl/worksheets/sheet1.xml", element("worksheet", pieces.sheet)},
  };
  if (!pieces.strings.empty()) {
    parts.emplace_back("xl/sharedStrings.xml", element("sst", pieces.strings));
  }
  return parts;
}

std::string make_workbook(const WorkbookPieces& pieces) { return make_zip(workbook_parts(pieces)); }

}  // namespace minqing::test
