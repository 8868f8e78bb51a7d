package records

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"archadvisor/advisor/profile"
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
		return fmt.Errorf("write %s: %w", profile.Clean(w.Path), Plain(err))
	}
	return nil
}

// writeAtomic puts a whole file in place: a new one by a link, which fails if
// the name is taken, an edit by a rename.
func Put(w File) error {
	tmp, err := os.CreateTemp(filepath.Dir(w.Path), ".archadvisor-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(w.Data)
	if e := tmp.Chmod(0o644); err == nil {
		err = e
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if w.Old != nil {
		return os.Rename(tmp.Name(), w.Path)
	}
	return os.Link(tmp.Name(), w.Path)
}

// Plain drops the operation and the path of an error, which the message that
// quotes it names anyway.
func Plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
