// Package filepath of hmaplab: paths as on Linux. There are no files to walk through.
package filepath

import "path"

const (
	Separator     = '/'
	ListSeparator = ':'
)

var ErrBadPattern = path.ErrBadPattern

func Base(p string) string                     { return path.Base(p) }
func Clean(p string) string                    { return path.Clean(p) }
func Dir(p string) string                      { return path.Dir(p) }
func Ext(p string) string                      { return path.Ext(p) }
func IsAbs(p string) bool                      { return path.IsAbs(p) }
func Join(elem ...string) string               { return path.Join(elem...) }
func Split(p string) (dir, file string)        { return path.Split(p) }
func Match(pattern, name string) (bool, error) { return path.Match(pattern, name) }
func ToSlash(p string) string                  { return p }
func FromSlash(p string) string                { return p }
func VolumeName(p string) string               { return "" }
