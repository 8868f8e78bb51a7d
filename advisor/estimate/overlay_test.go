package estimate

import (
	"fmt"
	"regexp"
	"testing"

	"archadvisor/advisor/pricing"
)

var allowed = regexp.MustCompile(`allowed is (\S+) to (\S+)`)

// TestAnyPriceFileIsFinite: every assumption, limit and billing rule at the least and at the most that a price file may
// say, one at a time, and all prices at once, gives every shape finite figures, and bills that can be written in cents.
func TestAnyPriceFileIsFinite(t *testing.T) {
	base := pricing.Load()
	ends := [2]string{}
	for kind, list := range base.Figures() {
		for _, f := range list {
			entry := fmt.Sprintf("[[%s]]\ncloud = %q\nservice = %q\nitem = %q\nvalue = ", kind, f.Cloud, f.Service, f.Item)
			if kind == "assumption" || kind == "limit" {
				entry = fmt.Sprintf("[[%s]]\ncloud = %q\nitem = %q\nvalue = ", kind, f.Cloud, f.Item)
			}
			_, errs := base.Overlay("p.toml", []byte(entry+"-1\n"))
			m := allowed.FindStringSubmatch(errs.Error())
			if m == nil {
				t.Fatalf("%s: %v tells no range", f.Name(), errs)
			}
			for i, end := range m[1:] {
				if kind == "price" {
					ends[i] += entry + end + "\n"
					continue
				}
				checkFile(t, kind+" "+f.Name()+" = "+end, entry+end+"\n")
			}
		}
	}
	checkFile(t, "all prices at their least", ends[0])
	checkFile(t, "all prices at their most", ends[1])
}

func checkFile(t *testing.T, name, file string) {
	t.Helper()
	c, errs := pricing.Load().Overlay("p.toml", []byte(file))
	if errs != nil {
		t.Errorf("%s: %v", name, errs)
		return
	}
	e := New(c)
	list := points(10)
	for k := range list {
		for shape := range e.shapes {
			var est Estimate
			e.Eval(shape, &list[k], e.Scenario(k, true), &est)
			checkEstimate(t, name+", "+e.shapes[shape].ID, k, &est)
			if est.CostMonthlyUSD > 1e15 || est.LikelyUSD > 1e15 {
				t.Errorf("%s, %s point %d: %v USD a month", name, e.shapes[shape].ID, k, est.CostMonthlyUSD)
			}
		}
	}
}
