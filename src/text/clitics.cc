// Looks back over three letters at most.
#include "text/clitics.h"

#include "text/chars.h"

namespace tacitus {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool is_clitic(std::string_view letters) {
  if (letters.size() == 1) {
    const char c = small(letters[0]);
    return c == 's' || c == 'm' || c == 'd';
  }
  if (letters.size() != 2) return false;
  const char a = small(letters[0]), b = small(letters[1]);
  return (a == 'l' && b == 'l') || (b == 'e' && (a == 'r' || a == 'v'));
}

std::uint32_t last_clitic(std::string_view word) {
  std::size_t at = word.size();
  for (int letters = 0; letters < 3 && at > 0; ++letters) {
    const Char c = char_before(word, at);
    if (is_apostrophe(c.code)) {
      const std::size_t mark = at - c.size;
      const std::string_view form = word.substr(at);
      if (is_clitic(form)) return static_cast<std::uint32_t>(mark);
      const bool not_form =
          form.size() == 1 && small(form[0]) == 't' && mark > 1 && small(word[mark - 1]) == 'n';
      return not_form ? static_cast<std::uint32_t>(mark - 1) : 0;
    }
    if (!is_letter(c.kind)) return 0;
    at -= c.size;
  }
  return 0;
}

}  // namespace tacitus
