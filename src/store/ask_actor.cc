// Who somebody is: one row for each thing that the archive knows of them.
#include "store/daily_events.h"
#include "store/statements.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostActors = 5;  // that one name gives; the most written about come first

class Portrait {
 public:
  Portrait(Database& archive, Answer& answer, std::int64_t limit)
      : answer_(answer), limit_(limit), passages_(archive),
        actor_(archive, "SELECT name, kind, country, sectors, code, first_day, last_day, articles, "
                        "(SELECT max(article) FROM article_actors WHERE actor = a.actor) "
                        "FROM actors a WHERE actor = ?"),
        names_(archive, "SELECT n.name, n.articles, (SELECT article FROM article_actors l WHERE "
                        "l.actor = n.actor AND l.name = n.name LIMIT 1) FROM actor_names n "
                        "WHERE n.actor = ? ORDER BY n.articles DESC, n.name LIMIT ?"),
        roles_(archive, "SELECT r.role, r.first_day, r.last_day, r.articles, (SELECT article FROM "
                        "article_actors l WHERE l.actor = r.actor AND l.role = r.role LIMIT 1) "
                        "FROM actor_roles r WHERE r.actor = ? ORDER BY r.first_day, r.role LIMIT ?"),
        said_(archive, "SELECT s.statement, s.day, s.content, s.article, s.sentence FROM speakers p "
                       "CROSS JOIN statements s USING(statement) WHERE p.actor = ? "
                       "ORDER BY s.day DESC, s.statement DESC LIMIT ?"),
        did_(archive, "SELECT d.day, d.root, d.source, d.target, d.reports, e.article, e.sentence "
                      "FROM daily_events d JOIN events e USING(event) WHERE d.daily_event IN "
                      "(SELECT daily_event FROM reports WHERE actor = ?1 UNION "
                      "SELECT daily_event FROM reports WHERE recipient = ?1) "
                      "ORDER BY d.day DESC, d.daily_event DESC LIMIT ?2"),
        stands_(archive, "SELECT p.day, p.stance, p.text, p.article, p.sentence FROM positions p "
                         "WHERE p.holder = ? ORDER BY p.day DESC, p.position DESC LIMIT ?") {}

  void show(std::int64_t id) {
    if (!actor_.start().number(id).step()) return;
    name_ = actor_.text_at(0);
    std::string what(actor_.text_at(1));
    for (const int i : {2, 3, 4}) {
      if (!actor_.is_null(i)) what += ", " + std::string(actor_.text_at(i));
    }
    const std::int64_t article = actor_.number_at(8);
    add(id, "actor", cell(what), cell_at(actor_, 5), cell_at(actor_, 6), cell_at(actor_, 7), article,
        passages_.sentence_naming(article, id));
    actor_.start();
    for (names_.start().number(id).number(limit_); names_.step();) {
      const std::int64_t where = names_.number_at(2);
      add(id, "name", cell_at(names_, 0), {}, {}, cell_at(names_, 1), where,
          passages_.sentence_naming(where, id));
    }
    for (roles_.start().number(id).number(limit_); roles_.step();) {
      const std::int64_t where = roles_.number_at(4);
      add(id, "role", cell_at(roles_, 0), cell_at(roles_, 1), cell_at(roles_, 2), cell_at(roles_, 3), where,
          passages_.sentence_naming(where, id));
    }
    for (said_.start().number(id).number(limit_); said_.step();) {
      add(id, "said", cell(passages_.text_of_spans(said_.number_at(3), said_.text_at(2))), cell_at(said_, 1),
          {}, {}, said_.number_at(3), said_.number_at(4));
    }
    for (did_.start().number(id).number(limit_); did_.step();) {
      std::string event(did_.text_at(1));
      event += " " + std::string(did_.text_at(2)) + " > " + std::string(did_.text_at(3));
      add(id, "event", cell(event), cell_at(did_, 0), {}, cell_at(did_, 4), did_.number_at(5), did_.number_at(6));
    }
    for (stands_.start().number(id).number(limit_); stands_.step();) {
      std::string stand(stands_.text_at(1));
      stand += ": " + std::string(stands_.text_at(2));
      add(id, "position", cell(stand), cell_at(stands_, 0), {}, {}, stands_.number_at(3), stands_.number_at(4));
    }
  }

 private:
  void add(std::int64_t id, const char* what, Cell text, Cell since, Cell until, Cell count,
           std::int64_t article, std::int64_t sentence) {
    std::vector<Cell> row{std::string(what), cell(name_), std::move(text), std::move(since),
                          std::move(until), std::move(count), id};
    passages_.append(article, sentence, row);
    answer_.rows.push_back(std::move(row));
  }

  Answer& answer_;
  std::int64_t limit_;
  Passages passages_;
  Query actor_, names_, roles_, said_, did_, stands_;
  std::string name_;
};

}  // namespace

Result<Answer> ask_actor(Database& archive, const Question& question) {
  const Result<std::vector<std::int64_t>> found = find_actors(archive, question.name, kMostActors);
  if (!found) return found.error();
  Answer answer{{{"what", Part::kHead}, {"actor", Part::kHead}, {"text", Part::kHead},
                 {"since", Part::kHead}, {"until", Part::kHead}, {"count", Part::kHidden},
                 {"actor_id", Part::kHidden}}, {}};
  for (Column& column : Passages::columns()) answer.columns.push_back(std::move(column));
  Portrait portrait(archive, answer, row_limit(question));
  for (const std::int64_t id : found.value()) portrait.show(id);
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
