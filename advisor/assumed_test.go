package advisor

import (
	"fmt"
	"testing"

	"archadvisor/advisor/profile"
)

// What stood in for an answer is told with its range, its shares or its
// default; what was stated, and what nothing reads, is not in the list.
func TestAssumed(t *testing.T) {
	p := profile.New("x")
	for _, assign := range []string{"team.engineers=9", "work.gpu=false", "load.mean_rps=[10, 20]"} {
		if err := p.SetString(assign); err != nil {
			t.Fatal(err)
		}
	}
	found := map[string]*Assumption{}
	for _, a := range core(t).Advise(p, Default).Assumed {
		found[a.Field] = a
	}
	if a := found["work.cpu_ms"]; a.How != "drawn" || a.Low == nil || *a.Low < 1 || *a.Low > 1.1 || *a.High < 45 || *a.High > 50 {
		t.Errorf("cpu_ms: %+v", a)
	}
	if a := found["load.pattern"]; a.How != "drawn" || a.Options["bursty"] != 0.25 || len(a.Options) != 4 {
		t.Errorf("pattern: %+v", a)
	}
	if a := found["domain.lockstep_changes"]; a.Options["yes"] != 0.25 {
		t.Errorf("lockstep_changes: %+v", a)
	}
	if a := found["work.interaction"]; a.How != "default" || a.Value != "request" || a.Low != nil || a.Options != nil {
		t.Errorf("interaction: %+v", a)
	}
	for name, want := range map[string]string{"constraints.cloud": "aws", "constraints.region": "us-east-1", "work.request_logs": "all", "team.operators": "developers", "today.paid_host": "false", "today.platforms": "[]", "constraints.compliance": "[]"} {
		if a := found[name]; a == nil || a.How != "default" || fmt.Sprint(a.Value) != want {
			t.Errorf("%s: %+v, want the default %s", name, a, want)
		}
	}
	for _, name := range []string{"team.engineers", "work.gpu", "load.mean_rps", "load.users", "summary"} {
		if a, ok := found[name]; ok {
			t.Errorf("%s is listed: %+v", name, a)
		}
	}
}
