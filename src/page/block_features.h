// What the model over blocks is told of each: its text, its place in the tree and on the page,
// and what stands beside it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/head.h"
#include "page/main_text.h"
#include "page/outline.h"

namespace tacitus {

// The order is that of kFeatureNames, and of the columns that models are trained on.
enum class Feature : std::uint8_t {
  kWords,         // of the block, as a logarithm
  kLinkDensity,   // share of its bytes in links
  kStops,         // ends of sentences and commas for each word
  kEndsSentence,
  kProse,         // it is prose as Block::is_prose() has it
  kQuoted,
  kCapitals,      // share of words that begin with a capital
  kDigits,        // share of bytes that are digits
  kAddressesYou,  // share of words that are you, your, we, our, us
  kSaid,          // has a word of saying, as news have
  kTitle,         // share of the headline's words in it, where it is short
  kColon,         // ends with one
  kTagParagraph,
  kTagHeading,    // its rank, 0 for none
  kTagItem,
  kTagOther,      // neither of these nor a <div>
  kDepth,         // elements around it, as a logarithm
  kInList,
  kInTable,
  kInFigure,
  kInForm,
  kInAside,       // in <aside>, <nav>, <footer> or <header>
  kInArticle,     // number of <article> elements around it
  kInMain,
  kHintBeside,    // elements around it whose names say that it stands beside an article
  kHintInside,    // and within one
  kHintNearest,   // the innermost hint: -1 beside, 1 inside
  kParentLinks,   // share of link text of the element around it, and of the next two
  kParentLinks2,
  kParentLinks3,
  kParentProse,   // share of the page's prose in the element around it, and in the next two
  kParentProse2,
  kParentProse3,
  kSamePath,      // share of the page's prose in blocks below the same kinds of elements
  kSameClass,     // and below elements of the same classes
  kSameDepth,     // and at the same depth
  kAt,            // its place among the blocks, 0 to 1
  kProseBefore,   // share of the page's prose before it
  kProseNear,     // share of prose in the words of the five blocks on either side
  kLinksNear,     // share of links in them
  kBehindHeading, // blocks since the headline as a logarithm, negative before it; 0 if unknown
  kKnown,         // share of its runs of words in the text that the page brings for machines
  kHasKnown,      // there is such a text
  kInContainer,   // it is within the element that the rules found
  kBelow,         // elements between that and the block
  kToEnds,        // share of the container's prose before it
  kPreviousWords, // of the block before, as a logarithm, and so on
  kPreviousLinks,
  kPreviousProse,
  kPreviousNear,  // it has the same parent
  kPreviousVerdict,
  kNextWords,
  kNextLinks,
  kNextProse,
  kNextNear,
  kNextVerdict,
  kPageBlocks,    // number of blocks of the page, as a logarithm
  kPageProse,     // its words in prose, as a logarithm
  kVerdict,       // of the rules, as a number
  kKeptNear,      // share of the four blocks around it that they keep
  kKeptParent,    // share of the prose of the element around it that they keep
  kContainerProse,  // share of the page's prose in the element that they found
  kContainerKept,   // share of that element's prose that they keep
  kCount
};

constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kCount);
extern const std::array<std::string_view, kFeatureCount> kFeatureNames;

using BlockFeatures = std::array<float, kFeatureCount>;

struct MeasuredBlock {
  std::uint32_t block = 0;  // its index
  bool kept = false;        // by the rules
  BlockFeatures features{};
};

// The blocks that are open to a second opinion, ascending: those that the rules keep, and those
// that they drop, apart from furniture lines, captions, lines of links, what is hidden or never part
// of an article, and single words. `rules` is what find_by_rules() gives; `known_body` is the
// article's text if the page brings it for machines.
std::vector<MeasuredBlock> measure_blocks(const Outline& page, const Head& head,
                                          std::string_view known_body, const MainText& rules);

}  // namespace tacitus
