//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// LockDir holds a folder for this process until unlock, or until the process ends however it ends. It leaves
// nothing behind, except on a file system without locks, where a lock file stands in.
func LockDir(dir string) (unlock func(), err error) {
	f, err := open(dir, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	for err = syscall.EINTR; err == syscall.EINTR; { // as long as somebody else holds it
		err = try("lock", dir, func() error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX) })
	}
	if err != nil {
		_ = f.Close()
		return lockByFile(dir)
	}
	return func() { _ = f.Close() }, nil
}

// likeOld gives a file mode and owner of the one that it replaces, as far as system and rights allow.
func likeOld(name string, old fs.FileInfo) {
	if st, ok := old.Sys().(*syscall.Stat_t); ok {
		change("chown", name, func() error { return os.Chown(name, int(st.Uid), int(st.Gid)) })
	}
	change("chmod", name, func() error { return os.Chmod(name, old.Mode()) })
}
