#include "app/widgets/svg.h"

#include <gtest/gtest.h>

#include "app/widgets/xml_testing.h"

namespace hmaplab::widgets {
namespace {

TEST(Svg, NumbersHaveNoMoreDigitsThanTheyNeed) {
  EXPECT_EQ(svg_number(12), "12");
  EXPECT_EQ(svg_number(0.5F), "0.5");
  EXPECT_EQ(svg_number(-3.25F), "-3.25");
  EXPECT_EQ(svg_number(0.05F), "0.05");
  EXPECT_EQ(svg_number(-0.001F), "0");
  EXPECT_EQ(svg_number(1279.999F), "1280");
}

TEST(Svg, ColorsAreHexadecimal) { EXPECT_EQ(svg_color({0x5c, 0xc8, 0x0f}), "#5cc80f"); }

TEST(Svg, AnyTextBecomesXml) {
  EXPECT_EQ(svg_escaped("a<b && c>\"d\""), "a&lt;b &amp;&amp; c&gt;&quot;d&quot;");
  EXPECT_EQ(svg_escaped("→ 映射 é"), "→ 映射 é");
  const std::string unknown = "\xef\xbf\xbd";
  EXPECT_EQ(svg_escaped(std::string_view("\0x", 2)), unknown + "x");
  EXPECT_EQ(svg_escaped("\x1b[31m"), unknown + "[31m");
  EXPECT_EQ(svg_escaped("\xff"), unknown);
  EXPECT_EQ(svg_escaped("\xc3"), unknown) << "the text ends inside of a character";
  EXPECT_EQ(svg_escaped("\xc0\x80"), unknown + unknown) << "two bytes for what takes one";
  EXPECT_EQ(svg_escaped("\xed\xa0\x80"), unknown + unknown + unknown) << "half a character of UTF-16";
  EXPECT_EQ(svg_escaped("\xef\xbf\xbf"), unknown + unknown + unknown) << "U+FFFF is no character";
}

TEST(XmlCheck, FindsWhatIsNoXml) {
  EXPECT_EQ(xml_error("<?xml version=\"1.0\"?>\n<a x=\"1\" y=\"&lt;\"><b/>t &amp; u</a>\n"), "");
  for (const char* wrong : {"<a>", "<a></b>", "<a x=1/>", "<a x=\"1\"y=\"2\"/>", "<a>&</a>", "<a>&x;</a>",
                            "<a/><b/>", "text", "<a x=\"<\"/>", "<a>\x01</a>", "</a>"}) {
    EXPECT_NE(xml_error(wrong), "") << wrong;
  }
}

}  // namespace
}  // namespace hmaplab::widgets
