// Package crc32 of hmaplab.
package crc32

import "hash"

const (
	Size       = 4
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// Table holds the polynomial's checksum of each byte.
type Table [256]uint32

var IEEETable = MakeTable(IEEE)

func MakeTable(poly uint32) *Table {
	table := new(Table)
	for i := range table {
		sum := uint32(i)
		for bit := 0; bit < 8; bit++ {
			if sum&1 != 0 {
				sum = sum>>1 ^ poly
			} else {
				sum >>= 1
			}
		}
		table[i] = sum
	}
	return table
}

// Update adds bytes to a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }
func ChecksumIEEE(data []byte) uint32         { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

func New(tab *Table) hash.Hash32 { return &digest{0, tab} }
func NewIEEE() hash.Hash32       { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}
