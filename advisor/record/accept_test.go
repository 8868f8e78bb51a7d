package record

import (
	"bytes"
	"strings"
	"testing"
)

// TestAccept: what drifted holds after a person has accepted it, and what people
// wrote stays.
func TestAccept(t *testing.T) {
	for _, f := range Formats()[:5] {
		data := mustWrite(t, f, sampleProfile(t), sampleMeta())
		drift := Checker{Advise: advise(loadAdvice), Version: "0.1.0", Set: []string{"load.mean_rps=50000"}}
		accepted, err := drift.Accept("x", data)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		row := Checker{Advise: advise(loadAdvice), Version: "0.1.0"}.Check("x", accepted)
		if row.State != Holds || row.Recorded != "serverless" {
			t.Errorf("%s: %+v", f, row)
		}
		if !bytes.Contains(accepted, []byte("because a team of 9 fits one code base")) {
			t.Errorf("%s: what was written is gone", f)
		}
		again, err := drift.Accept("x", accepted)
		if err != nil || !bytes.Equal(again, accepted) {
			t.Errorf("%s: accepting twice changes it: %v", f, err)
		}
	}
}

// TestAcceptLeavesOthersAlone: no record of ours, a rejected one.
func TestAcceptLeavesOthersAlone(t *testing.T) {
	c := Checker{Advise: advise(sameAdvice), Version: "0.1.0"}
	rejected := strings.Replace(string(mustWrite(t, Nygard, sampleProfile(t), sampleMeta())), "\nProposed\n", "\nRejected\n", 1)
	for _, text := range []string{"# Use Go\n", rejected} {
		if got, err := c.Accept("x.md", []byte(text)); got != nil || err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
}

// TestFirstEditionIsStillRead: records of before probabilities hold a share of
// the draws instead, and accepting them writes a probability.
func TestFirstEditionIsStillRead(t *testing.T) {
	old := strings.Replace(string(mustWrite(t, Nygard, sampleProfile(t), sampleMeta())), " probability=0.87", " win_share=0.87", 1)
	r, err := Parse([]byte(old), "x.md")
	if err != nil || r.Probability != 0.87 {
		t.Fatalf("%v, %v", r.Probability, err)
	}
	now, err := Checker{Advise: advise(sameAdvice), Version: "0.1.0"}.Accept("x.md", []byte(old))
	if err != nil || !strings.Contains(string(now), " probability=0.87") || strings.Contains(string(now), "win_share") {
		t.Errorf("%v", err)
	}
}
