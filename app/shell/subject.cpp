#include "app/shell/subject.h"

#include <algorithm>
#include <utility>

#include "core/bytecode/compiler.h"

namespace hmaplab::shell {
namespace {

lesson::Bilingual edited_title(const lesson::Bilingual& title) {
  return {.en = title.en + " (edited)", .zh = title.in(lesson::Language::Chinese) + "（已编辑）"};
}


// In order of place.
std::vector<pictures::Remark> remarks_of(const source::Diagnostics& diagnostics,
                                         const source::SourceFile& file) {
  std::vector<pictures::Remark> remarks;
  const size_t size = file.text().size();
  for (const source::Diagnostic& one : diagnostics.list()) {
    const source::LineColumn at = file.line_column(one.span.begin);
    const size_t begin = std::min<size_t>(one.span.begin.offset, size);
    remarks.push_back({.line = at.line,
                       .column = at.column,
                       .begin = begin,
                       .end = std::clamp<size_t>(one.span.end.offset, begin, size),
                       .code = one.code,
                       .message = one.message});
  }
  std::stable_sort(remarks.begin(), remarks.end(), [](const auto& one, const auto& other) {
    return std::pair(one.line, one.column) < std::pair(other.line, other.column);
  });
  return remarks;
}

bytecode::CompileResult compile(const std::string& file, const std::string& source,
                                const vm::Options& options) {
  check::Options checks;
  checks.version.minor = static_cast<uint32_t>(options.go_minor);
  return bytecode::compile_source(file, source, checks);
}

// In the order in which they point to one another.
struct Held {
  std::unique_ptr<bytecode::Program> program;
  std::unique_ptr<session::Session> session;
  std::unique_ptr<SessionStudy> study;
};

}  // namespace

Checked check_source(const std::string& file, const std::string& source, const vm::Options& options) {
  const bytecode::CompileResult compiled = compile(file, source, options);
  if (compiled.program) return {};
  return {remarks_of(compiled.diagnostics, source::SourceFile(file, source))};
}

Prepared prepare(const EditedText& edited) {
  auto held = std::make_shared<Held>();
  bytecode::CompileResult compiled = compile(edited.file, edited.source, edited.options);
  if (!compiled.program)
    return {.subject = std::nullopt,
            .remarks =
                remarks_of(compiled.diagnostics, source::SourceFile(edited.file, edited.source)),
            .difference = {}};
  held->program = std::move(compiled.program);
  held->session =
      std::make_unique<session::Session>(*held->program, edited.options, edited.schedule);
  held->study = std::make_unique<SessionStudy>(
      *held->session, pictures::RunTexts{.title = edited_title(edited.title),
                                         .chapter = {.en = "R shows the original", .zh = "按 R 看原来的程序"},
                                         .file = edited.file,
                                         .source = edited.source});
  Prepared prepared{.subject = std::nullopt,
                    .remarks = {},
                    .difference = held->session->first_difference()};
  prepared.subject = Subject{.held = held,
                             .study = held->study.get(),
                             .file = edited.file,
                             .source = edited.source,
                             .options = edited.options,
                             .schedule = edited.schedule};
  return prepared;
}

}  // namespace hmaplab::shell
