package main

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

func main() {
	texts := []string{"", "abc", "foo bar baz", "The the\n1999-12-31 x=1;", "Wörld! 世界 aab"}
	patterns := []string{"", "a", "a*", "a+?", "(a)(b)?", "a|ab", "(a|ab)(c|bcd)?", "^a", "c$", `\bb\w+`, `(\d{4})-(\d\d)-(\d\d)`, `(?P<key>\w)=(?P<val>\d+)`, `[[:alpha:]]+`, `[^a-z\s]+`, `(?i)the`, `(?m)^\w+`, `(?m)\w+$`, `(?s)b.c`, `.`, `\w+`, `\W`, `\S+`, `(x*)*`, `(a*)+`, `(a|b)*?c`, `a{2}`, `a{2,}`, `a{1,2}?`, `(?:ab)+`, `\pL+`, `\p{Lu}`, `\P{L}+`, `[\d.]+`, `[]a]+`, `[-a]+`, `\Qa.b\E`, `\.`, `\x61`, `\x{4e16}`, `\141`, `(?U)a+`, `(?i:A)b`, `()`, `(|a)+`, `(a|b|)+c`, `\B`, `\b`, `[^\d]`, `(\w+)\s(\w+)`, `a$|^a`, `(?i)[h-w]+`, `(?i)ö`, "[世界]+", `(?<n>b)`, `z{0}`, `a{0,0}b`, `(a+|b+){2,3}`}
	for _, p := range patterns {
		re, err := regexp.Compile(p)
		if err != nil {
			fmt.Println(p, err)
			continue
		}
		fmt.Printf("== %s %d %q\n", re, re.NumSubexp(), re.SubexpNames())
		for _, t := range texts {
			fmt.Printf("%v %q %q %q\n", re.FindStringSubmatchIndex(t), re.FindAllString(t, -1), re.ReplaceAllString(t, "<$0>"), re.Split(t, 2))
		}
	}
	for _, bad := range []string{"(", ")", "a)", "[", "[a", "[b-a]", "*", "a**", "a*+", "+a", "\\", `\q`, "(?", "(?=a)", "(?P<n", "(?P<>a)", "(?P<n>a)(?P<n>b)", "a{1001}", "a{2,1}", "(a{100}){100}", `\8`, "[[:foo:]]", `\p{Foo}`, `\pX`, "x{,3}", "a{", "a{b}", "(?i", "(?z)", "(?i-)", "a|*", "(*)", `\x{110000}`, `\xg`, "[a-\\d]", "\xff", "a??b", "(?-i)a", "(?:)"} {
		re, err := regexp.Compile(bad)
		fmt.Println(bad, re, err)
	}
	re := regexp.MustCompile(`(?P<first>\w+) (?P<last>\w+)`)
	fmt.Println(re.ReplaceAllString("John Smith, Jane Doe", "${last}, $first $$5 $9 $lastx ${last}x $"), re.SubexpIndex("last"))
	fmt.Println(re.FindAllStringSubmatch("John Smith Jane Doe x", -1), re.FindAllStringSubmatchIndex("a b c d", 1))
	fmt.Println(regexp.MustCompile(`a.`).ReplaceAllStringFunc("abcadd", strings.ToUpper), regexp.MustCompile("b*").ReplaceAllLiteralString("abbc", "$1"))
	fmt.Println(regexp.QuoteMeta("a.b[c]$^\\é"), regexp.MustCompile(regexp.QuoteMeta("[x]")).FindString("q[x]r"))
	fmt.Printf("%s %q\n", re.FindSubmatch([]byte("ab cd")), regexp.MustCompile("a+").FindAll([]byte("aabaa"), -1))
	counts := map[string]int{}
	for _, w := range regexp.MustCompile(`[A-Za-z']+`).FindAllString("It's the end of the world as we know it, it's the end", -1) {
		counts[strings.ToLower(w)]++
	}
	keys := []string{}
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, ":", counts[k], " ")
	}
	fmt.Println()
	ok, err := regexp.MatchString(`^[a-z]+\[(\d+)\]$`, "adam[23]")
	fmt.Println(ok, err)
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile(`a(b`)
}
