package main

import (
	"fmt"
	"strconv"
	"strings"
)

type S string
type B []byte

func main() {
	s := "héllo, 世界\xff!"
	fmt.Println(len(s), len([]rune(s)), s[1], s[1:3], s[:0] == "", s)
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	for i := range s {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, c := range []byte("abc") {
		fmt.Print(i, c, ";")
	}
	fmt.Println()
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(string(b), s, len(b), cap(b) >= len(b))
	r := []rune(s)
	r[1] = 'e'
	fmt.Println(string(r), len(string(r)))
	fmt.Println(string(rune(65)), string(rune(0x10ffff+1)), string(rune(-1)), string(rune(0xd800)), string([]rune{0x4e16, -5, 0x110000}))
	fmt.Println("a" < "b", "a" < "A", "abc" < "abd", "ab" < "abc", "" < "a", "b" >= "a", "x" == "x", "x" != "y")
	t := S("typed") + "x"
	fmt.Println(t, len(t), t[2:], string(t), S(b[:2]), B("hi"), string(B("hi")))
	fmt.Printf("%s %q %v %x %X %T %10s|%-10s|%.2s|%c|%U\n", s, s, s, s, "hi", t, "ab", "ab", "abcdef", 'x', 0x1F600)
	fmt.Printf("%q %q %q %+q %#q %x % x %#x\n", "a\tb\n\"\\", 'x', '\n', "世", "a`b", []byte("abc"), "abc", "abc")
	fmt.Printf("%s %v %d %q\n", []byte("bytes"), []byte("bytes"), []byte("bytes"), []string{"a", "b c"})
	fmt.Printf("%q\n", []rune("hi"))
	raw := `a\n
b`
	fmt.Println(raw, len(raw))
	fmt.Println("\a\b\f\v\\\"\101\x41\u0041\U00000041" == "\x07\x08\x0c\x0b\x5c\x22AAAA")
	x := ""
	for i := 0; i < 5; i++ {
		x += string(rune('a' + i))
		x = x + "-"
	}
	fmt.Println(x, strings.Split(x, "-"), len(strings.Split(x, "-")), strings.Repeat("ab", 3), strings.Join([]string{"x", "y"}, "+"))
	fmt.Println(strings.Contains(x, "b-c"), strings.Index(x, "c"), strings.HasPrefix(x, "a"), strings.HasSuffix(x, "-"), strings.Count("cheese", "e"), strings.Count("abc", ""), strings.ToUpper("abc"), strings.ToLower("ABC"))
	fmt.Println(strings.TrimSpace("  x y \n"), strings.Fields(" a  b c "), strings.TrimPrefix("abc", "a"), strings.TrimSuffix("abc", "c"), strings.ReplaceAll("aXbX", "X", "--"))
	fmt.Println(strconv.Itoa(-45), strconv.Quote("a\"b\n"), strconv.FormatInt(-255, 16))
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	n, err = strconv.Atoi("-99")
	fmt.Println(n, err)
	n, err = strconv.Atoi("99999999999999999999")
	fmt.Println(n, err)
	n, err = strconv.Atoi("")
	fmt.Println(n, err)
	var sb strings.Builder
	sb.WriteString("abc")
	sb.WriteByte('d')
	sb.WriteRune('é')
	fmt.Println(sb.String(), sb.Len())
	switch {
	case s > "h":
		fmt.Println("gt")
	default:
		fmt.Println("le")
	}
	m := map[string]int{"a": 1}
	m[string(b[:1])]++
	m["a"+x[:0]] += 5
	fmt.Println(m)
	c := s[2:5]
	fmt.Println([]byte(c), len(c))
	bs := append([]byte("x"), "yz"...)
	k := copy(bs[1:], "QRS")
	fmt.Println(string(bs), k)
}
