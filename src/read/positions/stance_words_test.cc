#include "read/positions/stance_words.h"

#include <gtest/gtest.h>

#include "read/positions/issue_writer.h"

namespace tacitus {
namespace {

TEST(StanceWords, OfTheTablesArePartsOfTheProgram) {
  const StanceWords& words = StanceWords::builtin();
  const auto frames = words.frames(StanceKind::kVerb, "opposed");
  ASSERT_FALSE(frames.empty());
  EXPECT_EQ(words.frame(frames.front()).stance, Stance::kOppose);
  EXPECT_TRUE(words.frames(StanceKind::kNoun, "opposed").empty());
  EXPECT_TRUE(words.is("light", "proposals"));
  EXPECT_FALSE(words.is("light", "treaty"));
  EXPECT_FALSE(words.is("no such class", "plan"));
  EXPECT_EQ(words.judgement(StanceKind::kNoun, "dangers"), Judgement::kBad);
  EXPECT_EQ(words.nominal("talking", "to"), "talks with");
  EXPECT_EQ(words.nominal("talking", "at"), "");
}

TEST(StanceWords, SayWhichLineIsWrong) {
  const std::string_view kGood = "back\tverb\tsubj\tobj,ing\tsupport\toppose\n";
  EXPECT_TRUE(StanceWords::parse({kGood, "", "", ""}).ok());
  const auto error_of = [](const StanceTexts& texts) {
    const Result<StanceWords> parsed = StanceWords::parse(texts);
    return parsed.ok() ? std::string() : parsed.error().message;
  };
  EXPECT_EQ(error_of({"# head\nback\tverb\tsubj\tobj\n", "", "", ""}),
            "knowledge/stance/predicates.tsv:2: "
            "not words, kind, holder, issue, stance and denied stance");
  EXPECT_NE(error_of({"back\tadverb\tsubj\tobj\tsupport\t-\n", "", "", ""}), "");
  EXPECT_NE(error_of({"back\tverb\tsubj\tobj\tadore\t-\n", "", "", ""}), "");
  EXPECT_NE(error_of({"back\tverb\tsubj\tobj\tsupport\tadore\n", "", "", ""}), "");
  EXPECT_NE(error_of({"back\tverb\tsubj\tobj=nothing\tsupport\t-\n", "", "", ""}), "");
  EXPECT_NE(error_of({"back\tverb\tsubj\t\tsupport\t-\n", "", "", ""}), "");
  EXPECT_NE(error_of({"", "plan\n", "", ""}), "");
  EXPECT_NE(error_of({"", "", "neutral\tadj\tfair\n", ""}), "");
  EXPECT_NE(error_of({"", "", "", "talk\ttalks with\n"}), "");
}

TEST(IngForms, FollowEnglishSpelling) {
  EXPECT_EQ(ing_form_of("raise"), "raising");
  EXPECT_EQ(ing_form_of("cut"), "cutting");
  EXPECT_EQ(ing_form_of("visit"), "visiting");
  EXPECT_EQ(ing_form_of("submit"), "submitting");
  EXPECT_EQ(ing_form_of("lie"), "lying");
  EXPECT_EQ(ing_form_of("see"), "seeing");
  EXPECT_EQ(ing_form_of("be"), "being");
  EXPECT_EQ(ing_form_of("x"), "xing");
  EXPECT_EQ(ing_form_of(""), "ing");
}

}  // namespace
}  // namespace tacitus
