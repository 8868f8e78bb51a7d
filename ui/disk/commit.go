package disk

import (
	"errors"
	"fmt"
)

// File is one of several files that change together.
type File struct {
	Path string
	Data []byte // nil: the file goes
	Old  []byte // what is there, nil if nothing is
}

// Commit changes all files or none. What is needed to do so and to take it back is
// on disk before the first file changes, so that a full disk changes nothing.
func Commit(files []File) error {
	fresh, undo := make([]string, len(files)), make([]string, len(files))
	defer func() {
		for _, tmp := range append(fresh, undo...) {
			if tmp != "" {
				discard(tmp)
			}
		}
	}()
	for i, f := range files {
		err := errors.Join(prepare(&fresh[i], f, f.Data), prepare(&undo[i], f, f.Old))
		if err != nil {
			return failed(f, err)
		}
	}
	for i, f := range files {
		err := f.become(fresh[i])
		if err == nil {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if e := files[k].putBack(undo[k]); e != nil {
				err = fmt.Errorf("%w; %s could not be put back: %w", Plain(err), files[k].Path, Plain(e))
			}
		}
		return failed(f, err)
	}
	return nil
}

func failed(f File, err error) error { return fmt.Errorf("write %s: %w", f.Path, Plain(err)) }

// prepare writes a file that can take the place of another, if there is one to be.
func prepare(tmp *string, f File, data []byte) (err error) {
	if data != nil {
		*tmp, err = stage(target(f.Path), 0o666, f.Old != nil, Bytes(data))
	}
	return err
}

// become puts what was prepared in the place of a file, or removes that.
func (f File) become(tmp string) error {
	if f.Data == nil {
		return Remove(f.Path)
	}
	return place(tmp, target(f.Path), f.Old != nil)
}

// putBack undoes become. What cannot be removed gets a hidden name, what cannot be
// replaced is written over.
func (f File) putBack(tmp string) error {
	err := File{Path: f.Path, Data: f.Old, Old: f.Data}.become(tmp)
	switch {
	case err == nil:
		return nil
	case f.Old == nil:
		return rename(f.Path, hidden(f.Path))
	}
	return over(target(f.Path), f.Old)
}
