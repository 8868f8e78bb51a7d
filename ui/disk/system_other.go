//go:build !unix

package disk

import (
	"io/fs"
	"os"
)

// LockDir holds a folder by a lock file until unlock.
func LockDir(dir string) (unlock func(), err error) { return lockByFile(dir) }

// likeOld gives a file the mode of the one that it replaces.
func likeOld(name string, old fs.FileInfo) {
	change("chmod", name, func() error { return os.Chmod(name, old.Mode()) })
}
