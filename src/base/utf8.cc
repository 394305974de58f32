// Decoding after the table of well-formed sequences in the Unicode Standard, chapter 3.9, and
// offset maps sampled every 64 bytes.
#include "base/utf8.h"

#include <algorithm>

namespace tacitus {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

std::size_t ascii_prefix(std::string_view text, std::size_t at) {
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

std::uint32_t starts_between(std::string_view text, std::size_t begin, std::size_t end) {
  std::uint32_t count = 0;
  for (std::size_t i = begin; i < end; ++i) count += (byte_at(text, i) & 0xC0) != 0x80;
  return count;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {kReplacement, 1, false};
  const std::uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte alone tells overlong forms, surrogates and numbers that are too large.
  std::uint8_t low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  char32_t code = lead & (0xFF >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const std::uint8_t next = byte_at(text, at + i);
    if (next < low || next > high) return {kReplacement, i, false};
    code = code << 6 | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code, length, true};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = ascii_prefix(text, 0); at < text.size(); at = ascii_prefix(text, at)) {
    const CodePoint point = decode(text, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

void append_utf8(std::string& out, char32_t code) {
  if ((code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) code = kReplacement;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string repair(std::string_view bytes, std::size_t& count) {
  count = 0;
  std::string out;
  out.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t at = ascii_prefix(bytes, 0); at < bytes.size(); at = ascii_prefix(bytes, at)) {
    const CodePoint point = decode(bytes, at);
    if (!point.valid) {
      out.append(bytes, copied, at - copied);
      append_utf8(out, kReplacement);
      copied = at + point.size;
      count += point.size;
    }
    at += point.size;
  }
  out.append(bytes, copied, bytes.size() - copied);
  return out;
}

Offsets::Offsets(std::string_view text) : text_(text) {
  ascii_ = ascii_prefix(text, 0) == text.size();
  if (ascii_) {
    count_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  sampled_.reserve(text.size() / kStep + 1);
  for (std::size_t at = 0; at < text.size(); at += kStep) {
    sampled_.push_back(count_);
    count_ += starts_between(text, at, std::min<std::size_t>(at + kStep, text.size()));
  }
}

std::uint32_t Offsets::to_code_point(std::uint32_t byte) const {
  if (byte >= text_.size()) return count_;
  if (ascii_) return byte;
  const std::uint32_t sample = byte / kStep;
  return sampled_[sample] + starts_between(text_, std::size_t{sample} * kStep, byte);
}

std::uint32_t Offsets::to_byte(std::uint32_t index) const {
  if (index >= count_) return static_cast<std::uint32_t>(text_.size());
  if (ascii_) return index;
  const auto after = std::upper_bound(sampled_.begin(), sampled_.end(), index);
  const std::size_t sample = static_cast<std::size_t>(after - sampled_.begin()) - 1;
  std::uint32_t left = index - sampled_[sample];
  std::size_t at = sample * kStep;
  while (!is_border(text_, at)) ++at;
  for (; left > 0; --left) {
    ++at;
    while (!is_border(text_, at)) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace tacitus
