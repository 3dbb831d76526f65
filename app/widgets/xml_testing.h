// Whether a text is XML, as far as our files use it: tags that are closed in order, attributes in
// double quotes, signs that are escaped, one root. For tests.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::widgets {

class XmlCheck {
 public:
  explicit XmlCheck(std::string_view text) : rest_(text) {}

  // "" when it is XML, else what is wrong and where.
  std::string run() {
    if (rest_.starts_with("<?xml")) rest_.remove_prefix(rest_.find("?>") + 2);
    size_t roots = 0;
    while (!rest_.empty() && wrong_.empty()) {
      if (open_.empty() && !is_space(rest_[0])) ++roots;
      if (open_.empty() && rest_[0] != '<' && !is_space(rest_[0])) fail("text outside of the root");
      rest_[0] == '<' ? tag() : character();
    }
    if (wrong_.empty() && !open_.empty()) fail("<" + open_.back() + "> is not closed");
    if (wrong_.empty() && roots != 1) fail("not one root");
    return wrong_;
  }

 private:
  static bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
  void fail(const std::string& why) {
    wrong_ = why + " before: " + std::string(rest_.substr(0, 40));
  }
  void skip_spaces() {
    while (!rest_.empty() && is_space(rest_[0])) rest_.remove_prefix(1);
  }
  std::string name() {
    size_t end = 0;
    while (end < rest_.size() && (std::isalnum(static_cast<unsigned char>(rest_[end])) != 0 ||
                                  std::string_view(":-_").find(rest_[end]) != std::string_view::npos))
      ++end;
    const std::string found(rest_.substr(0, end));
    if (end == 0) fail("no name");
    rest_.remove_prefix(end);
    return found;
  }
  void character() {
    if (rest_[0] == '&') {
      bool known = false;
      for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;"})
        known = known || rest_.starts_with(entity);
      if (!known) return fail("an unknown entity");
    }
    const auto byte = static_cast<unsigned char>(rest_[0]);
    if (byte < 0x20 && byte != '\n' && byte != '\t') return fail("a control character");
    rest_.remove_prefix(1);
  }
  void attribute() {
    name();
    if (!rest_.starts_with("=\"")) return fail("no value");
    rest_.remove_prefix(2);
    while (wrong_.empty() && !rest_.empty() && rest_[0] != '"')
      rest_[0] == '<' ? fail("< in a value") : character();
    if (!rest_.empty()) rest_.remove_prefix(1);
    if (wrong_.empty() && !rest_.empty() && !is_space(rest_[0]) && rest_[0] != '/' && rest_[0] != '>')
      fail("no blank behind a value");
  }
  void tag() {
    rest_.remove_prefix(1);
    if (rest_.starts_with("/")) return closing_tag();
    open_.push_back(name());
    skip_spaces();
    while (wrong_.empty() && !rest_.empty() && rest_[0] != '/' && rest_[0] != '>') {
      attribute();
      skip_spaces();
    }
    const bool empty = rest_.starts_with("/>");
    if (empty) open_.pop_back();
    rest_.remove_prefix(std::min<size_t>(rest_.size(), empty ? 2 : 1));
  }
  void closing_tag() {
    rest_.remove_prefix(1);
    const std::string closed = name();
    if (open_.empty() || open_.back() != closed) return fail("</" + closed + "> closes nothing");
    open_.pop_back();
    if (!rest_.starts_with(">")) return fail("no end of a tag");
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::string wrong_;
};

inline std::string xml_error(std::string_view text) { return XmlCheck(text).run(); }

}  // namespace hmaplab::widgets
