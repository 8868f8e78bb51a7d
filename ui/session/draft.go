package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"archadvisor/advisor/profile"
)

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
func Resume(store Store, name string) (Session, error) {
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

// decode reads the comment on top of a draft. Names of a newer version, or a
// comment that cannot be read, are passed over: at worst a question is asked again.
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
