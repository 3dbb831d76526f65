package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

type T struct{}

func (t *T) where() string {
	pc, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(runtime.FuncForPC(pc).Name(), " ", filepath.Base(file), ":", line, " ", ok)
}

func trace() {
	pcs := make([]uintptr, 20)
	n := runtime.Callers(1, pcs)
	frames := runtime.CallersFrames(pcs[:n])
	for {
		f, more := frames.Next()
		fmt.Println(f.Function, filepath.Base(f.File), f.Line)
		if !more {
			break
		}
	}
}

func gen[K comparable](k K) string {
	pc, _, line, _ := runtime.Caller(0)
	return fmt.Sprint(runtime.FuncForPC(pc).Name(), line)
}

func names(stack []byte) {
	for _, l := range strings.Split(string(stack), "\n") {
		if i := strings.LastIndex(l, "/"); i >= 0 && strings.HasPrefix(l, "\t") {
			l = "\t" + l[i+1:]
		}
		if i := strings.Index(l, " +0x"); i >= 0 {
			l = l[:i]
		}
		if i := strings.LastIndex(l, "("); i > 0 && strings.HasSuffix(l, ")") {
			l = l[:i]
		}
		if strings.Contains(l, "stack.go:") {
			l = "\tstack.go"
		}
		fmt.Println(l)
	}
}

func level3() { names(debug.Stack()) }
func level2() { level3() }

func main() {
	t := &T{}
	fmt.Println(t.where())
	func() {
		fmt.Println(t.where())
		trace()
	}()
	fmt.Println(gen("x"))
	fmt.Println(gen(1))
	level2()
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		trace()
		names(debug.Stack())
		log.SetFlags(log.Lshortfile)
		log.SetOutput(os.Stdout)
		log.Println("hello")
		log.New(os.Stdout, "p: ", log.Lshortfile|log.Lmsgprefix).Printf("x %d", 1)
		fmt.Println(runtime.Caller(100))
		fmt.Println(runtime.FuncForPC(1) == nil)
		buf := make([]byte, 20)
		fmt.Println(runtime.Stack(buf, true), string(buf))
		done := make(chan bool)
		go func() {
			trace()
			close(done)
		}()
		<-done
	}()
	panic(fmt.Sprint("own ", t))
}
