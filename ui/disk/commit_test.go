package disk

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
	gone := filepath.Join(dir, "0000-gone.md")
	if err := os.WriteFile(gone, []byte("going"), 0o640); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(dir, "0002-new.md")
	err := Commit([]File{{Path: fresh, Data: []byte("new")}, {Path: old, Data: []byte("edited"), Old: []byte("old")},
		{Path: gone, Old: []byte("going")},
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
	if data, err := os.ReadFile(gone); err != nil || string(data) != "going" {
		t.Errorf("the file that went has %q, %v", data, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}
