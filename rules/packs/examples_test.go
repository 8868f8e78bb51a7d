package packs_test

import (
	"os"
	"path/filepath"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// TestExamplesGetTheAnswerANewcomerExpects scores testdata/profiles: the
// examples are made so that their answer is plain.
func TestExamplesGetTheAnswerANewcomerExpects(t *testing.T) {
	want := map[string]string{
		"corner-shop-site": "serverless", "b2b-saas": "monolith", "bank-core": "monolith",
		"iot-ingest": "serverless", "media-transcoding": "monolith", "seasonal-campaign": "serverless",
		"internal-tool": "monolith", "marketplace-400": "microservices", "first-idea": "",
	}
	prices := pricing.Load()
	a, err := advisor.New(load(t), nil, prices, "test")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/profiles/*.toml")
	if err != nil || len(files) < 9 {
		t.Fatalf("got %d example profiles (%v), want at least 9", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ps, errs := profile.Decode(data, f)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		d := a.Advise(ps[0], advisor.Options{Draws: 512})
		leader, known := want[d.Name]
		if !known {
			continue
		}
		if leader != "" && d.Recommendation != leader {
			t.Errorf("%s: got %s (%s), want %s", d.Name, d.Recommendation, d.Verdict, leader)
		}
		if leader == "" && d.Verdict == advisor.Recommended {
			t.Errorf("%s: got a recommendation from almost nothing, want questions", d.Name)
		}
	}
}
