// Reads "two hundred and thirty-four", "nineteen oh five", "twenty-first".
#include "read/times/number_words.h"

namespace tacitus {
namespace {

constexpr std::int32_t kMost = 10'000'000;
constexpr std::size_t kMostPieces = 16;

const Sense* sense_of(const TimeGrammar& grammar, std::string_view word, Field field) {
  const auto* senses = grammar.senses(word);
  if (!senses) return nullptr;
  for (const Sense& sense : *senses) {
    if (sense.field == field) return &sense;
  }
  return nullptr;
}

class Reader {
 public:
  Reader(const TimeGrammar& grammar, const std::vector<TimeItem>& pieces, std::size_t at)
      : grammar_(grammar), pieces_(pieces), begin_(at), at_(at) {}

  NumberWords read() {
    NumberWords out;
    out.end = begin_;
    if (read_year(out)) return out;
    read_count(out);
    return out;
  }

 private:
  const Sense* sense(std::size_t at, Field field) const {
    if (at >= pieces_.size() || pieces_[at].is_figures) return nullptr;
    return sense_of(grammar_, pieces_[at].word, field);
  }
  bool is(std::size_t at, std::string_view word) const {
    return at < pieces_.size() && pieces_[at].word == word;
  }

  // A number below 100 from `at` on, moving it; -1 where there is none.
  std::int32_t below_hundred(std::size_t& at) const {
    if (const Sense* ones = sense(at, Field::kOnes)) {
      ++at;
      return ones->value;
    }
    const Sense* tens = sense(at, Field::kTens);
    if (!tens) return -1;
    ++at;
    const std::size_t next = at + (is(at, "-") ? 1 : 0);
    const Sense* ones = sense(next, Field::kOnes);
    if (ones && ones->value > 0 && ones->value < 10) {
      at = next + 1;
      return tens->value + ones->value;
    }
    return tens->value;
  }

  // "nineteen ninety-six", "nineteen oh five", "twenty twenty".
  bool read_year(NumberWords& out) const {
    std::size_t at = begin_;
    const std::int32_t hundreds = below_hundred(at);
    if (hundreds < 10 || hundreds > 20) return false;
    if (is(at, "-")) ++at;
    std::int32_t rest;
    if (is(at, "oh")) {
      ++at;
      rest = below_hundred(at);
      if (rest < 1 || rest > 9) return false;
    } else {
      rest = below_hundred(at);
      if (rest < 10) return false;
    }
    out.end = at;
    out.year = out.value = hundreds * 100 + rest;
    return true;
  }

  void read_count(NumberWords& out) {
    std::int64_t total = 0, current = -1;
    std::size_t end = begin_;
    // "a hundred", "a couple of thousand" is for the rules.
    if ((is(at_, "a") || is(at_, "an")) && sense(at_ + 1, Field::kScale)) {
      current = 1;
      ++at_;
    }
    while (at_ - begin_ < kMostPieces) {
      std::size_t next = at_;
      const bool joined = is(next, "and") && end > begin_ && total + current >= 100;
      if (joined) ++next;
      const Sense* scale = joined ? nullptr : sense(next, Field::kScale);
      if (scale && current >= 0) {
        current *= scale->value;
        if (scale->value >= 1000) {
          total += current;
          current = 0;
        }
        end = at_ = next + 1;
        if (is(at_, "-")) ++at_;
        if (total + current >= kMost) return;
        continue;
      }
      if (current > 0 && current % 100 != 0) break;  // "two three"
      const std::size_t number = next;
      const std::int32_t small = below_hundred(next);
      if (small < 0) {
        if (const Sense* last = sense(number, Field::kOrdinal); last && last->value < 10 &&
                                                                   current > 0) {
          out.is_ordinal = true;
          current += last->value;
          end = number + 1;
        }
        break;
      }
      current = (current < 0 ? 0 : current) + small;
      end = at_ = next;
      // "twenty-first": the tens came alone.
      const std::size_t behind = next + (is(next, "-") ? 1 : 0);
      if (const Sense* last = sense(behind, Field::kOrdinal);
          last && last->value < 10 && small >= 20 && small % 10 == 0 && behind > next) {
        out.is_ordinal = true;
        current += last->value;
        end = behind + 1;
        break;
      }
      if (is(at_, "-")) {
        if (!sense(at_ + 1, Field::kScale)) break;
        ++at_;
      }
    }
    if (end == begin_ || current < 0) return;
    out.value = static_cast<std::int32_t>(total + current);
    out.end = end;
    if (out.is_ordinal) return;
    // "two and a half", "two-and-a-half"
    std::size_t half = end + (is(end, "-") ? 1 : 0);
    if (is(half, "and")) {
      half += 1 + (is(half + 1, "-") ? 1 : 0);
      if (is(half, "a")) {
        half += 1 + (is(half + 1, "-") ? 1 : 0);
        if (is(half, "half")) {
          out.has_half = true;
          out.end = half + 1;
        }
      }
    }
    const bool is_thousands = total >= 1000 && total < 3000 && total % 1000 == 0;
    if (is_thousands && !out.has_half && current < 100) out.year = out.value;
  }

  const TimeGrammar& grammar_;
  const std::vector<TimeItem>& pieces_;
  std::size_t begin_, at_;
};

}  // namespace

NumberWords read_number_words(const TimeGrammar& grammar, const std::vector<TimeItem>& pieces,
                              std::size_t at) {
  NumberWords none;
  none.end = at;
  const auto* senses = grammar.senses(pieces[at].word);
  if (!senses || pieces[at].is_figures) return none;
  return Reader(grammar, pieces, at).read();
}

bool is_clock_word(const TimeGrammar& grammar, std::string_view word) {
  return sense_of(grammar, word, Field::kMeridiem) || sense_of(grammar, word, Field::kZone);
}

}  // namespace tacitus
