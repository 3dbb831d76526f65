// AccessTable: of every byte the last accesses that may still race with one to come: the last
// write, and the last read of each strand since. Exact to the byte, so that neighbouring fields do
// not race.
//
//   page of 256 bytes ──► cells: [begin, end) in the page, kind, whose, in which epoch, and where
//
// A table is a value; copies share their pages until one of them writes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/base/cow.h"
#include "core/base/cow_map.h"
#include "core/order/access.h"

namespace hmaplab::order {

struct Cell {
  uint16_t begin = 0;  // in its page
  uint16_t end = 0;
  Slot slot = 0;
  uint32_t epoch = 0;
  Access access;  // the whole of it; a cell may hold only some of its bytes
};

class AccessTable {
 public:
  static constexpr uint64_t kPageBytes = 256;

  // Puts in an access of a strand with this clock, and calls conflicting(access) for each earlier
  // one that it races with. When nobody else lives it is not kept: it can race with nobody.
  template <class Conflicting>
  void add(const Access& access, const Clock& clock, bool is_alone, Conflicting&& conflicting) {
    const uint64_t begin = base::bits(access.address);
    const uint64_t end = begin + access.size;
    for (uint64_t at = begin; at < end;) {
      const uint64_t page = at / kPageBytes;
      const uint64_t stop = std::min(end, (page + 1) * kPageBytes);
      Cell cell{.begin = static_cast<uint16_t>(at % kPageBytes),
                .end = static_cast<uint16_t>(stop - page * kPageBytes),
                .slot = clock.own(),
                .epoch = clock.epoch(),
                .access = access};
      const Cells& old = cells_of(page);
      if (!contains(old, cell, clock)) {
        for (const Cell& other : old) {
          if (races(cell, other, clock)) conflicting(other.access);
        }
        if (is_alone) {
          remove(page, cell, clock);
        } else {
          put(page, cell, clock);
        }
      }
      at = stop;
    }
  }

  // Drops the cells for which forget(cell) is true.
  template <class Forget>
  void sweep(Forget&& forget) {
    std::vector<uint64_t> pages;
    pages_.each([&](uint64_t page, const base::Cow<Cells>& cells) {
      if (std::any_of(cells->begin(), cells->end(), forget)) pages.push_back(page);
    });
    for (uint64_t page : pages) {
      Cells& cells = writable(page);
      size_ -= std::erase_if(cells, forget);
      if (cells.empty()) pages_.erase(page);
    }
  }
  size_t size() const { return size_; }  // cells

  // Calls visit(address of the page, cell) for each cell.
  template <class Visit>
  void each(Visit&& visit) const {
    pages_.each([&](uint64_t page, const base::Cow<Cells>& cells) {
      for (const Cell& cell : *cells) visit(page * kPageBytes, cell);
    });
  }

 private:
  using Cells = std::vector<Cell>;

  // Whether the same strand made the same access in this epoch already, and nothing would change.
  static bool contains(const Cells& cells, const Cell& cell, const Clock& clock);
  // Whether the older one (or a part of it) can go: the newer one stands for it.
  static bool replaces(const Cell& cell, const Cell& older, const Clock& clock);
  static bool races(const Cell& cell, const Cell& older, const Clock& clock);
  const Cells& cells_of(uint64_t page) const;
  Cells& writable(uint64_t page) { return pages_.write(page).write(); }
  // Takes the place of what it stands for.
  void put(uint64_t page, const Cell& cell, const Clock& clock);
  // Only takes that away.
  void remove(uint64_t page, const Cell& cell, const Clock& clock);
  static void cut(Cells& cells, const Cell& cell, const Clock& clock);

  base::CowMap<uint64_t, base::Cow<Cells>, 64> pages_;  // by number
  size_t size_ = 0;
};

}  // namespace hmaplab::order
