// The man page, written from the options themselves so that it says what --help says.
#include <CLI/App.hpp>
#include <CLI/Option.hpp>

#include "command.h"
#include "sections.h"

namespace tacitus {
namespace {

// Text as roff takes it: dashes that can be copied, no line that looks like an order.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool starts_line = out.empty() || out.back() == '\n';
    if (starts_line && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out;
}

std::string capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

void add_option(const CLI::Option& option, std::string& out) {
  if (option.get_group().empty()) return;  // a hidden one
  const bool takes_value = option.get_items_expected_max() > 0;
  out += ".TP\n";
  if (option.get_positional()) {
    out += ".I " + roff(option.get_name(true)) + (option.get_items_expected_max() > 1 ? " ..." : "");
  } else {
    out += ".B " + roff(option.get_name(false, true));
    if (takes_value) out += " \\fI" + roff(option.get_type_name()) + "\\fP";
  }
  out += '\n' + roff(option.get_description()) + ".\n";
}

// All options but `told`, which the page has already.
void add_options(const CLI::App& app, const CLI::Option* told, std::string& out) {
  for (const CLI::Option* option : app.get_options()) {
    if (option != told) add_option(*option, out);
  }
}

std::string synopsis(const CLI::App& app) {
  std::string out;
  for (const CLI::App* verb : app.get_subcommands({})) {
    out += ".B tacitus " + roff(verb->get_name()) + "\n[\\fIOPTION\\fP]...";
    for (const CLI::Option* option : verb->get_options()) {
      if (option->get_positional()) out += " \\fI" + roff(option->get_name(true)) + "\\fP...";
    }
    out += "\n.br\n";
  }
  return out;
}

// An entry "  WORDS  meaning" becomes a list's item, what follows further in goes on with it;
// lines without a gap are shown as they are.
void add_section(const Section& section, std::string& out) {
  out += ".SH " + capitals(std::string(section.title)) + "\n";
  std::string_view rest = section.text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const std::size_t begin = line.find_first_not_of(' ');
    line.remove_prefix(begin);
    const std::size_t gap = line.find("  ");
    if (begin > 2) {
      out += roff(line) + "\n";
    } else if (gap == std::string_view::npos) {
      out += ".PP\n.nf\n" + roff(line) + "\n.fi\n";
    } else {
      out += ".TP\n.B " + roff(line.substr(0, gap)) + "\n";
      out += roff(line.substr(line.find_first_not_of(' ', gap))) + "\n";
    }
  }
}

}  // namespace

std::string man_page(const CLI::App& app) {
  std::string out = ".TH TACITUS 1 \"\" \"tacitus " TACITUS_VERSION "\" \"User Commands\"\n";
  out += ".SH NAME\ntacitus \\- read the news and keep the record\n";
  out += ".SH SYNOPSIS\n" + synopsis(app);
  out += ".SH DESCRIPTION\n" + roff(app.get_description()) + "\n";
  out += ".SH OPTIONS\n";
  add_options(app, nullptr, out);
  for (const CLI::App* verb : app.get_subcommands({})) {
    out += ".SH \"TACITUS " + capitals(verb->get_name()) + "\"\n";
    out += roff(verb->get_description()) + ".\n";
    add_options(*verb, verb->get_help_ptr(), out);
  }
  for (const Section& section : kSections) add_section(section, out);
  return out;
}

}  // namespace tacitus
