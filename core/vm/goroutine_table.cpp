#include "core/vm/goroutine_table.h"

#include <algorithm>
#include <utility>

#include "core/base/invariant.h"

namespace hmaplab::vm {

using schedule::Actor;

namespace {

uint32_t rank_of(const Goroutine& goroutine) {
  return goroutine.actor == schedule::kFinalizer ? ~uint32_t{0} : goroutine.birth;
}

}  // namespace

size_t GoroutineTable::index_of(Actor actor) const {
  if (latest_ < names_.size() && names_[latest_] == actor) return latest_;
  return static_cast<size_t>(std::find(names_.begin(), names_.end(), actor) - names_.begin());
}

const Goroutine* GoroutineTable::find(Actor actor) const {
  const size_t index = index_of(actor);
  return index < living_.size() ? &*living_[index] : nullptr;
}

Goroutine* GoroutineTable::find_to_write(Actor actor) {
  const size_t index = index_of(actor);
  if (index == living_.size()) return nullptr;
  latest_ = index;
  return &living_[index].write();
}

Goroutine& GoroutineTable::add(Goroutine fresh) {
  fresh.birth = ++created_;
  const auto rank = std::upper_bound(ranks_.begin(), ranks_.end(), rank_of(fresh));
  runnable_.insert(runnable_.begin() + (rank - ranks_.begin()), fresh.actor);
  ranks_.insert(rank, rank_of(fresh));
  names_.push_back(fresh.actor);
  living_.emplace_back(std::move(fresh));
  return living_.back().write();
}

void GoroutineTable::set_status(Goroutine& goroutine, Status status) {
  if (goroutine.status == status) return;
  const auto rank = std::lower_bound(ranks_.begin(), ranks_.end(), rank_of(goroutine));
  const auto place = runnable_.begin() + (rank - ranks_.begin());
  if (goroutine.status == Status::Runnable) {
    runnable_.erase(place);
    ranks_.erase(rank);
  } else if (status == Status::Runnable) {
    runnable_.insert(place, goroutine.actor);
    ranks_.insert(rank, rank_of(goroutine));
  }
  INVARIANT(goroutine.status != Status::Finished, "a goroutine goes on that has finished");
  const bool leaves = status == Status::Finished && goroutine.actor != schedule::kFinalizer;
  if (leaves) ended_.push_back(goroutine.actor);
  goroutine.status = status;
}

void GoroutineTable::drop_finished() {
  for (Actor actor : ended_) drop(actor);
  ended_.clear();
}

void GoroutineTable::drop(Actor actor) {
  const size_t index = index_of(actor);
  const Goroutine& goroutine = *living_[index];
  for (const HeldLock& held : goroutine.held) left_locks_.push_back({goroutine.actor, held});
  finished_.push_back({.actor = goroutine.actor,
                       .parent = goroutine.parent,
                       .created_by = goroutine.created_by,
                       .created_line = goroutine.created_line,
                       .birth = goroutine.birth});
  living_.erase(living_.begin() + static_cast<std::ptrdiff_t>(index));
  names_.erase(names_.begin() + static_cast<std::ptrdiff_t>(index));
}

bool GoroutineTable::has_finished(Actor actor) const {
  for (size_t i = 0; i < finished_.size(); ++i) {
    if (finished_[i].actor == actor) return true;
  }
  return false;
}

void GoroutineTable::append_runnable(std::vector<Actor>& actors) const {
  actors.reserve(actors.size() + runnable_.size() + 2);
  actors.insert(actors.end(), runnable_.begin(), runnable_.end());
}

std::vector<Actor> GoroutineTable::created() const {
  std::vector<std::pair<uint32_t, Actor>> all;
  for (const auto& goroutine : living_) all.emplace_back(goroutine->birth, goroutine->actor);
  for (size_t i = 0; i < finished_.size(); ++i)
    all.emplace_back(finished_[i].birth, finished_[i].actor);
  std::sort(all.begin(), all.end());
  std::vector<Actor> actors;
  for (const auto& [birth, actor] : all) actors.push_back(actor);
  return actors;
}

int64_t GoroutineTable::count() const {
  const bool has_finalizer = find(schedule::kFinalizer) != nullptr;
  return static_cast<int64_t>(living_.size() - ended_.size()) - (has_finalizer ? 1 : 0);
}

}  // namespace hmaplab::vm
