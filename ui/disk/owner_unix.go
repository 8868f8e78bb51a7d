//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// likeOld gives a file the mode and the owner of the one that it replaces, as
// far as the file system and the user's rights allow.
func likeOld(name string, old fs.FileInfo) {
	if st, ok := old.Sys().(*syscall.Stat_t); ok {
		change("chown", name, func() error { return os.Chown(name, int(st.Uid), int(st.Gid)) })
	}
	change("chmod", name, func() error { return os.Chmod(name, old.Mode()) })
}
