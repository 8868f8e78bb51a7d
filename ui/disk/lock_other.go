//go:build !unix

package disk

// LockDir holds a folder by a lock file until unlock.
func LockDir(dir string) (unlock func(), err error) { return lockByFile(dir) }
