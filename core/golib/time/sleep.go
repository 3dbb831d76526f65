package time

import "unsafe"

// Sleep lets the goroutine rest until the clock has moved on by d.
func Sleep(d Duration)

// Timer has Go's two fields; what else belongs to it lies behind them, as in Go.
type Timer struct {
	C         <-chan Time
	initTimer bool
}

// Ticker has the layout of Timer.
type Ticker struct {
	C          <-chan Time
	initTicker bool
}

// What is really made: behind the fields that programs see lies what the clock needs.
type timer struct {
	Timer
	run func(func()) // calls f; nil for a timer with a channel
	f   func()
}
type ticker struct {
	Ticker
	run func(func())
	f   func()
}

// The clock's part: a timer is known by its address. When stop and reset have returned, the channel
// holds no old value.
func startTimer(t *Timer, d, period Duration)
func stopTimer(t *Timer) bool
func resetTimer(t *Timer, d, period Duration) bool

// NewTimer gives a timer that sends the time on its channel once d has passed.
func NewTimer(d Duration) *Timer {
	t := &timer{Timer: Timer{C: make(chan Time, 1), initTimer: true}}
	startTimer(&t.Timer, d, 0)
	return &t.Timer
}

// AfterFunc calls f in a goroutine of its own once d has passed.
func AfterFunc(d Duration, f func()) *Timer {
	t := &timer{Timer: Timer{initTimer: true}, run: goFunc, f: f}
	startTimer(&t.Timer, d, 0)
	return &t.Timer
}

// goFunc stands for the clock in tracebacks: the goroutine of AfterFunc is created by it.
func goFunc(f func()) { go f() }

// Stop says whether it kept the timer from going off.
func (t *Timer) Stop() bool {
	if !t.initTimer {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t)
}

// Reset lets the timer go off after d from now; it says whether the timer was still to go off.
func (t *Timer) Reset(d Duration) bool {
	if !t.initTimer {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t, d, 0)
}

// After is the channel of a new timer.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// NewTicker gives a ticker that sends the time every d; what nobody takes in time is dropped.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t := &ticker{Ticker: Ticker{C: make(chan Time, 1), initTicker: true}}
	startTimer((*Timer)(unsafe.Pointer(t)), d, d)
	return &t.Ticker
}

// Stop ends the ticks; the channel stays open.
func (t *Ticker) Stop() {
	if t.initTicker {
		stopTimer((*Timer)(unsafe.Pointer(t)))
	}
}

// Reset makes d the new period; the next tick comes after d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.initTicker {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer((*Timer)(unsafe.Pointer(t)), d, d)
}

// Tick is the channel of a new ticker, nil for a period that is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
