// Who is for an issue, who is against it, and what one actor is for and against.
#include <algorithm>
#include <map>
#include <set>

#include "store/issue_words.h"
#include "store/stands.h"

namespace tacitus {
namespace {

// Positions that make one row: of one actor, on one side.
struct Group {
  std::vector<const Stand*> stands;  // by day
  std::string first, last;           // days; empty where none is known
  std::size_t reports = 0;           // articles that tell of it, copies not counted

  void close() {
    std::stable_sort(stands.begin(), stands.end(), [](const Stand* a, const Stand* b) { return a->day < b->day; });
    std::set<std::int64_t> articles;
    for (const Stand* stand : stands) {
      articles.insert(stand->original);
      if (first.empty()) first = stand->day;
      if (!stand->day.empty()) last = stand->day;
    }
    reports = articles.size();
  }
  const Stand& newest() const { return *stands.back(); }
  // The strongest wording; of those alike the newest.
  const Stand& strongest() const {
    const Stand* best = stands.front();
    for (const Stand* stand : stands) {
      if (strength_of(stand->stance) >= strength_of(best->stance)) best = stand;
    }
    return *best;
  }
};

std::string_view name_of(Found found) {
  switch (found) {
    case Found::kWords: return "words";
    case Found::kContext: return "sentence";
    case Found::kMeaning: return "meaning";
  }
  return "";
}

class Rows {
 public:
  explicit Rows(Database& archive)
      : passages_(archive),
        actor_(archive, "SELECT a.name, o.role, a.country, a.sectors FROM positions p "
                        "JOIN actors a ON a.actor = p.holder LEFT JOIN article_actors o "
                        "ON o.article = p.article AND o.number = p.own_actor WHERE p.position = ?"),
        sources_(archive, "SELECT source FROM articles WHERE article = ?") {}

  static std::vector<Column> columns() {
    std::vector<Column> columns{{"side", Part::kHead}, {"actor", Part::kHead}, {"role", Part::kHead},
                                {"country", Part::kHidden}, {"sectors", Part::kHidden},
                                {"stance", Part::kHead}, {"first", Part::kHead}, {"last", Part::kHead},
                                {"reports", Part::kHead, "report"}, {"issue", Part::kBody},
                                {"strongest_issue", Part::kHidden}, {"sources", Part::kHidden},
                                {"found", Part::kHidden}, {"issue_id", Part::kHidden},
                                {"actor_id", Part::kHidden}};
    for (Column& column : Passages::columns()) columns.push_back(std::move(column));
    return columns;
  }

  std::vector<Cell> row(const Group& group) {
    const Stand &newest = group.newest(), &strongest = group.strongest();
    std::vector<Cell> row{cell(tacitus::name_of(newest.side()))};
    actor_.start().number(newest.position).step();
    for (int i = 0; i < 4; ++i) row.push_back(cell_at(actor_, i));
    actor_.start();
    row.push_back(strongest.stance);
    row.push_back(cell(group.first));
    if (group.last == group.first) row.emplace_back();
    else row.push_back(cell(group.last));
    row.push_back(static_cast<std::int64_t>(group.reports));
    row.push_back(newest.text);
    row.push_back(strongest.text);
    std::set<std::string> sources;
    for (const Stand* stand : group.stands) {
      if (sources_.start().number(stand->article).step() && !sources_.is_null(0)) sources.emplace(sources_.text_at(0));
    }
    sources_.start();
    std::string named;
    for (const std::string& source : sources) named += (named.empty() ? "" : "; ") + source;
    row.push_back(cell(named));
    row.push_back(cell(name_of(newest.found)));
    row.push_back(newest.issue);
    row.push_back(newest.holder);
    passages_.append(newest.article, newest.sentence, row);
    return row;
  }

 private:
  Passages passages_;
  Query actor_, sources_;
};

// On an issue: by side, those of most reports first. Phrases that go different ways ("joining",
// "leaving") make rows of their own, since to be for one is to be against the other.
std::vector<Group> by_side(const std::vector<Stand>& stands, std::size_t limit) {
  std::map<std::tuple<std::int64_t, Side, std::string>, Group> groups;
  for (const Stand& stand : stands) {
    groups[{stand.holder, stand.side(), directions_of(stand.text)}].stands.push_back(&stand);
  }
  std::vector<Group> rows;
  for (auto& [key, group] : groups) {
    group.close();
    rows.push_back(std::move(group));
  }
  const auto weighs_more = [](const Group& a, const Group& b) {
    if (a.newest().found != b.newest().found) return a.newest().found < b.newest().found;
    if (a.reports != b.reports) return a.reports > b.reports;
    return a.last != b.last ? a.last > b.last : a.newest().position > b.newest().position;
  };
  std::sort(rows.begin(), rows.end(), weighs_more);
  if (limit > 0 && rows.size() > limit) rows.resize(limit);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Group& a, const Group& b) { return a.newest().side() < b.newest().side(); });
  return rows;
}

// Of an actor: by issue, the newest first, and in its order a row for each time that it took a side.
std::vector<Group> by_issue(const std::vector<Stand>& stands, std::size_t limit) {
  std::vector<Group> rows;
  std::map<std::pair<std::int64_t, std::int64_t>, std::string> last;  // day of holder and issue
  for (std::size_t i = 0; i < stands.size(); ++i) {
    const Stand& stand = stands[i];
    const bool goes_on = i > 0 && stands[i - 1].holder == stand.holder && stands[i - 1].issue == stand.issue &&
                         stands[i - 1].side() == stand.side() &&
                         directions_of(stands[i - 1].text) == directions_of(stand.text);
    if (!goes_on) rows.emplace_back();
    rows.back().stands.push_back(&stand);
    std::string& day = last[{stand.holder, stand.issue}];
    day = std::max(day, stand.day);
  }
  for (Group& row : rows) row.close();
  const auto of = [&](const Group& row) -> const std::string& { return last[{row.newest().holder, row.newest().issue}]; };
  std::stable_sort(rows.begin(), rows.end(), [&](const Group& a, const Group& b) {
    if (of(a) != of(b)) return of(a) > of(b);
    return a.newest().issue > b.newest().issue;
  });
  if (limit > 0 && rows.size() > limit) rows.resize(limit);
  return rows;
}

}  // namespace

Result<Answer> ask_stands(Database& archive, const Question& question) {
  const Result<std::vector<Stand>> stands = find_stands(archive, question);
  if (!stands) return stands.error();
  Answer answer{Rows::columns(), {}};
  Rows rows(archive);
  const bool is_of_actor = !question.name.empty();
  for (const Group& group : is_of_actor ? by_issue(stands.value(), question.limit)
                                        : by_side(stands.value(), question.limit)) {
    answer.rows.push_back(rows.row(group));
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
