package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
	"archadvisor/rules/source"
)

// readBlock fills a record from an embedded block that begins on line first. What precedes a fault is kept.
func (r *Record) readBlock(lines []string, first int) error {
	comments := unwrap(lines)
	words, err := token.Split(strings.TrimPrefix(comments[0], blockMark))
	if err != nil || len(words) == 0 {
		return r.fault(first, "the first line of the profile block is damaged")
	}
	r.figures, r.points = map[string][3]float64{}, map[string][3]float64{}
	r.Version = words[0].Text
	values := token.Assignments(words[1:])
	r.Pack, r.PackHash, r.Prices = values["pack"], values["hash"], values["prices"]
	for i, line := range comments[1:] {
		if err := r.readComment(line); err != nil {
			return r.fault(first+1+i, err.Error())
		}
	}
	return r.readProfile(strings.Join(lines, "\n"), first)
}

var (
	ownComment = source.Pattern(`^# (archadvisor |The profile |recorded: |[a-z0-9_]+:)`)
	figures    = source.Pattern(`^[^A-Z]*[0-9][^A-Z]*$`) // what a person notes has no such form
	plainTOML  = source.Pattern(`^\s*(\[|[a-z_.]+ += )`)
)

// unwrap joins each comment that an editor wrapped, in the place of its first line.
// Below what was recorded, lines that lost their number sign get it back.
func unwrap(lines []string) []string {
	out := make([]string, len(lines))
	last, below := -1, false // the comment that may go on
	for i, line := range lines {
		below = below || strings.HasPrefix(line, recordedMark)
		comment := strings.HasPrefix(line, "#")
		if below && !comment && strings.TrimSpace(line) != "" && !plainTOML().MatchString(line) {
			lines[i], comment = "# "+line, true
		}
		switch {
		case ownComment().MatchString(line):
			out[i], last = line, i
		case comment && last >= 0 && figures().MatchString(line):
			out[last] += " " + strings.TrimLeft(line, "# ")
		default:
			last = -1
		}
	}
	return out
}

// readProfile decodes the profile of a block, comments and all.
func (r *Record) readProfile(block string, first int) error {
	profiles, errs := profile.Decode([]byte(block), r.File)
	if len(errs) > 0 {
		more := ""
		if len(errs) > 1 {
			more = fmt.Sprintf(" (and %d more)", len(errs)-1)
		}
		return r.fault(first+max(errs[0].Line, 1)-1, say.Line(errs[0].Message)+more)
	}
	if len(profiles) != 1 {
		return r.fault(first, fmt.Sprintf("%d profiles in the profile block, want one", len(profiles)))
	}
	r.Profile = profiles[0]
	r.Edited = r.fingerprint != "" && r.fingerprint != fingerprint(r.Profile, strings.TrimRight(schemaLine().FindString(block), " \t"))
	return nil
}

// readComment reads a comment of a block that the program wrote; any other line is none of its business.
func (r *Record) readComment(line string) error {
	if rest, ok := strings.CutPrefix(line, pointsMark); ok {
		return r.readPoints(rest)
	}
	if rest, ok := strings.CutPrefix(line, partMark); ok { // thumbnails serverless
		words, err := token.Split(rest)
		if err != nil || len(words) != 2 || architectureIndex(words[1].Text) < 0 {
			return token.ErrDamaged
		}
		r.division = append(r.division, token.Pair{Key: words[0].Text, Text: words[1].Text})
	}
	if rest, ok := strings.CutPrefix(line, recordedMark); ok {
		words, err := token.Split(rest)
		if err != nil {
			return err
		}
		v := token.Assignments(words)
		r.Recommendation, r.Verdict, r.fingerprint = v["recommendation"], advisor.Verdict(v["verdict"]), v["profile"]
		if architectureIndex(r.Recommendation) < 0 {
			return fmt.Errorf("recorded recommendation %q is none of monolith, serverless, microservices", say.Line(r.Recommendation))
		}
		// records of before 0.2 hold the share of the draws that it won
		if r.Probability, err = strconv.ParseFloat(cmp.Or(v["probability"], v["win_share"]), 64); err != nil {
			return token.ErrDamaged
		}
		return nil
	}
	for _, q := range quantities {
		if rest, ok := strings.CutPrefix(line, "# "+q+":"); ok {
			return r.readFigures(q, rest)
		}
	}
	return nil
}

// readFigures reads "monolith=240 serverless=310 microservices=905".
func (r *Record) readFigures(name, rest string) error {
	words, err := token.Split(rest)
	if err != nil {
		return err
	}
	var figures [3]float64
	for _, w := range words {
		if w.Key == "" {
			continue
		}
		i := architectureIndex(w.Key)
		if i < 0 {
			return token.ErrDamaged
		}
		if figures[i], err = strconv.ParseFloat(w.Text, 64); err != nil {
			return token.ErrDamaged
		}
	}
	r.figures[name] = figures
	return nil
}

// readPoints reads "idle-cost 4.2 -1 0; cold-start 0 -3.1 0".
func (r *Record) readPoints(rest string) error {
	for _, entry := range strings.Split(rest, ";") {
		words, err := token.Split(entry)
		if err != nil || len(words) != 4 {
			return token.ErrDamaged
		}
		var points [3]float64
		for i := range points {
			if points[i], err = strconv.ParseFloat(words[i+1].Text, 64); err != nil {
				return token.ErrDamaged
			}
		}
		r.points[words[0].Text] = points
	}
	return nil
}

// architectureIndex is the place of an architecture in profile.Architectures, -1 if it is none.
func architectureIndex(name string) int { return slices.Index(profile.Architectures[:], name) }

// moved tells which components would go elsewhere than was recorded, if the record says where they went.
func (r *Record) moved(m *mixture.Mixture) (out []string) {
	if len(r.division) == 0 {
		return nil
	}
	was, now := token.Assignments(r.division), map[string]string{}
	add := func(name string) {
		if was[name] != now[name] {
			out = append(out, paper.Moved(name, was[name], now[name]))
		}
	}
	if m != nil {
		for i := range m.Parts {
			now[m.Parts[i].Name] = m.Parts[i].Architecture
			add(m.Parts[i].Name)
		}
	}
	for _, p := range r.division {
		if now[p.Key] == "" {
			add(p.Key)
		}
	}
	return out
}
