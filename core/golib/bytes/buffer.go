package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// ErrTooLarge is what a Buffer panics with when there is no memory.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// Buffer holds bytes: written at the end, read from the front.
type Buffer struct {
	buf      []byte
	off      int // what stands before is read
	lastRead int // bytes that the last reading of a rune took, -1 after other readings, 0 when there was none
}

func NewBuffer(buf []byte) *Buffer        { return &Buffer{buf: buf} }
func NewBufferString(s string) *Buffer    { return &Buffer{buf: []byte(s)} }
func (b *Buffer) Bytes() []byte           { return b.buf[b.off:] }
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }
func (b *Buffer) Len() int                { return len(b.buf) - b.off }
func (b *Buffer) Cap() int                { return cap(b.buf) }
func (b *Buffer) Available() int          { return cap(b.buf) - len(b.buf) }

func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

func (b *Buffer) Reset() { b.buf, b.off, b.lastRead = b.buf[:0], 0, 0 }

// Truncate keeps only the first n unread bytes.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.lastRead = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	if n > cap(b.buf)-len(b.buf) {
		b.buf = append(b.buf, make([]byte, n)...)[:len(b.buf)]
	}
}

func (b *Buffer) Write(p []byte) (n int, err error) {
	b.lastRead = 0
	b.buf = append(b.buf, p...)
	return len(p), nil
}

func (b *Buffer) WriteString(s string) (n int, err error) {
	b.lastRead = 0
	b.buf = append(b.buf, s...)
	return len(s), nil
}

func (b *Buffer) WriteByte(c byte) error {
	b.lastRead = 0
	b.buf = append(b.buf, c)
	return nil
}

func (b *Buffer) WriteRune(r rune) (n int, err error) { return b.WriteString(string(r)) }

func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	all, err := io.ReadAll(r)
	b.Write(all)
	return int64(len(all)), err
}

func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.lastRead = 0
	if b.Len() > 0 {
		m, err := w.Write(b.buf[b.off:])
		b.off += m
		if err != nil {
			return int64(m), err
		}
		n = int64(m)
		if b.Len() > 0 {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

func (b *Buffer) empty() bool {
	if b.Len() > 0 {
		return false
	}
	b.Reset()
	return true
}

func (b *Buffer) Read(p []byte) (n int, err error) {
	b.lastRead = 0
	if b.empty() {
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.lastRead = -1
	}
	return n, nil
}

// Next gives the next n bytes, or as many as there are.
func (b *Buffer) Next(n int) []byte {
	b.lastRead = 0
	n = min(n, b.Len())
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.lastRead = -1
	}
	return data
}

func (b *Buffer) ReadByte() (byte, error) {
	if b.empty() {
		return 0, io.EOF
	}
	b.off++
	b.lastRead = -1
	return b.buf[b.off-1], nil
}

func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.empty() {
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.lastRead = size
	return r, size, nil
}

func (b *Buffer) UnreadRune() error {
	if b.lastRead <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= b.lastRead
	b.lastRead = 0
	return nil
}

func (b *Buffer) UnreadByte() error {
	if b.lastRead == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.lastRead = 0
	if b.off > 0 {
		b.off--
	}
	return nil
}

// ReadBytes reads up to and with the delimiter, which the last piece may lack.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	end := IndexByte(b.buf[b.off:], delim)
	if end < 0 {
		end, err = b.Len()-1, io.EOF
	}
	line = Clone(b.buf[b.off : b.off+end+1])
	b.off += end + 1
	b.lastRead = -1
	return line, err
}

func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.ReadBytes(delim)
	return string(bytes), err
}

// Reader reads bytes.
type Reader struct {
	s []byte
	i int64
}

func NewReader(b []byte) *Reader { return &Reader{b, 0} }
func (r *Reader) Len() int       { return max(0, len(r.s)-int(r.i)) }
func (r *Reader) Size() int64    { return int64(len(r.s)) }
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0} }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.Len() == 0 {
		return 0, io.EOF
	}
	n = copy(b, r.s[r.i:])
	r.i += int64(n)
	return n, nil
}

func (r *Reader) ReadByte() (byte, error) {
	if r.Len() == 0 {
		return 0, io.EOF
	}
	r.i++
	return r.s[r.i-1], nil
}
