// Package strings.
package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	texts := []string{"", "a", "abc", "aXbXc", "XX", "  white space\t\n ", "Grüße, 世界!", "bad\xffbyte\xe4", "ǅungla ß ſ K", "a,b,,c,"}
	seps := []string{"", "X", ",", " ", "ß", "世", "zzz", "\xff"}
	for _, s := range texts {
		fmt.Printf("%q: upper %q lower %q title %q %q fields %q trim %q valid %q clone %q\n", s, strings.ToUpper(s), strings.ToLower(s),
			strings.ToTitle(s), strings.Title(s), strings.Fields(s), strings.TrimSpace(s), strings.ToValidUTF8(s, "?"), strings.Clone(s))
		for _, sep := range seps {
			before, after, found := strings.Cut(s, sep)
			fmt.Printf(" %q: %d %d %d %v %q %q %q %q cut %q %q %v %d %d %d\n", sep, strings.Index(s, sep), strings.LastIndex(s, sep), strings.Count(s, sep),
				strings.Contains(s, sep), strings.Split(s, sep), strings.SplitN(s, sep, 2), strings.SplitAfter(s, sep), strings.SplitAfterN(s, sep, 2),
				before, after, found, strings.IndexAny(s, sep), strings.LastIndexAny(s, sep), cap(strings.Split(s, sep)))
			fmt.Printf("    %q %q %q %q %q %q %v %v %q %q\n", strings.Replace(s, sep, "-", 2), strings.ReplaceAll(s, sep, "<>"), strings.Trim(s, sep), strings.TrimLeft(s, sep),
				strings.TrimRight(s, sep), strings.TrimPrefix(s, sep), strings.HasPrefix(s, sep), strings.HasSuffix(s, sep), strings.TrimSuffix(s, sep), strings.SplitN(s, sep, 0))
		}
	}
	fmt.Println(strings.Join(nil, "-"), strings.Join([]string{"a"}, "-"), strings.Join([]string{"a", "", "b"}, "--"))
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("", 1<<40), strings.Repeat("x", 0))
	try(func() { strings.Repeat("x", -1) })
	try(func() { strings.Repeat("xy", 1<<62) })
	fmt.Println(strings.EqualFold("Go", "GO"), strings.EqualFold("ß", "SS"), strings.EqualFold("K", "k"), strings.EqualFold("ſ", "S"), strings.EqualFold("a", "ab"), strings.EqualFold("Σ", "ς"))
	fmt.Println(strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("a", "a"))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return -1
		case unicode.IsUpper(r):
			return '世'
		}
		return r
	}, "bananaBAnana"))
	fmt.Println(strings.FieldsFunc("a1b22c", unicode.IsDigit), strings.IndexFunc("abc1", unicode.IsDigit), strings.LastIndexFunc("1a2b", unicode.IsDigit),
		strings.IndexByte("abc", 'c'), strings.LastIndexByte("abca", 'a'), strings.IndexRune("aß", 'ß'), strings.IndexRune("a\xff", unicode.ReplacementChar), strings.ContainsRune("x", 'y'),
		strings.ContainsAny("abc", "xyzc"), strings.ContainsAny("abc", ""), strings.ContainsFunc("abc", unicode.IsUpper), strings.IndexRune("abc", -5))
	fmt.Println(strings.TrimFunc("12abc34", unicode.IsDigit), strings.TrimLeftFunc("12a", unicode.IsDigit), strings.TrimRightFunc("a12", unicode.IsDigit))
	fmt.Println(strings.CutPrefix("foobar", "foo"))
	fmt.Println(strings.CutSuffix("foobar", "foo"))
	r := strings.NewReplacer("a", "1", "b", "2", "ab", "3", "", "-")
	fmt.Println(r.Replace("abcab"), r.Replace(""))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>"), strings.NewReplacer("aaa", "3", "aa", "2", "a", "1").Replace("aaaaaaaaa"))
	fmt.Println(strings.NewReplacer("", "X").Replace("ab"), strings.NewReplacer().Replace("ab"))
	try(func() { strings.NewReplacer("odd") })

	var b strings.Builder
	b.WriteString("one ")
	b.WriteByte('2')
	b.WriteRune('世')
	fmt.Fprintf(&b, "-%03d", 7)
	b.Write([]byte("!"))
	fmt.Println(b.String(), b.Len())
	b.Reset()
	b.Grow(100)
	fmt.Println(b.String() == "", b.Len(), b.Cap() >= 100)
	try(func() { b.Grow(-1) })
	try(func() {
		var x strings.Builder
		x.WriteString("x")
		y := x
		y.WriteString("y")
	})
	reader := strings.NewReader("héllo")
	buf := make([]byte, 2)
	n, err := reader.Read(buf)
	fmt.Println(n, err, buf, reader.Len(), reader.Size())
	fmt.Println(reader.ReadByte())
	fmt.Println(reader.ReadRune())
	fmt.Println(reader.UnreadRune(), reader.UnreadRune())
	rest, err := io.ReadAll(reader)
	fmt.Println(string(rest), err)
	_, err = reader.Read(buf)
	fmt.Println(err, err == io.EOF)
	fmt.Println(reader.Seek(-2, io.SeekEnd))
	fmt.Println(reader.Seek(0, 7))
	fmt.Println(reader.ReadAt(buf, 3))
	var sink strings.Builder
	fmt.Println(io.Copy(&sink, strings.NewReader("copied")))
	fmt.Println(sink.String())
	fmt.Println(io.CopyN(&sink, strings.NewReader("abc"), 5))
	fmt.Println(io.ReadFull(strings.NewReader("abc"), make([]byte, 5)))
	all, err := io.ReadAll(io.MultiReader(strings.NewReader("ab"), strings.NewReader(""), io.LimitReader(strings.NewReader("cdef"), 2)))
	fmt.Println(string(all), err)
	io.WriteString(io.MultiWriter(&sink, io.Discard), "+multi")
	tee := io.TeeReader(strings.NewReader("tee"), &sink)
	io.ReadAll(tee)
	fmt.Println(sink.String())
	for _, r := range []rune{'a', 'Z', '5', ' ', '\t', 0xa0, 'ß', 'ǅ', 'ǆ', '世', 'é', 'İ', 'ı', 0x2028, 0x1F600, -1, 0x110000, '€', '²', 'Ⅷ', 'ⅷ', 0x301, 0xad, 0xff5e, 0x16fe4, 0x1e900, 0x10d0, 0x2d00} {
		fmt.Print(string(r), r, " ", unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsPunct(r),
			unicode.IsSymbol(r), unicode.IsControl(r), unicode.IsPrint(r), unicode.IsGraphic(r), unicode.IsMark(r), unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r), "\n")
	}
	fmt.Printf("%q %+q %q %x % X\n", "\u00ad\u200b\U000e0001\u0378x\u2028", "世\xff", 'é', "hé", "hé")
}
