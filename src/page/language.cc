// CLD2 knows 80 languages by their letters and words.
#include "page/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 1 << 16;  // bytes of a text that are looked at
constexpr std::size_t kShortest = 60;      // fewer tell too little

}  // namespace

std::string detect_language(std::string_view text) {
  if (text.size() > kLongest) {
    text = text.substr(0, kLongest);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) {
      text.remove_suffix(1);
    }
    if (!text.empty()) text.remove_suffix(1);
  }
  if (text.size() < kShortest) return "";
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  double scores[3];
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                 languages, percents, scores, nullptr, &bytes, &reliable);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < 60) return "";
  const std::string code = CLD2::LanguageCode(languages[0]);
  if (code == "iw") return "he";
  if (code == "un" || code.starts_with("xxx")) return "";
  return code;
}

std::string choose_language(std::string_view declared, std::string_view text) {
  const std::string detected = detect_language(text);
  if (detected.empty()) return std::string(declared);
  const std::string_view base = declared.substr(0, declared.find('-'));
  const std::string_view found = std::string_view(detected).substr(0, detected.find('-'));
  return base == found ? std::string(declared) : detected;
}

}  // namespace tacitus
