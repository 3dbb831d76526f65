package main

import "fmt"

type book map[string][]int

func morning() {
	am := book{"fig": {3}}
	defer func(b book) {
		b["fig"] = append(b["fig"], 5)
		fmt.Println("morning:", b["fig"])
	}(am)
	am = nil
}

func evening() {
	pm := book{"fig": {3}}
	defer func() {
		err := recover()
		fmt.Println("pears:", pm["pear"])
		fmt.Println("evening:", err)
	}()
	defer func() {
		pm["fig"] = append(pm["fig"], 5)
		fmt.Println("evening:", pm["fig"])
	}()
	pm = nil
}

func main() {
	morning()
	evening()
	fmt.Println("main goes on")
}
