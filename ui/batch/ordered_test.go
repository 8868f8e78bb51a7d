package batch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Results come in the order of the input though the first takes longest, and a
// failure ends the work.
func TestOrderedIsConcurrentAndInOrder(t *testing.T) {
	slowFirst := func(i int) int {
		if i == 0 {
			time.Sleep(5 * time.Millisecond)
		}
		return i * i
	}
	next := 0
	err := Ordered(context.Background(), 100, slowFirst, func(i, got int) error {
		if i != next || got != i*i {
			t.Fatalf("result %d is %d, want that of %d", i, got, next)
		}
		next++
		return nil
	})
	if err != nil || next != 100 {
		t.Errorf("%d results, error %v", next, err)
	}
	full := errors.New("disk full")
	seen := 0
	err = Ordered(context.Background(), 100, slowFirst, func(int, int) error {
		seen++
		return full
	})
	if !errors.Is(err, full) || seen != 1 {
		t.Errorf("error %v after %d results, want %v after 1", err, seen, full)
	}
}

// A folder that a link leads back to is walked once; hidden folders are not.
func TestExpandEntersNoFolderTwice(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b", ".hidden"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.toml", "b/c.toml", ".hidden/d.toml", "b/e.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(dir, "b", "back")); err != nil {
		t.Fatal(err)
	}
	var got []string
	list, empty := Expand([]string{dir, filepath.Join(dir, "none.toml"), dir, filepath.Join(dir, "*.tml"), filepath.Join(dir, ".hidden", "x*")}, IsProfile)
	if len(empty) != 2 || empty[0] != filepath.Join(dir, "*.tml") {
		t.Errorf("nothing is found in %v", empty)
	}
	for _, in := range list {
		name, err := filepath.Rel(dir, in.Name)
		if err != nil {
			t.Fatal(err)
		}
		if in.Err != nil {
			name += "!"
		}
		got = append(got, filepath.ToSlash(name))
	}
	want := []string{"a.toml", "b/c.toml", "none.toml!"}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %v, want %v", got, want)
	}
}
