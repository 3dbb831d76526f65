package main

import "fmt"

var sink []byte
var rsink []rune

func main() {
	for i := 0; i < 40; i += 3 {
		s := fmt.Sprintf("%*s", i, "")
		sink = []byte(s)
		rsink = []rune(s)
		fmt.Println(len(sink), cap(sink), len(rsink), cap(rsink))
		sink = append(sink, 1)
		fmt.Println(cap(sink))
	}
	sink = []byte("abc")
	fmt.Println(cap(sink), cap(append(sink, 1)))
	sink = []byte("")
	fmt.Println(sink == nil, cap(sink), len(sink))
	e := ""
	sink = []byte(e)
	fmt.Println(sink == nil, len(sink), []rune(e) == nil)
}
