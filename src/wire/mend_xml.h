// What feeds get wrong, put right before a parser of XML sees it.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// Takes a document piece by piece. Outside of CDATA sections and comments an "&" that begins no
// reference becomes "&amp;", and references by HTML's names become numbers; control characters
// become spaces. Documents in UTF-16 and UTF-32 are left as they are.
class XmlMender {
 public:
  // What can be told so far, mended; `last` for the last piece. Valid until the next call.
  std::string_view mend(std::string_view piece, bool last);

 private:
  enum class Place { kText, kCdata, kComment };
  std::size_t take(std::string_view rest, bool last);

  Place place_ = Place::kText;
  bool started_ = false, is_wide_ = false;
  std::string held_, out_;
};

// The character that HTML's name stands for ("nbsp": 160); 0 for names that it does not know.
char32_t html_character(std::string_view name);

}  // namespace tacitus
