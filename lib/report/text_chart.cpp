// SPDX-License-Identifier: MIT
// Bar charts in plain text: label, bar of block characters (eighths for the first series, a light
// shade for the second), value.

#include <algorithm>
#include <array>

#include "lib/base/utf8.hpp"
#include "lib/report/numbers.hpp"
#include "lib/report/text_page.hpp"

namespace minqing::report {

namespace {

constexpr int kIndent = 4;
constexpr int kLongestBar = 60;
constexpr std::array<const char*, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
/// Second and further series.
constexpr std::array<const char*, 3> kShades = {"░", "▒", "▓"};

std::string repeat(std::string_view sign, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += sign;
  return out;
}

std::string sign_of(std::size_t series) {
  return series == 0 ? "█" : kShades[(series - 1) % kShades.size()];
}

std::string solid(int eighths) {
  return repeat("█", eighths / 8) + kEighths[static_cast<std::size_t>(eighths % 8)];
}

std::string values_of(const Bar& bar) {
  std::vector<std::string> texts;
  for (const Amount& amount : bar.amounts) texts.push_back(base::visible(amount.text));
  return base::join(texts, " + ");
}

class ChartPrinter {
 public:
  ChartPrinter(TextPage& page, const Chart& chart)
      : page_(page), chart_(chart), full_(full_scale(chart)) {
    for (const Bar& bar : chart.bars) {
      label_width_ = std::max(label_width_, base::display_width(base::visible(bar.label)));
      value_width_ = std::max(value_width_, widest_value(bar));
    }
    label_width_ = std::min(label_width_, page.width() / 3);
    value_width_ = std::min(value_width_, page.width() / 3);
    const int room = page.width() - kIndent - label_width_ - value_width_ - 3;
    bar_width_ = std::clamp(room, 1, kLongestBar);
  }

  void print() {
    for (const Bar& bar : chart_.bars) {
      const std::string label = base::fit(base::visible(bar.label), label_width_);
      if (chart_.layout == Chart::Layout::stacked) {
        put(label, stacked(bar), values_of(bar));
      } else {
        put_beside(label, bar);
      }
    }
    if (chart_.bars.empty()) page_.line(repeat(" ", kIndent) + nothing(page_.language()));
    if (chart_.series.size() > 1) put_legend();
  }

 private:
  bool is_stacked() const { return chart_.layout == Chart::Layout::stacked; }

  int widest_value(const Bar& bar) const {
    if (is_stacked()) return base::display_width(values_of(bar));
    int widest = 0;
    for (const Amount& amount : bar.amounts) {
      widest = std::max(widest, base::display_width(base::visible(amount.text)));
    }
    return widest;
  }

  void put(std::string_view label, const std::string& bar, const std::string& value) {
    const std::string between = bar.empty() ? "" : " ";
    page_.line(repeat(" ", kIndent) + base::pad_right(label, label_width_) + "  " + bar + between +
               base::fit(base::visible(value), value_width_));
  }

  void put_beside(std::string_view label, const Bar& bar) {
    for (std::size_t i = 0; i < bar.amounts.size(); ++i) {
      const Amount& amount = bar.amounts[i];
      const std::string drawn = i == 0 ? solid(share_of(amount.value, full_, bar_width_ * 8))
                                       : repeat(sign_of(i), columns(amount));
      put(i == 0 ? label : "", drawn, amount.text);
    }
  }

  /// What comes later keeps a column, so that one overdue issue among thousands is seen.
  std::string stacked(const Bar& bar) const {
    std::string out;
    int room = bar_width_;
    for (std::size_t i = 0; i < bar.amounts.size(); ++i) {
      const auto later =
          std::count_if(bar.amounts.begin() + static_cast<std::ptrdiff_t>(i) + 1, bar.amounts.end(),
                        [](const Amount& amount) { return amount.value > 0; });
      const int width =
          std::min(columns(bar.amounts[i]), std::max(room - static_cast<int>(later), 0));
      out += repeat(sign_of(i), width);
      room -= width;
    }
    return out;
  }

  int columns(const Amount& amount) const { return share_of(amount.value, full_, bar_width_); }

  void put_legend() {
    const std::string indent = repeat(" ", kIndent + label_width_ + 2);
    std::string legend;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      legend += (i == 0 ? "" : "   ") + sign_of(i) + " " + chart_.series[i];
    }
    page_.flow(indent, indent, legend);
  }

  TextPage& page_;
  const Chart& chart_;
  std::int64_t full_;
  int label_width_ = 0;
  int value_width_ = 0;
  int bar_width_ = 0;
};

}  // namespace

void put_chart(TextPage& page, const Chart& chart) {
  page.gap();
  if (!chart.caption.empty()) page.centred(chart.caption);
  ChartPrinter(page, chart).print();
  page.gap();
  if (chart.says.empty()) return;
  page.flow(page.language() == base::Lang::zh ? "　　" : "", "", chart.says);
  if (page.language() == base::Lang::en) page.gap();
}

}  // namespace minqing::report
