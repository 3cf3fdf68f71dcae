// SPDX-License-Identifier: MIT
// The progress of reading files: rows, and of a text file how much of it.

#pragma once

#include "cli/progress.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::cli {

/// Passes on what is read of one file, and counts it.
class WatchedReading : public intake::SheetSink {
 public:
  WatchedReading(Progress& progress, const std::string& file, intake::SheetSink& sink)
      : progress_(progress), file_(file), sink_(sink) {}

  bool on_sheet(const intake::SheetInfo& sheet) override { return sink_.on_sheet(sheet); }
  bool on_row(const intake::Row& row) override {
    ++rows_;
    if (progress_.is_due()) progress_.show(words());
    return sink_.on_row(row);
  }
  void on_sheet_end() override { sink_.on_sheet_end(); }

  /// How far the bytes of a text file are read.
  intake::WatchBytes bytes() {
    return [this](std::uint64_t done, std::uint64_t of) {
      done_ = done;
      of_ = of;
    };
  }

 private:
  base::Text words() const;

  Progress& progress_;
  const std::string& file_;
  intake::SheetSink& sink_;
  std::int64_t rows_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t of_ = 0;  ///< 0: not known
};

}  // namespace minqing::cli
