package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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
	hundred := func(yield func(int) bool) {
		for i := 0; i < 100 && yield(i); i++ {
		}
	}
	err := Ordered(context.Background(), nil, hundred, slowFirst, func(i, got int) error {
		if i != next || got != i*i {
			t.Fatalf("result is %d of %d, want that of %d", got, i, next)
		}
		next++
		return nil
	})
	if err != nil || next != 100 {
		t.Errorf("%d results, error %v", next, err)
	}
	full := errors.New("disk full")
	seen := 0
	err = Ordered(context.Background(), nil, hundred, slowFirst, func(int, int) error {
		seen++
		return full
	})
	if !errors.Is(err, full) || seen != 1 {
		t.Errorf("error %v after %d results, want %v after 1", err, seen, full)
	}
}

// Who cancels waits for no result that is still worked on.
func TestOrderedEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	release, waits := make(chan struct{}), make(chan struct{})
	defer close(release)
	hundred := func(yield func(int) bool) {
		for i := 0; i < 100; i++ {
			if i == runtime.GOMAXPROCS(0) { // all goroutines work
				close(waits)
			}
			if !yield(i) {
				return
			}
		}
	}
	ended := make(chan error, 1)
	go func() {
		ended <- Ordered(ctx, nil, hundred, func(int) int { <-release; return 0 }, func(int, int) error { return nil })
	}()
	<-waits
	cancel()
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the work of all goroutines was waited for")
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

// The files of a folder are read in the order of their names.
func TestFoldersAreReadInOrder(t *testing.T) {
	dir := t.TempDir()
	const n = 47
	for i := range n {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.toml", i*31%n)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	list, _ := Expand([]string{dir}, IsProfile)
	for _, in := range list {
		got = append(got, filepath.Base(in.Name))
	}
	if len(got) != n || !slices.IsSorted(got) || got[0] != "000.toml" || got[n-1] != "046.toml" {
		t.Errorf("got %v", got)
	}
}
