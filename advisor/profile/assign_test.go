package profile

import (
	"strings"
	"testing"
)

func TestSetString(t *testing.T) {
	tests := []struct {
		assign string
		id     ID
		want   string
	}{
		{"team.engineers=12", Engineers, "12"},
		{" team.engineers = [8, 20] ", Engineers, "[8, 20]"},
		{"team.engineers=8-20", Engineers, "[8, 20]"},
		{"load.mean_rps=1.5k", MeanRPS, "1500"},
		{"load.mean_rps=1_500", MeanRPS, "1500"},
		{"load.pattern=bursty", Pattern, `"bursty"`},
		{`load.pattern="bursty"`, Pattern, `"bursty"`},
		{"load.pattern='bursty'", Pattern, `"bursty"`},
		{"team.release_bottleneck=true", ReleaseBottleneck, "true"},
		{"team.release_bottleneck=yes", ReleaseBottleneck, "true"},
		{"work.runtime=go", Runtime, `"go"`},
		{"work.runtime=3", Runtime, `"3"`},
		{`constraints.compliance=["pci", "gdpr"]`, Compliance, `["pci", "gdpr"]`},
		{"constraints.compliance=[pci, gdpr]", Compliance, `["pci", "gdpr"]`},
		{"constraints.exclude=serverless", Exclude, `["serverless"]`},
		{"name=a=b", Name, `"a=b"`},
		{"priorities.cost=5", PriorityCost, "5"},
	}
	for _, tt := range tests {
		p := New("x")
		if err := p.SetString(tt.assign); err != nil {
			t.Errorf("%s: %v", tt.assign, err)
			continue
		}
		if got := TOML(tt.id, p.Get(tt.id)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.assign, got, tt.want)
		}
	}
}

func TestSetStringErrors(t *testing.T) {
	tests := []struct{ assign, want string }{
		{"team.engineers", `"team.engineers" is no assignment: write section.field=value, as in team.engineers=12`},
		{"team.enginers=3", `"team.enginers" is no field of a profile; did you mean "team.engineers"?`},
		{"engineers=3", `"engineers" is no field of a profile; did you mean "team.engineers"?`},
		{"zzzz.yyyyyyy=3", `"zzzz.yyyyyyy" is no field of a profile: write section.field=value, as in team.engineers=12`},
		{"team.engineers=0", `team.engineers: 0 is out of range: must be 1 to 100000`},
		{"team.engineers=many", `team.engineers: "many" is not a number: write 8, 8-20 or up to 50`},
		{"team.engineers=[3, 2]", `team.engineers: the range [3, 2] is reversed: low comes first, write [2, 3]`},
		{"team.engineers=nan", `team.engineers: must be a finite number, 1 to 100000`},
		{"load.pattern=busty", `load.pattern: "busty" is not one of "steady", "diurnal" (day/night), "bursty" or "extreme"; did you mean "bursty"?`},
		{"work.gpu=3", `work.gpu: must be true or false, not 3`},
		{"schema=3", `schema: 3 cannot be read: this program reads versions 1 to 2, write schema = 2`},
		{"name=", `name cannot be unknown`},
		{"team.engineers=1\nteams=3", "team.engineers: the unit \"teams=3\" is not known here: write 8, 8-20 or up to 50"},
		{"team.engineers=" + strings.Repeat("[", 100000), "team.engineers: "},
	}
	for _, tt := range tests {
		p := New("x")
		before := p.Clone()
		err := p.SetString(tt.assign)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || len(err.Error()) > 400 {
			t.Errorf("%.40s: got %.400v, want %s", tt.assign, err, tt.want)
		}
		if !p.Equal(before) {
			t.Errorf("%.40s: changed the profile", tt.assign)
		}
	}
}

// Stating one field of a pair forgets the other; "unknown" forgets itself.
func TestSetStringPairs(t *testing.T) {
	tests := []struct {
		start, assign string
		known, gone   ID
	}{
		{"load.mean_rps=10", "load.requests_per_month=1e6", RequestsPerMonth, MeanRPS},
		{"load.requests_per_month=1e6", "load.mean_rps=10", MeanRPS, RequestsPerMonth},
		{"load.peak_rps=10", "load.peak_to_mean=3", PeakToMean, PeakRPS},
		{"load.peak_to_mean=3", "load.peak_rps=10", PeakRPS, PeakToMean},
		{"load.peak_to_mean=3", "load.peak_to_mean=unknown", Name, PeakToMean},
	}
	for _, tt := range tests {
		p := New("x")
		for _, a := range []string{tt.start, tt.assign} {
			if err := p.SetString(a); err != nil {
				t.Fatal(err)
			}
		}
		if !p.Known(tt.known) || p.Known(tt.gone) {
			t.Errorf("%s then %s: %s", tt.start, tt.assign, Encode(p))
		}
	}
}

func TestSetChecksItsValue(t *testing.T) {
	p := New("x")
	for _, tt := range []struct {
		id ID
		v  Value
	}{
		{Engineers, Number(0)}, {Engineers, Between(5, 2)}, {Pattern, Number(4)}, {Pattern, Number(0.5)}, {Pattern, Between(0, 1)},
		{GPU, Number(2)}, {Schema, Number(3)}, {Name, Words("\xff")}, {Compliance, List("\xff")}, {Exclude, List("both")}, {NumFields, Number(1)},
	} {
		if err := p.Set(tt.id, tt.v); err == nil {
			t.Errorf("%s accepts %v", tt.id, tt.v)
		}
	}
	if !p.Equal(New("x")) {
		t.Errorf("a refused value was kept: %s", Encode(p))
	}
}

func TestCloneIsIndependent(t *testing.T) {
	p := New("x")
	p.put(Compliance, List("pci"))
	q := p.Clone()
	q.put(Name, Words("y"))
	q.values[Compliance].List[0] = "gdpr"
	if p.Name() != "x" || p.Get(Compliance).List[0] != "pci" {
		t.Errorf("the original changed: %s", Encode(p))
	}
}
