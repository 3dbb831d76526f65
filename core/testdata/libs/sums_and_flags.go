package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/cmplx"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

var n = flag.Int("n", 10, "how `many` there are")
var verbose = flag.Bool("v", false, "talk")

func main() {
	flag.Parse()
	fmt.Println(*n, *verbose, flag.NArg(), flag.Args())
	for _, s := range []string{"", "a", "abc", strings.Repeat("x", 55), strings.Repeat("y", 56), strings.Repeat("z", 64), strings.Repeat("long ", 100)} {
		fmt.Printf("%x\n%x\n%x\n", md5.Sum([]byte(s)), sha1.Sum([]byte(s)), sha256.Sum256([]byte(s)))
	}
	h := sha256.New()
	io.WriteString(h, "he")
	fmt.Printf("%x\n", h.Sum(nil))
	io.WriteString(h, "llo")
	fmt.Println(hex.EncodeToString(h.Sum(nil)), h.Size(), h.BlockSize())
	for _, s := range []string{"00ff", "0g", "abc", "", "zz", "ABCD"} {
		b, err := hex.DecodeString(s)
		fmt.Println(b, err)
	}
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding} {
		for i := range 8 {
			src := bytes.Repeat([]byte{0xfb, 0xff, 'a'}, 3)[:i]
			t := e.EncodeToString(src)
			back, err := e.DecodeString(t)
			fmt.Println(t, bytes.Equal(back, src), err, e.EncodedLen(i), e.DecodedLen(len(t)))
		}
		for _, s := range []string{"YQ==", "YQ=", "YQ", "Y", "Y Q", "YWJj\nZGVm", "YWI=x", "====", "YQ==YQ=="} {
			back, err := e.DecodeString(s)
			fmt.Printf("%q %v\n", back, err)
		}
	}
	fmt.Println(cmplx.Abs(3+4i), cmplx.Phase(1i), cmplx.Conj(1+2i), cmplx.IsNaN(cmplx.NaN()), cmplx.Inf())
	fs := flag.NewFlagSet("tool", flag.ContinueOnError)
	var out bytes.Buffer
	fs.SetOutput(&out)
	var l list
	s := fs.String("name", "bob", "the `user` name")
	d := fs.Duration("wait", time.Second, "how long")
	f := fs.Float64("x", 0, "factor")
	b := fs.Bool("q", true, "quiet\nvery")
	fs.Var(&l, "i", "items")
	fmt.Println(fs.Parse([]string{"-name=ann", "--wait", "2s", "-q=false", "-i", "a", "-i", "b", "-x", "1e3", "rest", "-n"}), *s, *d, *f, *b, l, fs.Args(), fs.NFlag())
	fs.VisitAll(func(f *flag.Flag) { fmt.Println(f.Name, f.Value, f.DefValue, f.Usage) })
	for _, a := range [][]string{{"-zzz"}, {"-wait", "soon"}, {"-x"}, {"-q=maybe"}, {"-h"}, {"---"}, {"--", "-x"}, {"-"}} {
		err := fs.Parse(a)
		fmt.Println(err, errors.Is(err, flag.ErrHelp), fs.Args())
		fmt.Print(out.String())
		out.Reset()
	}
	_ = os.Args
}
