package ui

import (
	"reflect"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/ui/theme"
)

// TestDecisionBeforeItsExplanation: what the ranking knows is on the result at
// once, and says that the rest is being computed.
func TestDecisionBeforeItsExplanation(t *testing.T) {
	d := drive(t, shop(t), "dark", 100, 30)
	next, cmd := d.m.Update(press("ctrl+r"))
	d.m = next.(Model)
	d.want("Monolith is recommended", "the explanation is being computed").reject("The bill of monolith")
	d.run(cmd)
	d.reject("being computed").press("end", "up", "up").want("The bill of")
}

// TestKeysThatArriveTogether: bubbletea makes one message of them, whose text
// may be the name of a key.
func TestKeysThatArriveTogether(t *testing.T) {
	d := drive(t, profile.New("shop"), "dark", 100, 30)
	d.press("ctrl+g", "runtime", "enter")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("down")})
	d.want("> down")
	d.press("enter", "ctrl+r")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj")})
	together := d.text()
	if d.press("up", "up", "down", "down"); d.text() != together {
		t.Errorf("two keys together went elsewhere:\n%s", together)
	}
	d.press("esc")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("12\x1b[31m\u202e3"), Paste: true})
	d.reject("\u202e")
}

// TestDetailWhereThereIsNoRoom: in the smallest window the detail of a line
// takes the place of the tree, and gives it back.
func TestDetailWhereThereIsNoRoom(t *testing.T) {
	d := drive(t, shop(t), "dark", 40, 12)
	d.press("ctrl+r").want("Monolith is recommended", "What would change")
	d.press("tab").want("R-TEAM-02", "Speaks for monolith").reject("What would change")
	for range 9 {
		if d.press("tab"); strings.Contains(d.text(), "What would change") {
			break
		}
	}
	d.want("What would change")
	seen := ""
	for d.press("3"); len(seen) < 60000; d.press("down") { // each name is whole where the cursor is
		seen += d.text()
	}
	for _, id := range []profile.ID{profile.OpsMaturity, profile.Stage, profile.LockIn, profile.PriorityOperations} {
		if !strings.Contains(seen, say.Label(id)) {
			t.Errorf("%q is cut", say.Label(id))
		}
	}
	d.press("2").want("Least: ", "▸ ").press("3", "c").want("Both: monolith $360")
}

// TestLongTextIsSeenWhereItIsTyped: the end of a long name is on the screen,
// and a note does not stand in the way of the keys of a list.
func TestLongTextIsSeenWhereItIsTyped(t *testing.T) {
	for _, size := range frameSizes {
		d := drive(t, shop(t), "mono", size[0], size[1])
		d.press("ctrl+g", "what is it called", "enter", strings.Repeat("电商订单", 20)+"尾")
		d.want("尾" + theme.Caret)
		d.press("enter", "ctrl+s", "enter").want("Saved: ")
		d.press("ctrl+g").want("esc close").reject("Saved: ")
	}
}

// TestEveryWayEndsInTheRightResult: whatever way the answers came, the result
// is that of the answers, and they are those that were meant.
func TestEveryWayEndsInTheRightResult(t *testing.T) {
	name := strings.Repeat("电商订单", 50)
	for way, c := range map[string]struct {
		do   func(d *driver)
		sets []string
	}{
		"nothing at all": {func(d *driver) {}, nil},
		"everything skipped": {func(d *driver) {
			for !d.m.session().Done() {
				d.press("tab")
			}
		}, nil},
		"back from an invalid field": {func(d *driver) {
			d.ask(profile.Engineers).press("8", "enter").ask(profile.MeanRPS).press("zebra", "enter", "esc", "esc", "ctrl+u", "9", "enter").ask(profile.MeanRPS).press("20", "enter")
		}, []string{"team.engineers=9", "load.mean_rps=20"}},
		"an early answer changed late": {func(d *driver) {
			d.ask(profile.Engineers).press("8", "enter").ask(profile.MeanRPS).press("20", "enter", "3", "enter", "$2k", "enter", "ctrl+r", "/", "engineers write", "enter", "ctrl+u", "900", "enter")
		}, []string{"team.engineers=900", "load.mean_rps=20", "load.pattern=bursty", "budget.monthly_usd=2000"}},
		"a long Chinese name": {func(d *driver) {
			d.ask(profile.Engineers).press("8", "enter", "ctrl+g", "called", "enter", name, "enter")
		}, []string{"team.engineers=8", "name=" + name}},
		"resized while typing": {func(d *driver) {
			d.ask(profile.Engineers).press("1")
			d.size(40, 12)
			d.press("2")
			d.size(30, 8)
			d.press("5")
			d.size(160, 50)
			d.press("enter")
		}, []string{"team.engineers=125"}},
	} {
		d := drive(t, profile.New("shop"), "dark", 100, 30)
		c.do(d)
		d.press("ctrl+r")
		want := profile.New("shop")
		for _, set := range c.sets {
			if err := want.SetString(set); err != nil {
				t.Fatal(err)
			}
		}
		if got := d.m.session().Profile(); !got.Equal(want) {
			t.Errorf("%s: the answers are\n%s", way, profile.Encode(got))
		}
		if !reflect.DeepEqual(d.m.decision, fakeEngine{}.Advise(want, advisor.Default)) {
			t.Errorf("%s: the result is not that of the answers", way)
		}
		d.want("Why ")
	}
}

// TestKeysInsideAText: what moves in a text field moves there, whatever the keys
// stand for elsewhere.
func TestKeysInsideAText(t *testing.T) {
	d := first(t, "mono", 100, 30)
	d.press("23", "home", "1").want("= 123 people").press("left", "delete", "enter")
	if got := d.m.session().Value(profile.Engineers).Low; got != 23 {
		t.Errorf("engineers are %v, want 23", got)
	}
	d = drive(t, shop(t), "mono", 100, 30).press("ctrl+r", "5", "down", "a title", "left", "left", "left", "left", "left", "new ")
	d.want("# a new title").press("backspace", "end", "Y y 1").want("Y y 1")
	study(t, shop(t), "mono", 100, 30).press("3").to(profile.Engineers).press("enter", "90", "left", "5").want("= 950 people").press("esc").want("As answered")
}
