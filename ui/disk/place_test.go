package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

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
