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

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(value & 0xFF);
    value >>= 8;
  }
  return out;
}

std::string record(std::uint16_t id, const std::string& data) {
  return number(id) + number(data.size()) + data;
}

std::string make_ole(const Parts& streams) {
  constexpr std::uint32_t kEnd = 0xFFFFFFFE;
  constexpr std::uint32_t kFree = 0xFFFFFFFF;
  std::vector<std::uint32_t> fat;
  std::vector<std::uint32_t> mini_fat;
  std::string sectors;
  std::string minis;
  const auto chain = [](std::vector<std::uint32_t>& table, std::size_t count) {
    const auto first = static_cast<std::uint32_t>(table.size());
    for (std::size_t i = 1; i <= count; ++i) {
      table.push_back(i == count ? kEnd : first + static_cast<std::uint32_t>(i));
    }
    return count == 0 ? kEnd : first;
  };
  const auto store = [&](std::string bytes) {
    bytes.resize((bytes.size() + 511) / 512 * 512);
    sectors += bytes;
    return chain(fat, bytes.size() / 512);
  };
  const auto entry = [](const std::string& name, int type, std::uint32_t next, std::uint32_t child,
                        std::uint32_t start, std::size_t size) {
    std::string out;
    for (char c : name) out += {c, '\0'};
    out.resize(64);
    out += number(2 * name.size() + 2) + number(static_cast<std::uint64_t>(type), 1) + '\1';
    out += number(kFree, 4) + number(next, 4) + number(child, 4);
    out.resize(116);
    return out + number(start, 4) + number(size, 8);
  };
  std::string entries;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto& [name, bytes] = streams[i];
    std::uint32_t start = 0;
    if (bytes.size() >= 4096) {
      start = store(bytes);
    } else {
      minis += bytes;
      minis.resize((minis.size() + 63) / 64 * 64);
      start = chain(mini_fat, (bytes.size() + 63) / 64);
    }
    const bool last = i + 1 == streams.size();
    entries += entry(name, 2, last ? kFree : static_cast<std::uint32_t>(i + 2), kFree, start,
                     bytes.size());
  }
  const std::uint32_t mini_start = store(minis);
  std::string mini_table;
  for (std::uint32_t next : mini_fat) mini_table += number(next, 4);
  const std::uint32_t mini_fat_start = store(mini_table);
  const std::uint32_t directory =
      store(entry("Root Entry", 5, kFree, 1, mini_start, minis.size()) + entries);
  std::string table;
  const std::size_t fat_sectors = (fat.size() + 128) / 128;
  const auto fat_start = static_cast<std::uint32_t>(fat.size());
  for (std::size_t i = 0; i < fat_sectors; ++i) fat.push_back(0xFFFFFFFD);
  for (std::uint32_t next : fat) table += number(next, 4);
  table.resize(fat_sectors * 512, '\xFF');
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
  header +=
      number(0x3E) + number(3) + number(0xFFFE) + number(9) + number(6) + std::string(10, '\0');
  header += number(fat_sectors, 4) + number(directory, 4) + number(0, 4) + number(4096, 4);
  header += number(mini_fat_start, 4) + number(1, 4) + number(kEnd, 4) + number(0, 4);
  for (std::size_t i = 0; i < fat_sectors; ++i) header += number(fat_start + i, 4);
  header.resize(512, '\xFF');
  return header + sectors + table;
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
