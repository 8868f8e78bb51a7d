package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/ui/theme"
)

// A frame of a view at 160x50 after an arrow key, against a frame of the same
// size with static text: the ratio says what drawing costs.

func BenchmarkFrame(b *testing.B) {
	for _, v := range []struct{ name, key string }{{"result", "1"}, {"chart", "2"}, {"whatif", "3"}, {"sensitivity", "4"}, {"export", "5"}} {
		b.Run(v.name, func(b *testing.B) {
			d := drive(b, shop(b), "dark", 160, 50)
			d.press("ctrl+r", v.key)
			keys := []tea.KeyMsg{press("down"), press("right"), press("up"), press("left")}
			for i := 0; b.Loop(); i++ {
				next, _ := d.m.Update(keys[i%len(keys)])
				d.m = next.(Model)
				_ = d.m.View()
			}
		})
	}
	b.Run("static", func(b *testing.B) {
		th := theme.New("dark", 0)
		text := strings.Repeat(strings.Repeat("static text ", 13)+"\n", 48)
		for b.Loop() {
			_ = th.Frame(theme.Box{W: 160, H: 50}, "Static", text, true)
		}
	})
}
