// Package path of hmaplab: paths with slashes, as texts.
package path

import "errors"

// ErrBadPattern says that a pattern is none.
var ErrBadPattern = errors.New("syntax error in pattern")

func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

func lastSlash(path string) int {
	at := len(path) - 1
	for at >= 0 && path[at] != '/' {
		at--
	}
	return at
}

func Split(path string) (dir, file string) {
	at := lastSlash(path)
	return path[:at+1], path[at+1:]
}

func Ext(path string) string {
	for at := len(path) - 1; at >= 0 && path[at] != '/'; at-- {
		if path[at] == '.' {
			return path[at:]
		}
	}
	return ""
}

func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[lastSlash(path)+1:]
}

func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

func Join(elem ...string) string {
	joined := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if joined != "" {
			joined += "/"
		}
		joined += e
	}
	if joined == "" {
		return ""
	}
	return Clean(joined)
}

// Clean gives the shortest path that means the same.
func Clean(path string) string {
	rooted := IsAbs(path)
	var parts []string
	for len(path) > 0 {
		size := 0
		for size < len(path) && path[size] != '/' {
			size++
		}
		part := path[:size]
		path = path[min(size+1, len(path)):]
		switch {
		case part == "" || part == ".":
		case part == ".." && len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case part == ".." && rooted:
		default:
			parts = append(parts, part)
		}
	}
	clean := ""
	for i, part := range parts {
		if i > 0 {
			clean += "/"
		}
		clean += part
	}
	switch {
	case rooted:
		return "/" + clean
	case clean == "":
		return "."
	}
	return clean
}
