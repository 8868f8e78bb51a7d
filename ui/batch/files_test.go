//go:build linux

package batch

import (
	"os"
	"path/filepath"
	"testing"
)

// A folder whose place cannot be told has a row that says so: here the working folder is gone.
func TestFolderWithoutAPlace(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(gone, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	list, _ := Expand([]string{".."}, func(string) bool { return true })
	if len(list) != 1 || list[0].Err == nil {
		t.Errorf("a folder without a place became %+v", list)
	}
}
