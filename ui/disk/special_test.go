//go:build unix

package disk

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Output through a link reaches what the link points at, there or not yet, and
// leaves the link.
func TestLinksStay(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.Mkdir("sub", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, link := range [][2]string{{"real", "one"}, {"one", "two"}, {"sub/new", "three"}, {filepath.Join(dir, "sub", "far"), "four"}} {
		if err := os.Symlink(link[0], link[1]); err != nil {
			t.Fatal(err)
		}
	}
	for link, file := range map[string]string{"two": "real", "three": "sub/new", "four": "sub/far"} {
		if err := Write(link, 0o666, true, text(link)); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v, %v", link, info, err)
		}
		if data, err := os.ReadFile(file); err != nil || string(data) != link {
			t.Errorf("%s has %q, %v", file, data, err)
		}
	}
}

// A pipe and a socket get the text and stay what they are.
func TestPipeAndSocketAreWrittenThrough(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", "socket")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	readers := map[string]func() (io.ReadCloser, error){
		"pipe":   func() (io.ReadCloser, error) { return os.Open("pipe") },
		"socket": func() (io.ReadCloser, error) { return l.Accept() },
	}
	for name, open := range readers {
		before, err := os.Lstat(name)
		if err != nil {
			t.Fatal(err)
		}
		got := make(chan string, 1)
		go func() {
			r, err := open()
			if err != nil {
				got <- err.Error()
				return
			}
			defer r.Close()
			data, _ := io.ReadAll(r)
			got <- string(data)
		}()
		if err := Write(name, 0o666, true, text("through")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if s := <-got; s != "through" {
			t.Errorf("%s gave %q", name, s)
		}
		if after, err := os.Lstat(name); err != nil || !os.SameFile(before, after) {
			t.Errorf("%s was replaced: %v", name, err)
		}
	}
}

// A new file gets the mode less the umask, and none is left beside it where the
// name must be taken first because the file system knows no hard links.
func TestPlaceWithoutHardLinks(t *testing.T) {
	old := syscall.Umask(0o027)
	defer syscall.Umask(old)
	t.Chdir(t.TempDir())
	if err := Write("new", 0o666, true, text("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat("new"); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	Trouble = func(call, path string) error {
		if call == "link" {
			return syscall.EPERM
		}
		return nil
	}
	defer func() { Trouble = nil }()
	if err := Write("there", 0o666, false, text("x")); err != nil {
		t.Fatal(err)
	}
	if err := Write("there", 0o666, false, text("y")); !os.IsExist(err) {
		t.Errorf("a name that is taken gives %v", err)
	}
	if data, err := os.ReadFile("there"); err != nil || string(data) != "x" {
		t.Errorf("it has %q, %v", data, err)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) != 2 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}

// TestFilesBelowDevAreFiles: a file in memory below /dev is replaced as any other; only names of open streams are not.
func TestFilesBelowDevAreFiles(t *testing.T) {
	for path, want := range map[string]bool{"/dev/stdout": true, "/dev/stderr": true, "/dev/fd/3": true, "/proc/self/fd/1": true,
		"/dev/shm/out.json": false, "/devices/out.json": false} {
		if got := isStream(path); got != want {
			t.Errorf("%s is taken as a stream: %t", path, got)
		}
	}
}
