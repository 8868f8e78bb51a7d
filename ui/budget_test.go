package ui

import (
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// TestKeysWithinBudget: from a key to the frame that follows it, for every key in
// every view, with the real engine, at most 5 ms of CPU in the median and 16 ms in
// 95 of 100. In what-if the decision with few draws belongs to the key.
func TestKeysWithinBudget(t *testing.T) {
	d := realScreens(t)
	var spent []time.Duration
	slowest := map[string]time.Duration{}
	for i, r := range table {
		shown, cmd := d.m.show(i)
		d.m = shown.(Model)
		d.run(cmd)
		for _, k := range keysOf(d.m.views[i].Keys()) {
			for range 3 {
				start := cpu(t)
				next, cmd := d.m.Update(press(k))
				_ = next.View()
				if cmd != nil && r.name == "what-if" && next.(Model).front == i {
					if msg := soon(cmd); msg != nil {
						next, _ = next.Update(msg)
						_ = next.View()
					}
				}
				took := cpu(t) - start
				spent, slowest[r.name+" "+k] = append(spent, took), max(slowest[r.name+" "+k], took)
			}
		}
	}
	slices.Sort(spent)
	half, most := spent[len(spent)/2], spent[len(spent)*95/100]
	t.Logf("%d keys: median %v, 95th percentile %v", len(spent), half, most)
	if half > slack*5*time.Millisecond || most > slack*16*time.Millisecond {
		t.Errorf("from key to frame: median %v, 95th percentile %v; slowest %v", half, most, slowest)
	}
}

// soon is what a command comes to, nil for one that waits until the keys rest.
func soon(cmd tea.Cmd) tea.Msg {
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		return msg
	case <-time.After(200 * time.Millisecond):
		return nil
	}
}

// keysOf are the keys of a table that a test can press.
func keysOf(keys theme.Keys) []string {
	var out []string
	for _, k := range keys {
		for _, name := range k.Keys {
			if _, ok := namedKeys[name]; ok || len([]rune(name)) == 1 {
				out = append(out, name)
			}
		}
	}
	return out
}
