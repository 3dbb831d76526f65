package main

import (
	"fmt"
	"sort"
	"strings"
)

type Graph map[string][]string

func (g Graph) AddEdge(a, b string) {
	g[a] = append(g[a], b)
	g[b] = append(g[b], a)
}

func (g Graph) BFS(start string, visit func(string, int)) {
	type item struct {
		node string
		d    int
	}
	seen := map[string]struct{}{start: {}}
	q := []item{{start, 0}}
	for len(q) > 0 {
		it := q[0]
		q = q[1:]
		visit(it.node, it.d)
		ns := g[it.node]
		sort.Strings(ns)
		for _, n := range ns {
			if _, ok := seen[n]; ok {
				continue
			}
			seen[n] = struct{}{}
			q = append(q, item{n, it.d + 1})
		}
	}
}

func (g Graph) path(a, b string) []string {
	prev := map[string]string{a: ""}
	g.BFS(a, func(n string, _ int) {
		for _, m := range g[n] {
			if _, ok := prev[m]; !ok {
				prev[m] = n
			}
		}
	})
	if _, ok := prev[b]; !ok {
		return nil
	}
	var p []string
	for at := b; at != ""; at = prev[at] {
		p = append([]string{at}, p...)
	}
	return p
}

func main() {
	g := Graph{}
	for _, e := range strings.Fields("a-b a-c b-d c-d d-e f-g") {
		p := strings.Split(e, "-")
		g.AddEdge(p[0], p[1])
	}
	g.BFS("a", func(n string, d int) { fmt.Print(n, d, " ") })
	fmt.Println()
	fmt.Println(strings.Join(g.path("a", "e"), "->"), g.path("a", "g"))
	fmt.Println(g)
	fmt.Printf("%#v\n", Graph{"x": {"y"}})
	degree := make(map[int][]string)
	for n := range g {
		degree[len(g[n])] = append(degree[len(g[n])], n)
	}
	for d := range degree {
		sort.Sort(sort.Reverse(sort.StringSlice(degree[d])))
	}
	fmt.Println(degree)
}
