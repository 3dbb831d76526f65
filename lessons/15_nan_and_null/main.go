package main

import (
	"encoding/json"
	"fmt"
	"math"
)

type report struct {
	Sums map[string]int
}

const raw = `{"Sums": null}`

func main() {
	temps := map[float64]string{}
	temps[math.NaN()] = "morning"
	temps[math.NaN()] = "noon"
	delete(temps, math.NaN())
	found := temps[math.NaN()]
	fmt.Println(len(temps), "left")
	fmt.Printf("found %q\n", found)
	clear(temps)

	r := report{map[string]int{}}
	r.Sums["apples"] = 3
	err := json.Unmarshal([]byte(raw), &r)
	n, ok := r.Sums["apples"]
	fmt.Println("apples:", n, ok, err)
	r.Sums["apples"] = 4
}
