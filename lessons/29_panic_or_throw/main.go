package main

import (
	"fmt"
	"sync"
)

var wg sync.WaitGroup
var failed int

func serve(request string, handle func()) {
	defer wg.Done()
	defer func() {
		if r := recover(); r != nil {
			failed++
			fmt.Println(request, "failed:", r)
		}
	}()
	handle()
}

type shop struct{ name string }

func main() {
	var wishes map[string]int
	var here *shop
	stock := map[string]int{"apples": 3}
	wg.Add(4)
	serve("nil map", func() { wishes["figs"] = 9 })
	serve("nil pointer", func() { here.name = "corner" })
	go serve("plums", func() { stock["plums"] = 7 })
	serve("pears", func() { stock["pears"] = 5 })
	wg.Wait()
	fmt.Println("kinds of fruit:", len(stock), "failed:", failed)
}
