package profile

import (
	"os"
	"testing"

	"github.com/BurntSushi/toml"
)

// plainProfile is what a program without this package would decode into.
type plainProfile struct {
	Schema int
	Name   string
	Team   struct {
		Engineers, Teams, Platform_engineers, Deploys_per_week any
		Ops_maturity                                           string
		Release_bottleneck                                     bool
	}
	Load struct {
		Mean_rps, Peak_rps, Idle_share, Cacheable_share any
		Pattern                                         string
	}
	Work struct {
		Cpu_ms, Duration_ms, Memory_mb, Longest_job_s any
		Interaction, Handoffs, State, Runtime         string
	}
	Budget  struct{ Monthly_usd, Environments any }
	Quality struct{ P99_ms, Availability_pct any }
	Domain  struct {
		Modules                     any
		Data_coupling, Stage        string
		Independent_scaling, Stable bool
	}
	Constraints struct {
		Cloud      string
		Compliance []string
	}
}

func shop(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/shop.toml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Decode should cost little more than the TOML package alone.
func BenchmarkDecode(b *testing.B) {
	data := shop(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, es := Decode(data, "shop.toml"); es != nil {
			b.Fatal(es)
		}
	}
}

func BenchmarkDecodeBareStruct(b *testing.B) {
	data := shop(b)
	b.ReportAllocs()
	for b.Loop() {
		var p plainProfile
		if _, err := toml.Decode(string(data), &p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeBareMap(b *testing.B) {
	data := shop(b)
	b.ReportAllocs()
	for b.Loop() {
		var m map[string]any
		if _, err := toml.Decode(string(data), &m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeManyUnknownKeys(b *testing.B) {
	data := manyUnknownKeys(130000)
	for b.Loop() {
		Decode(data, "x.toml")
	}
}

func BenchmarkDraw(b *testing.B) {
	s := NewSampler(New("x"), 7)
	var pt Point
	b.ReportAllocs()
	for k := 0; b.Loop(); k++ {
		s.Draw(k&8191, &pt)
	}
}

func BenchmarkNewSampler(b *testing.B) {
	p := New("x")
	b.ReportAllocs()
	for b.Loop() {
		NewSampler(p, 7)
	}
}
