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
	"sync"
	"time"

	"archadvisor/advisor/explain"
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
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoDraft
	}
	return data, err
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

// Fresh returns a name for a draft that is begun now, by this running program.
func Fresh(now time.Time) string {
	return fmt.Sprintf("%s-%d", now.UTC().Format("20060102-150405"), os.Getpid())
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

// A draft is a profile file with the state of the interview in a comment on top:
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

	Sheets [][]explain.OpenGate `json:"sheets,omitempty"`
}

func (s Session) encode() []byte {
	s = s.Focus(-1)
	var unknown []profile.ID
	for id := range s.unknown {
		if s.unknown[id] {
			unknown = append(unknown, profile.ID(id))
		}
	}
	kept := state{Seen: names(s.seen), Unknown: names(unknown), Covered: names(s.covered), File: s.file, Sheets: s.sheets}
	if len(s.sheet) > 0 {
		kept.Sheets = append(slices.Clip(s.sheets), s.sheet)
	}
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
	s := Session{answers: answers{profile: ps[0]}, history: history{draft: newDraft(store, name)}, from: -1}.decode(data)
	if id := s.Current(); id == None || s.Status(id) != Open && !slices.ContainsFunc(s.sheet, func(g explain.OpenGate) bool { return s.unanswered(g.Fields[0]) }) {
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
	s.sheets = slices.DeleteFunc(kept.Sheets, func(sheet []explain.OpenGate) bool {
		return len(sheet) == 0 || slices.ContainsFunc(sheet, func(g explain.OpenGate) bool {
			return len(g.Fields) == 0 || g.Fields[0] == None || g.Fields[0] >= profile.NumFields || !g.Within.Known()
		})
	})
	return s.here()
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

// Effect is what a change asks of the disk: a draft to be written, which Do does. The zero Effect does nothing.
type Effect struct {
	draft *draft
	seq   int
	data  []byte
}

type draft struct {
	store Folder
	name  string
	mu    sync.Mutex
	done  int // number of the last effect that was done
}

func newDraft(store Folder, name string) *draft {
	if name == "" {
		return nil
	}
	return &draft{store: store, name: name}
}

// None reports whether nothing is to be done.
func (e Effect) None() bool { return e.draft == nil }

// Do does it unless a later effect of the session was done: of several at once the last one stands.
func (e Effect) Do() error {
	if e.draft == nil {
		return nil
	}
	e.draft.mu.Lock()
	defer e.draft.mu.Unlock()
	if e.seq <= e.draft.done {
		return nil
	}
	err := e.draft.store.Save(e.draft.name, e.data)
	if err == nil {
		e.draft.done = e.seq
	}
	return err
}

func (s Session) save() (Session, Effect, error) {
	if s.draft == nil {
		return s, Effect{}, nil
	}
	s.last = Effect{s.draft, s.last.seq + 1, s.encode()}
	return s, s.last, nil
}

// Filed notes in the draft the user's own file that holds these answers. A later answer makes them a draft again.
func (s Session) Filed(path string) (Session, Effect) {
	if s.file = path; path != "" {
		s.file, _ = filepath.Abs(path) // it leads there from another folder, too
	}
	next, effect, _ := s.save()
	return next, effect
}

// File is the file of the user's own that holds these answers, "" if none does.
func (s Session) File() string { return s.file }

// Did takes what became of an effect. A fault does not end an interview: it goes on even when the disk is full.
func (s Session) Did(e Effect, err error) Session {
	if e.seq > s.did {
		s.did, s.fault = e.seq, err
	}
	return s
}

// Last returns the last effect that was asked for. Doing it again does nothing.
func (s Session) Last() Effect { return s.last }

// Keeping reports whether answers are written to a draft.
func (s Session) Keeping() bool { return s.draft != nil && s.fault == nil }

// Kept reports whether there are answers and the draft on disk has every one.
func (s Session) Kept() bool { return s.Keeping() && s.Begun() && s.did == s.last.seq }

// Begun reports whether there is an answer: more than a format and a name, or a name that was given here.
func (s Session) Begun() bool { return s.Changes() > 0 || len(s.Profile().Answered()) > 2 }

// Draft returns the name of the draft, "" if nothing is kept.
func (s Session) Draft() string {
	if s.draft == nil {
		return ""
	}
	return s.draft.name
}

type snapshot struct {
	answers
	changed profile.ID
}

// Changes is how many changes were made in this session and not taken back.
func (s Session) Changes() int { return len(s.undo) }

func (s Session) changed() profile.ID {
	if len(s.undo) == 0 {
		return None
	}
	return s.undo[len(s.undo)-1].changed
}

// Undo takes the last change back and goes to its question; None if there is nothing to undo.
func (s Session) Undo() (Session, Effect, profile.ID) { return s.turn(&s.undo, &s.redo) }

// Redo makes the last change that was taken back again; None if there is none.
func (s Session) Redo() (Session, Effect, profile.ID) { return s.turn(&s.redo, &s.undo) }

// turn brings back the answers before the last of some changes, at its question; that can be turned again.
func (s *Session) turn(from, to *[]snapshot) (Session, Effect, profile.ID) {
	n := len(*from) - 1
	if n < 0 {
		return *s, Effect{}, None
	}
	last := (*from)[n]
	*from, *to = (*from)[:n], append(slices.Clip(*to), snapshot{s.answers, last.changed})
	s.answers, s.from, s.waiting, s.fresh, s.file = last.answers, -1, false, false, ""
	if i := slices.Index(s.seen, last.changed); i >= 0 {
		s.at = i
	}
	next, effect, _ := s.save()
	return next, effect, last.changed
}
