package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"archadvisor/advisor/record"
)

// rowsToTell are a record of each state, with names and texts that forms must escape.
func rowsToTell() []record.Row {
	return []record.Row{
		{File: "docs/0001-a.md", Number: 1, Title: "A", Recorded: "monolith", Now: "monolith", Holds: true, State: record.Holds, Line: 90},
		{File: "docs/a b,c:d%.md", Number: 2, Title: "B <b> & \"c\"", Recorded: "monolith", Now: "serverless", State: record.Drifted, Line: 91, Because: "50 % more: load\nrises"},
		{File: "docs/0003.md", State: record.Unreadable, Because: "the profile is gone", Warnings: []string{"links to x.md, which is not there"}},
		{File: "docs/0004.md", State: record.Skipped, Status: "superseded"},
	}
}

func told(t *testing.T, format string) []byte {
	t.Helper()
	return []byte(Checks(format, "0.1.0", rowsToTell()))
}

// GitHub reads one command a line, with what would end a property or the line escaped.
func TestGitHubAnnotations(t *testing.T) {
	command := regexp.MustCompile(`^::(error|warning) file=([^,:\r\n]+),line=([0-9]+),title=([^,:\r\n]+)::([^\r\n]+)$`)
	lines := strings.Split(strings.TrimSuffix(string(told(t, "github")), "\n"), "\n")
	want := [][]string{
		{"error", "docs/a b%2Cc%3Ad%25.md", "91", "archadvisor%3A drifted"},
		{"error", "docs/0003.md", "1", "archadvisor%3A unreadable"},
		{"warning", "docs/0003.md", "1", "archadvisor%3A misfit"},
	}
	for i, line := range lines {
		m := command.FindStringSubmatch(line)
		if m == nil || i >= len(want) || strings.Join(m[1:5], "|") != strings.Join(want[i], "|") {
			t.Errorf("%q is %q", line, m)
		}
	}
	if len(lines) != len(want) || !strings.Contains(lines[0], "was monolith, is serverless: 50 %25 more: load") {
		t.Errorf("got %q", lines)
	}
}

// The log has what SARIF 2.1.0 requires: version, one run, a driver with a name, rules
// that results name, messages with text, lines from 1, addresses without blanks.
func TestSARIF(t *testing.T) {
	type location struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           struct{ StartLine int }
		}
	}
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name, Version string
					Rules         []struct {
						ID                   string
						ShortDescription     struct{ Text string }
						DefaultConfiguration struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID, Level string
				Message       struct{ Text string }
				Locations     []location
			}
		}
	}
	d := json.NewDecoder(bytes.NewReader(told(t, "sarif")))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || !strings.HasSuffix(log.Schema, "sarif-2.1.0.json") || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name != "archadvisor" || len(log.Runs[0].Results) != 3 {
		t.Fatalf("%+v", log)
	}
	rules := map[string]string{}
	for _, r := range log.Runs[0].Tool.Driver.Rules {
		if rules[r.ID] = r.DefaultConfiguration.Level; r.ShortDescription.Text == "" {
			t.Errorf("rule %s says nothing", r.ID)
		}
	}
	address := regexp.MustCompile(`^([A-Za-z0-9._~/,:@!$&'()*+;=-]|%[0-9A-F]{2})+$`)
	for _, r := range log.Runs[0].Results {
		if rules[r.RuleID] != r.Level || r.Level != "error" && r.Level != "warning" || r.Message.Text == "" || len(r.Locations) != 1 {
			t.Errorf("result %+v", r)
			continue
		}
		if at := r.Locations[0].PhysicalLocation; at.Region.StartLine < 1 || !address.MatchString(at.ArtifactLocation.URI) {
			t.Errorf("location %+v", at)
		}
	}
	if empty := Checks("sarif", "0.1.0", nil); !strings.Contains(empty, `"results": []`) {
		t.Errorf("nothing found:\n%s", empty)
	}
}

// JUnit counts what it lists.
func TestJUnitCounts(t *testing.T) {
	var suite junitSuite
	if err := xml.Unmarshal(told(t, "junit"), &suite); err != nil {
		t.Fatal(err)
	}
	if suite.Tests != 4 || len(suite.Cases) != 4 || suite.Failures != 1 || suite.Errors != 1 || suite.Skipped != 1 || suite.Cases[1].Outcome.XMLName.Local != "failure" || suite.Cases[1].Name != `0002 B <b> & "c"` {
		t.Errorf("%+v", suite)
	}
}
