package main

import "fmt"

type item struct{ count, version int }

type sale struct {
	seen item
	sold chan bool
}

func owner(looks chan chan item, sales chan sale) {
	stock := map[string]item{"figs": {count: 2}}
	for {
		select {
		case reply := <-looks:
			reply <- stock["figs"]
		case s := <-sales:
			if s.seen != stock["figs"] {
				s.sold <- false
				continue
			}
			stock["figs"] = item{s.seen.count - 1, s.seen.version + 1}
			s.sold <- true
		}
	}
}

func main() {
	looks, sales := make(chan chan item), make(chan sale)
	go owner(looks, sales)
	look := func() item {
		reply := make(chan item)
		looks <- reply
		return <-reply
	}
	sell := func(seen item) bool {
		sold := make(chan bool)
		sales <- sale{seen, sold}
		return <-sold
	}
	ann := look()
	done := make(chan bool)
	go func() {
		for !sell(look()) {
		}
		done <- true
	}()
	for !sell(ann) {
		ann = look()
	}
	<-done
	fmt.Println("figs left:", look().count)
}
