// A type assertion that fails.
package main

func try(f func()) {
	defer func() { println(recover().(error).Error()) }()
	f()
}

func main() {
	try(func() { _ = any(nil).(int) })
	try(func() { _ = any(1).(error) })
	try(func() { _ = error(nil).(interface{ Foo() }) })
	var a any = "s"
	_ = a.(int)
}
