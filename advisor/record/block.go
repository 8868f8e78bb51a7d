package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
)

// The embedded block is TOML. Its first line is a comment that names what made
// the record; then comes the profile, which people may edit; then, again in
// comments, what the program recorded, which check compares with today:
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
	pointsMark   = "# points: "
	maxComment   = 110 // columns of a comment line
)

// quantities are the figures that a block records, in this order.
func quantities() []string {
	return []string{"score", "cost_monthly_usd", "p99_ms", "availability_pct", "ops_fte"}
}

// blockOf writes the embedded block, without its fence.
func blockOf(d *explain.Decision, p *profile.Profile, m *mixture.Mixture) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s pack=%s hash=%s prices=%s\n", blockMark, token.Word(d.Version), token.Word(d.Pack), token.Word(d.PackHash), token.Word(d.Prices))
	b.WriteString(blockAdvice + "\n")
	b.WriteString(embedded(p))
	b.WriteString("\n")
	fmt.Fprintf(&b, "%srecommendation=%s verdict=%s probability=%s profile=%s\n", recordedMark,
		token.Word(d.Recommendation), token.Word(string(d.Verdict)), token.Short(d.Probability), fingerprint(p, ""))
	b.WriteString(division(m))
	for _, q := range quantities() {
		fmt.Fprintf(&b, "# %s:", q)
		for _, a := range profile.Architectures {
			if o := d.Option(a); o != nil {
				fmt.Fprintf(&b, " %s=%s", a, token.Short(say.QuantityOf(q).Value(o)))
			}
		}
		b.WriteString("\n")
	}
	writePoints(&b, d)
	return b.String()
}

// embedded is the profile as TOML that is safe inside any Markdown file: the
// codec escapes what could end a fence or start HTML. What looks like a template
// or a link is escaped here, because site generators expand the one and
// Structurizr follows the other even in fences; all of it is in strings.
func embedded(p *profile.Profile) string {
	text := string(profile.EncodeASCII(p))
	text = strings.NewReplacer("{", `\u007B`, "}", `\u007D`, "](", `]\u0028`).Replace(text)
	return strings.TrimRight(text, "\n") + "\n"
}

// fingerprint tells an edited profile from the recorded one. A profile that was
// recorded under an earlier schema is encoded under that one, whose line is given.
func fingerprint(p *profile.Profile, schema string) string {
	text := string(profile.Encode(p))
	if schema != "" {
		text = strings.Replace(text, schemaLine(text), schema, 1)
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// schemaLine is the line of a profile that names its schema, "" if there is none.
func schemaLine(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "schema = ") {
			return strings.TrimRight(line, " \t")
		}
	}
	return ""
}

// statement is what a statement of the pack gave each option, in the order of
// profile.Architectures.
type statement struct {
	kind, because string // not recorded
	points        [3]float64
}

// pointsOf collects the points of every statement, rounded to a tenth as a
// block records them. A gate that stops an option counts even where
// it gives no points: it is recorded as -1000 for that option.
func pointsOf(d *explain.Decision) map[string]statement {
	out := map[string]statement{}
	for i, a := range profile.Architectures {
		o := d.Option(a)
		if o == nil {
			continue
		}
		for _, c := range o.Contributions {
			s := out[c.ID]
			s.kind, s.points[i] = string(c.Kind), token.Tenth(c.Points)
			if s.because == "" {
				s.because = c.Because
			}
			out[c.ID] = s
		}
		for _, g := range o.Gates {
			s := out[g.ID]
			s.kind, s.because, s.points[i] = "gate", say.Gate(&g), token.Tenth(stopPoints*g.Share)
			out[g.ID] = s
		}
	}
	return out
}

// stopPoints is what a gate that fires in every draw is recorded as.
const stopPoints = -1000

// writePoints writes the statements that gave any points, in the order of their
// ids, wrapped.
func writePoints(b *strings.Builder, d *explain.Decision) {
	all := pointsOf(d)
	ids := make([]string, 0, len(all))
	for id, s := range all {
		if s.points != [3]float64{} {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	line := ""
	for _, id := range ids {
		p := all[id].points
		entry := fmt.Sprintf("%s %s %s %s", token.Word(id), token.Short(p[0]), token.Short(p[1]), token.Short(p[2]))
		switch {
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
