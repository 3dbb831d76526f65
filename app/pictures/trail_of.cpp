#include <algorithm>
#include <map>
#include <set>

#include "app/pictures/moment_of.h"
#include "core/vm/goroutine.h"

namespace hmaplab::pictures {
namespace {

bool is_hash(const vm::Step& step) {
  return step.in_map && step.result_form == vm::ValueForm::Hash64 &&
         memory::name(step.point).ends_with("/hash");
}

// Looks back from the cursor.
class Search {
 public:
  Search(const session::Session& session, const std::vector<trace::MapView>& maps)
      : session_(session), maps_(maps) {
    for (const auto& goroutine : session.world().goroutines()) {
      const bool inside = !std::holds_alternative<std::monostate>(goroutine->operation);
      if (inside) in_operation_[goroutine->actor] = goroutine->operation_map;
    }
    for (const trace::MapView& map : maps) {
      if (!map.growing && map.bucket_count > 0) growth_wanted_.insert(map.address);
    }
  }

  MapTrail find() {
    const uint32_t end = session_.position();
    for (uint32_t back = 0; back < end && back < kLongestTrail; ++back) {
      const uint32_t index = end - 1 - back;
      const vm::Step& step = session_.step(index);
      note_touch(step, index);
      note_key(step, index);
      note_growth(step, index);
      note_end(step);
    }
    for (const auto& [address, mark] : marks_) trail_.marks.push_back(mark);
    return std::move(trail_);
  }

 private:
  void note_touch(const vm::Step& step, uint32_t index) {
    if (step.access == vm::AccessKind::None || step.address == memory::Address::Nil) return;
    marks_.try_emplace(step.address, CellMark{.address = step.address,
                                              .actor = step.actor,
                                              .step = index,
                                              .stored = step.access == vm::AccessKind::Store});
  }

  void note_key(const vm::Step& step, uint32_t index) {
    const auto inside = in_operation_.find(step.actor);
    if (inside == in_operation_.end()) return;
    if (step.ends_operation) {  // of the operation before: this one has not hashed yet
      in_operation_.erase(inside);
      return;
    }
    const std::string_view operation = memory::operation(step.point);
    const std::string_view now = newest_.try_emplace(step.actor, operation).first->second;
    // The keys of an evacuation are in hand while it lasts.
    if (!is_hash(step) || (operation == "evacuate" && now != operation)) return;
    trail_.keys.push_back({.map = inside->second,
                           .actor = step.actor,
                           .key = step_row(session_, index).text.old_value,
                           .hash = step.result});
    in_operation_.erase(inside);
  }

  // A ghost stays while the next operation on the map lasts.
  void note_end(const vm::Step& step) {
    if (!step.ends_operation || ++ended_[step.map] < 3) return;
    const auto is_known = [&](const ArrayGhost& ghost) { return ghost.map == step.map; };
    if (std::none_of(trail_.ghosts.begin(), trail_.ghosts.end(), is_known))
      growth_wanted_.erase(step.map);
  }

  // First the store of nil that ended the growth, then, farther back, what began it.
  void note_growth(const vm::Step& step, uint32_t index) {
    if (step.access != vm::AccessKind::Store || !growth_wanted_.contains(step.object)) return;
    const std::string_view field = step.field;
    const auto known = std::find_if(trail_.ghosts.begin(), trail_.ghosts.end(),
                                    [&](const ArrayGhost& g) { return g.map == step.object; });
    if (known == trail_.ghosts.end()) {
      if (field != "oldbuckets" || step.new_value.word() != 0 || step.old_value.word() == 0) return;
      trail_.ghosts.push_back({.map = step.object,
                               .array = memory::Address{step.old_value.word()},
                               .buckets = buckets_of(step.object),
                               .step = index});
    } else if (field == "B") {
      known->buckets = uint64_t{1} << (step.old_value.word() & 63);
      growth_wanted_.erase(step.object);
    }
  }

  uint64_t buckets_of(memory::Address address) const {
    for (const trace::MapView& map : maps_) {
      if (map.address == address) return map.bucket_count;
    }
    return 0;
  }

  const session::Session& session_;
  const std::vector<trace::MapView>& maps_;
  std::map<schedule::Actor, memory::Address> in_operation_;
  std::set<memory::Address> growth_wanted_;
  std::map<schedule::Actor, std::string_view> newest_;  // what they do now: "evacuate"
  std::map<memory::Address, CellMark> marks_;
  std::map<memory::Address, size_t> ended_;  // operations on a map, looking back
  MapTrail trail_;
};

}  // namespace

const CellMark* MapTrail::last_touch(memory::Address begin, uint64_t size) const {
  const auto before = [](const CellMark& mark, memory::Address at) { return mark.address < at; };
  const CellMark* last = nullptr;
  for (auto mark = std::lower_bound(marks.begin(), marks.end(), begin, before);
       mark != marks.end() && mark->address - begin < size; ++mark) {
    if (last == nullptr || mark->step > last->step) last = &*mark;
  }
  return last;
}

const KeyInHand* MapTrail::key_of(memory::Address map, schedule::Actor first) const {
  const KeyInHand* newest = nullptr;
  for (const KeyInHand& key : keys) {
    if (key.map != map) continue;
    if (key.actor == first) return &key;
    if (newest == nullptr) newest = &key;
  }
  return newest;
}

const ArrayGhost* MapTrail::ghost_of(memory::Address map) const {
  const auto found = std::find_if(ghosts.begin(), ghosts.end(),
                                  [map](const ArrayGhost& ghost) { return ghost.map == map; });
  return found == ghosts.end() ? nullptr : &*found;
}

MapTrail trail_of(const session::Session& session, const std::vector<trace::MapView>& maps) {
  return Search(session, maps).find();
}

}  // namespace hmaplab::pictures
