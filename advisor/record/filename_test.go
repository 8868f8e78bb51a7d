package record

import "testing"

func TestFileName(t *testing.T) {
	m := Meta{Title: "Adopt it", Number: 7, Date: "2026-11-23"}
	want := map[Format]string{
		MADR: "0007-adopt-it.md", Nygard: "0007-adopt-it.md", Log4brains: "20261123-adopt-it.md",
		MADR2: "0007-adopt-it.md", JSON: "0007-adopt-it.json", Y: "0007-adopt-it.txt",
	}
	for f, name := range want {
		if got := (Naming{Digits: 4}).File(f, m); got != name {
			t.Errorf("%s: %q, want %q", f, got, name)
		}
	}
}
