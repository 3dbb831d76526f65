#include "core/session/bookmarks.h"

#include <fmt/format.h>

#include <algorithm>

namespace hmaplab::session {

std::string Bookmarks::add(Place place) {
  if (const Bookmark* known = at(place)) return known->name;
  for (int round = 0;; ++round) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      const std::string name = letter + (round == 0 ? "" : std::to_string(round));
      if (named(name)) continue;
      set(name, place);
      return name;
    }
  }
}

void Bookmarks::set(const std::string& name, Place place) {
  remove(name);
  const auto behind = std::find_if(list_.begin(), list_.end(),
                                   [&](const Bookmark& one) { return one.place > place; });
  list_.insert(behind, {name, place});
}

void Bookmarks::remove(std::string_view name) {
  std::erase_if(list_, [&](const Bookmark& one) { return one.name == name; });
}

const Bookmark* Bookmarks::named(std::string_view name) const {
  const auto found =
      std::find_if(list_.begin(), list_.end(), [&](const Bookmark& one) { return one.name == name; });
  return found == list_.end() ? nullptr : &*found;
}

const Bookmark* Bookmarks::at(Place place) const {
  const auto found =
      std::find_if(list_.begin(), list_.end(), [&](const Bookmark& one) { return one.place == place; });
  return found == list_.end() ? nullptr : &*found;
}

const Bookmark* Bookmarks::next(Place place) const {
  const auto behind =
      std::find_if(list_.begin(), list_.end(), [&](const Bookmark& one) { return one.place > place; });
  if (behind != list_.end()) return &*behind;
  return list_.empty() ? nullptr : &list_.front();
}

std::string text(const Bookmarks& bookmarks) {
  std::string lines;
  for (const Bookmark& one : bookmarks.list())
    lines += fmt::format("{}  branch {}, step {}\n", one.name, one.place.branch, one.place.position);
  return lines;
}

}  // namespace hmaplab::session
