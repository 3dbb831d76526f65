#include "core/order/access_table.h"

#include <algorithm>

namespace hmaplab::order {

namespace {

bool overlap(const Cell& a, const Cell& b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace

bool AccessTable::contains(const Cells& cells, const Cell& cell, const Clock& clock) {
  bool found = false;
  for (const Cell& other : cells) {
    if (other.slot == cell.slot && other.epoch == cell.epoch && other.begin == cell.begin &&
        other.end == cell.end && other.access.kind == cell.access.kind) {
      found = true;
    } else if (replaces(cell, other, clock)) {
      return false;
    }
  }
  return found;
}

bool AccessTable::replaces(const Cell& cell, const Cell& older, const Clock& clock) {
  return overlap(cell, older) && stands_for(cell.access.kind, older.access.kind) &&
         clock.covers(older.slot, older.epoch);
}

bool AccessTable::races(const Cell& cell, const Cell& older, const Clock& clock) {
  return overlap(cell, older) && conflict(cell.access.kind, older.access.kind) &&
         !clock.covers(older.slot, older.epoch);
}

const AccessTable::Cells& AccessTable::cells_of(uint64_t page) const {
  static const Cells kNone;
  const base::Cow<Cells>* found = pages_.find(page);
  return found ? **found : kNone;
}

void AccessTable::put(uint64_t page, const Cell& cell, const Clock& clock) {
  Cells& cells = writable(page);
  size_ -= cells.size();
  cut(cells, cell, clock);
  cells.push_back(cell);
  size_ += cells.size();
}

void AccessTable::remove(uint64_t page, const Cell& cell, const Clock& clock) {
  const Cells& old = cells_of(page);
  if (std::none_of(old.begin(), old.end(),
                   [&](const Cell& older) { return replaces(cell, older, clock); }))
    return;
  Cells& cells = writable(page);
  size_ -= cells.size();
  cut(cells, cell, clock);
  size_ += cells.size();
  if (cells.empty()) pages_.erase(page);
}

void AccessTable::cut(Cells& cells, const Cell& cell, const Clock& clock) {
  const size_t count = cells.size();
  for (size_t i = 0; i < count; ++i) {
    const Cell old = cells[i];
    if (!replaces(cell, old, clock)) continue;
    cells[i].end = std::max(old.begin, cell.begin);  // what it keeps below …
    if (old.end > cell.end) {                        // … and above
      Cell above = old;
      above.begin = cell.end;
      cells.push_back(above);
    }
  }
  std::erase_if(cells, [](const Cell& old) { return old.begin >= old.end; });
}

}  // namespace hmaplab::order
