//go:build unix

package records

import (
	"os"
	"syscall"
)

// lockDir holds a folder for this process until unlock, or until the process
// ends however it ends. It leaves nothing behind, except on a file system
// without locks, where a lock file stands in.
func lockDir(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		f.Close()
		return lockByFile(dir)
	}
	return func() { f.Close() }, nil
}
