// Opening another program: what is offered, completed and remembered, and what stays when it cannot be opened.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/pictures/dialog_pictures.h"
#include "app/pictures/legible_testing.h"
#include "app/shell/still.h"
#include "app/shell/workbench.h"

namespace hmaplab::shell {
namespace {

namespace fs = std::filesystem;

using pictures::DeskTool;
using pictures::Dialog;
using pictures::OpenChoice;
using platform::Key;

constexpr const char* kProgram = "package main\n\nfunc main() {\n\tprintln(1)\n}\n";

// A folder of its own: sub/ with two programs, one program beside it, one file that is none.
class Folder : public ::testing::Test {
 protected:
  Folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / ("hmaplab_opening_" + std::string(test->name()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "sub");
    for (const char* name : {"sub/maple.go", "sub/mapping.go", "other.go", "notes.txt"})
      std::ofstream(root_ / name) << kProgram;
  }
  ~Folder() override { fs::remove_all(root_); }
  std::string path(const std::string& name) const { return (root_ / name).string(); }

  fs::path root_;
};

Opened opened(const std::string& name, const std::string& source) {
  const Prepared prepared = prepare({.title = {.en = name}, .file = "main.go", .source = source});
  if (!prepared.subject) return {std::nullopt, prepared.remarks.front().message};
  Opened result{prepared.subject, ""};
  result.subject->name = name;
  return result;
}

Opened open_file(const std::string& name) {
  if (!name.ends_with(".go")) return {std::nullopt, name + " is no Go file"};
  std::ifstream file(name);
  return opened(name, std::string(std::istreambuf_iterator<char>(file), {}));
}

void type(Workbench& bench, std::string_view text) {
  for (const char letter : text)
    EXPECT_TRUE(bench.type({.character = static_cast<char32_t>(letter)}));
}

TEST_F(Folder, RecentFilesAreKeptNewestFirst) {
  const fs::path place = root_ / "state/hmaplab/recent";
  RecentFiles recent(place);
  EXPECT_TRUE(recent.list().empty());
  recent.add(path("other.go"));
  recent.add(path("sub/maple.go"));
  recent.add(path("other.go"));
  recent.add("no/absolute/path.go");
  recent.add(path("gone.go"));
  const std::vector<std::string> expected = {path("other.go"), path("sub/maple.go")};
  EXPECT_EQ(RecentFiles(place).list(), expected);  // the one that is gone is left out
  for (int i = 0; i < 40; ++i) recent.add(path("many" + std::to_string(i) + ".go"));
  std::ifstream file(place);
  EXPECT_EQ(std::count(std::istreambuf_iterator<char>(file), {}, '\n'),
            static_cast<long>(RecentFiles::kMost));
  EXPECT_FALSE(fs::exists(place.string() + ".new"));
  RecentFiles(std::nullopt).add(path("other.go"));
  RecentFiles(root_ / "other.go/cannot/be").add(path("other.go"));  // nobody is bothered
}

TEST_F(Folder, APathIsCompletedAndOpened) {
  Workbench bench(*opened("first", kProgram).subject,
                  {.open = open_file,
                   .lessons = {{OpenChoice::Kind::Lesson, "growing", "Growing", "growing"}},
                   .recent = root_ / "recent"});
  bench.apply(pictures::at_desk(DeskTool::AskFile));
  ASSERT_EQ(bench.desk().dialog, Dialog::Open);
  ASSERT_FALSE(bench.desk().open.choices.empty());
  EXPECT_EQ(bench.desk().open.choices.front().text, "growing");
  type(bench, path("su"));
  EXPECT_TRUE(bench.type({.key = Key::Tab}));
  EXPECT_EQ(bench.desk().open.field.text(), path("sub/"));
  EXPECT_TRUE(bench.type({.key = Key::Tab}));
  EXPECT_EQ(bench.desk().open.field.text(), path("sub/map"));  // as far as both agree
  type(bench, "p");
  ASSERT_EQ(bench.desk().open.choices.size(), 1U);
  EXPECT_EQ(bench.desk().open.choices.front().text, "mapping.go");
  EXPECT_TRUE(bench.type({.key = Key::Enter}));
  EXPECT_TRUE(bench.desk().open.opening);
  bench.settle();
  EXPECT_EQ(bench.desk().dialog, Dialog::None);
  EXPECT_EQ(bench.run().title.en.find(path("sub/mapping.go")), 0U);
  EXPECT_EQ(RecentFiles(root_ / "recent").list(), std::vector<std::string>{path("sub/mapping.go")});
}

TEST_F(Folder, WhatCannotBeOpenedIsSaidAndChangesNothing) {
  std::ofstream(root_ / "wrong.go") << "package main\nfunc main() { x }\n";
  Workbench bench(*opened("first", kProgram).subject, {.open = open_file, .lessons = {}, .recent = {}});
  for (const char* name : {"wrong.go", "notes.txt", "gone.go"}) {
    bench.open(path(name));  // as if it fell on the window
    bench.settle();
    EXPECT_EQ(bench.desk().dialog, Dialog::Open) << name;
    EXPECT_FALSE(bench.desk().open.message.empty()) << name;
    EXPECT_EQ(bench.run().title.en.find("first"), 0U);
    EXPECT_TRUE(bench.type({.key = Key::Escape}));
    EXPECT_EQ(bench.desk().dialog, Dialog::None);
  }
}

TEST_F(Folder, ADraftOutlivesOpeningAnotherFile) {
  Workbench bench(*opened(path("other.go"), kProgram).subject,
                  {.open = open_file, .lessons = {}, .recent = {}});
  bench.apply(pictures::at_desk(DeskTool::Edit));
  bench.apply(pictures::at_desk(DeskTool::PlaceCursor, 0));
  type(bench, "//mine");
  bench.type({.key = Key::Enter});
  bench.open(path("sub/maple.go"));
  bench.settle();
  EXPECT_FALSE(bench.desk().draft.open);
  bench.apply(pictures::at_desk(DeskTool::Edit));
  EXPECT_EQ(bench.desk().draft.field.text(), kProgram);
  bench.open(path("other.go"));
  bench.settle();
  bench.apply(pictures::at_desk(DeskTool::Edit));
  EXPECT_EQ(bench.desk().draft.field.text(), std::string("//mine\n") + kProgram);
}

TEST_F(Folder, TheDialogIsLegible) {
  const look::EvenMeasure measure;
  pictures::OpenBox box;
  box.field.insert(path("sub/") + "a/very/long/path/that/goes/on/beyond/the/end/of/the/field");
  for (int i = 0; i < 60; ++i)
    box.choices.push_back({static_cast<OpenChoice::Kind>(i % 4), "name" + std::to_string(i) + ".go",
                           "a folder with quite a long name beside it", ""});
  box.message = "main.go:3:5: undefined: x, and whatever else is to be said about it, at length";
  for (const float width : {300.0F, 600.0F, 680.0F}) {
    for (const size_t chosen : {0U, 30U, 59U}) {
      box.chosen = chosen;
      const pictures::Picture picture = pictures::open_picture(box, width, 400, measure);
      pictures::expect_legible(picture, "open");
      EXPECT_LE(picture.height, 401);
      EXPECT_NE(pictures::texts_of(picture).find(box.choices[chosen].text), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace hmaplab::shell
