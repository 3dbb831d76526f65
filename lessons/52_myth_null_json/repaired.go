package main

import (
	"encoding/json"
	"fmt"
)

type config struct {
	Limits map[string]int
}

func main() {
	absent := config{Limits: map[string]int{}}
	json.Unmarshal([]byte(`{}`), &absent)
	absent.Limits["users"] = 10
	fmt.Println("absent:", absent.Limits)

	var null config
	json.Unmarshal([]byte(`{"Limits": null}`), &null)
	if null.Limits == nil {
		null.Limits = map[string]int{}
	}
	null.Limits["users"] = 10
	fmt.Println("null:", null.Limits)
}
