package main

import (
	"fmt"
	"os"
	"strings"
)

type Level int

const (
	Debug Level = iota
	Info
)

//go:generate stringer
var levels = [...]string{Debug: "DEBUG", Info: "INFO"}

func (l Level) String() string {
	if int(l) < len(levels) {
		return levels[l]
	}
	return fmt.Sprintf("Level(%d)", int(l))
}

type Logger interface {
	Log(l Level, format string, args ...any)
}
type LogFunc func(Level, string, ...any)

func (f LogFunc) Log(l Level, format string, args ...any) { f(l, format, args...) }

type Option func(*Server)
type Server struct {
	addr   string
	limits map[string]int
	log    Logger
	mw     []Middleware
	routes map[string]map[string]Handler
}
type Handler func(*Ctx) error
type Middleware func(Handler) Handler
type Ctx struct {
	Method, Path string
	vars         map[string]string
	out          strings.Builder
}

func WithLimit(k string, n int) Option {
	return func(s *Server) {
		if s.limits == nil {
			s.limits = make(map[string]int)
		}
		s.limits[k] = n
	}
}
func WithLogger(l Logger) Option { return func(s *Server) { s.log = l } }
func New(addr string, opts ...Option) *Server {
	s := &Server{addr: addr, routes: map[string]map[string]Handler{}}
	for _, o := range opts {
		o(s)
	}
	return s
}
func (s *Server) Use(m ...Middleware) { s.mw = append(s.mw, m...) }
func (s *Server) Handle(method, path string, h Handler) {
	byMethod, ok := s.routes[path]
	if !ok {
		byMethod = map[string]Handler{}
		s.routes[path] = byMethod
	}
	for i := len(s.mw) - 1; i >= 0; i-- {
		h = s.mw[i](h)
	}
	byMethod[method] = h
}
func (s *Server) Serve(method, path string) (out string, err error) {
	c := &Ctx{Method: method, Path: path, vars: map[string]string{}}
	for pat, hs := range s.routes {
		if vars, ok := match(pat, path); ok {
			h, ok := hs[method]
			if !ok {
				return "", fmt.Errorf("405 %s", method)
			}
			for k, v := range vars {
				c.vars[k] = v
			}
			err = h(c)
			return c.out.String(), err
		}
	}
	return "", fmt.Errorf("404 %s", path)
}
func match(pat, path string) (map[string]string, bool) {
	a, b := strings.Split(pat, "/"), strings.Split(path, "/")
	if len(a) != len(b) {
		return nil, false
	}
	vars := map[string]string{}
	for i := range a {
		switch {
		case strings.HasPrefix(a[i], ":"):
			vars[a[i][1:]] = b[i]
		case a[i] != b[i]:
			return nil, false
		}
	}
	return vars, true
}

func Recover(next Handler) Handler {
	return func(c *Ctx) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("500 %v", r)
			}
		}()
		return next(c)
	}
}
func Count(m map[string]int) Middleware {
	return func(next Handler) Handler {
		return func(c *Ctx) error {
			m[c.Method+" "+c.Path]++
			return next(c)
		}
	}
}

type Visitor interface{ VisitNum(Num) any; VisitAdd(Add) any }
type Expr interface{ Accept(Visitor) any }
type Num int
type Add struct{ L, R Expr }

func (n Num) Accept(v Visitor) any { return v.VisitNum(n) }
func (a Add) Accept(v Visitor) any { return v.VisitAdd(a) }

type evalV struct{}

func (evalV) VisitNum(n Num) any { return int(n) }
func (e evalV) VisitAdd(a Add) any {
	return a.L.Accept(e).(int) + a.R.Accept(e).(int)
}

type showV struct{ depth *int }

func (s showV) VisitNum(n Num) any { *s.depth++; return fmt.Sprint(n) }
func (s showV) VisitAdd(a Add) any { return "(" + a.L.Accept(s).(string) + "+" + a.R.Accept(s).(string) + ")" }

type State func(*Machine) State
type Machine struct {
	in  []rune
	pos int
	out []string
}

func start(m *Machine) State {
	if m.pos >= len(m.in) {
		return nil
	}
	if m.in[m.pos] >= '0' && m.in[m.pos] <= '9' {
		return number
	}
	m.out = append(m.out, "sym:"+string(m.in[m.pos]))
	m.pos++
	return start
}
func number(m *Machine) State {
	from := m.pos
	for m.pos < len(m.in) && m.in[m.pos] >= '0' && m.in[m.pos] <= '9' {
		m.pos++
	}
	m.out = append(m.out, "num:"+string(m.in[from:m.pos]))
	return start
}

func main() {
	var lines []string
	s := New(":80", WithLimit("conn", 5), WithLimit("req", 9), WithLogger(LogFunc(func(l Level, f string, a ...any) {
		lines = append(lines, fmt.Sprintf("[%v] "+f, append([]any{l}, a...)...))
	})))
	hits := map[string]int{}
	s.Use(Recover, Count(hits))
	s.Handle("GET", "/users/:id", func(c *Ctx) error {
		s.log.Log(Info, "user %s", c.vars["id"])
		_, err := fmt.Fprintf(&c.out, "user=%s", c.vars["id"])
		return err
	})
	s.Handle("GET", "/boom", func(c *Ctx) error { var m map[string]int; m["x"]++; return nil })
	for _, rq := range [][2]string{{"GET", "/users/7"}, {"POST", "/users/7"}, {"GET", "/boom"}, {"GET", "/nope"}, {"GET", "/users/8"}} {
		out, err := s.Serve(rq[0], rq[1])
		fmt.Printf("%q %v\n", out, err)
	}
	fmt.Println(hits, lines, s.limits, Level(7))
	e := Add{Num(1), Add{Num(2), Num(3)}}
	d := 0
	fmt.Println(e.Accept(evalV{}), e.Accept(showV{&d}), d)
	m := &Machine{in: []rune("12+é34")}
	for st := State(start); st != nil; {
		st = st(m)
	}
	fmt.Println(m.out)
	defer fmt.Println("not printed")
	os.Exit(0)
}
