// Packages bytes, bufio, log, math/rand, hash/crc32.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"log"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"strings"
	"unicode"
)

type slow struct {
	text string
	n    int
}

func (s *slow) Read(p []byte) (int, error) {
	if s.text == "" {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), s.n)], s.text)
	s.text = s.text[n:]
	return n, nil
}

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	b := []byte(" Hello, World ")
	fmt.Println(bytes.Contains(b, []byte("World")), bytes.Index(b, []byte("o")), bytes.LastIndex(b, []byte("o")), bytes.IndexByte(b, 'W'), bytes.Count(b, []byte("l")), bytes.Equal(b, b), bytes.Compare([]byte("a"), []byte("b")), bytes.HasPrefix(b, []byte(" H")))
	fmt.Printf("%q %q %q %q %q\n", bytes.TrimSpace(b), bytes.ToUpper(b), bytes.Split([]byte("a,b,c"), []byte(",")), bytes.Fields(b), bytes.Repeat([]byte("x"), 3))
	fmt.Printf("%q %q %q %v\n", bytes.ReplaceAll(b, []byte("l"), []byte("L")), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")), bytes.TrimFunc([]byte("12a3"), unicode.IsDigit), bytes.EqualFold([]byte("Go"), []byte("GO")))
	part := bytes.TrimSpace(b)
	part[0] = 'J'
	fmt.Println(string(b))
	before, after, found := bytes.Cut([]byte("k=v"), []byte("="))
	fmt.Println(string(before), string(after), found, bytes.Clone(nil) == nil)
	try(func() { bytes.Repeat(nil, -1) })
	var buf bytes.Buffer
	buf.WriteString("line one\nline two\n")
	buf.WriteByte('x')
	buf.WriteRune('é')
	fmt.Fprintf(&buf, "%d", 7)
	fmt.Println(buf.Len(), buf.String())
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	fmt.Println(string(buf.Next(4)), buf.UnreadByte())
	rest, err := buf.ReadBytes('!')
	fmt.Printf("%q %v %d\n", rest, err, buf.Len())
	_, err = buf.ReadByte()
	fmt.Println(err, buf.UnreadByte(), buf.UnreadRune())
	try(func() { buf.Truncate(5) })
	try(func() { buf.Grow(-1) })
	fmt.Println(bytes.NewBufferString("abc").String(), (*bytes.Buffer)(nil).String())

	sc := bufio.NewScanner(strings.NewReader("first\r\nsecond\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(&slow{"  the quick\tbrown\n fox é世  ", 3})
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(&slow{"aé\xff世", 1})
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("ab"))
	sc.Split(bufio.ScanBytes)
	for sc.Scan() {
		fmt.Print(sc.Bytes())
	}
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 0, 10), 20)
	fmt.Println(sc.Scan(), sc.Err(), errors.Is(sc.Err(), bufio.ErrTooLong))
	try(func() { sc.Split(bufio.ScanWords) })
	r := bufio.NewReader(&slow{"alpha\nbeta\nß!", 4})
	s, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	peek, err := r.Peek(2)
	fmt.Println(string(peek), err)
	l, isPrefix, err := r.ReadLine()
	fmt.Println(string(l), isPrefix, err)
	c, size, err := r.ReadRune()
	fmt.Println(c, size, err, r.UnreadRune(), r.UnreadRune())
	c, size, err = r.ReadRune()
	x, err2 := r.ReadByte()
	_, err3 := r.ReadByte()
	fmt.Println(c, size, err, x, err2, err3)
	s, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d\n", 1)
	fmt.Println("before", w.Buffered())
	w.Flush()
	small := bufio.NewWriterSize(os.Stdout, 4)
	small.WriteString("longer than four\n")
	small.WriteByte('z')
	small.WriteRune('\n')
	small.Flush()

	logger := log.New(os.Stdout, "pre: ", 0)
	logger.Println("logged", 1)
	logger.Printf("no newline %d", 2)
	logger.SetFlags(log.Lmsgprefix)
	logger.Print("a", "b", 3, 4)
	try(func() { logger.Panicf("bad %d", 5) })
	log.SetFlags(0)
	log.SetPrefix("std ")
	log.Print("to stderr")

	src := rand.New(rand.NewSource(42))
	for i := 0; i < 5; i++ {
		fmt.Print(src.Intn(100), " ", src.Int63(), " ", src.Uint64(), " ", src.Float64(), " ", src.Float32(), " ", src.Int31n(7), " ", src.Int63n(1e12), " ", src.Uint32(), " ", src.Int(), "\n")
	}
	fmt.Println(src.Perm(10))
	list := []int{1, 2, 3, 4, 5, 6, 7, 8}
	src.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	fmt.Println(list, rand.New(rand.NewSource(0)).Int(), rand.New(rand.NewSource(-7)).Int())
	src.Seed(1)
	raw := make([]byte, 10)
	src.Read(raw)
	fmt.Println(src.Intn(1000), raw)
	rand.Seed(5)
	fmt.Println(rand.Intn(1000), rand.Perm(4))
	try(func() { rand.Intn(0) })
	pcg := randv2.New(randv2.NewPCG(1, 2))
	for i := 0; i < 4; i++ {
		fmt.Print(pcg.IntN(100), " ", pcg.Uint64(), " ", pcg.Float64(), " ", pcg.Int32N(9), " ", pcg.Uint32(), " ", pcg.Int64(), " ", pcg.Float32(), "\n")
	}
	fmt.Println(pcg.Perm(6))
	n := randv2.IntN(10)
	fmt.Println(n >= 0 && n < 10, randv2.N(5) < 5)
	try(func() { randv2.IntN(-1) })
	fmt.Println(crc32.ChecksumIEEE([]byte("hello")), crc32.Checksum([]byte("hello"), crc32.MakeTable(crc32.Castagnoli)))
	h := crc32.NewIEEE()
	h.Write([]byte("hel"))
	io.WriteString(h, "lo")
	fmt.Println(h.Sum32(), h.Sum(nil))
	log.Fatalf("fatal %d", 9)
}
