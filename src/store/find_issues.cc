#include "store/find_issues.h"

#include <algorithm>

#include "read/issues/same.h"
#include "store/issue_words.h"
#include "store/issues.h"
#include "store/vectors.h"

namespace tacitus {
namespace {

constexpr std::size_t kFew = 5;           // issues found by words, under which meaning is asked for
constexpr std::size_t kNear = 40;         // issues that are near by meaning
constexpr double kLeastCosine = 0.6;      // of those
constexpr std::int64_t kMostInSentences = 400;  // positions whose sentences are looked through

// Every sign of `few` is one of `many`.
bool covers(const IssueSigns& many, const IssueSigns& few) {
  const auto has_all = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  };
  return has_all(many.actors, few.actors) && has_all(many.words, few.words) && has_all(many.names, few.names) &&
         has_all(many.numbers, few.numbers);
}

bool share_word(const IssueSigns& a, const IssueSigns& b) {
  return std::any_of(a.words.begin(), a.words.end(), [&](const std::string& word) {
    return std::binary_search(b.words.begin(), b.words.end(), word);
  });
}

bool is_empty(const IssueSigns& signs) { return signs.actors.empty() && signs.words.empty(); }

class Finder {
 public:
  Finder(Database& archive, const Question& question)
      : archive_(archive), question_(question),
        asked_(IssueWords::builtin().signs(question.words, Knowledge::builtin())) {
    // Words of a question are names by their capitals no more than by chance: "EU Accession".
    asked_.names.clear();
  }

  // Phrases that have all the words, by their letters or by what means the same.
  void by_words(const std::string& match, FoundIssues& found) {
    Query words(archive_, "SELECT p.issue FROM issue_words w CROSS JOIN issue_phrases p ON p.phrase = w.rowid "
                          "WHERE issue_words MATCH ?");
    for (words.start().text(match); words.step();) found.issues.emplace(words.number_at(0), Found::kWords);
    if (is_empty(asked_) || question_.words.find('"') != std::string::npos) return;
    // All signs at once where it is short, else each two of them: the rarest list is looked through.
    const std::vector<std::int64_t> hashes = sign_hashes(asked_);
    Query count(archive_, "SELECT count(*) FROM (SELECT 1 FROM issue_signs WHERE sign = ? LIMIT 20000)");
    std::int64_t rarest = 0, fewest = -1;
    for (const std::int64_t hash : hashes) {
      const std::int64_t having = count.start().number(hash).step() ? count.number_at(0) : 0;
      count.start();
      if (fewest < 0 || having < fewest) fewest = having, rarest = hash;
    }
    Query phrases(archive_, "SELECT p.issue, p.signs FROM issue_signs s CROSS JOIN issue_phrases p USING(phrase) "
                            "WHERE s.sign = ?");
    for (phrases.start().number(rarest); phrases.step();) {
      if (found.issues.contains(phrases.number_at(0))) continue;
      if (covers(read_signs(phrases.text_at(1)), asked_)) found.issues.emplace(phrases.number_at(0), Found::kWords);
    }
  }

  // Positions whose sentence has all the words, and whose phrase has one of them or means what the
  // sentence says: "opposes the bid" where the bid is the one that is asked for.
  void by_sentences(const std::string& match, FoundIssues& found) {
    if (is_empty(asked_)) return;
    Query positions(archive_, "SELECT o.position, o.article, o.sentence, o.issue, p.signs, p.story IS NOT NULL "
                              "FROM article_words w CROSS JOIN positions o ON o.article = w.rowid "
                              "CROSS JOIN issue_phrases p ON p.phrase = o.phrase "
                              "WHERE article_words MATCH ? ORDER BY w.rowid DESC");
    Passages passages(archive_);
    std::int64_t looked = 0;
    for (positions.start().text(match); looked < kMostInSentences && positions.step();) {
      if (found.issues.contains(positions.number_at(3))) continue;
      if (positions.number_at(5) == 0 && !share_word(read_signs(positions.text_at(4)), asked_)) continue;
      ++looked;
      const std::string sentence = passages.sentence_text(positions.number_at(1), positions.number_at(2));
      IssueSigns said = IssueWords::builtin().signs(sentence, Knowledge::builtin());
      if (covers(said, asked_)) found.positions.push_back(positions.number_at(0));
    }
  }

  Result<bool> by_meaning(FoundIssues& found) {
    const std::vector<float> vector = question_.meaning();
    if (vector.empty()) return true;
    const Result<std::vector<NearEntry>> near = nearest(archive_, VectorKind::kIssue, vector, kNear);
    if (!near) return near.error();
    Query phrase(archive_, "SELECT signs FROM issue_phrases WHERE issue = ? ORDER BY phrase LIMIT 1");
    for (const NearEntry& one : near.value()) {
      if (one.cosine < kLeastCosine) break;
      found.issues.emplace(one.owner, Found::kMeaning);
    }
    return true;
  }

 private:
  Database& archive_;
  const Question& question_;
  IssueSigns asked_;
};

}  // namespace

Result<FoundIssues> find_issues(Database& archive, const Question& question) {
  const Result<std::string> match = match_of(question.words);
  if (!match) return match.error();
  FoundIssues found;
  Finder finder(archive, question);
  finder.by_words(match.value(), found);
  finder.by_sentences(match.value(), found);
  if (found.issues.size() + found.positions.size() < kFew && question.meaning) {
    const Result<bool> done = finder.by_meaning(found);
    if (!done) return done.error();
  }
  if (!archive.works()) return archive.trouble();
  return found;
}

}  // namespace tacitus
