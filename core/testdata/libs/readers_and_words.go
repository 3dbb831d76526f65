package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case 'a' <= c && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case 'A' <= c && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type counter struct {
	w io.Writer
	n int
	m map[byte]int
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	for _, b := range p {
		c.m[b]++
	}
	return c.w.Write(p)
}

func main() {
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	c := &counter{w: os.Stdout, m: map[byte]int{}}
	fmt.Fprintf(c, "abc %d\n", 5)
	fmt.Println(c.n, c.m['a'], len(c.m))
	var buf bytes.Buffer
	w := io.MultiWriter(&buf, c)
	fmt.Fprintln(w, "twice")
	fmt.Printf("%q %d\n", buf.String(), buf.Len())
	sc := bufio.NewScanner(strings.NewReader("the cat\nsat on\n\nthe mat"))
	sc.Split(bufio.ScanWords)
	words := map[string]int{}
	for sc.Scan() {
		words[sc.Text()]++
	}
	fmt.Println(words)
	sc = bufio.NewScanner(strings.NewReader("añb"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), ".")
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(sc.Scan(), sc.Err())
	sc = bufio.NewScanner(strings.NewReader("1,2,,3"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	r := bufio.NewReader(strings.NewReader("line one\nline two"))
	b, _ := r.Peek(4)
	fmt.Printf("%s %d\n", b, r.Buffered())
	ru, sz, _ := r.ReadRune()
	r.UnreadRune()
	fmt.Println(ru, sz)
	l, pre, err := r.ReadLine()
	fmt.Println(string(l), pre, err)
	rest, err := io.ReadAll(io.LimitReader(r, 4))
	fmt.Println(string(rest), err)
	_, err = r.ReadString('\n')
	fmt.Println(err)
	var sb strings.Builder
	tee := io.TeeReader(strings.NewReader("tee"), &sb)
	io.ReadAll(tee)
	fmt.Println(sb.String(), sb.Len())
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err, err == io.ErrUnexpectedEOF)
	pr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	all, _ := io.ReadAll(pr)
	fmt.Println(string(all), bytes.Contains(all, []byte("b")), bytes.ToUpper(all), bytes.Fields([]byte(" a b ")))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintf(out, "%s\n", strings.ToTitle("buffered"))
	in := bufio.NewScanner(os.Stdin)
	n := 0
	for in.Scan() {
		n++
		fmt.Fprintf(out, "%d:%s\n", n, in.Text())
	}
	rd := strings.NewReader("0123456789")
	rd.Seek(3, io.SeekStart)
	x := make([]byte, 2)
	rd.Read(x)
	fmt.Fprintln(out, string(x), rd.Len())
}
