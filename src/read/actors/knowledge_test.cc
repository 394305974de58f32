// The tables of knowledge/: that they parse, what they promise, and what is said of a bad one.
#include "read/actors/knowledge.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "read/builtin_tables.h"
#include "read/reading.h"
#include "read/table.h"
#include "text/tokens.h"

namespace tacitus {
namespace {

KnowledgeTexts builtin_texts() {
  return {k_actors_countries_tsv, k_actors_regions_tsv,       k_actors_cities_tsv, k_actors_bodies_tsv,
          k_actors_companies_tsv, k_actors_metonyms_tsv,      k_actors_leaders_tsv, k_people_tsv,
          k_organizations_tsv, k_speech_tsv, k_first_names_tsv, k_actors_signs_tsv};
}

// ISO 3166-1 alpha-3, and at the end PLOVER's code for Kosovo and two that ISO has withdrawn.
const std::set<std::string_view>& country_codes() {
  static const std::set<std::string_view> kCodes = [] {
    constexpr std::string_view kAll =
        "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA "
        "BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN "
        "CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU "
        "EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB "
        "GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL "
        "ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO "
        "LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR "
        "MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER "
        "PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM "
        "SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK "
        "TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM "
        "VUT WLF WSM YEM ZAF ZMB ZWE "
        "KOS CSK YUG";
    std::set<std::string_view> codes;
    for (std::size_t at = 0; at < kAll.size(); at += 4) codes.insert(kAll.substr(at, 3));
    return codes;
  }();
  return kCodes;
}

TEST(Knowledge, OfTheBuiltInTablesParses) {
  const auto parsed = Knowledge::parse(builtin_texts());
  EXPECT_TRUE(parsed.ok()) << parsed.error().message;
}

// Each table alone, so that one of them cannot hide behind another.
TEST(Knowledge, OfEachTableParsesAndIsNotEmpty) {
  const KnowledgeTexts all = builtin_texts();
  for (const auto field : {&KnowledgeTexts::countries, &KnowledgeTexts::regions,
                           &KnowledgeTexts::bodies, &KnowledgeTexts::metonyms,
                           &KnowledgeTexts::people, &KnowledgeTexts::organizations,
                           &KnowledgeTexts::speech, &KnowledgeTexts::first_names}) {
    KnowledgeTexts one;
    one.*field = all.*field;
    EXPECT_TRUE(Knowledge::parse(one).ok());
    EXPECT_FALSE(read_table(all.*field).empty());
    EXPECT_TRUE((all.*field).starts_with("# ")) << "a table tells what it is and where it is from";
  }
}

TEST(Knowledge, NamesFileLineAndReasonOfABadLine) {
  struct Case {
    std::string_view KnowledgeTexts::* field;
    std::string_view text, message;
  };
  const Case cases[] = {
      {&KnowledgeTexts::countries, "# x\n\nRUS\tRussia\t-\n", "actors/countries.tsv:3: not code, names"},
      {&KnowledgeTexts::countries, "FRA\tFrance\t-\tParis\treu", "actors/countries.tsv:1: a territory's"},
      {&KnowledgeTexts::countries, "Rus\tRussia\t-\t-", "actors/countries.tsv:1: the code is not three"},
      {&KnowledgeTexts::countries, "RUS\tRussia||\t-\t-", "actors/countries.tsv:1: an empty name"},
      {&KnowledgeTexts::countries, "RUS\tRussia\t?\t-", "actors/countries.tsv:1: an empty name"},
      {&KnowledgeTexts::regions, "USA\tOhio", "actors/regions.tsv:1: not code, names and adjectives"},
      {&KnowledgeTexts::regions, "US\tOhio\t-", "actors/regions.tsv:1: the code is not three capitals"},
      {&KnowledgeTexts::bodies, "NATO\tIGO\tMIL\t-", "actors/bodies.tsv:1: not names, country"},
      {&KnowledgeTexts::bodies, "-\tIGO\tMIL\t-\t-", "actors/bodies.tsv:1: no name"},
      {&KnowledgeTexts::bodies, "NATO\tIG\tMIL\t-\t-", "actors/bodies.tsv:1: the country's code"},
      {&KnowledgeTexts::bodies, "NATO\tIGO\tMIL,\t-\t-", "actors/bodies.tsv:1: a sector is not three"},
      {&KnowledgeTexts::bodies, "NATO\tIGO\tMIL\tIGOM\t-", "actors/bodies.tsv:1: the code is not made"},
      {&KnowledgeTexts::metonyms, "Kremlin\tRUS\tGOV", "actors/metonyms.tsv:1: not names, country"},
      {&KnowledgeTexts::people, "boss\tBUS", "people.tsv:1: not words, sectors and gender"},
      {&KnowledgeTexts::people, "ok\tBUS\tm\nboss\tBUS\tx", "people.tsv:2: the gender is not"},
      {&KnowledgeTexts::organizations, "firm", "organizations.tsv:1: not words and sectors"},
      {&KnowledgeTexts::organizations, "firm\tbus", "organizations.tsv:1: a sector is not"},
      {&KnowledgeTexts::speech, "denies", "speech.tsv:1: not kind and words"},
      {&KnowledgeTexts::speech, "denys\tdeny", "speech.tsv:1: a kind that is not known"},
      {&KnowledgeTexts::cities, "USA\tTulsa\t-", "actors/cities.tsv:1: not code and names"},
      {&KnowledgeTexts::companies, "USA\tBUS", "actors/companies.tsv:1: not country, sectors"},
      {&KnowledgeTexts::companies, "USA\tbus\tAcme", "actors/companies.tsv:1: a sector is not"},
      {&KnowledgeTexts::leaders, "USA\tA B", "actors/leaders.tsv:1: not country, names and terms"},
      {&KnowledgeTexts::leaders, "USA\t-\tGOV ..", "actors/leaders.tsv:1: no name"},
      {&KnowledgeTexts::leaders, "USA\tA B\tGOV", "actors/leaders.tsv:1: a term is not"},
      {&KnowledgeTexts::signs, "listing\tUSA", "actors/signs.tsv:1: not kind, country and words"},
      {&KnowledgeTexts::signs, "coin\tUSA\tcts", "actors/signs.tsv:1: a kind that is not known"},
      {&KnowledgeTexts::signs, "form\tGB\tplc", "actors/signs.tsv:1: the code is not three capitals"},
      {&KnowledgeTexts::first_names, "x\tanna", "first_names.tsv:1: not gender and names"},
  };
  for (const Case& bad : cases) {
    KnowledgeTexts texts;
    texts.*bad.field = bad.text;
    const auto parsed = Knowledge::parse(texts);
    ASSERT_FALSE(parsed.ok()) << bad.message;
    EXPECT_EQ(parsed.error().code, ErrorCode::kBadInput);
    EXPECT_TRUE(parsed.error().message.starts_with("knowledge/" + std::string(bad.message)))
        << parsed.error().message;
  }
}

TEST(Knowledge, HasEachCountryOnceAndByItsIsoCode) {
  std::set<std::string_view> seen;
  for (const TableLine& line : read_table(k_actors_countries_tsv)) {
    EXPECT_TRUE(country_codes().contains(line.cells[0])) << line.cells[0];
    EXPECT_TRUE(seen.insert(line.cells[0]).second) << line.cells[0] << " twice";
  }
  for (const TableLine& line : read_table(k_actors_regions_tsv)) {
    EXPECT_TRUE(seen.contains(line.cells[0])) << line.cells[0] << " has no line as a country";
  }
}

TEST(Knowledge, CodesBodiesByCountryOrByTheKindsThatHaveNone) {
  const std::set<std::string_view> kinds = {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "-"};
  for (const char* table : {k_actors_bodies_tsv, k_actors_metonyms_tsv}) {
    for (const TableLine& line : read_table(table)) {
      EXPECT_TRUE(country_codes().contains(line.cells[1]) || kinds.contains(line.cells[1]))
          << line.cells[0];
    }
  }
}

// Words are looked up as they stand in a text, so the form of the entries is part of the promise.
TEST(Knowledge, HasEachEntryOnceInTheFormThatIsLookedUp) {
  struct Table {
    const char* text;
    std::vector<std::size_t> cells;
    bool is_small;  // looked up in small letters without accents
  };
  const Table tables[] = {{k_actors_bodies_tsv, {0}, false},        {k_actors_metonyms_tsv, {0}, false},
                          {k_people_tsv, {0}, true},         {k_organizations_tsv, {0}, true},
                          {k_first_names_tsv, {1}, true},    {k_actors_countries_tsv, {1, 2, 3}, false},
                          {k_actors_cities_tsv, {1}, false},        {k_actors_companies_tsv, {2}, false},
                          {k_actors_regions_tsv, {1, 2}, false},     {k_speech_tsv, {1}, true}};
  for (const Table& table : tables) {
    std::map<std::string_view, std::uint32_t> seen;
    for (const TableLine& line : read_table(table.text)) {
      for (const std::size_t cell : table.cells) {
        for (std::string_view entry : split_cell(line.cells[cell])) {
          if (entry.starts_with('?')) entry.remove_prefix(1);
          EXPECT_EQ(entry, table.is_small ? plain_text(entry) : even_text(entry));
          const auto [first, is_new] = seen.try_emplace(entry, line.number);
          // A country's demonym may be its name as well ("U.S."); no other line may have it. Words
          // of speech have several kinds.
          EXPECT_TRUE(is_new || first->second == line.number || table.text == k_speech_tsv)
              << entry << " in lines " << first->second << " and " << line.number;
        }
      }
    }
  }
}

TEST(Knowledge, BeginsNamesOfPlacesWithACapital) {
  for (const char* table : {k_actors_countries_tsv, k_actors_regions_tsv, k_actors_cities_tsv}) {
    for (const TableLine& line : read_table(table)) {
      for (std::size_t cell = 1; cell < line.cells.size(); ++cell) {
        for (std::string_view entry : split_cell(line.cells[cell])) {
          if (entry.starts_with('?')) entry.remove_prefix(1);
          EXPECT_FALSE(entry[0] >= 'a' && entry[0] <= 'z') << entry;
        }
      }
    }
  }
}

TEST(Knowledge, HasNoEntryWithMoreTokensThanLookUpsTry) {
  for (const char* table : {k_actors_bodies_tsv, k_actors_metonyms_tsv, k_people_tsv, k_organizations_tsv,
                            k_actors_countries_tsv, k_actors_regions_tsv, k_actors_cities_tsv, k_actors_companies_tsv,
                            k_actors_leaders_tsv}) {
    for (const TableLine& line : read_table(table)) {
      for (const std::string_view cell : line.cells) {
        for (const std::string_view entry : split_cell(cell)) {
          std::vector<Token> tokens;
          tokenize(entry, {0, static_cast<std::uint32_t>(entry.size())}, tokens);
          EXPECT_LE(tokens.size(), Knowledge::kMostTokens) << entry;
        }
      }
    }
  }
}

TEST(Knowledge, TellsNamesDemonymsCapitalsAndRegionsApart) {
  const Knowledge& knowledge = Knowledge::builtin();
  const PlaceWord* name = knowledge.place("Russia");
  ASSERT_TRUE(name);
  EXPECT_TRUE(name->is_name && !name->is_adjective && !name->is_capital && !name->is_region);
  EXPECT_EQ(name->country, "RUS");
  EXPECT_TRUE(knowledge.place("Russian")->is_adjective);
  EXPECT_TRUE(knowledge.place("Moscow")->is_capital);
  EXPECT_TRUE(knowledge.place("Scotland")->is_region);
  EXPECT_TRUE(knowledge.place("Georgia")->is_doubtful);
  EXPECT_FALSE(knowledge.place("us"));
  EXPECT_EQ(knowledge.place("US")->country, "USA");
}

TEST(Knowledge, GivesAWordToTheFirstCountryThatClaimsIt) {
  KnowledgeTexts texts;
  texts.countries = "COD\tDR Congo\tCongolese\t-\nCOG\tCongo\tCongolese\t-\n";
  const auto parsed = Knowledge::parse(texts);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().place("Congolese")->country, "COD");
}

TEST(Knowledge, FindsWordsForPeopleInSingularAndPlural) {
  const Knowledge& knowledge = Knowledge::builtin();
  const PersonWord* ministers = knowledge.person_word("prime ministers");
  ASSERT_TRUE(ministers);
  EXPECT_TRUE(ministers->is_plural);
  EXPECT_EQ(ministers->singular, "prime minister");
  EXPECT_FALSE(knowledge.person_word("prime minister")->is_plural);
  EXPECT_TRUE(knowledge.person_word("president")->is_generic);
  EXPECT_EQ(knowledge.person_word("president")->sectors, std::vector<std::string>{"GOV"});
  EXPECT_EQ(knowledge.person_word("spokeswoman")->gender, Gender::kFemale);
  EXPECT_EQ(knowledge.body_word("foreign ministries")->sectors, std::vector<std::string>{"GOV"});
}

TEST(Knowledge, KnowsAllNamesOfABodyAsOne) {
  const Knowledge& knowledge = Knowledge::builtin();
  const Body* body = knowledge.body("IAEA");
  ASSERT_TRUE(body);
  EXPECT_EQ(body, knowledge.body("International Atomic Energy Agency"));
  EXPECT_EQ(body->country, "UNO");
  EXPECT_FALSE(body->is_metonym);
  EXPECT_TRUE(knowledge.body("Kremlin")->is_metonym);
}

TEST(Knowledge, KnowsNoGenderOfNamesThatBothBear) {
  KnowledgeTexts texts;
  texts.first_names = "m\tkim|paul\nf\tanna|kim\n";
  const auto parsed = Knowledge::parse(texts);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().first_name("paul"), Gender::kMale);
  EXPECT_EQ(parsed.value().first_name("anna"), Gender::kFemale);
  EXPECT_EQ(parsed.value().first_name("kim"), Gender::kUnknown);
  EXPECT_EQ(parsed.value().first_name("nobody"), Gender::kUnknown);
}

}  // namespace
}  // namespace tacitus
