#include "store/answer.h"

#include <charconv>

#include "record/json.h"

namespace tacitus {
namespace {

std::string number(double value) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::string plain(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return number(*real);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return "";
}

std::string field(const std::string& text, char border) {
  if (border != ',') {
    std::string out = text;
    for (char& c : out) {
      if (c == border || c == '\n' || c == '\r') c = ' ';
    }
    return out;
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string answer_page(const Answer& answer, const Layout& layout) {
  std::string out;
  for (const std::vector<Cell>& row : answer.rows) {
    Paragraph head, source;
    std::string body;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string text = plain(row[i]);
      if (text.empty()) continue;
      if (const std::string& unit = answer.columns[i].unit; !unit.empty()) text += ' ' + unit + (text == "1" ? "" : "s");
      switch (answer.columns[i].part) {
        case Part::kHead:
          if (!head.empty()) head.add(" · ", Style::kQuiet);
          head.add(text, head.empty() ? Style::kName : Style::kPlain);
          break;
        case Part::kBody: {
          Paragraph paragraph;
          paragraph.add(text, Style::kPlain);
          paragraph.append_lines(layout, "  ", "  ", body);
          break;
        }
        case Part::kSource:
          if (!source.empty()) source.add(", ", Style::kQuiet);
          source.add(text, Style::kQuiet);
          break;
        case Part::kHidden: break;
      }
    }
    if (!out.empty() && !body.empty()) out += '\n';
    if (!head.empty()) head.append_lines(layout, "", "  ", out);
    out += body;
    if (!source.empty()) source.append_lines(layout, "    ", "    ", out);
  }
  return out;
}

std::string answer_json(const Answer& answer) {
  std::string out;
  for (const std::vector<Cell>& row : answer.rows) {
    out += '{';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (std::holds_alternative<std::monostate>(row[i])) continue;
      if (out.back() != '{') out += ',';
      append_json_string(answer.columns[i].name, out);
      out += ':';
      if (const auto* text = std::get_if<std::string>(&row[i])) append_json_string(*text, out);
      else out += plain(row[i]);
    }
    out += "}\n";
  }
  return out;
}

std::string answer_csv(const Answer& answer, char border, bool names) {
  std::string out;
  const auto line = [&](std::size_t count, auto text_at) {
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) out += border;
      out += field(text_at(i), border);
    }
    out += '\n';
  };
  if (names) line(answer.columns.size(), [&](std::size_t i) { return answer.columns[i].name; });
  for (const std::vector<Cell>& row : answer.rows) {
    line(row.size(), [&](std::size_t i) { return plain(row[i]); });
  }
  return out;
}

}  // namespace tacitus
