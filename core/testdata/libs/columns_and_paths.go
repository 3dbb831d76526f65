package main

import (
	"fmt"
	"os"
	"path"
	"text/tabwriter"
)

func main() {
	for _, flags := range []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.TabIndent, tabwriter.DiscardEmptyColumns, tabwriter.AlignRight | tabwriter.Debug, tabwriter.StripEscape} {
		for _, pad := range []byte{' ', '\t', '.'} {
			w := tabwriter.NewWriter(os.Stdout, 4, 8, 1, pad, flags)
			fmt.Fprint(w, "a\tbb\tccc\n", "aaaaaaaaaa\tb\n", "x\ty\tz\tw\n", "plain line\n", "\tindented\tq\n", "日本\t語\n", "\v\vsoft\n\v\vs2\n")
			fmt.Fprint(w, "ff\tx\fafter\t\xff\tesc\t\xff\ty\n", "last\tno newline")
			w.Flush()
			fmt.Println("--", flags)
		}
	}
	for _, p := range []string{"", "/", "a/b/../c", "//x//y/", "../..", "/../a", "a/b.go", ".", "a/./b", "x.tar.gz", "a/.hidden"} {
		d, f := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %q\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), d, f)
	}
	fmt.Println(path.Join("a", "", "../b", "/c"), path.Join(), path.IsAbs("/a"))
	for _, pn := range [][2]string{{"*.go", "main.go"}, {"*.go", "a/main.go"}, {"[a-c]?x", "bzx"}, {"[^a]*", "abc"}, {"[", "a"}, {"a[", "b"}, {"\\*", "*"}, {"*x*y", "axbyy"}, {"[]a]", "]"}, {"[-]", "-"}, {"a*/b", "ac/b"}, {"", ""}, {"*", ""}} {
		ok, err := path.Match(pn[0], pn[1])
		fmt.Println(pn, ok, err)
	}
}
