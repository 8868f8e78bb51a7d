package session

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
)

// A draft is a profile file with the state of the interview in comments on
// top, so that anything that reads profiles reads drafts:
//
//	# archadvisor draft 1
//	# seen team.engineers load.mean_rps
//	# unknown load.mean_rps
//	# covered priorities.cost
//	# file /home/ana/shop.toml
//	# at load.pattern
//	schema = 2
//	name = "shop"
const draftMark = "# archadvisor draft 1"

func (s Session) encode() []byte {
	var b bytes.Buffer
	var unknown []profile.ID
	for id := range s.unknown {
		if s.unknown[id] {
			unknown = append(unknown, profile.ID(id))
		}
	}
	fmt.Fprintln(&b, draftMark)
	fmt.Fprintln(&b, "# seen"+words(s.seen))
	fmt.Fprintln(&b, "# unknown"+words(unknown))
	fmt.Fprintln(&b, "# covered"+words(s.covered))
	if s.file != "" {
		fmt.Fprintf(&b, "# file %q\n", s.file)
	}
	if id := s.Current(); id != None {
		fmt.Fprintln(&b, "# at "+id.String())
	}
	b.Write(profile.Encode(s.profile))
	return b.Bytes()
}

func words(ids []profile.ID) string {
	out := ""
	for _, id := range ids {
		out += " " + id.String()
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
	s := Session{profile: ps[0], draft: newDraft(store, name), from: -1}.decode(data)
	if id := s.Current(); id == None || s.Status(id) != Open {
		s = s.Next() // the draft was saved with the answer, before the next question
	}
	return s, nil
}

// decode reads the comments on top of a draft. Names of a newer version are
// passed over: at worst a question is asked again.
func (s Session) decode(data []byte) Session {
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() && strings.HasPrefix(lines.Text(), "#") {
		f := strings.Fields(lines.Text())
		if len(f) < 2 {
			continue
		}
		ids := fields(f[2:])
		switch f[1] {
		case "seen":
			s.seen, s.at = ids, len(ids)
		case "covered":
			s.covered = ids
		case "file":
			s.file, _ = strconv.Unquote(strings.TrimSpace(strings.TrimPrefix(lines.Text(), "# file")))
		case "unknown":
			for _, id := range ids {
				s.unknown[id] = s.profile.Get(id).State == profile.Open
			}
		case "at":
			for i, id := range s.seen {
				if len(ids) == 1 && id == ids[0] {
					s.at = i
				}
			}
		}
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
