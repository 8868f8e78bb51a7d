package ui

import (
	"context"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/mixture"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

// fakeMixture keeps the first component and makes functions of the others.
func fakeMixture(p *profile.Profile) *mixture.Mixture {
	if len(p.Components()) == 0 {
		return nil
	}
	m := &mixture.Mixture{Whole: fakeEngine{}.Advise(p, advisor.Default)}
	for i, c := range p.Components() {
		m.Parts = append(m.Parts, mixture.Part{Name: c.Name(), Architecture: profile.Architectures[min(i, 1)], Decision: m.Whole})
		if i < 2 {
			m.Groups = append(m.Groups, mixture.Group{Architecture: profile.Architectures[i]})
		}
		m.Groups[min(i, 1)].Components = append(m.Groups[min(i, 1)].Components, c.Name())
	}
	return m
}

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
	if s := session.New(p, session.Folder{}, ""); s.Visible(profile.Interaction) || s.Current() == profile.Interaction {
		t.Error("the kind of work is asked of the whole, though each component has its own")
	}
	d := &driver{tb: t, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(p, session.Folder{}, ""), "mono")
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

// A component is added by its name, asked about, copied, removed and brought back
// from the screens.
func TestComponentsAreMadeOnTheScreens(t *testing.T) {
	d := drive(t, shop(t), "mono", 100, 30)
	names := func() (out []string) {
		for _, c := range d.m.session().Profile().Components() {
			out = append(out, c.Name())
		}
		return out
	}
	d.press("ctrl+o", "mails", "enter").want("shop / mails")
	d.press("ctrl+g", "engineers write", "enter").want("inherited from shop")
	d.press("ctrl+o", "copy", "enter").want("shop / mails copy")
	if got := strings.Join(names(), ","); got != "mails,mails copy" {
		t.Errorf("components: %s", got)
	}
	d.press("ctrl+o", "mails copy", "enter").want("shop / mails copy")
	d.press("ctrl+o", "remove mails", "enter")
	if got := strings.Join(names(), ","); got != "mails copy" || d.m.session().Component() != "" {
		t.Errorf("components: %s", got)
	}
	if d.press("ctrl+z"); len(names()) != 2 {
		t.Errorf("undo brings %v back", names())
	}
}
