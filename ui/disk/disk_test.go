package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// A file is written whole, and replaced only where that is asked for, keeping its
// mode; what fails leaves the old one and nothing else.
func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := Write(path, 0o600, false, text("first")); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, 0o600, false, text("second")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	broken := errors.New("half way")
	if err := Write(path, 0o600, true, func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("a write that fails: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "first" {
		t.Errorf("the file has %q, %v", data, err)
	}
	if err := errors.Join(os.Chmod(path, 0o640), Write(path, 0o666, true, text("third"))); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 || info.Size() != int64(len("third")) {
		t.Errorf("the new file is %v, %v", info, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%d files are there: %v", len(left), err)
	}
}
