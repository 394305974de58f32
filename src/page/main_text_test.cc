// Which blocks of a page come out as its article. Pages here are of our own making.
#include "page/main_text.h"

#include <gtest/gtest.h>

#include "page/article.h"

namespace tacitus {
namespace {

// Four paragraphs that stand for an article's text.
const std::string kOne =
    "<p>The harbour council said on Tuesday that the northern quay would stay closed until the end "
    "of the month.</p>";
const std::string kTwo =
    "<p>Its engineers found cracks in eleven of the forty pillars, and two of them must be "
    "replaced, the council said.</p>";
const std::string kThree =
    "<p>Fishermen who use the quay were told to land their catch at the old pier, where the water "
    "is less deep.</p>";
const std::string kFour =
    "<p>The repairs are expected to cost three million crowns, half of which the ministry has "
    "promised to pay.</p>";

Article read(const std::string& html) {
  Item item;
  item.id = "page";
  item.form = Form::kHtml;
  item.content = html;
  Result<Article> article = make_article(std::move(item));
  return article ? std::move(article.value()) : Article{};
}

std::string body_of(const std::string& html) {
  const Article article = read(html);
  return article.text.substr(article.body_start);
}

// The texts of paragraphs as the body holds them.
std::string plain(std::initializer_list<std::string> paragraphs) {
  std::string out;
  for (const std::string& one : paragraphs) {
    if (!out.empty()) out += "\n\n";
    for (std::size_t at = 0; at < one.size();) {
      if (one[at] == '<') {
        at = one.find('>', at) + 1;
      } else {
        out += one[at++];
      }
    }
  }
  return out;
}

std::string page(const std::string& before, const std::string& article, const std::string& behind) {
  return "<html><head><title>Quay stays closed</title></head><body>" + before +
         "<article><h1>Quay stays closed</h1>" + article + "</article>" + behind + "</body></html>";
}

TEST(MainText, KeepsParagraphsThatAreMarkedAsBehindAPaywall) {
  const auto marked = [](std::string paragraph) { return paragraph.insert(2, " class=paywall"); };
  EXPECT_EQ(body_of(page("", kOne + marked(kTwo) + marked(kThree) + marked(kFour), "")),
            plain({kOne, kTwo, kThree, kFour}));
}

TEST(MainText, LeavesOutWhatStandsAroundTheArticle) {
  const std::string menu =
      "<header><a href='/'>Harbour Post</a></header><nav><ul><li><a href='/news'>News</a><li>"
      "<a href='/sport'>Sport</a><li><a href='/weather'>Weather</a></ul></nav>";
  const std::string side =
      "<aside><h3>Most read</h3><p>The mayor opened the new bridge on Monday, in front of a crowd "
      "of hundreds.</p></aside>"
      "<footer><p>Harbour Post is published by the Harbour Press, Quay Street 1. All rights "
      "reserved.</p></footer>";
  EXPECT_EQ(body_of(page(menu, kOne + kTwo + kThree, side)), plain({kOne, kTwo, kThree}));
}

TEST(MainText, FindsTheArticleWithoutTagsThatNameIt) {
  const std::string html =
      "<body><div><a href=/>Home</a> <a href=/x>News</a></div><table><tr><td><ul><li><a "
      "href=/1>One</a>"
      "<li><a href=/2>Two</a></ul></td><td><div>" +
      kOne + kTwo + kThree + kFour + "</div></td></tr></table><div>Copyright 2025</div>";
  EXPECT_EQ(body_of(html), plain({kOne, kTwo, kThree, kFour}));
}

TEST(MainText, KeepsSubheadsListsAndBlockQuotes) {
  const std::string list =
      "<ul><li>The northern quay is closed to all ships.</li><li>The southern quay is "
      "open.</li></ul>";
  const std::string quote =
      "<blockquote><p>We would rather wait a month than lose a ship.</p></blockquote>";
  EXPECT_EQ(body_of(page("", kOne + "<h2>What is closed</h2>" + list + kTwo + quote + kThree, "")),
            plain({kOne, "What is closed", "The northern quay is closed to all ships.",
                   "The southern quay is open.", kTwo,
                   "We would rather wait a month than lose a ship.", kThree}));
}

TEST(MainText, KeepsTheEntriesOfALiveBlog) {
  const auto entry = [](const std::string& time, const std::string& text) {
    return "<div class='post-entry'><h3>" + time + " The quay</h3>" + text + "</div>";
  };
  const std::string html =
      page("",
           "<div class='entries'>" + entry("10.40", kOne) + entry("11.15", kTwo + kThree) +
               entry("12.05", kFour) + "</div>",
           "");
  const std::string body = body_of(html);
  for (const std::string& text : {kOne, kTwo, kThree, kFour}) {
    EXPECT_NE(body.find(plain({text})), std::string::npos) << text;
  }
}

TEST(MainText, LeavesOutCookieAndSubscriptionNotices) {
  const std::string cookies =
      "<div id='cookie-consent'><p>We use cookies to make this site work, to measure its use, and "
      "to show "
      "you what you like. By clicking on agree you allow all of "
      "them.</p><button>Agree</button></div>";
  const std::string letter =
      "<div class='newsletter-signup'><p>Get our morning letter. It is free, and you can leave the "
      "list whenever you want.</p></div>";
  EXPECT_EQ(body_of(page(cookies, kOne + letter + kTwo + kThree + kFour, "")),
            plain({kOne, kTwo, kThree, kFour}));
}

TEST(MainText, LeavesOutRelatedLinksInsideTheText) {
  const std::string box =
      "<div class='related'><h4>Related stories</h4><ul><li><a href=/a>Ferry line to reopen</a>"
      "<li><a href=/b>Old pier gets a new roof</a></ul></div>";
  const std::string line = "<p><a href=/c>READ MORE: Storm breaks windows in the old town</a></p>";
  const std::string bare =
      "<p>Read more</p><ul><li><a href=/d>Crane falls at the dock</a><li><a href=/e>Port fees go "
      "up</a></ul>";
  EXPECT_EQ(body_of(page("", kOne + box + kTwo + line + kThree + bare + kFour, "")),
            plain({kOne, kTwo, kThree, kFour}));
}

TEST(MainText, KeepsLinksInSentences) {
  const std::string text =
      "<p>The council had <a href=/x>warned of the cracks</a> two years ago, in a report that <a "
      "href=/y>nobody read</a>.</p>";
  EXPECT_EQ(body_of(page("", kOne + text + kTwo, "")), plain({kOne, text, kTwo}));
}

TEST(MainText, LeavesOutCaptions) {
  const std::string figure =
      "<figure><img src=q.jpg><figcaption>The northern quay on Monday, with its fence. Photo: "
      "Harbour Post</figcaption></figure>";
  const std::string by_class =
      "<div class='photo-caption'>Cracks in a pillar of the quay, seen from a boat on "
      "Sunday.</div>";
  EXPECT_EQ(body_of(page("", figure + kOne + by_class + kTwo + kThree, "")),
            plain({kOne, kTwo, kThree}));
}

TEST(MainText, LeavesOutCommentsHoweverLong) {
  std::string comments = "<section id='comments'><h2>12 comments</h2>";
  for (int i = 0; i < 12; ++i) {
    comments +=
        "<div class='comment'><p>I have said for years that this quay was not safe, and nobody in "
        "the council would hear of it. "
        "Now we all pay for it, and the fishermen pay twice.</p></div>";
  }
  EXPECT_EQ(body_of(page("", kOne + kTwo + kThree, comments + "</section>")),
            plain({kOne, kTwo, kThree}));
}

TEST(MainText, LeavesOutShareButtonsBylinesAndTheAuthorsBox) {
  const std::string top =
      "<div class='byline'>By Ann Lee</div><div class='share-tools'><a href=/f>Facebook</a> <a "
      "href=/t>Twitter</a></div>";
  const std::string author =
      "<div class='author-bio'><p>Ann Lee writes about the sea. She came to the Harbour Post in "
      "2011 from a ship.</p></div>";
  EXPECT_EQ(body_of(page("", top + kOne + kTwo + kThree + author, "")),
            plain({kOne, kTwo, kThree}));
}

TEST(MainText, LeavesOutWhatIsHidden) {
  const std::string hidden =
      "<p hidden>This text is kept from every reader, since it is not finished and nobody has "
      "checked it.</p>"
      "<div style='display: none'><p>Nor does anybody see this sentence, which waits for a day of "
      "need.</p></div>";
  EXPECT_EQ(body_of(page("", kOne + hidden + kTwo, "")), plain({kOne, kTwo}));
}

TEST(MainText, JoinsTheArticleThatIsCutByAdvertisements) {
  const std::string ad =
      "<div class='ad-slot'><p>Buy two lamps today and get the third for nothing at all, while "
      "they last!</p></div>";
  const std::string html = "<body><div class=story><div class='text part'>" + kOne + kTwo +
                           "</div>" + ad + "<div class='text part'>" + kThree + kFour +
                           "</div></div>";
  EXPECT_EQ(body_of(html), plain({kOne, kTwo, kThree, kFour}));
}

TEST(MainText, ReadsParagraphsThatAreOnlyBrokenLines) {
  const std::string html =
      "<body><h1>Quay stays closed</h1><div>The harbour council said on Tuesday that the quay "
      "would stay closed.<br><br>"
      "Its engineers found cracks in eleven of the forty pillars.<br><br>The repairs cost three "
      "million crowns.</div>";
  EXPECT_EQ(body_of(html),
            "The harbour council said on Tuesday that the quay would stay closed.\n\n"
            "Its engineers found cracks in eleven of the forty pillars.\n\nThe repairs cost three "
            "million crowns.");
}

TEST(MainText, KeepsAShortArticleUnderALongSidebar) {
  std::string side = "<div class='sidebar'>";
  for (int i = 0; i < 8; ++i) {
    side +=
        "<div class='teaser'><h3><a href=/x>Another story of the day</a></h3><p>The town council "
        "will meet next week to talk about "
        "the budget for the schools, the roads and the baths.</p></div>";
  }
  EXPECT_EQ(body_of(page("", kOne + kTwo, side + "</div>")), plain({kOne, kTwo}));
}

TEST(MainText, GivesNothingForAPageWithoutText) {
  EXPECT_EQ(read("<html><head><title>x</title></head><body><img src=a></body></html>").text, "");
  EXPECT_EQ(read("").text, "");
}

}  // namespace
}  // namespace tacitus
