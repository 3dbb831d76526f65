// Bookmarks: moments of a run that somebody gave a name. A bookmark names its branch too, so going
// to it from another branch goes back to its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::session {

// A moment of a session: position (steps made) in a branch.
struct Place {
  size_t branch = 0;
  uint32_t position = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Bookmark {
  std::string name;
  Place place;
};

class Bookmarks {
 public:
  const std::vector<Bookmark>& list() const { return list_; }  // in the order of their places
  // Under the first free name of a, b, …, z, a1, b1, …; the bookmark that already is there keeps its
  // own. Gives the name.
  std::string add(Place place);
  // Under this name; one that has it moves here.
  void set(const std::string& name, Place place);
  void remove(std::string_view name);

  const Bookmark* named(std::string_view name) const;  // nullptr when there is none
  const Bookmark* at(Place place) const;               // the same
  // The one behind this place, or the first when none is: so that asking again and again comes to
  // all of them. nullptr when there are none.
  const Bookmark* next(Place place) const;

 private:
  std::vector<Bookmark> list_;
};

// "a  branch 0, step 12", a line each.
std::string text(const Bookmarks& bookmarks);

}  // namespace hmaplab::session
