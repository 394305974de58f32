// Transcripts and signed quotations.
#include "read/statements/laid_out.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestLabel = 6;      // tokens
constexpr std::uint32_t kLongestSignature = 20;

struct Turn {
  Range label, words;
  std::uint32_t colon = 0;
};

class Layout {
 public:
  Layout(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts)
      : reading_(reading), quotes_(quotes), drafts_(drafts) {
    for (std::uint32_t t = 0; t < reading.size(); ++t) {
      if (starts_line(t)) lines_.push_back(t);
    }
  }

  void add() {
    std::vector<Draft> found;
    add_turns(found);
    add_signed(found);
    if (found.empty()) return;
    give_way(found);
    drafts_.insert(drafts_.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
  }

 private:
  std::uint32_t begin(std::uint32_t token) const {
    return reading_.document().tokens[token].span.begin;
  }
  std::uint32_t end(std::uint32_t token) const {
    return reading_.document().tokens[token].span.end;
  }
  bool starts_line(std::uint32_t token) const {
    const std::uint32_t from = token == 0 ? 0 : end(token - 1);
    return token == 0 || reading_.text().substr(from, begin(token) - from).find('\n') !=
                             std::string_view::npos;
  }
  Range line(std::size_t index) const {
    return {lines_[index], index + 1 < lines_.size() ? lines_[index + 1] : reading_.size()};
  }

  // "MS. ROE: I did not." as a turn; with an empty label where a line is none.
  Turn turn_of(Range line) const {
    for (std::uint32_t t = line.first; t < std::min(line.end, line.first + kLongestLabel + 1); ++t) {
      if (reading_.word(t) == ":") {
        const bool has_words = t > line.first && t + 1 < line.end && begin(t + 1) > end(t);
        if (!has_words) return {};
        return {{line.first, t}, {t + 1, line.end}, t};
      }
      const bool is_small_word = t > line.first && (reading_.upos(t) == Upos::kAdp ||
                                                    reading_.upos(t) == Upos::kDet);
      const bool is_dot = t > line.first && reading_.word(t) == ".";
      if (!reading_.is_capitalized(t) && !is_small_word && !is_dot) return {};
    }
    return {};
  }

  bool ends_like_speech(Range words) const {
    const std::string_view last = reading_.word(words.end - 1);
    return last == "." || last == "?" || last == "!" || last == "…" || last == "—" || last == "--";
  }

  void add_turns(std::vector<Draft>& found) const {
    std::vector<Turn> turns;
    std::unordered_map<std::string, std::uint32_t> count;
    std::uint32_t most = 0, speech = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Turn turn = turn_of(line(i));
      if (turn.label.empty()) continue;
      most = std::max(most, ++count[reading_.plain_phrase(turn.label)]);
      speech += ends_like_speech(turn.words);
      turns.push_back(turn);
    }
    // A list of results or hours is none: what is said mostly ends as sentences do.
    const bool is_interview = count.contains("q") && count.contains("a");
    if (!is_interview && (turns.size() < 3 || count.size() < 2 || most < 2)) return;
    if (speech * 10 < turns.size() * 7) return;
    for (const Turn& turn : turns) {
      Draft draft;
      draft.source = turn.label;
      draft.cue = {turn.colon, turn.colon + 1};
      draft.is_verbatim = true;
      // Content lies in sentences, as the model's does.
      for (std::uint32_t t = turn.words.first; t < turn.words.end;) {
        const std::uint32_t next = std::min(reading_.sentence_of(t).end_token, turn.words.end);
        draft.contents.push_back({t, next});
        t = next;
      }
      found.push_back(std::move(draft));
    }
  }

  // The quotation that ends right before a token; null where there is none.
  const Quote* quote_before(std::uint32_t token) const {
    if (token == 0) return nullptr;
    const Quote* quote = quotes_.around(end(token - 1) - 1);
    return quote && !quote->is_open && quote->span.end == end(token - 1) ? quote : nullptr;
  }

  void add_signed(std::vector<Draft>& found) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Range whole = line(i);
      for (std::uint32_t t = whole.first; t < whole.end; ++t) {
        if (!is_dash(t) || t + 1 >= whole.end || whole.end - t > kLongestSignature) continue;
        const Quote* quote = quote_before(t);
        const Range name = reading_.trimmed({t + 1, whole.end});
        // "Acme Inc." can end one, a sentence does not.
        const bool is_sentence = name.end < whole.end && reading_.word(name.end) == "." &&
                                 !reading_.is_capitalized(name.end - 1);
        if (!quote || is_sentence || !is_signature(name)) continue;
        Draft draft;
        draft.source = name;
        draft.cue = {t, t + 1};
        const std::uint32_t first = reading_.token_at(quote->span.begin);
        for (std::uint32_t w = first; w < t;) {
          const std::uint32_t next = std::min(reading_.sentence_of(w).end_token, t);
          draft.contents.push_back({w, next});
          w = next;
        }
        if (!draft.contents.empty()) found.push_back(std::move(draft));
        break;
      }
    }
  }

  bool is_dash(std::uint32_t token) const {
    const std::string_view word = reading_.word(token);
    return word == "-" || word == "--" || word == "–" || word == "—" || word == "―";
  }
  // A name and what its owner is: capitals in front, nothing that is done.
  bool is_signature(Range name) const {
    if (!reading_.is_capitalized(name.first)) return false;
    for (std::uint32_t t = name.first; t < name.end; ++t) {
      if (reading_.upos(t) == Upos::kVerb || reading_.upos(t) == Upos::kAux) return false;
    }
    return true;
  }

  // Takes the words of `found` from the other drafts. Those that lie inside and have a source of
  // their own are told by the new ones.
  void give_way(const std::vector<Draft>& found) {
    std::vector<std::uint32_t> taken(reading_.size(), kNone);
    for (std::uint32_t f = 0; f < found.size(); ++f) {
      const auto take = [&](Range range) {
        std::fill(taken.begin() + range.first, taken.begin() + range.end, f);
      };
      take(found[f].source);
      take(found[f].cue);
      for (const Range content : found[f].contents) take(content);
    }
    for (Draft& draft : drafts_) {
      if (draft.is_inner) continue;
      const bool has_cue = !draft.cue.empty();
      const std::uint32_t by = has_cue ? taken[draft.cue.first] : kNone;
      const bool same_cue = by != kNone && draft.cue.first < found[by].cue.end &&
                            found[by].cue.first < draft.cue.end;
      if (by != kNone && !same_cue && !draft.source.empty() &&
          reading_.is_punctuation(draft.cue.first) == false) {
        draft.is_inner = true;
        continue;
      }
      std::erase_if(draft.contents, [&](Range content) {
        return by != kNone || taken[content.first] != kNone;
      });
    }
  }

  const Reading& reading_;
  const Quotes& quotes_;
  std::vector<Draft>& drafts_;
  std::vector<std::uint32_t> lines_;  // first tokens
};

}  // namespace

void add_laid_out(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts) {
  Layout(reading, quotes, drafts).add();
}

}  // namespace tacitus
