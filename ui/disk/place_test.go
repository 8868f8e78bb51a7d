package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// What cannot be replaced is written in place: beside it no file can be made, or it is
// a mount point. A text that does not fit leaves the old one.
func TestWrittenInPlace(t *testing.T) {
	defer func() { Trouble = nil }()
	for name, trouble := range map[string]func(call, path string) error{
		"closed folder": func(call, path string) error {
			if call == "open" && filepath.Base(path) != "kept" {
				return fs.ErrPermission
			}
			return nil
		},
		"mounted": func(call, _ string) error {
			if call == "rename" {
				return syscall.EBUSY
			}
			return nil
		},
	} {
		path := filepath.Join(t.TempDir(), "kept")
		if err := os.WriteFile(path, []byte("the old text"), 0o644); err != nil {
			t.Fatal(err)
		}
		before, _ := os.Stat(path)
		Trouble = trouble
		err := Write(path, 0o666, true, text("new"))
		after, e := os.Stat(path)
		if data, _ := os.ReadFile(path); err != nil || e != nil || string(data) != "new" || !os.SameFile(before, after) {
			t.Errorf("%s: it has %q, %v, %v", name, data, err, e)
		}
		writes := 0
		Trouble = func(call, path string) error {
			if call == "write" && filepath.Base(path) == "kept" {
				if writes++; writes == 1 {
					return syscall.ENOSPC
				}
			}
			return trouble(call, path)
		}
		if err := Write(path, 0o666, true, text("too long")); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: a full disk gives %v", name, err)
		}
		if data, _ := os.ReadFile(path); string(data) != "new" {
			t.Errorf("%s: after a full disk it has %q", name, data)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
			t.Errorf("%s: %d files are left", name, len(left))
		}
	}
}

// A file that its reader may not write is not replaced, though its folder would let him.
func TestOthersFileStays(t *testing.T) {
	defer func() { Trouble = nil }()
	path := filepath.Join(t.TempDir(), "kept")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	Trouble = func(call, p string) error {
		if call == "open" && p == path {
			return fs.ErrPermission
		}
		return nil
	}
	if err := Write(path, 0o666, true, text("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("written: %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Errorf("it has %q", data)
	}
}
