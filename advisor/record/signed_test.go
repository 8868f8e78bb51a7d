package record_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/record"
)

// onePage is how many words a page holds, that is what a reader takes in within two
// minutes.
const onePage = 620

var (
	prosaic  = regexp.MustCompile(`[\pL\pN]\S*`)
	headings = regexp.MustCompile(`(?ms)\A---.*?^---$|^#+ .*?$`)
)

// What people are asked to sign is a page of prose: no name of a field or a rule, no
// points, no sentence twice but the last resort against another option, and it says
// what was decided, why not the others, what it costs, how sure it is and when to
// look again.
func TestRecordsToSign(t *testing.T) {
	points := regexp.MustCompile(`[+−][0-9.]+ points`)
	a := realAdvisor(t, nil)
	for _, p := range examples(t) {
		e := explained(t, a, p)
		if e.Verdict == advisor.Infeasible {
			continue
		}
		data, err := record.Write(record.MADR, e, p, record.Meta{Number: 1, Date: "2026-11-23"})
		if err != nil {
			t.Fatal(err)
		}
		text, appendix, _ := strings.Cut(string(data), "\n## More Information\n")
		prose, _, _ := strings.Cut(appendix, "### Rules and measures")
		if n := len(prosaic.FindAllString(headings.ReplaceAllString(text, ""), -1)); n > onePage {
			t.Errorf("%s: %d words before More Information", p.Name(), n)
		}
		for _, part := range []string{"Chosen option: ", "Against ", "infrastructure typically costs ", "a dedicated staff of ", "together ", "Probability ", "ook again when", "Bad, because "} {
			if !strings.Contains(text, part) {
				t.Errorf("%s: nothing of %q", p.Name(), part)
			}
		}
		for _, f := range profile.Fields() {
			if f.Section != "" && strings.Contains(text+prose, f.ID.String()) {
				t.Errorf("%s: names the field %s", p.Name(), f.ID)
			}
		}
		for i := range e.Ranking {
			for _, c := range e.Ranking[i].Contributions {
				if strings.Contains(c.ID, "-") && strings.Contains(text+prose, c.ID) || points.MatchString(text+prose) {
					t.Errorf("%s: names the statement %s, or points", p.Name(), c.ID)
				}
			}
		}
		_, outcome, _ := strings.Cut(text, "### Consequences")
		outcome, arguments, _ := strings.Cut(outcome, "## Pros and Cons")
		for _, line := range strings.Split(outcome, "\n") {
			if good, ok := strings.CutPrefix(line, "* Good, because "); ok && strings.Contains(arguments, good) {
				t.Errorf("%s: a consequence is a pro, too: %s", p.Name(), good)
			}
		}
		if n := strings.Count(arguments, "\n* "); n > 12 {
			t.Errorf("%s: %d arguments", p.Name(), n)
		}
		var options []string
		for _, line := range strings.Split(arguments, "\n") {
			if strings.HasPrefix(line, "### ") {
				options = append(options, line)
			}
		}
		if len(options) != 3 || slices.Contains(options, "### ") {
			t.Errorf("%s: options %q", p.Name(), options)
		}
	}
}
