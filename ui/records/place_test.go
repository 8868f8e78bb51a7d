package records

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What the project uses decides; what was asked for comes first.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{".git", "doc/adr", "sub"} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	nygard := "# 1. Record architecture decisions\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n"
	if err := os.WriteFile("doc/adr/0001-record-architecture-decisions.md", []byte(nygard), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ format, dir, wantFormat, wantDir string }{
		{"auto", "", "nygard", "doc/adr"},
		{"madr", "", "madr", "docs/decisions"},
		{"madr", "sub", "madr", "sub"},
	} {
		got, err := Find(c.format, c.dir)
		if err != nil || string(got.Format) != c.wantFormat || filepath.ToSlash(got.Dir) != c.wantDir {
			t.Errorf("Find(%q, %q) is %+v, %v", c.format, c.dir, got, err)
		}
	}
	var wrong *Error
	if _, err := Find("madr", "doc/adr/0001-record-architecture-decisions.md"); !errors.As(err, &wrong) {
		t.Errorf("a file in the way gives %v", err)
	}
}
