package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

const usualSize = 4096

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")
)

// Reader reads in large pieces.
type Reader struct {
	rd   io.Reader
	buf  []byte // what was read; the first `at` bytes are taken
	at   int
	err  error
	size int
	last int // bytes of the rune that was read last, -1 when it was no rune
}

func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, usualSize) }
func NewReaderSize(rd io.Reader, size int) *Reader {
	return &Reader{rd: rd, size: max(16, size), last: -1}
}

func (b *Reader) Size() int         { return b.size }
func (b *Reader) Buffered() int     { return len(b.buf) - b.at }
func (b *Reader) Reset(r io.Reader) { *b = Reader{rd: r, size: b.size, last: -1} }

// fill reads once.
func (b *Reader) fill() {
	chunk := make([]byte, b.size)
	n, err := b.rd.Read(chunk)
	keep := max(0, b.at-utf8.UTFMax) // for unreading
	b.buf = append(append([]byte(nil), b.buf[keep:]...), chunk[:n]...)
	b.at -= keep
	b.err = err
}

// need reads until n bytes are there; false when there are fewer.
func (b *Reader) need(n int) bool {
	for b.Buffered() < n && b.err == nil {
		b.fill()
	}
	return b.Buffered() >= n
}

func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.last = -1
	switch {
	case b.need(min(n, b.size)) && n <= b.size:
		return b.buf[b.at : b.at+n], nil
	case n > b.size:
		return b.buf[b.at:], ErrBufferFull
	}
	return b.buf[b.at:], b.takeError()
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	if b.Buffered() == 0 {
		if b.err == nil {
			b.fill()
		}
		if b.Buffered() == 0 {
			return 0, b.takeError()
		}
	}
	n = copy(p, b.buf[b.at:])
	b.at += n
	b.last = -1
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	b.last = -1
	if !b.need(1) {
		return 0, b.takeError()
	}
	b.at++
	return b.buf[b.at-1], nil
}

func (b *Reader) UnreadByte() error {
	if b.at == 0 {
		return ErrInvalidUnreadByte
	}
	b.at--
	b.last = -1
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for !utf8.FullRune(b.buf[b.at:]) && b.err == nil {
		b.fill()
	}
	b.last = -1
	if b.Buffered() == 0 {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.at:])
	b.at += size
	b.last = size
	return r, size, nil
}

func (b *Reader) UnreadRune() error {
	if b.last < 0 || b.at < b.last {
		return ErrInvalidUnreadRune
	}
	b.at -= b.last
	b.last = -1
	return nil
}

// ReadBytes reads up to and with the delimiter; without one it gives the rest and the error.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	b.last = -1
	for looked := 0; ; {
		for ; b.at+looked < len(b.buf); looked++ {
			if b.buf[b.at+looked] == delim {
				line := append([]byte(nil), b.buf[b.at:b.at+looked+1]...)
				b.at += looked + 1
				return line, nil
			}
		}
		if b.err != nil {
			line := append([]byte(nil), b.buf[b.at:]...)
			b.at = len(b.buf)
			return line, b.takeError()
		}
		b.fill()
	}
}

func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

// ReadLine gives a line without its end.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadBytes('\n')
	if len(line) == 0 {
		return nil, false, err
	}
	if line[len(line)-1] == '\n' {
		line = withoutReturn(line[:len(line)-1])
	}
	return line, false, nil
}

func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if !b.need(n) {
		err = b.takeError()
	}
	discarded = min(n, b.Buffered())
	b.at += discarded
	return discarded, err
}

// Writer collects bytes and writes them in large pieces.
type Writer struct {
	err  error
	buf  []byte
	size int
	wr   io.Writer
}

func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, usualSize) }
func NewWriterSize(w io.Writer, size int) *Writer {
	if size <= 0 {
		size = usualSize
	}
	return &Writer{wr: w, size: size}
}

func (b *Writer) Size() int         { return b.size }
func (b *Writer) Buffered() int     { return len(b.buf) }
func (b *Writer) Available() int    { return b.size - len(b.buf) }
func (b *Writer) Reset(w io.Writer) { *b = Writer{wr: w, size: b.size} }

func (b *Writer) Flush() error {
	if b.err != nil || len(b.buf) == 0 {
		return b.err
	}
	n, err := b.wr.Write(b.buf)
	if n < len(b.buf) && err == nil {
		err = io.ErrShortWrite
	}
	b.buf = b.buf[:copy(b.buf, b.buf[n:])]
	b.err = err
	return err
}

func (b *Writer) Write(p []byte) (n int, err error) {
	for len(p) > b.Available() && b.err == nil {
		if len(b.buf) == 0 { // too large for the buffer anyway
			m, err := b.wr.Write(p)
			b.err = err
			n += m
			p = p[m:]
			continue
		}
		m := b.Available()
		b.buf = append(b.buf, p[:m]...)
		n += m
		p = p[m:]
		b.Flush()
	}
	if b.err != nil {
		return n, b.err
	}
	b.buf = append(b.buf, p...)
	return n + len(p), nil
}

func (b *Writer) WriteString(s string) (int, error) { return b.Write([]byte(s)) }
func (b *Writer) WriteRune(r rune) (int, error)     { return b.WriteString(string(r)) }

func (b *Writer) WriteByte(c byte) error {
	_, err := b.Write([]byte{c})
	return err
}

// ReadWriter is both.
type ReadWriter struct {
	*Reader
	*Writer
}

func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
