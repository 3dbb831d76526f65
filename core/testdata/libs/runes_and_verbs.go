package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func anagrams(words []string) map[string][]string {
	m := make(map[string][]string)
	for _, w := range words {
		b := []byte(strings.ToLower(w))
		sort.Slice(b, func(i, j int) bool { return b[i] < b[j] })
		m[string(b)] = append(m[string(b)], w)
	}
	return m
}

func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsUpper(r):
			return 'A' + (r-'A'+rune(k)+26)%26
		case unicode.IsLower(r):
			return 'a' + (r-'a'+rune(k)+26)%26
		}
		return r
	}, s)
}

func rle(s string) string {
	var sb strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		sb.WriteString(strconv.Itoa(j - i))
		sb.WriteByte(s[i])
		i = j
	}
	return sb.String()
}

func main() {
	fmt.Println(reverse("Hello, 世界"), len("世界"), utf8.RuneCountInString("世界"))
	fmt.Println(anagrams([]string{"listen", "Silent", "enlist", "google", "gogole"}))
	fmt.Println(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
	fmt.Println(rle("aaabbc"))
	classes := map[string]int{}
	for _, r := range "Go 1.23 — héllo!\n\t" {
		switch {
		case unicode.IsLetter(r):
			classes["letter"]++
		case unicode.IsDigit(r):
			classes["digit"]++
		case unicode.IsSpace(r):
			classes["space"]++
		case unicode.IsPunct(r):
			classes["punct"]++
		default:
			classes["other"]++
		}
	}
	fmt.Println(classes)
	fmt.Println(strings.Title("hello world"), strings.EqualFold("Go", "GO"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.SplitN("a,b,c,d", ",", 2), strings.TrimLeft("xxabcxx", "x"), strings.TrimSuffix("a.go", ".go"), strings.Fields("  a  b "))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found, strings.LastIndex("go gopher", "go"), strings.ContainsAny("abc", "xyzc"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>bold</b>"), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("oink", "k", "ky"))
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	_, err = strconv.ParseInt("999", 10, 8)
	fmt.Println(err)
	f, _ := strconv.ParseFloat("3.25", 64)
	b, err := strconv.ParseBool("maybe")
	fmt.Println(f, b, err, strconv.Quote("a\tb☺\x00"), strconv.FormatInt(-255, 16))
	fmt.Printf("%q %x %X %U %c %v %08b %o %#x %t\n", 'x', "hi", []byte("hi"), '☺', 0x263a, 'a', 5, 8, 255, true)
	fmt.Printf("%5s|%-5s|%.2s|%5.1f|%05d|%+v|%x|% x|%#v\n", "ab", "ab", "abcdef", 3.14159, 42, struct{ A *int }{}, "hello", "hello", []string{"a"})
	fmt.Printf("%6d|%-6d|%06d|% d|%v|%3c|%-3c|\n", 42, 42, -42, 42, [3]bool{true}, 'x', 'y')
	fmt.Printf("%*d %v %d%%\n", 5, 42, &[]int{1}, 50)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!\n")
	fmt.Println(fmt.Sprintf("%v %v", nil, error(nil)), fmt.Sprint("a", 1, 2, "b", "c", 3.0))
	fmt.Printf("%t %v %p\n", "x", struct{}{}, nil)
	fmt.Printf("%08.3f|%+.2e|%x|%X\n", 3.14159, 12345.678, 3.5, -1)
	fmt.Printf("%v %v %v\n", int8(-5), uint64(1<<63), uintptr(10))
	fmt.Printf("%s %v %s\n", []string{"a", "b"}, []byte("x"), []byte("x"))
	fmt.Printf("%v %+v %#v %T\n", map[string]*int{"a": nil}, []any{1, "a", nil}, map[string]any{"k": 1.0}, []any{})
}
