package main

import "fmt"

func list(n int) []string {
	defer func() {
		fmt.Println("list:", recover())
	}()
	return make([]string, n)
}

func table(hint int) (m map[int]string) {
	defer func() {
		fmt.Println("table:", recover())
	}()
	return make(map[int]string, hint)
}

func main() {
	fmt.Println("four sizes")
	list(-1)
	stock := table(-1)
	stock[1] = "apples"
	fmt.Println(len(stock), len(table(1<<62)))
	table(1 << 30)
	fmt.Println("never printed here")
}
