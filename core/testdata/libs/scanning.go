package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

type Celsius float64
type Name string
type Small int8
type Raw []byte

type hexa int

func (h *hexa) Scan(st fmt.ScanState, verb rune) error {
	tok, err := st.Token(true, func(r rune) bool { return strings.ContainsRune("0123456789abcdef", r) })
	if err != nil {
		return err
	}
	n := 0
	for _, c := range string(tok) {
		n = n*16 + strings.IndexRune("0123456789abcdef", c)
	}
	w, ok := st.Width()
	fmt.Println("verb", string(verb), "tok", string(tok), w, ok)
	*h = hexa(n)
	return nil
}

func show(n int, err error, args []any) {
	fmt.Print(n, " ", err)
	for _, x := range args {
		switch v := x.(type) {
		case *int:
			fmt.Print(" ", *v)
		case *uint8:
			fmt.Print(" ", *v)
		case *float64:
			fmt.Print(" ", *v)
		case *float32:
			fmt.Print(" ", *v)
		case *bool:
			fmt.Print(" ", *v)
		case *string:
			fmt.Printf(" %q", *v)
		case *Celsius:
			fmt.Print(" ", *v)
		case *Name:
			fmt.Print(" ", *v)
		case *Small:
			fmt.Print(" ", *v)
		case *Raw:
			fmt.Printf(" %q", *v)
		case *hexa:
			fmt.Print(" ", int(*v))
		case *rune:
			fmt.Print(" ", *v)
		}
	}
	fmt.Println()
}

func main() {
	var a, b int
	var s string
	n, err := fmt.Scan(&a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Scanln(&a, &s)
	fmt.Println(n, err, a, s)
	n, err = fmt.Scanln(&a, &s)
	fmt.Println(n, err, a, s)
	n, err = fmt.Scanln(&a, &s)
	fmt.Println(n, err, a, s)
	n, err = fmt.Scanf("%d-%d\n", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Scanf("%s is %d years\n", &s, &a)
	fmt.Println(n, err, s, a)
	r := bufio.NewReader(os.Stdin)
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	var f float64
	var ok bool
	n, err = fmt.Fscan(r, &f, &ok)
	fmt.Println(n, err, f, ok)
	rest, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", rest, err)
	n, err = fmt.Scan(&a)
	fmt.Println(n, err)

	test := func(text string, args ...any) {
		n, err := fmt.Sscan(text, args...)
		show(n, err, args)
	}
	var u8 uint8
	var f32 float32
	var c Celsius
	var name Name
	var sm Small
	var raw Raw
	var h hexa
	var rn rune
	test("12 abc", &a, &s)
	test("x", &a)
	test("", &a)
	test("  \n 7", &a)
	test("0x1f 0b101 0o17 017 1_000", &a, &b, &rn, &sm, &u8)
	test("300", &u8)
	test("-129", &sm)
	test("1e3 -.5 +Inf NaN", &f, &f32, &f, &f)
	test("true T 1 false F 0 tru", &ok, &ok, &ok, &ok, &ok, &ok, &ok)
	test("yes", &ok)
	test("36.6 Bob 5 bytes", &c, &name, &sm, &raw)
	test("ff 10", &h, &h)
	test("99999999999999999999", &a)
	test("1.2p4", &f)
	test("1.5x", &a, &s)
	test("5", a)
	test("5", &struct{}{})
	test("日本 語", &s, &s)
	scanf := func(text, layout string, args ...any) {
		n, err := fmt.Sscanf(text, layout, args...)
		show(n, err, args)
	}
	a, b, s = 0, 0, ""
	scanf("10:20", "%d:%d", &a, &b)
	scanf("10 : 20", "%d:%d", &a, &b)
	scanf("10:20", "%d : %d", &a, &b)
	scanf("k=v w", "%1s=%s", &s, &s)
	scanf("12345", "%2d%3d", &a, &b)
	scanf("ff", "%x", &a)
	scanf("0xff", "%v", &a)
	scanf("101", "%b", &a)
	scanf("777", "%o", &a)
	scanf("U+1F600", "%U", &rn)
	scanf("z", "%c", &rn)
	scanf(" z", "%c", &rn)
	scanf(`"a\tb" rest`, "%q %s", &s, &s)
	scanf("`raw`", "%q", &s)
	scanf("nope", "%q", &s)
	scanf("68656c6c6f", "%x", &s)
	scanf("zz", "%x", &s)
	scanf("50% off", "%d%% %s", &a, &s)
	scanf("5", "%d %d", &a, &b)
	scanf("5 6", "%d", &a, &b)
	scanf("5 6", "%d %d %d", &a, &b)
	scanf("5", "%z", &a)
	scanf("5", "%5", &a)
	scanf("5", "%", &a)
	scanf("a\nb", "%s %s", &s, &s)
	scanf("a\nb", "%s\n%s", &s, &s)
	scanf("a  \n  b", "%s\n%s", &s, &s)
	scanf("a b", "%s\n%s", &s, &s)
	scanf("3.14xyz", "%f%s", &f, &s)
	scanf("3.14", "%5.2f", &f)
	scanf("ab", "%3s", &s)
	scanf("1f", "%2x", &h)
	scanf("1f", "%v", &h)
	scanf("7,8", "%d;%d", &a, &b)
	n, err = fmt.Sscanln("1 2\n3", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscanln("1 2 3", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscanln("1\n2", &a, &b)
	fmt.Println(n, err, a, b)
	var inv int
	_, err = fmt.Sscan("12abc", &inv)
	fmt.Println(inv, err)
	rd := strings.NewReader("1 2 3 four")
	for {
		var x int
		if _, err := fmt.Fscan(rd, &x); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(x)
	}
}
