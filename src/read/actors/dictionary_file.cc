// Reads one file of a user's dictionary, line by line.
//
//   NAME [CODE]                a name and its code; words parted by _ or spaces
//   +NAME                      another name of the same actor
//      [CODE 900101-950630]    codes with days, on lines of their own that begin with a space
//   !SET! = WORD, WORD         words that stand for !SET! in the names of agents
//   NAME {PLURAL} [~CODE]      an agent; the country's code takes the place of ~
#include <algorithm>
#include <optional>

#include "read/actors/actor_dictionary.h"
#include "read/reading.h"
#include "read/statements/plural.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostForms = 256;   // of one agent's name, for the sets in it
constexpr std::size_t kMostWords = 10;    // of a name; see Knowledge::kMostTokens

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// "AL-QAEDA_" as names are looked up: "al-qaeda".
std::string folded(std::string_view name) {
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return plain_text(trim(spaced));
}

// The day after or before an ISO day.
std::string shifted(std::string day, int by) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = std::stoi(day.substr(0, 4)), month = std::stoi(day.substr(5, 2)),
      date = std::stoi(day.substr(8, 2)) + by;
  const auto length = [&](int m) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[m - 1] + (m == 2 && leap ? 1 : 0);
  };
  if (date < 1) {
    if (--month < 1) month = 12, --year;
    date = length(month);
  } else if (date > length(month)) {
    date = 1;
    if (++month > 12) month = 1, ++year;
  }
  const auto two = [](int number) {
    return std::string(1, static_cast<char>('0' + number / 10)) +
           static_cast<char>('0' + number % 10);
  };
  return two(year / 100) + two(year % 100) + "-" + two(month) + "-" + two(date);
}

// YYMMDD or YYYYMMDD in ISO 8601; years of two digits up to 30 are of this century.
std::optional<std::string> read_day(std::string_view text) {
  if ((text.size() != 6 && text.size() != 8) || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  std::string day(text);
  if (text.size() == 6) day.insert(0, text.substr(0, 2) <= "30" ? "20" : "19");
  const int month = std::stoi(day.substr(4, 2)), date = std::stoi(day.substr(6, 2));
  if (month < 1 || month > 12 || date < 1 || date > 31 || day < "10000101") return std::nullopt;
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2);
}

// "<950601", ">990816" or "19950601-19990815".
bool read_days(std::string_view text, DatedCode& out) {
  std::string bare;
  for (const char c : text) {
    if (!is_space(c)) bare += c;
  }
  if (bare.empty()) return true;
  if (bare[0] == '<' || bare[0] == '>') {
    const auto day = read_day(std::string_view(bare).substr(1));
    if (!day) return false;
    (bare[0] == '<' ? out.to : out.from) = shifted(*day, bare[0] == '<' ? -1 : 1);
    return true;
  }
  const std::size_t dash = bare.find('-');
  if (dash == bare.npos) return false;
  const auto from = read_day(std::string_view(bare).substr(0, dash));
  const auto to = read_day(std::string_view(bare).substr(dash + 1));
  if (!from || !to || *to < *from) return false;
  out.from = *from;
  out.to = *to;
  return true;
}

}  // namespace

class DictionaryFile {
 public:
  DictionaryFile(ActorDictionary& dictionary, std::string_view file)
      : dictionary_(dictionary), file_(file) {}

  std::vector<std::string> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      ++number_;
      read_line(text.substr(at, end - at));
      at = end + 1;
    }
    finish();
    return std::move(complaints_);
  }

 private:
  struct Name {
    std::string text;
    std::size_t line;
  };

  void complain(std::size_t line, std::string_view why) {
    complaints_.push_back(std::string(file_) + ":" + std::to_string(line) + ": " +
                          std::string(why));
  }

  // What is left of a line without comments, which end it, but for <!-- -->, which may go over
  // lines.
  std::string_view without_comment(std::string_view line) {
    if (in_comment_) {
      const std::size_t end = line.find("-->");
      if (end == line.npos) return {};
      in_comment_ = false;
      line.remove_prefix(end + 3);
    }
    if (const std::size_t begin = line.find("<!"); begin != line.npos) {
      const std::size_t end = line.find("-->", begin);
      in_comment_ = end == line.npos && line.substr(begin).starts_with("<!--");
      line = line.substr(0, begin);
    }
    return line.substr(0, line.find_first_of("#;"));
  }

  void read_line(std::string_view line) {
    line = without_comment(line);
    const bool is_indented = !line.empty() && is_space(line.front());
    line = trim(line);
    if (line.empty()) return;
    if (line.front() == '!' && line.find('=') != line.npos) return read_set(line);
    const std::size_t open = line.find('[');
    const std::string_view name = trim(line.substr(0, std::min(open, line.find('{'))));
    const std::string_view codes = open == line.npos ? std::string_view() : line.substr(open);
    if (codes.find('~') != codes.npos) return read_agent(line, name, codes);
    if (!name.empty() && name.front() == '+') {
      if (!is_open_) return complain(number_, "there is no name before this one");
      if (add_name(name.substr(1)) && open != line.npos) read_codes(codes);
      return;
    }
    if (name.empty()) {
      if (!is_open_) return complain(number_, "there is no name for this code");
      return read_codes(codes);
    }
    if (is_indented && open == line.npos) return complain(number_, "neither a name nor a code");
    // A new actor; but names above one line of codes are one actor's.
    if (has_code_line_ || open != line.npos) finish();
    is_open_ = true;
    if (add_name(name) && open != line.npos) read_codes(codes);
  }

  bool add_name(std::string_view name) {
    std::string text = folded(name);
    if (text.empty()) {
      complain(number_, "the name is empty");
      return false;
    }
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) >= kMostWords) {
      complain(number_, "the name has more than 10 words");
      return false;
    }
    names_.push_back({std::move(text), number_});
    return true;
  }

  void read_codes(std::string_view text) {
    has_code_line_ = true;
    while (!text.empty()) {
      const std::size_t end = text.find(']');
      if (text.front() != '[' || end == text.npos) return complain(number_, "a code is not in [ ]");
      read_code(trim(text.substr(1, end - 1)));
      text = trim(text.substr(end + 1));
    }
  }

  void read_code(std::string_view text) {
    const std::size_t end = std::min(text.find_first_of(" \t<>"), text.size());
    const std::string_view word = text.substr(0, end);
    DatedCode code;
    const bool is_none = word == "---" || word == "###" || word == "+++";
    for (const char c : is_none ? std::string_view() : word) {
      const bool is_small = c >= 'a' && c <= 'z';
      // "FRO/BIL": a name that stands for several.
      const bool is_between = c == '/' && !code.code.empty() && code.code.back() != '/';
      if (!is_small && !is_digit(c) && (c < 'A' || c > 'Z') && !is_between) {
        return complain(number_, "the code is not made of letters and digits");
      }
      code.code += is_small ? static_cast<char>(c - 32) : c;
    }
    if (word.empty() || word.back() == '/' || (!is_none && is_digit(word[0]))) return complain(number_, "there is no code");
    if (!read_days(text.substr(end), code)) {
      return complain(number_, "the days are not <DAY, >DAY or DAY-DAY with days YYMMDD or YYYYMMDD");
    }
    codes_.push_back(std::move(code));
  }

  // Ends the actor that is being read.
  void finish() {
    if (!names_.empty() && !codes_.empty()) {
      const std::size_t index = dictionary_.codes_.size();
      bool is_new = false;
      for (const Name& name : names_) {
        is_new = dictionary_.actors_.try_emplace(name.text, index).second || is_new;
        const auto words = std::count(name.text.begin(), name.text.end(), ' ') + 1;
        dictionary_.most_words_ =
            std::max(dictionary_.most_words_, static_cast<std::size_t>(words));
      }
      if (is_new) dictionary_.codes_.push_back(std::move(codes_));
    } else if (!has_code_line_) {
      for (const Name& name : names_) complain(name.line, "the name has no code");
    }
    names_.clear();
    codes_.clear();
    has_code_line_ = is_open_ = false;
  }

  void read_set(std::string_view line) {
    const std::size_t equals = line.find('=');
    const std::string_view name = trim(line.substr(0, equals));
    if (name.size() < 3 || name.back() != '!') return complain(number_, "the set's name is not in ! !");
    std::vector<std::string>& words = sets_[std::string(name)];
    for (std::size_t at = equals + 1; at <= line.size();) {
      const std::size_t end = std::min(line.find(',', at), line.size());
      if (const std::string_view word = trim(line.substr(at, end - at)); !word.empty()) {
        words.emplace_back(word);
      }
      at = end + 1;
    }
  }

  // The forms of an agent's name, each set in it replaced by each of its words; empty after a
  // complaint.
  std::vector<std::string> forms_of(std::string_view name) {
    std::vector<std::string> forms = {""};
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t open = std::min(name.find('!', at), name.size());
      for (std::string& form : forms) form += name.substr(at, open - at);
      if (open == name.size()) break;
      const std::size_t close = name.find('!', open + 1);
      const auto set = close == name.npos
                           ? sets_.end()
                           : sets_.find(std::string(name.substr(open, close + 1 - open)));
      if (set == sets_.end() || set->second.empty() ||
          forms.size() * set->second.size() > kMostForms) {
        complain(number_, "a set in ! ! is not known, or the sets make too many names");
        return {};
      }
      std::vector<std::string> longer;
      for (const std::string& form : forms) {
        for (const std::string& word : set->second) longer.push_back(form + word);
      }
      forms = std::move(longer);
      at = close + 1;
    }
    return forms;
  }

  void read_agent(std::string_view line, std::string_view name, std::string_view codes) {
    const std::size_t end = codes.find(']');
    if (end == codes.npos) return complain(number_, "a code is not in [ ]");
    const std::string_view code = trim(codes.substr(1, end - 1));
    const std::size_t tilde = code.find('~');
    ActorDictionary::Agent agent;
    for (std::size_t i = 0; i < code.size(); ++i) {
      const char c = code[i];
      const bool is_small = c >= 'a' && c <= 'z';
      if (i == tilde) continue;
      if (!is_small && !is_digit(c) && (c < 'A' || c > 'Z')) {
        return complain(number_, "the code is not made of letters and digits");
      }
      (i < tilde ? agent.before : agent.after) += is_small ? static_cast<char>(c - 32) : c;
    }
    if (tilde == code.npos || code.size() < 2) return complain(number_, "there is no code");
    // Names of agents are often broken off with a space or _ for what follows.
    std::optional<std::string> plural;
    bool has_plural = true;
    if (const std::size_t brace = line.find('{'); brace != line.npos && brace < line.find('[')) {
      const std::size_t close = line.find('}', brace);
      if (close == line.npos) return complain(number_, "the plural is not in { }");
      plural = folded(line.substr(brace + 1, close - brace - 1));
      has_plural = !plural->empty();
    }
    for (const std::string& form : forms_of(name)) {
      const std::string singular = folded(form);
      if (singular.empty()) return complain(number_, "the name is empty");
      agent.is_plural = false;
      dictionary_.agents_.try_emplace(singular, agent);
      if (!has_plural) continue;
      agent.is_plural = true;
      dictionary_.agents_.try_emplace(plural ? *plural : plural_of(singular), agent);
    }
  }

  ActorDictionary& dictionary_;
  std::string_view file_;
  std::size_t number_ = 0;
  bool in_comment_ = false, has_code_line_ = false;
  bool is_open_ = false;  // an actor is being read, though none of its names may be left
  std::vector<Name> names_;
  std::vector<DatedCode> codes_;
  std::unordered_map<std::string, std::vector<std::string>> sets_;
  std::vector<std::string> complaints_;
};

std::vector<std::string> ActorDictionary::add(std::string_view text, std::string_view file) {
  return DictionaryFile(*this, file).read(text);
}

}  // namespace tacitus
