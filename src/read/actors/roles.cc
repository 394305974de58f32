// Finds the role that stands beside a person's name.
#include "read/actors/roles.h"

#include <algorithm>

#include "read/actors/look_up.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestTitle = 12;  // tokens in front of a name
constexpr std::uint32_t kLongestRole = 24;

// A role must be a word for people; it is given without article or possessive pronoun.
Office checked(const Reading& reading, Range range, std::uint32_t head) {
  if (range.empty() || !range.has(head)) return {};
  // A clause that the tree holds for a complement: "a teacher who fled Goma".
  for (std::uint32_t t = head + 1; t < range.end; ++t) {
    const std::string_view word = reading.plain(t);
    if (word == "who" || word == "whose" || word == "whom" || word == "which") range.end = t;
    // "A survivor and now works with victims".
    const std::uint32_t joined = reading.head(t);
    if (reading.upos(t) == Upos::kCconj && joined != kNone && joined > t && reading.upos(joined) == Upos::kVerb &&
        reading.deprel(joined) == Deprel::kConj) {
      range.end = t;
    }
  }
  if (range.end - head > kLongestRole) range.end = head + 1;
  if (head - range.first > kLongestTitle) range.first = head;
  const PersonFound word = person_word_at(reading, head, range);
  if (!word.word || !reading.is_noun(head)) return {};
  while (range.first < head &&
         (reading.upos(range.first) == Upos::kDet || reading.upos(range.first) == Upos::kPron ||
          reading.is_punctuation(range.first))) {
    ++range.first;
  }
  return {reading.trimmed(range), head};
}

bool is_title_word(const Reading& reading, std::uint32_t token) {
  switch (reading.upos(token)) {
    case Upos::kNoun: case Upos::kPropn: case Upos::kAdj: case Upos::kPart: case Upos::kNum:
      return true;
    case Upos::kPunct: case Upos::kSym:
      return reading.word(token) == "-" || reading.word(token) == "/";
    case Upos::kAdp: case Upos::kCconj:
      return reading.plain(token) == "of" || reading.plain(token) == "and";
    case Upos::kX: case Upos::kVerb: case Upos::kAdv:
      return reading.plain(token).ends_with("elect") || reading.plain(token) == "then";
    default:
      return false;
  }
}

// "Norwegian minister of trade for the Arctic Ola Weber": a title that goes on behind its head.
Office long_title_before(const Reading& reading, Range name) {
  const std::uint32_t lowest = reading.sentence_of(name.first).first_token;
  if (name.first < lowest + 3 || !reading.is_noun(name.first - 1)) return {};
  if (person_word_at(reading, name.first - 1, {lowest, name.first}).word) return {};
  for (std::uint32_t t = name.first - 1; t-- > lowest && name.first - t <= kLongestTitle;) {
    const std::string_view next = reading.plain(t + 1);
    const bool goes_on = reading.is_noun(t) || reading.upos(t) == Upos::kAdj ||
                         reading.plain(t) == "of" || reading.plain(t) == "for" ||
                         reading.plain(t) == "and" || reading.plain(t) == "the";
    if (!goes_on) return {};
    if (next != "of" && next != "for") continue;
    const PersonFound word = person_word_at(reading, t, {lowest, t + 1});
    if (!word.word) continue;
    // "friends of Norway Ola Weber" is no title.
    if (word.word->is_plural || word.word->sectors.empty()) return {};
    std::uint32_t first = word.range.first;
    while (first > lowest && name.first - first < kLongestTitle &&
           (reading.upos(first - 1) == Upos::kAdj || reading.upos(first - 1) == Upos::kPropn)) {
      --first;
    }
    return checked(reading, {first, name.first}, t);
  }
  return {};
}

// Whether a title in small letters and the name have commas, an "and" or nothing on both sides.
Office alone_with(const Reading& reading, Range name, Range title, std::uint32_t lowest) {
  const Sentence& sentence = reading.sentence_of(name.first);
  const auto is_border = [&](std::uint32_t t) {
    return t < sentence.first_token || t >= sentence.end_token || reading.plain(t) == "," ||
           reading.plain(t) == "and" || reading.plain(t) == "." || reading.plain(t) == ";" ||
           reading.plain(t) == ":";
  };
  const std::uint32_t head = name.first - 1;
  std::uint32_t first = title.first;
  while (first > lowest && name.first - first < kLongestTitle &&
         (reading.is_noun(first - 1) || reading.upos(first - 1) == Upos::kAdj ||
          reading.upos(first - 1) == Upos::kPart || reading.word(first - 1) == "-")) {
    --first;  // through "AFL-CIO"
  }
  const PersonFound word = person_word_at(reading, head, title);
  if (word.word->is_plural && word.word->sectors.empty()) return {};  // "girls Ann and Eva"
  if (!is_border(name.end) || (first > lowest && !is_border(first - 1))) return {};
  return checked(reading, {first, head + 1}, head);
}

// "Kremlin spokesman" right in front of the name: as far to the left as words hang together.
Office before_name(const Reading& reading, Range name, std::uint32_t name_head) {
  if (name.first == 0) return {};
  // "Undersecretary of State Allen Rowe".
  if (name.first >= 3 && reading.plain(name.first - 2) == "of" &&
      reading.is_capitalized(name.first - 3) &&
      reading.sentence(name.first - 3) == reading.sentence(name.first)) {
    const std::uint32_t title = name.first - 3;
    const std::uint32_t lowest = reading.sentence_of(title).first_token;
    const PersonFound word = person_word_at(reading, title, {lowest, name.first});
    std::uint32_t first = word.range.first;
    while (first > lowest && name.first - first < kLongestTitle &&
           (reading.upos(first - 1) == Upos::kAdj || reading.knowledge().is(SpeechWord::kFormer, reading.plain(first - 1)))) {
      --first;  // "former", "deputy"
    }
    if (word.word) return {{first, name.first}, title};
  }
  const Office long_title = long_title_before(reading, name);
  if (!long_title.range.empty()) return long_title;
  const std::uint32_t head = name.first - 1;
  if (reading.sentence(head) != reading.sentence(name.first) || !reading.is_noun(head)) return {};
  // The title hangs from the name or the name from the title; else it is another's word.
  const bool linked = (reading.head(head) != kNone && name.has(reading.head(head))) ||
                      reading.head(name_head) == head;
  const std::uint32_t lowest =
      reading.sentence_of(head).first_token;
  if (!linked) {
    // Without a link in the tree only a title that the tables know and that is written as one, or that
    // stands by itself with the name: ", senior reporter Ann Rowe,".
    const PersonFound word = person_word_at(reading, head, {lowest, head + 1});
    if (!word.word) return {};
    if (!reading.is_capitalized(head)) return alone_with(reading, name, word.range, lowest);
    Range range = person_word_at(reading, head, {lowest, head + 1}).range;
    // "Road Policing Command Acting Commissioner".
    while (range.first > lowest && name.first - range.first < kLongestTitle &&
           reading.is_capitalized(range.first - 1) && reading.is_noun(range.first - 1) &&
           (range.first - 1 > lowest || reading.upos(lowest) == Upos::kPropn)) {
      --range.first;
    }
    return checked(reading, range, head);
  }
  // "Secretary General" is one title, however the tree has it.
  const PersonFound whole = person_word_at(reading, head, {lowest, head + 1});
  std::uint32_t first = whole.word && reading.is_capitalized(whole.range.first) ? whole.range.first : head;
  for (std::uint32_t t = first; t-- > lowest && name.first - t <= kLongestTitle;) {
    if (!is_title_word(reading, t)) break;
    const std::uint32_t up = reading.head(t);
    // A noun right in front that hangs from the title, or beside it where the tree does not join them.
    const bool is_twin = t + 1 == first && reading.is_noun(t) && up == reading.head(head) &&
                         reading.deprel(t) == reading.deprel(head);
    const bool inside = is_twin || (up != kNone && up > t && up < name.end);
    const bool genitive = reading.upos(t) == Upos::kPart || reading.upos(t) == Upos::kAdp ||
                          reading.upos(t) == Upos::kCconj || reading.upos(t) == Upos::kPunct;
    if (!inside && !genitive) break;
    if (inside && !genitive) first = t;
  }
  return checked(reading, {first, head + 1}, head);
}

Office apposed(const Reading& reading, Range name, std::uint32_t name_head) {
  // "Peskov, the Kremlin's spokesman"; the apposition may hang from the title in front.
  for (const std::uint32_t from : {name_head, reading.head(name_head)}) {
    if (from == kNone || (from != name_head && from + 1 != name.first)) continue;
    for (std::uint32_t c = reading.first_child(from); c != kNone; c = reading.next_sibling(c)) {
      if (c < name.end || reading.deprel(c) != Deprel::kAppos) continue;
      // "Kagame and Congolese President Felix Tshisekedi" are two.
      const Range range = reading.nominal(c);
      if (reading.upos(range.first) == Upos::kCconj ||
          (range.first > 0 && reading.upos(range.first - 1) == Upos::kCconj)) {
        continue;
      }
      const Office role = checked(reading, range, c);
      if (!role.range.empty()) return role;
    }
  }
  // "The spokesman, Dmitry Peskov, said": between commas a name is its title's, whatever the tree.
  if (name.first >= 2 && name.end < reading.size() && reading.word(name.first - 1) == "," &&
      reading.word(name.end) == ",") {
    const std::uint32_t title = name.first - 2;
    Range range = reading.nominal(title);
    range.end = std::min(range.end, name.first - 1);
    const bool is_definite = !range.empty() && (reading.plain(range.first) == "the" ||
                                                reading.child(title, Deprel::kNmodPoss) != kNone);
    if (is_definite && reading.sentence(title) == reading.sentence(name.first)) {
      const Office role = checked(reading, range, title);
      if (!role.range.empty()) return role;
    }
  }
  // "the Kremlin's spokesman, Dmitry Peskov".
  const std::uint32_t up = reading.head(name_head);
  // "A lawyer defending Peskov" is another.
  const bool is_object = name.first > 0 && reading.upos(name.first - 1) == Upos::kVerb;
  if (up != kNone && up < name.first && !is_object &&
      reading.deprel(name_head) == Deprel::kAppos) {
    Range range = reading.nominal(up);
    range.end = std::min(range.end, name.first);
    return checked(reading, range, up);
  }
  return {};
}

// "Rowe, a professor at Oslo", "Rowe, chair of the board": by the words alone, where the tree joins
// them otherwise. "After talks with Rowe, the minister left" tells nothing of him.
Office between_commas(const Reading& reading, Range name) {
  constexpr std::uint32_t kLongest = 10;  // tokens up to the word for a person
  if (name.end + 1 >= reading.size() || reading.plain(name.end) != ",") return {};
  std::uint32_t first = name.end + 1;
  const Sentence& sentence = reading.sentence_of(name.first);
  // "Rowe, then the party's leader".
  const bool is_of_that_time = reading.plain(first) == "then" && first + 1 < sentence.end_token;
  const std::string_view lead = reading.plain(first + is_of_that_time);
  const bool has_article = lead == "a" || lead == "an" || (lead == "the" && is_of_that_time);
  if (has_article) first += 1 + is_of_that_time;
  const std::uint32_t end = std::min(sentence.end_token, first + kLongest);
  for (std::uint32_t t = first; t < end; ++t) {
    const bool goes_on = reading.is_noun(t) || reading.upos(t) == Upos::kAdj ||
                         reading.upos(t) == Upos::kPart || reading.upos(t) == Upos::kNum ||
                         reading.plain(t) == "-" || reading.plain(t) == "then";
    // "a University of Oslo professor".
    const auto is_office_at = [&](std::uint32_t noun) {
      const PersonFound found = person_word_at(reading, noun, {first, noun + 1});
      return found.word && !found.word->is_plural;
    };
    const auto is_in_name = [&](std::uint32_t of) {
      return of > first && of + 1 < end && reading.plain(of) == "of" &&
             reading.is_capitalized(of - 1) && reading.is_capitalized(of + 1);
    };
    // "president and chief executive of Ferris".
    const bool is_joined = reading.plain(t) == "and" && t > first && is_office_at(t - 1);
    if (!goes_on && !is_joined && !is_in_name(t)) return {};
    const bool ends_here = t + 1 < sentence.end_token && !reading.is_noun(t + 1) &&
                           reading.upos(t + 1) != Upos::kAdj &&
                           reading.upos(t + 1) != Upos::kPart && reading.plain(t + 1) != "-" &&
                           reading.upos(t + 1) != Upos::kVerb && reading.upos(t + 1) != Upos::kAux;
    if (!ends_here || !reading.is_noun(t)) continue;
    const PersonFound word = person_word_at(reading, t, {first, t + 1});
    if (!word.word && is_in_name(t + 1)) continue;
    if (word.word && t + 2 < end && reading.plain(t + 1) == "and" &&
        (reading.is_noun(t + 2) || reading.upos(t + 2) == Upos::kAdj)) {
      continue;
    }
    if (!word.word || word.word->is_plural) return {};
    const std::string_view next = reading.plain(t + 1);
    const bool names_body = next == "of" || next == "for" || next == "at" || next == "with" ||
                            next == "in" || next == "from";
    if (!has_article && !names_body) return {};
    Range range{first, t + 1};
    // What he is of, up to the next comma.
    if (names_body) {
      std::uint32_t stop = t + 1;
      while (stop < sentence.end_token && stop - t < kLongestTitle && !reading.is_punctuation(stop) &&
             reading.upos(stop) != Upos::kVerb && reading.upos(stop) != Upos::kAux) {
        ++stop;
      }
      range.end = stop;
    }
    return checked(reading, range, t);
  }
  return {};
}

// "Sens. Ann Rowe and Karl Weber": the title of all in a list.
Office of_list(const Reading& reading, Range name) {
  constexpr std::uint32_t kLongestList = 24;  // tokens back to the title
  const std::uint32_t lowest = reading.sentence_of(name.first).first_token;
  if (name.first == lowest) return {};
  const std::string_view before = reading.plain(name.first - 1);
  if (before != "and" && before != ",") return {};
  for (std::uint32_t t = name.first - 1; t-- > lowest && name.first - t <= kLongestList;) {
    const PersonFound word = reading.is_capitalized(t)
                                 ? person_word_at(reading, t, {lowest, t + 1})
                                 : PersonFound{};
    if (word.word) {
      // Of "Candidates" and "Muslims" it may be the next sentence part that begins.
      const auto& sectors = word.word->sectors;
      const bool is_office = !sectors.empty() && sectors[0] != "PTY" && sectors[0] != "CVL";
      const bool is_list = is_office && (word.word->is_plural || reading.plain(t).ends_with("s."));
      return is_list && t + 1 < name.first && reading.upos(t + 1) == Upos::kPropn
                 ? Office{word.range, t} : Office{};
    }
    if (reading.upos(t) != Upos::kPropn && reading.plain(t) != "," && reading.plain(t) != "and") {
      return {};
    }
  }
  return {};
}

// "X is the president of Y", "X, who is the president of Y".
Office predicated(const Reading& reading, std::uint32_t name_head) {
  const auto predicate = [&](std::uint32_t noun) -> Office {
    const std::uint32_t copula = reading.child(noun, Deprel::kCop);
    if (copula == kNone || !reading.is_noun(noun)) return {};
    if (reading.plain(copula) != "is" && reading.plain(copula) != "'s") return {};
    if (reading.child(noun, Deprel::kAux) != kNone) return {};
    for (std::uint32_t c = reading.first_child(noun); c != kNone; c = reading.next_sibling(c)) {
      if (reading.plain(c) == "not" || reading.plain(c) == "n't" || reading.plain(c) == "never") {
        return {};
      }
    }
    // "He is not admitting 1,000 refugees": whom several words mean is not one person.
    const PersonFound word = person_word_at(reading, noun, reading.nominal(noun));
    if (word.word && word.word->is_plural) return {};
    Range range = reading.nominal(noun);
    range.first = std::max(range.first, copula + 1);  // "for his part, Weber is"
    return checked(reading, range, noun);
  };
  const std::uint32_t up = reading.head(name_head);
  if (up != kNone && up > name_head && reading.deprel(name_head) == Deprel::kNsubj) {
    const Office role = predicate(up);
    if (!role.range.empty()) return role;
  }
  const std::uint32_t clause = reading.child(name_head, Deprel::kRelcl);
  return clause == kNone ? Office{} : predicate(clause);
}

}  // namespace

namespace {

// "A city boy, a businessman first and a farmer second": what tells most of several.
Office with_telling(const Reading& reading, Office role) {
  const PersonFound word = person_word_at(reading, role.head, role.range);
  const std::vector<std::string> anybody{"CVL"};
  const auto tells = [&](const PersonWord& word) { return !word.sectors.empty() && word.sectors != anybody; };
  if (!word.word || word.word->is_generic || tells(*word.word)) return role;
  const std::uint32_t end = std::min(reading.sentence_of(role.head).end_token, role.head + kLongestRole);
  std::uint32_t last = role.head;  // of those that hang together
  for (std::uint32_t t = role.head + 1; t < end; ++t) {
    const bool hangs = (reading.deprel(t) == Deprel::kConj || reading.deprel(t) == Deprel::kAppos) &&
                       (reading.head(t) == role.head || reading.head(t) == last);
    if (!hangs || !reading.is_noun(t)) continue;
    last = t;
    const PersonFound other = person_word_at(reading, t, reading.nominal(t));
    if (!other.word || other.word->is_plural || !tells(*other.word)) continue;
    return {{role.range.first, std::max(role.range.end, t + 1)}, t};
  }
  return role;
}

// "President and chief executive": the second office of one whose first says less.
Office with_second(const Reading& reading, Office role) {
  constexpr std::uint32_t kReach = 5;  // tokens of the second
  const std::uint32_t next = role.head + 1;
  const PersonFound word = person_word_at(reading, role.head, role.range);
  if (next >= reading.size() || reading.plain(next) != "and" || !word.word || !word.word->is_generic) {
    return role;
  }
  const std::uint32_t end = std::min(reading.sentence_of(role.head).end_token, next + 1 + kReach);
  for (std::uint32_t t = next + 1; t < end; ++t) {
    if (!reading.is_noun(t) && reading.upos(t) != Upos::kAdj) break;
    const PersonFound second = person_word_at(reading, t, {next + 1, t + 1});
    const bool is_last = t + 1 >= end || !reading.is_noun(t + 1);
    const bool says_other = second.word && !second.word->is_plural && !second.word->sectors.empty() &&
                            second.word->sectors != word.word->sectors;
    if (!is_last || !says_other) continue;
    return {{role.range.first, std::max(role.range.end, t + 1)}, t};
  }
  return role;
}

}  // namespace

Office role_beside(const Reading& reading, Range name) {
  const std::uint32_t head = reading.head_of(name);
  Office role = before_name(reading, name, head);
  if (role.range.empty()) role = apposed(reading, name, head);
  if (role.range.empty()) role = predicated(reading, head);
  if (role.range.empty()) role = between_commas(reading, name);
  if (role.range.empty()) role = of_list(reading, name);
  return role.range.empty() ? role : with_second(reading, with_telling(reading, role));
}

}  // namespace tacitus
