// Lines that pages and saved texts are full of and that are not the article's own words.
#pragma once

#include <string_view>

namespace tacitus {

// True for a line as in knowledge/page/furniture.txt: "Read more", "Share this article".
bool is_furniture(std::string_view line);

// True for a short line that asks the reader to do something: "Sign up for our newsletter",
// "Follow him on Twitter", "Have a tip? Write to ...".
bool is_invitation(std::string_view line);

// True for a line under a picture, by the credit in it: "... (Image: Getty)", "© Ann Lee ...".
bool is_caption(std::string_view line);

}  // namespace tacitus
