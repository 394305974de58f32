// From the model's attribution spans to statements.
#include "read/statements/statements.h"

#include <algorithm>

#include "read/statements/inner.h"
#include "read/statements/laid_out.h"
#include "read/statements/nesting.h"
#include "read/statements/overlooked.h"

namespace tacitus {
namespace {

bool is_space_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

class Assembly {
 public:
  Assembly(const Reading& reading, const Quotes& quotes)
      : reading_(reading), quotes_(quotes), spans_(reading.document().attribution) {}

  std::vector<Draft> run() {
    find_holders();
    add_cues();
    add_contents();
    for (Draft& draft : drafts_) {
      if (draft.is_inner || !draft.contents.empty()) continue;
      const Range content = overlooked_content(reading_, draft, spans_);
      if (!content.empty()) draft.contents.push_back(content);
    }
    join_reopened();
    add_laid_out(reading_, quotes_, drafts_);
    std::erase_if(drafts_, [&](const Draft& draft) {
      return draft.contents.empty() || is_nobody(draft.source) ||
             (draft.is_inner && !tells_of_another(reading_, draft, quotes_));
    });
    for (Draft& draft : drafts_) write(draft);
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return first_byte(a.statement) < first_byte(b.statement);
    });
    return std::move(drafts_);
  }

 private:
  // By span the content that holds it. The inner layer speaks of statements inside statements,
  // so what it marks elsewhere, or over the border of a content, counts for nothing.
  void find_holders() {
    holder_.assign(spans_.size(), kNone);
    std::uint32_t content = kNone;  // the outer content that began last
    for (std::uint32_t i = 0; i < spans_.size(); ++i) {
      const AttributionSpan& span = spans_[i];
      if (span.layer == 0) {
        if (span.role == Role::kContent && is_in_range(span)) content = i;
        continue;
      }
      if (content != kNone && spans_[content].first_token <= span.first_token &&
          span.end_token <= spans_[content].end_token) {
        holder_[i] = content;
      }
    }
  }

  bool is_in_range(const AttributionSpan& span) const {
    return span.first_token < span.end_token && span.end_token <= reading_.size();
  }
  bool is_valid(const AttributionSpan& span) const {
    const auto index = static_cast<std::size_t>(&span - spans_.data());
    return is_in_range(span) && (span.layer == 0 || holder_[index] != kNone);
  }
  // Spans of one statement lie in one content, those of the outer layer in none; and a headline
  // stands for itself.
  bool may_link(std::uint32_t from, std::uint32_t to) const {
    return to < spans_.size() && holder_[from] == holder_[to] &&
           in_headline(spans_[from]) == in_headline(spans_[to]);
  }
  bool in_headline(const AttributionSpan& span) const {
    return reading_.sentence_of(span.first_token).in_headline;
  }
  // The span of this role that the model links a span to; kNone where that may not be.
  std::uint32_t linked(std::uint32_t i, Role role) const {
    const std::uint32_t link = spans_[i].link;
    return link < spans_.size() && is_partner(i, link, role) ? link : kNone;
  }
  bool is_partner(std::uint32_t i, std::uint32_t other, Role role) const {
    return is_valid(spans_[other]) && spans_[other].role == role && may_link(i, other);
  }

  // For a span that the model links over a border: the nearest of this role in its own sentence.
  std::uint32_t nearest(std::uint32_t i, Role role) const {
    if (spans_[i].link >= spans_.size()) return kNone;
    const std::uint32_t sentence = reading_.sentence(spans_[i].first_token);
    const auto is_near = [&](std::uint32_t other) {
      return is_in_range(spans_[other]) &&
             reading_.sentence(spans_[other].first_token) == sentence;
    };
    std::uint32_t best = kNone;
    for (std::uint32_t other = i; other-- > 0 && is_near(other) && best == kNone;) {
      if (is_partner(i, other, role)) best = other;
    }
    for (std::uint32_t other = i + 1; other < spans_.size() && is_near(other); ++other) {
      if (!is_partner(i, other, role)) continue;
      if (best == kNone || other - i < i - best) best = other;
      break;
    }
    return best;
  }
  // Whether a source stands in a sentence behind that of its cue: it is another statement's.
  bool comes_later(const AttributionSpan& source, const AttributionSpan& cue) const {
    return reading_.sentence(source.first_token) > reading_.sentence(cue.first_token);
  }
  // "No one has claimed it": nobody says so.
  bool is_nobody(Range source) const {
    if (source.empty() || source.size() > 3) return false;
    const std::string words = reading_.plain_phrase(source);
    return words == "no one" || words == "no-one" || words == "nobody";
  }
  bool in_other_sentence(const AttributionSpan& one, const AttributionSpan& other) const {
    return reading_.sentence(one.first_token) != reading_.sentence(other.first_token);
  }
  static Range range(const AttributionSpan& span) { return {span.first_token, span.end_token}; }
  // A cue without quotation marks at its ends: "The mayor "regretted" it".
  Range words_of(const AttributionSpan& cue) const {
    Range words = range(cue);
    while (words.size() > 1 && is_mark(words.first)) ++words.first;
    while (words.size() > 1 && is_mark(words.end - 1)) --words.end;
    return words;
  }
  bool is_mark(std::uint32_t token) const {
    static constexpr std::string_view kMarks[] = {"\"", "“", "”", "„", "‘", "’", "'", "''",
                                                  "``", "`",  "«", "»", "‹", "›"};
    return std::find(std::begin(kMarks), std::end(kMarks), reading_.word(token)) !=
           std::end(kMarks);
  }

  void add_cues() {
    draft_of_.assign(spans_.size(), kNone);
    drafts_.reserve(static_cast<std::size_t>(std::count_if(  // drafts are large
        spans_.begin(), spans_.end(), [](const AttributionSpan& s) { return s.role == Role::kCue; })));
    for (std::uint32_t i = 0; i < spans_.size(); ++i) {
      if (spans_[i].role != Role::kCue || !is_valid(spans_[i])) continue;
      Draft draft;
      draft.cue = words_of(spans_[i]);
      draft.is_inner = spans_[i].layer > 0;
      std::uint32_t link = linked(i, Role::kSource);
      if (link != kNone && comes_later(spans_[link], spans_[i])) link = kNone;
      const bool is_elsewhere = link == kNone || in_other_sentence(spans_[link], spans_[i]);
      if (is_elsewhere) draft.source = subject(spans_[i]);
      if (draft.source.empty()) {
        if (link == kNone) link = nearest(i, Role::kSource);
        if (link != kNone) draft.source = range(spans_[link]);
      }
      if (const Draft* before = shares_source(draft)) draft.source = before->source;
      draft_of_[i] = static_cast<std::uint32_t>(drafts_.size());
      drafts_.push_back(std::move(draft));
    }
  }

  // "A minister said, adding that": the draft before it in the sentence, whose source a participle
  // shares, where the model has looked for one in another sentence.
  const Draft* shares_source(const Draft& draft) const {
    if (draft.is_inner || drafts_.empty() || draft.source.empty()) return nullptr;
    const std::uint32_t sentence = reading_.sentence(draft.cue.first);
    if (reading_.sentence(draft.source.first) == sentence) return nullptr;
    const bool is_participle = reading_.upos(draft.cue.first) == Upos::kVerb &&
                               reading_.plain(draft.cue.first).ends_with("ing") &&
                               reading_.child(draft.cue.first, Deprel::kNsubj) == kNone;
    const Draft& before = drafts_.back();
    const bool is_near = !before.is_inner && !before.source.empty() &&
                         reading_.sentence(before.cue.first) == sentence &&
                         reading_.sentence(before.source.first) == sentence;
    return is_participle && is_near ? &before : nullptr;
  }

  // "Oman, which has carried messages, said it hoped": the subject of the cue's verb, where the model
  // has marked the words that it says and overlooked who does.
  Range subject(const AttributionSpan& cue) const {
    constexpr std::uint32_t kLongest = 40;  // tokens; longer ones are bad parses
    if (cue.layer != 0) return {};
    const std::uint32_t verb = reading_.head_of(range(cue));
    if (reading_.upos(verb) != Upos::kVerb) return {};
    const std::uint32_t noun = reading_.child(verb, Deprel::kNsubj);
    if (noun == kNone || noun + 1 == cue.end_token) return {};
    const Range whole = reading_.trimmed(reading_.subtree(noun));
    if (whole.size() > kLongest) return {};
    const bool is_free = std::none_of(spans_.begin(), spans_.end(), [&](const auto& span) {
      return span.layer == 0 && span.first_token < whole.end && whole.first < span.end_token;
    });
    return is_free ? whole : Range{};
  }

  void add_contents() {
    std::uint32_t previous = kNone;  // the outer draft that content was added to last
    for (std::uint32_t i = 0; i < spans_.size(); ++i) {
      const AttributionSpan& span = spans_[i];
      if (span.role != Role::kContent || !is_valid(span)) continue;
      std::uint32_t cue = linked(i, Role::kCue);
      if (cue == kNone || strays(span, spans_[cue])) cue = nearest(i, Role::kCue);
      const bool is_cut = cue != kNone && is_cut_off(span, spans_[cue]);
      std::uint32_t draft = cue == kNone || is_cut ? kNone : draft_of_[cue];
      if (draft == kNone && span.layer == 0) draft = adopt(range(span), is_cut ? kNone : previous);
      if (draft == kNone) continue;
      drafts_[draft].contents.push_back(span.layer == 0 ? evened(range(span)) : range(span));
      if (span.layer == 0) previous = draft;
    }
  }

  // Indirect speech ends with its paragraph: words without marks are not of a cue in another, unless
  // a colon leads from the one to the other.
  bool strays(const AttributionSpan& content, const AttributionSpan& cue) const {
    if (content.layer != 0 || same_paragraph(content.first_token, cue.first_token)) return false;
    if (quotes_.around(reading_.span(range(content)).begin)) return false;
    const std::uint32_t before = reading_.sentence_of(content.first_token).first_token;
    return before == 0 || reading_.word(before - 1) != ":";
  }

  bool same_paragraph(std::uint32_t token, std::uint32_t other) const {
    const auto [low, high] = std::minmax({reading_.sentence(token), reading_.sentence(other)});
    const std::vector<Sentence>& all = reading_.document().sentences;
    return std::none_of(all.begin() + low + 1, all.begin() + high + 1,
                        [](const Sentence& sentence) { return sentence.starts_paragraph; });
  }

  // "Roe, who owns the shop, shrugged. "Ask the mayor."": a quotation behind a sentence in which
  // nobody says anything is not what was said in a paragraph before.
  bool is_cut_off(const AttributionSpan& content, const AttributionSpan& cue) const {
    const std::uint32_t sentence = reading_.sentence(content.first_token);
    const std::vector<Sentence>& all = reading_.document().sentences;
    if (content.layer != 0 || sentence == 0 || all[sentence].starts_paragraph ||
        content.first_token > all[sentence].first_token + 1) {
      return false;
    }
    const Quote* quote = quotes_.around(all[sentence].span.begin);
    if (!quote || quote->span.begin != all[sentence].span.begin) return false;
    std::uint32_t start = sentence;
    while (start > 0 && !all[start].starts_paragraph && sentence - start < 4) --start;
    if (cue.first_token >= all[start].first_token) return false;
    const Sentence& before = all[sentence - 1];
    const auto at = static_cast<std::size_t>(&content - spans_.data());
    for (std::size_t i = at; i-- > 0 && spans_[i].first_token >= before.first_token;) {
      if (spans_[i].layer == 0) return false;
    }
    return !quotes_.around(before.span.begin) && !quotes_.around(before.span.end - 1);
  }

  // A content as the quotation in it has it: without the mark of another at its ends, and with the
  // stop that ends a sentence of it.
  Range evened(Range content) const {
    const auto token = [&](std::uint32_t t) { return reading_.document().tokens[t].span; };
    const Quote* quote = quotes_.around(token(content.first).begin);
    if (quote && content.size() > 1 && quote->span.begin < token(content.first).begin &&
        quote->span.end == token(content.first).end && !quote->is_open) {
      ++content.first;
    }
    quote = quotes_.around(token(content.end - 1).begin);
    if (quote && content.size() > 1 && quote->span.begin == token(content.end - 1).begin) {
      --content.end;
    }
    const std::uint32_t last = reading_.sentence_of(content.end - 1).end_token - 1;
    if (content.end != last || !quote || quote->span.end < token(last).end) return content;
    if (quote->span.end == token(last).end && !quote->is_open) return content;
    const std::string_view stop = reading_.word(last);
    if (stop == "." || stop == "?" || stop == "!" || stop == "…") ++content.end;
    return content;
  }

  // Of a quotation over several paragraphs whose speaker stands behind the last one, the paragraphs
  // before that the model has left without a cue.
  void join_reopened() {
    const std::vector<Quote>& quotes = quotes_.all();
    const auto quote_of = [&](Range content) {
      const Quote* quote = quotes_.around(reading_.span(content).begin);
      return quote ? static_cast<std::uint32_t>(quote - quotes.data()) : kNone;
    };
    std::vector<std::uint32_t> unsourced(quotes.size(), kNone);  // by the quote that it ends in
    for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
      const Draft& draft = drafts_[d];
      if (!draft.cue.empty() || !draft.source.empty() || draft.contents.empty()) continue;
      const std::uint32_t quote = quote_of(draft.contents.back());
      if (quote != kNone && quotes[quote].is_open) unsourced[quote] = d;
    }
    for (Draft& draft : drafts_) {
      if (draft.is_inner || draft.cue.empty() || draft.contents.empty()) continue;
      const std::uint32_t quote = quote_of(draft.contents.front());
      if (quote == kNone || !quotes[quote].is_reopened) continue;
      std::uint32_t before = quote;
      while (before-- > 0 && quotes[before].depth > 0) {}
      if (before == kNone || unsourced[before] == kNone) continue;
      std::vector<Range>& earlier = drafts_[unsourced[before]].contents;
      draft.contents.insert(draft.contents.begin(), earlier.begin(), earlier.end());
      earlier.clear();
    }
  }

  // The draft that a content without a cue belongs to: the one before it, where it goes on with
  // that one's quotation, else a new one if it is direct speech, else none.
  std::uint32_t adopt(Range content, std::uint32_t previous) {
    const Span span = reading_.span(content);
    const Quote* quote = quotes_.around(span.begin);
    const bool is_quoted =
        quote && quote->words.begin < span.end && span.begin <= quote->words.begin;
    if (previous != kNone) {
      const Draft& before = drafts_[previous];
      const Span last = reading_.span(before.contents.back());
      const bool same = quote && quote->span.contains(last) && quote->span.contains(span);
      if (same || (quote && quote->is_reopened) || follows(before, span, is_quoted)) {
        return previous;
      }
    }
    if (!is_quoted) return kNone;
    drafts_.emplace_back();
    return static_cast<std::uint32_t>(drafts_.size() - 1);
  }

  // Whether nothing but white space and a full stop stands between the words of a statement and
  // what comes next, and both are quoted or run into each other.
  bool follows(const Draft& draft, Span next, bool next_is_quoted) const {
    std::uint32_t end = reading_.span(draft.contents.back()).end;
    const bool touches = end <= next.begin && gap_is_empty(end, next.begin);
    if (touches && next_is_quoted) return true;
    if (touches && !quotes_.around(end - 1)) {
      return same_paragraph(draft.contents.back().first, reading_.token_at(next.begin));
    }
    if (!next_is_quoted || !quotes_.around(end - 1)) return false;
    if (!draft.cue.empty()) end = std::max(end, reading_.span(draft.cue).end);
    if (!draft.source.empty()) end = std::max(end, reading_.span(draft.source).end);
    return end <= next.begin && gap_is_empty(end, next.begin);
  }

  bool gap_is_empty(std::uint32_t begin, std::uint32_t end) const {
    std::string_view gap = reading_.text().substr(begin, end - begin);
    while (!gap.empty() && (gap.front() == '.' || gap.front() == ',' || gap.front() == ':')) {
      gap.remove_prefix(1);
    }
    return is_space_only(gap);
  }

  // Fills the statement of a draft that has a content.
  void write(Draft& draft) const {
    Statement& statement = draft.statement;
    if (!draft.source.empty()) statement.source.push_back(reading_.span(draft.source));
    if (!draft.cue.empty()) statement.cue.push_back(reading_.span(draft.cue));
    std::sort(draft.contents.begin(), draft.contents.end(),
              [](Range a, Range b) { return a.first < b.first; });
    for (const Range content : draft.contents) {
      const Span span = reading_.span(content);
      if (!statement.content.empty() && span.begin < statement.content.back().end) continue;
      if (!statement.content.empty() &&
          is_space_only(reading_.text().substr(statement.content.back().end,
                                               span.begin - statement.content.back().end))) {
        statement.content.back().end = span.end;
      } else {
        statement.content.push_back(span);
      }
    }
    statement.sentence =
        reading_.sentence(draft.cue.empty() ? draft.contents.front().first : draft.cue.first);
    set_kind(draft);
  }

  void set_kind(Draft& draft) const {
    Statement& statement = draft.statement;
    std::optional<Span> cue;
    if (!draft.cue.empty()) cue = reading_.span(draft.cue);
    for (const Span content : statement.content) quotes_.quoted(content, cue, statement.quoted);
    std::uint32_t words = 0, quoted = 0;
    std::size_t next = 0;
    for (const Range content : draft.contents) {
      for (std::uint32_t t = content.first; t < content.end; ++t) {
        if (reading_.is_punctuation(t)) continue;
        ++words;
        const Span span = reading_.document().tokens[t].span;
        while (next < statement.quoted.size() && statement.quoted[next].end <= span.begin) ++next;
        if (next < statement.quoted.size() && statement.quoted[next].overlaps(span)) ++quoted;
      }
    }
    if (draft.is_verbatim || (words > 0 && (words - quoted) * 10 <= words)) {
      statement.kind = StatementKind::kDirect;
    } else if (quoted >= 2) {
      statement.kind = StatementKind::kMixed;
    } else {
      statement.kind = StatementKind::kIndirect;
    }
  }

  static std::uint32_t first_byte(const Statement& statement) {
    std::uint32_t first = statement.content.front().begin;
    if (!statement.source.empty()) first = std::min(first, statement.source.front().begin);
    if (!statement.cue.empty()) first = std::min(first, statement.cue.front().begin);
    return first;
  }

  const Reading& reading_;
  const Quotes& quotes_;
  const std::vector<AttributionSpan>& spans_;
  std::vector<std::uint32_t> holder_;
  std::vector<std::uint32_t> draft_of_;  // by attribution span, for cues
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_statements(const Reading& reading, const Quotes& quotes) {
  std::vector<Draft> drafts = Assembly(reading, quotes).run();
  nest(drafts);
  return drafts;
}

}  // namespace tacitus
