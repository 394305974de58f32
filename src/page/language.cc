// CLD2 knows 80 languages by their letters and words.
#include "page/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/utf8.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 1 << 16;  // bytes of a text that are looked at
constexpr std::size_t kPiece = 1 << 10;    // bytes of a text that confirm a language
constexpr std::size_t kShortest = 60;      // fewer tell too little

}  // namespace

std::string detect_language(std::string_view text) {
  if (text.size() > kLongest) {
    std::size_t end = kLongest;
    while (!is_border(text, end)) --end;
    text = text.substr(0, end);
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
  const std::string_view base = declared.substr(0, declared.find('-'));
  const auto agrees = [base](const std::string& found) {
    return base == std::string_view(found).substr(0, found.find('-'));
  };
  // A piece is enough to confirm what is declared.
  if (text.size() > kPiece && !base.empty()) {
    std::size_t end = kPiece;
    while (!is_border(text, end)) --end;
    const std::string found = detect_language(text.substr(0, end));
    if (!found.empty() && agrees(found)) return std::string(declared);
  }
  const std::string detected = detect_language(text);
  return detected.empty() || agrees(detected) ? std::string(declared) : detected;
}

}  // namespace tacitus
