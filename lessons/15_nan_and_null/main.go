package main

import (
	"encoding/json"
	"fmt"
	"math"
)

type report struct {
	Sums map[string]int
}

func main() {
	temps := map[float64]string{}
	temps[math.NaN()] = "morning"
	temps[math.NaN()] = "noon"
	delete(temps, math.NaN())
	fmt.Println("without a number:", len(temps), temps[math.NaN()] == "")
	clear(temps)
	fmt.Println("after clear:", len(temps))

	r := report{Sums: map[string]int{"apples": 3}}
	fmt.Println(json.Unmarshal([]byte(`{"Sums": null}`), &r))
	n, ok := r.Sums["apples"]
	fmt.Println("apples:", n, ok)
	r.Sums["apples"] = 4
}
