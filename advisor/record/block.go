package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/page"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
	"archadvisor/rules/source"
)

// The embedded block is TOML. Its first line is a comment that names what made the record; then comes the profile,
// which people may edit; then, again in comments, what the program recorded, which check compares with today:
//
//	# archadvisor 0.1.0 pack=core@1.0.0 hash=sha256:9f... prices="aws 2026-11"
//	schema = 2
//	name = "shop"
//	...
//	# recorded: recommendation=monolith verdict=recommended probability=0.87 profile=5d41402a
//	# component: thumbnails serverless
//	# cost_monthly_usd: monolith=240 serverless=310 microservices=905
//	# points: idle-cost 4.2 -1 0; cold-start 0 -3.1 0
const (
	blockMark    = "# archadvisor "
	blockAdvice  = "# The profile may be edited. Below it is what was recorded, for \"archadvisor check\"; leave that as it is."
	recordedMark = "# recorded: "
	partMark     = "# component: " // its name and the style of its group
	pointsMark   = "# points: "
	maxComment   = 110 // columns of a comment line
)

var quantities = []string{"score", "cost_monthly_usd", "p99_ms", "availability_pct", "ops_fte"}

func blockOf(d *explain.Decision, p *profile.Profile, m *mixture.Mixture) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s pack=%s hash=%s prices=%s\n%s\n%s\n", blockMark, token.Word(d.Version), token.Word(d.Pack),
		token.Word(d.PackHash), token.Word(d.Prices), blockAdvice, embedded(p))
	fmt.Fprintf(&b, "%srecommendation=%s verdict=%s probability=%s profile=%s\n", recordedMark,
		token.Word(d.Recommendation), token.Word(string(d.Verdict)), token.Short(d.Probability), fingerprint(p, ""))
	if m != nil {
		for i := range m.Parts {
			fmt.Fprintf(&b, "%s%s %s\n", partMark, token.Word(m.Parts[i].Name), m.Parts[i].Architecture)
		}
	}
	for _, q := range quantities {
		fmt.Fprintf(&b, "# %s:", q)
		for _, a := range profile.Architectures {
			fmt.Fprintf(&b, " %s=%s", a, token.Short(say.QuantityOf(q).Value(d.Option(a))))
		}
		b.WriteString("\n")
	}
	writePoints(&b, d)
	return b.String()
}

// embedded is the profile as TOML that is safe inside any Markdown file: the codec escapes what could end a
// fence or start HTML. What looks like a template or a link is escaped here, because site generators expand
// the one and Structurizr follows the other even in fences; all of it is in strings.
func embedded(p *profile.Profile) string {
	text := string(profile.EncodeASCII(p))
	text = strings.NewReplacer("{", `\u007B`, "}", `\u007D`, "](", `]\u0028`).Replace(text)
	return strings.TrimRight(text, "\n") + "\n"
}

// fingerprint tells an edited profile from the recorded one, encoded under the schema whose line is given.
func fingerprint(p *profile.Profile, schema string) string {
	text := string(profile.Encode(p))
	if schema != "" {
		text = strings.Replace(text, schemaLine().FindString(text), schema, 1)
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

var schemaLine = source.Pattern(`(?m)^schema = .*`) // the line of a profile that names its schema

// pointsOf collects the points of every statement, rounded to a tenth as a block records them. A gate that
// stops an option counts even where it gives no points: it is recorded as -1000 for that option.
func pointsOf(d *explain.Decision) map[string]say.Shift {
	out := map[string]say.Shift{}
	for i, a := range profile.Architectures {
		o := d.Option(a)
		for _, c := range o.Contributions {
			s := out[c.ID]
			s.Kind, s.Because, s.Now[i] = string(c.Kind), cmp.Or(s.Because, c.Because), token.Tenth(c.Points)
			out[c.ID] = s
		}
		for _, g := range o.Gates {
			s := out[g.ID]
			s.Kind, s.Because, s.Now[i] = "gate", say.Gate(&g), token.Tenth(say.StopPoints*g.Share)
			out[g.ID] = s
		}
	}
	return out
}

func writePoints(b *strings.Builder, d *explain.Decision) {
	line := ""
	all := pointsOf(d)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		p := all[id].Now
		entry := fmt.Sprintf("%s %s %s %s", token.Word(id), token.Short(p[0]), token.Short(p[1]), token.Short(p[2]))
		switch {
		case p == [3]float64{}:
		case line == "":
			line = pointsMark + entry
		case len(line)+len(entry)+2 > maxComment:
			b.WriteString(line + "\n")
			line = pointsMark + entry
		default:
			line += "; " + entry
		}
	}
	if line != "" {
		b.WriteString(line + "\n")
	}
}

// found is the embedded block as people and their editors left it: fenced, perhaps in a list or a quotation.
type found struct {
	lines    []string // without what stands before each
	from, to int      // its lines in the file; to is -1 if the fence is not closed
	prefix   string   // what stands before each line
	fence    string   // what it is fenced by
}

func (b found) found() bool { return b.from > 0 }

var blockLine = source.Pattern(`^([ \t>]*)` + blockMark)

func findBlock(lines []string) found {
	for i, line := range lines {
		m := blockLine().FindStringSubmatch(line)
		if m == nil {
			continue
		}
		above := i - 1
		for above > 0 && strings.Trim(lines[above], " \t>") == "" {
			above--
		}
		if f := page.Fence().FindStringSubmatch(lines[max(above, 0)]); f != nil {
			b := found{from: i, to: -1, prefix: m[1], fence: f[1]}
			b.readLines(lines)
			return b
		}
	}
	return found{}
}

func (b *found) readLines(lines []string) {
	bare := strings.TrimRight(b.prefix, " \t")
	for i := b.from; i < len(lines); i++ {
		if page.Closes(lines[i], b.fence) {
			b.to = i
			return
		}
		line, inside := strings.CutPrefix(lines[i], b.prefix)
		if rest := strings.TrimSpace(line); !inside && (rest == "" || rest == bare) {
			line = ""
		}
		b.lines = append(b.lines, line)
	}
}

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
)

// unwrap joins comments that an editor wrapped.
func unwrap(lines []string) []string {
	out := make([]string, len(lines))
	last := -1 // the comment that may go on
	for i, line := range lines {
		switch {
		case ownComment().MatchString(line):
			out[i], last = line, i
		case strings.HasPrefix(line, "#") && last >= 0 && figures().MatchString(line):
			out[last] += " " + strings.TrimLeft(line, "# ")
		default:
			last = -1
		}
	}
	return out
}

func (r *Record) readProfile(block string, first int) error {
	profiles, errs := profile.Decode([]byte(block), r.File)
	if len(errs) > 0 {
		return r.fault(first+max(errs[0].Line, 1)-1, say.Line(errs[0].Message))
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
			words, err := token.Split(rest)
			if err == nil {
				r.figures[q], err = three(words)
			}
			return err
		}
	}
	return nil
}

// readPoints reads "idle-cost 4.2 -1 0; cold-start 0 -3.1 0".
func (r *Record) readPoints(rest string) error {
	for _, entry := range strings.Split(rest, ";") {
		words, err := token.Split(entry)
		if err != nil || len(words) == 0 {
			return token.ErrDamaged
		}
		if r.points[words[0].Text], err = three(words[1:]); err != nil {
			return err
		}
	}
	return nil
}

// three are the figures of the architectures: "4.2 -1 0", or "monolith=240 serverless=310 microservices=905".
func three(words []token.Pair) (v [3]float64, err error) {
	if len(words) != len(v) {
		return v, token.ErrDamaged
	}
	for i, w := range words {
		if v[i], err = strconv.ParseFloat(w.Text, 64); err != nil || w.Key != "" && w.Key != profile.Architectures[i] {
			return v, token.ErrDamaged
		}
	}
	return v, nil
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
