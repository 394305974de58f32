#include "store/lists.h"

#include <algorithm>

#include "page/fold.h"
#include "store/words.h"

namespace tacitus {

std::string write_spans(const std::vector<Span>& spans, const Offsets& offsets) {
  std::string out = "[";
  for (const Span span : spans) {
    if (out.size() > 1) out += ',';
    out += '[' + std::to_string(offsets.to_code_point(span.begin)) + ',' +
           std::to_string(offsets.to_code_point(span.end)) + ']';
  }
  return out + ']';
}

std::string write_numbers(const std::vector<std::uint32_t>& numbers) {
  std::string out = "[";
  for (const std::uint32_t number : numbers) {
    if (out.size() > 1) out += ',';
    out += std::to_string(number);
  }
  return out + ']';
}

std::string write_codes(const std::vector<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : ",") + code;
  return out;
}

std::vector<std::uint32_t> read_numbers(std::string_view list) {
  std::vector<std::uint32_t> numbers;
  bool inside = false;
  for (const char c : list) {
    if (c >= '0' && c <= '9') {
      if (!inside) numbers.push_back(0);
      numbers.back() = numbers.back() * 10 + static_cast<std::uint32_t>(c - '0');
    }
    inside = c >= '0' && c <= '9';
  }
  return numbers;
}

std::vector<Span> read_spans(std::string_view list, const Offsets& offsets) {
  const std::vector<std::uint32_t> numbers = read_numbers(list);
  std::vector<Span> spans;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    const std::uint32_t begin = offsets.to_byte(numbers[i]), end = offsets.to_byte(numbers[i + 1]);
    if (begin <= end) spans.push_back({begin, end});
  }
  return spans;
}

std::vector<std::string> read_codes(std::string_view list) {
  std::vector<std::string> codes;
  for (const std::string_view code : split(list, ',')) codes.emplace_back(code);
  return codes;
}

std::string text_of(const std::vector<Span>& spans, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].end > text.size()) break;
    if (i > 0) {
      const Span between{std::min(spans[i - 1].end, spans[i].begin), spans[i].begin};
      out += trim(between.in(text)).empty() ? " " : " ... ";
    }
    out += spans[i].in(text);
  }
  return out;
}

}  // namespace tacitus
