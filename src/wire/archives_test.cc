// The wire formats of archives: NewsML-G2 and the SGML of Reuters-21578. All texts are made up.
#include <gtest/gtest.h>

#include "wire/items_test.h"
#include "wire/scratch_test.h"

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

Read read_archive(const std::string& bytes, StreamOptions options = {}) {
  const Scratch scratch;
  Read read = read_stream({scratch.write("a", bytes)}, options);
  const std::string front = scratch.path("a") + ": ";
  for (std::string& error : read.errors) {
    if (error.starts_with(front)) error.erase(0, front.size());
  }
  return read;
}

const std::string kMessage = R"(<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-03-07T15:00:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:wire.example:1" version="2" xml:lang="en-GB">
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:HARBOUR"><name>Harbour Wire</name></provider>
    <versionCreated>2025-03-07T14:30:00+01:00</versionCreated><firstCreated>2025-03-07T14:05:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"/><title>slug</title></itemMeta>
  <contentMeta><creator><name>Harbour Desk</name></creator><subject><name>Ports</name></subject>
    <headline>Port &amp; pier reopen</headline><dateline>OTTAWA, March 7</dateline></contentMeta>
  <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
    <head><title>Not this</title></head><body><body.head><hedline><hl1>Nor this</hl1></hedline></body.head>
    <body.content><p>The port will <em>reopen</em>
      on Monday, the council said.</p><media><media-caption>A picture.</media-caption></media>
      <hl2>Ferries</hl2><p>Ferries wait.</p></body.content><body.end><tagline>End.</tagline></body.end></body></nitf></inlineXML>
    <inlineData contenttype="text/plain">The same again.</inlineData></contentSet></newsItem>
<newsItem guid="2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
<newsItem guid="3"><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:canceled"/></itemMeta>
  <contentSet><inlineData>Never mind.</inlineData></contentSet></newsItem>
<newsItem guid="4" xml:lang="fr"><itemMeta><provider literal="Harbour Wire"/><versionCreated>2025-03-08</versionCreated><title>Four</title></itemMeta>
  <contentMeta><by>By The Night Desk</by><language tag="en"/></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>
  <body><div>It shut.</div><p>Then it<br/>opened.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="5"><contentMeta><headline>Five</headline></contentMeta><contentSet><inlineData contenttype="text/plain">    Line one
line two.
    Line three.</inlineData></contentSet></newsItem>
<newsItem guid="6"><contentMeta><headline>Six</headline></contentMeta></newsItem>
</itemSet></newsMessage>)";

TEST(Newsml, ReadsTheStoriesOfAMessage) {
  const Read read = read_archive(kMessage);
  EXPECT_EQ(read.ids(), (Strings{"urn:newsml:wire.example:1", "4", "5"}));
  EXPECT_EQ(read.errors, Strings{"story 4 (6): has no text"});
  EXPECT_EQ(read.contents(),
            (Strings{"Port & pier reopen\n\nOTTAWA, March 7 - The port will reopen on Monday, the council said."
                     "\n\nFerries\n\nFerries wait.",
                     "Four\n\nIt shut.\n\nThen it opened.", "Five\n\n    Line one\nline two.\n    Line three."}));
  const Item& first = read.items[0];
  EXPECT_EQ(first.title, "Port & pier reopen");
  EXPECT_EQ(first.published, "2025-03-07T14:05:00+01:00");
  EXPECT_EQ(first.source, "Harbour Wire");
  EXPECT_EQ(first.author, "Harbour Desk");
  EXPECT_EQ(read.items[1].author, "The Night Desk");
  EXPECT_EQ(read.items[1].source, "Harbour Wire");
  EXPECT_EQ(read.items[1].language, "en");
  EXPECT_EQ(read.items[1].published, "2025-03-08");
}

TEST(Newsml, ReadsASingleItemAndKeepsWhatCameBeforeACut) {
  const std::size_t begin = kMessage.find("<newsItem"), end = kMessage.find("</newsItem>") + 11;
  const Read one = read_archive(kMessage.substr(begin, end - begin));
  EXPECT_EQ(one.items.size(), 1u);
  EXPECT_EQ(one.errors, Strings{});
  const Read cut = read_archive(kMessage.substr(0, kMessage.find("Then it")));
  EXPECT_EQ(cut.ids(), Strings{"urn:newsml:wire.example:1"});
  EXPECT_EQ(cut.errors, Strings{"ends before its elements do"});
  StreamOptions options;
  options.from = From::kNewsml;
  EXPECT_EQ(read_archive("<a><b/></a>", options).errors, Strings{"is no NewsML-G2"});
}

const std::string kSgml = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE> 6-MAR-1987 15:01:01.79&#9;&#9;&#9;F</DATE>
<TOPICS><D>ship</D></TOPICS><PLACES></PLACES>
<UNKNOWN> 
&#5;&#5;&#5;C T</UNKNOWN>
<TEXT>&#2;
<TITLE>HARBOUR CORP &lt;HRB> TO REOPEN
</TITLE>
<AUTHOR>    By The Desk, Reuters</AUTHOR>
<DATELINE>    OTTAWA, March 6 - 
    </DATELINE><BODY>The harbour of caf)" "\xe9" R"( owners &amp; others will
reopen, the council said.
    Ferries wait.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2">
<DATE>unknown</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>HARBOUR SHUT AGAIN</TITLE>Nothing more.
&#3;
</TEXT>
</REUTERS>
<REUTERS NEWID="3">
<TEXT TYPE="UNPROC">&#2;
HARBOUR REPORT - MARCH 6
 Ships........12

 Reuter
&#3;
</TEXT>
</REUTERS>
)";

TEST(Reuters, ReadsStoriesBriefsAndTexts) {
  const Read read = read_archive(kSgml);
  EXPECT_EQ(read.errors, Strings{});
  EXPECT_EQ(read.ids(), (Strings{"1", "2", "3"}));
  EXPECT_EQ(read.contents(),
            (Strings{"HARBOUR CORP <HRB> TO REOPEN\n\nOTTAWA, March 6 - The harbour of café owners & others "
                     "will\nreopen, the council said.\n    Ferries wait.",
                     "HARBOUR SHUT AGAIN", "HARBOUR REPORT - MARCH 6\n Ships........12"}));
  EXPECT_EQ(read.items[0].title, "HARBOUR CORP <HRB> TO REOPEN");
  EXPECT_EQ(read.items[0].published, "1987-03-06T15:01:01");
  EXPECT_EQ(read.items[0].author, "The Desk");
  EXPECT_EQ(read.items[0].source, "Reuters");
  EXPECT_EQ(read.items[1].published, std::nullopt);
  EXPECT_EQ(read.items[2].title, std::nullopt);
}

TEST(Reuters, GoesOnAfterStoriesThatAreNotClosed) {
  const std::size_t end = kSgml.find("</REUTERS>");
  const Read open = read_archive(kSgml.substr(0, end) + kSgml.substr(end + 10));
  EXPECT_EQ(open.ids(), (Strings{"2", "3"}));
  EXPECT_EQ(open.errors, Strings{"story 1: is not closed"});
  const Read cut = read_archive(kSgml.substr(0, kSgml.rfind("</REUTERS>")));
  EXPECT_EQ(cut.ids(), (Strings{"1", "2"}));
  EXPECT_EQ(cut.errors, Strings{"story 3: is cut short"});
  StreamOptions options;
  options.max_page = 300;
  const Read large = read_archive(std::string("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"9\">") +
                                  std::string(600'000, 'x') + kSgml.substr(kSgml.find("<REUTERS")), options);
  EXPECT_EQ(large.ids().back(), "3");
  options.from = From::kReuters;
  EXPECT_EQ(read_archive("Only text.", options).errors, Strings{"holds no stories of Reuters-21578"});
}

}  // namespace
}  // namespace tacitus
