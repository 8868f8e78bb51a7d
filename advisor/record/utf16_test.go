package record

import (
	"archadvisor/rules/source"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// A record that a Windows shell saved as UTF-16 is unreadable, not passed over,
// in either order of bytes; another file in UTF-16 is not ours.
func TestUTF16IsUnreadable(t *testing.T) {
	data, err := Write(MADR, sampleExplanation(), sampleProfile(t), sampleMeta())
	if err != nil {
		t.Fatal(err)
	}
	for _, big := range []bool{false, true} {
		var fault source.Fault
		if _, err := Parse(wide(string(data), big), "0001-x.md"); !errors.As(err, &fault) || !strings.Contains(fault.Message, "UTF-8") {
			t.Errorf("big endian %v: %v", big, err)
		}
		if IsOurs(wide("# A page\n", big)) {
			t.Error("any page is ours")
		}
	}
	if _, err := Parse([]byte{0xff, 0xfe, 0x00}, "x.md"); !errors.Is(err, ErrNotOurs) {
		t.Errorf("half a character: %v", err)
	}
}

// wide is a text as UTF-16 with its mark.
func wide(s string, big bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}
