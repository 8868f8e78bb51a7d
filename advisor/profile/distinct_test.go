package profile

import "testing"

// Equal names count once.
func TestNamesCountOnce(t *testing.T) {
	for _, c := range []struct {
		list []string
		want float64
	}{{nil, 0}, {[]string{"pci"}, 1}, {[]string{"pci", "pci"}, 1}, {[]string{"pci", "PCI ", " Pci"}, 1}, {[]string{"pci", "gdpr", "pci"}, 2}} {
		p := New("x")
		p.put(Compliance, List(c.list...))
		if got := p.basePoint()[Compliance]; got != c.want {
			t.Errorf("%q counts %v, want %v", c.list, got, c.want)
		}
	}
}

// Laws on data are counted apart, however they are written: they ask nothing of networks and machines.
func TestLawsOnDataAreNoAudit(t *testing.T) {
	for _, c := range []struct {
		list []string
		want float64
	}{{nil, 0}, {[]string{"pci"}, 0}, {[]string{"gdpr"}, 1}, {[]string{"pci", " GDPR", "gdpr"}, 1}, {[]string{"CCPA", "gdpr"}, 2}} {
		p := New("x")
		p.put(Compliance, List(c.list...))
		if got := p.basePoint()[Unaudited]; got != c.want {
			t.Errorf("%q: %v laws on data, want %v", c.list, got, c.want)
		}
	}
}
