// Looks the words of a text up in the tables.
#include "read/actors/look_up.h"

#include "read/actors/cast_names.h"
#include "read/word_kinds.h"

namespace tacitus {

std::string titled(std::string_view phrase) {
  std::string out(phrase);
  bool inside = false;
  for (char& c : out) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && inside) c = static_cast<char>(c + 32);
    inside = capital || (c >= 'a' && c <= 'z') || (inside && c == '\'');
  }
  return out;
}

bool is_shouted(std::string_view phrase) {
  std::size_t letters = 0;
  for (const char c : phrase) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 4;
}

Range bare(const Reading& reading, Range range) {
  while (range.size() > 1 && (is_genitive(reading.plain(range.end - 1)) ||
                              reading.is_punctuation(range.end - 1))) {
    --range.end;
  }
  while (range.size() > 1 && (reading.plain(range.first) == "the" ||
                              reading.plain(range.first) == "a")) {
    ++range.first;
  }
  return range;
}

std::string without_genitive(std::string phrase) {
  if (phrase.ends_with("'s")) phrase.resize(phrase.size() - 2);
  return phrase;
}

namespace {

template <class Found, class Find>
Found word_at(const Reading& reading, std::uint32_t head, Range bounds, Find find) {
  Found best;
  if (!bounds.has(head)) return best;
  const std::uint32_t reach = Knowledge::kMostTokens;
  for (std::uint32_t first = head + 1; first-- > bounds.first && head - first < reach;) {
    if (const auto* word = find(reading.plain_phrase({first, head + 1}))) {
      best = {{first, head + 1}, word};
    }
  }
  const std::uint32_t last = std::min(bounds.end, head + reach);
  if (head + 2 < last && (reading.plain(head + 1) == "of" || reading.plain(head + 1) == "-")) {
    for (std::uint32_t end = last; end > head + 2; --end) {
      const auto* word = find(reading.plain_phrase({head, end}));
      if (word && end - head > best.range.size()) return {{head, end}, word};
    }
  }
  return best;
}

}  // namespace

bool is_backer(const Reading& reading, std::uint32_t end) {
  return end + 1 < reading.size() && reading.plain(end) == "-" &&
         is_of_kind(reading.plain(end + 1), WordKind::kBacked);
}

const Body* body_named(const Reading& reading, Range range) {
  // "Moody's" is called so; "Ferris's" is Ferris.
  if (!range.empty()) {
    Range own{without_article(reading, range).first, range.end};
    const bool ends_in_genitive = is_genitive(reading.plain(own.end - 1));
    if (!ends_in_genitive && own.end < reading.size() && is_genitive(reading.plain(own.end))) ++own.end;
    if (is_genitive(reading.plain(own.end - 1)) && own.size() > 1) {
      if (const Body* body = reading.knowledge().body(reading.phrase(own))) return body;
    }
  }
  range = bare(reading, range);
  const auto find = [&](Range name) {
    return as_written_or_titled(without_genitive(reading.phrase(name)), [&](const std::string& form) {
      return reading.knowledge().body(form);
    });
  };
  if (const Body* body = find(range)) return body;
  // "Ferris Corp." is the table's "Ferris Corp".
  if (std::string phrase = reading.phrase(range); phrase.size() > 2 && phrase.ends_with('.')) {
    phrase.pop_back();
    if (const Body* body = reading.knowledge().body(phrase)) return body;
  }
  // "Ferris Corp Ltd" is the firm that the table calls Ferris.
  const Range whole = range;
  while (range.size() > 1 && is_company_suffix(reading.plain(range.end - 1)) &&
         reading.is_capitalized(range.end - 1)) {
    --range.end;
  }
  const Body* firm = range == whole ? nullptr : find(range);
  return firm && !firm->sectors.empty() && firm->sectors[0] == "BUS" ? firm : nullptr;
}

BodyFound body_at(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  if (!reading.is_capitalized(first) && !reading.plain(first).starts_with("al")) return {};
  const auto [range, body] = longest(reading, first, end, [&](const std::string& phrase) {
    if (phrase.ends_with("'s")) {
      if (const Body* found = reading.knowledge().body(phrase)) return found;
    }
    return as_written_or_titled(without_genitive(phrase), [&](const std::string& form) {
      return reading.knowledge().body(form);
    });
  });
  // "BBC AG" is a firm that is called like another body.
  const bool is_firm = body && (body->sectors.empty() || body->sectors[0] != "BUS") && range.end < end &&
                       reading.is_capitalized(range.end) && is_company_suffix(reading.plain(range.end));
  return is_firm ? BodyFound{} : BodyFound{range, body};
}

PersonFound person_word_at(const Reading& reading, std::uint32_t head, Range bounds) {
  return word_at<PersonFound>(reading, head, bounds, [&](const std::string& phrase) {
    return reading.knowledge().person_word(phrase);
  });
}

BodyWordFound body_word_at(const Reading& reading, std::uint32_t head, Range bounds) {
  return word_at<BodyWordFound>(reading, head, bounds, [&](const std::string& phrase) {
    const BodyWord* word = reading.knowledge().body_word(phrase);
    return word && word->is_of_names && !reading.is_capitalized(head) ? nullptr : word;
  });
}

}  // namespace tacitus
