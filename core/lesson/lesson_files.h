// The lessons that are built into the program: the files of lessons/, embedded when hmaplab is built.
#pragma once

#include <span>
#include <string_view>

namespace hmaplab::lesson {

struct LessonFile {
  std::string_view folder;  // "01_two_writers"
  std::string_view name;    // "lesson.toml", "main.go"
  std::string_view text;
};

std::span<const LessonFile> lesson_files();

}  // namespace hmaplab::lesson
