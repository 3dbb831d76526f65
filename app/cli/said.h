// --lang: the language that hmaplab's own texts are said in. What Go prints, code and names stay.
#pragma once

#include <string>
#include <string_view>

#include "app/look/language.h"

namespace CLI {
class App;
}

namespace hmaplab::cli {

// Without it: what the environment asks for.
void add_language_option(CLI::App& command, std::string& language);
look::LanguageName language_of(const std::string& option);

// Prints a text on standard output, line by line in that language.
void print_said(std::string_view text, const std::string& language);

}  // namespace hmaplab::cli
