package session

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"archadvisor/advisor/profile"
	"archadvisor/ui/disk"
)

// ErrNoDraft says that there is no draft of that name.
var ErrNoDraft = errors.New("there is no such draft")

// Draft is an interview that was not finished.
type Draft struct {
	Name  string
	Saved time.Time
}

// Folder keeps drafts, and is made when first needed; whoever reads sees the old draft or the new one, whole.
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

// Load reads a draft; ErrNoDraft if there is none.
func (f Folder) Load(name string) ([]byte, error) {
	path, err := f.file(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNoDraft
	case err == nil && info.Size() > maxDraft:
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
		if info, err := e.Info(); ok && err == nil && safeName(name) && e.Type().IsRegular() {
			out = append(out, Draft{name, info.ModTime()})
		}
	}
	slices.SortStableFunc(out, func(a, b Draft) int { return cmp.Or(b.Saved.Compare(a.Saved), cmp.Compare(b.Name, a.Name)) })
	return out, nil
}

// Remove deletes a draft.
func (f Folder) Remove(name string) error {
	path, err := f.file(name)
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoDraft
	}
	return err
}

// Prune removes the drafts whose answers a file of the user's own holds, all but the newest ones.
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

// Fresh returns a name that no draft has, nor one of another running program.
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
	return name != "" && len(name) <= 100 && !strings.ContainsFunc(name, notOfName)
}

// A draft is a profile file with the state of the interview in a comment on top,
// so that anything that reads profiles reads drafts:
//
//	# archadvisor draft 2 {"seen":["team.engineers","load.mean_rps"],"at":"load.pattern"}
//	schema = 2
//	name = "shop"
const draftMark = "# archadvisor draft 2 "

// state is what a draft keeps beside the answers, by the names of questions.
type state struct {
	Seen    []string `json:"seen"`
	Unknown []string `json:"unknown,omitempty"`
	Covered []string `json:"covered,omitempty"`
	At      string   `json:"at,omitempty"`
	File    string   `json:"file,omitempty"`
}

func (s Session) encode() []byte {
	s = s.Focus(-1)
	var unknown []profile.ID
	for id := range s.unknown {
		if s.unknown[id] {
			unknown = append(unknown, profile.ID(id))
		}
	}
	kept := state{names(s.seen), names(unknown), names(s.covered), "", s.file}
	if id := s.Current(); id != None {
		kept.At = id.String()
	}
	line, _ := json.Marshal(kept) // of texts alone
	return slices.Concat([]byte(draftMark), line, []byte("\n"), profile.Encode(s.profile))
}

func names(ids []profile.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}

// Resume continues an interview from its draft.
func Resume(store Folder, name string) (Session, error) {
	data, err := store.Load(name)
	if err != nil {
		return Session{}, fmt.Errorf("draft %s: %w", name, err)
	}
	ps, errs := profile.Decode(data, name)
	if len(errs) > 0 {
		return Session{}, errs
	}
	if len(ps) != 1 {
		return Session{}, fmt.Errorf("draft %s: holds %d profiles, expected one", name, len(ps))
	}
	s := Session{profile: ps[0], history: history{draft: newDraft(store, name)}, from: -1}.decode(data)
	if id := s.Current(); id == None || s.Status(id) != Open {
		s = s.Next() // the draft was saved with the answer, before the next question
	}
	return s, nil
}

// decode reads the comment on top of a draft; what it cannot read is passed over: a question is asked again.
func (s Session) decode(data []byte) Session {
	var kept state
	line, _, _ := bytes.Cut(data, []byte("\n"))
	_ = json.Unmarshal(bytes.TrimPrefix(line, []byte(draftMark)), &kept)
	s.seen, s.covered, s.file = fields(kept.Seen), fields(kept.Covered), kept.File
	s.at = len(s.seen)
	if id, ok := profile.Lookup(kept.At); ok && slices.Contains(s.seen, id) {
		s.at = slices.Index(s.seen, id)
	}
	for _, id := range fields(kept.Unknown) {
		s.unknown[id] = !s.profile.Known(id)
	}
	return s
}

func fields(names []string) []profile.ID {
	var out []profile.ID
	for _, n := range names {
		if id, ok := profile.Lookup(n); ok && id != None {
			out = append(out, id)
		}
	}
	return out
}

func notOfName(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }
