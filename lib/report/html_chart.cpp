// SPDX-License-Identifier: MIT
// Bar charts as inline SVG. The drawing has no coordinate system of its own: bars are shares of the
// width, text keeps its size, so that the same picture is readable on paper and on a phone. The
// first series is solid, the second hollow, the third grey: no colour is needed to tell them apart.
// Labels stand at the left outside the drawing's box, whose margins leave room for them.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/report/html_parts.hpp"
#include "lib/report/numbers.hpp"

namespace minqing::report::html {

namespace {

constexpr int kPercent = 10000;  // hundredths of a percent in a whole
constexpr int kLabelColumns = 24;
constexpr int kThin = 14;  // px: one of several bars beside each other, with 1 px above and below
constexpr int kBroad = 16;
constexpr int kSpace = 9;  // px between two labels

std::string values_of(const Bar& bar) {
  std::vector<std::string> texts;
  for (const Amount& amount : bar.amounts) texts.push_back(amount.text);
  return base::join(texts, " + ");
}

Escaped class_of(std::size_t series) {
  if (series == 0) return "solid"_html;
  return series == 1 ? "hollow"_html : "grey"_html;
}

/// The rows of a chart and the room they need.
class Drawing {
 public:
  Drawing(const Chart& chart, base::Lang language)
      : chart_(chart), language_(language), full_(full_scale(chart)) {
    for (const Bar& bar : chart.bars) measure(bar);
    label_columns_ = std::min(label_columns_, kLabelColumns);
  }

  Escaped svg() {
    Escaped content;
    for (const Bar& bar : chart_.bars) content += bar_of(bar);
    content += compose("<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"{}\"/>\n", top_);
    // Tenths of an em; a Latin letter is somewhat wider than half of one.
    const int left = label_columns_ * 11 / 2 + 10;
    const int both = left + value_columns_ * 11 / 2 + 12;
    return compose(
        "<svg role=\"img\" aria-label=\"{}\" height=\"{}\" "
        "style=\"margin-left:{}.{}em;width:calc(100% - {}.{}em)\">\n{}</svg>\n",
        spoken(), top_, left / 10, left % 10, both / 10, both % 10, content);
  }

 private:
  bool is_stacked() const { return chart_.layout == Chart::Layout::stacked; }

  void measure(const Bar& bar) {
    const auto width = [](const std::string& text) {
      return base::display_width(base::visible(text));
    };
    label_columns_ = std::max(label_columns_, width(bar.label));
    if (is_stacked()) value_columns_ = std::max(value_columns_, width(values_of(bar)));
    for (const Amount& amount : bar.amounts) {
      value_columns_ = std::max(value_columns_, width(amount.text));
    }
  }

  Escaped bar_of(const Bar& bar) {
    const int from = top_;
    Escaped out;
    if (is_stacked() || bar.amounts.size() < 2) {
      out = line_of_bars(bar);
    } else {
      for (std::size_t i = 0; i < bar.amounts.size(); ++i) out += thin_bar(bar.amounts[i], i);
    }
    const int middle = (from + top_) / 2;
    top_ += kSpace;
    return compose("<text class=\"label\" x=\"0\" dx=\"-.7em\" y=\"{}\" dy=\".36em\">{}</text>\n{}",
                   middle, escape(base::fit(base::visible(bar.label), kLabelColumns)), out);
  }

  /// All amounts behind each other and their values at the end.
  Escaped line_of_bars(const Bar& bar) {
    Escaped out;
    int end = 0;
    for (std::size_t i = 0; i < bar.amounts.size(); ++i) {
      const int width = std::min(share(bar.amounts[i]), kPercent - end);
      out += rectangle(end, width, kBroad, i);
      end += width;
    }
    out += value(end, kBroad, values_of(bar));
    top_ += kBroad;
    return out;
  }

  Escaped thin_bar(const Amount& amount, std::size_t series) {
    Escaped out = rectangle(0, share(amount), kThin, series);
    out += value(share(amount), kThin, amount.text);
    top_ += kThin;
    return out;
  }

  Escaped rectangle(int from, int width, int height, std::size_t series) const {
    if (width <= 0) return {};
    return compose(
        "<rect class=\"{}\" x=\"{}.{:02}%\" y=\"{}\" width=\"{}.{:02}%\" height=\"{}\"/>\n",
        class_of(series), from / 100, from % 100, top_ + 1, width / 100, width % 100, height - 2);
  }

  Escaped value(int at, int height, const std::string& text) const {
    return compose(
        "<text class=\"value\" x=\"{}.{:02}%\" dx=\".5em\" y=\"{}\" dy=\".36em\">{}</text>\n",
        at / 100, at % 100, top_ + height / 2, escape(text));
  }

  /// The whole chart in words.
  Escaped spoken() const {
    const bool zh = language_ == base::Lang::zh;
    Escaped out = escape(chart_.caption);
    for (const Bar& bar : chart_.bars) {
      out += out.empty() ? Escaped() : zh ? "；"_html : "; "_html;
      out += compose("{} {}", escape(bar.label), escape(values_in_words(bar)));
    }
    return out;
  }

  std::string values_in_words(const Bar& bar) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < bar.amounts.size(); ++i) {
      const bool named = chart_.series.size() > 1 && i < chart_.series.size();
      texts.push_back((named ? chart_.series[i] + " " : "") + bar.amounts[i].text);
    }
    return base::join(texts, language_ == base::Lang::zh ? "，" : ", ");
  }

  int share(const Amount& amount) const { return share_of(amount.value, full_, kPercent); }

  const Chart& chart_;
  base::Lang language_;
  std::int64_t full_;
  int label_columns_ = 0;
  int value_columns_ = 0;
  int top_ = 4;  // px
};

/// `■ 本周 □ 上周`: the signs are filled as the bars are.
Escaped legend_of(const Chart& chart) {
  if (chart.series.size() < 2) return {};
  Escaped entries;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    entries += compose("<span><i class=\"{}\">{}</i> {}</span>", class_of(i),
                       i == 1 ? "□"_html : "■"_html, escape(chart.series[i]));
  }
  return compose("<p class=\"legend\">{}</p>\n", entries);
}

}  // namespace

Escaped chart_block(const Chart& chart, base::Lang language) {
  Escaped out = "<figure class=\"chart\">\n"_html;
  if (!chart.caption.empty()) {
    out += compose("<figcaption>{}</figcaption>\n", escape(base::trim(chart.caption)));
  }
  out += chart.bars.empty() ? compose("<p class=\"none\">{}</p>\n", nothing(language))
                            : Drawing(chart, language).svg();
  out += legend_of(chart);
  out += "</figure>\n"_html;
  if (!chart.says.empty()) out += compose("<p>{}</p>\n", escape(base::trim(chart.says)));
  return out;
}

}  // namespace minqing::report::html
