package setup

import (
	"testing"

	"archadvisor/rules"
	"archadvisor/rules/packs"
)

func TestSavePath(t *testing.T) {
	for in, want := range map[string]string{"Shop": "shop.toml", "../../etc/passwd": "etc-passwd.toml", "Redis 7": "redis-7.toml", "a  b": "a-b.toml"} {
		if got := savePath(in); got != want {
			t.Errorf("savePath(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestExamples(t *testing.T) {
	list := Examples()
	if len(list) != 3 {
		t.Fatalf("%d examples", len(list))
	}
	for _, p := range list {
		if errs := p.Validate(); len(errs) > 0 || len(p.Answered()) < 10 {
			t.Errorf("%s: %v, %d answers", p.Name(), errs, len(p.Answered()))
		}
	}
}

// TestRulesLeadToQuestions: behind every rule and gate of the core pack there is a
// question.
func TestRulesLeadToQuestions(t *testing.T) {
	pack, _ := rules.Load(packs.Core())
	find := ruleOf(pack)
	for i := range pack.Rules {
		if r, ok := find(pack.Rules[i].ID); !ok || len(r.Fields) == 0 {
			t.Errorf("%s: %+v", pack.Rules[i].ID, r)
		}
	}
	for i := range pack.Gates {
		if r, ok := find(pack.Gates[i].ID); !ok || len(r.Fields) == 0 {
			t.Errorf("%s: %+v", pack.Gates[i].ID, r)
		}
	}
}
