// Texts that are typed, and the picture of the source while it is edited.
#include <gtest/gtest.h>

#include <cmath>

#include "app/look/language.h"
#include "app/pictures/editor_picture.h"
#include "app/pictures/go_colors.h"
#include "app/pictures/legible_testing.h"
#include "app/pictures/text_rows.h"
#include "core/base/random.h"

namespace hmaplab::pictures {
namespace {

using Lines = TextField::Lines;
using Move = TextField::Move;
using Part = TextField::Part;
using Select = TextField::Select;

const look::EvenMeasure kMeasure;

TEST(TextField, TypesErasesAndTakesBack) {
  TextField field("ab\ncd");
  field.place(2, Select::No);
  for (const char* letter : {"x", "y", "\xc3\xa9"}) field.insert(letter);
  EXPECT_EQ(field.text(), "abxy\xc3\xa9\ncd");
  field.erase_back(Part::Character);  // two bytes, one character
  EXPECT_EQ(field.text(), "abxy\ncd");
  EXPECT_TRUE(field.undo());
  EXPECT_TRUE(field.undo());  // what was typed in one go is taken back in one go
  EXPECT_EQ(field.text(), "ab\ncd");
  EXPECT_FALSE(field.undo());
  EXPECT_TRUE(field.redo());
  EXPECT_TRUE(field.redo());
  EXPECT_FALSE(field.redo());
  EXPECT_EQ(field.text(), "abxy\ncd");
}

TEST(TextField, MovesByCharactersWordsAndLines) {
  TextField field("\tone := two\nx\nthree four");
  field.move(Move::LineBegin, Select::No);
  EXPECT_EQ(field.cursor(), 1U);  // behind the tab; once more to its front
  field.move(Move::LineBegin, Select::No);
  EXPECT_EQ(field.cursor(), 0U);
  field.move(Move::WordRight, Select::No);
  EXPECT_EQ(field.cursor(), 1U);
  field.move(Move::WordRight, Select::Yes);
  EXPECT_EQ(field.selected(), "one := ");
  field.move(Move::Right, Select::No);  // leaves the selection at its end
  EXPECT_EQ(field.cursor(), 8U);
  field.move_lines(+1, Select::No);  // a short line, and back to the column
  EXPECT_EQ(field.cursor(), 13U);
  field.move_lines(+1, Select::No);
  EXPECT_EQ(field.cursor(), 14U + 8U);
  field.move_lines(+1, Select::No);
  EXPECT_EQ(field.cursor(), field.text().size());
  field.select_all();
  field.insert("new");
  EXPECT_EQ(field.text(), "new");
}

TEST(TextField, OneLineStaysOne) {
  TextField field("", Lines::One);
  field.insert("g1*3\r\n\tg2!\x01");
  EXPECT_EQ(field.text(), "g1*3  g2!");
  field.replace("a\nb");
  EXPECT_EQ(field.text(), "a b");
  EXPECT_EQ(field.cursor(), 3U);
}

// Whatever is typed: positions stay at the beginnings of characters.
TEST(TextField, AnythingCanBeTyped) {
  const char* kTexts[] = {"a", "\n", "\t", " ", "\xe2\x86\x92", "func", "{}"};
  base::RandomStream random{3};
  TextField field("package main\n");
  for (int i = 0; i < 3000; ++i) {
    const auto select = random.below(4) == 0 ? Select::Yes : Select::No;
    const auto part = random.below(3) == 0 ? Part::Word : Part::Character;
    switch (random.below(8)) {
      case 0: field.erase_back(part); break;
      case 1: field.erase_forward(part); break;
      case 2: field.move(static_cast<Move>(random.below(8)), select); break;
      case 3: field.move_lines(static_cast<int>(random.below(7)) - 3, select); break;
      case 4: field.place(random.below(field.text().size() + 3), select); break;
      case 5: random.below(2) == 0 ? field.undo() : field.redo(); break;
      default: field.insert(kTexts[random.below(std::size(kTexts))]);
    }
    const size_t at = field.cursor();
    ASSERT_LE(at, field.text().size());
    ASSERT_TRUE(at == field.text().size() ||
                (static_cast<unsigned char>(field.text()[at]) & 0xc0) != 0x80);
  }
}

TEST(TextRows, EveryByteStandsInOneRow) {
  const std::string text = "\tstock := map[string]int{\"apples\": 3, \"pears\": 5}\n\n" +
                           std::string(90, 'x') + "\n\xe2\x86\x92 end";
  for (const size_t columns : {2U, 7U, 20U, 80U}) {
    const std::vector<TextRow> rows = text_rows(text, columns);
    size_t at = 0;
    for (const TextRow& row : rows) {
      EXPECT_EQ(row.begin, at);
      at = row.last ? row.end + 1 : row.end;
      const size_t taken = row.indent + columns_of(text.substr(row.begin, row.end - row.begin));
      EXPECT_LE(taken, std::max<size_t>(columns, 2)) << row.line;
    }
    EXPECT_EQ(at, text.size() + 1);
    EXPECT_EQ(rows.back().line, 4U);
    for (size_t offset = 0; offset <= text.size(); ++offset) {
      const TextRow& row = rows[row_at(rows, offset)];
      EXPECT_TRUE(row.begin <= offset && offset <= row.end) << offset;
    }
  }
}

Draft draft_with_errors() {
  Draft draft{.open = true, .field = TextField(
      "package main\n\nfunc main() {\n\tstock := map[string]int{\"apples\": 3, \"pears\": 5, \"figs\": 7}\n"
      "\tstock[undefined] = nowhere\n}\n")};
  draft.colors = colors_of_bytes(draft.field.text());
  draft.state = Draft::State::Wrong;
  const size_t first = draft.field.text().find("undefined");
  const size_t second = draft.field.text().find("nowhere");
  draft.remarks = {{5, 8, first, first + 9, "UndeclaredName", "undefined: undefined"},
                   {5, 21, second, second + 7, "UndeclaredName", "undefined: nowhere"},
                   {9, 1, draft.field.text().size(), draft.field.text().size(), "SyntaxError",
                    "syntax error: of a line that is not there any more"}};
  return draft;
}

TEST(EditorPicture, IsLegibleAndSaysWhatIsWrongUnderItsLine) {
  Draft draft = draft_with_errors();
  for (const float width : {246.0F, 330.0F, 520.0F, 900.0F}) {
    for (size_t at = 0; at <= draft.field.text().size(); at += 7) {
      draft.field.place(at, Select::No);
      const Picture picture = editor_picture(draft, width, kMeasure);
      expect_legible(picture, "editor");
      ASSERT_TRUE(picture.focus);
    }
  }
  const Picture picture = editor_picture(draft, 520, kMeasure);
  float wrong_line = 0;
  std::vector<float> remarks;
  for (const Item& item : picture.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label == nullptr) continue;
    if (label->text.find("stock[") != std::string::npos) wrong_line = label->rect.y;
    if (label->text.find("(UndeclaredName)") != std::string::npos) remarks.push_back(label->rect.y);
  }
  EXPECT_EQ(remarks, (std::vector<float>{wrong_line + 18, wrong_line + 36}));
  EXPECT_NE(texts_of(picture).find("5:8 undefined: undefined"), std::string::npos);
}

TEST(EditorPicture, WhatIsWrongStaysInSightAndIsSaidInTheReadersLanguage) {
  const look::Language chinese = look::make_language(look::LanguageName::Chinese);
  const look::SpokenMeasure spoken(kMeasure, chinese);
  Draft draft = draft_with_errors();
  draft.field.place(draft.remarks.front().begin, Select::No);
  const Picture picture = editor_picture(draft, 520, spoken);
  ASSERT_TRUE(picture.focus);
  EXPECT_EQ(picture.focus->h, 3 * 18) << "the line and its two remarks";
  EXPECT_NE(texts_of(picture).find("5:8 未定义：undefined (UndeclaredName)"), std::string::npos) << texts_of(picture);
}

TEST(EditorPicture, AClickPutsTheCursorWhereItIsDrawn) {
  Draft draft = draft_with_errors();
  for (const float width : {246.0F, 520.0F}) {
    for (size_t at = 0; at <= draft.field.text().size(); ++at) {
      draft.field.place(at, Select::No);
      const Picture picture = editor_picture(draft, width, kMeasure);
      for (const Item& item : picture.items) {
        const auto* box = std::get_if<Box>(&item);
        if (box == nullptr || box->fill != look::Color::Accent) continue;
        EXPECT_EQ(offset_at(draft, width, kMeasure, box->rect.center()), at);
      }
    }
  }
  EXPECT_EQ(offset_at(draft, 520, kMeasure, {1000, -50}), 12U);
  EXPECT_EQ(offset_at(draft, 520, kMeasure, {0, 1e6F}), draft.field.text().size());
}

TEST(EditorPicture, AHundredThousandLettersAreDrawn) {
  Draft draft{.open = true, .field = TextField(std::string(100'000, 'x') + "\n{{{\"")};
  draft.colors = colors_of_bytes(draft.field.text());
  EXPECT_GT(editor_picture(draft, 300, kMeasure).height, 18.0F * 1000);
}

}  // namespace
}  // namespace hmaplab::pictures
