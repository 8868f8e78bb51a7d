//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A file that nobody may write stays, whoever asks.
func TestReadOnlyFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kept")
	if err := os.WriteFile(path, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, 0o666, true, text("new")); !errors.Is(err, errReadOnly) {
		t.Errorf("written over: %v", err)
	}
	for _, f := range []File{{Path: path, Data: []byte("new"), Old: []byte("old")}, {Path: path, Old: []byte("old")}} {
		if err := Commit([]File{f}); !errors.Is(err, errReadOnly) {
			t.Errorf("committed over: %v", err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("it has %q, %v", data, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}

// A pipe in a folder is told and not opened.
func TestFolderOpensNoPipe(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(Dir(dir), "pipe.md"); !errors.Is(err, ErrIrregular) {
		t.Errorf("it was read: %v", err)
	}
	if info, err := fs.Stat(Dir(dir), "pipe.md"); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("%v, %v", info, err)
	}
}
