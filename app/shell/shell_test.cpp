#include "app/shell/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "app/pictures/made_up_testing.h"
#include "app/shell/layout.h"
#include "app/shell/made_up_study_testing.h"
#include "app/shell/palette.h"
#include "app/shell/still.h"

namespace hmaplab::shell {
namespace {

using pictures::Command;
using platform::Key;
using Kind = Command::Kind;

struct Shot {
  const char* name;
  platform::PixelSize size;
  float scale;
  look::ThemeName theme = look::ThemeName::Dark;
  bool help = false;
};

const Shot kShots[] = {{"1280", {1280, 720}, 1},
                       {"1280_light", {1280, 720}, 1, look::ThemeName::Light},
                       {"1280_double", {1280, 720}, 2},
                       {"1024", {1024, 768}, 1},
                       {"2560", {2560, 1440}, 2},
                       {"2560_single", {2560, 1440}, 1},
                       {"800_double", {800, 600}, 2},
                       {"help", {1280, 720}, 1, look::ThemeName::Dark, true},
                       {"help_double", {1280, 720}, 2, look::ThemeName::Dark, true}};

// Draws every made-up run at every size; with HMAPLAB_SHOTS=FOLDER the pictures are kept there to
// be looked at.
TEST(Shell, DrawsEverySizeWithoutADisplay) {
  const char* folder = std::getenv("HMAPLAB_SHOTS");
  const std::pair<std::string, pictures::MadeUp> runs[] = {
      {"two_writers", pictures::made_up_two_writers()},
      {"growing", pictures::made_up_growing()},
      {"nil_map", pictures::made_up_nil_map()}};
  for (const auto& [name, made] : runs) {
    for (const Shot& shot : kShots) {
      for (const uint32_t position : {9U, made.run.length()}) {
        MadeUpStudy study(made, position);
        const auto image = render_still(
            study,
            {.size = shot.size, .scale = shot.scale, .theme = shot.theme, .help = shot.help});
        ASSERT_TRUE(image) << image.error();
        ASSERT_EQ(image.value().width, shot.size.width);
        if (folder == nullptr) continue;
        const std::string path = std::string(folder) + "/" + name + "_" + shot.name + "_" +
                                 std::to_string(position) + ".png";
        ASSERT_TRUE(platform::write_png(image.value(), path));
      }
    }
  }
}

TEST(Shell, DrawsTheSamePictureTwice) {
  MadeUpStudy study(pictures::made_up_two_writers(), 9);
  const auto first = render_still(study, {});
  const auto second = render_still(study, {});
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first.value().rgba, second.value().rgba);
}

TEST(Shell, KeysReachTheStudy) {
  MadeUpStudy study(pictures::made_up_two_writers(), 6);
  Shell shell(study, look::ThemeName::Dark);
  shell.press({.key = Key::Right});
  shell.press({.key = Key::Left});
  shell.press({.character = U'3'});
  ASSERT_EQ(study.commands.size(), 3U);
  EXPECT_EQ(study.commands[0].kind, Kind::Forward);
  EXPECT_EQ(study.commands[1].kind, Kind::Back);
  EXPECT_EQ(study.commands[2].kind, Kind::Choose);
  EXPECT_EQ(schedule::name(study.commands[2].actor), "g3");
  EXPECT_EQ(shell.title(), "Two writers, one flag · step 6 of 13 · hmaplab");
}

TEST(Shell, PlaysToTheEndAndStops) {
  MadeUpStudy study(pictures::made_up_two_writers());
  Shell shell(study, look::ThemeName::Dark);
  shell.press({.key = Key::Space});
  EXPECT_TRUE(shell.playing());
  shell.pass(0.3);
  EXPECT_EQ(study.moment().position, 0U) << "a step takes its time";
  for (int i = 0; i < 20; ++i) shell.pass(1);
  EXPECT_EQ(study.moment().position, 13U);
  EXPECT_FALSE(shell.playing());
}

TEST(Shell, SizeStaysWithinBounds) {
  MadeUpStudy study(pictures::made_up_two_writers());
  Shell shell(study, look::ThemeName::Dark);
  for (int i = 0; i < 40; ++i) shell.press({.character = U'+', .control = true});
  EXPECT_FLOAT_EQ(shell.zoom(), 3);
  for (int i = 0; i < 40; ++i) shell.press({.character = U'-', .control = true});
  EXPECT_FLOAT_EQ(shell.zoom(), 0.75F);
  shell.press({.character = U'0', .control = true});
  EXPECT_FLOAT_EQ(shell.zoom(), 1);
}

TEST(Shortcuts, UnknownKeysDoNothing) {
  const pictures::Moment moment = pictures::made_up_two_writers().moments[6];
  EXPECT_FALSE(Bindings().command_of({.character = U'9'}, moment)) << "there is no g9";
  EXPECT_FALSE(Bindings().command_of({.character = U'y'}, moment));
  EXPECT_EQ(Bindings().command_of({.character = U'x'}, moment).kind, Kind::Explore);
  EXPECT_EQ(Bindings().command_of({.character = U'X', .shift = true}, moment).kind, Kind::StopExploring);
  EXPECT_FALSE(Bindings().command_of({.character = U'9', .control = true}, moment));
  EXPECT_FALSE(Bindings().command_of({.character = U'!'}, moment)) << "what comes with shift and 1";
  EXPECT_EQ(Bindings().command_of({.character = U'?', .shift = true}, moment).kind, Kind::ShowHelp);
}

TEST(Shortcuts, ToolsHaveKeys) {
  using pictures::Tool;
  const pictures::Moment moment = pictures::made_up_two_writers().moments[6];
  const auto tool = [&](const platform::KeyPress& press) { return Bindings().command_of(press, moment).tool; };
  EXPECT_EQ(tool({.character = U'3', .shift = true}), Tool::GoToBlock);
  EXPECT_EQ(tool({.character = U'3', .control = true}), Tool::GoToConflict);
  EXPECT_EQ(tool({.character = U'w'}), Tool::NextWrite);
  EXPECT_EQ(tool({.character = U'W'}), Tool::LastWrite);
  EXPECT_EQ(tool({.character = U'w', .shift = true}), Tool::LastWrite);
  EXPECT_EQ(tool({.key = Key::Right, .control = true}), Tool::Continue);
  EXPECT_EQ(tool({.key = Key::Left, .control = true}), Tool::ContinueBack);
  EXPECT_EQ(tool({.key = Key::F9}), Tool::Breakpoint);
  EXPECT_EQ(tool({.key = Key::F11, .shift = true}), Tool::GoOut);
  EXPECT_EQ(tool({.key = Key::Right}), Tool::None);
}

TEST(Shell, TheNumberOfAStepIsTyped) {
  MadeUpStudy study(pictures::made_up_two_writers(), 6);
  Shell shell(study, look::ThemeName::Dark);
  for (const char32_t key : {U'g', U'1', U'1'}) shell.press({.character = key});
  EXPECT_TRUE(study.commands.empty()) << "digits choose nobody meanwhile";
  shell.press({.key = Key::Enter});
  ASSERT_EQ(study.commands.size(), 1U);
  EXPECT_EQ(study.commands[0], (pictures::Command{.kind = Kind::Seek, .number = 11}));
  for (const char32_t key : {U'g', U'9'}) shell.press({.character = key});
  shell.press({.key = Key::Escape});
  EXPECT_EQ(study.commands.size(), 1U) << "given up";
  shell.press({.character = U'g'});
  shell.press({.key = Key::Right});
  EXPECT_EQ(study.commands.back().kind, Kind::Forward) << "any other key does what it does";
}

// The panel that a beat asks for comes to the front; so its picture is that of the panel chosen by hand.
TEST(Shell, ABeatBringsItsPanelToTheFront) {
  pictures::MadeUp made = pictures::made_up_two_writers();
  made.moments[6].beat = 0;
  made.run.beats.resize(1);
  const auto picture = [&](const char* focus, std::optional<Panel> panel) {
    made.run.beats[0].focus = focus;
    made.run.beats[0].position = 3;  // it has come before: no frame around the panel
    MadeUpStudy study(made, 6);
    const auto image = render_still(study, {.panel = panel});
    EXPECT_TRUE(image) << image.error();
    return image ? image.value().rgba : std::vector<uint8_t>{};
  };
  const auto by_beat = picture("census", std::nullopt);
  EXPECT_EQ(by_beat, picture("", Panel::Census));
  EXPECT_NE(by_beat, picture("", Panel::Map));
  EXPECT_EQ(picture("census", Panel::Heap), picture("", Panel::Heap)) << "who was asked for wins";
}

class LayoutAt : public ::testing::TestWithParam<std::pair<float, float>> {};

TEST_P(LayoutAt, NothingOverlapsAndAllIsInside) {
  const auto [width, height] = GetParam();
  const Layout layout = layout_for(width, height);
  const pictures::Rect window{0, 0, width, height};
  std::vector<pictures::Rect> places = {layout.toolbar};
  for (const LayoutSlot& slot : layout.slots) places.push_back(slot.place);
  for (size_t i = 0; i < places.size(); ++i) {
    EXPECT_TRUE(window.contains(places[i])) << i;
    EXPECT_GE(places[i].w, 180) << i;
    for (size_t j = 0; j < i; ++j) EXPECT_FALSE(places[i].overlaps(places[j])) << i << " and " << j;
  }
}

TEST_P(LayoutAt, EveryPanelCanBeReached) {
  const auto [width, height] = GetParam();
  const Layout layout = layout_for(width, height);
  for (const Panel panel : {Panel::Lesson, Panel::Source, Panel::Map, Panel::Now, Panel::Goroutines,
                            Panel::Timeline, Panel::Output, Panel::Locks, Panel::Heap, Panel::Census}) {
    size_t found = 0;
    for (const LayoutSlot& slot : layout.slots) {
      found += static_cast<size_t>(std::count(slot.panels.begin(), slot.panels.end(), panel));
    }
    EXPECT_EQ(found, 1U) << static_cast<int>(panel);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, LayoutAt,
                         ::testing::Values(std::pair{1280.0F, 720.0F}, std::pair{640.0F, 360.0F},
                                           std::pair{1024.0F, 768.0F}, std::pair{512.0F, 384.0F},
                                           std::pair{2560.0F, 1440.0F}, std::pair{853.0F, 480.0F},
                                           std::pair{1706.0F, 960.0F}, std::pair{400.0F, 300.0F}));

TEST(Shell, SaysWhenNoFontHasChinese) {
  MadeUpStudy study(pictures::made_up_two_writers(), 9);
  Shell shell(study, look::ThemeName::Dark);
  shell.do_without_chinese();
  const auto said = [&shell] {
    for (const auto& [name, value] : shell.state())
      if (name == "said") return value;
    return std::string();
  };
  shell.press({.character = U'l'});
  EXPECT_EQ(shell.language().name(), look::LanguageName::English);
  EXPECT_NE(said().find("fonts-wqy-microhei"), std::string::npos) << said();
  EXPECT_EQ(shell.settings().language, look::LanguageName::Chinese) << "for the next time";
  shell.press({.character = U'l'});
  EXPECT_EQ(shell.settings().language, look::LanguageName::English);
  EXPECT_EQ(said(), "");
}

TEST(Shell, ItsStateCanBeReadInChinese) {
  MadeUpStudy study(pictures::made_up_two_writers(), 9);
  Shell shell(study, look::ThemeName::Dark);
  EXPECT_EQ(shell.state_in_words(), "");
  shell.speak(look::LanguageName::Chinese);
  for (const char* keys : {"", "?", "f", "n", "m", "h"}) {
    if (*keys != 0) shell.press({.character = static_cast<unsigned char>(*keys)});
    for (const auto& [name, value] : shell.state()) {
      if (name == "title" || value.empty()) continue;
      EXPECT_TRUE(shell.language().knows(name + ": " + value)) << name << ": " << value;
    }
  }
  EXPECT_NE(shell.state_in_words().find("步骤：第 9 步"), std::string::npos);
}

TEST(Palette, FindsCommandsByTheirWordsInBothLanguages) {
  const Bindings bindings;
  const look::Language chinese = look::make_language(look::LanguageName::Chinese);
  const auto found = [&](const std::u32string& typed) {
    Palette palette;
    palette.open(bindings, chinese);
    for (const char32_t letter : typed) palette.type({.character = letter});
    std::vector<std::string> texts;
    for (const auto& choice : palette.box().choices) texts.push_back(choice.text);
    return texts;
  };
  EXPECT_EQ(found(U"探索 所有"), std::vector<std::string>{"explore all schedules"});
  EXPECT_EQ(found(U"explore all"), std::vector<std::string>{"explore all schedules"});
  EXPECT_EQ(found(U"所有 explore"), std::vector<std::string>{"explore all schedules"});
  EXPECT_EQ(found(U"探索 nothing"), std::vector<std::string>{});
  EXPECT_GT(found(U"到下一个 mapassign/").size(), 5U);
}

}  // namespace
}  // namespace hmaplab::shell
