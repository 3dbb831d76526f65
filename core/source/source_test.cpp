#include <gtest/gtest.h>

#include "core/source/diagnostic.h"

namespace hmaplab::source {
namespace {

TEST(SourceFile, CountsLinesAndColumnsFromOne) {
  SourceFile file("main.go", "ab\n\nc");
  EXPECT_EQ(file.line_count(), 3u);
  EXPECT_EQ(file.line_column({0}), (LineColumn{1, 1}));
  EXPECT_EQ(file.line_column({2}), (LineColumn{1, 3}));
  EXPECT_EQ(file.line_column({4}), (LineColumn{3, 1}));
  EXPECT_EQ(file.line_column({5}), (LineColumn{3, 2}));
  EXPECT_EQ(file.line(1), "ab");
  EXPECT_EQ(file.line(2), "");
  EXPECT_EQ(file.line(3), "c");
}

TEST(Diagnostics, PrintInOrderOfPlaceAndStopAtTen) {
  SourceFile file("main.go", "ab\ncd");
  Diagnostics diagnostics;
  diagnostics.report("B", {{3}, {4}}, "second");
  diagnostics.report("A", {{1}, {2}}, "first");
  EXPECT_EQ(diagnostics.text(file), "main.go:1:2: first\nmain.go:2:1: second\n");
  for (int i = 0; i < 20; ++i) diagnostics.report("C", {{0}, {1}}, "more");
  EXPECT_EQ(diagnostics.list().size(), Diagnostics::kMost);
}

}  // namespace
}  // namespace hmaplab::source
