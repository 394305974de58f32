// Words and tree of an article.
#include "read/reading.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace tacitus {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Replaces curly apostrophes and no-break spaces, and joins white space.
void append_even(std::string_view text, std::string& out) {
  bool gap = false;
  const std::size_t begin = out.size();
  for (std::size_t at = 0; at < text.size();) {
    std::string_view rest = text.substr(at);
    if (is_space(text[at]) || rest.starts_with("\u00A0")) {
      gap = out.size() > begin;
      at += is_space(text[at]) ? 1 : 2;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    if (rest.starts_with("\u2019") || rest.starts_with("\u2018")) {
      out += '\'';
      at += 3;
      continue;
    }
    out += text[at++];
  }
}

// Appends a word in small letters, accents taken off.
void append_plain(std::string_view word, std::string& out) {
  if (is_ascii(word)) {
    for (const char c : word) out += small(c);
    return;
  }
  std::string even;
  append_even(word, even);
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(even.data()),
                   static_cast<utf8proc_ssize_t>(even.size()), &mapped, options);
  if (size >= 0) {
    out.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  } else {
    out += even;
  }
  std::free(mapped);
}

// The relations that a nominal keeps, on its left and on its right.
bool is_kept_left(Deprel deprel) {
  switch (deprel) {
    case Deprel::kDet: case Deprel::kAmod: case Deprel::kCompound: case Deprel::kNmodPoss:
    case Deprel::kNmodDesc: case Deprel::kNmodUnmarked: case Deprel::kNummod: case Deprel::kFlat:
    case Deprel::kFixed: case Deprel::kAdvmod: case Deprel::kNmod:
      return true;
    default:
      return false;
  }
}
bool is_kept_right(Deprel deprel) {
  switch (deprel) {
    case Deprel::kAmod: case Deprel::kCompound: case Deprel::kNmod: case Deprel::kNummod:
    case Deprel::kFlat: case Deprel::kFixed: case Deprel::kNmodDesc:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_double_quote(std::string_view word) {
  constexpr std::string_view kMarks[] = {"\"", "“", "”", "''", "``", "„", "«", "»"};
  return std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks);
}

std::string plain_text(std::string_view text) {
  std::string even, out;
  append_even(text, even);
  append_plain(even, out);
  return out;
}

std::string even_text(std::string_view text) {
  std::string out;
  append_even(text, out);
  return out;
}

Reading::Reading(std::string_view text, const Document& document, const Names& names,
                 const Knowledge& knowledge, std::string_view published)
    : text_(text), published_(published), document_(&document), names_(&names), knowledge_(&knowledge) {
  sentence_.resize(size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (std::uint32_t t = document.sentences[s].first_token; t < document.sentences[s].end_token;
         ++t) {
      sentence_[t] = s;
    }
  }
  fold_words();
  measure(build_tree());
}

void Reading::fold_words() {
  plain_.reserve(text_.size());
  plain_at_.reserve(size() + 1);
  for (std::uint32_t t = 0; t < size(); ++t) {
    plain_at_.push_back(static_cast<std::uint32_t>(plain_.size()));
    append_plain(word(t), plain_);
  }
  plain_at_.push_back(static_cast<std::uint32_t>(plain_.size()));
}

// Takes over the heads that make a forest. Tokens whose way up leads out of the sentence or in a
// circle become roots. Gives the tokens so that heads come before their children.
std::vector<std::uint32_t> Reading::build_tree() {
  const std::uint32_t n = size();
  head_.assign(n, kNone);
  std::vector<std::uint32_t> order(n, 0);
  std::vector<std::uint32_t>& state = order;  // until then: 0 not seen, else the walk that saw it
  std::vector<std::uint32_t> path;
  std::uint32_t walk = 0;
  for (std::uint32_t start = 0; start < n; ++start) {
    if (state[start] != 0) continue;
    ++walk;
    for (std::uint32_t t = start;;) {
      state[t] = walk;
      const std::uint32_t up = document_->tokens[t].head;
      if (up >= n || up == t || sentence_[up] != sentence_[t] || state[up] == walk) break;
      head_[t] = up;
      if (state[up] != 0) break;
      t = up;
    }
  }
  deprel_.reserve(n);
  for (const Token& token : document_->tokens) deprel_.push_back(names_->deprel(token.deprel));
  join_titles();
  join_appositions();
  hang_from_cues();
  first_child_.assign(n, kNone);
  next_sibling_.assign(n, kNone);
  for (std::uint32_t t = n; t-- > 0;) {
    if (head_[t] == kNone) continue;
    next_sibling_[t] = first_child_[head_[t]];
    first_child_[head_[t]] = t;
  }
  order.clear();
  for (std::uint32_t t = 0; t < n; ++t) {
    if (head_[t] == kNone) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::uint32_t c = first_child_[order[i]]; c != kNone; c = next_sibling_[c]) {
      order.push_back(c);
    }
  }
  return order;
}

void Reading::measure(const std::vector<std::uint32_t>& order) {
  const std::uint32_t n = size();
  for (auto* reach : {&left_, &right_, &nominal_left_, &nominal_right_}) reach->assign(n, 0);
  const auto widen = [](Reach& reach, std::uint32_t distance) {
    reach = static_cast<Reach>(std::clamp<std::uint32_t>(distance, reach, kFarthest));
  };
  for (std::size_t i = order.size(); i-- > 0;) {
    const std::uint32_t t = order[i], up = head_[t];
    if (up == kNone) continue;
    const std::uint32_t left = t - left_[t], right = t + right_[t];
    if (left < up) widen(left_[up], up - left);
    if (right > up) widen(right_[up], right - up);
    if (t < up && is_kept_left(deprel(t))) {
      // A possessor or quantity takes all that hangs from it along.
      widen(nominal_left_[up], up - left);
    } else if (t > up && is_kept_right(deprel(t))) {
      // "president of Ukraine, who ...": only the complement's own nominal.
      widen(nominal_right_[up], t + nominal_right_[t] - up);
    }
  }
}

bool Reading::is_capitalized(std::uint32_t token) const {
  return shape(token) == Shape::kTitle || shape(token) == Shape::kUpper ||
         (shape(token) == Shape::kMixed && word(token)[0] != plain(token)[0]);
}

bool Reading::is_punctuation(std::uint32_t token) const {
  return shape(token) == Shape::kPunctuation && upos(token) != Upos::kSym;
}

bool Reading::goes_on_behind_hyphen(std::uint32_t token) const {
  if (token + 2 >= size() || word(token + 1) != "-" || !is_noun(token + 2)) return false;
  return span({token, token + 3}).size() == word(token).size() + 1 + word(token + 2).size();
}

std::uint32_t Reading::sentence_at(std::uint32_t at) const {
  const auto& all = document_->sentences;
  const auto behind =
      std::upper_bound(all.begin(), all.end(), at,
                       [](std::uint32_t x, const Sentence& s) { return x < s.span.begin; });
  return behind == all.begin() ? 0 : static_cast<std::uint32_t>(behind - all.begin() - 1);
}

std::uint32_t Reading::token_at(std::uint32_t at) const {
  const auto& all = document_->tokens;
  const auto found =
      std::upper_bound(all.begin(), all.end(), at,
                       [](std::uint32_t x, const Token& t) { return x < t.span.end; });
  return static_cast<std::uint32_t>(found - all.begin());
}

std::uint32_t Reading::child(std::uint32_t token, Deprel wanted) const {
  for (std::uint32_t c = first_child(token); c != kNone; c = next_sibling(c)) {
    if (deprel(c) == wanted) return c;
  }
  return kNone;
}

std::uint32_t Reading::head_of(Range range) const {
  std::uint32_t best = range.first;
  bool is_nominal = false, found = false;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (head(t) != kNone && range.has(head(t))) continue;
    if (is_punctuation(t) && found) continue;
    const bool nominal = is_noun(t) || upos(t) == Upos::kPron || upos(t) == Upos::kNum;
    // Two nouns side by side, or with a hyphen between them, that the tree does not join: the second is the head.
    const bool is_next = found && is_noun(best) && is_noun(t) &&
                         (t == best + 1 || (t == best + 2 && goes_on_behind_hyphen(best)));
    if (!found || (nominal && !is_nominal) || is_next) {
      best = t;
      is_nominal = nominal;
      found = !is_punctuation(t);
    }
  }
  return best;
}

std::string Reading::phrase(Range range) const {
  return range.empty() ? std::string() : even_text(span(range).in(text_));
}

std::string Reading::plain_phrase(Range range) const {
  return range.empty() ? std::string() : plain_text(span(range).in(text_));
}

Range Reading::trimmed(Range range) const {
  while (range.size() > 1 && is_punctuation(range.end - 1)) --range.end;
  while (range.size() > 1 && is_punctuation(range.first)) ++range.first;
  return range;
}

}  // namespace tacitus
