package bill

import (
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// FuzzMeasure: any text is measured or refused, and what is measured is a profile.
func FuzzMeasure(f *testing.F) {
	for _, text := range []string{cur()[:2000], "Service,EC2($),Total costs($)\nService total,10,10\n2026-09-01,10,10\n",
		"Service description,SKU description,Usage start date,Cost ($)\nCloud Run,CPU,2026-09-01,3.5\n",
		"Date,ServiceName,CostInBillingCurrency,BillingCurrencyCode,MeterName\n09/01/2026,Functions,1.5,USD,x\n", "\x1f\x8b\x08", "\"a\nb,\"c"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out, err := Measure(strings.NewReader(text))
		if err != nil {
			return
		}
		if _, errs := profile.Decode(append([]byte("schema = 2\nname = \"x\"\n"), out.TOML()...), "f"); len(errs) > 0 {
			t.Errorf("%v\n%q\n%s", errs, text, out.TOML())
		}
	})
}
