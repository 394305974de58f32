// Every line that is not blank is an item or an error.
#include "wire/line_source.h"

#include "wire/detect.h"
#include "wire/json_lines.h"
#include "wire/size.h"

namespace tacitus {

LineSource::LineSource(Input& input, std::string place, std::uint64_t max_line)
    : input_(input), place_(std::move(place)), max_line_(max_line), lines_(input, max_line) {}

std::optional<Result<Item>> LineSource::next() {
  while (!ended_) {
    const LineReader::State state = lines_.next();
    const std::string number = std::to_string(lines_.number());
    if (state == LineReader::State::kEnd) {
      ended_ = true;
      if (input_.trouble()) return *input_.trouble();
      if (!any_line_) return Error{ErrorCode::kBadInput, input_.name() + ": is empty"};
      break;
    }
    if (state == LineReader::State::kTooLong) {
      any_line_ = true;
      return Error{ErrorCode::kLimit, input_.name() + ":" + number + ": line over " +
                                          size_for_people(max_line_)};
    }
    std::string_view line = lines_.line();
    if (lines_.number() == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
    if (trim_front(line).empty()) continue;
    any_line_ = true;
    Result<Item> item = read_json_line(line, place_ + ":" + number);
    lines_.leave();
    // Half a line is no mistake of its own: the trouble that cut it is told next.
    if (state == LineReader::State::kCut && !item.ok()) continue;
    return item;
  }
  return std::nullopt;
}

}  // namespace tacitus
