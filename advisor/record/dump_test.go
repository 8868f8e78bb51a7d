package record

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP")
	if dir == "" {
		return
	}
	for seed := uint64(0); seed < 200; seed++ {
		for _, f := range Formats() {
			p, e, m := hostileCase(t, seed)
			if seed == 0 {
				p, e, m = sampleProfile(t), sampleExplanation(), sampleMeta()
			}
			m.Number = int(seed) + 1
			data, err := Write(f, e, p, m)
			if err != nil {
				t.Fatal(err)
			}
			m, _ = m.Fill(f, e.Decision, p)
			os.MkdirAll(filepath.Join(dir, string(f)), 0o755)
			name, err := FreeName(os.DirFS(filepath.Join(dir, string(f))), ".", m.File)
			if err != nil {
				t.Fatal(err)
			}
			os.WriteFile(filepath.Join(dir, string(f), name), data, 0o644)
		}
	}
}
