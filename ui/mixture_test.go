package ui

import (
	"context"
	"strings"
	"testing"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

// Of a profile with components the result tells the mixture below the verdict in
// every size, exports and saves get all of it, and no question is asked that each
// component answers.
func TestComponentsOnTheScreens(t *testing.T) {
	p := shop(t)
	for _, name := range []string{"front", "thumbnails"} {
		own := profile.New(name)
		if err := own.Set(profile.Interaction, profile.List("event")); err != nil {
			t.Fatal(err)
		}
		if err := p.AddComponent(own); err != nil {
			t.Fatal(err)
		}
	}
	p.Clear(profile.Interaction)
	if s := session.New(p, nil, ""); s.Visible(profile.Interaction) || s.Current() == profile.Interaction {
		t.Error("the kind of work is asked of the whole, though each component has its own")
	}
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(p, nil, ""), "mono")
	cfg.Mixed = func(p *profile.Profile) *mixture.Mixture {
		return &mixture.Mixture{Whole: cfg.Engine.Advise(p, cfg.Options), Groups: []mixture.Group{
			{Architecture: "monolith", Components: []string{"front"}}, {Architecture: "serverless", Components: []string{"thumbnails"}}}}
	}
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	for _, size := range frameSizes {
		d.size(size[0], size[1])
		d.press("ctrl+r")
		flat := strings.Join(strings.Fields(strings.NewReplacer("│", "", "║", "").Replace(d.frozen())), " ")
		if want := "By its components: a modular monolith, with thumbnails as functions"; !strings.Contains(flat, want) {
			t.Errorf("%v: %q is not in\n%s", size, want, d.frozen())
		}
	}
	d.press("5", "down", "down", "down", "down", "down", "down", "enter")
	if len(d.wrote) != 1 || d.wrote[0].Mixture == nil || len(d.wrote[0].Profile.Components()) != 2 {
		t.Errorf("exported: %+v", d.wrote)
	}
	d.press("ctrl+s", "enter")
	if q := d.saved["shop.toml"]; q == nil || len(q.Components()) != 2 {
		t.Errorf("saved: %v", d.saved)
	}
}
