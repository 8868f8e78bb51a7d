//go:build !unix

package records

// lockDir holds a folder by a lock file until unlock.
func lockDir(dir string) (unlock func(), err error) { return lockByFile(dir) }
