//go:build !unix

package disk

import (
	"io/fs"
	"os"
)

// likeOld gives a file the mode of the one that it replaces.
func likeOld(name string, old fs.FileInfo) {
	change("chmod", name, func() error { return os.Chmod(name, old.Mode()) })
}
