package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// click presses the left button on the first place where a text stands, so many
// cells into it.
func (d *driver) click(text string, into int) *driver {
	d.tb.Helper()
	for y, l := range strings.Split(d.text(), "\n") {
		if at := strings.Index(l, text); at >= 0 {
			d.send(tea.MouseMsg{X: ansi.StringWidth(l[:at]) + into, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			return d
		}
	}
	d.tb.Fatalf("%q is not on the screen:\n%s", text, d.text())
	return d
}

func TestMouse(t *testing.T) {
	d := study(t, shop(t), "mono", 100, 30)
	d.click("2 Chart", 1).want("[2 Chart]").click("└┴", 1).click("$100,000", 16).reject("your load")
	d.click("3 What-if", 1).to(profile.MeanRPS).click("engineers", 2).want("▸ engineers").click("engineers  ", 28).want("*engineers", "8 people → 10 people")
	d.click("load pattern", 30).want("*load pattern", "day/night")
	d.click("1 Result", 1).click("Why not serverless", 3).click("Why not serverless", 3).want("▾ Why not serverless")
	top := d.text()
	d.send(tea.MouseMsg{Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if d.text() == top {
		t.Error("the wheel does nothing")
	}
	d.press("/", "load look", "enter").click("bursty", 2)
	if d.m.front != interview {
		t.Error("a click on a row left the question")
	}
}

// marked reports whether the cursor of the result is on a line with a text.
func (d *driver) marked(text string) bool {
	for _, l := range strings.Split(d.text(), "\n") {
		if strings.Contains(l, "║ >") && strings.Contains(l, text) {
			return true
		}
	}
	return false
}

// TestEditComesBack: e goes to the question behind a line, and leaving that one
// shows the line again.
func TestEditComesBack(t *testing.T) {
	for _, tt := range []struct{ find, line, question string }{
		{"why mono", "Why monolith", "How important"}, {"cost +", "cost", "How important is low cost"}, {"ovens", "bakery: serverless", "load look like"},
		{"team-02 people", "8 people are few", "How many engineers"}, {"c7g.large 2", "c7g.large, 2 instances", "requests"}, {"in 3 %", "In 3 % of the draws", "load look like"},
	} {
		d := drive(t, shop(t), "mono", 100, 30).press("ctrl+r", "/", tt.find, "enter")
		if !strings.Contains(d.text(), ">") || !d.marked(tt.line) {
			t.Errorf("%q does not lead to %q:\n%s", tt.find, tt.line, d.text())
		}
		if d.press("e").want(tt.question).press("esc"); !d.marked(tt.line) {
			t.Errorf("%q is not come back to:\n%s", tt.line, d.text())
		}
	}
	for _, leave := range [][]string{{"ctrl+u", "9", "enter"}, {"tab"}, {"esc"}} {
		d := drive(t, shop(t), "mono", 100, 30).press("ctrl+r", "e")
		d.want("How many engineers").press(leave...)
		if d.m.front != indexOf(view.Result) {
			t.Errorf("after %v:\n%s", leave, d.text())
		}
	}
}

// TestExamples: an example is looked at before the first answer, and leaves nothing
// behind.
func TestExamples(t *testing.T) {
	d := &driver{tb: t}
	cfg := d.testConfig(session.New(profile.New("shop"), session.Folder{}, ""), "mono")
	cfg.Demo = true
	cfg.Offers = []view.Offer{{Title: "billing", About: "a small shop", Open: func() (session.Session, string, error) {
		return session.New(shop(t), session.Folder{}, ""), "", nil
	}}}
	d.m = New(t.Context(), &cfg)
	d.run(d.m.Init())
	d.size(80, 24)
	d.want("Three worked examples", "a small shop").press("enter").want("Monolith is recommended")
	if out := d.m.end(); out.Draft != "" {
		t.Errorf("a draft is left: %+v", out)
	}
}

// TestWrittenOnce: pressing enter twice writes one record.
func TestWrittenOnce(t *testing.T) {
	d := drive(t, shop(t), "mono", 100, 30).press("ctrl+r", "5", "end", "down", "down", "down", "down", "down", "down", "enter", "enter")
	d.want("It is written already")
	if len(d.wrote) != 1 {
		t.Errorf("%d records", len(d.wrote))
	}
	d.press("up", "up", "x", "down", "down", "enter")
	if len(d.wrote) != 2 {
		t.Errorf("another folder: %d records", len(d.wrote))
	}
}
