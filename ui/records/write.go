package records

import (
	"fmt"
	"io"
	"os"

	"archadvisor/advisor/profile"
	"archadvisor/ui/disk"
)

// File is one file to be written.
type File struct {
	Path string
	Data []byte
	Old  []byte // what it replaces, nil for a new file
}

// commit writes the plan; if one write fails, what was written is taken back.
func commit(plan []File) error {
	for i, w := range plan {
		err := Put(w)
		if err == nil {
			continue
		}
		for _, done := range plan[:i] {
			if done.Old == nil {
				_ = os.Remove(done.Path)
			} else {
				_ = Put(File{done.Path, done.Old, done.Data})
			}
		}
		return fmt.Errorf("write %s: %w", profile.Clean(w.Path), disk.Plain(err))
	}
	return nil
}

// Put puts a file in place, an edit of an old one or a new one, which never
// replaces another.
func Put(w File) error {
	return disk.Write(w.Path, 0o666, w.Old != nil, func(to io.Writer) error {
		_, err := to.Write(w.Data)
		return err
	})
}
