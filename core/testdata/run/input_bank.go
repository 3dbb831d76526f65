package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

type Account struct {
	Balance int
	History []string
}
type Bank struct{ accounts map[string]*Account }

func (b *Bank) do(line string) (string, error) {
	f := strings.Fields(line)
	if len(f) == 0 {
		return "", nil
	}
	acc := func(name string) (*Account, error) {
		a, ok := b.accounts[name]
		if !ok {
			return nil, fmt.Errorf("no account %q", name)
		}
		return a, nil
	}
	switch cmd := strings.ToLower(f[0]); cmd {
	case "open":
		if _, dup := b.accounts[f[1]]; dup {
			return "", fmt.Errorf("account %s exists", f[1])
		}
		b.accounts[f[1]] = new(Account)
		return "opened " + f[1], nil
	case "deposit", "withdraw":
		a, err := acc(f[1])
		if err != nil {
			return "", err
		}
		n, err := strconv.Atoi(f[2])
		if err != nil {
			return "", err
		}
		if cmd == "withdraw" {
			n = -n
		}
		if a.Balance+n < 0 {
			return "", fmt.Errorf("insufficient: have %d, need %d", a.Balance, -n)
		}
		a.Balance += n
		a.History = append(a.History, fmt.Sprintf("%+d", n))
		return fmt.Sprint(a.Balance), nil
	case "history":
		a, err := acc(f[1])
		if err != nil {
			return "", err
		}
		return strings.Join(a.History, ","), nil
	default:
		return "", fmt.Errorf("unknown command %q", f[0])
	}
}

func main() {
	b := &Bank{map[string]*Account{}}
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if line != "" {
			s, e := b.do(strings.TrimSpace(line))
			if e != nil {
				fmt.Fprintf(out, "%d: error: %v\n", n, e)
			} else {
				fmt.Fprintf(out, "%d: %s\n", n, s)
			}
		}
		if err != nil {
			fmt.Fprintln(out, "end:", err)
			break
		}
	}
}
