package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"archadvisor/ui/disk"
)

// ErrNoDraft says that there is no draft of that name.
var ErrNoDraft = errors.New("there is no such draft")

// Store keeps drafts. Save is atomic: a reader, or a program that is killed,
// sees the old draft or the new one.
type Store interface {
	Save(name string, data []byte) error
	Load(name string) ([]byte, error) // ErrNoDraft if there is none
	List() ([]Draft, error)           // newest first
}

// Draft is an interview that was not finished.
type Draft struct {
	Name  string
	Saved time.Time
}

// Folder is a Store in a folder, which is made when it is first needed.
type Folder struct{ Path string }

const draftSuffix = ".toml"

// maxDraft bounds what Load reads: profiles are refused above it anyway.
const maxDraft = 1 << 20

// Save writes a draft.
func (f Folder) Save(name string, data []byte) error {
	path, err := f.file(name)
	if err != nil {
		return err
	}
	if _, err := disk.MakeDir(f.Path, 0o700); err != nil {
		return err
	}
	return disk.Write(path, 0o600, true, disk.Bytes(data))
}

// Load reads a draft.
func (f Folder) Load(name string) ([]byte, error) {
	path, err := f.file(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoDraft
	}
	if err != nil {
		return nil, err
	}
	if info.Size() > maxDraft {
		return nil, fmt.Errorf("%s is larger than %d bytes", path, maxDraft)
	}
	return os.ReadFile(path)
}

// List returns the drafts, newest first. A folder that does not exist has none.
func (f Folder) List() ([]Draft, error) {
	entries, err := os.ReadDir(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Draft
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), draftSuffix)
		if !ok || !safeName(name) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil {
			out = append(out, Draft{name, info.ModTime()})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if !out[i].Saved.Equal(out[j].Saved) {
			return out[i].Saved.After(out[j].Saved)
		}
		return out[i].Name > out[j].Name
	})
	return out, nil
}

// Remove deletes a draft.
func (f Folder) Remove(name string) error {
	path, err := f.file(name)
	if err != nil {
		return err
	}
	if err := os.Remove(path); errors.Is(err, fs.ErrNotExist) {
		return ErrNoDraft
	} else if err != nil {
		return err
	}
	return nil
}

// Prune removes the drafts whose answers a file of the user's own holds, all but
// the newest ones.
func (f Folder) Prune(keep int) {
	list, _ := f.List() // what cannot be listed stays
	for _, d := range list {
		if s, err := Resume(f, d.Name); err != nil || s.File() == "" {
			continue
		}
		if keep--; keep < 0 {
			_ = f.Remove(d.Name) // the next start tries again
		}
	}
}

// Fresh returns a name for a draft begun now, which no draft has, nor one that
// another running program is about to begin.
func (f Folder) Fresh(now time.Time) string {
	base := fmt.Sprintf("%s-%d", now.UTC().Format("20060102-150405"), os.Getpid())
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		if _, err := os.Lstat(filepath.Join(f.Path, name+draftSuffix)); err != nil {
			return name
		}
	}
}

func (f Folder) file(name string) (string, error) {
	if !safeName(name) {
		return "", fmt.Errorf("%q is not the name of a draft", name)
	}
	return filepath.Join(f.Path, name+draftSuffix), nil
}

func safeName(name string) bool {
	if name == "" || len(name) > 100 {
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}
