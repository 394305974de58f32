#include "read/events/verb_forms.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tacitus {
namespace {

bool has(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

std::vector<std::string> forms(std::string_view verb) {
  return forms_of_verb(verb, irregular_verbs());
}

TEST(VerbForms, FollowTheRulesOfSpelling) {
  EXPECT_EQ(forms("attack"),
            (std::vector<std::string>{"attack", "attacked", "attacking", "attacks"}));
  EXPECT_TRUE(has(forms("deny"), "denies") && has(forms("deny"), "denied"));
  EXPECT_TRUE(has(forms("accuse"), "accusing") && !has(forms("accuse"), "accuseing"));
  EXPECT_TRUE(has(forms("agree"), "agreeing") && has(forms("agree"), "agreed"));
  EXPECT_TRUE(has(forms("clash"), "clashes"));
}

TEST(VerbForms, DoubleTheLastConsonantWhereTheyMust) {
  EXPECT_TRUE(has(forms("stab"), "stabbed") && !has(forms("stab"), "stabed"));
  EXPECT_TRUE(has(forms("expel"), "expelled"));
  EXPECT_TRUE(has(forms("visit"), "visited"));
  EXPECT_TRUE(has(forms("quit"), "quitting"));
  EXPECT_FALSE(has(forms("allow"), "allowwed"));
}

TEST(VerbForms, KnowTheIrregularOnes) {
  EXPECT_TRUE(has(forms("withdraw"), "withdrew") && has(forms("withdraw"), "withdrawn"));
  EXPECT_FALSE(has(forms("withdraw"), "withdrawed"));
  EXPECT_TRUE(has(forms("have"), "has") && has(forms("have"), "having"));
}

TEST(VerbForms, TakeWordsThatAreNone) {
  EXPECT_EQ(forms(""), std::vector<std::string>{""});
  EXPECT_EQ(forms("x"), std::vector<std::string>{"x"});
}

}  // namespace
}  // namespace tacitus
