// Package context of hmaplab: deadlines, cancellation and values that are handed down a tree of calls.
//
// A context that can be cancelled is a node. A node knows the nodes below it, in a map, and tells them
// when it is cancelled; it takes itself out of the map of its parent when it is cancelled first.
package context

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

type CancelFunc func()
type CancelCauseFunc func(cause error)

// Canceled is the error of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// The roots: they are never cancelled, have no deadline and no values.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }
func (emptyCtx) find(key any) (any, bool, Context)       { return nil, true, nil }

type backgroundCtx struct{ emptyCtx }
type todoCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }
func (todoCtx) String() string       { return "context.TODO" }

func Background() Context { return backgroundCtx{} }
func TODO() Context       { return todoCtx{} }

// WithCancel gives a context that ends when cancel is called or when its parent ends.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newNode(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a reason, which Cause tells.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newNode(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func newNode(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.hang(parent, c)
	return c
}

// Cause is the reason for which c ended, its error where no reason was given, nil while it lives.
func Cause(c Context) error {
	if node, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		node.mu.Lock()
		defer node.mu.Unlock()
		return node.cause
	}
	return c.Err()
}

// AfterFunc calls f in a goroutine of its own once ctx has ended. The function it gives keeps f from
// being called, and says whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.hang(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

// A context of somebody else's that offers AfterFunc itself.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once // either f is started or it is stopped
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		leave(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// Stands between a node and a parent that is not of this package but has AfterFunc.
type stopCtx struct {
	Context
	stop func() bool
}

// A node asked for the value of this address gives itself.
var cancelCtxKey int

// nodeOf is the node whose Done channel parent shows; somebody else's context in between may have
// another one.
func nodeOf(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	node, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok || done == nil || done == closedchan {
		return nil, false
	}
	own, _ := node.done.Load().(chan struct{})
	return node, own == done
}

// leave takes child out of what ends it.
func leave(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
	} else if node, ok := nodeOf(parent); ok {
		node.mu.Lock()
		delete(node.children, child)
		node.mu.Unlock()
	}
}

// finder is a context of this package: it has the value for a key, or somebody above it has.
type finder interface {
	find(key any) (val any, found bool, above Context)
}

// value looks for a key from c upwards.
func value(c Context, key any) any {
	for {
		own, ok := c.(finder)
		if !ok {
			return c.Value(key)
		}
		val, found, above := own.find(key)
		if found {
			return val
		}
		c = above
	}
}

// What can stand below a node.
type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

// Done channel of contexts that ended before anybody asked for it.
var closedchan = make(chan struct{})

func init() { close(closedchan) }

type cancelCtx struct {
	Context

	mu       sync.Mutex            // for what follows
	done     atomic.Value          // of chan struct{}; made when first asked for
	children map[canceler]struct{} // nil once it has ended
	err      error                 // not nil once it has ended
	cause    error                 // set with err
}

func (c *cancelCtx) find(key any) (val any, found bool, above Context) {
	if key == &cancelCtxKey {
		return c, true, nil
	}
	return nil, false, c.Context
}

func (c *cancelCtx) Value(key any) any { return value(c, key) }

func (c *cancelCtx) Done() <-chan struct{} {
	if made := c.done.Load(); made != nil {
		return made.(chan struct{})
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if made := c.done.Load(); made != nil {
		return made.(chan struct{}) // somebody was faster
	}
	done := make(chan struct{})
	c.done.Store(done)
	return done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// hang makes c a child of parent: what ends parent ends child, which is c or the context around it.
func (c *cancelCtx) hang(parent Context, child canceler) {
	c.Context = parent
	end := func() { child.cancel(false, parent.Err(), Cause(parent)) }
	done := parent.Done()
	if done == nil {
		return // it never ends
	}
	if hasEnded(done) {
		end()
		return
	}
	if node, ok := nodeOf(parent); ok {
		node.adopt(child)
		return
	}
	if other, ok := parent.(afterFuncer); ok {
		c.mu.Lock()
		c.Context = stopCtx{Context: parent, stop: other.AfterFunc(end)}
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-done:
			end()
		case <-child.Done():
		}
	}()
}

func hasEnded(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func (c *cancelCtx) adopt(child canceler) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		child.cancel(false, c.err, c.cause) // it has ended meanwhile
		return
	}
	if c.children == nil {
		c.children = make(map[canceler]struct{})
	}
	c.children[child] = struct{}{}
}

// cancel closes the Done channel, ends all children, and leaves the parent if that is asked for.
// The first call sets error and cause.
func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if err == nil {
		panic("context: internal error: missing cancel error")
	}
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err == nil {
		c.err, c.cause = err, cause
		if done, ok := c.done.Load().(chan struct{}); ok {
			close(done)
		} else {
			c.done.Store(closedchan)
		}
		for child := range c.children {
			child.cancel(false, err, cause) // with the parent's lock held
		}
		c.children = nil
	} else {
		removeFromParent = false // it was not the first
	}
	c.mu.Unlock()
	if removeFromParent {
		leave(c.Context, c)
	}
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }
