package records

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// If one file of a plan cannot be written, new files go and edited ones are as
// they were.
func TestCommitTakesBackWhatItWrote(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "0001-old.md")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(dir, "0002-new.md")
	err := commit([]File{{Path: fresh, Data: []byte("new")}, {Path: old, Data: []byte("edited"), Old: []byte("old")},
		{Path: filepath.Join(dir, "missing", "0003.md"), Data: []byte("nowhere")}})
	if err == nil {
		t.Fatal("a folder that is not there was written to")
	}
	if _, err := os.Stat(fresh); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the new file is still there: %v", err)
	}
	if data, err := os.ReadFile(old); err != nil || string(data) != "old" {
		t.Errorf("the old file has %q, %v", data, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}

// A new file never replaces another.
func TestPutReplacesNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "0001.md")
	if err := Put(File{Path: name, Data: []byte("first")}); err != nil {
		t.Fatal(err)
	}
	if err := Put(File{Path: name, Data: []byte("second")}); !errors.Is(err, os.ErrExist) {
		t.Errorf("got %v, want %v", err, os.ErrExist)
	}
	if data, err := os.ReadFile(name); err != nil || string(data) != "first" {
		t.Errorf("the file has %q, %v", data, err)
	}
}

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
	if _, err := Find("word", ""); !errors.As(err, &wrong) {
		t.Errorf("an unknown format gives %v", err)
	}
}
