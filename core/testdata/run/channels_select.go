package main

import "fmt"

func f(s string, v chan int) chan int { fmt.Println("chan", s); return v }
func g(s string, v int) int           { fmt.Println("val", s); return v }

func main() {
	a := make(chan int, 1)
	b := make(chan int, 1)
	var n chan int
	b <- 9
	select {
	case f("a", a) <- g("va", 1):
		fmt.Println("sent a")
	case x := <-f("n", n):
		fmt.Println("n", x)
	case f("n2", n) <- g("vn", 3):
	}
	arr := [3]int{}
	idx := func(i int) int { fmt.Println("idx", i); return i }
	var ok bool
	select {
	case arr[idx(1)] = <-b:
		fmt.Println("took", arr)
	case arr[idx(2)], ok = <-n:
	}
	close(b)
	m := map[string]int{"x": 4}
	oks := map[string]bool{}
	select {
	case m["x"], oks["y"] = <-b:
	}
	fmt.Println(m, oks, ok)
	var s []string
	for i := 0; i < 4; i++ {
		select {
		case v, open := <-a:
			s = append(s, fmt.Sprint(v, open))
			if open {
				close(a)
			} else {
				a = nil
			}
		default:
			s = append(s, "default")
			continue
		}
	}
	fmt.Println(s)
outer:
	for {
		select {
		case <-b:
			break outer
		}
	}
	for i := 0; ; i++ {
		select {
		default:
			if i < 3 {
				break
			}
			fmt.Println("i", i)
			goto done
		}
	}
done:
	var any1 any
	c := make(chan string, 1)
	c <- "hey"
	select {
	case any1 = <-c:
	}
	fmt.Println(any1)
	c <- "ho"
	select {
	case _ = <-c:
	default:
	}
	select {
	case _, ok := <-c:
		fmt.Println(ok)
	default:
		fmt.Println("def")
	}
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		cl := make(chan int)
		close(cl)
		select {
		case cl <- 1:
		case <-n:
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		cl := make(chan int)
		close(cl)
		select {
		case cl <- 1:
		default:
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		defer close(n)
	}()
	func() {
		cl := make(chan int)
		defer func() { _, ok := <-cl; fmt.Println("closed", !ok) }()
		defer close(cl)
	}()
	var x int
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	x = <-ch - <-ch*<-ch
	fmt.Println(x)
	ch <- 5
	x += <-ch
	fmt.Println(x)
	if v := <-func() chan int { ch <- 8; return ch }(); v == 8 {
		fmt.Println("eight")
	}
	ch <- 1
	switch v := <-ch; {
	case v == 1:
		fmt.Println("one")
	}
	cs := []chan int{ch, a, b}
	i := 0
	cs[i] <- func() int { i = 1; return 3 }()
}
