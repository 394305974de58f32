// Labels come from knowledge/page/encodings.txt, the decoding from ICU.
#include "page/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "base/utf8.h"
#include "page/fold.h"
#include "page/tables.h"

namespace tacitus {
namespace {

using namespace std::string_view_literals;

// How far into a page its declaration is looked for; the standard asks for 1,024 bytes, browsers
// accept it later too.
constexpr std::size_t kPrescan = 1 << 16;

// A reader of bytes that are no characters: it counts them and writes U+FFFD.
void U_CALLCONV replace_and_count(const void* count, UConverterToUnicodeArgs* arguments,
                                  const char*, int32_t length, UConverterCallbackReason reason,
                                  UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  *const_cast<std::uint64_t*>(static_cast<const std::uint64_t*>(count)) +=
      static_cast<std::uint64_t>(length);
  *error = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded out;
  std::size_t replaced = 0;
  out.text = repair(bytes, replaced);
  out.replaced = replaced;
  out.encoding = "UTF-8";
  return out;
}

// Takes the characters of `bytes` one by one, for a caller that wants to know where they stand.
// `next` gives the character at a place and moves the place behind it.
template <class Next>
void place_characters(std::string_view bytes, Next next, Decoded& out) {
  out.text.clear();
  out.places.clear();
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    append_utf8(out.text, next(at));
    if (at == begin) break;
    out.places.resize(out.text.size(), static_cast<std::uint32_t>(begin));
  }
  out.text.resize(out.places.size());
  out.places.push_back(static_cast<std::uint32_t>(bytes.size()));
}

Decoded decode_with(std::string_view bytes, const std::string& encoding, bool with_places) {
  if (encoding == "UTF-8") {
    Decoded out = decode_utf8(bytes);
    if (with_places) {
      place_characters(
          bytes,
          [bytes](std::size_t& at) {
            const CodePoint point = decode(bytes, at);
            at += point.size;
            return point.code;
          },
          out);
    }
    return out;
  }
  Decoded out;
  out.encoding = encoding;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(encoding.c_str(), &error), ucnv_close);
  ucnv_setToUCallBack(converter.get(), replace_and_count, &out.replaced, nullptr, nullptr, &error);
  if (U_FAILURE(error)) return decode_utf8(bytes);

  if (with_places) {
    place_characters(
        bytes,
        [bytes, &converter](std::size_t& at) {
          const char* source = bytes.data() + at;
          UErrorCode error = U_ZERO_ERROR;
          const UChar32 code =
              ucnv_getNextUChar(converter.get(), &source, bytes.data() + bytes.size(), &error);
          at = static_cast<std::size_t>(source - bytes.data());
          return U_FAILURE(error) ? kReplacement : static_cast<char32_t>(code);
        },
        out);
    return out;
  }
  std::array<UChar, 4096> piece;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char32_t lead = 0;  // the first half of a pair that the last piece ended with
  do {
    UChar* target = piece.data();
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, piece.data() + piece.size(), &source, end, nullptr,
                   true, &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) break;
    for (const UChar* at = piece.data(); at < target; ++at) {
      if (lead != 0 && U16_IS_TRAIL(*at)) {
        append_utf8(out.text, U16_GET_SUPPLEMENTARY(lead, *at));
        lead = 0;
        continue;
      }
      if (lead != 0) append_utf8(out.text, kReplacement);
      lead = U16_IS_LEAD(*at) ? *at : 0;
      if (lead == 0) append_utf8(out.text, *at);
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (lead != 0) append_utf8(out.text, kReplacement);
  return out;
}

// The encoding that a byte order mark stands for, and the mark's size.
std::pair<std::string_view, std::size_t> byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf"sv)) return {"UTF-8", 3};
  if (bytes.starts_with("\xff\xfe\0\0"sv)) return {"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xfe\xff"sv)) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xff\xfe"sv)) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xfe\xff"sv)) return {"UTF-16BE", 2};
  return {};
}

// What follows "charset=" in a meta tag, in either of its forms.
std::string_view charset_in(std::string_view tag) {
  const std::string small = lower(tag);
  for (std::size_t at = small.find("charset"); at != small.npos; at = small.find("charset", at)) {
    at += 7;
    while (at < small.size() && is_space(small[at])) ++at;
    if (at == small.size() || small[at] != '=') continue;
    ++at;
    while (at < small.size() && (is_space(small[at]) || small[at] == '"' || small[at] == '\'')) {
      ++at;
    }
    const std::size_t end = std::min(small.find_first_of(" \t\r\n\"';>/", at), small.size());
    return encoding_of(tag.substr(at, end - at));
  }
  return {};
}

// The encoding that a page declares; empty if it declares none that is known.
std::string_view declared(std::string_view bytes) {
  bytes = bytes.substr(0, kPrescan);
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--")) {
      at = bytes.find("-->", at + 4);
      if (at == bytes.npos) break;
    } else if (lower(rest.substr(0, 5)) == "<meta") {
      const std::string_view encoding = charset_in(rest.substr(0, rest.find('>')));
      if (!encoding.empty()) return encoding;
    }
  }
  return {};
}

// True for bytes that are no UTF-8 and that people who write windows-1252 would write: letters
// and marks, without a single character of UTF-8 between them.
bool looks_western(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const CodePoint point = decode(bytes, at);
    if (point.valid && point.size > 1) return false;
    if (!point.valid && (byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 ||
                         byte == 0x9D || byte >= 0xFE)) {
      return false;
    }
    at += point.valid ? point.size : 1;
  }
  return true;
}

}  // namespace

std::string_view encoding_of(std::string_view label) {
  static const auto kLabels = [] {
    std::unordered_map<std::string_view, std::string_view> labels;
    for (const std::string_view line : table_lines(k_encodings_txt)) {
      const std::vector<std::string_view> words = split_words(line);
      for (std::size_t i = 1; i < words.size(); ++i) labels[words[i]] = words[0];
    }
    return labels;
  }();
  const auto found = kLabels.find(lower(trim(label)));
  return found == kLabels.end() ? std::string_view() : found->second;
}

Decoded decode_html(std::string_view bytes, std::string_view told, bool with_places) {
  if (const auto [encoding, size] = byte_order_mark(bytes); size > 0) {
    Decoded out = decode_with(bytes.substr(size), std::string(encoding), with_places);
    for (std::uint32_t& place : out.places) place += static_cast<std::uint32_t>(size);
    return out;
  }
  std::string_view encoding = encoding_of(told);
  if (encoding.empty()) encoding = declared(bytes);
  if (!encoding.empty()) return decode_with(bytes, std::string(encoding), with_places);
  const bool western = !is_utf8(bytes) && looks_western(bytes);
  return decode_with(bytes, western ? "windows-1252" : "UTF-8", with_places);
}

Decoded decode_text(std::string_view bytes, std::string_view told) {
  const auto [encoding, size] = byte_order_mark(bytes);
  if (size > 0) return decode_with(bytes.substr(size), std::string(encoding), false);
  const std::string_view named = encoding_of(told);
  return named.empty() ? decode_utf8(bytes) : decode_with(bytes, std::string(named), false);
}

}  // namespace tacitus
