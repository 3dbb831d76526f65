#include <gtest/gtest.h>

#include "app/pictures/heap_picture.h"
#include "app/pictures/legible_testing.h"

namespace hmaplab::pictures {
namespace {

using memory::Address;
using trace::FinalizerState;
using trace::ObjectState;

const look::EvenMeasure kMeasure;

trace::ObjectView object(uint64_t index, ObjectState state) {
  return {.address = Address{0xc000000000 + index * 48},
          .size = 48,
          .name = index % 3 == 0 ? "(main.a_type_with_a_long_name)" : "m.buckets",
          .type = "array of buckets",
          .state = state,
          .is_root = index % 2 == 0,
          .in_package_variable = index % 5 == 0,
          .shared = true,
          .finalizer = index % 4 == 0 ? std::optional(FinalizerState::Set) : std::nullopt};
}

Moment heap_of(const std::vector<ObjectState>& states) {
  Moment moment;
  moment.heap.emplace();
  moment.heap->phase = "idle";
  moment.heap->live = moment.heap->listed = states.size();
  moment.heap->live_bytes = states.size() * 48;
  moment.heap->goal = 4 << 20;
  moment.heap->states = states;
  moment.heap->finalizer_goroutine = "runs main.close for s";
  moment.heap->finalizers = {
      {.object = "s", .function = "main.close", .state = FinalizerState::Running},
      {.object = "(main.box)", .function = "main.open.func1"}};
  for (size_t i = 0; i < std::min<size_t>(64, states.size()); ++i)
    moment.heap->objects.push_back(object(i, states[i]));
  return moment;
}

std::vector<ObjectState> all_states() {
  std::vector<ObjectState> states;
  for (int i = 0; i < 130; ++i) states.push_back(static_cast<ObjectState>(i % 7));
  return states;
}

TEST(HeapPicture, IsLegibleAtEveryWidth) {
  Moment touched = heap_of(all_states());
  touched.touched =
      Touched{.person = person_of(schedule::kMain, 1), .object = Address{0xc000000030}};
  for (const float width : {226.0F, 246.0F, 300.0F, 330.0F, 498.0F, 900.0F}) {
    for (const Moment& moment : {heap_of(all_states()), heap_of({}), touched, Moment{}})
      expect_legible(heap_picture({}, moment, width, kMeasure), "heap at " + std::to_string(width));
  }
}

TEST(HeapPicture, EveryStateHasASignOfItsOwn) {
  std::vector<std::string> signs;
  for (const ObjectState state :
       {ObjectState::Reachable, ObjectState::Unreachable, ObjectState::White, ObjectState::Gray,
        ObjectState::Black, ObjectState::Freed}) {
    const Picture picture = heap_picture({}, heap_of({state}), 498, kMeasure);
    std::string sign;
    for (const Item& item : picture.items) {
      const auto* box = std::get_if<Box>(&item);
      if (box == nullptr || box->rect.w != 9) continue;
      sign = std::to_string(static_cast<int>(box->fill)) + (box->dashed ? " dashed " : " ") +
             std::to_string(static_cast<int>(box->border));
    }
    EXPECT_EQ(std::count(signs.begin(), signs.end(), sign), 0) << sign;
    signs.push_back(sign);
  }
}

TEST(HeapPicture, ManyObjectsCostNoMoreThanAWindow) {
  Moment moment = heap_of(all_states());
  const size_t items = heap_picture({}, moment, 498, kMeasure).items.size();
  moment.heap->listed = moment.heap->live = 1'000'000;
  EXPECT_LT(heap_picture({}, moment, 498, kMeasure).items.size(), items + 8);
}

TEST(HeapPicture, IsTheTwinOfTheText) {
  Moment moment = heap_of({ObjectState::Reachable, ObjectState::Unreachable});
  moment.heap->knows_reachable = true;
  moment.heap->unreachable = 1;
  moment.heap->unreachable_bytes = 48;
  const std::string picture = texts_of(heap_picture({}, moment, 900, kMeasure));
  const std::string text = trace::heap_text(*moment.heap);
  for (const char* fact :
       {"2 objects, 96 bytes; 1 of them (48 bytes) unreachable", "0xc000000030", "m.buckets",
        "array of buckets", "runs main.close for s", "running", "main.open.func1", "set"}) {
    EXPECT_NE(picture.find(fact), std::string::npos) << fact << " in\n" << picture;
    EXPECT_NE(text.find(fact), std::string::npos) << fact << " in\n" << text;
  }
}

}  // namespace
}  // namespace hmaplab::pictures
