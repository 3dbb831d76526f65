// Package iter of hmaplab: the types of iterator functions. They run when something ranges over them.
package iter

// Seq hands its values to yield one after the other, until yield says false.
type Seq[V any] func(yield func(V) bool)

// Seq2 does so with pairs.
type Seq2[K, V any] func(yield func(K, V) bool)
