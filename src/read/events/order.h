// What the order of words tells of a clause where its tree is torn: who stands in front of a verb
// and what behind it, as a reader of English takes them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/reading.h"

namespace tacitus {

// The word before a verb that is no adverb: the auxiliary of "has also met"; kNone at the
// sentence's beginning.
std::uint32_t word_before(const Reading& reading, std::uint32_t verb);

// Whether a verb is finite by the word before it, whatever the tree has it for: "has suspended".
bool is_finite_by_order(const Reading& reading, std::uint32_t verb);
// Whether that word is a modal: what follows is no passive.
bool follows_modal(const Reading& reading, std::uint32_t verb);
// Whether that word is a form of "be" before a participle: "was arrested".
bool is_passive_by_order(const Reading& reading, std::uint32_t verb);

// Appends the nouns that head what stands before a verb as its subject: one, or those of a list.
// Appends nothing where a clause, a verb or no noun stands there.
void subjects_by_order(const Reading& reading, std::uint32_t verb, std::vector<std::uint32_t>& out);

// The noun that heads what stands directly behind a verb; kNone where no noun phrase does, or where
// that is the subject of a verb behind it. With a clause below the verb it must end where that can
// begin: "rejected the proposal that".
std::uint32_t object_by_order(const Reading& reading, std::uint32_t verb, bool has_clause);

// What stands behind a verb and its object by a preposition, in the order of words.
struct PhraseBehind {
  std::string_view preposition;  // plain
  std::uint32_t noun = kNone;
};
void complements_by_order(const Reading& reading, std::uint32_t verb,
                          std::vector<PhraseBehind>& out);

// Whether a word that the model takes for no verb is one by what stands around it: "have launched
// an", "on Sunday attacked a".
bool is_verb_by_order(const Reading& reading, std::uint32_t token);

// "KABUL (Agency):", "WASHINGTON -": the end of a dateline at the beginning of a token's sentence;
// the sentence's first token where there is none.
std::uint32_t dateline_end(const Reading& reading, std::uint32_t token);

// "Friday", "last week", "May": no party to anything.
bool is_word_of_time(std::string_view word);

}  // namespace tacitus
