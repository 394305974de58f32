// The steps of BERT's BasicTokenizer (clean, canonical form, small letters, no accents, cut at
// punctuation and ideographs), then WordPiece. ASCII takes a short way.
#include "text/pieces.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <memory>

#include "base/utf8.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongestWord = 100;       // characters, as in BERT
constexpr std::size_t kLongestRemembered = 48;  // bytes of a token
constexpr std::size_t kMostRemembered = 1 << 16;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c & 0x80; });
}

bool is_cut(char32_t c) {
  if (c < 128) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
           (c >= 123 && c <= 126);
  }
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
      (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2CEAF) ||
      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F)) {
    return true;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return true;
    default:
      return false;
  }
}

bool is_dropped(char32_t c) {
  if (c == 0 || c == kReplacement) return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
      return true;
    default:
      return false;
  }
}

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }
};

// utf8proc_map of `text`; the text as it is where there is no memory for it.
std::string mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(out);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

// Cleaned, in canonical form, small, without accents: as BERT reads it.
std::string normalized(std::string_view token) {
  std::string clean;
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint point = decode(token, at);
    at += point.size;
    if (!is_dropped(point.code)) append_utf8(clean, point.code);
  }
  std::string small;
  const std::string composed = mapped(clean, UTF8PROC_COMPOSE);
  for (std::size_t at = 0; at < composed.size();) {
    const CodePoint point = decode(composed, at);
    at += point.size;
    append_utf8(small, static_cast<char32_t>(
                           utf8proc_tolower(static_cast<utf8proc_int32_t>(point.code))));
  }
  std::string bare;
  const std::string decomposed = mapped(small, UTF8PROC_DECOMPOSE);
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint point = decode(decomposed, at);
    at += point.size;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point.code));
    if (category != UTF8PROC_CATEGORY_MN) append_utf8(bare, point.code);
  }
  return bare;
}

}  // namespace

PieceVocabulary::PieceVocabulary(const std::vector<std::string>& pieces) {
  for (std::uint32_t id = 0; id < pieces.size(); ++id) {
    const std::string_view piece = pieces[id];
    longest_ = std::max(longest_, piece.size());
    if (piece == "[UNK]") unknown_ = id;
    if (piece.starts_with("##")) {
      inners_.emplace(piece.substr(2), id);
    } else {
      starts_.emplace(piece, id);
    }
  }
}

void PieceVocabulary::append(std::string_view word, std::vector<std::uint32_t>& ids) const {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < word.size() && characters <= kLongestWord; ++i) {
    characters += is_border(word, i);
  }
  const std::size_t before = ids.size();
  if (characters > kLongestWord || !match(word, ids)) {
    ids.resize(before);
    ids.push_back(unknown_);
  }
}

bool PieceVocabulary::match(std::string_view word, std::vector<std::uint32_t>& ids) const {
  std::size_t at = 0;
  while (at < word.size()) {
    const Ids& pieces = at == 0 ? starts_ : inners_;
    std::size_t size = std::min(word.size() - at, longest_);
    auto found = pieces.end();
    for (; size > 0; --size) {
      if (!is_border(word, at + size)) continue;
      found = pieces.find(word.substr(at, size));
      if (found != pieces.end()) break;
    }
    if (size == 0) return false;
    ids.push_back(found->second);
    at += size;
  }
  return true;
}

void PieceCutter::append(std::string_view token, std::vector<std::uint32_t>& ids) {
  const auto known = known_.find(token);
  if (known != known_.end()) {
    const auto first = known_ids_.begin() + known->second.begin;
    ids.insert(ids.end(), first, first + known->second.count);
    return;
  }
  const std::size_t before = ids.size();
  cut(token, ids);
  if (token.size() > kLongestRemembered) return;
  if (known_.size() >= kMostRemembered) {
    known_.clear();
    known_ids_.clear();
  }
  known_.emplace(token, Range{static_cast<std::uint32_t>(known_ids_.size()),
                              static_cast<std::uint32_t>(ids.size() - before)});
  known_ids_.insert(known_ids_.end(), ids.begin() + static_cast<std::ptrdiff_t>(before), ids.end());
}

void PieceCutter::cut(std::string_view token, std::vector<std::uint32_t>& ids) {
  if (is_ascii(token)) {
    word_.assign(token);
    std::erase_if(word_, [](char c) { return c < 32 || c == 127; });
    for (char& c : word_) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  } else {
    word_ = normalized(token);
  }
  const std::size_t before = ids.size();
  const std::string_view word = word_;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const bool space = point.code == ' ' || point.code == 0xA0 || point.code == 0x3000;
    if (space || is_cut(point.code)) {
      if (at > begin) vocabulary_->append(word.substr(begin, at - begin), ids);
      if (!space) vocabulary_->append(word.substr(at, point.size), ids);
      begin = at + point.size;
    }
    at += point.size;
  }
  if (begin < word.size()) vocabulary_->append(word.substr(begin), ids);
  if (ids.size() == before) ids.push_back(vocabulary_->unknown());
}

void cut_pieces(Document& document, PieceCutter& cutter) {
  document.pieces.clear();
  for (Token& token : document.tokens) {
    token.first_piece = static_cast<std::uint32_t>(document.pieces.size());
    cutter.append(token.span.in(document.text), document.pieces);
    constexpr std::size_t kMost = std::numeric_limits<decltype(token.piece_count)>::max();
    document.pieces.resize(std::min(document.pieces.size(), token.first_piece + kMost));
    token.piece_count = static_cast<std::uint8_t>(document.pieces.size() - token.first_piece);
  }
}

}  // namespace tacitus
