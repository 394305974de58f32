// Parts tokens into pieces ("10pm", "mid-1996", "2025-03-07"), then joins the pieces that make one
// number ("1,000", "two and a half", "nineteen ninety-six") or one name ("New Year's Eve").
#include "read/times/lexer.h"

#include <algorithm>

#include "read/times/number_words.h"

namespace tacitus {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// A mark of several bytes that stands for one of ASCII; its size.
std::size_t mark_at(std::string_view text, std::string_view& mark) {
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (text.starts_with(dash)) {
      mark = "-";
      return dash.size();
    }
  }
  for (const std::string_view quote : {"\u2018", "\u2019"}) {
    if (text.starts_with(quote)) {
      mark = "'";
      return quote.size();
    }
  }
  return 0;
}

// The value of at most nine figures.
std::int32_t value_of(std::string_view figures) {
  std::int32_t value = 0;
  for (const char c : figures) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

const Sense* TimeItems::sense(std::size_t item, Field field) const {
  for (std::uint32_t s = items[item].first_sense; s < items[item].end_sense; ++s) {
    if (senses[s].field == field) return &senses[s];
  }
  return nullptr;
}

void TimeLexer::lex(const Sentence& sentence, TimeItems& out) {
  out_ = &out;
  out.items.clear();
  out.senses.clear();
  pieces_.clear();
  end_ = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) part_token(t);
  for (std::size_t at = 0; at < pieces_.size();) {
    std::size_t end = add_phrase(at);
    if (end == at) end = join_figures(at);
    if (end == at) end = join_words(at);
    if (end == at) {
      out.items.push_back(pieces_[at]);
      add_senses(out.items.back());
      ++end;
    }
    at = end;
  }
}

// Only what has figures or hyphens in it is parted; anything else is a word as it stands.
void TimeLexer::part_token(std::uint32_t token) {
  const Span span = reading_.document().tokens[token].span;
  const std::string_view text = reading_.word(token), plain = reading_.plain(token);
  std::string_view mark;
  if (const std::size_t size = mark_at(text, mark); size > 0 && size == text.size()) {
    return add_piece(token, span.begin, span.end, mark);
  }
  const bool parts = reading_.shape(token) == Shape::kNumber ||
                     text.find_first_of("-/") != text.npos;
  if (!parts || text.size() > 64) return add_piece(token, span.begin, span.end, plain);
  const bool even = is_ascii(text);
  for (std::uint32_t at = 0; at < text.size();) {
    std::uint32_t end = at;
    if (is_figure(text[at])) {
      while (end < text.size() && is_figure(text[end])) ++end;
    } else if (is_letter(text[at])) {
      // "p.m." keeps its stops.
      while (end < text.size() &&
             (is_letter(text[end]) || (text[end] & 0x80) != 0 || text[end] == '.')) {
        if (mark_at(text.substr(end), mark) > 0) break;
        ++end;
      }
    } else if (const std::size_t size = mark_at(text.substr(at), mark); size > 0) {
      add_piece(token, span.begin + at, span.begin + at + static_cast<std::uint32_t>(size), mark);
      at += static_cast<std::uint32_t>(size);
      continue;
    } else {
      end = at + 1;
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    }
    // Where letters have accents the two forms differ in size, and no table has such a word.
    const std::string_view word = (even ? plain : text).substr(at, end - at);
    add_piece(token, span.begin + at, span.begin + end, word);
    at = end;
  }
}

void TimeLexer::add_piece(std::uint32_t token, std::uint32_t begin, std::uint32_t end,
                          std::string_view word) {
  TimeItem piece;
  piece.span = {begin, end};
  piece.token = piece.last_token = token;
  piece.word = word;
  piece.is_glued = end_ == begin && !pieces_.empty();
  piece.is_figures = !word.empty() && is_figure(word[0]);
  pieces_.push_back(piece);
  end_ = end;
}

void TimeLexer::add(TimeItem& item, Field field, std::int32_t value) {
  const Symbol symbol = grammar_.symbol(field);
  if (symbol == 0 || item.end_sense - item.first_sense >= TimeGrammar::kMostSenses) return;
  out_->senses.push_back({symbol, field, value, false});
  item.end_sense = static_cast<std::uint32_t>(out_->senses.size());
}

void TimeLexer::add_senses(TimeItem& item) {
  item.first_sense = item.end_sense = static_cast<std::uint32_t>(out_->senses.size());
  if (item.is_figures) return add_figures(item);
  const auto* senses = grammar_.senses(item.word);
  if (!senses && item.word.size() > 1 && item.word.back() == '.') {
    senses = grammar_.senses(item.word.substr(0, item.word.size() - 1));
  }
  if (!senses) return;
  const char first = reading_.text()[item.span.begin];
  const bool is_capital = first >= 'A' && first <= 'Z';
  for (const Sense& sense : *senses) {
    if (sense.needs_capital && !is_capital) continue;
    if (item.end_sense - item.first_sense >= TimeGrammar::kMostSenses) break;
    out_->senses.push_back(sense);
    item.end_sense = static_cast<std::uint32_t>(out_->senses.size());
  }
  if (const Sense* ones = out_->sense(out_->items.size() - 1, Field::kOnes)) {
    add(item, Field::kNumber, ones->value * 100);
  } else if (const Sense* tens = out_->sense(out_->items.size() - 1, Field::kTens)) {
    add(item, Field::kNumber, tens->value * 100);
  }
}

void TimeLexer::add_figures(TimeItem& item) {
  const std::string_view figures = item.word;
  if (figures.size() > 7) return;  // no time has so many
  const std::int32_t value = value_of(figures);
  const std::size_t size = figures.size();
  add(item, Field::kNumber, value * 100);
  if (size == 4 && value >= 1000 && value < 3000) {
    add(item, Field::kYear, value);
    if (value % 10 == 0) add(item, Field::kRoundYear, value);
  }
  if (size > 2) return;
  if (value >= 1 && value <= 31) add(item, Field::kDay, value);
  if (value >= 1 && value <= 12) add(item, Field::kMonthNumber, value);
  if (value <= 24) add(item, Field::kHour, value);
  if (size == 2 && value <= 59) add(item, Field::kMinute, value);
  if (size == 2) add(item, Field::kShortYear, value);
}

void TimeLexer::join(std::size_t at, std::size_t end) {
  out_->items.push_back(pieces_[at]);
  TimeItem& item = out_->items.back();
  item.span.end = pieces_[end - 1].span.end;
  item.last_token = pieces_[end - 1].last_token;
  item.first_sense = item.end_sense = static_cast<std::uint32_t>(out_->senses.size());
}

// The longest name of several words.
std::size_t TimeLexer::add_phrase(std::size_t at) {
  const auto* phrases = grammar_.phrases(pieces_[at].word);
  if (!phrases) return at;
  for (const TimeGrammar::Phrase& phrase : *phrases) {
    const std::size_t end = at + 1 + phrase.rest.size();
    if (end > pieces_.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < phrase.rest.size(); ++i) {
      same = pieces_[at + 1 + i].word == phrase.rest[i];
    }
    if (!same) continue;
    const char first = reading_.text()[pieces_[at].span.begin];
    if (phrase.sense.needs_capital && !(first >= 'A' && first <= 'Z')) continue;
    join(at, end);
    out_->senses.push_back(phrase.sense);
    out_->items.back().end_sense = static_cast<std::uint32_t>(out_->senses.size());
    return end;
  }
  return at;
}

// "1,000", "1.5", "2 1/2", "21st", "1990s".
std::size_t TimeLexer::join_figures(std::size_t at) {
  if (!pieces_[at].is_figures || pieces_[at].word.size() > 7) return at;
  const auto is = [this](std::size_t i, std::string_view word, bool glued) {
    return i < pieces_.size() && pieces_[i].word == word && pieces_[i].is_glued == glued;
  };
  const auto is_glued_figures = [this](std::size_t i) {
    return i < pieces_.size() && pieces_[i].is_figures && pieces_[i].is_glued;
  };
  const std::int32_t value = value_of(pieces_[at].word);
  const std::size_t size = pieces_[at].word.size();
  if (at + 1 < pieces_.size() && pieces_[at + 1].is_glued) {
    const std::string_view next = pieces_[at + 1].word;
    if (size <= 3 && (next == "st" || next == "nd" || next == "rd" || next == "th")) {
      join(at, at + 2);
      add(out_->items.back(), Field::kOrdinal, value);
      return at + 2;
    }
    if (next == "s" && value % 10 == 0 && (size == 4 || size == 2)) {
      join(at, at + 2);
      add(out_->items.back(), Field::kDecade, value);
      return at + 2;
    }
    if (next == "," && size <= 3 && is_glued_figures(at + 2) && pieces_[at + 2].word.size() == 3 &&
        value < 1000) {
      join(at, at + 3);
      const std::int32_t rest = value_of(pieces_[at + 2].word);
      add(out_->items.back(), Field::kNumber, (value * 1000 + rest) * 100);
      return at + 3;
    }
    // "7.30 p.m." and "07.03.2025" are none.
    const bool is_fraction = next == "." && size <= 4 && is_glued_figures(at + 2) &&
                             pieces_[at + 2].word.size() <= 2 &&
                             !(is(at + 3, ".", true) && is_glued_figures(at + 4));
    const bool is_clock =
        at + 3 < pieces_.size() && is_clock_word(grammar_, pieces_[at + 3].word);
    if (is_fraction && !is_clock) {
      const std::string_view part = pieces_[at + 2].word;
      join(at, at + 3);
      add(out_->items.back(), Field::kNumber,
          value * 100 + value_of(part) * (part.size() == 1 ? 10 : 1));
      return at + 3;
    }
  }
  // "2 1/2", "2-1/2"
  const std::size_t half = at + 1 + (is(at + 1, "-", true) ? 1 : 0);
  if (size <= 4 && half + 2 < pieces_.size() && pieces_[half].word == "1" &&
      is(half + 1, "/", true) && is(half + 2, "2", true)) {
    join(at, half + 3);
    add(out_->items.back(), Field::kNumber, value * 100 + 50);
    return half + 3;
  }
  return at;
}

std::size_t TimeLexer::join_words(std::size_t at) {
  const NumberWords number = read_number_words(grammar_, pieces_, at);
  if (number.end <= at + 1) return at;
  join(at, number.end);
  TimeItem& item = out_->items.back();
  if (number.is_ordinal) {
    add(item, Field::kOrdinal, number.value);
    return number.end;
  }
  if (number.year > 0) {
    add(item, Field::kYear, number.year);
  }
  add(item, Field::kNumber, number.value * 100 + (number.has_half ? 50 : 0));
  return number.end;
}

}  // namespace tacitus
