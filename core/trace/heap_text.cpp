// The heap in words.
#include <fmt/format.h>

#include "core/trace/heap_view.h"

namespace hmaplab::trace {

std::string_view name(ObjectState state) {
  switch (state) {
    case ObjectState::Reachable:
      return "reachable";
    case ObjectState::Unreachable:
      return "unreachable";
    case ObjectState::White:
      return "white";
    case ObjectState::Gray:
      return "gray";
    case ObjectState::Black:
      return "black";
    case ObjectState::Freed:
      return "freed";
    case ObjectState::Unknown:
      return "";
  }
  return "";
}

std::string heap_summary(const HeapView& heap) {
  std::string text =
      fmt::format("{} object{}, {} bytes", heap.live, heap.live == 1 ? "" : "s", heap.live_bytes);
  if (heap.knows_reachable) {
    text += heap.unreachable == 0 ? "; all reachable"
                                  : fmt::format("; {} of them ({} bytes) unreachable",
                                                heap.unreachable, heap.unreachable_bytes);
  }
  if (heap.standard > 0)
    text += fmt::format("; {} of the standard packages not listed", heap.standard);
  if (heap.litter > 0)
    text += fmt::format("; {} strings and arguments that nothing reaches not listed", heap.litter);
  if (heap.freed > 0) text += fmt::format("; {} freed so far", heap.freed);
  return text;
}

namespace {

std::string object_text(const ObjectView& object) {
  std::string text = fmt::format("{:#x}  {:>6}  {}  {}", memory::bits(object.address), object.size,
                                 object.name, object.type);
  if (object.state != ObjectState::Unknown) text += fmt::format("  {}", name(object.state));
  if (object.is_root) text += "  root";
  if (object.in_package_variable) text += "  in a package variable";
  if (object.shared) text += "  shared";
  if (object.finalizer) text += fmt::format("  finalizer {}", name(*object.finalizer));
  return text + "\n";
}

}  // namespace

std::string heap_text(const HeapView& heap) {
  std::string text = fmt::format(
      "{}\ncollector: {}, {} collection{} done; finalizer goroutine: {}\n", heap_summary(heap),
      heap.phase, heap.collections, heap.collections == 1 ? "" : "s", heap.finalizer_goroutine);
  for (const FinalizerView& finalizer : heap.finalizers)
    text += fmt::format("finalizer of {}: {} ({})\n", finalizer.object, finalizer.function,
                        name(finalizer.state));
  for (const ObjectView& object : heap.objects) text += object_text(object);
  if (heap.listed > heap.first + heap.objects.size())
    text += fmt::format("and {} more\n", heap.listed - heap.first - heap.objects.size());
  return text;
}

}  // namespace hmaplab::trace
