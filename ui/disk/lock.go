package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// staleLock is the age at which a lock file is taken to be left by a process
// that was killed; an export holds it for milliseconds.
const staleLock = 30 * time.Second

// lockByFile holds a folder by a lock file until unlock, where the system has no
// locks or the file system does not know them.
func lockByFile(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, ".archadvisor.lock")
	for {
		f, err := open(name, os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			_ = f.Close() // nothing was written
			return func() { discard(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := stat(name); err == nil && time.Since(info.ModTime()) > staleLock {
			discard(name)
			continue
		}
		time.Sleep(5 * time.Millisecond)
	}
}
