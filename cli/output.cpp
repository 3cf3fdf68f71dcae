// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iterator>

namespace minqing::cli {

namespace {

bool write_bytes(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A code point as JSON spells it, in UTF-16.
void append_spelled(std::string& out, char32_t point) {
  const auto unit = [&](char32_t value) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(value));
  };
  if (point < 0x10000) return unit(point);
  unit(0xD800 + ((point - 0x10000) >> 10));
  unit(0xDC00 + ((point - 0x10000) & 0x3FF));
}

}  // namespace

void Output::json(const base::Json& value) {
  const std::string line = value.dump();
  for (std::size_t at = 0; at < line.size();) {
    const auto [point, size] = base::decode(line, at);
    const std::string_view bytes = std::string_view(line).substr(at, size);
    const bool is_plain = (point >= 0x20 && point < 0x7F) || base::is_common_ideograph(point);
    if (is_plain || base::visible(bytes) == bytes) {
      buffer_ += bytes;
    } else {
      append_spelled(buffer_, point);
    }
    at += size;
  }
  buffer_ += '\n';
}

void Output::line(std::string_view text) {
  buffer_ += base::visible(text, true);
  buffer_ += '\n';
}

void Output::remark(const base::Text& text) {
  if (quiet) return;
  flush();  // a remark stands below the result it is about
  write_bytes(STDERR_FILENO, base::visible(text.in(lang), true) + "\n");
}

bool Output::flush() {
  // A reader that went away has had enough (`| head`).
  taken_ = (write_bytes(STDOUT_FILENO, buffer_) || errno == EPIPE) && taken_;
  buffer_.clear();
  return taken_;
}

void TextTable::add(std::vector<std::string> cells, Tone tone) {
  for (std::string& cell : cells) cell = base::visible(cell);
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), tone});
}

std::string TextTable::render(int width, bool in_color) const {
  std::vector<int> widths;
  int before = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int widest = base::display_width(columns_[i].heading);
    for (const auto& row : rows_) {
      widest = std::max(widest, base::display_width(row.cells[i]));
    }
    if (columns_[i].max_width > 0) widest = std::min(widest, columns_[i].max_width);
    const bool last = i + 1 == columns_.size();
    if (last && width > 0) widest = std::max(8, std::min(widest, width - before));
    widths.push_back(widest);
    before += widest + 2;
  }
  std::string out;
  const auto put = [&](std::size_t i, const std::string& cell) {
    const std::string fitted = base::fit(cell, widths[i]);
    const bool last = i + 1 == columns_.size();
    if (columns_[i].right) {
      out += base::pad_left(fitted, widths[i]);
    } else {
      out += last ? fitted : base::pad_right(fitted, widths[i]);
    }
    if (!last) out += "  ";
  };
  const auto end_line = [&] {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  };
  for (std::size_t i = 0; i < columns_.size(); ++i) put(i, columns_[i].heading);
  end_line();
  constexpr const char* kColors[] = {"", "\x1b[33m", "\x1b[31m"};  // yellow, red
  for (const Row& row : rows_) {
    const bool stands_out = in_color && row.tone != Tone::plain;
    if (stands_out) out += kColors[static_cast<std::size_t>(row.tone)];
    for (std::size_t i = 0; i < columns_.size(); ++i) put(i, row.cells[i]);
    end_line();
    if (stands_out) out.insert(out.size() - 1, "\x1b[0m");
  }
  return out;
}

std::vector<std::string> in_lines(const std::vector<std::string>& words, std::string_view separator,
                                  int width) {
  std::vector<std::string> lines;
  for (const std::string& word : words) {
    const std::string piece = word + (&word == &words.back() ? "" : std::string(separator));
    const bool fits =
        !lines.empty() &&
        base::display_width(lines.back()) + base::display_width(base::trim(piece)) <= width;
    if (fits) {
      lines.back() += piece;
    } else {
      lines.push_back(piece);
    }
  }
  for (std::string& line : lines) line = base::trim(line);
  return lines;
}

int terminal_width() {
  if (!isatty(STDOUT_FILENO)) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int typed = columns ? std::atoi(columns) : 0;
  return typed > 20 ? typed : 80;
}

}  // namespace minqing::cli
