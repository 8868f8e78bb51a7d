package packs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/estimate"
)

var sourceLine = regexp.MustCompile(`(?m)^source = (.*)$`)

// citedElsewhere are the ids that the price books and the models cite.
func citedElsewhere(t *testing.T) []string {
	t.Helper()
	books, err := filepath.Glob("../../advisor/pricing/books/*.toml")
	if err != nil || len(books) == 0 {
		t.Fatalf("%d price books, %v", len(books), err)
	}
	var ids []string
	for _, name := range books {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range sourceLine.FindAllStringSubmatch(string(data), -1) {
			for _, id := range strings.Split(strings.Trim(m[1], "[]"), ",") {
				ids = append(ids, strings.Trim(strings.TrimSpace(id), `"`))
			}
		}
	}
	for _, e := range estimate.Essays() {
		ids = append(ids, e.Sources...)
	}
	return ids
}

// TestPricesAndModelsCiteSources: every figure of the price books and every model
// cites sources that are there, and no source is cited by nothing.
func TestPricesAndModelsCiteSources(t *testing.T) {
	pack := load(t)
	elsewhere := citedElsewhere(t)
	for _, id := range elsewhere {
		if pack.Source(id) == nil {
			t.Errorf("there is no source %q", id)
		}
	}
	cited := cited(pack)
	for i := range pack.Sources {
		if id := pack.Sources[i].ID; cited[id] == "" && !slices.Contains(elsewhere, id) {
			t.Errorf("nothing cites the source %q", id)
		}
	}
}
